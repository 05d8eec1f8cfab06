import Formulas

extension KeyReader {
  /// The checks under a key.
  mutating func checks(_ key: String, owner: Int?) -> [Check] {
    var seen: Set<String> = []
    return (array(key) ?? []).compactMap { value in
      guard value.members != nil else {
        report(.wrongType(key, expected: .object), at: value.offset)
        return nil
      }
      let needed = ["name", "severity", "constraint", "message"]
      var keys = KeyReader(
        value, in: json, owner: .check(value["name"]?.string), names: names, standing: standing,
        needed: needed)
      defer { problems += keys.problems }
      let severities = Check.Severity.allCases.map(\.rawValue)
      let name = keys.string("name")
      if let name, !seen.insert(name).inserted {
        keys.report(.duplicateCheck(name), at: value["name"]?.offset ?? value.offset)
      }
      keys.checkWord(name, "name")
      let severity = keys.oneOf("severity", severities).flatMap(Check.Severity.init)
      let constraint = keys.constraint("constraint")
      let relevant = keys.condition("relevant")
      let message = keys.text("message")
      keys.finish()
      for key in needed where keys.node(key) == nil {
        keys.report(.missingKey(key, on: keys.owner), at: value.offset)
      }
      guard let name, let severity, let constraint, let message else { return nil }
      return Check(
        name: name, severity: severity, constraint: constraint, relevant: relevant,
        message: message, owner: owner,
        repeats: standing.repeats)
    }
  }
}
