import Formulas

/// Why an input is no answer: facts, for the person answering.
///
/// The interview is untouched.
package enum Rejection: Error, Hashable, Sendable {
  case required(message: LocalizedText?)
  case nothingTicked
  case notANumber(String)
  case tooManyDecimals(String, allowed: Int)
  case aboveMaximum(Number, maximum: Number, decimals: Int?)
  case belowMinimum(Number, minimum: Number, decimals: Int?)
  case offStep(Number, step: Number)
  case notATime(String)
  case notADate(String, asked: CalendarDate.Precision)
  case dateTooVague(CalendarDate, needed: CalendarDate.Precision)
  case tooShort(Int, minimum: Int)
  case tooLong(Int, maximum: Int)
  case notInPattern(String, message: LocalizedText?)
  case notAChoice(String, nearest: String?)
  case exclusive(LocalizedText)
  case tooMany(Int, maximum: Int)
  case tooFew(Int, minimum: Int)
  case notOffered(String)
  case calculated
  case notAsked
  case tooManyInstances(maximum: Int)
  case tooFewInstances(minimum: Int)
  case fixedInstances(Int)

  /// What is wrong, without what the person may do.
  func firstSentence(in language: Language) -> String {
    let sentence = sentence(in: language, texts: 0)
    return sentence.firstRange(of: ". ").map { sentence[..<$0.lowerBound] + "." } ?? sentence
  }

  /// The sentence shown.
  ///
  /// - Parameter texts: the questionnaire's language the interview is in, from 0, for author's words.
  package func sentence(in language: Language, texts: Int) -> String {
    switch language {
    case .french: french(texts)
    case .english: english(texts)
    }
  }
}
