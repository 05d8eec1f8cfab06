// Signals become bytes in a pipe; a crash gives the terminal back before it kills.

#define _GNU_SOURCE

#include "CTerminal.h"
#include "private.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int wake[2] = {-1, -1};
static const int told[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT};
enum { TOLD = sizeof told / sizeof *told, CRASHES = sizeof crashes / sizeof *crashes };
static struct sigaction told_before[TOLD], crashes_before[CRASHES];
static int installed;

static struct termios cooked;
static char restorer[512];
static volatile sig_atomic_t restorer_length;
static char notice[512];
static size_t notice_length;
static char crash_stack[65536];

static void tell(int number) {
  int kept = errno;
  unsigned char byte = (unsigned char)number;
  if (write(wake[1], &byte, 1) < 0) { /* A full pipe wakes the loop all the same. */ }
  errno = kept;
}

static void crash(int number) {
  if (restorer_length > 0) {
    if (write(STDOUT_FILENO, restorer, (size_t)restorer_length) < 0) { /* It is gone. */ }
    tcsetattr(STDIN_FILENO, TCSANOW, &cooked);
    ct_errors_restore();
    if (notice_length > 0 && write(ct_errors_original(), notice, notice_length) < 0) {}
  }
  signal(number, SIG_DFL);
  raise(number);
}

static void handle(int number, void (*handler)(int), int flags, struct sigaction *before) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, before);
}

static void install_told(struct sigaction *before) {
  for (int i = 0; i < TOLD; i++) {
    handle(told[i], tell, SA_RESTART, before ? &before[i] : NULL);
  }
}

int ct_signals_install(void) {
  if (wake[0] < 0 && pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  while (ct_signal() != 0) {}
  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack, .ss_flags = 0};
  sigaltstack(&stack, NULL);
  install_told(told_before);
  for (int i = 0; i < CRASHES; i++) {
    handle(crashes[i], crash, SA_ONSTACK | SA_RESETHAND | SA_NODEFER, &crashes_before[i]);
  }
  installed = 1;
  return 0;
}

void ct_signals_restore(void) {
  if (!installed) return;
  installed = 0;
  restorer_length = 0;
  for (int i = 0; i < TOLD; i++) sigaction(told[i], &told_before[i], NULL);
  for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &crashes_before[i], NULL);
}

void ct_crash_prepare(const struct termios *attributes, const char *text) {
  cooked = *attributes;
  restorer_length = 0;
  notice_length = text == NULL ? 0 : strnlen(text, sizeof notice);
  if (notice_length > 0) memcpy(notice, text, notice_length);
}

void ct_crash_append(const char *sequence) {
  if (sequence == NULL || sequence == (const char *)-1) return;
  int length = restorer_length;
  for (const char *next = sequence; *next != 0 && length < (int)sizeof restorer; next++) {
    if (next[0] == '$' && next[1] == '<') {
      while (*next != 0 && *next != '>') next++;
      if (*next == 0) break;
      continue;
    }
    restorer[length++] = *next;
  }
  restorer_length = length;
}

// A group with nobody to continue it is not stopped by SIGTSTP: this returns at once.
void ct_signals_suspend(void) {
  handle(SIGTSTP, SIG_DFL, 0, NULL);
  handle(SIGCONT, SIG_DFL, 0, NULL);
  raise(SIGTSTP);
  install_told(NULL);
}

void ct_signals_lend(void) {
  handle(SIGTSTP, SIG_DFL, 0, NULL);
  handle(SIGCONT, SIG_DFL, 0, NULL);
  handle(SIGINT, SIG_IGN, 0, NULL);
  handle(SIGQUIT, SIG_IGN, 0, NULL);
}

void ct_signals_reclaim(void) {
  install_told(NULL);
  handle(SIGQUIT, crash, SA_ONSTACK | SA_RESETHAND | SA_NODEFER, NULL);
}

int ct_wait(int milliseconds) {
  int64_t end = ct_now() + milliseconds;
  struct pollfd files[2] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = wake[0], .events = POLLIN}};
  for (;;) {
    int64_t left = milliseconds < 0 ? -1 : end - ct_now();
    int ready = poll(files, 2, milliseconds < 0 ? -1 : left > 0 ? (int)left : 0);
    if (ready == 0) return 0;
    if (ready < 0 && errno != EINTR) return CT_GONE;
    if (ready < 0) continue;
    int result = 0;
    if (files[0].revents & POLLIN) result |= CT_INPUT;
    if (files[0].revents & (POLLHUP | POLLERR | POLLNVAL)) result |= CT_GONE;
    if (files[1].revents & POLLIN) result |= CT_SIGNAL;
    if (result != 0) return result;
  }
}

int ct_signal(void) {
  unsigned char byte;
  return read(wake[0], &byte, 1) == 1 ? byte : 0;
}

int64_t ct_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
