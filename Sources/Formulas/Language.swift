/// A language the program speaks; a questionnaire's own languages are separate.
package enum Language: String, CaseIterable, Hashable, Sendable {
  case french = "fr"
  case english = "en"
}
