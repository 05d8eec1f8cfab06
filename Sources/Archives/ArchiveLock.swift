import Formulas
import Glibc
import Questions
import Records

/// One interview, held by one program at a time: let go when this is let go, or the program ends.
///
/// The file says who and since when; it stays, only its lock goes.
final class ArchiveLock {
  private let file: OpenFile

  /// - Throws: `FileFailure.busy`, where another program holds it.
  init(
    _ path: String, by holder: String, since: DateTime, _ system: SystemCalls
  ) throws(FileFailure) {
    file = try OpenFile(path, flags: O_RDWR | O_CREAT, system)
    let answer = Self.take(file.number)
    if answer == -Int(EWOULDBLOCK) { throw Self.busy(path, system) }
    guard answer >= 0 else { throw .refused(.lock, path, answer) }
    let note = JSONTree.object([
      .init("by", .string(holder)), .init("since", .string(since.description)),
    ]).compact
    try file.truncate(to: 0)
    try file.write(note + [UInt8(ascii: "\n")], at: 0)
  }

  /// Tries to take the lock, for a fifth of a second at most: a program just started by the one
  /// that let go holds it too, until it is on its own.
  private static func take(_ number: Int32) -> Int {
    for _ in 0..<20 {
      let answer = SystemCalls.answer { Int(flock(number, LOCK_EX | LOCK_NB)) }
      guard answer == -Int(EWOULDBLOCK) else { return answer }
      usleep(10_000)
    }
    return -Int(EWOULDBLOCK)
  }

  private static func busy(_ path: String, _ system: SystemCalls) -> FileFailure {
    let note = (try? contents(of: path, system)).flatMap { try? JSONText($0).root }
    return .busy(
      path: DurableFile.parent(of: path), by: note?["by"]?.string ?? "",
      since: note?["since"]?.string.flatMap { DateTime(reading: $0) })
  }
}
