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
  let mode: Start.Mode
  /// What sentences are said in: the home screen's, as it was when an effect was asked for.
  private(set) var language: Language
  private var journal: Journal?
  /// Why the last effect that failed did; nil where it was not for the disk.
  private(set) var refusal: FileFailure?

  init(
    archive: Archive, forms: [FormFile], interviewer: String, mode: Start.Mode,
    language: Language
  ) {
    self.archive = archive
    self.forms = forms
    self.interviewer = interviewer
    self.mode = mode
    self.language = language
  }

  /// Does one thing, and says what came of it.
  ///
  /// - Parameters:
  ///   - app: as it stands now, events of this turn included.
  ///   - progress: told now and then of what takes long: how much is done, of how much.
  func run(
    _ effect: Effect, _ app: App, progress: (Int, Int) -> Void = { _, _ in }
  ) -> [AppEvent] {
    language = app.language
    do throws(FileFailure) {
      switch effect {
      case .append(let event): return try append(event)
      case .identify(let code):
        interviewer = code.text
        try LaptopSettings.keep(code)
      case .begin(let form, let language, let kind):
        return try begin(forms[form], language: language, kind)
      case .reopen(let id, let reason): return try reopen(id, for: reason)
      case .trash(let id): try archive.trash(id, by: interviewer, at: Clock.now())
      case .restore(let id): try archive.restore(id, by: interviewer, at: Clock.now())
      case .list(let shelf): return listed(shelf)
      case .open(let id): return try open(id)
      case .rest: try rest(app.interview)
      case .finish: try finish(app.interview)
      case .close:
        try journal?.save()
        journal = nil
        return [.closed] + listed(.interviews)
      case .report: return report()
      case .offerExport:
        return [.exportOffered(place: Places.exportFolder(on: Clock.now().date))]
      case .export(let request):
        let lines = try export(request, progress)
        return (journal == nil ? listed(.interviews) : []) + [.exported(lines)]
      case .keep(let setting):
        try LaptopSettings.keep(setting, as: app.settings, app.language)
      case .redraw, .suspend, .quit, .edit: break
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
    case .identify, .begin, .open, .reopen, .trash, .restore, .list, .rest, .finish, .close,
      .offerExport, .export, .report, .edit, .keep, .redraw, .suspend, .quit:
      .failed(failure.sentence(in: language))
    }
  }

  private func append(_ event: Event) throws(FileFailure) -> [AppEvent] {
    guard let journal else { return [] }
    let now = Clock.now()
    let wasBehind = journal.unsavedCount > 0
    try journal.append(event, at: now, by: interviewer)
    switch event {
    case .go(let path, _):
      let saved = wasBehind ? [AppEvent.saved(at: Clock.hours(of: now))] : []
      return path == nil ? saved + [.lasted(minutes: journal.course.secondsSpent / 60)] : saved
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

  private func begin(
    _ form: FormFile, language: String, _ kind: Start.Kind
  ) throws(FileFailure) -> [AppEvent] {
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
    return take(opened, interview, at: now)
  }

  private func reopen(_ id: String, for reason: String) throws(FileFailure) -> [AppEvent] {
    let now = Clock.now()
    let opened = try archive.reopen(id, for: reason, by: interviewer, at: now)
    return take(opened, opened.interview, at: now)
  }

  private func take(
    _ opened: Archive.Opened, _ interview: Interview, at now: DateTime
  ) -> [AppEvent] {
    journal = opened.journal
    let recovery = opened.recovery.map { AppEvent.failed($0.sentence(in: language)) }
    return [
      .opened(interview, savedAt: Clock.hours(of: now)),
      .lasted(minutes: opened.journal.course.secondsSpent / 60),
    ] + [recovery].compactMap(\.self)
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

  private func listed(_ shelf: HomeShelf) -> [AppEvent] {
    do throws(FileFailure) {
      let (entries, faults) = try entries(shelf)
      // Said only where there is nothing else to see.
      let isEmpty = entries.isEmpty && shelf == .interviews
      let count = isEmpty ? try archive.shelf(of: .trash) : nil
      let trash = count.map { AppEvent.trashCounted($0.listings.count + $0.unread.count) }
      return [.listed(entries, shelf)] + [trash].compactMap(\.self) + faults.map(AppEvent.failed)
    } catch {
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
  func entries(
    _ shelf: HomeShelf = .interviews
  ) throws(FileFailure) -> (entries: [HomeEntry], faults: [String]) {
    let shelf = try archive.shelf(of: shelf == .trash ? .trash : .interviews)
    let entries =
      shelf.unread.map { HomeEntry($0, in: language) } + entries(of: shelf.listings)
    let overdue = archive.overdueCount(shelf.listings, on: Clock.now().date)
    let faults = shelf.failures.prefix(1).map { $0.sentence(in: language) }
    return (entries, overdue > 0 ? faults + [Self.overdue(overdue, language)] : faults)
  }

  private func entries(of listings: [Listing]) -> [HomeEntry] {
    let now = Clock.now()
    let ended = listings.filter { $0.status == .finished || $0.status == .stopped }
    let exported = archive.exported(among: ended)
    // The day is the same for many in a row.
    var day = (date: now.date, text: "")
    return listings.map { listing in
      let updated = listing.updated
      if updated.date == now.date || updated.date != day.date {
        day = (updated.date, Clock.brief(updated, now: now))
      }
      return HomeEntry(
        listing, in: language, updated: day.text, isExported: exported.contains(listing.id))
    }
  }
}

extension HomeEntry {
  fileprivate init(
    _ listing: Listing, in language: Language, updated: String, isExported: Bool
  ) {
    self.init(
      id: listing.id, label: listing.shownLabel(in: language), form: listing.questionnaire,
      kind: listing.kind,
      status: listing.status, done: listing.done, of: listing.of, updated: updated,
      needsCheck: listing.needsCheck, remarkCount: listing.remarkCount, isExported: isExported,
      isRefused: listing.isRefused)
  }

  /// One that cannot be read: its id is all there is to show.
  fileprivate init(_ unread: Archive.Unread, in language: Language) {
    self.init(
      id: unread.id, label: unread.id, form: "", status: .inProgress, done: 0, of: 0, updated: "",
      fault: unread.failure.sentence(in: language))
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
    self.init(id: head.id, title: head.title, version: head.version, languages: head.languages)
  }
}
