import Formulas
import Reports
import Testing

@Suite struct FractionTests {
  @Test(arguments: [
    (30, 45, "2 sur 3"), (34, 45, "3 sur 4"), (41, 45, "9 sur 10"), (92, 98, "9 sur 10"),
    (14, 40, "plus d’un tiers"), (15, 45, "1 sur 3"), (18, 45, "4 sur 10"), (24, 45, "5 sur 10"),
    (75, 98, "8 sur 10"), (3, 17, "2 sur 10"), (0, 9, "aucun"), (9, 9, "tous"),
    (1, 100, "moins de 1 sur 10"), (99, 100, "plus de 9 sur 10"), (385, 1000, "plus d’un tiers"),
    (386, 1000, "4 sur 10"), (485, 1000, "1 sur 2"), (484, 1000, "5 sur 10"),
    (265, 1000, "1 sur 4"), (266, 1000, "3 sur 10"), (1, 20, "1 sur 10"),
  ])
  func `a share reads as in the article`(count: Int, base: Int, words: String) {
    #expect(Fraction(count, of: base).words(in: .french) == words)
  }

  @Test func `and in English`() {
    #expect(Fraction(9, of: 10).words(in: .english) == "9 in 10")
    #expect(Fraction(37, of: 100).words(in: .english) == "more than a third")
  }
}
