import Glibc
import Records

/// The calls that change the disk, so that tests can make each of them fail.
///
/// Every one answers what the system does, or minus its error number.
package struct SystemCalls: Sendable {
  package var open: @Sendable (_ path: String, _ flags: Int32, _ mode: mode_t) -> Int
  package var write: @Sendable (_ file: Int32, _ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int
  /// What was written reaches the disk itself.
  package var sync: @Sendable (_ file: Int32) -> Int
  /// All that was written to any disk reaches it; on Linux, sync(2) returns once it has.
  package var syncAll: @Sendable () -> Int
  package var truncate: @Sendable (_ file: Int32, _ length: Int) -> Int
  package var rename: @Sendable (_ from: String, _ to: String) -> Int
  package var makeFolder: @Sendable (_ path: String) -> Int
  package var remove: @Sendable (_ path: String) -> Int

  package static let real = SystemCalls(
    open: { path, flags, mode in answer { Int(Glibc.open(path, flags | O_CLOEXEC, mode)) } },
    write: { file, bytes, at in answer { pwrite(file, bytes.baseAddress, bytes.count, at) } },
    sync: { file in answer { Int(fsync(file)) } },
    syncAll: {
      Glibc.sync()
      return 0
    },
    truncate: { file, length in answer { Int(ftruncate(file, length)) } },
    rename: { from, to in answer { Int(Glibc.rename(from, to)) } },
    makeFolder: { path in answer { Int(mkdir(path, 0o700)) } },
    remove: { path in answer { Int(Glibc.remove(path)) } })

  /// Calls again while a signal interrupts; minus the error number where the call fails.
  static func answer(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { return -Int(errno) }
    }
  }
}

extension FileFailure.Reason {
  /// What an error number of this system means.
  init(_ number: Int) {
    switch Int32(number) {
    case ENOSPC: self = .full
    case EDQUOT: self = .quota
    case EROFS: self = .readOnly
    case EACCES, EPERM: self = .denied
    case ENOENT: self = .missing
    case ENOTDIR: self = .notAFolder
    case EISDIR: self = .isAFolder
    case EIO, ENODEV, ENXIO: self = .device
    case EMFILE, ENFILE: self = .tooManyOpen
    case ENAMETOOLONG: self = .nameTooLong
    case ENOTSUP, ENOSYS, ENOLCK: self = .unsupported
    case let other: self = .other(other)
    }
  }
}

extension FileFailure {
  /// - Parameter answer: of a system call: minus an error number.
  static func refused(_ step: Step, _ path: String, _ answer: Int) -> FileFailure {
    .refused(step, path: path, Reason(-answer))
  }
}
