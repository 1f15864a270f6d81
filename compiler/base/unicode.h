/* unicode.h - facts about characters: what cannot be seen, what looks like what, what is written in two ways.
 *
 * The tables (unicode_*.def) are facts of the Unicode standard. A rule file with characters of the first kinds is wrong
 * (language 1.2); texts that look like others are findings (7.4). */
#ifndef ASSAY_UNICODE_H
#define ASSAY_UNICODE_H

#include "runtime/base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum unicode_sight {
    UNICODE_SEEN,
    UNICODE_BLANK,    /* looks like a blank and is none */
    UNICODE_STEERS,   /* changes the direction of text */
    UNICODE_UNSEEN,   /* nothing is drawn: default-ignorable characters, and those that format or annotate */
    UNICODE_UNCERTAIN /* stands for no character in particular: a lost one, one of private use, none at all */
};

/* Of characters beyond ASCII. */
enum unicode_sight unicode_sight(uint32_t point);

/* "zero width space"; NULL where the tables have no name. */
const char *unicode_name(uint32_t point);

/* "U+2013 (en dash)", "U+0041". */
void unicode_add_point(struct text *out, uint32_t point);

/* The next character of a well-formed NUL-terminated text, and how many bytes it has; 0 bytes at the end. */
uint32_t unicode_next(const char *text, size_t *size);

/* Appends a character as UTF-8. */
void unicode_add(struct text *out, uint32_t point);

/* ---- One text written in two ways ---- */

bool unicode_is_ascii(const char *text);

/* Appends the composed form (NFC) of a well-formed text: `e` and a combining acute accent become `é`. True when that
 * differs from the text. */
bool unicode_compose(const char *text, struct text *out);

/* ---- Look-alikes ---- */

/* What a character looks like, in lower case: "o" for the Cyrillic letter, "" for signs of trademarks; NULL: itself. */
const char *unicode_alike(uint32_t point);

/* The one character of ASCII that it looks like, also as a fullwidth or mathematical form; 0: none. */
char unicode_ascii(uint32_t point);

/* Appends what a reader takes a text for: composed, look-alikes replaced, in lower case. Two texts that give the same
 * look alike. `0` looks like `O`, `1` and `I` like `l`, `rn` like `m`; blanks at the ends are left out. */
void unicode_skeleton(const char *text, struct text *out);

/* Whether both give the same. */
bool unicode_look_alike(const char *a, const char *b);

/* "character 4 is U+2013 (en dash), there it is U+002D": the first one in which `a` is not `b`, ASCII case apart. */
void unicode_add_difference(struct text *out, const char *a, const char *b);

/* "character 2 is U+0435 (Cyrillic small letter ie), which looks like "e"": the character at a place, with its number.
 */
void unicode_add_look(struct text *out, const char *at, size_t number);

/* The same of the first letter that looks Latin and is not; false: there is none. */
bool unicode_add_alike(struct text *out, const char *text);

/* ---- Scripts whose letters are taken for one another ---- */

enum unicode_script { UNICODE_NO_LETTER, UNICODE_LATIN, UNICODE_OTHER_LETTER, UNICODE_ALIKE_LETTER };

/* Whether a character is a Latin letter, a letter of a script that is mistaken for Latin (Greek, Cyrillic, Armenian,
 * Cherokee, Coptic, Lisu), or such a letter that itself looks like a Latin one. */
enum unicode_script unicode_script(uint32_t point);

/* Whether it is a mark upon the character before it. */
bool unicode_is_mark(uint32_t point);

#endif
