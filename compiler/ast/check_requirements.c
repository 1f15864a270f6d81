/* check_requirements.c - what the requirements of a specialization say together. */
#include "compiler/ast/check.h"

#include "compiler/base/fold.h"

#include <string.h>

/* ---- Two lines in force at once ---- */

static bool requirements_same_names(const struct tree_text *a, const struct tree_text *b) {
    size_t left = 0, right = 0, both = 0;
    for (const struct tree_text *name = a; name; name = name->next, left++)
        for (const struct tree_text *other = b; other; other = other->next)
            both += fold_same(name->text, other->text);
    for (; b; b = b->next)
        right++;
    return left == right && both == left;
}

static bool requirements_validate(enum assay_requirement_kind kind) {
    return kind == ASSAY_REQUIRES_AUDIT || kind == ASSAY_REQUIRES_REFERENCES;
}

/* What a line is about, where nothing is published of it. */
static bool requirements_subject(const struct tree_requirement *line, const char *subject) {
    bool amount = line->kind == ASSAY_REQUIRES_AMOUNT, people = line->kind == ASSAY_REQUIRES_PEOPLE;
    bool metric = line->kind == ASSAY_REQUIRES_GROWTH || line->kind == ASSAY_REQUIRES_METRIC;
    if (strcmp(subject, "amount") == 0) return amount;
    if (strcmp(subject, "knowledge") == 0) return people;
    return amount || metric || line->kind == ASSAY_REQUIRES_ANY_OF;
}

static const char *requirements_conflict(const struct tree_requirement *a, const struct tree_requirement *b) {
    if (a->kind == ASSAY_REQUIRES_UNPUBLISHED && b->kind == ASSAY_REQUIRES_UNPUBLISHED)
        return strcmp(a->subject, b->subject) == 0 ? "that this is not published is said already" : NULL;
    if (a->kind == ASSAY_REQUIRES_UNPUBLISHED || b->kind == ASSAY_REQUIRES_UNPUBLISHED) {
        const struct tree_requirement *none = a->kind == ASSAY_REQUIRES_UNPUBLISHED ? a : b;
        return requirements_subject(none == a ? b : a, none->subject) ? "what is not published is required as well"
                                                                      : NULL;
    }
    if (requirements_validate(a->kind) && requirements_validate(b->kind)) return "the validation may be said once";
    if (a->kind != b->kind || a->kind == ASSAY_REQUIRES_ANY_OF) return NULL;
    if (a->kind == ASSAY_REQUIRES_DESIGNATION) return "`requires designation` may stand once here";
    if (a->average != b->average || a->percent != b->percent) return NULL;
    if (check_months(&a->window) != check_months(&b->window)) return NULL;
    return requirements_same_names(a->names, b->names) ? "the same is required already, in force at the same time"
                                                       : NULL;
}

static void requirements_compare(struct check *check, const struct tree_item *item, const struct tree_item *before) {
    const struct tree_requirement *a = item->requirement, *b = before->requirement;
    /* First what costs least: of many editions most are never in force together. */
    const char *conflict = check_overlap(&a->period, &b->period) ? requirements_conflict(a, b) : NULL;
    if (!conflict) return;
    bool once = requirements_validate(a->kind) || a->kind == ASSAY_REQUIRES_DESIGNATION;
    struct diagnostic *message = diagnostic_add(check->diagnostics, once ? A0404 : A0432, item->head, "%s", conflict);
    message->hint = "keep one of the two, or write `, effective from` and `until` so that they share no day";
    message->other = before->head;
    message->other_text = once ? "it stands here already" : "here";
}

static void requirements_conflicts(struct check *check, const struct tree_item *block) {
    size_t count = 0;
    const struct tree_item **lines =
        ARENA_ARRAY(check->arena, check_count(block->items, TREE_REQUIRES), const struct tree_item *);
    for (const struct tree_item *item = block->items; item; item = item->next) {
        if (item->kind != TREE_REQUIRES) continue;
        for (size_t i = 0; i < count; i++)
            requirements_compare(check, item, lines[i]);
        lines[count++] = item;
    }
}

/* ---- Validation ---- */

static const struct tree_item *requirements_first(const struct tree_item *block, bool validation) {
    const struct tree_item *item = block->items;
    for (; item; item = item->next) {
        if (validation && item->kind == TREE_REQUIRES && requirements_validate(item->requirement->kind)) break;
        if (!validation && item->kind == TREE_NO_VALIDATION) break;
    }
    return item;
}

static void requirements_validation(struct check *check, const struct tree_item *block) {
    const struct tree_item *validation = requirements_first(block, true);
    const struct tree_item *none =
        check_only(check, block, TREE_NO_VALIDATION, "requires neither audit nor references");
    if (!validation && !none)
        check_missing(check, block, TREE_REQUIRES, "the validation",
                      "requires audit by a third party | customer references | neither audit nor references");
    if (!validation || !none) return;
    struct diagnostic *message =
        diagnostic_add(check->diagnostics, A0404, none->head, "the validation may be said once");
    message->hint = "keep one of the two";
    message->other = validation->head;
    message->other_text = "it is said here already";
}

/* ---- Metrics ---- */

static bool requirements_uses(const struct tree_requirement *requirement, const char *metric_name) {
    for (; requirement; requirement = requirement->next) {
        bool metric = requirement->kind == ASSAY_REQUIRES_GROWTH || requirement->kind == ASSAY_REQUIRES_METRIC;
        for (const struct tree_text *name = metric ? requirement->names : NULL; name; name = name->next)
            if (fold_same(name->text, metric_name)) return true;
        if (requirements_uses(requirement->parts, metric_name)) return true;
    }
    return false;
}

static void requirements_metrics(struct check *check, const struct tree_item *block) {
    size_t count = check_count(block->items, TREE_METRIC), at = 0;
    struct check_name *names = ARENA_ARRAY(check->arena, count, struct check_name);
    for (const struct tree_item *item = block->items; item; item = item->next) {
        if (item->kind != TREE_METRIC) continue;
        const char *folded = fold_text(check->arena, item->name.text);
        names[at++] = (struct check_name){.folded = folded, .text = item->name.text, .span = item->name.span};
        check_title(check, item->name.text, item->name.span);
        check_texts_once(check, item->texts, "the workload");
        bool used = check_is_meant(check, item->name.text) || check_has_unknown(check, block, TREE_METRIC) ||
                    (block->lost & (tree_lost(TREE_REQUIRES) | TREE_LOST_UNKNOWN)) != 0;
        for (const struct tree_item *line = block->items; line && !used; line = line->next)
            used = line->kind == TREE_REQUIRES && requirements_uses(line->requirement, item->name.text);
        if (!used)
            diagnostic_add(check->diagnostics, A0433, item->name.span, "nothing is required of the metric '%s'",
                           item->name.text)
                ->hint = arena_format(check->arena, "leave it out, or write: requires at least 10 in \"%s\"",
                                      item->name.text);
    }
    check_unique(check, names, count, A0315, "the metric");
}

void check_requirements(struct check *check, struct tree_item *block) {
    for (struct tree_item *item = block->items; item; item = item->next)
        if (item->kind == TREE_REQUIRES) check_requirement(check, block, item->requirement);
    requirements_validation(check, block);
    requirements_conflicts(check, block);
    requirements_metrics(check, block);
}
