#include "compiler/ast/check.h"
#include "compiler/ast/parse.h"

#include "compiler/base/fold.h"
#include "compiler/base/near.h"

#include <string.h>

enum { REQUIREMENT_NUMBER_MAX = 9999 };

/* ---- Numbers ---- */

static bool requirement_is_whole(const char *number) {
    return *number && number[strspn(number, "0123456789")] == '\0';
}

/* The value of a whole number, REQUIREMENT_NUMBER_MAX + 1 when it is larger. */
static unsigned requirement_value(const char *number) {
    unsigned value = 0;
    for (; *number && value <= REQUIREMENT_NUMBER_MAX; number++)
        value = value * 10 + (unsigned)(*number - '0');
    return value;
}

bool check_whole(struct check *check, const struct tree_text *number, const char *what, unsigned least) {
    if (!number->text) return true;
    if (requirement_is_whole(number->text) && requirement_value(number->text) >= least &&
        requirement_value(number->text) <= REQUIREMENT_NUMBER_MAX)
        return true;
    diagnostic_add(check->diagnostics, A0425, number->span, "%s cannot be %s", what, number->text)->hint =
        arena_format(check->arena, "write a whole number from %u to %d", least, REQUIREMENT_NUMBER_MAX);
    return false;
}

bool check_amount(struct check *check, const struct tree_text *number, assay_money *value) {
    if (assay_money_parse(number->text, strlen(number->text), value) == ASSAY_OK) return true;
    diagnostic_add(check->diagnostics, A0425, number->span, "%s is more than can be summed", number->text)->hint =
        "an amount has at most 14 digits before the point";
    return false;
}

/* What must be reached is above zero: at least nothing is always met. */
static bool requirement_threshold(struct check *check, const struct tree_text *number, assay_money *value) {
    if (!check_amount(check, number, value)) return false;
    if (*value > 0) return true;
    diagnostic_add(check->diagnostics, A0425, number->span, "at least %s asks for nothing", number->text)->hint =
        "write a number above 0; of a number that nobody publishes: `requires amount not published`";
    return false;
}

unsigned check_months(const struct tree_duration *duration) {
    return duration->number.text ? requirement_value(duration->number.text) * duration->unit : 0;
}

void check_duration(struct check *check, const struct tree_duration *duration, const char *what) {
    if (!duration->number.text || !check_whole(check, &duration->number, what, 1)) return;
    if (check_months(duration) <= REQUIREMENT_NUMBER_MAX) return;
    diagnostic_add(check->diagnostics, A0425, duration->number.span, "%s cannot be that long", what)->hint =
        "it has at most 9,999 months";
}

/* ---- Names ---- */

void check_currency(struct check *check, const struct tree_text *currency) {
    const struct tree_item *amount = NULL;
    for (const struct tree_item *item = check->usage ? check->usage->items : NULL; item && !amount; item = item->next)
        if (item->kind == TREE_AMOUNT) amount = item;
    if (!currency->text || !amount) return;
    check_unit(check, amount, currency);
}

void check_texts_once(struct check *check, const struct tree_text *texts, const char *what) {
    size_t count = 0;
    for (const struct tree_text *text = texts; text; text = text->next)
        count++;
    struct check_name *names = ARENA_ARRAY(check->arena, count, struct check_name);
    count = 0;
    for (const struct tree_text *text = texts; text; text = text->next) {
        check_title(check, text->text, text->span);
        names[count++] =
            (struct check_name){.folded = fold_text(check->arena, text->text), .text = text->text, .span = text->span};
    }
    check_unique(check, names, count, A0427, what);
}

static void requirement_named(struct check *check, const struct tree_item *block,
                              const struct tree_requirement *requirement) {
    static const char *const what[] = {[ASSAY_REQUIRES_AMOUNT] = "the measure",
                                       [ASSAY_REQUIRES_GROWTH] = "the metric",
                                       [ASSAY_REQUIRES_METRIC] = "the metric",
                                       [ASSAY_REQUIRES_PEOPLE] = "the certification"};
    if (!requirement->names) return;
    if (requirement->kind == ASSAY_REQUIRES_AMOUNT) check_declared(check, block, TREE_MEASURE, requirement->names);
    if (requirement->kind == ASSAY_REQUIRES_PEOPLE)
        check_declared(check, check->usage, TREE_CERTIFICATION, requirement->names);
    if (requirement->kind == ASSAY_REQUIRES_GROWTH || requirement->kind == ASSAY_REQUIRES_METRIC)
        check_declared(check, block, TREE_METRIC, requirement->names);
    /* A designation that stands twice changes nothing: that is a finding. */
    for (const struct tree_text *name = requirement->names; name; name = name->next)
        if (requirement->kind == ASSAY_REQUIRES_DESIGNATION) check_title(check, name->text, name->span);
    if (requirement->kind != ASSAY_REQUIRES_DESIGNATION)
        check_texts_once(check, requirement->names, what[requirement->kind]);
}

/* ---- What is said `of which` ---- */

static bool requirement_lists(const struct tree_text *names, const char *name) {
    for (; names; names = names->next)
        if (fold_same(names->text, name)) return true;
    return false;
}

static void requirement_part_names(struct check *check, const struct tree_requirement *part,
                                   const struct tree_requirement *of) {
    for (const struct tree_text *name = part->names; name; name = name->next) {
        if (requirement_lists(of->names, name->text)) continue;
        struct diagnostic *item =
            diagnostic_add(check->diagnostics, A0428, name->span, "'%s' is not among what the line counts", name->text);
        struct near near = near_start(name->text);
        for (const struct tree_text *other = of->names; other; other = other->next)
            near_offer(&near, other->text);
        diagnostic_suggest_text(check->diagnostics, item, near.best);
        diagnostic_tell_apart(check->diagnostics, item, near.wanted, near.best);
        if (!item->hint) item->hint = "name it among those of the line too, or require it in a line of its own";
    }
}

/* A part that is more than the whole would make the whole say nothing. */
static void requirement_part_size(struct check *check, const struct tree_requirement *part,
                                  const struct tree_requirement *of) {
    bool amount = part->kind == ASSAY_REQUIRES_AMOUNT;
    const struct tree_text *number = amount ? &part->amount : &part->count;
    const struct tree_text *whole = amount ? &of->amount : &of->count;
    assay_money a = 0, b = 0;
    bool good = amount ? requirement_threshold(check, number, &a)
                       : check_whole(check, number, "a number of people", 1) && check_amount(check, number, &a);
    if (!good || assay_money_parse(whole->text, strlen(whole->text), &b) != ASSAY_OK || a <= b) return;
    struct diagnostic *item = diagnostic_add(check->diagnostics, A0429, number->span,
                                             "of at least %s, at least %s cannot be asked",
                                             parse_grouped(check->arena, whole->text), parse_grouped(check->arena, number->text));
    item->hint =
        arena_format(check->arena, "a part is at most the whole: write %s or less, or raise the whole",
                     parse_grouped(check->arena, whole->text));
    item->other = whole->span;
    item->other_text = "the whole";
}

static void requirement_parts(struct check *check, const struct tree_requirement *of) {
    for (const struct tree_requirement *part = of->parts; part; part = part->next) {
        if (part->kind != of->kind) {
            diagnostic_add(check->diagnostics, A0430, part->head, "`of which` has nothing to speak of here")->hint =
                of->kind == ASSAY_REQUIRES_PEOPLE   ? "of people: of which at least 1 with \"CERTIFICATION\""
                : of->kind == ASSAY_REQUIRES_AMOUNT ? "of an amount: of which at least 3,000 USD of \"MEASURE\""
                                                    : "leave it out";
            continue;
        }
        check_currency(check, &part->currency);
        requirement_part_names(check, part, of);
        check_texts_once(check, part->names, "the name");
        requirement_part_size(check, part, of);
    }
}

/* ---- One line ---- */

static void requirement_numbers(struct check *check, const struct tree_requirement *requirement) {
    static const char *const counted[] = {[ASSAY_REQUIRES_AMOUNT] = "a number of customers",
                                          [ASSAY_REQUIRES_PEOPLE] = "a number of people",
                                          [ASSAY_REQUIRES_REFERENCES] = "a number of references"};
    assay_money value = 0;
    if (requirement->amount.text) requirement_threshold(check, &requirement->amount, &value);
    if (requirement->count.text) check_whole(check, &requirement->count, counted[requirement->kind], 1);
    check_duration(check, &requirement->window, "a window");
    check_duration(check, &requirement->valid, "how long it is valid");
    bool validation = requirement->kind == ASSAY_REQUIRES_AUDIT || requirement->kind == ASSAY_REQUIRES_REFERENCES;
    if (requirement->valid.number.text && !validation)
        diagnostic_add(check->diagnostics, A0430, requirement->valid.number.span,
                       "`valid for` has nothing to speak of here")
            ->hint = "an audit and references are valid for a time";
}

static void requirement_options(struct check *check, const struct tree_item *block,
                                const struct tree_requirement *either) {
    size_t count = 0;
    for (const struct tree_requirement *option = either->parts; option; option = option->next)
        count++;
    struct check_name *names = ARENA_ARRAY(check->arena, count, struct check_name);
    count = 0;
    for (const struct tree_requirement *option = either->parts; option; option = option->next) {
        check_title(check, option->option.text, option->option.span);
        names[count++] = (struct check_name){.folded = fold_text(check->arena, option->option.text),
                                             .text = option->option.text,
                                             .span = option->option.span};
        check_requirement(check, block, option);
    }
    check_unique(check, names, count, A0315, "the option");
    if (count == 1)
        diagnostic_add(check->diagnostics, A0431, either->head, "`either` has one option")->hint =
            "write the line without `either`, or a second option";
}

void check_requirement(struct check *check, const struct tree_item *block, const struct tree_requirement *requirement) {
    const struct tree_period *period = &requirement->period;
    if (period->from.date && period->until.date && period->until.date < period->from.date)
        diagnostic_add(check->diagnostics, A0415, period->until.span, "this requirement is never in force")->hint =
            check_turned(check, period);
    if (requirement->kind == ASSAY_REQUIRES_ANY_OF) {
        requirement_options(check, block, requirement);
        return;
    }
    if (requirement->kind == ASSAY_REQUIRES_ALL_OF) {
        for (const struct tree_requirement *part = requirement->parts; part; part = part->next)
            check_requirement(check, block, part);
        return;
    }
    requirement_named(check, block, requirement);
    requirement_numbers(check, requirement);
    check_currency(check, &requirement->currency);
    requirement_parts(check, requirement);
}
