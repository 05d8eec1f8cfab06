import Console
import Formulas
import Reports

/// Where one is in the results: their list of parts, or one part being read.
struct ReportScreen: Hashable, Sendable {
  /// Among the parts: what to remember first, the sections, the method.
  private(set) var pointed = 0
  /// Whether the part pointed at is open.
  private(set) var isOpen = false
  private(set) var scroll = Scroll()

  mutating func point(at place: Int) { pointed = place }

  /// - Parameters:
  ///   - count: how many parts there are.
  ///   - lines: how many lines the open part has; `rows`: how many are seen.
  mutating func press(_ key: Key, _ action: Action?, of count: Int, lines: Int, rows: Int) {
    if action == .point { pointed = key.moved(from: pointed, last: count - 1) }
    if action == .scroll { scroll.press(key, rows: rows, of: lines) }
    if action == .pages {
      pointed = key.moved(from: pointed, last: count - 1)
      scroll = Scroll()
    }
    if action == .open { isOpen = true }
    if action == .close { isOpen = false }
    if action == .open || action == .close { scroll = Scroll() }
  }
}

extension App {
  /// Shows the results that were counted.
  mutating func show(_ report: Report) {
    self.report = report
    screen = .report(ReportScreen())
    message = nil
  }

  mutating func pressReport(_ key: Key) -> [Effect] {
    guard case .report(var place) = screen else { return [] }
    let action = reportBindings(place).action(for: key)
    message = nil
    if action == .close, !place.isOpen {
      screen = .home
      report = nil
      return []
    }
    if let action, let effects = perform(action) { return effects }
    let parts = reportParts
    let lines = place.isOpen ? reportLines(parts[place.pointed]).count : 0
    place.press(key, action, of: parts.count, lines: lines, rows: layout.bodyRows)
    screen = .report(place)
    return []
  }

  func reportBindings(_ place: ReportScreen) -> [Binding] {
    place.isOpen ? Bindings.reportPart : Bindings.report
  }

  /// What is read apart, in order.
  enum ReportPart: Hashable {
    case head
    /// By place.
    case section(Int)
    case method
  }

  var reportParts: [ReportPart] {
    guard let report, report.census.interviews > 0 else { return [.head] }
    return [.head] + report.sections.indices.map(ReportPart.section) + [.method]
  }

  private var textReport: TextReport? {
    report.map { TextReport(Voice($0, in: language), columns: layout.measure, glyphs: glyphs) }
  }

  func reportLines(_ part: ReportPart) -> [String] {
    guard let report, let text = textReport else { return [] }
    switch part {
    case .head: return text.head
    case .section(let place): return text.lines(of: report.sections[place], number: place + 1)
    case .method: return Array(text.foot.dropFirst())
    }
  }

  func title(of part: ReportPart) -> String {
    guard let report else { return "" }
    let voice = Voice(report, in: language)
    switch part {
    case .head: return voice.rememberTitle
    case .section(let place): return "\(place + 1). \(voice.title(ofSection: place))"
    case .method: return voice.methodTitle
    }
  }
}

// Drawn.
extension App {
  func drawReport(_ place: ReportScreen, on canvas: inout Canvas) {
    let layout = layout
    let parts = reportParts
    let title = report.map { Voice($0, in: language).title } ?? ""
    canvas.write(
      TextWidth.clipped(TextWidth.sanitized(title), to: columns - 2, glyphs: glyphs), row: 1,
      column: 1, width: columns - 2)
    var body = Body(width: columns)
    if place.isOpen {
      for line in reportLines(parts[place.pointed]) { body.line(line) }
      body.scroll = place.scroll.first
    } else {
      for (number, part) in parts.enumerated() {
        let isPointed = number == place.pointed
        body.line(
          [
            .init(column: 1, text: isPointed ? String(glyphs.pointer) : " ", style: .strong),
            .init(
              column: 3,
              text: TextWidth.clipped(
                TextWidth.sanitized(self.title(of: part)), to: columns - 4, glyphs: glyphs),
              style: isPointed ? .focus : .text),
          ], target: .init(.row, number), isEntry: true)
        if isPointed { body.markFocus(from: number, column: 3) }
      }
    }
    let area = Area(row: layout.bodyTop, column: 0, rows: layout.bodyRows, columns: columns)
    body.draw(on: &canvas, in: area, more: words.more)
  }
}
