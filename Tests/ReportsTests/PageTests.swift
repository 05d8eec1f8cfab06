import Formulas
import Interviews
import Testing

@testable import Reports

/// What makes a page readable by all, and safe to publish.
@Suite struct PageTests {
  let page: String

  init() throws { page = HTMLReport(Voice(try ReportGoldens.report(), in: .french)).page }

  @Test func `it is one file: no script, nothing fetched`() {
    for fetched in ["<script", "http:", "https:", "@import", "url(", "<link", "<img", "onclick"] {
      #expect(!page.contains(fetched), "\(fetched)")
    }
  }

  @Test func `one interview agrees in French as several do`() {
    let words = ReportWords.french
    #expect(words.kind(.interview, 1) == "mené avec ce questionnaire")
    #expect(words.kind(.interview, 2) == "menés avec ce questionnaire")
    #expect(words.kind(.simulated, 1) == "simulé" && words.mode(.selfCompleted, 1) == "rempli seul")
  }

  @Test func `every text is escaped`() {
    #expect(page.contains("Outils &amp; &lt;usages&gt;"))
    #expect(!page.contains("<usages>"))
  }

  @Test func `its language is said, and its title`() {
    #expect(page.contains(#"<html lang="fr">"#))
    #expect(page.contains("<title>Outils"))
  }

  @Test func `every element is closed`() {
    var open: [Substring] = []
    for match in page.matches(of: #/<(/?)([a-z0-9]+)[^>]*>/#) {
      if match.2 == "meta" { continue }
      if match.1.isEmpty { open.append(match.2) } else { #expect(open.popLast() == match.2) }
    }
    #expect(open.isEmpty)
  }

  @Test func `ids are unique, and every link leads somewhere`() {
    let ids = page.matches(of: #/ id="([^"]+)"/#).map(\.1)
    #expect(Set(ids).count == ids.count)
    for link in page.matches(of: /href="#([^"]+)"/) { #expect(ids.contains(link.1)) }
    for label in page.matches(of: /aria-labelledby="([^"]+)"/) { #expect(ids.contains(label.1)) }
  }

  @Test func `headings go down one level at a time`() {
    let levels = page.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1) }
  }

  @Test func `charts are for the eye alone, and every table says what its cells are`() {
    #expect(
      page.matches(of: /<svg/).count == page.matches(of: /<svg [^>]*aria-hidden="true"/).count)
    for header in page.matches(of: /<th([^>]*)>/) { #expect(header.1.contains("scope=")) }
    #expect(page.matches(of: /<table>/).count == page.matches(of: /<table><caption/).count)
  }

  @Test func `the keyboard can skip to the results`() {
    #expect(page.contains(##"<a class="skip" href="#results">"##))
    #expect(page.contains(#"<main id="results">"#))
  }

  /// Relative luminance and contrast as WCAG 2.2 defines them.
  @Test(arguments: [
    ("#1b1f23", "#ffffff", 4.5), ("#50575e", "#ffffff", 4.5), ("#50575e", "#f4f6f8", 4.5),
    ("#1f5f8b", "#e4e9ed", 3), ("#e9ecef", "#14181c", 4.5), ("#b4bcc4", "#14181c", 4.5),
    ("#b4bcc4", "#1d2329", 4.5), ("#6db3e8", "#2b333a", 3), ("#8a9299", "#ffffff", 3),
    ("#9a3b12", "#ffffff", 3), ("#cf7a4b", "#ffffff", 3), ("#4f8fbd", "#ffffff", 3),
    ("#174a6e", "#ffffff", 3), ("#f0905f", "#14181c", 3), ("#b9653c", "#14181c", 3),
    ("#7c868f", "#14181c", 3), ("#4a86b3", "#14181c", 3), ("#8cc6f0", "#14181c", 3),
  ])
  func `colours stand out`(one: String, other: String, least: Double) {
    let style = page
    #expect(style.contains(one == "#ffffff" ? "#fff" : one))
    let (light, dark) = (luminance(one), luminance(other))
    let contrast = (max(light, dark) + 0.05) / (min(light, dark) + 0.05)
    #expect(contrast >= least, "\(one) on \(other): \(contrast)")
  }

  private func luminance(_ colour: String) -> Double {
    let digits = Array(colour.dropFirst())
    let parts = [0, 2, 4].map { place -> Double in
      let part = Double(Int(String(digits[place...(place + 1)]), radix: 16) ?? 0) / 255
      return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// To the 2.4: squared, times its fifth root squared.
  private func power(_ base: Double) -> Double {
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - base) / (5 * root * root * root * root)
    }
    return base * base * root * root
  }
}
