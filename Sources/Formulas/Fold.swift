/// Text reduced to what a search compares.
package enum Fold {
  /// The text in small letters, without accents, ligatures split (œ → oe, ß → ss).
  ///
  /// Hyphens, dashes, apostrophes and spaces of every kind read as one space, runs of them as one;
  /// marks that combine with a letter are dropped. Letters outside the Latin script keep theirs
  /// and lose only their capitals.
  package static func fold(_ text: String) -> String {
    var folded = ""
    folded.reserveCapacity(text.utf8.count)
    var isAfterSpace = false
    for scalar in text.unicodeScalars {
      let isSpace = isSpace(scalar)
      if isSpace {
        if !isAfterSpace { folded.append(" ") }
      } else if scalar.isASCII {
        folded.unicodeScalars.append(lowered(scalar))
      } else if let plain = plain[scalar] {
        folded += plain
      } else if !scalar.properties.isCombining {
        let small = scalar.properties.lowercaseMapping
        for letter in small.unicodeScalars where !letter.properties.isCombining {
          folded += plain[letter] ?? String(letter)
        }
      } else {
        continue
      }
      isAfterSpace = isSpace
    }
    return folded
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let isCapital = (0x41...0x5A).contains(scalar.value)
    return isCapital ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x27, 0x2D, 0x60: true
    case 0..<0x80: false
    // Soft hyphen, acute as apostrophe, modifier apostrophes, hyphens and dashes, quotes, minus.
    case 0xAD, 0xB4, 0x2B9, 0x2BB...0x2BD, 0x2010...0x2015, 0x2018...0x201B, 0x2032, 0x2212: true
    default: scalar.properties.isWhitespace
    }
  }

  /// Small letters and what each reads as.
  private static let plain: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for (letters, base) in letters {
      for scalar in letters.unicodeScalars { table[scalar] = base }
    }
    return table
  }()

  private static let letters: [(String, String)] = [
    ("àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặªẚ", "a"), ("æǣǽ", "ae"), ("ḃḅḇƀɓ", "b"), ("çćĉċčḉƈȼ", "c"),
    ("ďđḋḍḏḑḓɖɗð", "d"), ("èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệɇ", "e"), ("ḟƒ", "f"), ("ĝğġģǥǧǵḡɠ", "g"),
    ("ĥħȟḣḥḧḩḫẖ", "h"), ("ìíîïĩīĭįıǐȉȋḭḯỉịɨ", "i"), ("ĳ", "ij"), ("ĵǰɉ", "j"), ("ķǩḱḳḵƙ", "k"),
    ("ĺļľŀłḷḹḻḽƚ", "l"), ("ḿṁṃ", "m"), ("ñńņňŉŋǹṅṇṉṋɲ", "n"),
    ("òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợº", "o"),
    ("œ", "oe"), ("ṕṗƥ", "p"), ("ŕŗřȑȓṙṛṝṟɍ", "r"), ("śŝşšșṡṣṥṧṩſ", "s"), ("ß", "ss"),
    ("ţťŧțṫṭṯṱẗƭʈ", "t"), ("þ", "th"), ("ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữựʉ", "u"), ("ṽṿʋ", "v"),
    ("ŵẁẃẅẇẉẘ", "w"), ("ẋẍ", "x"), ("ýÿŷȳẏẙỳỵỷỹɏƴ", "y"), ("źżžẑẓẕƶȥ", "z"), ("ﬀ", "ff"),
    ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬅﬆ", "st"), ("ǆ", "dz"), ("ǉ", "lj"),
    ("ǌ", "nj"), ("ǳ", "dz"),
  ]
}

extension Unicode.Scalar.Properties {
  /// Whether the mark sits on the letter before it.
  fileprivate var isCombining: Bool {
    switch generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}
