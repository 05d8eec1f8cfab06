import Formulas

/// What is wrong in a questionnaire file, for its author: facts and a place.
package struct Problem: Error, Hashable, Sendable {
  package enum Severity: Hashable, Sendable {
    case error
    case warning
  }

  package enum Fact: Hashable, Sendable {
    case notJSON(JSONFault.Fact)
    case newerFormat(Int, newest: Int)
    case missingKey(String, on: Owner)
    case wrongType(String, expected: Shape)
    case unknownKey(String, nearest: String?)
    /// A further key of a choice, a typo away from one that means something.
    case attributeLikeKey(String, nearest: String)
    /// A key of other types; `meant` is this type's for it.
    case misplacedKey(String, on: Owner, meant: String?)
    case duplicateKey(String)
    case unknownWord(String, key: String, allowed: [String], nearest: String?)
    case badName(String)
    case badIdentifier(String)
    case duplicateName(String, line: Int)
    case duplicateCheck(String)
    case duplicateIndicator(String)
    /// No question of that name holds one value where it is wanted.
    case noSuchQuestion(String, key: String, nearest: String?)
    case tooSmall(String, least: Int)
    case duplicateLanguage(String)
    case badLanguage(String)
    /// In so many texts.
    case undeclaredLanguage(String, texts: Int)
    /// Declared, and in no text.
    case neverTranslated(String)
    case duplicateChoice(String, list: String)
    case spaceInChoice(String, list: String, type: ItemType)
    /// A choice written as its name alone.
    case bareChoice(String)
    /// A type with its list behind it, as XLSForm writes.
    case listInType(String, ItemType, list: String)
    case unknownList(String, nearest: String?)
    case unknownSpecial(String, nearest: String?)
    case duplicateSpecial(String)
    /// A special answer offered beside a choice of that name.
    case specialLikeChoice(String, list: String)
    /// A name twice under one key.
    case namedTwice(String, key: String)
    case spaceInName(String)
    case unknownLanguage(String, nearest: String?)
    case missingTranslation(String)
    case unknownPipe(String, nearest: String?)
    case badPipe(String)
    case unclosedPipe
    /// Piped where nothing is: a choice's label, the title.
    case pipeOutOfPlace(String)
    case pipedGroup(String)
    /// `${_position}` where no repeat is around.
    case pipedOutsideRepeat(String)
    /// `{name}`, which is shown as it is.
    case bracesAlone(String)
    /// One of many instances, piped from outside its repeat.
    case pipedFromOutside(String, roster: String)
    case emptyText
    case emptyList(String)
    case crossed(String, String)
    case pattern(PatternFault)
    case formula(FormulaFault)
    case cycle([String])
    /// A formula reads what is asked later, on that line.
    case forward(String, line: Int)
    case neverAsked(Owner, nor: [String])
    case neverHolds(String)
    /// A check that everything answered satisfies.
    case neverFails(String)
    /// A check whose `relevant` never holds.
    case neverLooked(String)
    /// A choice, and how many more of its list.
    case neverOffered(String, others: Int)
    /// A choice without what the filter reads of it, and how many more are never offered.
    case lacksAttribute(String, attribute: String, others: Int)
    /// The label of two choices, by name.
    case labelTwice(String, String, String)
    case refusedDefault(Rejection)
    case unusedList(String)
    case choicesAlike(String, String, list: String)
    case moreThanChoices(String, choices: Int)
    case negative(String)
    case tooManyDigits(String)
    case tooLarge(String, most: Int)
    /// No second value lies on the step.
    case stepTooLarge
    /// A key that does nothing where another stands.
    case uselessBeside(String, String)
    /// Fewer than two questions to cross.
    case tooFewCrossed
    case readsItself(String)
    case notPositive(String)
    /// A date may be given less precise than asked, not more.
    case finerThanAsked(String, String)
    case severalOthers(String)
    /// A list's file is sought by its name alone.
    case badFileName(String)
    case noListFile(String)
    case listFile(String, ListFault)
    case unknownColumn(String, file: String, nearest: String?)
    /// Two rows of a list's file, from 1 below its header, have the same key.
    case keyTwice(String, file: String, rows: [Int])
    /// Several rows of a file cannot be one answer.
    case fileListOf(ItemType, list: String)
    /// Something kept with the other answers reads one that is kept apart.
    case readsDirect(String)
  }

  /// What a sentence is about.
  package enum Owner: Hashable, Sendable {
    case questionnaire
    /// A question, a group or a repeat, by name and type; the name is empty where it has none.
    case item(String, ItemType?)
    /// By name; nil where it has none.
    case choice(String?)
    case list(String)
    case check(String?)
    case special(String?)
    case indicator(String?)
    case unit(String)
    case disclosure
    case retention
    case target
  }

  /// What a value should have been.
  package enum Shape: Hashable, Sendable {
    case object
    case array
    case arraysOfNames
    case string
    case wholeNumber
    case number
    case flag
    case flagOrFormula
    case localizedText
    case formula
  }

  package let severity: Severity
  package let fact: Fact
  /// Byte offset in the file.
  package let offset: Int
  package let place: Place

  package init(_ fact: Fact, severity: Severity = .error, at offset: Int, in json: JSONText) {
    self.fact = fact
    self.severity = severity
    self.offset = offset
    place = json.place(of: offset)
  }

  /// Of a file that is no JSON.
  init(_ fault: JSONFault, in bytes: [UInt8]) {
    fact = .notJSON(fault.fact)
    severity = .error
    offset = fault.offset
    place = Place(of: offset, in: bytes)
  }

  /// `file:line:column: error: sentence`, as compilers and editors read it: one line, whatever the
  /// file quotes.
  package func line(of file: String, in language: Language) -> String {
    let word =
      switch (severity, language) {
      case (.error, .french): "erreur"
      case (.error, .english): "error"
      case (.warning, .french): "attention"
      case (.warning, .english): "warning"
      }
    let sentence = sentence(in: language).shortened(to: 600)
    return "\(file):\(place.line):\(place.column): \(word): \(sentence)".harmless()
  }

  package func sentence(in language: Language) -> String {
    let sentence =
      switch language {
      case .french: fact.french
      case .english: fact.english
      }
    // A formula's sentences may begin with a function's name.
    if case .formula = fact { return sentence }
    return sentence.prefix(1).uppercased() + sentence.dropFirst()
  }
}

/// All that is wrong in one questionnaire file, in file order.
package struct Problems: Error, Hashable, Sendable {
  package let all: [Problem]
}
