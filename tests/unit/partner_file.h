/* partner_file.h - reads partner inputs that a test writes down as texts. */
#ifndef ASSAY_PARTNER_FILE_H
#define ASSAY_PARTNER_FILE_H

#include "runtime/usage/month.h"
#include "runtime/usage/partner.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define PARTNER_COUNT(array) (sizeof(array) / sizeof *(array))

/* What the rules of the tests call things. */
static const char *const file_specializations[] = {"Threat Protection", "Kubernetes"};
static const char *const file_designations[] = {"Security", "Infrastructure (Azure)"};
static const char *const file_metrics[] = {"Active users of Identity", "Active users of Apps"};
static const char *const file_codes[] = {"SC-200", "AZ-500"};
static const char *const file_titles[] = {"Certified: Security Operations Analyst Associate"};
static const struct partner_certification_name file_certifications[] = {{"SC-200", file_titles, 1},
                                                                        {"AZ-500", NULL, 0}};
static const struct partner_names file_names = {
    file_specializations, PARTNER_COUNT(file_specializations), file_designations, PARTNER_COUNT(file_designations),
    file_metrics,         PARTNER_COUNT(file_metrics),         file_codes,        PARTNER_COUNT(file_codes),
    file_certifications};
static const char *const file_identity[] = {"Identity"};
static const char *const file_apps[] = {"Cloud Apps", "Apps P2"};
static const struct partner_metric_name file_workloads[] = {{"Active users of Identity", file_identity, 1},
                                                            {"Active users of Apps", file_apps, 2}};

/* Reads `length` bytes as an input of a kind; the place of the file reads FILE in remarks. */
static inline bool file_read(struct partner *partner, enum partner_kind kind, const char *bytes, size_t length) {
    char path[] = "/tmp/assay-partner-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, bytes, length), length);
    close(descriptor);
    bool good;
    if (kind == PARTNER_STATEMENT)
        good = partner_read_statement(partner, path, &file_names);
    else if (kind == PARTNER_TRAINING)
        good = partner_read_training(partner, path, file_certifications, PARTNER_COUNT(file_certifications));
    else
        good = partner_read_workloads(partner, path, file_workloads, PARTNER_COUNT(file_workloads));
    unlink(path);
    return good;
}

static inline bool file_text(struct partner *partner, enum partner_kind kind, const char *text) {
    return file_read(partner, kind, text, strlen(text));
}

/* Reads a text that must be taken without a remark. */
static inline void file_good(struct partner *partner, enum partner_kind kind, const char *text) {
    size_t before = partner->remarks.count;
    bool good = file_text(partner, kind, text);
    for (size_t i = before; i < partner->remarks.count; i++)
        print_error("%s\n", partner->remarks.items[i].what);
    assert_true(good);
    assert_int_equal(partner->remarks.count, before);
}

/* Asserts that exactly these remarks were made: `LINE:COLUMN WHAT; REMEDY`, one line each; notes have 0:0. */
static inline void file_assert_remarks(const struct partner *partner, const char *expected) {
    struct text out = {0};
    text_add(&out, "");
    for (size_t i = 0; i < partner->remarks.count; i++) {
        const struct remark *remark = &partner->remarks.items[i];
        text_addf(&out, "%llu:%lu %s%s%s\n", (unsigned long long)remark->line, (unsigned long)remark->column,
                  remark->what, remark->remedy ? "; " : "", remark->remedy ? remark->remedy : "");
    }
    assert_string_equal(out.data, expected);
    text_free(&out);
}

/* Reads one statement that must be refused with these remarks. */
static inline void file_refused(const char *text, const char *expected) {
    struct partner partner = {0};
    assert_false(file_text(&partner, PARTNER_STATEMENT, text));
    file_assert_remarks(&partner, expected);
    partner_free(&partner);
}

/* Whether a person holds a certification on a day, entry by entry; NO: no entry says so. */
static inline enum assay_answer file_holds(const struct partner *partner, const char *person, const char *code,
                                           uint32_t day) {
    enum assay_answer answer = ASSAY_NO;
    for (size_t i = 0; i < partner->certification_count; i++) {
        const struct partner_certification *entry = &partner->certifications[i];
        bool about = assay_same(entry->person.text, strlen(entry->person.text), person, strlen(person)) &&
                     assay_same(entry->code.text, strlen(entry->code.text), code, strlen(code));
        enum assay_answer holds = about ? partner_holds(entry, day) : ASSAY_NO;
        if (holds == ASSAY_YES) return ASSAY_YES;
        if (holds == ASSAY_CANNOT_TELL) answer = ASSAY_CANNOT_TELL;
    }
    return answer;
}

static inline void file_assert_people(const struct partner *partner, const char *code, uint32_t day, uint64_t certain,
                                      uint64_t possible) {
    struct partner_count count = partner_people(partner, &code, 1, day);
    assert_int_equal(count.certain, certain);
    assert_int_equal(count.possible, possible);
}

/* Asserts the value of a metric in a month; NULL: it is not known. */
static inline void file_assert_value(const struct partner *partner, const char *metric, const char *month,
                                     const char *exact) {
    assay_money value = -1;
    char text[ASSAY_MONEY_TEXT];
    bool known = partner_metric_value(partner, metric, month_parse(month, strlen(month)), &value);
    assert_int_equal(known, exact != NULL);
    if (known) assay_money_exact(text, value);
    if (known) assert_string_equal(text, exact);
    if (!known) assert_true(value == -1);
}

#endif
