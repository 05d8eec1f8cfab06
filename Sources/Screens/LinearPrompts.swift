import Console
import Formulas
import Interviews
import Questions

// What line mode prints: the same texts as the screens, in reading order.

extension LinearWalk {
  private var words: Words { _read { yield app.words } }

  /// The lines that ask for the next one.
  func question() -> [String] {
    if case .panel(let panel)? = app.overlay { return lines(of: panel) }
    if case .report(let place) = app.screen { return results(place) }
    guard let interview = app.interview else { return home() }
    switch app.screen {
    case .home, .report: return home()
    case .question: return stop(interview)
    case .plan(let plan): return lines(of: plan, interview)
    case .summary(let summary): return lines(of: summary, interview)
    }
  }

  private func lines(of panel: Panel) -> [String] {
    [panel.title] + panel.text + panel.options.enumerated().map { "\($0 + 1) \($1)" }
      + (panel.options.isEmpty ? [] : ["0 \(words.actions[.back] ?? "")"])
      + [panel.fieldLabel].compactMap(\.self)
      + (panel.proposesWritten ? ["[\(panel.field.text)]"] : [])
  }

  private func home() -> [String] {
    let home = app.home
    let entries = home.found.enumerated().map { place, entry in
      let said = [
        words.kindMark(entry.kind) + entry.label,
        home.title(of: entry, in: app.language), app.spokenState(of: entry), entry.updated,
      ]
      return "\(place + 1) " + said.filter { !$0.isEmpty }.joined(separator: ", ")
    }
    let way = home.search.isEmpty ? "" : " \(words.linearSeeAll)"
    let list = entries.isEmpty ? [app.nothingListed.reason + way] : entries
    if home.shelf == .trash { return [words.trashTitle] + list + [words.linearTrash] }
    let forms = home.offered.enumerated().map { place, form in
      "\(entries.count + place + 1) + \(form.title(in: app.language)) (\(form.version))"
    }
    let sought = home.search.isEmpty ? [] : [words.search + home.search]
    let new = home.search.isEmpty ? [words.newInterview] : []
    return [words.interviews] + sought + list + new
      + (home.forms.isEmpty ? [words.noForm] : forms)
      + [words.unexported(home.unexportedCount)].filter { !$0.isEmpty }
      + [words.storage(home.storage), words.linearHint]
  }

  /// The parts of the results, or the one being read.
  private func results(_ place: ReportScreen) -> [String] {
    let parts = app.reportParts
    if place.isOpen { return app.reportLines(parts[place.pointed]) + [words.linearResults] }
    let titles = parts.enumerated().map { "\($0 + 1) \(app.title(of: $1))" }
    return [words.actions[.results] ?? ""] + titles + [words.linearResults]
  }

  private func stop(_ interview: Interview) -> [String] {
    guard let spot = interview.position, let editor = app.editor else { return [] }
    let item = interview.item(at: spot)
    let context = app.context(interview, spot)
    let flag = editor.flag(in: context)
    let label = item.label.map { interview.text($0, at: spot) } ?? item.name
    var lines = [
      "[\(words.kindTitle(interview.start.kind))\(app.sectionTitle(interview, spot))\(app.sectionMark(interview, spot)) · \(app.place(of: spot, interview))]"
    ]
    lines.append((item.number.map { $0 + ". " } ?? "") + label + (flag.isEmpty ? "" : " (\(flag))"))
    if let hint = item.hint { lines.append(interview.text(hint, at: spot)) }
    if let text = item.text { lines.append(interview.text(text, at: spot)) }
    lines += editor.spoken(in: context)
    let answer = interview.shownAnswer(at: spot)
    if !answer.isEmpty, item.question?.kind.holdsAnswer == true {
      lines.append(words.answerIs(answer))
    }
    if !context.proposed.isEmpty { lines.append(context.proposed) }
    if let remark = interview.remark(at: spot) { lines.append(words.noteIs(remark)) }
    return lines
  }

  private func lines(of plan: PlanScreen, _ interview: Interview) -> [String] {
    var number = 0
    let rows = plan.rows.map { row in
      switch row {
      case .section(let item, let done, let of):
        let label = interview.questionnaire.items[item].label.map { interview.text($0) } ?? ""
        return "\(label) \(done)/\(of)"
      case .stop(let spot):
        number += 1
        return "\(number) \(app.spokenStop(spot, plan.findings[spot] ?? [], interview))"
      }
    }
    let filter = plan.filter == .all ? "" : " (\(words.filters[plan.filter] ?? ""))"
    let sought = plan.search.isEmpty ? [] : [words.search + plan.search]
    return [words.plan + filter] + sought + rows
      + [app.status(of: plan), words.linearPlan]
  }

  private func lines(of summary: SummaryScreen, _ interview: Interview) -> [String] {
    var lines = [
      words.summary,
      words.summaryCounts(summary.counts.asked, summary.counts.answered, summary.counts.remarks),
    ]
    var number = SummaryScreen.Step.allCases.count + 1
    for row in summary.rows {
      switch row {
      case .blank: break
      case .heading(let text), .section(let text): lines.append(text)
      case .finding(let finding):
        let text = app.sentence(of: finding)
        lines.append("\(number) \(label(of: finding.spot, interview))\(words.colon)\(text)")
      case .other(let spot), .waiting(let spot), .remark(let spot), .answer(let spot):
        let answer = interview.remarkOrAnswer(of: row, at: spot)
        let text = answer.isEmpty ? "" : words.colon + answer
        lines.append("\(number) \(label(of: spot, interview))\(text)")
      }
      if row.spot != nil { number += 1 }
    }
    let steps = SummaryScreen.Step.allCases.map { step in
      let wait = app.wait(before: step, summary)
      return "\(step.rawValue + 1) \(words.name(of: step))" + (wait.isEmpty ? "" : " (\(wait))")
    }
    return lines + [words.codeIs(interview.start.code), words.next] + steps
  }

  /// A question's label with its number: the number before it is its place in the list.
  private func label(of spot: Spot, _ interview: Interview) -> String {
    let number = interview.item(at: spot).number.map { " (\(words.questionNumber($0)))" } ?? ""
    return interview.shortLabel(of: spot) + interview.instanceMark(of: spot) + number
  }
}

extension Interview {
  fileprivate func remarkOrAnswer(of row: SummaryScreen.Row, at spot: Spot) -> String {
    switch row {
    case .remark: remark(at: spot) ?? ""
    case .waiting: halfTyped.contains(spot) ? Words[frameLanguage].halfTyped : ""
    case .blank, .heading, .section, .finding: ""
    case .other, .answer:
      item(at: spot).roster == nil ? shownAnswer(at: spot) : String(instances(of: spot).count)
    }
  }
}
