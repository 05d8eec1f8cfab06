import Formulas
import Interviews
import Questions
import Records
import Vaults

// A laptop's vault, and sealing what was there before it.

extension Archive {
  package var vaultPath: String { "\(folder)/vault.json" }

  /// The vault's file; nil where this laptop seals nothing.
  package func vaultFile() throws(FileFailure) -> [UInt8]? {
    isVaulted ? try contents(of: vaultPath, system) : nil
  }

  /// Keeps a vault, in place of the one there.
  package func keep(_ vault: Vault) throws(FileFailure) {
    try Folder(folder, system).make()
    try DurableFile.replace(vaultPath, with: vault.file, system)
  }

  /// How many interviews are sealed, and how many are not, the trash and what merging set apart
  /// included.
  package func sealedCounts() throws(FileFailure) -> (sealed: Int, plain: Int) {
    var counts = (sealed: 0, plain: 0)
    for held in try heldFolders() {
      let line = try? firstLine(of: held.folder.child(Journal.name), system)
      if let line, SealedLine.isSealed(line[...]) {
        counts.sealed += 1
      } else {
        counts.plain += 1
      }
    }
    return counts
  }

  /// Seals every interview that anyone may still read, with what it keeps apart.
  ///
  /// Each is sealed whole or not at all; interrupted, it is run again. What the disk held before may
  /// stay in blocks it has let go.
  ///
  /// - Returns: how many were; what was damaged, and is kept sealed beside; and what could not be
  ///   sealed: open elsewhere, or unreadable.
  package func sealAll(
    by laptop: LaptopKey, holder: String, at now: DateTime
  ) throws(FileFailure) -> (count: Int, recoveries: [Recovery], failures: [FileFailure]) {
    var sealer = Sealer(archive: self, laptop: laptop, holder: holder, now: now)
    for held in try heldFolders() { sealer.seal(held) }
    for place in Place.allCases {
      let path = inside(place.rawValue).child(Index.name)
      if FileStatus(of: path) != nil { _ = system.remove(path) }
    }
    return (sealer.count, sealer.recoveries, sealer.failures)
  }
}

/// Goes through interviews, and seals those that are not.
private struct Sealer {
  let archive: Archive
  let laptop: LaptopKey
  let holder: String
  let now: DateTime
  private(set) var count = 0
  private(set) var recoveries: [Recovery] = []
  private(set) var failures: [FileFailure] = []
  private var forms: [String: Questionnaire] = [:]
  /// One for all copies of an interview: what it keeps apart is theirs in common.
  private var seals: [String: Seal] = [:]

  init(archive: Archive, laptop: LaptopKey, holder: String, now: DateTime) {
    self.archive = archive
    self.laptop = laptop
    self.holder = holder
    self.now = now
  }

  mutating func seal(_ held: Archive.Held) {
    do throws(FileFailure) {
      let lock = try ArchiveLock(
        held.folder.child("lock"), by: holder, since: now, archive.system)
      defer { withExtendedLifetime(lock) {} }
      let reading = try archive.read(held.folder, &forms)
      let id = reading.record.head.start.id
      let seal = reading.seal ?? seals[id] ?? .draw(for: id, by: laptop)
      seals[id] = seal
      // The key is on the disk before anything it alone opens.
      if reading.seal == nil {
        if let recovery = try sealInterview(reading, in: held.folder, seal) {
          recoveries.append(recovery)
        }
        count += 1
      }
      try sealContacts(of: reading.record.head, seal)
    } catch {
      failures.append(error)
    }
  }

  /// - Returns: what was damaged, where something was.
  private func sealInterview(
    _ reading: Reading, in folder: Folder, _ seal: Seal
  ) throws(FileFailure) -> Recovery? {
    var (plain, head) = (reading.plain, reading.record.head)
    let path = folder.child(Journal.name)
    var recovery: Recovery?
    switch reading.source {
    case .whole, .torn: break
    case .lines(let count):
      let kept = try archive.keepDamaged(reading.bytes, in: folder)
      recovery = .damaged(path: path, line: count + 1, recovered: count, kept: kept)
    case .picture(let picture):
      let kept = try archive.keepDamaged(reading.bytes, in: folder)
      recovery = .fromPicture(path: path, as: picture.updated, kept: kept)
      plain = picture.journal(reading.record, by: holder)
      head = picture.head
    }
    let journal = seal.journal(plain, head)
    try sealPicture(reading, in: folder, seal, journalBytes: journal.count)
    try DurableFile.replace(path, with: journal, archive.system)
    for name in try folder.names() {
      let path = folder.child(name)
      if name.hasPrefix("journal.damaged-") {
        let bytes = SealedLine.bytes(
          [.init("file", .string(name))], try contents(of: path, archive.system), by: seal.key,
          at: .init(file: name, of: seal.id))
        try DurableFile.replace(path, with: bytes + [Replay.lineFeed], archive.system)
      } else if name.hasSuffix(".new") {
        _ = archive.system.remove(path)
      }
    }
    return recovery
  }

  /// The picture stays what it was, inside the seal: a later revision names its hash.
  ///
  /// One that cannot be read goes: it is made of the journal again.
  private func sealPicture(
    _ reading: Reading, in folder: Folder, _ seal: Seal, journalBytes: Int
  ) throws(FileFailure) {
    let path = folder.child(Journal.pictureName)
    guard FileStatus(of: path) != nil else { return }
    let plain = try contents(of: path, archive.system)
    let form = reading.record.interview.questionnaire
    guard case (let picture, let length)? = try? Picture.read(plain, on: form) else {
      _ = archive.system.remove(path)
      return
    }
    let isOfNow = picture.head.revision == reading.record.interview.revision
    let bytes = seal.picture(
      plain, of: isOfNow ? reading.record : picture.record(on: form), picture,
      journalBytes: length == reading.bytes.count ? journalBytes : 0)
    try DurableFile.replace(path, with: bytes, archive.system)
  }

  /// Seals the lines of a store that are not; those whose sum fails were never read, and go.
  private func sealContacts(of head: RecordHead, _ seal: Seal) throws(FileFailure) {
    guard let key = head.contact, let contactSeal = ContactSeal(seal, key) else { return }
    let store = archive.contactFolder(key)
    for name in try store.names() where name.hasSuffix(".jsonl") {
      try sealStore(store.child(name), contactSeal)
    }
  }

  private func sealStore(_ path: String, _ contactSeal: ContactSeal) throws(FileFailure) {
    let file = try contents(of: path, archive.system)
    let lines = file.split(separator: Replay.lineFeed)
    guard let first = lines.first, lines.dropFirst().contains(where: { !SealedLine.isSealed($0) })
    else { return }
    let plain = try contactSeal.opened(file, at: path).split(separator: Replay.lineFeed)
      .dropFirst().filter { CheckSum.isSound($0) }
    var bytes = Array(first) + [Replay.lineFeed]
    for (place, line) in plain.enumerated() {
      bytes += contactSeal.line(Array(line), number: place + 2) + [Replay.lineFeed]
    }
    try DurableFile.replace(path, with: bytes, archive.system)
  }
}
