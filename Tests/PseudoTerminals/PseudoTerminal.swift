import Glibc

/// A program running in a terminal of its own, and what that terminal shows.
package final class PseudoTerminal {
  package private(set) var screen: VirtualScreen
  /// Everything the program sent, in order.
  package private(set) var output: [UInt8] = []
  /// When it was started.
  package let started = ContinuousClock.now
  /// When the last of it came.
  package private(set) var lastReceived = ContinuousClock.now
  package let process: pid_t
  private let master: Int32
  /// Kept open so that the terminal and its settings outlive the program.
  private let slave: Int32
  private var ending: Ending?
  private var isOpen = true

  /// Why a story in a terminal cannot go on.
  package enum Failure: Error, CustomStringConvertible {
    case system(call: String, errno: Int32)
    /// Awaited in vain, with what the terminal showed instead.
    case timeout(awaited: String, screen: String)

    package var description: String {
      switch self {
      case .system(let call, let errno): "\(call): error \(errno)"
      case .timeout(let awaited, let screen): "no \(awaited); the screen shows:\n\(screen)"
      }
    }
  }

  /// Starts a program, the path first, in a session of its own.
  ///
  /// The environment is exactly the one given; TERM is `xterm-256color` unless it says otherwise.
  package init(
    _ command: [String], environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws {
    screen = VirtualScreen(columns: columns, rows: rows)
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    var unlocked: Int32 = 0
    guard master >= 0, ioctl(master, unlockRequest, &unlocked) == 0,
      ioctl(master, numberRequest, &number) == 0
    else { throw Failure.system(call: "ptmx", errno: errno) }
    let name = "/dev/pts/\(number)"
    let slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw Failure.system(call: "open", errno: errno) }
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard ioctl(master, UInt(TIOCSWINSZ), &size) == 0 else {
      throw Failure.system(call: "ioctl", errno: errno)
    }
    let variables = ["TERM": "xterm-256color", "PATH": "/usr/bin:/bin"]
      .merging(environment) { _, given in given }
    process = try spawn(command, variables, in: .newSession) { actions in
      // Opened first thing in a new session, it becomes the session's controlling terminal.
      posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
    self.master = master
    self.slave = slave
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    hangUp()
    close(slave)
  }

  /// Closes the terminal's window: the program is told to hang up.
  package func hangUp() {
    if isOpen { close(master) }
    isOpen = false
  }

  /// Types or pastes these bytes, in one write.
  package func send(_ text: String) throws {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if written < 0, errno != EINTR { throw Failure.system(call: "write", errno: errno) }
      bytes = bytes.dropFirst(max(0, written))
      // A program drawing meanwhile must not wait for us, or both would wait for ever.
      if !bytes.isEmpty { _ = receive(within: 0) }
    }
  }

  /// Changes the size of the window, which the program hears of as a signal.
  package func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  package func signal(_ number: Int32) { kill(process, number) }

  /// Whether keys are echoed and read by lines, as a shell expects them to be.
  package var isCooked: Bool {
    var attributes = termios()
    guard tcgetattr(slave, &attributes) == 0 else { return false }
    let cooked = tcflag_t(ECHO | ICANON | ISIG)
    return attributes.c_lflag & cooked == cooked
  }

  /// Whether the terminal is as a shell wants it: cooked, on its own picture, no modes left on.
  package var isGivenBack: Bool {
    isCooked && !screen.isAlternate && screen.isCursorVisible
      && screen.modes.isDisjoint(with: [1000, 1006, 2004])
  }
}

// Waiting.
extension PseudoTerminal {
  /// Reads what the program sends until the screen is as wished; `seconds` is when it has failed.
  package func waitFor(
    _ awaited: String, within seconds: Double = 20, _ condition: (VirtualScreen) -> Bool
  ) throws {
    let end = now() + Int(seconds * 1000)
    while !condition(screen) {
      guard receive(within: end - now()) || now() < end, isOpen else {
        throw Failure.timeout(awaited: awaited, screen: screen.text)
      }
      if hasEnded, !receive(within: 0), !condition(screen) {
        throw Failure.timeout(awaited: "\(awaited) (it ended)", screen: screen.text)
      }
    }
  }

  /// Reads until this text shows somewhere.
  package func waitFor(text: String, within seconds: Double = 20) throws {
    try waitFor("‘\(text)’", within: seconds) { $0.text.contains(text) }
  }

  /// Waits until the program has ended, and reads the last it sent.
  package func waitForExit(within seconds: Double = 20) throws -> Ending {
    let end = now() + Int(seconds * 1000)
    while !hasEnded {
      guard now() < end else { throw Failure.timeout(awaited: "exit", screen: screen.text) }
      _ = receive(within: 10)
    }
    while receive(within: 0) {}
    return ending ?? .exited(0)
  }

  /// Reads until nothing has come for so many milliseconds.
  package func readUntilQuiet(for milliseconds: Int) {
    var end = now() + milliseconds
    while now() < end {
      if receive(within: end - now()) { end = now() + milliseconds }
    }
  }

  private var hasEnded: Bool {
    if ending != nil { return true }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return false }
    ending = Ending(waitStatus: status)
    return true
  }

  /// Feeds the screen what came, waiting at most so long and never long enough to miss the end.
  private func receive(within milliseconds: Int) -> Bool {
    guard isOpen else {
      _ = poll(nil, 0, Int32(max(0, min(milliseconds, 10))))
      return false
    }
    var file = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&file, 1, Int32(max(0, min(milliseconds, 10)))) > 0 else { return false }
    var block = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &block, block.count)
    guard count > 0 else { return false }
    lastReceived = ContinuousClock.now
    output += block.prefix(count)
    screen.feed(block.prefix(count))
    return true
  }

  private func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

// Not imported into Swift: from <asm-generic/ioctls.h>.
private let unlockRequest: UInt = 0x4004_5431  // TIOCSPTLCK
private let numberRequest: UInt = 0x8004_5430  // TIOCGPTN
