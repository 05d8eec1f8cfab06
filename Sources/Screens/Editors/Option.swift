import Formulas
import Interviews
import Questions

/// One line of a choice: a choice, or a special answer under the rule.
struct Option: Hashable {
  enum Part: Hashable {
    case choice
    case exclusive
    case special
  }

  let name: String
  let label: String
  let part: Part
  /// What a person types for it; nil where only arrows and ^K reach it.
  let code: Int?
  /// `o` or `n` for a yes or a no, `y` or `n` in English.
  var letter: Character?

  /// Choices numbered from 1; special answers keep 7, 8 and 9 where there are six choices at most.
  static func all(of interview: Interview, at spot: Spot) -> [Option] {
    let choices = interview.offered(at: spot)
    let language = interview.languagePlace
    let own = choices.enumerated().map { place, choice in
      Option(
        name: choice.name, label: choice.label[language],
        part: choice.exclusive ? .exclusive : .choice, code: place + 1)
    }
    // In the order of their digits, where they have one.
    let specials = specials(of: interview, at: spot, hasCodes: own.count <= 6)
    return own + specials.sorted { ($0.code ?? 0) < ($1.code ?? 0) }
  }

  /// The special answers a question offers, in the author's order.
  ///
  /// - Parameter hasCodes: whether 7, 8 and 9 are free for them.
  static func specials(of interview: Interview, at spot: Spot, hasCodes: Bool = true) -> [Option] {
    let names = interview.item(at: spot).question?.missing ?? []
    return names.compactMap { interview.questionnaire.special($0) }.map { special in
      let code =
        switch special.kind {
        case .notApplicable: 7
        case .dontKnow: 8
        case .refused: 9
        }
      return Option(
        name: special.name, label: special.label[interview.languagePlace], part: .special,
        code: hasCodes ? code : nil)
    }
  }
}

extension [Option] {
  /// Whether special answers are among them, and no digit gives them.
  var hideSpecials: Bool { last.map { $0.part == .special && $0.code == nil } ?? false }

  /// The same, a letter on the yes and on the no where there is one of each.
  func withLetters(in language: Language) -> [Option] {
    let (yes, no) =
      switch language {
      case .french: ("oui", "non")
      case .english: ("yes", "no")
      }
    let words = map { Fold.fold($0.label).prefix { $0.isLetter } }
    guard words.count(where: { $0 == yes }) == 1, words.count(where: { $0 == no }) == 1 else {
      return self
    }
    return zip(self, words).map { option, word in
      var copy = option
      if word == yes || word == no { copy.letter = word.first }
      return copy
    }
  }
}
