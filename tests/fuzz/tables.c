/* Emitted files with bytes replaced, put in and taken out: the reader says what is wrong or gives tables, and these are
 * proved or refused. The bytes are edits, four each: a place, and a byte with what is done with it. */
#include "compiler/ast/tree.h"
#include "compiler/passes.h"
#include "compiler/proof/certificate.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const char rules[] =
    "usage \"U\" edition \"1\" cites \"Page\", 2023-07-11\n"
    "field C column \"C\" means \"see\" at \"https://example.com/c\" field A column \"A\" assume \"x\" when absent "
    "field B column \"B\" assume blank when absent\n"
    "amount Cost column \"Cost\" in USD customer Who column \"Who\" except \"UNKNOWN\" month M column \"M\"\n"
    "alias \"y y\" means \"x\" in A, B spelling \"z\" means \"q?\" in B note \"n\"\n"
    "counts only where B is none of \"t\", L known not to count \"t\", blank\n"
    "counts once per A, Who preferring B \"u\", then least C\n"
    "performance is refreshed by day 20 of every month knowledge is refreshed within 10 days\n"
    "step for audit \"Do\" in \"Site\" at \"https://example.com/\" as any of \"R\", \"S\" under \"P\", area, name when "
    "all else is met\n"
    "cites \"Steps\", 2024 at \"https://example.com/steps\" step for neither \"Look\" in \"Site\" under name\n"
    "active means \"a tag\" at \"http://example.com/\"\n"
    "cross-check A with \"1\" for dropped and \"0\" for kept end\n"
    "list L of B \"l\" \"m\" end\n"
    "specialization \"S\" area \"Area\" formerly \"R\" cites \"Page\", 2023-07-11 requires audit by a third party\n"
    "requires designation any of \"D\" note \"n\"\n"
    "measure \"M\" effective from 2023-01-01 counts usage where A is \"x\" and (B is \"u\" or B is not blank)\n"
    "measure \"N\" counts usage under either option \"1\" A is blank option \"2\" A is anything except \"x\", \"w\"\n"
    "end\n";

struct fuzz_base {
    struct arena arena;
    struct sources sources;
    struct diagnostics diagnostics;
    struct tree tree;
    const struct model *model;
    const struct emitted *files;
};

static void base_make(struct fuzz_base *base) {
    base->sources.arena = &base->arena;
    base->diagnostics.arena = &base->arena;
    source_add(&base->sources, "fuzz.assay", rules, strlen(rules));
    source_arrange(&base->sources);
    parse_files(&base->sources, &base->diagnostics, &base->tree);
    check_tree(&base->tree, &base->arena, &base->diagnostics);
    if (base->diagnostics.errors) abort();
    base->model = lower_tree(&base->tree, &base->sources, &base->arena, &base->diagnostics);
    base->files = emit_c(layout_ruleset(base->model, &base->arena), &base->arena);
}

/* Does one edit in whichever file its place falls into. */
static void base_edit(struct decode_file *files, size_t count, const uint8_t *edit) {
    size_t total = 0, file = 0;
    for (size_t i = 0; i < count; i++)
        total += files[i].length;
    size_t at = (size_t)(edit[0] | edit[1] << 8) * 7 % total;
    while (at >= files[file].length)
        at -= files[file++].length;
    char *bytes = (char *)(uintptr_t)files[file].bytes;
    size_t *length = &files[file].length;
    if (edit[2] % 3 == 0) {
        bytes[at] = (char)edit[3];
    } else if (edit[2] % 3 == 1) {
        memmove(bytes + at, bytes + at + 1, *length - at);
        --*length;
    } else {
        memmove(bytes + at + 1, bytes + at, *length - at);
        bytes[at] = (char)edit[3];
        bytes[++*length] = '\0';
    }
}

static size_t base_files(const struct fuzz_base *base, struct arena *arena, struct decode_file *files, size_t edits) {
    size_t count = 0;
    for (const struct emitted *file = base->files; file; file = file->next) {
        char *bytes = arena_alloc(arena, file->length + edits + 1);
        memcpy(bytes, file->bytes, file->length);
        files[count++] = (struct decode_file){file->name, bytes, file->length, false};
    }
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static struct fuzz_base base;
    if (!base.model) base_make(&base);
    struct arena arena = {0};
    struct decode_file files[16];
    struct decoded decoded;
    struct decode_error error;
    struct text text = {0};
    size_t count = base_files(&base, &arena, files, size / 4);
    for (size_t i = 0; i + 4 <= size; i += 4)
        base_edit(files, count, bytes + i);
    if (decode_files(files, count, &arena, &decoded, &error)) {
        struct proof proof = {.arena = &arena, .model = base.model, .decoded = &decoded};
        proof_make(&proof);
        if (proof.difference_count)
            certificate_differences_text(&proof, "tables", "compile", &text);
        else
            certificate_json(&proof, &text);
    } else {
        certificate_error_json(&error, "compile", &text);
    }
    text_free(&text);
    arena_free(&arena);
    return 0;
}
