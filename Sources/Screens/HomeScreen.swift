import Console
import Formulas
import Interviews
import Questions

/// One interview as the home screen lists it.
package struct HomeEntry: Hashable, Sendable {
  package let id: String
  package let label: String
  /// The id of its questionnaire.
  package let form: String
  package let kind: Start.Kind
  package let status: Status
  package let done: Int
  package let of: Int
  /// Local and short: `14:32` today, `12/03` before.
  package let updated: String
  /// Finishing is refused, or a warning waits.
  package let needsCheck: Bool
  package let remarkCount: Int
  /// As it now stands, in some export.
  package let isExported: Bool
  /// Ended because the person did not consent.
  package let isRefused: Bool
  /// Why it cannot be read; nil where it can.
  package let fault: String?

  package init(
    id: String, label: String, form: String, kind: Start.Kind = .interview, status: Status,
    done: Int, of: Int, updated: String, needsCheck: Bool = false, remarkCount: Int = 0,
    isExported: Bool = false, isRefused: Bool = false, fault: String? = nil
  ) {
    self.id = id
    self.label = label
    self.form = form
    self.kind = kind
    self.status = status
    self.done = done
    self.of = of
    self.updated = updated
    self.needsCheck = needsCheck
    self.remarkCount = remarkCount
    self.isExported = isExported
    self.isRefused = isRefused
    self.fault = fault
  }

  /// Finished or stopped, of a person, and in no export yet.
  var waitsForExport: Bool {
    kind == .interview && !isExported && fault == nil && (status == .finished || status == .stopped)
  }
}

/// A questionnaire an interview can be started on.
package struct HomeForm: Hashable, Sendable {
  package let id: String
  package let title: LocalizedText
  package let version: String
  package let languages: [String]

  package init(id: String, title: LocalizedText, version: String, languages: [String]) {
    self.id = id
    self.title = title
    self.version = version
    self.languages = languages
  }

  package func title(in language: Language) -> String {
    title[languages.firstIndex(of: language.rawValue) ?? 0]
  }

  /// The language an interview starts in: the one spoken, where the questionnaire has it.
  func language(spoken: Language) -> String {
    languages.contains(spoken.rawValue) ? spoken.rawValue : languages[0]
  }
}

/// Which interviews are listed.
package enum HomeShelf: Hashable, Sendable {
  case interviews
  case trash
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
  package private(set) var entries: [HomeEntry] = []
  package let forms: [HomeForm]
  private(set) var shelf = HomeShelf.interviews
  private(set) var search = ""
  /// The entries whose label the search finds, the best first: case, accents and hyphens apart, `st`
  /// read as `saint`.
  private(set) var found: [HomeEntry] = []
  /// How many ended interviews no export holds; 0 while only the latest are listed.
  private(set) var unexportedCount = 0
  /// Among the entries found, then the forms.
  private(set) var pointed = 0
  /// What was put in the trash and is still there, the latest last: undone one by one.
  private(set) var trashed: [HomeEntry] = []
  /// How many interviews are in the trash; told where there are none here.
  private(set) var trashCount = 0
  /// Whether one questionnaire has to be told from another.
  private(set) var hasSeveralForms = false
  /// The interview just left, by id, until it is listed.
  private var left: String?
  /// The interviewer's code in force, as the title bar shows it; blank until it is known.
  var interviewer: String
  let storage: Storage
  /// What Enter starts on a questionnaire.
  let kind: Start.Kind
  /// What a search looks in: made with the first search.
  private var labels: ListSearch?

  /// How many interviews there are, those not listed yet included.
  private var count = 0
  /// Whether only the latest are listed, the first picture not waiting for the others.
  package private(set) var isPartial = false

  /// - Parameter total: how many there are, where `entries` are only the latest.
  package init(
    entries: [HomeEntry], latestOf total: Int? = nil, forms: [HomeForm], interviewer: String,
    storage: Storage, kind: Start.Kind = .interview
  ) {
    self.forms = forms
    self.interviewer = interviewer
    self.storage = storage
    self.kind = kind
    list(entries, from: .interviews)
    if let total {
      count = total
      unexportedCount = 0
      isPartial = true
    }
  }

  /// The questionnaires to start on; out of the way while searching, and in the trash.
  var offered: [HomeForm] { search.isEmpty && shelf == .interviews ? forms : [] }

  /// The title of an entry's questionnaire, its id where that is not on this laptop.
  func title(of entry: HomeEntry, in language: Language) -> String {
    forms.first { $0.id == entry.form }?.title(in: language) ?? entry.form
  }

  enum Target: Hashable {
    case entry(HomeEntry)
    case form(Int)
  }

  var target: Target? {
    if found.indices.contains(pointed) { return .entry(found[pointed]) }
    let form = pointed - found.count
    return offered.indices.contains(form) ? .form(form) : nil
  }

  /// Lists other interviews, the pointer on what it was on, or on the interview just left.
  mutating func list(_ entries: [HomeEntry], from shelf: HomeShelf) {
    let wasOnEntry = found.indices.contains(pointed)
    let (id, form): (String?, Int?) =
      switch target {
      case _ where left != nil: (left, nil)
      // Nobody moved it while only the latest were listed: a later one may have come above.
      case _ where isPartial && pointed == 0: (nil, nil)
      case .entry(let entry)?: (entry.id, nil)
      // With nothing listed yet, nobody pointed at it.
      case .form(let form)? where !self.entries.isEmpty: (nil, form)
      case .form?, nil: (nil, nil)
      }
    left = nil
    if shelf != self.shelf { search = "" }
    self.entries = entries
    self.shelf = shelf
    count = entries.count
    unexportedCount = shelf == .interviews ? entries.count(where: \.waitsForExport) : 0
    isPartial = false
    let ids = Set(entries.lazy.map(\.form)).subtracting([""])
    hasSeveralForms = ids.union(forms.map(\.id)).count > 1
    labels = nil
    sift()
    let place = found.firstIndex { $0.id == id } ?? form.map { found.count + $0 }
    // The interview pointed at is gone: the next one, never what would start another.
    point(at: place ?? (wasOnEntry ? min(pointed, found.count - 1) : pointed))
  }

  private mutating func sift() {
    guard !search.isEmpty else {
      found = entries
      return
    }
    let labels = labels ?? ListSearch(entries.map { [$0.label] })
    self.labels = labels
    found = labels.find(search, limit: entries.count).places.map { entries[$0] }
  }

  /// How many to say there are.
  var saidCount: Int { search.isEmpty ? count : found.count }

  /// Points at a place, brought among those there are.
  mutating func point(at place: Int) {
    pointed = min(max(place, 0), max(0, found.count + offered.count - 1))
  }

  mutating func press(_ key: Key, _ action: Action?) {
    if action == .clear { find("") }
    if action == .point || action == .pages {
      point(at: key.moved(from: pointed, last: found.count + offered.count - 1, page: 8))
    }
    if action == .new { point(at: pointed >= found.count ? 0 : found.count) }
    if action == .type, let text = key.typed { find(search + text) }
    if action == .erase || action == .trash {
      find(key == .backspace ? String(search.dropLast()) : "")
    }
  }

  mutating func find(_ text: String) {
    search = String(text.prefix(Self.longestSearch))
    sift()
    point(at: 0)
  }

  /// More than any label a person would look for.
  private static let longestSearch = 80

  /// Remembers the interview that is left, to point at it.
  mutating func leave(_ id: String) { left = id }

  /// Remembers what goes to the trash, for undo.
  mutating func remember(trashed entry: HomeEntry) { trashed.append(entry) }

  /// What is out of the trash cannot be taken out of it.
  mutating func forget(trashed entry: HomeEntry) { trashed.removeAll { $0.id == entry.id } }

  mutating func count(trashed count: Int) { trashCount = count }
}
