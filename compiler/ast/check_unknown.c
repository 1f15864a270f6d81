/* check_unknown.c - measures, metrics and certifications that are named and that nothing declares. Each name is told
 * once; where it is named more than once, and the declared one nowhere, the declaration holds the mistake. */
#include "compiler/ast/check.h"

#include "compiler/base/fold.h"
#include "compiler/base/near.h"

static const struct {
    enum message_code code;
    const char *what;
} unknown_kinds[] = {
    [TREE_MEASURE] = {A0314, "measure"},
    [TREE_METRIC] = {A0317, "metric"},
    [TREE_CERTIFICATION] = {A0318, "certification"},
};

static const struct tree_item *unknown_find(const struct tree_item *block, enum tree_item_kind kind, const char *name) {
    for (const struct tree_item *item = block->items; item; item = item->next)
        if (item->kind == kind && fold_same(item->name.text, name)) return item;
    return NULL;
}

static bool unknown_lists(const struct tree_text *names, const char *name) {
    for (; names; names = names->next)
        if (fold_same(names->text, name)) return true;
    return false;
}

static size_t unknown_required(const struct tree_requirement *requirement, const char *name) {
    size_t count = 0;
    for (; requirement; requirement = requirement->next)
        count += unknown_lists(requirement->names, name) + unknown_required(requirement->parts, name);
    return count;
}

/* How many requirements, parts of them and examples of the block name it. */
static size_t unknown_places(const struct tree_item *block, const char *name) {
    size_t count = 0;
    for (const struct tree_item *item = block->items; item; item = item->next) {
        if (item->kind == TREE_REQUIRES) count += unknown_required(item->requirement, name);
        for (const struct tree_outcome *outcome = item->outcomes; outcome; outcome = outcome->next)
            count += unknown_lists(outcome->names, name);
        for (const struct tree_fact *fact = item->trial ? item->trial->facts : NULL; fact; fact = fact->next)
            count += unknown_lists(fact->names, name);
    }
    return count;
}

/* What a certification is called whose title this is; NULL: there is none. */
static const char *unknown_titled(const struct tree_item *block, const char *title) {
    for (const struct tree_item *item = block->items; item; item = item->next)
        if (item->kind == TREE_CERTIFICATION && unknown_lists(item->texts, title)) return item->name.text;
    return NULL;
}

static const char *unknown_declared(struct check *check, const struct tree_item *block, enum tree_item_kind kind) {
    enum { SHOWN = 4 };
    const char *list = NULL;
    size_t count = 0;
    for (const struct tree_item *item = block->items; item && count <= SHOWN; item = item->next) {
        if (item->kind != kind) continue;
        const char *shown = count == SHOWN ? "..." : arena_format(check->arena, "\"%s\"", item->name.text);
        list = list ? arena_format(check->arena, "%s, %s", list, shown) : shown;
        count++;
    }
    return list;
}

/* The remedy where no name is near. */
static void unknown_hint(struct check *check, const struct tree_item *block, enum tree_item_kind kind,
                         struct diagnostic *item, const char *name) {
    const char *what = unknown_kinds[kind].what, *list = unknown_declared(check, block, kind);
    const char *code = kind == TREE_CERTIFICATION ? unknown_titled(block, name) : NULL;
    if (code) {
        diagnostic_suggest_text(check->diagnostics, item, code);
        item->hint = arena_format(check->arena, "that is its title; requirements name its code: \"%s\"", code);
    } else if (kind != TREE_MEASURE && unknown_find(block, TREE_MEASURE, name)) {
        item->hint = "it is a measure: write `at least 30,000 USD of`, or the name of a metric";
    } else if (kind == TREE_MEASURE && unknown_find(block, TREE_METRIC, name)) {
        item->hint = "it is a metric: write `at least 10 in`, or the name of a measure";
    } else if (list) {
        item->hint = arena_format(check->arena, "declared are %s; or declare it: %s \"%s\"", list, what, name);
    } else {
        item->hint = arena_format(check->arena, "declare it: %s \"%s\"", what, name);
    }
}

/* Where nobody names the one that is declared, its declaration holds the mistake. */
static void unknown_turn(struct check *check, const struct check_unknown_name *unknown, struct diagnostic *item) {
    const struct tree_item *near = unknown->near;
    size_t places = unknown_places(unknown->block, unknown->name);
    if (!near || places < 2 || unknown_places(unknown->block, near->name.text)) return;
    item->other = item->span;
    item->other_text = "here";
    item->span = near->name.span;
    item->text = arena_format(check->arena, "no line names the %s '%s': %zu places say '%s'",
                              unknown_kinds[unknown->kind].what, near->name.text, places, unknown->name);
    diagnostic_suggest_text(check->diagnostics, item, unknown->name);
}

/* A further place. */
static void unknown_again(struct check *check, struct check_unknown_name *unknown) {
    struct diagnostic *item = &check->diagnostics->items[unknown->diagnostic];
    size_t more = unknown->places++;
    if (item->other_text) return; /* of the declaration */
    item->note = arena_format(check->arena, "and in %zu more place%s", more, more == 1 ? "" : "s");
}

bool check_has_unknown(const struct check *check, const struct tree_item *block, enum tree_item_kind kind) {
    for (const struct check_unknown_name *unknown = check->unknown_names; unknown; unknown = unknown->next)
        if (unknown->block == block && unknown->kind == kind) return true;
    return false;
}

static struct check_unknown_name *unknown_told(const struct check *check, const struct tree_item *block,
                                               enum tree_item_kind kind, const char *name) {
    struct check_unknown_name *unknown = check->unknown_names;
    while (unknown && (unknown->block != block || unknown->kind != kind || !fold_same(unknown->name, name)))
        unknown = unknown->next;
    return unknown;
}

static void unknown_tell(struct check *check, const struct tree_item *block, enum tree_item_kind kind,
                         const struct tree_text *name) {
    struct check_unknown_name *unknown = ARENA_NEW(check->arena, struct check_unknown_name);
    struct diagnostic *item = diagnostic_add(
        check->diagnostics, unknown_kinds[kind].code, name->span, "%s has no %s '%s'",
        kind == TREE_CERTIFICATION ? "the usage declaration" : "the specialization", unknown_kinds[kind].what,
        name->text);
    struct near near = near_start(name->text);
    for (const struct tree_item *other = block->items; other; other = other->next)
        if (other->kind == kind) near_offer(&near, other->name.text);
    diagnostic_suggest_text(check->diagnostics, item, near.best);
    diagnostic_tell_apart(check->diagnostics, item, near.wanted, near.best);
    if (!near.best) unknown_hint(check, block, kind, item, name->text);
    check_mean(check, near.best);
    *unknown = (struct check_unknown_name){.block = block,
                                           .kind = kind,
                                           .name = name->text,
                                           .places = 1,
                                           .diagnostic = check->diagnostics->count - 1,
                                           .near = near.best ? unknown_find(block, kind, near.best) : NULL,
                                           .next = check->unknown_names};
    check->unknown_names = unknown;
    if (kind != TREE_CERTIFICATION) unknown_turn(check, unknown, item);
}

void check_declared(struct check *check, const struct tree_item *block, enum tree_item_kind kind,
                 const struct tree_text *names) {
    for (; names && block; names = names->next) {
        if (unknown_find(block, kind, names->text) || check_lost(check, names->text)) continue;
        if (block->lost & (TREE_LOST_UNKNOWN | tree_lost(kind))) continue;
        struct check_unknown_name *unknown = unknown_told(check, block, kind, names->text);
        if (unknown)
            unknown_again(check, unknown);
        else
            unknown_tell(check, block, kind, names);
    }
}
