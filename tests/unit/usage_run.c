/* From a file to its figures: eligibility, aliases, dates, rejected rows, what cannot be told. */
#include "tests/unit/usage_file.h"

#define HEAD "CustomerTenantId,Month,ACR_USD,PartnerAttributionType,AI_OfferType,ServiceInfluencer\n"

static void run_text(struct usage_file *file, const char *text) {
    usage_file_run(file, text, (struct run_options){.keep_answers = true});
    assert_true(file->good);
}

/* Asserts the reasons of rows, in order; NULL: the row is eligible. */
static void reasons(struct usage_file *file, const char *const *expected, size_t count) {
    struct answer answer = {0};
    assert_int_equal(file->run.rows, count);
    assert_true(answers_rewind(&file->run.answers));
    for (size_t i = 0; i < count; i++) {
        assert_true(answers_next(&file->run.answers, &answer));
        assert_int_equal(answer.excluded, expected[i] != NULL);
        if (expected[i]) assert_string_equal(answer.reason.data, expected[i]);
    }
    assert_false(answers_next(&file->run.answers, &answer));
    text_free(&answer.reason);
}

#define REASONS(file, ...)                                                                                             \
    reasons(file, (const char *const[]){__VA_ARGS__}, RULES_COUNT(((const char *const[]){__VA_ARGS__})))

static void R17_R18_reasons_in_order_of_declaration(void **state) {
    (void)state;
    struct usage_file file;
    run_text(&file, HEAD "c,2023-04,1,PAL,,AKS\n"
                         "c,2023-04,1,  Deal \t registration,Trial,AKS\n"
                         "c,2023-04,1,,,AKS\n"
                         "c,2023-04,1,dpor,BENEFITS program,AKS\n"
                         "c,2023-04,1,Partner admin link (PAL),NULL,AKS\n"
                         "c,2023-04,,PAL,,AKS\n");
    REASONS(&file, NULL, "association Deal registration", "association blank", "offer type BENEFITS program", NULL,
            "rejected: the amount is blank");
    usage_file_free(&file);
}

static void R17_unknown_associations_are_reported(void **state) {
    (void)state;
    struct usage_file file;
    run_text(&file, HEAD "c,2023-04,1.5,New Kind,,AKS\n"
                         "c,2023-04,-1,new  kind,Trial,AKS\n"
                         "c,2023-04,2,deal registration,,AKS\n"
                         "c,2023-04,4,,,AKS\n");
    const struct excluded_reason *reason = &file.run.excluded.reasons[0];
    assert_int_equal(reason->all.rows, 4);
    assert_int_equal(reason->blank.tally.rows, 1);
    assert_true(reason->blank.known);
    size_t seen = 0;
    for (uint32_t t = 0; t < reason->text_count; t++) {
        const struct excluded_text *text = &reason->texts[t];
        if (!text->shown) continue;
        seen++;
        bool deal = strcmp(text->shown, "deal registration") == 0;
        assert_int_equal(text->known, deal);
        if (!deal) assert_string_equal(text->shown, "New Kind");
        usage_assert_money(tally_net(&text->tally), deal ? "2" : "0.5");
    }
    assert_int_equal(seen, 2);
    /* A row that fails both is excluded by the first; "Trial" is named by the rule itself. */
    assert_int_equal(file.summary.measures[AKS].excluded[0].rows, 4);
    assert_int_equal(file.summary.measures[AKS].excluded[1].rows, 0);
    assert_int_equal(file.run.excluded.reasons[1].all.rows, 1);
    usage_file_free(&file);
}

static void R5_what_counts_only_by_an_alias(void **state) {
    (void)state;
    struct usage_file file;
    run_text(&file, HEAD "c,2023-04,1,PAL,,NATIVE AVD\n"
                         "c,2023-04,2,PAL,,native wvd\n"
                         "c,2023-04,4,Partner admin link (PAL),,NATIVE WVD\n"
                         "c,2023-04,8,Deal registration,,NATIVE WVD\n"
                         "d,2023-04,16,PAL,Trial,NATIVE WVD\n");
    usage_assert_measure(&file, AVD, "7", "7");
    assert_int_equal(file.summary.aliases[0].tally.rows, 2);
    usage_assert_money(tally_net(&file.summary.aliases[0].tally), "6");
    assert_int_equal(file.summary.aliases[1].tally.rows, 0); /* spellings are nothing to report */
    assert_int_equal(file.summary.aliases[2].tally.rows, 0);
    usage_file_free(&file);
}

static void R21_newest_month_of_eligible_rows(void **state) {
    (void)state;
    struct usage_file file;
    run_text(&file, HEAD "c,2023-04,1,PAL,,AKS\n"
                         "c,DEC-2023,1,Deal registration,,AKS\n"
                         "c,2024-05,x,PAL,,AKS\n");
    assert_int_equal(run_newest_month(&file.run), 2023 * 12 + 3);
    assert_int_equal(file.run.as_of, 20230501);
    usage_file_free(&file);
    run_text(&file, HEAD "c,DEC-2023,1,Deal registration,,AKS\n");
    assert_int_equal(file.run.as_of, 20240101);
    usage_file_free(&file);
}

static void R21_measures_in_force_on_the_as_of_date(void **state) {
    (void)state;
    struct usage_file file;
    const char *text = HEAD "c,2023-04,1,PAL,,ARO\n";
    for (int day = 0; day < 2; day++) {
        usage_file_run(&file, text, (struct run_options){.as_of = day ? 20240101 : 20231231});
        assert_int_equal(file.summary.measures[ARO].in_force, !day);
        assert_true(file.summary.measures[AKS].in_force);
        usage_file_free(&file);
    }
    usage_file_run(&file, "ACR_USD\n1\n", (struct run_options){0});
    assert_false(file.good); /* no month, no --as-of, and a measure with dates */
    usage_file_free(&file);
}

static void R3_what_one_assumption_would_settle(void **state) {
    (void)state;
    struct usage_file file;
    run_text(&file, "Month,ACR_USD,PartnerAttributionType,AI_OfferType,ComputeOS,ServiceLevel2,ComputeOSAttribute\n"
                    "2023-04,10,PAL,,WINDOWS,Virtual Machines,WINDOWS\n"
                    "2023-04,-3,PAL,,LINUX,Virtual Machines,WINDOWS-AHUB\n"
                    "2023-04,100,PAL,,LINUX,Virtual Machines,WINDOWS\n"
                    "2023-04,100,PAL,,LINUX,Other,WINDOWS-AHUB\n");
    usage_assert_measure(&file, WINDOWS, "0", "7");
    const struct undecided *undecided = &file.summary.undecided;
    assert_int_equal(undecided->rows, 4); /* the absent influencer leaves the other measures open in all rows */
    usage_file_free(&file);
}

/* Offer Type=Trial would decide row 1 and 3 as well, by making them not count; the declared blank comes first. */
static void R3_all_declared_assumptions_at_once(void **state) {
    (void)state;
    struct usage_file file;
    run_text(&file,
             "Month,ACR_USD,PartnerAttributionType,ComputeOS,ServiceLevel2,ComputeOSAttribute,ServiceInfluencer\n"
             "2023-04,10,PAL,WINDOWS,Virtual Machines,WINDOWS,x\n"
             "2023-04,-3,PAL,LINUX,Virtual Machines,WINDOWS-AHUB,x\n"
             "2023-04,100,PAL,x,x,x,AKS\n"
             "2023-04,1000,PAL,x,x,x,x\n");
    const struct undecided *undecided = &file.summary.undecided;
    assert_int_equal(undecided->rows, 3);
    usage_assert_money(undecided->amount, "113");
    assert_int_equal(undecided->declared.fields, 2);
    assert_int_equal(undecided->declared.rows, 3);
    usage_assert_money(undecided->declared.amount, "113");
    const struct undecided_field *best = &undecided->fields[undecided->best];
    assert_int_equal(best->field, OFFER);
    assert_int_equal(best->declared.rows, 1); /* alone it leaves the adjustment open in the others */
    assert_int_equal(best->best.rows, 3);
    assert_ptr_equal(undecided_best(undecided), &best->declared);
    usage_file_free(&file);
    /* The figures are those of a run that assumes so. */
    static const char *const declared[] = {"declared"};
    usage_file_run(&file,
                   "Month,ACR_USD,PartnerAttributionType,ServiceLevel2,ComputeOSAttribute,ServiceInfluencer\n"
                   "2023-04,10,PAL,Virtual Machines,WINDOWS,x\n"
                   "2023-04,100,PAL,x,x,AKS\n",
                   (struct run_options){.assume = declared, .assume_count = 1});
    assert_int_equal(file.summary.undecided.rows, 1);
    assert_int_equal(file.summary.undecided.declared.fields, 0);
    assert_int_equal(file.summary.undecided.declared.rows, 0);
    usage_file_free(&file);
}

static void R17_parts_add_up_to_the_whole(void **state) {
    (void)state;
    struct usage_file file;
    struct text text = {0};
    text_add(&text, HEAD "c,2023-04,1,New,,AKS\nc,2023-04,2,,Trial,AKS\nc,2023-04,4,TPOR,Trial,AKS\n"
                         "c,2023-04,8,PAL,Trial,AKS\nc,2023-04,16,");
    text_add_repeat(&text, 'x', 600); /* longer than a column remembers */
    text_add(&text, ",,AKS\nc,2023-04,32,Deal");
    text_add_repeat(&text, ' ', 600);
    text_add(&text, "registration,,AKS\n");
    run_text(&file, text.data);
    const struct excluded_reason *reason = &file.run.excluded.reasons[0];
    struct tally parts = reason->others;
    assert_int_equal(reason->others.rows, 1);
    assert_int_equal(reason->others_unknown, 1);
    assert_true(tally_merge(&parts, &reason->blank.tally));
    for (uint32_t t = 0; t < reason->text_count; t++)
        if (reason->texts[t].shown) assert_true(tally_merge(&parts, &reason->texts[t].tally));
    assert_int_equal(parts.rows, reason->all.rows);
    usage_assert_money(tally_net(&parts), "55");
    assert_int_equal(excluded_several(&file.run.excluded, &file.run.outcomes), 2);
    usage_file_free(&file);
    text_free(&text);
}

static void R3_absolute_amounts_and_the_declared_value(void **state) {
    (void)state;
    struct usage_file file;
    run_text(&file, "Month,ACR_USD,PartnerAttributionType,AI_OfferType,ComputeOS,ServiceLevel2,ComputeOSAttribute,"
                    "ServiceInfluencer\n"
                    "2023-04,10,PAL,,WINDOWS,Virtual Machines,WINDOWS,x\n"
                    "2023-04,-3,PAL,,LINUX,Virtual Machines,WINDOWS-AHUB,x\n"
                    "2023-04,100,PAL,,LINUX,Virtual Machines,WINDOWS,x\n"
                    "2023-04,100,PAL,,LINUX,Other,WINDOWS-AHUB,x\n");
    const struct undecided *undecided = &file.summary.undecided;
    assert_int_equal(undecided->rows, 2);
    usage_assert_money(undecided->amount, "13");
    assert_int_equal(undecided->count, 1);
    const struct undecided_field *field = &undecided->fields[0];
    assert_int_equal(field->field, ADJUSTMENT);
    assert_true(field->has_declared);
    assert_string_equal(assay_code_text(&file.built->rules, ADJUSTMENT, field->best.code), "n/a");
    assert_int_equal(field->best.rows, 2);
    usage_assert_money(field->best.amount, "13");
    assert_int_equal(undecided->best, 0);
    usage_file_free(&file);
}

static void R30_rejected_rows_never_count_and_never_stop(void **state) {
    (void)state;
    struct usage_file file;
    FILE *rejects = tmpfile();
    usage_file_run(&file,
                   HEAD "c,2023-04,1,PAL,,AKS\n"
                        "c,2023-04,\"1,000\",PAL,,AKS\n"
                        "\n"
                        "c,4/2/2023,1,PAL,,AKS\n"
                        "c,,1,PAL,,AKS\n"
                        "c,2023-04,1,PAL,AKS\n"
                        "c,2023-04,1,P\xFFL,,AKS\n"
                        "d,2023-04,1,PAL,,AKS\n",
                   (struct run_options){.keep_answers = true, .rejects = rejects});
    REASONS(&file, NULL, "rejected: \"1,000\" is not an amount", "rejected: \"4/2/2023\" is not a month",
            "rejected: the month is blank", "rejected: 5 fields where the header has 6", "rejected: not UTF-8", NULL);
    usage_assert_measure(&file, AKS, "2", "2");
    assert_int_equal(file.run.rejects.count, 5);
    char line[200];
    rewind(rejects);
    const char *expected[] = {"row,line,column,reason\n", "2,3,ACR_USD,\"\"\"1,000\"\" is not an amount\"\n",
                              "3,5,Month,\"\"\"4/2/2023\"\" is not a month\"\n", "4,6,Month,the month is blank\n"};
    for (size_t i = 0; i < RULES_COUNT(expected); i++) {
        assert_non_null(fgets(line, sizeof line, rejects));
        assert_string_equal(line, expected[i]);
    }
    fclose(rejects);
    usage_file_free(&file);
}

static void R30_an_unclosed_quote_is_reported_where_it_opened(void **state) {
    (void)state;
    struct usage_file file;
    run_text(&file, HEAD "c,2023-04,1,PAL,,AKS\n"
                         "c,2023-04,1,\"PAL,,AKS\nc,2023-04,1,PAL,,AKS\n");
    REASONS(&file, NULL, "rejected: a quote that opens here never closes; 30 bytes after it could not be read");
    usage_assert_measure(&file, AKS, "1", "1");
    usage_file_free(&file);
}

static void R30_bad_UTF8_matters_in_used_columns_only(void **state) {
    (void)state;
    struct usage_file file;
    run_text(&file, "PartnerName,Month,ACR_USD\n\xFF,2023-04,1\nx,2023-04\xC3,1\n");
    REASONS(&file, NULL, "rejected: not UTF-8");
    usage_file_free(&file);
}

static void amounts_of_all_rows_in_order(void **state) {
    (void)state;
    struct usage_file file;
    static const char *const expected[] = {"1.5", "0", "-2", "7", "0"};
    usage_file_run(&file,
                   HEAD "c,2023-04,1.5,PAL,,AKS\n"
                        "c,2023-04,oops,PAL,,AKS\n"
                        "c,2023-04,-2,TPOR,,AKS\n"
                        "c,2023-04,7,PAL,Trial,nothing\n"
                        "c,2023-04,,PAL,,AKS\n",
                   (struct run_options){.keep_amounts = true});
    assert_true(file.good);
    assert_true(spool_rewind(&file.run.amounts));
    for (size_t i = 0; i < RULES_COUNT(expected); i++) {
        assay_money amount;
        char exact[ASSAY_MONEY_TEXT];
        assert_true(spool_read(&file.run.amounts, &amount, sizeof amount));
        assay_money_exact(exact, amount);
        assert_string_equal(exact, expected[i]);
    }
    usage_file_free(&file);
}

/* Asks how often, and says stop at question number `at`. */
static int stop_at, stop_asked;
static bool stop(void) {
    return ++stop_asked == stop_at;
}

/* Whoever interrupts is heard while rows are read and while they are counted once; then there is no result. */
static void an_interruption_is_heard_at_every_question(void **state) {
    struct usage_file file;
    struct text text = {0};
    (void)state;
    text_add(&text, "ServiceLevel1,CustomerTenantId,Month,ACR_USD\n");
    for (int row = 0; row < 10000; row++)
        text_addf(&text, "Compute,c%d,2024-01,1\n", row % 7);
    assert_false(text.failed);
    stop_at = stop_asked = 0;
    usage_file_run(&file, text.data, (struct run_options){.stopped = stop});
    assert_true(file.good);
    uint64_t settled = file.run.settled;
    usage_file_free(&file);
    int questions = stop_asked;
    assert_true(settled > 4096 && questions >= 4);
    for (stop_at = 1; stop_at <= questions; stop_at++) {
        stop_asked = 0;
        usage_file_run(&file, text.data, (struct run_options){.stopped = stop});
        assert_false(file.good);
        assert_true(file.run.interrupted);
        assert_string_equal(file.run.refusal.message, "interrupted");
        assert_int_equal(stop_asked, stop_at);
        if (stop_at == questions) assert_true(file.run.settled > 4096);
        usage_file_free(&file);
    }
    text_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R17_R18_reasons_in_order_of_declaration),
        cmocka_unit_test(R17_unknown_associations_are_reported),
        cmocka_unit_test(R5_what_counts_only_by_an_alias),
        cmocka_unit_test(R21_newest_month_of_eligible_rows),
        cmocka_unit_test(R21_measures_in_force_on_the_as_of_date),
        cmocka_unit_test(R3_what_one_assumption_would_settle),
        cmocka_unit_test(R3_all_declared_assumptions_at_once),
        cmocka_unit_test(R17_parts_add_up_to_the_whole),
        cmocka_unit_test(R3_absolute_amounts_and_the_declared_value),
        cmocka_unit_test(R30_rejected_rows_never_count_and_never_stop),
        cmocka_unit_test(R30_an_unclosed_quote_is_reported_where_it_opened),
        cmocka_unit_test(amounts_of_all_rows_in_order),
        cmocka_unit_test(an_interruption_is_heard_at_every_question),
        cmocka_unit_test(R30_bad_UTF8_matters_in_used_columns_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
