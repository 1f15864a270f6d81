/* Does every part of a rule change something? Alternatives that nothing can satisfy (A0703), alternatives (A0704),
 * conditions (A0705) and values (A0706) that change nothing: see needless.h. */
#include "compiler/analysis/finding.h"
#include "compiler/analysis/needless.h"

#include <string.h>

enum { NEEDLESS_SHOWN_MAX = 6 };

/* The rule that is asked. */
struct needless_rule {
    struct findings *findings;
    const struct model_rule *rule;
    const struct region *region;
    const char *title;   /* `the measure 'X'` */
    const char *subject; /* the same, folded */
    const struct model_citation *cites;
};

/* The name of the option that an expression is; NULL: it is none. An option's name stands before its expression, and
 * within that of the options together. */
static const char *needless_option(const struct model_rule *rule, const struct model_expression *node) {
    const struct model_clause *of = NULL;
    bool child = false;
    for (size_t i = 0; i < rule->where->child_count; i++)
        child = child || rule->where->children[i] == node;
    if (!child || rule->where->kind != MODEL_ANY) return NULL;
    for (size_t i = 0; i < rule->clause_count; i++) {
        const struct model_clause *clause = &rule->clauses[i];
        if (!clause->option || clause->span.begin >= node->span.begin) continue;
        if (clause->span.begin < rule->where->span.begin) continue;
        if (!of || clause->span.begin > of->span.begin) of = clause;
    }
    return of ? of->option : NULL;
}

static const char *needless_alternative_name(const struct needless_rule *of, const struct model_expression *node) {
    const char *option = needless_option(of->rule, node);
    return option ? arena_format(of->findings->arena, "option \"%s\"", option) : "this alternative";
}

static const char *needless_condition_name(const struct needless_rule *of, const struct model_expression *node) {
    if (node->kind != MODEL_CONDITION) return "this group of conditions";
    const char *field = of->findings->model->fields[node->condition->field].name.text;
    return arena_format(of->findings->arena, "the condition on %s", field);
}

static struct finding *needless_tell(const struct needless_rule *of, enum message_code code, struct span span,
                                     const char *what, const char *does, const char *subject) {
    struct findings *findings = of->findings;
    struct text text = {0};
    text_addf(&text, "%s: %s", of->subject, subject);
    return finding_add(findings, code, span, finding_keep(findings, &text), "%s in %s %s", what, of->title, does);
}

static const char *needless_words(const struct needless_rule *of, const struct model_expression *node) {
    struct text text = {0};
    finding_add_expression(of->findings, &text, node);
    return finding_keep(of->findings, &text);
}

/* What a part is, and what covers it, for its subject. */
static const char *needless_subject(const struct needless_rule *of, const struct needless_part *part,
                                    const char *what) {
    struct text text = {0};
    text_addf(&text, "%s", what);
    for (size_t i = 0; i < part->cover_count; i++)
        text_addf(&text, "\n%s", needless_words(of, part->covers[i]));
    return finding_keep(of->findings, &text);
}

static void needless_relate(const struct needless_rule *of, struct finding *finding, const struct needless_part *part) {
    for (size_t i = 0; i < part->cover_count && i < NEEDLESS_SHOWN_MAX; i++) {
        const struct model_expression *cover = part->covers[i];
        const char *name = needless_alternative_name(of, cover);
        finding_relate(of->findings, finding, cover->span, of->cites, "%s %s", name,
                       part->cover_count == 1 ? "covers it" : "covers a part of it");
    }
    if (part->cover_count > NEEDLESS_SHOWN_MAX)
        finding_relate(of->findings, finding, part->covers[NEEDLESS_SHOWN_MAX]->span, of->cites, "and %zu more",
                       part->cover_count - NEEDLESS_SHOWN_MAX);
}

static void needless_add_witness(const struct needless_rule *of, struct finding *finding,
                                 const struct needless_part *part) {
    if (part->shown) finding->witness = finding_row(of->findings, part->shown, &of->region, 1, NULL, 0);
}

static void needless_tell_alternative(const struct needless_rule *of, const struct needless_part *part) {
    struct findings *findings = of->findings;
    bool dead = part->kind == NEEDLESS_DEAD;
    const char *subject = needless_subject(of, part, needless_words(of, part->node));
    struct finding *finding =
        needless_tell(of, dead ? A0703 : A0704, part->node->span, needless_alternative_name(of, part->node),
                      dead ? "can be satisfied by nothing" : "changes nothing", subject);
    needless_add_witness(of, finding, part);
    needless_relate(of, finding, part);
    if (dead)
        finding_mean(findings, finding, "its conditions, with those around it, contradict one another");
    else
        finding_mean(findings, finding, "every row that meets it is in the rule without it");
    finding_remedy(findings, finding, "leave it out");
    finding_remedy(findings, finding, "correct it, if it was to hold for something else");
}

static void needless_tell_condition(const struct needless_rule *of, const struct needless_part *part) {
    struct findings *findings = of->findings;
    const char *subject = needless_subject(of, part, needless_words(of, part->node));
    struct finding *finding =
        needless_tell(of, A0705, part->node->span, needless_condition_name(of, part->node), "changes nothing", subject);
    needless_add_witness(of, finding, part);
    needless_relate(of, finding, part);
    if (part->shown)
        finding_mean(findings, finding, "rows that fail it are in the rule all the same");
    else
        finding_mean(findings, finding, "the conditions beside it let nothing through that fails it");
    finding_remedy(findings, finding, "leave it out");
    finding_remedy(findings, finding, "correct it, or what stands beside it, if rows were to fail it");
}

/* ---- Values: those of one condition are one finding ---- */

static void needless_tell_values(const struct needless_rule *of, const struct needless_part *parts, size_t count) {
    struct findings *findings = of->findings;
    const struct model_expression *node = parts->node;
    struct text shown = {0}, folded = {0};
    size_t named = 0;
    bool from_list = false;
    struct span span = node->span;
    for (size_t i = count; i-- > 0;) {
        for (size_t k = 0; k < parts[i].value_count; k++, named++) {
            finding_list(&shown, parts[i].values[k]->text);
            finding_list(&folded, parts[i].values[k]->folded);
            bool list = parts[i].values[k]->list != NULL;
            if (!named && !list) span = parts[i].values[k]->span;
            from_list = from_list || list;
        }
        if (parts[i].blank) text_add(&shown, shown.length ? ", blank" : "blank");
        if (parts[i].blank) text_add(&folded, shown.length ? ", blank" : "blank");
        named += parts[i].blank;
    }
    text_addf(&folded, " in %s", needless_words(of, node));
    const char *what =
        arena_format(findings->arena, "the value%s %s of %s", named == 1 ? "" : "s", finding_keep(findings, &shown),
                     findings->model->fields[node->condition->field].name.text);
    const char *subject = needless_subject(of, parts, finding_keep(findings, &folded));
    struct finding *finding =
        needless_tell(of, A0706, span, what, named == 1 ? "changes nothing" : "change nothing", subject);
    needless_add_witness(of, finding, parts);
    needless_relate(of, finding, parts);
    bool in = node->condition->test == ASSAY_ANY_OF;
    if (!parts->shown)
        finding_mean(findings, finding, "the conditions beside it let no such row through");
    else
        finding_mean(findings, finding,
                     in ? "rows with it are in the rule all the same"
                        : "rows with it are in the rule, though it is listed as an exception");
    finding_remedy(findings, finding,
                   from_list ? "leave it in the list, if other rules need it there, and accept this" : "leave it out");
    finding_remedy(findings, finding, "correct it, if another value was meant");
}

static void needless_ask(const struct needless_rule *of) {
    struct findings *findings = of->findings;
    struct arena scratch = {0};
    struct needless_parts parts = needless_find(findings->space, of->rule, &scratch, &findings->budget);
    arena_free(&scratch);
    for (size_t i = 0, next; i < parts.count; i = next) {
        const struct needless_part *part = &parts.items[i];
        for (next = i + 1; next < parts.count && part->kind == NEEDLESS_VALUES; next++) {
            if (parts.items[next].kind != NEEDLESS_VALUES || parts.items[next].node != part->node) break;
        }
        if (part->kind == NEEDLESS_VALUES)
            needless_tell_values(of, part, next - i);
        else if (part->kind == NEEDLESS_CONDITION)
            needless_tell_condition(of, part);
        else
            needless_tell_alternative(of, part);
    }
}

void finding_needless(struct findings *findings) {
    const struct model *model = findings->model;
    for (size_t i = 0; i < model->eligibility_count && !findings->budget.exceeded; i++) {
        const struct model_eligibility *of = &model->eligibilities[i];
        struct region region = region_of_rule(findings->space, 0, &of->rule);
        const char *title = arena_format(findings->arena, "the eligibility '%s'", of->reason);
        struct needless_rule rule = {findings, &of->rule, &region, title, finding_fold(findings, title), &model->cites};
        if (region.count) needless_ask(&rule);
    }
    for (size_t i = 0; i < findings->measure_count && !findings->budget.exceeded; i++) {
        const struct finding_measure *of = &findings->measures[i];
        const char *title = arena_format(findings->arena, "the measure '%s'", of->measure->name.text);
        struct needless_rule rule = {
            findings, &of->measure->rule, &of->region, title, finding_measure_name(findings, of), &of->measure->cites};
        if (of->region.count) needless_ask(&rule);
    }
}
