/// What wakes the loop.
package enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// The terminal has this size now; several changes in a row arrive as one.
  case resize(columns: Int, rows: Int)
  /// The terminal is gone: save, draw nothing more, leave with status 129.
  case hangup
  /// A signal asks to leave (`SIGTERM`, `SIGHUP`, `SIGINT`): save, leave with 128 + its number.
  case terminate(signal: Int32)
  /// Back from a suspension: the time has passed, the picture is already redrawn.
  case resumed
  /// Nothing happened within the time asked for.
  case tick
}
