import Reports
import Testing

@Suite struct MaskingTests {
  let masking = Masking(threshold: 5)

  @Test(arguments: [
    ([9, 8, 7], "..."), ([9, 3, 7], ".##"), ([9, 2, 3], ".##"), ([9, 1, 1, 8], ".###"),
    ([0, 9, 9], "..."), ([3, 0, 0], "###"), ([3], "#"), ([2, 2, 2], "###"), ([4, 30, 30], "##."),
  ])
  func `a line hides its small cells, and enough besides`(cells: [Int], picture: String) {
    #expect(String(masking.line(cells).map { $0 ? "#" : "." }) == picture)
  }

  @Test func `cells without a published sum hide alone`() {
    #expect(masking.alone([9, 3, 0]) == [false, true, false])
  }

  /// Every table of small counts: whatever is hidden could also be something else.
  @Test func `no hidden cell of a line follows from the rest`() {
    for one in 0..<8 {
      for two in 0..<8 {
        for three in 0..<8 where one + two + three >= 5 {
          let cells = [one, two, three]
          let hidden = masking.line(cells)
          for cell in cells.indices where masking.isSmall(cells[cell]) {
            #expect(hidden[cell])
            let others = hidden.indices.filter { hidden[$0] && $0 != cell }
            let sum = hidden.indices.filter { hidden[$0] }.reduce(0) { $0 + cells[$1] }
            #expect(!others.isEmpty && sum >= 5, "\(cells)")
          }
        }
      }
    }
  }

  @Test func `a table hides in lines and in columns`() {
    let hidden = masking.table([[3, 40, 20], [30, 25, 40], [9, 8, 7]])
    for line in hidden { #expect(line.count { $0 } != 1) }
    for column in 0..<3 { #expect(hidden.count { $0[column] } != 1) }
    #expect(hidden[0][0])
  }

  /// Every table of two lines by two whose sums may be hidden themselves.
  @Test func `no hidden sum follows from its cells`() {
    for drawn in 0..<4096 {
      let cells = [drawn & 7, drawn >> 3 & 7, drawn >> 6 & 7, drawn >> 9 & 7]
      let table = [[cells[0], cells[1]], [cells[2], cells[3]]]
      let sums = masking.line(table.map { $0[0] + $0[1] })
      let hidden = masking.table(table, hiddenSums: sums)
      for (line, isSumHidden) in zip(hidden, sums) {
        #expect(line.count { $0 } + (isSumHidden ? 1 : 0) != 1, "\(table)")
      }
      for column in 0..<2 { #expect(hidden.count { $0[column] } != 1, "\(table)") }
    }
  }
}
