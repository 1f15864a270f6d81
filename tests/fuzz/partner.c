/* Any bytes as what a partner states about itself, as an export of training and as one of active users; and, parted by
 * lines of `%%`, as all three beside one another, whose answers must not depend on their order. */
#define _GNU_SOURCE
#include "runtime/usage/partner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const char *const titles[] = {"Microsoft Certified: Security Operations Analyst Associate"};
static const struct partner_certification_name codes[] = {{"SC-200", titles, 1}, {"AZ-500", NULL, 0}};
static const char *const workloads[] = {"Microsoft Defender for Identity", "Exchange Online"};
static const struct partner_metric_name metrics[] = {{"Identity", workloads, 1}, {"Both", workloads, 2}};
static const char *const code_names[] = {"SC-200", "AZ-500"};
static const char *const metric_names[] = {"Identity", "Both"};
static const struct partner_names checked = {
    .certifications = code_names, .certification_count = 2, .metrics = metric_names, .metric_count = 2};
static const struct partner_names unchecked = {0};
static const uint32_t days[] = {20230101, 20240601, 20991231};

static void expect(bool holds) {
    if (!holds) abort();
}

/* ---- Inputs ---- */

struct part {
    const uint8_t *bytes;
    size_t size;
};

static bool read_file(struct partner *partner, enum partner_kind kind, const char *path,
                      const struct partner_names *names) {
    if (kind == PARTNER_STATEMENT) return partner_read_statement(partner, path, names);
    if (kind == PARTNER_TRAINING) return partner_read_training(partner, path, codes, 2);
    return partner_read_workloads(partner, path, metrics, 2);
}

static bool read_part(struct partner *partner, enum partner_kind kind, struct part part,
                      const struct partner_names *names) {
    char path[64];
    int file = memfd_create("partner", 0);
    expect(file >= 0 && write(file, part.bytes, part.size) == (ssize_t)part.size);
    lseek(file, 0, SEEK_SET);
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    bool good = read_file(partner, kind, path, names);
    close(file);
    return good;
}

/* ---- What must hold ---- */

static void check_remarks(const struct partner *partner, bool good) {
    struct text out = {0};
    expect(good || partner->remarks.errors > 0);
    for (size_t i = 0; i < partner->remarks.count; i++)
        expect(partner->remarks.items[i].what[0] != '\0');
    remarks_write(&partner->remarks, &out);
    expect(!out.failed);
    text_free(&out);
}

static void check_certifications(const struct partner *partner) {
    for (size_t i = 0; i < partner->certification_count; i++) {
        const struct partner_certification *entry = &partner->certifications[i];
        expect(!entry->until || entry->since <= entry->until);
        expect(!entry->since_or || entry->since < entry->since_or);
        expect(!entry->until_or || entry->until_or < entry->until);
        expect(i == 0 || entry->person.number >= entry[-1].person.number);
        struct partner_count count = partner_people(partner, &entry->code.text, 1, entry->since);
        expect(count.certain <= count.possible && count.possible > 0);
    }
}

static void check_months(const struct partner *partner) {
    for (size_t m = 0; m < partner->metric_count; m++) {
        const struct partner_metric *metric = &partner->metrics[m];
        for (size_t i = 0; i < metric->month_count; i++) {
            assay_money value = -1;
            bool known = partner_metric_value(partner, metric->name.text, metric->months[i].month, &value);
            expect(i == 0 || metric->months[i].month > metric->months[i - 1].month);
            expect(known == metric->months[i].known && (!known || value >= 0));
        }
    }
}

static void check(const struct partner *partner, bool good) {
    check_remarks(partner, good);
    if (!good) return;
    check_certifications(partner);
    check_months(partner);
}

/* ---- Beside one another ---- */

static const char part_mark[] = "\n%%\n";

static struct part next_part(struct part *rest) {
    const uint8_t *end = rest->size ? memmem(rest->bytes, rest->size, part_mark, sizeof part_mark - 1) : NULL;
    struct part part = {rest->bytes, end ? (size_t)(end - rest->bytes) + 1 : rest->size};
    size_t taken = end ? part.size + 3 : part.size;
    *rest = (struct part){rest->bytes + taken, rest->size - taken};
    return part;
}

static void compare(const struct partner *a, const struct partner *b) {
    expect(a->certification_count == b->certification_count && a->metric_count == b->metric_count);
    for (size_t d = 0; d < sizeof days / sizeof *days; d++) {
        struct partner_count x = partner_people(a, code_names, 2, days[d]);
        struct partner_count y = partner_people(b, code_names, 2, days[d]);
        expect(x.certain == y.certain && x.possible == y.possible && x.bounded == y.bounded);
    }
    for (size_t m = 0; m < a->metric_count; m++)
        for (size_t i = 0; i < a->metrics[m].month_count; i++) {
            assay_money x = 0, y = 0;
            const char *name = a->metrics[m].name.text;
            int32_t month = a->metrics[m].months[i].month;
            expect(partner_metric_value(a, name, month, &x) == partner_metric_value(b, name, month, &y) && x == y);
            for (int r = 0; r < PARTNER_READINGS; r++)
                expect(partner_metric_reading(a, name, month, r, &x) == partner_metric_reading(b, name, month, r, &y) &&
                       x == y);
        }
}

static void all_three(struct part rest) {
    struct part parts[PARTNER_KINDS];
    struct partner forth = {0}, back = {0};
    bool good = true, again = true;
    for (int k = 0; k < PARTNER_KINDS; k++)
        parts[k] = next_part(&rest);
    for (int k = 0; k < PARTNER_KINDS; k++)
        good = read_part(&forth, (enum partner_kind)k, parts[k], &unchecked) && good;
    for (int k = PARTNER_KINDS - 1; k >= 0; k--)
        again = read_part(&back, (enum partner_kind)k, parts[k], &unchecked) && again;
    expect(good == again);
    check(&forth, good);
    if (good) compare(&forth, &back);
    partner_free(&forth);
    partner_free(&back);
}

static void each_alone(struct part all) {
    for (int k = 0; k < PARTNER_KINDS; k++) {
        struct partner partner = {0};
        check(&partner, read_part(&partner, (enum partner_kind)k, all, &checked));
        partner_free(&partner);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct part all = {bytes, size};
    if (size && memmem(bytes, size, part_mark, sizeof part_mark - 1))
        all_three(all);
    else
        each_alone(all);
    return 0;
}
