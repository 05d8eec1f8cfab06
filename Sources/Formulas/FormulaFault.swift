/// All that is wrong with a formula, in the order written.
package struct FormulaFaults: Error, Hashable {
  package let faults: [FormulaFault]
}

/// One thing wrong with a formula, said to whoever writes the questionnaire.
package struct FormulaFault: Hashable, Sendable {
  package enum Severity: Hashable, Sendable {
    case error
    case warning
  }

  package let severity: Severity
  /// Where, in bytes of UTF-8 from the start of the text.
  package let range: Range<Int>
  package let fact: Fact

  package enum Fact: Hashable, Sendable {
    case empty
  }

  package func sentence(in language: Language) -> String {
    switch language {
    case .french: ""
    case .english: ""
    }
  }
}
