import Glibc
import Records

extension Archive {
  /// The folders of interviews at a place: itself, or those inside it, two folders deep at most.
  ///
  /// - Throws: `FileFailure.noArchive`, where there is none.
  package static func all(
    in path: String, system: SystemCalls = .real
  ) throws(FileFailure) -> [Archive] {
    let found = try all(in: Folder(path, system), depth: 2)
    if found.isEmpty { throw .noArchive(path: path) }
    return found
  }

  private static func all(in folder: Folder, depth: Int) throws(FileFailure) -> [Archive] {
    if Folder(folder.child(Place.interviews.rawValue), folder.system).isThere {
      return [Archive(at: folder.path, system: folder.system)]
    }
    guard depth > 0 else { return [] }
    var found: [Archive] = []
    for name in try folder.names() {
      let inside = Folder(folder.child(name), folder.system)
      if FileStatus(ofEntry: inside.path)?.isFolder == true {
        found += try all(in: inside, depth: depth - 1)
      }
    }
    return found
  }
}

/// An archive file's contents, in a private folder that goes when this does.
///
/// Zip and tar are read by the system's own `unzip` and `tar`: whoever gathers laptops has them, and
/// a laptop in the field needs none.
package final class Unpacked {
  package let folder: String
  private let inside: Folder

  /// - Parameter archive: beside whose interviews it is unpacked: on no disk that others read.
  /// - Throws: `FileFailure`: it cannot be unpacked; nothing is left of it.
  package init(_ path: String, beside archive: Archive) throws(FileFailure) {
    try archive.makeFolders()
    inside = archive.inside(".merging-\(getpid())")
    folder = inside.path
    try inside.removeAll()
    try inside.make()
    let isZip = path.lowercased().hasSuffix(".zip")
    let command =
      isZip
      ? ["unzip", "-q", "-o", path, "-d", folder] : ["tar", "-x", "-f", path, "-C", folder]
    guard Self.run(command) else { throw .notUnpacked(path: path, program: command[0]) }
  }

  deinit { try? inside.removeAll() }

  /// Runs a program to its end, silent; false where it fails or is not there.
  private static func run(_ words: [String]) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for file in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, file, "/dev/null", O_RDWR, 0)
    }
    var arguments = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var child: pid_t = 0
    guard posix_spawnp(&child, words[0], &actions, nil, arguments, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status == 0
  }
}
