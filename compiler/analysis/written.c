#include "compiler/analysis/written.h"

#include "compiler/base/unicode.h"

#include <stdlib.h>
#include <string.h>

enum { WRITTEN_PLACES_SHOWN = 3 };

/* ---- Gathering ---- */

struct written_use {
    const struct model_written *of;
    enum model_written_kind kind;
    const char *folded;
};

static int written_compare_names(const struct written_use *a, const struct written_use *b) {
    if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
    if (a->of->field != b->of->field) return a->of->field < b->of->field ? -1 : 1;
    return strcmp(a->folded, b->folded);
}

static int written_by_name(const void *left, const void *right) {
    const struct written_use *a = left, *b = right;
    int order = written_compare_names(a, b);
    if (order) return order;
    if (a->of->kind != b->of->kind) return a->of->kind < b->of->kind ? -1 : 1;
    if (a->of->owner != b->of->owner) return a->of->owner < b->of->owner ? -1 : 1;
    return (a->of->span.begin > b->of->span.begin) - (a->of->span.begin < b->of->span.begin);
}

static void written_put(struct written_name *name, const struct written_use *use) {
    bool ruled = use->of->kind != MODEL_WRITTEN_CELL;
    name->owners += ruled && (name->ruled == 0 || name->uses[name->ruled - 1]->owner != use->of->owner);
    name->ruled += ruled;
    name->uses[name->use_count++] = use->of;
}

struct written written_gather(struct findings *findings) {
    const struct model *model = findings->model;
    size_t count = model->written_count;
    struct written_use *uses = ARENA_ARRAY(findings->arena, count, struct written_use);
    const struct model_written **all = ARENA_ARRAY(findings->arena, count, const struct model_written *);
    struct written written = {ARENA_ARRAY(findings->arena, count, struct written_name), 0};
    for (size_t i = 0; i < count; i++) {
        const struct model_written *of = &model->written[i];
        enum model_written_kind kind = of->kind == MODEL_WRITTEN_CELL ? MODEL_WRITTEN_VALUE : of->kind;
        uses[i] = (struct written_use){of, kind, finding_fold(findings, of->text)};
    }
    if (count) qsort(uses, count, sizeof *uses, written_by_name);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || written_compare_names(&uses[i - 1], &uses[i]) != 0)
            written.names[written.count++] = (struct written_name){
                .kind = uses[i].kind, .field = uses[i].of->field, .folded = uses[i].folded, .uses = &all[i]};
        written_put(&written.names[written.count - 1], &uses[i]);
    }
    return written;
}

bool written_together(const struct written_name *a, const struct written_name *b) {
    size_t i = 0, k = 0;
    while (i < a->ruled && k < b->ruled) {
        if (a->uses[i]->owner == b->uses[k]->owner) return true;
        if (a->uses[i]->owner < b->uses[k]->owner)
            i++;
        else
            k++;
    }
    return false;
}

/* ---- Words ---- */

const char *written_what(const struct findings *findings, const struct written_name *name) {
    static const char *const words[] = {
        [MODEL_WRITTEN_FIELD] = "the name of a field",
        [MODEL_WRITTEN_LIST] = "the name of a list",
        [MODEL_WRITTEN_COLUMN] = "a column",
        [MODEL_WRITTEN_REASON] = "a reason",
        [MODEL_WRITTEN_CERTIFICATION] = "a certification",
        [MODEL_WRITTEN_TITLE] = "the title of a certification",
        [MODEL_WRITTEN_CITED] = "a document that is cited",
        [MODEL_WRITTEN_AREA] = "an area",
        [MODEL_WRITTEN_DESIGNATION] = "a designation",
        [MODEL_WRITTEN_SPECIALIZATION] = "the name of a specialization",
        [MODEL_WRITTEN_MEASURE] = "the name of a measure",
        [MODEL_WRITTEN_METRIC] = "a metric",
        [MODEL_WRITTEN_WORKLOAD] = "a workload",
        [MODEL_WRITTEN_OTHER] = "a text",
    };
    if (name->kind > MODEL_WRITTEN_CELL) return words[name->kind];
    return arena_format(findings->arena, "a value of %s", findings->model->fields[name->field].name.text);
}

const char *written_subject(const struct findings *findings, const struct written_name *name) {
    return arena_format(findings->arena, "%s \"%s\"", written_what(findings, name), name->folded);
}

const char *written_difference(struct findings *findings, const char *a, const char *b) {
    struct text out = {0};
    unicode_add_difference(&out, a, b);
    return finding_keep(findings, &out);
}

void written_relate(struct findings *findings, struct finding *finding, const struct written_name *name, size_t from) {
    size_t shown = from + WRITTEN_PLACES_SHOWN;
    for (size_t i = from; i < name->use_count && i < shown; i++) {
        size_t more = i + 1 == shown ? name->use_count - shown : 0;
        const char *words = "";
        if (more) words = arena_format(findings->arena, ", and in %zu more place%s", more, more > 1 ? "s" : "");
        finding_relate(findings, finding, name->uses[i]->span, NULL, "\"%s\" stands here%s", name->uses[i]->text,
                       words);
    }
}

struct finding *written_tell(struct findings *findings, struct written_name *name, enum message_code code,
                             const char *what, const char *meaning) {
    const struct model_written *first = written_first(name);
    struct finding *finding =
        finding_add(findings, code, first->span, written_subject(findings, name), "\"%s\" %s", first->text, what);
    name->told = true;
    written_relate(findings, finding, name, 1);
    finding_mean(findings, finding, "%s", meaning);
    return finding;
}
