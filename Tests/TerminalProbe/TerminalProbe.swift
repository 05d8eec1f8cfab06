import Console
import Glibc
import Terminal

/// A program for tests: draws a canvas, lists what it is told, and ends in the ways asked for.
///
/// Arguments: `mono`, `log=path`, `notice=text`, `editor=command`, `folder=path`, `released`,
/// `within=milliseconds`.
@main
struct TerminalProbe {
  private var events: [String] = []
  private var patience: Int?
  private var editor: EditorLauncher?
  private var edited = ""

  static func main() {
    var options = TerminalOptions()
    var probe = Self()
    var folder = "/tmp"
    var command: String?
    for argument in CommandLine.arguments.dropFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      switch (parts[0], parts.last) {
      case ("mono", _): options.theme = .monochrome
      case ("within", let number): probe.patience = number.flatMap { Int($0) }
      case ("released", _): options.mouse = .released
      case ("log", let path): options.errorLog = path
      case ("notice", let text): options.crashNotice = text.map { $0 + "\n" }
      case ("editor", let words): command = words
      case ("folder", let path): folder = path ?? folder
      // A word the tests do not use.
      default: break
      }
    }
    probe.editor = EditorLauncher(visual: command, editor: nil, folder: folder)
    do throws(TerminalFault) {
      let status = try probe.run(options)
      print("left \(status)")
      exit(status)
    } catch {
      print("fault \(error)")
      exit(3)
    }
  }

  private mutating func run(_ options: TerminalOptions) throws(TerminalFault) -> Int32 {
    var session = try TerminalSession(options)
    let remarks = session.remarks.map { "\($0)" }
    while true {
      session.driver.present(picture(session.driver, remarks))
      for event in session.driver.next(within: patience) {
        if event != .tick || events.last != "tick" { events.append(Self.name(of: event)) }
        if let status = act(on: event, &session.driver) { return status }
      }
    }
  }

  /// What one event does; a status to leave with, or `nil` to go on.
  private mutating func act(on event: InputEvent, _ driver: inout TerminalDriver) -> Int32? {
    switch event {
    case .hangup: return 129
    case .terminate(let signal): return 128 + signal
    case .key(.control("q")): return 0
    case .key(.control("t")): crash(at: [0].count)
    case .key(.control("x")): exit(7)
    case .key(.control("z")): driver.suspend()
    case .key(.control("o")): edit(&driver)
    case .key(.control("r")): driver.capture(driver.mouse == .captured ? .released : .captured)
    case .key(.control("p")): perror("stray text")
    case .key, .resize, .resumed, .tick: break
    }
    return nil
  }

  /// Reads past the end of an array, as a bug would.
  private func crash(at index: Int) {
    let one = [0]
    events.count >= 0 ? print(one[index]) : ()
  }

  private mutating func edit(_ driver: inout TerminalDriver) {
    do throws(EditorFault) {
      edited = try editor?.edit("avant\nencore", on: &driver) ?? ""
    } catch {
      edited = "\(error)"
    }
  }

  private func picture(_ driver: borrowing TerminalDriver, _ remarks: [String]) -> Canvas {
    var canvas = Canvas(
      columns: driver.size.columns, rows: driver.size.rows, glyphs: driver.glyphs)
    canvas.write(" Sonde · été œuvre 漢字 e\u{301} ✓", row: 0, column: 0, style: .title)
    canvas.write("\(driver.size.columns)×\(driver.size.rows)", row: 1, column: 0)
    canvas.write(driver.glyphs.done, row: 1, column: 20, style: .success)
    canvas.write("erreur", row: 1, column: 22, style: .error)
    canvas.rule(row: 2)
    for (index, event) in Array(events.enumerated()).suffix(8).enumerated() {
      canvas.write("\(event.offset + 1) \(event.element)", row: 3 + index, column: 0)
    }
    for (index, remark) in remarks.enumerated() { canvas.write(remark, row: 12 + index, column: 0) }
    canvas.write("editor: \(edited)", row: 15, column: 0)
    canvas.write("coin", row: canvas.rows - 1, endingAt: canvas.columns)
    canvas.cursor = Canvas.Position(row: 3, column: 5)
    return canvas
  }

  private static func name(of event: InputEvent) -> String {
    switch event {
    case .key(.paste(let text)): "paste \(text.count) \(text.prefix(40))"
    case .key(let key): "\(key)"
    case .resize(let columns, let rows): "resize \(columns) \(rows)"
    case .hangup: "hangup"
    case .terminate(let signal): "terminate \(signal)"
    case .resumed: "resumed"
    case .tick: "tick"
    }
  }
}
