extension ItemType {
  /// The keys an item of this type takes.
  package var keys: Set<String> { ItemReading.keys(of: self) }

  /// Every key some type takes, to tell a misplaced key from a misspelt one.
  package static let everyKey = allCases.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
}
