import Formulas
import Questions

/// What an interviewer is known by: 1 to 20 unaccented letters, digits, `-`, `.` and `_`, the first
/// a letter or a digit.
///
/// Initials rather than a name: it is kept with every event, and every export has it.
package struct InterviewerCode: Hashable, Sendable {
  package let text: String

  /// Why what was written is no code.
  package enum Fault: Error, Hashable {
    case blank
    case illFormed(String)
  }

  /// Longer than any initials, short enough for a list's column; chosen, not measured.
  private static let longest = 20

  /// Reads a code, blanks around it left out; its case is kept.
  ///
  /// - Throws: `Fault.blank`, or `Fault.illFormed` with what was written.
  package init(_ written: String) throws(Fault) {
    let text = written.trimmed
    guard let first = text.first else { throw .blank }
    guard text.count <= Self.longest, first.isLetterOrDigit, text.allSatisfy(\.isOfCode) else {
      throw .illFormed(text)
    }
    self.text = text
  }
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isASCII && (isLetter || isNumber) }

  fileprivate var isOfCode: Bool { isLetterOrDigit || "-._".contains(self) }
}

extension InterviewerCode.Fault {
  package func sentence(in language: Language) -> String {
    switch (self, language) {
    case (.blank, .french): "Il faut un code, par exemple vos initiales."
    case (.blank, .english): "A code is needed: your initials, for example."
    case (.illFormed(let written), .french):
      "«\u{A0}\(written.prefix(30))\u{A0}» n’est pas un code\u{A0}: des lettres sans accent ou des"
        + " chiffres, sans espace, 20 au plus. Par exemple MD."
    case (.illFormed(let written), .english):
      "“\(written.prefix(30))” is not a code: unaccented letters or digits, no spaces, 20 at most."
        + " For example MD."
    }
  }
}
