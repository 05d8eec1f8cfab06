import FoundationEssentials

@testable import Formulas

/// A table beside the tests: lines of cells separated by tabs; lines that start with `#` are notes.
func table(_ name: String, at path: String = #filePath) throws -> [[String]] {
  let folder = path.split(separator: "/").dropLast().joined(separator: "/")
  let data = try Data(contentsOf: URL(filePath: "/\(folder)/Tables/\(name)"))
  return String(decoding: data, as: UTF8.self).split(separator: "\n")
    .filter { !$0.hasPrefix("#") }
    .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
}

/// The type a table's cell names; nil for a group, a repeat or nothing.
func valueType(_ name: String) -> ValueType? {
  ValueType.allCases.first { "\($0)" == name }
}

/// The words of a cell.
func words(_ cell: String) -> [String] {
  cell.split(separator: " ").map(String.init)
}
