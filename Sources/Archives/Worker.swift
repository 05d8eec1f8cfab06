import Glibc
import Records

/// Work done on a thread of its own.
package final class Worker<Result: Sendable> {
  private let box: Box
  private var thread = pthread_t()
  private var isRunning: Bool

  private final class Box {
    let work: @Sendable () -> Result
    var result: Result?

    init(_ work: @escaping @Sendable () -> Result) { self.work = work }

    func run() { result = work() }
  }

  /// Starts at once; where the system gives no thread, waits until it is asked for.
  package init(_ work: @escaping @Sendable () -> Result) {
    box = Box(work)
    let held = Unmanaged.passRetained(Runner(box.run))
    let answer = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Runner>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      }, held.toOpaque())
    isRunning = answer == 0
    if !isRunning { held.release() }
  }

  /// Waits for the work to be done.
  package func result() -> Result {
    if isRunning { pthread_join(thread, nil) } else if box.result == nil { box.run() }
    isRunning = false
    guard let result = box.result else {
      preconditionFailure("a thread ends once its work is done")
    }
    return result
  }
}

extension Worker {
  /// Makes something of each few ids on threads, and takes it in order while the next is made.
  ///
  /// - Parameters:
  ///   - length: how many ids a thread takes at once.
  ///   - ahead: how many threads are at work.
  package static func inOrder(
    _ ids: [String], length: Int = 256, ahead: Int = 3,
    make: @escaping @Sendable (ArraySlice<String>) -> Result,
    take: (Result) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    var waiting: [Worker<Result>] = []
    var start = 0
    while start < ids.count || !waiting.isEmpty {
      while waiting.count < ahead, start < ids.count {
        let some = ids[start..<min(start + length, ids.count)]
        waiting.append(Worker { make(some) })
        start = some.endIndex
      }
      try take(waiting.removeFirst().result())
    }
  }
}

/// What a thread is told to do; C knows no generics.
private final class Runner {
  let run: () -> Void

  init(_ run: @escaping () -> Void) { self.run = run }
}
