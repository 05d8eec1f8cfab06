// What ncurses draws, sent in one piece: by itself it writes at each move of its cursor, and a
// slow line would show a picture half drawn.

#define _GNU_SOURCE

#include "private.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

// What ncurses writes to: the terminal, or in the middle of a picture the memory that gathers it.
static FILE *output;
static int memory = -1;

FILE *ct_output(void) {
  if (output != NULL) return output;
  int file = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (file < 0) return stdout;
  output = fdopen(file, "w");
  if (output == NULL) {
    close(file);
    return stdout;
  }
  // Without it, as on an old kernel, the picture goes out in pieces.
  memory = memfd_create("picture", MFD_CLOEXEC);
  return output;
}

void ct_output_gather(void) {
  if (memory >= 0) dup3(memory, fileno(output), O_CLOEXEC);
}

void ct_output_write(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t sent = write(STDOUT_FILENO, bytes, count);
    if (sent > 0) {
      bytes += sent;
      count -= (size_t)sent;
    } else if (errno == EAGAIN) {
      poll(&(struct pollfd){.fd = STDOUT_FILENO, .events = POLLOUT}, 1, -1);
    } else if (errno != EINTR) {
      return; // The terminal is gone.
    }
  }
}

void ct_output_send(void) {
  if (memory < 0) return;
  static char bytes[16384];
  off_t end = lseek(memory, 0, SEEK_CUR);
  lseek(memory, 0, SEEK_SET);
  dup3(STDOUT_FILENO, fileno(output), O_CLOEXEC);
  for (off_t at = 0; at < end;) {
    size_t wanted = end - at < (off_t)sizeof bytes ? (size_t)(end - at) : sizeof bytes;
    ssize_t count = pread(memory, bytes, wanted, at);
    if (count <= 0) return;
    ct_output_write(bytes, (size_t)count);
    at += count;
  }
}
