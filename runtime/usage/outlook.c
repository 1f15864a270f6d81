#include "runtime/usage/outlook_internal.h"

/* Whether a line holds a sum. */
static bool outlook_sums(const struct standing_verdict *verdict) {
    bool sums = verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT;
    for (uint16_t i = 0; !sums && i < verdict->requirement->part_count; i++)
        sums = outlook_sums(&verdict->parts[i]);
    return sums;
}

/* Whether next month a line is asked of other months, and these are known. */
static bool outlook_moves(const struct standing_context *context, const struct standing_verdict *verdict) {
    bool moves = verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT ? context->usage->has_months : verdict->has_window;
    for (uint16_t i = 0; !moves && i < verdict->requirement->part_count; i++)
        moves = outlook_moves(context, &verdict->parts[i]);
    return moves && context->usage->as_of;
}

/* The line next month: with nothing new, and as it was before. Of parts likewise. */
struct outlook_next {
    const struct standing_verdict *stays, *as_before; /* NULL: it does not move */
};

static void outlook_fill(struct standing_context *context, const struct standing_verdict *verdict,
                         struct outlook_next next, struct outlook_verdict *out) {
    uint16_t parts = verdict->requirement->part_count;
    bool sum = verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT;
    *out = (struct outlook_verdict){.verdict = verdict, .missing = standing_missing(verdict)};
    out->has_customers = sum && context->usage->has_customers;
    out->moves = next.stays != NULL;
    out->has_leaving = out->moves && context->usage->has_months && outlook_sums(verdict);
    if (out->moves) out->stays = *next.stays;
    if (out->moves) out->as_before = next.as_before->met;
    if (out->has_leaving && sum) out->leaving = verdict->from;
    out->parts = pool_take(context->memory, (parts + 1u) * sizeof *out->parts);
    if (!out->parts) context->failed = true;
    for (uint16_t i = 0; out->parts && i < parts; i++) {
        struct outlook_next part = {out->moves ? &next.stays->parts[i] : NULL,
                                    out->moves ? &next.as_before->parts[i] : NULL};
        outlook_fill(context, &verdict->parts[i], part, &out->parts[i]);
    }
}

static void outlook_line(struct standing_context *context, const struct standing_verdict *verdict,
                         struct outlook_verdict *out) {
    struct standing_verdict stays, as_before;
    bool moves = outlook_moves(context, verdict);
    context->left = 1;
    if (moves) standing_verdict(context, verdict->requirement, NULL, &stays);
    context->repeated = true;
    if (moves) standing_verdict(context, verdict->requirement, NULL, &as_before);
    context->repeated = false;
    context->left = 0;
    struct outlook_next next = {moves ? &stays : NULL, moves ? &as_before : NULL};
    if (!context->failed) outlook_fill(context, verdict, next, out);
    if (!context->failed) outlook_customers(context, out);
}

static void outlook_lines(struct standing_context *context, struct outlook *outlook) {
    size_t count = outlook->standing->verdict_count;
    outlook->verdicts = pool_take(context->memory, (count + 1) * sizeof *outlook->verdicts);
    if (!outlook->verdicts) context->failed = true;
    for (size_t i = 0; !context->failed && i < count; i++)
        outlook_line(context, &outlook->standing->verdicts[i], &outlook->verdicts[i]);
    if (!context->failed) outlook_dates(context, outlook);
    if (!context->failed) outlook_warnings(context, outlook);
}

bool outlook_make(struct outlooks *outlooks, const struct standings *standings) {
    *outlooks = (struct outlooks){0};
    outlooks->all = pool_take(&outlooks->memory, (standings->count + 1) * sizeof *outlooks->all);
    bool good = outlooks->all != NULL;
    for (; good && outlooks->count < standings->count; outlooks->count++) {
        struct standing_context context;
        struct outlook *outlook = &outlooks->all[outlooks->count];
        outlook->standing = &standings->all[outlooks->count];
        good = standing_begin(&context, &outlooks->memory, &standings->usage, standings->partner, outlooks->count);
        if (good) outlook_lines(&context, outlook);
        good = good && !context.failed && !outlooks->memory.failed;
    }
    return good;
}

static bool outlook_within(const struct assay_requirement *line, const struct assay_requirement *requirement) {
    bool within = line == requirement;
    for (uint16_t i = 0; !within && i < line->part_count; i++)
        within = outlook_within(&line->parts[i], requirement);
    return within;
}

size_t outlook_line_number(const struct assay_specialization *specialization,
                           const struct assay_requirement *requirement) {
    for (uint16_t i = 0; i < specialization->requirement_count; i++)
        if (outlook_within(&specialization->requirements[i], requirement)) return i + 1u;
    return 0;
}

void outlook_free(struct outlooks *outlooks) {
    pool_free(&outlooks->memory);
    *outlooks = (struct outlooks){0};
}
