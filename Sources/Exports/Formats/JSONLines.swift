import Records

/// An interview a line: its picture, as `interview.json` has it, without the withdrawal code.
enum JSONLines {
  static func bytes(of records: [Record]) -> [UInt8] {
    records.flatMap { Picture(of: $0).exported + [Replay.lineFeed] }
  }
}
