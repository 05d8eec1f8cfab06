import Formulas
import Interviews
import Questions
import Records

/// What could be read of a stored interview.
struct Reading {
  let record: Record
  /// The journal as it is on the disk.
  let bytes: [UInt8]
  /// How much of it is sound.
  let soundLength: Int
  /// How many lines that is.
  let lineCount: Int
  /// Whether the journal is as finishing left it.
  let isCompact: Bool
  let source: Source
  /// Its journal unsealed.
  let plain: [UInt8]
  /// Nil where it is not sealed.
  let seal: Seal?
  /// What it keeps apart; nothing where the store was left closed.
  var contacts = ContactLines.none
  /// The last number its journal gave to something kept apart.
  var lastContact = 0

  /// Whether the store of what is kept apart is opened.
  enum Contacts {
    case closed
    case opened
  }

  enum Source {
    case whole
    /// All but a last line cut while it was being written.
    case torn
    /// Only the first so many lines.
    case lines(Int)
    /// The picture: it was made from more of the journal than can still be read.
    case picture(Picture)
  }
}

extension Archive {
  /// Reads an interview: its journal, or its picture where that still holds more.
  ///
  /// - Parameter forms: the questionnaires read so far, by hash.
  func read(
    _ folder: Folder, _ forms: inout [String: Questionnaire], contacts: Reading.Contacts = .closed
  ) throws(FileFailure) -> Reading {
    let path = folder.child(Journal.name)
    let bytes = try contents(of: path, system)
    let journal = try opened(journal: bytes, at: path)
    let replay: Replay
    let apart: ContactLines
    do throws(FileFailure) {
      (replay, apart) = try self.replay(journal, at: path, &forms, contacts)
    } catch {
      guard case .unreadable = error,
        let reading = try pictureReading(folder, bytes, sound: 0, nil, &forms, contacts)
      else { throw error }
      return reading
    }
    let sound = journal.soundLength(replay)
    let source: Reading.Source
    switch replay.damage {
    case nil: source = .whole
    case .torn?: source = .torn
    case .broken?:
      let course = replay.record.course
      if let reading = try pictureReading(
        folder, bytes, sound: sound, course, &forms, contacts)
      {
        return reading
      }
      source = .lines(replay.lineCount)
    }
    return Reading(
      record: replay.record, bytes: bytes, soundLength: sound, lineCount: replay.lineCount,
      isCompact: replay.isCompact, source: source,
      plain: Array(journal.plain.prefix(replay.soundLength)), seal: journal.seal, contacts: apart,
      lastContact: replay.lastContact)
  }

  /// Plays a journal on the questionnaire it was started with.
  private func replay(
    _ journal: OpenedJournal, at path: String, _ forms: inout [String: Questionnaire],
    _ contacts: Reading.Contacts
  ) throws(FileFailure) -> (Replay, ContactLines) {
    let head: RecordHead
    do throws(Unreadable) {
      head = try Replay.head(of: journal.plain)
    } catch {
      throw FileFailure(error, at: path)
    }
    let form = try questionnaire(head.start.questionnaireHash, &forms)
    let apart = try lines(contacts, of: head, on: form, journal.seal)
    do throws(Unreadable) {
      return (try Replay(of: journal.plain, on: form, apart), apart)
    } catch {
      throw FileFailure(error, at: path)
    }
  }

  private func lines(
    _ contacts: Reading.Contacts, of head: RecordHead, on form: Questionnaire, _ seal: Seal?
  ) throws(FileFailure) -> ContactLines {
    switch contacts {
    case .closed: .none
    case .opened: try contactLines(of: head, on: form, seal)
    }
  }

  func questionnaire(
    _ hash: String, _ forms: inout [String: Questionnaire]
  ) throws(FileFailure) -> Questionnaire {
    if let known = forms[hash] { return known }
    let form = try questionnaire(hash)
    forms[hash] = form
    return form
  }

  /// The interview as its picture has it; nil unless that was made from more than `sound` bytes.
  ///
  /// - Parameter course: what is still known of how it went.
  private func pictureReading(
    _ folder: Folder, _ bytes: [UInt8], sound: Int, _ course: Course?,
    _ forms: inout [String: Questionnaire], _ contacts: Reading.Contacts
  ) throws(FileFailure) -> Reading? {
    let path = folder.child(Journal.pictureName)
    guard let file = try? contents(of: path, system) else { return nil }
    let (plain, seal, sealedLength) = try opened(picture: file, at: path)
    guard let head = try? Picture.readHead(plain),
      let form = try? questionnaire(head.start.questionnaireHash, &forms),
      case (var picture, let length)? = try? Picture.read(plain, on: form),
      sealedLength ?? length > sound
    else { return nil }
    // The journal that said which lines hold is lost: all of them, in order, the last prevailing.
    let apart = try lines(contacts, of: head, on: form, seal)
    picture.contactLines = apart.events.keys.sorted()
    var record = picture.record(on: form)
    record.interview.hold(picture.contactLines.compactMap { apart.events[$0] })
    if let course { record.course.restore(tracesOf: course) }
    return Reading(
      record: record, bytes: bytes, soundLength: sound, lineCount: 0, isCompact: true,
      source: .picture(picture), plain: [], seal: seal, contacts: apart)
  }
}
