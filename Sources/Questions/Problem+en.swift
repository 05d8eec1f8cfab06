import Formulas

extension Problem.Fact {
  var english: String {
    switch self {
    case .notJSON(let fact): return fact.english
    case .newerFormat(let found, let newest):
      return "format \(found) is newer than this program reads (\(newest)): update barometre."
    case .missingKey(let key, let owner): return "\(owner.english) needs ‘\(key)’."
    case .wrongType(let key, let shape): return "‘\(key)’ should be \(shape.english)."
    case .unknownKey(let key, let nearest):
      return "there is no key ‘\(key)’.\(nearest.hint)"
    case .attributeLikeKey(let key, let nearest):
      return "‘\(key)’ is kept as an attribute of the choice. Did you mean ‘\(nearest)’?"
    case .misplacedKey(let key, let owner, let meant):
      return "‘\(key)’ does not apply to \(owner.english).\(meant.hint)"
    case .duplicateKey(let key): return "‘\(key)’ is written twice in this object."
    case .unknownWord(let word, let key, _, let nearest?):
      return "‘\(word)’ is no value of ‘\(key)’. Did you mean ‘\(nearest)’?"
    case .unknownWord(let word, let key, [], nil):
      return "‘\(word)’ is no value of ‘\(key)’: none is declared that could stand here."
    case .unknownWord(let word, let key, let allowed, nil):
      return "‘\(word)’ is no value of ‘\(key)’. Allowed: \(allowed.joined(separator: ", "))."
    case .badName(let name):
      return "‘\(name)’ is no name: a letter A to Z, then letters, digits and _."
    case .badIdentifier(let id):
      return "‘\(id)’ is no id: small letters a to z, digits and hyphens."
    case .duplicateName(let name, let line):
      return "‘\(name)’ is already the name of an item, line \(line): names are unique in the file,"
        + " whatever their case."
    case .duplicateCheck(let name): return "two checks here are called ‘\(name)’."
    case .duplicateIndicator(let name): return "two indicators are called ‘\(name)’."
    case .noSuchQuestion(let name, let key, let nearest):
      return "‘\(key)’ names ‘\(name)’: no question of that name has one value here."
        + nearest.hint
    case .tooSmall(let key, let least): return "‘\(key)’ cannot be below \(least)."
    case .duplicateLanguage(let code): return "‘\(code)’ is declared twice."
    case .badLanguage(let code):
      return "‘\(code)’ is no language code: write one such as fr, en or pt-BR."
    case .undeclaredLanguage(let code, let texts):
      return "‘\(code)’ stands in \(texts) texts and not in ‘languages’: declare it here."
    case .neverTranslated(let code):
      return "‘\(code)’ is declared, and no text has it: translate them, or remove it."
    case .duplicateChoice(let name, let list):
      return "‘\(name)’ stands twice in ‘\(list)’: an answer would not say which. Give each a name"
        + " of its own."
    case .spaceInChoice(let name, let list, let type):
      return "‘\(name)’ holds a space, and ‘\(list)’ serves a \(type.rawValue), whose answers are"
        + " kept apart by spaces."
    case .bareChoice(let name):
      return "‘\(name)’ should be a choice: {\"name\": \"\(name)\", \"label\": \"…\"}."
    case .listInType(let word, let type, let list):
      return "‘\(word)’ is no value of ‘type’: write \"type\": \"\(type.rawValue)\", "
        + "\"choices\": \"\(list)\"."
    case .unknownList(let name, let nearest):
      return "there is no choice list ‘\(name)’.\(nearest.hint)"
    case .unknownSpecial(let name, let nearest):
      return "‘\(name)’ is none of the special answers under ‘missing’."
        + nearest.hint
    case .unknownLanguage(let code, let nearest):
      return "‘\(code)’ is none of the declared ‘languages’."
        + nearest.hint
    case .duplicateSpecial(let name): return "two special answers are called ‘\(name)’."
    case .specialLikeChoice(let name, let list):
      return "‘\(name)’ is a choice of ‘\(list)’ too: an export could not tell them apart."
    case .namedTwice(let name, let key): return "‘\(name)’ stands twice in ‘\(key)’."
    case .spaceInName(let name):
      return "‘\(name)’ holds a space: formulas and files use this name, write it in one word."
    case .missingTranslation(let code): return "this text has no ‘\(code)’."
    case .unknownPipe(let name, let nearest):
      return "the text pipes ${\(name)}, and no item has that name."
        + nearest.hint
    case .badPipe(let text): return "‘${\(text)}’: only ‘|value’ may follow the name."
    case .unclosedPipe: return "a ‘${’ in this text is never closed: write ${name}."
    case .pipeOutOfPlace(let name):
      return "nothing is piped here: ${\(name)} would be shown as it is written."
    case .pipedOutsideRepeat(let name):
      return "the text pipes ${\(name)}, which only a repeat’s items have."
    case .bracesAlone(let name):
      return "‘{\(name)}’ is shown as it is written: write ${\(name)} for the answer."
    case .pipedGroup(let name):
      return
        "the text pipes ${\(name)}, which has no value: it is a group, a grid, a repeat or a note."
    case .pipedFromOutside(let name, let roster):
      return "the text pipes ${\(name)}, which has one value per instance of ‘\(roster)’: pipe it"
        + " inside that repeat, or a calculation that joins or adds them up."
    case .emptyText: return "this text is empty."
    case .emptyList(let name): return "‘\(name)’ is empty."
    case .crossed(let low, let high): return "‘\(low)’ is above ‘\(high)’: nothing could be given."
    case .pattern(let fault): return fault.sentence(in: .english)
    case .formula(let fault): return fault.sentence(in: .english)
    case .cycle(let names):
      return "these depend on one another in a circle: \(names.joined(separator: " → "))."
    case .forward(let name, let line):
      return "this reads ‘\(name)’, asked later (line \(line)): it is still blank here."
    case .neverAsked(let owner, []):
      return "\(owner.english) can never be asked: no answers satisfy all its conditions."
    case .neverAsked(let owner, let others):
      return "\(owner.english) can never be asked: no answers satisfy all its conditions. Nor can"
        + " \(others.listed(and: "and"))."
    case .neverHolds(let name):
      return "no answer satisfies the check ‘\(name)’: its constraint can never hold."
    case .neverFails(let name):
      return "every answer satisfies the check ‘\(name)’: it can never speak up."
    case .neverLooked(let name):
      return "the check ‘\(name)’ is never looked at: no answers satisfy its condition."
    case .neverOffered(let name, 0):
      return "‘\(name)’ is never offered: no answers satisfy its condition or its filter."
    case .neverOffered(let name, let others):
      return "‘\(name)’ and \(others) more of its list are never offered: no answers satisfy their"
        + " filter."
    case .lacksAttribute(let name, let attribute, 0):
      return "‘\(name)’ has no ‘\(attribute)’, which the filter reads: it is never offered."
    case .lacksAttribute(let name, let attribute, let others):
      return "‘\(name)’ has no ‘\(attribute)’, which the filter reads: it is never offered, nor are"
        + " \(others) more of its list."
    case .labelTwice(let label, let one, let other):
      return "‘\(one)’ and ‘\(other)’ are both shown as ‘\(label)’: nobody can tell them apart."
    case .refusedDefault(let rejection):
      return "this default would be refused: \(rejection.firstSentence(in: .english))"
    case .unusedList(let name): return "no question uses the list ‘\(name)’."
    case .choicesAlike(let one, let other, let list):
      return "‘\(one)’ and ‘\(other)’, in ‘\(list)’, are alike but for their capitals."
    case .moreThanChoices(let key, let count):
      return "‘\(key)’ is more than the \(count) choices that can be made together."
    case .negative(let key): return "‘\(key)’ cannot be negative."
    case .tooLarge(let key, let most): return "‘\(key)’ cannot be above \(most)."
    case .stepTooLarge:
      return "‘step’ is more than lies between ‘minimum’ and ‘maximum’: only one value is left."
    case .uselessBeside(let key, let other): return "‘\(key)’ does nothing beside ‘\(other)’."
    case .tooFewCrossed: return "‘forbidden’ crosses two questions or more: [\"a\", \"b\"]."
    case .readsItself(let key):
      return "‘\(key)’ reads its own question: it would change as soon as it is answered."
    case .tooManyDigits(let text): return "‘\(text)’ has more than 38 digits."
    case .notPositive(let key): return "‘\(key)’ must be above 0."
    case .finerThanAsked(let coarsest, let precision):
      return "‘coarsest’ (\(coarsest)) is finer than ‘precision’ (\(precision)): it says how much"
        + " less may be given."
    case .severalOthers(let list):
      return "‘\(list)’ has several choices marked ‘other’: one at most."
    case .badFileName(let name):
      return "‘\(name)’: write the file’s name alone, without a folder. It is sought beside the"
        + " questionnaire, then in the data’s ‘lists’ folder."
    case .noListFile(let file):
      return "the file ‘\(file)’ is not installed: it is sought beside the questionnaire, then in"
        + " the data’s ‘lists’ folder. Without it, the questions that use it are not asked."
    case .listFile(let file, let fault): return "‘\(file)’: \(fault.english)"
    case .unknownColumn(let column, let file, let nearest):
      return "‘\(file)’ has no column ‘\(column)’.\(nearest.hint)"
    case .keyTwice(let key, let file, let rows):
      return "‘\(key)’ is the key of two rows of ‘\(file)’ (rows"
        + " \(rows.map { "\($0)" }.joined(separator: " and ")) below the header): the first counts."
    case .fileListOf(let type, let list):
      return "‘\(list)’ comes from a file: it serves a select_one, not a \(type.rawValue)."
    case .readsDirect(let name):
      return "this reads ‘\(name)’, which names a person (‘personal’: direct) and is kept apart"
        + " from the other answers: only questions that are so too may read it."
    }
  }
}

extension String? {
  /// The nearest name, offered.
  fileprivate var hint: String { map { " Did you mean ‘\($0)’?" } ?? "" }
}

extension Problem.Owner {
  var english: String {
    switch self {
    case .questionnaire: "the questionnaire"
    case .item("", nil): "an item"
    case .item("", let type?): "an item of type \(type.rawValue)"
    case .item(let name, let type): "‘\(name)’\(type.map { " (\($0.rawValue))" } ?? "")"
    case .list(let name): "the list ‘\(name)’"
    case .choice(let name): name.map { "the choice ‘\($0)’" } ?? "a choice"
    case .check(let name): name.map { "the check ‘\($0)’" } ?? "a check"
    case .indicator(let name): name.map { "the indicator ‘\($0)’" } ?? "an indicator"
    case .unit(let name): "the unit ‘\(name)’"
    case .disclosure: "‘disclosure’"
    case .retention: "‘retention’"
    case .target: "a target"
    case .special(let name): name.map { "the special answer ‘\($0)’" } ?? "a special answer"
    }
  }
}

extension [String] {
  /// The first three, quoted: ‘a’, ‘b’ and ‘c’.
  fileprivate func listed(and word: String) -> String {
    let shown = prefix(3).map { "‘\($0)’" } + (count > 3 ? ["\(count - 3) more"] : [])
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}

extension Problem.Shape {
  var english: String {
    switch self {
    case .object: "an object, { … }"
    case .array: "an array, [ … ]"
    case .arraysOfNames: "arrays of questions’ names, [[ … ], … ]"
    case .string: "a text"
    case .wholeNumber: "a whole number"
    case .number: "a number"
    case .flag: "true or false"
    case .flagOrFormula: "true or false, without quotes, or a formula"
    case .localizedText: "a text, or an object with a text per language"
    case .formula: "a formula, as a text"
    }
  }
}

extension ListFault {
  var english: String {
    switch self {
    case .empty: "the file is empty."
    case .notUTF8: "the file is not UTF-8: save it from the spreadsheet as “CSV UTF-8”."
    case .tooLarge: "the file is over 1 GB."
    case .columnTwice(let name): "two columns are called ‘\(name)’."
    case .unclosedQuote(let line): "line \(line), a quote is never closed."
    case .afterQuote(let line):
      "line \(line), a separator must follow the closing quote; a quote inside a text is written"
        + " twice."
    case .wrongFieldCount(let line, let found, let expected):
      "line \(line) has \(found) value\(found == 1 ? "" : "s") instead of \(expected)."
    }
  }
}

extension JSONFault.Fact {
  var english: String {
    switch self {
    case .empty: "the file is empty."
    case .unexpected(let text): "‘\(text)’ cannot stand here."
    case .sayInstead(let written, let right): "‘\(written)’ cannot stand here: write ‘\(right)’."
    case .unexpectedEnd: "the text ends too early: a quote, a bracket or a brace is not closed."
    case .byteOrderMark: "the file starts with a byte-order mark: save it as plain UTF-8."
    case .notUTF8: "this is not UTF-8: save the file as UTF-8."
    case .badNumber(let text): "‘\(text)’ is no number."
    case .badEscape(let text): "‘\(text)’ is no escape: \\n, \\\", \\\\ and \\uXXXX are."
    case .controlCharacter(10):
      "the text runs over the end of its line: close the quote, or write \\n."
    case .controlCharacter(let byte): "control character \(byte) in a text: write it as an escape."
    case .missingColon: "a colon is missing before this."
    case .missingComma: "a comma is missing before this."
    case .comment: "JSON has no comments: remove this one."
    case .trailingComma: "nothing follows this comma: remove it."
    case .afterTheEnd(let text): "‘\(text)’ stands after the end of the JSON text."
    case .tooDeep(let levels): "more than \(levels) levels of brackets."
    }
  }
}
