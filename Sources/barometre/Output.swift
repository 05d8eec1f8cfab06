import Glibc

/// Text to standard output and standard error, written at once: no buffer to lose.
enum Output {
  static func say(_ text: String) { say(bytes: Array(text.utf8)) }

  static func say(bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  static func complain(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  private static func write(_ bytes: [UInt8], to file: Int32) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return }
      bytes = bytes.dropFirst(max(0, count))
    }
  }

  /// How wide the terminal of standard output is, in columns; nil where it is none.
  static var columns: Int? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }

  /// Says how far something is, five times a second at most, on a terminal only.
  static func progress() -> (_ done: Int, _ of: Int) -> Void {
    guard isatty(STDERR_FILENO) == 1 else { return { _, _ in } }
    var pace = Pace()
    return { done, all in
      if pace.isDue() { complain("\r\(done) / \(all)") }
    }
  }

  /// Takes what `progress` said off the screen.
  static func endProgress() {
    if isatty(STDERR_FILENO) == 1 { complain("\r\u{1B}[K") }
  }
}
