import Console
import Formulas
import Interviews

extension Words {
  static let french = Words(
    language: .french,
    keyNames: [
      .enter: "Entrée", .newline: "^J", .tab: "Tab", .backTab: "Maj+Tab", .escape: "Échap",
      .backspace: "Retour arr.", .delete: "Suppr", .insert: "Inser", .up: "↑", .down: "↓",
      .left: "←", .right: "→", .home: "Début", .end: "Fin", .pageUp: "PgPréc",
      .pageDown: "PgSuiv", .character(" "): "Espace",
    ],
    orWord: "ou",
    actions: [
      .answer: "Répondre", .confirm: "Confirmer", .tick: "Cocher", .point: "Choisir",
      .type: "Chercher",
      .erase: "Corriger", .emptyField: "Vider", .clear: "Effacer", .validate: "Suite",
      .carryOn: "Continuer", .scroll: "Défiler", .back: "Retour", .plan: "Plan",
      .remaining: "Reste à faire", .remark: "Note", .special: "Sans réponse", .undo: "Annuler",
      .redo: "Rétablir", .menu: "Menu", .help: "Aide", .quit: "Quitter",
      .redraw: "Redessiner l’écran", .summary: "Bilan", .language: "Langue (English)",
      .newLine: "Ligne", .open: "Ouvrir", .add: "Ajouter", .remove: "Retirer",
      .choose: "Prendre", .close: "Fermer", .new: "Nouvel entretien",
      .stop: "La personne arrête l’entretien", .filter: "Filtre", .pages: "Page",
      .suspend: "Suspendre le programme", .hide: "Masquer l’écran", .validateField: "Valider",
      .visit: "Y aller", .fold: "Plier, déplier", .settings: "Réglages",
      .editor: "Ouvrir dans l’éditeur", .save: "Enregistrer", .pause: "Mettre en pause",
      .insert: "Insérer une fiche avant celle-ci", .moveUp: "Monter la fiche",
      .moveDown: "Descendre la fiche", .training: "Entraînement", .trash: "Corbeille",
      .restore: "Restaurer", .trashed: "Voir la corbeille", .interviews: "Entretiens",
      .day: "Jour ±1", .results: "Résultats", .export: "Exporter",
      .nextRank: "Rang suivant", .giveRank: "Rang",
    ],
    menuNames: [
      .trash: "Mettre à la corbeille (Suppr)",
      .back: "Question précédente", .clear: "Effacer cette réponse",
      .special: "Sans réponse (refus…)", .remark: "Note sur cette question",
      .undo: "Annuler la dernière action", .redo: "Rétablir l’action annulée",
      .remaining: "Première question qui reste", .summary: "Bilan : vérifier, terminer",
      .hide: "Masquer l’écran", .quit: "Mettre en pause, quitter",
      .suspend: "Suspendre (la commande fg le reprend)",
    ],
    program: "Baromètre",
    offline: "hors ligne",
    saved: { "enregistré \($0)" },
    notSaved: { $0 > 1 ? "\($0) NON ENREGISTRÉS" : "NON ENREGISTRÉ" },
    kindTitle: {
      switch $0 {
      case .interview, .imported: ""
      case .training: "ENTRAÎNEMENT · "
      case .simulated: "SIMULÉ · "
      }
    },
    questionOf: { "question \($0) sur \($1)" },
    information: "information",
    more: { "↓ \(LocalForm(language: .french).number(Number($0))) de plus" },
    hidden: "Écran masqué. Entrée : reprendre.",
    tooSmall: {
      "Fenêtre trop petite (\($0)×\($1)) : agrandissez. Vos réponses sont enregistrées."
    },
    required: "obligatoire",
    rowWaits: { "« \($0) » : une réponse est nécessaire." },
    rowsDone: { "\($0) \($0 > 1 ? "lignes" : "ligne") sur \($1)." },
    digitFillsRow: "Un chiffre répond et descend d’une ligne.",
    eachRowRequired: "chaque ligne obligatoire",
    rankMark: { $0 == 1 ? " 1er" : " \($0)e " },
    ranksLeft: { $0 > 1 ? "Reste \($0) rangs à donner." : "Reste \($0) rang à donner." },
    ranksGiven: "Tous les rangs sont donnés : Suppr en retire un.",
    nothingRanked: "Rien de pointé : ↓ d’abord, puis Espace ou le rang.",
    rankCount: { $0 > 1 ? "\($0) rangs" : "\($0) rang" },
    timeSample: "par exemple 14h30",
    noOption: { "Pas de réponse \($0) ici." },
    severalFrom: { minimum, maximum in
      switch (minimum, maximum) {
      case (nil, nil): "plusieurs réponses"
      case (let low?, nil): "au moins \(low)"
      case (nil, let high?): "\(high) au plus"
      case (let low?, let high?): "de \(low) à \(high)"
      }
    },
    bounds: { minimum, maximum in
      switch (minimum, maximum) {
      case (nil, nil): ""
      case (let low?, nil): "au moins \(low)"
      case (nil, let high?): "au plus \(high)"
      case (let low?, let high?): "de \(low) à \(high)"
      }
    },
    decimals: { $0 > 1 ? "\($0) décimales" : "\($0) décimale" },
    step: { "de \($0) en \($0)" },
    ago: { count in
      let (years, months) = (count / 12, count % 12)
      let parts = [
        years == 0 ? nil : years == 1 ? "1 an" : "\(years) ans",
        months == 0 ? nil : "\(months) mois",
      ]
      return "il y a " + parts.compactMap(\.self).joined(separator: " et ")
    },
    dateSample: { precision, coarsest in
      switch (precision, coarsest) {
      case (.day, .day): "par exemple 5/7/2020, 5 juillet 2020, hier\u{A0}; a\u{A0}: aujourd’hui"
      case (.day, .month): "par exemple 5/7/2020, hier\u{A0}; jour inconnu\u{A0}: 7/2020"
      case (.day, .year):
        "par exemple 5/7/2020\u{A0}; jour inconnu\u{A0}: 7/2020\u{A0}; mois inconnu\u{A0}: 2020"
      case (.month, .year): "par exemple 7/2020\u{A0}; mois inconnu\u{A0}: 2020"
      case (.month, .month), (.month, .day): "par exemple 7/2020 ou juillet 2020"
      case (.year, .year), (.year, .month), (.year, .day): "par exemple 2020"
      }
    },
    characters: { count, maximum in
      let word = count > 1 || maximum != nil ? "caractères" : "caractère"
      let number = { LocalForm(language: .french).number(Number($0)) }
      return maximum.map { "\(number(count)) / \(number($0)) \(word)" }
        ?? "\(number(count)) \(word)"
    },
    proposalIs: { "Proposition : \($0). Entrée l’accepte." },
    answerIs: { "Réponse : \($0)" },
    foundOf: { "\($0) sur \($1)" },
    nothingFound: { text, isRequired in
      let way = isRequired ? "" : " Absente de la liste\u{A0}? ^U vide la ligne, puis Entrée."
      return "Rien ne correspond à «\u{A0}\(text)\u{A0}».\(way)"
    },
    lineCount: { "\($0) lignes" },
    furtherLines: "\u{A0}: tapez +",
    searchLine: { "\($0) lignes\u{A0}: tapez le début d’un nom ou un code, puis Entrée." },
    searchNumber: "Tapez un de ces numéros, ou un autre nom.",
    listMissing: { files in
      let names = files.map { "«\u{A0}\($0)\u{A0}»" }.joined(separator: ", ")
      return files.count > 1
        ? "Listes absentes\u{A0}: \(names). Leurs questions ne seront pas posées."
        : "Liste absente\u{A0}: \(names). Ses questions ne seront pas posées."
    },
    excludesOthers: "exclut les autres réponses",
    untickedOthers: "Les autres réponses ont été décochées (^Z pour annuler).",
    ticked: { count, maximum in
      let word = count > 1 ? "cochées" : "cochée"
      return maximum.map { "\(count) \(word) sur \($0) permises" } ?? "\(count) \(word)"
    },
    code: "Entrée ou autre chiffre. Code : ",
    specify: "Préciser :",
    noteIs: { "Note : « \($0) »" },
    nothingToType: "Aucune réponse à saisir ici.",
    readAndConfirm: "Lisez tout, puis 1 pour confirmer.",
    confirmRead: "J’ai lu cette information",
    read: "lu",
    newLine: "Entrée va à la ligne ; Tab valide.",
    specialKey: "^K\u{A0}: sans réponse.",
    noEditor: "L’éditeur ne s’ouvre que sur un texte de plusieurs lignes.",
    setAside: {
      $0 > 1 ? "\($0) réponses mises de côté." : "1 réponse mise de côté."
    },
    noteOn: { "note sur \($0)" },
    leftBlank: { "Laissée sans réponse : \($0). PgPréc y revient." },
    undone: { "Annulé : \($0)" },
    redone: { "Rétabli : \($0)" },
    nothingToUndo: "Rien à annuler.",
    nothingToRedo: "Rien à rétablir.",
    noSpecial: "Ni « ne sait pas » ni refus prévus à cette question.",
    firstQuestion: "C’est la première question.",
    nothingRemains: "Plus rien à répondre : voici le bilan.",
    firstRemaining: "C’est la première question qui reste.",
    cleared: "Réponse effacée (^Z pour annuler).",
    nothingTicked: "Rien de pointé : ↓ puis Espace, ou le numéro, pour cocher.",
    instancesFrom: { minimum, maximum, count in
      let range = maximum.map { "de \(minimum) à \($0)" } ?? "au moins \(minimum)"
      return "\(range) · \(count) \(count > 1 ? "fiches" : "fiche")"
    },
    addInstance: "Ajouter",
    closeList: "Terminer cette liste et continuer",
    rosterHint: "Entrée sur une ligne : la compléter. Suppr : la retirer (annulable).",
    instanceIncomplete: { "\($0) : fiche incomplète ; vous pourrez y revenir plus tard." },
    pointAtInstance: "Pointez d’abord une fiche de la liste.",
    moved: { "\($0) : fiche n° \($1) (^Z pour annuler)." },
    removed: { "\($0) : fiche retirée (^Z pour annuler)." },
    toConfirm: "Confirmez-vous cette réponse ?",
    confirmYes: "Oui, c’est exact",
    confirmNo: "Non, je corrige",
    goTo: { "Aller à « \($0) »" },
    seeAlso: { "Voir aussi : \($0)." },
    explanation: "Explication (facultative) :",
    confirmed: "confirmé",
    plan: "Plan du questionnaire",
    search: "Rechercher : ",
    skipped: "non posée",
    filters: [
      .all: "Tout", .remaining: "Restantes", .toCheck: "À vérifier", .remarks: "Notes",
    ],
    legend: ["répondue", "à faire", "ici", "erreur", "alerte", "sans réponse", "note"],
    counts: { counts in
      let (done, blank) = (counts.done, counts.blank)
      return "\(done) \(done > 1 ? "répondues" : "répondue")"
        + (blank > 0 ? " · \(blank) \(blank > 1 ? "laissées vides" : "laissée vide")" : "")
        + " · \(counts.left) à faire"
        + (counts.wrong > 0 ? " · \(counts.wrong) \(counts.wrong > 1 ? "erreurs" : "erreur")" : "")
        + (counts.alerts > 0
          ? " · \(counts.alerts) \(counts.alerts > 1 ? "alertes" : "alerte")" : "")
    },
    found: { $0 > 1 ? "\($0) trouvées" : "\($0) trouvée" },
    summary: "Bilan",
    lasted: { "Durée \($0) min" },
    summaryCounts: { asked, answered, remarks in
      "\(asked) \(asked > 1 ? "questions posées" : "question posée")"
        + " · \(answered) \(answered > 1 ? "répondues" : "répondue")"
        + (remarks > 0 ? " · \(remarks) \(remarks > 1 ? "notes" : "note")" : "")
    },
    toSettle: { "À RÉGLER AVANT DE TERMINER (\($0))" },
    toCheck: { "À VÉRIFIER (\($0))" },
    unanswered: { "SANS RÉPONSE (\($0))" },
    remarks: { "NOTES (\($0))" },
    answers: "RÉPONSES",
    withoutAnswer: "facultative, sans réponse",
    halfTyped: "saisie non validée",
    requiredWithoutAnswer: "obligatoire, sans réponse",
    neededToFinish: "Une réponse est nécessaire pour terminer.",
    next: "Suite",
    later: "Continuer plus tard",
    staysOpen: "reste en cours",
    finish: "Terminer l’entretien",
    finishAndExport: "Terminer et exporter",
    finishTitle: "Terminer l’entretien ?",
    finishExplained: {
      $0 > 1 ? "\($0) questions attendent une réponse." : "1 question attend une réponse."
    },
    answerThem: "Répondre à ce qui reste",
    finishAnyway: "Terminer quand même",
    stopHere: "La personne arrête l’entretien",
    afterSettling: { $0 > 1 ? "après avoir réglé \($0) points" : "après avoir réglé 1 point" },
    finished: "Entretien terminé et enregistré.",
    stopped: "Entretien arrêté à la demande de la personne, et enregistré.",
    codeIs: { "Code de retrait, pour la personne\u{A0}: \($0)" },
    quitTitle: "Quitter cet entretien ?",
    allSaved: { "Toutes les réponses sont enregistrées (dernière : \($0))." },
    someNotSaved: {
      $0 > 1
        ? "Attention : \($0) changements ne sont pas encore enregistrés."
        : "Attention : 1 changement n’est pas encore enregistré."
    },
    remaining: { count, place in
      let left =
        count == 0
        ? "Il ne reste aucune question."
        : count == 1 ? "Il reste 1 question." : "Il reste \(count) questions."
      return "\(left) Vous reprendrez à : \(place)"
    },
    carryOn: "Continuer l’entretien",
    pauseHome: "Mettre en pause et revenir à l’accueil",
    pauseQuit: "Mettre en pause et quitter Baromètre",
    pauseReason: "Motif de la pause (facultatif) :",
    stopTitle: "La personne arrête l’entretien ?",
    stopExplained:
      "Les réponses données restent enregistrées ; l’entretien sera marqué « arrêté ».",
    stopReason: "Motif (facultatif) :",
    stopConfirm: "Arrêter l’entretien",
    remarkTitle: "Note sur cette question",
    remarkHint: "Ne pas noter de nom, ni d’opinion. Vide : pas de note.",
    remarkKept: "Note enregistrée (^Z pour annuler).",
    specialsTitle: "Sans réponse",
    menuTitle: "Menu",
    settingsTitle: "Réglages de ce poste",
    setting: { setting, settings, language in
      switch setting {
      case .language: "Langue de l’accueil : \(language == .french ? "français" : "anglais")"
      case .advance:
        "Passer à la suite dès qu’on a choisi\u{A0}: \(settings.advances ? "oui" : "non")"
      case .azerty:
        "Chiffres sans Maj (touches & é \" ' ( )\u{A0}: \(settings.azerty ? "oui" : "non")"
      case .mouse:
        settings.usesMouse ? "Souris\u{A0}: un clic répond" : "Souris : sélectionne, copie, colle"
      case .lock:
        settings.lockAfter == 0
          ? "Masquer l’écran si personne n’y touche\u{A0}: jamais"
          : "Masquer l’écran si personne n’y touche\u{A0}: après \(settings.lockAfter) minutes"
      }
    },
    helpTitle: { "Aide : \($0)" },
    helpHeads: ("RÉPONDRE", "SE DÉPLACER", "NE RIEN PERDRE", "UNE TOUCHE NE MARCHE PAS ?"),
    helpSafe: "Chaque réponse est enregistrée tout de suite. ^Z annule, ^Y rétablit.",
    helpTrouble: [
      "Échap ouvre un menu où tout se fait avec les flèches et Entrée.",
      "Sélectionner à la souris : Maj et glisser, ou Échap, Réglages, Souris.",
      "La rangée & é \" ' ( - è _ ç vaut 1 à 9 là où l’on ne saisit pas de texte.",
      "Échap répond en retard\u{A0}? C’est tmux\u{A0}: y mettre «\u{A0}set -s escape-time 25\u{A0}».",
    ],
    interviewerTitle: "Qui mène l’entretien\u{A0}?",
    interviewerExplained:
      "Vos initiales ou un code, pas votre nom\u{A0}: c’est gardé avec chaque réponse et"
      + " l’heure, donc la durée de l’entretien.",
    interviewerCode: {
      $0 ? "Votre code (taper le remplace)\u{A0}:" : "Votre code\u{A0}:"
    },
    interviews: "ENTRETIENS",
    newInterview: "NOUVEL ENTRETIEN",
    notFound: { "Rien ne correspond à «\u{A0}\($0)\u{A0}»." },
    emptySearch: "Suppr vide la recherche.",
    noInterview: "Aucun entretien pour l’instant.",
    enterStarts: "Entrée en commence un.",
    onlyTrash: { "Aucun entretien ici\u{A0}; \($0) à la corbeille." },
    viewTrash: "Échap, Voir la corbeille.",
    noMatch: { "Aucun entretien ne correspond à «\u{A0}\($0)\u{A0}»." },
    escapeClears: "Échap efface la recherche.",
    heldIn: { code in
      let name =
        switch Language(rawValue: code) {
        case .french?: "en français"
        case .english?: "en anglais"
        case nil: "dans la langue «\u{A0}\(code)\u{A0}»"
        }
      return "Cet entretien se mène \(name)\u{A0}; F2 change la langue."
    },
    storage: {
      switch $0 {
      case .plain: "Réponses non chiffrées sur ce disque."
      case .sealed: "Réponses chiffrées sur ce disque."
      }
    },
    storageBriefly: {
      switch $0 {
      case .plain: "disque non chiffré"
      case .sealed: "chiffré"
      }
    },
    columns: ("Questionnaire", "Avancement"),
    states: (
      "en cours", "à vérifier", "terminé", "arrêté", "refus", "exporté", "retiré", "note"
    ),
    kindMark: {
      switch $0 {
      case .interview, .imported: ""
      case .training: "essai · "
      case .simulated: "simulé · "
      }
    },
    unexported: { count in
      switch count {
      case 0: ""
      case 1: "1 entretien terminé ou arrêté n’est pas encore exporté."
      default:  // 2 and more.
        "\(count) entretiens terminés ou arrêtés ne sont pas encore exportés."
      }
    },
    toExport: { "\($0) à exporter" },
    trainingTitle: "Entraînement",
    trainingExplained: "Un essai, marqué comme tel, que les exports laissent de côté.",
    trashTitle: "CORBEILLE",
    trashEmpty: "La corbeille est vide.",
    trashed: { "\($0) : à la corbeille (^Z pour annuler)." },
    restored: { "\($0) : sorti de la corbeille." },
    pointAtInterview: "Pointez d’abord un entretien de la liste.",
    reopenTitle: "Rouvrir cet entretien ?",
    reopenExplained: { entry in
      let end =
        switch entry.status {
        case .stopped: "La personne l’a arrêté."
        case .finished where entry.isRefused: "La personne a refusé d’y répondre."
        case .finished, .inProgress, .withdrawn: "Il est terminé."
        }
      return end
        + " Rouvert, il est à terminer de nouveau\u{A0}; d’ici là, les exports gardent l’ancien."
    },
    reopenReason: "Motif de la correction :",
    reopenConfirm: "Rouvrir pour corriger",
    leaveAsItIs: "Laisser tel quel",
    reasonNeeded: "Dites en quelques mots ce qui est à corriger.",
    cannotReopen: "Cet entretien a été retiré à la demande de la personne.",
    homeCount: { $0 > 1 ? "\($0) entretiens" : "\($0) entretien" },
    noForm: "Aucun questionnaire trouvé. Indiquez leur dossier avec --questionnaires.",
    unreadable: "illisible",
    keysTitle: "Touches · ce que reçoit le programme",
    keysInvitation:
      "Appuyez sur une touche : son nom, puis ce qu’elle fait dans un entretien. Deux fois ^Q ou Échap : quitter.",
    keysNothing: "rien",
    keysText: "ce caractère, dans un texte",
    keysDigit: { "répondre \($0) ; ce caractère, dans un texte" },
    keysPaste: { "collage de \($0) \($0 > 1 ? "caractères" : "caractère")" },
    keysMouse: { "\($0 ? "clic" : "molette") ligne \($1) col. \($2)" },
    linearHelp: [
      ":b retour   :p plan   :r reste à faire   :s bilan   :n note   :u annuler   :y rétablir",
      ":k sans réponse   :e effacer   :l langue   :x exporter   :m menu   :q pause et quitter   :? ou ? aide",
      "Ligne vide : garder la réponse, ou laisser sans réponse. « :: » commence un texte par « : ».",
      "Plusieurs choix : leurs numéros ou leurs codes, séparés par des espaces.",
    ],
    linearHomeHelp: [
      "Un numéro ouvre un entretien ou en commence un. Des lettres cherchent, une ligne vide efface la recherche.",
      "-1 met le premier entretien à la corbeille, :u l’en sort.",
      ":r résultats   :x exporter   :l langue   :m menu   :b retour   :q quitter   :? ou ? aide",
    ],
    linearHint:
      "Un numéro ouvre, des lettres cherchent\u{A0}; :r résultats, :m menu, :? aide, :q quitter.",
    linearSeeAll: "Ligne vide\u{A0}: tout revoir.",
    linearOther: { "\u{A0}: tapez «\u{A0}\($0): le texte\u{A0}»" },
    linearPhrases: [
      ("^Z", ":u"), ("F2 change", ":l change"), ("PgPréc", ":b"),
      ("^U vide la ligne, puis Entrée.", "Une ligne vide laisse sans réponse."),
      ("Espace ou le numéro pour cocher", "tapez les numéros voulus"),
      ("↓ puis Espace, ou le numéro, pour cocher", "tapez les numéros voulus"),
      ("décochez une réponse avant d’en ajouter une autre", "tapez moins de numéros"),
    ],
    linearSaved: "Tout est enregistré.",
    linearPaused: { label, id in
      "Tout est enregistré. Pour reprendre\u{A0}: barometre --linear, puis le numéro de"
        + " «\u{A0}\(label)\u{A0}»\u{A0}; ou barometre fill --linear --resume \(id)"
    },
    linearTrash: "Tapez un numéro pour restaurer un entretien\u{A0}; ligne vide pour revenir.",
    linearPlan:
      "Un numéro y va, des mots cherchent, :f filtre (restantes, à vérifier, notes) ; ligne vide : revenir.",
    linearRoster:
      "Un numéro ouvre, -1 retire la première fiche, +1 en insère une avant elle, 2>1 met la deuxième en premier.",
    linearLongText: "Plusieurs lignes ; un point seul sur une ligne termine.",
    linearResults: "Tapez un numéro pour lire une partie ; ligne vide pour revenir.",
    unknownCommand: { "« \($0) » n’est pas une commande : :? donne la liste." },
    chooseNumber: { "Tapez un numéro de 1 à \($0)." },
    chooseOption: { "Tapez un numéro de 1 à \($0)\u{A0}; 0, :b ou une ligne vide\u{A0}: retour." },
    questionNumber: { "question \($0)" },
    colon: " : "
  )
}
