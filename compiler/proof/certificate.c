/* certificate.c - the certificate. */
#include "compiler/proof/certificate.h"

#include "compiler/base/digest.h"
#include "runtime/base/json.h"

#include <string.h>

/* ---- Hashes of rule files ---- */

struct certificate_hashes {
    const char **files; /* in the order of model->sources */
    const char *all;    /* of the lines `HASH  NAME` of all files */
};

static const char *hash_of(const char *bytes, size_t length, struct arena *arena) {
    struct digest digest;
    digest_begin(&digest);
    digest_add(&digest, bytes, length);
    const char *hash = digest_end(&digest, arena);
    return hash ? hash : "unknown";
}

static struct certificate_hashes hashes_make(const struct proof *proof) {
    const struct sources *sources = proof->model->sources;
    struct certificate_hashes hashes = {ARENA_ARRAY(proof->arena, sources->count, const char *), NULL};
    struct digest digest;
    digest_begin(&digest);
    for (size_t i = 0; i < sources->count; i++) {
        const struct source *file = &sources->files[i];
        hashes.files[i] = hash_of(file->bytes, file->length, proof->arena);
        const char *line = arena_format(proof->arena, "%s  %s\n", hashes.files[i], file->name);
        digest_add(&digest, line, strlen(line));
    }
    const char *all = digest_end(&digest, proof->arena);
    hashes.all = all ? all : "unknown";
    return hashes;
}

/* ---- For people ---- */

/* With thousands separators. */
static void certificate_number(struct text *out, int width, uint64_t number) {
    char digits[32], spaced[48];
    int length = snprintf(digits, sizeof digits, "%llu", (unsigned long long)number), at = 0;
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0) spaced[at++] = ',';
        spaced[at++] = digits[i];
    }
    spaced[at] = '\0';
    text_addf(out, "%*s", width, spaced);
}

static void certificate_line(struct text *out, uint64_t number, const char *what) {
    text_add(out, "  ");
    certificate_number(out, 11, number);
    text_addf(out, "  %s\n", what);
}

static void certificate_together(const struct proof *proof, struct text *out) {
    const struct proof_counts *counts = &proof->counts;
    if (counts->cells_done) {
        certificate_line(out, counts->cells,
                         "cells, all that the rules tell apart: the runtime, on these tables, answers in each");
        text_add(out, "               what every rule says as it is written; sets of clauses that it decided: ");
        certificate_number(out, 0, counts->sets);
        text_add(out, "\n");
        return;
    }
    text_add(out, "  The cells of all rules together were not gone through one by one");
    if (proof->algebra)
        text_add(out, ": box algebra was asked for");
    else if (counts->cells > PROOF_CELLS_MAX)
        text_addf(out, ": there are more than %d", PROOF_CELLS_MAX);
    text_add(out, ".\n  That each rule is proved and each bit compared is complete without it.\n");
}

static void certificate_proof(const struct proof *proof, struct text *out) {
    const struct proof_counts *counts = &proof->counts;
    text_add(out, "\nproof\n");
    certificate_line(out, counts->facts, "facts said once: names, dates, texts, numbers, lines");
    certificate_line(out, counts->texts, "texts that rules name: in the index, found, and meaning what they mean");
    certificate_line(out, counts->spellings, "spellings and other texts looked up by the runtime");
    certificate_line(out, counts->bits,
                     "bits of the index, text by text and clause by clause, against the reviewed tables");
    certificate_line(out, counts->rules,
                     "measures and eligibilities: the clauses of the reviewed tables hold where the rule holds");
    if (counts->rules > counts->algebra) {
        text_add(out, "               ");
        certificate_number(out, 0, counts->rules - counts->algebra);
        text_add(out, " on all cells that they tell apart, ");
        certificate_number(out, 0, counts->rule_cells);
        text_add(out, "\n");
    }
    if (counts->algebra) {
        text_add(out, "               ");
        certificate_number(out, 0, counts->algebra);
        text_add(out, " by box algebra\n");
    }
    certificate_together(proof, out);
    certificate_line(out, counts->rows,
                     "random rows with absent cells: the runtime's three answers, against brute force");
    text_add(out, "\nnot read: comments in the tables\n");
}

void certificate_text(const struct proof *proof, struct text *out) {
    struct certificate_hashes hashes = hashes_make(proof);
    const struct sources *sources = proof->model->sources;
    text_addf(out, "The tables are what the rules say.\n\nedition  %s\nrules    sha256 %s, of these files\n",
              proof->model->edition, hashes.all);
    for (size_t i = 0; i < sources->count; i++)
        text_addf(out, "         %s  %s\n", hashes.files[i], sources->files[i].name);
    text_addf(out, "tables   sha256 %s, of decisions/; index.c states the same\n", proof->decoded->hash);
    text_addf(out, "derived  sha256 %s, of index.c and lines/\n", proof->decoded->derived_hash);
    text_addf(out, "abi      %d\n", ASSAY_ABI);
    certificate_proof(proof, out);
}

/* ---- For programs ---- */

static void json_proof(const struct proof *proof, struct json *json) {
    const struct proof_counts *counts = &proof->counts;
    json_object(json, "proof");
    json_uint(json, "facts", counts->facts);
    json_uint(json, "texts", counts->texts);
    json_uint(json, "spellings", counts->spellings);
    json_uint(json, "index_bits", counts->bits);
    json_uint(json, "rules", counts->rules);
    json_uint(json, "clauses", counts->clauses);
    json_uint(json, "rule_cells", counts->rule_cells);
    json_uint(json, "rules_by_algebra", counts->algebra);
    if (counts->cells_done)
        json_uint(json, "cells", counts->cells);
    else
        json_null(json, "cells");
    json_uint(json, "sets_decided", counts->sets);
    json_uint(json, "rows_with_absent_cells", counts->rows);
    json_end_object(json);
}

void certificate_json(const struct proof *proof, struct text *out) {
    struct certificate_hashes hashes = hashes_make(proof);
    const struct sources *sources = proof->model->sources;
    struct json json = {.out = out};
    json_object(&json, NULL);
    json_bool(&json, "proved", true);
    json_string(&json, "edition", proof->model->edition);
    json_object(&json, "rules");
    json_string(&json, "sha256", hashes.all);
    json_array(&json, "files");
    for (size_t i = 0; i < sources->count; i++) {
        json_object(&json, NULL);
        json_string(&json, "name", sources->files[i].name);
        json_string(&json, "sha256", hashes.files[i]);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
    json_object(&json, "tables");
    json_uint(&json, "abi", ASSAY_ABI);
    json_string(&json, "hash", proof->decoded->hash);
    json_string(&json, "derived_sha256", proof->decoded->derived_hash);
    json_end_object(&json);
    json_proof(proof, &json);
    json_end_object(&json);
    json_finish(&json);
}
