import Formulas
import Questions

/// A report as one page: no script, no network, no font of its own; for eyes, for a screen reader
/// and for paper.
package struct HTMLReport {
  let voice: Voice
  private var report: Report { voice.report }
  private var words: ReportWords { voice.words }

  package init(_ voice: Voice) { self.voice = voice }

  package var page: String {
    var page = HTMLWriter()
    page.verbatim("<!DOCTYPE html>\n")
    page.element("html", ["lang": words.language.rawValue]) { html in
      html.element("head") { head(&$0) }
      html.element("body") { body in
        body.element("a", ["class": "skip", "href": "#results"], words.skipToResults)
        body.element("header") { header(&$0) }
        if report.census.interviews > 0 {
          body.element("nav", ["aria-label": words.sections]) { contents(&$0) }
        }
        body.element("main", ["id": "results"]) { main(&$0) }
        body.element("footer") { footer(&$0) }
      }
    }
    return page.text + "\n"
  }

  private func head(_ page: inout HTMLWriter) {
    page.open("meta", ["charset": "utf-8"])
    page.open("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    page.open("meta", ["name": "color-scheme", "content": "light dark"])
    page.element("title", voice.title)
    page.element("style") { $0.verbatim(Self.style) }
  }

  private func header(_ page: inout HTMLWriter) {
    page.element("h1", voice.title)
    if report.smallestCell == nil { page.element("p", ["class": "alert"], words.internalOnly) }
    for line in voice.census { page.element("p", ["class": "census"], line) }
    if let edition = voice.edition { page.element("p", ["class": "census"], edition) }
    if report.census.interviews == 0 { page.element("p", words.nothingYet) }
  }

  private func contents(_ page: inout HTMLWriter) {
    page.element("ol") { list in
      for (place, section) in report.sections.enumerated() {
        list.element("li") { item in
          item.element("a", ["href": "#s\(place + 1)"], voice.title(section))
        }
      }
    }
  }

  private func main(_ page: inout HTMLWriter) {
    let highlights = report.highlights
    if !highlights.isEmpty {
      page.element("section", ["aria-labelledby": "remember"]) { section in
        section.element("h2", ["id": "remember"], words.remember)
        section.element("ul", ["class": "cards"]) { list in
          for entry in highlights { list.element("li") { card(entry, &$0) } }
        }
      }
    }
    if report.census.interviews == 0 { return }
    for (place, section) in report.sections.enumerated() {
      page.element("section", ["aria-labelledby": "s\(place + 1)"]) { part in
        part.element("h2", ["id": "s\(place + 1)"], "\(place + 1). \(voice.title(section))")
        for entry in section.entries {
          part.element("article", ["id": entry.indicator.name]) { article(entry, &$0) }
        }
      }
    }
  }

  private func card(_ entry: Report.Entry, _ page: inout HTMLWriter) {
    guard let line = entry.figure?.whole, let fraction = line.fraction else { return }
    page.element("a", ["href": "#\(entry.indicator.name)"]) { link in
      link.element("strong", fraction.words(in: words.language))
      link.write(" ")
      link.element("span", voice.text(entry.indicator.label))
    }
    let percent = line.percent(line.count).map { voice.percent($0) } ?? ""
    let outOf = words.outOf(voice.count(line.count), voice.count(line.base))
    page.element("small", "\(percent) · \(outOf)")
  }

  private func footer(_ page: inout HTMLWriter) {
    page.element("h2", words.method)
    page.element("ul") { list in
      for note in voice.notes { list.element("li", note) }
    }
  }
}
