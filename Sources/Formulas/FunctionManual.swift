/// The manual of the functions, made of their own data.
package struct FunctionManual {
  private let language: Language

  package init(in language: Language) {
    self.language = language
  }

  /// To be read in a terminal: a line of how it is called, a line of what it gives.
  package var text: String {
    Function.Subject.allCases.map { subject in
      let functions = subject.functions.map { function in
        "  \(function.signature)\n      \(function.summary(in: language))\n"
      }
      return "\(subject.title(in: language).uppercased())\n\n\(functions.joined())"
    }.joined(separator: "\n")
  }

  /// As tables of Markdown, one per subject.
  package var markdown: String {
    let heads =
      switch language {
      case .french: "| Fonction | Ce qu’elle donne |"
      case .english: "| Function | What it gives |"
      }
    return Function.Subject.allCases.map { subject in
      let rows = subject.functions.map { function in
        "| `\(function.signature)` | \(function.summary(in: language)) |\n"
      }
      return "#### \(subject.title(in: language))\n\n\(heads)\n|---|---|\n\(rows.joined())"
    }.joined(separator: "\n")
  }
}

extension Function {
  /// What functions are about, in the order of the manual.
  package enum Subject: CaseIterable, Sendable {
    case choices
    case repeats
    case numbers
    case texts
    case dates

    package var functions: [Function] {
      switch self {
      case .choices: Function.choiceFunctions
      case .repeats: Function.repeatFunctions
      case .numbers: Function.numberFunctions
      case .texts: Function.textFunctions
      case .dates: Function.dateFunctions
      }
    }

    package func title(in language: Language) -> String {
      switch (self, language) {
      case (.choices, .french): "Conditions et choix"
      case (.choices, .english): "Conditions and choices"
      case (.repeats, .french): "Répétitions"
      case (.repeats, .english): "Repeats"
      case (.numbers, .french): "Nombres"
      case (.numbers, .english): "Numbers"
      case (.texts, .french): "Textes"
      case (.texts, .english): "Texts"
      case (.dates, .french): "Dates"
      case (.dates, .english): "Dates"
      }
    }
  }
}
