import Formulas

/// What could not be read of a file, so that what only follows from it is not said too.
struct Echoes {
  private let json: JSONText
  private var languages = false
  private var names = false
  private var lists = false
  private var specials = false
  private var uses = false
  private var circles = false
  /// How many texts lack a declared language, or have one that is not declared, by code.
  private var lacking: [String: Int] = [:]
  private var undeclared: [String: Int] = [:]

  /// As many texts have not each been mistaken: the declaration is.
  private static let most = 3

  init(of problems: [Problem], in json: JSONText) {
    self.json = json
    for problem in problems { note(problem.fact) }
    lacking = lacking.filter { $0.value > Self.most && !hasText(in: $0.key, json.root) }
    undeclared = undeclared.filter { $0.value > Self.most }
  }

  private mutating func note(_ fact: Problem.Fact) {
    switch fact {
    case .badLanguage, .wrongType("languages", _), .emptyList("languages"), .duplicateLanguage,
      .missingKey("languages", _):
      languages = true
    case .badName, .missingKey("name", .item), .missingKey("items", _), .emptyList("items"),
      .wrongType("items", _), .wrongType("name", _), .wrongType("rows", _):
      names = true
    case .wrongType("choice_lists", _), .duplicateKey: lists = true
    case .unknownList, .wrongType("choices", _), .bareChoice, .listInType,
      .unknownWord(_, "type", _, _):
      uses = true
    case .cycle: circles = true
    case .duplicateSpecial, .wrongType("missing", _), .missingKey(_, .special): specials = true
    case .missingTranslation(let code): lacking[code, default: 0] += 1
    case .unknownLanguage(let code, _): undeclared[code, default: 0] += 1
    case _: break
    }
  }

  /// Whether some text of the file has a translation into that language.
  private func hasText(in code: String, _ value: JSONValue) -> Bool {
    switch value.kind {
    case .null, .boolean, .number, .string: false
    case .array(let elements): elements.contains { hasText(in: code, $0) }
    case .object(let members):
      members.contains { $0.name == code && $0.value.string != nil }
        || members.contains { hasText(in: code, $0.value) }
    }
  }

  /// Those that do not follow from another, and what many of them come to.
  func without(_ problems: [Problem]) -> [Problem] {
    var left = problems.filter { !isEcho($0.fact) }
    guard !languages, let place = json.root["languages"]?.offset else { return left }
    for (code, texts) in undeclared {
      left.append(Problem(.undeclaredLanguage(code, texts: texts), at: place, in: json))
    }
    for code in lacking.keys {
      left.append(Problem(.neverTranslated(code), at: place, in: json))
    }
    return left
  }

  private func isEcho(_ fact: Problem.Fact) -> Bool {
    switch fact {
    case .unknownLanguage(let code, _): languages || undeclared[code] != nil
    case .missingTranslation(let code): languages || lacking[code] != nil
    case .unknownPipe(_, nil), .noSuchQuestion(_, _, nil), .unknownWord(_, "each", _, nil): names
    case .formula(let fault):
      switch fault.fact {
      case .named(.unknownName(_, nil)): names
      case .doubtful(.nothingInCommon), .doubtful(.sameSides): circles
      case .named, .doubtful, .written, .called, .typed: false
      }
    case .unknownList(_, nil): lists
    case .unusedList: names || lists || uses
    case .unknownSpecial(_, nil): specials
    case _: false
    }
  }
}
