import FoundationEssentials
import Questions
import Records

/// One line of a sealed file: members anyone may read, what is sealed, and the sum of both.
///
/// `{"at":"…","sealed":"…","sum":"9f2c01aa"}`. The sum tells a line cut or damaged on the disk, to
/// anyone; the seal tells one that was changed or moved, to who has the key.
package enum SealedLine {
  /// Where a line stands: it opens nowhere else.
  package struct Place: Hashable, Sendable {
    private let text: String

    /// A line of an interview's journal, from 1.
    package init(interview id: String, revision: Int, line: Int) {
      text = "interview \(id) revision \(revision) line \(line)"
    }

    /// The picture of an interview.
    package init(pictureOf id: String, revision: Int) {
      text = "interview \(id) revision \(revision) picture"
    }

    /// A line of what is kept apart, from 1.
    package init(contact key: String, line: Int) { text = "contact \(key) line \(line)" }

    /// A whole file kept beside an interview.
    package init(file name: String, of id: String) { text = "interview \(id) file \(name)" }

    /// The place, then the clear members before the seal.
    fileprivate func context(_ clear: some Collection<UInt8>) -> [UInt8] {
      Array(text.utf8) + [Replay.lineFeed] + clear
    }
  }

  private static let opening = Array(#","sealed":""#.utf8)
  /// `","sum":"` , eight digits, `"}`.
  private static let endLength = 19

  /// - Parameter clear: at least one member; it is sealed too, in that it cannot be changed.
  package static func bytes(
    _ clear: [JSONTree.Member], _ plain: [UInt8], by key: SecretKey, at place: Place
  ) -> [UInt8] {
    let prefix = JSONTree.object(clear).compact.dropLast()
    let text = key.sealed(plain, in: place.context(prefix)).base64
    return CheckSum.sealed(.object(clear + [.init("sealed", .string(text))]))
  }

  /// What a sound line holds.
  ///
  /// - Returns: nil where the key or the place is another, or the line was changed.
  package static func opened(
    _ line: ArraySlice<UInt8>, by key: SecretKey, at place: Place
  ) -> [UInt8]? {
    guard let (clear, text) = parts(of: line),
      let sealed = [UInt8](base64: String(decoding: text, as: UTF8.self))
    else { return nil }
    return key.opened(sealed, in: place.context(clear))
  }

  /// The number a line says it has in its file, its member `n`; nil where it says none.
  package static func number(of line: ArraySlice<UInt8>) -> Int? {
    (try? JSONText(Array(line)).root)?["n"]?.integer
  }

  /// Whether a line is one of these; its sum is not looked at.
  package static func isSealed(_ line: ArraySlice<UInt8>) -> Bool { parts(of: line) != nil }

  /// What stands before the seal, and the text of the seal.
  private static func parts(
    of line: ArraySlice<UInt8>
  ) -> (clear: ArraySlice<UInt8>, text: ArraySlice<UInt8>)? {
    let end = line.endIndex - endLength
    guard end > line.startIndex, line[end] == UInt8(ascii: "\""),
      let quote = line[..<end].lastIndex(of: UInt8(ascii: "\""))
    else { return nil }
    let start = quote - opening.count + 1
    guard start > line.startIndex, line[start...quote].elementsEqual(opening) else { return nil }
    return (line[..<start], line[(quote + 1)..<end])
  }
}
