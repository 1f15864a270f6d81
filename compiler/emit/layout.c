#include "compiler/emit/layout.h"

#include "compiler/emit/emit.h"
#include "compiler/passes.h"

#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

uint16_t layout_count(struct layout *layout, size_t count) {
    layout->too_large = layout->too_large || count > UINT16_MAX;
    return (uint16_t)count;
}

uint32_t layout_line(const struct layout *layout, struct span span) {
    return source_line(layout->model->sources, span.begin).line;
}

const char *const *layout_texts(struct layout *layout, const struct model_text *texts, size_t count) {
    if (count == 0) return NULL;
    const char **list = ARENA_ARRAY(layout->arena, count, const char *);
    for (size_t i = 0; i < count; i++)
        list[i] = texts[i].text;
    return list;
}

struct assay_citation layout_citation(const struct model_citation *cites) {
    return (struct assay_citation){cites->title.text, cites->date, cites->secondary, cites->address};
}

/* ---- The order of tables ---- */

struct layout_named {
    const char *slug;
    const struct assay_specialization *table;
};

static int layout_by_file(const void *left, const void *right) {
    const struct layout_named *a = left, *b = right;
    return emit_file_compare(a->slug, b->slug);
}

static const struct assay_specialization *const *layout_specializations(struct layout *layout) {
    size_t count = layout->model->specialization_count;
    const char **names = ARENA_ARRAY(layout->arena, count, const char *);
    struct layout_named *named = ARENA_ARRAY(layout->arena, count, struct layout_named);
    const struct assay_specialization **sorted = ARENA_ARRAY(layout->arena, count, const struct assay_specialization *);
    for (size_t i = 0; i < count; i++)
        names[i] = layout->model->specializations[i].name.text;
    const char *const *slugs = emit_slugs(names, count, layout->arena);
    for (size_t i = 0; i < count; i++) {
        named[i] = (struct layout_named){slugs[i], layout_specialization(layout, &layout->model->specializations[i])};
    }
    qsort(named, count, sizeof *named, layout_by_file);
    for (size_t i = 0; i < count; i++)
        sorted[i] = named[i].table;
    return sorted;
}

/* ---- The hash ---- */

static const char *layout_hash(const struct assay_ruleset *rules, struct arena *arena) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    struct arena printed = {0};
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    bool good = context && EVP_DigestInit_ex(context, EVP_sha256(), NULL);
    for (const struct emitted *file = emit_decisions(rules, &printed); good && file; file = file->next) {
        good = EVP_DigestUpdate(context, file->bytes, file->length);
    }
    good = good && EVP_DigestFinal_ex(context, digest, &length);
    EVP_MD_CTX_free(context);
    arena_free(&printed);
    if (!good) return NULL;
    char *hash = arena_alloc(arena, 2 * (size_t)length + 1);
    for (unsigned int i = 0; i < length; i++) {
        hash[2 * i] = "0123456789abcdef"[digest[i] >> 4];
        hash[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
    }
    return hash;
}

const struct assay_ruleset *layout_ruleset(const struct model *model, struct arena *arena) {
    struct layout layout = {.model = model, .arena = arena};
    struct assay_ruleset *rules = ARENA_NEW(arena, struct assay_ruleset);
    rules->abi = ASSAY_ABI;
    rules->list_count = layout_count(&layout, model->list_count);
    rules->lists = layout.lists = layout_lists(&layout);
    rules->usage = layout_usage(&layout);
    rules->specialization_count = layout_count(&layout, model->specialization_count);
    rules->specializations = layout_specializations(&layout);
    if (layout.too_large) return NULL;
    rules->index = layout_index(rules, arena);
    if (!rules->index) return NULL;
    rules->hash = layout_hash(rules, arena);
    return rules->hash ? rules : NULL;
}
