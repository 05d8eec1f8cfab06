/// One thing the terminal library read, and how long after the one before.
package struct RawInput: Hashable, Sendable {
  package var key: RawKey
  /// Milliseconds since the previous one was read; 0 when both were there already.
  package var gap: Int

  package init(_ key: RawKey, gap: Int = 0) {
    self.key = key
    self.gap = gap
  }
}

/// What the terminal library makes of the bytes it reads.
package enum RawKey: Hashable, Sendable {
  /// A character or a control, Escape included.
  case scalar(Unicode.Scalar)
  /// A key it knows by its sequence.
  case key(Key)
  case pasteStart
  case pasteEnd
}

/// Makes keys of what the terminal library reads: late sequences, pastes, Alt.
///
/// Feed it everything that was waiting at once (one drain), and call `settle` when `patience`
/// milliseconds passed with nothing more.
package struct InputDecoder: Hashable, Sendable {
  private var state = State.ground
  private let escapePatience: Int
  /// Characters since the last silence or command: a burst of them is a paste.
  private var burst = 0

  private enum State: Hashable {
    case ground
    /// An Escape of its own; `isSent` once it was given out.
    case escape(isSent: Bool)
    /// After `Esc [` or `Esc O`, with what followed.
    case sequence(Unicode.Scalar, tail: String)
    case paste(PasteText)
  }

  /// A decoder holding a lone Escape back for `escapePatience` milliseconds.
  ///
  /// Longer over a slow line, where the rest of an arrow key may come late.
  package init(escapePatience: Int = 50) { self.escapePatience = escapePatience }

  /// How long to wait for more before `settle`, in milliseconds; `nil` when nothing is held back.
  package var patience: Int? {
    switch state {
    case .ground, .escape(isSent: true): nil
    case .escape(isSent: false): escapePatience
    case .sequence: Self.latestTail
    case .paste: Self.longestPasteSilence
    }
  }

  /// The keys in what was read in one go.
  package mutating func decode(_ drain: [RawInput]) -> [Key] {
    if let first = drain.first, first.gap > Self.burstGap { burst = 0 }
    var keys: [Key] = []
    for input in drain { keys += decode(input) }
    return withoutStrayEnter(keys)
  }

  /// The keys held back, once the silence has lasted `patience`.
  package mutating func settle() -> [Key] {
    switch state {
    case .ground, .escape(isSent: true):
      return []
    case .escape(isSent: false):
      state = .escape(isSent: true)
      return [.escape]
    case .sequence(let introducer, _):
      state = .ground
      return [.alt(Character(introducer))]
    case .paste(let paste):
      state = .ground
      return [.paste(paste.text)]
    }
  }
}

extension InputDecoder {
  /// The longest an arrow key's tail may lag behind its Escape, in milliseconds.
  private static let latestTail = 150
  /// A paste whose end never comes ends after this silence, in milliseconds.
  private static let longestPasteSilence = 2000
  /// Characters read further apart than this belong to two bursts, in milliseconds.
  private static let burstGap = 20
  /// This many characters at once and then Enter were not typed by hand.
  ///
  /// Two are: a code and Enter, while the program was busy.
  private static let pastedCharacters = 3
  /// Longest sequence tail worth keeping; a longer one is noise.
  private static let longestTail = 32

  private mutating func decode(_ input: RawInput) -> [Key] {
    switch state {
    case .ground: fromGround(input.key)
    case .escape(let isSent): afterEscape(input, isSent: isSent)
    case .sequence(let introducer, let tail): inSequence(input, introducer, tail)
    case .paste(let paste): inPaste(input, paste)
    }
  }

  private mutating func fromGround(_ raw: RawKey) -> [Key] {
    switch raw {
    case .scalar("\u{1B}"):
      state = .escape(isSent: false)
      return []
    case .scalar(let scalar):
      return Key(typed: scalar).map { [$0] } ?? []
    case .key(let key):
      return [key]
    case .pasteStart:
      state = .paste(PasteText())
      return []
    case .pasteEnd:
      return []
    }
  }

  private mutating func afterEscape(_ input: RawInput, isSent: Bool) -> [Key] {
    state = .ground
    let escape: [Key] = isSent ? [] : [.escape]
    guard case .scalar(let scalar) = input.key, scalar != "\u{1B}" else {
      return escape + fromGround(input.key)
    }
    if scalar == "[" || scalar == "O", input.gap <= Self.latestTail {
      state = .sequence(scalar, tail: "")
      return []
    }
    guard input.gap == 0, !isSent else { return escape + fromGround(input.key) }
    return [.alt(Character(scalar))]
  }

  private mutating func inSequence(
    _ input: RawInput, _ introducer: Unicode.Scalar, _ tail: String
  ) -> [Key] {
    state = .ground
    guard case .scalar(let scalar) = input.key, input.gap <= Self.latestTail else {
      return [.alt(Character(introducer))] + fromGround(input.key)
    }
    switch scalar.value {
    case 0x20...0x3F where tail.count < Self.longestTail:
      state = .sequence(introducer, tail: tail + String(scalar))
      return []
    case 0x40...0x7E where tail + String(scalar) == "200~":
      state = .paste(PasteText())
      return []
    case 0x40...0x7E:
      return Key(introducer: introducer, tail: tail + String(scalar)).map { [$0] } ?? []
    // Not a sequence after all: a control, a letter beyond ASCII, or noise.
    default:
      return fromGround(input.key)
    }
  }

  private mutating func inPaste(_ input: RawInput, _ paste: PasteText) -> [Key] {
    if input.gap > Self.longestPasteSilence {
      state = .ground
      return [.paste(paste.text)] + fromGround(input.key)
    }
    var paste = paste
    switch input.key {
    case .scalar(let scalar): paste.append(scalar)
    case .key(.enter), .key(.newline): paste.append("\n")
    case .key, .pasteStart: break
    case .pasteEnd:
      state = .ground
      return [.paste(paste.text)]
    }
    state = .paste(paste)
    return []
  }

  /// The keys of a drain, with text that came too fast for fingers and holds an Enter as a paste.
  ///
  /// A terminal without bracketed paste sends pasted lines as if typed: their Enter validates
  /// nothing.
  private mutating func withoutStrayEnter(_ keys: [Key]) -> [Key] {
    var result: [Key] = []
    var run: [Key] = []
    for key in keys {
      if key.typedText == nil {
        result += closed(run)
        run = []
        burst = 0
        result.append(key)
      } else {
        run.append(key)
      }
    }
    return result + closed(run)
  }

  private mutating func closed(_ run: [Key]) -> [Key] {
    let text = run.compactMap(\.typedText)
    guard let firstEnter = text.firstIndex(of: "\n") else {
      burst += run.count
      return run
    }
    let isPaste = burst + firstEnter >= Self.pastedCharacters
    burst = isPaste ? burst + run.count : 0
    return isPaste ? [.paste(String(text))] : run
  }
}

/// Pasted text as it comes in: controls dropped, newlines unified, at most 64 KiB kept.
private struct PasteText: Hashable {
  private(set) var text = ""
  private var bytes = 0
  private var lastWasReturn = false

  /// Longest paste kept, in bytes of UTF-8: ten times the longest answer.
  private static let mostBytes = 65_536

  mutating func append(_ scalar: Unicode.Scalar) {
    let isReturn = scalar == "\r"
    defer { lastWasReturn = isReturn }
    if scalar == "\n", lastWasReturn { return }
    let kept: Unicode.Scalar = isReturn ? "\n" : scalar
    guard kept == "\n" || kept == "\t" || kept.properties.generalCategory != .control else {
      return
    }
    bytes += UTF8.width(kept)
    if bytes <= Self.mostBytes { text.unicodeScalars.append(kept) }
  }
}

extension Key {
  /// What this key puts into a text when it is part of a paste.
  fileprivate var typedText: Character? {
    switch self {
    case .character(let character): character
    case .enter, .newline: "\n"
    case .tab: "\t"
    case .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .function, .control, .alt, .paste, .mouse:
      nil
    }
  }
}
