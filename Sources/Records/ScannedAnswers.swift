import Formulas
import Interviews
import Questions

// What was scanned, as values and texts: made when asked for.

extension PictureScan {
  /// The value that counts there; blank where there is none.
  package func value(at spot: Spot) -> Value {
    let cell = self[spot]
    guard cell.mark == .answered else { return .blank }
    let type = questionnaire.items[spot.item].question?.kind.valueType
    switch (bytes[cell.written.range].first, type) {
    case (nil, _): return .blank
    case (UInt8(ascii: "\""), .text): return .text(text(of: cell.written))
    case (UInt8(ascii: "\""), .choice): return .choice(text(of: cell.written))
    case (let first?, .number) where first != UInt8(ascii: "\""):
      return Number(reading: raw(cell.written)).map(Value.number) ?? .blank
    default:
      let json = try? JSONText(Array(bytes[cell.written.range])).root
      return json?.value(as: type) ?? .blank
    }
  }

  /// Why there is a value there, or none.
  package func presence(at spot: Spot) -> Presence {
    let cell = self[spot]
    switch cell.mark {
    case .answered: return .answered
    case .special: return .special(text(of: cell.written))
    case .leftBlank: return .leftBlank
    case .notReached: return .notReached
    case .skipped: return .skipped(isSetAside: false)
    }
  }

  /// The frames of a repeat's instances, in order.
  package func instances(of roster: Spot) -> [Int] {
    instances.indices.filter {
      instances[$0].roster == roster.item && instances[$0].parent == roster.frame
    }
  }

  /// A head as text; empty where there is none.
  package func text(of head: Head) -> String {
    let written = self[head]
    return bytes[written.range].first == UInt8(ascii: "\"") ? text(of: written) : raw(written)
  }

  /// A string as it reads, its quotes and escapes gone.
  package func text(of written: ScannedBytes) -> String {
    guard written.isEscaped else { return raw(written.inside) }
    let json = try? JSONText(Array(bytes[written.range])).root
    return json?.string ?? ""
  }

  /// As it is written.
  package func raw(_ written: ScannedBytes) -> String {
    String(decoding: bytes[written.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}

extension PictureScan {
  /// The hash of the questionnaire a picture was made on, found before any of the rest is read.
  package static func questionnaireHash(in bytes: [UInt8]) -> String? {
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer)
      for wanted in ["questionnaire", "sha256"] {
        guard scanner.enter(UInt8(ascii: "{"), UInt8(ascii: "}")) else { return nil }
        while !buffer[scanner.name().range].elementsEqual(wanted.utf8) {
          _ = scanner.value()
          guard scanner.goesOn(to: UInt8(ascii: "}")) else { return nil }
        }
      }
      let hash = scanner.string().inside
      return scanner.isSound ? String(decoding: buffer[hash.range], as: UTF8.self) : nil
    }
  }
}
