/// libFuzzer's own loop, over the one function the folder beside defines.
@main
enum Driver {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    _ = run(&count, &arguments, fuzz)
  }
}

// Its C declaration: compiler-rt, fuzzer/FuzzerInterface.h.
@_silgen_name("LLVMFuzzerRunDriver")
private func run(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
