import Archives
import FoundationEssentials
import Glibc
import Interviews
import Records
import SampleInterviews
import Synchronization

/// A folder of its own for one test, gone with it.
final class Disk {
  let folder: String
  let archive: Archive
  let hash: String

  init(system: SystemCalls = .real) throws {
    let place = FileManager.default.temporaryDirectory.path
    var template = Array("\(place)/barometre-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileFailure.unreadable(path: "temporary folder") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    archive = Archive(at: "\(folder)/data", system: system)
    hash = Archive.hash(of: Sample.bytes)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The same folder, through other calls.
  func archive(_ system: SystemCalls) -> Archive { Archive(at: archive.folder, system: system) }

  func path(_ name: String, of id: String) -> String {
    "\(archive.folder)/interviews/\(id)/\(name)"
  }

  func bytes(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FileFailure.unreadable(path: path)
    }
    return Array(data)
  }

  func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  func mode(_ path: String) throws -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileFailure.unreadable(path: path) }
    return Int(status.st_mode & 0o777)
  }
}

/// Calls that work, but for those a test makes fail.
final class Faults: Sendable {
  /// What goes wrong, counting every call from 1.
  enum Plan: Sendable {
    case never
    /// That call alone.
    case once(at: Int, Int32)
    /// That call and all after it, as when the power goes.
    case from(Int, Int32)
  }

  private let plan: Plan
  private let calls = Mutex(0)
  /// How much of each file reached the disk, by path; and which file each number is.
  private let synced = Mutex<[String: Int]>([:])
  private let paths = Mutex<[Int: String]>([:])

  init(_ plan: Plan) { self.plan = plan }

  var count: Int { calls.withLock { $0 } }

  /// The error number of this call; nil where it works.
  private func fault() -> Int32? {
    let number = calls.withLock { calls in
      calls += 1
      return calls
    }
    switch plan {
    case .never: return nil
    case .once(let place, let error): return number == place ? error : nil
    case .from(let place, let error): return number >= place ? error : nil
    }
  }

  private func orFault(_ call: () -> Int) -> Int { fault().map { -Int($0) } ?? call() }

  private func noteSynced(_ file: Int32) {
    var status = stat()
    guard let path = paths.withLock({ $0[Int(file)] }), fstat(file, &status) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return }
    synced.withLock { $0[path] = Int(status.st_size) }
  }

  private func noteAllSynced() {
    synced.withLock { synced in
      for path in synced.keys {
        var status = stat()
        if stat(path, &status) == 0 { synced[path] = Int(status.st_size) }
      }
    }
  }

  /// A file, or a folder with all its files, has another name.
  private func noteRenamed(_ from: String, _ to: String) {
    synced.withLock { synced in
      for path in synced.keys where path == from || path.hasPrefix(from + "/") {
        synced[to + path.dropFirst(from.count)] = synced.removeValue(forKey: path)
      }
    }
  }

  /// Takes from every file what never reached the disk.
  func losePower() {
    for (path, length) in synced.withLock({ $0 }) { truncate(path, length) }
  }

  var system: SystemCalls {
    let real = SystemCalls.real
    var system = real
    system.open = { path, flags, mode in
      let answer = self.orFault { real.open(path, flags, mode) }
      self.paths.withLock { $0[answer] = path }
      if flags & O_CREAT != 0 { self.synced.withLock { $0[path] = $0[path] ?? 0 } }
      return answer
    }
    system.sync = { file in
      let answer = self.orFault { 0 }  // The test's disk keeps its power.
      if answer >= 0 { self.noteSynced(file) }
      return answer
    }
    system.syncAll = {
      let answer = self.orFault { 0 }
      if answer >= 0 { self.noteAllSynced() }
      return answer
    }
    system.truncate = { file, length in self.orFault { real.truncate(file, length) } }
    system.rename = { from, to in
      let answer = self.orFault { real.rename(from, to) }
      if answer >= 0 { self.noteRenamed(from, to) }
      return answer
    }
    system.makeFolder = { path in self.orFault { real.makeFolder(path) } }
    system.remove = { path in self.orFault { real.remove(path) } }
    system.write = { file, bytes, at in
      guard let fault = self.fault() else {
        // Half at a time, as a disk filling up does.
        return real.write(file, .init(rebasing: bytes.prefix(bytes.count / 2 + 1)), at)
      }
      _ = real.write(file, .init(rebasing: bytes.prefix(bytes.count / 2)), at)
      return -Int(fault)
    }
    return system
  }
}
