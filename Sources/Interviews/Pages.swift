/// An array kept in pages: where a copy is held, a change copies one page and not everything.
///
/// An interview is copied before each event, so that what it was can be compared with what it is.
struct Pages<Element> {
  /// All full but the last; none is empty.
  private var pages: [[Element]] = []
  private(set) var count = 0

  /// Elements in a full page: a copy costs about as many steps, and a page for each so many.
  private static var size: Int { 64 }

  init() {}

  init(repeating element: Element, count: Int) {
    for _ in 0..<count / Self.size {
      pages.append([Element](repeating: element, count: Self.size))
    }
    let rest = count % Self.size
    if rest > 0 { pages.append([Element](repeating: element, count: rest)) }
    self.count = count
  }

  mutating func append(_ element: Element) {
    if count.isMultiple(of: Self.size) { pages.append([]) }
    pages[pages.count - 1].append(element)
    count += 1
  }

  mutating func popLast() -> Element? {
    guard count > 0 else { return nil }
    count -= 1
    let last = pages[pages.count - 1].removeLast()
    if pages[pages.count - 1].isEmpty { pages.removeLast() }
    return last
  }
}

extension Pages: RandomAccessCollection, MutableCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(place: Int) -> Element {
    _read { yield pages[place / Self.size][place % Self.size] }
    _modify { yield &pages[place / Self.size][place % Self.size] }
  }
}

extension Pages: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: Element...) { for element in elements { append(element) } }
}

extension Pages: Equatable where Element: Equatable {}
extension Pages: Hashable where Element: Hashable {}
extension Pages: Sendable where Element: Sendable {}
