/// How each style looks on the terminal's own background.
package enum Theme: Hashable, Sendable, CaseIterable {
  case colour
  /// No colour at all: bold, underline and reverse carry the difference.
  case monochrome

  /// What to switch on in the terminal for one style.
  ///
  /// No blue and no yellow: unreadable on a dark and on a light background respectively. Dim is
  /// kept for what no longer counts.
  package func look(of style: Style) -> Look {
    var look = plainLook(of: style.role)
    if style.isFocused { look.attributes.insert(.reverse) }
    return look
  }

  private func plainLook(of role: Role) -> Look {
    switch role {
    case .text, .quiet, .rule: Look()
    case .strong, .chosen, .key: Look(attributes: .bold)
    case .faint: Look(attributes: .dim)
    case .title, .focus: Look(attributes: .reverse)
    case .error: Look(self == .colour ? .red : nil, attributes: .bold)
    case .warning: Look(self == .colour ? .magenta : nil, attributes: .bold)
    case .success: Look(self == .colour ? .green : nil)
    case .field: Look(attributes: .underline)
    }
  }
}

/// Attributes and a foreground colour; the background is always the terminal's own.
package struct Look: Hashable, Sendable {
  /// One of the eight oldest colours; `nil` is the terminal's own foreground.
  package var foreground: Colour?
  package var attributes: Attributes

  package init(_ foreground: Colour? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.attributes = attributes
  }

  package enum Colour: Hashable, Sendable, CaseIterable {
    case red
    case green
    case magenta
  }

  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: Int32

    package init(rawValue: Int32) { self.rawValue = rawValue }

    package static let bold = Self(rawValue: 1)
    package static let underline = Self(rawValue: 2)
    package static let reverse = Self(rawValue: 4)
    package static let dim = Self(rawValue: 8)
  }
}
