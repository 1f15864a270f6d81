/* Do two texts look alike, and are not the same (A0723)?
 *
 * They do when a reader takes them for one text: other dashes, quotes or apostrophes, letters of another script, signs
 * of trademarks, composed and decomposed letters, `0` and `O`, `1` and `l`. Compared are values of one field, those
 * that examples give among them, and names of one kind across the rule set. Not what an alias makes one, nor a name
 * with its own former name. */
#include "compiler/analysis/resemble.h"
#include "compiler/analysis/written.h"
#include "compiler/base/unicode.h"

#include <stdlib.h>
#include <string.h>

struct alike {
    struct written_name *name;
    const char *skeleton;
};

static int alike_compare(const struct alike *a, const struct alike *b) {
    if (a->name->kind != b->name->kind) return a->name->kind < b->name->kind ? -1 : 1;
    if (a->name->field != b->name->field) return a->name->field < b->name->field ? -1 : 1;
    return strcmp(a->skeleton, b->skeleton);
}

/* Letters that look Latin and are not, and marks apart from their letters: nobody types them on purpose. */
static size_t alike_suspects(const char *text) {
    size_t count = 0, size;
    for (uint32_t point; point = unicode_next(text, &size), size; text += size)
        count += unicode_is_mark(point) || unicode_script(point) == UNICODE_ALIKE_LETTER;
    return count;
}

static size_t alike_foreign(const char *text) {
    size_t count = 0;
    for (; *text; text++)
        count += (unsigned char)*text >= 0x80;
    return count;
}

static int alike_order(size_t a, size_t b) {
    return (a > b) - (a < b);
}

/* By skeleton; of those that look alike the usual one first: in rules, without suspects, in most declarations, of
 * ASCII, before the others. */
static int alike_by_skeleton(const void *left, const void *right) {
    const struct alike *a = left, *b = right;
    const struct written_name *first = a->name, *second = b->name;
    int order = alike_compare(a, b);
    if (!order) order = alike_order(second->ruled > 0, first->ruled > 0);
    if (!order) order = alike_order(alike_suspects(first->folded), alike_suspects(second->folded));
    if (!order) order = alike_order(second->owners, first->owners);
    if (!order) order = alike_order(alike_foreign(first->folded), alike_foreign(second->folded));
    if (!order) order = alike_order(written_first(first)->span.begin, written_first(second)->span.begin);
    return order;
}

/* ---- What may look alike ---- */

static const char *alike_meaning(const struct model *model, const struct written_name *name) {
    size_t low = 0, high = model->alias_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct model_alias *alias = &model->aliases[middle];
        int order =
            alias->field != name->field ? (alias->field < name->field ? -1 : 1) : strcmp(alias->folded, name->folded);
        if (order == 0) return alias->means_folded;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return name->folded;
}

static bool alike_renamed(const struct written_name *a, const struct written_name *b) {
    for (size_t i = 0; i < a->use_count; i++)
        for (size_t k = 0; k < b->use_count; k++)
            if (a->uses[i]->named && a->uses[i]->named == b->uses[k]->named) return true;
    return false;
}

static bool alike_is_meant(const struct findings *findings, const struct written_name *a,
                           const struct written_name *b) {
    if (a->kind != MODEL_WRITTEN_VALUE) return alike_renamed(a, b);
    if (!a->ruled && !b->ruled) return true;
    return strcmp(alike_meaning(findings->model, a), alike_meaning(findings->model, b)) == 0;
}

/* ---- Telling ---- */

static void alike_tell(struct findings *findings, struct written_name *odd, struct written_name *usual) {
    const char *what = written_what(findings, usual), *text = written_first(odd)->text;
    const char *usual_text = written_first(usual)->text;
    const char *subject = arena_format(findings->arena, "%s \"%s\"", written_subject(findings, usual), odd->folded);
    struct finding *finding =
        finding_add(findings, A0723, written_first(odd)->span, subject, "\"%s\" looks like \"%s\", %s: %s", text,
                    usual_text, what, written_difference(findings, text, usual_text));
    odd->told = true;
    written_relate(findings, finding, odd, 1);
    written_relate(findings, finding, usual, 0);
    bool value = usual->kind == MODEL_WRITTEN_VALUE;
    finding_mean(findings, finding,
                 value ? "a cell equals one of them and not the other; a reader cannot tell which one a rule names"
                       : "they are two names; a reader takes them for one");
    finding_remedy(findings, finding, "write \"%s\" if it was meant", usual_text);
    if (value)
        finding_remedy(findings, finding, "if exports write both, declare: spelling \"%s\" means \"%s\" in %s", text,
                       usual_text, findings->model->fields[usual->field].name.text);
}

void finding_alike(struct findings *findings) {
    struct written *written = findings->written;
    struct alike *all = ARENA_ARRAY(findings->arena, written->count, struct alike);
    size_t count = 0;
    for (size_t i = 0; i < written->count; i++) {
        struct written_name *name = &written->names[i];
        if (name->kind == MODEL_WRITTEN_OTHER) continue;
        all[count++] = (struct alike){name, resemble_skeleton(written_first(name)->text, findings->arena)};
    }
    if (count) qsort(all, count, sizeof *all, alike_by_skeleton);
    for (size_t i = 1, first = 0; i < count; i++) {
        if (alike_compare(&all[first], &all[i]) != 0)
            first = i;
        else if (!alike_is_meant(findings, all[first].name, all[i].name))
            alike_tell(findings, all[i].name, all[first].name);
    }
}
