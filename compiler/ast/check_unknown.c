/* check_unknown.c - names that are used and not declared.
 *
 * They are gathered while the rules are checked, and told at the end: each once, at its first place, with the number of
 * further ones. Where one declared name is near to it and nobody uses it, that declaration may be what is wrong: then the
 * message stands there. */
#include "compiler/ast/check.h"

#include "compiler/base/fold.h"
#include "compiler/base/near.h"

#include <string.h>

/* ---- Gathering ---- */

static const struct {
    enum message_code code;
    const char *what;
} unknown_kinds[] = {
    [TREE_MEASURE] = {A0314, "measure"},
    [TREE_METRIC] = {A0317, "metric"},
    [TREE_CERTIFICATION] = {A0318, "certification"},
};

static struct tree_item *unknown_find(const struct tree_item *block, enum tree_item_kind kind, const char *name) {
    for (struct tree_item *item = block->items; item; item = item->next)
        if (item->kind == kind && fold_same(item->name.text, name)) return item;
    return NULL;
}

void check_unknown_name(struct check *check, struct check_unknown unknown) {
    struct check_unknown **at = &check->unknown;
    if (check_is_told(check->tree, unknown.span)) return;
    for (; *at; at = &(*at)->next) {
        struct check_unknown *before = *at;
        if (before->code != unknown.code || before->block != unknown.block || strcmp(before->name, unknown.name) != 0)
            continue;
        before->places++;
        if (unknown.span.begin < before->span.begin) before->span = unknown.span;
        return;
    }
    *at = ARENA_NEW(check->arena, struct check_unknown);
    **at = unknown;
    (*at)->places = 1;
}

void check_unit(struct check *check, const struct tree_item *amount, const struct tree_text *currency) {
    if (strcmp(amount->names->text, currency->text) == 0) {
        check->currency_named = true;
        return;
    }
    check_unknown_name(check, (struct check_unknown){
                                  .code = A0426,
                                  .kind = TREE_AMOUNT,
                                  .block = amount,
                                  .name = currency->text,
                                  .message = arena_format(check->arena, "amounts are in %s, not in %s",
                                                          amount->names->text, currency->text),
                                  .meant = amount->names->text,
                                  .span = currency->span,
                              });
}

bool check_has_unknown(const struct check *check, const struct tree_item *block, enum tree_item_kind kind) {
    for (const struct check_unknown *unknown = check->unknown; unknown; unknown = unknown->next)
        if (unknown->block == block && unknown->kind == kind) return true;
    return false;
}

static void unknown_add(struct check *check, const struct tree_item *block, enum tree_item_kind kind,
                        const struct tree_text *name) {
    const char *where = kind == TREE_CERTIFICATION ? "the usage declaration" : "the specialization";
    const char *what = unknown_kinds[kind].what;
    check_unknown_name(check, (struct check_unknown){
                                  .code = unknown_kinds[kind].code,
                                  .kind = kind,
                                  .block = block,
                                  .name = name->text,
                                  .message = arena_format(check->arena, "%s has no %s '%s'", where, what, name->text),
                                  .span = name->span,
                              });
    struct near near = near_start(name->text);
    for (const struct tree_item *other = block->items; other; other = other->next)
        if (other->kind == kind) near_offer(&near, other->name.text);
    check_mean(check, near.best);
}

void check_declared(struct check *check, const struct tree_item *block, enum tree_item_kind kind,
                    const struct tree_text *names) {
    for (; names && block; names = names->next) {
        struct tree_item *item = unknown_find(block, kind, names->text);
        if (item) item->named = true;
        if (item || check_lost(check, names->text)) continue;
        if (!(block->lost & (TREE_LOST_UNKNOWN | tree_lost(kind)))) unknown_add(check, block, kind, names);
    }
}

/* ---- Which side is wrong ---- */

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

/* The items that declare names of the kind. */
static const struct tree_item *unknown_first(const struct check *check, const struct check_unknown *unknown) {
    return unknown->kind == TREE_VALUE_LIST ? check->tree->items : unknown->block->items;
}

static bool unknown_declares(const struct check_unknown *unknown, const struct tree_item *item) {
    bool field = item->kind == TREE_AMOUNT || item->kind == TREE_CUSTOMER || item->kind == TREE_MONTH;
    return item->kind == unknown->kind || (unknown->kind == TREE_FIELD && field);
}

/* Whether a header of the column is a name. */
static bool unknown_is_header(const struct check *check, const struct tree_item *item, const char *name) {
    const char *folded = fold_header(check->arena, name);
    for (const struct tree_text *text = item->texts; text; text = text->next)
        if (strcmp(fold_header(check->arena, text->text), folded) == 0) return true;
    return false;
}

/* Whether a certification is declared with its title as its code: the code is one word. */
static bool unknown_is_titled(const struct check *check, const struct check_unknown *unknown,
                              const struct tree_item *item) {
    return unknown->kind == TREE_CERTIFICATION && strchr(item->name.text, ' ') && !strchr(unknown->name, ' ') &&
           unknown_is_header(check, item, unknown->name);
}

/* Whether a letter stands between digits: a slip, such as O for 0. */
static bool unknown_has_slip(const char *name) {
    for (; *name; name++) {
        bool digit = *name >= '0' && *name <= '9', letter = (name[1] >= 'A' && name[1] <= 'Z') || (name[1] >= 'a' && name[1] <= 'z');
        if (digit && letter && name[2] >= '0' && name[2] <= '9') return true;
    }
    return false;
}

/* Whether the declaration is wrong, rather than the places of use. What else is known decides; else several places of one
 * name are right against one declaration. */
static bool unknown_blames(const struct check *check, const struct check_unknown *unknown, const struct tree_item *item) {
    const char *declared = item->name.text;
    if (unknown->kind == TREE_FIELD) {
        bool is = unknown_is_header(check, item, unknown->name), was = unknown_is_header(check, item, declared);
        if (is && !was) return true;
        if (was && !is) return false;
        /* The same words with blanks are the name, and without them a header. */
        if (strcmp(fold_header(check->arena, declared), fold_header(check->arena, unknown->name)) == 0)
            return strlen(unknown->name) > strlen(declared) && !strchr(declared, ' ');
    }
    if (unknown->kind == TREE_CERTIFICATION && unknown_has_slip(declared) != unknown_has_slip(unknown->name))
        return unknown_has_slip(declared);
    bool measured = unknown->kind == TREE_MEASURE || unknown->kind == TREE_METRIC;
    return unknown->places > 1 || (measured && unknown_places(unknown->block, unknown->name) > 1);
}

/* Whether a field is declared as its header reads, so that there is no doubt of it. */
static bool unknown_is_right(const struct check *check, const struct check_unknown *unknown, const struct tree_item *item) {
    return item && unknown->kind == TREE_FIELD && unknown_is_header(check, item, item->name.text);
}

/* The one declaration that nobody uses, and that is near or has the name as a title; NULL. */
static const struct tree_item *unknown_unused(const struct check *check, const struct check_unknown *unknown) {
    const struct tree_item *found = NULL;
    for (const struct tree_item *item = unknown_first(check, unknown); item; item = item->next) {
        if (!unknown_declares(unknown, item) || item->named) continue;
        struct near near = near_start(unknown->name);
        near_offer(&near, item->name.text);
        bool titled = unknown_is_titled(check, unknown, item);
        if (!near.best && !titled) continue;
        if (titled) return item;
        if (found) return NULL;
        found = item;
    }
    return found;
}

/* ---- Telling ---- */

static void unknown_tell_declaration(struct check *check, const struct check_unknown *unknown,
                                     const struct tree_item *item) {
    bool quoted = unknown->kind != TREE_FIELD && unknown->kind != TREE_VALUE_LIST;
    bool titled = unknown_is_titled(check, unknown, item);
    struct diagnostic *told =
        diagnostic_add(check->diagnostics, unknown->code, item->name.span,
                       titled ? "'%s' stands here as the code; '%s', which rules require, is its title"
                              : "nothing uses '%s'; rules name '%s', which is not declared",
                       item->name.text, unknown->name);
    if (titled)
        told->hint = arena_format(check->arena, "write: certification \"%s\" titled \"%s\"", unknown->name,
                                  item->name.text);
    else if (quoted)
        diagnostic_suggest_text(check->diagnostics, told, unknown->name);
    else
        diagnostic_suggest(check->diagnostics, told, unknown->name);
    if (!titled) diagnostic_tell_apart(check->diagnostics, told, item->name.text, unknown->name);
    told->other = unknown->span;
    told->other_text = unknown->places > 1 ? arena_format(check->arena, "it is named in %zu places, first here", unknown->places)
                                           : "it is named here";
}

/* What a certification is called whose title this is; NULL: there is none. */
static const char *unknown_titled(const struct tree_item *block, const char *title) {
    for (const struct tree_item *item = block->items; item; item = item->next)
        if (item->kind == TREE_CERTIFICATION && unknown_lists(item->texts, title)) return item->name.text;
    return NULL;
}

static const char *unknown_shown(struct check *check, const struct tree_item *block, enum tree_item_kind kind) {
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
static void unknown_hint(struct check *check, const struct check_unknown *unknown, struct diagnostic *item) {
    const struct tree_item *block = unknown->block;
    enum tree_item_kind kind = unknown->kind;
    const char *name = unknown->name, *what = unknown_kinds[kind].what, *list = unknown_shown(check, block, kind);
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

static const char *unknown_further(const struct check *check, const struct check_unknown *unknown) {
    size_t more = unknown->places - 1;
    return arena_format(check->arena, "and in %zu more place%s", more, more == 1 ? "" : "s");
}

static void unknown_tell_use(struct check *check, const struct check_unknown *unknown, const struct tree_item *unused) {
    struct diagnostic *told = diagnostic_add(check->diagnostics, unknown->code, unknown->span, "%s", unknown->message);
    struct near near = near_start(unknown->name);
    for (const struct tree_item *item = unknown_first(check, unknown); item; item = item->next)
        if (unknown_declares(unknown, item)) near_offer(&near, item->name.text);
    bool quoted = unknown->kind != TREE_FIELD && unknown->kind != TREE_VALUE_LIST;
    const char *meant = unknown->meant ? unknown->meant : near.best;
    if (quoted)
        diagnostic_suggest_text(check->diagnostics, told, meant);
    else
        diagnostic_suggest(check->diagnostics, told, meant);
    if (!unknown->meant) diagnostic_tell_apart(check->diagnostics, told, near.wanted, near.best);
    if (unknown->hint && (unknown->meant || !near.best)) told->hint = unknown->hint;
    if (quoted && !near.best) unknown_hint(check, unknown, told);
    if (unused) {
        told->other = unused->name.span;
        told->other_text = arena_format(check->arena, "one of the two is a slip: nothing uses '%s', which is declared here", unused->name.text);
    }
    if (unknown->places < 2) return;
    const char *further = unknown_further(check, unknown);
    told->note = told->note ? arena_format(check->arena, "%s; %s", told->note, further) : further;
}

/* Rules that agree on another currency than the declared one are right. */
static void unknown_tell_currency(struct check *check, const struct check_unknown *unknown) {
    const struct tree_text *declared = unknown->block->names;
    size_t others = 0;
    for (const struct check_unknown *other = check->unknown; other; other = other->next)
        others += other->code == A0426;
    bool blames = unknown->places > 1 && others == 1 && !check->currency_named;
    struct diagnostic *told = diagnostic_add(check->diagnostics, A0426, blames ? declared->span : unknown->span, "%s",
                                             unknown->message);
    if (blames)
        told->text = arena_format(check->arena, "amounts are in %s here, and in %s in all rules", declared->text,
                                  unknown->name);
    const char *right = blames ? unknown->name : declared->text;
    told->suggestion = right;
    told->hint = arena_format(check->arena, "write %s", right);
    told->other = blames ? unknown->span : declared->span;
    told->other_text = blames ? "as here" : "it is declared here";
    if (!blames && unknown->places > 1) told->note = unknown_further(check, unknown);
}

void check_tell_unknown(struct check *check) {
    for (const struct check_unknown *unknown = check->unknown; unknown; unknown = unknown->next) {
        if (unknown->code == A0426) {
            unknown_tell_currency(check, unknown);
            continue;
        }
        const struct tree_item *unused = unknown->meant ? NULL : unknown_unused(check, unknown);
        bool titled = unused && unknown_is_titled(check, unknown, unused);
        if (unused && (titled || unknown_blames(check, unknown, unused)))
            unknown_tell_declaration(check, unknown, unused);
        else
            unknown_tell_use(check, unknown, unknown_is_right(check, unknown, unused) ? NULL : unused);
    }
}
