import Exports
import Formulas
import Interviews
import Questions
import Records
import Testing

/// What an export writes, file by file; the whole of each format is in `Goldens`.
@Suite struct ExportTests {
  private func choices(
    _ format: ExportFormat = .csv, _ profile: ExportProfile = .full
  ) -> ExportChoices {
    var choices = ExportChoices(in: .french)
    choices.format = format
    choices.profile = profile
    return choices
  }

  private func text(_ files: [String: [UInt8]], _ path: String) throws -> String {
    String(decoding: try #require(files[path]), as: UTF8.self)
  }

  @Test(arguments: ExportFormat.allCases)
  func `each format, whole`(format: ExportFormat) throws {
    try GoldenFolder.expect(Fair.files(choices(format)), are: format.rawValue)
  }

  @Test func `pseudonymised, whole`() throws {
    try GoldenFolder.expect(Fair.files(choices(.csv, .pseudonymised)), are: "pseudonymised")
  }

  @Test func `every choice a column, both headers, a parent's column, in English, whole`() throws {
    var choices = ExportChoices(in: .english)
    choices.profile = .full
    choices.severals = .both
    choices.headers = .both
    choices.parents = ["cotiere", "ville"]
    choices.durations = .written
    try GoldenFolder.expect(Fair.files(choices), are: "shaped")
  }

  @Test(arguments: ExportFormat.allCases)
  func `cut in parts or not, the bytes are the same`(format: ExportFormat) {
    let whole = Fair.files(choices(format))
    #expect(Fair.files(choices(format), cut: 1) == whole)
    #expect(Fair.files(choices(format), cut: 2) == whole)
  }

  @Test(arguments: ExportFormat.allCases)
  func `the withdrawal code is nowhere, even where someone typed it`(format: ExportFormat) {
    for profile in ExportProfile.allCases {
      for (path, bytes) in Fair.files(choices(format, profile)) {
        #expect(!String(decoding: bytes, as: UTF8.self).contains("K7QF"), "\(path)")
      }
    }
  }

  @Test(arguments: ExportFormat.allCases)
  func `R08, R15: pseudonymised, neither what was typed nor who led it is anywhere`(
    format: ExportFormat
  ) throws {
    for (path, bytes) in Fair.files(choices(format, .pseudonymised)) {
      let text = String(decoding: bytes, as: UTF8.self)
      for typed in [
        "L’Haÿ", "HYPERLINK", "roses", "Budget participatif", "vérifié", "de moins", "PC07",
      ] {
        #expect(!text.contains(typed), "\(path) has “\(typed)”")
      }
    }
  }

  @Test func `a spreadsheet takes no text for a formula, and data files keep it exact`() throws {
    let excel = try text(Fair.files(choices(.csvExcelFrench)), "interviews.csv")
    #expect(excel.contains("\"'=HYPERLINK(\"\"http://x\"\")\"") && excel.contains(";'@roses;"))
    #expect(excel.contains(";-3,95;"), "a number is no formula")
    let data = try text(Fair.files(choices()), "interviews.csv")
    #expect(data.contains(",\"=HYPERLINK(\"\"http://x\"\")\",") && data.contains(",@roses,"))
    let remarks = try text(Fair.files(choices(.csvExcelFrench)), "remarks.csv")
    #expect(remarks.contains("\"'-1 de moins ; "))
  }

  @Test func `labels that are the same are told apart`() throws {
    var choices = choices()
    choices.headers = .label
    let header = try #require(
      try text(Fair.files(choices), "interviews.csv").split(separator: "\r\n").first)
    let columns = header.split(separator: ",")
    #expect(Set(columns).count == columns.count)
    #expect(columns.contains("Avis – L’eau") && columns.contains("Port de …"))
  }

  @Test func `several questionnaires, a folder each`() throws {
    let other = try QuestionnaireFile.read(
      Array(
        #"{"format":1,"id":"autre","version":"1","title":"A","languages":["fr"],"items":[{"type":"integer","name":"n","label":"N"}]}"#
          .utf8)
    ).questionnaire
    let plan = ExportPlan(
      Fair.versions + [.init(hash: "0003", questionnaire: other)], choices(.jsonl))
    #expect(plan.streams.map(\.path) == ["foire/interviews.jsonl", "autre/interviews.jsonl"])
    let paths = plan.companions(ExportPart(plan)).map(\.path)
    #expect(paths.contains("foire/codebook.csv") && paths.contains("autre/codebook.md"))
  }

  @Test func `only the kinds asked for are taken`() throws {
    var scan = PictureScan(Fair.first)
    scan.bytes = Fair.pictures[0]
    _ = scan.read()
    var filter = ExportFilter()
    #expect(filter.takes(scan))
    filter.kinds = [.simulated]
    #expect(!filter.takes(scan))
  }

  @Test func `an interview of another questionnaire is not added`() throws {
    var part = ExportPart(ExportPlan([], choices()))
    var scan = PictureScan(Fair.first)
    scan.bytes = Fair.pictures[0]
    _ = scan.read()
    let isAdded = part.add(scan)
    #expect(!isAdded && part.ids.isEmpty)
  }
}
