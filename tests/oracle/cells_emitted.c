/* cells_emitted.c - what is emitted of a model, read back and proved; and refused of a model that says otherwise. */
#include "compiler/passes.h"
#include "compiler/proof/proof.h"
#include "tests/oracle/cells.h"

#include <stdio.h>

static bool emitted_read(const struct assay_ruleset *rules, struct arena *arena, struct decoded *decoded) {
    const struct emitted *all = emit_c(rules, arena);
    size_t count = 0;
    for (const struct emitted *file = all; file; file = file->next)
        count++;
    struct decode_file *files = ARENA_ARRAY(arena, count, struct decode_file);
    struct decode_error error;
    count = 0;
    for (const struct emitted *file = all; file; file = file->next)
        files[count++] = (struct decode_file){file->name, file->bytes, file->length, false};
    if (decode_files(files, count, arena, decoded, &error)) return true;
    printf("mismatch: %s:%u:%u: %s\n", error.file, error.line, error.column, error.text);
    return false;
}

static size_t emitted_differences(const struct model *model, const struct decoded *decoded, bool algebra,
                                  struct arena *arena) {
    struct proof proof = {.arena = arena, .model = model, .decoded = decoded, .algebra = algebra};
    proof_make(&proof);
    if (proof.difference_count) {
        const struct proof_difference *first = &proof.differences[0];
        const char *said[] = {first->where, first->what, first->row};
        printf("%s: %s (%s)\n", said[0] ? said[0] : "", said[1], said[2] ? said[2] : "no row");
    }
    return proof.difference_count;
}

uint64_t cells_emitted(const struct model *model, const struct assay_ruleset *rules, struct arena *arena) {
    struct decoded decoded;
    if (!emitted_read(rules, arena, &decoded)) return 1;
    uint64_t mismatches = emitted_differences(model, &decoded, false, arena) != 0;
    return mismatches + (emitted_differences(model, &decoded, true, arena) != 0);
}
