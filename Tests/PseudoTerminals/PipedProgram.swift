import Glibc

/// What a program on pipes said, and how it ended.
package struct PipedProgram {
  package let output: String
  /// What came on standard error.
  package let complaints: String
  package let ending: Ending

  /// Runs a program, the path first, to its end; its input is all there before it starts.
  ///
  /// The environment is exactly the one given.
  package init(
    _ command: [String], input: String = "", environment: [String: String] = [:]
  ) throws {
    precondition(input.utf8.count <= 65_536, "the input fits in a pipe")
    let source = try Pipe()
    let output = try Pipe()
    let complaints = try Pipe()
    let bytes = Array(input.utf8)
    guard write(source.writing, bytes, bytes.count) == bytes.count else {
      throw PseudoTerminal.Failure.system(call: "write", errno: errno)
    }
    let process = try spawn(command, environment, in: .ours) { actions in
      posix_spawn_file_actions_adddup2(&actions, source.reading, 0)
      posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
      posix_spawn_file_actions_adddup2(&actions, complaints.writing, 2)
    }
    for end in [source.reading, source.writing, output.writing, complaints.writing] { close(end) }
    let said = Self.contents(of: [output.reading, complaints.reading])
    var status: Int32 = 0
    waitpid(process, &status, 0)
    self.output = said[0]
    self.complaints = said[1]
    ending = Ending(waitStatus: status)
  }

  /// Two ends that no other program inherits, even one started meanwhile: `pipe2` does not reach
  /// Swift.
  private struct Pipe {
    let reading: Int32
    let writing: Int32

    init() throws {
      var ends: [Int32] = [-1, -1]
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
        throw PseudoTerminal.Failure.system(call: "socketpair", errno: errno)
      }
      (reading, writing) = (ends[0], ends[1])
    }
  }

  /// Reads each to its end, whichever has something first, and closes it.
  private static func contents(of ends: [Int32]) -> [String] {
    var said = ends.map { _ in [UInt8]() }
    var files = ends.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var block = [UInt8](repeating: 0, count: 65_536)
    while files.contains(where: { $0.fd >= 0 }) {
      _ = poll(&files, nfds_t(files.count), -1)
      for place in files.indices where files[place].fd >= 0 && files[place].revents != 0 {
        let count = read(files[place].fd, &block, block.count)
        if count > 0 {
          said[place] += block.prefix(count)
        } else if count == 0 || errno != EINTR {
          close(files[place].fd)
          files[place].fd = -1
        }
      }
    }
    return said.map { String(decoding: $0, as: UTF8.self) }
  }
}
