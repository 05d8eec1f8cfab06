import Console
import Formulas
import Interviews
import Questions

// What line mode prints: the same texts as the screens, in reading order.

extension LinearWalk {
  /// The lines that ask for the next one.
  func question() -> [String] {
    if case .panel(let panel)? = app.overlay { return lines(of: panel) }
    guard let interview = app.interview else { return home() }
    switch app.screen {
    case .home, .report: return home()
    case .question: return stop(interview)
    case .plan: return plan(interview)
    case .summary(let summary): return lines(of: summary, interview)
    }
  }

  private func lines(of panel: Panel) -> [String] {
    [panel.title] + panel.text + panel.options.enumerated().map { "\($0 + 1) \($1)" }
      + [panel.fieldLabel].compactMap(\.self)
      + (panel.proposesWritten ? ["[\(panel.field.text)]"] : [])
  }

  private func home() -> [String] {
    let words = app.words
    let entries = app.home.entries.enumerated().map { place, entry in
      "\(place + 1) \(entry.label), \(entry.form), \(entry.done)/\(entry.of), \(entry.updated)"
    }
    let forms = app.home.forms.enumerated().map { place, form in
      "\(entries.count + place + 1) + \(form.title(in: app.language)) (\(form.version))"
    }
    let list = entries.isEmpty ? [words.linearNone] : entries
    return [words.interviews] + list + [words.newInterview]
      + (forms.isEmpty ? [words.noForm] : forms) + [
        words.storage(app.home.storage), words.linearHint,
      ]
  }

  private func stop(_ interview: Interview) -> [String] {
    guard let spot = interview.position, let editor = app.editor else { return [] }
    let item = interview.item(at: spot)
    let context = app.context(interview, spot)
    let flag = editor.flag(in: context)
    let label = item.label.map { interview.text($0, at: spot) } ?? item.name
    var lines = [
      "[\(app.sectionTitle(interview, spot))\(app.sectionMark(interview, spot)) · \(app.standing.done)/\(app.standing.of)]"
    ]
    lines.append((item.number.map { $0 + ". " } ?? "") + label + (flag.isEmpty ? "" : " (\(flag))"))
    if let hint = item.hint { lines.append(interview.text(hint, at: spot)) }
    if let text = item.text { lines.append(interview.text(text, at: spot)) }
    lines += editor.spoken(in: context)
    let answer = interview.shownAnswer(at: spot)
    if !answer.isEmpty, item.question?.kind.holdsAnswer == true {
      lines.append(app.words.answerIs(answer))
    }
    if !context.proposed.isEmpty { lines.append(context.proposed) }
    if let remark = interview.remark(at: spot) { lines.append(app.words.noteIs(remark)) }
    return lines
  }

  private func plan(_ interview: Interview) -> [String] {
    let stops = interview.route.enumerated().map { place, spot in
      let number = interview.item(at: spot).number.map { $0 + " " } ?? ""
      let answer = interview.shownAnswer(at: spot)
      return "\(place + 1) \(number)\(interview.shortLabel(of: spot))"
        + (answer.isEmpty ? "" : app.words.colon + answer)
    }
    return [app.words.plan] + stops + [app.words.linearPlan]
  }

  private func lines(of summary: SummaryScreen, _ interview: Interview) -> [String] {
    let words = app.words
    var lines = [
      words.summary,
      words.summaryCounts(summary.counts.asked, summary.counts.answered, summary.counts.remarks),
    ]
    var number = 4
    for row in summary.rows {
      switch row {
      case .blank: break
      case .heading(let text), .section(let text): lines.append(text)
      case .finding(let finding):
        let text = app.sentence(of: finding)
        let label =
          interview.shortLabel(of: finding.spot) + interview.instanceMark(of: finding.spot)
        lines.append("\(number) \(label)\(words.colon)\(text)")
      case .other(let spot), .waiting(let spot), .remark(let spot), .answer(let spot):
        let answer = interview.remarkOrAnswer(of: row, at: spot)
        let text = answer.isEmpty ? "" : words.colon + answer
        let label = interview.shortLabel(of: spot) + interview.instanceMark(of: spot)
        lines.append("\(number) \(label)\(text)")
      }
      if row.spot != nil { number += 1 }
    }
    let wait = summary.blockingCount > 0 ? " (\(words.afterSettling(summary.blockingCount)))" : ""
    return lines + [
      words.codeIs(interview.start.code), words.next, "1 \(words.later)",
      "2 \(words.finish)\(wait)", "3 \(words.stopHere)",
    ]
  }
}

extension Interview {
  fileprivate func remarkOrAnswer(of row: SummaryScreen.Row, at spot: Spot) -> String {
    switch row {
    case .remark: remark(at: spot) ?? ""
    case .blank, .heading, .section, .finding, .waiting: ""
    case .other, .answer:
      item(at: spot).roster == nil ? shownAnswer(at: spot) : String(instances(of: spot).count)
    }
  }
}
