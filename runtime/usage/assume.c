#include "runtime/usage/assume.h"

#include "runtime/usage/bind.h"
#include "runtime/usage/month.h"
#include "runtime/usage/names.h"
#include "runtime/usage/refuse.h"
#include "runtime/base/utf8.h"

#include <stdio.h>
#include <string.h>

#define ASSUME_REMEDY "write 'FIELD=VALUE' or 'FIELD=blank'"

static bool assume_unknown(const struct assay_usage *usage, const char *name, size_t length,
                           struct reader_refusal *refusal) {
    char remedy[200];
    const char *nearest = names_nearest_field(usage, name, length);
    snprintf(remedy, sizeof remedy, "did you mean '%.120s'?", nearest ? nearest : "");
    return refuse(refusal, nearest ? remedy : "`assay rules` lists the fields", "no field is called '%.*s'",
                  (int)(length < 100 ? length : 100), name);
}

static bool assume_value(const char *value, struct reader_refusal *refusal) {
    size_t length = strlen(value);
    if (!utf8_valid(value, length)) return refuse(refusal, NULL, "the value is not UTF-8");
    if (assay_is_blank(value, length))
        return refuse(refusal, "write FIELD=blank", length ? "NULL is not a value" : "the value is missing");
    return true;
}

bool assume_parse(const struct assay_ruleset *rules, const char *argument, int *field, const char **value,
                  struct reader_refusal *refusal) {
    const char *equals = strchr(argument, '=');
    if (!equals) return refuse(refusal, ASSUME_REMEDY, "'%.100s' names no value", argument);
    size_t length = (size_t)(equals - argument);
    *field = names_field(rules, argument, length);
    if (*field < 0) return assume_unknown(rules->usage, argument, length, refusal);
    *value = equals + 1;
    if (!assume_value(*value, refusal)) return false;
    if (assay_same(*value, strlen(*value), "blank", 5)) *value = "";
    return true;
}

static bool assume_month(const char *value, struct reader_refusal *refusal) {
    if (month_parse(value, strlen(value)) >= 0) return true;
    return refuse(refusal, "write a month such as 2023-04", "'%.60s' is not a month", value);
}

static bool assume_one(const struct assay_ruleset *rules, const uint32_t *columns, const char *argument,
                       struct assumption *assumptions, struct reader_refusal *refusal) {
    int f;
    const char *value;
    if (!assume_parse(rules, argument, &f, &value, refusal)) return false;
    const struct assay_field *field = &rules->usage->fields[f];
    if (columns[f] != BIND_ABSENT)
        return refuse(refusal, "an assumption is for a column that the file lacks; leave it out",
                      "'%.100s' is present in the file and cannot be assumed", field->name);
    if (field->role == ASSAY_AMOUNT)
        return refuse(refusal, "export the file with this column", "'%.100s', the amount, cannot be assumed",
                      field->name);
    if (field->role == ASSAY_MONTH && !assume_month(value, refusal)) return false;
    bool same =
        assumptions[f].text && assay_same(assumptions[f].text, strlen(assumptions[f].text), value, strlen(value));
    if (assumptions[f].text && !same)
        return refuse(refusal, "leave one of them out", "'%.100s' is assumed twice: '%.60s' and '%.60s'", field->name,
                      *assumptions[f].text ? assumptions[f].text : "blank", *value ? value : "blank");
    assumptions[f].text = value;
    return true;
}

/* What the rules call reasonable, for columns that are absent and not assumed otherwise. */
static void assume_declared(const struct assay_usage *usage, const uint32_t *columns, struct assumption *assumptions) {
    for (size_t f = 0; f < usage->field_count; f++) {
        const struct assay_field *field = &usage->fields[f];
        if (columns[f] != BIND_ABSENT || assumptions[f].text) continue;
        if (field->assume == ASSAY_ASSUME_BLANK) assumptions[f].text = "";
        if (field->assume == ASSAY_ASSUME_VALUE) assumptions[f].text = field->assumed;
        assumptions[f].declared = assumptions[f].text != NULL;
    }
}

/* A word that is neither an assumption nor `declared`, which it may mean. */
static bool assume_word(const char *argument, struct reader_refusal *refusal) {
    static const char *const words[] = {"declared"};
    const char *near = names_nearest(words, 1, argument);
    return refuse(refusal, near ? "did you mean `--assume declared`?" : ASSUME_REMEDY ", or `declared`",
                  "'%.100s' names no value", argument);
}

bool assume_apply(const struct assay_ruleset *rules, const uint32_t *columns, const char *const *arguments,
                  size_t count, struct assumption *assumptions, struct reader_refusal *refusal) {
    bool declared = false;
    for (size_t f = 0; f < rules->usage->field_count; f++)
        assumptions[f] = (struct assumption){0};
    for (size_t i = 0; i < count; i++) {
        if (strcmp(arguments[i], "declared") == 0)
            declared = true;
        else if (!strchr(arguments[i], '='))
            return assume_word(arguments[i], refusal);
        else if (!assume_one(rules, columns, arguments[i], assumptions, refusal))
            return false;
    }
    if (declared) assume_declared(rules->usage, columns, assumptions);
    return true;
}
