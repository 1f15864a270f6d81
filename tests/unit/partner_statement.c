/* What a partner states about itself: the YAML file. */
#include "tests/unit/partner_file.h"

#define DOCUMENT_BYTES_TESTED ((size_t)1 << 20)

static const char whole[] = "partner: Contoso Services\n"
                            "designations:\n"
                            "  - {name: infrastructure  (azure), since: 2024-02-01, until: 2025-02-01}\n"
                            "certifications:\n"
                            "  - person: A. Example\n"
                            "    certification: sc-200\n"
                            "    since: 2024-01-15\n"
                            "    until: 2025-01-15\n"
                            "  - {person: B. Example, certification: SC-200, since: 2024-03-01}\n"
                            "  - {person: b.  example, certification: AZ-500, since: 2023-03-01, until: 2024-03-01}\n"
                            "audits:\n"
                            "  - {specialization: Kubernetes, passed: 2022-03-01}\n"
                            "  - {specialization: Kubernetes, passed: 2024-03-01}\n"
                            "references:\n"
                            "  - {specialization: Threat Protection, customer: Fabrikam, accepted: 2024-03-01}\n"
                            "  - {specialization: Threat Protection, customer: FABRIKAM, accepted: 2024-04-01}\n"
                            "  - {specialization: Threat Protection, customer: Litware, accepted: 2023-04-01}\n"
                            "specializations:\n"
                            "  - {name: Kubernetes, Active_Since: 2024-03-15}\n"
                            "metrics:\n"
                            "  - name: Active users of Identity\n"
                            "    months: {2024-02: 1300, 2024-01: \"1200.5\"}\n";

static void everything_that_may_be_stated(void **state) {
    struct partner partner = {0};
    (void)state;
    file_good(&partner, PARTNER_STATEMENT, whole);
    assert_string_equal(partner.name.text, "Contoso Services");
    assert_int_equal(partner.place.line, 1);
    for (int s = 0; s < PARTNER_SECTIONS; s++)
        assert_true(partner_says(&partner, (enum partner_section)s));
    assert_string_equal(partner.designations[0].name.text, "Infrastructure (Azure)"); /* as the rules write it */
    assert_string_equal(partner.certifications[0].person.text, "A. Example");
    assert_int_equal(partner.certifications[0].place.line, 5);
    assert_int_equal(partner.certifications[0].place.column, 5);
    assert_int_equal(partner.certification_count, 3);
    assert_int_equal(partner.inputs[PARTNER_STATEMENT].bytes, sizeof whole - 1);
    assert_int_equal(strlen(partner.inputs[PARTNER_STATEMENT].sha256), 64);
    partner_free(&partner);
}

static void until_is_the_last_valid_day(void **state) {
    struct partner partner = {0};
    (void)state;
    file_good(&partner, PARTNER_STATEMENT, whole);
    file_assert_people(&partner, "SC-200", 20240114, 0, 0);
    file_assert_people(&partner, "SC-200", 20240115, 1, 1);
    file_assert_people(&partner, "SC-200", 20250115, 2, 2);
    file_assert_people(&partner, "SC-200", 20250116, 1, 1);
    file_assert_people(&partner, "SC-200", 20990101, 1, 1);
    partner_free(&partner);
}

static void questions_of_counts_audits_and_metrics(void **state) {
    static const char *const both[] = {"SC-200", "AZ-500"};
    struct partner partner = {0};
    (void)state;
    file_good(&partner, PARTNER_STATEMENT, whole);
    file_assert_people(&partner, "SC-200", 20240301, 2, 2);
    file_assert_people(&partner, "SC-200", 20240229, 1, 1);
    file_assert_people(&partner, "AZ-500", 20240301, 1, 1);
    assert_int_equal(partner_people(&partner, both, 2, 20240301).certain, 2);
    assert_int_equal(partner.audit_count, 2);
    assert_int_equal(partner.audits[1].passed, 20240301);
    assert_string_equal(partner.audits[1].specialization.text, "Kubernetes");
    assert_int_equal(partner.reference_count, 3);
    assert_int_equal(partner.references[0].customer.number, partner.references[1].customer.number);
    assert_int_equal(partner.references[2].accepted, 20230401);
    assert_int_equal(partner.earned_count, 1);
    assert_int_equal(partner.earned[0].since, 20240315);
    file_assert_value(&partner, "active users of identity", "2024-01", "1200.5");
    file_assert_value(&partner, "Active users of Identity", "2024-03", NULL);
    file_assert_value(&partner, "Active users of Apps", "2024-01", NULL);
    partner_free(&partner);
}

static void entries_that_begin_after_a_day(void **state) {
    struct partner partner = {0};
    uint64_t line = 0;
    (void)state;
    file_good(&partner, PARTNER_STATEMENT, whole);
    assert_int_equal(partner_later(&partner, 20240401, &line), 0);
    assert_int_equal(partner_later(&partner, 20240331, &line), 1); /* FABRIKAM's reference */
    assert_int_equal(line, 16);
    assert_int_equal(partner_later(&partner, 20240201, &line), 5);
    assert_int_equal(line, 9);
    assert_int_equal(partner_later(&partner, 20000101, &line), 10);
    assert_int_equal(line, 3);
    partner_free(&partner);
}

/* R25: what nobody states cannot be told; what is stated is complete. */
static void R25_a_section_left_out_says_nothing(void **state) {
    static const char *const keys[] = {"designations", "certifications",  "audits",
                                       "references",   "specializations", "metrics"};
    (void)state;
    for (int said = 0; said < PARTNER_SECTIONS; said++) {
        char text[64];
        struct partner partner = {0};
        snprintf(text, sizeof text, "partner: Contoso\n%s: []\n", keys[said]);
        file_good(&partner, PARTNER_STATEMENT, text);
        for (int s = 0; s < PARTNER_SECTIONS; s++) {
            assert_int_equal(partner_says(&partner, (enum partner_section)s), s == said);
            assert_int_equal(partner_complete(&partner, (enum partner_section)s), s == said);
        }
        struct partner_count people = partner_people(&partner, file_codes, 1, 20240601);
        assert_int_equal(partner_at_least(people, 1), said == PARTNER_CERTIFICATIONS ? ASSAY_NO : ASSAY_CANNOT_TELL);
        assert_int_equal(partner_at_least(people, 0), ASSAY_YES);
        file_assert_value(&partner, "Active users of Apps", "2024-01", NULL);
        partner_free(&partner);
    }
}

static void a_file_of_comments_says_nothing(void **state) {
    static const char *const texts[] = {"", "\n", "# nothing\n", "---\n", "\xEF\xBB\xBF# nothing\r\n", "--- \n...\n"};
    (void)state;
    for (size_t i = 0; i < PARTNER_COUNT(texts); i++) {
        struct partner partner = {0};
        file_good(&partner, PARTNER_STATEMENT, texts[i]);
        for (int s = 0; s < PARTNER_SECTIONS; s++)
            assert_false(partner_says(&partner, (enum partner_section)s));
        partner_free(&partner);
    }
}

static void all_errors_of_one_run_in_the_order_of_their_places(void **state) {
    (void)state;
    file_refused("designation:\n"
                 "  - nothing\n"
                 "audits:\n"
                 "  - {specialization: Kubernets, passed: 2024-02-30}\n"
                 "  - {specialization: Threat Protection, pased: 2024-02-03}\n"
                 "metrics:\n"
                 "  - name: Active users of Identity\n"
                 "    months: {2024-13: 5, 2024-01: 1_200, 2024-02: -1, 2024-03: 1, 2024-03: 2, 2024-04: ~}\n"
                 "certifications:\n"
                 "  - {person: A, certification: SC-200, since: 1.3.2024, until: 2024-01-01}\n"
                 "  - {person: A, certification: SC-200, since: 2024-03-01, until: 2024-02-01}\n",
                 "1:1 no key is called 'designation'; did you mean 'designations'?\n"
                 "4:22 \"Kubernets\" is no specialization that the rules know; did you mean \"Kubernetes\"?\n"
                 "4:41 \"2024-02-30\" is no day of the calendar; write a day that exists\n"
                 "5:5 an entry of audits without 'passed'; add it\n"
                 "5:41 no key is called 'pased'; did you mean 'passed'?\n"
                 "8:14 \"2024-13\" is not a month; write YYYY-MM\n"
                 "8:35 \"1_200\" is not a number; write 1200\n"
                 "8:51 \"-1\" is negative; write 0 or more\n"
                 "8:67 the same entry stands here twice; keep one of them\n"
                 "8:88 \"~\" is not a number; write a plain one such as 1200\n"
                 "10:47 \"1.3.2024\" is not a day; write 2024-03-01\n"
                 "11:66 until is before since; until is the last valid day\n");
}

static void doubled_keys_and_entries(void **state) {
    (void)state;
    file_refused("audits: []\nAudits: []\n", "2:1 'audits' stands here twice; keep one of them\n");
    file_refused("designations:\n"
                 "  - {name: Security, since: 2024-01-01, Since: 2024-01-02}\n"
                 "  - {name: SECURITY, since: 2024-01-01}\n",
                 "2:41 'since' stands here twice; keep one of them\n"
                 "3:5 the same entry stands here twice; keep one of them\n");
    file_refused("metrics:\n"
                 "  - {name: Active users of Apps, months: {}}\n"
                 "  - {name: active users of apps, months: {}}\n",
                 "3:5 the same entry stands here twice; keep one of them\n");
    file_refused("certifications:\n"
                 "  - {person: A, certification: SC-200, since: 2024-01-01}\n"
                 "  - {person: a, certification: SC-200, since: 2024-01-01}\n",
                 "3:5 the same entry stands here twice; keep one of them\n");
}

static void wrong_types(void **state) {
    (void)state;
    file_refused("just a text\n", "1:1 a text is not a partner file; `assay init` prints a template\n");
    file_refused("- a\n", "1:1 a list is not a partner file; `assay init` prints a template\n");
    file_refused("audits:\n", "1:8 nothing stands where the list of audits is expected; write its entries with '- ', "
                              "or 'audits: []' for none, or leave 'audits' out\n");
    file_refused(
        "audits: [5]\n",
        "1:10 a text stands where an entry is expected; write '- key: value', with a blank behind '-' and ':'\n");
    file_refused("partner: [a]\n", "1:10 a list stands where a value is expected; write a text\n");
    file_refused("partner: ' '\n", "1:10 \" \" is blank; write a text\n");
    file_refused("partner: NULL\n", "1:10 \"NULL\" is blank; write a text\n");
    file_refused("[a]: b\n", "1:1 a list stands where a key is expected; write a word\n");
    file_refused("metrics: [{name: Active users of Apps, months: 5}]\n",
                 "1:48 a text stands where months are expected; write {2024-01: 1200}\n");
    file_refused("audits: [{specialization: Kubernetes, passed: }]\n",
                 "1:47 nothing stands where a value is expected; write a day such as 2024-03-15\n");
}

static void YAML_of_other_ways_is_refused(void **state) {
    (void)state;
    file_refused("partner: &a Contoso\naudits: *a\n",
                 "1:10 an anchor ('&'); write each value where it belongs\n"
                 "2:9 an alias ('*'); write the value once more, or put it in quotes\n"
                 "2:9 nothing stands where the list of audits is expected; write its entries with '- ', or "
                 "'audits: []' for none, or leave 'audits' out\n");
    file_refused("partner: !!str Contoso\n", "1:10 a tag ('!'); remove it: every value is a text\n");
    file_refused("partner: Contoso\n---\naudits: []\n",
                 "2:1 a second document begins here; keep all of it in one, without '---'\n");
    file_refused("%YAML 1.1\n---\naudits: []\n", "1:1 a line that begins with '%'; remove it\n");
    file_refused("a: [[[[[[[[1]]]]]]]]\n",
                 "1:1 no key is called 'a'; keys: designations, certifications, audits, references, specializations, "
                 "metrics, partner\n"
                 "1:11 lists and entries are nested too deep; compare it with `assay init`\n");
}

static void bad_YAML_in_plain_words(void **state) {
    (void)state;
    file_refused("partner: a: b\n", "1:11 a ':' where no key can stand; put a text that holds ': ' in quotes\n");
    file_refused("partner: 'Contoso\n", "1:10 a quote that never closes; close it\n");
    file_refused("partner: 'Bob's firm'\n",
                 "1:15 something stands behind the value; put the whole value in \"double quotes\"\n");
    file_refused("partner: @home\n", "1:10 this character cannot begin a value; put the value in quotes\n");
    file_refused(
        "audits: [{a: b}\n",
        "2:1 here the '[' before goes on without ',' or ']'; put ',' between its entries and ']' behind them\n");
    file_refused("audits: [{a: b: c}]\n",
                 "1:15 here the '{' before goes on without ',' or '}'; put ',' between its keys, '}' behind them, and "
                 "a text that holds ',', ': ' or quotes in quotes\n");
    file_refused("audits:\n\t- a\n", "2:1 a tab in the indentation; indent with blanks\n");
    file_refused("partner: x\n  audits: []\n", "2:9 this line goes on with the value before it, and has a ':'; indent "
                                               "the keys of one entry alike, with blanks\n");
    file_refused(" partner: x\naudits: []\n",
                 "2:1 this is indented unlike the lines before it; indent it like these\n");
    file_refused("audits:\n  - specialization: Kubernetes\n   passed: 2024-01-01\n",
                 "3:4 this is indented unlike the entries before it; begin each entry with '- ', and indent its keys "
                 "alike\n");
    file_refused("partner: \"a\\qb\"\n",
                 "1:12 an unknown escape after '\\'; write \"\\\\\" for a backslash, or use single quotes\n");
}

/* What an error spoiled is left aside, what stands before and behind it is read. */
static void errors_of_YAML_do_not_hide_other_errors(void **state) {
    (void)state;
    file_refused("foo: 1\n"
                 "audits:\n"
                 "  - {specialization: Kubernets, passed: 2024-03-01}\n"
                 "  - specialization: Kubernetes\n"
                 "   passed: 2024-03-01\n"
                 "designations:\r\n"
                 "  - name: Security\n"
                 "\tsince: 2024-02-01\r\n"
                 "references: [\n"
                 "partner: \"Contoso\n"
                 "metrics: 5\n"
                 "audits: []\n",
                 "1:1 no key is called 'foo'; keys: designations, certifications, audits, references, "
                 "specializations, metrics, partner\n"
                 "3:22 \"Kubernets\" is no specialization that the rules know; did you mean \"Kubernetes\"?\n"
                 "5:4 this is indented unlike the entries before it; begin each entry with '- ', and indent its keys "
                 "alike\n"
                 "8:1 a tab in the indentation; indent with blanks\n"
                 "10:10 a quote that never closes; close it\n"
                 "11:10 a text stands where the list of metrics is expected; write its entries with '- ', or "
                 "'metrics: []' for none, or leave 'metrics' out\n"
                 "12:1 'audits' stands here twice; keep one of them\n");
}

static void many_errors_of_YAML_end_soon(void **state) {
    struct text text = {0};
    struct partner partner = {0};
    (void)state;
    for (int i = 0; i < 100000; i++)
        text_add(&text, "a: b: c\n");
    assert_false(file_text(&partner, PARTNER_STATEMENT, text.data));
    assert_true(partner.remarks.errors >= REMARKS_MOST && partner.remarks.errors < 3 * REMARKS_MOST);
    partner_free(&partner);
    text_free(&text);
}

static void a_mark_of_bytes_is_no_character(void **state) {
    struct partner partner = {0};
    (void)state;
    file_good(&partner, PARTNER_STATEMENT, "\xEF\xBB\xBFpartner: Contoso\r\naudits: []\r\n");
    assert_true(partner_says(&partner, PARTNER_AUDITS));
    partner_free(&partner);
    file_refused("\xEF\xBB\xBFpartner: A\nfoo: x\n", "2:1 no key is called 'foo'; keys: designations, certifications, "
                                                     "audits, references, specializations, metrics, partner\n");
}

static void two_bytes_a_character_are_told_once(void **state) {
    static const char *const texts[] = {"\xFF\xFE#\0\n\0", "\xFE\xFF\0#\0\n", "a\0:\0\n\0", "\0a\0:\0\n"};
    (void)state;
    for (size_t i = 0; i < PARTNER_COUNT(texts); i++) {
        struct partner partner = {0};
        assert_false(file_read(&partner, PARTNER_STATEMENT, texts[i], 6));
        file_assert_remarks(&partner, "1:1 the file is UTF-16; save it as UTF-8\n");
        partner_free(&partner);
    }
}

static void characters_that_deceive(void **state) {
    (void)state;
    file_refused("partner: a\x01\nx: \xE2\x80\xAE\n# \xC3\x28\xE2\x80\xA8\n",
                 "1:11 the control character 0x01; remove it\n"
                 "2:4 a control or direction character; remove it, it cannot be seen\n"
                 "3:3 the byte 0xC3 is not UTF-8; save the file as UTF-8\n"
                 "3:5 a control or direction character; remove it, it cannot be seen\n");
    file_refused("partner: \"a\\u202eb\"\n", "1:10 \"a\xEF\xBF\xBD"
                                             "b\" holds a line end, a control or a direction character; write it on "
                                             "one line\n");
    file_refused("partner: |\n  a\n  b\n", "1:10 \"a\xEF\xBF\xBD"
                                           "b\xEF\xBF\xBD\" holds a line end, a control or a direction character; "
                                           "write it on one line\n");
    struct partner partner = {0};
    assert_false(file_read(&partner, PARTNER_STATEMENT, "partner: a\0b\n", 13));
    file_assert_remarks(&partner, "1:11 the control character 0x00; remove it\n");
    partner_free(&partner);
}

static void bounds_of_texts_and_files(void **state) {
    size_t length = DOCUMENT_BYTES_TESTED;
    char *text = malloc(length + 2);
    (void)state;
    memset(text, 'a', length + 1);
    memcpy(text, "partner: ", 9);
    text[9 + PARTNER_TEXT_MAX] = '\0';
    struct partner partner = {0};
    file_good(&partner, PARTNER_STATEMENT, text);
    partner_free(&partner);
    strcat(text, "b");
    assert_false(file_text(&partner, PARTNER_STATEMENT, text));
    assert_non_null(strstr(partner.remarks.items[0].what, "is too long"));
    partner_free(&partner);
    memset(text, '#', length + 1);
    assert_true(file_read(&partner, PARTNER_STATEMENT, text, length));
    partner_free(&partner);
    assert_false(file_read(&partner, PARTNER_STATEMENT, text, length + 1));
    file_assert_remarks(&partner, "0:0 a partner file of more than 1 MiB; is this the right file?\n");
    partner_free(&partner);
    free(text);
}

static void errors_beyond_what_is_kept_are_counted(void **state) {
    struct text text = {0}, out = {0};
    struct partner partner = {0};
    (void)state;
    text_add(&text, "audits:\n");
    for (int i = 0; i < REMARKS_MOST + 5; i++)
        text_add(&text, "- 5\n");
    assert_false(file_text(&partner, PARTNER_STATEMENT, text.data));
    assert_int_equal(partner.remarks.count, REMARKS_MOST);
    assert_int_equal(partner.remarks.errors, REMARKS_MOST + 5);
    remarks_write(&partner.remarks, &out);
    assert_non_null(strstr(out.data, ":2:3: error: a text stands where an entry is expected; write '- key: value', "
                                     "with a blank behind '-' and ':'\n"));
    assert_non_null(strstr(out.data, "\n5 more errors are not shown\n"));
    text_free(&text);
    text_free(&out);
    partner_free(&partner);
}

static void a_file_that_is_not_there_and_a_second_one(void **state) {
    struct partner partner = {0};
    (void)state;
    assert_false(partner_read_statement(&partner, "/nowhere/partner.yaml", &file_names));
    file_assert_remarks(&partner, "0:0 cannot be read: No such file or directory\n");
    partner_free(&partner);
    file_good(&partner, PARTNER_STATEMENT, "audits: []\n");
    assert_false(file_text(&partner, PARTNER_STATEMENT, "audits: []\n"));
    file_assert_remarks(&partner, "0:0 a second partner file; name one\n");
    partner_free(&partner);
}

/* Of few names all are told; what may be meant is tried in tests of its own. */
static void names_that_are_wrong_are_told_the_right_ones(void **state) {
    (void)state;
    file_refused("designations:\n"
                 "- {name: Modern Work, since: 2024-01-01}\n"
                 "- {name: INF, since: 2024-01-01}\n"
                 "certifications:\n"
                 "- {person: A, certification: AZ-900, since: 2024-01-01}\n"
                 "- {person: A, certification: SC200, since: 2024-01-01}\n",
                 "2:10 \"Modern Work\" is no designation that the rules know; write \"Security\" or \"Infrastructure "
                 "(Azure)\"\n"
                 "3:10 \"INF\" is no designation that the rules know; did you mean \"Infrastructure (Azure)\"?\n"
                 "5:30 \"AZ-900\" is no certification that the rules know; write \"SC-200\" or \"AZ-500\", and leave "
                 "others out\n"
                 "6:30 \"SC200\" is no certification that the rules know; did you mean \"SC-200\"?\n");
}

static void a_certification_may_be_named_by_its_title(void **state) {
    struct partner partner = {0};
    (void)state;
    file_good(&partner, PARTNER_STATEMENT,
              "certifications:\n"
              "- {person: A, certification: 'CERTIFIED: security  operations analyst associate', since: 2024-01-01}\n");
    assert_string_equal(partner.certifications[0].code.text, "SC-200");
    partner_free(&partner);
}

static void days_and_months_in_other_ways_are_told_the_right_way(void **state) {
    (void)state;
    file_refused("audits:\n"
                 "- {specialization: Kubernetes, passed: 2023-02-29}\n"
                 "- {specialization: Kubernetes, passed: 10/09/2023}\n"
                 "- {specialization: Kubernetes, passed: 10/29/2023}\n"
                 "- {specialization: Kubernetes, passed: 2024-01-01T00:00:00Z}\n"
                 "- {specialization: Kubernetes, passed: 2024-01}\n"
                 "metrics:\n"
                 "- {name: Active users of Apps, months: {JAN-2024: 1, 2024-1: 2, 2024-02-01: 3}}\n",
                 "2:40 \"2023-02-29\" is no day of the calendar; write a day that exists\n"
                 "3:40 \"10/09/2023\" is not a day; write 2023-10-09, if the month stands first, or "
                 "2023-09-10\n"
                 "4:40 \"10/29/2023\" is not a day; write 2023-10-29\n"
                 "5:40 \"2024-01-01T00:00:00Z\" is not a day; write 2024-01-01\n"
                 "6:40 \"2024-01\" is not a day; write YYYY-MM-DD\n"
                 "8:41 \"JAN-2024\" is not a month; write 2024-01\n"
                 "8:54 \"2024-1\" is not a month; write YYYY-MM\n"
                 "8:65 \"2024-02-01\" is not a month; write 2024-02\n");
}

/* One error in an entry does not hide another. */
static void all_values_of_an_entry_are_looked_at(void **state) {
    (void)state;
    file_refused("certifications:\n"
                 "- {certification: X-1, until: soon}\n"
                 "metrics:\n"
                 "- {name: Users, months: {2024-01: -1, 2024-13: 2}}\n"
                 "- {months: {2024-01: x}}\n",
                 "2:3 an entry of certifications without 'person'; add it\n"
                 "2:3 an entry of certifications without 'since'; add it\n"
                 "2:19 \"X-1\" is no certification that the rules know; write \"SC-200\" or \"AZ-500\", and leave "
                 "others out\n"
                 "2:31 \"soon\" is not a day; write YYYY-MM-DD\n"
                 "4:10 \"Users\" is no metric that the rules know; did you mean \"Active users of Identity\" or "
                 "\"Active users of Apps\"?\n"
                 "4:35 \"-1\" is negative; write 0 or more\n"
                 "4:39 \"2024-13\" is not a month; write YYYY-MM\n"
                 "5:3 an entry of metrics without 'name'; add it\n"
                 "5:22 \"x\" is not a number; write a plain one such as 1200\n");
}

static void numbers_in_other_ways_are_told_the_right_way(void **state) {
    (void)state;
    file_refused("metrics:\n"
                 "- name: Active users of Apps\n"
                 "  months:\n"
                 "    2024-01: 1,200\n"
                 "    2024-02: 12'345 678.5\n"
                 "    2024-03: 1_20\n"
                 "    2024-04: 1.200,500\n"
                 "    2024-05: 0x10\n"
                 "    2024-06: 1,2000\n"
                 "    2024-07: ',200'\n",
                 "4:14 \"1,200\" is not a number; write 1200\n"
                 "5:14 \"12'345 678.5\" is not a number; write 12345678.5\n"
                 "6:14 \"1_20\" is not a number; write a plain one such as 1200\n"
                 "7:14 \"1.200,500\" is not a number; write a plain one such as 1200\n"
                 "8:14 \"0x10\" is not a number; write a plain one such as 1200\n"
                 "9:14 \"1,2000\" is not a number; write a plain one such as 1200\n"
                 "10:14 \",200\" is not a number; write a plain one such as 1200\n");
}

static void blanks_that_are_none(void **state) {
    (void)state;
    file_refused("audits:\n"
                 "\xC2\xA0 - {specialization: Kubernetes, passed: 2024-01-01}\n"
                 "  \xE3\x80\x80- {specialization: Kubernetes, passed: 2024-02-01}\n",
                 "2:1 a blank of another kind in the indentation; indent with plain blanks\n"
                 "3:3 a blank of another kind in the indentation; indent with plain blanks\n");
    struct partner partner = {0};
    file_good(&partner, PARTNER_STATEMENT, "partner: Contoso\xC2\xA0Services\n");
    partner_free(&partner);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_that_may_be_stated),
        cmocka_unit_test(until_is_the_last_valid_day),
        cmocka_unit_test(questions_of_counts_audits_and_metrics),
        cmocka_unit_test(entries_that_begin_after_a_day),
        cmocka_unit_test(R25_a_section_left_out_says_nothing),
        cmocka_unit_test(a_file_of_comments_says_nothing),
        cmocka_unit_test(all_errors_of_one_run_in_the_order_of_their_places),
        cmocka_unit_test(doubled_keys_and_entries),
        cmocka_unit_test(wrong_types),
        cmocka_unit_test(YAML_of_other_ways_is_refused),
        cmocka_unit_test(bad_YAML_in_plain_words),
        cmocka_unit_test(characters_that_deceive),
        cmocka_unit_test(bounds_of_texts_and_files),
        cmocka_unit_test(errors_beyond_what_is_kept_are_counted),
        cmocka_unit_test(a_file_that_is_not_there_and_a_second_one),
        cmocka_unit_test(errors_of_YAML_do_not_hide_other_errors),
        cmocka_unit_test(many_errors_of_YAML_end_soon),
        cmocka_unit_test(a_mark_of_bytes_is_no_character),
        cmocka_unit_test(two_bytes_a_character_are_told_once),
        cmocka_unit_test(names_that_are_wrong_are_told_the_right_ones),
        cmocka_unit_test(a_certification_may_be_named_by_its_title),
        cmocka_unit_test(days_and_months_in_other_ways_are_told_the_right_way),
        cmocka_unit_test(all_values_of_an_entry_are_looked_at),
        cmocka_unit_test(numbers_in_other_ways_are_told_the_right_way),
        cmocka_unit_test(blanks_that_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
