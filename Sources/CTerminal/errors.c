// Standard error during the session: a stray print must not smear the picture.

#define _GNU_SOURCE

#include "private.h"

#include <fcntl.h>
#include <unistd.h>

static int original = -1;
static int log_file = -1;

void ct_errors_redirect(const char *path) {
  if (path == NULL) return;
  if (log_file < 0) log_file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (log_file < 0) return;
  if (original < 0) original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (original >= 0) dup2(log_file, STDERR_FILENO);
}

// Called from the crash handler too: only async-signal-safe functions.
void ct_errors_restore(void) {
  if (original >= 0) dup2(original, STDERR_FILENO);
}

int ct_errors_original(void) { return original >= 0 ? original : STDERR_FILENO; }
