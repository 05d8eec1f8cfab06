import Records

extension Archive {
  /// The shortest start or end of an id that stands for it: shorter ones are typed by mistake.
  package static let fewestCharacters = 4

  /// The id of the interview a person means: the whole of it, or a start or an end no other has.
  ///
  /// - Throws: `FileFailure`: none, or several.
  package func find(_ written: String, in place: Place = .interviews) throws(FileFailure) -> String
  {
    let word = written.lowercased()
    let ids = try ids(in: place)
    if ids.contains(word) { return word }
    let found =
      word.count < Self.fewestCharacters
      ? [] : ids.filter { $0.hasSuffix(word) || $0.hasPrefix(word) }
    guard found.count <= 1 else { throw .severalInterviews(written, ids: found) }
    if let id = found.first { return id }
    if place == .interviews, let trashed = try? find(word, in: .trash) {
      throw .inTrash(id: trashed)
    }
    throw .noInterview(id: written, folder: inside(place.rawValue).path)
  }
}
