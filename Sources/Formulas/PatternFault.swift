/// Why a pattern cannot be read, said to whoever writes the questionnaire.
package struct PatternFault: Error, Hashable {
  /// Where, in bytes of UTF-8 from the start of the pattern.
  package let range: Range<Int>
  package let fact: Fact

  /// What is wrong; texts are as written.
  package enum Fact: Hashable, Sendable {
    case unclosedGroup
    case extraParenthesis
    case unclosedClass
    case emptyClass
    case badRange(String)
    case nothingToRepeat(String)
    case doubledRepeat(String)
    case badBounds(String)
    case unknownEscape(String)
    case unknownProperty(String)
    case misplacedAnchor(String)
    case lookAround
    case backReference
    case tooLarge
  }

  package func sentence(in language: Language) -> String {
    switch language {
    case .french: frenchSentence
    case .english: englishSentence
    }
  }

  private var englishSentence: String {
    switch fact {
    case .unclosedGroup: "In this pattern a ‘(’ is never closed."
    case .extraParenthesis: "In this pattern a ‘)’ closes nothing; for the sign itself write ‘\\)’."
    case .unclosedClass: "In this pattern a ‘[’ is never closed."
    case .emptyClass: "In this pattern nothing stands between ‘[’ and ‘]’."
    case .badRange(let text): "In this pattern ‘\(text)’ is not a range: write the lower end first."
    case .nothingToRepeat(let sign): "In this pattern ‘\(sign)’ has nothing before it to repeat."
    case .doubledRepeat(let sign): "In this pattern ‘\(sign)’ repeats a repetition: leave it out."
    case .badBounds(let text):
      "In this pattern ‘\(text)’ is no count: write {3}, {2,5} or {2,}, at most 1000."
    case .unknownEscape(let text): "Patterns do not know ‘\(text)’: they know \\d \\w \\s \\p{L}."
    case .unknownProperty(let name):
      "Patterns do not know ‘\\p{\(name)}’: they know L Lu Ll M N Nd P S Z."
    case .misplacedAnchor(let sign): "In this pattern ‘\(sign)’ stands elsewhere than at an end."
    case .lookAround: "Patterns have no ‘(?…)’ groups besides ‘(?:…)’."
    case .backReference: "Patterns cannot refer back to a group."
    case .tooLarge: "This pattern is too large: ask for fewer repetitions."
    }
  }

  private var frenchSentence: String {
    switch fact {
    case .unclosedGroup: "Dans ce motif, une « ( » n’est jamais fermée."
    case .extraParenthesis:
      "Dans ce motif, une « ) » ne ferme rien ; pour le signe lui-même, écrivez « \\) »."
    case .unclosedClass: "Dans ce motif, un « [ » n’est jamais fermé."
    case .emptyClass: "Dans ce motif, il n’y a rien entre « [ » et « ] »."
    case .badRange(let text):
      "Dans ce motif, « \(text) » n’est pas un intervalle : écrivez d’abord la borne basse."
    case .nothingToRepeat(let sign): "Dans ce motif, rien ne précède « \(sign) » à répéter."
    case .doubledRepeat(let sign): "Dans ce motif, « \(sign) » répète une répétition : ôtez-le."
    case .badBounds(let text):
      "Dans ce motif, « \(text) » n’est pas un nombre de fois : {3}, {2,5} ou {2,}, au plus 1000."
    case .unknownEscape(let text):
      "Les motifs ne connaissent pas « \(text) », mais \\d \\w \\s \\p{L}."
    case .unknownProperty(let name):
      "Les motifs ne connaissent pas « \\p{\(name)} », mais L Lu Ll M N Nd P S Z."
    case .misplacedAnchor(let sign): "Dans ce motif, « \(sign) » est ailleurs qu’à un bout."
    case .lookAround: "Les motifs n’ont pas de groupe « (?…) » autre que « (?:…) »."
    case .backReference: "Les motifs ne peuvent pas renvoyer à un groupe."
    case .tooLarge: "Ce motif est trop grand : demandez moins de répétitions."
    }
  }
}
