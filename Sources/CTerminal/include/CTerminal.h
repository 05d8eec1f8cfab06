// The terminal as integers and UTF-32: what Terminal needs of ncurses, and nothing of its types.
//
// Every function runs on the main thread: ncurses is not safe on two.

#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdint.h>

enum ct_result {
  CT_STARTED = 0,
  CT_NOT_A_TERMINAL,    // standard input or output is not one
  CT_UNKNOWN_TERMINAL,  // no description, not even of the plainest we fall back on
  CT_FIXED_CURSOR,      // the terminal cannot place its cursor
  CT_NO_MEMORY,         // ncurses or the pipe could not be made
};

struct ct_options {
  int colour;                // 0: no colour at all
  int escape_delay;          // how long the rest of a sequence may take, in milliseconds
  const char *error_log;     // where standard error goes meanwhile; NULL leaves it alone
  const char *crash_notice;  // printed after a crash, once the terminal is usable; NULL for nothing
};

// Takes the terminal; one of the results above. Only CT_STARTED needs ct_stop.
enum ct_result ct_start(const struct ct_options *options);

// Gives the terminal back as it was found; harmless when not started.
void ct_stop(void);

// What was found: 1 or 0, and names that stay valid.
int ct_is_utf8(void);
int ct_has_colour(void);
const char *ct_codeset(void);        // of the locale asked for
const char *ct_requested_term(void);  // TERM as found, "" when unset
const char *ct_term(void);           // the description in use

// Gives the terminal to another program, and takes it back with a blank picture.
void ct_leave(void);
void ct_return(void);
// Leaves, stops the program as job control does, and returns once continued.
void ct_suspend(void);

void ct_size(int *rows, int *columns);   // as the terminal says it now
void ct_resize(int rows, int columns);   // draws for that size, from a blank picture
void ct_blank(void);                     // makes the next picture a full one
void ct_mouse(int on);

enum { CT_BOLD = 1, CT_UNDERLINE = 2, CT_REVERSE = 4, CT_DIM = 8 };
enum { CT_DEFAULT = 0, CT_RED, CT_GREEN, CT_MAGENTA };

// Marks on the scalars given to ct_put.
#define CT_CELL 0x80000000u  // first of a cell
#define CT_WIDE 0x40000000u  // of a cell two columns wide

// Draws cells side by side; `scalars` holds each cell's base and its combining marks.
void ct_put(int row, int column, const uint32_t *scalars, int count, int attributes, int colour);
// The columns of a scalar as ncurses draws it in this locale; -1 for what it does not know.
int ct_width(uint32_t scalar);
// Shows what was drawn, with the cursor there; a negative row hides it.
void ct_show(int row, int column);
void ct_beep(void);

// What ended a wait; several at once add up, none is 0.
enum { CT_INPUT = 1, CT_SIGNAL = 2, CT_GONE = 4 };
int ct_wait(int milliseconds);  // negative waits for ever
int ct_signal(void);            // the next signal that came, or 0
int64_t ct_now(void);           // milliseconds of a clock that never goes back

enum ct_kind {
  CT_NOTHING = 0, CT_SCALAR, CT_KEY, CT_FUNCTION, CT_MOUSE, CT_PASTE_START, CT_PASTE_END,
};
enum ct_key {
  CT_UP = 1, CT_DOWN, CT_LEFT, CT_RIGHT, CT_HOME, CT_END, CT_PAGE_UP, CT_PAGE_DOWN,
  CT_INSERT, CT_DELETE, CT_BACKSPACE, CT_ENTER, CT_BACK_TAB,
};
enum ct_mouse_kind { CT_PRESS = 1, CT_WHEEL_UP, CT_WHEEL_DOWN };

struct ct_input {
  int kind;        // an enum ct_kind
  uint32_t value;  // the scalar, enum ct_key, function number or enum ct_mouse_kind
  int row, column; // of the mouse
};
// Reads the next input without waiting; 0 when there is none.
int ct_read(struct ct_input *input);

#endif
