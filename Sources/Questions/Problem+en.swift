import Formulas

extension Problem.Fact {
  var english: String {
    switch self {
    case .notJSON(let fact): return fact.english
    case .newerFormat(let found, let newest):
      return "format \(found) is newer than this program reads (\(newest)): update barometre."
    case .missingKey(let key, let owner): return "\(owner) needs a ‘\(key)’."
    case .wrongType(let key, let shape): return "‘\(key)’ should be \(shape.english)."
    case .unknownKey(let key, let nearest):
      return "there is no key ‘\(key)’.\(nearest.map { " Did you mean ‘\($0)’?" } ?? "")"
    case .misplacedKey(let key, let owner): return "‘\(key)’ does not apply to \(owner)."
    case .duplicateKey(let key): return "‘\(key)’ is written twice in this object."
    case .unknownWord(let word, let key, let allowed, let nearest):
      let hint = nearest.map { " Did you mean ‘\($0)’?" } ?? ""
      return "‘\(word)’ is no \(key).\(hint) Allowed: \(allowed.joined(separator: ", "))."
    case .badName(let name):
      return "‘\(name)’ is no name: a letter A to Z, then letters, digits and _."
    case .badIdentifier(let id):
      return "‘\(id)’ is no id: small letters a to z, digits and hyphens."
    case .duplicateName(let name, let line):
      return "‘\(name)’ is already the name of an item, line \(line): names are unique in the file,"
        + " whatever their case."
    case .duplicateChoice(let name, let list): return "‘\(name)’ stands twice in ‘\(list)’."
    case .spaceInChoice(let name, let list):
      return "‘\(name)’ holds a space, and ‘\(list)’ serves a select_multiple, whose answers are"
        + " kept apart by spaces."
    case .unknownList(let name, let nearest):
      return "there is no choice list ‘\(name)’.\(nearest.map { " Did you mean ‘\($0)’?" } ?? "")"
    case .unknownSpecial(let name, let nearest):
      return "‘\(name)’ is none of the special answers under ‘missing’."
        + (nearest.map { " Did you mean ‘\($0)’?" } ?? "")
    case .unknownLanguage(let code): return "‘\(code)’ is none of the declared ‘languages’."
    case .missingTranslation(let code): return "this text has no ‘\(code)’."
    case .unknownPipe(let name, let nearest):
      return "the text pipes ${\(name)}, and no item has that name."
        + (nearest.map { " Did you mean ‘\($0)’?" } ?? "")
    case .badPipe(let text): return "‘${\(text)}’: only ‘|value’ may follow the name."
    case .emptyList(let name): return "‘\(name)’ is empty."
    case .crossed(let low, let high): return "‘\(low)’ is above ‘\(high)’: nothing could be given."
    case .pattern(let fault): return fault.sentence(in: .english)
    case .formula(let fault): return fault.sentence(in: .english)
    case .cycle(let names):
      return "these depend on one another in a circle: \(names.joined(separator: " → "))."
    case .negative(let key): return "‘\(key)’ cannot be negative."
    case .notPositive(let key): return "‘\(key)’ must be above 0."
    case .finerThanAsked(let coarsest, let precision):
      return "‘coarsest’ (\(coarsest)) is finer than ‘precision’ (\(precision)): it says how much"
        + " less may be given."
    case .severalOthers(let list):
      return "‘\(list)’ has several choices marked ‘other’: one at most."
    }
  }
}

extension Problem.Shape {
  var english: String {
    switch self {
    case .object: "an object, { … }"
    case .array: "an array, [ … ]"
    case .string: "a text"
    case .wholeNumber: "a whole number"
    case .number: "a number"
    case .flag: "true or false"
    case .localizedText: "a text, or an object with a text per language"
    case .formula: "a formula, as a text"
    }
  }
}

extension JSONFault.Fact {
  var english: String {
    switch self {
    case .empty: "the file is empty."
    case .unexpected(let text): "‘\(text)’ cannot stand here."
    case .unexpectedEnd: "the text ends too early: a quote, a bracket or a brace is not closed."
    case .byteOrderMark: "the file starts with a byte-order mark: save it as plain UTF-8."
    case .notUTF8: "this text is not UTF-8."
    case .badNumber(let text): "‘\(text)’ is no number."
    case .badEscape(let text): "‘\(text)’ is no escape: \\n, \\\", \\\\ and \\uXXXX are."
    case .controlCharacter(10):
      "the text runs over the end of its line: close the quote, or write \\n."
    case .controlCharacter(let byte): "control character \(byte) in a text: write it as an escape."
    case .trailingComma: "nothing follows this comma: remove it."
    case .afterTheEnd(let text): "‘\(text)’ stands after the end of the JSON text."
    case .tooDeep(let levels): "more than \(levels) levels of brackets."
    }
  }
}
