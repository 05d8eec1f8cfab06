import Crypto
import FoundationEssentials
import Questions
import Records

/// The association's own key, kept off the laptops: opens every interview sealed for it.
///
/// X25519; what is sealed for it is sealed by HPKE (RFC 9180) with SHA-256 and ChaCha20-Poly1305.
package struct AssociationKey: Sendable {
  private let key: Curve25519.KeyAgreement.PrivateKey

  private init(_ key: Curve25519.KeyAgreement.PrivateKey) { self.key = key }

  package static func draw() -> AssociationKey {
    AssociationKey(Curve25519.KeyAgreement.PrivateKey())
  }

  /// The half laptops are given.
  package var publicKey: AssociationPublicKey { AssociationPublicKey(key.publicKey) }

  /// The file to lock away.
  package var file: [UInt8] {
    KeyFile(.association, id: publicKey.id, Array(key.rawRepresentation)).bytes
  }

  /// - Throws: `VaultFault`: no key, or only the public half of one.
  package init(reading bytes: [UInt8]) throws(VaultFault) {
    let found = try KeyFile(reading: bytes)
    guard found.kind == .association else { throw .publicHalf }
    guard let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: found.key) else {
      throw .notAKey
    }
    self.key = key
  }

  /// What was sealed for this key; nil where it was for another, in another context, or changed.
  func opened(_ parcel: Parcel, in context: String) -> [UInt8]? {
    guard
      var recipient = try? HPKE.Recipient(
        privateKey: key, ciphersuite: AssociationPublicKey.suite, info: Data(context.utf8),
        encapsulatedKey: Data(parcel.encapsulated)),
      let plain = try? recipient.open(parcel.sealed)
    else { return nil }
    return Array(plain)
  }
}

/// The half that seals and cannot open.
package struct AssociationPublicKey: Sendable {
  private let key: Curve25519.KeyAgreement.PublicKey

  init(_ key: Curve25519.KeyAgreement.PublicKey) { self.key = key }

  /// From 32 bytes; nil where they are no such key.
  init?(_ bytes: [UInt8]) {
    guard let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes) else {
      return nil
    }
    self.key = key
  }

  static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly

  var bytes: [UInt8] { Array(key.rawRepresentation) }

  /// Names it: the first 16 hexadecimal digits of its SHA-256.
  package var id: String {
    SHA256.hash(data: key.rawRepresentation).prefix(8)
      .map { hexadecimal(UInt32($0), digits: 2) }.joined()
  }

  /// The file to give to every laptop.
  package var file: [UInt8] { KeyFile(.publicHalf, id: id, bytes).bytes }

  /// - Throws: `VaultFault`: no key, or the half to be locked away.
  package init(reading bytes: [UInt8]) throws(VaultFault) {
    let found = try KeyFile(reading: bytes)
    guard found.kind == .publicHalf else { throw .secretHalf }
    guard let key = AssociationPublicKey(found.key) else { throw .notAKey }
    self = key
  }

  func sealed(_ plain: [UInt8], in context: String) -> Parcel {
    guard
      var sender = try? HPKE.Sender(
        recipientKey: key, ciphersuite: Self.suite, info: Data(context.utf8)),
      let sealed = try? sender.seal(plain)
    else { preconditionFailure("any bytes can be sealed for a key that was read") }
    return Parcel(encapsulated: Array(sender.encapsulatedKey), sealed: Array(sealed))
  }
}

/// Bytes sealed for an association's key.
struct Parcel: Hashable, Sendable {
  let encapsulated: [UInt8]
  let sealed: [UInt8]

  init(encapsulated: [UInt8], sealed: [UInt8]) {
    self.encapsulated = encapsulated
    self.sealed = sealed
  }

  var json: JSONTree {
    .object([
      .init("encapsulated", .string(encapsulated.base64)), .init("key", .string(sealed.base64)),
    ])
  }

  /// Nil where something is missing.
  init?(_ json: JSONValue?) {
    guard let encapsulated = [UInt8](base64: json?["encapsulated"]?.string),
      let sealed = [UInt8](base64: json?["key"]?.string)
    else { return nil }
    self.init(encapsulated: encapsulated, sealed: sealed)
  }
}

/// A file that holds one half of an association's key, and says which.
private struct KeyFile {
  enum Kind: String {
    case association = "association_secret_key"
    case publicHalf = "association_public_key"
  }

  let kind: Kind
  let id: String
  let key: [UInt8]

  init(_ kind: Kind, id: String, _ key: [UInt8]) {
    self.kind = kind
    self.id = id
    self.key = key
  }

  var bytes: [UInt8] {
    JSONTree.object([
      .init("layout", JSONTree(RecordHead.newestLayout)), .init("holds", .string(kind.rawValue)),
      .init("id", .string(id)), .init("key", .string(key.base64)),
    ]).readable
  }

  init(reading bytes: [UInt8]) throws(VaultFault) {
    guard let json = try? JSONText(bytes).root, let layout = json["layout"]?.integer else {
      throw .notAKey
    }
    guard layout <= RecordHead.newestLayout else { throw .newerLayout(layout) }
    guard let kind = json["holds"]?.string.flatMap(Kind.init), let id = json["id"]?.string,
      let key = [UInt8](base64: json["key"]?.string)
    else { throw .notAKey }
    self.init(kind, id: id, key)
  }
}
