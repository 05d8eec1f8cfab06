/// What a piece of the picture means; the theme decides how that looks.
package enum Role: UInt8, Hashable, Sendable, CaseIterable {
  /// What is read in full: questions, options, answers.
  case text
  /// What the eye should find first: the question's wording, a heading.
  case strong
  /// What comes second but still matters: hints, units, counts.
  case quiet
  /// What no longer counts: an answer off the route. The only role that may be dimmed.
  case faint
  /// The bar across the top.
  case title
  /// What the next key acts on.
  case focus
  /// What is answered.
  case chosen
  case error
  case warning
  case success
  /// The name of a key in the help rows.
  case key
  /// Rules and boxes.
  case rule
  /// The inside of an input field.
  case field

  /// The letter of this role in a `Canvas.styleLayer`.
  package var letter: Character {
    switch self {
    case .text: "."
    case .strong: "s"
    case .quiet: "q"
    case .faint: "f"
    case .title: "t"
    case .focus: "p"
    case .chosen: "c"
    case .error: "e"
    case .warning: "w"
    case .success: "v"
    case .key: "k"
    case .rule: "r"
    case .field: "i"
    }
  }
}

/// How a cell is drawn: its role, and whether the focus is also on it.
package struct Style: Hashable, Sendable {
  package var role: Role
  /// Whether the next key acts on it: an error stays an error while it is pointed at.
  package var isFocused: Bool

  package init(_ role: Role) {
    self.role = role
    isFocused = role == .focus
  }

  /// Both in one byte, for the cells of a picture.
  var number: UInt8 { role.rawValue << 1 | (isFocused ? 1 : 0) }

  init(number: UInt8) {
    role = Role(rawValue: number >> 1) ?? .text
    isFocused = number & 1 == 1
  }

  /// The same role with the focus on it.
  package var focused: Self {
    var copy = self
    copy.isFocused = true
    return copy
  }

  /// The letter in a `Canvas.styleLayer`: the role's, in upper case when focused.
  package var letter: Character {
    guard isFocused, role != .focus else { return role.letter }
    return role == .text ? "P" : Character(role.letter.uppercased())
  }

  package static let text = Self(.text)
  package static let strong = Self(.strong)
  package static let quiet = Self(.quiet)
  package static let faint = Self(.faint)
  package static let title = Self(.title)
  package static let focus = Self(.focus)
  package static let chosen = Self(.chosen)
  package static let error = Self(.error)
  package static let warning = Self(.warning)
  package static let success = Self(.success)
  package static let key = Self(.key)
  package static let rule = Self(.rule)
  package static let field = Self(.field)
}
