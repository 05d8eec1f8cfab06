import Formulas

extension Problem.Fact {
  var french: String {
    switch self {
    case .notJSON(let fact): return fact.french
    case .newerFormat(let found, let newest):
      return "le format \(found) est plus récent que celui que lit ce programme (\(newest)) :"
        + " mettez barometre à jour."
    case .missingKey(let key, let owner): return "\(owner.french) : il manque « \(key) »."
    case .wrongType(let key, let shape): return "« \(key) » devrait être \(shape.french)."
    case .unknownKey(let key, let nearest):
      return "la clé « \(key) » n’existe pas.\(nearest.hint)"
    case .attributeLikeKey(let key, let nearest):
      return "« \(key) » est gardé comme un attribut du choix. Vouliez-vous dire « \(nearest) » ?"
    case .misplacedKey(let key, let owner, let meant):
      return "« \(key) » ne s’applique pas à \(owner.french).\(meant.hint)"
    case .duplicateKey(let key): return "« \(key) » est écrit deux fois dans cet objet."
    case .unknownWord(let word, let key, _, .some(let nearest)):
      return "« \(word) » : valeur inconnue pour « \(key) ». Vouliez-vous dire « \(nearest) » ?"
    case .unknownWord(let word, let key, [], nil):
      return "« \(word) » : valeur inconnue pour « \(key) ». Rien de déclaré ne convient ici."
    case .unknownWord(let word, let key, let allowed, nil):
      return "« \(word) » : valeur inconnue pour « \(key) »."
        + " Valeurs permises : \(allowed.joined(separator: ", "))."
    case .badName(let name):
      return "« \(name) » n’est pas un nom : une lettre de A à Z, puis lettres, chiffres et _."
    case .badIdentifier(let id):
      return "« \(id) » n’est pas un identifiant : minuscules de a à z, chiffres et tirets."
    case .duplicateName(let name, let line):
      return "« \(name) » est déjà le nom d’un élément, ligne \(line) : un nom est unique dans le"
        + " fichier, quelle que soit la casse."
    case .duplicateCheck(let name): return "deux contrôles s’appellent ici « \(name) »."
    case .duplicateIndicator(let name): return "deux indicateurs s’appellent « \(name) »."
    case .noSuchQuestion(let name, let key, let nearest):
      return "« \(key) » nomme « \(name) » : aucune question de ce nom n’a ici une seule valeur."
        + nearest.hint
    case .tooSmall(let key, let least): return "« \(key) » ne peut pas être inférieur à \(least)."
    case .duplicateLanguage(let code): return "« \(code) » est déclarée deux fois."
    case .badLanguage(let code):
      return "« \(code) » n’est pas un code de langue : écrivez par exemple fr, en ou pt-BR."
    case .undeclaredLanguage(let code, let texts):
      return "« \(code) » figure dans \(texts) textes et pas dans « languages » : déclarez-la ici."
    case .neverTranslated(let code):
      return "« \(code) » est déclarée, et aucun texte ne l’a : traduisez-les, ou retirez-la."
    case .duplicateChoice(let name, let list):
      return "« \(name) » figure deux fois dans « \(list) » : une réponse ne dirait pas lequel."
        + " Donnez à chacun son nom."
    case .spaceInChoice(let name, let list, let type):
      return "« \(name) » contient une espace, et « \(list) » sert à un \(type.rawValue), dont les"
        + " réponses sont séparées par des espaces."
    case .bareChoice(let name):
      return "« \(name) » devrait être un choix : {\"name\": \"\(name)\", \"label\": \"…\"}."
    case .listInType(let word, let type, let list):
      return "« \(word) » : valeur inconnue pour « type ». Écrivez \"type\": \"\(type.rawValue)\","
        + " \"choices\": \"\(list)\"."
    case .unknownList(let name, let nearest):
      return "la liste de choix « \(name) » n’existe pas.\(nearest.hint)"
    case .unknownSpecial(let name, let nearest):
      return "« \(name) » n’est pas une des réponses spéciales de « missing ».\(nearest.hint)"
    case .unknownLanguage(let code, let nearest):
      return "« \(code) » n’est pas une des « languages » déclarées.\(nearest.hint)"
    case .duplicateSpecial(let name): return "deux réponses spéciales s’appellent « \(name) »."
    case .specialLikeChoice(let name, let list):
      return "« \(name) » est aussi un choix de « \(list) » : un export ne les distinguerait pas."
    case .namedTwice(let name, let key): return "« \(name) » figure deux fois dans « \(key) »."
    case .spaceInName(let name):
      return
        "« \(name) » contient une espace : formules et fichiers utilisent ce nom, écrivez-le en un"
        + " seul mot."
    case .missingTranslation(let code): return "il manque le texte en « \(code) »."
    case .unknownPipe(let name, let nearest):
      return "le texte reprend ${\(name)}, et aucun élément ne porte ce nom.\(nearest.hint)"
    case .badPipe(let text): return "« ${\(text)} » : seul « |value » peut suivre le nom."
    case .unclosedPipe: return "un « ${ » de ce texte n’est jamais fermé : écrivez ${nom}."
    case .pipeOutOfPlace(let name):
      return "rien n’est repris ici : ${\(name)} s’afficherait tel quel."
    case .pipedOutsideRepeat(let name):
      return "le texte reprend ${\(name)}, que seuls ont les éléments d’une répétition."
    case .bracesAlone(let name):
      return "« {\(name)} » s’affiche tel quel : écrivez ${\(name)} pour la réponse."
    case .pipedGroup(let name):
      return "le texte reprend ${\(name)}, qui n’a pas de valeur : c’est un groupe, une grille,"
        + " une répétition ou une note."
    case .pipedFromOutside(let name, let roster):
      return
        "le texte reprend ${\(name)}, qui a une valeur par fiche de « \(roster) » : reprenez-le"
        + " dans cette répétition, ou bien un calcul qui les joint ou les additionne."
    case .emptyText: return "ce texte est vide."
    case .emptyList(let name): return "« \(name) » est vide."
    case .crossed(let low, let high):
      return "« \(low) » dépasse « \(high) » : aucune réponse ne serait possible."
    case .pattern(let fault): return fault.sentence(in: .french)
    case .formula(let fault): return fault.sentence(in: .french)
    case .cycle(let names):
      return "ces éléments dépendent les uns des autres en rond :"
        + " \(names.joined(separator: " → "))."
    case .forward(let name, let line):
      return "ceci lit « \(name) », demandée plus loin (ligne \(line)) : elle est encore vide ici."
    case .neverAsked(let owner, []):
      return "\(owner.french) ne peut jamais être posée : aucune réponse ne remplit toutes ses"
        + " conditions."
    case .neverAsked(let owner, let others):
      return "\(owner.french) ne peut jamais être posée : aucune réponse ne remplit toutes ses"
        + " conditions. Pas plus que \(others.listed(and: "et"))."
    case .neverHolds(let name):
      return "aucune réponse ne satisfait le contrôle « \(name) » : sa contrainte est impossible."
    case .neverFails(let name):
      return "toute réponse satisfait le contrôle « \(name) » : il ne dira jamais rien."
    case .neverLooked(let name):
      return "le contrôle « \(name) » n’est jamais fait : aucune réponse ne remplit sa condition."
    case .neverOffered(let name, 0):
      return
        "« \(name) » n’est jamais proposé : aucune réponse ne remplit sa condition ou son filtre."
    case .neverOffered(let name, let others):
      return
        "« \(name) » et \(others) de plus dans sa liste ne sont jamais proposés : aucune réponse ne"
        + " remplit leur filtre."
    case .lacksAttribute(let name, let attribute, 0):
      return "« \(name) » n’a pas de « \(attribute) », que lit le filtre : il n’est jamais proposé."
    case .lacksAttribute(let name, let attribute, let others):
      return
        "« \(name) » n’a pas de « \(attribute) », que lit le filtre : il n’est jamais proposé, ni"
        + " \(others) de plus dans sa liste."
    case .labelTwice(let label, let one, let other):
      return
        "« \(one) » et « \(other) » s’affichent tous deux « \(label) » : rien ne les distingue."
    case .refusedDefault(let rejection):
      return "cette valeur par défaut serait refusée : \(rejection.firstSentence(in: .french))"
    case .unusedList(let name): return "aucune question n’utilise la liste « \(name) »."
    case .choicesAlike(let one, let other, let list):
      return "« \(one) » et « \(other) », dans « \(list) », ne diffèrent que par leurs capitales."
    case .moreThanChoices(let key, let count):
      return "« \(key) » dépasse les \(count) choix qui vont ensemble."
    case .negative(let key): return "« \(key) » ne peut pas être négatif."
    case .tooLarge(let key, let most): return "« \(key) » ne peut pas dépasser \(most)."
    case .stepTooLarge:
      return "« step » dépasse l’écart entre « minimum » et « maximum » : une seule valeur reste."
    case .uselessBeside(let key, let other): return "« \(key) » ne sert à rien avec « \(other) »."
    case .tooFewCrossed: return "« forbidden » croise au moins deux questions : [\"a\", \"b\"]."
    case .readsItself(let key):
      return "« \(key) » lit sa propre question : tout change dès qu’on y répond."
    case .tooManyDigits(let text): return "« \(text) » a plus de 38 chiffres."
    case .notPositive(let key): return "« \(key) » doit être supérieur à 0."
    case .finerThanAsked(let coarsest, let precision):
      return "« coarsest » (\(coarsest)) est plus fin que « precision » (\(precision)) : il dit"
        + " jusqu’où une réponse peut être moins précise."
    case .severalOthers(let list):
      return "« \(list) » a plusieurs choix marqués « other » : un seul au plus."
    case .badFileName(let name):
      return "« \(name) » : écrivez le nom du fichier seul, sans dossier. Il est cherché à côté du"
        + " questionnaire, puis dans le dossier « lists » des données."
    case .noListFile(let file):
      return "le fichier « \(file) » n’est pas installé : il est cherché à côté du questionnaire,"
        + " puis dans le dossier « lists » des données. Sans lui, les questions qui l’utilisent ne"
        + " sont pas posées."
    case .listFile(let file, let fault): return "« \(file) » : \(fault.french)"
    case .unknownColumn(let column, let file, let nearest):
      return "« \(file) » n’a pas de colonne « \(column) ».\(nearest.hint)"
    case .keyTwice(let key, let file, let rows):
      return "« \(key) » est la clé de deux lignes de « \(file) » (les lignes"
        + " \(rows.map { "\($0)" }.joined(separator: " et ")) sous l’en-tête) : la première compte."
    case .fileListOf(let type, let list):
      return "« \(list) » vient d’un fichier : elle sert à un select_one, non à un"
        + " \(type.rawValue)."
    case .readsDirect(let name):
      return "ceci lit « \(name) », qui désigne une personne (« personal » : direct) et"
        + " se garde à part des autres réponses : seules des questions de même sorte le peuvent."
    }
  }
}

extension String? {
  /// The nearest name, offered.
  fileprivate var hint: String { map { " Vouliez-vous dire « \($0) » ?" } ?? "" }
}

extension Problem.Owner {
  var french: String {
    switch self {
    case .questionnaire: "le questionnaire"
    case .item("", nil): "un élément"
    case .item("", let type?): "un élément de type \(type.rawValue)"
    case .item(let name, let type): "« \(name) »\(type.map { " (\($0.rawValue))" } ?? "")"
    case .list(let name): "la liste « \(name) »"
    case .choice(let name): name.map { "le choix « \($0) »" } ?? "un choix"
    case .check(let name): name.map { "le contrôle « \($0) »" } ?? "un contrôle"
    case .indicator(let name): name.map { "l’indicateur « \($0) »" } ?? "un indicateur"
    case .unit(let name): "l’unité « \(name) »"
    case .disclosure: "« disclosure »"
    case .retention: "« retention »"
    case .target: "un objectif"
    case .special(let name): name.map { "la réponse spéciale « \($0) »" } ?? "une réponse spéciale"
    }
  }
}

extension [String] {
  /// The first three, quoted: « a », « b » et « c ».
  fileprivate func listed(and word: String) -> String {
    let others = count > 4 ? "\(count - 3) autres" : "une autre"
    let shown = prefix(3).map { "« \($0) »" } + (count > 3 ? [others] : [])
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}

extension Problem.Shape {
  var french: String {
    switch self {
    case .object: "un objet, { … }"
    case .array: "un tableau, [ … ]"
    case .arraysOfNames: "des tableaux de noms de questions, [[ … ], … ]"
    case .string: "un texte"
    case .wholeNumber: "un nombre entier"
    case .number: "un nombre"
    case .flag: "true ou false"
    case .flagOrFormula: "true ou false, sans guillemets, ou une formule"
    case .localizedText: "un texte, ou un objet avec un texte par langue"
    case .formula: "une formule, sous forme de texte"
    }
  }
}

extension ListFault {
  var french: String {
    switch self {
    case .empty: "le fichier est vide."
    case .notUTF8:
      "le fichier n’est pas en UTF-8 : enregistrez-le « CSV UTF-8 » depuis le tableur."
    case .tooLarge: "le fichier dépasse 1 Go."
    case .columnTwice(let name): "deux colonnes s’appellent « \(name) »."
    case .unclosedQuote(let line): "ligne \(line), un guillemet n’est jamais fermé."
    case .afterQuote(let line):
      "ligne \(line), il faut un séparateur après le guillemet fermant ; un guillemet dans un texte"
        + " s’écrit deux fois."
    case .wrongFieldCount(let line, let found, let expected):
      "ligne \(line), \(found) valeur\(found > 1 ? "s" : "") au lieu de \(expected)."
    }
  }
}

extension JSONFault.Fact {
  var french: String {
    switch self {
    case .empty: "le fichier est vide."
    case .unexpected(let text): "« \(text) » n’a pas sa place ici."
    case .sayInstead(let written, let right):
      "« \(written) » n’a pas sa place ici : écrivez « \(right) »."
    case .unexpectedEnd:
      "le texte s’arrête trop tôt : un guillemet, un crochet ou une accolade n’est pas fermé."
    case .byteOrderMark:
      "le fichier commence par une marque d’ordre des octets : enregistrez-le en UTF-8 simple."
    case .notUTF8: "ceci n’est pas de l’UTF-8 : enregistrez le fichier en UTF-8."
    case .badNumber(let text): "« \(text) » n’est pas un nombre."
    case .badEscape(let text):
      "« \(text) » n’est pas un échappement : \\n, \\\", \\\\ et \\uXXXX en sont."
    case .controlCharacter(10):
      "le texte dépasse la fin de sa ligne : fermez le guillemet, ou écrivez \\n."
    case .controlCharacter(let byte):
      "caractère de contrôle \(byte) dans un texte : écrivez-le sous forme d’échappement."
    case .missingColon: "il manque deux-points avant ceci."
    case .missingComma: "il manque une virgule avant ceci."
    case .comment: "JSON n’a pas de commentaires : retirez celui-ci."
    case .trailingComma: "rien ne suit cette virgule : retirez-la."
    case .afterTheEnd(let text): "« \(text) » vient après la fin du texte JSON."
    case .tooDeep(let levels): "plus de \(levels) niveaux de crochets."
    }
  }
}
