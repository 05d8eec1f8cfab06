// Keys: what ncurses reads, in our own numbers.

#define NCURSES_WIDECHAR 1

#include "CTerminal.h"
#include "private.h"

#include <curses.h>

// Beyond every code of ncurses and of its extended keys, which it numbers from KEY_MAX up.
enum { PASTE_START = 0x4000, PASTE_END };

// Keys are read from a pad: reading from the screen itself would also redraw it.
static WINDOW *input_pad;

// Sequences that terminals send although their description, or the one we fell back on, says
// otherwise.
static const struct { const char *sequence; int code; } sequences[] = {
  {"\033[Z", KEY_BTAB},    {"\033[H", KEY_HOME},   {"\033[F", KEY_END},    {"\033OH", KEY_HOME},
  {"\033OF", KEY_END},     {"\033[1~", KEY_HOME},  {"\033[4~", KEY_END},   {"\033[7~", KEY_HOME},
  {"\033[8~", KEY_END},    {"\033[2~", KEY_IC},    {"\033[3~", KEY_DC},    {"\033[5~", KEY_PPAGE},
  {"\033[6~", KEY_NPAGE},  {"\033[A", KEY_UP},     {"\033[B", KEY_DOWN},   {"\033[C", KEY_RIGHT},
  {"\033[D", KEY_LEFT},    {"\033OA", KEY_UP},     {"\033OB", KEY_DOWN},   {"\033OC", KEY_RIGHT},
  {"\033OD", KEY_LEFT},    {"\033OP", KEY_F(1)},   {"\033OQ", KEY_F(2)},   {"\033OR", KEY_F(3)},
  {"\033OS", KEY_F(4)},    {"\033[200~", PASTE_START}, {"\033[201~", PASTE_END},
};

void ct_keys_define(void) {
  for (unsigned i = 0; i < sizeof sequences / sizeof *sequences; i++) {
    define_key(sequences[i].sequence, sequences[i].code);
  }
}

int ct_keys_open(void) {
  if (input_pad == NULL) input_pad = newpad(1, 1);
  if (input_pad == NULL) return -1;
  keypad(input_pad, TRUE);
  nodelay(input_pad, TRUE);
  return 0;
}

static uint32_t key_of(wint_t code) {
  switch (code) {
    case KEY_UP: return CT_UP;
    case KEY_DOWN: return CT_DOWN;
    case KEY_LEFT: return CT_LEFT;
    case KEY_RIGHT: return CT_RIGHT;
    case KEY_HOME: case KEY_FIND: case KEY_A1: return CT_HOME;
    case KEY_END: case KEY_SELECT: case KEY_C1: return CT_END;
    case KEY_PPAGE: case KEY_A3: return CT_PAGE_UP;
    case KEY_NPAGE: case KEY_C3: return CT_PAGE_DOWN;
    case KEY_IC: return CT_INSERT;
    case KEY_DC: return CT_DELETE;
    case KEY_BACKSPACE: return CT_BACKSPACE;
    case KEY_ENTER: return CT_ENTER;
    case KEY_BTAB: return CT_BACK_TAB;
    default: return 0;
  }
}

static void read_mouse(struct ct_input *input) {
  MEVENT event;
  if (getmouse(&event) != OK) return;
  // A press and its release read together are reported as a click.
  if (event.bstate & (BUTTON1_PRESSED | BUTTON1_CLICKED)) input->value = CT_PRESS;
  else if (event.bstate & BUTTON4_PRESSED) input->value = CT_WHEEL_UP;
  else if (event.bstate & BUTTON5_PRESSED) input->value = CT_WHEEL_DOWN;
  else return;
  input->kind = CT_MOUSE;
  input->row = event.y;
  input->column = event.x;
}

int ct_read(struct ct_input *input) {
  wint_t code;
  *input = (struct ct_input){CT_NOTHING, 0, 0, 0};
  switch (wget_wch(input_pad, &code)) {
    case OK:
      input->kind = CT_SCALAR;
      input->value = (uint32_t)code;
      return 1;
    case KEY_CODE_YES:
      break;
    default:
      return 0;
  }
  if (code == KEY_MOUSE) {
    read_mouse(input);
  } else if (code == PASTE_START) {
    input->kind = CT_PASTE_START;
  } else if (code == PASTE_END) {
    input->kind = CT_PASTE_END;
  } else if (code >= KEY_F(1) && code <= KEY_F(12)) {
    input->kind = CT_FUNCTION;
    input->value = (uint32_t)(code - KEY_F0);
  } else if ((input->value = key_of(code)) != 0) {
    input->kind = CT_KEY;
  }
  return 1;
}
