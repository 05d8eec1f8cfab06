/// The check digit of SIREN, SIRET and card numbers, after ISO/IEC 7812-1 annex B.
enum Luhn {
  /// Whether the text is digits only, at least two, and their check holds.
  static func holds(_ text: String) -> Bool {
    var sum = 0
    var count = 0
    for byte in text.utf8.reversed() {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return false }
      let digit = Int(byte - UInt8(ascii: "0"))
      let weighed = count % 2 == 0 ? digit : digit * 2
      sum += weighed > 9 ? weighed - 9 : weighed
      count += 1
    }
    return count >= 2 && sum % 10 == 0
  }
}
