import Console
import Formulas
import Interviews
import Questions

/// What a key came to in an editor.
enum Outcome: Hashable {
  /// Not the editor's: the screen may use the key.
  case passed
  /// The draft changed, or a mark moved.
  case drawn
  /// To be stored; `thenLeaves` where the person is done here.
  case give(Given, thenLeaves: Bool)
  /// Back to an empty question.
  case clear
  case message(String)
  /// Instance of a repeat, from 1.
  case open(instance: Int)
  case add
  case remove(instance: Int)
  /// A new instance, before that one.
  case insert(before: Int)
  /// An instance, to another place.
  case move(instance: Int, to: Int)
  /// Done here, with nothing to store.
  case leave
  /// The same, for a row of a grid.
  indirect case at(Spot, Outcome)
  /// Done here, these rows left without an answer.
  case leaveBlank([Spot])
}

/// An input on its way to the interview.
enum Given: Hashable {
  /// As typed, or names of choices apart by spaces; with the free text an `other` choice opened.
  case text(String, other: String? = nil)
  case special(String)
  /// What is proposed, as it is.
  case proposal

  /// Whether the line an `other` choice opened comes with it.
  var holdsOther: Bool {
    switch self {
    case .text(_, let other): other != nil
    case .special, .proposal: false
    }
  }
}

/// Where an editor stands: what it needs of its surroundings to act and to draw.
struct EditorContext {
  let interview: Interview
  let spot: Spot
  let glyphs: Glyphs
  /// Columns and rows of the body.
  let width: Int
  let rows: Int
  /// How many lines the whole body takes.
  var lineCount: Int
  let settings: Settings
  /// What was given last is no answer, and the message row says why.
  let isRefused: Bool
}

extension EditorContext {
  var words: Words { _read { yield Words[interview.frameLanguage] } }

  /// What is proposed and not taken yet, in a sentence; blank where nothing is.
  var proposed: String {
    let proposal = interview.proposal(at: spot)
    guard !proposal.isBlank, interview.presence(at: spot) == .notReached else { return "" }
    return words.proposalIs(interview.shown(proposal, at: spot))
  }
}

extension Interview {
  /// What was entered as a value, whether it counts or not; blank for anything else.
  func enteredValue(at spot: Spot) -> Value {
    guard case .given(let value, _)? = answer(at: spot) else { return .blank }
    return value
  }
}
