import CTerminal
import Console
import Glibc

/// What a session can do: show a picture, and tell what the person does.
package struct TerminalDriver: ~Copyable {
  /// Colours if the terminal has them and nobody objects.
  package let theme: Theme
  /// The marks this terminal can show: `.ascii` on the Linux console and without UTF-8.
  package let glyphs: Glyphs
  /// Draw for this size; a change of it comes as `InputEvent.resize`.
  package private(set) var size: Size
  package private(set) var mouse: TerminalOptions.Mouse

  private var shown: Canvas?
  private var decoder: InputDecoder
  private var lastRead: Int64?
  private let encoding: Encoding

  /// Columns and rows.
  package struct Size: Hashable, Sendable {
    package var columns: Int
    package var rows: Int
  }

  private enum Encoding {
    case utf8
    case ascii
  }

  init(_ options: TerminalOptions) {
    theme = ct_has_colour() == 0 ? .monochrome : options.theme
    encoding = ct_is_utf8() == 0 ? .ascii : .utf8
    let isConsole = String(cString: ct_term()).hasPrefix("linux")
    glyphs = encoding == .ascii || isConsole ? .ascii : options.glyphs
    decoder = InputDecoder(escapePatience: options.line.escapePatience)
    size = Self.currentSize()
    mouse = .released
    capture(options.mouse)
  }

  /// Everything that happened since the last call, or `.tick` alone after `milliseconds`.
  ///
  /// Waits for ever when there is no limit. Paint once for all of it; after `.hangup` paint no
  /// more.
  package mutating func next(within milliseconds: Int? = nil) -> [InputEvent] {
    let end = milliseconds.map { ct_now() + Int64(max(0, $0)) }
    while true {
      let deadline = [end, settleTime].compactMap(\.self).min()
      let wait = deadline.map { Int32(clamping: max(0, $0 - ct_now())) }
      let events = events(woken: ct_wait(wait ?? -1))
      if !events.isEmpty { return events }
      if let end, ct_now() >= end { return [.tick] }
    }
  }

  /// Shows a picture: only the cells that changed are sent, in one go.
  package mutating func present(_ canvas: Canvas) {
    let picture = encoding == .ascii ? canvas.inASCII : canvas
    for run in Frame(from: shown, to: picture).runs { put(run) }
    let cursor = picture.cursor.flatMap { place in
      picture.area.contains(row: place.row, column: place.column) ? place : nil
    }
    ct_show(Int32(cursor?.row ?? -1), Int32(cursor?.column ?? -1))
    shown = picture
  }

  /// Captures the mouse or gives it back to the terminal, for selecting and pasting.
  package mutating func capture(_ mouse: TerminalOptions.Mouse) {
    guard mouse != self.mouse else { return }
    self.mouse = mouse
    ct_mouse(mouse == .captured ? 1 : 0)
  }

  /// Makes the next picture a full one, for a screen that something else has written on.
  package mutating func redraw() {
    ct_blank()
    shown = nil
  }

  /// Stops the program as job control does; returns when it is continued, to be painted anew.
  package mutating func suspend() {
    ct_suspend()
    returned()
  }

  /// Gives the terminal to another program while `body` runs.
  package mutating func lend<Result>(_ body: () -> Result) -> Result {
    ct_leave()
    let result = body()
    ct_return()
    returned()
    return result
  }

  package func beep() { ct_beep() }
}

extension TerminalDriver {
  private static func currentSize() -> Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    ct_size(&rows, &columns)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  private mutating func returned() {
    size = Self.currentSize()
    shown = nil
  }

  /// When the decoder gives out what it holds back, on the clock of `ct_now`.
  private var settleTime: Int64? {
    guard let patience = decoder.patience, let lastRead else { return nil }
    return lastRead + Int64(patience)
  }

  /// What a wait ended with; nothing when it just ended.
  private mutating func events(woken: Int32) -> [InputEvent] {
    if woken & Int32(CT_GONE) != 0 { return readKeys().map(InputEvent.key) + [.hangup] }
    var events = woken & Int32(CT_SIGNAL) != 0 ? signals() : []
    if woken & Int32(CT_INPUT) != 0 {
      events += readKeys().map(InputEvent.key)
    } else if let settleTime, ct_now() >= settleTime {
      events += decoder.settle().map(InputEvent.key)
    }
    return events
  }

  /// The signals that came; any number of changes of size make one event.
  private mutating func signals() -> [InputEvent] {
    let before = size
    var events: [InputEvent] = []
    var number = ct_signal()
    while number != 0 {
      switch number {
      case SIGWINCH: resize()
      case SIGTSTP:
        suspend()
        events.append(.resumed)
      case SIGCONT:
        lend {}
        events.append(.resumed)
      // What is left asks to leave.
      default: events.append(.terminate(signal: number))
      }
      number = ct_signal()
    }
    guard size != before else { return events }
    return events + [.resize(columns: size.columns, rows: size.rows)]
  }

  private mutating func resize() {
    let current = Self.currentSize()
    guard current != size else { return }
    size = current
    ct_resize(Int32(current.rows), Int32(current.columns))
    shown = nil
  }

  private mutating func readKeys() -> [Key] {
    var drain: [RawInput] = []
    var input = ct_input()
    while ct_read(&input) != 0 {
      let now = ct_now()
      let gap = lastRead.map { Int(now - $0) } ?? 0
      lastRead = now
      // Below what a finger can do, two keys came together.
      if let key = RawKey(input) { drain.append(RawInput(key, gap: gap < 5 ? 0 : gap)) }
    }
    return decoder.decode(drain)
  }

  private func put(_ run: Frame.Run) {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(run.cells.count)
    for cell in run.cells where cell.width > 0 {
      var mark = UInt32(CT_CELL) | (cell.width == 2 ? UInt32(CT_WIDE) : 0)
      for scalar in cell.cluster {
        scalars.append(scalar.value | mark)
        mark = 0
      }
    }
    let look = theme.look(of: run.style)
    ct_put(
      Int32(run.row), Int32(run.column), scalars, Int32(scalars.count),
      look.attributes.rawValue, look.foreground.number)
  }
}

extension Look.Colour? {
  /// The colour's number in `CTerminal.h`.
  fileprivate var number: Int32 {
    switch self {
    case nil: Int32(CT_DEFAULT)
    case .red: Int32(CT_RED)
    case .green: Int32(CT_GREEN)
    case .magenta: Int32(CT_MAGENTA)
    }
  }
}
