extension Prose {
  /// The words formulas are told in.
  struct Terms: Sendable {
    let and: String
    let or: String
    /// Before what is denied as a whole.
    let not: String
    let equals: String
    let differs: String
    let includes: String
    let excludes: String
    let isAmong: String
    let isNotAmong: String
    let nothing: String
    let candidate: String
    let instance: String
    let quoted: @Sendable (_ text: String) -> String
    /// A choice's own attribute.
    let attribute: @Sendable (_ name: String) -> String
    /// Whether a question has an answer.
    let filled: @Sendable (_ subject: String, _ isFilled: Bool) -> String
    /// Whether what is calculated holds something.
    let held: @Sendable (_ subject: String, _ isHeld: Bool) -> String
    let specialOf: @Sendable (_ question: String) -> String
    let specialFilled: @Sendable (_ question: String, _ isFilled: Bool) -> String
    /// By function, or by function and count of arguments: `$1` is the first, `$*` all of them.
    let calls: [String: String]
    /// What is said where a yes-or-no function is false.
    let denials: [String: String]

    func order(_ order: Order) -> String {
      switch order {
      case .below: "<"
      case .atMost: "≤"
      case .above: ">"
      case .atLeast: "≥"
      }
    }

    static func of(_ language: Language) -> Terms {
      switch language {
      case .french: french
      case .english: english
      }
    }
  }
}
