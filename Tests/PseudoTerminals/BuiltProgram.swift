import Glibc

/// The path of a program of this package, built beside the running tests.
package func builtProgram(_ name: String) -> String {
  var path = [UInt8](repeating: 0, count: 4096)
  let length = path.withUnsafeMutableBytes { bytes in
    readlink("/proc/self/exe", bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
  }
  let tests = String(decoding: path.prefix(max(0, length)), as: UTF8.self)
  return tests.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/\(name)"
}
