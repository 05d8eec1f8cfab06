import Formulas

/// A share in the words an article uses: “2 sur 3”, “9 sur 10”, “plus d’un tiers”.
///
/// Within 1.5 points of a half, a third or a quarter, that fraction; from there to 38.5 %, more than
/// a third; else the nearest tenth. Worked out in whole numbers, so that no rounding decides.
package enum Fraction: Hashable, Sendable {
  case none
  case all
  case of(Int, Int)
  case moreThanAThird
  /// Above 0, but nearer to it than to a tenth.
  case lessThanATenth
  /// Below all, but nearer to it than to nine tenths.
  case moreThanNineTenths

  /// - Parameter base: above 0.
  package init(_ count: Int, of base: Int) {
    precondition(base > 0 && (0...base).contains(count), "a share is of something")
    if count == 0 {
      self = .none
    } else if count == base {
      self = .all
    } else if let near = Self.plain.first(where: { Self.isNear(count, base, $0.0, $0.1) }) {
      self = .of(near.0, near.1)
    } else if 3 * count > base, 1000 * count <= 385 * base {
      self = .moreThanAThird
    } else {
      switch (20 * count + base) / (2 * base) {
      case 0: self = .lessThanATenth
      case 10: self = .moreThanNineTenths
      case let tenths: self = .of(tenths, 10)
      }
    }
  }

  private static let plain = [(1, 2), (1, 3), (2, 3), (1, 4), (3, 4)]

  /// Within 1.5 points: |count / base − above / below| ≤ 15 / 1000.
  private static func isNear(_ count: Int, _ base: Int, _ above: Int, _ below: Int) -> Bool {
    1000 * abs(count * below - above * base) <= 15 * base * below
  }
}

extension Fraction {
  /// The words: `2 sur 3`, `9 in 10`.
  package func words(in language: Language) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }

  private var french: String {
    switch self {
    case .none: "aucun"
    case .all: "tous"
    case .of(let above, let below): "\(above) sur \(below)"
    case .moreThanAThird: "plus d’un tiers"
    case .lessThanATenth: "moins de 1 sur 10"
    case .moreThanNineTenths: "plus de 9 sur 10"
    }
  }

  private var english: String {
    switch self {
    case .none: "none"
    case .all: "all"
    case .of(let above, let below): "\(above) in \(below)"
    case .moreThanAThird: "more than a third"
    case .lessThanATenth: "fewer than 1 in 10"
    case .moreThanNineTenths: "more than 9 in 10"
    }
  }
}
