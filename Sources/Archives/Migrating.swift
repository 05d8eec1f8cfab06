import Formulas
import Interviews
import Questions
import Records

extension Archive {
  /// A questionnaire that interviews are to be taken to.
  package struct Version: Sendable {
    package let bytes: [UInt8]
    package let questionnaire: Questionnaire

    /// - Parameter bytes: what `questionnaire` was read from.
    package init(_ bytes: [UInt8], _ questionnaire: Questionnaire) {
      self.bytes = bytes
      self.questionnaire = questionnaire
    }
  }

  /// What taking an interview to another version of its questionnaire would come to.
  ///
  /// Nothing is changed; nil where it is on that one already.
  /// - Throws: `FileFailure`: as `open` does; it has ended; that is another questionnaire.
  package func migration(of id: String, to version: Version) throws(FileFailure) -> Migration? {
    var forms: [String: Questionnaire] = [:]
    let reading = try read(try presentInterview(id), &forms, contacts: .opened)
    return try migration(of: reading.record.interview, to: version)
  }

  /// Takes an interview in progress to another version of its questionnaire.
  ///
  /// It is there whole on the one or on the other: the journal is replaced by rename. What happened
  /// before stays as traces, and can no longer be undone.
  ///
  /// - Parameter key: for what is kept apart, where the interview has none yet.
  /// - Returns: what it came to; nil where it was on that version already.
  @discardableResult
  package func migrate(
    _ id: String, to version: Version, key: String, by holder: String, at now: DateTime
  ) throws(FileFailure) -> Migration? {
    let opened = try open(id, by: holder, at: now)
    guard let migration = try migration(of: opened.interview, to: version) else { return nil }
    _ = try keep(questionnaire: version.bytes)
    let old = opened.journal.head
    let form = version.questionnaire
    let head = RecordHead(
      migration.interview.start, questionnaire: form.id, version: form.version,
      revision: old.revision, parent: old.parent,
      contact: old.contact ?? (form.keepsSomethingApart ? key : nil))
    let seal = opened.journal.seal
    let lines = try contactLines(of: head, on: form, seal)
    let contacts = contactJournal(head, form, lines, last: 0, seal)
    try opened.journal.replace(migration.interview, head, contacts, by: holder, at: now)
    return migration
  }

  private func migration(
    of interview: Interview, to version: Version
  ) throws(FileFailure) -> Migration? {
    let (old, new) = (interview.questionnaire, version.questionnaire)
    guard interview.status == .inProgress else { throw .ended(id: interview.start.id) }
    guard old.id == new.id else {
      throw .otherQuestionnaire(id: interview.start.id, old.id, new.id)
    }
    let hash = Self.hash(of: version.bytes)
    if hash == interview.start.questionnaireHash { return nil }
    return Migration(of: interview, to: new, hash: hash)
  }
}

extension Journal {
  /// Puts an interview in progress in the place of what was written so far.
  fileprivate func replace(
    _ interview: Interview, _ head: RecordHead, _ contacts: ContactJournal?, by: String,
    at now: DateTime
  ) throws(FileFailure) {
    try save()
    var course = course
    course.noteMigration(at: now, by: by)
    let record = Record(head: head, course: course, interview: interview)
    var picture = Picture(of: record)
    picture.aside = interview.offTheRoute
    picture.contactLines = try contacts?.keepOnly(interview.keptApart, at: now, by: by) ?? []
    let plain = picture.journal(record, by: by)
    let journal = seal?.journal(plain, picture.head) ?? plain
    if interview.revision == 1 {
      try write(picture, of: record, journalBytes: journal.count)
    }
    try DurableFile.replace(folder.child(Self.name), with: journal, folder.system)
    try contacts?.forget(allBut: picture.contactLines, at: now, by: by)
  }
}
