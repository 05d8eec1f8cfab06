import Archives
import ArgumentParser
import Formulas
import Glibc
import Questions
import Records

/// Options every command has.
struct CommonOptions: ParsableArguments {
  @Option(help: "Folder of the interviews. Dossier des entretiens.")
  var data: String?

  @Option(help: "Folder of the questionnaires. Dossier des questionnaires.")
  var questionnaires: String?

  @Option(help: "The association's secret key: opens what is encrypted. Clé de l’association.")
  var key: String?
}

extension Places {
  init(options: CommonOptions) {
    asked = (options.data, options.questionnaires)
    keyFile = options.key
  }
}

/// Where things are on this laptop: XDG folders, and what the environment says.
struct Places {
  /// `--data` and `--questionnaires`, where they were given.
  var asked: (data: String?, questionnaires: String?) = (nil, nil)
  /// `--key`: the file of the association's secret key.
  var keyFile: String?

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }

  private static var home: String { environment("HOME") ?? "." }

  /// `--data`, `$BAROMETRE_DATA`, else `$XDG_DATA_HOME/barometre`.
  var data: String {
    asked.data ?? Self.environment("BAROMETRE_DATA") ?? "\(Self.share)/barometre"
  }

  private static var share: String { environment("XDG_DATA_HOME") ?? "\(home)/.local/share" }

  static var settings: String {
    let folder = environment("XDG_CONFIG_HOME") ?? "\(home)/.config"
    return "\(folder)/barometre/settings.json"
  }

  /// Where an export is proposed: in the person's own folder, under a name nothing has.
  static func exportFolder(on day: CalendarDate) -> String {
    let names = [""] + (2...99).map { "-\($0)" }
    let paths = names.map { "\(home)/barometre-\(day)\($0)" }
    return paths.first { access($0, F_OK) != 0 } ?? paths[0]
  }

  /// A path from the root, as it is noted for later.
  static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    if path.hasPrefix("~/") { return "\(home)\(path.dropFirst())" }
    var here = [CChar](repeating: 0, count: 4096)
    guard getcwd(&here, here.count) != nil else { return path }
    let folder = String(
      decoding: here.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return "\(folder)/\(path)"
  }

  /// The lists' files of a questionnaire stand beside it, or in the data's folder `lists`.
  var archive: Archive {
    Archive(at: data) { questionnaireFiles().map { Self.folder(of: $0) } }
  }

  /// The bytes of a list's file that a questionnaire names, by the questionnaire's path.
  func listFile(_ name: String, of questionnaire: String) -> [UInt8]? {
    ["\(Self.folder(of: questionnaire))/\(name)", "\(data)/lists/\(name)"].lazy
      .compactMap { Self.bytes(of: $0) }.first
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// Where questionnaires are sought, in order; the first folder that is there counts.
  var questionnaireFolders: [String] {
    if let folder = asked.questionnaires { return [folder] }
    return ["Questionnaires", "\(Self.programFolder)/Questionnaires"]
      + ["\(Self.share)/barometre/questionnaires"]
  }

  private static var programFolder: String {
    var path = [CChar](repeating: 0, count: 4096)
    let length = max(0, readlink("/proc/self/exe", &path, path.count))
    let program = String(
      decoding: path.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return String(program[..<(program.lastIndex(of: "/") ?? program.startIndex)])
  }

  /// The questionnaire files there are, by folder name.
  func questionnaireFiles() -> [String] {
    for folder in questionnaireFolders {
      let paths = Self.names(in: folder).sorted().map { name -> String in
        "\(folder)/\(name)/questionnaire.json"
      }
      let files = paths.filter { Self.isFile($0) }
      if !files.isEmpty { return files }
    }
    return []
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  /// The file a person means by a questionnaire's name, a path or a folder.
  ///
  /// A name goes first: beside the program lies a file called as the barometer is.
  func questionnaireFile(named name: String) -> String? {
    let inFolders = questionnaireFolders.map { "\($0)/\(name)/questionnaire.json" }
    let paths = [name, "\(name)/questionnaire.json"]
    return (name.contains("/") || name.hasSuffix(".json") ? paths + inFolders : inFolders + paths)
      .first { Self.isFile($0) }
  }

  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a folder is this person's, and nobody else may look into it.
  static func isPrivate(_ folder: String) -> Bool {
    var status = stat()
    return stat(folder, &status) == 0 && status.st_uid == getuid()
      && status.st_mode & (S_IFMT | 0o777) == S_IFDIR | 0o700
  }

  /// A file's bytes; nil where it cannot be read, `errno` saying why.
  ///
  /// Only of what is kept on a disk: a pipe could keep one waiting, a device never ends.
  static func bytes(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      errno = status.st_mode & S_IFMT == S_IFDIR ? EISDIR : ESPIPE
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: max(Int(status.st_size), 0) + 1)
    var length = 0
    while true {
      if length == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let count = bytes.withUnsafeMutableBytes { buffer in
        read(file, buffer.baseAddress?.advanced(by: length), buffer.count - length)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return nil }
      if count == 0 {
        bytes.removeLast(bytes.count - length)
        return bytes
      }
      length += count
    }
  }
}
