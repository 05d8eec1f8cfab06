import Formulas
import Questions

// Answers to `personal: direct` questions are kept apart from all the others.

extension Event {
  /// Where it says something that may have to be kept apart; nil where it says nothing of a person.
  package var contentPath: AnswerPath? {
    switch self {
    case .answer(let path, _, _, _), .special(let path, _): return path
    case .draft(let path, let text), .remark(let path, let text):
      return text.isEmpty ? nil : path
    case .confirm(_, let path, _): return path
    case .leave, .clear, .add, .insert, .remove, .move, .go, .language, .undo, .redo, .pause,
      .resume, .finish, .stop, .reopen:
      return nil
    }
  }
}

extension Questionnaire {
  /// Whether what an item holds is kept apart.
  package func isKeptApart(_ name: String) -> Bool {
    self[name]?.isKeptApart(among: items) ?? false
  }
}

extension Interview {
  /// What gives back all that is kept apart and counts now, in asking order.
  package var keptApart: [Event] { keptApart(0..<questionnaire.items.count, in: 0) }

  private func keptApart(_ range: Range<Int>, in frame: Int) -> [Event] {
    guard questionnaire.keepsSomethingApart else { return [] }
    var events: [Event] = []
    var here = range.lowerBound
    while here < range.upperBound {
      let item = questionnaire.items[here]
      let spot = Spot(frame: frame, item: here)
      if item.roster != nil {
        for instance in instances(of: spot) {
          events += keptApart(here + 1..<item.end, in: instance)
        }
        here = item.end
      } else {
        if item.isKeptApart(among: questionnaire.items) { events += self.events(giving: spot) }
        here += 1
      }
    }
    return events
  }

  private func events(giving spot: Spot) -> [Event] {
    let cell = tree[spot]
    guard cell.isRelevant, item(at: spot).question?.calculation == nil else { return [] }
    let path = path(of: spot)
    let remark = cell.remark.map { [Event.remark(path, $0)] } ?? []
    switch cell.answer {
    case .given(let value, let isProposal):
      return [.answer(path, value, isProposal: isProposal, row: tree.rows[spot])] + remark
    case .special(let name): return [.special(path, name)] + remark
    case .leftBlank: return [.leave(path)] + remark
    case nil: return remark
    }
  }

  /// Questions passed, over those the route holds, what is kept apart left out: the same whether that
  /// is read or not.
  package var progressWithoutApart: (done: Int, of: Int) {
    let stops = route.filter {
      isNumbered($0) && !item(at: $0).isKeptApart(among: questionnaire.items)
    }
    return (stops.count { !isRemaining($0) }, stops.count)
  }

  /// Takes back what was kept apart of a finished interview: nothing of it can be undone.
  package mutating func hold(_ events: [Event]) {
    let (here, before) = (position, trail)
    for event in events { apply(event) }
    history = UndoStack()
    position = here
    trail = before
  }
}
