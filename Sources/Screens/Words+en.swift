import Console
import Formulas
import Interviews

extension Words {
  static let english = Words(
    language: .english,
    keyNames: [
      .enter: "Enter", .newline: "^J", .tab: "Tab", .backTab: "Shift+Tab", .escape: "Esc",
      .backspace: "Backspace", .delete: "Del", .insert: "Ins", .up: "↑", .down: "↓",
      .left: "←", .right: "→", .home: "Home", .end: "End", .pageUp: "PgUp",
      .pageDown: "PgDn", .character(" "): "Space",
    ],
    orWord: "or",
    actions: [
      .answer: "Answer", .confirm: "Confirm", .tick: "Tick", .point: "Move", .type: "Search",
      .erase: "Correct", .emptyField: "Empty", .clear: "Clear", .validate: "Next",
      .carryOn: "Continue", .scroll: "Scroll", .back: "Back", .plan: "Plan",
      .remaining: "Still to do", .remark: "Note", .special: "No answer", .undo: "Undo",
      .redo: "Redo", .menu: "Menu", .help: "Help", .quit: "Quit",
      .redraw: "Redraw the screen", .summary: "Summary", .language: "Language (français)",
      .newLine: "Line", .open: "Open", .add: "Add", .remove: "Remove",
      .choose: "Choose", .close: "Close", .new: "New interview",
      .stop: "The person ends the interview", .filter: "Filter", .pages: "Page",
      .suspend: "Suspend the program", .hide: "Hide the screen", .validateField: "Next",
      .visit: "Go there", .fold: "Fold, unfold", .settings: "Settings",
      .editor: "Open in the editor", .save: "Save", .pause: "Pause",
      .insert: "Insert an entry before this one", .moveUp: "Move the entry up",
      .moveDown: "Move the entry down", .training: "Training", .trash: "Trash",
      .restore: "Restore", .trashed: "View the trash", .interviews: "Interviews",
      .day: "Day ±1", .results: "Results", .export: "Export",
      .nextRank: "Next rank", .giveRank: "Rank",
    ],
    menuNames: [
      .trash: "Put in the trash (Del)",
      .back: "Previous question", .clear: "Clear this answer",
      .special: "No answer (refusal…)", .remark: "Note on this question",
      .undo: "Undo the last action", .redo: "Redo the undone action",
      .remaining: "First question left", .summary: "Summary: check, finish",
      .hide: "Hide the screen", .quit: "Pause, leave",
      .suspend: "Suspend (the command fg resumes)",
    ],
    program: "Barometer",
    offline: "offline",
    saved: { "saved \($0)" },
    notSaved: { $0 > 1 ? "\($0) NOT SAVED" : "NOT SAVED" },
    kindTitle: {
      switch $0 {
      case .interview, .imported: ""
      case .training: "TRAINING · "
      case .simulated: "SIMULATED · "
      }
    },
    questionOf: { "question \($0) of \($1)" },
    information: "information",
    more: { "↓ \(LocalForm(language: .english).number(Number($0))) more" },
    hidden: "Screen hidden. Enter: go on.",
    tooSmall: { "Window too small (\($0)×\($1)): enlarge it. Your answers are saved." },
    required: "required",
    rowWaits: { "“\($0)”: an answer is needed." },
    rowsDone: { "\($0) of \($1) rows." },
    digitFillsRow: "A digit answers and goes down one row.",
    eachRowRequired: "every row required",
    rankMark: { rank in rank < 4 ? " \(rank)\(["st", "nd", "rd"][rank - 1])" : " \(rank)th" },
    ranksLeft: { $0 == 1 ? "1 rank left to give." : "\($0) ranks left to give." },
    ranksGiven: "Every rank is given: Del takes one back.",
    nothingRanked: "Nothing pointed at: ↓ first, then Space or the rank.",
    rankCount: { $0 == 1 ? "1 rank" : "\($0) ranks" },
    timeSample: "for example 14:30",
    noOption: { "No answer \($0) here." },
    severalFrom: { minimum, maximum in
      switch (minimum, maximum) {
      case (nil, nil): "several answers"
      case (let low?, nil): "at least \(low)"
      case (nil, let high?): "\(high) at most"
      case (let low?, let high?): "\(low) to \(high)"
      }
    },
    bounds: { minimum, maximum in
      switch (minimum, maximum) {
      case (nil, nil): ""
      case (let low?, nil): "at least \(low)"
      case (nil, let high?): "at most \(high)"
      case (let low?, let high?): "\(low) to \(high)"
      }
    },
    decimals: { $0 == 1 ? "1 decimal" : "\($0) decimals" },
    step: { "in steps of \($0)" },
    ago: { count in
      let (years, months) = (count / 12, count % 12)
      let parts = [
        years == 0 ? nil : years == 1 ? "1 year" : "\(years) years",
        months == 0 ? nil : months == 1 ? "1 month" : "\(months) months",
      ]
      return parts.compactMap(\.self).joined(separator: " and ") + " ago"
    },
    dateSample: { precision, coarsest in
      switch (precision, coarsest) {
      case (.day, .day): "for example 5/7/2020, 5 July 2020, yesterday; t: today"
      case (.day, .month): "for example 5/7/2020, yesterday; day unknown: 7/2020"
      case (.day, .year): "for example 5/7/2020; day unknown: 7/2020; month unknown: 2020"
      case (.month, .year): "for example 7/2020; month unknown: 2020"
      case (.month, .month), (.month, .day): "for example 7/2020 or July 2020"
      case (.year, .year), (.year, .month), (.year, .day): "for example 2020"
      }
    },
    characters: { count, maximum in
      let word = count == 1 && maximum == nil ? "character" : "characters"
      let number = { LocalForm(language: .english).number(Number($0)) }
      return maximum.map { "\(number(count)) / \(number($0)) \(word)" }
        ?? "\(number(count)) \(word)"
    },
    proposalIs: { "Proposed: \($0). Enter takes it." },
    answerIs: { "Answer: \($0)" },
    foundOf: { "\($0) of \($1)" },
    nothingFound: { text, isRequired in
      let way = isRequired ? "" : " Not in the list? ^U empties the line, then Enter."
      return "Nothing matches “\(text)”.\(way)"
    },
    lineCount: { "\($0) lines" },
    furtherLines: ": type +",
    searchLine: { "\($0) lines: type how a name or a code begins, then Enter." },
    searchNumber: "Type one of these numbers, or another name.",
    listMissing: { files in
      let names = files.map { "“\($0)”" }.joined(separator: ", ")
      return files.count > 1
        ? "Lists not installed: \(names). Their questions will not be asked."
        : "List not installed: \(names). Its questions will not be asked."
    },
    excludesOthers: "excludes the other answers",
    untickedOthers: "The other answers were unticked (^Z to undo).",
    ticked: { count, maximum in
      maximum.map { "\(count) ticked of \($0) allowed" } ?? "\(count) ticked"
    },
    code: "Enter or one more digit. Code: ",
    specify: "Specify:",
    noteIs: { "Note: “\($0)”" },
    nothingToType: "Nothing to answer here.",
    readAndConfirm: "Read it all, then 1 to confirm.",
    confirmRead: "I have read this information",
    read: "read",
    newLine: "Enter starts a new line; Tab moves on.",
    specialKey: "^K: no answer.",
    noEditor: "The editor opens only on a text of several lines.",
    setAside: { $0 > 1 ? "\($0) answers set aside." : "1 answer set aside." },
    noteOn: { "note on \($0)" },
    leftBlank: { "Left without an answer: \($0). PgUp goes back to it." },
    undone: { "Undone: \($0)" },
    redone: { "Redone: \($0)" },
    nothingToUndo: "Nothing to undo.",
    nothingToRedo: "Nothing to redo.",
    noSpecial: "This question offers neither “don’t know” nor a refusal.",
    firstQuestion: "This is the first question.",
    nothingRemains: "Nothing left to answer: here is the summary.",
    firstRemaining: "This is the first question left.",
    cleared: "Answer cleared (^Z to undo).",
    nothingTicked: "Nothing pointed at: ↓ then Space, or its number, to tick.",
    instancesFrom: { minimum, maximum, count in
      let range = maximum.map { "\(minimum) to \($0)" } ?? "at least \(minimum)"
      return "\(range) · \(count) \(count == 1 ? "entry" : "entries")"
    },
    addInstance: "Add",
    closeList: "Close this list and continue",
    rosterHint: "Enter on a line: fill it in. Del: remove it (can be undone).",
    instanceIncomplete: { "\($0): not complete; you can come back to it later." },
    pointAtInstance: "First point at an entry of the list.",
    moved: { "\($0): entry \($1) (^Z to undo)." },
    removed: { "\($0): removed (^Z to undo)." },
    toConfirm: "Do you confirm this answer?",
    confirmYes: "Yes, it is right",
    confirmNo: "No, I correct it",
    goTo: { "Go to “\($0)”" },
    seeAlso: { "See also: \($0)." },
    explanation: "Explanation (optional):",
    confirmed: "confirmed",
    plan: "Plan of the questionnaire",
    search: "Search: ",
    skipped: "not asked",
    filters: [
      .all: "All", .remaining: "Remaining", .toCheck: "To check", .remarks: "Notes",
    ],
    legend: ["answered", "to do", "here", "error", "warning", "no answer", "note"],
    counts: { counts in
      "\(counts.done) answered" + (counts.blank > 0 ? " · \(counts.blank) left blank" : "")
        + " · \(counts.left) to do"
        + (counts.wrong > 0 ? " · \(counts.wrong) \(counts.wrong == 1 ? "error" : "errors")" : "")
        + (counts.alerts > 0
          ? " · \(counts.alerts) \(counts.alerts == 1 ? "warning" : "warnings")" : "")
    },
    found: { "\($0) found" },
    summary: "Summary",
    lasted: { "Time spent: \($0) min" },
    summaryCounts: { asked, answered, remarks in
      "\(asked) \(asked == 1 ? "question" : "questions") asked · \(answered) answered"
        + (remarks > 0 ? " · \(remarks) \(remarks == 1 ? "note" : "notes")" : "")
    },
    toSettle: { "TO SETTLE BEFORE FINISHING (\($0))" },
    toCheck: { "TO CHECK (\($0))" },
    unanswered: { "WITHOUT AN ANSWER (\($0))" },
    remarks: { "NOTES (\($0))" },
    answers: "ANSWERS",
    withoutAnswer: "optional, no answer",
    halfTyped: "typed, not validated",
    requiredWithoutAnswer: "required, no answer",
    neededToFinish: "An answer is needed to finish.",
    next: "Next",
    later: "Carry on later",
    staysOpen: "stays in progress",
    finish: "Finish the interview",
    finishAndExport: "Finish and export",
    finishTitle: "Finish the interview?",
    finishExplained: {
      $0 == 1 ? "1 question still has no answer." : "\($0) questions still have no answer."
    },
    answerThem: "Answer what is left",
    finishAnyway: "Finish all the same",
    stopHere: "The person ends the interview",
    afterSettling: { $0 == 1 ? "after settling 1 point" : "after settling \($0) points" },
    finished: "Interview finished and saved.",
    stopped: "Interview ended at the person’s request, and saved.",
    codeIs: { "Withdrawal code, for the person: \($0)" },
    quitTitle: "Leave this interview?",
    allSaved: { "Every answer is saved (last one: \($0))." },
    someNotSaved: {
      $0 > 1 ? "Beware: \($0) changes are not saved yet." : "Beware: 1 change is not saved yet."
    },
    remaining: { count, place in
      let left =
        count == 0
        ? "No question is left."
        : count == 1 ? "1 question is left." : "\(count) questions are left."
      return "\(left) You will resume at: \(place)"
    },
    carryOn: "Carry on with the interview",
    pauseHome: "Pause and go back to the home screen",
    pauseQuit: "Pause and quit Barometer",
    pauseReason: "Reason for the pause (optional):",
    stopTitle: "Does the person end the interview?",
    stopExplained: "The answers given stay saved; the interview will be marked “stopped”.",
    stopReason: "Reason (optional):",
    stopConfirm: "End the interview",
    remarkTitle: "Note on this question",
    remarkHint: "No names, no opinions. Empty: no note.",
    remarkKept: "Note saved (^Z to undo).",
    specialsTitle: "No answer",
    menuTitle: "Menu",
    settingsTitle: "Settings for this laptop",
    setting: { setting, settings, language in
      switch setting {
      case .language: "Language of the home screen: \(language == .french ? "French" : "English")"
      case .advance: "Move on as soon as a choice is made: \(settings.advances ? "yes" : "no")"
      case .azerty: "Digits without Shift (keys & é \" ' ( ): \(settings.azerty ? "yes" : "no")"
      case .mouse:
        settings.usesMouse ? "Mouse: a click answers" : "Mouse: selects, copies, pastes"
      case .lock:
        settings.lockAfter == 0
          ? "Hide the screen when nobody uses it: never"
          : "Hide the screen when nobody uses it: after \(settings.lockAfter) minutes"
      }
    },
    helpTitle: { "Help: \($0)" },
    helpHeads: ("ANSWERING", "MOVING ABOUT", "LOSING NOTHING", "A KEY DOES NOT WORK?"),
    helpSafe: "Each answer is saved at once. ^Z undoes, ^Y redoes.",
    helpTrouble: [
      "Esc opens a menu where everything can be done with arrows and Enter.",
      "To select with the mouse: Shift and drag, or Esc, Settings, Mouse.",
      "The row & é \" ' ( - è _ ç counts as 1 to 9 where no text is typed.",
      "Esc answers late? That is tmux: set “set -s escape-time 25” in it.",
    ],
    interviewerTitle: "Who is conducting the interview?",
    interviewerExplained:
      "Your initials or a code, not your name: kept with each answer and the time, hence"
      + " how long the interview lasts.",
    interviewerCode: { $0 ? "Your code (typing replaces it):" : "Your code:" },
    interviews: "INTERVIEWS",
    newInterview: "NEW INTERVIEW",
    notFound: { "Nothing matches “\($0)”." },
    emptySearch: "Del empties the search.",
    noInterview: "No interviews yet.",
    enterStarts: "Enter starts one.",
    onlyTrash: { "No interviews here; \($0) in the trash." },
    viewTrash: "Esc, View the trash.",
    noMatch: { "No interview matches “\($0)”." },
    escapeClears: "Esc clears the search.",
    heldIn: { code in
      let name =
        switch Language(rawValue: code) {
        case .french?: "French"
        case .english?: "English"
        case nil: "“\(code)”"
        }
      return "This interview is in \(name); F2 changes the language."
    },
    storage: {
      switch $0 {
      case .plain: "Answers on this disk are unencrypted."
      case .sealed: "Answers on this disk are encrypted."
      }
    },
    storageBriefly: {
      switch $0 {
      case .plain: "disk not encrypted"
      case .sealed: "encrypted"
      }
    },
    columns: ("Questionnaire", "Progress"),
    states: (
      "in progress", "to check", "finished", "stopped", "refused", "exported", "withdrawn", "note"
    ),
    kindMark: {
      switch $0 {
      case .interview, .imported: ""
      case .training: "trial · "
      case .simulated: "simulated · "
      }
    },
    unexported: { count in
      switch count {
      case 0: ""
      case 1: "1 finished or stopped interview has not been exported yet."
      default:  // 2 and more.
        "\(count) finished or stopped interviews have not been exported yet."
      }
    },
    toExport: { "\($0) to export" },
    trainingTitle: "Training",
    trainingExplained: "A practice run, marked as such and left out of exports.",
    trashTitle: "TRASH",
    trashEmpty: "The trash is empty.",
    trashed: { "\($0): moved to the trash (^Z to undo)." },
    restored: { "\($0): taken out of the trash." },
    pointAtInterview: "First choose an interview in the list.",
    reopenTitle: "Reopen this interview?",
    reopenExplained: { entry in
      let end =
        switch entry.status {
        case .stopped: "The person stopped it."
        case .finished where entry.isRefused: "The person refused to take part."
        case .finished, .inProgress, .withdrawn: "It is finished."
        }
      return end + " Reopened, it has to be finished again; until then, exports keep it as it was."
    },
    reopenReason: "Reason for the correction:",
    reopenConfirm: "Reopen to correct",
    leaveAsItIs: "Leave it as it is",
    reasonNeeded: "Say in a few words what needs correcting.",
    cannotReopen: "This interview was withdrawn at the person’s request.",
    homeCount: { $0 == 1 ? "1 interview" : "\($0) interviews" },
    noForm: "No questionnaires found. Give their folder with --questionnaires.",
    unreadable: "unreadable",
    keysTitle: "Keys · what the program receives",
    keysInvitation:
      "Press a key: its name, then what it does in an interview. ^Q or Escape twice: leave.",
    keysNothing: "nothing",
    keysText: "this character, in a text",
    keysDigit: { "answer \($0); this character, in a text" },
    keysPaste: { "paste of \($0) \($0 == 1 ? "character" : "characters")" },
    keysMouse: { "\($0 ? "click" : "wheel") row \($1) col. \($2)" },
    linearHelp: [
      ":b back   :p plan   :r still to do   :s summary   :n note   :u undo   :y redo",
      ":k no answer   :e erase   :l language   :x export   :m menu   :q pause and quit   :? or ? help",
      "Empty line: keep the answer, or leave without one. “::” starts a text with “:”.",
      "Several choices: their numbers or codes, separated by spaces.",
    ],
    linearHomeHelp: [
      "A number opens an interview or starts one. Letters search, an empty line clears the search.",
      "-1 puts the first interview in the trash, :u takes it out.",
      ":r results   :x export   :l language   :m menu   :b back   :q quit   :? or ? help",
    ],
    linearHint: "A number opens, letters search; :r results, :m menu, :? help, :q quit.",
    linearSeeAll: "Empty line: see everything.",
    linearOther: { ": type “\($0): the text”" },
    linearPhrases: [
      ("^Z", ":u"), ("F2 changes", ":l changes"), ("PgUp", ":b"),
      ("^U empties the line, then Enter.", "An empty line leaves no answer."),
      ("Space or its number to tick", "type the numbers you want"),
      ("↓ then Space, or its number, to tick", "type the numbers you want"),
      ("untick an answer before adding another", "type fewer numbers"),
    ],
    linearSaved: "Everything is saved.",
    linearPaused: { label, id in
      "Everything is saved. To resume: barometre --linear, then the number of “\(label)”; or"
        + " barometre fill --linear --resume \(id)"
    },
    linearTrash: "Type a number to restore an interview; an empty line to go back.",
    linearPlan:
      "A number goes there, words search, :f filters (remaining, to check, notes); an empty line: back.",
    linearRoster:
      "A number opens, -1 removes the first entry, +1 inserts one before it, 2>1 puts the second first.",
    linearLongText: "Several lines; a full stop alone on a line ends the text.",
    linearResults: "Type a number to read a part; an empty line to go back.",
    unknownCommand: { "“\($0)” is not a command: :? lists them." },
    chooseNumber: { "Type a number from 1 to \($0)." },
    chooseOption: { "Type a number from 1 to \($0); 0, :b or an empty line goes back." },
    questionNumber: { "question \($0)" },
    colon: ": "
  )
}
