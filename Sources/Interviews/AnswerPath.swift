/// Where an answer stands: a name, and for each repeat around it which instance.
///
/// Written `population`, `dispositif[2].disp_nom`, `a[1].b[2].c`; instances count from 1, as people
/// see them. `dispositif[2]` is the instance itself.
package struct AnswerPath: Hashable, Sendable, CustomStringConvertible {
  package struct Step: Hashable, Sendable {
    package let name: String
    /// From 1; nil where the name is no repeat's, or the repeat as a whole is meant.
    package let instance: Int?

    package init(_ name: String, instance: Int? = nil) {
      self.name = name
      self.instance = instance
    }
  }

  package let steps: [Step]

  package init(_ name: String) { steps = [Step(name)] }

  package init(steps: [Step]) { self.steps = steps }

  /// Reads a path as `description` writes it; nil for anything else.
  package init?(reading text: some StringProtocol) {
    var steps: [Step] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      guard let bracket = part.firstIndex(of: "[") else {
        if part.isEmpty || part.contains("]") { return nil }
        steps.append(Step(String(part)))
        continue
      }
      let number = part[part.index(after: bracket)...].dropLast()
      guard bracket > part.startIndex, part.last == "]", let instance = Int(number), instance > 0
      else { return nil }
      steps.append(Step(String(part[..<bracket]), instance: instance))
    }
    self.steps = steps
  }

  /// The last name.
  package var name: String { steps.last?.name ?? "" }

  package var description: String {
    steps.map { step in step.instance.map { "\(step.name)[\($0)]" } ?? step.name }
      .joined(separator: ".")
  }

  /// The same place, one step further in.
  package func appending(_ step: Step) -> AnswerPath { AnswerPath(steps: steps + [step]) }
}
