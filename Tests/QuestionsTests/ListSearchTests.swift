import Questions
import Testing

@Suite struct ListSearchTests {
  static let file = """
    code,nom,hab
    42218,Saint-Étienne,171000
    88416,Saint-Étienne-lès-Remiremont,3900
    72280,Sainte-Colombe,300
    05135,Sainte-Colombe,40
    01001,L'Abergement-Clémenciat,860
    14762,Vire Normandie,16800
    62041,Œuf-en-Ternois,240
    75056,Paris,2100000
    62643,Paris-l'Hôpital,250
    34172,Saint-Paris-le-Vieux,90
    99999,Nouveau Paris,5
    88888,Comparis,1
    """

  let search: ListSearch
  let table: ListTable

  init() throws {
    table = try ListTable(Array(Self.file.utf8))
    search = ListSearch(table, columns: [1, 0], weight: 2)
  }

  func found(_ text: String, limit: Int = 20) -> [String] {
    search.find(text, limit: limit).places.map { table.field(row: $0, column: 1) }
  }

  @Test(arguments: [
    ("st etienne", "Saint-Étienne"), ("SAINT ÉTIENNE", "Saint-Étienne"),
    ("saint-etienne", "Saint-Étienne"), ("ste colombe", "Sainte-Colombe"),
    ("oeuf", "Œuf-en-Ternois"), ("œuf en ternois", "Œuf-en-Ternois"),
    ("l’abergement", "L'Abergement-Clémenciat"), ("l abergement", "L'Abergement-Clémenciat"),
    ("clemenciat", "L'Abergement-Clémenciat"), ("14762", "Vire Normandie"),
    ("  vire   normandie ", "Vire Normandie"), ("hopital", "Paris-l'Hôpital"),
  ])
  func `what a person types finds what they mean`(typed: String, name: String) {
    #expect(found(typed).first == name)
  }

  @Test func `exact names first, then beginnings, words, the rest`() {
    #expect(
      found("paris") == [
        "Paris", "Paris-l'Hôpital", "Saint-Paris-le-Vieux", "Nouveau Paris", "Comparis",
      ])
  }

  @Test func `among equals the heaviest comes first`() {
    let codes = search.find("sainte colombe", limit: 9).places
      .map { table.field(row: $0, column: 0) }
    #expect(codes == ["72280", "05135"])
  }

  @Test func `st alone is a saint, inside a word it is not`() {
    #expect(search.find("st", limit: 9).count == 5)
    #expect(found("est").isEmpty)
  }

  @Test func `all are counted, only so many given`() {
    let result = search.find("", limit: 3)
    #expect(result.count == 12 && result.places.count == 3)
    #expect(found("", limit: 2) == ["Paris", "Saint-Étienne"])
    #expect(found("zzz").isEmpty && found("paris\nsaint").isEmpty)
  }

  @Test func `only what is offered is found`() {
    var offered = [Bool](repeating: false, count: 12)
    offered[3] = true
    #expect(search.find("colombe", limit: 9, offered: offered).places == [3])
  }

  @Test func `whatever is typed, what holds it is found, and nothing else`() {
    var random = SystemRandomNumberGenerator()
    func text(_ longest: Int) -> String {
      String((0..<Int.random(in: 1...longest, using: &random)).map { _ in "abc ".randomElement()! })
        .split(separator: " ").joined(separator: " ")
    }
    for _ in 0..<400 {
      let entries = (0..<Int.random(in: 1...12)).map { _ in [text(40), text(5)] }
      let search = ListSearch(entries)
      let offered = entries.map { _ in Int.random(in: 0..<4) > 0 }
      for _ in 0..<10 {
        let wanted = text(9)
        let holding = entries.indices.filter { place in
          entries[place].contains { $0.contains(wanted) }
        }
        let found = search.find(wanted, limit: .max)
        #expect(found.places.sorted() == holding, "\(wanted) in \(entries)")
        #expect(found.count == holding.count)
        #expect(
          search.find(wanted, limit: .max, offered: offered).places.sorted()
            == holding.filter { offered[$0] }, "\(wanted) in \(entries)")
      }
    }
  }

  @Test func `texts of a short list are searched the same way`() {
    let search = ListSearch([["Élus", "elu"], ["Agents", "agent"], ["Autres élus", "autre"]])
    #expect(search.find("elu", limit: 9).places == [0, 2])
    #expect(search.find("AGENT", limit: 9).places == [1])
  }
}
