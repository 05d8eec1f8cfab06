/// What a formula may ask of a list's rows, by name.
package enum Columns: Hashable, Sendable {
  case named(Set<String>)
  /// The list's file is not there: any name may be one of its columns.
  case unread

  func holds(_ name: String) -> Bool {
    switch self {
    case .named(let names): names.contains(name)
    case .unread: true
    }
  }

  /// The known name nearest to another.
  func nearest(to name: String) -> String? {
    switch self {
    case .named(let names): nearestName(to: name, among: names.sorted())
    case .unread: nil
    }
  }
}
