import Console
import Interviews
import Reports

/// What the loop is asked to do: screens ask, only the loop does.
package enum Effect: Hashable, Sendable {
  /// Write one line of the journal, and come back with `.saved` or `.notSaved`.
  case append(Event)
  /// Who conducts the interviews from here on, and is proposed at the next start.
  case identify(InterviewerCode)
  /// Start an interview on the questionnaire of that place in the list.
  case begin(form: Int, language: String, Start.Kind = .interview)
  /// Open an interview by id.
  case open(String)
  /// Take up an ended interview again, to correct it.
  case reopen(String, reason: String)
  /// Put an interview in the trash: comes back as `.listed`, or `.failed` before it.
  case trash(String)
  /// Take one out of the trash.
  case restore(String)
  /// List these interviews: comes back as `.listed`.
  case list(HomeShelf)
  /// Write the readable picture: the person is leaving the interview.
  case rest
  /// Make the finished or stopped interview's files final.
  case finish
  /// Propose a folder to export to: comes back as `.exportOffered`.
  case offerExport
  /// Write the files: comes back as `.exporting` now and then, and at last as `.exported`.
  case export(ExportRequest)
  /// Let go of the interview: comes back as `.closed`, then `.listed`.
  case close
  /// Count the results: comes back as `.reported`.
  case report
  /// Let the person write a text in their own editor: comes back as `.edited` or `.failed`.
  case edit(String)
  /// Keep a setting for the next time, as it is now.
  case keep(Setting)
  case redraw
  case suspend
  case quit
}

/// What wakes the screens.
package enum AppEvent: Sendable {
  case key(Key)
  case resize(columns: Int, rows: Int)
  /// Nothing was pressed for a moment: what is being typed can be kept.
  case rested
  /// Nothing was pressed for so long that the answers are hidden.
  case idle
  /// The answer is on disk; the time as shown, hours and minutes.
  case saved(at: String)
  /// It is not; the sentence says why. The answer stays in memory and goes first next time.
  case notSaved(String)
  case opened(Interview, savedAt: String)
  /// How long the interview took so far, pauses left out.
  case lasted(minutes: Int)
  /// The interview was let go: the home screen is next.
  case closed
  /// The text as the person's own editor left it.
  case edited(String)
  case listed([HomeEntry], HomeShelf)
  /// How many interviews are in the trash.
  case trashCounted(Int)
  case reported(Report)
  /// Nothing stands at that place.
  case exportOffered(place: String)
  /// How many interviews were looked at, of how many.
  case exporting(done: Int, of: Int)
  /// The files are there; what to tell of them.
  case exported([String])
  /// Something asked for could not be done.
  case failed(String)
}
