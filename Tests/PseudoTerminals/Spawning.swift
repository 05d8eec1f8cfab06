import Glibc

/// How a program ended.
package enum Ending: Hashable, Sendable {
  case exited(Int32)
  case killed(Int32)

  /// As in <sys/wait.h>, whose macros do not reach Swift.
  init(waitStatus status: Int32) {
    self = status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .killed(status & 0x7F)
  }
}

/// Whose signals a program hears.
enum SpawnSession {
  case ours
  case newSession

  var flags: Int32 {
    switch self {
    case .ours: 0
    case .newSession: 0x80  // POSIX_SPAWN_SETSID, not imported into Swift.
    }
  }
}

/// Starts a program, the path first, with every signal as a shell leaves it.
///
/// - Parameter arrange: says which files it has as 0, 1 and 2.
func spawn(
  _ command: [String], _ environment: [String: String], in session: SpawnSession,
  arrange: (inout posix_spawn_file_actions_t) -> Void
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  arrange(&actions)
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var defaults = sigset_t()
  sigfillset(&defaults)
  posix_spawnattr_setsigdefault(&attributes, &defaults)
  var unblocked = sigset_t()
  sigemptyset(&unblocked)
  posix_spawnattr_setsigmask(&attributes, &unblocked)
  let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | session.flags
  posix_spawnattr_setflags(&attributes, Int16(flags))
  let arguments = command.map { strdup($0) } + [nil]
  let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
  defer { for text in arguments + variables { free(text) } }
  var child: pid_t = 0
  let result = posix_spawn(&child, command.first ?? "", &actions, &attributes, arguments, variables)
  guard result == 0 else { throw PseudoTerminal.Failure.system(call: "posix_spawn", errno: result) }
  return child
}
