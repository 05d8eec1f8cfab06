import Console
import Exports
import Formulas

/// What is asked of a person before an export, one short list after the other.
enum ExportStep: Hashable, Sendable {
  case format(place: String)
  case profile(ExportFormat, place: String)
  /// A full export is confirmed.
  case confirmation(ExportRequest)
  /// It is done: where the files are is read.
  case told
}

/// An export as it was asked for on screen.
package struct ExportRequest: Hashable, Sendable {
  package let format: ExportFormat
  package let profile: ExportProfile
  /// The folder to make, as typed.
  package let place: String
  /// Of the labels in it, and of what is told of it.
  package let language: Language
}

extension App {
  private var exportWords: ExportFormWords { .of(words.language) }

  /// - Parameter place: what is proposed: nothing stands there.
  mutating func openExport(_ place: String) {
    let words = exportWords
    overlay = .panel(
      Panel(
        .export(.format(place: place)), title: words.title, text: [words.formatAsked],
        options: ExportFormat.allCases.map { words.formats[$0] ?? $0.rawValue }))
  }

  /// What choosing at a step does.
  mutating func choose(_ option: Int, at step: ExportStep, typed: String) -> [Effect] {
    let words = exportWords
    switch step {
    case .format(let place):
      let format = ExportFormat.allCases[option]
      overlay = .panel(
        Panel(
          .export(.profile(format, place: place)), title: words.title, text: [words.profileAsked],
          options: ExportProfile.allCases.map { words.profiles[$0] ?? $0.rawValue },
          fieldLabel: words.place, written: place))
      return []
    case .profile(let format, let place):
      let request = ExportRequest(
        format: format, profile: ExportProfile.allCases[option],
        place: typed.isEmpty ? place : typed, language: words.language)
      switch request.profile {
      case .pseudonymised: return [.export(request)]
      case .full:
        overlay = .panel(
          Panel(
            .export(.confirmation(request)), title: words.title, text: words.warning,
            options: [words.refuse, words.accept]))
        return []
      }
    case .confirmation(let request): return option == 1 ? [.export(request)] : []
    case .told: return []
    }
  }

  /// Shows where the files are, until it is closed.
  mutating func tellExport(_ lines: [String]) {
    message = nil
    overlay = .panel(
      Panel(.export(.told), title: exportWords.title, text: lines, options: [exportWords.close]))
  }

  mutating func tellProgress(_ done: Int, of all: Int) { say(exportWords.progress(done, all)) }
}
