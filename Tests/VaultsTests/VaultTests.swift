import Formulas
import Records
import Testing
import Vaults

/// R06: who opens what was sealed, and what is said where nobody does.
@Suite struct VaultTests {
  private static let passphrase = "quatre mots tirés au sort"
  private let association = AssociationKey.draw()

  private func make() throws -> (Vault, LaptopKey) {
    try Vault.make(for: association.publicKey, passphrase: Self.passphrase, .ofTests)
  }

  /// A line sealed under an interview's own key, and that key sealed.
  private func line(by key: LaptopKey, _ text: String = "bonjour") -> ([UInt8], SealedKey) {
    let drawn = key.draw(forInterview: "i")
    return (SealedLine.bytes(Self.clear, Array(text.utf8), by: drawn.key, at: place), drawn.sealed)
  }

  private static let clear = [JSONTree.Member("at", "2018-06-12T09:03:11+02:00")]
  private let place = SealedLine.Place(interview: "i", revision: 1, line: 2)

  private func text(_ line: [UInt8], _ sealed: SealedKey, _ keys: Keys) -> String? {
    guard case .key(let key) = keys.open(sealed, ofInterview: "i") else { return nil }
    return SealedLine.opened(line[...], by: key, at: place).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test func `the passphrase opens, and so does the association's key`() throws {
    let (vault, key) = try make()
    let (line, sealed) = line(by: key)
    let read = try Vault(reading: vault.file)
    let byPassphrase = try read.unlock("  quatre mots  tirés au sort ")
    let byAssociation = try read.unlock(by: association)
    for keys in [
      Keys(laptop: byPassphrase), Keys(laptop: byAssociation), Keys(association: association),
    ] {
      #expect(text(line, sealed, keys) == "bonjour")
    }
  }

  @Test func `a changed passphrase opens what the first one sealed, and the first no more`() throws
  {
    let (vault, key) = try make()
    let (line, sealed) = line(by: key)
    let changed = try Vault(
      vault.unlock(Self.passphrase), "une autre phrase, plus longue", .ofTests)
    let opened = try Vault(reading: changed.file).unlock("une autre phrase, plus longue")
    #expect(text(line, sealed, Keys(laptop: opened)) == "bonjour")
    #expect(throws: VaultFault.wrongPassphrase) { try changed.unlock(Self.passphrase) }
  }

  @Test func `a wrong passphrase, a damaged vault and another association are told apart`() throws {
    let (vault, _) = try make()
    #expect(throws: VaultFault.wrongPassphrase) { try vault.unlock("quatre mots tirés au hasard") }
    var bytes = vault.file
    bytes[200] ^= 1
    #expect(throws: VaultFault.damaged) { try Vault(reading: bytes) }
    #expect(throws: VaultFault.damaged) { try Vault(reading: Array(vault.file.prefix(100))) }
    let other = AssociationKey.draw()
    #expect(
      throws: VaultFault.otherAssociation(
        other.publicKey.id, expected: association.publicKey.id)
    ) { try vault.unlock(by: other) }
  }

  @Test func `nobody exchanges the association's key in a vault without its being told`() throws {
    let key = { (association: AssociationKey) throws -> String in
      let text = String(decoding: association.publicKey.file, as: UTF8.self)
      return try #require(text.split(separator: "\"").dropLast().last.map(String.init))
    }
    let (vault, _) = try make()
    let text = String(decoding: vault.file, as: UTF8.self)
    let body = try text.replacing(key(association), with: key(.draw()))
      .split(separator: #","sum":"#)[0]
    let sum = String(CheckSum.crc32(Array(body.utf8)[...]), radix: 16)
    let padded = String(repeating: "0", count: 8 - sum.count) + sum
    let exchanged = try Vault(reading: Array((body + #","sum":"\#(padded)"}"#).utf8))
    #expect(exchanged.association.id != association.publicKey.id)
    #expect(throws: VaultFault.damaged) { try exchanged.unlock(Self.passphrase) }
    #expect(throws: VaultFault.self) { try exchanged.unlock(by: association) }
  }

  @Test func `each half of the association's key is told from the other`() throws {
    let read = try AssociationKey(reading: association.file)
    #expect(read.publicKey.id == association.publicKey.id)
    let half = try AssociationPublicKey(reading: association.publicKey.file)
    #expect(half.id == association.publicKey.id)
    #expect(throws: VaultFault.publicHalf) { try AssociationKey(reading: half.file) }
    #expect(throws: VaultFault.secretHalf) {
      try AssociationPublicKey(reading: association.file)
    }
    #expect(throws: VaultFault.notAKey) { try AssociationKey(reading: Array("{}".utf8)) }
  }

  @Test func `another laptop's key opens nothing, and a changed one is told`() throws {
    let (_, key) = try make()
    let (_, other) = try make()
    let (_, sealed) = line(by: key)
    guard case .noKey = Keys(laptop: other).open(sealed, ofInterview: "i") else {
      Issue.record("another laptop's key fits")
      return
    }
    guard case .tampered = Keys(laptop: key).open(sealed, ofInterview: "another") else {
      Issue.record("the key of one interview opens another")
      return
    }
  }

  @Test func `a line opens in its own place only, and with its clear members as they were`() throws
  {
    let (_, key) = try make()
    let secret = key.draw(forInterview: "i").key
    let line = SealedLine.bytes(Self.clear, Array("oui".utf8), by: secret, at: place)
    #expect(CheckSum.isSound(line[...]) && SealedLine.isSealed(line[...]))
    #expect(!String(decoding: line, as: UTF8.self).contains("oui"))
    for other in [
      SealedLine.Place(interview: "j", revision: 1, line: 2),
      .init(interview: "i", revision: 2, line: 2),
      .init(interview: "i", revision: 1, line: 3), .init(pictureOf: "i", revision: 1),
    ] {
      #expect(SealedLine.opened(line[...], by: secret, at: other) == nil)
    }
    let moved = String(decoding: line, as: UTF8.self).replacing("09:03", with: "10:03")
    #expect(SealedLine.opened(Array(moved.utf8)[...], by: secret, at: place) == nil)
    #expect(!SealedLine.isSealed(CheckSum.sealed(.object(Self.clear))[...]))
  }

  @Test func `every fault is a sentence in both languages`() {
    let faults: [VaultFault] = [
      .wrongPassphrase, .damaged, .newerLayout(9), .notAKey, .publicHalf, .secretHalf,
      .otherAssociation("ab", expected: "cd"), .noMemory,
    ]
    for language in Language.allCases {
      let sentences = faults.map { $0.sentence(of: "/x", in: language) }
      #expect(Set(sentences).count == faults.count)
      #expect(sentences.allSatisfy { $0.hasPrefix("/x") && $0.hasSuffix(".") })
    }
  }
}
