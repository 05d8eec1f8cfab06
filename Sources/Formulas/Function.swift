/// A function of the formula language, as data: the checker, the manual and the tests read it.
package struct Function: Sendable {
  package let name: String
  /// In order; the last stands for all further ones.
  package let parameters: [Parameter]
  /// How many arguments it takes; `.max` where there is no most.
  package let arity: ClosedRange<Int>
  package let result: Result
  private let french: String
  private let english: String
  let body: Body

  package struct Parameter: Hashable, Sendable {
    package let name: String
    package let accepts: Accepts
    package let reads: Reading
  }

  /// What an argument may be.
  package enum Accepts: Hashable, Sendable {
    /// Anything, in its plain form where a text is needed.
    case anything
    case condition
    case number
    case date
    /// A date, a date with time or a time.
    case moment
    /// A number or a moment.
    case ordered
    /// A text, a choice or choices.
    case words
    /// The name of a choice of the first argument's list.
    case choiceName
    /// A text in quotes, known before anything runs.
    case quoted
    /// `${question}`, in quotes for `jr:choice-name`.
    case question
    case repeated
    /// `..`
    case parent
  }

  /// Which instances an argument that is a `${question}` in a repeat stands for.
  package enum Reading: Hashable, Sendable {
    case here
    case everyIfAlone
    case every
  }

  /// The type of what it yields.
  package enum Result: Hashable, Sendable {
    case always(ValueType)
    /// The type all of these arguments have, counted from 0.
    case alike(from: Int)
    /// A choice of the first argument's list, or a text.
    case element
  }

  /// What it does; blank arguments are the body's to judge.
  enum Body: Sendable {
    case one(@Sendable (Value) -> Value)
    case two(@Sendable (Value, Value) -> Value)
    /// Instances gathered stand in the row as arguments of their own.
    case many(@Sendable ([Value]) -> Value)
    case told(@Sendable ([Value], any Surroundings) -> Value)
    /// The checker and the evaluation know it themselves.
    case form(Form)
  }

  enum Form: Hashable, Sendable {
    case choose
    case firstFilled
    case once
    case oneOf
    case matches
    case special
    case label
    case labelOf
    case indexed
    case lookup
    case position
    case random
  }

  init(
    _ name: String, _ parameters: [Parameter], _ arity: ClosedRange<Int>? = nil,
    gives result: Result, fr french: String, en english: String, _ body: Body
  ) {
    self.name = name
    self.parameters = parameters
    self.arity = arity ?? parameters.count...parameters.count
    self.result = result
    self.french = french
    self.english = english
    self.body = body
  }

  /// One line of the manual.
  package func summary(in language: Language) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }

  /// How it is called: `substr(text, start, end?)`, `concat(value, …)`.
  package var signature: String {
    var names = parameters.enumerated().map { place, parameter in
      parameter.name + (place < arity.lowerBound || arity.upperBound == .max ? "" : "?")
    }
    if arity.upperBound == .max { names.append("…") }
    return "\(name)(\(names.joined(separator: ", ")))"
  }

  /// Every function, by subject.
  package static let all: [Function] =
    Subject.allCases.flatMap(\.functions)

  /// The function of that exact name.
  package static func named(_ name: String) -> Function? {
    byName[name]
  }

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

extension Function.Parameter {
  static func value(_ name: String) -> Self { Self(name: name, accepts: .anything, reads: .here) }
  static func condition(_ name: String) -> Self {
    Self(name: name, accepts: .condition, reads: .here)
  }
  static func number(_ name: String) -> Self { Self(name: name, accepts: .number, reads: .here) }
  static func date(_ name: String) -> Self { Self(name: name, accepts: .date, reads: .here) }
  static func moment(_ name: String) -> Self { Self(name: name, accepts: .moment, reads: .here) }
  static func words(_ name: String) -> Self { Self(name: name, accepts: .words, reads: .here) }
  static func quoted(_ name: String) -> Self { Self(name: name, accepts: .quoted, reads: .here) }
  static func question(_ name: String) -> Self {
    Self(name: name, accepts: .question, reads: .here)
  }
  static func gathered(_ name: String, _ accepts: Function.Accepts) -> Self {
    Self(name: name, accepts: accepts, reads: .everyIfAlone)
  }
  static func list(_ name: String) -> Self { Self(name: name, accepts: .anything, reads: .every) }
}
