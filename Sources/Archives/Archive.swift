import Crypto
import Formulas
import Glibc
import Interviews
import Questions
import Records
import Vaults

/// The folder where interviews are kept: `DATA` of `formats.md` §3.
///
/// Folders are 0700 and files 0600. Making an `Archive` touches nothing.
package struct Archive: Sendable {
  package let folder: String
  private let listFolders: @Sendable () -> [String]
  let system: SystemCalls
  /// What opens the sealed interviews there; with a laptop's key, new ones are sealed.
  package var keys = Keys.none

  /// - Parameter listFolders: where the lists' files of questionnaires are sought, in order, before
  ///   the archive's own folder; asked only once a list is.
  package init(
    at folder: String, listFolders: @escaping @Sendable () -> [String] = { [] },
    system: SystemCalls = .real
  ) {
    self.listFolders = listFolders
    self.folder =
      folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.system = system
  }

  /// Makes the folders where they are missing, and asks whether they may be written.
  ///
  /// Quick enough for every start; `prepare` is sure.
  ///
  /// - Throws: `FileFailure`: they cannot be made, or not be written.
  package func makeFolders() throws(FileFailure) {
    for name in ["interviews", "questionnaires"] {
      let folder = inside(name)
      try folder.make()
      guard access(folder.path, W_OK) == 0 else {
        throw .refused(.write, folder.path, -Int(errno))
      }
    }
  }

  /// Bytes written to find out whether the disk takes any: more than an interview needs.
  private static let probeLength = 65_536

  /// Makes the folders, and finds out whether the disk takes an interview: before the first
  /// question, not after the last.
  ///
  /// - Throws: `FileFailure`: it cannot be made or written, or is full.
  package func prepare() throws(FileFailure) {
    for name in ["interviews", "questionnaires"] { try inside(name).make() }
    let path = inside("interviews").child(".probe")
    do throws(FileFailure) {
      let file = try OpenFile(path, flags: O_WRONLY | O_CREAT | O_TRUNC, system)
      try file.write([UInt8](repeating: 0, count: Self.probeLength), at: 0)
      try file.sync()
    } catch {
      _ = system.remove(path)
      throw error
    }
    let answer = system.remove(path)
    guard answer >= 0 || answer == -Int(ENOENT) else { throw .refused(.remove, path, answer) }
  }

  /// Keeps a questionnaire's bytes, once.
  ///
  /// - Returns: their SHA-256: what `Start.questionnaireHash` is.
  package func keep(questionnaire bytes: [UInt8]) throws(FileFailure) -> String {
    let hash = Self.hash(of: bytes)
    let path = questionnairePath(hash)
    let isKept = { (try? contents(of: path, system)) == bytes }
    if isKept() { return hash }
    try inside("questionnaires").make()
    do throws(FileFailure) {
      try DurableFile.replace(path, with: bytes, system)
    } catch {
      // Another program may have kept the same bytes meanwhile.
      guard isKept() else { throw error }
    }
    return hash
  }

  /// The hashes of the questionnaires kept, in their order.
  package func keptQuestionnaires() throws(FileFailure) -> [String] {
    try inside("questionnaires").names().filter { $0.hasSuffix(".json") }
      .map { String($0.dropLast(".json".count)) }
  }

  /// The questionnaire of that hash, as it was when interviews were started with it.
  ///
  /// - Throws: `FileFailure.noQuestionnaire`, where it is missing, changed, or can no longer be
  ///   read.
  package func questionnaire(_ hash: String) throws(FileFailure) -> Questionnaire {
    let path = questionnairePath(hash)
    // A list's file that can no longer be read must not keep an interview from being opened.
    guard let bytes = try? contents(of: path, system), Self.hash(of: bytes) == hash,
      let read = (try? QuestionnaireFile.read(bytes, files: listFile))
        ?? (try? QuestionnaireFile.read(bytes))
    else { throw .noQuestionnaire(hash: hash, path: path) }
    return read.questionnaire
  }

  /// The bytes of a list's file; nil where it is in none of its places.
  package func listFile(_ name: String) -> [UInt8]? {
    for folder in listFolders() + ["\(folder)/lists"] {
      if let bytes = try? contents(of: "\(folder)/\(name)", system) { return bytes }
    }
    return nil
  }

  /// SHA-256, 64 hexadecimal digits in lower case.
  package static func hash(of bytes: [UInt8]) -> String {
    var sum = SHA256()
    bytes.withUnsafeBytes { sum.update(bufferPointer: $0) }
    return sum.finalize().map { hexadecimal(UInt32($0), digits: 2) }.joined()
  }

  /// The ids of the interviews there, in the order they were started; none that was withdrawn.
  package func ids(in place: Place = .interviews) throws(FileFailure) -> [String] {
    try journals(in: place).map(\.id).sorted()
  }

  /// Every journal there is, by its interview's id, in no order; none that was withdrawn.
  func journals(in place: Place) throws(FileFailure) -> [(id: String, status: FileStatus)] {
    let withdrawn = try withdrawnIDs()
    return try inside(place.rawValue).statuses(of: Journal.name)
      .filter { !withdrawn.contains($0.name) }.map { (id: $0.name, status: $0.status) }
  }

  /// Takes a withdrawn interview out of the indexes, where its label still names someone.
  func forget(_ id: String) throws(FileFailure) {
    for place in Place.allCases { try Index(of: inside(place.rawValue)).forget(id) }
  }

  /// Whether this laptop seals its interviews.
  package var isVaulted: Bool { FileStatus(of: "\(folder)/vault.json") != nil }

  func inside(_ name: String) -> Folder { Folder("\(folder)/\(name)", system) }

  func interview(_ id: String, in place: Place = .interviews) -> Folder {
    Folder(inside(place.rawValue).child(id), system)
  }

  /// The folder of an interview that is to be read.
  ///
  /// - Throws: `FileFailure`, where there is none, or it is in the trash.
  func presentInterview(_ id: String) throws(FileFailure) -> Folder {
    let folder = interview(id)
    if folder.isThere { return folder }
    throw interview(id, in: .trash).isThere
      ? .inTrash(id: id) : .noInterview(id: id, folder: self.folder)
  }

  private func questionnairePath(_ hash: String) -> String {
    inside("questionnaires").child("\(hash).json")
  }
}
