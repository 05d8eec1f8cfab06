/// Which cells of a table are hidden, so that few people are never told apart.
///
/// A cell of fewer than the threshold is hidden, but for 0. Where a line's sum is published, what is
/// hidden in it must not follow from the rest: at least two cells are hidden and they hold at least
/// the threshold together, the smallest cells being taken for that.
package struct Masking: Hashable, Sendable {
  /// Cells of fewer are hidden.
  package let threshold: Int

  package init(threshold: Int) { self.threshold = threshold }

  package func isSmall(_ count: Int) -> Bool { count > 0 && count < threshold }

  /// Cells whose sum is not published: each alone.
  package func alone(_ cells: [Int]) -> [Bool] { cells.map(isSmall) }

  /// Cells of one line whose sum is published.
  ///
  /// - Parameter hidden: cells hidden already, for another reason.
  package func line(_ cells: [Int], hidden: [Bool] = []) -> [Bool] {
    var isHidden = cells.indices.map {
      isSmall(cells[$0]) || hidden.indices.contains($0) && hidden[$0]
    }
    while let next = complement(cells, isHidden) { isHidden[next] = true }
    return isHidden
  }

  /// The cell to hide besides; nil where what is hidden does not follow from the rest.
  private func complement(_ cells: [Int], _ isHidden: [Bool]) -> Int? {
    let hidden = cells.indices.filter { isHidden[$0] }
    let isSafe = hidden.count != 1 && hidden.reduce(0) { $0 + cells[$1] } >= threshold
    if hidden.isEmpty || isSafe { return nil }
    return smallest(of: cells, among: cells.indices.filter { !isHidden[$0] })
  }

  /// Cells of a table whose lines and columns both have a published sum.
  ///
  /// - Parameters:
  ///   - hidden: columns hidden already, whole.
  ///   - hiddenSums: lines whose sum is hidden: it must not follow from the cells either.
  package func table(
    _ rows: [[Int]], hidden: [Bool] = [], hiddenSums: [Bool] = []
  ) -> [[Bool]] {
    var isHidden = rows.map { row in
      row.indices.map { isSmall(row[$0]) || hidden.indices.contains($0) && hidden[$0] }
    }
    let lacksSum = rows.indices.map { hiddenSums.indices.contains($0) && hiddenSums[$0] }
    for row in rows.indices where lacksSum[row] && !isHidden[row].contains(true) {
      if let cell = smallest(of: rows[row], among: Array(rows[row].indices)) {
        isHidden[row][cell] = true
      }
    }
    var before: [[Bool]] = []
    while before != isHidden {
      before = isHidden
      for row in rows.indices where !lacksSum[row] {
        isHidden[row] = line(rows[row], hidden: isHidden[row])
      }
      for column in rows.first?.indices ?? 0..<0 {
        let hidden = line(rows.map { $0[column] }, hidden: isHidden.map { $0[column] })
        for row in rows.indices { isHidden[row][column] = hidden[row] }
      }
    }
    return isHidden
  }

  /// The smallest cell that is not 0; else the first.
  private func smallest(of cells: [Int], among places: [Int]) -> Int? {
    places.filter { cells[$0] > 0 }.min { cells[$0] < cells[$1] } ?? places.first
  }
}
