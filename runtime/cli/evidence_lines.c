/* evidence_lines.c - the lines that the folder tells of, and what their files are called. */
#include "runtime/cli/evidence.h"

#include "runtime/cli/slug.h"

#include <stdlib.h>

struct lines_making {
    struct evidence_lines *lines;
    const char (*slugs)[SLUG_NUMBERED]; /* of specializations */
    size_t specialization;
    bool failed;
};

/* ---- Lines ---- */

static const char *lines_keep(struct lines_making *making, struct text *text) {
    const char *kept = text->failed ? NULL : pool_text(&making->lines->memory, text->data, text->length);
    making->failed = making->failed || !kept;
    text_free(text);
    return kept;
}

static const char *lines_rows(struct lines_making *making, const struct standing_verdict *verdict, const char *number) {
    struct text name = {0};
    char slug[SLUG_MAX];
    if (verdict->requirement->kind != ASSAY_REQUIRES_AMOUNT || making->failed) return NULL;
    slug_make(slug, verdict->requirement->text);
    text_addf(&name, "counted/%s/%s-%s", making->slugs[making->specialization], number, slug);
    return lines_keep(making, &name);
}

static void lines_verdict(struct lines_making *making, const struct standing_verdict *verdict, struct text *number) {
    struct evidence_lines *lines = making->lines;
    struct evidence_line *all = realloc(lines->all, (lines->count + 1) * sizeof *all);
    if (all) lines->all = all;
    making->failed = making->failed || !all;
    const char *kept = lines_keep(making, number), *rows = lines_rows(making, verdict, kept);
    if (making->failed) return;
    lines->all[lines->count++] = (struct evidence_line){making->specialization, verdict, kept, rows};
    for (uint16_t p = 0; verdict->parts && p < verdict->requirement->part_count; p++) {
        struct text inner = {0};
        text_addf(&inner, "%s.%u", kept, p + 1u);
        lines_verdict(making, &verdict->parts[p], &inner);
    }
}

/* Numbered as the specialization has them, those out of force as well. */
static void lines_standing(struct lines_making *making, const struct standing *standing) {
    const struct assay_requirement *first = standing->specialization->requirements;
    for (size_t v = 0; v < standing->verdict_count; v++) {
        struct text number = {0};
        text_addf(&number, "%02lu", (unsigned long)(standing->verdicts[v].requirement - first) + 1);
        lines_verdict(making, &standing->verdicts[v], &number);
    }
}

bool evidence_lines_make(struct evidence_lines *lines, const struct report *report) {
    const struct standings *standings = &report->standings;
    char(*slugs)[SLUG_NUMBERED] = slug_specializations(standings->usage.rules, NULL);
    struct lines_making making = {.lines = lines, .slugs = (const char(*)[SLUG_NUMBERED])slugs, .failed = !slugs};
    *lines = (struct evidence_lines){0};
    for (size_t s = 0; s < standings->count && !making.failed; s++) {
        making.specialization = s;
        if (!report->only || report->only == standings->all[s].specialization)
            lines_standing(&making, &standings->all[s]);
    }
    free(slugs);
    return !making.failed;
}

void evidence_lines_free(struct evidence_lines *lines) {
    free(lines->all);
    pool_free(&lines->memory);
    *lines = (struct evidence_lines){0};
}
