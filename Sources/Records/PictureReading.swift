import Formulas
import Interviews
import Questions

extension Picture {
  /// Reads an `interview.json` back.
  ///
  /// - Returns: the picture, and the length of the journal it was made from.
  /// - Throws: `Unreadable`: a newer layout, or no picture at all.
  package static func read(
    _ bytes: [UInt8], on questionnaire: Questionnaire
  ) throws(Unreadable) -> (picture: Picture, journalBytes: Int) {
    guard let json = try? JSONText(bytes).root else { throw .noHead }
    try json.checkLayout()
    guard let picture = Picture(json, on: questionnaire) else { throw .noHead }
    return (picture, json["journal_bytes"]?.integer ?? 0)
  }

  /// Reads the head of an `interview.json`, without its questionnaire.
  package static func readHead(_ bytes: [UInt8]) throws(Unreadable) -> RecordHead {
    guard let json = try? JSONText(bytes).root else { throw .noHead }
    try json.checkLayout()
    guard let head = RecordHead(json) else { throw .noHead }
    return head
  }

  /// Nil where something is missing or of the wrong shape.
  init?(_ json: JSONValue, on questionnaire: Questionnaire, stopReason: String = "") {
    guard let head = RecordHead(json), let status = json["status"]?.string.flatMap(Status.init),
      let label = json["label"]?.string, let language = json["language"]?.string,
      let updated = json["updated"]?.string.flatMap({ DateTime(reading: $0) }),
      let contents = Contents(json, on: questionnaire)
    else { return nil }
    self.init(
      head: head, status: status, label: label, language: language, updated: updated,
      finished: json["finished"]?.string.flatMap { DateTime(reading: $0) }, contents: contents,
      stopReason: stopReason)
  }

  /// The interview it shows: what is off the route is left out, as finishing does.
  package func interview(_ start: Start, on questionnaire: Questionnaire) -> Interview {
    Interview(
      start, on: questionnaire, holding: contents, language: language, status: status,
      revision: head.revision, stopReason: stopReason)
  }

  /// The record it shows, without the events that led there.
  package func record(on questionnaire: Questionnaire) -> Record {
    var course = Course(started: head.start.started)
    course.restore(updated: updated, finished: finished)
    return Record(
      head: head, course: course, interview: interview(head.start, on: questionnaire))
  }
}

extension Contents {
  init?(_ json: JSONValue, on questionnaire: Questionnaire) {
    self.init()
    guard let answers = json["answers"]?.members,
      let nodes = Self.nodes(answers, on: questionnaire),
      let specials = Self.texts(json["missing"]), let remarks = Self.texts(json["remarks"]),
      let rows = Self.rows(json["rows"]),
      let aside = Self.values(json["set_aside"], on: questionnaire),
      let blank = Self.paths(json["left_blank"]), let confirmed = json["confirmed"]?.members
    else { return nil }
    self.nodes = nodes
    self.specials = specials
    self.rows = rows
    self.remarks = remarks
    setAside = aside
    leftBlank = blank
    // A picture of before they were said has none.
    notReached = Self.paths(json["not_reached"]) ?? []
    self.confirmed = confirmed.compactMap { member in
      member.value.string.map { Confirmed(key: member.name, explanation: $0) }
    }
    position = json.path("position")
  }

  private static func nodes(
    _ members: [JSONMember], on questionnaire: Questionnaire
  ) -> [Node]? {
    all(members) { member in
      guard questionnaire[member.name]?.roster != nil else {
        return member.value.value(as: questionnaire.valueType(of: member.name))
          .map { .value(member.name, $0) }
      }
      guard let elements = member.value.elements else { return nil }
      return all(elements) { $0.members.flatMap { nodes($0, on: questionnaire) } }
        .map { .instances(member.name, $0) }
    }
  }

  private static func texts(_ json: JSONValue?) -> [Placed<String>]? {
    json?.members.flatMap { members in
      all(members) { member in
        AnswerPath(reading: member.name).flatMap { path in
          member.value.string.map { Placed(path, $0) }
        }
      }
    }
  }

  private static func rows(_ json: JSONValue?) -> [Placed<ListRow>]? {
    json?.members.flatMap { members in
      all(members) { member in
        AnswerPath(reading: member.name).flatMap { path in
          ListRow(member.value).map { Placed(path, $0) }
        }
      }
    } ?? []
  }

  private static func values(
    _ json: JSONValue?, on questionnaire: Questionnaire
  ) -> [Placed<Value>]? {
    json?.members.flatMap { members in
      all(members) { member in
        guard let path = AnswerPath(reading: member.name),
          let value = member.value.value(as: questionnaire.valueType(of: path.name))
        else { return nil }
        return Placed(path, value)
      }
    }
  }

  private static func paths(_ json: JSONValue?) -> [AnswerPath]? {
    json?.elements.flatMap { elements in
      all(elements) { element in element.string.flatMap { AnswerPath(reading: $0) } }
    }
  }

  /// What each reads as; nil where one cannot be read.
  private static func all<Source, Result>(
    _ sources: [Source], _ read: (Source) -> Result?
  ) -> [Result]? {
    let results = sources.compactMap(read)
    return results.count == sources.count ? results : nil
  }
}
