import Formulas
import Interviews
import Questions
import Records

/// Contact details, to use as the people agreed: one row per interview that has some.
///
/// A column per question kept apart, then one per question that decides whether one of those is
/// asked, such as the uses consented to; no other answer, and no interview's id.
package struct ContactSheet {
  package private(set) var table: Table
  /// Of the interviews whose row is in it; not written there.
  package private(set) var ids: [String] = []
  private let items: [Int]
  private let questionnaire: Questionnaire

  package init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    let apart = questionnaire.items.filter {
      $0.question?.kind.valueType != nil && $0.isKeptApart(among: questionnaire.items)
    }
    var deciding: Set<Int> = []
    for item in apart {
      var here: Item? = item
      while let place = here {
        deciding.formUnion(place.relevant?.references.map(\.symbol) ?? [])
        here = place.parent.map { questionnaire.items[$0] }
      }
    }
    let decided = deciding.subtracting(apart.map(\.index)).sorted()
    items = apart.map(\.index) + decided
    table = Table(
      name: "contacts",
      columns: ["_contact", "_questionnaire", "_version", "_language"]
        + items.map { questionnaire.items[$0].name })
  }

  /// Adds an interview's row; none where nothing was kept apart.
  ///
  /// - Parameter record: read with what it keeps apart.
  package mutating func append(_ record: Record) {
    let interview = record.interview
    guard let key = record.head.contact, !interview.keptApart.isEmpty else { return }
    ids.append(record.head.start.id)
    table.append(
      [
        .text(key), .text(record.head.questionnaire), .text(record.head.version),
        .text(interview.language),
      ] + items.map { cell($0, of: interview) })
  }

  /// The values of an item, in every instance that has it.
  private func cell(_ item: Int, of interview: Interview) -> Value {
    let frames = questionnaire.items[item].repeats.reduce([0]) { frames, roster in
      frames.flatMap { interview.instances(of: Spot(frame: $0, item: roster)) }
    }
    let texts = frames.map { interview.value(at: Spot(frame: $0, item: item)).plain }
    return .text(texts.filter { !$0.isEmpty }.joined(separator: "; "))
  }

  package var file: ExportFile { ExportFile(path: "contacts.csv", bytes: CSV.bytes(of: table)) }
}
