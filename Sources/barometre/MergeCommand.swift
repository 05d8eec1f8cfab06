import Archives
import ArgumentParser
import Formulas
import Glibc
import Records

/// Other laptops' interviews, brought in.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Bring in other laptops' interviews. Réunir les entretiens d’autres ordinateurs.",
    discussion: """
      Nothing is changed there, and nothing here is lost. Interrupted, it is run again.
      Rien n’est changé là-bas, et rien n’est perdu ici. Interrompu, on le relance.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "fr, en.")
  var lang: Language?

  @Argument(help: "Data folders, folders of such folders, .zip or .tar files of them.")
  var places: [String]

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let archive = Places(options: common).archive
    var merged: [Merge] = []
    do throws(FileFailure) {
      for place in places {
        let unpacked = Places.isFile(place) ? try Unpacked(place, beside: archive) : nil
        let others = try Archive.all(in: unpacked?.folder ?? place)
        for other in others {
          let merge = try archive.merge(
            other, by: Opening.hostName, at: Clock.now(), progress: Self.tellProgress)
          Self.clearProgress()
          Output.say(MergeReport(merge, of: Self.name(other, place), language).text)
          merged.append(merge)
        }
        withExtendedLifetime(unpacked) {}
      }
    } catch {
      Self.clearProgress()
      throw Exit.with(error, in: language)
    }
    let failures = merged.flatMap(\.failures)
    for failure in failures { Exit.complain("barometre: \(failure.sentence(in: language))") }
    if let failure = failures.first { throw ExitCode(failure.exitCode) }
    if merged.contains(where: { !$0.conflicts.isEmpty }) { throw ExitCode(Exit.problems) }
  }

  /// The place as it was given; where it holds several folders, which of them.
  private static func name(_ archive: Archive, _ place: String) -> String {
    guard !archive.folder.contains("/.merging-"), archive.folder != place else { return place }
    return archive.folder
  }

  private static func tellProgress(_ done: Int, of count: Int) {
    guard done.isMultiple(of: 50), isatty(STDERR_FILENO) == 1 else { return }
    Output.complain("\r\(done) / \(count)")
  }

  private static func clearProgress() {
    if isatty(STDERR_FILENO) == 1 { Output.complain("\r\u{1B}[K") }
  }
}

/// What a merge came to, in words.
struct MergeReport {
  private let merge: Merge
  private let place: String
  private let language: Language

  init(_ merge: Merge, of place: String, _ language: Language) {
    self.merge = merge
    self.place = place
    self.language = language
  }

  var text: String {
    let parts = counts.filter { $0.count > 0 }.map { "\($0.count) \($0.word)" }
    switch language {
    case .french:
      return "\(place)\u{A0}: \(parts.isEmpty ? "rien" : parts.joined(separator: ", "))\n"
        + (merge.conflicts.isEmpty
          ? ""
          : "Changés des deux côtés\u{A0}: celui d’ici compte jusqu’à ce que vous décidiez\u{A0}:"
            + " barometre conflicts\n")
    case .english:
      return "\(place): \(parts.isEmpty ? "nothing" : parts.joined(separator: ", "))\n"
        + (merge.conflicts.isEmpty
          ? ""
          : "Changed on both sides: the one here counts until you decide: barometre conflicts\n")
    }
  }

  private var counts: [(count: Int, word: String)] {
    switch language {
    case .french:
      [
        (merge.added.count, merge.added.count > 1 ? "nouveaux" : "nouveau"),
        (merge.updated.count, "mis à jour"), (merge.known, "déjà là"),
        (merge.conflicts.count, "en conflit"),
        (merge.withdrawn.count, merge.withdrawn.count > 1 ? "retirés" : "retiré"),
        (merge.trashed.count, "à la corbeille ici"),
        (merge.failures.count, merge.failures.count > 1 ? "impossibles" : "impossible"),
      ]
    case .english:
      [
        (merge.added.count, "new"), (merge.updated.count, "updated"),
        (merge.known, "known already"), (merge.conflicts.count, "in conflict"),
        (merge.withdrawn.count, "withdrawn"), (merge.trashed.count, "in the trash here"),
        (merge.failures.count, "failed"),
      ]
    }
  }
}
