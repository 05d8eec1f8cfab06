import Testing

@testable import Formulas

struct ValueTests {
  @Test func `equal numbers are equal and hash alike whatever their decimals`() {
    #expect(Number(reading: "1.0") == Number(1))
    #expect(Number(reading: "1.50")?.hashValue == Number(reading: "1.5")?.hashValue)
  }
}
