import Formulas

/// Who reads whom: what to look at again when one item changes.
package struct Dependencies: Hashable, Sendable {
  /// An item to look at again, in every instance below the changed one's ancestor at `depth`.
  package struct Reader: Hashable, Sendable {
    package let item: Int
    /// How many repeats are around the place from which to look down.
    package let depth: Int
  }

  /// By the index of the item read.
  package let readers: [[Reader]]
  /// By item: an order in which each comes after all it reads.
  package let rank: [Int]
  /// Items that read their instance's position, or draw a number there, by index.
  package let positional: [Int]
  /// By the index of a question or repeat: the checks that read it, through calculates too, by
  /// place in `Questionnaire.checks`.
  package let checks: [[Int]]
  /// By check: the questions and repeats it reads, through calculates too, in file order.
  package let questions: [[Int]]

  /// - Throws: the circles found, apart from one another.
  init(items: [Item], checks: [Check]) throws(Circles) {
    var readers = [[Reader]](repeating: [], count: items.count)
    var reads = [[Int]](repeating: [], count: items.count)
    var positional: [Int] = []
    for item in items {
      for formula in item.governing {
        if formula.readsPosition || formula.randomPlaces > 0 { positional.append(item.index) }
        for reference in formula.references {
          let source = reference.symbol
          readers[source].append(
            Reader(item: item.index, depth: reference.depth(from: items[source])))
          reads[item.index].append(source)
        }
      }
      if let parent = item.parent { reads[item.index].append(parent) }
      if case .other(let text)? = item.question?.kind {
        readers[text.question].append(Reader(item: item.index, depth: item.repeats.count))
        reads[item.index].append(text.question)
      }
    }
    rank = try Self.ranks(reads)
    self.readers = readers.map { Array(Set($0)).sorted { $0.item < $1.item } }
    self.positional = positional
    questions = checks.map { Self.questions(readBy: $0, items) }
    var byItem = [[Int]](repeating: [], count: items.count)
    for (place, check) in checks.enumerated() {
      for item in Self.stops(judging: check, questions[place], items) {
        byItem[item].append(place)
      }
    }
    self.checks = byItem
  }

  /// Where a check is told as soon as it has something to say: at each question it reads, but for
  /// those of a list it reads whole, at that list, once the person closes it.
  private static func stops(
    judging check: Check, _ questions: [Int], _ items: [Item]
  ) -> [Int] {
    let stops = questions.map { item -> Int in
      let repeats = items[item].repeats
      let common = zip(repeats, check.repeats).prefix { $0 == $1 }.count
      return repeats.count > common ? repeats[common] : item
    }
    return Set(stops).sorted()
  }

  private static func questions(readBy check: Check, _ items: [Item]) -> [Int] {
    var seen: Set<Int> = []
    var waiting = check.constraint.references.map(\.symbol)
    if let owner = check.owner, items[owner].question != nil { waiting.append(owner) }
    while let item = waiting.popLast() {
      guard seen.insert(item).inserted else { continue }
      if let calculation = items[item].question?.calculation {
        waiting += calculation.references.map(\.symbol)
      } else if case .other(let text)? = items[item].question?.kind {
        waiting.append(text.question)
      } else if case .row? = items[item].question?.kind, let grid = items[item].parent {
        waiting.append(grid)
      }
    }
    return seen.filter { items[$0].isStop }.sorted()
  }

  /// Items that depend on one another, each list a circle in which each member reads the next.
  struct Circles: Error {
    let all: [[Int]]
  }

  /// Who comes after all it reads, as a number for each.
  ///
  /// Depth-first, without recursion: a chain of 10,000 must not exhaust the stack.
  static func ranks(_ reads: [[Int]]) throws(Circles) -> [Int] {
    var rank = [Int](repeating: -1, count: reads.count)
    var next = [Int](repeating: 0, count: reads.count)
    var isOpen = [Bool](repeating: false, count: reads.count)
    var given = 0
    var circles: [[Int]] = []
    var isInCircle = [Bool](repeating: false, count: reads.count)
    for start in reads.indices where rank[start] < 0 {
      var path = [start]
      isOpen[start] = true
      while let here = path.last {
        if next[here] < reads[here].count {
          let source = reads[here][next[here]]
          next[here] += 1
          if isOpen[source] {
            let circle = Array(path[(path.firstIndex(of: source) ?? 0)...])
            if !circle.contains(where: { isInCircle[$0] }) { circles.append(circle) }
            for member in circle { isInCircle[member] = true }
            continue
          }
          if rank[source] < 0 {
            isOpen[source] = true
            path.append(source)
          }
        } else {
          path.removeLast()
          isOpen[here] = false
          rank[here] = given
          given += 1
        }
      }
    }
    if !circles.isEmpty { throw Circles(all: circles) }
    return rank
  }
}

extension Array {
  /// The same circle, from its smallest member on.
  func startingFirst(by order: (Element) -> Int) -> [Element] {
    let first = indices.min { order(self[$0]) < order(self[$1]) } ?? startIndex
    return Array(self[first...] + self[..<first])
  }
}

extension Item {
  /// The formulas whose result decides what this item is: not its checks, which only look.
  package var governing: [Formula] {
    var formulas = [relevant].compactMap(\.self)
    switch content {
    case .question(let question):
      formulas += [question.calculation, question.proposal].compactMap(\.self)
      if let choices = question.kind.choices {
        formulas += [choices.filter].compactMap(\.self)
        formulas += choices.conditions.values
      }
    case .roster(let roster): formulas += [roster.count, roster.open].compactMap(\.self)
    case .group: break
    }
    return formulas
  }
}

extension Check {
  /// Its constraint and its condition.
  package var formulas: [Formula] { [constraint, relevant].compactMap(\.self) }
}

extension Reference {
  /// How many repeats are around the place below which readers stand.
  func depth(from source: Item) -> Int {
    switch reach {
    case .one, .special, .label: source.repeats.count
    case .every(let depth): depth
    }
  }
}
