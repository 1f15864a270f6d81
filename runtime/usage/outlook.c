#include "runtime/usage/outlook_internal.h"

/* Whether a line holds a sum. */
static bool outlook_sums(const struct standing_verdict *verdict) {
    bool sums = verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT;
    for (uint16_t i = 0; !sums && i < verdict->requirement->part_count; i++)
        sums = outlook_sums(&verdict->parts[i]);
    return sums;
}

static void outlook_fill(struct standing_context *context, const struct standing_verdict *verdict,
                         const struct standing_verdict *stays, struct outlook_verdict *out) {
    uint16_t parts = verdict->requirement->part_count;
    bool sum = verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT;
    *out = (struct outlook_verdict){.verdict = verdict, .missing = standing_missing(verdict)};
    out->has_customers = sum && context->usage->has_customers;
    out->has_leaving = stays && outlook_sums(verdict);
    if (out->has_leaving) out->stays = *stays;
    if (out->has_leaving && sum) out->leaving = verdict->from;
    out->parts = pool_take(context->memory, (parts + 1u) * sizeof *out->parts);
    if (!out->parts) context->failed = true;
    for (uint16_t i = 0; out->parts && i < parts; i++)
        outlook_fill(context, &verdict->parts[i], out->has_leaving ? &stays->parts[i] : NULL, &out->parts[i]);
}

static void outlook_line(struct standing_context *context, const struct standing_verdict *verdict,
                         struct outlook_verdict *out) {
    struct standing_verdict stays;
    bool leaves = context->usage->as_of && context->usage->has_months && outlook_sums(verdict);
    context->left = 1;
    if (leaves) standing_verdict(context, verdict->requirement, NULL, &stays);
    context->left = 0;
    if (!context->failed) outlook_fill(context, verdict, leaves ? &stays : NULL, out);
    if (!context->failed) outlook_customers(context, out);
}

static void outlook_lines(struct standing_context *context, struct outlook *outlook) {
    size_t count = outlook->standing->verdict_count;
    outlook->verdicts = pool_take(context->memory, (count + 1) * sizeof *outlook->verdicts);
    if (!outlook->verdicts) context->failed = true;
    for (size_t i = 0; !context->failed && i < count; i++)
        outlook_line(context, &outlook->standing->verdicts[i], &outlook->verdicts[i]);
    if (!context->failed) outlook_dates(context, outlook);
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

void outlook_free(struct outlooks *outlooks) {
    pool_free(&outlooks->memory);
    *outlooks = (struct outlooks){0};
}
