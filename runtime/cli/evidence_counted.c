/* evidence_counted.c - the rows that each requirement's sum is made of, and what each customer holds of it. */
#include "runtime/cli/evidence.h"

#include "runtime/cli/interrupt.h"
#include "runtime/cli/slug.h"
#include "runtime/usage/csv.h"
#include "runtime/usage/month.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define COUNTED_OPEN 32 /* files that are written in one pass over the rows */

#define COUNTED_ROWS      "row,line,month,customer,association,certain,possible,answer,amount\n"
#define COUNTED_CUSTOMERS "kind,customer,counts,rows_certain,rows_undecided,certain,undecided,possible\n"

/* A sum of a requirement, or of a part of one. */
struct counted_list {
    size_t specialization;
    const struct standing_verdict *verdict;
    struct ledger_question question;
    char *name; /* without the ending */
    FILE *file;
    struct tally certain, undecided; /* of the rows as written */
};

struct counting {
    const struct folder *folder;
    const struct report *report;
    struct run *run;
    char (*slugs)[SLUG_MAX + 8]; /* of specializations, each once */
    struct counted_list *lists;
    size_t count;
    struct pool memory;
    struct text line;
};

/* ---- Names ---- */

static bool counting_is_taken(const struct counting *counting, size_t before, const char *slug) {
    for (size_t s = 0; s < before; s++)
        if (strcmp(counting->slugs[s], slug) == 0) return true;
    return false;
}

static bool counting_name(struct counting *counting) {
    const struct assay_ruleset *rules = counting->run->rules;
    counting->slugs = calloc(rules->specialization_count + 1u, sizeof *counting->slugs);
    for (size_t s = 0; counting->slugs && s < rules->specialization_count; s++) {
        char slug[SLUG_MAX];
        slug_make(slug, rules->specializations[s]->name);
        strcpy(counting->slugs[s], slug);
        for (unsigned i = 2; counting_is_taken(counting, s, counting->slugs[s]); i++)
            snprintf(counting->slugs[s], sizeof *counting->slugs, "%s-%u", slug, i);
    }
    return counting->slugs != NULL;
}

/* ---- Which sums there are ---- */

static bool counting_add(struct counting *counting, size_t specialization, const struct standing_verdict *verdict,
                         const char *number) {
    struct counted_list *lists = realloc(counting->lists, (counting->count + 1) * sizeof *lists);
    struct text name = {0};
    char slug[SLUG_MAX];
    if (!lists) return false;
    counting->lists = lists;
    slug_make(slug, verdict->requirement->text);
    text_addf(&name, "counted/%s/%s-%s", counting->slugs[specialization], number, slug);
    lists[counting->count++] =
        (struct counted_list){.specialization = specialization, .verdict = verdict, .name = name.data};
    return !name.failed && standing_asked(&counting->report->standings, specialization, verdict, &counting->memory,
                                          &lists[counting->count - 1].question);
}

static bool counting_verdict(struct counting *counting, size_t specialization, const struct standing_verdict *verdict,
                             const char *number) {
    const struct assay_requirement *requirement = verdict->requirement;
    if (requirement->kind == ASSAY_REQUIRES_AMOUNT && !counting_add(counting, specialization, verdict, number))
        return false;
    bool good = true;
    for (uint16_t p = 0; good && verdict->parts && p < requirement->part_count; p++) {
        struct text inner = {0};
        text_addf(&inner, "%s.%u", number, p + 1u);
        good = !inner.failed && counting_verdict(counting, specialization, &verdict->parts[p], inner.data);
        text_free(&inner);
    }
    return good;
}

/* Lines are numbered as the specialization has them, those out of force as well. */
static bool counting_standing(struct counting *counting, size_t specialization, const struct standing *standing) {
    const struct assay_requirement *first = standing->specialization->requirements;
    bool good = true;
    for (size_t v = 0; good && v < standing->verdict_count; v++) {
        char number[24];
        snprintf(number, sizeof number, "%02lu", (unsigned long)(standing->verdicts[v].requirement - first) + 1);
        good = counting_verdict(counting, specialization, &standing->verdicts[v], number);
    }
    return good;
}

/* ---- Rows ---- */

static void counting_customer(const struct counting *counting, uint32_t customer, struct text *out) {
    const struct dictionary *customers = counting->report->standings.usage.customers;
    size_t length = 0;
    const char *text = customers && customer < customers->count ? dictionary_at(customers, customer, &length) : "";
    csv_add_text(out, text, length);
}

static void counting_amount(struct text *out, assay_money amount) {
    char exact[ASSAY_MONEY_TEXT];
    assay_money_exact(exact, amount);
    text_add(out, exact);
}

/* The measures of the line within a set, as one cell. */
static void counting_measures(const struct counting *counting, const struct counted_list *list, const uint64_t *set,
                              struct text *out) {
    const struct assay_ruleset *rules = counting->run->rules;
    const struct assay_specialization *specialization = rules->specializations[list->specialization];
    struct text names = {0};
    uint32_t number = 0;
    for (size_t s = 0; s < list->specialization; s++)
        number += rules->specializations[s]->measure_count;
    text_add(&names, "");
    for (uint16_t m = 0; m < specialization->measure_count; m++, number++)
        if (set[number / 64] & list->question.measures[number / 64] & UINT64_C(1) << number % 64)
            text_addf(&names, "%s%s", names.length ? "; " : "", specialization->measures[m].name);
    if (names.failed)
        out->failed = true;
    else
        csv_add_text(out, names.data, names.length);
    text_free(&names);
}

static enum assay_answer counting_asked(const struct counting *counting, const struct counted_list *list,
                                        const struct counted_row *row) {
    const struct outcomes *outcomes = &counting->run->outcomes;
    const struct outcome *outcome = &outcomes->all[row->outcome];
    if (row->month < list->question.from || row->month > list->question.until) return ASSAY_NO;
    if (outcomes_meet(outcomes, outcome->counts, list->question.measures))
        return list->question.undecided ? ASSAY_CANNOT_TELL : ASSAY_YES;
    return outcomes_meet(outcomes, outcome->may, list->question.measures) ? ASSAY_CANNOT_TELL : ASSAY_NO;
}

static bool counting_write_row(struct counting *counting, struct counted_list *list, const struct counted_row *row,
                               const struct text *claim) {
    enum assay_answer answer = counting_asked(counting, list, row);
    const struct outcome *outcome = &counting->run->outcomes.all[row->outcome];
    struct text *line = &counting->line;
    if (answer == ASSAY_NO) return true;
    text_clear(line);
    text_addf(line, "%llu,%llu,", (unsigned long long)row->row, (unsigned long long)row->line);
    char month[MONTH_TEXT] = "";
    if (row->month >= 0) month_text(month, row->month);
    text_addf(line, "%s,", month);
    counting_customer(counting, row->customer, line);
    text_add_char(line, ',');
    csv_add_text(line, claim->data ? claim->data : "", claim->length);
    text_add_char(line, ',');
    counting_measures(counting, list, outcome->counts, line);
    text_add_char(line, ',');
    counting_measures(counting, list, outcome->may, line);
    text_add(line, answer == ASSAY_YES ? ",certain," : ",cannot tell,");
    counting_amount(line, row->amount);
    text_add_char(line, '\n');
    errno = ENOMEM; /* what a text that failed means */
    return tally_add(answer == ASSAY_YES ? &list->certain : &list->undecided, row->amount) &&
           text_write(line, list->file);
}

static bool counting_pass(struct counting *counting, struct counted_list *lists, size_t count) {
    struct counted *counted = &counting->run->counted;
    struct counted_row row;
    struct text claim = {0};
    bool good = counted_rewind(counted);
    for (uint64_t i = 0; good && i < counted->count; i++) {
        good = counted_next(counted, &row, &claim);
        for (size_t l = 0; good && l < count; l++)
            good = counting_write_row(counting, &lists[l], &row, &claim);
        if (i % 4096 == 0 && interrupt_came()) good = false;
    }
    text_free(&claim);
    return good;
}

static FILE *counting_open(const struct counting *counting, const struct counted_list *list, const char *ending) {
    struct text name = {0};
    text_addf(&name, "%s%s", list->name, ending);
    FILE *file = name.failed ? NULL : folder_create(counting->folder, name.data);
    text_free(&name);
    return file;
}

static bool counting_rows(struct counting *counting, size_t from, size_t until) {
    bool good = true;
    for (size_t l = from; good && l < until; l++) {
        counting->lists[l].file = counting_open(counting, &counting->lists[l], ".csv");
        good = counting->lists[l].file && fputs(COUNTED_ROWS, counting->lists[l].file) >= 0;
    }
    good = good && counting_pass(counting, &counting->lists[from], until - from);
    for (size_t l = from; l < until; l++) {
        int error = errno;
        if (counting->lists[l].file && !folder_close(counting->lists[l].file) && good)
            good = false;
        else
            errno = error;
        counting->lists[l].file = NULL;
    }
    return good;
}

/* ---- Customers ---- */

/* What is written of one list's customers. */
struct counted_customers {
    struct counting *counting;
    FILE *file;
    struct tally certain, undecided; /* of all that are named */
    bool failed;
};

static void customers_write(struct counted_customers *customers, const char *kind,
                            const struct ledger_customer *customer, const char *counts) {
    struct text *line = &customers->counting->line;
    text_clear(line);
    text_addf(line, "%s,", kind);
    counting_customer(customers->counting, customer->customer, line);
    text_addf(line, ",%s,%llu,%llu,", counts, (unsigned long long)customer->certain.rows,
              (unsigned long long)customer->undecided.rows);
    counting_amount(line, tally_net(&customer->certain));
    text_add_char(line, ',');
    counting_amount(line, tally_net(&customer->undecided));
    text_add_char(line, ',');
    counting_amount(line, tally_net(&customer->certain) + tally_net(&customer->undecided));
    text_add_char(line, '\n');
    if (line->failed) errno = ENOMEM;
    customers->failed = !text_write(line, customers->file) || customers->failed;
}

static void customers_visit(void *context, const struct ledger_customer *customer) {
    struct counted_customers *customers = context;
    bool certain = ledger_least(customer) > 0, may = ledger_greatest(customer) > 0;
    customers->failed = !tally_merge(&customers->certain, &customer->certain) ||
                        !tally_merge(&customers->undecided, &customer->undecided) || customers->failed;
    customers_write(customers, "customer", customer, certain ? "yes" : may ? "cannot tell" : "no");
}

static void customers_take(struct tally *from, const struct tally *what) {
    from->rows -= what->rows;
    from->positive -= what->positive;
    from->negative -= what->negative;
}

/* The rows as written sum to what the report says; or else the program is wrong, and nobody is told otherwise. */
static bool customers_agree(const struct counted_list *list) {
    const struct standing_verdict *verdict = list->verdict;
    assay_money certain = tally_net(&list->certain);
    return certain == verdict->certain && certain + tally_net(&list->undecided) == verdict->possible;
}

static bool counting_customers(struct counting *counting, const struct counted_list *list) {
    struct counted_customers customers = {counting, counting_open(counting, list, ".customers.csv"), {0}, {0}, false};
    const struct standing_usage *usage = &counting->report->standings.usage;
    struct ledger_customer nobody = {LEDGER_NOBODY, list->certain, list->undecided};
    struct ledger_customer total = nobody;
    if (!customers.file) return false;
    bool good =
        fputs(COUNTED_CUSTOMERS, customers.file) >= 0 &&
        ledger_customers(usage->ledger, usage->outcomes, &list->question, customers_visit, &customers) == LEDGER_OK;
    customers_take(&nobody.certain, &customers.certain);
    customers_take(&nobody.undecided, &customers.undecided);
    if (nobody.certain.rows || nobody.undecided.rows) customers_write(&customers, "nobody", &nobody, "");
    customers_write(&customers, "total", &total, "");
    if (good && !customers.failed && !customers_agree(list)) errno = EPROTO;
    bool agree = customers_agree(list);
    return folder_close(customers.file) && good && !customers.failed && agree;
}

/* ---- All ---- */

static bool counting_prepare(struct counting *counting) {
    const struct report *report = counting->report;
    bool good = counting_name(counting);
    for (size_t s = 0; good && s < report->standings.count; s++)
        if (!report->only || report->only == report->standings.all[s].specialization)
            good = counting_standing(counting, s, &report->standings.all[s]);
    return good;
}

static bool counting_write(struct counting *counting) {
    bool good = true;
    for (size_t l = 0; good && l < counting->count; l += COUNTED_OPEN) {
        size_t until = l + COUNTED_OPEN < counting->count ? l + COUNTED_OPEN : counting->count;
        good = counting_rows(counting, l, until);
    }
    for (size_t l = 0; good && l < counting->count; l++)
        good = counting_customers(counting, &counting->lists[l]);
    return good;
}

bool evidence_counted(const struct folder *folder, const struct report *report, struct run *run) {
    struct counting counting = {.folder = folder, .report = report, .run = run};
    bool good = counting_prepare(&counting);
    if (!good) errno = ENOMEM;
    good = good && counting_write(&counting);
    int error = errno;
    for (size_t l = 0; l < counting.count; l++)
        free(counting.lists[l].name);
    free(counting.lists);
    free(counting.slugs);
    pool_free(&counting.memory);
    text_free(&counting.line);
    errno = error;
    return good;
}
