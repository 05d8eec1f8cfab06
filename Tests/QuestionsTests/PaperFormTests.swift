import Formulas
import Foundation
import Questions
import Scenarios
import Testing

/// Questionnaires on paper.
@Suite struct PaperFormTests {
  static func shipped(_ name: String) throws -> Questionnaire {
    let file = ShippedQuestionnaireTests.folder.appending(path: "\(name)/questionnaire.json")
    return try QuestionnaireFile.read([UInt8](Data(contentsOf: file))) { _ in nil }.questionnaire
  }

  @Test(arguments: ["barometre", "reunion"], ["fr", "en"])
  func `everything of a shipped questionnaire is on paper`(name: String, language: String) throws {
    let form = try Self.shipped(name)
    let paper = PaperForm(form, in: language).markdown
    let place = form.place(of: language)
    let lines = Set(paper.split(separator: "\n"))
    #expect(form.items.count > 12)
    for item in form.items where item.question != nil {
      #expect(paper.contains("`\(item.name)`"), "\(item.name)")
      let choices = item.question?.kind.choices?.list.choices ?? []
      for choice in choices {
        let option = "\(PaperForm.escaped(choice.label[place])) `\(choice.name)`"
        #expect(paper.contains(option), "\(item.name): \(option)")
      }
    }
    for check in form.checks {
      #expect(lines.contains { $0.hasPrefix("> **") && $0.contains("`\(check.name)`") })
    }
    for special in form.specials { #expect(paper.contains("- [ ] *\(special.label[place])*")) }
    for list in form.lists.values.compactMap(\.file) { #expect(paper.contains("`\(list.file)`")) }
  }

  @Test(arguments: ["barometre", "reunion"], ["fr", "en"])
  func `no formula is left as it is written`(name: String, language: String) throws {
    let paper = PaperForm(try Self.shipped(name), in: language).markdown
    for written in ["${", "selected(", "not(", "one-of(", "pulldata(", " != ", "il est faux que"] {
      #expect(!paper.contains(written), "\(written)")
    }
    #expect(paper.contains(language == "fr" ? "*Poser si\u{A0}: " : "*Ask if: "))
  }

  @Test func `French on paper keeps its no-break spaces`() throws {
    let paper = PaperForm(try Self.shipped("barometre"), in: "fr").markdown
    for line in paper.split(separator: "\n") {
      let plain = line.replacing(/`[^`]*`/, with: "x\u{A0}").replacing(
        /«\u{A0}[^»]*[\[{][^»]*»/, with: "x")
      #expect(!plain.contains(/[^\u{A0}?!…\\][;:?!»%€]/), "\(line)")
    }
  }

  @Test func `a question is told whole, in French`() throws {
    let table = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Tables/paper.md")
    let paper = PaperForm(Self.every, in: "fr").markdown
    #expect(try paper == String(contentsOf: table, encoding: .utf8))
  }

  @Test func `a question is told whole, in English`() {
    let paper = PaperForm(Self.every, in: "en").markdown
    for line in [
      "*at least 1 sheet · sheets open at first: 2 (Âge) · "
        + "title of a sheet: Enfant n° [place of the sheet]*",
      "*0 to 120\u{A0}ans · in steps of 0.5 · 1 decimal at most · required · in short “Âge”*",
      "*to be ranked, the first one first: 2 ranks*", "*hour and minutes*",
      "*month and year · failing that, year*",
    ] {
      #expect(paper.contains("\n\(line)\n"), "\(line)")
    }
  }
}

extension PaperFormTests {
  /// Everything a paper form tells, once.
  static let every: Questionnaire = {
    let text = #"""
      {"format": 1, "id": "tout", "version": "1", "title": "Tout * ou presque",
       "description": "Une fois chaque chose.", "languages": ["fr", "en"],
       "missing": [{"name": "nsp", "kind": "dont_know", "label": "Ne sait pas"}],
       "choice_lists": {
         "villes": {"file": "villes.csv", "key": "code", "label": "nom", "show": ["code"]},
         "avis": [
           {"name": "pour", "label": "Pour"}, {"name": "contre", "label": "Contre"},
           {"name": "autre", "label": "Autre", "other": true, "anchor": "last"},
           {"name": "rien", "label": "Rien", "exclusive": true, "relevant": "${age} > 2"}]},
       "items": [
         {"type": "group", "name": "debut", "label": "Début", "items": [
           {"type": "acknowledge", "name": "notice", "number": "1", "label": "Vos droits",
            "text": "Première ligne\nseconde.\n\nAutre paragraphe.", "required": true,
            "required_message": "À lire."},
           {"type": "decimal", "name": "age", "number": "2", "label": "Quel âge ?",
            "short_label": "Âge", "minimum": 0, "maximum": 120, "step": 0.5, "decimals": 1,
            "unit": "ans", "required": true, "missing": ["nsp"],
            "checks": [
              {"name": "C1", "severity": "error", "constraint": ". != 13", "message": "Pas 13."},
              {"name": "C2", "severity": "info", "relevant": "${age} > 99",
               "constraint": "false()", "message": "Bravo."}]},
           {"type": "select_one", "name": "ville", "label": "Où ?", "choices": "villes",
            "choice_filter": "number(taille) = ${age}", "personal": "indirect"}]},
         {"type": "select_multiple", "name": "idees", "label": "Quoi ?", "choices": "avis",
          "randomize": true, "max_selected": 1, "relevant": "${age} > 5"},
         {"type": "grid", "name": "grille", "number": "3", "label": "Et ceci ?", "missing": ["nsp"],
          "choices": [{"name": "oui", "label": "Oui"}, {"name": "non", "label": "Non"}],
          "rows": [{"name": "eau", "label": "L’eau"},
                   {"name": "air", "label": "L’air", "relevant": "${age} > 5"}]},
         {"type": "rank", "name": "rang", "label": "Dans quel ordre ?", "max_selected": 2,
          "choices": [{"name": "x", "label": "X"}, {"name": "y", "label": "Y"}]},
         {"type": "time", "name": "heure", "label": "À quelle heure ?"},
         {"type": "date", "name": "jour", "label": "Quand ?", "precision": "month",
          "coarsest": "year"},
         {"type": "text", "name": "code", "label": "Code ?", "pattern": "[A-Z]{2}",
          "pattern_message": "Deux capitales.", "default": "'AB'", "when_blank": "sans code"},
         {"type": "calculate", "name": "double", "short_label": "Double de l’âge",
          "calculation": "${age} * 2"},
         {"type": "repeat", "name": "enfant", "label": "Enfants", "min": 1, "open": "${age}",
          "item_label": "Enfant n° ${_position}", "items": [
            {"type": "text", "name": "prenom", "label": "Le prénom, ${code} ?"}]},
         {"type": "note", "name": "fin", "label": "Fin.", "ends": true}],
       "checks": [{"name": "C3", "severity": "warning", "constraint": "${double} < 200",
                   "message": "Bien grand."}]}
      """#
    do throws(Problems) {
      let csv = "code,nom,taille\n01,Ici,3\n"
      return try QuestionnaireFile.read(Array(text.utf8)) { _ in Array(csv.utf8) }.questionnaire
    } catch {
      preconditionFailure("it is sound: \(error.all.map(\.fact))")
    }
  }()
}
