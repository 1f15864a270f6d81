/* difference_names.c - which specialization and measure was which, all names considered.
 *
 * What is linked by a name or a former name, however often, is one: several old names of one new one were merged,
 * several new ones of one old one were split. */
#include "compiler/analysis/difference_inner.h"

#include <string.h>

/* What was linked: each item names another one of its set, up to the one that names itself. */
struct links {
    size_t *up;
    bool *linked;
};

static struct links links_new(struct arena *arena, size_t count) {
    struct links links = {ARENA_ARRAY(arena, count + 1, size_t), ARENA_ARRAY(arena, count + 1, bool)};
    for (size_t i = 0; i < count; i++)
        links.up[i] = i;
    return links;
}

static size_t links_top(const struct links *links, size_t item) {
    while (links->up[item] != item)
        item = links->up[item];
    return item;
}

static void links_add(struct links *links, size_t a, size_t b) {
    size_t left = links_top(links, a), right = links_top(links, b);
    links->up[left > right ? left : right] = left > right ? right : left;
    links->linked[a] = links->linked[b] = true;
}

/* ---- Names ---- */

/* A specialization of one side, or all editions of one name of a measure in it. */
struct named {
    bool is_new;
    size_t set; /* of a measure: that of its specialization */
    const struct model_specialization *specialization;
    const char *name;
    const struct model_text *former;
    size_t former_count;
    const struct model_measure **editions;
    size_t edition_count;
};

struct names {
    struct difference *difference;
    struct named *items; /* those of the new rules first */
    size_t count, new_count;
    struct links links;
};

typedef bool names_test(const struct names *names, const struct named *old, const struct named *new);

static bool names_same(const struct names *names, const struct named *old, const struct named *new) {
    (void)names;
    return difference_same(old->name, new->name) || difference_named(old->name, new->former, new->former_count) ||
           difference_named(new->name, old->former, old->former_count);
}

/* Renamed once more, and the name between is forgotten. */
static bool names_share_former(const struct names *names, const struct named *old, const struct named *new) {
    (void)names;
    for (size_t i = 0; i < old->former_count; i++)
        if (difference_named(old->former[i].text, new->former, new->former_count)) return true;
    return false;
}

/* The same rows in each of the periods, in their order. */
static bool names_same_rows(const struct names *names, const struct named *old, const struct named *new) {
    const struct space *space = names->difference->space;
    bool same = old->edition_count == new->edition_count;
    for (size_t i = 0; same && i < old->edition_count; i++) {
        struct region a = region_of_rule(space, 0, &old->editions[i]->rule);
        struct region b = region_of_rule(space, 1, &new->editions[i]->rule);
        struct space_budget budget = {DIFFERENCE_BUDGET / 100, false};
        same = a.count && region_equal(space, &a, &b, &budget) && !budget.exceeded;
    }
    return same;
}

/* The same name in another specialization, of rows in common. */
static bool names_moved(const struct names *names, const struct named *old, const struct named *new) {
    if (!names_same(names, old, new)) return false;
    for (size_t i = 0; i < old->edition_count; i++) {
        struct region a = region_of_rule(names->difference->space, 0, &old->editions[i]->rule);
        for (size_t k = 0; k < new->edition_count; k++) {
            struct region b = region_of_rule(names->difference->space, 1, &new->editions[k]->rule);
            if (region_meets(names->difference->space, &a, &b, NULL)) return true;
        }
    }
    return false;
}

/* Links what passes the test, of one set or of several; `once`: what has no partner yet. */
static void names_link(struct names *names, names_test *test, bool within, bool once) {
    struct links *links = &names->links;
    for (size_t new = 0; new < names->new_count; new ++) {
        for (size_t old = names->new_count; old < names->count; old++) {
            if (once && (links->linked[new] || links->linked[old])) continue;
            if (within && names->items[old].set != names->items[new].set) continue;
            if (test(names, &names->items[old], &names->items[new])) links_add(links, new, old);
        }
    }
}

/* ---- Specializations ---- */

static void names_add_specializations(struct names *names, const struct model *model, bool is_new) {
    for (size_t i = 0; i < model->specialization_count; i++) {
        const struct model_specialization *of = &model->specializations[i];
        names->items[names->count++] = (struct named){.is_new = is_new,
                                                      .specialization = of,
                                                      .name = of->name.text,
                                                      .former = of->former_names,
                                                      .former_count = of->former_count};
    }
    if (is_new) names->new_count = names->count;
}

static void names_add_to(struct difference *difference, struct difference_specialization *to, const struct named *of) {
    const struct model_specialization ***list = of->is_new ? &to->news : &to->olds;
    size_t *count = of->is_new ? &to->new_count : &to->old_count;
    if (!*list) {
        size_t most = difference->old->specialization_count + difference->new->specialization_count;
        *list = ARENA_ARRAY(difference->arena, most, const struct model_specialization *);
        *(of->is_new ? &to->new : &to->old) = of->specialization;
    }
    (*list)[(*count)++] = of->specialization;
}

/* Sets in the order of their first items: new rules first, removed ones last. Each item's set becomes its number. */
static size_t names_number(struct names *names) {
    size_t sets = 0;
    for (size_t i = 0; i < names->count; i++) {
        size_t top = links_top(&names->links, i);
        names->items[i].set = top == i ? sets++ : names->items[top].set;
    }
    return sets;
}

static struct names names_specializations(struct difference *difference) {
    struct names names = {.difference = difference};
    size_t most = difference->old->specialization_count + difference->new->specialization_count;
    names.items = ARENA_ARRAY(difference->arena, most + 1, struct named);
    names_add_specializations(&names, difference->new, true);
    names_add_specializations(&names, difference->old, false);
    names.links = links_new(difference->arena, names.count);
    names_link(&names, names_same, false, false);
    names_link(&names, names_share_former, false, true);
    difference->specialization_count = names_number(&names);
    difference->specializations =
        ARENA_ARRAY(difference->arena, difference->specialization_count + 1, struct difference_specialization);
    for (size_t i = 0; i < names.count; i++)
        names_add_to(difference, &difference->specializations[names.items[i].set], &names.items[i]);
    return names;
}

/* ---- Measures ---- */

static void names_add_edition(struct names *names, const struct named *within, const struct model_measure *measure,
                              size_t first) {
    struct arena *arena = names->difference->arena;
    size_t i = first;
    while (i < names->count && !difference_same(names->items[i].name, measure->name.text))
        i++;
    struct named *to = &names->items[i];
    if (i == names->count) {
        *to = (struct named){.is_new = within->is_new, .set = within->set, .specialization = within->specialization};
        to->name = measure->name.text;
        to->editions = ARENA_ARRAY(arena, within->specialization->measure_count, const struct model_measure *);
        names->count++;
    }
    to->editions[to->edition_count++] = measure;
    if (!measure->former_count) return;
    struct model_text *former = ARENA_ARRAY(arena, to->former_count + measure->former_count, struct model_text);
    if (to->former_count) memcpy(former, to->former, to->former_count * sizeof *former);
    memcpy(former + to->former_count, measure->former_names, measure->former_count * sizeof *former);
    to->former = former;
    to->former_count += measure->former_count;
}

static struct names names_measures(const struct names *specializations) {
    struct names names = {.difference = specializations->difference};
    size_t most = 0;
    for (size_t i = 0; i < specializations->count; i++)
        most += specializations->items[i].specialization->measure_count;
    names.items = ARENA_ARRAY(names.difference->arena, most + 1, struct named);
    for (size_t i = 0; i < specializations->count; i++) {
        const struct named *within = &specializations->items[i];
        size_t first = names.count;
        for (size_t m = 0; m < within->specialization->measure_count; m++)
            names_add_edition(&names, within, &within->specialization->measures[m], first);
        if (within->is_new) names.new_count = names.count;
    }
    names.links = links_new(names.difference->arena, names.count);
    names_link(&names, names_same, true, false);
    names_link(&names, names_share_former, true, true);
    names_link(&names, names_same_rows, true, true);
    names_link(&names, names_moved, false, true);
    return names;
}

static void names_add_editions(const struct names *names, struct difference_measure *to, const struct named *of) {
    struct difference_edition **list = of->is_new ? &to->news : &to->olds;
    size_t *count = of->is_new ? &to->new_count : &to->old_count;
    struct difference_edition *all =
        ARENA_ARRAY(names->difference->arena, *count + of->edition_count + 1, struct difference_edition);
    if (*count) memcpy(all, *list, *count * sizeof *all);
    for (size_t i = 0; i < of->edition_count; i++)
        all[(*count)++] = (struct difference_edition){of->specialization, of->editions[i]};
    *list = all;
    const struct model_measure **first = of->is_new ? &to->new : &to->old;
    bool *one = of->is_new ? &to->one_new : &to->one_old;
    *one = !*first || (*one && difference_same((*first)->name.text, of->name));
    if (!*first) *first = of->editions[0];
}

/* What is known of the names of one measure. */
struct names_set {
    struct difference_measure *measure;
    size_t olds, news;
    bool apart; /* of several specializations, or of one that was merged or split */
};

static struct names_set *names_sets(const struct names *names) {
    struct names_set *sets = ARENA_ARRAY(names->difference->arena, names->count + 1, struct names_set);
    for (size_t i = 0; i < names->count; i++) {
        const struct named *item = &names->items[i];
        size_t top = links_top(&names->links, i);
        const struct difference_specialization *within = &names->difference->specializations[item->set];
        (*(item->is_new ? &sets[top].news : &sets[top].olds))++;
        if (item->set != names->items[top].set || within->old_count > 1 || within->new_count > 1)
            sets[top].apart = true;
    }
    return sets;
}

static void names_make_measures(struct names *names) {
    struct difference *difference = names->difference;
    struct names_set *sets = names_sets(names);
    size_t *counts = ARENA_ARRAY(difference->arena, difference->specialization_count + 1, size_t);
    for (size_t i = 0; i < names->count; i++)
        counts[names->items[i].set] += links_top(&names->links, i) == i;
    for (size_t s = 0; s < difference->specialization_count; s++)
        difference->specializations[s].measures =
            ARENA_ARRAY(difference->arena, counts[s] + 1, struct difference_measure);
    for (size_t i = 0; i < names->count; i++) {
        struct names_set *set = &sets[links_top(&names->links, i)];
        struct difference_specialization *within = &difference->specializations[names->items[i].set];
        if (!set->measure) {
            set->measure = &within->measures[within->measure_count++];
            /* A specialization that is only called otherwise changes nothing of its measures. */
            set->measure->renamed = set->olds && set->news && (set->apart || set->olds + set->news > 2);
        }
        names_add_editions(names, set->measure, &names->items[i]);
    }
}

bool difference_same_name(const struct difference_edition *a, const struct difference_edition *b) {
    return a->specialization == b->specialization && difference_same(a->measure->name.text, b->measure->name.text);
}

void difference_match_names(struct difference *difference) {
    struct names specializations = names_specializations(difference);
    struct names measures = names_measures(&specializations);
    names_make_measures(&measures);
}
