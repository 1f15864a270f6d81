/* The steps of the proof that mutants of the tables never come to: faults between the expression as written and the
 * clauses, which the tables repeat faithfully. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/proof/proof.h"
#include "tests/unit/from_text.h"

static const char rules[] = FROM_TEXT_USAGE("counts only where C is none of \"trial\"")
    FROM_TEXT_SPECIALIZATION("S", "measure \"M\" counts usage where A is \"x\" and (B is \"u\" or B is blank)\n"
                                  "measure \"N\" counts usage where A is anything except \"x\", \"y\"\n");

/* Lays the model out, emits it, reads it back and has it proved. */
static struct proof prove(struct from_text *from, const struct model *model, bool algebra) {
    struct proof proof = {.arena = &from->arena, .model = model, .algebra = algebra};
    struct decoded *decoded = ARENA_NEW(&from->arena, struct decoded);
    struct decode_file *files = ARENA_ARRAY(&from->arena, 16, struct decode_file);
    struct decode_error error;
    size_t count = 0;
    const struct emitted *file = emit_c(layout_ruleset(model, &from->arena), &from->arena);
    for (; file; file = file->next)
        files[count++] = (struct decode_file){file->name, file->bytes, file->length, false};
    assert_true(decode_files(files, count, &from->arena, decoded, &error));
    proof.decoded = decoded;
    proof_make(&proof);
    return proof;
}

static void rules_as_they_are(void **state) {
    (void)state;
    struct from_text from;
    const struct model *model = from_text(&from, rules);
    struct proof proof = prove(&from, model, false);
    assert_int_equal(proof.difference_count, 0);
    assert_true(proof.counts.cells_done);
    assert_int_equal(proof.counts.cells,
                     3 * 3 * 2); /* of A: x, blank with y, other; of B: u, blank, other; of C: trial, other */
    proof = prove(&from, model, true);
    assert_int_equal(proof.difference_count, 0);
    assert_int_equal(proof.counts.algebra, 3);
    from_text_end(&from);
}

/* A measure's second clause is lost: the tables say what the clauses say, not what the rule does. */
static void a_clause_that_is_lost(void **state) {
    (void)state;
    for (int algebra = 0; algebra < 2; algebra++) {
        struct from_text from;
        struct model *model = from_text(&from, rules);
        model->specializations[0].measures[0].rule.clause_count = 1;
        struct proof proof = prove(&from, model, algebra);
        assert_int_equal(proof.difference_count, 1);
        assert_string_equal(proof.step, "rules");
        assert_string_equal(proof.differences[0].where, "measure \"M\" of \"S\"");
        assert_string_equal(proof.differences[0].row, "A \"x\", B blank");
        assert_false(proof.differences[0].row_counts);
        from_text_end(&from);
    }
}

/* A condition says something else in the clauses than in the expression. */
static void a_condition_that_is_turned(void **state) {
    (void)state;
    for (int algebra = 0; algebra < 2; algebra++) {
        struct from_text from;
        struct model *model = from_text(&from, rules);
        struct model_clause *clause = &model->specializations[0].measures[1].rule.clauses[0];
        struct model_condition turned = *clause->conditions[0];
        turned.test = ASSAY_NONE_OF;
        clause->conditions[0] = &turned;
        struct proof proof = prove(&from, model, algebra);
        assert_int_equal(proof.difference_count, 1);
        assert_string_equal(proof.step, "rules");
        assert_string_equal(proof.differences[0].row, "A blank");
        assert_true(proof.differences[0].row_counts);
        from_text_end(&from);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_as_they_are),
        cmocka_unit_test(a_clause_that_is_lost),
        cmocka_unit_test(a_condition_that_is_turned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
