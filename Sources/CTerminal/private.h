// Between the files of this room.

#ifndef CTERMINAL_PRIVATE_H
#define CTERMINAL_PRIVATE_H

#include <stddef.h>
#include <stdio.h>
#include <termios.h>

// signals.c
int ct_signals_install(void);  // 0, or -1 without a pipe
void ct_signals_restore(void);
void ct_crash_prepare(const struct termios *cooked, const char *notice);
// Adds to what a crash writes, without the `$<5>` delays of a terminal description.
void ct_crash_append(const char *sequence);
void ct_signals_suspend(void);  // stops here, with the default behaviour, until continued
void ct_signals_lend(void);     // as a parent that waits for a child on the same terminal
void ct_signals_reclaim(void);

// errors.c
void ct_errors_redirect(const char *path);
void ct_errors_restore(void);
int ct_errors_original(void);  // the true standard error

// output.c
FILE *ct_output(void);          // what ncurses writes to
void ct_output_gather(void);    // what it writes from here on waits
void ct_output_send(void);      // and goes out in one piece
// Past ncurses, to the terminal at once; once that is gone, nowhere.
void ct_output_write(const char *bytes, size_t count);

// keys.c
void ct_keys_define(void);
int ct_keys_open(void);

#endif
