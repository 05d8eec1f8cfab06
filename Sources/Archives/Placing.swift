import Glibc
import Records

/// A folder of files that appears whole, or not at all.
package struct Placing: Sendable {
  package let folder: String
  private let system: SystemCalls

  package init(at folder: String, system: SystemCalls = .real) {
    self.folder =
      folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.system = system
  }

  /// What to do where something stands there already; an empty folder counts as nothing.
  package enum Existing: Hashable, Sendable {
    case keep
    /// Only where every file in it has one of these endings (`csv`): as an export leaves it.
    case replace(endings: Set<String>)
  }

  /// Writes the files beside, syncs them, and renames the folder into place.
  ///
  /// - Parameters:
  ///   - files: a path inside the folder, one folder deep at most, and bytes.
  /// - Throws: `FileFailure`; what stood there before is untouched.
  package func place(
    _ files: [(path: String, bytes: [UInt8])], existing: Existing
  ) throws(FileFailure) {
    let old = try check(existing)
    let beside = Folder(sibling("new"), system)
    do throws(FileFailure) {
      try beside.removeAll()
      try beside.make()
      for file in files {
        let path = beside.child(file.path)
        try Folder(DurableFile.parent(of: path), system).make()
        let open = try OpenFile(path, flags: O_WRONLY | O_CREAT | O_EXCL, system)
        try open.write(file.bytes, at: 0)
        try open.sync()
      }
      for path in Set(files.map { DurableFile.parent(of: beside.child($0.path)) }).sorted() {
        try Folder(path, system).sync()
      }
      try beside.sync()
      try rename(beside.path, over: old)
    } catch {
      try? beside.removeAll()
      throw error
    }
    try Folder(DurableFile.parent(of: folder), system).sync()
  }

  /// Whether what stands there is to be replaced.
  ///
  /// - Throws: `FileFailure`, where it is to be kept, or no export wrote it.
  private func check(_ existing: Existing) throws(FileFailure) -> Bool {
    guard let status = FileStatus(of: folder) else { return false }
    let here = Folder(folder, system)
    guard status.isFolder else { throw .alreadyThere(path: folder) }
    let names = try here.names()
    if names.isEmpty { return false }
    switch existing {
    case .keep: throw .alreadyThere(path: folder)
    case .replace(let endings):
      try checkEntries(of: here, endings, depth: 0)
      return true
    }
  }

  private func checkEntries(
    of here: Folder, _ endings: Set<String>, depth: Int
  ) throws(FileFailure) {
    for name in try here.names() {
      let inside = Folder(here.child(name), system)
      let isFolder = FileStatus(ofEntry: inside.path)?.isFolder == true
      if isFolder, depth == 0 {
        try checkEntries(of: inside, endings, depth: 1)
      } else {
        let ending = name.split(separator: ".").last.map(String.init) ?? ""
        guard endings.contains(ending), !isFolder else {
          throw .notAnExport(path: folder, entry: name)
        }
      }
    }
  }

  /// Renames the new folder into place; the old one steps aside, and goes once it is there.
  private func rename(_ new: String, over old: Bool) throws(FileFailure) {
    let aside = Folder(sibling("old"), system)
    if old {
      try aside.removeAll()
      let answer = system.rename(folder, aside.path)
      guard answer >= 0 else { throw .refused(.rename, folder, answer) }
    }
    let answer = system.rename(new, folder)
    guard answer >= 0 else {
      if old { _ = system.rename(aside.path, folder) }
      throw .refused(.rename, folder, answer)
    }
    if old { try? aside.removeAll() }
  }

  /// A hidden name beside the folder, on the same disk.
  private func sibling(_ word: String) -> String {
    let name = folder.split(separator: "/").last.map(String.init) ?? "export"
    return "\(DurableFile.parent(of: folder))/.\(name).barometre-\(word)"
  }
}
