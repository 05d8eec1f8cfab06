/// What a name stands for where a formula is written.
package struct Symbol: Hashable, Sendable {
  package enum Role: Hashable, Sendable {
    case value(ValueType)
    case group
    /// The repeat itself, which only `count` and `indexed-repeat` may name.
    case repeated
  }

  /// The caller's own number, handed back in `Reference` and to `Surroundings`.
  package let index: Int
  package let role: Role
  /// Indices of the repeats around it, outermost first; a repeat's own symbol leaves itself out.
  package let repeats: [Int]
  /// The names its list has, or the texts a calculation may give; nil if they are not known.
  package let choices: Set<String>?
  /// The special answers it offers; nil if they are not known.
  package let specials: Set<String>?

  package init(
    index: Int, role: Role, repeats: [Int] = [], choices: Set<String>? = nil,
    specials: Set<String>? = nil
  ) {
    self.index = index
    self.role = role
    self.repeats = repeats
    self.choices = choices
    self.specials = specials
  }
}

/// What a formula may name, and where it stands.
package struct Scope {
  /// What an exact name stands for; nil if nothing is called so.
  package var symbols: (String) -> Symbol?
  /// Every name, to offer the nearest.
  package var names: () -> [String]
  /// Indices of the repeats around the formula, outermost first.
  package var repeats: [Int]
  /// What `.` is, in the role of a value; nil where `.` may not stand.
  package var candidate: Symbol?
  /// The names a choice or choices the formula yields may have; nil: those `.` may have.
  package var results: Set<String>?
  /// Bare names allowed, in a `choice_filter` or a choice's `relevant`; nil elsewhere.
  package var attributes: Columns?
  /// What the choices hold under a bare name; nil where that is not known.
  package var attributeValues: (String) -> Set<String>? = { _ in nil }
  /// What a column of a list holds; nil where that is not known.
  package var columnValues: (String, String) -> Set<String>? = { _, _ in nil }
  /// The names of the choices so labelled in some language, whatever their list.
  package var choicesLabelled: (String) -> Set<String> = { _ in [] }
  /// A list's columns, by the list's name; nil if there is no such list.
  package var lists: (String) -> Columns?
  package var listNames: () -> [String]
  /// Whether all the formula names is known to hold a value, as in a check without `relevant`.
  package var everythingIsAnswered: Bool

  package init(
    symbols: @escaping (String) -> Symbol?, names: @escaping () -> [String], repeats: [Int] = [],
    candidate: Symbol? = nil, attributes: Columns? = nil,
    lists: @escaping (String) -> Columns? = { _ in nil },
    listNames: @escaping () -> [String] = { [] }, everythingIsAnswered: Bool = false
  ) {
    self.symbols = symbols
    self.names = names
    self.repeats = repeats
    self.candidate = candidate
    self.attributes = attributes
    self.lists = lists
    self.listNames = listNames
    self.everythingIsAnswered = everythingIsAnswered
  }
}

/// One thing a formula reads.
package struct Reference: Hashable, Sendable {
  package enum Reach: Hashable, Sendable {
    /// The value of this instance.
    case one
    /// Every instance below this instance of the repeats around both, `within` repeats deep.
    case every(within: Int)
    /// The special answer of this instance, by `missing()`.
    case special
    /// The choice of this instance and its label now shown, by `choice-name()`.
    case label
  }

  package let symbol: Int
  package let reach: Reach

  package init(symbol: Int, reach: Reach) {
    self.symbol = symbol
    self.reach = reach
  }
}
