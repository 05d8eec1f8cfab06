import CTerminal
import Console

/// The terminal, taken; it is given back as it was when this value goes.
///
/// That covers returning and throwing. A trap, a fatal signal and `exit` are covered in C. One
/// session at a time, on the main thread.
package struct TerminalSession: ~Copyable {
  package var driver: TerminalDriver
  /// What to tell the person once the session is over, or in a corner of it.
  package let remarks: [TerminalRemark]

  /// Takes the terminal of standard input and output.
  package init(_ options: TerminalOptions = TerminalOptions()) throws(TerminalFault) {
    let result = Self.start(options)
    switch result {
    case CT_STARTED: break
    case CT_UNKNOWN_TERMINAL: throw .unknownTerminal(name: Self.requestedName)
    case CT_FIXED_CURSOR: throw .fixedCursor(name: String(cString: ct_term()))
    case CT_NO_MEMORY: throw .noMemory
    // The one result left: the number comes from C.
    default: throw .notATerminal
    }
    remarks = Self.remarks()
    driver = TerminalDriver(options)
  }

  deinit { ct_stop() }

  private static var requestedName: String { String(cString: ct_requested_term()) }

  private static func start(_ options: TerminalOptions) -> ct_result {
    withOptionalCString(options.errorLog) { errorLog in
      withOptionalCString(options.crashNotice) { notice in
        var start = ct_options(
          colour: options.theme == .colour ? 1 : 0, escape_delay: options.line.escapeDelay,
          error_log: errorLog, crash_notice: notice)
        return ct_start(&start)
      }
    }
  }

  private static func remarks() -> [TerminalRemark] {
    var remarks: [TerminalRemark] = []
    if ct_is_utf8() == 0 { remarks.append(.notUTF8(codeset: String(cString: ct_codeset()))) }
    let used = String(cString: ct_term())
    if used != requestedName {
      remarks.append(.standsIn(requested: requestedName, used: used))
    }
    return remarks
  }
}

private func withOptionalCString<Result>(
  _ text: String?, _ body: (UnsafePointer<CChar>?) -> Result
) -> Result {
  guard let text else { return body(nil) }
  return text.withCString(body)
}
