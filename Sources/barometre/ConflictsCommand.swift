import Archives
import ArgumentParser
import Console
import Formulas
import Interviews
import Records

/// Interviews changed on two laptops: what differs, and which to keep.
struct ConflictsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "Interviews changed on two laptops: see, decide. Voir et trancher les conflits.")

  /// Which side is kept.
  enum Side: String, ExpressibleByArgument, CaseIterable {
    case mine
    case theirs
  }

  @OptionGroup var common: CommonOptions

  @Option(help: "Keep the one here, or the one that came: mine, theirs. Lequel garder.")
  var keep: Side?

  @Option(help: "fr, en.")
  var lang: Language?

  @Argument(help: "One interview, as `list` shows its id; without it, all that wait.")
  var id: String?

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let archive = try Unlocking(places: Places(options: common), language: language).archiveToRead()
    if keep != nil, id == nil { throw Exit.with(Exit.usage, Self.whichOne(language)) }
    do throws(FileFailure) {
      let wanted = try id.map { (id) throws(FileFailure) in try archive.find(id) }
      let (all, failures) = try archive.conflicts()
      let found = all.filter { wanted == nil || $0.id == wanted }
      if let keep, let conflict = found.first {
        try decide(conflict, keep, archive)
        Output.say(Self.decided(conflict, keep, found.count - 1, language))
      } else {
        Output.say(
          found.isEmpty
            ? Self.none(language)
            : found.map { ConflictReport($0, language).text }.joined(separator: "\n"))
      }
      Exit.complain(of: failures, in: language)
    } catch {
      throw Exit.with(error, in: language)
    }
  }

  private func decide(
    _ conflict: Conflict, _ side: Side, _ archive: Archive
  ) throws(FileFailure) {
    switch side {
    case .mine: try archive.keepMine(conflict)
    case .theirs: try archive.keepTheirs(conflict, by: Opening.hostName, at: Clock.now())
    }
  }

  private static func whichOne(_ language: Language) -> String {
    switch language {
    case .french:
      "barometre\u{A0}: --keep\u{A0}: pour quel entretien\u{A0}? Donnez son identifiant."
    case .english: "barometre: --keep: for which interview? Give its id."
    }
  }

  private static func none(_ language: Language) -> String {
    switch language {
    case .french: "Aucun conflit à trancher.\n"
    case .english: "No conflict to decide.\n"
    }
  }

  private static func decided(
    _ conflict: Conflict, _ side: Side, _ left: Int, _ language: Language
  ) -> String {
    let more = left > 0
    return switch (side, language) {
    case (.mine, .french):
      "\(conflict.id)\u{A0}: gardé tel qu’il est ici.\(more ? " Reste \(left) à trancher." : "")\n"
    case (.theirs, .french):
      "\(conflict.id)\u{A0}: remplacé par celui reçu.\(more ? " Reste \(left) à trancher." : "")\n"
    case (.mine, .english):
      "\(conflict.id): kept as it is here.\(more ? " \(left) more to decide." : "")\n"
    case (.theirs, .english):
      "\(conflict.id): replaced by the one that came.\(more ? " \(left) more to decide." : "")\n"
    }
  }
}

/// A conflict, to be read before deciding.
struct ConflictReport {
  private let conflict: Conflict
  private let language: Language

  init(_ conflict: Conflict, _ language: Language) {
    self.conflict = conflict
    self.language = language
  }

  /// Who changed it when on each side, then every place that differs.
  var text: String {
    let (mine, theirs) = (conflict.mine, conflict.theirs)
    var table = TextTable([
      (place, .left, 34), ("\(here) (\(last(mine)))", .left, 40),
      ("\(came) (\(last(theirs)))", .left, 40),
    ])
    let (old, new) = (mine.interview.contents, theirs.interview.contents)
    for difference in Difference.between(old, new) {
      table.append([difference.place, difference.first ?? "–", difference.second ?? "–"])
    }
    return "\(mine.interview.label)  \(conflict.id)\n\(table.text)"
  }

  /// The last person and time.
  private func last(_ record: Record) -> String {
    let by = record.course.traces.last?.by ?? record.head.start.interviewer
    let at = record.course.updated
    return "\(by), \(at.date) \(at.time.short)"
  }

  private var place: String {
    switch language {
    case .french: "OÙ"
    case .english: "WHERE"
    }
  }

  private var here: String {
    switch language {
    case .french: "ICI"
    case .english: "HERE"
    }
  }

  private var came: String {
    switch language {
    case .french: "REÇU"
    case .english: "CAME"
    }
  }
}
