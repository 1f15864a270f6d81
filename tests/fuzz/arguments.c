/* Any lines as the arguments of `assay why`, which runs when they make a row up; and each as an assumption, a day, a
 * month and an amount: what is taken is what it says when it is written again. */
#include "runtime/cli/command.h"
#include "runtime/usage/assume.h"
#include "runtime/usage/bind.h"
#include "runtime/usage/month.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* No option that writes a file or loads one. */
static const struct command why = {"why", "", "help\n", "adfsmnch", "text, json", true, why_run};

#define ARGUMENTS 16 /* at most */

static void expect(bool holds) {
    if (!holds) abort();
}

/* ---- Each alone ---- */

static void fuzz_day(const char *text) {
    char again[16];
    uint32_t day = date_parse(text, strlen(text));
    struct date_ways ways = date_ways(text, strlen(text));
    const uint32_t days[] = {ways.day_first, ways.month_first};
    snprintf(again, sizeof again, "%04u-%02u-%02u", day / 10000 % 10000, day / 100 % 100, day % 100);
    expect(day == 0 || (strcmp(again, text) == 0 && ways.day_first == day && ways.month_first == day));
    for (int i = 0; i < 2; i++)
        expect(days[i] == 0 || (days[i] / 100 % 100 - 1 < 12 && days[i] % 100 - 1 < 31 && days[i] < 99991232));
}

static void fuzz_month(const char *text) {
    char again[MONTH_TEXT];
    int month = month_parse(text, strlen(text));
    if (month == MONTH_UNREADABLE) return;
    expect(month >= 12 && month_text(again, month) == 7 && month_parse(again, 7) == month);
}

static void fuzz_amount(const char *text) {
    char again[ASSAY_MONEY_TEXT];
    assay_money amount, same;
    if (assay_money_parse(text, strlen(text), &amount) != ASSAY_OK) return;
    expect(assay_money_parse(again, assay_money_exact(again, amount), &same) == ASSAY_OK && same == amount);
}

static void fuzz_assumption(const char *text) {
    int field = -1;
    const char *value = NULL;
    struct reader_refusal refusal = {0};
    if (assume_parse(&assay_rules, text, &field, &value, &refusal))
        expect(field >= 0 && field < assay_rules.usage->field_count && !strchr(value, '\n'));
    else
        expect(refusal.message[0] != '\0');
}

/* ---- Together ---- */

static void fuzz_assumptions(char *const *arguments, size_t count) {
    size_t fields = assay_rules.usage->field_count;
    struct assumption *assumptions = calloc(fields, sizeof *assumptions);
    uint32_t *columns = malloc(fields * sizeof *columns);
    struct reader_refusal refusal = {0};
    expect(assumptions && columns);
    for (size_t f = 0; f < fields; f++)
        columns[f] = BIND_ABSENT;
    if (!assume_apply(&assay_rules, columns, (const char *const *)arguments, count, assumptions, &refusal))
        expect(refusal.message[0] != '\0');
    for (size_t f = 0; f < fields; f++)
        expect(!assumptions[f].declared || assumptions[f].text);
    free(columns);
    free(assumptions);
}

/* Without a file: it might be any. */
static void fuzz_call(char **arguments, int count) {
    struct command_options options;
    int status = options_parse(&why, count, arguments, &options);
    expect(status >= -1 && status <= COMMAND_REFUSED);
    if (status < 0 && !options.path && options.set_count) expect(why_run(&assay_rules, &options) <= COMMAND_REFUSED);
    options_free(&options);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    char *text = malloc(size + 1), *arguments[ARGUMENTS + 2] = {"why"};
    int count = 1;
    expect(text);
    memcpy(text, bytes, size);
    text[size] = '\0';
    for (char *at = strtok(text, "\n"); at && count <= ARGUMENTS; at = strtok(NULL, "\n"))
        arguments[count++] = at;
    for (int i = 1; i < count; i++) {
        fuzz_day(arguments[i]);
        fuzz_month(arguments[i]);
        fuzz_amount(arguments[i]);
        fuzz_assumption(arguments[i]);
    }
    fuzz_assumptions(arguments + 1, (size_t)count - 1);
    fuzz_call(arguments, count);
    free(text);
    return 0;
}
