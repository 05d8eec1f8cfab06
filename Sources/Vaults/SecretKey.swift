import Crypto
import FoundationEssentials

/// A secret of 256 bits: what it seals, only it opens.
///
/// ChaCha20-Poly1305 (RFC 8439) under a nonce drawn for each text: one key seals far fewer than the
/// 2³² texts for which drawn nonces stay apart.
package struct SecretKey: Sendable {
  let key: SymmetricKey

  init(_ key: SymmetricKey) { self.key = key }

  /// From 32 bytes; nil for any other number.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    key = SymmetricKey(data: bytes)
  }

  package static func draw() -> SecretKey { SecretKey(SymmetricKey(size: .bits256)) }

  var bytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

  /// A key for another purpose, which does not tell this one (HKDF, RFC 5869).
  package func derived(for purpose: String) -> SecretKey {
    SecretKey(
      HKDF<SHA256>.deriveKey(
        inputKeyMaterial: key, info: Array(purpose.utf8), outputByteCount: 32))
  }

  /// Bytes only this key opens, and only in this context; 28 more than `plain`.
  func sealed(_ plain: [UInt8], in context: [UInt8]) -> [UInt8] {
    guard let box = try? ChaChaPoly.seal(plain, using: key, authenticating: context) else {
      preconditionFailure("any bytes can be sealed")
    }
    return Array(box.combined)
  }

  /// What was sealed; nil where the key or the context is another, or a byte was changed.
  func opened(_ sealed: [UInt8], in context: [UInt8]) -> [UInt8]? {
    guard let box = try? ChaChaPoly.SealedBox(combined: sealed),
      let plain = try? ChaChaPoly.open(box, using: key, authenticating: context)
    else { return nil }
    return Array(plain)
  }
}

extension [UInt8] {
  /// As text: base 64 (RFC 4648 §4).
  var base64: String { Data(self).base64EncodedString() }

  /// Nil where it is no such text.
  init?(base64 text: String?) {
    guard let text, let data = Data(base64Encoded: text) else { return nil }
    self = Array(data)
  }
}
