/// The known name closest to the written one, case aside; nil if none is close.
///
/// Close is at most 2 single-character edits (a letter more, less, other, or two swapped): a
/// typo, not another word; at most 1 in a word of up to 3 letters, none in a single one. Of equals
/// the first wins.
package func nearestName(to written: String, among known: some Sequence<String>) -> String? {
  let letters = Array(written.lowercased().utf8)
  let most = letters.count <= 1 ? 0 : letters.count <= 3 ? 1 : 2
  var nearest: (name: String, edits: Int)?
  for name in known where abs(name.utf8.count - letters.count) <= most {
    let edits = edits(from: letters, to: Array(name.lowercased().utf8), atMost: most)
    guard let edits, edits < nearest?.edits ?? .max else { continue }
    nearest = (name, edits)
    if edits == 0 { break }
  }
  return nearest?.name
}

/// How many edits turn one into the other; nil if more than `limit`.
private func edits(from one: [UInt8], to two: [UInt8], atMost limit: Int) -> Int? {
  var beforeLast = [Int](repeating: 0, count: two.count + 1)
  var last = Array(0...two.count)
  for row in one.indices {
    var current = [row + 1]
    for column in two.indices {
      let replaced = last[column] + (one[row] == two[column] ? 0 : 1)
      var fewest = min(replaced, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, one[row] == two[column - 1], one[row - 1] == two[column] {
        fewest = min(fewest, beforeLast[column - 1] + 1)
      }
      current.append(fewest)
    }
    guard current.contains(where: { $0 <= limit }) else { return nil }
    (beforeLast, last) = (last, current)
  }
  return last[two.count] <= limit ? last[two.count] : nil
}
