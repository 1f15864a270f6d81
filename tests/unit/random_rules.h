/* random_rules.h - random rule sets as text, small enough to try every cell, for unit tests of spaces. */
#ifndef ASSAY_TESTS_RANDOM_RULES_H
#define ASSAY_TESTS_RANDOM_RULES_H

#include "compiler/model/eval.h"
#include "compiler/model/space.h"
#include "runtime/base/text.h"
#include "tests/unit/from_text.h"

#include <stdlib.h>

/* xorshift64*: the same rules on every machine. */
struct random_rules {
    uint64_t state;
    size_t field_count, texts[5]; /* how many words of random_word a field uses */
    size_t means[5][8];           /* by field and word: the word that it is an alias of, or itself */
    struct text out;
};

static inline size_t random_below(struct random_rules *random, size_t bound) {
    random->state ^= random->state >> 12;
    random->state ^= random->state << 25;
    random->state ^= random->state >> 27;
    return (size_t)((random->state * UINT64_C(0x2545F4914F6CDD1D)) >> 33) % bound;
}

/* Words that nobody takes for one another. */
static inline const char *random_word(size_t number) {
    static const char *const words[] = {"Banjo", "quilt  Two", "OCEAN", "Say \"\"Hm\"\"", "Tiger", "Violet", "Zephyr"};
    return words[number];
}

/* No condition may list two words that mean the same. */
static inline void random_items(struct random_rules *random, size_t field, bool may_blank) {
    size_t count = 0;
    bool listed[8] = {false};
    for (size_t i = 0; i < random->texts[field]; i++) {
        bool *mark = &listed[random->means[field][i]];
        if (random_below(random, 5) < 3 || *mark) continue;
        *mark = true;
        text_addf(&random->out, "%s\"%s\"", count++ ? ", " : "", random_word(i));
    }
    if (count == 0) text_addf(&random->out, "\"%s\"", random_word(random_below(random, random->texts[field])));
    if (may_blank && random_below(random, 4) == 0) text_add(&random->out, ", blank");
}

static inline void random_condition(struct random_rules *random) {
    size_t field = random_below(random, random->field_count), form = random_below(random, 12);
    static const char *const words[] = {"is any of ", "is none of ", "is anything except "};
    text_addf(&random->out, "%c ", (int)('A' + field));
    if (form < 2) {
        text_add(&random->out, form ? "is blank" : "is not blank");
        return;
    }
    text_add(&random->out, words[form % 3]);
    random_items(random, field, form % 3 != 2);
}

static inline void random_expression(struct random_rules *random, unsigned depth) {
    if (depth == 0 || random_below(random, 3) == 0) {
        random_condition(random);
        return;
    }
    const char *word = random_below(random, 2) ? " and " : " or ";
    size_t count = 2 + random_below(random, 2);
    text_add_char(&random->out, '(');
    for (size_t i = 0; i < count; i++) {
        if (i) text_add(&random->out, word);
        random_expression(random, depth - 1);
    }
    text_add_char(&random->out, ')');
}

/* In a field one word or two may mean another one. Rules name all of them. */
static inline void random_aliases(struct random_rules *random) {
    for (size_t field = 0; field < random->field_count; field++) {
        size_t texts = random->texts[field], means = random_below(random, texts), count = random_below(random, 3);
        for (size_t i = 0; i < texts; i++)
            random->means[field][i] = i;
        for (size_t i = 1; i <= count && i < texts; i++) {
            size_t alias = (means + i) % texts;
            random->means[field][alias] = means;
            text_addf(&random->out, "alias \"%s\" means \"%s\" in %c\n", random_word(alias), random_word(means),
                      (int)('A' + field));
        }
    }
}

/* How many fields there are and how many texts each of them has, for the models of one space. */
static inline void random_shape(struct random_rules *random) {
    random->field_count = 2 + random_below(random, 3);
    for (size_t i = 0; i < 5; i++)
        random->texts[i] = 2 + random_below(random, random->field_count == 4 ? 3 : 4);
}

/* A model over the first fields, declared forwards or backwards. */
static inline struct model *random_model(struct random_rules *random, struct from_text *from, size_t measures) {
    text_clear(&random->out);
    text_add(&random->out, "usage \"U\" edition \"1\" cites \"Page\", 2023-07-11 amount Cost column \"Cost\" in USD\n");
    bool backwards = random_below(random, 2) != 0;
    for (size_t i = 0; i < random->field_count; i++) {
        int name = (int)('A' + (backwards ? random->field_count - 1 - i : i));
        text_addf(&random->out, "field %c column \"%c\"\n", name, name);
    }
    random_aliases(random);
    text_add(&random->out, "counts only where ");
    random_expression(random, 1);
    text_add(&random->out, "\nend\nspecialization \"S\" area \"Area\" cites \"Page\", 2023-07-11\n"
                           "requires neither audit nor references\n");
    for (size_t i = 0; i < measures; i++) {
        text_addf(&random->out, "measure \"M%zu\" counts usage where ", i);
        random_expression(random, 3);
        text_add_char(&random->out, '\n');
    }
    text_add(&random->out, "end\n");
    struct model *model = from_text(from, random->out.data);
    if (!model) fail_msg("%s\n%s", random->out.data, from->diagnostics.items[0].text);
    return model;
}

/* One or two random models and their space. */
struct random_space {
    struct from_text from[SPACE_MODELS_MAX];
    const struct model *models[SPACE_MODELS_MAX];
    size_t model_count;
    struct space *space;
    struct arena arena;
};

static inline void random_space_begin(struct random_rules *random, struct random_space *to, size_t measures) {
    *to = (struct random_space){.model_count = 1 + random_below(random, 2)};
    random_shape(random);
    for (size_t m = 0; m < to->model_count; m++) {
        if (m && random_below(random, 2)) random->field_count--;
        to->models[m] = random_model(random, &to->from[m], measures);
    }
    to->space = space_new(to->models, to->model_count, &to->arena);
}

static inline void random_space_end(struct random_space *space) {
    for (size_t m = 0; m < space->model_count; m++)
        from_text_end(&space->from[m]);
    arena_free(&space->arena);
}

/* A third, two thirds or all of the classes of each field. False when the box is empty. */
static inline bool random_box(struct random_rules *random, const struct space *space, uint64_t *box) {
    box_fill(space, box);
    for (size_t f = 0; f < space->field_count; f++) {
        const struct space_field *field = &space->fields[f];
        size_t thirds = 1 + random_below(random, 3);
        for (uint32_t c = 0; c < field->class_count; c++) {
            if (random_below(random, 3) >= thirds) box[field->first_word + c / 64] &= ~(UINT64_C(1) << c % 64);
        }
    }
    return !box_is_empty(space, box);
}

/* ---- Cells, one after another ---- */

/* Steps to the next combination; false after the last one. `counts` is by field. */
static inline bool random_next(uint32_t *cell, const uint32_t *counts, size_t field_count) {
    for (size_t f = 0; f < field_count; f++) {
        if (++cell[f] < counts[f]) return true;
        cell[f] = 0;
    }
    return false;
}

#endif
