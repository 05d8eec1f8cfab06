import ArgumentParser
import Console
import Formulas
import Questions
import Screens

/// What the settings file says; a file that cannot be read says nothing.
struct LaptopSettings {
  var language: Language?
  var settings = Settings()
  var usesMouse = true
  /// Minutes without a key before the screen hides the answers; nil: not said.
  var lockAfter: Int?

  /// Reads `settings.json`: `language`, `azerty`, `advance`, `mouse`, `lock`.
  init(at path: String = Places.settings) {
    guard let bytes = Places.bytes(of: path), let json = try? JSONText(bytes) else { return }
    let flag = { (key: String) -> Bool? in
      guard case .boolean(let flag)? = json.root[key]?.kind else { return nil }
      return flag
    }
    language = json.root["language"]?.string.flatMap(Language.init)
    settings.azerty = flag("azerty") ?? settings.azerty
    settings.advances = flag("advance") ?? settings.advances
    lockAfter = json.root["lock"]?.integer.map { min(max(0, $0), 1_440) }
    usesMouse = flag("mouse") ?? usesMouse
  }

  /// `--lang`, the settings, the locale; French where none says.
  func language(asked: Language?) -> Language {
    if let asked { return asked }
    if let language { return language }
    let locale =
      Places.environment("LC_ALL") ?? Places.environment("LC_MESSAGES")
      ?? Places.environment("LANG") ?? ""
    return locale.hasPrefix("en") ? .english : .french
  }
}

extension Language: ExpressibleByArgument {
  /// What is said of a `--lang` that is none of the languages there are.
  func hasNo(_ asked: String, among languages: [String]) -> String {
    let allowed = languages.joined(separator: ", ")
    return switch self {
    case .french: "barometre : --lang \(asked) : les langues possibles sont \(allowed)."
    case .english: "barometre: --lang \(asked): the languages there are: \(allowed)."
    }
  }
}
