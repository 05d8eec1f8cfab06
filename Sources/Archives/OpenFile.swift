import Glibc
import Records

/// A file open here, closed when nothing holds it any more.
final class OpenFile {
  let path: String
  let number: Int32
  private let system: SystemCalls

  /// Only the owner may read it.
  static let mode: mode_t = 0o600

  init(_ path: String, flags: Int32, _ system: SystemCalls) throws(FileFailure) {
    let answer = system.open(path, flags, Self.mode)
    guard answer >= 0 else { throw .refused(.open, path, answer) }
    self.path = path
    self.system = system
    number = Int32(answer)
  }

  deinit { close(number) }

  /// Writes all of `bytes`, from `offset` on.
  func write(_ bytes: [UInt8], at offset: Int) throws(FileFailure) {
    var done = 0
    while done < bytes.count {
      let answer = bytes.withUnsafeBytes { buffer in
        system.write(number, UnsafeRawBufferPointer(rebasing: buffer[done...]), offset + done)
      }
      guard answer > 0 else {
        throw .refused(.write, path, answer == 0 ? -Int(ENOSPC) : answer)
      }
      done += answer
    }
  }

  /// So many bytes from `offset` on; fewer where the file ends before.
  func read(_ count: Int, at offset: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
      while length < count {
        let answer = SystemCalls.answer {
          pread(number, buffer.baseAddress?.advanced(by: length), count - length, offset + length)
        }
        if answer <= 0 { return }
        length += answer
      }
    }
  }

  /// Returns once what was written is on the disk.
  func sync() throws(FileFailure) {
    let answer = system.sync(number)
    guard answer >= 0 else { throw .refused(.sync, path, answer) }
  }

  func truncate(to length: Int) throws(FileFailure) {
    let answer = system.truncate(number, length)
    guard answer >= 0 else { throw .refused(.write, path, answer) }
  }
}

/// A file's bytes.
func contents(of path: String, _ system: SystemCalls) throws(FileFailure) -> [UInt8] {
  var bytes: [UInt8] = []
  try fill(&bytes, from: path, system)
  return bytes
}

/// Puts a file's bytes in place of those there, whose memory is used again.
func fill(
  _ bytes: inout [UInt8], from path: String, _ system: SystemCalls
) throws(FileFailure) {
  let file = try OpenFile(path, flags: O_RDONLY, system)
  var status = stat()
  let answer = SystemCalls.answer { Int(fstat(file.number, &status)) }
  guard answer >= 0 else { throw .refused(.read, path, answer) }
  guard status.st_mode & S_IFMT == S_IFREG else { throw .refused(.read, path: path, .isAFolder) }
  // One more, to see at once that nothing follows.
  bytes.setCount(Int(status.st_size) + 1)
  var length = 0
  while true {
    if length == bytes.count { bytes.setCount(bytes.count * 2) }
    let answer = bytes.withUnsafeMutableBytes { buffer in
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[length...])
      return SystemCalls.answer { read(file.number, rest.baseAddress, rest.count) }
    }
    guard answer >= 0 else { throw .refused(.read, path, answer) }
    if answer == 0 { return bytes.setCount(length) }
    length += answer
  }
}

/// A file's first line, without its line feed; all there is where it has none.
func firstLine(of path: String, _ system: SystemCalls) throws(FileFailure) -> [UInt8] {
  let file = try OpenFile(path, flags: O_RDONLY, system)
  var line: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1024)
  while true {
    let answer = SystemCalls.answer { read(file.number, &block, block.count) }
    guard answer >= 0 else { throw .refused(.read, path, answer) }
    let bytes = block.prefix(answer)
    line += bytes.prefix { $0 != UInt8(ascii: "\n") }
    if answer == 0 || bytes.contains(UInt8(ascii: "\n")) { return line }
  }
}

extension [UInt8] {
  /// Makes it so long, with zeros where it grows.
  fileprivate mutating func setCount(_ count: Int) {
    if count < self.count {
      removeLast(self.count - count)
    } else {
      append(contentsOf: repeatElement(0, count: count - self.count))
    }
  }
}
