import Glibc
import Records

// Interviews brought from one folder to another, whole or not at all.

extension Archive {
  /// Copies an interview to where there is none: written beside, then renamed into place.
  func copy(_ source: Folder, to place: Folder) throws(FileFailure) {
    let parent = Folder(DurableFile.parent(of: place.path), system)
    try parent.make()
    let name = place.path.split(separator: "/").last ?? ""
    let beside = Folder(parent.child(".\(name).new"), system)
    do throws(FileFailure) {
      try beside.removeAll()
      try beside.make()
      for file in try Self.files(of: source) {
        let new = try OpenFile(beside.child(file.name), flags: O_WRONLY | O_CREAT | O_EXCL, system)
        try new.write(file.bytes, at: 0)
        try new.sync()
      }
      try beside.sync()
      let answer = system.rename(beside.path, place.path)
      guard answer >= 0 else { throw FileFailure.refused(.rename, place.path, answer) }
    } catch {
      try? beside.removeAll()
      throw error
    }
    try parent.sync()
  }

  /// Puts a later copy in the place of an earlier one, in the order finishing does: should the power
  /// go between the two files, the journal there still is the earlier one.
  func replace(_ place: Folder, with source: Folder) throws(FileFailure) {
    let files = try Self.files(of: source)
    for file in files where file.name != Journal.name {
      try DurableFile.replace(place.child(file.name), with: file.bytes, system)
    }
    for file in files where file.name == Journal.name {
      try DurableFile.replace(place.child(file.name), with: file.bytes, system)
    }
  }

  /// An interview's own files: its journal, its picture, damaged journals kept; no link.
  private static func files(
    of folder: Folder
  ) throws(FileFailure) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    for name in try folder.names() {
      let isDamaged = name.hasPrefix("journal.damaged-") && name.hasSuffix(".jsonl")
      guard name == Journal.name || name == Journal.pictureName || isDamaged,
        FileStatus(ofEntry: folder.child(name))?.isPlainFile == true
      else { continue }
      files.append((name, try contents(of: folder.child(name), folder.system)))
    }
    return files
  }
}
