#include "runtime/usage/meant.h"

#include "runtime/usage/names.h"

#include <stdbool.h>
#include <string.h>

/* ---- Words ---- */

struct meant_word {
    const char *text;
    size_t length;
};

static char meant_lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool meant_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Letters and digits of ASCII, and all beyond it. */
static bool meant_letter(char c) {
    char lower = meant_lower(c);
    return (lower >= 'a' && lower <= 'z') || meant_digit(c) || (unsigned char)c >= 0x80;
}

static bool meant_begins(struct meant_word word, struct meant_word beginning) {
    if (beginning.length > word.length) return false;
    for (size_t i = 0; i < beginning.length; i++)
        if (meant_lower(word.text[i]) != meant_lower(beginning.text[i])) return false;
    return true;
}

/* Words that names are told without. */
static bool meant_idle(struct meant_word word) {
    static const char *const idle[] = {"and", "for", "in", "of", "on", "the", "to", "with"};
    for (size_t i = 0; i < sizeof idle / sizeof *idle; i++)
        if (strlen(idle[i]) == word.length && meant_begins(word, (struct meant_word){idle[i], word.length}))
            return true;
    return false;
}

/* The next word of a text; false: there is none. */
static bool meant_next(const char **text, struct meant_word *word) {
    do {
        while (**text && !meant_letter(**text))
            (*text)++;
        word->text = *text;
        while (**text && meant_letter(**text))
            (*text)++;
        word->length = (size_t)(*text - word->text);
    } while (word->length && meant_idle(*word));
    return word->length > 0;
}

/* Whether a text has a word. */
static bool meant_has(const char *text, struct meant_word asked) {
    struct meant_word word;
    while (meant_next(&text, &word))
        if (word.length == asked.length && meant_begins(word, asked)) return true;
    return false;
}

/* Whether a text has a word that begins so. */
static bool meant_has_beginning(const char *text, struct meant_word asked) {
    struct meant_word word;
    while (meant_next(&text, &word))
        if (meant_begins(word, asked)) return true;
    return false;
}

/* Whether one slip lies between two words: a letter too many, too few or another, or two swapped. */
static bool meant_slip(struct meant_word a, struct meant_word b) {
    size_t shorter = a.length < b.length ? a.length : b.length, begin = 0, end = 0;
    while (begin < shorter && meant_lower(a.text[begin]) == meant_lower(b.text[begin]))
        begin++;
    while (end < shorter - begin && meant_lower(a.text[a.length - end - 1]) == meant_lower(b.text[b.length - end - 1]))
        end++;
    const char *x = a.text + begin, *y = b.text + begin;
    size_t left = a.length - begin - end, right = b.length - begin - end;
    bool swapped =
        left == 2 && right == 2 && meant_lower(x[0]) == meant_lower(y[1]) && meant_lower(x[1]) == meant_lower(y[0]);
    return swapped || (left <= 1 && right <= 1 && !(left && meant_digit(*x)) && !(right && meant_digit(*y)));
}

/* Whether a text has a word that begins so, or, of five letters or more, one with at most one slip. */
static bool meant_has_nearly(const char *text, struct meant_word asked) {
    struct meant_word word;
    while (meant_next(&text, &word))
        if (meant_begins(word, asked) || (asked.length >= 5 && meant_slip(word, asked))) return true;
    return false;
}

/* Whether a text has all words of another, and the other has any. */
static bool meant_has_all(const char *text, const char *words, bool (*has)(const char *, struct meant_word)) {
    struct meant_word word;
    bool any = false;
    while (meant_next(&words, &word)) {
        if (!has(text, word)) return false;
        any = true;
    }
    return any;
}

/* ---- Likeness ---- */

/* Whether two texts are alike in the characters that are looked at. */
static bool meant_alike(const char *name, const char *text, bool (*looked_at)(char)) {
    while (true) {
        while (*name && !looked_at(*name))
            name++;
        while (*text && !looked_at(*text))
            text++;
        if (meant_lower(*name) != meant_lower(*text)) return false;
        if (!*name) return true;
        name++;
        text++;
    }
}

static bool meant_same(const char *name, const char *text) {
    return meant_alike(name, text, meant_letter);
}

static bool meant_same_digits(const char *name, const char *text) {
    return meant_alike(name, text, meant_digit);
}

static bool meant_within(const char *name, const char *text) {
    return meant_has_all(name, text, meant_has_beginning);
}

static bool meant_around(const char *name, const char *text) {
    return meant_has_all(text, name, meant_has);
}

static bool meant_initials(const char *name, const char *text) {
    size_t length = strlen(text);
    for (struct meant_word word; meant_next(&name, &word);) {
        const char *rest = word.text;
        size_t alike = 0;
        while (alike < length && meant_next(&rest, &word) && meant_lower(*word.text) == meant_lower(text[alike]))
            alike++;
        if (alike == length && length > 1) return true;
    }
    return false;
}

static bool meant_misspelt(const char *name, const char *text) {
    return meant_has_all(name, text, meant_has_nearly);
}

size_t meant_names(const char *const *names, size_t count, const char *text, const char *found[MEANT_MOST]) {
    static bool (*const likenesses[])(const char *, const char *) = {meant_same,   NULL,           meant_within,
                                                                     meant_around, meant_initials, meant_misspelt};
    for (size_t l = 0; l < sizeof likenesses / sizeof *likenesses; l++) {
        const char *nearest = likenesses[l] ? NULL : names_nearest(names, count, text);
        size_t kept = 0;
        for (size_t i = 0; i < count; i++) {
            bool alike =
                likenesses[l] ? likenesses[l](names[i], text) : names[i] == nearest && meant_same_digits(nearest, text);
            if (alike && kept < MEANT_MOST) found[kept] = names[i];
            kept += alike;
        }
        if (kept) return kept <= MEANT_MOST ? kept : 0;
    }
    return 0;
}

void meant_words(struct text *out, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        text_addf(out, "%s\"%s\"", !i ? "" : i + 1 == count ? " or " : ", ", names[i]);
}
