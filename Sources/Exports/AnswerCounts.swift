import Interviews
import Questions
import Records

/// How many answered each question of a questionnaire, and how many of each absence.
struct AnswerCounts: Hashable, Sendable {
  /// `answered`, `left_blank`, `skipped`, `not_reached`, then each special answer.
  private var counts: [Int]
  private let specials: [[UInt8]]
  /// Where each table's counts start.
  private let starts: [Int]
  private(set) var interviews = 0

  init(_ layout: Layout) {
    specials = layout.specials.map { Array($0.utf8) }
    let stride = Self.fixed + layout.specials.count
    var starts = [0]
    for table in layout.tables {
      starts.append(starts[starts.count - 1] + table.fields.count * stride)
    }
    self.starts = starts
    counts = [Int](repeating: 0, count: starts[starts.count - 1])
  }

  private static let fixed = 4
  private var stride: Int { Self.fixed + specials.count }

  static func += (left: inout AnswerCounts, right: AnswerCounts) {
    left.interviews += right.interviews
    for place in left.counts.indices { left.counts[place] += right.counts[place] }
  }

  mutating func add(_ scan: PictureScan, _ tables: [BoundTable]) {
    interviews += 1
    for (place, table) in tables.enumerated() where table.hasRows {
      guard let roster = table.roster else {
        add(scan, 0, table.fields, from: starts[place])
        continue
      }
      for frame in scan.instances.indices where scan.instances[frame].roster == roster {
        add(scan, frame, table.fields, from: starts[place])
      }
    }
  }

  private mutating func add(
    _ scan: PictureScan, _ frame: Int, _ fields: [BoundField], from start: Int
  ) {
    for field in fields {
      let cell = scan[Spot(frame: frame, item: field.item)]
      // What has no status of its own only counts where it has a value.
      guard field.hasStatus || cell.mark == .answered else { continue }
      guard let offset = offset(cell, scan) else { continue }
      counts[start + field.place * stride + offset] += 1
    }
  }

  /// Nil for a special answer no version knows.
  private func offset(_ cell: PictureScan.Cell, _ scan: PictureScan) -> Int? {
    switch cell.mark {
    case .answered: return 0
    case .leftBlank: return 1
    case .skipped: return 2
    case .notReached: return 3
    case .special:
      let name = scan.bytes[cell.written.inside.range]
      return specials.firstIndex { $0.elementsEqual(name) }.map { Self.fixed + $0 }
    }
  }

  /// Of a question: how many answered, then of each absence by its word, in the order of `words`.
  func numbers(table: Int, field: Int) -> (answered: Int, absences: [Int]) {
    let start = starts[table] + field * stride
    let specials = Array(counts[(start + Self.fixed)..<(start + stride)])
    return (counts[start], specials + counts[(start + 1)..<(start + Self.fixed)])
  }

  /// What the absences are called, in the order of `numbers`.
  static func words(_ layout: Layout) -> [String] {
    layout.specials + ["left_blank", "skipped", "not_reached"]
  }
}
