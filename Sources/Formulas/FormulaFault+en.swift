extension FormulaFault.Fact {
  var englishSentence: String {
    switch self {
    case .written(let fault): fault.englishSentence
    case .named(let fault): fault.englishSentence
    case .called(let fault): fault.englishSentence
    case .typed(let fault): fault.englishSentence
    case .doubtful(.neverTrue): "This can never be true: no value satisfies all of it."
    case .doubtful(.noPlace(let function, let argument, nil)):
      "This is always blank: argument \(argument) of \(function)() must be a whole number."
    case .doubtful(.noPlace(let function, let argument, let least?)):
      "This is always blank: argument \(argument) of \(function)() must be a whole number, \(least) or"
        + " more."
    case .doubtful(.alwaysTrue):
      "This is always true: whatever is answered, one part of it holds. Write and for or?"
    case .doubtful(.sameSides(nil)): "Both sides are the same."
    case .doubtful(.sameSides(let attribute?)):
      "Both sides are the same: write \(attribute), without ${}, for the choice’s attribute."
    case .doubtful(.nothingInCommon):
      "These two have no value in common: they are never equal."
    case .doubtful(.trueWhenBlank(let name)):
      "This is true when ‘\(name)’ is unanswered: turn the comparison round, or add ${\(name)} != ''."
    }
  }
}

extension FormulaFault.Writing {
  fileprivate var englishSentence: String {
    switch self {
    case .empty: "This formula is empty."
    case .unreadable(let sign): "‘\(sign)’ means nothing in a formula."
    case .sayInstead(let written, let instead):
      "‘\(written)’ means nothing in a formula: write ‘\(instead)’."
    case .curlyQuotes(let text): "\(text) has curly quotes: write straight ones, ' or \"."
    case .unclosedText(let text): "The text \(text) is never closed: end it with the same quote."
    case .unclosedName(let name): "‘\(name)’ is never closed: end it with ‘}’."
    case .badName(let name):
      "‘\(name)’ is not a name: only letters, digits and _ may stand between ${ and }."
    case .badNumber(let text):
      "‘\(text)’ is not a number: write digits, at most 38, with a point for decimals."
    case .unclosedParenthesis(let opening): "‘\(opening)’ is never closed: a ‘)’ is missing."
    case .extraParenthesis: "This ‘)’ closes nothing: remove it, or add a ‘(’ before."
    case .valueExpected(nil): "The formula ends here, where a value is expected."
    case .valueExpected(let found?): "A value is expected here, not ‘\(found)’."
    case .operatorExpected(let found):
      "An operator such as =, and, + is expected before ‘\(found)’, or the end."
    case .tooDeep(let limit):
      "This nests deeper than \(limit) levels: move a part into a calculation of its own."
    }
  }
}

extension FormulaFault.Naming {
  fileprivate var englishSentence: String {
    switch self {
    case .unknownName(let name, let nearest):
      "No question is called ‘\(name)’.\(didYouMean(nearest))"
    case .bareWord(let word, let meant?): "‘\(word)’ alone means nothing here: write ‘\(meant)’."
    case .bareWord(let word, nil):
      "‘\(word)’ alone means nothing here: write '\(word)' for a text, ${\(word)} for a question."
    case .unknownAttribute(let name, let nearest):
      "The choices have no attribute ‘\(name)’.\(didYouMean(nearest))"
    case .unheldAttribute(let value, let attribute, let nearest):
      "No choice has ‘\(value)’ as its ‘\(attribute)’.\(didYouMean(nearest))"
    case .unknownFunction(let name, let nearest):
      "No function is called ‘\(name)’.\(didYouMean(nearest))"
    case .unknownList(let name, let nearest): "No list is called ‘\(name)’.\(didYouMean(nearest))"
    case .unknownColumn(let name, let list, let nearest):
      "The list ‘\(list)’ has no column ‘\(name)’.\(didYouMean(nearest))"
    case .unknownChoice(let name, let nearest):
      "The list has no choice ‘\(name)’.\(didYouMean(nearest))"
    case .neverHeld(let text, let nearest):
      "This is never ‘\(text)’.\(didYouMean(nearest))"
    case .specialNotOffered(let name, let question, let nearest):
      "‘\(question)’ does not offer the special answer ‘\(name)’.\(didYouMean(nearest))"
    case .specialAsValue(let name, let question):
      "‘\(name)’ is a special answer, which reads as blank: write missing(${\(question)}) = '\(name)'."
    case .quotedName(let name):
      "Between quotes, ‘\(name)’ is but a text: write ${\(name)}, without quotes."
    case .group(let name): "‘\(name)’ has no value: it is a group, a grid or a note."
    case .repeated(let name):
      "‘\(name)’ is a repeat: only count() and indexed-repeat() may name it."
    case .readFromOutside(let name):
      "‘\(name)’ has one value per instance: read one with indexed-repeat(), or all of them with "
        + "sum(), count(), min(), max() or join()."
    case .candidateOutOfPlace:
      "‘.’ stands only in the ‘constraint’ of a question’s own check: name the question, as ${name}."
    case .parentOutOfPlace: "‘..’ stands only in position(..)."
    case .valueInPosition: "Write position(..): the position of this instance."
    case .positionOutsideRepeat: "position(..) stands only inside a repeat."
    }
  }

  private func didYouMean(_ nearest: String?) -> String {
    nearest.map { " Did you mean ‘\($0)’?" } ?? ""
  }
}

extension FormulaFault.Calling {
  fileprivate var englishSentence: String {
    switch self {
    case .arity(let name, let given, let allowed):
      "\(name)() takes \(count(allowed)), not \(given)."
    case .unpairedPosition: "Each repeat in indexed-repeat() needs its position after it."
    case .questionExpected(let function): "\(function)() takes a question, written ${name}."
    case .quotedQuestionExpected:
      "The second argument of jr:choice-name() is a question in quotes: '${name}'."
    case .choiceQuestionExpected(let function, let name):
      "\(function)() takes a question with choices, which ‘\(name)’ is not."
    case .repeatExpected: "indexed-repeat() takes a repeat here, written ${name}."
    case .repeatNotAround(let place, let name): "‘\(place)’ is not the repeat around ‘\(name)’."
    case .quotedTextExpected(let function, let argument):
      "Argument \(argument) of \(function)() must be a text in quotes, so that it can be checked."
    case .argumentType(let function, let argument, let given, let wanted):
      "Argument \(argument) of \(function)() must be "
        + "\(wanted.map(\.english).joined(separator: " or ")), not \(given.english)."
        + adviceInEnglish(given, wanted: wanted)
    case .badPattern(let fault): fault.sentence(in: .english)
    case .badDirective(let directive):
      "format-date() does not know ‘\(directive)’: it knows %Y %y %m %n %b %B %d %e %a %A %H %M."
    case .noDirective(let text):
      "‘\(text)’ would be written as it is: format-date() takes signs such as '%d/%m/%Y'."
    }
  }

  private func count(_ allowed: ClosedRange<Int>) -> String {
    let (least, most) = (allowed.lowerBound, allowed.upperBound)
    if most == 0 { return "no argument" }
    if most == .max { return "at least \(least) argument\(least == 1 ? "" : "s")" }
    return least == most
      ? "\(least) argument\(least == 1 ? "" : "s")" : "\(least) to \(most) arguments"
  }
}

extension FormulaFault.Typing {
  fileprivate var englishSentence: String {
    switch self {
    case .neverEqual(let left, let right):
      "These are \(left.english) and \(right.english), which are never equal."
        + adviceInEnglish(left, wanted: [right])
    case .branchesDiffer(let function, let one, let other):
      "\(function)() would give sometimes \(one.english), sometimes \(other.english)."
    case .textIsNo(let text, .date):
      "'\(text)' is not a date: write '2020-07-05', '2020-07' or '2020'."
    case .textIsNo(let text, .time): "'\(text)' is not a time: write '09:30'."
    case .textIsNo(let text, let type): "'\(text)' is not \(type.english)."
    case .notOrdered(let type):
      "Only numbers, dates and times have an order, not \(type.english)."
        + adviceInEnglish(type, wanted: [.number])
    case .neverCompared(let left, let right):
      "These are \(left.english) and \(right.english), which are not compared."
        + adviceInEnglish(left, wanted: [right])
    case .notCalculable(let type):
      "Only numbers and dates are calculated with, not \(type.english)."
        + adviceInEnglish(type, wanted: [.number])
    case .textsAdded:
      "Texts are not added: write concat(…) to put them end to end, or number(…) around a text that"
        + " holds a number."
    case .unquotedDate(let date): "A date stands in quotes: write '\(date)'."
    case .datesDoNot(let sign):
      "‘\(sign)’ does not work so on a date: add or subtract days, or subtract another date."
    case .conditionExpected(.choices):
      "A condition is expected here, not several choices: write count-selected(…) > 0."
    case .conditionExpected(let type):
      "A condition is expected here, not \(type.english): compare it, as in … != ''."
    case .equalsOnChoices:
      "Several choices are never compared as one: write selected(…, 'name')."
    case .blankTestOnChoices(let isEqual):
      "For a question with several choices, write count-selected(…) \(isEqual ? "=" : ">") 0."
    case .notANumberText: "'NaN' does not exist here: a missing number is blank, so write = ''."
    case .resultType(let type, let wanted):
      "This gives \(type.english), where \(wanted.map(\.english).joined(separator: " or ")) is "
        + "expected." + adviceInEnglish(type, wanted: wanted)
    }
  }
}

/// How to turn what is given into what is wanted; empty if there is no one way.
private func adviceInEnglish(_ given: ValueType, wanted: [ValueType]) -> String {
  if given == .choices { return " Write selected(…, 'name') or count-selected(…)." }
  if given == .text, wanted.first == .number { return " Write number(…) around the text." }
  if given == .choice, wanted.first == .number { return " Write number(…) around the choice." }
  if given == .number, wanted.first == .choice { return " Write number(…) around the choice." }
  if given == .number, wanted.first == .text { return " Write number(…) around the text." }
  if given == .text, wanted.first == .date { return " Write date(…) around the text." }
  if given == .date, wanted.first == .text { return " Write date(…) around the text." }
  if given == .dateTime, wanted.first == .date { return " Write date(…) to leave out the time." }
  if given == .date, wanted.first == .dateTime { return " Write date(…) to leave out the time." }
  return ""
}

extension ValueType {
  /// The type as a sentence says it, with its article.
  var english: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .date: "a date"
    case .dateTime: "a date with time"
    case .time: "a time"
    case .boolean: "a condition"
    case .choice: "a choice"
    case .choices: "several choices"
    }
  }
}
