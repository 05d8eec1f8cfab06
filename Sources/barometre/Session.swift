import Archives
import ArgumentParser
import Console
import Formulas
import Glibc
import Interviews
import Screens
import Terminal

/// The loop: keys in, effects done, then the picture: a painted answer is a saved answer.
struct Session {
  private var app: App
  private let runner: EffectRunner
  private let editor: EditorLauncher
  private var isOver = false
  /// That answers are not saved was said, and the person wants to leave all the same.
  private var isWarned = false

  init(_ app: App, _ runner: EffectRunner) {
    self.app = app
    self.runner = runner
    editor = EditorLauncher(forDataIn: runner.archive.folder)
  }

  /// Runs until the person leaves.
  ///
  /// - Returns: the status to leave with: 0, or 128 and the number of the signal.
  mutating func run(_ driver: inout TerminalDriver) -> Int32 {
    app.columns = driver.size.columns
    app.rows = driver.size.rows
    app.glyphs = driver.glyphs
    while !isOver {
      driver.present(picture(of: app))
      if app.listsLatestOnly {
        perform([.list(.interviews)], &driver)
        driver.present(picture(of: app))
      }
      for event in driver.next(within: patience) {
        switch event {
        case .key(let key): take(.key(key), &driver)
        case .resize(let columns, let rows):
          take(.resize(columns: columns, rows: rows), &driver)
        case .resumed:
          take(.resize(columns: driver.size.columns, rows: driver.size.rows), &driver)
        case .hangup: return leave(Self.hangup)
        case .terminate(let signal): return leave(128 + signal)
        case .tick: take(app.hasUnkeptDraft ? .rested : .idle, &driver)
        }
        if isOver { break }
      }
    }
    return 0
  }

  /// How long to wait for a key before something is done without one, in milliseconds; nil: for
  /// ever, and the program costs nothing meanwhile.
  private var patience: Int? {
    if app.hasUnkeptDraft { return Self.draftDelay }
    let minutes = app.settings.lockAfter
    return app.isHidden || minutes == 0 ? nil : minutes * 60_000
  }

  /// What is typed is kept after so long without a key: `formats.md` §3.
  private static let draftDelay = 2_000

  /// What a terminal that goes away leaves: as SIGHUP does.
  private static let hangup: Int32 = 129

  private mutating func take(_ event: AppEvent, _ driver: inout TerminalDriver) {
    perform(update(&app, event), &driver)
  }

  private mutating func perform(_ effects: [Effect], _ driver: inout TerminalDriver) {
    for effect in effects {
      switch effect {
      case .quit: quit(&driver)
      case .redraw: driver.redraw()
      case .suspend: driver.suspend()
      case .edit(let text): edit(text, &driver)
      case .keep(let setting):
        if setting == .mouse { driver.capture(app.settings.usesMouse ? .captured : .released) }
        run(effect, &driver)
      case .append, .identify, .begin, .open, .reopen, .trash, .restore, .list, .rest, .finish,
        .close, .offerExport, .export, .report:
        run(effect, &driver)
      }
    }
  }

  private mutating func run(_ effect: Effect, _ driver: inout TerminalDriver) {
    let events = runner.run(effect, app) { done, all in
      take(.exporting(done: done, of: all), &driver)
      driver.present(picture(of: app))
    }
    for event in events { take(event, &driver) }
  }

  /// Lends the terminal to the person's own editor; where that fails, the text stays as it was.
  private mutating func edit(_ text: String, _ driver: inout TerminalDriver) {
    var event: AppEvent
    do throws(EditorFault) {
      event = .edited(try editor.edit(text, on: &driver))
    } catch {
      event = .failed(error.sentence(in: app.language))
    }
    take(.resize(columns: driver.size.columns, rows: driver.size.rows), &driver)
    take(event, &driver)
  }

  /// Leaves, once every answer is on the disk; where that cannot be, says so first, and leaves the
  /// second time.
  private mutating func quit(_ driver: inout TerminalDriver) {
    if !isWarned, let fault = runner.saveAll() {
      isWarned = true
      return take(.notSaved(fault), &driver)
    }
    isOver = true
  }

  /// Leaves in haste: the answers are in the journal, only the picture is written.
  private func leave(_ status: Int32) -> Int32 {
    _ = runner.run(.rest, app)
    return status
  }
}
