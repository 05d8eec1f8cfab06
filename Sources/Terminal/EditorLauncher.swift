import Console
import Glibc

/// Lets a person write a long text in their own editor.
package struct EditorLauncher: Hashable, Sendable {
  /// Commands to try in order, the program and its arguments split as a shell would.
  package let commands: [String]
  /// Where the file edited is put, in a folder of its own: in nobody else's reach.
  package let folder: String

  /// Tries `visual`, then `editor` (the values of VISUAL and EDITOR), then nano and vi.
  package init(visual: String?, editor: String?, folder: String) {
    commands = [visual, editor, "nano", "vi"].compactMap(\.self).filter { !$0.isEmpty }
    self.folder = folder
  }

  /// The text as it was left in the editor, without the newlines that end it.
  ///
  /// The file is readable by its owner only and removed afterwards, whatever happened, with the copies
  /// an editor leaves beside it; what a killed program left goes at the next edit.
  /// - Throws: `EditorFault`; the text handed in is then the one to keep.
  package func edit(
    _ text: String, on driver: inout TerminalDriver
  ) throws(EditorFault) -> String {
    try edit(text) { path in driver.lend { launch(path) } }
  }

  /// The same, where no picture is on the terminal.
  package func edit(_ text: String) throws(EditorFault) -> String {
    try edit(text, launch)
  }

  private func edit(_ text: String, _ launch: (String) -> Ending) throws(EditorFault) -> String {
    for leftover in leftovers { Self.remove(leftover) }
    let place = "\(folder)/\(Self.prefix)\(getpid())"
    guard mkdir(place, 0o700) == 0 else { throw .file(path: place, errno: errno) }
    defer { Self.remove(place) }
    let path = "\(place)/texte.txt"
    try write(text, to: path)
    switch launch(path) {
    case .finished(status: 0): return try readBack(path)
    case .finished(let status): throw .failed(status: status)
    case .killed(let signal): throw .killed(signal: signal)
    case .notFound: throw .noEditor(tried: commands)
    }
  }
}

/// Why a text came back from no editor.
package enum EditorFault: Error, Hashable, Sendable {
  /// None of these programs is here.
  case noEditor(tried: [String])
  case failed(status: Int32)
  case killed(signal: Int32)
  /// The person left nothing, perhaps on purpose: ask before forgetting the text.
  case empty
  /// The file left is not text in UTF-8.
  case notText
  /// The file could not be written or read, with the system's error number.
  case file(path: String, errno: Int32)
}

extension EditorLauncher {
  private enum Ending {
    case finished(status: Int32)
    case killed(signal: Int32)
    case notFound
  }

  private func launch(_ path: String) -> Ending {
    for command in commands {
      guard let child = spawn(Self.words(of: command) + [path]) else { continue }
      return wait(for: child)
    }
    return .notFound
  }

  /// Starts a program in this process's own group: in another it could not read the terminal.
  private func spawn(_ words: [String]) -> pid_t? {
    guard let program = words.first, words.count > 1 else { return nil }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigfillset(&defaults)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var arguments = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var child: pid_t = 0
    guard posix_spawnp(&child, program, nil, &attributes, arguments, environ) == 0 else {
      return nil
    }
    return child
  }

  /// Waits for the editor; when it stops itself, this program stops with it.
  private func wait(for child: pid_t) -> Ending {
    var status: Int32 = 0
    while true {
      guard waitpid(child, &status, WUNTRACED) == child else {
        if errno == EINTR { continue }
        return .notFound
      }
      // As in <sys/wait.h>, whose macros do not reach Swift.
      if status & 0xFF == 0x7F {
        raise(SIGSTOP)
        kill(child, SIGCONT)
      } else if status & 0x7F == 0 {
        return .finished(status: (status >> 8) & 0xFF)
      } else {
        return .killed(signal: status & 0x7F)
      }
    }
  }

  /// The words of a command: split at spaces, except between quotes; a backslash quotes one.
  static func words(of command: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in command {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character.isWhitespace {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}

// Its folder.
extension EditorLauncher {
  private static let prefix = ".barometre-editor-"

  /// The folders of programs that are no more, and one under this program's own number.
  private var leftovers: [String] {
    Self.names(in: folder).filter { name in
      guard name.hasPrefix(Self.prefix), let process = pid_t(name.dropFirst(Self.prefix.count))
      else { return false }
      return process == getpid() || kill(process, 0) != 0 && errno == ESRCH
    }.map { "\(folder)/\($0)" }
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
  }

  /// Removes a folder and the files in it.
  private static func remove(_ place: String) {
    for name in names(in: place) { unlink("\(place)/\(name)") }
    rmdir(place)
  }
}

extension EditorLauncher {
  private func write(_ text: String, to path: String) throws(EditorFault) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .file(path: path, errno: errno) }
    defer { close(file) }
    let bytes = Array((text + "\n").utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { throw .file(path: path, errno: errno) }
      written += max(0, count)
    }
  }

  private func readBack(_ path: String) throws(EditorFault) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .file(path: path, errno: errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &block, block.count)
      if count < 0, errno != EINTR { throw .file(path: path, errno: errno) }
      if count == 0 { break }
      bytes += block.prefix(max(0, count))
    }
    guard var text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    while text.last?.isNewline == true { text.removeLast() }
    guard !text.isEmpty else { throw .empty }
    return text
  }
}
