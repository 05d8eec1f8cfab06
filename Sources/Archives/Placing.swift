import Crypto
import Glibc
import Questions
import Records

/// A folder of files that appears whole, or not at all.
package struct Placing: Sendable {
  package let folder: String
  let system: SystemCalls

  package init(at folder: String, system: SystemCalls = .real) {
    self.folder =
      folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.system = system
  }

  /// What to do where something stands there already; an empty folder counts as nothing.
  package enum Existing: Hashable, Sendable {
    case keep
    /// Only where every file in it is told of by its manifest, as an export leaves it.
    case replace
  }

  /// Starts writing beside.
  ///
  /// - Throws: `FileFailure`; what stood there before is untouched.
  package func begin(_ existing: Existing) throws(FileFailure) -> PlacedFolder {
    try PlacedFolder(self, replaces: try check(existing))
  }

  /// Whether what stands there is to be replaced.
  ///
  /// - Throws: `FileFailure`, where it is to be kept, or no export wrote it.
  private func check(_ existing: Existing) throws(FileFailure) -> Bool {
    guard let status = FileStatus(of: folder) else { return false }
    let here = Folder(folder, system)
    guard status.isFolder else { throw .alreadyThere(path: folder) }
    if try here.names().isEmpty { return false }
    switch existing {
    case .keep: throw .alreadyThere(path: folder)
    case .replace:
      let told = toldOf()
      try checkEntries(of: here, told, prefix: "")
      return true
    }
  }

  private static let manifest = "manifest.json"

  /// The files the manifest there tells of, itself included; none where there is no manifest.
  private func toldOf() -> Set<String> {
    guard let bytes = try? contents(of: "\(folder)/\(Self.manifest)", system),
      let files = (try? JSONText(bytes).root)?["files"]?.elements
    else { return [] }
    return Set(files.compactMap { $0["path"]?.string } + [Self.manifest])
  }

  private func checkEntries(
    of here: Folder, _ told: Set<String>, prefix: String
  ) throws(FileFailure) {
    for name in try here.names() {
      let inside = Folder(here.child(name), system)
      if FileStatus(ofEntry: inside.path)?.isFolder == true, prefix.isEmpty {
        try checkEntries(of: inside, told, prefix: "\(name)/")
      } else if !told.contains(prefix + name) {
        throw .notAnExport(path: folder, entry: prefix + name)
      }
    }
  }

  /// A hidden name beside the folder, on the same disk.
  func sibling(_ word: String) -> String {
    let name = folder.split(separator: "/").last.map(String.init) ?? "export"
    return "\(DurableFile.parent(of: folder))/.\(name).barometre-\(word)"
  }
}

/// The folder being written, beside its place until `finish`; gone where that never comes.
package final class PlacedFolder {
  private let placing: Placing
  private let replaces: Bool
  private let beside: Folder
  private var files: [File] = []
  private var isFinished = false

  private struct File {
    let path: String
    let open: OpenFile
    var length = 0
    var sum = SHA256()
  }

  /// A file as it was written.
  package struct Written: Hashable, Sendable {
    /// Inside the folder.
    package let path: String
    /// In bytes.
    package let length: Int
    /// SHA-256, 64 hexadecimal digits in lower case.
    package let hash: String
  }

  fileprivate init(_ placing: Placing, replaces: Bool) throws(FileFailure) {
    self.placing = placing
    self.replaces = replaces
    beside = Folder(placing.sibling("new"), placing.system)
    try beside.removeAll()
    try beside.make()
  }

  deinit { if !isFinished { try? beside.removeAll() } }

  /// Adds bytes to a file, made where it is not there yet.
  ///
  /// - Parameter path: a name, or a folder's and a name.
  package func append(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    let place = try place(of: path)
    if bytes.isEmpty { return }
    try files[place].open.write(bytes, at: files[place].length)
    files[place].length += bytes.count
    bytes.withUnsafeBytes { files[place].sum.update(bufferPointer: $0) }
  }

  private func place(of path: String) throws(FileFailure) -> Int {
    if let place = files.firstIndex(where: { $0.path == path }) { return place }
    let full = beside.child(path)
    try Folder(DurableFile.parent(of: full), placing.system).make()
    let open = try OpenFile(full, flags: O_WRONLY | O_CREAT | O_EXCL, placing.system)
    files.append(File(path: path, open: open))
    return files.count - 1
  }

  /// What was written so far, in the order files were made.
  package var written: [Written] {
    files.map { file in
      let digits = file.sum.finalize().map { hexadecimal(UInt32($0), digits: 2) }
      return Written(path: file.path, length: file.length, hash: digits.joined())
    }
  }

  /// Brings everything to the disk, and renames the folder into place.
  ///
  /// - Throws: `FileFailure`; what stood there before is untouched.
  package func finish() throws(FileFailure) {
    for file in files { try file.open.sync() }
    let folders = Set(files.map { DurableFile.parent(of: beside.child($0.path)) })
    for path in folders.sorted() { try Folder(path, placing.system).sync() }
    try beside.sync()
    try rename()
    isFinished = true
    try Folder(DurableFile.parent(of: placing.folder), placing.system).sync()
  }

  /// Renames the new folder into place; the old one steps aside, and goes once it is there.
  private func rename() throws(FileFailure) {
    let (folder, system) = (placing.folder, placing.system)
    let aside = Folder(placing.sibling("old"), system)
    if replaces {
      try aside.removeAll()
      let answer = system.rename(folder, aside.path)
      guard answer >= 0 else { throw .refused(.rename, folder, answer) }
    }
    let answer = system.rename(beside.path, folder)
    guard answer >= 0 else {
      if replaces { _ = system.rename(aside.path, folder) }
      throw .refused(.rename, folder, answer)
    }
    if replaces { try? aside.removeAll() }
  }
}
