/* test.h - how `assayc test` names what no example reaches. */
#ifndef ASSAY_COMPILER_CLI_TEST_H
#define ASSAY_COMPILER_CLI_TEST_H

#include "compiler/model/model.h"

/* What tells an alternative from the others of its rule, or of its option: the conditions that not all of them have. */
struct test_alternative {
    struct span span;  /* of the first such condition; of the option when that has one alternative only */
    const char *words; /* "A is "1" and B is blank", cut when there are many; NULL: the option says it */
};

/* One per clause of the rule, in the arena. */
const struct test_alternative *test_alternatives(const struct model_rule *rule, const struct sources *sources,
                                                 struct arena *arena);

#endif
