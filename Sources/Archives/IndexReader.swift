import Formulas
import Glibc
import Interviews
import Questions
import Records

/// Reads index lines as this program writes them, member after member, and makes nothing else.
///
/// Fifty thousand lines are read before a list is shown: a tree of each would take a second. A line
/// that is not as expected is not read at all: its interview is then looked at again.
struct IndexReader {
  private var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
  private var here = 0
  private var isSound = true
  /// The last questionnaire's hash: nearly always the next one's too.
  private var hash = ""

  /// The lines of a file; what stands after the last line feed is none.
  static func lines(of buffer: UnsafeRawBufferPointer) -> [UnsafeRawBufferPointer] {
    var lines: [UnsafeRawBufferPointer] = []
    lines.reserveCapacity(buffer.count / 400 + 1)
    var start = 0
    while start < buffer.count, let base = buffer.baseAddress,
      let end = memchr(base + start, Int32(Replay.lineFeed), buffer.count - start)
    {
      let place = UnsafeRawPointer(end) - base
      lines.append(UnsafeRawBufferPointer(rebasing: buffer[start..<place]))
      start = place + 1
    }
    return lines
  }

  /// What a line says; nil where its sum fails, or it is of another shape.
  mutating func entry(_ line: UnsafeRawBufferPointer) -> IndexEntry? {
    guard CheckSum.isSound(line) else { return nil }
    (bytes, here, isSound) = (line, 0, true)
    let listing = listing()
    let size = integer("journal_bytes")
    let modified = integer("journal_modified")
    let total = integer("total")
    guard isSound, let listing else { return nil }
    return IndexEntry(
      listing: listing, status: FileStatus(size: size, modified: modified), total: total)
  }

  private mutating func listing() -> Listing? {
    let id = string("id")
    let label = string("label")
    let code = string("code")
    let kind = Start.Kind(rawValue: string("kind"))
    let mode = Start.Mode(rawValue: string("mode"))
    let status = Status(rawValue: string("status"))
    let revision = integer("revision")
    let done = integer("done")
    let of = integer("of")
    let questionnaire = string("questionnaire")
    let version = string("version")
    let hash = string("sha256", like: self.hash)
    self.hash = hash
    let interviewer = string("interviewer")
    let started = moment("started")
    let updated = moment("updated")
    let remarkCount = integer("remarks")
    let needsCheck = boolean("check")
    let isRefused = boolean("refused")
    let secondsSpent = integer("seconds")
    let due = day("due")
    let contactsDue = day("contacts_due")
    let contact = string("contact")
    let isSealed = boolean("sealed")
    guard isSound, let kind, let mode, let status, let started, let updated else { return nil }
    return Listing(
      id: id, label: label, code: code, kind: kind, mode: mode, status: status,
      revision: revision, done: done, of: of, questionnaire: questionnaire, version: version,
      questionnaireHash: hash, interviewer: interviewer, started: started, updated: updated,
      remarkCount: remarkCount, needsCheck: needsCheck, isRefused: isRefused,
      secondsSpent: secondsSpent, due: due, contactsDue: contactsDue,
      contact: contact.isEmpty ? nil : contact, isSealed: isSealed)
  }
}

// One member each: `{"key":` or `,"key":`, then its value.
extension IndexReader {
  private mutating func enter(_ key: StaticString) {
    let length = key.utf8CodeUnitCount
    guard isSound, let base = bytes.baseAddress, here + length + 4 <= bytes.count,
      bytes[here + 1] == UInt8(ascii: "\""), bytes[here + 2 + length] == UInt8(ascii: "\""),
      bytes[here + 3 + length] == UInt8(ascii: ":"),
      memcmp(base + here + 2, key.utf8Start, length) == 0
    else {
      isSound = false
      return
    }
    here += length + 4
  }

  /// The bytes of a string, without its quotes; empty where it is none.
  private mutating func text(_ key: StaticString) -> (
    bytes: UnsafeRawBufferPointer, isEscaped: Bool
  ) {
    enter(key)
    guard isSound, here < bytes.count, bytes[here] == UInt8(ascii: "\"") else {
      isSound = false
      return (UnsafeRawBufferPointer(start: nil, count: 0), false)
    }
    let start = here + 1
    var end = start
    var isEscaped = false
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      if bytes[end] == UInt8(ascii: "\\") {
        isEscaped = true
        end += 1
      }
      end += 1
    }
    guard end < bytes.count else {
      isSound = false
      return (UnsafeRawBufferPointer(start: nil, count: 0), false)
    }
    here = end + 1
    return (UnsafeRawBufferPointer(rebasing: bytes[start..<end]), isEscaped)
  }

  private mutating func string(_ key: StaticString, like last: String = "") -> String {
    let (bytes, isEscaped) = text(key)
    if isEscaped { return unescaped(bytes) }
    if !last.isEmpty, last.utf8.elementsEqual(bytes) { return last }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func unescaped(_ bytes: UnsafeRawBufferPointer) -> String {
    let quote = UInt8(ascii: "\"")
    guard let text = (try? JSONText([quote] + bytes + [quote]))?.root.string else {
      isSound = false
      return ""
    }
    return text
  }

  private mutating func integer(_ key: StaticString) -> Int {
    enter(key)
    var number = 0
    let start = here
    while isSound, here < bytes.count, (48...57).contains(bytes[here]), here - start < 19 {
      number = number &* 10 &+ Int(bytes[here] - 48)
      here += 1
    }
    if here == start { isSound = false }
    return number
  }

  private mutating func boolean(_ key: StaticString) -> Bool {
    enter(key)
    guard isSound, here < bytes.count else { return false }
    let isTrue = bytes[here] == UInt8(ascii: "t")
    here += isTrue ? 4 : 5
    return isTrue
  }

  /// `2018-06-12`; nil where it is empty.
  private mutating func day(_ key: StaticString) -> CalendarDate? {
    let (text, _) = text(key)
    return text.isEmpty ? nil : CalendarDate(reading: String(decoding: text, as: UTF8.self))
  }

  /// `2018-06-12T09:03:11+02:00`.
  private mutating func moment(_ key: StaticString) -> DateTime? {
    let (text, _) = text(key)
    let number = { (places: Range<Int>) -> Int in
      places.reduce(0) { $0 * 10 + (text.count > $1 ? Int(text[$1]) - 48 : 0) }
    }
    guard text.count == 25 else { return nil }
    let ahead = number(20..<22) * 60 + number(23..<25)
    guard
      let date = CalendarDate(year: number(0..<4), month: number(5..<7), day: number(8..<10)),
      let time = ClockTime(
        hour: number(11..<13), minute: number(14..<16), second: number(17..<19))
    else { return nil }
    return DateTime(
      date: date, time: time, offset: text[19] == UInt8(ascii: "-") ? -ahead : ahead)
  }
}
