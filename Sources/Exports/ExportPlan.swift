import Formulas
import Interviews
import Questions
import Records

/// What an export writes of each interview, decided once: made before the first is read.
///
/// Interviews of one questionnaire, whatever the version, at the top; of several, a folder each.
package struct ExportPlan: Sendable {
  package let choices: ExportChoices
  let forms: [FormPlan]
  /// By the hash of a version.
  private let places: [String: (form: Int, version: Int)]

  /// A version of a questionnaire that interviews were made on.
  package struct Version: Sendable {
    let hash: String
    let questionnaire: Questionnaire

    /// - Parameter hash: SHA-256 of its bytes.
    package init(hash: String, questionnaire: Questionnaire) {
      self.hash = hash
      self.questionnaire = questionnaire
    }
  }

  /// - Parameter versions: in the order they were first used.
  package init(_ versions: [Version], _ choices: ExportChoices) {
    self.choices = choices
    let ids = Layout.merged([versions.map(\.questionnaire.id)])
    var places: [String: (form: Int, version: Int)] = [:]
    forms = ids.enumerated().map { place, id in
      let own = versions.filter { $0.questionnaire.id == id }
      for (number, version) in own.enumerated() { places[version.hash] = (place, number) }
      return FormPlan(own, choices, folder: ids.count == 1 ? "" : "\(id)/")
    }
    self.places = places
  }

  /// The files interviews are added to, and what each starts with.
  package var streams: [ExportFile] {
    forms.flatMap { form in
      form.streams.map { ExportFile(path: form.folder + $0.name, bytes: $0.header) }
    }
  }

  /// What stands beside them, once all interviews are there.
  package func companions(_ totals: ExportPart) -> [ExportFile] {
    zip(forms, totals.forms).flatMap { form, part in
      (Codebook(form, part.counts).files + choices.format.descriptors(of: form))
        .map { ExportFile(path: form.folder + $0.path, bytes: $0.bytes) }
    }
  }

  /// The questionnaires of all versions, by hash.
  package var questionnaires: [String: Questionnaire] {
    Dictionary(
      forms.flatMap(\.versions).map { ($0.hash, $0.questionnaire) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What the profile leaves out.
  package var dropped: [DroppedQuestion] { forms.flatMap(\.layout.dropped) }

  fileprivate func place(of hash: String) -> (form: Int, version: Int)? { places[hash] }
}

/// What is written of the interviews of one questionnaire.
struct FormPlan: Sendable {
  let choices: ExportChoices
  /// Empty, or a name and a slash.
  let folder: String
  let versions: [ExportPlan.Version]
  let layout: Layout
  let bound: [[BoundTable]]

  init(_ versions: [ExportPlan.Version], _ choices: ExportChoices, folder: String) {
    self.versions = versions
    self.choices = choices
    self.folder = folder
    let layout = Layout(versions.map(\.questionnaire), choices)
    self.layout = layout
    bound = versions.map { version in
      layout.tables.map { BoundTable($0, in: version.questionnaire) }
    }
  }

  var streams: [ExportStream] { choices.format.streams(of: self) }
}

/// Some interviews, written: to be added to the files in the order they were started.
package struct ExportPart: Sendable {
  private let plan: ExportPlan
  package private(set) var ids: [String] = []
  private(set) var forms: [FormPart]

  package init(_ plan: ExportPlan) {
    self.plan = plan
    forms = plan.forms.map { FormPart(streams: $0.streams.count, counts: AnswerCounts($0.layout)) }
  }

  /// Writes one interview; false where its questionnaire is not in the plan.
  ///
  /// - Parameter seconds: how long it took, where that is to be written.
  @discardableResult
  package mutating func add(_ scan: PictureScan, seconds: Int? = nil) -> Bool {
    guard let (form, version) = plan.place(of: scan.text(of: .hash)) else { return false }
    let formPlan = plan.forms[form]
    ids.append(scan.text(of: .id))
    scan.bytes.withUnsafeBufferPointer { bytes in
      let row = RowWriting(scan: scan, bytes: bytes, seconds: seconds)
      plan.choices.format.write(row, formPlan.bound[version], of: formPlan, to: &forms[form])
    }
    forms[form].counts.add(scan, formPlan.bound[version])
    forms[form].versions[formPlan.versions[version].hash, default: 0] += 1
    return true
  }

  /// What was written since the last time, by stream of the plan: taken away.
  package mutating func takeBytes() -> [[UInt8]] {
    let bytes = forms.flatMap(\.files)
    for place in forms.indices { forms[place].forgetFiles() }
    return bytes
  }

  /// Adds the counts and the ids of another part, not its bytes.
  package mutating func count(_ other: ExportPart) {
    ids += other.ids
    for place in forms.indices { forms[place].count(other.forms[place]) }
  }
}

/// Some interviews of one questionnaire, written.
struct FormPart: Sendable {
  private(set) var files: [[UInt8]]
  private(set) var rows: [Int]
  var counts: AnswerCounts
  /// How many interviews, by version.
  var versions: [String: Int] = [:]

  init(streams: Int, counts: AnswerCounts) {
    files = [[UInt8]](repeating: [], count: streams)
    rows = [Int](repeating: 0, count: streams)
    self.counts = counts
  }

  mutating func write(_ file: Int, _ dialect: Dialect, _ body: (inout CSVText) -> Void) {
    var text = CSVText(dialect)
    swap(&text.bytes, &files[file])
    body(&text)
    swap(&text.bytes, &files[file])
    rows[file] += text.rows
  }

  mutating func writeLine(_ body: (inout [UInt8]) -> Void) {
    body(&files[0])
    rows[0] += 1
  }

  mutating func forgetFiles() {
    for place in files.indices { files[place] = [] }
  }

  mutating func count(_ other: FormPart) {
    for place in rows.indices { rows[place] += other.rows[place] }
    counts += other.counts
    versions.merge(other.versions) { $0 + $1 }
  }
}
