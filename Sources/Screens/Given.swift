import Console
import Formulas
import Interviews
import Questions

// From an editor's input to events.

extension Interview {
  /// The events an input comes to: the answer, then the free text its `other` choice opened.
  ///
  /// - Throws: `Rejection`; nothing is to be applied then.
  func events(for given: Given, at spot: Spot) throws(Rejection) -> [Event] {
    switch given {
    case .special(let name): return [try accept(special: name, at: spot)]
    case .proposal: return [try acceptProposal(at: spot)]
    case .text(let text, let other):
      let event = try accept(text, at: spot)
      guard let other, let item = questionnaire.otherText(of: spot.item) else { return [event] }
      var after = self
      after.apply(event)
      let place = Spot(frame: spot.frame, item: item)
      guard after.isAsked(place) else { return [event] }
      return [event, try after.accept(other, at: place)]
    }
  }

  /// Whether an event would change nothing: the same answer given again is not stored again.
  func holds(_ event: Event) -> Bool {
    switch event {
    case .answer(let path, let value, let isProposal, let row):
      spot(of: path).map {
        answer(at: $0) == .given(value, isProposal: isProposal) && self.row(at: $0) == row
      } ?? false
    case .special(let path, let name):
      spot(of: path).map { answer(at: $0) == .special(name) } ?? false
    case .leave(let path):
      spot(of: path).map { spot in
        answer(at: spot) == .leftBlank
          || item(at: spot).question?.kind.isAsked == false && answer(at: spot) == nil
      } ?? false
    case .clear, .draft, .remark, .confirm, .add, .insert, .remove, .move, .go, .language, .undo,
      .redo, .pause, .resume, .finish, .stop, .reopen:
      false
    }
  }
}
