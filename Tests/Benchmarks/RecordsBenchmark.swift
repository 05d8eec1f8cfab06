import Archives
import Formulas
import Foundation
import Glibc
import Interviews
import PseudoTerminals
import Questions
import Records

/// What keeping answers costs: a save beside a C program, and fifty thousand interviews at home.
enum RecordsBenchmark {
  static func rows() -> [Row] {
    do {
      return try [saves()] + thousands()
    } catch {
      return [Row(work: "records", aim: "", ours: "fails: \(error)")]
    }
  }

  // MARK: - A save

  private static let rounds = 8
  private static let savesPerRound = 100

  /// Ours and a C program that appends and syncs the same bytes, in turn on the same disk.
  private static func saves() throws -> Row {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "barometre-saves-\(getpid())").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let form = Forms.read(Forms.barometre)
    let archive = Archive(at: "\(folder)/data")
    let hash = try archive.keep(questionnaire: Forms.barometre)
    guard let moment = DateTime(reading: "2018-06-12T09:00:00+02:00") else { return Row.nothing }
    var generator = SystemRandomNumberGenerator()
    let start = Start(
      id: RecordIdentifier.draw(milliseconds: 0, using: &generator), code: "K7QF-2M9P-X4",
      questionnaireHash: hash, interviewer: "PC07", started: moment, language: "fr")
    let journal = try archive.begin(RecordHead(start, on: form), by: "PC07")
    let peer = CPeer(in: folder)
    let path = EngineBenchmark.path("collectivite")
    let at = "\(folder)/data/interviews/\(start.id)/journal.jsonl"
    var (ours, theirs): ([Double], [Double]) = ([], [])
    for round in 0..<rounds {
      let before = (try Data(contentsOf: URL(filePath: at))).count
      for number in 0..<savesPerRound {
        let event = Event.answer(path, .text("Ancerville \(round) \(number)"), isProposal: false)
        ours.append(
          try Times.milliseconds { try journal.append(event, at: moment, by: "PC07") })
      }
      let written = try Data(contentsOf: URL(filePath: at)).dropFirst(before)
      theirs += try peer.append(Array(written), to: "\(folder)/peer")
    }
    let ratio = Times(ours).median / Times(theirs).median
    return Row(
      work: "a save: an answer on the disk", aim: "1.3 of C",
      ours: "\(Times(ours).text), \(Times.short(ratio)) of C",
      peer: "\(peer.name): \(Times(theirs).text)")
  }

  // MARK: - Fifty thousand interviews

  private static let count = 50_000

  private static func thousands() throws -> [Row] {
    let laptop = try BenchLaptop()
    let adding = try laptop.start(["simulate", "reunion", "--runs", "\(count)", "--save"])
    guard try adding.waitForExit(within: 600) == .exited(0) else { return [] }
    let home = try (0..<10).map { _ in
      try laptop.start(["--lang", "fr"]).paint(showing: "\(count)")
    }
    let terminal = try laptop.start(["--lang", "fr"])
    _ = try terminal.paint(showing: "\(count)")
    terminal.readUntilQuiet(for: 1_000)
    let first = try terminal.time("k").milliseconds
    let letters = try (0..<60).map { try terminal.time($0.isMultiple(of: 2) ? "7" : "\u{7F}") }
    _ = try terminal.time("\u{7F}")
    let moves = try (0..<200).map {
      try terminal.time($0.isMultiple(of: 2) ? "\u{1B}OB" : "\u{1B}OA")
    }
    let list = { (words: [String]) in
      Times((0..<5).compactMap { _ in laptop.run(["list"] + words) })
    }
    let all = list([])
    let found = list(["k7"])
    let peer = SQLitePeer(count, in: laptop)
    let index = try laptop.withoutIndex()
    return [
      Row(
        work: "\(count) interviews: first picture of home", aim: "100 ms", ours: Times(home).text,
        peer: peer.latest),
      Row(
        work: "the same: a letter of a search", aim: "20 ms",
        ours: Echo.text([letters]) + ", the first \(Times.short(first))"),
      Row(work: "the same: an arrow", aim: "1 ms p99", ours: Echo.text([moves])),
      Row(
        work: "list them all, as a table", aim: "beside sqlite3", ours: all.text, peer: peer.all),
      Row(
        work: "list those of one name", aim: "beside sqlite3", ours: found.text, peer: peer.found),
      Row(
        work: "list them without an index, made again", aim: "", ours: "\(Times.short(index)) ms"),
    ]
  }
}

extension Row {
  static let nothing = Row(work: "", aim: "", ours: "")
}

/// A C program that appends lines and syncs each; where no compiler is, the same calls from here.
private struct CPeer {
  let name: String
  private let program: String?

  init(in folder: String) {
    let source = "\(folder)/peer.c"
    try? Data(Self.source.utf8).write(to: URL(filePath: source))
    let compiler = Peer.find("cc") ?? Peer.find("clang")
    let made = compiler.flatMap {
      Peer.run([$0, "-O2", "-o", "\(folder)/peer-c", source], output: .dropped)
    }
    program = made == nil ? nil : "\(folder)/peer-c"
    name = made == nil ? "the same calls" : "a C program"
  }

  /// Milliseconds of each line.
  func append(_ bytes: [UInt8], to path: String) throws -> [Double] {
    guard let program else { return Self.append(bytes, to: path) }
    try Data(bytes).write(to: URL(filePath: path + ".lines"))
    let run = try PipedProgram([program, path + ".lines", path])
    return run.output.split(separator: "\n").compactMap { Double($0) }.map { $0 / 1e6 }
  }

  private static func append(_ bytes: [UInt8], to path: String) -> [Double] {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    defer { close(file) }
    return bytes.split(separator: 10).map { line in
      let line = Array(line) + [10]
      return Times.milliseconds {
        _ = write(file, line, line.count)
        fdatasync(file)
      }
    }
  }

  private static let source = """
    #define _GNU_SOURCE
    #include <fcntl.h>
    #include <stdio.h>
    #include <string.h>
    #include <time.h>
    #include <unistd.h>

    int main(int count, char **words) {
      char line[65536];
      FILE *lines = fopen(words[1], "r");
      int file = open(words[2], O_WRONLY | O_CREAT | O_APPEND, 0600);
      if (count < 3 || !lines || file < 0) return 1;
      while (fgets(line, sizeof line, lines)) {
        struct timespec start, end;
        clock_gettime(CLOCK_MONOTONIC, &start);
        if (write(file, line, strlen(line)) < 0 || fdatasync(file) < 0) return 1;
        clock_gettime(CLOCK_MONOTONIC, &end);
        printf("%lld\\n", (end.tv_sec - start.tv_sec) * 1000000000LL + end.tv_nsec - start.tv_nsec);
      }
      return 0;
    }
    """
}

/// sqlite3 on a table of as many interviews: what the same questions cost a database.
private struct SQLitePeer {
  let latest: String
  let all: String
  let found: String

  init(_ count: Int, in laptop: BenchLaptop) {
    guard let program = Peer.find("sqlite3"),
      let base = try? laptop.write([], to: "peer.db"),
      Peer.run([program, base, Self.table(count)], output: .dropped) != nil
    else {
      (latest, all, found) = ("sqlite3 is not installed", "", "")
      return
    }
    let time = { (query: String) in
      let times = (0..<5).compactMap { _ in
        Peer.run([program, base, query], output: .dropped)?.milliseconds
      }
      return "sqlite3 \(Times(times).text)"
    }
    latest = time("select * from interviews order by updated desc limit 120")
    all = time("select * from interviews order by updated desc")
    found = time("select * from interviews where label like '%k7%' order by updated desc")
  }

  private static func table(_ count: Int) -> String {
    """
    create table interviews(id text primary key, label text, code text, status text, done int,
      total int, form text, version text, interviewer text, started text, updated text);
    with recursive n(i) as (select 1 union all select i + 1 from n where i < \(count))
    insert into interviews select printf('019aa1b2-%012d', i), printf('%X-%X', i * 7919, i), 'x',
      'finished', 11, 11, 'reunion', '1', 'simulate', datetime(i * 60, 'unixepoch'),
      datetime(i * 61, 'unixepoch') from n;
    create index later on interviews(updated desc);
    """
  }
}
