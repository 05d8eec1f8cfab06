import Formulas
import Interviews
import Questions
import Records

/// Which interviews are exported.
package struct ExportFilter: Hashable, Sendable {
  /// What counts as a result: no training, nothing simulated.
  package static let results: Set<Start.Kind> = [.interview, .imported]

  package var kinds = results
  /// Those in progress too, as they stand.
  package var includesDrafts = false

  package init() {}

  /// Whether an interview that was read is one of them.
  package func takes(_ scan: PictureScan) -> Bool {
    Start.Kind(rawValue: scan.text(of: .kind)).map(kinds.contains) ?? false
  }
}

/// What an export holds and what it leaves out: `manifest.json`, beside its files.
package struct ExportManifest: Sendable {
  package static let name = "manifest.json"

  private let plan: ExportPlan
  private let totals: ExportPart
  private let filter: ExportFilter

  /// A file as it was written.
  package struct Written: Hashable, Sendable {
    let path: String
    let count: Int
    let hash: String

    /// - Parameters:
    ///   - path: inside the folder.
    ///   - count: its bytes.
    ///   - hash: their SHA-256.
    package init(path: String, count: Int, hash: String) {
      self.path = path
      self.count = count
      self.hash = hash
    }
  }

  package init(_ plan: ExportPlan, _ totals: ExportPart, _ filter: ExportFilter) {
    self.plan = plan
    self.totals = totals
    self.filter = filter
  }

  /// - Parameter exported: the only thing that differs between two exports of the same records.
  package func bytes(_ files: [Written], exported: DateTime) -> [UInt8] {
    let choices = plan.choices
    let rows = Dictionary(
      zip(plan.streams.map(\.path), totals.forms.flatMap(\.rows)), uniquingKeysWith: { $1 })
    return JSONTree.object([
      .init("layout", JSONTree(1)),
      .init("program", "barometre"),
      .init("exported", .string(exported.description)),
      .init("format", .string(choices.format.rawValue)),
      .init("profile", .string(choices.profile.rawValue)),
      .init(
        "kinds",
        .array(Start.Kind.allCases.filter(filter.kinds.contains).map { .string($0.rawValue) })),
      .init("drafts", .boolean(filter.includesDrafts)),
      .init("severals", .string(choices.severals.rawValue)),
      .init("headers", .string(choices.headers.rawValue)),
      .init("language", .string(choices.language.rawValue)),
      .init("interviews", JSONTree(totals.ids.count)),
      .init("questionnaires", .array(questionnaires)),
      .init("left_out", .array(leftOut)),
      .init(
        "files",
        .array(
          files.map { file in
            .object(
              [.init("path", .string(file.path)), .init("bytes", JSONTree(file.count))]
                + (rows[file.path].map { [.init("rows", JSONTree($0))] } ?? [])
                + [.init("sha256", .string(file.hash))])
          })),
    ]).readable
  }

  private var questionnaires: [JSONTree] {
    zip(plan.forms, totals.forms).flatMap { form, part in
      form.versions.map { version in
        .object([
          .init("id", .string(version.questionnaire.id)),
          .init("version", .string(version.questionnaire.version)),
          .init("sha256", .string(version.hash)),
          .init("interviews", JSONTree(part.versions[version.hash] ?? 0)),
        ])
      }
    }
  }

  private var leftOut: [JSONTree] {
    let written = ["_interviewer", "label", "remarks", "explanations"]
    let others =
      ["code", "contact"].map { ($0, "direct") }
      + (plan.choices.profile.keepsWhatIsWritten ? [] : written.map { ($0, "free_text") })
    return plan.dropped.map { question in
      .object([
        .init("table", .string(question.table)), .init("name", .string(question.name)),
        .init("reason", .string(question.reason.rawValue)),
      ])
    }
      + others.map { name, reason in
        .object([.init("name", .string(name)), .init("reason", .string(reason))])
      }
  }
}
