#include "runtime/usage/partner.h"

#include "runtime/usage/partner_internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- Texts ---- */

const char *partner_text_problem(const char *text, size_t length, const char **remedy) {
    *remedy = "write at most 256 bytes";
    if (length > PARTNER_TEXT_MAX) return "too long";
    *remedy = "write a text";
    return assay_is_blank(text, length) ? "blank" : NULL;
}

static bool partner_text_room(struct partner *partner) {
    if (partner->numbers.count < partner->text_room) return true;
    size_t room = partner->text_room ? partner->text_room * 2 : 64;
    const char **texts = realloc(partner->texts, room * sizeof *texts);
    if (texts) partner->texts = texts;
    struct partner_person *people = realloc(partner->people, room * sizeof *people);
    if (people) partner->people = people;
    if (!texts || !people) return false;
    memset(people + partner->text_room, 0, (room - partner->text_room) * sizeof *people);
    partner->text_room = room;
    return true;
}

static struct partner_name partner_no_name(struct partner *partner) {
    partner->failed = true;
    return (struct partner_name){NULL, 0};
}

struct partner_name partner_intern(struct partner *partner, const char *text, size_t length) {
    char folded[PARTNER_TEXT_MAX];
    if (length > sizeof folded || !partner_text_room(partner)) return partner_no_name(partner);
    uint32_t before = partner->numbers.count;
    uint32_t number = dictionary_put(&partner->numbers, folded, assay_fold(folded, text, length));
    if (number == DICTIONARY_NONE) return partner_no_name(partner);
    if (number == before) partner->texts[number] = pool_text(&partner->pool, text, length);
    if (!partner->texts[number]) return partner_no_name(partner);
    return (struct partner_name){partner->texts[number], number};
}

bool partner_find(const struct partner *partner, const char *text, uint32_t *number) {
    char folded[PARTNER_TEXT_MAX];
    size_t length = strlen(text);
    if (length > sizeof folded) return false;
    *number = dictionary_find(&partner->numbers, folded, assay_fold(folded, text, length));
    return *number != DICTIONARY_NONE;
}

/* ---- Entries ---- */

void *partner_room(struct partner *partner, void *items, size_t count, size_t size) {
    bool full = count == 0 || (count >= 8 && (count & (count - 1)) == 0);
    if (!full) return items;
    void *more = realloc(items, (count ? count * 2 : 8) * size);
    if (!more) partner->failed = true;
    return more;
}

void partner_add_certification(struct partner *partner, const struct partner_certification *certification) {
    struct partner_certification *items =
        partner_room(partner, partner->certifications, partner->certification_count, sizeof *items);
    if (!items) return;
    partner->certifications = items;
    items[partner->certification_count++] = *certification;
}

struct partner_metric *partner_metric(struct partner *partner, struct partner_name name, struct partner_place place) {
    for (size_t m = 0; m < partner->metric_count; m++)
        if (partner->metrics[m].name.number == name.number) return &partner->metrics[m];
    struct partner_metric *items = partner_room(partner, partner->metrics, partner->metric_count, sizeof *items);
    if (!items) return NULL;
    partner->metrics = items;
    items[partner->metric_count] = (struct partner_metric){.name = name, .place = place};
    return &items[partner->metric_count++];
}

void partner_add_month(struct partner *partner, struct partner_metric *metric, const struct partner_month *month) {
    struct partner_month *items = partner_room(partner, metric->months, metric->month_count, sizeof *items);
    if (!items) return;
    metric->months = items;
    struct partner_month *added = &items[metric->month_count++];
    *added = *month;
    for (int r = 0; r < PARTNER_READINGS && !month->doubtful; r++)
        added->by[r] = (struct partner_reading){true, month->known, month->value};
}

/* ---- Inputs ---- */

bool partner_refuse(struct partner *partner, const struct reader_refusal *refusal) {
    remarks_error(&partner->remarks, (struct remark_place){refusal->line, 0}, refusal->remedy, "%s", refusal->message);
    return false;
}

struct input *partner_open(struct partner *partner, enum partner_kind kind, const char *path) {
    static const char *const kinds[] = {"partner file", "export of training", "export of active users"};
    struct partner_input *known = &partner->inputs[kind];
    struct reader_refusal refusal = {0};
    remarks_begin(&partner->remarks, path);
    if (known->path) {
        remarks_error(&partner->remarks, (struct remark_place){0, 0}, "name one", "a second %s", kinds[kind]);
        return NULL;
    }
    struct input *input = input_open(path, &refusal);
    if (!input) partner_refuse(partner, &refusal);
    if (input) known->path = pool_text(&partner->pool, path, strlen(path));
    return input;
}

bool partner_close(struct partner *partner, enum partner_kind kind, struct input *input) {
    struct partner_input *known = &partner->inputs[kind];
    struct remark_place nowhere = {0, 0};
    bool drained = input_drain(input);
    if (!drained) remarks_error(&partner->remarks, nowhere, NULL, "cannot be read: %s", strerror(errno));
    known->bytes = input_bytes(input);
    bool good = drained && input_hash(input, known->sha256);
    if (drained && !good) remarks_error(&partner->remarks, nowhere, NULL, "the SHA-256 of the file cannot be computed");
    if (good) partner_merge(partner);
    partner->failed = partner->failed || partner->pool.failed || partner->remarks.failed || partner->numbers.failed;
    if (partner->failed) remarks_error(&partner->remarks, nowhere, NULL, "out of memory");
    return good && !partner->failed;
}

void partner_free(struct partner *partner) {
    for (size_t m = 0; m < partner->metric_count; m++)
        free(partner->metrics[m].months);
    free(partner->metrics);
    free(partner->designations);
    free(partner->certifications);
    free(partner->audits);
    free(partner->references);
    free(partner->earned);
    free(partner->texts);
    free(partner->people);
    dictionary_free(&partner->numbers);
    remarks_free(&partner->remarks);
    pool_free(&partner->pool);
    *partner = (struct partner){0};
}
