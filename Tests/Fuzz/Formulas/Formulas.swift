import Formulas
import Interviews
import Questions

/// Any text is a formula that yields a value, or a list of faults, each with two sentences.
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  do throws(FormulaFaults) {
    let formula = try form.formula(text)
    precondition(interview.value(of: formula) == interview.value(of: formula))
  } catch {
    for fault in error.faults {
      precondition(fault.range.lowerBound >= 0 && fault.range.upperBound <= text.utf8.count)
      for language in Language.allCases { precondition(!fault.sentence(in: language).isEmpty) }
    }
  }
  return 0
}
