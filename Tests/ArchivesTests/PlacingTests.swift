import Archives
import FoundationEssentials
import Glibc
import Records
import Testing

@Suite struct PlacingTests {
  private let disk: Disk
  private var folder: String { "\(disk.folder)/sortie" }
  private let files = [
    (path: "interviews.csv", bytes: Array("a\r\n".utf8)),
    (path: "mairies-2/interviews.csv", bytes: Array("b\r\n".utf8)),
  ]

  init() throws { disk = try Disk() }

  @Test func `a folder appears whole, and nothing is left beside`() throws {
    try Placing(at: folder + "/").place(files, existing: .keep)
    #expect(try disk.text("\(folder)/interviews.csv") == "a\r\n")
    #expect(try disk.text("\(folder)/mairies-2/interviews.csv") == "b\r\n")
    #expect(try disk.names(disk.folder) == ["sortie"])
  }

  @Test func `an empty folder counts as nothing`() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Placing(at: folder).place(files, existing: .keep)
    #expect(try disk.names(folder).count == 2)
  }

  @Test func `what is there is kept, unless told to replace an export`() throws {
    try Placing(at: folder).place(files, existing: .keep)
    let other = [(path: "interviews.jsonl", bytes: Array("{}\n".utf8))]
    #expect(throws: FileFailure.alreadyThere(path: folder)) {
      try Placing(at: folder).place(other, existing: .keep)
    }
    try Placing(at: folder).place(other, existing: .replace(endings: ["csv", "jsonl"]))
    #expect(try disk.names(folder) == ["interviews.jsonl"])
    #expect(try disk.names(disk.folder) == ["sortie"])
  }

  @Test func `a folder with anything else in it is never replaced`() throws {
    try Placing(at: folder).place(files, existing: .keep)
    try disk.write([], to: "\(folder)/photo.jpg")
    #expect(throws: FileFailure.notAnExport(path: folder, entry: "photo.jpg")) {
      try Placing(at: folder).place(files, existing: .replace(endings: ["csv"]))
    }
    #expect(try disk.names(folder).count == 3)
  }

  @Test func `whichever call fails, there is the old export or the new, whole`() throws {
    try Placing(at: folder).place(files, existing: .keep)
    let other = [(path: "interviews.csv", bytes: Array("c\r\n".utf8))]
    for place in 1...30 {
      let system = Faults(.once(at: place, ENOSPC)).system
      let before = try disk.text("\(folder)/interviews.csv")
      do throws(FileFailure) {
        try Placing(at: folder, system: system)
          .place(other, existing: .replace(endings: ["csv"]))
      } catch {
        let after = try disk.text("\(folder)/interviews.csv")
        #expect(after == before || after == "c\r\n")
      }
      #expect(try disk.names(disk.folder).filter { $0 == "sortie" }.count == 1)
    }
  }
}
