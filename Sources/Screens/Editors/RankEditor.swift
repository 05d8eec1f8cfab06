import Console
import Formulas
import Interviews
import Questions

/// Choices put in order: Space gives the next rank, a digit gives that rank to the one pointed at.
struct RankEditor: Hashable {
  private(set) var list: OptionList
  private let ranks: Int
  private let least: Int
  /// Names in order, or a special answer's alone; stored as soon as they are an answer.
  private(set) var ranked: [String]
  /// Ranks too few to be an answer, kept while the person looks elsewhere.
  private(set) var draft: String?

  init(_ spot: Spot, _ interview: Interview, _ question: RankQuestion, draft: String?) {
    list = OptionList(Option.all(of: interview, at: spot).map(\.withoutCode), pointed: nil)
    ranks = question.ranks
    least = question.choices.minimumSelected ?? 1
    self.draft = draft
    ranked =
      draft.map { $0.split(separator: " ").map(String.init) } ?? interview.givenNames(at: spot)
  }

  var bindings: [Binding] { Bindings.rank(ranks) }

  mutating func press(_ key: Key, _ action: Action?, in context: EditorContext) -> Outcome {
    if action == .point {
      list.point(key)
      return .drawn
    }
    if action == .validate {
      return list.page(key, in: context) ? .drawn : .give(given, thenLeaves: true)
    }
    if action == .remove { return remove() }
    guard action == .nextRank || action == .giveRank else { return .passed }
    guard let pointed = list.pointed else { return .message(context.words.nothingRanked) }
    return rank(list.options[pointed], at: action == .giveRank ? key.digit : nil, in: context)
  }

  mutating func click(_ place: Int, in context: EditorContext) -> Outcome {
    guard list.options.indices.contains(place) else { return .drawn }
    list.point(at: place)
    return rank(list.options[place], at: nil, in: context)
  }

  private var given: Given {
    if let name = ranked.first, list.options.named(name)?.part == .special {
      return .special(name)
    }
    return .text(ranked.joined(separator: " "))
  }

  /// Takes the rank of the one pointed at away; with nothing pointed at, every rank.
  private mutating func remove() -> Outcome {
    guard let pointed = list.pointed, ranked.contains(list.options[pointed].name) else {
      return .clear
    }
    ranked.removeAll { $0 == list.options[pointed].name }
    return ranked.isEmpty ? .clear : store()
  }

  private mutating func rank(
    _ option: Option, at rank: Int?, in context: EditorContext
  ) -> Outcome {
    if option.part == .special {
      ranked = [option.name]
      return .give(.special(option.name), thenLeaves: false)
    }
    let isRanked = ranked.contains(option.name)
    if rank == nil, isRanked { return remove() }
    ranked.removeAll { name in
      name == option.name || list.options.named(name)?.part == .special
    }
    guard ranked.count < ranks else {
      return .message("\(context.glyphs.wrong) \(context.words.ranksGiven)")
    }
    ranked.insert(option.name, at: min(max((rank ?? ranks) - 1, 0), ranked.count))
    return store()
  }

  private mutating func store() -> Outcome {
    draft = ranked.count >= least ? nil : ranked.joined(separator: " ")
    return draft == nil ? .give(given, thenLeaves: false) : .drawn
  }

  func draw(on body: inout Body, in context: EditorContext) {
    list.draw(
      on: &body, in: context,
      mark: { option in
        if option.part == .special {
          return ranked == [option.name] ? "(\(context.glyphs.chosen))" : "( )"
        }
        return ranked.firstIndex(of: option.name).map { context.words.rankMark($0 + 1) }
          ?? "  \(context.glyphs.dot) "
      },
      isChosen: { ranked.contains($0.name) })
  }

  func status(in context: EditorContext) -> String {
    let labels = ranked.compactMap { name in list.options.first { $0.name == name }?.label }
    if labels.isEmpty || draft != nil { return context.words.ranksLeft(ranks - ranked.count) }
    return context.words.answerIs(labels.joined(separator: " > "))
  }

  func flag(_ required: String, in context: EditorContext) -> String {
    context.words.rankCount(ranks)
  }

  func spoken(in context: EditorContext) -> [String] {
    list.options.enumerated().map { place, option in
      option.part == .special ? option.spoken : "\(place + 1) \(option.label)"
    }
  }

  /// Numbers or names in order, apart by spaces.
  func read(_ line: String) -> Given {
    let words = line.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    let named = words.map { word -> Option? in
      if let number = Int(word), list.options.indices.contains(number - 1) {
        return list.options[number - 1]
      }
      return list.options.first { $0.name == word }
    }
    if named.count == 1, let option = named[0], option.part == .special { return Given(option) }
    return .text(zip(words, named).map { $1?.name ?? $0 }.joined(separator: " "))
  }
}

extension Option {
  /// The same, reached by arrows alone: digits give ranks.
  fileprivate var withoutCode: Option { Option(name: name, label: label, part: part, code: nil) }
}
