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
package struct HomeScreen: Sendable {
  /// The one that changed last first.
  package private(set) var entries: [HomeEntry]
  /// Whether only the latest are listed, the first picture not waiting for the others.
  package private(set) var isPartial: Bool
  package let forms: [HomeForm]
  private(set) var search = ""
  /// Among the entries found, then the forms.
  private(set) var pointed = 0
  /// The laptop or the interviewer, as the title bar names it.
  var station: String
  let storage: Storage
  /// How many interviews there are, those not listed yet included.
  private var count: Int
  /// What is searched: made with the first search.
  private var labels: ListSearch?
  /// What the search finds, the best first; nil: everything, in order.
  private var places: [Int]?

  /// - Parameter count: how many there are, where `entries` are only the latest.
  package init(
    entries: [HomeEntry], latestOf count: Int? = nil, forms: [HomeForm], station: String,
    storage: Storage
  ) {
    self.entries = entries
    self.forms = forms
    self.station = station
    self.storage = storage
    self.count = count ?? entries.count
    isPartial = count != nil
    settle()
  }

  /// Lists all there are.
  mutating func list(_ entries: [HomeEntry]) {
    self.entries = entries
    count = entries.count
    isPartial = false
    labels = nil
    look()
    settle()
  }

  /// How many entries the search finds among those listed.
  var foundCount: Int { places?.count ?? entries.count }

  /// How many to say there are.
  var saidCount: Int { places?.count ?? count }

  /// An entry the search finds, by place.
  func found(_ place: Int) -> HomeEntry { entries[places?[place] ?? place] }

  /// The questionnaires to start on; out of the way while searching.
  var offered: [HomeForm] { search.isEmpty ? forms : [] }

  enum Target: Hashable {
    case entry(HomeEntry)
    case form(Int)
  }

  var target: Target? {
    if pointed < foundCount { return .entry(found(pointed)) }
    let form = pointed - foundCount
    return offered.indices.contains(form) ? .form(form) : nil
  }

  /// The interview pointed at; nil where that is a questionnaire, or nothing.
  var pointedEntry: HomeEntry? {
    if case .entry(let entry)? = target { entry } else { nil }
  }

  /// Keeps the pointer on something.
  private mutating func settle() {
    pointed = min(max(pointed, 0), max(0, foundCount + offered.count - 1))
  }

  mutating func point(at place: Int) {
    pointed = place
    settle()
  }

  mutating func press(_ key: Key, _ action: Action?) {
    if action == .point || action == .pages {
      pointed = key.moved(from: pointed, last: foundCount + offered.count - 1, page: 8)
    }
    if action == .new { pointed = pointed >= foundCount ? 0 : foundCount }
    if action == .type, let text = key.typed { find(search + text) }
    if action == .erase { find(key == .backspace ? String(search.dropLast()) : "") }
    settle()
  }

  private mutating func find(_ text: String) {
    search = String(text.prefix(Self.longestSearch))
    pointed = 0
    look()
  }

  /// Looks for the labels that hold what is searched: case, accents and hyphens apart, `st` read as
  /// `saint`.
  private mutating func look() {
    guard !search.isEmpty else {
      places = nil
      return
    }
    let labels = labels ?? ListSearch(entries.map { [$0.label] })
    self.labels = labels
    places = labels.find(search, limit: entries.count).places
  }

  /// More than any label a person would look for.
  private static let longestSearch = 80
}

extension App {
  mutating func pressHome(_ key: Key) -> [Effect] {
    let action = Bindings.home.action(for: key)
    message = nil
    if action == .open { return home.target.map { open($0) } ?? [] }
    if let action, let effects = perform(action) { return effects }
    home.press(key, action)
    return []
  }

  /// Goes on with an interview, asks why where it has ended, or starts one in the language spoken
  /// where the questionnaire has it.
  mutating func open(_ target: HomeScreen.Target) -> [Effect] {
    switch target {
    case .entry(let entry):
      switch entry.status {
      case .inProgress: return start(.open(entry.id))
      case .finished, .stopped, .withdrawn: return openReopening(of: entry)
      }
    case .form(let form):
      let languages = home.forms[form].languages
      let spoken = languages.contains(language.rawValue) ? language.rawValue : languages[0]
      return start(.begin(form: form, language: spoken))
    }
  }
}
