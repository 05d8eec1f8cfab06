import Console
import Testing

@Suite struct FrameTests {
  @Test func `the first picture sends what is not blank`() {
    var canvas = Canvas(columns: 20, rows: 3)
    canvas.write("été", row: 1, column: 4)
    canvas.write("oui", row: 1, column: 7, style: .chosen)
    let runs = Frame(from: nil, to: canvas).runs
    #expect(runs.map(\.text) == ["été", "oui"])
    #expect(runs.map(\.column) == [4, 7])
    #expect(runs.map(\.row) == [1, 1])
    #expect(runs.map(\.style) == [.text, .chosen])
  }

  @Test func `the next picture sends what differs, text or style`() {
    var before = Canvas(columns: 20, rows: 2)
    before.write("question 12 sur 47", row: 0, column: 0)
    before.write("oui", row: 1, column: 0)
    var after = before
    after.write("13", row: 0, column: 9)
    after.write("oui", row: 1, column: 0, style: .focus)
    let runs = Frame(from: before, to: after).runs
    #expect(runs.map(\.text) == ["3", "oui"])
    #expect(runs.map(\.column) == [10, 0])
    #expect(Frame(from: after, to: after).runs.isEmpty)
  }

  @Test func `another size sends everything`() {
    var canvas = Canvas(columns: 4, rows: 1)
    canvas.write("abcd", row: 0, column: 0)
    #expect(Frame(from: Canvas(columns: 5, rows: 1), to: canvas).runs.map(\.text) == ["abcd"])
  }

  @Test func `a run holds wide characters whole`() {
    var before = Canvas(columns: 6, rows: 1)
    before.write("漢字", row: 0, column: 0)
    var after = Canvas(columns: 6, rows: 1)
    after.write("a漢字", row: 0, column: 0)
    for (old, new) in [(before, after), (after, before)] {
      for run in Frame(from: old, to: new).runs {
        #expect(run.cells.first?.width != 0)
        #expect(run.cells.last?.width != 2)
      }
    }
  }

  @Test func `applying the runs gives the picture`() {
    var random = SeededNumbers(seed: 7)
    var shown = Canvas(columns: 12, rows: 4)
    for _ in 0..<2_000 {
      var next = shown
      for _ in 0..<3 {
        let text = ["abc", "漢字", "é", " ", "œ漢a"].randomElement(using: &random) ?? ""
        next.write(
          text, row: .random(in: 0..<4, using: &random),
          column: .random(in: -2..<12, using: &random),
          style: Style(Role.allCases.randomElement(using: &random) ?? .text))
      }
      #expect(next.hasWholeCharacters)
      var cells = shown.cells
      for run in Frame(from: shown, to: next).runs {
        let start = run.row * 12 + run.column
        cells.replaceSubrange(start..<start + run.cells.count, with: run.cells)
      }
      #expect(cells == next.cells)
      shown = next
    }
  }
}

/// The same numbers at every run: a linear congruential generator with Knuth's MMIX constants.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
