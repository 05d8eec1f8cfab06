import CTerminal
import Console

extension RawKey {
  /// What the C room read; `nil` for a key that means nothing here.
  init?(_ input: ct_input) {
    switch ct_kind(UInt32(input.kind)) {
    case CT_SCALAR:
      guard let scalar = Unicode.Scalar(input.value) else { return nil }
      self = .scalar(scalar)
    case CT_KEY:
      guard let key = Key(numbered: ct_key(input.value)) else { return nil }
      self = .key(key)
    case CT_FUNCTION:
      self = .key(.function(Int(input.value)))
    case CT_MOUSE:
      guard let kind = MouseKind(numbered: ct_mouse_kind(input.value)) else { return nil }
      self = .key(.mouse(row: Int(input.row), column: Int(input.column), kind: kind))
    case CT_PASTE_START: self = .pasteStart
    case CT_PASTE_END: self = .pasteEnd
    // CT_NOTHING: read and dropped.
    default: return nil
    }
  }
}

extension Key {
  fileprivate init?(numbered number: ct_key) {
    switch number {
    case CT_UP: self = .up
    case CT_DOWN: self = .down
    case CT_LEFT: self = .left
    case CT_RIGHT: self = .right
    case CT_HOME: self = .home
    case CT_END: self = .end
    case CT_PAGE_UP: self = .pageUp
    case CT_PAGE_DOWN: self = .pageDown
    case CT_INSERT: self = .insert
    case CT_DELETE: self = .delete
    case CT_BACKSPACE: self = .backspace
    case CT_ENTER: self = .enter
    case CT_BACK_TAB: self = .backTab
    // A number the header does not name.
    default: return nil
    }
  }
}

extension MouseKind {
  fileprivate init?(numbered number: ct_mouse_kind) {
    switch number {
    case CT_PRESS: self = .press
    case CT_WHEEL_UP: self = .wheelUp
    case CT_WHEEL_DOWN: self = .wheelDown
    // A number the header does not name.
    default: return nil
    }
  }
}
