import FoundationEssentials
import Glibc
import Testing

/// A folder of files as they must be, kept in `Goldens`; `UPDATE_GOLDEN=1` writes what there is
/// instead.
enum GoldenFolder {
  static let folder =
    #filePath.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/Goldens"

  static func expect(_ files: [String: [UInt8]], are name: String) throws {
    let place = "\(folder)/\(name)"
    if getenv("UPDATE_GOLDEN") != nil { try write(files, to: place) }
    #expect(try names(in: place) == files.keys.sorted(), "the files of \(name)")
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let golden = FileManager.default.contents(atPath: "\(place)/\(path)").map(Array.init) ?? []
      if golden == bytes { continue }
      let lines = (bytes.split(separator: 10), golden.split(separator: 10))
      let first = zip(lines.0, lines.1).first { $0 != $1 }
      Issue.record(
        """
        \(name)/\(path), \(lines.0.count) lines, is not the golden, \(lines.1.count) lines. First difference:
        is:     \(String(decoding: first?.0 ?? [], as: UTF8.self))
        golden: \(String(decoding: first?.1 ?? [], as: UTF8.self))
        """)
    }
  }

  /// Writes files into a folder of their own.
  static func write(_ files: [String: [UInt8]], to place: String) throws {
    try? FileManager.default.removeItem(atPath: place)
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    for (path, bytes) in files { try Data(bytes).write(to: URL(filePath: "\(place)/\(path)")) }
  }

  private static func names(in place: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: place).sorted()
  }
}
