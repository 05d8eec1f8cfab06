/// Text reduced to what a search compares.
package enum Fold {
  package static func fold(_ text: String) -> String { text }
}
