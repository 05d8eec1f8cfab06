import Formulas
import Interviews
import Records

/// How interviews went, as ODK's combined `audit.csv` tells it: where the interviewer was and when,
/// never what was answered.
///
/// Source: the ODK XForms specification, audit logging; the first column is ODK Central's. An
/// interval has an end, a moment has none; times are milliseconds since 1970-01-01T00:00:00Z, to
/// the second. Where the clock jumped back, an interval ends when it starts.
package struct AuditLog {
  /// What a file starts with.
  package static let header = Array("instance ID,event,node,start,end,user\r\n".utf8)

  private static let dialect = Dialect(
    separator: UInt8(ascii: ","), decimalMark: UInt8(ascii: "."), signature: [],
    safety: .neutralised)

  private let id: String
  private var text = CSVText(dialect)
  /// Where the interviewer stands; nil before the first question and between two sittings.
  private var stay: Stay?
  /// The question they stood at last: a sitting resumes there.
  private var lastPath: AnswerPath?
  private var last: DateTime

  private struct Stay {
    let event: String
    let node: String
    let start: DateTime
    let by: String
  }

  /// The rows of one interview, in the order they happened, without the header.
  package static func rows(of record: Record) -> [UInt8] {
    var log = AuditLog(record.head)
    for trace in record.course.traces { log.take(trace) }
    log.leave(at: log.last)
    return log.text.bytes
  }

  private init(_ head: RecordHead) {
    id = head.start.id
    last = head.start.started
    write("form start", at: last, by: head.start.interviewer)
  }

  private mutating func take(_ trace: Trace) {
    let (at, by) = (trace.at, trace.by)
    switch trace.verb {
    case .go:
      leave(at: at)
      lastPath = trace.path
      stay(from: at, by: by)
    case .answer, .special, .leave, .clear, .draft, .remark, .confirm:
      // Nobody moved to the first question: they were there when the interview started.
      if stay == nil {
        lastPath = trace.path
        stay(from: last, by: by)
      }
    case .add, .insert: write("add repeat", trace.path, at: at, by: by)
    case .remove: write("delete repeat", trace.path, at: at, by: by)
    case .move, .language, .undo, .redo, .migrate: break
    case .pause: end("form save", "form exit", at: at, by: by)
    case .finish, .stop: end("form save", "form exit", "form finalize", at: at, by: by)
    case .resume:
      // After a crash nobody left the question: they did when last heard of.
      leave(at: last)
      write("form resume", at: at, by: by)
      if lastPath != nil { stay(from: at, by: by) }
    case .reopen:
      leave(at: last)
      lastPath = nil
      write("form resume", at: at, by: by)
    }
    last = at
  }

  private mutating func stay(from start: DateTime, by: String) {
    stay = Stay(
      event: lastPath == nil ? "end screen" : "question", node: Self.node(lastPath), start: start,
      by: by)
  }

  private mutating func leave(at end: DateTime) {
    guard let left = stay else { return }
    stay = nil
    write(left, until: end)
  }

  private mutating func end(_ events: String..., at: DateTime, by: String) {
    leave(at: at)
    for event in events { write(event, at: at, by: by) }
  }

  private mutating func write(
    _ event: String, _ path: AnswerPath? = nil, at: DateTime, by: String
  ) {
    write(Stay(event: event, node: Self.node(path), start: at, by: by), until: nil)
  }

  private mutating func write(_ stay: Stay, until end: DateTime?) {
    let start = stay.start.instant
    text.row([
      id, stay.event, stay.node, "\(start)000", end.map { "\(max(start, $0.instant))000" } ?? "",
      stay.by,
    ])
  }

  /// `/data/dispositif[2]/disp_nom`, an XPath as ODK writes it; nothing for no place.
  private static func node(_ path: AnswerPath?) -> String {
    path.map { "/data/" + $0.description.replacing(".", with: "/") } ?? ""
  }
}
