extension FormulaFault.Fact {
  var frenchSentence: String {
    switch self {
    case .written(let fault): fault.frenchSentence
    case .named(let fault): fault.frenchSentence
    case .called(let fault): fault.frenchSentence
    case .typed(let fault): fault.frenchSentence
    case .doubtful(.neverTrue): "Ceci n’est jamais vrai : aucune valeur ne satisfait l’ensemble."
    case .doubtful(.noPlace(let function, let argument, nil)):
      "Ceci est toujours vide : l’argument \(argument) de \(function)() doit être un nombre entier."
    case .doubtful(.noPlace(let function, let argument, let least?)):
      "Ceci est toujours vide : l’argument \(argument) de \(function)() doit être un nombre entier,"
        + " \(least) ou plus."
    case .doubtful(.alwaysTrue):
      "C’est toujours vrai : quoi qu’on réponde, une partie l’est. Faut-il and plutôt que or ?"
    case .doubtful(.sameSides(nil)): "Les deux côtés sont les mêmes."
    case .doubtful(.sameSides(let attribute?)):
      "Les deux côtés sont les mêmes : écrivez \(attribute), sans ${}, pour l’attribut du choix."
    case .doubtful(.nothingInCommon):
      "Ces deux valeurs n’en ont aucune en commun : elles ne sont jamais égales."
    case .doubtful(.trueWhenBlank(let name)):
      "Ceci est vrai quand « \(name) » est sans réponse : retournez la comparaison, "
        + "ou ajoutez ${\(name)} != ''."
    }
  }
}

extension FormulaFault.Writing {
  fileprivate var frenchSentence: String {
    switch self {
    case .empty: "Cette formule est vide."
    case .unreadable(let sign): "« \(sign) » n’a pas de sens dans une formule."
    case .sayInstead(let written, let instead):
      "« \(written) » n’a pas de sens dans une formule : écrivez « \(instead) »."
    case .curlyQuotes(let text):
      "\(text) a des guillemets typographiques : écrivez-les droits, ' ou \"."
    case .unclosedText(let text):
      "Le texte \(text) n’est jamais fermé : terminez-le par le même guillemet."
    case .unclosedName(let name): "« \(name) » n’est jamais fermé : terminez par « } »."
    case .badName(let name):
      "« \(name) » n’est pas un nom : entre ${ et } vont seulement des lettres, des chiffres et _."
    case .badNumber(let text):
      "« \(text) » n’est pas un nombre : écrivez des chiffres, 38 au plus, et un point décimal."
    case .unclosedParenthesis(let opening): "« \(opening) » n’est jamais fermé : il manque « ) »."
    case .extraParenthesis: "Cette « ) » ne ferme rien : retirez-la, ou ouvrez « ( » avant."
    case .valueExpected(nil): "La formule s’arrête ici, où une valeur est attendue."
    case .valueExpected(let found?): "Une valeur est attendue ici, et non « \(found) »."
    case .operatorExpected(let found):
      "Un opérateur comme =, and, + est attendu avant « \(found) », ou bien la fin."
    case .tooDeep(let limit):
      "Plus de \(limit) niveaux imbriqués : placez-en une partie dans un calcul à part."
    }
  }
}

extension FormulaFault.Naming {
  fileprivate var frenchSentence: String {
    switch self {
    case .unknownName(let name, let nearest):
      "Aucune question ne s’appelle « \(name) ».\(vouliezVousDire(nearest))"
    case .bareWord(let word, let meant?):
      "« \(word) » seul n’a pas de sens ici : écrivez « \(meant) »."
    case .bareWord(let word, nil):
      "« \(word) » seul n’a pas de sens ici : écrivez '\(word)' pour un texte, ${\(word)} pour une "
        + "question."
    case .unknownAttribute(let name, let nearest):
      "Les choix n’ont pas d’attribut « \(name) ».\(vouliezVousDire(nearest))"
    case .unheldAttribute(let value, let attribute, let nearest):
      "Aucun choix n’a « \(value) » comme « \(attribute) ».\(vouliezVousDire(nearest))"
    case .unknownFunction(let name, let nearest):
      "Aucune fonction ne s’appelle « \(name) ».\(vouliezVousDire(nearest))"
    case .unknownList(let name, let nearest):
      "Aucune liste ne s’appelle « \(name) ».\(vouliezVousDire(nearest))"
    case .unknownColumn(let name, let list, let nearest):
      "La liste « \(list) » n’a pas de colonne « \(name) ».\(vouliezVousDire(nearest))"
    case .unknownChoice(let name, let nearest):
      "La liste n’a pas de choix « \(name) ».\(vouliezVousDire(nearest))"
    case .neverHeld(let text, let nearest):
      "Ceci n’est jamais « \(text) ».\(vouliezVousDire(nearest))"
    case .specialNotOffered(let name, let question, let nearest):
      "« \(question) » n’offre pas la réponse spéciale « \(name) ».\(vouliezVousDire(nearest))"
    case .specialAsValue(let name, let question):
      "« \(name) » est une réponse spéciale, qui se lit comme vide : écrivez missing(${\(question)}) = "
        + "'\(name)'."
    case .quotedName(let name):
      "Entre guillemets, « \(name) » n’est qu’un texte : écrivez ${\(name)}, sans guillemets."
    case .group(let name):
      "« \(name) » n’a pas de valeur : c’est un groupe, une grille ou une note."
    case .repeated(let name):
      "« \(name) » est une répétition : seuls count() et indexed-repeat() peuvent la nommer."
    case .readFromOutside(let name):
      "« \(name) » a une valeur par fiche : lisez-en une avec indexed-repeat(), ou toutes avec "
        + "sum(), count(), min(), max() ou join()."
    case .candidateOutOfPlace:
      "« . » ne va que dans la « constraint » d’un contrôle de question : nommez la question,"
        + " comme ${nom}."
    case .parentOutOfPlace: "« .. » ne va que dans position(..)."
    case .valueInPosition: "Écrivez position(..) : le rang de cette fiche."
    case .positionOutsideRepeat: "position(..) ne va que dans une répétition."
    }
  }

  private func vouliezVousDire(_ nearest: String?) -> String {
    nearest.map { " Vouliez-vous dire « \($0) » ?" } ?? ""
  }
}

extension FormulaFault.Calling {
  fileprivate var frenchSentence: String {
    switch self {
    case .arity(let name, let given, let allowed):
      "\(name)() \(allowed.upperBound == 0 ? "ne " : "")prend \(count(allowed)), et non \(given)."
    case .unpairedPosition: "Dans indexed-repeat(), une position suit chaque répétition."
    case .questionExpected(let function): "\(function)() prend une question, écrite ${nom}."
    case .quotedQuestionExpected:
      "Le deuxième argument de jr:choice-name() est une question entre guillemets : '${nom}'."
    case .choiceQuestionExpected(let function, let name):
      "\(function)() prend une question à choix, ce que « \(name) » n’est pas."
    case .repeatExpected: "indexed-repeat() prend ici une répétition, écrite ${nom}."
    case .repeatNotAround(let place, let name):
      "« \(place) » n’est pas la répétition autour de « \(name) »."
    case .quotedTextExpected(let function, let argument):
      "L’argument \(argument) de \(function)() est un texte entre guillemets, pour être vérifié."
    case .argumentType(let function, let argument, let given, let wanted):
      "L’argument \(argument) de \(function)() est "
        + "\(wanted.map(\.french).joined(separator: " ou ")), et non \(given.french)."
        + adviceInFrench(given, wanted: wanted)
    case .badPattern(let fault): fault.sentence(in: .french)
    case .badDirective(let directive):
      "format-date() ne connaît pas « \(directive) », mais %Y %y %m %n %b %B %d %e %a %A %H %M."
    case .noDirective(let text):
      "« \(text) » s’écrirait tel quel : format-date() prend des signes comme '%d/%m/%Y'."
    }
  }

  private func count(_ allowed: ClosedRange<Int>) -> String {
    let (least, most) = (allowed.lowerBound, allowed.upperBound)
    if most == 0 { return "aucun argument" }
    if most == .max { return "au moins \(least) argument\(least == 1 ? "" : "s")" }
    return least == most
      ? "\(least) argument\(least == 1 ? "" : "s")" : "\(least) à \(most) arguments"
  }
}

extension FormulaFault.Typing {
  fileprivate var frenchSentence: String {
    switch self {
    case .neverEqual(let left, let right):
      "Ce sont \(left.french) et \(right.french), jamais égaux."
        + adviceInFrench(left, wanted: [right])
    case .branchesDiffer(let function, let one, let other):
      "\(function)() donnerait tantôt \(one.french), tantôt \(other.french)."
    case .textIsNo(let text, .date):
      "'\(text)' n’est pas une date : écrivez '2020-07-05', '2020-07' ou '2020'."
    case .textIsNo(let text, .time): "'\(text)' n’est pas une heure : écrivez '09:30'."
    case .textIsNo(let text, let type): "'\(text)' n’est pas \(type.french)."
    case .notOrdered(let type):
      "Seuls les nombres, les dates et les heures ont un ordre, et non \(type.french)."
        + adviceInFrench(type, wanted: [.number])
    case .neverCompared(let left, let right):
      "Ce sont \(left.french) et \(right.french), qui ne se comparent pas."
        + adviceInFrench(left, wanted: [right])
    case .notCalculable(let type):
      "On ne calcule qu’avec des nombres et des dates, et non \(type.french)."
        + adviceInFrench(type, wanted: [.number])
    case .textsAdded:
      "Des textes ne s’additionnent pas : écrivez concat(…) pour les mettre bout à bout, ou number(…)"
        + " autour d’un texte qui contient un nombre."
    case .unquotedDate(let date): "Une date s’écrit entre guillemets : '\(date)'."
    case .datesDoNot(let sign):
      "« \(sign) » ne va pas ainsi sur une date : ajoutez ou retirez des jours, ou retirez une date."
    case .conditionExpected(.choices):
      "Une condition est attendue ici, et non plusieurs choix : écrivez count-selected(…) > 0."
    case .conditionExpected(let type):
      "Une condition est attendue ici, et non \(type.french) : comparez, comme dans … != ''."
    case .equalsOnChoices:
      "Plusieurs choix ne se comparent pas en bloc : écrivez selected(…, 'nom')."
    case .blankTestOnChoices(let isEqual):
      "Pour une question à plusieurs choix, écrivez count-selected(…) \(isEqual ? "=" : ">") 0."
    case .notANumberText:
      "'NaN' n’existe pas ici : un nombre manquant est vide, écrivez = ''."
    case .resultType(let type, let wanted):
      "Ceci donne \(type.french), alors qu’on attend "
        + "\(wanted.map(\.french).joined(separator: " ou "))."
        + adviceInFrench(type, wanted: wanted)
    }
  }
}

/// How to turn what is given into what is wanted; empty if there is no one way.
private func adviceInFrench(_ given: ValueType, wanted: [ValueType]) -> String {
  if given == .choices { return " Écrivez selected(…, 'nom') ou count-selected(…)." }
  if given == .text, wanted.first == .number { return " Écrivez number(…) autour du texte." }
  if given == .choice, wanted.first == .number { return " Écrivez number(…) autour du choix." }
  if given == .number, wanted.first == .choice { return " Écrivez number(…) autour du choix." }
  if given == .number, wanted.first == .text { return " Écrivez number(…) autour du texte." }
  if given == .text, wanted.first == .date { return " Écrivez date(…) autour du texte." }
  if given == .date, wanted.first == .text { return " Écrivez date(…) autour du texte." }
  if given == .dateTime, wanted.first == .date { return " Écrivez date(…) pour ôter l’heure." }
  if given == .date, wanted.first == .dateTime { return " Écrivez date(…) pour ôter l’heure." }
  return ""
}

extension ValueType {
  /// The type as a sentence says it, with its article.
  var french: String {
    switch self {
    case .text: "un texte"
    case .number: "un nombre"
    case .date: "une date"
    case .dateTime: "une date avec heure"
    case .time: "une heure"
    case .boolean: "une condition"
    case .choice: "un choix"
    case .choices: "plusieurs choix"
    }
  }
}
