/* rules_shared.c - what holds for all measures: which texts mean the same, what names no customer, which rows are one
 * consumption, and which titles are a certification. */
#include "runtime/cli/rules.h"

#include "runtime/cli/words.h"

/* "A", "B" */
static void shared_texts(struct text *out, const char *const *texts, size_t count) {
    for (size_t i = 0; i < count; i++)
        text_addf(out, "%s\"%s\"", i ? ", " : "", texts[i]);
}

/* Writes what was collected, and empties it. */
static void shared_line(struct style *style, struct text *words) {
    text_add(style->out, "  ");
    style_words_of(style, words, 4, 2);
    text_clear(words);
}

static void shared_once(struct style *style, const struct assay_usage *usage, struct text *words) {
    const struct assay_once *once = usage->once;
    text_addf(style->out, "\ncounted once: rows alike in these are one consumption\n  %s:%u\n", usage->file,
              usage->lines[1]);
    words_fields(words, usage, once->key, once->key_count);
    shared_line(style, words);
    text_addf(words, "of rows alike those count that are first by %s: ", usage->fields[once->preferred_field].name);
    shared_texts(words, once->preferred, once->preferred_count);
    if (once->least_count) text_add(words, "; then by the least ");
    words_fields(words, usage, once->least, once->least_count);
    shared_line(style, words);
}

static void shared_alias(struct style *style, const struct assay_usage *usage, const struct assay_alias *alias,
                         struct text *words) {
    shared_texts(words, alias->texts, alias->text_count);
    text_addf(words, " %s \"%s\" in ", alias->text_count == 1 ? "means" : "mean", alias->means);
    words_fields(words, usage, alias->fields, alias->field_count);
    text_addf(words, " (line %u)", alias->lines[0]);
    shared_line(style, words);
}

static void shared_nobodies(struct style *style, const struct assay_usage *usage, struct text *words) {
    for (uint16_t f = 0; f < usage->field_count; f++) {
        if (!usage->fields[f].except_count) continue;
        text_addf(style->out, "\nno %s, beside blank\n", usage->fields[f].name);
        shared_texts(words, usage->fields[f].except, usage->fields[f].except_count);
        text_addf(words, " (line %u)", usage->field_lines[f]);
        shared_line(style, words);
    }
}

static void shared_certification(struct style *style, const struct assay_certification *certification,
                                 struct text *words) {
    text_addf(words, "%s (line %u): ", certification->code, certification->lines[0]);
    shared_texts(words, certification->titles, certification->title_count);
    shared_line(style, words);
}

void rules_shared(const struct assay_usage *usage, struct style *style) {
    struct text words = {0};
    if (usage->once) shared_once(style, usage, &words);
    if (usage->alias_count) text_addf(style->out, "\ntexts that mean another\n  %s\n", usage->file);
    for (uint16_t a = 0; a < usage->alias_count; a++)
        shared_alias(style, usage, usage->aliases[a], &words);
    shared_nobodies(style, usage, &words);
    if (usage->certification_count) text_add(style->out, "\ntitles that are a certification, in exports\n");
    for (uint16_t c = 0; c < usage->certification_count; c++)
        shared_certification(style, &usage->certifications[c], &words);
    text_free(&words);
}
