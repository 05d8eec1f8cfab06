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
    case missingKey(String, on: String)
    case wrongType(String, expected: Shape)
    case unknownKey(String, nearest: String?)
    case misplacedKey(String, on: String)
    case duplicateKey(String)
    case unknownWord(String, key: String, allowed: [String], nearest: String?)
    case badName(String)
    case badIdentifier(String)
    case duplicateName(String, line: Int)
    case duplicateChoice(String, list: String)
    case spaceInChoice(String, list: String)
    case unknownList(String, nearest: String?)
    case unknownSpecial(String, nearest: String?)
    case unknownLanguage(String)
    case missingTranslation(String)
    case unknownPipe(String, nearest: String?)
    case badPipe(String)
    case emptyList(String)
    case crossed(String, String)
    case pattern(PatternFault)
    case formula(FormulaFault)
    case cycle([String])
    case negative(String)
    case notPositive(String)
    /// A date may be given less precise than asked, not more.
    case finerThanAsked(String, String)
    case severalOthers(String)
  }

  /// What a value should have been.
  package enum Shape: Hashable, Sendable {
    case object
    case array
    case string
    case wholeNumber
    case number
    case flag
    case localizedText
    case formula
  }

  package let severity: Severity
  package let fact: Fact
  /// Byte offset in the file.
  package let offset: Int
  package let place: Place

  package init(_ fact: Fact, severity: Severity = .error, at offset: Int, in bytes: [UInt8]) {
    self.fact = fact
    self.severity = severity
    self.offset = offset
    place = Place(of: offset, in: bytes)
  }

  /// `file:line:column: error: sentence`, as compilers and editors read it.
  package func line(of file: String, in language: Language) -> String {
    let word =
      switch (severity, language) {
      case (.error, .french): "erreur"
      case (.error, .english): "error"
      case (.warning, .french): "attention"
      case (.warning, .english): "warning"
      }
    return "\(file):\(place.line):\(place.column): \(word): \(sentence(in: language))"
  }

  package func sentence(in language: Language) -> String {
    switch language {
    case .french: fact.french
    case .english: fact.english
    }
  }
}

/// All that is wrong in one questionnaire file, in file order.
package struct Problems: Error, Hashable, Sendable {
  package let all: [Problem]
}
