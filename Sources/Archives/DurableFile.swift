import Glibc
import Records

/// Files that are there whole, or not at all.
package enum DurableFile {
  /// Puts a file where it belongs outside every archive, its folder made where it is missing.
  package static func place(_ bytes: [UInt8], at path: String) throws(FileFailure) {
    try Folder(parent(of: path), .real).make()
    try replace(path, with: bytes, .real)
  }

  /// Replaces the file at `path`; after a power cut it holds all old bytes or all new ones.
  ///
  /// Order, from rename(2) and fsync(2): write beside it, sync, rename over it, sync the folder.
  /// - Throws: `FileFailure`, naming the step that failed; the old file is then untouched.
  package static func replace(
    _ path: String, with bytes: [UInt8], _ system: SystemCalls = .real
  ) throws(FileFailure) {
    let beside = path + ".new"
    do throws(FileFailure) {
      let file = try OpenFile(beside, flags: O_WRONLY | O_CREAT | O_TRUNC, system)
      try file.write(bytes, at: 0)
      try file.sync()
      let answer = system.rename(beside, path)
      guard answer >= 0 else { throw FileFailure.refused(.rename, path, answer) }
    } catch {
      _ = system.remove(beside)
      throw error
    }
    try Folder(parent(of: path), system).sync()
  }

  /// The folder a path is in.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
