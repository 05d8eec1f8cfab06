import Formulas
import Interviews
import Records

extension Archive {
  /// Takes up a finished or stopped interview again, as revision n+1.
  ///
  /// Revision n stands for exports and reports until n+1 is finished.
  /// - Parameter reason: why, in the person's words; kept in the journal.
  /// - Throws: `FileFailure`: as `open` does; `notEnded` where there is nothing to reopen.
  package func reopen(
    _ id: String, for reason: String, by holder: String, at now: DateTime
  ) throws(FileFailure) -> Opened {
    let opened = try open(id, by: holder, at: now)
    var interview = opened.interview
    switch interview.status {
    case .finished, .stopped: break
    case .inProgress, .withdrawn: throw .notEnded(id: id)
    }
    try opened.journal.keepPicture(of: interview)
    let event = Event.reopen(reason: reason)
    interview.apply(event)
    try opened.journal.append(event, at: now, by: holder)
    return Opened(journal: opened.journal, interview: interview, recovery: opened.recovery)
  }
}
