import Formulas
import Interviews
import Questions

/// Answering on large forms.
enum EngineBenchmark {
  static func rows() -> [Row] {
    [load, star, chainStep, chainWalk, rosters]
  }

  private static let javaRosa = "JavaRosa, published, warm: "

  private static let load: Row = {
    let bytes = Forms.star(5_000)
    return Row(
      work: "star of 5,000: read it and start an interview", aim: "150 ms",
      ours: Times(10) { _ = begin(Forms.read(bytes)) }.text, peer: javaRosa + "1.75–2.3 s")
  }()

  private static let star: Row = {
    var interview = begin(Forms.read(Forms.star(5_000)))
    let place = path("q0")
    var isYes = false
    let times = Times(101) {
      isYes.toggle()
      interview.apply(.answer(place, .choice(isYes ? "oui" : "non"), isProposal: false))
    }
    return Row(
      work: "star of 5,000: answer q0, which all depend on", aim: "5 ms", ours: times.text,
      peer: javaRosa + "235–463 ms")
  }()

  private static let chainStep: Row = {
    var interview = begin(Forms.read(Forms.chain(2_000)))
    for number in 0..<2_000 {
      interview.apply(.answer(path("q\(number)"), .choice("oui"), isProposal: false))
    }
    let place = path("q1000")
    let times = Times(1_000) {
      interview.apply(.answer(place, .choice("oui"), isProposal: false))
    }
    return Row(
      work: "chain of 2,000: an answer that changes nothing else", aim: "0.1 ms",
      ours: times.text, peer: javaRosa + "38–43 ms")
  }()

  private static let chainWalk: Row = {
    let form = Forms.read(Forms.chain(2_000))
    let times = Times(5) {
      var interview = begin(form)
      var next = interview.firstStop()
      while let spot = next {
        interview.apply(.answer(interview.path(of: spot), .choice("oui"), isProposal: false))
        next = interview.stop(after: spot)
      }
    }
    return Row(
      work: "chain of 2,000: the whole walk", aim: "1 s", ours: times.text,
      peer: javaRosa + "76–86 s")
  }()

  private static let rosters: Row = {
    var interview = begin(Forms.read(Forms.rosters))
    for _ in 0..<200 { interview.apply(.add(path("r"))) }
    var times: [Double] = []
    for instance in 1...200 {
      for field in 0..<50 {
        let place = path("r[\(instance)].f\(field)")
        times.append(
          Times.milliseconds {
            interview.apply(.answer(place, .number(Number(field + 1)), isProposal: false))
          })
      }
    }
    return Row(
      work: "200 instances of 50 questions: 10,000 answers", aim: "1 ms p99, 60 MB",
      ours: Times(times).text + ", " + peakMemory())
  }()

  static func begin(_ form: Questionnaire) -> Interview {
    guard let started = DateTime(reading: "2026-06-12T09:00:00+02:00") else {
      preconditionFailure("a date and time")
    }
    return Interview(
      Start(
        id: "bench", code: "", questionnaireHash: "", interviewer: "", started: started,
        language: "fr"), on: form)
  }

  static func path(_ text: String) -> AnswerPath {
    guard let path = AnswerPath(reading: text) else { preconditionFailure("\(text) is a path") }
    return path
  }
}
