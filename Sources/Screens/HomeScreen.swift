import Console
import Formulas
import Interviews
import Questions

/// One interview as the home screen lists it.
package struct HomeEntry: Hashable, Sendable {
  package let id: String
  package let label: String
  package let form: String
  package let status: Status
  package let done: Int
  package let of: Int
  /// Local and short: `14:32` today, `12/03` before.
  package let updated: String
  /// Finishing is refused, or a warning waits.
  package let needsCheck: Bool
  package let remarkCount: Int
  /// Why it cannot be read; nil where it can.
  package let fault: String?

  package init(
    id: String, label: String, form: String, status: Status, done: Int, of: Int, updated: String,
    needsCheck: Bool = false, remarkCount: Int = 0, fault: String? = nil
  ) {
    self.id = id
    self.label = label
    self.form = form
    self.status = status
    self.done = done
    self.of = of
    self.updated = updated
    self.needsCheck = needsCheck
    self.remarkCount = remarkCount
    self.fault = fault
  }
}

/// A questionnaire an interview can be started on.
package struct HomeForm: Hashable, Sendable {
  package let title: LocalizedText
  package let version: String
  package let languages: [String]

  package init(title: LocalizedText, version: String, languages: [String]) {
    self.title = title
    self.version = version
    self.languages = languages
  }

  package func title(in language: Language) -> String {
    title[languages.firstIndex(of: language.rawValue) ?? 0]
  }
}

/// How this laptop keeps answers.
package enum Storage: Hashable, Sendable {
  /// Readable by whoever has the disk.
  case plain
  /// To be opened by a key only.
  case sealed
}

/// The list of interviews, and the questionnaires to start one on.
package struct HomeScreen: Hashable, Sendable {
  package var entries: [HomeEntry]
  package let forms: [HomeForm]
  private(set) var search = ""
  /// Among the entries found, then the forms.
  private(set) var pointed = 0
  /// The laptop or the interviewer, as the title bar names it.
  var station: String
  let storage: Storage

  package init(entries: [HomeEntry], forms: [HomeForm], station: String, storage: Storage) {
    self.entries = entries
    self.forms = forms
    self.station = station
    self.storage = storage
    settle()
  }

  /// The entries whose label the search finds, case, accents and hyphens apart.
  var found: [HomeEntry] {
    let wanted = Self.searched(search)
    if wanted.isEmpty { return entries }
    return entries.filter { Self.searched($0.label).contains(wanted) }
  }

  /// Folded, `st` and `ste` read as `saint` and `sainte`.
  private static func searched(_ text: String) -> String {
    Fold.fold(text).split(separator: " ").map { word in
      word == "st" ? "saint" : word == "ste" ? "sainte" : String(word)
    }.joined(separator: " ")
  }

  /// The questionnaires to start on; out of the way while searching.
  var offered: [HomeForm] { search.isEmpty ? forms : [] }

  enum Target: Hashable {
    case entry(HomeEntry)
    case form(Int)
  }

  var target: Target? {
    let found = found
    if found.indices.contains(pointed) { return .entry(found[pointed]) }
    let form = pointed - found.count
    return offered.indices.contains(form) ? .form(form) : nil
  }

  /// Keeps the pointer on something.
  mutating func settle() { pointed = min(max(pointed, 0), max(0, found.count + offered.count - 1)) }

  mutating func point(at place: Int) {
    pointed = place
    settle()
  }

  mutating func press(_ key: Key, _ action: Action?) {
    if action == .point || action == .pages {
      pointed = key.moved(from: pointed, last: found.count + offered.count - 1, page: 8)
    }
    if action == .new { pointed = pointed >= found.count ? 0 : found.count }
    if action == .type, let text = key.typed { find(search + text) }
    if action == .erase { find(key == .backspace ? String(search.dropLast()) : "") }
    settle()
  }

  private mutating func find(_ text: String) {
    search = String(text.prefix(Self.longestSearch))
    pointed = 0
  }

  /// More than any label a person would look for.
  private static let longestSearch = 80
}

extension App {
  mutating func pressHome(_ key: Key) -> [Effect] {
    let action = Bindings.home.action(for: key)
    message = nil
    if action == .open { return home.target.map { start(opening($0)) } ?? [] }
    if let action, let effects = perform(action) { return effects }
    home.press(key, action)
    return []
  }

  /// Reopens an interview, or starts one in the language spoken where the questionnaire has it.
  func opening(_ target: HomeScreen.Target) -> Effect {
    switch target {
    case .entry(let entry): return .open(entry.id)
    case .form(let form):
      let languages = home.forms[form].languages
      let spoken = languages.contains(language.rawValue) ? language.rawValue : languages[0]
      return .begin(form: form, language: spoken)
    }
  }
}
