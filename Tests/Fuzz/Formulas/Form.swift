import Formulas
import Interviews
import Questions

/// One question of each type, answered, and a repeat, for formulas to read.
let form: Questionnaire = {
  do throws(Problems) {
    return try QuestionnaireFile.read(Array(source.utf8)).questionnaire
  } catch {
    preconditionFailure("the questionnaire is sound: \(error.all)")
  }
}()

let interview: Interview = {
  guard let started = DateTime(reading: "2026-06-12T09:00:00+02:00") else {
    preconditionFailure("a date and time")
  }
  var interview = Interview(
    Start(
      id: "fuzz", code: "", questionnaireHash: "", interviewer: "", started: started,
      language: "fr"), on: form)
  for (path, value) in answers {
    guard let path = AnswerPath(reading: path) else { preconditionFailure("it is a path") }
    interview.apply(.answer(path, value, isProposal: false))
  }
  return interview
}()

private let answers: [(String, Value)] = [
  ("t", .text("Œuf à la coque")), ("n", .number(Number(-7))), ("c", .choice("oui")),
  ("m", .choices(["oui", "non"])),
]

private let source = """
  {"format": 1, "id": "fuzz", "version": "1", "title": "T", "languages": ["fr"],
   "choice_lists": {"l": [{"name": "oui", "label": "Oui"}, {"name": "non", "label": "Non"}]},
   "items": [
    {"type": "text", "name": "t", "label": "?"}, {"type": "integer", "name": "n", "label": "?"},
    {"type": "decimal", "name": "x", "label": "?"}, {"type": "date", "name": "d", "label": "?"},
    {"type": "time", "name": "h", "label": "?"},
    {"type": "select_one", "name": "c", "label": "?", "choices": "l"},
    {"type": "select_multiple", "name": "m", "label": "?", "choices": "l"},
    {"type": "repeat", "name": "r", "label": "?", "open": "2", "items": [
      {"type": "integer", "name": "k", "label": "?"}]}]}
  """
