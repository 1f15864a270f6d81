/* Is every text in quotes as exports write it: without a wildcard (A0775), no word of the language (A0776), without
 * marks that belong outside of the quotes (A0777), without blanks that mean nothing (A0770)?
 *
 * Whether it is one text or several is asked in finding_lists.c. */
#include "compiler/analysis/written.h"

#include <ctype.h>
#include <string.h>

/* ---- A0775: wildcards ---- */

static bool quoted_ends(const char *text, const char *end) {
    size_t length = strlen(text), behind = strlen(end);
    return length > behind && strcmp(text + length - behind, end) == 0;
}

/* The sign that was meant to stand for anything; NULL: there is none. */
static const char *quoted_wildcard(const char *text) {
    size_t length = strlen(text);
    if (strchr(text, '*')) return "*";
    if (strchr(text, '?')) return "?";
    bool share = length > 1 && isdigit((unsigned char)text[length - 2]); /* `100%` */
    if (text[0] == '%' || (length && text[length - 1] == '%' && !share)) return "%";
    if (text[0] == '^') return "^";
    if (length > 1 && text[length - 1] == '$') return "$";
    return quoted_ends(text, "...") || quoted_ends(text, "\u2026") ? "..." : NULL;
}

static void quoted_wildcards(struct findings *findings, struct written_name *name) {
    const char *sign = quoted_wildcard(written_first(name)->text);
    if (!sign) return;
    const char *what = arena_format(findings->arena, "has `%s`, which is no wildcard", sign);
    struct finding *finding =
        written_tell(findings, name, A0775, what, "texts are compared as a whole, and the sign stands for itself");
    finding_remedy(findings, finding, "list the texts that were meant, each in quotes");
}

/* ---- A0776: words of the language ---- */

enum quoted_word { QUOTED_BLANK, QUOTED_ABSENT, QUOTED_ANY, QUOTED_NONE, QUOTED_OUTSIDE };

static const struct {
    const char *word;
    enum quoted_word means;
    bool begins; /* a word or more stand behind it */
} quoted_words[] = {
    {"blank", QUOTED_BLANK, false},
    {"(blank)", QUOTED_BLANK, false},
    {"blanks", QUOTED_BLANK, false},
    {"(blanks)", QUOTED_BLANK, false},
    {"empty", QUOTED_BLANK, false},
    {"(empty)", QUOTED_BLANK, false},
    {"is blank", QUOTED_BLANK, false},
    {"not blank", QUOTED_OUTSIDE, false},
    {"is not blank", QUOTED_OUTSIDE, false},
    {"absent", QUOTED_ABSENT, false},
    {"any", QUOTED_ANY, false},
    {"any value", QUOTED_ANY, false},
    {"anything", QUOTED_ANY, false},
    {"everything", QUOTED_ANY, false},
    {"all", QUOTED_ANY, false},
    {"none", QUOTED_NONE, false},
    {"nothing", QUOTED_NONE, false},
    {"anything except ", QUOTED_OUTSIDE, true},
    {"everything except ", QUOTED_OUTSIDE, true},
    {"all except ", QUOTED_OUTSIDE, true},
    {"any except ", QUOTED_OUTSIDE, true},
    {"any of ", QUOTED_OUTSIDE, true},
    {"none of ", QUOTED_OUTSIDE, true},
    {"is any of ", QUOTED_OUTSIDE, true},
    {"is none of ", QUOTED_OUTSIDE, true},
    {"is not ", QUOTED_OUTSIDE, true},
    {"except ", QUOTED_OUTSIDE, true},
};

static const char *const quoted_word_remedies[] = {
    [QUOTED_BLANK] = "write blank without quotes",
    [QUOTED_ABSENT] = "write absent without quotes, in an example; a rule asks only for cells",
    [QUOTED_ANY] = "for any value write `is not blank`; where blank will do as well, leave the condition out",
    [QUOTED_NONE] = "for a blank cell write `is blank`; or write `is none of` before the values",
    [QUOTED_OUTSIDE] = "write these words without quotes, and only the values in quotes",
};

static bool quoted_find_word(const char *folded, enum quoted_word *means) {
    for (size_t i = 0; i < sizeof quoted_words / sizeof *quoted_words; i++) {
        const char *word = quoted_words[i].word;
        *means = quoted_words[i].means;
        if (quoted_words[i].begins ? strncmp(folded, word, strlen(word)) == 0 : strcmp(folded, word) == 0) return true;
    }
    return false;
}

/* Examples may give any text; only what they can say without quotes is asked of theirs. */
static void quoted_keyword(struct findings *findings, struct written_name *name) {
    enum quoted_word means;
    if (!quoted_find_word(name->folded, &means)) return;
    if (!name->ruled && means != QUOTED_BLANK && means != QUOTED_ABSENT) return;
    struct finding *finding =
        written_tell(findings, name, A0776, "stands in quotes, so it is a text and no word of the language",
                     "only a cell with this very text is equal to it");
    finding_remedy(findings, finding, "%s", quoted_word_remedies[means]);
}

/* The name of a list of the field, in quotes: a text, and not the values of the list. */
static void quoted_list(struct findings *findings, struct written_name *name) {
    const char *text = written_first(name)->text;
    for (size_t i = 0; i < findings->model->list_count; i++) {
        const struct model_list *list = &findings->model->lists[i];
        if (list->field != name->field || strcmp(list->name, text) != 0) continue;
        /* A list may be called as one of its values. */
        for (size_t j = 0; j < list->value_count; j++)
            if (strcmp(list->values[j].folded, name->folded) == 0) return;
        struct finding *finding = written_tell(findings, name, A0776, "stands in quotes, so it is a text and no list",
                                               "only a cell with this very text is equal to it");
        finding_remedy(findings, finding, "write the list without quotes: %s", list->name);
        return;
    }
}

/* ---- A0777: marks that belong outside ---- */

/* Signs that open a quotation, and those that close it, beside one another. */
static const char *const quoted_opening[] = {"\"", "'", "`", "\u201c", "\u201e", "\u2018", "\u00ab"};
static const char *const quoted_closing[] = {"\"", "'", "`", "\u201d", "\u201c", "\u2019", "\u00bb"};

/* Bytes of the quotation sign at the front, and at the end, when the text is in quotes once more. */
static bool quoted_within(const char *text, size_t *front, size_t *end) {
    for (size_t i = 0; i < sizeof quoted_opening / sizeof *quoted_opening; i++) {
        *front = strlen(quoted_opening[i]);
        *end = strlen(quoted_closing[i]);
        if (strncmp(text, quoted_opening[i], *front) == 0 && quoted_ends(text + *front, quoted_closing[i])) return true;
    }
    return false;
}

/* A point ends no value, but an abbreviation: `Inc.`, `Co.`; `U.S.`. */
static bool quoted_is_point(const char *text, size_t length) {
    size_t word = length - 1;
    while (word > 0 && isalnum((unsigned char)text[word - 1]))
        word--;
    size_t letters = length - 1 - word;
    if (letters == 0 || (word > 0 && text[word - 1] == '.')) return false;
    bool capitals = letters > 1 && isupper((unsigned char)text[length - 2]);
    return letters > 4 || capitals || isdigit((unsigned char)text[length - 2]);
}

static bool quoted_is_mark(const struct written_name *name, const char *text, size_t length) {
    if (length < 2) return false;
    if (strchr(",;:=", text[length - 1])) return true;
    return text[length - 1] == '.' && name->kind != MODEL_WRITTEN_CITED && quoted_is_point(text, length);
}

/* What is left without separating marks at both ends, and blanks beside them; true: there was such a mark. */
static bool quoted_trim(const struct written_name *name, const char *text, size_t *begin, size_t *end) {
    bool marked = false;
    for (; *begin < *end && strchr(" ,;", text[*begin]); ++*begin)
        marked = marked || text[*begin] != ' ';
    for (; *end > *begin + 1 && (text[*end - 1] == ' ' || quoted_is_mark(name, text, *end)); --*end)
        marked = marked || text[*end - 1] != ' ';
    return marked;
}

static void quoted_marks(struct findings *findings, struct written_name *name) {
    const char *text = written_first(name)->text;
    size_t begin = 0, length = strlen(text), end = length, behind = 0;
    bool within = quoted_within(text, &begin, &behind);
    if (within)
        end -= behind;
    else
        begin = 0;
    if (!within && !quoted_trim(name, text, &begin, &end)) return;
    if (begin >= end) return;
    struct finding *finding =
        written_tell(findings, name, A0777, within ? "is in quotes twice" : "has a mark at an end that separates texts",
                     "the mark is part of the text, which is not equal to the one without it");
    finding_remedy(findings, finding, "write \"%.*s\"", (int)(end - begin), text + begin);
}

/* ---- A0770: blanks that mean nothing ---- */

static bool quoted_has_blanks(const char *text) {
    size_t length = strlen(text);
    bool ends = length && (strchr(" \t", text[0]) || strchr(" \t", text[length - 1]));
    return ends || strstr(text, "  ") || strchr(text, '\t');
}

static void quoted_blanks(struct findings *findings, struct written_name *name) {
    for (size_t i = 0; i < name->ruled; i++) {
        const struct model_written *use = name->uses[i];
        if (!quoted_has_blanks(use->text)) continue;
        struct finding *finding = finding_add(findings, A0770, use->span, written_subject(findings, name),
                                              "\"%s\" has blanks that mean nothing", use->text);
        finding_mean(findings, finding, "blanks at the ends are left out, and several are one");
        finding_remedy(findings, finding, "write single blanks, and none at the ends");
        return;
    }
}

void finding_quoted(struct findings *findings) {
    for (size_t i = 0; i < findings->written->count; i++) {
        struct written_name *name = &findings->written->names[i];
        enum model_written_kind kind = name->kind;
        bool value = kind == MODEL_WRITTEN_VALUE, in_quotes = kind != MODEL_WRITTEN_FIELD && kind != MODEL_WRITTEN_LIST;
        if (kind == MODEL_WRITTEN_OTHER || !in_quotes) continue;
        bool closed = value || kind == MODEL_WRITTEN_COLUMN || kind == MODEL_WRITTEN_DESIGNATION ||
                      kind == MODEL_WRITTEN_WORKLOAD || kind == MODEL_WRITTEN_AREA;
        if (value && !name->told) quoted_keyword(findings, name);
        if (value && name->ruled && !name->told) quoted_list(findings, name);
        if (closed && name->ruled && !name->told) quoted_wildcards(findings, name);
        if (name->ruled && !name->told) quoted_marks(findings, name);
        if (!name->told) quoted_blanks(findings, name);
    }
}
