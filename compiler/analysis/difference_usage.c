/* difference_usage.c - how the export is read, and which of its rows count at all. */
#include "compiler/analysis/difference_fact.h"

#include <string.h>

#define USAGE_TEXTS(of, name) ((struct fact_texts){(of)->name##s, (of)->name##_count})

static const char *usage_field(const struct model *model, size_t field) {
    return model->fields[field].name.text;
}

/* ---- Fields ---- */

static const char *usage_role(const struct model_field *field) {
    static const char *const roles[] = {"text", "amount", "customer", "month"};
    return roles[field->role];
}

static const char *usage_assumption(const struct difference *difference, const struct model_field *field) {
    switch (field->assume) {
    case ASSAY_ASSUME_UNSAID:
        return "unsaid";
    case ASSAY_ASSUME_NOTHING:
        return "nothing";
    case ASSAY_ASSUME_BLANK:
        return "blank";
    case ASSAY_ASSUME_VALUE:
        break;
    }
    return fact_quote(difference, field->assumed);
}

static void usage_compare_field(const struct fact_place *place, const struct model_field *old,
                                const struct model_field *new) {
    struct difference *difference = place->difference;
    const char *name = new->name.text;
    fact_list(place, "column", arena_format(difference->arena, "columns of %s", name), USAGE_TEXTS(old, column),
              USAGE_TEXTS(new, column));
    if (old->role != new->role)
        fact_add(place, "role", "%s is the %s field; it was the %s field", name, usage_role(new), usage_role(old));
    const char *before = usage_assumption(difference, old), *after = usage_assumption(difference, new);
    if (strcmp(before, after) != 0)
        fact_add(place, "assume", "%s assumes %s when absent; it was %s", name, after, before);
    struct fact_texts old_except = {old->except, old->except_count}, new_except = {new->except, new->except_count};
    fact_set(place, "exception", old_except, new_except);
}

static const struct model_field *usage_find_field(const struct model *model, const char *name) {
    for (size_t i = 0; i < model->field_count; i++)
        if (difference_same(model->fields[i].name.text, name)) return &model->fields[i];
    return NULL;
}

static void usage_fields(const struct fact_place *place) {
    const struct model *old = place->difference->old, *new = place->difference->new;
    for (size_t i = 0; i < new->field_count; i++) {
        const struct model_field *before = usage_find_field(old, usage_field(new, i));
        if (before)
            usage_compare_field(place, before, &new->fields[i]);
        else
            fact_add(place, "field", "field %s is new", usage_field(new, i));
    }
    for (size_t i = 0; i < old->field_count; i++)
        if (!usage_find_field(new, usage_field(old, i)))
            fact_add(place, "field", "field %s is gone", usage_field(old, i));
}

/* ---- Aliases ---- */

static const struct model_alias *usage_find_alias(const struct model *model, const struct model *other,
                                                  const struct model_alias *alias) {
    const char *field = usage_field(other, alias->field);
    for (size_t i = 0; i < model->alias_count; i++)
        if (strcmp(model->aliases[i].folded, alias->folded) == 0 &&
            difference_same(usage_field(model, model->aliases[i].field), field))
            return &model->aliases[i];
    return NULL;
}

static const char *usage_alias(const struct difference *difference, const struct model *model,
                               const struct model_alias *alias) {
    return arena_format(difference->arena, "%s %s means %s in %s", alias->spelling ? "spelling" : "alias",
                        fact_quote(difference, alias->text), fact_quote(difference, alias->means),
                        usage_field(model, alias->field));
}

static void usage_aliases(const struct fact_place *place) {
    struct difference *difference = place->difference;
    const struct model *old = difference->old, *new = difference->new;
    for (size_t i = 0; i < new->alias_count; i++) {
        const struct model_alias *alias = &new->aliases[i], *before = usage_find_alias(old, new, alias);
        const char *words = usage_alias(difference, new, alias);
        if (!before)
            fact_add(place, "alias", "%s: new", words);
        else if (strcmp(before->means_folded, alias->means_folded) != 0)
            fact_add(place, "alias", "%s; it meant %s", words, fact_quote(difference, before->means));
        else if (before->spelling != alias->spelling)
            fact_add(place, "alias", "%s; it was %s", words, before->spelling ? "a spelling" : "an alias");
    }
    for (size_t i = 0; i < old->alias_count; i++)
        if (!usage_find_alias(new, old, &old->aliases[i]))
            fact_add(place, "alias", "%s: gone", usage_alias(difference, old, &old->aliases[i]));
}

/* ---- Eligibilities ---- */

static void usage_known_side(const struct fact_place *place, const struct model_eligibility *side,
                             const struct model_eligibility *other, const char *verb) {
    for (size_t i = 0; i < side->known_count; i++) {
        size_t k = 0;
        while (k < other->known_count && strcmp(side->known[i].folded, other->known[k].folded) != 0)
            k++;
        if (k == other->known_count)
            fact_add(place, "known", "%s: known not to count: %s is %s", side->reason,
                     fact_quote(place->difference, side->known[i].text), verb);
    }
    if (side->known_blank && !other->known_blank)
        fact_add(place, "known", "%s: known not to count: blank is %s", side->reason, verb);
}

static void usage_eligibility(const struct fact_place *place, const struct difference_eligibility *eligibility) {
    const struct model_eligibility *old = eligibility->old, *new = eligibility->new;
    struct difference *difference = place->difference;
    if (!old || !new) {
        fact_add(place, "eligibility", "`counts only where` otherwise %s is %s",
                 fact_quote(difference, old ? old->reason : new->reason), old ? "gone" : "new");
        return;
    }
    if (!difference_same(old->reason, new->reason))
        fact_add(place, "reason", "reason %s is given; it was %s", fact_quote(difference, new->reason),
                 fact_quote(difference, old->reason));
    usage_known_side(place, new, old, "new");
    usage_known_side(place, old, new, "gone");
    struct fact_place apart = *place;
    apart.heading = DIFFERENCE_NO_EFFECT;
    if (eligibility->filter.region_count == 0) fact_wording(&apart, &old->rule, &new->rule);
}

/* A row's reason is the first eligibility that it fails. */
static void usage_order(const struct fact_place *place) {
    const struct difference *difference = place->difference;
    const struct model_eligibility *last = NULL;
    for (size_t i = 0; i < difference->eligibility_count; i++) {
        const struct difference_eligibility *eligibility = &difference->eligibilities[i];
        if (!eligibility->old || !eligibility->new) continue;
        if (last && eligibility->old < last) {
            fact_add(place, "order", "what stops a row first: %s now stands behind %s",
                     fact_quote(difference, eligibility->new->reason), fact_quote(difference, last->reason));
            return;
        }
        last = eligibility->old;
    }
}

/* ---- Counting once, and its cross-check ---- */

static void usage_keys(const struct fact_place *place, const struct model *side, const struct model *other,
                       const char *verb) {
    for (size_t i = 0; i < side->once->key_count; i++) {
        const char *name = usage_field(side, side->once->key[i]);
        size_t k = 0;
        while (k < other->once->key_count && !difference_same(usage_field(other, other->once->key[k]), name))
            k++;
        if (k == other->once->key_count) fact_add(place, "once", "counting once: key field %s is %s", name, verb);
    }
}

static struct fact_texts usage_least(const struct difference *difference, const struct model *model) {
    struct model_text *texts = ARENA_ARRAY(difference->arena, model->once->least_count + 1, struct model_text);
    for (size_t i = 0; i < model->once->least_count; i++)
        texts[i].text = usage_field(model, model->once->least[i]);
    return (struct fact_texts){texts, model->once->least_count};
}

static void usage_once(const struct fact_place *place) {
    const struct model *old = place->difference->old, *new = place->difference->new;
    if (!old->once || !new->once) {
        if (old->once || new->once)
            fact_add(place, "once", "%s", new->once ? "rows are counted once" : "rows are no longer counted once");
        return;
    }
    usage_keys(place, new, old, "new");
    usage_keys(place, old, new, "gone");
    const char *before = usage_field(old, old->once->preferred_field);
    const char *after = usage_field(new, new->once->preferred_field);
    if (!difference_same(before, after))
        fact_add(place, "once", "counting once prefers by %s; it was %s", after, before);
    fact_list(place, "once", "counting once prefers",
              (struct fact_texts){old->once->preferred, old->once->preferred_count},
              (struct fact_texts){new->once->preferred, new->once->preferred_count});
    fact_list(place, "once", "counting once, then least", usage_least(place->difference, old),
              usage_least(place->difference, new));
}

static void usage_no_repeats(const struct fact_place *place) {
    bool before = place->difference->old->no_repeats, after = place->difference->new->no_repeats;
    if (before != after)
        fact_add(place, "repeats", "an export %s; it %s", after ? "holds no record twice" : "may hold a record twice",
                 after ? "was not said to" : "held no record twice");
}

static const char *usage_check(const struct difference *difference, const struct model *model) {
    const struct model_cross_check *check = model->cross_check;
    if (!check) return "none";
    return arena_format(difference->arena, "%s with %s for dropped and %s for kept", usage_field(model, check->field),
                        fact_quote_all(difference, (struct fact_texts){check->dropped, check->dropped_count}),
                        fact_quote_all(difference, (struct fact_texts){check->kept, check->kept_count}));
}

static void usage_cross_check(const struct fact_place *place) {
    const struct difference *difference = place->difference;
    const char *before = usage_check(difference, difference->old), *after = usage_check(difference, difference->new);
    if (strcmp(before, after) != 0) fact_add(place, "cross-check", "cross-check: %s; it was %s", after, before);
}

/* ---- What changes no row ---- */

static const struct model_list *usage_find_list(const struct model *model, const char *name) {
    for (size_t i = 0; i < model->list_count; i++)
        if (difference_same(model->lists[i].name, name)) return &model->lists[i];
    return NULL;
}

static bool usage_same_list(const struct difference *difference, const struct model_list *old,
                            const struct model_list *new) {
    const struct space *space = difference->space;
    bool same =
        space->field_of[0][old->field] == space->field_of[1][new->field] && old->value_count == new->value_count;
    for (size_t i = 0; same && i < old->value_count; i++)
        same = strcmp(old->values[i].folded, new->values[i].folded) == 0;
    return same;
}

/* A list of the one side that is not on the other, and holds what `list` holds; NULL: there is none. */
static const struct model_list *usage_renamed(const struct difference *difference, const struct model_list *list,
                                              bool is_new) {
    const struct model *other = is_new ? difference->old : difference->new;
    const struct model *own = is_new ? difference->new : difference->old;
    for (size_t i = 0; i < other->list_count; i++) {
        const struct model_list *candidate = &other->lists[i];
        if (usage_find_list(own, candidate->name)) continue;
        if (usage_same_list(difference, is_new ? candidate : list, is_new ? list : candidate)) return candidate;
    }
    return NULL;
}

/* What lists hold shows in the measures that name them. */
static void usage_lists(const struct fact_place *place) {
    const struct difference *difference = place->difference;
    for (size_t i = 0; i < difference->new->list_count; i++) {
        const struct model_list *list = &difference->new->lists[i];
        if (usage_find_list(difference->old, list->name)) continue;
        const struct model_list *before = usage_renamed(difference, list, true);
        fact_add(place, "list", "value list %s %s%s", list->name, before ? "was called " : "is new",
                 before ? before->name : "");
    }
    for (size_t i = 0; i < difference->old->list_count; i++) {
        const struct model_list *list = &difference->old->lists[i];
        if (!usage_find_list(difference->new, list->name) && !usage_renamed(difference, list, false))
            fact_add(place, "list", "value list %s is gone", list->name);
    }
}

static bool usage_accepts(const struct model *model, const struct model_acceptance *acceptance) {
    for (size_t i = 0; i < model->acceptance_count; i++)
        if (model->acceptances[i].code == acceptance->code && !strcmp(model->acceptances[i].mark, acceptance->mark))
            return true;
    return false;
}

static void usage_acceptances(const struct fact_place *place, const struct model *side, const struct model *other,
                              const char *verb) {
    for (size_t i = 0; i < side->acceptance_count; i++) {
        const struct model_acceptance *acceptance = &side->acceptances[i];
        if (!usage_accepts(other, acceptance))
            fact_add(place, "acceptance", "acceptance of %s as \"%s\" is %s", message_get(acceptance->code)->code,
                     acceptance->mark, verb);
    }
}

/* ---- All of it ---- */

static void usage_no_effect(struct difference *difference) {
    struct fact_place place = {.difference = difference, .heading = DIFFERENCE_NO_EFFECT};
    const struct model *old = difference->old, *new = difference->new;
    fact_one(&place, "title", old->name.text, new->name.text);
    fact_one(&place, "edition", old->edition, new->edition);
    fact_citation(&place, &old->cites, &new->cites);
    fact_set(&place, "note", USAGE_TEXTS(old, note), USAGE_TEXTS(new, note));
    fact_examples(&place, (struct fact_examples){old->examples, old->example_count},
                  (struct fact_examples){new->examples, new->example_count});
    usage_lists(&place);
    usage_acceptances(&place, new, old, "new");
    usage_acceptances(&place, old, new, "gone");
}

void difference_usage_facts(struct difference *difference) {
    struct fact_place place = {.difference = difference, .heading = DIFFERENCE_USAGE};
    fact_one(&place, "currency", difference->old->currency, difference->new->currency);
    usage_fields(&place);
    usage_aliases(&place);
    for (size_t i = 0; i < difference->eligibility_count; i++)
        usage_eligibility(&place, &difference->eligibilities[i]);
    usage_order(&place);
    usage_once(&place);
    usage_no_repeats(&place);
    usage_cross_check(&place);
    usage_no_effect(difference);
}
