import Archives
import ArgumentParser
import Console
import Formulas
import Interviews
import Questions
import Records
import Screens

/// What the settings file says; a file that cannot be read says nothing.
struct LaptopSettings {
  var language: Language?
  var settings = Settings()
  /// The interviewer's code given last on this laptop.
  var interviewer: InterviewerCode?
  /// Why the file says nothing; nil where it is missing, or read.
  private(set) var fault: FileFailure?

  /// Reads `settings.json`: `language`, `azerty`, `advance`, `mouse`, `lock`, `interviewer`.
  init(at path: String = Places.settings) {
    guard let bytes = Places.bytes(of: path) else { return }
    guard let json = try? JSONText(bytes), json.root.members != nil else {
      fault = .unreadable(path: path)
      return
    }
    read(json.root)
  }

  private mutating func read(_ json: JSONValue) {
    let flag = { (setting: Setting) -> Bool? in
      guard case .boolean(let flag)? = json[setting.rawValue]?.kind else { return nil }
      return flag
    }
    interviewer = json[Self.interviewerName]?.string.flatMap { try? InterviewerCode($0) }
    language = json[Setting.language.rawValue]?.string.flatMap(Language.init)
    settings.azerty = flag(.azerty) ?? settings.azerty
    settings.advances = flag(.advance) ?? settings.advances
    settings.usesMouse = flag(.mouse) ?? settings.usesMouse
    let minutes = json[Setting.lock.rawValue]?.integer ?? settings.lockAfter
    settings.lockAfter = min(max(0, minutes), Self.longestDelay)
  }

  private static let interviewerName = "interviewer"

  /// A day, in minutes.
  private static let longestDelay = 1_440

  /// `--lang`, the settings, the locale; French where none says.
  func language(asked: Language?) -> Language {
    if let asked { return asked }
    if let language { return language }
    let locale =
      Places.environment("LC_ALL") ?? Places.environment("LC_MESSAGES")
      ?? Places.environment("LANG") ?? ""
    return locale.hasPrefix("en") ? .english : .french
  }
}

extension Language: ExpressibleByArgument {
  /// What is said of a `--lang` that is none of the languages there are.
  func hasNo(_ asked: String, among languages: [String]) -> String {
    let allowed = languages.joined(separator: ", ")
    return switch self {
    case .french: "barometre : --lang \(asked) : les langues possibles sont \(allowed)."
    case .english: "barometre: --lang \(asked): the languages there are: \(allowed)."
    }
  }
}

// Written.
extension LaptopSettings {
  /// Writes one setting as it is now; the file's other members stay as they were.
  ///
  /// - Throws: `FileFailure.unreadable` where the file is no settings file: it is left untouched.
  static func keep(
    _ setting: Setting, as settings: Settings, _ language: Language,
    at path: String = Places.settings
  ) throws(FileFailure) {
    let value: JSONTree =
      switch setting {
      case .language: .string(language.rawValue)
      case .advance: .boolean(settings.advances)
      case .azerty: .boolean(settings.azerty)
      case .mouse: .boolean(settings.usesMouse)
      case .lock: JSONTree(settings.lockAfter)
      }
    try keep(JSONTree.Member(setting.rawValue, value), at: path)
  }

  /// Writes the code given last, to propose it next time.
  ///
  /// - Throws: as for a setting.
  static func keep(
    _ code: InterviewerCode, at path: String = Places.settings
  ) throws(FileFailure) {
    try keep(JSONTree.Member(interviewerName, .string(code.text)), at: path)
  }

  private static func keep(_ member: JSONTree.Member, at path: String) throws(FileFailure) {
    let bytes = Places.bytes(of: path) ?? Array("{}".utf8)
    guard let old = try? JSONText(bytes).root.members else { throw .unreadable(path: path) }
    let members = old.filter { $0.name != member.name }.map(JSONTree.Member.init) + [member]
    try DurableFile.place(JSONTree.object(members).readable, at: path)
  }
}

extension JSONTree.Member {
  fileprivate init(_ member: JSONMember) { self.init(member.name, JSONTree(member.value)) }
}

extension JSONTree {
  /// What was read, to be written again.
  fileprivate init(_ value: JSONValue) {
    self =
      switch value.kind {
      case .null: .null
      case .boolean(let truth): .boolean(truth)
      case .number(let digits): .number(digits)
      case .string(let text): .string(text)
      case .array(let values): .array(values.map { JSONTree($0) })
      case .object(let members): .object(members.map { Member($0) })
      }
  }
}
