/// One column of one row.
package struct Cell: Hashable, Sendable {
  /// From the lowest bit: the cluster, two bits of width, the style.
  private var packed: UInt128

  package init(_ cluster: Cluster, style: Style = .text, width: Int8 = 1) {
    packed =
      cluster.packed | UInt128(UInt8(bitPattern: width)) << Cluster.bitWidth
      | UInt128(style.number) << Self.styleShift
  }

  package init(_ character: Character, style: Style = .text, width: Int8 = 1) {
    self.init(Cluster(character), style: style, width: width)
  }

  /// What is drawn; a space in the second half of a wide character.
  package var cluster: Cluster { Cluster(packed: packed & (1 << Cluster.bitWidth - 1)) }

  package var character: Character { cluster.character }

  package var style: Style {
    get { Style(number: UInt8(truncatingIfNeeded: packed >> Self.styleShift)) }
    set { self = Self(cluster, style: newValue, width: width) }
  }

  /// Columns taken: 1, 2, or 0 for the second half of a wide character.
  package var width: Int8 { Int8(truncatingIfNeeded: packed >> Cluster.bitWidth & 3) }

  package static let blank = Self(" ")
  private static let styleShift = Cluster.bitWidth + 2
}

/// A rectangle of the canvas, rows and columns from 0; it may lie partly or wholly outside.
package struct Area: Hashable, Sendable {
  package var row: Int
  package var column: Int
  package var rows: Int
  package var columns: Int

  package init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = rows
    self.columns = columns
  }

  /// The rectangle inside a border of one cell; never of negative size.
  package var inside: Self {
    Self(row: row + 1, column: column + 1, rows: max(0, rows - 2), columns: max(0, columns - 2))
  }

  package func contains(row: Int, column: Int) -> Bool {
    row >= self.row && row < self.row + rows && column >= self.column
      && column < self.column + columns
  }
}

/// A part of one row that answers the mouse.
package struct Hit: Hashable, Sendable {
  package var target: Target
  package var row: Int
  package var columns: Range<Int>

  /// What is clicked, in the screen's own words: `Target("option", 3)`.
  package struct Target: Hashable, Sendable {
    package var name: String
    package var number: Int

    package init(_ name: String, _ number: Int = 0) {
      self.name = name
      self.number = number
    }
  }
}
