import Interviews
import Questions
import Records
import Vaults

/// How one interview's files are sealed: its key, opened, and that key as the files hold it.
///
/// A sealed journal is its plain one, line by line, each line beside what anyone may read of it; a
/// sealed picture is the plain file in one such line.
struct Seal: Sendable {
  let id: String
  let key: SecretKey
  let sealedKey: SealedKey

  /// A new one, which that laptop opens again.
  static func draw(for id: String, by laptop: LaptopKey) -> Seal {
    let (key, sealedKey) = laptop.draw(forInterview: id)
    return Seal(id: id, key: key, sealedKey: sealedKey)
  }

  /// A journal's first line.
  func first(_ head: RecordHead) -> [UInt8] {
    SealedLine.bytes(
      clear(head), JournalLine.head(head).bytes, by: key,
      at: .init(interview: id, revision: head.revision, line: 1))
  }

  /// Another line.
  ///
  /// - Parameters:
  ///   - plain: as a plain journal would hold it, without its line feed.
  ///   - number: of the line, from 1.
  ///   - revision: the journal's first line's.
  func line(_ plain: [UInt8], number: Int, revision: Int) -> [UInt8] {
    SealedLine.bytes(
      [.init("n", JSONTree(number))] + JournalLine.clearMembers(of: plain), plain, by: key,
      at: .init(interview: id, revision: revision, line: number))
  }

  /// A whole journal: its lines, each with its line feed.
  func journal(_ plain: [UInt8], _ head: RecordHead) -> [UInt8] {
    var bytes = first(head) + [Replay.lineFeed]
    for (place, line) in plain.split(separator: Replay.lineFeed).enumerated().dropFirst() {
      bytes += self.line(Array(line), number: place + 1, revision: head.revision)
      bytes.append(Replay.lineFeed)
    }
    return bytes
  }

  /// The file `interview.json`.
  ///
  /// - Parameter plain: as it would be, unsealed.
  func picture(_ plain: [UInt8], of record: Record, _ picture: Picture, journalBytes: Int)
    -> [UInt8]
  {
    let facts = ClearFacts(
      record, picture, journalBytes: journalBytes, pictureHash: Archive.hash(of: plain))
    return SealedLine.bytes(
      clear(picture.head) + facts.members, plain, by: key,
      at: .init(pictureOf: id, revision: picture.head.revision)) + [Replay.lineFeed]
  }

  private func clear(_ head: RecordHead) -> [JSONTree.Member] {
    head.clearMembers(codeHash: Archive.codeHash(head.start.code, of: id))
      + [.init("keys", sealedKey.json)]
  }
}

extension Archive {
  /// What a journal holds, opened where it is sealed.
  struct OpenedJournal {
    /// As a plain journal would be; from a line whose sum fails on, as it is on the disk.
    let plain: [UInt8]
    /// Nil where it is not sealed.
    let seal: Seal?
    /// How many bytes of the file its lines take, up to each.
    private let ends: [Int]

    fileprivate init(plain: [UInt8], seal: Seal?, ends: [Int]) {
      self.plain = plain
      self.seal = seal
      self.ends = ends
    }

    /// The length in the file of the lines a replay found sound.
    func soundLength(_ replay: Replay) -> Int {
      seal == nil ? replay.soundLength : ends[replay.lineCount - 1]
    }
  }

  /// Opens a journal.
  ///
  /// - Throws: `FileFailure`: sealed for keys that are not here, or changed since.
  func opened(journal bytes: [UInt8], at path: String) throws(FileFailure) -> OpenedJournal {
    guard let first = bytes.firstIndex(of: Replay.lineFeed),
      SealedLine.isSealed(bytes[..<first]), let head = try? RecordHead(reading: bytes[..<first])
    else { return OpenedJournal(plain: bytes, seal: nil, ends: []) }
    let seal = try seal(of: bytes[..<first], head, at: path)
    var plain: [UInt8] = []
    var ends: [Int] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: Replay.lineFeed) {
      let line = bytes[start..<end]
      // A damaged line may have swallowed its neighbours: nothing after it stands in its place.
      guard CheckSum.isSound(line) else { break }
      let place = SealedLine.Place(
        interview: head.start.id, revision: head.revision, line: ends.count + 1)
      guard let opened = SealedLine.opened(line, by: seal.key, at: place) else {
        throw .tampered(path: path, line: ends.count + 1)
      }
      plain += opened
      plain.append(Replay.lineFeed)
      start = end + 1
      ends.append(start)
    }
    return OpenedJournal(plain: plain + bytes[start...], seal: seal, ends: ends)
  }

  /// What a picture holds, opened where it is sealed.
  ///
  /// - Returns: the plain file, and the length of the journal a sealed one was made from.
  /// - Throws: `FileFailure`: sealed for keys that are not here, or changed since.
  func opened(
    picture bytes: [UInt8], at path: String
  ) throws(FileFailure) -> (plain: [UInt8], seal: Seal?, journalBytes: Int?) {
    let line = bytes.last == Replay.lineFeed ? bytes.dropLast() : bytes[...]
    guard CheckSum.isSound(line), SealedLine.isSealed(line),
      let head = try? RecordHead(reading: line)
    else { return (bytes, nil, nil) }
    let seal = try seal(of: line, head, at: path)
    let place = SealedLine.Place(pictureOf: head.start.id, revision: head.revision)
    guard let plain = SealedLine.opened(line, by: seal.key, at: place) else {
      throw .tampered(path: path, line: 1)
    }
    return (plain, seal, ClearFacts(ofFile: Array(line))?.journalBytes)
  }

  /// The key of an interview, from a clear head.
  private func seal(
    of line: ArraySlice<UInt8>, _ head: RecordHead, at path: String
  ) throws(FileFailure) -> Seal {
    let id = head.start.id
    guard let sealed = SealedKey((try? JSONText(Array(line)).root)?["keys"]) else {
      throw .tampered(path: path, line: 1)
    }
    switch keys.open(sealed, ofInterview: id) {
    case .key(let key): return Seal(id: id, key: key, sealedKey: sealed)
    case .noKey: throw .sealed(id: id)
    case .tampered: throw .tampered(path: path, line: 1)
    }
  }
}
