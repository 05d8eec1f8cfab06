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

  func title(in language: Language) -> String {
    title[languages.firstIndex(of: language.rawValue) ?? 0]
  }
}

/// The list of interviews, and the questionnaires to start one on.
package struct HomeScreen: Hashable, Sendable {
  package var entries: [HomeEntry]
  package let forms: [HomeForm]
  private(set) var search = ""
  /// Among the entries found, then the forms.
  private(set) var pointed = 0
  /// The laptop or the interviewer, as the title bar names it.
  let station: String

  package init(entries: [HomeEntry], forms: [HomeForm], station: String) {
    self.entries = entries
    self.forms = forms
    self.station = station
    settle()
  }

  /// The entries whose label the search finds, case, accents and hyphens apart.
  var found: [HomeEntry] {
    let wanted = Fold.fold(search)
    if wanted.isEmpty { return entries }
    return entries.filter { Fold.fold($0.label).contains(wanted) }
  }

  enum Target: Hashable {
    case entry(HomeEntry)
    case form(Int)
  }

  var target: Target? {
    let found = found
    if found.indices.contains(pointed) { return .entry(found[pointed]) }
    let form = pointed - found.count
    return forms.indices.contains(form) ? .form(form) : nil
  }

  /// Keeps the pointer on something.
  mutating func settle() { pointed = min(max(pointed, 0), max(0, found.count + forms.count - 1)) }

  mutating func press(_ key: Key, _ action: Action?) {
    switch (action, key) {
    case (.point, .up): pointed -= 1
    case (.point, .down): pointed += 1
    case (.point, .home): pointed = 0
    case (.point, .end): pointed = found.count + forms.count - 1
    case (.pages, .pageUp): pointed -= 8
    case (.pages, .pageDown): pointed += 8
    case (.new, _): pointed = pointed >= found.count ? 0 : found.count
    case (.type, .character(let character)): find(search + String(character))
    case (.type, .paste(let text)): find(search + text.prefix(80))
    case (.erase, .backspace): find(String(search.dropLast()))
    case (.erase, _): find("")
    default: break  // Pairs with a key that does nothing here: a key is bound in `Bindings.home`.
    }
    settle()
  }

  private mutating func find(_ text: String) {
    search = String(text.prefix(80))
    pointed = 0
  }
}

extension App {
  mutating func pressHome(_ key: Key) -> [Effect] {
    let action = Bindings.home.action(for: key)
    message = nil
    if action == .open {
      switch home.target {
      case .entry(let entry): return [.open(entry.id)]
      case .form(let form):
        let languages = home.forms[form].languages
        let spoken = languages.contains(language.rawValue) ? language.rawValue : languages[0]
        return [.begin(form: form, language: spoken)]
      case nil: return []
      }
    }
    switch action {
    case .quit: return [.quit]
    case .menu: return openMenu()
    case .help: return openHelp()
    case .language: return switchLanguage()
    case .redraw: return [.redraw]
    default:
      home.press(key, action)
      return []
    }
  }
}
