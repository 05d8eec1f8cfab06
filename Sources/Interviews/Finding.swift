import Formulas
import Questions

/// One check in one frame.
package struct CheckSpot: Hashable, Sendable {
  /// By place in `Questionnaire.checks`.
  package let check: Int
  package let frame: Int
}

/// A warning confirmed, for the values it looked at.
struct Confirmation: Hashable, Sendable {
  let explanation: String
  let values: [Value]
}

/// Something the person should know of an answer, or of several together.
package struct Finding: Hashable, Sendable {
  package enum Matter: Hashable, Sendable {
    case required
    case check(CheckSpot, Check.Severity, confirmed: String?)
  }

  package let matter: Matter
  /// The question to go to.
  package let spot: Spot
  /// Every question it reads, to jump to.
  package let reads: [Spot]

  /// Those it reads but for the one it names.
  package var others: [Spot] { reads.filter { $0 != spot } }

  /// Finishing is refused.
  package var blocks: Bool {
    switch matter {
    case .required, .check(_, .error, _): true
    case .check(_, .warning, _), .check(_, .info, _): false
    }
  }

  /// Said once, and asks nothing.
  package var informs: Bool {
    switch matter {
    case .check(_, .info, _): true
    case .required, .check(_, .error, _), .check(_, .warning, _): false
    }
  }

  /// A warning that still waits to be confirmed.
  package var asks: Bool {
    switch matter {
    case .check(_, .warning, let confirmed): confirmed == nil
    case .required, .check(_, .error, _), .check(_, .info, _): false
    }
  }
}
