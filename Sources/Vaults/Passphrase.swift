import Crypto
import CryptoExtras
import FoundationEssentials
import Questions
import Records

/// How a passphrase becomes a key: scrypt (RFC 7914), slow and hungry on purpose.
package struct Stretching: Hashable, Sendable {
  let salt: [UInt8]
  /// N: a power of two; memory taken is 128 × N × r bytes.
  let rounds: Int
  /// r.
  let blockSize: Int
  /// p.
  let parallelism: Int

  /// What making a key from a passphrase costs.
  package enum Cost: Sendable {
    /// 128 MiB and some tenths of a second a try: what OWASP asks (Password Storage, 2023).
    case full
    /// A thousandth of that, so that tests need not wait.
    case ofTests

    var rounds: Int {
      switch self {
      case .full: 1 << 17
      case .ofTests: 1 << 7
      }
    }
  }

  static func draw(_ cost: Cost) -> Stretching {
    Stretching(
      salt: SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }, rounds: cost.rounds,
      blockSize: 8, parallelism: 1)
  }

  private init(salt: [UInt8], rounds: Int, blockSize: Int, parallelism: Int) {
    self.salt = salt
    self.rounds = rounds
    self.blockSize = blockSize
    self.parallelism = parallelism
  }

  /// The key of a passphrase, its ends trimmed of blanks; nil where there is no memory for it.
  func key(of passphrase: String) -> SecretKey? {
    let words = passphrase.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return
      (try? KDF.Scrypt.deriveKey(
        from: Array(words.utf8), salt: salt, outputByteCount: 32, rounds: rounds,
        blockSize: blockSize, parallelism: parallelism)).map { SecretKey($0) }
  }

  var members: [JSONTree.Member] {
    [
      .init("function", "scrypt"), .init("n", JSONTree(rounds)), .init("r", JSONTree(blockSize)),
      .init("p", JSONTree(parallelism)), .init("salt", .string(salt.base64)),
    ]
  }

  /// The most rounds read back: a file asking more was not written here, and would stop the laptop.
  private static let mostRounds = 1 << 20

  /// Nil where it is none, or would take more than a laptop has.
  init?(_ json: JSONValue?) {
    guard json?["function"]?.string == "scrypt", let rounds = json?["n"]?.integer,
      let block = json?["r"]?.integer, let parallel = json?["p"]?.integer,
      let salt = [UInt8](base64: json?["salt"]?.string),
      rounds > 1, rounds <= Self.mostRounds, rounds & (rounds - 1) == 0, (1...16).contains(block),
      (1...16).contains(parallel)
    else { return nil }
    self.init(salt: salt, rounds: rounds, blockSize: block, parallelism: parallel)
  }
}

/// What a passphrase has to be.
package enum Passphrase {
  /// Characters, blanks counted once: some four words.
  ///
  /// NIST SP 800-63B asks 15 of a passphrase that nothing else protects.
  package static let fewestCharacters = 15

  package static func isLongEnough(_ passphrase: String) -> Bool {
    let words = passphrase.split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ").count >= fewestCharacters
  }
}
