// The screen: taking the terminal, drawing on it, giving it back.

#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1

#include "CTerminal.h"
#include "private.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

static int started, colours, mouse_on, utf8;
static struct termios cooked;
static char codeset[64], requested[64], term[64], error_log[1024];
static int last_cursor = 1;

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";
static const char mouse_off[] = "\033[?1006;1000l";

// Sends what ncurses has no name for; it draws nothing, so it may overtake what ncurses buffers.
static void send(const char *sequence) { ct_output_write(sequence, strlen(sequence)); }

static int codeset_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

// Only the character type: a French LC_NUMERIC would make the C library want commas.
static void choose_locale(void) {
  static const char *const fallbacks[] = {"C.UTF-8", "fr_FR.UTF-8", "en_US.UTF-8"};
  setlocale(LC_CTYPE, "");
  strncpy(codeset, nl_langinfo(CODESET), sizeof codeset - 1);
  utf8 = codeset_is_utf8();
  for (unsigned i = 0; !utf8 && i < sizeof fallbacks / sizeof *fallbacks; i++) {
    utf8 = setlocale(LC_CTYPE, fallbacks[i]) != NULL && codeset_is_utf8();
  }
  if (!utf8) setlocale(LC_CTYPE, "");
}

static int try_term(const char *name) {
  if (name == NULL || *name == 0 || newterm(name, ct_output(), stdin) == NULL) return 0;
  strncpy(term, name, sizeof term - 1);
  return 1;
}

static int open_term(void) {
  const char *name = getenv("TERM");
  strncpy(requested, name ? name : "", sizeof requested - 1);
  return try_term(requested) || try_term("xterm-256color") || try_term("xterm")
    || try_term("vt100");
}

static void prepare_colours(int wanted) {
  colours = 0;
  if (!wanted || !has_colors() || start_color() == ERR) return;
  if (use_default_colors() == ERR) return;
  init_pair(CT_RED, COLOR_RED, -1);
  init_pair(CT_GREEN, COLOR_GREEN, -1);
  init_pair(CT_MAGENTA, COLOR_MAGENTA, -1);
  colours = 1;
}

static void prepare_crash(const char *notice) {
  ct_crash_prepare(&cooked, notice);
  ct_crash_append(paste_off);
  ct_crash_append(mouse_off);
  ct_crash_append(tigetstr("sgr0"));
  ct_crash_append(tigetstr("cnorm"));
  ct_crash_append(tigetstr("rmkx"));
  ct_crash_append(tigetstr("rmcup"));
}

static enum ct_result give_up(enum ct_result result) {
  endwin();
  tcsetattr(STDIN_FILENO, TCSADRAIN, &cooked);
  ct_signals_restore();
  return result;
}

enum ct_result ct_start(const struct ct_options *options) {
  static int at_exit;
  if (started) return CT_STARTED;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CT_NOT_A_TERMINAL;
  if (tcgetattr(STDIN_FILENO, &cooked) != 0) return CT_NOT_A_TERMINAL;
  choose_locale();
  // Exported, they would pin the size at what it was before the window grew.
  unsetenv("LINES");
  unsetenv("COLUMNS");
  if (ct_signals_install() != 0) return CT_NO_MEMORY;
  if (!open_term()) {
    ct_signals_restore();
    return CT_UNKNOWN_TERMINAL;
  }
  const char *cup = tigetstr("cup");
  if (cup == NULL || cup == (const char *)-1) return give_up(CT_FIXED_CURSOR);
  prepare_crash(options->crash_notice);
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  set_escdelay(options->escape_delay);
  typeahead(-1);
  ct_keys_define();
  if (ct_keys_open() != 0) return give_up(CT_NO_MEMORY);
  prepare_colours(options->colour);
  mouseinterval(0);
  send(paste_on);
  error_log[0] = 0;
  if (options->error_log != NULL) strncpy(error_log, options->error_log, sizeof error_log - 1);
  if (error_log[0] != 0) ct_errors_redirect(error_log);
  last_cursor = -1;
  started = 1;
  if (!at_exit) at_exit = atexit(ct_stop) == 0;
  return CT_STARTED;
}

// Switches off what ncurses does not know of, then ncurses itself.
static void close_screen(void) {
  send(paste_off);
  if (mouse_on) mousemask(0, NULL);
  endwin();
  ct_errors_restore();
}

void ct_stop(void) {
  if (!started) return;
  started = 0;
  close_screen();
  mouse_on = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &cooked);
  ct_signals_restore();
}

int ct_is_utf8(void) { return utf8; }
int ct_has_colour(void) { return colours; }
const char *ct_codeset(void) { return codeset; }
const char *ct_requested_term(void) { return requested; }
const char *ct_term(void) { return term; }

void ct_leave(void) {
  if (!started) return;
  def_prog_mode();
  close_screen();
  ct_signals_lend();
}

void ct_return(void) {
  if (!started) return;
  ct_signals_reclaim();
  int rows, columns;
  if (error_log[0] != 0) ct_errors_redirect(error_log);
  send(paste_on);
  if (mouse_on) ct_mouse(1);
  last_cursor = -1;
  ct_size(&rows, &columns);
  ct_resize(rows, columns);
  refresh();
}

void ct_suspend(void) {
  ct_leave();
  ct_signals_suspend();
  ct_return();
}

void ct_size(int *rows, int *columns) {
  struct winsize size;
  *rows = LINES;
  *columns = COLS;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
    *rows = size.ws_row;
    *columns = size.ws_col;
  }
}

void ct_resize(int rows, int columns) {
  if (rows != LINES || columns != COLS) resizeterm(rows, columns);
  ct_blank();
}

void ct_blank(void) {
  werase(stdscr);
  clearok(curscr, TRUE);
}

void ct_mouse(int on) {
  mouse_on = on;
  mousemask(on ? BUTTON1_PRESSED | BUTTON1_CLICKED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

static attr_t attributes_of(int attributes) {
  attr_t result = A_NORMAL;
  if (attributes & CT_BOLD) result |= A_BOLD;
  if (attributes & CT_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & CT_REVERSE) result |= A_REVERSE;
  if (attributes & CT_DIM) result |= A_DIM;
  return result;
}

// Draws one cell; a width the C library does not agree with would shift the row, so it shows `?`.
static void put_cell(const wchar_t *text, int width, attr_t attributes, short pair) {
  cchar_t cell;
  if (wcwidth(text[0]) == width) {
    if (setcchar(&cell, text, attributes, pair, NULL) == ERR) {
      wchar_t base[2] = {text[0], 0};
      setcchar(&cell, base, attributes, pair, NULL);
    }
    wadd_wch(stdscr, &cell);
    return;
  }
  for (int column = 0; column < width; column++) {
    setcchar(&cell, column == 0 ? L"?" : L" ", attributes, pair, NULL);
    wadd_wch(stdscr, &cell);
  }
}

int ct_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void ct_put(int row, int column, const uint32_t *scalars, int count, int attributes, int colour) {
  attr_t shown = attributes_of(attributes);
  short pair = colours ? (short)colour : 0;
  if (wmove(stdscr, row, column) == ERR) return;
  for (int next = 0; next < count;) {
    wchar_t text[CCHARW_MAX + 1] = {0};
    int length = 0;
    int width = scalars[next] & CT_WIDE ? 2 : 1;
    do {
      if (length < CCHARW_MAX) text[length++] = (wchar_t)(scalars[next] & 0x1FFFFF);
      next++;
    } while (next < count && !(scalars[next] & CT_CELL));
    // A picture drawn for another size is cut, not wrapped.
    if (column + width > COLS) return;
    column += width;
    // Writing the last column of the last row fails after it has drawn.
    put_cell(text, width, shown, pair);
  }
}

void ct_show(int row, int column) {
  int cursor = row >= 0;
  ct_output_gather();
  if (cursor != last_cursor) {
    curs_set(cursor);
    last_cursor = cursor;
  }
  if (cursor) wmove(stdscr, row, column);
  wnoutrefresh(stdscr);
  doupdate();
  ct_output_send();
}

void ct_beep(void) { beep(); }
