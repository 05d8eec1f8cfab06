/// Text in lines of a given width.
package enum Wrapping {
  /// The lines of a text, at most `width` columns each; at least one line, possibly empty.
  ///
  /// Lines break at spaces, and inside a word only when it is longer than a line; newlines stay,
  /// non-breaking spaces do not break, and French punctuation stays with the word before it when
  /// one line holds both.
  /// Every line of a paragraph but its first is moved right by `hanging` columns.
  package static func lines(of text: String, width: Int, hanging: Int = 0) -> [String] {
    if let columns = TextWidth.singleCount(of: text), columns <= width {
      return [text.withoutEnd]
    }
    let marks = Mark.all(of: text)
    let indent = String(repeating: " ", count: max(0, min(hanging, width - 1)))
    var index = text.startIndex
    var passed = 0
    /// The text from where it was left to the mark `end`.
    func pass(to end: Int) -> Substring {
      let bytes = marks[passed..<end].reduce(0) { $0 + Int($1.bytes) }
      let start = index
      index = text.utf8.index(index, offsetBy: bytes)
      passed = end
      return text[start..<index]
    }
    return rows(of: marks, width: width, hanging: hanging).map { row in
      _ = pass(to: row.lowerBound)
      let line = String(pass(to: row.upperBound)).withoutEnd
      let continues = row.lowerBound > 0 && marks[row.lowerBound - 1].kind != .newline
      return continues ? indent + line : line
    }
  }

  /// The same lines as ranges of characters, in order; a newline lies between two ranges.
  ///
  /// Spaces at the end of a line belong to it, past its width if need be. A width below 1 counts
  /// as 1.
  package static func rows(
    of characters: [Character], width: Int, hanging: Int = 0
  ) -> [Range<Int>] {
    rows(of: characters.map { Mark($0) }, width: width, hanging: hanging)
  }

  private static func rows(of marks: [Mark], width: Int, hanging: Int) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = 0
    for end in marks.indices where marks[end].kind == .newline {
      rows += paragraph(marks, start..<end, width: width, hanging: hanging)
      start = end + 1
    }
    return rows + paragraph(marks, start..<marks.count, width: width, hanging: hanging)
  }

  private static func paragraph(
    _ marks: [Mark], _ range: Range<Int>, width: Int, hanging: Int
  ) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var room = max(1, width)
    var start = range.lowerBound
    /// Where the line may end, at best.
    var lastBreak = start
    var used = 0
    for index in range {
      let columns = Int(marks[index].columns)
      if mayBreak(marks, before: index, from: start) { lastBreak = index }
      if used + columns > room, marks[index].kind != .blank, index > start {
        let end = lastBreak > start ? lastBreak : index
        rows.append(start..<end)
        start = end
        lastBreak = end
        used = marks[start..<index].reduce(0) { $0 + Int($1.columns) }
        room = max(1, width - max(0, hanging))
      }
      used += columns
    }
    rows.append(start..<range.upperBound)
    return rows
  }

  /// Whether a line may begin at `index`: after a space, unless French punctuation forbids it.
  private static func mayBreak(_ marks: [Mark], before index: Int, from start: Int) -> Bool {
    guard index > start, marks[index - 1].kind == .blank, marks[index].kind != .blank else {
      return false
    }
    if marks[index].kind == .closing { return false }
    let word = marks[start..<index].last { $0.kind != .blank }
    return word.map { $0.kind != .opening } ?? false
  }
}

/// What breaking lines asks of a character.
private struct Mark {
  enum Kind {
    /// Where a line may break; the non-breaking spaces are not among these.
    case blank
    case newline
    /// Punctuation that French sets off with a space and never puts first.
    case closing
    /// The same, never last.
    case opening
    case other
  }

  let kind: Kind
  let columns: Int8
  /// In UTF-8.
  let bytes: Int32

  init(_ character: Character) {
    let scalars = character.unicodeScalars
    let isAlone = scalars.index(after: scalars.startIndex) == scalars.endIndex
    kind = character.isNewline ? .newline : isAlone ? Kind(scalars[scalars.startIndex]) : .other
    columns = Int8(TextWidth.width(of: character))
    bytes = Int32(character.utf8.count)
  }

  /// One that joins no other and takes one column (`TextWidth.single`).
  private init(single scalar: Unicode.Scalar) {
    kind = Kind(scalar)
    columns = 1
    bytes = Int32(UTF8.width(scalar))
  }

  /// Those of a text; most are plain, and need not be taken apart in characters.
  static func all(of text: String) -> [Mark] {
    guard TextWidth.singleCount(of: text) != nil else { return text.map { Mark($0) } }
    return text.unicodeScalars.map { Mark(single: $0) }
  }
}

extension Mark.Kind {
  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case " ", "\t": self = .blank
    case ":", ";", "!", "?", "»", "%", "€": self = .closing
    case "«": self = .opening
    default: self = .other  // Any other scalar is part of a word.
    }
  }
}

extension String {
  /// Without the spaces that end it.
  fileprivate var withoutEnd: String {
    guard last == " " else { return self }
    return String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
  }
}
