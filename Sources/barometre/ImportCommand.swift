import Archives
import ArgumentParser
import Exports
import Formulas
import Interviews
import Questions
import Records

/// Tables of an earlier edition, as interviews of kind `imported`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take up an earlier edition's tables. Reprendre les tables d’une édition passée.")

  @OptionGroup var common: CommonOptions

  @Option(help: "Else the one that knows the columns. Sinon, celui qui connaît les colonnes.")
  var questionnaire: String?

  @Option(help: "NAME=VALUE for every interview. Pour tous les entretiens.")
  var set: [String] = []

  @Option(help: "The day they were held: 2017-10-15. Le jour où ils ont été menés.")
  var started: String?

  @Option(help: "fr, en.")
  var lang: Language?

  @Argument(help: "One CSV of interviews, one per repeat. Un CSV d’entretiens, un par répétition.")
  var files: [String]

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let places = Places(options: common)
    let started = try moment(language)
    let constants = try constants(language)
    do {
      let archive = try Unlocking(places: places, language: language).archiveToWrite()
      let tables = try files.map { try table($0, language) }
      let disk = try QuestionnaireOnDisk(fitting: tables, named: questionnaire, places, language)
      let form = try disk.read()
      let plan = try Import(tables, on: form, set: constants)
      try keep(plan, disk, form, started, archive, language)
    } catch let faults as ImportFaults {
      for fault in faults.all { Exit.complain(fault.text(in: language)) }
      throw ExitCode(Exit.data)
    } catch let fault as ImportFault {
      throw Exit.with(Exit.data, fault.text(in: language))
    } catch let failure as FileFailure {
      throw Exit.with(failure, in: language)
    }
  }

  private func table(_ path: String, _ language: Language) throws -> TableText {
    guard let bytes = Places.bytes(of: path) else {
      let failure = FileFailure.refused(.read, path: path, .missing)
      throw Exit.with(Exit.inputOutput, "barometre: \(failure.sentence(in: language))")
    }
    return try TableText(bytes, path: path)
  }

  private func keep(
    _ plan: Import, _ disk: QuestionnaireOnDisk, _ form: Questionnaire, _ started: DateTime,
    _ archive: Archive, _ language: Language
  ) throws {
    let hash = try archive.keep(questionnaire: disk.bytes)
    let there = Set(try archive.ids())
    var kept = 0
    for (place, row) in plan.rows.enumerated() {
      let id = id(of: row, place, started, form)
      if there.contains(id) { continue }
      var chance = SystemRandomNumberGenerator()
      let start = Start(
        id: id, code: WithdrawalCode.draw(using: &chance), kind: .imported,
        mode: .selfCompleted, questionnaireHash: hash, interviewer: "import", started: started,
        language: form.languages[0])
      let (interview, lost) = plan.interview(of: row, start)
      for fault in lost { Exit.complain(fault.text(in: language)) }
      let journal = try archive.begin(RecordHead(start, on: form), by: "import")
      try journal.append(.finish, at: started, by: "import")
      try journal.close(interview, by: "import")
      kept += 1
    }
    Output.say(Self.done(kept, plan.rows.count - kept, language) + "\n")
  }

  /// The same for the same row of the same day, so that importing twice adds nothing; in the order
  /// of the rows.
  private func id(
    of row: Import.Row, _ place: Int, _ started: DateTime, _ form: Questionnaire
  ) -> String {
    var chance = SeededGenerator(seed: StableHash.of("\(form.id)/\(started)/\(row.key)".utf8))
    let milliseconds = UInt64(clamping: started.instant) * 1000 + UInt64(place)
    return RecordIdentifier.draw(milliseconds: milliseconds, using: &chance)
  }

  private func moment(_ language: Language) throws -> DateTime {
    let now = Clock.now()
    guard let started else { return now }
    if let moment = DateTime(reading: started) { return moment }
    if let day = CalendarDate(reading: started), let noon = ClockTime(reading: "12:00"),
      let first = CalendarDate(year: day.year, month: day.month, day: day.day),
      let moment = DateTime(date: first, time: noon, offset: now.offset)
    {
      return moment
    }
    throw Exit.with(Exit.usage, Self.notADay(started, language))
  }

  private func constants(_ language: Language) throws -> [(name: String, text: String)] {
    try set.map { text in
      guard let equals = text.firstIndex(of: "=") else {
        throw Exit.with(Exit.usage, Self.notASetting(text, language))
      }
      return (String(text[..<equals]), String(text[text.index(after: equals)...]))
    }
  }

  private static func done(_ kept: Int, _ before: Int, _ language: Language) -> String {
    switch language {
    case .french:
      "\(kept) \(kept > 1 ? "entretiens importés" : "entretien importé")"
        + (before > 0 ? ", \(before) déjà là" : "")
    case .english:
      "\(kept) \(kept == 1 ? "interview" : "interviews") imported"
        + (before > 0 ? ", \(before) already there" : "")
    }
  }

  private static func notADay(_ text: String, _ language: Language) -> String {
    switch language {
    case .french: "barometre: « \(text) » n’est pas un jour. Écrivez par exemple 2017-10-15."
    case .english: "barometre: ‘\(text)’ is no day. Write for example 2017-10-15."
    }
  }

  private static func notASetting(_ text: String, _ language: Language) -> String {
    switch language {
    case .french: "barometre: « \(text) » n’est pas de la forme NOM=VALEUR."
    case .english: "barometre: ‘\(text)’ is not of the form NAME=VALUE."
    }
  }
}

extension QuestionnaireOnDisk {
  /// The one named; without a name, the one that knows the tables' columns best.
  fileprivate init(
    fitting tables: [TableText], named name: String?, _ places: Places, _ language: Language
  ) throws {
    if let name {
      try self.init(name, places, language)
      return
    }
    let forms = places.questionnaireFiles().compactMap { path -> (String, Questionnaire)? in
      let read = Places.bytes(of: path).flatMap { try? QuestionnaireFile.read($0) }
      return read.map { (path, $0.questionnaire) }
    }
    let fitting = Import.fitting(tables, among: forms.map(\.1))
    let path = forms.first { $0.1 === fitting }?.0
    try self.init(path ?? "questionnaire", places, language)
  }
}
