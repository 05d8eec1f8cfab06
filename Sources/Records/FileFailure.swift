import Formulas

/// What the disk would not do: facts, for whoever owns it.
package enum FileFailure: Error, Hashable, Sendable {
  /// A step on a file or a folder was refused.
  case refused(Step, path: String, Reason)
  /// Another program has it open.
  case busy(path: String, by: String, since: DateTime?)
  /// Written by a newer program, and left untouched.
  case newerLayout(path: String, found: Int, newest: Int)
  /// The file does not say what it should; what else there is was left untouched.
  case unreadable(path: String)
  /// No interview has that id.
  case noInterview(id: String, folder: String)
  /// What was written stands for several interviews.
  case severalInterviews(String, ids: [String])
  /// The interview is in the trash.
  case inTrash(id: String)
  /// Only a finished or stopped interview is reopened.
  case notEnded(id: String)
  /// Only an interview in progress is gone on with.
  case ended(id: String)
  /// An interview goes to another version of its own questionnaire only.
  case otherQuestionnaire(id: String, String, String)
  /// The questionnaire an interview was started with is not there, or is no longer the same.
  case noQuestionnaire(hash: String, path: String)
  /// The interview is sealed, and no key given opens it.
  case sealed(id: String)
  /// A sealed line is whole, and was changed or moved by someone since.
  case tampered(path: String, line: Int)
  /// Nothing there is a folder of interviews, nor holds one.
  case noArchive(path: String)
  /// An archive file that the system's program did not unpack.
  case notUnpacked(path: String, program: String)
  /// Something stands where files were to be put.
  case alreadyThere(path: String)
  /// Replacing it would lose a file that no export wrote.
  case notAnExport(path: String, entry: String)

  /// What was being done.
  package enum Step: Hashable, Sendable, CaseIterable {
    case createFolder
    case listFolder
    case open
    case read
    case write
    /// To the disk itself: what is only in memory is lost with the power.
    case sync
    case rename
    case remove
    case lock
  }

  /// What the system answered.
  package enum Reason: Hashable, Sendable {
    case full
    case quota
    case readOnly
    case denied
    case missing
    case notAFolder
    case isAFolder
    case device
    case tooManyOpen
    case nameTooLong
    case unsupported
    /// The system's own number.
    case other(Int32)
  }

  /// What is said to the person answering, whose answer waits in memory: why first, since a window
  /// may have one line for it.
  package func waitingSentence(in language: Language) -> String {
    guard case .refused(_, _, let reason) = self else { return sentence(in: language) }
    let (why, rest) =
      switch language {
      case .french:
        (
          reason.french,
          "\u{A0}: rien n’est perdu, la réponse attend et sera écrite avec la suivante."
        )
      case .english:
        (reason.english, ": nothing is lost, the answer waits and is written with the next.")
      }
    return why.prefix(1).uppercased() + why.dropFirst() + rest
  }

  /// The sentence shown.
  package func sentence(in language: Language) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }
}
