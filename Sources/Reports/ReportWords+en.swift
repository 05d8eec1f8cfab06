import Formulas
import Interviews

extension ReportWords {
  static let english = ReportWords(
    language: .english,
    results: "Results",
    interviews: { $0 == 1 ? "\($1) interview" : "\($1) interviews" },
    kind: { kind, _ in
      switch kind {
      case .interview: "held with this questionnaire"
      case .imported: "taken up from an earlier edition"
      case .simulated: "simulated"
      case .training: "for training"
      }
    },
    mode: { mode, _ in
      switch mode {
      case .faceToFace: "face to face"
      case .telephone: "by telephone"
      case .video: "by video"
      case .selfCompleted: "filled in alone"
      }
    },
    between: { "from \($0) to \($1)" },
    on: { "on \($0)" },
    remember: "What to remember",
    nothingYet: "No interview is finished: there are no results yet.",
    outOf: { "\($0) of \($1)" },
    base: { "base \($0)" },
    baseTitle: "Base",
    masked: "masked",
    fewerThan: { "fewer than \($0)" },
    smallBase: { "fewer than \($0) answers: counts only" },
    hiddenNumber: "not published",
    absent: { "not in the base \($0)" },
    leftBlank: "left blank",
    notReached: "not given",
    skipped: "not concerned",
    outside: "another answer",
    noAnswer: "no answer",
    nobody: "no answer",
    mean: "mean",
    median: "median",
    published: { "published before: \($0)" },
    refused: { questions in
      "Crossing refused: \(questions.map { "“\($0)”" }.joined(separator: " and ")) are never "
        + "published together, people would be recognised."
    },
    question: "Question",
    by: { "by: \($0)" },
    internalOnly: "FOR INTERNAL USE: no cell is masked. Do not publish.",
    method: "Method",
    notes: { smallestCell, fewest in
      [
        "Respondents are volunteers: they do not represent all the people or bodies concerned.",
        "Every figure comes with its base: those who answered. “Don’t know”, refusals, not "
          + "applicable, left blank and not concerned are counted apart, never in the base.",
        "Under \(fewest) answers only counts are given, no percentage.",
      ]
        + (smallestCell.map { least in
          [
            "A cell of fewer than \(least) answers is masked (0 is shown), and enough others for it "
              + "not to be found by subtraction."
          ]
        } ?? [])
    },
    merge: { unit, merge in
      let less = merge.described - merge.distinct
      return "\(unit): \(merge.described) sheets, of which \(less) "
        + (less == 1 ? "describes" : "describe")
        + " what another describes already; \(merge.distinct) count."
    },
    definedBy: { "Figures defined by the questionnaire “\($0)”, version \($1)." },
    colon: ": ",
    percent: { "\($0)%" },
    comparedTo: { "Compared to: \($0), \($1)" },
    otherEdition: { "edition compared: \($0)" },
    editionCompared: "Edition compared",
    besideEdition: { "in brackets, the edition compared: \($0)" },
    differenceTitle: "Difference in points",
    points: { "\($0) points" },
    difference: { difference, margin in
      "difference: \(difference)" + (margin.map { " (margin ± \($0))" } ?? "")
    },
    newWording: { "Not compared: “\($0)” was not asked in the same words." },
    newChoices: { "Not compared: “\($0)” did not have the same possible answers." },
    newFormula: "Not compared: this figure was not worked out in the same way.",
    marginNote:
      "The margin of a difference, at 95%, would hold for two random samples; it says nothing of "
      + "those who did not answer.",
    sections: "Sections",
    answer: "Answer",
    number: "Count",
    share: "Share",
    table: "Table",
    skipToResults: "Skip to results",
    all: "All")
}
