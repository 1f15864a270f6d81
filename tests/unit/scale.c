/* Rules of the largest sizes that the language allows are compiled in moments, also where values and names are many. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/emit/emit.h"
#include "compiler/emit/layout_check.h"
#include "tests/unit/from_text.h"

#include <time.h>

enum { SECONDS_MAX = 5 }; /* of the processor; sanitized builds take one or two, quadratic ones from eight to hours */

/* The files that the rules become; they live in `from`. Frees `rules`. */
static const struct emitted *compile(struct from_text *from, struct text *rules) {
    clock_t begin = clock();
    struct model *model = from_text(from, rules->data);
    assert_non_null(model);
    const struct assay_ruleset *tables = layout_ruleset(model, &from->arena);
    assert_non_null(tables);
    assert_null(layout_check(tables, &from->arena));
    const struct emitted *files = emit_c(tables, &from->arena);
    assert_true(clock() - begin < SECONDS_MAX * CLOCKS_PER_SEC);
    text_free(rules);
    return files;
}

static const char *bytes_of(const struct emitted *files, const char *name) {
    while (files && strcmp(files->name, name) != 0)
        files = files->next;
    assert_non_null(files);
    return files->bytes;
}

static void add_values(struct text *rules, const char *between, unsigned count) {
    for (unsigned i = 0; i < count; i++)
        text_addf(rules, "%s\"v%u\"", i ? between : "", i);
}

#define HEAD "specialization \"S\" area \"A\" cites \"P\", 2023-07-11 requires neither audit nor references\n"

static void alternatives_on_one_line(void **state) {
    (void)state;
    struct from_text from;
    struct text rules = {0};
    text_add(&rules, FROM_TEXT_USAGE("") HEAD "measure \"M\" counts usage where A is ");
    add_values(&rules, " or A is ", 4096);
    text_add(&rules, " end");
    const char *bytes = bytes_of(compile(&from, &rules), "decisions/s.c");
    assert_non_null(strstr(bytes, " texts_m_a[] = {\n    \"v0\",\n};"));
    assert_non_null(strstr(bytes, " texts_m_a_2[] = {\n    \"v1\",\n};"));
    assert_non_null(strstr(bytes, " texts_m_a_4096[] = {\n    \"v4095\",\n};"));
    from_text_end(&from);
}

static void values_on_one_line(void **state) {
    (void)state;
    struct from_text from;
    struct text rules = {0};
    text_add(&rules, FROM_TEXT_USAGE("") HEAD "measure \"M\" counts usage where A is any of ");
    add_values(&rules, ", ", 60000);
    text_add(&rules, " end");
    compile(&from, &rules);
    from_text_end(&from);
}

static void a_list_in_many_alternatives(void **state) {
    (void)state;
    struct from_text from;
    struct text rules = {0};
    text_add(&rules, FROM_TEXT_USAGE("") "list L of A\n");
    add_values(&rules, "\n", 60000);
    text_add(&rules, "\nend\n" HEAD "measure \"M\" counts usage where A is any of L and (B is ");
    add_values(&rules, " or B is ", 200);
    text_add(&rules, ") end");
    compile(&from, &rules);
    from_text_end(&from);
}

static void aliases(void **state) {
    (void)state;
    struct from_text from;
    struct text rules = {0};
    text_add(&rules, "usage \"U\" edition \"1\" cites \"P\", 2023-07-11\nfield A column \"A\" "
                     "amount Cost column \"Cost\" in USD\n");
    for (unsigned i = 0; i < 30000; i++)
        text_addf(&rules, "alias \"a%u\" means \"v%u\" in A\n", i, i);
    text_add(&rules, "end\n" HEAD "measure \"M\" counts usage where A is any of ");
    add_values(&rules, ",\n", 30000);
    text_add(&rules, " end");
    compile(&from, &rules);
    from_text_end(&from);
}

static void names_that_give_one_slug(void **state) {
    (void)state;
    enum { COUNT = 4000 };
    struct arena arena = {0};
    const char **names = ARENA_ARRAY(&arena, COUNT, const char *);
    for (unsigned i = 0; i < COUNT; i++)
        names[i] = arena_format(&arena, "S%*s%*s", (int)(i / 64 + 1), "!", (int)(i % 64 + 1), "?");
    clock_t begin = clock();
    const char *const *slugs = emit_slugs(names, COUNT, &arena);
    assert_true(clock() - begin < SECONDS_MAX * CLOCKS_PER_SEC);
    for (size_t i = 0; i < COUNT; i++)
        assert_int_equal(slugs[i][0], 's');
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alternatives_on_one_line),    cmocka_unit_test(values_on_one_line),
        cmocka_unit_test(a_list_in_many_alternatives), cmocka_unit_test(aliases),
        cmocka_unit_test(names_that_give_one_slug),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
