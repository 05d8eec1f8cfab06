import Formulas
import Questions

extension Interview {
  /// An author's text as it is read at a spot: names replaced by what was answered.
  ///
  /// Quotes and guillemets inside a piped answer are dropped, since texts put their own around it.
  ///
  /// - Parameter spot: where the text stands; nil outside every repeat.
  package func text(_ text: LocalizedText, at spot: Spot? = nil) -> String {
    LocalizedText.pieces(of: text[tree.language]).map { piece in
      switch piece {
      case .text(let text): text
      case .shown(let name): piped(name, at: spot, isRaw: false)
      case .raw(let name, _): piped(name, at: spot, isRaw: true)
      }
    }.joined()
  }

  /// A text of one instance of a repeat: its title, for example.
  package func text(_ text: LocalizedText, inInstance frame: Int) -> String {
    self.text(text, at: Spot(frame: frame, item: 0))
  }

  private func piped(_ name: String, at spot: Spot?, isRaw: Bool) -> String {
    let frame = spot?.frame ?? 0
    if let text = system(name, frame) { return text }
    guard let item = questionnaire[name] else { return "…" }
    let depth = item.repeats.count
    guard depth <= tree.depth(of: frame) else { return "…" }
    let source = Spot(frame: tree.ancestor(of: frame, at: depth), item: item.index)
    guard item.repeats.last == tree.frames[source.frame].roster else { return "…" }
    let value = tree[source].value
    if value.isBlank {
      return item.question?.whenBlank?[tree.language] ?? (isRaw ? "" : "…")
    }
    return (isRaw ? value.plain : shown(value, at: source)).withoutQuotes
  }

  private func system(_ name: String, _ frame: Int) -> String? {
    switch name {
    case "_code": start.code
    case "_id": start.id
    case "_started": LocalForm(language: frameLanguage).date(start.started.date)
    case "_language": language
    case "_position": String(tree.frames[frame].ordinal)
    case "_count": roster(ofFrame: frame).map { String(instances(of: $0).count) } ?? "1"
    default: nil  // Not a system name: `String` is not an enum of ours.
    }
  }

  /// A value as a person reads it, in the language spoken now.
  package func shown(_ value: Value, at spot: Spot) -> String {
    if let file = tree.item(spot).question?.kind.choices?.list.file, let row = tree.rows[spot] {
      return file.choice(row).label[tree.language]
    }
    let form = LocalForm(language: frameLanguage)
    return tree.item(spot).question?.kind
      .shown(value, language: tree.language, in: form) ?? value.plain
  }

  /// What was answered at a spot, as a person reads it: a value, a special answer; blank for none.
  package func shownAnswer(at spot: Spot) -> String {
    switch presence(at: spot) {
    case .special(let name):
      questionnaire.special(name)?.label[tree.language] ?? name
    case .answered: rows(of: spot).isEmpty ? shownValue(at: spot) : shownRows(of: spot)
    case .leftBlank: shownRows(of: spot)
    case .notReached, .skipped: ""
    }
  }

  /// A grid's rows, each with its answer; blank where none has one.
  private func shownRows(of spot: Spot) -> String {
    let rows = rows(of: spot).map { (label: shortLabel(of: $0), answer: shownAnswer(at: $0)) }
    guard rows.contains(where: { !$0.answer.isEmpty }) else { return "" }
    return rows.map { label, answer in
      "\(label) : \(answer.isEmpty ? "–" : answer)"
    }.joined(separator: " ; ")
  }

  /// The value with the free text an `other` choice opened.
  private func shownValue(at spot: Spot) -> String {
    let text = shown(tree[spot].value, at: spot)
    guard let other = questionnaire.otherText(of: spot.item) else { return text }
    let written = tree[Spot(frame: spot.frame, item: other)].value.plain
    return written.isEmpty ? text : "\(text) (\(written))"
  }

  /// What the interview is called in lists and titles; its code while nothing names it.
  package var label: String {
    guard let label = questionnaire.interviewLabel, !isWaiting(label) else { return start.code }
    let named = text(label)
    return named.isEmpty ? start.code : named
  }

  /// Whether a text pipes something unanswered: a stand-in names no interview.
  private func isWaiting(_ text: LocalizedText) -> Bool {
    LocalizedText.pieces(of: text[tree.language]).contains { piece in
      switch piece {
      case .text: return false
      case .shown(let name), .raw(let name, _):
        guard let item = questionnaire[name], item.repeats.isEmpty else { return false }
        return tree[Spot(frame: 0, item: item.index)].value.isBlank
      }
    }
  }

  /// What a stop is called where there is little room: its short label, or its label.
  package func shortLabel(of spot: Spot) -> String {
    let item = tree.item(spot)
    return (item.shortLabel ?? item.label).map { text($0, at: spot) } ?? item.name
  }

  /// What an instance is called: its title, else its repeat's label and position.
  package func title(ofInstance frame: Int) -> String {
    guard let spot = roster(ofFrame: frame) else { return "" }
    let item = tree.item(spot)
    if let label = item.roster?.itemLabel { return text(label, inInstance: frame) }
    return "\(item.label.map { text($0, at: spot) } ?? item.name) \(tree.frames[frame].ordinal)"
  }

  /// Stops passed over all stops of an instance, and how many of those were left blank.
  package func completion(ofInstance frame: Int) -> (done: Int, of: Int, blank: Int) {
    let route = route(inInstance: frame)
    return (
      route.count { !isRemaining($0) }, route.count,
      route.count { presence(at: $0) == .leftBlank }
    )
  }
}

extension String {
  /// Without quotes and guillemets, nor the spaces that stood inside them.
  fileprivate var withoutQuotes: String {
    var text = ""
    var isOpening = false
    for character in self {
      switch character {
      case "\"", "“", "”", "„": continue
      case "«": isOpening = true
      case "»": while text.last?.isWhitespace == true { text.removeLast() }
      default:  // Any other character: `Character` is not an enum of ours.
        if isOpening, character.isWhitespace { continue }
        isOpening = false
        text.append(character)
      }
    }
    return text.trimmed
  }
}
