#include "compiler/base/fold.h"

#include "runtime/core/assay.h"

#include <string.h>

const char *fold_text(struct arena *arena, const char *text) {
    if (!text) return NULL;
    size_t length = strlen(text);
    char *folded = arena_string(arena, text, length);
    folded[assay_fold(folded, text, length)] = '\0';
    return folded;
}

bool fold_same(const char *a, const char *b) {
    return assay_same(a, strlen(a), b, strlen(b)) != 0;
}

const char *fold_header(struct arena *arena, const char *text) {
    char *folded = arena_string(arena, text, strlen(text));
    size_t length = assay_fold(folded, folded, strlen(folded)), kept = 0;
    for (size_t i = 0; i < length; i++)
        if (folded[i] != ' ' && folded[i] != '_') folded[kept++] = folded[i];
    folded[kept] = '\0';
    return folded;
}
