import Formulas
import Questions

/// What is wrong in tables to import: facts, for the coordinator.
package struct ImportFault: Error, Hashable, Sendable {
  package enum Fact: Hashable, Sendable {
    case notUTF8
    case empty
    case openQuote
    case cellCount(Int, expected: Int)
    /// The first column ties the tables together, and has another name elsewhere.
    case otherKey(String, expected: String)
    case noSuchColumn(String, nearest: String?)
    case columnTwice(String)
    /// Questions of the interview and of a repeat, or of two repeats, in one table.
    case mixedTable(String, String)
    /// A repeat inside another cannot be told from a table alone.
    case innerRepeat(String)
    case noInterviews
    case severalTables(of: String)
    case keyTwice(String)
    case blankKey
    case noSuchInterview(String)
    case rejected(column: String, Rejection)
    /// Given, but other answers or the list as it is now leave no place for it.
    case notTaken(column: String, String)
  }

  package let fact: Fact
  package let path: String
  /// From 1; 0 for what was set for all.
  package let line: Int

  package init(_ fact: Fact, path: String, line: Int) {
    self.fact = fact
    self.path = path
    self.line = line
  }

  /// `file:line: error: sentence`, without a line where there is none; a value left out is a warning.
  package func text(in language: Language) -> String {
    "\(path)\(line > 0 ? ":\(line)" : ""): \(word(in: language)): \(sentence(in: language))"
  }

  /// Whether nothing can be imported because of it.
  package var blocks: Bool {
    if case .notTaken = fact { false } else { true }
  }

  private func word(in language: Language) -> String {
    switch language {
    case .french: blocks ? "erreur" : "attention"
    case .english: blocks ? "error" : "warning"
    }
  }

  private func sentence(in language: Language) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }

  private var french: String {
    switch fact {
    case .notUTF8: "Ce fichier n’est pas en UTF-8."
    case .empty: "Ce fichier est vide : il faut une ligne de titres."
    case .openQuote: "Un guillemet ouvert sur cette ligne n’est pas refermé."
    case .cellCount(let count, let expected):
      "Cette ligne a \(count) cases ; les titres en ont \(expected)."
    case .otherKey(let name, let expected):
      "La première colonne relie les tables : « \(expected) » ailleurs, « \(name) » ici."
    case .noSuchColumn(let name, let nearest):
      "Aucune question ne s’appelle « \(name) »."
        + (nearest.map { " Vouliez-vous dire « \($0) » ?" } ?? "")
    case .columnTwice(let name): "La colonne « \(name) » est là deux fois."
    case .mixedTable(let one, let other):
      "« \(one) » et « \(other) » ne sont pas du même niveau : une table par répétition."
    case .innerRepeat(let name):
      "« \(name) » est dans une répétition à l’intérieur d’une autre : cela ne s’importe pas."
    case .noInterviews: "Aucun de ces fichiers ne décrit les entretiens eux-mêmes."
    case .severalTables(let name): "Deux fichiers décrivent « \(name) »."
    case .keyTwice(let key): "L’entretien « \(key) » est là deux fois."
    case .blankKey: "La première case, qui nomme l’entretien, est vide."
    case .noSuchInterview(let key): "Aucun entretien ne s’appelle « \(key) »."
    case .rejected(let column, let rejection):
      "\(column) : \(rejection.sentence(in: .french, texts: 0))"
    case .notTaken(let column, let value):
      "\(column) : « \(value) » n’est pas repris, les autres réponses ne lui laissent pas de place."
    }
  }

  private var english: String {
    switch fact {
    case .notUTF8: "This file is not in UTF-8."
    case .empty: "This file is empty: it needs a line of titles."
    case .openQuote: "A quote opened on this line is not closed."
    case .cellCount(let count, let expected):
      "This line has \(count) cells; the titles have \(expected)."
    case .otherKey(let name, let expected):
      "The first column ties the tables: ‘\(expected)’ elsewhere, ‘\(name)’ here."
    case .noSuchColumn(let name, let nearest):
      "No question is called ‘\(name)’." + (nearest.map { " Did you mean ‘\($0)’?" } ?? "")
    case .columnTwice(let name): "The column ‘\(name)’ is there twice."
    case .mixedTable(let one, let other):
      "‘\(one)’ and ‘\(other)’ are not of the same level: one table per repeat."
    case .innerRepeat(let name):
      "‘\(name)’ is in a repeat inside another: that cannot be imported."
    case .noInterviews: "None of these files describes the interviews themselves."
    case .severalTables(let name): "Two files describe ‘\(name)’."
    case .keyTwice(let key): "The interview ‘\(key)’ is there twice."
    case .blankKey: "The first cell, which names the interview, is blank."
    case .noSuchInterview(let key): "No interview is called ‘\(key)’."
    case .rejected(let column, let rejection):
      "\(column): \(rejection.sentence(in: .english, texts: 0))"
    case .notTaken(let column, let value):
      "\(column): ‘\(value)’ is left out, the other answers leave no place for it."
    }
  }
}

/// Every fault found, in the order of the files.
package struct ImportFaults: Error, Hashable, Sendable {
  package let all: [ImportFault]
}
