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
  /// Minutes without a key before the answers are hidden; nil: never.
  private let lockAfter: Int?
  private var isOver = false
  /// That answers are not saved was said, and the person wants to leave all the same.
  private var isWarned = false

  init(_ app: App, _ runner: EffectRunner, lockAfter: Int?) {
    self.app = app
    self.lockAfter = lockAfter
    self.runner = runner
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
        perform([.list], &driver)
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
    return app.isHidden ? nil : lockAfter.map { $0 * 60_000 }
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
      case .append, .identify, .begin, .open, .reopen, .trash, .list, .rest, .finish, .close,
        .offerExport, .export,
        .report:
        let events = runner.run(effect, app.interview) { done, all in
          take(.exporting(done: done, of: all), &driver)
          driver.present(picture(of: app))
        }
        for event in events { take(event, &driver) }
      }
    }
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
    _ = runner.run(.rest, app.interview)
    return status
  }
}
