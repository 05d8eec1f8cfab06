import Console

/// What a person sets once for a laptop.
package struct Settings: Hashable, Sendable {
  /// The unshifted digit row of French keyboards types digits in number fields.
  package var azerty = true
  /// Answering a single choice goes on at once: for trained hands.
  package var advances = false

  package init(azerty: Bool = true, advances: Bool = false) {
    self.azerty = azerty
    self.advances = advances
  }
}
