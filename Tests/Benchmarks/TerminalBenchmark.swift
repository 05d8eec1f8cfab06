import Foundation
import PseudoTerminals

/// The program in a terminal, as the person waits for it: its first picture, then each key.
enum TerminalBenchmark {
  static func rows() -> [Row] {
    do {
      let laptop = try BenchLaptop()
      try laptop.install(ListsBenchmark.bytes, as: "collectivites.csv")
      return try [firstPaint(laptop)] + keys(laptop) + [searching(laptop), largeForm(laptop)]
    } catch {
      return [Row(work: "the program in a terminal", aim: "", ours: "fails: \(error)")]
    }
  }

  /// Ours and its peers in turn, so that the machine's moods are shared.
  private static func firstPaint(_ laptop: BenchLaptop) throws -> Row {
    let peers = TerminalPeer.installed
    var ours: [Double] = []
    var theirs = peers.map { _ in [Double]() }
    for _ in 0..<30 {
      ours.append(try laptop.start([]).paint(showing: "Échap Menu"))
      for (place, peer) in peers.enumerated() where theirs[place].count < peer.runs {
        theirs[place].append(try peer.start().paint(showing: peer.shows))
      }
    }
    let least = Times(ours).least
    let compared = zip(peers, theirs).map { peer, times in
      let ratio = Times.short(least / Times(times).least)
      return "\(peer.name) \(Times.short(Times(times).least)) ms at best (ours \(ratio) of it)"
    }
    return Row(
      work: "first picture of home, the barometer and its list there", aim: "1.5 of dialog",
      ours: Times(ours).text,
      peer: compared.isEmpty ? "none is installed" : compared.joined(separator: "; "))
  }

  /// Keys on a question of the small questionnaire, then doing nothing at all.
  ///
  /// In batches, a terminal that only echoes measured in each: a slow key of the program's own
  /// would come in every batch, a slow moment of the machine's does not.
  private static func keys(_ laptop: BenchLaptop) throws -> [Row] {
    let terminal = try laptop.start(["fill", "reunion", "--interviewer", "PC07"])
    _ = try terminal.paint(showing: "Échap Menu")
    try terminal.send("1\r")
    try terminal.waitFor(text: "2.")
    terminal.readUntilQuiet(for: 100)
    let bare = try TerminalPeer.bare()
    var (moves, digits, stores, echoes) = ([[Echo]](), [[Echo]](), [[Echo]](), [[Echo]]())
    for _ in 0..<5 {
      echoes.append(try batch { _ in try bare.time("x") })
      // The first arrow only shows where one is.
      _ = try terminal.time(down)
      moves.append(try batch { try terminal.time($0.isMultiple(of: 2) ? down : up) })
      digits.append(try batch { try terminal.time($0.isMultiple(of: 2) ? "1" : "2") })
      stores.append(try batch { try terminal.time($0.isMultiple(of: 2) ? "\r" : pageUp) })
    }
    let before = processorTime(of: terminal.process)
    terminal.readUntilQuiet(for: 2_000)
    let idle = processorTime(of: terminal.process) - before
    return [
      Row(
        work: "an arrow on a question: key to last byte", aim: "1 ms p99",
        ours: Echo.text(moves), peer: "no program, \(Echo.text(echoes)); \(try peerKeys())"),
      Row(
        work: "a digit on a choice", aim: "1 ms p99 and a sync, 200 bytes",
        ours: Echo.text(digits), peer: "a line appended and synced: \(laptop.sync.text)"),
      Row(
        work: "Enter that stores, and back", aim: "1 ms p99 and a sync", ours: Echo.text(stores)),
      Row(
        work: "two seconds of doing nothing", aim: "0 ms",
        ours: "\(Times.short(idle)) ms of processor"),
      Row(
        work: "memory after these", aim: "30 MB",
        ours: "\(residentMegabytes(of: terminal.process)) MB resident"),
    ]
  }

  private static func batch(_ key: (Int) throws -> Echo) rethrows -> [Echo] {
    try (0..<100).map(key)
  }

  private static func peerKeys() throws -> String {
    try TerminalPeer.installed.map { peer in
      let terminal = try peer.start()
      _ = try terminal.paint(showing: peer.shows)
      terminal.readUntilQuiet(for: 200)
      let echoes = try (0..<200).map { try terminal.time($0.isMultiple(of: 2) ? down : up) }
      return "\(peer.name) \(Times(echoes.map(\.milliseconds)).text)"
    }.joined(separator: "; ")
  }

  /// Letters of a name, in the list of 36,000 authorities.
  private static func searching(_ laptop: BenchLaptop) throws -> Row {
    let terminal = try laptop.start(["fill", "barometre", "--interviewer", "PC07"])
    _ = try terminal.paint(showing: "Échap Menu")
    let way = [
      (end, "J’ai lu cette information"), ("1\r", " 2. "), ("1\r", " 4. "), ("1\r", " 5. "),
    ]
    for (keys, shown) in way {
      try terminal.send(keys)
      try terminal.waitFor(text: shown)
      terminal.readUntilQuiet(for: 100)
    }
    let letters = try (0..<20).map { _ in
      let echoes = try "saint etienne".map { try terminal.time(String($0)) }
      try terminal.send(emptyLine)
      terminal.readUntilQuiet(for: 100)
      return echoes
    }
    return Row(
      work: "a letter of a search in 36,000 rows", aim: "2 ms p99", ours: Echo.text(letters))
  }

  private static func largeForm(_ laptop: BenchLaptop) throws -> Row {
    let path = try laptop.write(Forms.chain(10_000), to: "chain.json")
    let terminal = try laptop.start(["fill", path, "--interviewer", "PC07"])
    let paint = try terminal.paint(showing: "Échap Menu")
    terminal.readUntilQuiet(for: 100)
    let digits = try (0..<5).map { _ in
      try batch { try terminal.time($0.isMultiple(of: 2) ? "1" : "2") }
    }
    return Row(
      work: "a digit on a form of 10,000 questions", aim: "5 ms",
      ours: Echo.text(digits) + ", first picture \(Times.short(paint)) ms")
  }

  private static let down = "\u{1B}OB"
  private static let up = "\u{1B}OA"
  private static let end = "\u{1B}OF"
  private static let emptyLine = "\u{15}"
  private static let pageUp = "\u{1B}[5~"
}

/// What a key brought: after how many milliseconds its last byte, for how many of them the program
/// worked, waits for a processor or a disk left out, and how many bytes.
struct Echo {
  let milliseconds: Double
  let worked: Double
  let bytes: Int

  /// All of them, then the calmest batch, then the program's own work.
  static func text(_ batches: [[Echo]]) -> String {
    let times = batches.map { Times($0.map(\.milliseconds)) }
    let calmest = times.map(\.p99).min() ?? 0
    let echoes = batches.flatMap(\.self)
    let work = Times(echoes.map(\.worked))
    return "\(Times(echoes.map(\.milliseconds)).text) (\(Times.short(calmest)) in the calmest of "
      + "\(batches.count) batches), own work \(Times.short(work.median)) median, "
      + "\(Times.short(work.p99)) p99, \(echoes.map(\.bytes).max() ?? 0) bytes at most"
  }
}

extension PseudoTerminal {
  /// Milliseconds from the start, which is now, to the last byte of the first picture.
  func paint(showing text: String) throws -> Double {
    try waitFor(text: text)
    readUntilQuiet(for: 30)
    return (lastReceived - started).milliseconds
  }

  /// Sends a key and waits until what it brings has come; a key must bring something.
  func time(_ key: String) throws -> Echo {
    // A picture of something else must not pass for the key's.
    readUntilQuiet(for: 20)
    let before = output.count
    let work = processorTime(of: process)
    let start = ContinuousClock.now
    try send(key)
    for _ in 0..<100 where output.count == before {
      readUntilQuiet(for: 20)
    }
    guard output.count > before else {
      throw Failure.timeout(awaited: "echo of \(key.debugDescription)", screen: screen.text)
    }
    return Echo(
      milliseconds: (lastReceived - start).milliseconds,
      worked: processorTime(of: process) - work, bytes: output.count - before)
  }
}

extension Duration {
  var milliseconds: Double {
    Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1e15
  }
}
