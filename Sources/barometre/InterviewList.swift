import Archives
import Formulas
import Interviews
import Records

/// Interviews as `barometre list` shows them.
struct InterviewList {
  private let listings: [Listing]
  private let fieldwork: Fieldwork
  private let language: Language

  /// - Parameter fieldwork: of all interviews there, those not listed included.
  init(_ listings: [Listing], of fieldwork: Fieldwork, _ language: Language) {
    self.listings = listings
    self.fieldwork = fieldwork
    self.language = language
  }

  /// Characters of an id shown, the last: enough to tell interviews apart, and for every command.
  private static let idLength = 8

  var text: String {
    if listings.isEmpty { return nothing + "\n" }
    var table = TextTable(
      zip(titles, [8, 30, 14, 30, 7, 5, 10, 16]).enumerated().map { place, column in
        (column.0, [4, 5].contains(place) ? .right : .left, column.1)
      })
    for listing in listings {
      table.append([
        String(listing.id.suffix(Self.idLength)), listing.shownLabel(in: language),
        listing.questionnaire,
        state(of: listing), "\(listing.done)/\(listing.of)", "\(listing.secondsSpent / 60)",
        listing.interviewer, "\(listing.updated.date) \(listing.updated.time.short)",
      ])
    }
    return table.text + "\n" + foot.map { $0 + "\n" }.joined()
  }

  var json: String {
    let tree = JSONTree.object([
      .init("interviews", .array(listings.map(tree))),
      .init(
        "counts",
        .object(
          Fieldwork.Outcome.allCases.map {
            .init($0.rawValue, JSONTree(fieldwork.counts[$0] ?? 0))
          })),
      .init("asked", JSONTree(fieldwork.askedCount)),
      .init("response_rate", fieldwork.responseRate.map { .number(Self.decimal($0)) } ?? .null),
    ])
    return String(decoding: tree.readable, as: UTF8.self)
  }

  private func tree(_ listing: Listing) -> JSONTree {
    .object([
      .init("id", .string(listing.id)), .init("label", .string(listing.label)),
      .init("questionnaire", .string(listing.questionnaire)),
      .init("version", .string(listing.version)), .init("kind", .string(listing.kind.rawValue)),
      .init("mode", .string(listing.mode.rawValue)),
      .init("status", .string(listing.status.rawValue)),
      .init("outcome", .string(listing.outcome.rawValue)),
      .init("fast", .boolean(fieldwork.fast.contains(listing.id))),
      .init("revision", JSONTree(listing.revision)), .init("done", JSONTree(listing.done)),
      .init("of", JSONTree(listing.of)), .init("seconds", JSONTree(listing.secondsSpent)),
      .init("remarks", JSONTree(listing.remarkCount)),
      .init("interviewer", .string(listing.interviewer)),
      .init("started", .string(listing.started.description)),
      .init("updated", .string(listing.updated.description)),
    ])
  }

  /// One decimal, with a point.
  private static func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

// The words.
extension InterviewList {
  private var nothing: String {
    switch language {
    case .french: "Aucun entretien."
    case .english: "No interview."
    }
  }

  private var titles: [String] {
    switch language {
    case .french:
      [
        "ID", "ENTRETIEN", "QUESTIONNAIRE", "ÉTAT", "FAIT", "MIN", "PAR", "DERNIER ÉVÉNEMENT",
      ]
    case .english:
      ["ID", "INTERVIEW", "QUESTIONNAIRE", "STATE", "DONE", "MIN", "BY", "LAST EVENT"]
    }
  }

  private func state(of listing: Listing) -> String {
    var parts = [word(listing.outcome)]
    if listing.revision > 1 { parts.append("r\(listing.revision)") }
    if fieldwork.fast.contains(listing.id) { parts.append(fast) }
    switch (listing.kind, language) {
    case (.interview, _): break
    case (.simulated, .french): parts.append("simulé")
    case (.simulated, .english): parts.append("simulated")
    case (.training, .french): parts.append("entraînement")
    case (.training, .english): parts.append("training")
    case (.imported, .french): parts.append("importé")
    case (.imported, .english): parts.append("imported")
    }
    return parts.joined(separator: ", ")
  }

  private var fast: String {
    switch language {
    case .french: "rapide"
    case .english: "fast"
    }
  }

  private func word(_ outcome: Fieldwork.Outcome) -> String {
    switch (outcome, language) {
    case (.finished, .french): "terminé"
    case (.finished, .english): "finished"
    case (.refused, .french): "refus"
    case (.refused, .english): "refused"
    case (.stopped, .french): "arrêté"
    case (.stopped, .english): "stopped"
    case (.inProgress, .french): "en cours"
    case (.inProgress, .english): "in progress"
    case (.withdrawn, .french): "retiré"
    case (.withdrawn, .english): "withdrawn"
    }
  }

  /// The counts, the rate with what it is made of, and what fast means where one is.
  private var foot: [String] {
    let count = { fieldwork.counts[$0] ?? 0 }
    let (finished, refused) = (count(.finished), count(.refused))
    let (stopped, open) = (count(.stopped), count(.inProgress))
    let asked = fieldwork.askedCount
    let isFast = listings.contains { fieldwork.fast.contains($0.id) }
    switch language {
    case .french:
      var lines = [
        "Terminés\u{A0}: \(finished)   refus\u{A0}: \(refused)   arrêtés\u{A0}: \(stopped)"
          + "   en cours\u{A0}: \(open)"
      ]
      if let rate = fieldwork.responseRate {
        let percent = Self.decimal(rate).replacing(".", with: ",")
        lines.append(
          "Taux de réponse\u{A0}: \(percent)\u{A0}% (\(finished) sur \(asked)\u{A0}: terminés,"
            + " refus et arrêtés)")
      }
      if isFast {
        lines.append(
          "rapide\u{A0}: moins de la moitié du temps médian par question des entretiens terminés"
            + " sur le même questionnaire")
      }
      return lines
    case .english:
      var lines = [
        "Finished: \(finished)   refused: \(refused)   stopped: \(stopped)   in progress: \(open)"
      ]
      if let rate = fieldwork.responseRate {
        lines.append(
          "Response rate: \(Self.decimal(rate))% (\(finished) of \(asked): finished, refused and"
            + " stopped)")
      }
      if isFast {
        lines.append(
          "fast: under half the median time per question of finished interviews on the same"
            + " questionnaire")
      }
      return lines
    }
  }
}
