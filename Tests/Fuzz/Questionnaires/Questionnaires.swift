import Formulas
import Questions

/// Any bytes are a questionnaire or a list of problems, each with a place and two sentences.
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do throws(Problems) {
    for problem in try QuestionnaireFile.read(bytes).warnings { read(problem) }
  } catch {
    for problem in error.all { read(problem) }
  }
  return 0
}

private func read(_ problem: Problem) {
  precondition(!problem.line(of: "f", in: .french).isEmpty)
  precondition(!problem.line(of: "f", in: .english).isEmpty)
}
