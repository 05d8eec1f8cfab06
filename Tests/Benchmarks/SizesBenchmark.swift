import Formulas
import Interviews

/// One answer with one dependant, on forms of growing size: the time must not grow with them.
enum SizesBenchmark {
  static func rows() -> [Row] {
    [100, 1_000, 10_000].map { count in
      var interview = EngineBenchmark.begin(Forms.read(Forms.chain(count)))
      let middle = EngineBenchmark.path("q\(count / 2)")
      for place in 0...(count / 2) {
        interview.apply(
          .answer(EngineBenchmark.path("q\(place)"), .choice("oui"), isProposal: false))
      }
      var isYes = true
      let times = Times(2_001) {
        isYes.toggle()
        interview.apply(.answer(middle, .choice(isYes ? "oui" : "non"), isProposal: false))
      }
      return Row(
        work: "\(count) questions: an answer that one reads", aim: "the same at any size",
        ours: times.text)
    }
  }
}
