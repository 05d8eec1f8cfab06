import Interviews

/// How a collection stands: what came of each interview, and who went too fast to have read.
///
/// Interviews of training and simulated ones are left out.
package struct Fieldwork: Hashable, Sendable {
  /// What came of an interview.
  package enum Outcome: String, CaseIterable, Hashable, Sendable {
    case finished
    /// The person did not consent: the questionnaire's `refused` holds.
    case refused
    /// The person ended it.
    case stopped
    case inProgress = "in_progress"
    case withdrawn
  }

  package let counts: [Outcome: Int]
  /// The ids of interviews much faster than the others on the same questionnaire.
  package let fast: Set<String>

  /// Finished interviews it takes before one is called fast: a median of fewer says little.
  package static let fewestFinished = 5

  /// Fast is under this share of the median time per question.
  ///
  /// Half is the middle of what is used in the field (30 to 50 %: Greszki, Meyer and Schoen, 2015).
  package static let fastShare = 0.5

  package init(_ listings: [Listing]) {
    let counted = listings.filter(\.counts)
    counts = Dictionary(counted.map { ($0.outcome, 1) }, uniquingKeysWith: +)
    var fast: Set<String> = []
    let finished = counted.filter { $0.outcome == .finished && $0.done > 0 }
    for (_, alike) in Dictionary(grouping: finished, by: \.questionnaireHash) {
      guard alike.count >= Self.fewestFinished else { continue }
      let median = alike.map(\.secondsPerStop).sorted()[alike.count / 2]
      for listing in alike where listing.secondsPerStop < median * Self.fastShare {
        fast.insert(listing.id)
      }
    }
    self.fast = fast
  }

  /// Everyone asked to the end of the asking: finished, refused or stopped.
  package var askedCount: Int {
    [.finished, .refused, .stopped].reduce(0) { $0 + (counts[$1] ?? 0) }
  }

  /// Finished over asked, in percent; nil where nobody was asked to the end.
  package var responseRate: Double? {
    askedCount == 0 ? nil : Double(counts[.finished] ?? 0) * 100 / Double(askedCount)
  }
}

extension Listing {
  /// Whether it is of the collection itself.
  var counts: Bool {
    switch kind {
    case .interview, .imported: true
    case .simulated, .training: false
    }
  }

  package var outcome: Fieldwork.Outcome {
    switch status {
    case .finished: isRefused ? .refused : .finished
    case .stopped: .stopped
    case .inProgress: .inProgress
    case .withdrawn: .withdrawn
    }
  }

  /// Seconds spent on each stop done.
  package var secondsPerStop: Double { Double(secondsSpent) / Double(max(1, done)) }
}
