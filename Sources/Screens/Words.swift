import Console
import Formulas
import Interviews

/// The program's own words on screen, in one language: the chrome, never an author's text.
///
/// Lent, never copied: it holds two hundred texts.
package struct Words: ~Copyable, Sendable {
  package let language: Language

  package static subscript(language: Language) -> Words {
    _read {
      switch language {
      case .french: yield Words.french
      case .english: yield Words.english
      }
    }
  }

  // Keys.
  let keyNames: [Key: String]
  let orWord: String

  // Labels of actions, as the help rows show them.
  let actions: [Action: String]
  /// The same where the menu has room to say more.
  let menuNames: [Action: String]

  // Title bar and frame.
  let program: String
  let offline: String
  let saved: @Sendable (_ time: String) -> String
  let notSaved: @Sendable (_ count: Int) -> String
  /// Before the title of an interview; blank where a person answers.
  let kindTitle: @Sendable (Start.Kind) -> String
  let questionOf: @Sendable (_ number: Int, _ count: Int) -> String
  let information: String
  let more: @Sendable (_ count: Int) -> String
  let hidden: String
  let tooSmall: @Sendable (_ columns: Int, _ rows: Int) -> String

  // Question.
  let required: String
  let rowWaits: @Sendable (_ row: String) -> String
  let rowsDone: @Sendable (_ done: Int, _ of: Int) -> String
  let digitFillsRow: String
  let eachRowRequired: String
  let rankMark: @Sendable (_ rank: Int) -> String
  let ranksLeft: @Sendable (_ count: Int) -> String
  /// One more would be one too many.
  let ranksGiven: String
  let nothingRanked: String
  let rankCount: @Sendable (_ count: Int) -> String
  let timeSample: String
  let noOption: @Sendable (_ digit: Int) -> String
  let severalFrom: @Sendable (_ minimum: Int?, _ maximum: Int?) -> String
  let bounds: @Sendable (_ minimum: String?, _ maximum: String?) -> String
  let decimals: @Sendable (_ count: Int) -> String
  let step: @Sendable (_ step: String) -> String
  let ago: @Sendable (_ months: Int) -> String
  /// How a date is typed, and what of it may be left out.
  let dateSample:
    @Sendable (_ precision: CalendarDate.Precision, _ coarsest: CalendarDate.Precision) -> String
  let characters: @Sendable (_ count: Int, _ maximum: Int?) -> String
  let proposalIs: @Sendable (_ proposal: String) -> String
  let answerIs: @Sendable (_ answer: String) -> String
  /// How many lines a search finds, and of how many, as written.
  let foundOf: @Sendable (_ count: String, _ of: String) -> String
  let nothingFound: @Sendable (_ text: String, _ isRequired: Bool) -> String
  let lineCount: @Sendable (_ count: String) -> String
  /// After how many lines more there are, in line mode.
  let furtherLines: String
  let searchLine: @Sendable (_ count: String) -> String
  let searchNumber: String
  /// Lists' files that are not installed.
  let listMissing: @Sendable (_ files: [String]) -> String
  let excludesOthers: String
  let untickedOthers: String
  let ticked: @Sendable (_ count: Int, _ maximum: Int?) -> String
  let code: String
  let specify: String
  let noteIs: @Sendable (_ text: String) -> String
  let nothingToType: String
  let readAndConfirm: String
  let confirmRead: String
  let read: String
  let newLine: String
  /// How to say why nothing is typed.
  let specialKey: String
  let noEditor: String
  let setAside: @Sendable (_ count: Int) -> String
  /// What a note is called where it was undone.
  let noteOn: @Sendable (_ question: String) -> String
  /// Said once a question was left blank.
  let leftBlank: @Sendable (_ question: String) -> String
  let undone: @Sendable (_ question: String) -> String
  let redone: @Sendable (_ question: String) -> String
  let nothingToUndo: String
  let nothingToRedo: String
  let noSpecial: String
  let firstQuestion: String
  let nothingRemains: String
  let firstRemaining: String
  let cleared: String
  let nothingTicked: String

  // Repeat list.
  let instancesFrom: @Sendable (_ minimum: Int, _ maximum: Int?, _ count: Int) -> String
  let addInstance: String
  let closeList: String
  let rosterHint: String
  let instanceIncomplete: @Sendable (_ title: String) -> String
  let pointAtInstance: String
  let moved: @Sendable (_ title: String, _ place: Int) -> String
  let removed: @Sendable (_ title: String) -> String

  // Checks.
  let toConfirm: String
  let confirmYes: String
  let confirmNo: String
  let goTo: @Sendable (_ question: String) -> String
  let seeAlso: @Sendable (_ questions: String) -> String
  let explanation: String
  let confirmed: String

  // Plan.
  let plan: String
  let search: String
  let skipped: String
  let filters: [PlanFilter: String]
  /// Answered, to do, here, error, warning, without an answer, note.
  let legend: [String]
  let counts: @Sendable (PlanScreen.Counts) -> String
  let found: @Sendable (_ count: Int) -> String

  // Summary.
  let summary: String
  let lasted: @Sendable (_ minutes: Int) -> String
  let summaryCounts: @Sendable (_ asked: Int, _ answered: Int, _ remarks: Int) -> String
  let toSettle: @Sendable (_ count: Int) -> String
  let toCheck: @Sendable (_ count: Int) -> String
  let unanswered: @Sendable (_ count: Int) -> String
  let remarks: @Sendable (_ count: Int) -> String
  let answers: String
  let withoutAnswer: String
  /// Beside a question where something is typed that is no answer yet.
  let halfTyped: String
  let requiredWithoutAnswer: String
  let neededToFinish: String
  let next: String
  let later: String
  let staysOpen: String
  let finish: String
  let finishAndExport: String
  let finishTitle: String
  /// How many questions were never answered nor passed.
  let finishExplained: @Sendable (_ remaining: Int) -> String
  let answerThem: String
  let finishAnyway: String
  let stopHere: String
  let afterSettling: @Sendable (_ count: Int) -> String
  let finished: String
  let stopped: String
  let codeIs: @Sendable (_ code: String) -> String

  // Quit, stop.
  let quitTitle: String
  let allSaved: @Sendable (_ time: String) -> String
  let someNotSaved: @Sendable (_ count: Int) -> String
  let remaining: @Sendable (_ count: Int, _ place: String) -> String
  let carryOn: String
  let pauseHome: String
  let pauseQuit: String
  let pauseReason: String
  let stopTitle: String
  let stopExplained: String
  let stopReason: String
  let stopConfirm: String

  // Remark, specials, menu, help.
  let remarkTitle: String
  let remarkHint: String
  let remarkKept: String
  let specialsTitle: String
  let menuTitle: String
  let settingsTitle: String
  /// A setting as it is now.
  let setting: @Sendable (Setting, Settings, Language) -> String
  let helpTitle: @Sendable (_ subject: String) -> String
  let helpHeads: (answer: String, move: String, safe: String, trouble: String)
  let helpSafe: String
  let helpTrouble: [String]

  // Who asks.
  let interviewerTitle: String
  let interviewerExplained: String
  /// What the line is for, and how a code proposed in it is taken or replaced.
  let interviewerCode: @Sendable (_ isProposed: Bool) -> String

  // Home.
  let interviews: String
  let newInterview: String
  let notFound: @Sendable (_ text: String) -> String
  let emptySearch: String
  let noInterview: String
  let enterStarts: String
  /// None here, some in the trash.
  let onlyTrash: @Sendable (_ count: Int) -> String
  let viewTrash: String
  let noMatch: @Sendable (_ search: String) -> String
  let escapeClears: String
  /// What an interview taken up again is held in, by language code, where the home screen is not.
  let heldIn: @Sendable (_ code: String) -> String
  let storage: @Sendable (Storage) -> String
  /// The same, where there is little room.
  let storageBriefly: @Sendable (Storage) -> String
  let columns: (form: String, progress: String)
  let states:
    (
      going: String, check: String, done: String, stopped: String, refused: String,
      exported: String, withdrawn: String, note: String
    )
  /// Before the label of an interview in a list; blank where a person answered.
  let kindMark: @Sendable (Start.Kind) -> String
  /// Blank where every ended interview is exported.
  let unexported: @Sendable (_ count: Int) -> String
  /// The same, where there is little room.
  let toExport: @Sendable (_ count: Int) -> String
  let trainingTitle: String
  let trainingExplained: String
  let trashTitle: String
  let trashEmpty: String
  let trashed: @Sendable (_ label: String) -> String
  let restored: @Sendable (_ label: String) -> String
  let pointAtInterview: String
  let reopenTitle: String
  let reopenExplained: @Sendable (HomeEntry) -> String
  let reopenReason: String
  let reopenConfirm: String
  let leaveAsItIs: String
  let reasonNeeded: String
  let cannotReopen: String
  let homeCount: @Sendable (_ count: Int) -> String
  let noForm: String
  let unreadable: String

  // `barometre keys`.
  let keysTitle: String
  let keysInvitation: String
  let keysNothing: String
  let keysText: String
  let keysDigit: @Sendable (_ digit: Int) -> String
  let keysPaste: @Sendable (_ count: Int) -> String
  /// Rows and columns from 1.
  let keysMouse: @Sendable (_ isPress: Bool, _ row: Int, _ column: Int) -> String

  // Line mode.
  let linearHelp: [String]
  let linearHomeHelp: [String]
  let linearHint: String
  let linearSeeAll: String
  /// After a choice that opens a text: how both are given on one line.
  let linearOther: @Sendable (_ code: String) -> String
  /// What a message says of keys, and what stands for it in lines.
  let linearPhrases: [(onScreen: String, inLines: String)]
  let linearSaved: String
  /// All is saved, and how to take the interview up again: its label, the end of its id.
  let linearPaused: @Sendable (_ label: String, _ id: String) -> String
  let linearTrash: String
  let linearPlan: String
  let linearRoster: String
  let linearLongText: String
  let linearResults: String
  let unknownCommand: @Sendable (_ command: String) -> String
  let chooseNumber: @Sendable (_ last: Int) -> String
  /// The same in a list laid over the screen, which can be left.
  let chooseOption: @Sendable (_ last: Int) -> String
  let questionNumber: @Sendable (_ number: String) -> String
  let colon: String
}
