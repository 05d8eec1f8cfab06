import Glibc
import Records

/// A file that lines are added to: what could not be brought to the disk stays in line here.
final class LineFile {
  private let file: OpenFile
  /// Bytes known to be on the disk: writing goes on from there after a failure.
  private(set) var durableLength: Int
  /// What comes after them: not yet on the disk for certain.
  private var pending: [UInt8] = []
  /// How much of `pending` was handed to the system.
  private var handedOver = 0

  /// - Parameter soundLength: how much of the file counts; what comes after is cut off.
  init(_ path: String, soundLength: Int, _ system: SystemCalls) throws(FileFailure) {
    durableLength = soundLength
    file = try OpenFile(path, flags: O_RDWR, system)
    if let size = FileStatus(of: path)?.size, size > soundLength {
      try file.truncate(to: soundLength)
    }
  }

  /// Puts bytes in line: whole lines.
  func add(_ bytes: [UInt8]) { pending += bytes }

  /// Brings everything that waits to the disk.
  func save() throws(FileFailure) {
    guard !pending.isEmpty else { return }
    try handOver()
    do throws(FileFailure) {
      try file.sync()
    } catch {
      // After a failed sync the system may have dropped what it held: all of it is written again.
      handedOver = 0
      throw error
    }
    durableLength += pending.count
    pending = []
    handedOver = 0
  }

  /// Gives the system what waits; where it takes only a part, that part is taken back.
  func handOver() throws(FileFailure) {
    let start = durableLength + handedOver
    do throws(FileFailure) {
      try file.write(Array(pending[handedOver...]), at: start)
    } catch {
      try? file.truncate(to: start)
      throw error
    }
    handedOver = pending.count
  }
}
