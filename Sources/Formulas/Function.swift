/// A function of the formula language, as data.
package struct Function: Sendable {
  package let name: String
  package let arity: ClosedRange<Int>
  package let result: ValueType?

  package static let all: [Function] = []

  /// The function of that exact name.
  package static func named(_ name: String) -> Function? { nil }

  package func summary(in language: Language) -> String { "" }
}
