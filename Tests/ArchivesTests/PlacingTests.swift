import Archives
import FoundationEssentials
import Glibc
import Records
import Testing

@Suite struct PlacingTests {
  private let disk: Disk
  private var folder: String { "\(disk.folder)/sortie" }
  private let files = ["interviews.csv": "a\r\n", "mairies-2/interviews.csv": "b\r\n"]

  init() throws { disk = try Disk() }

  /// Writes files, and the manifest that tells of them.
  private func place(
    _ files: [String: String], _ existing: Placing.Existing = .keep, _ system: SystemCalls = .real
  ) throws(FileFailure) {
    let placed = try Placing(at: folder, system: system).begin(existing)
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      try placed.append(Array(text.utf8), to: path)
    }
    let told = files.keys.sorted().map { #"{"path":"\#($0)"}"# }.joined(separator: ",")
    try placed.append(Array(#"{"files":[\#(told)]}"#.utf8), to: "manifest.json")
    try placed.finish()
  }

  @Test func `a folder appears whole, and nothing is left beside`() throws {
    try place(files)
    #expect(try disk.text("\(folder)/interviews.csv") == "a\r\n")
    #expect(try disk.text("\(folder)/mairies-2/interviews.csv") == "b\r\n")
    #expect(try disk.names(disk.folder) == ["sortie"])
  }

  @Test func `what was added bit by bit is told with its length and its sum`() throws {
    let placed = try Placing(at: folder + "/").begin(.keep)
    for bit in ["ab", "", "c"] { try placed.append(Array(bit.utf8), to: "x.csv") }
    try placed.append([], to: "vide.csv")
    #expect(placed.written.map(\.path) == ["x.csv", "vide.csv"])
    #expect(placed.written.map(\.length) == [3, 0])
    #expect(placed.written[0].hash == Archive.hash(of: Array("abc".utf8)))
    try placed.finish()
    #expect(try disk.text("\(folder)/x.csv") == "abc")
    #expect(try disk.names(folder) == ["vide.csv", "x.csv"])
  }

  @Test func `what is never finished leaves nothing`() throws {
    do {
      let placed = try Placing(at: folder).begin(.keep)
      try placed.append([1], to: "x.csv")
    }
    #expect(try disk.names(disk.folder) == [])
  }

  @Test func `an empty folder counts as nothing`() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try place(files)
    #expect(try disk.names(folder).count == 3)
  }

  @Test func `what is there is kept, unless told to replace an export`() throws {
    try place(files)
    let other = ["interviews.jsonl": "{}\n"]
    #expect(throws: FileFailure.alreadyThere(path: folder)) { try place(other) }
    try place(other, .replace)
    #expect(try disk.names(folder) == ["interviews.jsonl", "manifest.json"])
    #expect(try disk.names(disk.folder) == ["sortie"])
  }

  @Test func `a folder with a file the manifest does not tell of is never replaced`() throws {
    try place(files)
    try disk.write([], to: "\(folder)/notes.csv")
    #expect(throws: FileFailure.notAnExport(path: folder, entry: "notes.csv")) {
      try place(files, .replace)
    }
    #expect(try disk.names(folder).count == 4)
  }

  @Test func `a questionnaire's folder is no export`() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try disk.write(Array("{}".utf8), to: "\(folder)/questionnaire.json")
    #expect(throws: FileFailure.notAnExport(path: folder, entry: "questionnaire.json")) {
      try place(files, .replace)
    }
  }

  @Test func `whichever call fails, there is the old export or the new, whole`() throws {
    try place(files)
    for number in 1...40 {
      let system = Faults(.once(at: number, ENOSPC)).system
      let before = try disk.text("\(folder)/interviews.csv")
      do throws(FileFailure) {
        try place(["interviews.csv": "c\r\n"], .replace, system)
      } catch {
        let after = try disk.text("\(folder)/interviews.csv")
        #expect(after == before || after == "c\r\n")
      }
      #expect(try disk.names(disk.folder).filter { $0 == "sortie" }.count == 1)
    }
  }
}
