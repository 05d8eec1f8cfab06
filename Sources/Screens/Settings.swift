import Formulas

/// What a person sets once for a laptop.
package struct Settings: Hashable, Sendable {
  /// The unshifted digit row of French keyboards types digits in number fields.
  package var azerty = true
  /// Answering a single choice goes on at once: for trained hands.
  package var advances = false
  /// Clicks answer; else the mouse selects and pastes, as in any terminal.
  package var usesMouse = true
  /// Minutes without a key before the answers are hidden; 0: never.
  package var lockAfter = 0

  package init(azerty: Bool = true, advances: Bool = false) {
    self.azerty = azerty
    self.advances = advances
  }

  /// What the menu offers, in minutes.
  private static let delays = [0, 5, 10, 30]

  /// The delay offered after this one.
  fileprivate var nextDelay: Int { Self.delays.first { $0 > lockAfter } ?? 0 }
}

/// One thing to set: a line of the settings panel, a member of the settings file.
package enum Setting: String, CaseIterable, Sendable {
  case language
  case advance
  case azerty
  case mouse
  case lock
}

extension App {
  mutating func openSettings(pointed: Int = 0) -> [Effect] {
    let lines = Setting.allCases.map { words.setting($0, settings, language) }
    overlay = .panel(Panel(.settings, title: words.settingsTitle, options: lines, pointed: pointed))
    return []
  }

  /// Gives a setting its next value, shows it among the others and asks for it to be kept.
  mutating func turn(_ setting: Setting) -> [Effect] {
    switch setting {
    case .language: language = language.next
    case .advance: settings.advances.toggle()
    case .azerty: settings.azerty.toggle()
    case .mouse: settings.usesMouse.toggle()
    case .lock: settings.lockAfter = settings.nextDelay
    }
    let place = Setting.allCases.firstIndex(of: setting) ?? 0
    return openSettings(pointed: place) + [.keep(setting)]
  }
}

extension Language {
  /// The one spoken after this, round and round.
  var next: Language {
    let all = Language.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
