/// Bars as inline SVG: drawn for the eye alone, since the same numbers stand beside them as text.
///
/// A bar is a thousand units long whatever the width of the page, so that labels stay readable on a
/// telephone.
struct Chart {
  /// One bar, so much of it full.
  ///
  /// - Parameter permille: from 0 to 1000; nil draws what is masked.
  static func bar(_ permille: Int?, in page: inout HTMLWriter) {
    page.element("svg", frame("bar", width: 1000)) { svg in
      rect(permille == nil ? "masked" : "track", 0, 1000, in: &svg)
      if let permille { rect("fill", 0, permille, in: &svg) }
    }
  }

  /// Parts of one whole, one after the other; what is masked is one part at the end.
  ///
  /// - Parameter parts: counts in the order of the scale; nil is masked.
  static func stack(_ parts: [Int?], of base: Int, in page: inout HTMLWriter) {
    page.element("svg", frame("bar", width: 1000)) { svg in
      rect("masked", 0, 1000, in: &svg)
      var here = 0
      for (place, part) in parts.enumerated() {
        let end = here + (part ?? 0)
        rect(tone(place, of: parts.count), permille(here, base), permille(end, base), in: &svg)
        here = end
      }
    }
  }

  /// Parts of one whole on either side of a true middle: what is below it to the left, above to the
  /// right, a middle answer half on each side.
  static func balance(_ parts: [Int], of base: Int, in page: inout HTMLWriter) {
    page.element("svg", frame("bar balance", width: 2000)) { svg in
      rect("track", 0, 2000, in: &svg)
      let below = parts[..<(parts.count / 2)].reduce(0, +)
      let middle = parts.count.isMultiple(of: 2) ? 0 : parts[parts.count / 2]
      var here = 1000 - permille(2 * below + middle, 2 * base)
      for (place, part) in parts.enumerated() {
        let end = here + permille(part, base)
        rect(tone(place, of: parts.count), here, end, in: &svg)
        here = end
      }
      svg.element("path", ["class": "middle", "d": "M1000 0V20"]) { _ in }
    }
  }

  /// The colour of a place on a scale, the same for every scale: `low2` … `mid` … `high2`.
  static func tone(_ place: Int, of count: Int) -> String {
    let distance = 2 * place - (count - 1)
    if distance == 0 { return "mid" }
    let isOutermost = count < 4 || abs(distance) > (count - 1) / 2
    return (distance < 0 ? "low" : "high") + (isOutermost ? "2" : "1")
  }

  private static func permille(_ count: Int, _ base: Int) -> Int {
    base > 0 ? (1000 * count + base / 2) / base : 0
  }

  private static func frame(_ name: String, width: Int) -> KeyValuePairs<String, String> {
    [
      "class": name, "viewBox": "0 0 \(width) 20", "preserveAspectRatio": "none",
      "aria-hidden": "true", "focusable": "false",
    ]
  }

  private static func rect(_ name: String, _ start: Int, _ end: Int, in svg: inout HTMLWriter) {
    if end <= start { return }
    svg.element(
      "rect", ["class": name, "x": "\(start)", "y": "0", "width": "\(end - start)", "height": "20"]
    ) { _ in }
  }
}
