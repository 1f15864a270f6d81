#include "compiler/ast/check.h"

#include "compiler/base/fold.h"
#include "compiler/base/near.h"

#include <stdlib.h>
#include <string.h>

/* ---- Fields ---- */

static bool check_is_field(enum tree_item_kind kind) {
    return kind == TREE_FIELD || kind == TREE_AMOUNT || kind == TREE_CUSTOMER || kind == TREE_MONTH;
}

static void check_field_names(struct check *check) {
    struct check_name *names = ARENA_ARRAY(check->arena, check->field_count, struct check_name);
    for (size_t i = 0; i < check->field_count; i++) {
        const struct tree_text *name = &check->fields[i]->name;
        names[i] = (struct check_name){
            .folded = fold_header(check->arena, name->text), .text = name->text, .span = name->span};
    }
    check_unique(check, names, check->field_count, A0315, "the field");
}

static void check_columns(struct check *check) {
    size_t count = 0;
    for (size_t i = 0; i < check->field_count; i++)
        for (const struct tree_text *column = check->fields[i]->texts; column; column = column->next)
            count++;
    struct check_name *names = ARENA_ARRAY(check->arena, count, struct check_name);
    count = 0;
    for (size_t i = 0; i < check->field_count; i++) {
        for (const struct tree_text *column = check->fields[i]->texts; column; column = column->next) {
            const char *folded = fold_header(check->arena, column->text);
            if (!*folded)
                check_value_text(check, "", column->span, false);
            else
                names[count++] = (struct check_name){.folded = folded, .text = column->text, .span = column->span};
        }
    }
    check_unique(check, names, count, A0405, "the column spelling");
}

void check_usage_fields(struct check *check) {
    if (!check->usage) return;
    for (const struct tree_item *item = check->usage->items; item; item = item->next)
        check->field_count += check_is_field(item->kind);
    check->fields = ARENA_ARRAY(check->arena, check->field_count, struct tree_item *);
    size_t count = 0;
    for (struct tree_item *item = check->usage->items; item; item = item->next)
        if (check_is_field(item->kind)) check->fields[count++] = item;
    check_field_names(check);
    check_columns(check);
    for (size_t i = 0; i < check->field_count; i++)
        for (struct tree_value *value = check->fields[i]->values; value; value = value->next)
            if (value->kind == TREE_TEXT)
                check_value_text(check, value->text, value->span, check->fields[i]->kind == TREE_FIELD);
}

/* ---- Aliases ---- */

static bool check_is_alias(enum tree_item_kind kind) {
    return kind == TREE_ALIAS || kind == TREE_SPELLING;
}

static void check_alias_in(struct check *check, const struct tree_item *item, int field) {
    const char *means = fold_text(check->arena, item->name.text);
    for (const struct tree_text *text = item->texts; text; text = text->next) {
        if (strcmp(fold_text(check->arena, text->text), means) == 0) {
            diagnostic_add(check->diagnostics, A0411, text->span, "\"%s\" means itself already: both texts are the same",
                           text->text)
                ->hint = "leave it out, or write the other spelling";
            continue;
        }
        check_values_add(check, &check->aliases, field, text->text, text->span);
        check->aliases.items[check->aliases.count - 1].text = means;
    }
}

static void check_alias(struct check *check, const struct tree_item *item) {
    check_value_text(check, item->name.text, item->name.span, false);
    for (const struct tree_text *text = item->texts; text; text = text->next)
        check_value_text(check, text->text, text->span, false);
    for (const struct tree_text *name = item->names; name; name = name->next) {
        int field = check_field(check, name);
        if (field >= 0) check_alias_in(check, item, field);
    }
}

/* An alias may not mean two things, nor another alias. The aliases are sorted. */
static void check_alias_targets(struct check *check) {
    const struct check_values *aliases = &check->aliases;
    for (size_t i = 0; i < aliases->count; i++) {
        const struct check_value *alias = &aliases->items[i];
        const struct check_value *before = i ? &aliases->items[i - 1] : NULL;
        if (before && before->field == alias->field && strcmp(before->folded, alias->folded) == 0) {
            struct diagnostic *item =
                diagnostic_add(check->diagnostics, A0411, alias->span, "this text is an alias in %s already",
                               check->fields[alias->field]->name.text);
            item->other = before->span;
            item->other_text = "here";
        }
        const struct check_value *chain = check_values_find(aliases, alias->field, alias->text);
        if (!chain) continue;
        struct diagnostic *item =
            diagnostic_add(check->diagnostics, A0411, alias->span, "this alias means another alias, '%s'", alias->text);
        item->other = chain->span;
        item->other_text = "the other alias";
    }
}

static void check_aliases(struct check *check) {
    for (const struct tree_item *item = check->usage->items; item; item = item->next)
        if (check_is_alias(item->kind)) check_alias(check, item);
    check_values_sort(&check->aliases);
    check_alias_targets(check);
}

/* ---- Values that ought to be named by some condition ---- */

static const char *check_near_value(const struct check *check, int field, const char *text) {
    struct near near = near_start(text);
    for (size_t i = 0; i < check->named.count; i++)
        if (check->named.items[i].field == field) near_offer(&near, check->named.items[i].text);
    return near.best;
}

/* `alias "VALUE" means "SPELLING"`, where rules name the first and not the second. */
static bool check_alias_turned(struct check *check, const struct tree_item *item, int field) {
    const struct tree_text *text = item->texts;
    if (text->next || !check_values_find(&check->named, field, fold_text(check->arena, text->text))) return false;
    if (check_values_find(&check->named, field, fold_text(check->arena, item->name.text))) return false;
    diagnostic_add(check->diagnostics, A0412, text->span, "rules name \"%s\", and none names \"%s\", which it is to mean",
                   text->text, item->name.text)
        ->hint = arena_format(check->arena, "is it the other way round? %s \"%s\" means \"%s\"",
                              item->kind == TREE_ALIAS ? "alias" : "spelling", item->name.text, text->text);
    return true;
}

/* Whether rules name it with others in one pair of quotes, "A, B": that is told there. */
static bool check_in_one_pair(const struct check *check, int field, const char *text) {
    for (size_t i = 0; i < check->named.count; i++) {
        const struct check_value *named = &check->named.items[i];
        if (named->field == field && strchr(named->text, ',') && strstr(named->text, text)) return true;
    }
    return false;
}

static void check_named(struct check *check, enum message_code code, const struct tree_text *value, int field) {
    const char *folded = fold_text(check->arena, value->text);
    const struct check_value *alias = check_values_find(&check->aliases, field, folded);
    if (check_values_find(&check->named, field, alias ? alias->text : folded)) return;
    if (check_in_one_pair(check, field, value->text)) return;
    const char *near = check_near_value(check, field, value->text);
    /* A part of the rules alone need not name every value; something near is a slip all the same. */
    bool part = check_count(check->tree->items, TREE_SPECIALIZATION) < 2;
    if (code == A0412 && part && !near) return;
    struct diagnostic *item =
        diagnostic_add(check->diagnostics, code, value->span, "no rule names the value \"%s\" for %s", value->text,
                       check->fields[field]->name.text);
    diagnostic_suggest_text(check->diagnostics, item, near);
}

static bool check_anything_lost(const struct check *check) {
    if (check->unresolved || check->tree->lost || check->tree->lost_declaration) return true;
    for (const struct tree_item *item = check->tree->items; item; item = item->next)
        if (item->lost) return true;
    return false;
}

void check_usage_values(struct check *check) {
    if (!check->usage || check_anything_lost(check)) return;
    check_values_sort(&check->named);
    for (const struct tree_item *item = check->usage->items; item; item = item->next) {
        for (const struct tree_text *name = check_is_alias(item->kind) ? item->names : NULL; name; name = name->next) {
            int field = check_field(check, name);
            if (field >= 0 && !check_alias_turned(check, item, field)) check_named(check, A0412, &item->name, field);
        }
        int field = item->kind == TREE_ONCE ? check_field(check, &item->name) : -1;
        if (field >= 0 && check->fields[field]->kind != TREE_FIELD) continue;
        for (const struct tree_text *text = field >= 0 ? item->texts : NULL; text; text = text->next)
            check_named(check, A0414, text, field);
    }
}

/* ---- The rest ---- */

/* Values compare folded, names of fields exactly. */
static void check_texts_unique(struct check *check, const struct tree_text *texts, enum message_code code,
                               const char *what) {
    size_t count = 0;
    for (const struct tree_text *text = texts; text; text = text->next)
        count++;
    struct check_name *names = ARENA_ARRAY(check->arena, count, struct check_name);
    count = 0;
    for (const struct tree_text *text = texts; text; text = text->next)
        names[count++] = (struct check_name){.folded = code == A0413 ? text->text : fold_text(check->arena, text->text),
                                             .text = text->text,
                                             .span = text->span};
    check_unique(check, names, count, code, what);
}

static void check_once(struct check *check, const struct tree_item *once) {
    for (const struct tree_text *name = once->names; name; name = name->next)
        check_field(check, name);
    check_texts_unique(check, once->names, A0413, "the field");
    int preferred = check_field(check, &once->name);
    if (preferred >= 0 && check->fields[preferred]->kind != TREE_FIELD)
        diagnostic_add(check->diagnostics, A0418, once->name.span, "a claim is made of texts; %s is none",
                       once->name.text);
    for (const struct tree_text *text = once->texts; text; text = text->next)
        check_value_text(check, text->text, text->span, false);
    check_texts_unique(check, once->texts, A0408, "the value");
    for (const struct tree_text *name = once->least; name; name = name->next) {
        int field = check_field(check, name);
        if (field >= 0 && check->fields[field]->kind != TREE_FIELD)
            diagnostic_add(check->diagnostics, A0418, name->span, "a claim is made of texts; %s is none", name->text);
    }
    check_texts_unique(check, once->least, A0413, "the field");
}

/* What a flag says for kept rows is no text that it says for dropped ones. */
static void check_flag_kept(struct check *check, const struct tree_text *kept, const struct tree_text *dropped) {
    if (!check_value_text(check, kept->text, kept->span, false)) return;
    for (; dropped; dropped = dropped->next) {
        if (strcmp(fold_text(check->arena, dropped->text), fold_text(check->arena, kept->text)) != 0) continue;
        diagnostic_add(check->diagnostics, A0419, kept->span, "\"%s\" cannot mean both dropped and kept", kept->text);
        return;
    }
}

static void check_cross_check(struct check *check, const struct tree_item *item) {
    int field = check_field(check, &item->name);
    if (field >= 0 && check->fields[field]->kind != TREE_FIELD)
        diagnostic_add(check->diagnostics, A0418, item->name.span, "a flag is a text; %s is none", item->name.text);
    for (const struct tree_text *text = item->texts; text; text = text->next)
        check_value_text(check, text->text, text->span, false);
    for (const struct tree_text *text = item->names; text; text = text->next)
        check_flag_kept(check, text, item->texts);
    check_texts_unique(check, item->texts, A0408, "the value");
    check_texts_unique(check, item->names, A0408, "the value");
}

static void check_eligibility(struct check *check, struct tree_item *item) {
    check_expression(check, item->options->where);
    const struct tree_expression *first = item->options->where;
    while (first->kind != TREE_CONDITION)
        first = first->children;
    check_value_list(check, item->values, first->field_index, true);
}

static struct check_name check_name_of(struct check *check, const struct tree_text *text) {
    check_title(check, text->text, text->span);
    return (struct check_name){.folded = fold_text(check->arena, text->text), .text = text->text, .span = text->span};
}

/* By its title a training is known: each belongs to one certification. */
static void check_certification_titles(struct check *check) {
    size_t count = 0, at = 0;
    for (const struct tree_item *item = check->usage->items; item; item = item->next)
        for (const struct tree_text *title = item->texts; title && item->kind == TREE_CERTIFICATION;
             title = title->next)
            count++;
    struct check_name *titles = ARENA_ARRAY(check->arena, count, struct check_name);
    for (const struct tree_item *item = check->usage->items; item; item = item->next)
        for (const struct tree_text *title = item->texts; title && item->kind == TREE_CERTIFICATION;
             title = title->next)
            titles[at++] = check_name_of(check, title);
    check_unique(check, titles, count, A0427, "the title");
}

static void check_certifications(struct check *check) {
    size_t count = check_count(check->usage->items, TREE_CERTIFICATION), at = 0;
    struct check_name *names = ARENA_ARRAY(check->arena, count, struct check_name);
    for (const struct tree_item *item = check->usage->items; item; item = item->next)
        if (item->kind == TREE_CERTIFICATION) names[at++] = check_name_of(check, &item->name);
    check_unique(check, names, count, A0315, "the certification");
    check_certification_titles(check);
}

/* A window, or a time of grace, as long as the time between two renewals would never close. */
static void check_renewal_days(struct check *check, const struct tree_renewal *renewal, const struct tree_text *days) {
    enum { SHORTEST_MONTH = 28 };
    unsigned months = check_months(&renewal->every);
    if (!check_whole(check, days, "a number of days", 0) || months == 0) return;
    if (strtoul(days->text, NULL, 10) < (unsigned long)months * SHORTEST_MONTH) return;
    diagnostic_add(check->diagnostics, A0425, days->span, "%s days are as long as the time between renewals, or longer",
                   days->text);
}

static void check_renewal(struct check *check) {
    check_only(check, check->usage, TREE_RENEWAL, "renewal");
    for (const struct tree_item *item = check->usage->items; item; item = item->next) {
        if (item->kind != TREE_RENEWAL) continue;
        check_duration(check, &item->renewal->every, "the time between renewals");
        check_renewal_days(check, item->renewal, &item->renewal->opens);
        check_renewal_days(check, item->renewal, &item->renewal->grace);
    }
}

/* `cites` may stand once for the declaration, and once right behind each item that can cite for itself. */
static void check_usage_cites(struct check *check) {
    const struct tree_item *first = NULL, *before = NULL;
    for (const struct tree_item *item = check->usage->items; item; before = item, item = item->next) {
        if (item->kind != TREE_CITES || (before && tree_cites_itself(before->kind))) continue;
        if (first) {
            struct diagnostic *message =
                diagnostic_add(check->diagnostics, A0404, item->head, "`cites` may stand once here");
            message->other = first->head;
            message->other_text = "it stands here already";
        }
        first = first ? first : item;
    }
}

static void check_roles(struct check *check) {
    check_only(check, check->usage, TREE_AMOUNT, "amount");
    check_only(check, check->usage, TREE_CUSTOMER, "customer");
    check_only(check, check->usage, TREE_MONTH, "month");
    if (!check_count(check->usage->items, TREE_AMOUNT) && !check->tree->lost_field)
        check_missing(check, check->usage, TREE_AMOUNT, "the amount", "amount ACR column \"ACR_USD\" in USD");
}

void check_usage(struct check *check) {
    struct tree_item *usage = check->usage;
    if (!usage) return;
    if (!check_only(check, usage, TREE_EDITION, "edition"))
        check_missing(check, usage, TREE_EDITION, "the edition", "edition \"2023-07-11\"");
    check_usage_cites(check);
    check_only(check, usage, TREE_ONCE, "counts once");
    check_only(check, usage, TREE_NO_REPEATS, "holds no record twice");
    check_only(check, usage, TREE_CROSS_CHECK, "cross-check");
    check_certifications(check);
    check_renewal(check);
    check_steps(check);
    check_roles(check);
    check_aliases(check);
    check_title(check, usage->name.text, usage->name.span);
    for (struct tree_item *item = usage->items; item; item = item->next) {
        bool titled = item->kind == TREE_EDITION || item->kind == TREE_CITES || item->kind == TREE_NOTE ||
                      item->kind == TREE_ACCEPTS;
        if (titled) check_title(check, item->texts->text, item->texts->span);
        if (item->kind == TREE_ELIGIBILITY) check_eligibility(check, item);
        if (item->kind == TREE_ONCE) check_once(check, item);
        if (item->kind == TREE_CROSS_CHECK) check_cross_check(check, item);
    }
}
