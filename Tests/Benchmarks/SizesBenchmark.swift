import Formulas
import Interviews

/// An answer on forms of growing size, then one that more and more reads: the time must grow with
/// what depends on it, not with the form.
enum SizesBenchmark {
  static func rows() -> [Row] {
    [100, 1_000, 10_000].map(chain) + [10, 100, 1_000, 10_000].map(star)
  }

  /// The middle of a chain: one question is read by one.
  private static func chain(_ count: Int) -> Row {
    var interview = EngineBenchmark.begin(Forms.read(Forms.chain(count)))
    for place in 0...(count / 2) {
      interview.apply(
        .answer(EngineBenchmark.path("q\(place)"), .choice("oui"), isProposal: false))
    }
    return Row(
      work: "\(count) questions: an answer that one reads", aim: "the same at any size",
      ours: toggle("q\(count / 2)", 2_001, in: interview).text)
  }

  /// Ten thousand questions, of which some read the first.
  private static func star(_ readers: Int) -> Row {
    let interview = EngineBenchmark.begin(Forms.read(Forms.star(10_000, readers: readers)))
    return Row(
      work: "10000 questions: an answer that \(readers) read", aim: "as many times longer",
      ours: toggle("q0", 201, in: interview).text)
  }

  private static func toggle(_ name: String, _ count: Int, in start: Interview) -> Times {
    var interview = start
    let place = EngineBenchmark.path(name)
    var isYes = true
    return Times(count) {
      isYes.toggle()
      interview.apply(.answer(place, .choice(isYes ? "oui" : "non"), isProposal: false))
    }
  }
}
