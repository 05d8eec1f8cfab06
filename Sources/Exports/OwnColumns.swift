import Formulas
import Questions
import Records

/// What a row says before its answers: of the interview, or of the instance's place in it.
struct OwnColumns {
  private let labels: Labels
  private let choices: ExportChoices

  init(_ labels: Labels, _ choices: ExportChoices) {
    self.labels = labels
    self.choices = choices
  }

  /// - Parameter repeats: those around a row, its own last; none for the interviews.
  func columns(_ repeats: [String], of form: Questionnaire) -> [Column] {
    let terms = labels.terms
    let id = Column(name: "_id", label: terms.own["_id"] ?? "", type: .text, content: .head(.id))
    guard let roster = repeats.last else { return [id] + ofInterview }
    let around = repeats.dropLast().enumerated().map { depth, name in
      Column(
        name: "_\(name)", label: terms.positionIn(labels.label(of: name, form)), type: .integer,
        content: .position(up: repeats.count - 1 - depth))
    }
    let own = Column(
      name: "_position", label: terms.positionIn(labels.label(of: roster, form)), type: .integer,
      content: .position(up: 0))
    return [id] + around + [own]
  }

  private var ofInterview: [Column] {
    var heads: [(String, PictureScan.Head, ColumnType)] = [
      ("_questionnaire", .questionnaire, .text), ("_version", .version, .text),
      ("_kind", .kind, .text), ("_mode", .mode, .text), ("_status", .status, .text),
      ("_revision", .revision, .integer), ("_language", .language, .text),
    ]
    if choices.profile.keepsWhatIsWritten { heads.append(("_interviewer", .interviewer, .text)) }
    heads += [("_started", .started, .dateTime), ("_finished", .finished, .dateTime)]
    let columns = heads.map { name, head, type in
      Column(name: name, label: labels.terms.own[name] ?? "", type: type, content: .head(head))
    }
    switch choices.durations {
    case .left: return columns
    case .written:
      let label = labels.terms.own["_seconds"] ?? ""
      return columns + [Column(name: "_seconds", label: label, type: .integer, content: .seconds)]
    }
  }
}
