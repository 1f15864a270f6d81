/* texts.c - each text written in many ways, and texts that are none of them: their codes by the runtime. */
#include "compiler/proof/proof.h"

#include <string.h>

enum { TEXTS_MAX = 2 * ASSAY_TEXT_MAX };

struct texts {
    struct proof *proof;
    uint16_t field;
};

/* What the rules say of a folded text. */
static uint32_t texts_code(const struct texts *texts, const char *folded) {
    if (!*folded || strcmp(folded, "null") == 0) return ASSAY_BLANK;
    return lexicon_code(&texts->proof->lexicon[texts->field], folded);
}

static bool texts_same(const struct texts *texts, const char *text, size_t length, uint32_t code) {
    struct proof *proof = texts->proof;
    uint16_t got = assay_intern(proof->tables, texts->field, text, length);
    proof->counts.spellings++;
    if (got == code) return true;
    struct proof_difference *difference = proof_differ(proof, "the text \"%.*s\" has another code", (int)length, text);
    difference->where = arena_format(proof->arena, "field \"%s\"", proof->model->fields[texts->field].name.text);
    difference->tables = arena_format(proof->arena, "%u", got);
    difference->rules = arena_format(proof->arena, "%u", code);
    return false;
}

/* ---- The same text, written otherwise ---- */

/* Capitals, and `blank` in place of each blank and at both ends. */
static bool texts_spelled(const struct texts *texts, const char *folded, const char *blank, uint32_t code) {
    char out[TEXTS_MAX];
    size_t length = 0, gap = strlen(blank);
    memcpy(out, blank, gap);
    length += gap;
    for (const char *at = folded; *at; at++) {
        if (length + 2 * gap + 1 > sizeof out) return true;
        if (*at == ' ') {
            memcpy(out + length, blank, gap);
            length += gap;
        } else {
            out[length++] = *at >= 'a' && *at <= 'z' ? (char)(*at - 'a' + 'A') : *at;
        }
    }
    memcpy(out + length, blank, gap);
    return texts_same(texts, out, length + gap, code);
}

/* ---- Texts that are nearly it ---- */

static bool texts_near(const struct texts *texts, const char *folded) {
    char out[ASSAY_TEXT_MAX + 2];
    size_t length = strlen(folded);
    if (length > ASSAY_TEXT_MAX) return true;
    memcpy(out, folded, length + 1);
    out[length] = 'x';
    out[length + 1] = '\0';
    bool same = texts_same(texts, out, length + 1, length < ASSAY_TEXT_MAX ? texts_code(texts, out) : ASSAY_OTHER);
    size_t less = length - 1;
    while (less && out[less - 1] == ' ')
        less--;
    out[less] = '\0';
    return same && texts_same(texts, out, less, texts_code(texts, out));
}

static bool texts_named(const struct texts *texts) {
    static const char *const blanks[] = {"  ", "\t", "\xC2\xA0", " \xE2\x80\x83", "\r\n", "\xE3\x80\x80"};
    const struct proof_lexicon *lexicon = &texts->proof->lexicon[texts->field];
    for (size_t i = 0; i < lexicon->count; i++) {
        const char *text = lexicon->texts[i];
        uint32_t code = (uint32_t)(2 + i);
        for (size_t b = 0; b < sizeof blanks / sizeof *blanks; b++)
            if (!texts_spelled(texts, text, blanks[b], code)) return false;
        if (!texts_near(texts, text)) return false;
    }
    return true;
}

static bool texts_blank(const struct texts *texts) {
    static const char *const blanks[] = {"",        " ",    "\t \r\n",  "NULL",
                                         " null\t", "Null", "\xC2\xA0", "\xE3\x80\x80 nULL"};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (!texts_same(texts, blanks[i], strlen(blanks[i]), ASSAY_BLANK)) return false;
    static const char *const others[] = {"null null", "nul", "nulls", "\x01", "-", "\xE2\x80\x8B"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (!texts_same(texts, others[i], strlen(others[i]), texts_code(texts, others[i]))) return false;
    return true;
}

/* The texts of another field. */
static bool texts_foreign(const struct texts *texts, const struct proof_lexicon *lexicon) {
    for (size_t i = 0; i < lexicon->count; i++) {
        const char *text = lexicon->texts[i];
        if (!texts_same(texts, text, strlen(text), texts_code(texts, text))) return false;
    }
    return true;
}

void proof_texts(struct proof *proof) {
    for (size_t field = 0; field < proof->model->field_count; field++) {
        struct texts texts = {proof, (uint16_t)field};
        bool same = texts_blank(&texts) && texts_named(&texts);
        for (size_t other = 0; same && other < proof->model->field_count; other++)
            same = texts_foreign(&texts, &proof->lexicon[other]);
    }
}
