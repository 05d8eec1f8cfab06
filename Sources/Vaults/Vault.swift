import FoundationEssentials
import Questions
import Records

/// What a laptop keeps to seal interviews: `DATA/vault.json`.
///
/// The laptop's key is drawn once; the file holds it sealed twice, by the passphrase and for the
/// association, so that changing a passphrase rewrites this file alone, and losing it loses nothing.
package struct Vault: Sendable {
  /// Names the laptop's key: 32 hexadecimal digits.
  package let id: String
  package let association: AssociationPublicKey
  private let stretching: Stretching
  private let sealedByPassphrase: [UInt8]
  private let sealedForAssociation: Parcel

  /// A new vault, and its key.
  ///
  /// - Throws: `VaultFault.noMemory`.
  package static func make(
    for association: AssociationPublicKey, passphrase: String, _ cost: Stretching.Cost = .full
  ) throws(VaultFault) -> (Vault, LaptopKey) {
    let id = SecretKey.draw().bytes.prefix(16).map { hexadecimal(UInt32($0), digits: 2) }.joined()
    let key = LaptopKey(id: id, secret: .draw(), association: association)
    return (try Vault(key, passphrase, cost), key)
  }

  /// Holds a laptop's key under another passphrase.
  package init(
    _ key: LaptopKey, _ passphrase: String, _ cost: Stretching.Cost = .full
  ) throws(VaultFault) {
    id = key.id
    association = key.association
    stretching = .draw(cost)
    guard let sealing = stretching.key(of: passphrase) else { throw .noMemory }
    // With the association's key, so that nobody exchanges it: new interviews are sealed for it.
    sealedByPassphrase = sealing.sealed(
      key.secret.bytes + association.bytes, in: Self.context(key.id))
    sealedForAssociation = association.sealed(
      key.secret.bytes, in: Self.associationContext(key.id))
  }

  /// - Throws: `VaultFault`: the passphrase is another, the association's key was exchanged, or there
  ///   is no memory to try.
  package func unlock(_ passphrase: String) throws(VaultFault) -> LaptopKey {
    guard let opening = stretching.key(of: passphrase) else { throw .noMemory }
    guard let bytes = opening.opened(sealedByPassphrase, in: Self.context(id)) else {
      throw .wrongPassphrase
    }
    guard let secret = SecretKey(Array(bytes.prefix(32))),
      bytes.dropFirst(32).elementsEqual(association.bytes)
    else { throw .damaged }
    return LaptopKey(id: id, secret: secret, association: association)
  }

  /// - Throws: `VaultFault`: the association's key is another, or what it opens was changed.
  package func unlock(by key: AssociationKey) throws(VaultFault) -> LaptopKey {
    guard key.publicKey.id == association.id else {
      throw .otherAssociation(key.publicKey.id, expected: association.id)
    }
    guard let bytes = key.opened(sealedForAssociation, in: Self.associationContext(id)),
      let secret = SecretKey(bytes)
    else { throw .damaged }
    return LaptopKey(id: id, secret: secret, association: association)
  }

  private static func context(_ id: String) -> [UInt8] { Array("barometre vault \(id)".utf8) }

  private static func associationContext(_ id: String) -> String { "barometre vault \(id)" }
}

// The file.
extension Vault {
  /// One line, summed: damage is told from a wrong passphrase.
  package var file: [UInt8] {
    CheckSum.sealed(
      .object([
        .init("layout", JSONTree(RecordHead.newestLayout)), .init("vault", .string(id)),
        .init(
          "passphrase",
          .object(stretching.members + [.init("key", .string(sealedByPassphrase.base64))])),
        .init(
          "association",
          .object([
            .init("public", .string(association.bytes.base64)),
            .init("laptop_key", sealedForAssociation.json),
          ])),
      ])) + [Replay.lineFeed]
  }

  /// - Throws: `VaultFault`: a newer layout, or damaged.
  package init(reading bytes: [UInt8]) throws(VaultFault) {
    let line = bytes.last == Replay.lineFeed ? bytes.dropLast() : bytes[...]
    guard let json = try? JSONText(Array(line)).root, let layout = json["layout"]?.integer else {
      throw .damaged
    }
    guard layout <= RecordHead.newestLayout else { throw .newerLayout(layout) }
    guard CheckSum.isSound(line), let id = json["vault"]?.string,
      let stretching = Stretching(json["passphrase"]),
      let byPassphrase = [UInt8](base64: json["passphrase"]?["key"]?.string),
      let association = [UInt8](base64: json["association"]?["public"]?.string)
        .flatMap({ AssociationPublicKey($0) }),
      let parcel = Parcel(json["association"]?["laptop_key"])
    else { throw .damaged }
    self.id = id
    self.association = association
    self.stretching = stretching
    sealedByPassphrase = byPassphrase
    sealedForAssociation = parcel
  }
}
