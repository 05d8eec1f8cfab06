import Archives
import Console
import Formulas
import Interviews
import Questions
import Records

/// All that is held of an interview, to be read by the person it is about, or as data.
struct ShownHolding {
  private let holding: Holding
  private let language: Language
  private let interview: Interview
  private let words: HoldingWords

  init(_ holding: Holding, _ language: Language) {
    self.holding = holding
    self.language = language
    words = HoldingWords(language: language)
    var interview = holding.record.interview
    // The reader's language, where the questionnaire has it: only this copy speaks it.
    interview.apply(.language(language.rawValue))
    self.interview = interview
  }

  var text: String {
    (head + answers + aside + course + files).map { $0 + "\n" }.joined()
  }

  var json: String {
    let record = holding.record
    let tree = JSONTree.object(
      [
        .init("interview", Picture(of: record).tree),
        .init("drafts", .object(drafts.map { .init($0.path, .string($0.text)) })),
        .init("stop_reason", .string(record.interview.stopReason)),
        .init("journal", .array(holding.lines.compactMap(\.shown))),
        .init("files", .array(holding.files.map(JSONTree.string))),
      ] + contacts)
    return String(decoding: tree.readable, as: UTF8.self)
  }

  /// What is kept apart, where it was opened: the lines that give it back.
  private var contacts: [JSONTree.Member] {
    guard holding.opensContacts else { return [] }
    let lines = holding.record.interview.keptApart.map { JSONTree.object($0.members) }
    return [.init("contacts", .array(lines))]
  }

  private var drafts: [(path: String, text: String)] {
    interview.drafts.map { (interview.path(of: $0.key).description, $0.value) }
      .sorted { $0.0 < $1.0 }
  }

  private var head: [String] {
    let (record, start) = (holding.record, holding.record.head.start)
    let form = LocalForm(language: language)
    let title = interview.questionnaire.title[interview.languagePlace]
    var rows = [
      (words.interview, interview.label), (words.id, start.id), (words.code, start.code),
      (words.questionnaire, "\(title) (\(record.head.questionnaire) \(record.head.version))"),
      (words.kind, words.word(start.kind)), (words.mode, words.word(start.mode)),
      (words.status, words.word(interview.status)),
      (words.revision, String(interview.revision)), (words.interviewer, start.interviewer),
      (words.started, form.dateTime(start.started)),
      (words.updated, form.dateTime(record.course.updated)),
      (words.timeSpent, words.minutes(record.course.secondsSpent / 60)),
    ]
    if let finished = record.course.finished {
      rows.append((words.finished, form.dateTime(finished)))
    }
    if !interview.stopReason.isEmpty { rows.append((words.reason, interview.stopReason)) }
    let width = rows.map { TextWidth.width(of: $0.0) }.max() ?? 0
    return rows.map { name, value in
      let padding = String(repeating: " ", count: width - TextWidth.width(of: name))
      return "\(name)\(padding)  \(TextWidth.sanitized(value))"
    }
  }

  private var answers: [String] {
    var lines = ["", words.answers]
    for spot in interview.route {
      let item = interview.item(at: spot)
      guard item.roster != nil || item.question?.kind.holdsAnswer == true else { continue }
      let indent = String(repeating: "  ", count: item.repeats.count + 1)
      let number = item.number.map { "\($0). " } ?? ""
      lines.append(
        "\(indent)\(number)\(TextWidth.sanitized(interview.shortLabel(of: spot)))"
          + "\(mark(of: spot))\(words.colon)\(TextWidth.sanitized(answer(at: spot)))")
      if let remark = interview.remark(at: spot) {
        lines.append("\(indent)  \(words.remark)\(words.colon)\(TextWidth.sanitized(remark))")
      }
    }
    return lines
  }

  /// Which instance a question is of.
  private func mark(of spot: Spot) -> String {
    guard interview.roster(ofFrame: spot.frame) != nil else { return "" }
    return " [\(TextWidth.sanitized(interview.title(ofInstance: spot.frame)))]"
  }

  private func answer(at spot: Spot) -> String {
    let item = interview.item(at: spot)
    if !holding.opensContacts, interview.questionnaire.isKeptApart(item.name) {
      return words.keptApart
    }
    if item.roster != nil {
      return String(interview.instances(of: spot).count)
    }
    switch interview.presence(at: spot) {
    case .answered, .special: return interview.shownAnswer(at: spot)
    case .leftBlank: return words.leftBlank
    case .notReached, .skipped: return words.notReached
    }
  }

  /// What is kept and does not count: answers off the route, drafts, confirmations.
  private var aside: [String] {
    let contents = interview.contents
    var lines: [String] = []
    if !contents.setAside.isEmpty {
      lines += ["", words.setAside]
      lines += contents.setAside.map { "  \($0.path)\(words.colon)\($0.held.plain)" }
    }
    if !drafts.isEmpty {
      lines += ["", words.drafts] + drafts.map { "  \($0.path)\(words.colon)\($0.text)" }
    }
    if !contents.confirmed.isEmpty {
      lines += ["", words.confirmed]
      lines += contents.confirmed.map { "  \($0.key)\(words.colon)\($0.explanation)" }
    }
    return lines.map(TextWidth.sanitized)
  }

  /// Every event, values included where the journal still holds them.
  private var course: [String] {
    ["", words.journal]
      + holding.lines.compactMap { line in
        switch line {
        case .head, .state: nil
        case .trace(let trace): self.line(trace, "")
        case .apart(let line, let at, let by):
          self.line(Trace(at: at, by: by, verb: line.verb, path: line.path), words.keptApart)
        case .event(let event, let at, let by):
          self.line(Trace(at: at, by: by, verb: event.verb, path: event.path), event.given)
        }
      }
  }

  private func line(_ trace: Trace, _ given: String) -> String {
    let moment = "\(trace.at.date) \(trace.at.time.short)"
    let path = trace.path.map { " \($0)" } ?? (trace.verb == .go ? " \(words.summary)" : "")
    let value = given.isEmpty ? "" : " = \(given)"
    return TextWidth.sanitized("  \(moment)  \(trace.by)  \(words.word(trace.verb))\(path)\(value)")
  }

  private var files: [String] {
    ["", words.files] + holding.files.map { "  \($0)" }
  }
}

extension Event {
  /// What the person gave with it, as it is stored.
  fileprivate var given: String {
    switch self {
    case .answer(_, let value, _, _): value.plain
    case .special(_, let text), .draft(_, let text), .remark(_, let text), .language(let text):
      text
    case .confirm(let check, _, let why): why.isEmpty ? check : "\(check) (\(why))"
    case .move(_, let target): String(target)
    case .pause(let reason), .stop(let reason), .reopen(let reason): reason
    case .leave, .clear, .add, .insert, .remove, .go, .undo, .redo, .resume, .finish: ""
    }
  }
}
