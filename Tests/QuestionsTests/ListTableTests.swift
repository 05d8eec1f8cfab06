import Questions
import Testing

@Suite struct ListTableTests {
  static func rows(_ text: String) throws -> [[String]] {
    let table = try ListTable(Array(text.utf8))
    return [table.columns] + (0..<table.rowCount).map { table.row($0).fields }
  }

  @Test(arguments: [
    ("plain", "a,b\n1,2\n3,4\n"), ("without a last newline", "a,b\n1,2\n3,4"),
    ("semicolons", "a;b\n1;2\n3;4\n"), ("tabs", "a\tb\n1\t2\n3\t4\n"),
    ("Windows lines", "a,b\r\n1,2\r\n3,4\r\n"), ("old Macintosh lines", "a,b\r1,2\r3,4\r"),
    ("a byte-order mark", "\u{FEFF}a,b\n1,2\n3,4\n"), ("quotes", "\"a\",b\n\"1\",2\n3,\"4\"\n"),
    ("blank lines", "\na,b\n\n1,2\n\n\n3,4\n\n"), ("names with spaces around", " a , b\n1,2\n3,4"),
  ])
  func `a file reads whatever program wrote it`(written: String, text: String) throws {
    #expect(try Self.rows(text) == [["a", "b"], ["1", "2"], ["3", "4"]], "\(written)")
  }

  @Test func `quoted fields hold separators, quotes and lines`() throws {
    let text = "a,b\n\"1,5\",\"dit \"\"oui\"\"\"\n\"deux\nlignes\",\"\"\n"
    #expect(
      try Self.rows(text) == [["a", "b"], ["1,5", "dit \"oui\""], ["deux\nlignes", ""]])
  }

  @Test func `a comma counts only as the header has it`() throws {
    #expect(try Self.rows("a;b\n1,5;2\n") == [["a", "b"], ["1,5", "2"]])
  }

  @Test(arguments: [
    ("", ListFault.empty), ("\n\n", .empty),
    ("a,b\n1\n", .wrongFieldCount(line: 2, found: 1, expected: 2)),
    ("a,b\n\"1\n2\",3\n4,5,6\n", .wrongFieldCount(line: 4, found: 3, expected: 2)),
    ("a,b\n1,\"2\n3,4\n", .unclosedQuote(line: 2)), ("a,b\n\"1\"x,2\n", .afterQuote(line: 2)),
    ("a,b,a\n1,2,3\n", .columnTwice("a")),
  ])
  func `what is no table is refused, with its line`(text: String, fault: ListFault) {
    #expect(throws: fault) { try ListTable(Array(text.utf8)) }
  }

  @Test func `text that is not UTF-8 is refused`() {
    let latin = Array("nom\n".utf8) + [0x53, 0xE8, 0x74, 0x65, 0x0A]
    #expect(throws: ListFault.notUTF8) { try ListTable(latin) }
    #expect(throws: ListFault.notUTF8) { try ListTable([0xE8] + Array(",b\n1,2\n".utf8)) }
  }

  @Test func `looking up gives the first row that reads so`() throws {
    let table = try ListTable(Array("k,v\n1,un\n2,deux\n1,encore\n".utf8))
    #expect(table.lookup(column: "v", keyColumn: "k", value: "1") == "un")
    #expect(table.lookup(column: "k", keyColumn: "v", value: "deux") == "2")
    #expect(table.lookup(column: "v", keyColumn: "k", value: "3") == nil)
    #expect(table.lookup(column: "x", keyColumn: "k", value: "1") == nil)
    #expect(table.lookup(column: "v", keyColumn: "x", value: "1") == nil)
    let (first, second) = try #require(table.repeated(in: 0))
    #expect(first == 0 && second == 2 && table.repeated(in: 1) == nil)
  }

  @Test func `every row of a long table is found by its key`() throws {
    let rows = (0..<3_000).map { "\($0 * 7),n\($0)" }.joined(separator: "\n")
    let table = try ListTable(Array("k,v\n\(rows)".utf8))
    let column = try #require(table.column("k"))
    for row in 0..<3_000 { #expect(table.row(where: column, is: "\(row * 7)") == row) }
    #expect(table.row(where: column, is: "1") == nil && table.row(where: column, is: "") == nil)
  }
}
