/* Do names that rules share resemble one another (A0724)? Does a citation have another date than all others of its
 * document, and nearly the same (A0725)?
 *
 * Areas, designations, cited documents, and names of specializations, measures, metrics and workloads are compared
 * across the rule set, unless one declaration writes both. Reasons and titles of certifications stand in one
 * declaration, and are compared all the same. */
#include "compiler/analysis/resemble.h"
#include "compiler/analysis/written.h"
#include "compiler/model/sentence.h"

#include <stdlib.h>
#include <string.h>

enum { SHARED_WORD_MIN = 5, SHARED_FREQUENT = 3 };

/* ---- A0724 ---- */

static bool shared_is_asked(enum model_written_kind kind) {
    return kind == MODEL_WRITTEN_REASON || (kind >= MODEL_WRITTEN_TITLE && kind < MODEL_WRITTEN_OTHER);
}

static bool shared_in_one_place(enum model_written_kind kind) {
    return kind == MODEL_WRITTEN_REASON || kind == MODEL_WRITTEN_TITLE;
}

static void shared_tell(struct findings *findings, struct written_name *rare, struct written_name *other,
                        const char *how) {
    const char *subject = arena_format(findings->arena, "%s \"%s\"", written_subject(findings, rare), other->folded);
    struct finding *finding =
        finding_add(findings, A0724, written_first(rare)->span, subject, "\"%s\" is much like \"%s\", %s: %s",
                    written_first(rare)->text, written_first(other)->text, written_what(findings, other), how);
    rare->told = true;
    written_relate(findings, finding, other, 0);
    finding_mean(findings, finding, "they are two names: nothing that is said of the one holds for the other");
    finding_remedy(findings, finding, "write \"%s\" if it was meant", written_first(other)->text);
}

/* A slip in a short word is told only where one declaration has it and many write the other. */
static bool shared_is_odd(const struct resemble_pair *pair, const struct written_name *rare,
                          const struct written_name *other) {
    bool frequent = rare->owners == 1 && other->owners >= SHARED_FREQUENT;
    if (pair->word && pair->word < SHARED_WORD_MIN && !frequent) return false;
    return shared_in_one_place(rare->kind) || !written_together(rare, other);
}

static void shared_names(struct findings *findings) {
    struct written *written = findings->written;
    struct written_name **names = ARENA_ARRAY(findings->arena, written->count, struct written_name *);
    struct resemble_text *texts = ARENA_ARRAY(findings->arena, written->count, struct resemble_text);
    size_t count = 0;
    for (size_t i = 0; i < written->count; i++) {
        struct written_name *name = &written->names[i];
        if (!shared_is_asked(name->kind)) continue;
        texts[count] = resemble_text(name->kind, name->folded, written_first(name)->text, findings->arena);
        names[count++] = name;
    }
    struct resemble_pairs pairs = resemble_find(texts, count, RESEMBLE_NAMES, findings->arena, &findings->budget);
    for (size_t i = 0; i < pairs.count; i++) {
        struct written_name *a = names[pairs.items[i].a], *b = names[pairs.items[i].b];
        struct written_name *rare = a->owners < b->owners ? a : b, *other = rare == a ? b : a;
        if (shared_is_odd(&pairs.items[i], rare, other)) shared_tell(findings, rare, other, pairs.items[i].how);
    }
}

/* ---- A0725 ---- */

struct shared_date {
    uint32_t date;
    size_t owners, first; /* how many declarations cite it, and its first use */
};

/* Day and month exchanged, one digit another one, or two neighbours swapped. */
static bool shared_date_slip(uint32_t a, uint32_t b) {
    char left[16], right[16];
    if (a % 10000 == 0 || b % 10000 == 0) return false; /* a year only */
    if (a / 10000 == b / 10000 && a % 100 == b / 100 % 100 && b % 100 == a / 100 % 100) return true;
    snprintf(left, sizeof left, "%08u", a);
    snprintf(right, sizeof right, "%08u", b);
    size_t begin = 0, end = 8;
    while (begin < 8 && left[begin] == right[begin])
        begin++;
    while (end > begin && left[end - 1] == right[end - 1])
        end--;
    if (end - begin == 1) return true;
    return end - begin == 2 && left[begin] == right[begin + 1] && left[begin + 1] == right[begin];
}

static int shared_by_date(const void *left, const void *right) {
    const struct model_written *a = *(const struct model_written *const *)left;
    const struct model_written *b = *(const struct model_written *const *)right;
    if (a->date != b->date) return a->date < b->date ? -1 : 1;
    return (a->span.begin > b->span.begin) - (a->span.begin < b->span.begin);
}

static void shared_tell_date(struct findings *findings, const struct model_written *odd,
                             const struct model_written *usual, size_t owners) {
    const char *date = sentence_date(odd->date, findings->arena), *other = sentence_date(usual->date, findings->arena);
    const char *subject = arena_format(findings->arena, "%s %s %s", finding_fold(findings, odd->text), date, other);
    struct finding *finding = finding_add(findings, A0725, odd->span, subject,
                                          "\"%s\" is cited with %s only here; %zu declarations cite it with %s",
                                          odd->text, date, owners, other);
    finding_relate(findings, finding, usual->span, NULL, "it is cited with %s here", other);
    finding_mean(findings, finding, "the dates are nearly the same; readers look for another edition of the document");
    finding_remedy(findings, finding, "write %s if it was meant", other);
}

/* The dates of one document; its uses are sorted by date. */
static void shared_dates_of(struct findings *findings, const struct model_written **uses, size_t use_count) {
    struct shared_date *dates = ARENA_ARRAY(findings->arena, use_count, struct shared_date);
    size_t count = 0;
    for (size_t i = 0; i < use_count; i++) {
        bool same = count && dates[count - 1].date == uses[i]->date;
        if (!same) dates[count++] = (struct shared_date){uses[i]->date, 0, i};
        dates[count - 1].owners += !same || uses[i]->owner != uses[i - 1]->owner;
    }
    for (size_t i = 0; i < count; i++) {
        size_t usual = 0;
        for (size_t k = 1; k < count; k++)
            if (dates[k].owners > dates[usual].owners) usual = k;
        bool odd = dates[i].owners == 1 && dates[usual].owners >= SHARED_FREQUENT;
        if (odd && shared_date_slip(dates[i].date, dates[usual].date))
            shared_tell_date(findings, uses[dates[i].first], uses[dates[usual].first], dates[usual].owners);
    }
}

static void shared_dates(struct findings *findings) {
    for (size_t i = 0; i < findings->written->count; i++) {
        const struct written_name *name = &findings->written->names[i];
        if (name->kind != MODEL_WRITTEN_CITED || name->owners <= SHARED_FREQUENT) continue;
        const struct model_written **uses = ARENA_ARRAY(findings->arena, name->use_count, const struct model_written *);
        memcpy(uses, name->uses, name->use_count * sizeof *uses);
        qsort(uses, name->use_count, sizeof *uses, shared_by_date);
        shared_dates_of(findings, uses, name->use_count);
    }
}

void finding_shared(struct findings *findings) {
    shared_names(findings);
    shared_dates(findings);
}
