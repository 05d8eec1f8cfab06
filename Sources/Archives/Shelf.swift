import Formulas
import Interviews
import Questions
import Records
import Vaults

extension Archive {
  /// Every interview there, and what stands in the way of showing the others.
  package struct Shelf: Hashable, Sendable {
    /// The one that changed last first.
    package fileprivate(set) var listings: [Listing]
    package let unread: [Unread]

    package var failures: [FileFailure] { unread.map(\.failure) }
  }

  /// An interview that cannot be shown.
  package struct Unread: Hashable, Sendable {
    package let id: String
    package let failure: FileFailure
  }

  /// Every interview there: from the index where it still tells the truth, else from the journals.
  ///
  /// The index is a convenience: where it cannot be written, nothing is said.
  package func shelf(of place: Place = .interviews) throws(FileFailure) -> Shelf {
    let index = Index(of: inside(place.rawValue))
    let (known, isTidy) = index.entries()
    var forms: [String: Questionnaire] = [:]
    var (kept, new): ([IndexEntry], [IndexEntry]) = ([], [])
    var unread: [Unread] = []
    for (id, status) in try journals(in: place) {
      if let entry = known[id], entry.status == status {
        kept.append(entry)
        continue
      }
      do throws(FileFailure) {
        let listing = try listing(of: interview(id, in: place), &forms)
        new.append(IndexEntry(listing: listing, status: status))
      } catch {
        unread.append(Unread(id: id, failure: error))
      }
    }
    let all = (kept + new).sorted { $0.listing.isAfter($1.listing) }
    let isSame = isTidy && known.count == all.count { known[$0.listing.id] != nil }
    try? isSame ? index.append(new, total: all.count) : index.replace(all)
    return Shelf(listings: all.map { named($0.listing, in: place) }, unread: unread)
  }

  /// What lists and the index hold of an interview: of a sealed one, what anyone may read.
  func listing(
    of folder: Folder, _ forms: inout [String: Questionnaire]
  ) throws(FileFailure) -> Listing {
    guard let copy = try clearCopy(folder) else { return Listing(try read(folder, &forms).record) }
    let form = try questionnaire(copy.head.start.questionnaireHash, &forms)
    return Listing(copy, on: form)
  }

  /// The listing with its label, where a key here opens the interview's picture.
  private func named(_ listing: Listing, in place: Place) -> Listing {
    guard listing.isSealed, !keys.isEmpty else { return listing }
    let path = interview(listing.id, in: place).child(Journal.pictureName)
    guard let bytes = try? contents(of: path, system),
      let picture = try? opened(picture: bytes, at: path).plain,
      let label = (try? JSONText(picture).root)?["label"]?.string
    else { return listing }
    var named = listing
    named.label = label
    return named
  }

  /// The interviews that changed last, at once, each as its journal is now.
  ///
  /// - Parameter most: how many, at most.
  /// - Returns: those, the last changed first, and how many there are in all as far as the index
  ///   says; nil where there is no index to say.
  package func latest(_ most: Int) -> (listings: [Listing], total: Int)? {
    guard let (entries, total) = Index(of: inside(Place.interviews.rawValue)).latest(most) else {
      return nil
    }
    var forms: [String: Questionnaire] = [:]
    let listings = entries.compactMap { entry -> Listing? in
      let folder = interview(entry.listing.id)
      let status = FileStatus(of: folder.child(Journal.name))
      if status == entry.status { return named(entry.listing, in: .interviews) }
      return (try? listing(of: folder, &forms)).map { named($0, in: .interviews) }
    }
    return (listings.sorted { $0.isAfter($1) }, total)
  }

  /// Looks again at one interview of a shelf, the only one that changed here.
  ///
  /// Where another program brought or took interviews meanwhile, all are looked at again.
  package func refresh(_ id: String, on shelf: inout Shelf) {
    let isNew = !shelf.listings.contains { $0.id == id }
    let known = shelf.listings.count + shelf.failures.count + (isNew ? 1 : 0)
    if interviewCount != known, let whole = try? self.shelf() {
      shelf = whole
      return
    }
    shelf.listings.removeAll { $0.id == id }
    let folder = interview(id)
    var forms: [String: Questionnaire] = [:]
    guard let status = FileStatus(of: folder.child(Journal.name)),
      let listing = try? listing(of: folder, &forms)
    else { return }
    let place = shelf.listings.firstIndex { listing.isAfter($0) } ?? shelf.listings.endIndex
    shelf.listings.insert(named(listing, in: .interviews), at: place)
    let index = Index(of: inside(Place.interviews.rawValue))
    try? index.append(
      [IndexEntry(listing: listing, status: status)], total: shelf.listings.count)
  }

  /// How many folders there are, whatever is in them.
  private var interviewCount: Int? {
    let names = try? inside(Place.interviews.rawValue).names()
    return names?.count { !$0.hasPrefix(".") && $0 != Index.name }
  }

  /// Adds what is known of interviews just put in place, so that no one need read them for it.
  ///
  /// Nothing is said where it cannot: `shelf` then reads the journals.
  func addToIndex(_ entries: [IndexEntry]) {
    let index = Index(of: inside(Place.interviews.rawValue))
    if let total = index.latest(1)?.total {
      try? index.append(entries, total: total + entries.count)
    } else {
      try? index.replace(entries)
    }
  }
}

extension Listing {
  /// Whether it stands before another in lists: changed later, or else started earlier.
  fileprivate func isAfter(_ other: Listing) -> Bool {
    let (mine, others) = (updated.instant, other.updated.instant)
    return mine == others ? id < other.id : mine > others
  }
}
