import Formulas
import Questions

extension Contents {
  /// The same without what was written freely: answers to `personal: free_text` questions, the texts
  /// of `other` choices, remarks and explanations.
  package func withoutTexts(on questionnaire: Questionnaire) -> Contents {
    var contents = self
    contents.nodes = Self.without(nodes, on: questionnaire)
    contents.setAside = setAside.filter { !questionnaire.isFreeText($0.path.name) }
    contents.remarks = []
    contents.confirmed = confirmed.map { Confirmed(key: $0.key, explanation: "") }
    return contents
  }

  private static func without(_ nodes: [Node], on questionnaire: Questionnaire) -> [Node] {
    nodes.compactMap { node in
      switch node {
      case .value(let name, _): questionnaire.isFreeText(name) ? nil : node
      case .instances(let name, let instances):
        .instances(name, instances.map { without($0, on: questionnaire) })
      }
    }
  }
}

extension Interview {
  /// The ended interview without what was written freely; what is kept apart stays.
  package var withoutTexts: Interview {
    var interview = Interview(
      start, on: questionnaire, holding: contents.withoutTexts(on: questionnaire),
      language: language, status: status, revision: revision)
    interview.hold(keptApart)
    return interview
  }
}

extension Questionnaire {
  fileprivate func isFreeText(_ name: String) -> Bool {
    self[name]?.question?.personal == .freeText
  }
}
