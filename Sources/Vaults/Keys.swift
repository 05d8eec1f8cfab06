import FoundationEssentials
import Questions
import Records

/// A laptop's key, unlocked: makes each interview's own.
package struct LaptopKey: Sendable {
  package let id: String
  let secret: SecretKey
  package let association: AssociationPublicKey

  /// A key of its own for an interview, and that key sealed.
  package func draw(forInterview id: String) -> (key: SecretKey, sealed: SealedKey) {
    let key = SecretKey.draw()
    return (
      key,
      SealedKey(
        laptop: self.id, forLaptop: secret.sealed(key.bytes, in: SealedKey.context(id)),
        association: association.id,
        forAssociation: association.sealed(key.bytes, in: SealedKey.associationContext(id)))
    )
  }
}

/// An interview's key as its files hold it: for its laptop, and for the association.
package struct SealedKey: Hashable, Sendable {
  /// Which laptop's key opens it.
  package let laptop: String
  fileprivate let forLaptop: [UInt8]
  /// Which association's.
  package let association: String
  fileprivate let forAssociation: Parcel

  fileprivate init(
    laptop: String, forLaptop: [UInt8], association: String, forAssociation: Parcel
  ) {
    self.laptop = laptop
    self.forLaptop = forLaptop
    self.association = association
    self.forAssociation = forAssociation
  }

  package var json: JSONTree {
    .object([
      .init("laptop", .string(laptop)), .init("for_laptop", .string(forLaptop.base64)),
      .init("association", .string(association)), .init("for_association", forAssociation.json),
    ])
  }

  /// Nil where something is missing.
  package init?(_ json: JSONValue?) {
    guard let laptop = json?["laptop"]?.string,
      let forLaptop = [UInt8](base64: json?["for_laptop"]?.string),
      let association = json?["association"]?.string,
      let parcel = Parcel(json?["for_association"])
    else { return nil }
    self.init(
      laptop: laptop, forLaptop: forLaptop, association: association, forAssociation: parcel)
  }

  fileprivate static func context(_ id: String) -> [UInt8] {
    Array("barometre interview \(id)".utf8)
  }

  fileprivate static func associationContext(_ id: String) -> String {
    "barometre interview \(id)"
  }
}

/// What was unlocked for this run of the program.
package struct Keys: Sendable {
  package var laptop: LaptopKey?
  package var association: AssociationKey?

  /// Opens nothing.
  package static let none = Keys()

  package var isEmpty: Bool { laptop == nil && association == nil }

  package init(laptop: LaptopKey? = nil, association: AssociationKey? = nil) {
    self.laptop = laptop
    self.association = association
  }

  /// What trying to open an interview's key came to.
  package enum Opened: Sendable {
    case key(SecretKey)
    /// None of these keys is one it was sealed for.
    case noKey
    /// Sealed for a key that is here, and changed since.
    case tampered
  }

  package func open(_ sealed: SealedKey, ofInterview id: String) -> Opened {
    var isForUs = false
    if let laptop, laptop.id == sealed.laptop {
      isForUs = true
      let bytes = laptop.secret.opened(sealed.forLaptop, in: SealedKey.context(id))
      if let key = bytes.flatMap({ SecretKey($0) }) { return .key(key) }
    }
    if let association, association.publicKey.id == sealed.association {
      isForUs = true
      let bytes = association.opened(
        sealed.forAssociation, in: SealedKey.associationContext(id))
      if let key = bytes.flatMap({ SecretKey($0) }) { return .key(key) }
    }
    return isForUs ? .tampered : .noKey
  }
}
