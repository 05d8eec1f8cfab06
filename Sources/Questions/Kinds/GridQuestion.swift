import Formulas

/// One question of several rows, answered from the same choices.
///
/// One stop for screen, plan and position; its rows, the items inside it, are the questions that
/// hold answers.
package struct GridQuestion: Hashable, Sendable {
  package let columns: ChoiceQuestion

  init(_ keys: inout KeyReader) {
    columns = ChoiceQuestion(&keys, isMultiple: false)
    if let rows = keys.array("rows"), rows.isEmpty {
      keys.report(.emptyList("rows"), at: keys.object["rows"]?.offset ?? keys.object.offset)
    }
    if keys.object["rows"] == nil {
      keys.report(.missingKey("rows", on: keys.owner), at: keys.object.offset)
    }
  }
}
