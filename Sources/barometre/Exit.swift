import ArgumentParser
import Formulas
import Records

/// How the program ends, as `sysexits.h` numbers it.
enum Exit {
  static let problems: Int32 = 1
  /// Wrong use: `EX_USAGE`.
  static let usage: Int32 = 64
  /// Bad data: `EX_DATAERR`.
  static let data: Int32 = 65
  /// A file cannot be made: `EX_CANTCREAT`.
  static let cannotCreate: Int32 = 73
  /// Reading or writing failed: `EX_IOERR`.
  static let inputOutput: Int32 = 74
  /// Open elsewhere: `EX_TEMPFAIL`.
  static let busy: Int32 = 75

  /// Says why on standard error, and gives what to throw.
  static func with(_ code: Int32, _ sentence: String) -> ExitCode {
    complain(sentence)
    return ExitCode(code)
  }

  static func with(_ failure: FileFailure, in language: Language) -> ExitCode {
    with(failure.exitCode, "barometre: \(failure.sentence(in: language))")
  }

  static func complain(_ sentence: String) {
    Output.complain(sentence + "\n")
  }
}

extension FileFailure {
  var exitCode: Int32 {
    switch self {
    case .refused(let step, _, _):
      switch step {
      case .createFolder, .open, .write, .rename, .lock: Exit.cannotCreate
      case .listFolder, .read, .sync, .remove: Exit.inputOutput
      }
    case .busy: Exit.busy
    case .newerLayout, .unreadable, .noInterview, .severalInterviews, .inTrash, .notEnded, .ended,
      .otherQuestionnaire, .noQuestionnaire, .sealed, .tampered, .noArchive, .notUnpacked:
      Exit.data
    case .alreadyThere, .notAnExport: Exit.cannotCreate
    }
  }
}
