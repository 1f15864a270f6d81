/* difference_names.h - random pairs of rule sets with periods, merges and splits: specializations and measures of few
 * names, some of them former names, in editions of few filters, so that much of it is the same on both sides. */
#ifndef ASSAY_TESTS_DIFFERENCE_NAMES_H
#define ASSAY_TESTS_DIFFERENCE_NAMES_H

#include "tests/unit/random_rules.h"

enum { NAMES = 5, FILTERS = 4, LAST_DAY = 12 };

struct random_names {
    struct random_rules *random;
    char filters[FILTERS][4000];
    bool cut; /* editions of several days are written as two, which means the same */
};

static inline void names_filters(struct random_names *names) {
    for (size_t i = 0; i < FILTERS; i++) {
        text_clear(&names->random->out);
        random_expression(names->random, 2);
        assert_true(names->random->out.length < sizeof names->filters[i]);
        memcpy(names->filters[i], names->random->out.data, names->random->out.length + 1);
    }
}

/* A name of few that was not taken; NAMES: none was found. */
static inline size_t names_take(struct random_names *names, bool *taken) {
    size_t name = random_below(names->random, NAMES);
    if (taken[name]) return NAMES;
    taken[name] = true;
    return name;
}

static inline void names_formerly(struct random_names *names, bool *taken, char letter) {
    for (size_t i = random_below(names->random, 4), told = 0; i > 1; i--) {
        size_t name = names_take(names, taken);
        if (name < NAMES) text_addf(&names->random->out, "%s\"%c%zu\"", told++ ? ", " : " formerly ", letter, name);
    }
    text_add_char(&names->random->out, '\n');
}

/* Days around the end of a February. */
static inline void names_day(struct random_names *names, const char *word, size_t day) {
    text_addf(&names->random->out, " %s 2024-%s-%02zu", word, day < 5 ? "02" : "03", day < 5 ? 25 + day : day - 4);
}

static inline void names_edition_of(struct random_names *names, size_t name, size_t from, size_t until,
                                    const char *filter) {
    text_addf(&names->random->out, "measure \"M%zu\"", name);
    if (from || until) text_add(&names->random->out, " effective");
    if (from) names_day(names, "from", from);
    if (until) names_day(names, "until", until);
    text_addf(&names->random->out, " counts usage where %s\n", filter);
}

static inline void names_edition(struct random_names *names, size_t name, size_t from, size_t until) {
    const char *filter = names->filters[random_below(names->random, FILTERS)];
    size_t middle = until ? until - 1 : from + 1;
    bool cut = names->cut && middle && middle > from;
    if (cut) names_edition_of(names, name, from, middle, filter);
    names_edition_of(names, name, cut ? middle + 1 : from, until, filter);
}

/* All editions of one name: they follow one another, some behind a gap; the first and the last may be open. */
static inline void names_measure(struct random_names *names, size_t name, bool *taken) {
    struct random_rules *random = names->random;
    size_t from = random_below(random, 3), count = random_below(random, 4);
    for (size_t i = 0; i <= count && from < LAST_DAY; i++) {
        bool open = i == count && random_below(random, 2);
        size_t until = open ? 0 : 1 + from + random_below(random, 4);
        names_edition(names, name, from, until);
        if (i == 0) names_formerly(names, taken, 'M');
        text_add_char(&random->out, '\n');
        from = open ? LAST_DAY : until + 1 + random_below(random, 2) * random_below(random, 3);
    }
}

static inline void names_specialization(struct random_names *names, size_t name, bool *taken) {
    text_addf(&names->random->out, "specialization \"S%zu\" area \"Area\" cites \"Page\", 2023-07-11\n", name);
    names_formerly(names, taken, 'S');
    text_add(&names->random->out, "requires neither audit nor references measures may overlap\n");
    bool measures[NAMES] = {false}, any = false;
    size_t chosen[NAMES], count = 0;
    for (size_t i = 0; i < 4; i++) {
        size_t measure = names_take(names, measures);
        if (measure < NAMES) chosen[count++] = measure;
    }
    for (size_t i = 0; i < count; i++, any = true)
        names_measure(names, chosen[i], measures);
    text_add(&names->random->out, any ? "end\n" : "measures not published end\n");
}

static inline struct model *names_model(struct random_names *names, struct from_text *from) {
    struct random_rules *random = names->random;
    bool taken[NAMES] = {false};
    size_t chosen[NAMES], count = 0;
    text_clear(&random->out);
    text_add(&random->out, "usage \"U\" edition \"1\" cites \"Page\", 2023-07-11 amount Cost column \"Cost\" in USD\n");
    for (size_t i = 0; i < random->field_count; i++)
        text_addf(&random->out, "field %c column \"%c\"\n", (int)('A' + i), (int)('A' + i));
    text_add(&random->out, "end\n");
    for (size_t i = 0; i < 1 + random_below(random, 3); i++) {
        size_t name = names_take(names, taken);
        if (name < NAMES) chosen[count++] = name;
    }
    for (size_t i = 0; i < count; i++)
        names_specialization(names, chosen[i], taken);
    struct model *model = from_text(from, random->out.data);
    if (!model) fail_msg("%s\n%s", random->out.data, from->diagnostics.items[0].text);
    return model;
}

#endif
