// What stands where JSON has something else: told with the sign or word to write.
extension JSONParser {
  /// No value begins here.
  var unexpected: JSONFault.Fact {
    let excerpt = excerpt()
    switch excerpt {
    case "#": return .comment
    case "/" where at + 1 < bytes.count && "/*".utf8.contains(bytes[at + 1]): return .comment
    case "'", "’", "‘", "“", "”", "„", "«": return .sayInstead(excerpt, "\"")
    case "=": return .sayInstead(excerpt, ":")
    case ";": return .sayInstead(excerpt, ",")
    case "None", "nil", "undefined": return .sayInstead(excerpt, "null")
    default: break
    }
    let word = excerpt.lowercased()
    return word != excerpt && ["true", "false", "null"].contains(word)
      ? .sayInstead(excerpt, word) : .unexpected(excerpt)
  }

  /// Where a key should begin: it lacks its quotes, or a comma made two of one number.
  func notAName() -> JSONFault {
    if let number = decimalComma() { return number }
    guard case .unexpected(let found) = unexpected, found.first?.isLetter == true else {
      return fault(unexpected)
    }
    return fault(.sayInstead(found, "\"\(found)\""))
  }

  /// Where the colon should be.
  func afterName() -> JSONFault {
    guard at < bytes.count else { return fault(.unexpectedEnd) }
    return fault(Self.begin.contains(bytes[at]) ? .missingColon : unexpected)
  }

  /// After a value: what starts another one lacks its comma.
  func afterValue() -> JSONFault {
    guard at < bytes.count else { return fault(.unexpectedEnd) }
    if at > 0, isDigit(at - 1), excerpt().first?.isLetter == true {
      let start = numberStart(before: at)
      let written = String(decoding: bytes[start..<at], as: UTF8.self) + excerpt()
      return JSONFault(fact: .badNumber(written), offset: start)
    }
    return fault(Self.begin.contains(bytes[at]) ? .missingComma : unexpected)
  }

  /// `0,5` where a key is expected after the comma.
  private func decimalComma() -> JSONFault? {
    guard at > 1, isDigit(at), bytes[at - 1] == UInt8(ascii: ","), isDigit(at - 2) else {
      return nil
    }
    let start = numberStart(before: at - 1)
    let whole = String(decoding: bytes[start..<(at - 1)], as: UTF8.self)
    var end = at
    while end < bytes.count, isDigit(end) { end += 1 }
    let decimals = String(decoding: bytes[at..<end], as: UTF8.self)
    return JSONFault(
      fact: .sayInstead("\(whole),\(decimals)", "\(whole).\(decimals)"), offset: start)
  }

  private func numberStart(before end: Int) -> Int {
    var start = end
    while start > 0, isDigit(start - 1) || "-.".utf8.contains(bytes[start - 1]) { start -= 1 }
    return start
  }

  private func isDigit(_ place: Int) -> Bool { (48...57).contains(bytes[place]) }

  /// What values begin with.
  private static let begin = Set("\"{[-0123456789tfn".utf8)
}
