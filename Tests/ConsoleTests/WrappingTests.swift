import Console
import Testing

@Suite struct WrappingTests {
  @Test(arguments: [
    ("", 10, [""]), ("un deux", 10, ["un deux"]), ("un deux", 7, ["un deux"]),
    ("un deux", 6, ["un", "deux"]), ("un deux   trois", 7, ["un deux", "trois"]),
    ("un\n\ndeux", 10, ["un", "", "deux"]),
    ("anticonstitutionnel", 8, ["anticons", "titution", "nel"]),
    ("a anticonstitution", 8, ["a", "anticons", "titution"]),
    ("  - un deux", 8, ["  - un", "deux"]),
    ("12\u{A0}500 habitants", 9, ["12\u{A0}500", "habitants"]),
    ("à 12\u{202F}500", 6, ["à", "12\u{202F}500"]), ("漢字漢字", 5, ["漢字", "漢字"]),
    ("漢", 1, ["漢"]), ("abc", 0, ["a", "b", "c"]), ("fin\n", 5, ["fin", ""]),
  ])
  func `lines break at spaces`(text: String, width: Int, lines: [String]) {
    #expect(Wrapping.lines(of: text, width: width) == lines)
  }

  @Test(arguments: [
    ("Est-ce vrai ?", 12, ["Est-ce", "vrai ?"]), ("Oui : non", 4, ["Oui", ":", "non"]),
    ("dit « oui » ici", 9, ["dit", "« oui »", "ici"]),
    ("un taux de 13 %", 13, ["un taux de", "13 %"]),
    ("coûte dix mille €", 16, ["coûte dix", "mille €"]),
  ])
  func `French punctuation stays with its word`(text: String, width: Int, lines: [String]) {
    #expect(Wrapping.lines(of: text, width: width) == lines)
  }

  @Test func `the lines after the first hang, paragraph by paragraph`() {
    #expect(
      Wrapping.lines(of: "C4. Qui est là\nPersonne ou presque", width: 10, hanging: 4)
        == ["C4. Qui", "    est là", "Personne", "    ou", "    presqu", "    e"])
  }

  @Test(arguments: [1, 2, 3, 5, 8, 13, 40])
  func `nothing is lost and nothing is too wide`(width: Int) {
    let text = "Qui est votre « premier » interlocuteur\u{A0}? 漢字, œuvre…\n\n  Fin   :  oui !"
    let characters = Array(text)
    let rows = Wrapping.rows(of: characters, width: width)
    var next = 0
    for row in rows {
      #expect(row.lowerBound == next || characters[row.lowerBound - 1] == "\n")
      next = row.upperBound
      let line = String(characters[row]).trimmingEnd
      #expect(TextWidth.width(of: line) <= max(2, width))
    }
    #expect(next == characters.count)
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
