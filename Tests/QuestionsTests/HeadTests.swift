import Questions
import Testing

/// What a home screen reads of a questionnaire.
@Suite struct HeadTests {
  @Test(arguments: [
    #"[{"label": "un ] et un } \" et \\"}, []]"#, "{}", "[]", "null", "12", #""texte ]""#,
  ])
  func `a head is read whatever stands in the questions`(items: String) throws {
    let head = try QuestionnaireFile.head(
      Array(
        """
        {"format": 1, "items": \(items), "id": "essai", "version": "2", "languages": ["fr"],
         "title": {"fr": "Essai"}, "checks": \(items)}
        """.utf8))
    #expect(head.id == "essai" && head.version == "2" && head.languages == ["fr"])
  }

  @Test(arguments: ["[{", #"["texte"#, #"["texte\"#])
  func `questions that never end are told`(items: String) {
    #expect(throws: Problems.self) {
      try QuestionnaireFile.head(Array(#"{"format": 1, "items": \#(items)"#.utf8))
    }
  }
}
