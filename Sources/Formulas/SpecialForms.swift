/// Functions that take more than values: what they are given is checked here, one by one.
extension FormulaChecker {
  mutating func special(
    _ form: Function.Form, _ function: Function, _ arguments: [Phrase], _ range: Range<Int>
  ) -> Meaning {
    switch form {
    case .choose: return choose(arguments, range)
    case .firstFilled: return firstFilled(arguments, range)
    case .once: return once(arguments[0], range)
    case .oneOf: return oneOf(arguments, range)
    case .matches: return matches(arguments, range)
    case .special: return missing(arguments[0], function, range)
    case .label: return label(arguments[0], function, range)
    case .labelOf: return labelOf(arguments, function, range)
    case .indexed: return indexed(arguments, function, range)
    case .lookup: return lookup(arguments, function, range)
    case .position: return position(arguments[0], range)
    case .random:
      randomPlaces += 1
      return Meaning(.random(place: randomPlaces - 1), .known(.number), range)
    }
  }

  private mutating func choose(_ arguments: [Phrase], _ range: Range<Int>) -> Meaning {
    let condition = condition(of: arguments[0])
    let results = [meaning(of: arguments[1]), meaning(of: arguments[2])]
    guard let alike = unified(results, for: "if", range) else { return .broken(range) }
    return Meaning(
      .choose(condition: condition, alike.steps[0], otherwise: alike.steps[1]), alike.type, range,
      choices: alike.choices)
  }

  private mutating func firstFilled(_ arguments: [Phrase], _ range: Range<Int>) -> Meaning {
    let results = arguments.map { meaning(of: $0) }
    guard let alike = unified(results, for: "coalesce", range) else { return .broken(range) }
    return Meaning(.firstFilled(alike.steps), alike.type, range, choices: alike.choices)
  }

  private mutating func once(_ argument: Phrase, _ range: Range<Int>) -> Meaning {
    keepsCandidate = true
    let value = meaning(of: argument)
    return value.isBroken
      ? value : Meaning(.once(value.step), value.type, range, choices: value.choices)
  }

  private mutating func oneOf(_ arguments: [Phrase], _ range: Range<Int>) -> Meaning {
    let value = meaning(of: arguments[0])
    if value.known == .choices {
      report(.error(value.range, .equalsOnChoices))
      return .broken(range)
    }
    var options: [Step] = []
    var isSound = !value.isBroken
    for argument in arguments.dropFirst() {
      let option = meaning(of: argument)
      if option.known == .choices {
        report(.error(option.range, .equalsOnChoices))
        isSound = false
      } else if let (_, step) = agreed(value, option, option.range) {
        options.append(step)
      } else {
        isSound = false
      }
    }
    return isSound ? .condition(.oneOf(value.step, options), range) : .broken(range)
  }

  private mutating func matches(_ arguments: [Phrase], _ range: Range<Int>) -> Meaning {
    let value = meaning(of: arguments[0])
    guard case .text(let text) = arguments[1].kind else {
      report(.error(arguments[1].range, .quotedTextExpected("regex", argument: 2)))
      return .broken(range)
    }
    do {
      let pattern = try Pattern(text)
      return value.isBroken ? value : .condition(.matches(value.step, pattern), range)
    } catch {
      // The quote before the pattern is one byte.
      let start = arguments[1].range.lowerBound + 1
      let place = start + error.range.lowerBound..<start + error.range.upperBound
      report(.error(place, .badPattern(error)))
      return .broken(range)
    }
  }

  // MARK: Functions of a question

  private mutating func question(
    _ phrase: Phrase, _ function: Function
  ) -> (symbol: Symbol, type: ValueType)? {
    if case .name(let name) = phrase.kind { return single(name, phrase.range) }
    report(.error(phrase.range, .questionExpected(function.name)))
    return nil
  }

  private mutating func missing(
    _ argument: Phrase, _ function: Function, _ range: Range<Int>
  ) -> Meaning {
    guard let (symbol, _) = question(argument, function) else { return .broken(range) }
    refer(to: symbol, .special)
    return Meaning(.special(symbol.index), .known(.text), range, choices: symbol.specials)
  }

  private mutating func label(
    _ argument: Phrase, _ function: Function, _ range: Range<Int>
  ) -> Meaning {
    guard let (symbol, type) = question(argument, function) else { return .broken(range) }
    guard type == .choice || type == .choices else {
      let name = names[symbol.index] ?? ""
      report(.error(argument.range, .choiceQuestionExpected(function.name, name: name)))
      return .broken(range)
    }
    refer(to: symbol, .label)
    return Meaning(.label(symbol.index), .known(.text), range)
  }

  private mutating func labelOf(
    _ arguments: [Phrase], _ function: Function, _ range: Range<Int>
  ) -> Meaning {
    let value = meaning(of: arguments[0])
    let place = arguments[1].range
    guard case .text(let text) = arguments[1].kind, text.hasPrefix("${"), text.hasSuffix("}") else {
      report(.error(place, .quotedQuestionExpected))
      return .broken(range)
    }
    guard let symbol = symbol(String(text.dropFirst(2).dropLast()), place) else {
      return .broken(range)
    }
    guard symbol.role == .value(.choice) || symbol.role == .value(.choices) else {
      let name = names[symbol.index] ?? ""
      report(.error(place, .choiceQuestionExpected(function.name, name: name)))
      return .broken(range)
    }
    if let literal = value.literal, !literal.written.isEmpty,
      !isKnown(literal.written, in: symbol.choices, value.range)
    {
      return .broken(range)
    }
    return value.isBroken
      ? value : Meaning(.labelOf(value.step, symbol: symbol.index), .known(.text), range)
  }

  // MARK: Functions of places

  private mutating func position(_ argument: Phrase, _ range: Range<Int>) -> Meaning {
    guard case .parent = argument.kind else {
      report(.error(argument.range, .valueInPosition))
      return .broken(range)
    }
    guard !scope.repeats.isEmpty else {
      report(.error(range, .positionOutsideRepeat))
      return .broken(range)
    }
    readsPosition = true
    return Meaning(.position, .known(.number), range)
  }

  private mutating func indexed(
    _ arguments: [Phrase], _ function: Function, _ range: Range<Int>
  ) -> Meaning {
    guard arguments.count % 2 == 1 else {
      report(.error(range, .unpairedPosition))
      return .broken(range)
    }
    guard case .name(let name) = arguments[0].kind else {
      report(.error(arguments[0].range, .questionExpected(function.name)))
      return .broken(range)
    }
    guard let symbol = symbol(name, arguments[0].range) else { return .broken(range) }
    guard case .value(let type) = symbol.role else {
      report(.error(arguments[0].range, symbol.role == .group ? .group(name) : .repeated(name)))
      return .broken(range)
    }
    let given = arguments.count / 2
    let outer = symbol.repeats.count - given
    var positions: [Step] = []
    for pair in 0..<given {
      let place = arguments[1 + 2 * pair]
      let expected = outer + pair >= 0 ? symbol.repeats[outer + pair] : nil
      guard isRepeat(place, expected, around: name) else { return .broken(range) }
      guard let step = positionStep(arguments[2 + 2 * pair], 3 + 2 * pair, function) else {
        return .broken(range)
      }
      positions.append(step)
    }
    guard scope.repeats.starts(with: symbol.repeats[..<outer]) else {
      report(.error(arguments[0].range, .readFromOutside(name)))
      return .broken(range)
    }
    refer(to: symbol, .every(within: outer))
    return Meaning(
      .indexed(symbol.index, positions: positions), .known(type), range, choices: symbol.choices)
  }

  private mutating func isRepeat(_ phrase: Phrase, _ expected: Int?, around name: String) -> Bool {
    guard case .name(let place) = phrase.kind else {
      report(.error(phrase.range, .repeatExpected))
      return false
    }
    guard let symbol = symbol(place, phrase.range) else { return false }
    guard symbol.role == .repeated, symbol.index == expected else {
      report(.error(phrase.range, .repeatNotAround(place, name: name)))
      return false
    }
    return true
  }

  private mutating func positionStep(
    _ phrase: Phrase, _ place: Int, _ function: Function
  ) -> Step? {
    let meaning = meaning(of: phrase)
    doubt(place: meaning, of: function.name, place, least: 1)
    if let step = number(meaning) { return step }
    if let type = meaning.known {
      let fault = FormulaFault.Calling.argumentType(
        function.name, argument: place, given: type, wanted: [.number])
      report(.error(meaning.range, fault))
    }
    return nil
  }

  private mutating func lookup(
    _ arguments: [Phrase], _ function: Function, _ range: Range<Int>
  ) -> Meaning {
    var written: [String] = []
    for (place, argument) in arguments.prefix(3).enumerated() {
      guard case .text(let text) = argument.kind else {
        report(.error(argument.range, .quotedTextExpected(function.name, argument: place + 1)))
        return .broken(range)
      }
      written.append(text)
    }
    let value = meaning(of: arguments[3])
    let (list, column, keyColumn) = (written[0], written[1], written[2])
    guard let columns = scope.lists(list) else {
      let nearest = nearestName(to: list, among: scope.listNames())
      report(.error(arguments[0].range, .unknownList(list, nearest: nearest)))
      return .broken(range)
    }
    var isSound = !value.isBroken
    for (name, argument) in [(column, arguments[1]), (keyColumn, arguments[2])]
    where !columns.holds(name) {
      let nearest = columns.nearest(to: name)
      report(.error(argument.range, .unknownColumn(name, list: list, nearest: nearest)))
      isSound = false
    }
    if !lists.contains(list) { lists.append(list) }
    return isSound
      ? Meaning(
        .lookup(list: list, column: column, keyColumn: keyColumn, value.step), .known(.text), range,
        choices: scope.columnValues(list, column))
      : .broken(range)
  }
}
