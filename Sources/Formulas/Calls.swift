/// Calls of functions, whose arguments are checked against what the function's data asks for.
extension FormulaChecker {
  mutating func call(
    _ name: String, _ nameRange: Range<Int>, _ arguments: [Phrase], _ range: Range<Int>
  ) -> Meaning {
    guard let function = Function.named(name) else {
      let nearest =
        ForeignWords.function(name) ?? nearestName(to: name, among: Function.all.map(\.name))
      report(.error(nameRange, .unknownFunction(name, nearest: nearest)))
      return .broken(range)
    }
    guard function.arity.contains(arguments.count) else {
      let fault = FormulaFault.Calling.arity(
        name, given: arguments.count, allowed: function.arity)
      report(.error(range, fault))
      return .broken(range)
    }
    if case .form(let form) = function.body {
      return special(form, function, arguments, range)
    }
    return plain(function, arguments, range)
  }

  // MARK: Functions that take values

  private mutating func plain(
    _ function: Function, _ arguments: [Phrase], _ range: Range<Int>
  ) -> Meaning {
    var meanings: [Meaning] = []
    for (place, phrase) in arguments.enumerated() {
      let parameter = function.parameters[min(place, function.parameters.count - 1)]
      var meaning = argument(phrase, parameter, of: function, among: arguments.count)
      let step = accepted(
        meaning, parameter.accepts, function, place, first: meanings.first ?? meaning)
      meaning = step.map { meaning.becoming($0) } ?? .broken(meaning.range)
      meanings.append(meaning)
    }
    if meanings.contains(where: \.isBroken) { return .broken(range) }
    if !isSound(function, meanings) { return .broken(range) }
    var steps = meanings.map(\.step)
    var type: Typed
    var choices: Set<String>?
    switch function.result {
    case .always(let known): type = .known(known)
    case .element:
      let isListed = meanings.first?.known == .choice || meanings.first?.known == .choices
      type = .known(isListed ? .choice : .text)
      choices = meanings.first?.choices
    case .alike(let from):
      guard let alike = unified(Array(meanings[from...]), for: function.name, range) else {
        return .broken(range)
      }
      steps.replaceSubrange(from..., with: alike.steps)
      type = alike.type
      choices = alike.choices
    }
    if function.name == "not", let only = steps.first {
      doubtThatBlankIsMeant(only, range)
      return .condition(.not(only), range)
    }
    var meaning = Meaning(
      .call(Step.Call(name: function.name, body: function.body), steps), type, range,
      choices: choices)
    if function.name == "join" { meaning.words = joinedWords(meanings) }
    return meaning
  }

  /// What each word of `join(' ', …)` may be, where all that is joined is known.
  private func joinedWords(_ meanings: [Meaning]) -> Set<String>? {
    guard case .text(let separator)? = meanings.first?.literal,
      !separator.isEmpty, separator.allSatisfy(\.isWhitespace)
    else { return nil }
    return meanings.dropFirst().reduce(Set<String>?([])) { known, meaning in
      known.flatMap { known in words(of: meaning).map { known.union($0) } }
    }
  }

  /// What `selected()` may find in a value, where that is known.
  private func words(of meaning: Meaning) -> Set<String>? {
    guard meaning.known == .text, meaning.words == nil else {
      return meaning.words ?? meaning.choices
    }
    return meaning.choices.map { texts in
      Set(texts.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) })
    }
  }

  private mutating func argument(
    _ phrase: Phrase, _ parameter: Function.Parameter, of function: Function, among count: Int
  ) -> Meaning {
    let gathers = parameter.reads == .every || parameter.reads == .everyIfAlone && count == 1
    if gathers, case .name(let name) = phrase.kind {
      return every(name, phrase.range, mayBeRepeat: function.name == "count")
    }
    if gathers, count == 1, case .text(let name) = phrase.kind, scope.symbols(name) != nil {
      report(.error(phrase.range, .quotedName(name)))
      return .broken(phrase.range)
    }
    return meaning(of: phrase)
  }

  /// The argument's step as the parameter wants it; nil, and reported, if it cannot be.
  private mutating func accepted(
    _ meaning: Meaning, _ accepts: Function.Accepts, _ function: Function, _ place: Int,
    first: Meaning
  ) -> Step? {
    guard !meaning.isBroken else { return nil }
    switch accepts {
    case .anything, .repeated, .parent, .question: return meaning.step
    case .condition:
      guard let type = meaning.known, type != .boolean else { return meaning.step }
      report(.error(meaning.range, .conditionExpected(type)))
      return nil
    case .number: return typed(meaning, [.number], function, place)
    case .date: return typed(meaning, [.date], function, place)
    case .moment: return typed(meaning, [.date, .dateTime, .time], function, place)
    case .ordered: return typed(meaning, ValueType.measured, function, place)
    case .words:
      if meaning.literal != nil { return .constant(.written(meaning.literal?.written ?? "")) }
      return typed(meaning, [.choices, .choice, .text], function, place)
    case .choiceName:
      if let literal = meaning.literal {
        if isSpecial(literal, beside: first, meaning.range) { return nil }
        guard isKnown(literal.written, in: words(of: first), meaning.range) else { return nil }
        return .constant(.written(literal.written))
      }
      return typed(meaning, [.choice, .text], function, place)
    case .quoted:
      if case .text? = meaning.literal { return meaning.step }
      report(.error(meaning.range, .quotedTextExpected(function.name, argument: place + 1)))
      return nil
    }
  }

  private mutating func typed(
    _ meaning: Meaning, _ wanted: [ValueType], _ function: Function, _ place: Int
  ) -> Step? {
    let meaning = wanted.contains(.number) ? measurable(meaning) : meaning
    guard let type = meaning.known, !wanted.contains(type) else { return meaning.step }
    if case .text(let text)? = meaning.literal {
      for type in wanted {
        let value = Value.literal(text, as: type)
        if value != .blank { return .constant(value) }
      }
      report(.error(meaning.range, .textIsNo(text, wanted[0])))
      return nil
    }
    let fault = FormulaFault.Calling.argumentType(
      function.name, argument: place + 1, given: type, wanted: wanted)
    report(.error(meaning.range, fault))
    return nil
  }

  /// Doubts a place written as a number that is none.
  mutating func doubt(
    place meaning: Meaning, of function: String, _ argument: Int, least: Int?
  ) {
    guard case .constant(.number(let number)) = meaning.step else { return }
    if number.isWhole, least.map({ number >= Number($0) }) ?? true { return }
    let doubt = FormulaFault.Doubt.noPlace(function, argument: argument, least: least)
    doubts.append(Doubt(fault: .warning(meaning.range, doubt), unlessTested: .constant(.blank)))
  }

  /// Checks on literals that only some functions ask for.
  private mutating func isSound(_ function: Function, _ meanings: [Meaning]) -> Bool {
    if function.name == "selected-at" || function.name == "round", meanings.count > 1 {
      let least = function.name == "round" ? nil : 0
      doubt(place: meanings[1], of: function.name, 2, least: least)
    }
    guard function.name == "format-date" || function.name == "date" || function.name == "date-time"
    else { return true }
    guard let last = meanings.last, case .text(let text)? = last.literal, !text.isEmpty else {
      return true
    }
    switch function.name {
    case "format-date":
      if let unknown = DateModel.unknownDirective(in: text) {
        report(.error(last.range, .badDirective(unknown)))
      } else if !text.contains("%") {
        report(.error(last.range, .noDirective(text)))
      } else {
        return true
      }
    case "date":
      if Value.text(text).converted(to: .date) != .blank { return true }
      report(.error(last.range, .textIsNo(text, .date)))
    default:
      if Value.literal(text, as: .date) != .blank { return true }
      return converted(text, to: .dateTime, last.range) != nil
    }
    return false
  }
}
