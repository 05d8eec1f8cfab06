import Console
import Formulas
import Foundation
import Interviews
import Questions
import Scenarios
import Testing

@testable import Screens

/// A hundred thousand random keys, clicks and sizes: nothing traps, nothing is drawn astray.
///
/// `BAROMETRE_EVENTS=1000000 .ci/test --filter FuzzTests` is the long run.
@Suite struct FuzzTests {
  /// A small generator whose walks can be walked again.
  struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let navigation: [Key] = [
    .up, .down, .home, .end, .left, .right, .pageUp, .backTab, .escape, .control("p"),
    .function(6), .function(1), .control("l"), .alt("x"), .function(12), .insert,
  ]

  private static let keys: [Key] =
    navigation + [
      .enter, .newline, .tab, .backspace, .delete, .pageDown, .character(" "), .character("+"),
      .character("?"), .character("é"), .character("漢"), .control("u"), .control("k"),
      .control("n"), .control("z"), .control("y"), .control("r"), .control("w"), .control("e"),
      .function(2), .function(4), .function(7), .function(8), .paste("12\n500"),
      .paste(String(repeating: "long ", count: 12)),
    ] + (0...9).map { .character(Character(String($0))) }

  private func event(_ dice: inout Dice, among keys: [Key]) -> AppEvent {
    switch Int.random(in: 0..<40, using: &dice) {
    case 0:
      return .resize(
        columns: .random(in: 1...200, using: &dice), rows: .random(in: 1...60, using: &dice))
    case 1, 2:
      return .resize(columns: 80, rows: 24)
    case 3:
      return .key(
        .mouse(
          row: .random(in: 0..<30, using: &dice), column: .random(in: 0..<90, using: &dice),
          kind: [.press, .wheelUp, .wheelDown].randomElement(using: &dice) ?? .press))
    default: return .key(keys.randomElement(using: &dice) ?? .enter)
    }
  }

  private func check(_ canvas: Canvas, after seed: UInt64) {
    if let cursor = canvas.cursor {
      #expect(canvas.area.contains(row: cursor.row, column: cursor.column), "seed \(seed)")
    }
    let isSound = canvas.cells.indices.allSatisfy { place in
      canvas.cells[place].width != 2
        || (place + 1) % canvas.columns != 0 && canvas.cells[place + 1].width == 0
    }
    #expect(isSound, "seed \(seed)")
  }

  private static let seeds: [UInt64] = Array(1...10)

  /// A form for each thousand events: two that hold every kind, the others drawn at random.
  private static let forms = {
    let events = ProcessInfo.processInfo.environment["BAROMETRE_EVENTS"].flatMap { Int($0) }
    return Array(0..<max(10, (events ?? 100_000) / 1_000))
  }()

  @Test(arguments: forms) func `a thousand events leave a sound picture`(place: Int) {
    let form: Questionnaire =
      switch place {
      case 0...4: .mairies
      case 5...9: .barometre
      default: RandomForm.questionnaire(seed: place)
      }
    let seed = UInt64(place + 1)
    var dice = Dice(state: seed)
    var play = Screenplay(form, in: place < 5 || place.isMultiple(of: 2) ? "fr" : "en")
    for step in 0..<1_000 {
      if play.app.interview == nil { play = Screenplay(form) }
      play.play(event(&dice, among: Self.keys))
      guard step.isMultiple(of: 10) else { continue }
      check(play.picture, after: seed)
      if let interview = play.app.interview {
        #expect(play.app.standing == Standing(interview), "seed \(seed), step \(step)")
      }
    }
  }

  @Test(arguments: seeds) func `looking around changes no answer`(seed: UInt64) {
    var dice = Dice(state: seed)
    var play = Screenplay(.mairies)
    play.go(to: "agents")
    play.give("12")
    play.type("2")
    let before = play.interview.contents
    for _ in 0..<300 {
      let key = Self.navigation.randomElement(using: &dice) ?? .up
      play.press(key)
    }
    let after = play.interview.contents
    #expect(after.nodes == before.nodes && after.specials == before.specials)
    #expect(after.leftBlank == before.leftBlank && after.remarks == before.remarks)
  }

  @Test(arguments: seeds) func `back always leaves, whatever was typed`(seed: UInt64) {
    var dice = Dice(state: seed)
    let stops = ["accord", "commune", "agents", "interlocuteur", "services", "departement"]
    for stop in stops {
      var play = Screenplay(.mairies)
      play.go(to: stop)
      for _ in 0..<20 {
        let typed: [Key] = [
          .character("9"), .character("é"), .down, .up, .character(" "), .character("4"),
          .delete,
        ]
        play.press(typed.randomElement(using: &dice) ?? .down)
      }
      play.press(.pageUp)
      #expect(play.question == "bonjour", "\(stop)")
    }
  }

  @Test(arguments: seeds) func `undoing everything is where one began`(seed: UInt64) {
    var dice = Dice(state: seed)
    var play = Screenplay(.mairies)
    let before = play.interview.contents.nodes
    for _ in 0..<200 {
      play.press(Self.keys.randomElement(using: &dice) ?? .enter)
      if play.app.interview == nil { return }
    }
    var undone = play.interview
    while undone.canUndo { undone.apply(.undo) }
    #expect(undone.contents.nodes == before)
  }
}
