import Formulas

extension PaperTerms {
  static let english = PaperTerms(
    language: .english, version: "version",
    legend: "`Thus`: the name or code that is stored. *In italics*: conditions, rules, and the "
      + "answers that are not read aloud. [In brackets]: an answer or a calculation from before.",
    wholeForm: "Checks of the whole form",
    askIf: "Ask if: ", offeredIf: "offer if: ", when: "when ",
    required: "required", requiredIf: "required if: ", calculated: "calculated",
    proposed: "proposed answer: ", pattern: "of the form ",
    drawn: "order drawn at random", last: "stays last", ends: "ends the interview",
    read: "Read to the end", short: "in short ", whenBlank: "while blank, reads ",
    sheets: "sheets open at first: ", sheetTitle: "title of a sheet: ",
    exclusive: "excludes the others", specify: "specify: ", answer: "Answer: ",
    file: "list of the file", fileStored: "stored by", fileShown: "shown by",
    fileSearched: "searched by", fileWeight: "among equals, first the largest",
    elseSay: "otherwise: ", otherwise: "; otherwise: ", colon: ": ",
    severities: [.error: "Blocking", .warning: "To confirm", .info: "Information"],
    dates: [.day: "day, month and year", .month: "month and year", .year: "year"],
    personalKinds: [
      .direct: "direct personal data, kept apart", .indirect: "indirect personal data",
      .freeText: "free text, to be reviewed", .proof: "proof of consent",
    ],
    system: [
      "_code": "the interview’s code", "_id": "the interview’s number",
      "_started": "start of the interview", "_language": "language of the interview",
      "_position": "place of the sheet", "_count": "number of sheets",
    ],
    quoted: { "“\($0)”" },
    coarsest: { "failing that, \($0)" }, time: "hour and minutes",
    step: { "in steps of \($0)" },
    decimals: { $0 == 1 ? "1 decimal at most" : "\($0) decimals at most" },
    instances: { low, high in
      switch (low, high) {
      case (0, nil): "as many sheets as needed"
      case (let low, nil): "at least \(low) \(sheet(low))"
      case (0, let high?): "at most \(high) \(sheet(high))"
      case (let low, let high?): "\(low) to \(high) \(sheet(high))"
      }
    },
    range: { low, high in
      switch (low, high) {
      case (nil, nil): ""
      case (let low?, nil): "at least \(low)"
      case (nil, let high?): "at most \(high)"
      case (let low?, let high?): "\(low) to \(high)"
      }
    },
    lengths: { low, high in
      let least = low.map { "at least \($0)" }
      let most = high.map { "at most \($0)" }
      let both = [least, most].compactMap(\.self).joined(separator: ", ")
      return both.isEmpty ? "" : "\(both) characters"
    },
    choices: { low, high in
      switch (low, high) {
      case (nil, nil): "several answers possible"
      case (let low?, nil): "at least \(low) \(reply(low))"
      case (nil, let high?): "\(high) \(reply(high)) at most"
      case (let low?, let high?): "\(low) to \(high) \(reply(high))"
      }
    },
    ranks: { "to be ranked, the first one first: \($0) \($0 == 1 ? "rank" : "ranks")" })

  private static func sheet(_ count: Int) -> String { count > 1 ? "sheets" : "sheet" }

  private static func reply(_ count: Int) -> String { count > 1 ? "answers" : "answer" }
}
