import Glibc
import Records

/// Folders: made for their owner only, listed, brought to the disk.
struct Folder: Sendable {
  let path: String
  let system: SystemCalls

  init(_ path: String, _ system: SystemCalls) {
    self.path = path
    self.system = system
  }

  func child(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes the folder, and those around it that are missing.
  func make() throws(FileFailure) {
    if isThere { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try Folder(String(path[..<slash]), system).make()
    }
    let answer = system.makeFolder(path)
    guard answer >= 0 || answer == -Int(EEXIST) && isThere else {
      throw .refused(.createFolder, path, answer == -Int(EEXIST) ? -Int(ENOTDIR) : answer)
    }
  }

  var isThere: Bool { FileStatus(of: path)?.isFolder ?? false }

  /// The names in it, in order; none where there is no such folder.
  func names() throws(FileFailure) -> [String] {
    guard let stream = opendir(path) else {
      if errno == ENOENT { return [] }
      throw .refused(.listFolder, path: path, FileFailure.Reason(Int(errno)))
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The folders in it that hold a file of that name, each with that file's status; in no order.
  func statuses(of file: String) throws(FileFailure) -> [(name: String, status: FileStatus)] {
    guard let stream = opendir(path) else {
      if errno == ENOENT { return [] }
      throw .refused(.listFolder, path: path, FileFailure.Reason(Int(errno)))
    }
    defer { closedir(stream) }
    let ending = Array("/\(file)".utf8CString)
    var found: [(String, FileStatus)] = []
    while let entry = readdir(stream) {
      withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        let name = bytes.prefix { $0 != 0 }
        guard name.first != UInt8(ascii: ".") else { return }
        let inside = name.map { CChar(bitPattern: $0) } + ending
        if let status = FileStatus(of: inside, from: dirfd(stream)) {
          found.append((String(decoding: name, as: UTF8.self), status))
        }
      }
    }
    return found
  }

  /// Brings the names in it to the disk: a new or renamed file is only there once this is done.
  func sync() throws(FileFailure) {
    let file = try OpenFile(path, flags: O_RDONLY | O_DIRECTORY, system)
    try file.sync()
  }

  /// Brings everything written so far to the disk, here and elsewhere.
  func syncAll() throws(FileFailure) {
    let answer = system.syncAll()
    guard answer >= 0 else { throw .refused(.sync, path, answer) }
  }

  /// Removes the folder and everything in it.
  func removeAll() throws(FileFailure) {
    for name in try names() {
      let inside = Folder(child(name), system)
      if FileStatus(ofEntry: inside.path)?.isFolder == true {
        try inside.removeAll()
      } else {
        try inside.removeSelf()
      }
    }
    try removeSelf()
  }

  private func removeSelf() throws(FileFailure) {
    let answer = system.remove(path)
    guard answer >= 0 || answer == -Int(ENOENT) else { throw .refused(.remove, path, answer) }
  }
}

/// What tells whether a file is still the one last looked at.
struct FileStatus: Hashable, Sendable {
  /// In bytes.
  let size: Int
  /// In nanoseconds since 1970-01-01T00:00:00Z.
  let modified: Int
  let isFolder: Bool
  /// Neither a folder, nor a link, nor a device.
  let isPlainFile: Bool

  /// A file's.
  init(size: Int, modified: Int) {
    self.size = size
    self.modified = modified
    isFolder = false
    isPlainFile = true
  }

  /// Of what a path leads to; nil where nothing is there.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Of what a path leads to from an open folder.
  ///
  /// - Parameter path: ends with a zero.
  init?(of path: [CChar], from folder: Int32) {
    var status = stat()
    guard fstatat(folder, path, &status, 0) == 0 else { return nil }
    self.init(status)
  }

  /// Of what stands in a folder, a link counting as itself; nil where nothing is there.
  init?(ofEntry path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    isPlainFile = status.st_mode & S_IFMT == S_IFREG
  }
}
