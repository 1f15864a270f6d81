/* decode_internal.h - what the files of the decoder share. */
#ifndef ASSAY_PROOF_DECODE_INTERNAL_H
#define ASSAY_PROOF_DECODE_INTERNAL_H

#include "compiler/proof/decode.h"
#include "compiler/proof/token.h"

/* A name that stands for a number: a field, or a constant of assay.h. */
struct decode_constant {
    const char *name;
    uint64_t value;
};

struct decode_symbol {
    const char *name; /* NULL: an empty slot */
    size_t length;
    uint32_t scope; /* 0: all files may announce it; else the file's number */
    enum { DECODE_OBJECT, DECODE_NUMBER, DECODE_ANNOUNCED } kind;
    uint64_t number;
    struct decode_object object; /* DECODE_OBJECT: which it is; DECODE_ANNOUNCED: what it must be */
};

struct decode {
    struct arena *arena;
    struct decode_file *files;
    size_t file_count;
    struct decode_symbol *symbols; /* open addressing */
    size_t symbol_mask, symbol_count;
    struct decode_object *objects;
    size_t object_count, object_capacity;
    struct decode_error *error;
    /* The file that is being read. */
    const struct decode_file *file;
    uint32_t scope;
    const unsigned char *end;
    struct token token;
    unsigned depth; /* of files that include one another */
};

/* ---- decode_types.c ---- */

/* The struct or the type of elements with this name ("struct assay_usage", "uint16_t"); NULL when there is none. */
const struct decode_type *decode_type_named(const char *name);
const struct decode_constant *decode_constant_named(const char *name, size_t length);

/* ---- decode_symbol.c ---- */

/* The symbol that the file sees: its own, or what it announces by `extern`, once that is defined; NULL when there is
 * none. */
struct decode_symbol *decode_symbol_find(const struct decode *decode, const char *name, size_t length);
/* A new symbol of this scope; NULL when there is one already. */
struct decode_symbol *decode_symbol_add(struct decode *decode, const char *name, size_t length, uint32_t scope);
/* Whether an object is what the symbol was announced as. */
bool decode_symbol_fits(const struct decode_symbol *symbol, const struct decode_object *object);
/* A symbol that all files may announce; NULL when none defines it. Requires that there are symbols. */
const struct decode_symbol *decode_symbol_global(const struct decode *decode, const char *name);
/* A symbol that was announced and never defined, or otherwise; NULL when there is none. */
const struct decode_symbol *decode_symbol_undefined(const struct decode *decode);
void decode_object_add(struct decode *decode, const struct decode_object *object);

/* ---- decode_file.c ---- */

/* Says what is wrong at the token, once. Always false. */
bool decode_wrong(struct decode *decode, const char *format, ...) __attribute__((format(printf, 2, 3)));
void decode_advance(struct decode *decode);
bool decode_is(const struct decode *decode, const char *word);
/* Goes on behind a word or mark that must stand here. */
bool decode_expect(struct decode *decode, const char *word);
/* Goes on behind it if it stands here. */
bool decode_take(struct decode *decode, const char *word);
/* Reads a file into a scope, with what it includes. */
bool decode_read(struct decode *decode, struct decode_file *file, uint32_t scope);

/* ---- decode_value.c ---- */

/* Whether an array of this type is one text: const char NAME[] = "...". */
bool decode_is_letters(const struct decode_type *type);

/* Reads a value of a shape to `to`. */
bool decode_value(struct decode *decode, struct decode_shape shape, void *to);
size_t decode_size(struct decode_shape shape);

#endif
