import Formulas
import Interviews
import Questions

extension Event {
  /// What a journal line says besides time, person and verb.
  package var members: [JSONTree.Member] {
    switch self {
    case .answer(let path, let value, let isProposal, let row):
      [.path(path), .init("value", JSONTree(value))]
        + (isProposal ? [.init("proposal", .boolean(true))] : [])
        + (row.map { [.init("row", JSONTree($0))] } ?? [])
    case .special(let path, let text), .draft(let path, let text), .remark(let path, let text):
      [.path(path), .init("value", .string(text))]
    case .leave(let path), .clear(let path), .add(let path), .insert(let path), .remove(let path):
      [.path(path)]
    case .confirm(let check, let path, let explanation):
      [.init("check", .string(check))] + (path.map { [.path($0)] } ?? [])
        + [.init("explanation", .string(explanation))]
    case .move(let path, let target): [.path(path), .init("to", JSONTree(target))]
    case .go(let path, let isBack):
      (path.map { [.path($0)] } ?? []) + (isBack ? [.init("back", .boolean(true))] : [])
    case .language(let code): [.init("value", .string(code))]
    case .pause(let reason), .stop(let reason), .reopen(let reason):
      reason.isEmpty ? [] : [.init("reason", .string(reason))]
    case .undo, .redo, .resume, .finish: []
    }
  }

  /// Reads what `members` writes; nil where something is missing.
  init?(_ verb: Verb, _ json: JSONValue, on questionnaire: Questionnaire) {
    let reason = json["reason"]?.string ?? ""
    switch verb {
    case .undo: self = .undo
    case .redo: self = .redo
    case .resume: self = .resume
    case .finish: self = .finish
    case .pause: self = .pause(reason: reason)
    case .stop: self = .stop(reason: reason)
    case .reopen: self = .reopen(reason: reason)
    case .migrate: return nil
    case .language:
      guard let code = json["value"]?.string else { return nil }
      self = .language(code)
    case .confirm:
      guard let check = json["check"]?.string, let why = json["explanation"]?.string,
        json["path"] == nil || json.path("path") != nil
      else { return nil }
      self = .confirm(check: check, json.path("path"), explanation: why)
    case .go:
      guard json["path"] == nil || json.path("path") != nil else { return nil }
      self = .go(json.path("path"), isBack: json.isTrue("back"))
    case .answer, .special, .leave, .clear, .draft, .remark, .add, .insert, .remove, .move:
      guard let path = json.path("path") else { return nil }
      self.init(verb, at: path, json, on: questionnaire)
    }
  }

  private init?(
    _ verb: Verb, at path: AnswerPath, _ json: JSONValue, on questionnaire: Questionnaire
  ) {
    let text = json["value"]?.string
    switch verb {
    case .answer:
      let type = questionnaire.valueType(of: path.name)
      guard let value = json["value"]?.value(as: type) else { return nil }
      let row = json["row"].flatMap(ListRow.init)
      self = .answer(path, value, isProposal: json.isTrue("proposal"), row: row)
    case .special:
      guard let text else { return nil }
      self = .special(path, text)
    case .draft:
      guard let text else { return nil }
      self = .draft(path, text)
    case .remark:
      guard let text else { return nil }
      self = .remark(path, text)
    case .move:
      guard let target = json["to"]?.integer else { return nil }
      self = .move(path, to: target)
    case .leave: self = .leave(path)
    case .clear: self = .clear(path)
    case .add: self = .add(path)
    case .insert: self = .insert(path)
    case .remove: self = .remove(path)
    case .confirm, .go, .language, .undo, .redo, .pause, .resume, .finish, .stop, .reopen, .migrate:
      return nil
    }
  }
}

extension JSONTree.Member {
  fileprivate static func path(_ path: AnswerPath) -> JSONTree.Member {
    .init("path", .string(path.description))
  }
}

extension JSONValue {
  /// The path under a key; nil where there is none or it reads as none.
  func path(_ key: String) -> AnswerPath? { self[key]?.string.flatMap { AnswerPath(reading: $0) } }

  fileprivate func isTrue(_ key: String) -> Bool { self[key]?.kind == .boolean(true) }
}
