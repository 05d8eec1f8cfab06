import Console
import Formulas
import Foundation
import Interviews
import Questions
import Testing

@testable import Screens

/// A story on screen: keys in, pictures out, and what was asked of the world in between.
struct Screenplay {
  var app: App
  /// Everything asked of the loop, in order.
  private(set) var effects: [Effect] = []
  /// Says no to every write from now on.
  var isDiskFull = false
  private let questionnaire: Questionnaire
  private let language: String

  /// Starts in an interview just begun.
  init(
    _ questionnaire: Questionnaire, _ columns: Int = 80, _ rows: Int = 24,
    in language: String = "fr",
    glyphs: Glyphs = .unicode, settings: Settings = Settings()
  ) {
    self.init(
      home: [], questionnaire, columns, rows, in: language, glyphs: glyphs, settings: settings)
    play(.opened(Interview(Self.start(language), on: questionnaire), savedAt: ""))
  }

  /// Starts on the home screen.
  init(
    home entries: [HomeEntry], _ questionnaire: Questionnaire = .mairies, _ columns: Int = 80,
    _ rows: Int = 24, in language: String = "fr", glyphs: Glyphs = .unicode,
    settings: Settings = Settings()
  ) {
    self.questionnaire = questionnaire
    self.language = language
    let form = HomeForm(
      id: questionnaire.id, title: questionnaire.title, version: questionnaire.version,
      languages: questionnaire.languages)
    app = App(
      columns: columns, rows: rows, glyphs: glyphs, settings: settings,
      language: Language(rawValue: language) ?? .english,
      home: HomeScreen(entries: entries, forms: [form], interviewer: "PC07", storage: .plain))
  }

  static func start(_ language: String, _ kind: Start.Kind = .interview) -> Start {
    guard let moment = DateTime(reading: "2026-06-12T09:00:00+02:00") else {
      preconditionFailure("a date and time")
    }
    return Start(
      id: "019aa1b2-0000-7000-8000-000000000001", code: "K7QF-2M9P-X4", kind: kind,
      questionnaireHash: "0123", interviewer: "PC07", started: moment, language: language)
  }

  /// The events written so far.
  var events: [Event] {
    effects.compactMap { if case .append(let event) = $0 { event } else { nil } }
  }

  var interview: Interview {
    guard let interview = app.interview else { preconditionFailure("no interview is open") }
    return interview
  }

  /// The name of the question stood on; nil elsewhere.
  var question: String? {
    guard case .question = app.screen, app.overlay == nil, let spot = app.interview?.position
    else { return nil }
    return interview.path(of: spot).description
  }

  /// What the message row says; blank where it says nothing.
  var message: String { app.message?.text ?? "" }

  var picture: Canvas { Screens.picture(of: app) }

  /// The answer that counts at a path, as written.
  func answer(_ path: String) -> String? {
    guard let path = AnswerPath(reading: path), let spot = app.interview?.spot(of: path) else {
      return nil
    }
    switch interview.presence(at: spot) {
    case .answered: return interview.value(at: spot).plain
    case .special(let name): return "(\(name))"
    case .leftBlank: return ""
    case .notReached, .skipped: return nil
    }
  }
}

extension Screenplay {
  mutating func press(_ keys: Key...) { for key in keys { play(.key(key)) } }

  /// Types a text, key after key; `\n` is no key here.
  mutating func type(_ text: String) { for mark in text { press(.character(mark)) } }

  /// Types an answer and goes on.
  mutating func give(_ text: String) {
    type(text)
    press(.enter)
  }

  mutating func resize(_ columns: Int, _ rows: Int) {
    play(.resize(columns: columns, rows: rows))
  }

  /// Clicks where a text stands.
  mutating func click(
    on text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let lines = picture.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (row, line) in lines.enumerated() {
      guard let place = line.range(of: text) else { continue }
      let column = TextWidth.width(of: line[..<place.lowerBound])
      return press(.mouse(row: row, column: column, kind: .press))
    }
    Issue.record("\(text) is not on screen", sourceLocation: sourceLocation)
  }

  /// Opens an option of the menu by its words, with arrows and Enter only.
  mutating func choose(
    fromMenu label: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    press(.escape)
    guard case .panel(let panel)? = app.overlay, let place = panel.options.firstIndex(of: label)
    else {
      Issue.record("\(label) is not in the menu", sourceLocation: sourceLocation)
      return
    }
    for _ in 0..<place { press(.down) }
    press(.enter)
  }

  /// Goes straight to a question, as the plan does.
  mutating func go(to path: String) {
    guard let path = AnswerPath(reading: path), let spot = interview.spot(of: path) else {
      preconditionFailure("\(path) is a question")
    }
    perform(app.go(to: spot))
  }

  /// Answers a question as if it had been stood on and typed.
  mutating func tell(_ path: String, _ input: String) {
    guard let spot = AnswerPath(reading: path).flatMap({ interview.spot(of: $0) }),
      let event = try? interview.accept(input, at: spot)
    else { preconditionFailure("\(path) takes \(input)") }
    perform(app.record(event))
  }

  mutating func goToSummary() { perform(app.go(to: nil)) }

  mutating func play(_ event: AppEvent) { perform(update(&app, event)) }

  /// Does what the loop would: writes succeed unless the disk is full.
  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      self.effects.append(effect)
      switch effect {
      case .append:
        play(isDiskFull ? .notSaved("Le disque est plein.") : .saved(at: "14:32"))
      case .begin(_, let language, let kind):
        play(.opened(Interview(Self.start(language, kind), on: questionnaire), savedAt: ""))
      case .close: play(.closed)
      case .offerExport: play(.exportOffered(place: "/home/ana/barometre-2026-06-12"))
      case .identify, .open, .reopen, .trash, .restore, .list, .rest, .finish, .export, .report,
        .edit, .keep, .redraw, .suspend, .quit:
        break
      }
    }
  }
}

extension Screenplay {
  /// Compares the whole picture with the one kept under that name.
  func expect(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try picture.expect(name, sourceLocation: sourceLocation)
  }
}

extension Canvas {
  /// Compares it with the picture kept under that name: text, styles and cursor.
  func expect(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let cursor = cursor.map { "\($0.row),\($0.column)" } ?? "none"
    try expectKept(
      name, "\(text)\n=== styles, cursor at \(cursor)\n\(styleLayer)\n",
      sourceLocation: sourceLocation)
  }
}

/// Compares a text with the one kept under that name among the pictures.
///
/// With `UPDATE_GOLDEN=1` the text is kept instead.
func expectKept(
  _ name: String, _ shown: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Goldens/\(name).txt")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    return try Data(shown.utf8).write(to: file)
  }
  let kept = try? String(decoding: Data(contentsOf: file), as: UTF8.self)
  let golden = kept ?? "nothing: run with UPDATE_GOLDEN=1"
  if shown != golden {
    Issue.record("\(name) differs:\n\(shown)\nwas:\n\(golden)", sourceLocation: sourceLocation)
  }
}
