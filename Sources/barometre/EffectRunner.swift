import Archives
import Console
import Exports
import Formulas
import Glibc
import Interviews
import Questions
import Records
import Reports
import Screens

/// Makes effects happen: the journal, the archive, the clock and chance, in one place.
final class EffectRunner {
  let archive: Archive
  let forms: [FormFile]
  private(set) var interviewer: String
  let kind: Start.Kind
  let mode: Start.Mode
  private let language: Language
  private var journal: Journal?
  /// What was listed last, with what changed since; nil before the whole was.
  private var shelf: Archive.Shelf?
  /// Why the last effect that failed did; nil where it was not for the disk.
  private(set) var refusal: FileFailure?

  init(
    archive: Archive, forms: [FormFile], interviewer: String, kind: Start.Kind,
    mode: Start.Mode, language: Language
  ) {
    self.archive = archive
    self.forms = forms
    self.interviewer = interviewer
    self.kind = kind
    self.mode = mode
    self.language = language
  }

  /// Does one thing, and says what came of it.
  ///
  /// - Parameters:
  ///   - interview: as it stands now, events of this turn included.
  ///   - progress: told now and then of what takes long: how much is done, of how much.
  func run(
    _ effect: Effect, _ interview: Interview?, progress: (Int, Int) -> Void = { _, _ in }
  ) -> [AppEvent] {
    do throws(FileFailure) {
      switch effect {
      case .append(let event): return try append(event)
      case .identify(let code): interviewer = code
      case .begin(let form, let language): return try begin(forms[form], language: language)
      case .open(let id): return try open(id)
      case .reopen(let id, let reason): return try reopen(id, for: reason)
      case .trash(let id):
        try archive.trash(id, by: interviewer, at: Clock.now())
        shelf = nil
        return try list()
      case .list: return try list()
      case .rest: try rest(interview)
      case .finish: try finish(interview)
      case .close:
        try journal?.save()
        let id = journal?.id
        journal = nil
        return [.closed] + listed(lookingAgainAt: id)
      case .report: return report()
      case .offerExport:
        return [.exportOffered(place: Places.exportFolder(on: Clock.now().date))]
      case .export(let request): return [.exported(try export(request, progress))]
      case .redraw, .suspend, .quit: break
      }
      return []
    } catch {
      refusal = error
      return [failed(effect, error)]
    }
  }

  private func failed(_ effect: Effect, _ failure: FileFailure) -> AppEvent {
    switch effect {
    case .append: .notSaved(failure.waitingSentence(in: language))
    case .identify, .begin, .open, .reopen, .trash, .list, .rest, .finish, .close, .offerExport,
      .export, .report, .redraw,
      .suspend, .quit:
      .failed(failure.sentence(in: language))
    }
  }

  private func append(_ event: Event) throws(FileFailure) -> [AppEvent] {
    guard let journal else { return [] }
    let now = Clock.now()
    let wasBehind = journal.unsavedCount > 0
    try journal.append(event, at: now, by: interviewer)
    switch event {
    case .go: return wasBehind ? [.saved(at: Clock.hours(of: now))] : []
    case .answer, .special, .leave, .clear, .draft, .remark, .confirm, .add, .insert, .remove,
      .move, .language, .undo, .redo, .pause, .resume, .finish, .stop, .reopen:
      return [.saved(at: Clock.hours(of: now))]
    }
  }

  /// Exports, and gives what to tell of it.
  private func export(
    _ request: ExportRequest, _ progress: (Int, Int) -> Void
  ) throws(FileFailure) -> [String] {
    var choices = ExportChoices(in: request.language)
    choices.format = request.format
    choices.profile = request.profile
    let place = Places.absolute(request.place)
    let run = ExportRun(archive: archive, choices: choices)
    var pace = Pace()
    let outcome = try run.run(to: place, .keep, at: Clock.now()) { done, all in
      if pace.isDue() { progress(done, all) }
    }
    let words = ExportWords.of(request.language)
    return words.missed(outcome.failures.map { $0.sentence(in: request.language) })
      + words.told(outcome.count, outcome.dropped, request.profile, at: place)
  }

  private func begin(_ form: FormFile, language: String) throws(FileFailure) -> [AppEvent] {
    let whole: FormFile.Whole
    do throws(Problems) {
      guard let read = try form.read() else {
        return [.failed(FileFailure.unreadable(path: form.path).sentence(in: self.language))]
      }
      whole = read
    } catch {
      let first = error.all.first { $0.severity == .error }
      return [.failed(first?.line(of: form.path, in: self.language) ?? form.path)]
    }
    try archive.prepare()
    var chance = SystemRandomNumberGenerator()
    let hash = try archive.keep(questionnaire: whole.bytes)
    let start = Start(
      id: RecordIdentifier.draw(milliseconds: Clock.milliseconds(), using: &chance),
      code: WithdrawalCode.draw(using: &chance), kind: kind, mode: mode,
      questionnaireHash: hash, interviewer: interviewer, started: Clock.now(),
      language: language)
    let form = whole.questionnaire
    let key = form.keepsSomethingApart ? ContactLines.drawKey(using: &chance) : nil
    journal = try archive.begin(
      RecordHead(start, on: form, contact: key), on: form, by: interviewer)
    return [.opened(Interview(start, on: whole.questionnaire), savedAt: "")]
  }

  private func open(_ id: String) throws(FileFailure) -> [AppEvent] {
    let now = Clock.now()
    let opened = try archive.open(id, by: interviewer, at: now)
    guard opened.interview.status == .inProgress else { throw .ended(id: id) }
    var interview = opened.interview
    interview.apply(.resume)
    try opened.journal.append(.resume, at: now, by: interviewer)
    journal = opened.journal
    var events: [AppEvent] = [.opened(interview, savedAt: Clock.hours(of: now))]
    if let recovery = opened.recovery {
      events.append(.failed(recovery.sentence(in: language)))
    }
    return events
  }

  private func reopen(_ id: String, for reason: String) throws(FileFailure) -> [AppEvent] {
    let now = Clock.now()
    let opened = try archive.reopen(id, for: reason, by: interviewer, at: now)
    journal = opened.journal
    return [.opened(opened.interview, savedAt: Clock.hours(of: now))]
      + (opened.recovery.map { [.failed($0.sentence(in: language))] } ?? [])
  }

  private func report() -> [AppEvent] {
    do throws(Findings.Lack) {
      let findings = try Findings(archive, forms, of: [.interview, .imported])
      return [.reported(Report(findings.tabulation))]
        + findings.failures.prefix(1).map { .failed($0.sentence(in: language)) }
    } catch {
      return [.failed(error.sentence(in: language))]
    }
  }

  private func rest(_ interview: Interview?) throws(FileFailure) {
    guard let journal, let interview else { return }
    try journal.writePicture(of: interview)
  }

  private func finish(_ interview: Interview?) throws(FileFailure) {
    guard let journal, let interview else { return }
    try journal.close(interview, by: interviewer)
  }

  private func list() throws(FileFailure) -> [AppEvent] {
    let (entries, faults) = try entries()
    return [.listed(entries)] + faults.map(AppEvent.failed)
  }

  /// - Parameter id: the only interview that changed here since it was listed.
  private func listed(lookingAgainAt id: String?) -> [AppEvent] {
    if let id, var known = shelf {
      shelf = nil
      archive.refresh(id, on: &known)
      shelf = known
    }
    do throws(FileFailure) { return try list() } catch {
      return [.failed(error.sentence(in: language))]
    }
  }

  private static func overdue(_ count: Int, _ language: Language) -> String {
    switch language {
    case .french:
      "\(count) \(count > 1 ? "entretiens gardent" : "entretien garde") des données échues\u{A0}:"
        + " barometre purge"
    case .english:
      "\(count) \(count == 1 ? "interview holds" : "interviews hold") overdue data: barometre purge"
    }
  }

  /// Whose interview changed last here; the laptop's name where there is none.
  private(set) lazy var lastInterviewer = interviewer

  /// Brings what waits to the disk; why it could not be done, or nil.
  func saveAll() -> String? {
    do throws(FileFailure) {
      try journal?.save()
      return nil
    } catch {
      return error.sentence(in: language)
    }
  }

  /// The interviews that changed last, at once, and how many there are; nil where no index tells.
  func latest() -> (entries: [HomeEntry], total: Int)? {
    guard let (listings, total) = archive.latest(Self.latestCount) else { return nil }
    return (entries(of: listings), total)
  }

  /// More than the tallest window shows.
  private static let latestCount = 120

  /// What the home screen lists, the latest first, and what could not be read.
  func entries() throws(FileFailure) -> (entries: [HomeEntry], faults: [String]) {
    let shelf: Archive.Shelf
    if let known = self.shelf { shelf = known } else { shelf = try archive.shelf() }
    self.shelf = shelf
    let overdue = archive.overdueCount(shelf.listings, on: Clock.now().date)
    let faults = shelf.failures.prefix(1).map { $0.sentence(in: language) }
    return (
      entries(of: shelf.listings),
      overdue > 0 ? faults + [Self.overdue(overdue, language)] : faults
    )
  }

  private func entries(of listings: [Listing]) -> [HomeEntry] {
    if let last = listings.first(where: { $0.kind == .interview || $0.kind == .training }) {
      lastInterviewer = last.interviewer
    }
    let now = Clock.now()
    let titles = Dictionary(
      forms.map { ($0.head.id, HomeForm($0.head).title(in: language)) },
      uniquingKeysWith: { first, _ in first })
    // The day is the same for many in a row.
    var day = (date: now.date, text: "")
    return listings.map { listing in
      let updated = listing.updated
      if updated.date == now.date || updated.date != day.date {
        day = (updated.date, Clock.brief(updated, now: now))
      }
      return HomeEntry(
        id: listing.id, label: listing.shownLabel(in: language),
        form: titles[listing.questionnaire] ?? listing.questionnaire,
        status: listing.status, done: listing.done, of: listing.of, updated: day.text,
        remarkCount: listing.remarkCount)
    }
  }
}

/// A questionnaire's file and its head.
struct FormFile {
  let path: String
  let places: Places
  let head: QuestionnaireHead
  /// All of it, where it was read already.
  var whole: Whole?

  struct Whole {
    let bytes: [UInt8]
    let questionnaire: Questionnaire
  }

  /// All of it; nil where the file cannot be read.
  func read() throws(Problems) -> Whole? {
    if let whole { return whole }
    guard let bytes = Places.bytes(of: path) else { return nil }
    let (questionnaire, _) = try QuestionnaireFile.read(bytes) { places.listFile($0, of: path) }
    return Whole(bytes: bytes, questionnaire: questionnaire)
  }

  /// Every questionnaire found whose head can be read.
  static func all(in places: Places) -> [FormFile] {
    places.questionnaireFiles().compactMap { path in
      guard let bytes = Places.bytes(of: path), let head = try? QuestionnaireFile.head(bytes)
      else { return nil }
      return FormFile(path: path, places: places, head: head)
    }
  }
}

extension HomeForm {
  init(_ head: QuestionnaireHead) {
    self.init(title: head.title, version: head.version, languages: head.languages)
  }
}
