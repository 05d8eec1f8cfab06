import Archives
import ArgumentParser
import Exports
import Formulas
import Interviews
import Records

/// Where interviewers were and when, for whoever looks after the collection: ODK's audit log.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Times per question, as ODK's audit.csv. Les temps par question.",
    discussion: """
      On standard output: barometre audit > audit.csv. No answer is in it.
      Sur la sortie standard : barometre audit > audit.csv. Aucune réponse n’y est.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "fr, en.")
  var lang: Language?

  @Argument(help: "Interviews, as `list` shows their ids; all but training where none is named.")
  var ids: [String] = []

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let places = Places(options: common)
    let archive = try Unlocking(places: places, language: language).archiveToRead()
    var failures: [FileFailure] = []
    do throws(FileFailure) {
      let asked = try wanted(archive)
      Output.say(String(decoding: AuditLog.header, as: UTF8.self))
      archive.eachRecord(asked, failures: &failures) { record in
        guard !ids.isEmpty || record.head.start.kind == .interview else { return }
        Output.say(String(decoding: AuditLog.rows(of: record), as: UTF8.self))
      }
    } catch {
      throw Exit.with(error, in: language)
    }
    Exit.complain(of: failures, in: language)
    if let failure = failures.first { throw ExitCode(failure.exitCode) }
  }

  private func wanted(_ archive: Archive) throws(FileFailure) -> [String] {
    if ids.isEmpty { return try archive.ids() }
    var wanted: [String] = []
    for id in ids { wanted.append(try archive.find(id)) }
    return wanted
  }
}
