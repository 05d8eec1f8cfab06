import Formulas
import Interviews
import Questions
import Records

/// What a sealed picture tells anyone of how an interview went: no answer.
struct ClearFacts: Hashable, Sendable {
  let status: Status
  let updated: DateTime
  let finished: DateTime?
  let done: Int
  let of: Int
  /// The person did not consent; nothing then says who.
  let isRefused: Bool
  let secondsSpent: Int
  let remarkCount: Int
  /// Whether something was written freely: that goes first.
  let holdsTexts: Bool
  /// SHA-256 of the plain picture: what a next revision names as its parent.
  let pictureHash: String
  /// Of the sealed journal it was made from.
  let journalBytes: Int

  init(_ record: Record, _ picture: Picture, journalBytes: Int, pictureHash: String) {
    let progress = record.interview.progressWithoutApart
    status = picture.status
    updated = picture.updated
    finished = picture.finished
    done = progress.done
    of = progress.of
    isRefused = record.interview.isRefused
    secondsSpent = record.course.secondsSpent
    remarkCount = picture.contents.remarks.count
    holdsTexts = picture.contents.holdsText(on: record.interview.questionnaire)
    self.pictureHash = pictureHash
    self.journalBytes = journalBytes
  }

  /// Whether it is in progress, by a journal that is still so long.
  func isInProgress(_ journalBytes: Int) -> Bool {
    status == .inProgress && self.journalBytes == journalBytes
  }

  var members: [JSONTree.Member] {
    [
      .init("status", .string(status.rawValue)), .init("updated", .string(updated.description)),
      .init("finished", JSONTree(finished?.description)), .init("done", JSONTree(done)),
      .init("of", JSONTree(of)), .init("refused", .boolean(isRefused)),
      .init("seconds", JSONTree(secondsSpent)), .init("remarks", JSONTree(remarkCount)),
      .init("texts", .boolean(holdsTexts)), .init("picture_sha256", .string(pictureHash)),
      .init("journal_bytes", JSONTree(journalBytes)),
    ]
  }

  /// Of a picture's file; nil where it is not sealed.
  init?(ofFile bytes: [UInt8]) {
    guard let json = try? JSONText(bytes).root else { return nil }
    self.init(json)
  }

  /// Reads what `members` writes; nil where something is missing.
  init?(_ json: JSONValue) {
    guard let status = json["status"]?.string.flatMap(Status.init),
      let updated = json["updated"]?.string.flatMap({ DateTime(reading: $0) }),
      let done = json["done"]?.integer, let of = json["of"]?.integer,
      let seconds = json["seconds"]?.integer, let remarks = json["remarks"]?.integer,
      let hash = json["picture_sha256"]?.string, let length = json["journal_bytes"]?.integer,
      case .boolean(let isRefused)? = json["refused"]?.kind,
      case .boolean(let holdsTexts)? = json["texts"]?.kind
    else { return nil }
    self.status = status
    self.updated = updated
    finished = json["finished"]?.string.flatMap { DateTime(reading: $0) }
    self.done = done
    self.of = of
    self.isRefused = isRefused
    secondsSpent = seconds
    remarkCount = remarks
    self.holdsTexts = holdsTexts
    pictureHash = hash
    journalBytes = length
  }
}
