import Console
import Formulas
import Foundation
import Interviews
import Questions
import Testing

@testable import Screens

/// The home screen: found, begun, tried, thrown away and taken back.
@Suite struct HomeDialogues {
  @Test func `home finds saints by their short name, and starts nothing by mistake`() {
    var play = Screenplay(home: ScreenPictures.entries)
    play.type("st-etienne")
    guard case .entry(let entry)? = play.app.home.target else {
      Issue.record("nothing is found")
      return
    }
    #expect(entry.id == "4")
    play.type("zzz")
    play.press(.enter)
    #expect(play.effects.isEmpty && play.app.overlay == nil)
  }

  @Test func `the first interview is one Enter away`() {
    var play = Screenplay(home: [])
    play.press(.enter)
    #expect(
      play.effects == [.begin(form: 0, language: "fr", .interview)] && play.question == "bonjour")
  }

  @Test func `the trash takes the interview pointed at, and a key gives it back`() {
    var play = Screenplay(home: ScreenPictures.entries)
    play.press(.down, .delete)
    #expect(play.effects == [.trash("2"), .list(.interviews)])
    #expect(play.message.hasPrefix("Bar-le-Duc"))
    play.play(.listed(ScreenPictures.entries.filter { $0.id != "2" }, .interviews))
    #expect(play.app.home.found.allSatisfy { $0.id != "2" })
    play.press(.control("z"))
    #expect(play.effects.suffix(2) == [.restore("2"), .list(.interviews)])
    play.press(.control("z"))
    #expect(play.message == "Rien à annuler.")
  }

  @Test func `after the trash, the pointer is on a neighbour and the way back stays said`() {
    var play = Screenplay(home: Array(ScreenPictures.entries.prefix(2)))
    play.press(.down, .delete)
    play.play(.listed([ScreenPictures.entries[0]], .interviews))
    guard case .entry(let entry)? = play.app.home.target else {
      Issue.record("Enter would start another interview")
      return
    }
    #expect(entry.id == "1")
    play.press(.up)
    #expect(play.picture.text.contains("Bar-le-Duc : à la corbeille (^Z pour annuler)."))
    play.press(.control("z"))
    #expect(!play.picture.text.contains("à la corbeille"))
  }

  @Test func `what was thrown away comes back one by one, the latest first`() {
    var play = Screenplay(home: Array(ScreenPictures.entries.prefix(3)))
    for left in [[1, 2], [2]] {
      play.press(.delete)
      play.play(.listed(left.map { ScreenPictures.entries[$0] }, .interviews))
    }
    play.press(.control("z"))
    play.press(.control("z"))
    let thrown = play.effects.compactMap { if case .trash(let id) = $0 { id } else { nil } }
    let restored = play.effects.compactMap { if case .restore(let id) = $0 { id } else { nil } }
    #expect(thrown.count == 2 && restored == thrown.reversed())
    #expect(play.message.hasSuffix("sorti de la corbeille."))
    play.press(.control("z"))
    #expect(play.message == "Rien à annuler.")
  }

  @Test func `with everything in the trash, home says where it is`() {
    var play = Screenplay(home: [])
    #expect(play.picture.text.contains("Aucun entretien pour l’instant"))
    play.play(.trashCounted(1))
    #expect(play.picture.text.contains("Aucun entretien ici ; 1 à la corbeille"))
    #expect(LinearDialogues.Reader(play).printed.contains("1 à la corbeille"))
  }

  @Test func `a search that finds nothing says so, and Escape gives it up first`() {
    var play = Screenplay(home: ScreenPictures.entries)
    play.type("xyz")
    #expect(play.picture.text.contains("Aucun entretien ne correspond à « xyz »."))
    #expect(play.picture.text.contains("Échap Effacer"))
    play.press(.escape)
    #expect(play.app.home.search.isEmpty && play.app.overlay == nil)
    play.press(.escape)
    #expect(play.app.overlay != nil)
  }

  @Test func `a refusal and an export are told apart from the end they came to`() {
    let ends: [(Status, Bool, Bool)] = [
      (.finished, false, true), (.finished, true, false), (.stopped, false, true),
    ]
    let entries = ends.enumerated().map { place, end in
      HomeEntry(
        id: "\(place)", label: "Toul", form: "mairies", status: end.0, done: 1, of: 1,
        updated: "14:32", isExported: end.2, isRefused: end.1)
    }
    let play = Screenplay(home: entries)
    for shown in ["✓ terminé ↑", "– refus  ", "– arrêté ↑", "↑ exporté", "✎ note"] {
      #expect(play.picture.text.contains(shown), "\(shown)")
    }
    let spoken = LinearDialogues.Reader(play).printed
    for said in ["terminé, exporté", "refus, 14:32", "arrêté, exporté"] {
      #expect(spoken.contains(said), "\(said)")
    }
  }

  @Test(arguments: Stage.all) func `Escape's menu and Enter are always in the help rows`(
    stage: Stage
  ) {
    let play = Screenplay(
      home: ScreenPictures.entries, .mairies, stage.columns, stage.rows, in: stage.language)
    for action in [Action.menu, .open] {
      #expect(play.picture.text.contains(" \(play.app.words.actions[action] ?? "-")"), "\(action)")
    }
  }

  @Test func `several questionnaires are told apart on a narrow screen`() {
    var play = Screenplay(home: ScreenPictures.entries, .mairies, 60, 16)
    #expect(play.picture.text.contains("Ancerville         Mairies de Lor"))
    play.resize(40, 10)
    #expect(play.picture.text.contains("2 à exporter · Mairies de Lorraine"))
    let alone = Array(ScreenPictures.entries.prefix(3))
    #expect(!Screenplay(home: alone, .mairies, 60, 16).picture.text.contains("Mairies de Lor…"))
  }

  @Test func `an interview taken up again in another language says so`() {
    var play = Screenplay(home: ScreenPictures.entries)
    let english = Interview(Screenplay.start("en"), on: .mairies)
    play.play(.opened(english, savedAt: "14:32"))
    #expect(play.message == "Cet entretien se mène en anglais\u{A0}; F2 change la langue.")
    let french = Interview(Screenplay.start("fr"), on: .mairies)
    play.play(.opened(french, savedAt: "14:32"))
    #expect(play.message.isEmpty)
  }

  @Test(arguments: [
    (Status.finished, false, "Il est terminé."), (.stopped, false, "La personne l’a arrêté."),
    (.finished, true, "La personne a refusé d’y répondre."),
  ])
  func `reopening says how the interview ended`(status: Status, isRefused: Bool, end: String) {
    var play = Screenplay(home: [
      HomeEntry(
        id: "1", label: "Toul", form: "mairies", status: status, done: 1, of: 1, updated: "14:32",
        isRefused: isRefused)
    ])
    play.press(.enter)
    #expect(play.picture.text.contains(end))
  }

  @Test func `the menu says what it puts in the trash, and what it shows of it`() {
    var play = Screenplay(home: ScreenPictures.entries)
    play.choose(fromMenu: "Mettre à la corbeille (Suppr)")
    #expect(play.effects == [.trash("1"), .list(.interviews)])
  }

  @Test func `Delete empties a search before it throws anything away`() {
    var play = Screenplay(home: ScreenPictures.entries)
    play.type("metz")
    play.press(.delete)
    #expect(play.effects.isEmpty && play.app.home.search.isEmpty)
  }

  @Test func `an interview that cannot be read says why`() {
    var play = Screenplay(home: ScreenPictures.entries)
    play.press(.end, .up, .enter)
    #expect(play.effects.isEmpty && play.message == "✗ abîmé")
  }

  @Test func `nothing but an interview goes to the trash`() {
    var play = Screenplay(home: ScreenPictures.entries)
    play.press(.tab, .delete)
    #expect(play.effects.isEmpty)
    #expect(play.message == "Pointez d’abord un entretien de la liste.")
  }

  @Test func `the trash is looked at from the menu, gives back, and is left`() {
    var play = Screenplay(home: ScreenPictures.entries)
    play.choose(fromMenu: "Voir la corbeille")
    #expect(play.effects == [.list(.trash)])
    play.play(.listed([ScreenPictures.entries[3]], .trash))
    #expect(play.picture.text.contains("CORBEILLE") && !play.picture.text.contains("NOUVEL"))
    play.press(.enter)
    #expect(play.effects.suffix(2) == [.restore("6"), .list(.trash)])
    play.play(.listed([], .trash))
    #expect(play.picture.text.contains("La corbeille est vide."))
    play.press(.escape)
    #expect(play.effects.last == .list(.interviews))
  }

  @Test func `an ended interview is reopened with a reason, never by Enter alone`() {
    var play = Screenplay(home: ScreenPictures.entries)
    play.press(.down, .down, .enter)
    #expect(play.picture.text.contains("Rouvrir cet entretien"))
    play.press(.enter)
    #expect(play.effects.isEmpty && play.app.overlay == nil)
    play.press(.enter)
    play.type("2")
    #expect(play.effects.isEmpty)
    #expect(play.message == "Dites en quelques mots ce qui est à corriger.")
    play.type("une faute")
    play.press(.enter)
    #expect(play.effects == [.reopen("3", reason: "une faute")])
  }

  @Test func `training starts on the questionnaire pointed at, and is marked`() {
    var play = Screenplay(home: ScreenPictures.entries)
    play.press(.control("t"))
    #expect(play.effects == [.begin(form: 0, language: "fr", .training)])
    #expect(play.picture.text.hasPrefix(" ENTRAÎNEMENT"))
  }

  @Test func `a simulated interview is no person's, and says so`() {
    let entries = Start.Kind.allCases.map { kind in
      HomeEntry(
        id: kind.rawValue, label: "Toul", form: "mairies", kind: kind, status: .finished, done: 9,
        of: 9, updated: "14:32")
    }
    var play = Screenplay(home: entries)
    let spoken = LinearDialogues.Reader(play).printed
    for shown in [play.picture.text, spoken] {
      #expect(shown.contains("simulé · Toul") && shown.contains("essai · Toul"))
      #expect(shown.components(separatedBy: " · Toul").count == 3)
    }
    play.press(.function(2))
    #expect(play.picture.text.contains("simulated · Toul"))
    play.play(
      .opened(Interview(Screenplay.start("fr", .simulated), on: .mairies), savedAt: "14:32"))
    #expect(play.picture.text.hasPrefix(" SIMULÉ · "))
    play.press(.control("p"))
    #expect(play.picture.text.hasPrefix(" SIMULÉ · Plan"))
  }

  @Test func `the list speaks the language of the screen`() {
    var play = Screenplay(home: ScreenPictures.entries)
    #expect(play.picture.text.contains("Mairies de Lorraine"))
    play.press(.function(2))
    #expect(play.picture.text.contains("Town halls of Lorr"))
  }

  @Test func `what no export holds is counted, trials apart`() {
    let play = Screenplay(home: ScreenPictures.entries)
    #expect(play.picture.text.contains("2 à exporter"))
    #expect(!Screenplay(home: []).picture.text.contains("exporté"))
  }

  @Test func `the pointer stays on its interview when the list changes`() {
    var play = Screenplay(home: ScreenPictures.entries)
    play.press(.down, .down)
    play.play(.listed(ScreenPictures.entries.reversed(), .interviews))
    play.press(.enter)
    #expect(play.app.overlay != nil && play.picture.text.contains("Étain"))
  }
}
