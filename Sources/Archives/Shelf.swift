import Formulas
import Interviews
import Questions
import Records

extension Archive {
  /// Every interview there, and what stands in the way of showing the others.
  package struct Shelf: Hashable, Sendable {
    /// The one that changed last first.
    package fileprivate(set) var listings: [Listing]
    package let failures: [FileFailure]
  }

  /// Every interview there: from the index where it still tells the truth, else from the journals.
  ///
  /// The index is a convenience: where it cannot be written, nothing is said.
  package func shelf(of place: Place = .interviews) throws(FileFailure) -> Shelf {
    let index = Index(of: inside(place.rawValue))
    let (known, isTidy) = index.entries()
    var forms: [String: Questionnaire] = [:]
    var (kept, new): ([IndexEntry], [IndexEntry]) = ([], [])
    var failures: [FileFailure] = []
    for (id, status) in try journals(in: place) {
      if let entry = known[id], entry.status == status {
        kept.append(entry)
        continue
      }
      do throws(FileFailure) {
        let record = try read(interview(id, in: place), &forms).record
        new.append(IndexEntry(listing: Listing(record), status: status))
      } catch {
        failures.append(error)
      }
    }
    let all = (kept + new).sorted { $0.listing.isAfter($1.listing) }
    let isSame = isTidy && known.count == all.count { known[$0.listing.id] != nil }
    try? isSame ? index.append(new, total: all.count) : index.replace(all)
    return Shelf(listings: all.map(\.listing), failures: failures)
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
      if status == entry.status { return entry.listing }
      return (try? read(folder, &forms)).map { Listing($0.record) }
    }
    return (listings.sorted { $0.isAfter($1) }, total)
  }

  /// Looks again at one interview of a shelf, the only one that changed.
  package func refresh(_ id: String, on shelf: inout Shelf) {
    shelf.listings.removeAll { $0.id == id }
    let folder = interview(id)
    var forms: [String: Questionnaire] = [:]
    guard let status = FileStatus(of: folder.child(Journal.name)),
      let record = (try? read(folder, &forms))?.record
    else { return }
    let listing = Listing(record)
    let place = shelf.listings.firstIndex { listing.isAfter($0) } ?? shelf.listings.endIndex
    shelf.listings.insert(listing, at: place)
    let index = Index(of: inside(Place.interviews.rawValue))
    try? index.append(
      [IndexEntry(listing: listing, status: status)], total: shelf.listings.count)
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
