import Formulas
import Questions

/// One thing that happened in an interview: what the journal keeps, and all that changes one.
///
/// Paths hold positions at the time of writing.
package enum Event: Hashable, Sendable {
  /// - `row`: of a list's file, what the answer keeps of it.
  case answer(AnswerPath, Value, isProposal: Bool, row: ListRow? = nil)
  case special(AnswerPath, String)
  case leave(AnswerPath)
  case clear(AnswerPath)
  /// Typed text not validated yet; blank takes it away.
  case draft(AnswerPath, String)
  /// Blank takes it away.
  case remark(AnswerPath, String)
  /// A warning confirmed for the values it looks at; the path is the place it is written on, nil at
  /// top level.
  case confirm(check: String, AnswerPath?, explanation: String)
  /// An instance more, at the end of a repeat.
  case add(AnswerPath)
  /// An instance more, before the one the path names.
  case insert(AnswerPath)
  case remove(AnswerPath)
  case move(AnswerPath, to: Int)
  /// The person stands here now; nil is the summary. `isBack` where the trail was followed.
  case go(AnswerPath?, isBack: Bool)
  case language(String)
  case undo
  case redo
  case pause(reason: String)
  case resume
  case finish
  case stop(reason: String)
  case reopen(reason: String)
}

/// Where an interview stands in its life.
package enum Status: String, CaseIterable, Hashable, Sendable {
  case inProgress = "in_progress"
  case finished
  /// The person ended it: nothing blocks; exported, marked.
  case stopped
  case withdrawn
}
