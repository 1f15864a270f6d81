/* run_bind.c - from a header to the columns that are read. */
#include "runtime/usage/run.h"

#include "runtime/usage/bind.h"
#include "runtime/usage/foreign.h"
#include "runtime/usage/month.h"
#include "runtime/usage/refuse.h"
#include "runtime/usage/uses.h"

#include <stdlib.h>
#include <string.h>

static bool run_bind_memory(struct run *run) {
    size_t fields = run->rules->usage->field_count + 1u;
    run->uses = uses_of_fields(run->rules);
    run->columns = malloc(fields * sizeof *run->columns);
    run->assumptions = calloc(fields, sizeof *run->assumptions);
    run->slots = calloc(fields, sizeof *run->slots);
    run->slot_of_field = malloc(fields * sizeof *run->slot_of_field);
    run->row.cells = calloc(fields, sizeof *run->row.cells);
    for (size_t f = 0; run->slot_of_field && f < fields; f++)
        run->slot_of_field[f] = -1;
    return run->uses && run->columns && run->assumptions && run->slots && run->slot_of_field && run->row.cells;
}

static bool run_bind_header(struct run *run, const struct reader *reader) {
    size_t count = reader_column_count(reader);
    struct reader_cell *header = calloc(count + 1, sizeof *header);
    if (!header) return refuse_memory(&run->refusal);
    for (size_t i = 0; i < count; i++)
        header[i] = reader_column_name(reader, i);
    bool good = bind_columns(run->rules->usage, run->uses, header, count, run->columns, &run->notes, &run->refusal);
    free(header);
    return good;
}

/* The slot of the field with a role, -1 when it is absent. */
static int run_bind_role(const struct run *run, enum assay_role role) {
    int field = uses_role(run->rules->usage, role);
    return field < 0 ? -1 : run->slot_of_field[field];
}

static bool run_bind_slot(struct run *run, uint16_t field) {
    struct run_slot *slot = &run->slots[run->slot_count];
    run->slot_of_field[field] = (int)run->slot_count++;
    slot->column = run->columns[field];
    slot->uses = run->uses[field];
    if (slot->uses & USE_CONDITION) run->outcomes.codes[field] = ASSAY_BLANK; /* no longer absent */
    column_init(&slot->reader, run->rules, field, slot->uses & USE_CONDITION, slot->uses & USE_CUSTOMER);
    slot->cells = calloc(READER_BATCH, sizeof *slot->cells);
    return slot->cells != NULL;
}

static bool run_bind_flag(struct run *run) {
    const struct assay_cross_check *check = run->rules->usage->cross_check;
    struct column *column = &run->slots[run->flag].reader;
    bool good = true;
    for (size_t i = 0; good && i < check->dropped_count; i++)
        good = column_preload(column, check->dropped[i]);
    for (size_t i = 0; good && i < check->kept_count; i++)
        good = column_preload(column, check->kept[i]);
    return good;
}

/* Texts that name no customer, and what the flag may say, get the first numbers of their columns. */
static bool run_bind_texts(struct run *run) {
    const struct assay_usage *usage = run->rules->usage;
    bool good = true;
    if (run->customer >= 0) {
        struct column *column = &run->slots[run->customer].reader;
        const struct assay_field *field = &usage->fields[column->field];
        for (size_t i = 0; good && i < field->except_count; i++)
            good = column_preload(column, field->except[i]);
        run->nobodies = column->texts.count;
    }
    if (run->flag >= 0 && run->flag != run->customer) good = good && run_bind_flag(run);
    return good;
}

static bool run_bind_slots(struct run *run) {
    const struct assay_usage *usage = run->rules->usage;
    for (uint16_t f = 0; f < usage->field_count; f++)
        if (run->uses[f] && run->columns[f] != BIND_ABSENT && !run_bind_slot(run, f)) return false;
    run->amount = run_bind_role(run, ASSAY_AMOUNT);
    run->month = run_bind_role(run, ASSAY_MONTH);
    run->customer = run_bind_role(run, ASSAY_CUSTOMER);
    run->flag = usage->cross_check ? run->slot_of_field[usage->cross_check->field] : -1;
    return run_bind_texts(run);
}

static uint32_t run_customer_assumed(const struct assay_field *field, const char *text) {
    if (!text || assay_is_blank(text, strlen(text))) return LEDGER_NOBODY;
    for (size_t i = 0; i < field->except_count; i++)
        if (assay_same(field->except[i], strlen(field->except[i]), text, strlen(text))) return LEDGER_NOBODY;
    return 0;
}

/* Constant cells: the codes of assumed fields, the month and the customer. */
static void run_bind_assumed(struct run *run) {
    const struct assay_usage *usage = run->rules->usage;
    run->month_assumed = LEDGER_NEVER;
    run->customer_assumed = LEDGER_NOBODY;
    for (uint16_t f = 0; f < usage->field_count; f++) {
        const char *text = run->assumptions[f].text;
        if (!text) continue;
        if (run->uses[f] & USE_CONDITION) run->outcomes.codes[f] = assay_intern(run->rules, f, text, strlen(text));
        if (run->uses[f] & USE_MONTH) run->month_assumed = month_parse(text, strlen(text));
        if (run->uses[f] & USE_CUSTOMER) run->customer_assumed = run_customer_assumed(&usage->fields[f], text);
    }
}

static void run_bind_once(struct run *run) {
    for (uint16_t f = 0; f < run->rules->usage->field_count; f++) {
        if (!run_once_lacks(run, f)) continue;
        run->key_absent = run->key_absent || run->uses[f] & USE_KEY;
        run->claim_absent = run->claim_absent || run->uses[f] & USE_CLAIM;
    }
}

/* How repeats are treated: the rules say whether there can be any. */
static bool run_bind_repeats(struct run *run, struct reader *reader) {
    bool asked = run->options.repeats != ONCE_REPEATS_UNKNOWN;
    if (!run->rules->usage->no_repeats)
        return !asked || refuse(&run->refusal, "leave --repeats out",
                                "these rules do not say that an export holds no record twice, so none is a repeat");
    if (!likeness_init(&run->likeness)) return refuse(&run->refusal, NULL, "the system has no random bytes");
    run->repeats = asked ? run->options.repeats : ONCE_REPEATS_UNDECIDED;
    reader_liken(reader, &run->likeness);
    return true;
}

static bool run_need_amount(struct run *run) {
    int f = uses_role(run->rules->usage, ASSAY_AMOUNT);
    if (!run->options.need_amount || run->amount >= 0 || f < 0) return true;
    const struct assay_field *field = &run->rules->usage->fields[f];
    return refuse(&run->refusal, "export the file with this column; `assay classify` works without it",
                  "the file has no column \"%.100s\" (%.100s), so there is nothing to sum",
                  field->column_count ? field->columns[0] : field->name, field->name);
}

static bool run_select(struct run *run, struct reader *reader) {
    uint32_t *columns = calloc(run->slot_count + 1, sizeof *columns);
    for (size_t s = 0; columns && s < run->slot_count; s++)
        columns[s] = run->slots[s].column;
    bool good = columns && reader_select(reader, columns, run->slot_count);
    free(columns);
    return good || refuse_memory(&run->refusal);
}

/* A column that occurs twice is a fault of a header; that no column is known may have another reason. */
static bool run_bind_refused(struct run *run, struct reader *reader) {
    for (size_t f = 0; f < run->rules->usage->field_count; f++)
        if (run->columns[f] != BIND_ABSENT) return false;
    return foreign_explain(reader, NULL, NULL, &run->refusal);
}

bool run_bind(struct run *run, struct reader *reader) {
    if (!run_bind_memory(run)) return refuse_memory(&run->refusal);
    if (!bind_know(run->rules->usage, reader) || !foreign_know(reader)) return refuse_memory(&run->refusal);
    if (!run_bind_header(run, reader)) return run_bind_refused(run, reader);
    if (!assume_apply(run->rules, run->columns, run->options.assume, run->options.assume_count, run->assumptions,
                      &run->refusal))
        return false;
    if (!run_bind_slots(run)) return refuse_memory(&run->refusal);
    if (!run_need_amount(run)) return foreign_explain(reader, NULL, NULL, &run->refusal);
    if (run->amount < 0 && !foreign_may_be_usage(reader, &run->refusal)) return false;
    run_bind_assumed(run);
    run_bind_once(run);
    if (!run_bind_repeats(run, reader)) return false;
    return !run->notes.failed ? run_select(run, reader) : refuse_memory(&run->refusal);
}
