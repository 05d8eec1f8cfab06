/// A formula ready to run: names are numbers, literals have the type they are used as.
indirect enum Step: Hashable, Sendable {
  case constant(Value)
  /// This instance's value of a symbol.
  case symbol(Int)
  /// All instances' values, only as an argument of a function that gathers them.
  case every(Int, within: Int)
  case candidate
  case attribute(String)
  case all([Step])
  case any([Step])
  case not(Step)
  case equal(Step, Step)
  case order(Step, Order, Step)
  case isBlank(Step)
  case chain(Step, [Link])
  case negated(Step)
  /// The value in its other form, as `Value.converted(to:)` has it.
  case converted(Step, ValueType)
  case choose(condition: Step, Step, otherwise: Step)
  case firstFilled([Step])
  case once(Step)
  case oneOf(Step, [Step])
  case call(Call, [Step])
  case matches(Step, Pattern)
  case special(Int)
  case label(Int)
  case labelOf(Step, symbol: Int)
  case indexed(Int, positions: [Step])
  case lookup(list: String, column: String, keyColumn: String, Step)
  case position
  case random(place: Int)

  /// One more operand of a sum or of a product.
  struct Link: Hashable, Sendable {
    let operation: Operation
    let operand: Step
  }

  /// A function's body, told from others by its name.
  struct Call: Hashable, Sendable {
    let name: String
    let body: Function.Body

    static func == (left: Call, right: Call) -> Bool { left.name == right.name }
    func hash(into hasher: inout Hasher) { hasher.combine(name) }
  }
}
