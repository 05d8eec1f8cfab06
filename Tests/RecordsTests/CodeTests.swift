import Records
import Testing

@Suite struct CodeTests {
  /// SplitMix64: the same numbers at every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64 = 2018

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  private func codes(_ count: Int) -> [String] {
    var numbers = Numbers()
    return (0..<count).map { _ in WithdrawalCode.draw(using: &numbers) }
  }

  @Test func `a code is four, four and two, of letters nobody takes for another`() {
    for code in codes(200) {
      #expect(code.split(separator: "-").map(\.count) == [4, 4, 2])
      #expect(code.allSatisfy { $0 == "-" || !"01OILBSZUDNAE".contains($0) })
      #expect(WithdrawalCode.read(code) == code)
    }
    #expect(Set(codes(200)).count == 200)
  }

  @Test func `case, spaces and hyphens do not count`() throws {
    let code = try #require(codes(1).first)
    #expect(WithdrawalCode.read(" " + code.lowercased().replacing("-", with: " ")) == code)
  }

  @Test func `one wrong character, or two exchanged, is caught`() {
    for code in codes(20) {
      let letters = Array(code.filter { $0 != "-" })
      for place in letters.indices {
        for letter in WithdrawalCode.alphabet where letter != letters[place] {
          var wrong = letters
          wrong[place] = letter
          #expect(WithdrawalCode.read(String(wrong)) == nil)
        }
        for other in letters.indices where letters[other] != letters[place] {
          var wrong = letters
          wrong.swapAt(place, other)
          #expect(WithdrawalCode.read(String(wrong)) == nil)
        }
      }
    }
  }

  @Test(arguments: ["", "K7QF", "K7QF-2M9P-X", "K7QF-2M9P-X44", "OOOO-OOOO-OO", "é7QF-2M9P-X4"])
  func `what is no code is refused`(input: String) {
    #expect(WithdrawalCode.read(input) == nil)
  }

  @Test func `an id is a UUID of version 7, in the order of time`() {
    var numbers = Numbers()
    let ids = [0, 1, 1_528_786_991_000, 1_528_786_991_001, 0xFFFF_FFFF_FFFF].map {
      RecordIdentifier.draw(milliseconds: $0, using: &numbers)
    }
    #expect(ids == ids.sorted())
    for id in ids {
      #expect(id.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
      #expect(Array(id)[14] == "7" && "89ab".contains(Array(id)[19]))
      #expect(id.allSatisfy { $0 == "-" || $0.isHexDigit && !$0.isUppercase })
    }
    #expect(ids[2].hasPrefix("0163f2ce-3798-7"))
  }
}
