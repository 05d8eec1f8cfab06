import Glibc

/// The path of a program of this package, built beside the running tests; for `barometre`,
/// `BAROMETRE_PROGRAM` may name another, the one people use.
package func builtProgram(_ name: String) -> String {
  if name == "barometre", let named = getenv("BAROMETRE_PROGRAM") { return String(cString: named) }
  var path = [CChar](repeating: 0, count: 4096)
  let length = max(0, readlink("/proc/self/exe", &path, path.count))
  let tests = String(decoding: path.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
  return tests.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/\(name)"
}
