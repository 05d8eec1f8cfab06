/// All that is wrong with a formula, in the order written; never empty.
package struct FormulaFaults: Error, Hashable {
  package let faults: [FormulaFault]
}

/// One thing wrong with a formula, said to whoever writes the questionnaire.
package struct FormulaFault: Hashable, Sendable {
  package enum Severity: Hashable, Sendable {
    /// The formula cannot be used.
    case error
    /// It can, and does something its writer hardly meant.
    case warning
  }

  package let severity: Severity
  /// Where, in bytes of UTF-8 from the start of the text.
  package let range: Range<Int>
  package let fact: Fact

  static func error(_ range: Range<Int>, _ fault: Writing) -> FormulaFault {
    FormulaFault(severity: .error, range: range, fact: .written(fault))
  }

  static func error(_ range: Range<Int>, _ fault: Naming) -> FormulaFault {
    FormulaFault(severity: .error, range: range, fact: .named(fault))
  }

  static func error(_ range: Range<Int>, _ fault: Calling) -> FormulaFault {
    FormulaFault(severity: .error, range: range, fact: .called(fault))
  }

  static func error(_ range: Range<Int>, _ fault: Typing) -> FormulaFault {
    FormulaFault(severity: .error, range: range, fact: .typed(fault))
  }

  static func warning(_ range: Range<Int>, _ doubt: Doubt) -> FormulaFault {
    FormulaFault(severity: .warning, range: range, fact: .doubtful(doubt))
  }

  /// What is wrong; texts are as written, `nearest` is a known name a typo away.
  package enum Fact: Hashable, Sendable {
    case written(Writing)
    case named(Naming)
    case called(Calling)
    case typed(Typing)
    case doubtful(Doubt)
  }

  /// What is wrong and what to write instead, in one or two sentences.
  package func sentence(in language: Language) -> String {
    switch language {
    case .french: fact.frenchSentence
    case .english: fact.englishSentence
    }
  }
}

extension FormulaFault {
  /// How a formula is written wrongly.
  package enum Writing: Hashable, Sendable {
    case empty
    case unreadable(String)
    /// A sign of another language, and the one to write.
    case sayInstead(String, String)
    case curlyQuotes(String)
    case unclosedText(String)
    case unclosedName(String)
    case badName(String)
    case badNumber(String)
    case unclosedParenthesis(String)
    case extraParenthesis
    /// What stands where a value must; nil at the end.
    case valueExpected(String?)
    case operatorExpected(String)
    /// Deeper than that many levels.
    case tooDeep(Int)
  }

  /// What a formula names that it cannot.
  package enum Naming: Hashable, Sendable {
    case unknownName(String, nearest: String?)
    /// A word that is no `${name}`, no function call and no attribute.
    case bareWord(String, meant: String?)
    case unknownAttribute(String, nearest: String?)
    /// A value no choice has as that attribute.
    case unheldAttribute(String, attribute: String, nearest: String?)
    case unknownFunction(String, nearest: String?)
    case unknownList(String, nearest: String?)
    case unknownColumn(String, list: String, nearest: String?)
    case unknownChoice(String, nearest: String?)
    /// A text that what it is compared with never is.
    case neverHeld(String, nearest: String?)
    case specialNotOffered(String, question: String, nearest: String?)
    /// A special answer compared as if it were a value.
    case specialAsValue(String, question: String)
    /// A name between quotes, where it is but a text.
    case quotedName(String)
    case group(String)
    case repeated(String)
    case readFromOutside(String)
    case candidateOutOfPlace
    case parentOutOfPlace
    /// Something else than `..` in `position(..)`.
    case valueInPosition
    case positionOutsideRepeat
  }

  /// How a function is called wrongly.
  package enum Calling: Hashable, Sendable {
    case arity(String, given: Int, allowed: ClosedRange<Int>)
    /// A repeat in `indexed-repeat` without its position.
    case unpairedPosition
    case questionExpected(String)
    case quotedQuestionExpected
    case choiceQuestionExpected(String, name: String)
    case repeatExpected
    case repeatNotAround(String, name: String)
    case quotedTextExpected(String, argument: Int)
    /// The argument counts from 1.
    case argumentType(String, argument: Int, given: ValueType, wanted: [ValueType])
    case badPattern(PatternFault)
    case badDirective(String)
    case noDirective(String)
  }

  /// What types a formula mixes.
  package enum Typing: Hashable, Sendable {
    case neverEqual(ValueType, ValueType)
    /// The function whose results differ in type.
    case branchesDiffer(String, ValueType, ValueType)
    /// A text in quotes that does not read as what stands beside it.
    case textIsNo(String, ValueType)
    case notOrdered(ValueType)
    case neverCompared(ValueType, ValueType)
    case notCalculable(ValueType)
    case textsAdded
    /// A date without its quotes, which is a subtraction.
    case unquotedDate(String)
    case datesDoNot(String)
    case conditionExpected(ValueType)
    case equalsOnChoices
    case blankTestOnChoices(isEqual: Bool)
    case notANumberText
    case resultType(ValueType, wanted: [ValueType])
  }

  /// What is dubious in a formula that can be used.
  package enum Doubt: Hashable, Sendable {
    case neverTrue
    case alwaysTrue
    /// An argument that must be a whole number, at least so large, and is not.
    case noPlace(String, argument: Int, least: Int?)
    /// Both sides of a comparison are the same; a choice's attribute, where one was to be that.
    case sameSides(attribute: String?)
    /// Two lists, or texts, with no name in common.
    case nothingInCommon
    /// A `not(… > …)` that an unanswered question makes true.
    case trueWhenBlank(String)
  }
}
