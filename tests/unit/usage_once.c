/* Counting once. */
#include "tests/unit/usage_file.h"

#define UNDECIDED ((uint64_t)1 << 40) /* added to the other row */
#define REPEAT    ((uint64_t)1 << 41)

static uint64_t fate_of(const struct duplicates_fate *fate) {
    return fate->other + (fate->result == ONCE_UNDECIDED ? UNDECIDED : fate->result == ONCE_REPEAT ? REPEAT : 0);
}

/* The other columns of the key, which are blank in every row, are added to the text. */
static const char *const pad_columns[] = {"ServiceLevel2", "ServiceInfluencer", "ComputeOS", "ComputeOSAttribute",
                                          "UsageQuantity"};

static void pad_line(struct text *out, const char *header, bool is_header) {
    for (size_t i = 0; i < RULES_COUNT(pad_columns); i++) {
        const char *found = strstr(header, pad_columns[i]);
        if (!found || found > strchr(header, '\n')) text_addf(out, ",%s", is_header ? pad_columns[i] : "");
    }
}

static struct text pad(const char *text) {
    struct text out = {0};
    for (const char *at = text; *at; at++) {
        bool ends = at[0] == '\n' ? at == text || at[-1] != '\r' : at[0] == '\r' && at[1] == '\n';
        if (ends) pad_line(&out, text, strchr(text, '\n') == at);
        text_add_char(&out, *at);
    }
    return out;
}

static void run_padded(struct usage_file *file, const char *text, struct run_options options) {
    struct text padded = pad(text);
    usage_file_run(file, padded.data, options);
    text_free(&padded);
}

/* Runs a file and asserts what became of each row: 0, it counts as its columns say; a row, it is a duplicate of that.
 */
static void fates(const char *text, const uint64_t *expected, size_t rows, struct run_options options) {
    struct usage_file file;
    options.keep_answers = true;
    options.as_of = 20230701;
    run_padded(&file, text, options);
    assert_true(file.good);
    assert_int_equal(file.run.rows, rows);
    for (uint64_t row = 1; row <= rows; row++) {
        struct duplicates_fate fate;
        assert_true(duplicates_find(&file.run.duplicates, row, &fate));
        assert_int_equal(fate_of(&fate), expected[row - 1]);
    }
    usage_file_free(&file);
}

#define FATES(options, text, ...)                                                                                      \
    fates(text, (const uint64_t[]){__VA_ARGS__}, RULES_COUNT(((const uint64_t[]){__VA_ARGS__})), options)
#define DROPPED(text, ...) FATES(((struct run_options){0}), text, __VA_ARGS__)
#define COUNT_REPEATS      ((struct run_options){.repeats = ONCE_REPEATS_COUNTED})
#define DROP_REPEATS       ((struct run_options){.repeats = ONCE_REPEATS_DROPPED})

#define HEAD "SubscriptionId,CustomerTenantId,Month,ACR_USD,PartnerAttributionType,MPNId,AI_OfferType\n"

static void R19_best_association_counts(void **state) {
    (void)state;
    DROPPED(HEAD "s,c,2023-04,1,CSP Tier 2,1,\n"
                 "s,c,2023-04,1,CSP Tier 1,1,\n"
                 "s,c,2023-04,1,DPOR,1,\n"
                 "s,c,2023-04,1,PAL,9,\n"
                 "s,c,2023-04,1,DPOR,1,\n",
            4, 4, 4, 0, 4); /* the last is a repeat too, and stays a duplicate */
}

static void R19_then_the_least_mpn_id(void **state) {
    (void)state;
    DROPPED(HEAD "s,c,2023-04,1,PAL,b,\n"
                 "s,c,2023-04,1,PAL,B 1,\n"
                 "s,c,2023-04,1,PAL,10,\n"
                 "s,c,2023-04,1,PAL,9,\n",
            3, 3, 0, 3);
    DROPPED(HEAD "s,c,2023-04,1,PAL,0,\n"
                 "s,c,2023-04,1,PAL,null,\n",
            2, 0);
}

static void R19_alike_in_claim_is_separate_consumption(void **state) {
    (void)state;
    DROPPED(HEAD "s,c,2023-04,1,PAL,a,\n"
                 "s,c,2023-04,1,Partner admin link (PAL), A ,\n"
                 "s,c,2023-04,1,DPOR,a,\n",
            0, 0, 1);
}

static void R19_texts_by_R1_month_and_amount_by_value(void **state) {
    (void)state;
    DROPPED(HEAD "S  1,c,2023-04,1,PAL,1,\n"
                 " s\xC2\xA0"
                 "1,C,APR-2023,1.0e0,DPOR,1,\n"
                 "s1,c,2023-04,1,DPOR,1,\n"
                 "s 1,c,2023-05,1,DPOR,1,\n"
                 "s 1,c,2023-04,1.01,DPOR,1,\n",
            0, 1, 0, 0, 0);
    DROPPED(HEAD "NULL,c,2023-04,1,PAL,1,\n"
                 ",c,2023-04,1,DPOR,1,\n",
            0, 1);
}

static void R19_keys_do_not_run_together(void **state) {
    (void)state;
    DROPPED(HEAD "ab,c,2023-04,1,PAL,1,\n"
                 "a,bc,2023-04,1,DPOR,1,\n"
                 ",abc,2023-04,1,DPOR,1,\n"
                 "abc,,2023-04,1,DPOR,1,\n",
            0, 0, 0, 0);
}

static void R19_eligibility_first(void **state) {
    (void)state;
    DROPPED(HEAD "s,c,2023-04,1,PAL,1,Trial\n"
                 "s,c,2023-04,1,Deal registration,1,\n"
                 "s,c,2023-04,1,DPOR,1,\n"
                 "s,c,2023-04,1,CSP Tier 1,1,\n",
            0, 0, 0, 3);
}

#define KEYLESS "SubscriptionId,CustomerTenantId,ACR_USD,PartnerAttributionType,MPNId,AI_OfferType\n"

static void R19_without_a_column_of_the_key_nothing_is_dropped(void **state) {
    (void)state;
    DROPPED(KEYLESS "s,c,1,DPOR,1,\n"
                    "s,c,1,PAL,2,\n"
                    "s,c,1,PAL,1,\n"
                    "t,c,1,DPOR,1,\n",
            UNDECIDED + 3, UNDECIDED + 3, 0, 0);
    struct usage_file file;
    run_padded(&file, KEYLESS "s,c,1,DPOR,1,\ns,c,-1,PAL,2,\ns,c,1,PAL,2,\n", (struct run_options){.as_of = 20230701});
    assert_int_equal(file.run.dropped, 0);
    assert_int_equal(file.run.by_columns.rows, 1);
    assert_int_equal(file.run.cautions.count, 1);
    assert_non_null(strstr(file.run.cautions.lines[0], "Month"));
    assert_non_null(strstr(file.run.cautions.lines[0], "1 row with amounts of 1.00 USD"));
    usage_file_free(&file);
}

static void R19_an_assumption_does_not_complete_the_key(void **state) {
    (void)state;
    const char *const assume[] = {"Month=2023-04"};
    FATES(((struct run_options){.assume = assume, .assume_count = 1}), KEYLESS "s,c,1,DPOR,1,\ns,c,1,PAL,1,\n",
          UNDECIDED + 2, 0);
}

#define NOMPN "SubscriptionId,CustomerTenantId,Month,ACR_USD,PartnerAttributionType,AI_OfferType,ServiceInfluencer\n"

static void R19_without_mpn_id_the_first_row_counts(void **state) {
    (void)state;
    DROPPED(NOMPN "s,c,2023-04,1,DPOR,,AKS\n"
                  "s,c,2023-04,1,PAL,,AKS\n"
                  "s,c,2023-04,1,Partner admin link (PAL),,AKS\n"
                  "s,c,2023-04,1,PAL, ,AKS\n"
                  "s,c,2023-04,2,PAL,,AKS\n",
            2, 0, UNDECIDED + 2, UNDECIDED + 2, 0);
    struct usage_file file;
    run_padded(&file, NOMPN "s,c,2023-04,1,PAL,,AKS\ns,c,2023-04,1,Partner admin link (PAL),,AKS\n",
               (struct run_options){.as_of = 20230701});
    usage_assert_measure(&file, AKS, "1", "2");
    usage_file_free(&file);
}

static void R19_without_mpn_id_other_answers_leave_all_undecided(void **state) {
    (void)state;
    const char *text = "SubscriptionId,CustomerTenantId,Month,ACR_USD,PartnerAttributionType,AI_OfferType,ComputeOS,"
                       "ComputeOSAttribute,ServiceLevel2,ACRAdjustmentType\n"
                       "s,c,2023-04,1,PAL,,WINDOWS,UNKNOWN,Virtual Machines,N/A\n"
                       "s,c,2023-04,1,PAL,,WINDOWS,UNKNOWN,Virtual Machines,other\n"
                       "s,c,2023-04,1,DPOR,,WINDOWS,UNKNOWN,Virtual Machines,N/A\n";
    DROPPED(text, UNDECIDED + 2, UNDECIDED + 1, 1);
    struct usage_file file;
    run_padded(&file, text, (struct run_options){.as_of = 20230701});
    usage_assert_measure(&file, WINDOWS, "0", "1");
    usage_file_free(&file);
}

static void R19_without_the_association_every_claim_may_be_the_best(void **state) {
    (void)state;
    const char *const assume[] = {"Partner Attribution Type=PAL"};
    FATES(((struct run_options){.assume = assume, .assume_count = 1}),
          "SubscriptionId,CustomerTenantId,Month,ACR_USD,MPNId,AI_OfferType\n"
          "s,c,2023-04,1,2,\n"
          "s,c,2023-04,1,1,\n"
          "t,c,2023-04,1,1,\n",
          0, UNDECIDED + 1, 0);
}

static void R31_a_record_alike_in_every_cell_is_undecided(void **state) {
    (void)state;
    const char *text = HEAD "s,c,2023-04,1,PAL,1,\n"
                            "\"s\",\"c\",2023-04,\"1\",PAL,1,\"\"\r\n" /* the same texts */
                            "S,c,2023-04,1,PAL,1,\n"                   /* alike in the key, another text */
                            "s,c,2023-04,1,PAL,1, \n"
                            "s,c,2023-04,1,PAL,1,\n"
                            "s,c,2023-04,1,DPOR,1,\n"
                            "s,c,2023-04,1,DPOR,1,\n"
                            "s,c,2023-04,1,TPOR,1,\n"
                            "s,c,2023-04,1,TPOR,1,\n";
    DROPPED(text, 0, UNDECIDED + 1, 0, 0, UNDECIDED + 1, 1, 1, 0, 0);
    FATES(COUNT_REPEATS, text, 0, 0, 0, 0, 0, 1, 1, 0, 0);
    FATES(DROP_REPEATS, text, 0, REPEAT + 1, 0, 0, REPEAT + 1, 1, REPEAT + 6, 0, 0);
    struct usage_file file;
    run_padded(&file, text, DROP_REPEATS);
    assert_int_equal(file.run.dropped, 1);
    assert_int_equal(file.run.repeated.rows, 3);
    assert_int_equal(file.run.excluded.repeats.rows, 3);
    usage_file_free(&file);
}

static void R31_columns_that_nothing_reads_are_cells_too(void **state) {
    (void)state;
    DROPPED("Resource," HEAD "a,s,c,2023-04,1,PAL,1,\n"
            "b,s,c,2023-04,1,PAL,1,\n"
            "\"b\",s,c,2023-04,1,PAL,1,\n"
            "\"b,s\",s,c,2023-04,1,PAL,1,\n"
            "b,\"s\",c,2023-04,1,PAL,1,\n"
            "\"b\"\"\",s,c,2023-04,1,PAL,1,\n"
            "b\",s,c,2023-04,1,PAL,1,\n",
            0, 0, UNDECIDED + 2, 0, UNDECIDED + 2, 0, UNDECIDED + 6);
    DROPPED("," HEAD "a,s,c,2023-04,1,PAL,1,\n" /* a column without a name is ignored */
            "b,s,c,2023-04,1,PAL,1,\n",
            0, UNDECIDED + 1);
}

static void R31_without_mpn_id_counting_settles_nothing(void **state) {
    (void)state;
    const char *text = NOMPN "s,c,2023-04,1,PAL,,AKS\ns,c,2023-04,1,PAL,,AKS\n";
    DROPPED(text, 0, UNDECIDED + 1);
    FATES(COUNT_REPEATS, text, 0, UNDECIDED + 1);
    FATES(DROP_REPEATS, text, 0, REPEAT + 1);
}

static void R19_undecided_eligibility_takes_part(void **state) {
    (void)state;
    const char *text = "SubscriptionId,CustomerTenantId,Month,ACR_USD,PartnerAttributionType,MPNId,ServiceInfluencer\n"
                       "s,c,2023-04,1,DPOR,1,AKS\ns,c,2023-04,1,PAL,1,AKS\n";
    DROPPED(text, 2, 0);
    struct usage_file file;
    run_padded(&file, text, (struct run_options){.as_of = 20230701});
    usage_assert_measure(&file, AKS, "0", "1");
    usage_file_free(&file);
}

static void R19_rows_that_match_nothing_take_part(void **state) {
    (void)state;
    struct usage_file file;
    run_padded(&file,
               "SubscriptionId,CustomerTenantId,Month,MPNId,ACR_USD,PartnerAttributionType,AI_OfferType,"
               "ACRAdjustmentType,ComputeOS,ComputeOSAttribute,ServiceLevel2\n"
               "s,c,2023-04,1,1,DPOR,,N/A,WINDOWS,UNKNOWN,Virtual Machines\n"
               "s,c,2023-04,1,1,PAL,,other,WINDOWS,UNKNOWN,Virtual Machines\n",
               (struct run_options){.as_of = 20230701});
    usage_assert_measure(&file, WINDOWS, "0", "0");
    assert_int_equal(file.run.dropped, 1);
    assert_int_equal(file.summary.measures[WINDOWS].excluded[2].rows, 1);
    usage_file_free(&file);
}

#define FLAGGED                                                                                                        \
    "SubscriptionId,CustomerTenantId,Month,MPNId,ACR_USD,PartnerAttributionType,AI_OfferType,"                         \
    "IsACRDuplicateAtPGALevel\n"

/* Asserts how many rows of a file were compared with the flag, and disagree. */
static void flagged(const char *text, uint64_t compared, uint64_t disagreements) {
    struct usage_file file;
    uint64_t rows;
    run_padded(&file, text, (struct run_options){.as_of = 20230701});
    assert_int_equal(file.run.compared, compared);
    assert_int_equal(run_disagreements(&file.run, &rows), compared > 0);
    assert_int_equal(rows, disagreements);
    usage_file_free(&file);
}

static void R19_flag_is_a_cross_check_only(void **state) {
    (void)state;
    flagged(FLAGGED "s,c,2023-04,1,1,DPOR,,0\n" /* dropped, says kept */
                    "s,c,2023-04,1,1,PAL,,1\n"  /* kept, says dropped */
                    "t,c,2023-04,1,1,PAL,,0\n"  /* agrees */
                    "t,c,2023-04,1,1,DPOR,,1\n" /* agrees */
                    "u,c,2023-04,1,1,PAL,,?\n"  /* says nothing */
                    "v,c,2023-04,1,1,TPOR,,0\n" /* not eligible */
                    "w,c,2023-04,1,1,PAL,Trial,1\n",
            4, 2);
    flagged("SubscriptionId,ACR_USD,PartnerAttributionType,IsACRDuplicateAtPGALevel\ns,1,PAL,1\n", 0,
            0); /* the offer type is absent: eligibility is undecided */
    flagged(NOMPN "s,c,2023-04,1,PAL,,\n", 0, 0);
}

static void R37_a_flag_in_any_of_its_spellings(void **state) {
    (void)state;
    flagged(FLAGGED "a,c,2023-04,1,1,PAL,,TRUE\n"
                    "b,c,2023-04,1,1,PAL,, yes \n"
                    "c,c,2023-04,1,1,PAL,,y\n"
                    "d,c,2023-04,1,1,PAL,,False\n"
                    "e,c,2023-04,1,1,PAL,,NO\n"
                    "f,c,2023-04,1,1,PAL,,n\n",
            6, 3);
    flagged(FLAGGED "a,c,2023-04,1,1,PAL,,\n"
                    "b,c,2023-04,1,1,PAL,,NULL\n"
                    "c,c,2023-04,1,1,PAL,,2\n",
            0, 0);
}

static void R37_what_is_undecided_or_repeats_is_not_compared(void **state) {
    (void)state;
    flagged(FLAGGED "s,c,2023-04,1,1,PAL,,1\n"
                    "s,c,2023-04,1,1,PAL,,1\n", /* a repeat */
            1, 1);
    flagged("SubscriptionId,CustomerTenantId,Month,ACR_USD,PartnerAttributionType,AI_OfferType,"
            "IsACRDuplicateAtPGALevel,Resource\n"
            "s,c,2023-04,1,PAL,,0,a\n"
            "s,c,2023-04,1,PAL,,0,b\n", /* perhaps another MPN id */
            1, 0);
}

/* ---- Beyond the memory budget ---- */

struct seen {
    struct once_verdict verdicts[4000];
    bool told[4000];
};

static bool seen_visit(void *context, const struct once_record *record, const struct once_verdict *verdict) {
    struct seen *seen = context;
    seen->verdicts[record->row] = *verdict;
    seen->told[record->row] = true;
    return true;
}

static bool seen_same(const struct once_verdict *a, const struct once_verdict *b) {
    return a->result == b->result && a->by_columns == b->by_columns && a->other == b->other && a->repeats == b->repeats;
}

static void once_fill(struct once *once, uint64_t seed) {
    for (uint64_t row = 1; row < 4000; row++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        uint64_t group = seed >> 40 & 1023;
        struct once_record record = {.row = row, .claim = (uint32_t)(seed >> 60), .cells.low = seed >> 58 & 3};
        record.fingerprint = (struct fingerprint){group * 0x9E3779B97F4A7C15u, group & 7};
        if (group < 32) record.fingerprint.high = 1; /* many that no parting takes apart */
        assert_true(once_add(once, &record));
    }
}

static void spill(const struct once_terms *terms, uint64_t seed) {
    static struct seen kept, spilled;
    struct once whole, parted;
    memset(&kept, 0, sizeof kept);
    memset(&spilled, 0, sizeof spilled);
    once_init(&whole, ONCE_BUDGET);
    once_init(&parted, 10 * sizeof(struct once_record));
    once_fill(&whole, seed);
    once_fill(&parted, seed);
    assert_null(whole.parts);
    assert_non_null(parted.parts);
    assert_true(once_settle(&whole, terms, seen_visit, &kept));
    assert_true(once_settle(&parted, terms, seen_visit, &spilled));
    for (uint64_t row = 1; row < 4000; row++) {
        assert_true(kept.told[row] && spilled.told[row]);
        assert_true(seen_same(&kept.verdicts[row], &spilled.verdicts[row]));
    }
    once_free(&whole);
    once_free(&parted);
}

static void R19_results_do_not_depend_on_spilling(void **state) {
    (void)state;
    uint32_t ranks[16], answers[1] = {0};
    for (uint32_t i = 0; i < 16; i++)
        ranks[i] = 15 - i;
    for (unsigned i = 0; i < 16; i++) {
        const struct once_terms terms = {ranks, answers, i & 1, i >> 1 & 1, (enum once_repeats)(i >> 2)};
        spill(&terms, i + 1);
    }
}

static void R19_a_file_beyond_the_budget(void **state) {
    (void)state;
    FATES(((struct run_options){.once_budget = 64}),
          HEAD "s,c,2023-04,1,CSP Tier 2,1,\n"
               "s,c,2023-04,1,CSP Tier 1,1,\n"
               "s,c,2023-04,1,DPOR,1,\n"
               "s,c,2023-04,1,PAL,9,\n"
               "t,c,2023-04,1,DPOR,1,\n",
          4, 4, 4, 0, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R19_best_association_counts),
        cmocka_unit_test(R19_then_the_least_mpn_id),
        cmocka_unit_test(R19_alike_in_claim_is_separate_consumption),
        cmocka_unit_test(R19_texts_by_R1_month_and_amount_by_value),
        cmocka_unit_test(R19_keys_do_not_run_together),
        cmocka_unit_test(R19_eligibility_first),
        cmocka_unit_test(R19_without_a_column_of_the_key_nothing_is_dropped),
        cmocka_unit_test(R19_an_assumption_does_not_complete_the_key),
        cmocka_unit_test(R19_without_mpn_id_the_first_row_counts),
        cmocka_unit_test(R19_without_mpn_id_other_answers_leave_all_undecided),
        cmocka_unit_test(R19_without_the_association_every_claim_may_be_the_best),
        cmocka_unit_test(R31_a_record_alike_in_every_cell_is_undecided),
        cmocka_unit_test(R31_columns_that_nothing_reads_are_cells_too),
        cmocka_unit_test(R31_without_mpn_id_counting_settles_nothing),
        cmocka_unit_test(R19_undecided_eligibility_takes_part),
        cmocka_unit_test(R19_rows_that_match_nothing_take_part),
        cmocka_unit_test(R19_flag_is_a_cross_check_only),
        cmocka_unit_test(R37_a_flag_in_any_of_its_spellings),
        cmocka_unit_test(R37_what_is_undecided_or_repeats_is_not_compared),
        cmocka_unit_test(R19_results_do_not_depend_on_spilling),
        cmocka_unit_test(R19_a_file_beyond_the_budget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
