/* main.c - prints what a row counts as. Arguments: FIELD=VALUE; fields that are not named are absent. */
#include <assay.h>

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { FIELDS_MAX = 16, WORK_MAX = 4096, WORDS_MAX = 4 };

static int set_cell(struct assay_cell *cells, const char *argument) {
    const char *equals = strchr(argument, '=');
    int field = equals ? assay_field_named(&assay_rules, argument, (size_t)(equals - argument)) : -1;
    if (field < 0) return -1;
    cells[field].text = equals + 1;
    cells[field].length = strlen(equals + 1);
    return 0;
}

int main(int count, char **arguments) {
    struct assay_cell cells[FIELDS_MAX] = {{NULL, 0}};
    uint64_t counts[WORDS_MAX], may[WORDS_MAX], work[WORK_MAX / sizeof(uint64_t)];
    struct assay_outcome outcome = {.counts = counts, .may = may};
    const struct assay_specialization *specialization;
    const struct assay_measure *measure;
    if (assay_check(&assay_rules) != ASSAY_OK || assay_rules.usage->field_count > FIELDS_MAX) return 3;
    if (assay_work_size(&assay_rules) > sizeof work || assay_measure_words(&assay_rules) > WORDS_MAX) return 3;
    for (int i = 1; i < count; i++)
        if (set_cell(cells, arguments[i]) < 0) return 2;
    if (assay_classify_text(&assay_rules, cells, work, &outcome) != ASSAY_OK) return 3;
    printf("%s:", assay_rules.usage->name);
    for (uint32_t m = 0; assay_measure_at(&assay_rules, m, &specialization, &measure) == ASSAY_OK; m++) {
        if (counts[m / 64] >> (m % 64) & 1) printf(" [%s]", measure->name);
        if (may[m / 64] >> (m % 64) & 1) printf(" [may be %s]", measure->name);
    }
    putchar('\n');
    return 0;
}
