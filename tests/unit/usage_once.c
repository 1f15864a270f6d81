/* Counting once. */
#include "tests/unit/usage_file.h"

/* Runs a file and asserts what each row is a duplicate of (0: it counts); one number per row. */
static void dropped(const char *text, const uint64_t *winners, size_t rows, size_t budget) {
    struct usage_file file;
    usage_file_run(&file, text, (struct run_options){.keep_answers = true, .as_of = 20230701, .once_budget = budget});
    assert_true(file.good);
    assert_int_equal(file.run.rows, rows);
    for (uint64_t row = 1; row <= rows; row++) {
        uint64_t winner;
        assert_true(duplicates_find(&file.run.duplicates, row, &winner));
        assert_int_equal(winner, winners[row - 1]);
    }
    usage_file_free(&file);
}

#define DROPPED(text, ...)                                                                                             \
    dropped(text, (const uint64_t[]){__VA_ARGS__}, RULES_COUNT(((const uint64_t[]){__VA_ARGS__})), 0)

#define HEAD "SubscriptionId,CustomerTenantId,Month,ACR_USD,PartnerAttributionType,MPNId,AI_OfferType\n"

static void R19_best_association_counts(void **state) {
    (void)state;
    DROPPED(HEAD "s,c,2023-04,1,CSP Tier 2,1,\n"
                 "s,c,2023-04,1,CSP Tier 1,1,\n"
                 "s,c,2023-04,1,DPOR,1,\n"
                 "s,c,2023-04,1,PAL,9,\n"
                 "s,c,2023-04,1,DPOR,1,\n",
            4, 4, 4, 0, 4);
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

static void R19_absent_columns_are_left_out_with_a_note(void **state) {
    (void)state;
    const char *text = "SubscriptionId,ACR_USD,MPNId\ns,1,1\ns,1,2\n";
    DROPPED(text, 0, 1);
    struct usage_file file;
    usage_file_run(&file, text, (struct run_options){.as_of = 20230701});
    assert_int_equal(file.run.notes.count, 2);
    assert_non_null(strstr(file.run.notes.lines[0], "Customer, Month"));
    assert_non_null(strstr(file.run.notes.lines[1], "Partner Attribution Type"));
    usage_file_free(&file);
}

static void R19_undecided_eligibility_takes_part(void **state) {
    (void)state;
    const char *text = "SubscriptionId,ACR_USD,PartnerAttributionType,ServiceInfluencer\ns,1,DPOR,AKS\ns,1,PAL,AKS\n";
    DROPPED(text, 2, 0);
    struct usage_file file;
    usage_file_run(&file, text, (struct run_options){.as_of = 20230701});
    usage_assert_measure(&file, AKS, "0", "1");
    usage_file_free(&file);
}

static void R19_rows_that_match_nothing_take_part(void **state) {
    (void)state;
    struct usage_file file;
    usage_file_run(&file,
                   "SubscriptionId,ACR_USD,PartnerAttributionType,AI_OfferType,ServiceInfluencer,ACRAdjustmentType,"
                   "ComputeOS,ComputeOSAttribute,ServiceLevel2\n"
                   "s,1,DPOR,,,N/A,WINDOWS,UNKNOWN,Virtual Machines\n"
                   "s,1,PAL,,,other,WINDOWS,UNKNOWN,Virtual Machines\n",
                   (struct run_options){.as_of = 20230701});
    usage_assert_measure(&file, WINDOWS, "0", "0");
    assert_int_equal(file.run.dropped, 1);
    assert_int_equal(file.summary.measures[WINDOWS].excluded[2].rows, 1);
    usage_file_free(&file);
}

static void R19_flag_is_a_cross_check_only(void **state) {
    (void)state;
    struct usage_file file;
    usage_file_run(&file,
                   "SubscriptionId,ACR_USD,PartnerAttributionType,AI_OfferType,IsACRDuplicateAtPGALevel\n"
                   "s,1,DPOR,,0\n" /* dropped, says kept */
                   "s,1,PAL,,1\n"  /* kept, says dropped */
                   "t,1,PAL,,0\n"  /* agrees */
                   "t,1,DPOR,,1\n" /* agrees */
                   "u,1,PAL,,?\n"  /* says nothing */
                   "v,1,TPOR,,0\n" /* not eligible */
                   "w,1,PAL,Trial,1\n",
                   (struct run_options){.as_of = 20230701});
    assert_int_equal(file.run.dropped, 2);
    assert_int_equal(file.run.disagreements, 2);
    usage_file_free(&file);
    usage_file_run(&file, "SubscriptionId,ACR_USD,PartnerAttributionType,IsACRDuplicateAtPGALevel\ns,1,PAL,1\n",
                   (struct run_options){.as_of = 20230701});
    assert_int_equal(file.run.disagreements, 0); /* the offer type is absent: eligibility is undecided */
    usage_file_free(&file);
}

/* ---- Beyond the memory budget ---- */

struct seen {
    uint64_t winners[4000];
};

static bool seen_visit(void *context, const struct once_record *record, uint64_t winner) {
    struct seen *seen = context;
    seen->winners[record->row] = winner + 1;
    return true;
}

static void once_fill(struct once *once, uint64_t seed) {
    for (uint64_t row = 1; row < 4000; row++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        uint64_t group = seed >> 40 & 1023;
        struct once_record record = {.row = row, .claim = (uint32_t)(seed >> 60)};
        record.fingerprint = (struct fingerprint){group * 0x9E3779B97F4A7C15u, group & 7};
        if (group < 32) record.fingerprint.high = 1; /* many that no parting takes apart */
        assert_true(once_add(once, &record));
    }
}

static void R19_results_do_not_depend_on_spilling(void **state) {
    (void)state;
    uint32_t ranks[16];
    for (uint32_t i = 0; i < 16; i++)
        ranks[i] = 15 - i;
    static struct seen kept, spilled;
    for (uint64_t seed = 1; seed <= 3; seed++) {
        struct once whole, parted;
        once_init(&whole, ONCE_BUDGET);
        once_init(&parted, 10 * sizeof(struct once_record));
        once_fill(&whole, seed);
        once_fill(&parted, seed);
        assert_null(whole.parts);
        assert_non_null(parted.parts);
        assert_true(once_settle(&whole, ranks, seen_visit, &kept));
        assert_true(once_settle(&parted, ranks, seen_visit, &spilled));
        assert_memory_equal(&kept, &spilled, sizeof kept);
        for (uint64_t row = 1; row < 4000; row++)
            assert_true(kept.winners[row] > 0);
        once_free(&whole);
        once_free(&parted);
    }
}

static void R19_a_file_beyond_the_budget(void **state) {
    (void)state;
    const uint64_t winners[] = {4, 4, 4, 0, 0};
    dropped(HEAD "s,c,2023-04,1,CSP Tier 2,1,\n"
                 "s,c,2023-04,1,CSP Tier 1,1,\n"
                 "s,c,2023-04,1,DPOR,1,\n"
                 "s,c,2023-04,1,PAL,9,\n"
                 "t,c,2023-04,1,DPOR,1,\n",
            winners, 5, 64);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R19_best_association_counts),
        cmocka_unit_test(R19_then_the_least_mpn_id),
        cmocka_unit_test(R19_alike_in_claim_is_separate_consumption),
        cmocka_unit_test(R19_texts_by_R1_month_and_amount_by_value),
        cmocka_unit_test(R19_keys_do_not_run_together),
        cmocka_unit_test(R19_eligibility_first),
        cmocka_unit_test(R19_absent_columns_are_left_out_with_a_note),
        cmocka_unit_test(R19_undecided_eligibility_takes_part),
        cmocka_unit_test(R19_rows_that_match_nothing_take_part),
        cmocka_unit_test(R19_flag_is_a_cross_check_only),
        cmocka_unit_test(R19_results_do_not_depend_on_spilling),
        cmocka_unit_test(R19_a_file_beyond_the_budget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
