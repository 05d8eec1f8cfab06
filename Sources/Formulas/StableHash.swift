/// A hash that is the same on every machine and every day: FNV-1a of 64 bits.
///
/// Source: Fowler, Noll and Vo; draft-eastlake-fnv.
package enum StableHash {
  package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}
