import Console
import Formulas
import Interviews
import Questions
import Reports

/// All that is on screen, and all the screens know: a value, changed only by `update`.
package struct App: Sendable {
  enum Screen: Hashable, Sendable {
    case home
    case question
    case plan(PlanScreen)
    case summary(SummaryScreen)
    case report(ReportScreen)
  }

  /// What lies over the screen and has the keys.
  enum Overlay: Hashable, Sendable {
    case help(Scroll)
    case panel(Panel)
  }

  struct Message: Hashable, Sendable {
    enum Weight: Hashable, Sendable {
      case plain
      case warning
      case error
    }

    let text: String
    let weight: Weight

    var style: Style {
      switch weight {
      case .plain: .text
      case .warning: .warning
      case .error: .error
      }
    }
  }

  /// What the title bar says of the last answer.
  enum Saving: Hashable, Sendable {
    case nothingYet
    case saved(String)
    /// How many events wait to be written.
    case failed(Int)
  }

  package var columns: Int
  package var rows: Int
  package var glyphs: Glyphs
  package var settings: Settings
  /// The language of the program's own words outside interviews.
  package var language: Language
  package internal(set) var home: HomeScreen
  package internal(set) var interview: Interview?
  /// The results shown; nil elsewhere.
  var report: Report?
  /// Answers are not to be seen until the person is back.
  package internal(set) var isHidden = false
  var screen = Screen.home
  var overlay: Overlay?
  var editor: Editor?
  var message: Message?
  var saving = Saving.nothingYet
  /// How long the interview took so far; nil until it is told.
  var minutes: Int?
  /// Counted once per event, not once per picture.
  var standing = Standing()
  /// The interviewer's code to propose where it is still to be asked; nil once it is known.
  package var proposedInterviewer: String?
  /// The question the summary sent to: done there, the person comes back.
  var returning: Spot?
  /// The longer text of the stop stood on, wrapped once for the width of now.
  var reading: WrappedText?
  /// Typed and not validated, by question, while the program runs.
  var drafts: [Spot: String] = [:]
  /// Typed where a special answer was given instead: back once that is undone.
  var displaced: [Spot: String] = [:]

  package init(
    columns: Int, rows: Int, glyphs: Glyphs, settings: Settings, language: Language,
    home: HomeScreen
  ) {
    self.columns = columns
    self.rows = rows
    self.glyphs = glyphs
    self.settings = settings
    self.language = language
    self.home = home
  }

  /// The language of the program's words now: the interview's where there is one.
  var words: Words { _read { yield Words[interview?.frameLanguage ?? language] } }

  /// Whether the home screen shows the latest interviews alone, and is to be told of the others.
  package var listsLatestOnly: Bool { interview == nil && home.isPartial }

  /// The middle of the screen; degrades as `terminal.md` §2 says.
  var layout: Layout { Layout(columns: columns, rows: rows) }

  mutating func say(_ text: String, _ weight: Message.Weight = .plain) {
    message = text.isEmpty ? nil : Message(text: text, weight: weight)
  }
}

/// Which rows hold what, at a given size.
struct Layout: Hashable {
  /// Under this, only a sentence is shown.
  static let fewestColumns = 40
  static let fewestRows = 10

  let columns: Int
  let rows: Int

  var isTooSmall: Bool { columns < Self.fewestColumns || rows < Self.fewestRows }
  /// Rules and the second help row go first when rows are few.
  var hasRules: Bool { rows >= 16 }
  var hasGlobalKeys: Bool { rows >= 20 }

  var title: Int { 0 }
  var section: Int { 1 }
  var bodyTop: Int { hasRules ? 3 : 2 }
  var fieldKeys: Int { rows - (hasGlobalKeys ? 2 : 1) }
  var message: Int { fieldKeys - (hasRules ? 2 : 1) }
  var bodyRows: Int { max(0, message - bodyTop) }
  /// Long lines are hard to read: the text measure is capped.
  var measure: Int { min(columns, 100) - 2 }
}
