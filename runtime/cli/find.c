/* find.c - the specializations and measures that people name: whole, or by a part that no other has. */
#include "runtime/cli/command.h"

#include "runtime/base/text.h"
#include "runtime/usage/meant.h"
#include "runtime/usage/names.h"

#include <stdlib.h>
#include <string.h>

#define FIND_NAME 512 /* bytes of a name that is looked for by a part of it */

/* Says that a name is none of some, and which were meant. */
static bool find_unknown(const char *what, const char *name, const char *const *names, size_t count) {
    const char *found[MEANT_MOST];
    struct text remedy = {0};
    count = meant_names(names, count, name, found);
    text_add(&remedy, count ? "did you mean " : "`assay rules` lists them");
    meant_words(&remedy, found, count);
    text_add(&remedy, count ? "?" : "");
    command_error(remedy.failed ? NULL : remedy.data, "no %s is called \"%s\"", what, name);
    text_free(&remedy);
    return false;
}

/* Whether a name begins with, or has within, what was written. */
static bool find_in_name(const char *name, const char *part, bool within) {
    char folded[FIND_NAME], wanted[FIND_NAME];
    size_t name_length = strlen(name), part_length = strlen(part);
    if (name_length >= sizeof folded || part_length >= sizeof wanted) return false;
    name_length = assay_fold(folded, name, name_length);
    part_length = assay_fold(wanted, part, part_length);
    bool found = part_length && part_length <= name_length && memcmp(folded, wanted, part_length) == 0;
    for (size_t at = 1; within && part_length && !found && at + part_length <= name_length; at++)
        found = memcmp(folded + at, wanted, part_length) == 0;
    return found;
}

static bool find_in_names(const struct assay_specialization *specialization, const char *part, bool within) {
    bool is = find_in_name(specialization->name, part, within);
    for (uint16_t i = 0; !is && i < specialization->former_count; i++)
        is = find_in_name(specialization->former_names[i], part, within);
    return is;
}

/* How many specializations a part of a name means; *found: the first, `list`: their names. */
static size_t find_meant(const struct assay_ruleset *rules, const char *part, bool within,
                         const struct assay_specialization **found, struct text *list) {
    size_t count = 0;
    text_clear(list);
    for (uint16_t s = 0; s < rules->specialization_count; s++) {
        const struct assay_specialization *specialization = rules->specializations[s];
        if (!find_in_names(specialization, part, within)) continue;
        if (count++ == 0) *found = specialization;
        text_addf(list, "%s\"%s\"", list->length ? ", " : "", specialization->name);
    }
    return count;
}

/* By the beginning of a name, when no other has it. False: that several may be meant is said, or *several is false. */
static bool find_part(const struct assay_ruleset *rules, const char *part, const struct assay_specialization **found,
                      bool *several) {
    struct text list = {0}, remedy = {0};
    size_t count = find_meant(rules, part, false, found, &list);
    bool one = count == 1;
    if (count == 0) count = find_meant(rules, part, true, found, &list);
    *several = count > 1;
    if (!one) *found = NULL;
    if (*several) {
        text_addf(&remedy, "write more of one of %s", list.failed ? "them" : list.data);
        command_error(remedy.failed ? NULL : remedy.data, "\"%s\" may mean %zu specializations", part, count);
    }
    text_free(&list);
    text_free(&remedy);
    return one;
}

bool command_find_specialization(const struct assay_ruleset *rules, const char *name,
                                 const struct assay_specialization **found) {
    *found = NULL;
    if (!name) return true;
    const char **names = calloc(rules->specialization_count + 1u, sizeof *names);
    for (uint16_t s = 0; names && !*found && s < rules->specialization_count; s++) {
        names[s] = rules->specializations[s]->name;
        if (names_is_specialization(rules->specializations[s], name)) *found = rules->specializations[s];
    }
    bool several = false, good = *found || find_part(rules, name, found, &several);
    if (!good && !several) find_unknown("specialization", name, names, names ? rules->specialization_count : 0);
    free(names);
    return good;
}

bool command_find_measure(const struct assay_ruleset *rules, const struct assay_specialization *within,
                          const char *name) {
    if (!name) return true;
    size_t count = 0;
    bool good = false;
    const char **names = calloc(rules->index->measure_count + 1u, sizeof *names);
    for (uint32_t m = 0; names && !good && m < rules->index->measure_count; m++) {
        const struct assay_specialization *specialization;
        const struct assay_measure *measure;
        if (assay_measure_at(rules, m, &specialization, &measure) != ASSAY_OK) continue;
        if (within && specialization != within) continue;
        good = names_is_measure(measure, name);
        names[count++] = measure->name;
    }
    good = good || find_unknown("measure", name, names, count);
    free(names);
    return good;
}
