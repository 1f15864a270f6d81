/* decode.h - emitted tables, read back from their C text.
 *
 * Reads exactly the C that `assayc compile` writes, and nothing else: const objects and arrays with designated
 * initialisers, of the types that runtime/core/assay.h declares. Shares no code with the emitter, so that a fault there
 * cannot hide itself. What was read is a rule set in memory; its arrays stand in a register, so that a reader can know
 * how long each is before it believes a count. */
#ifndef ASSAY_PROOF_DECODE_H
#define ASSAY_PROOF_DECODE_H

#include "compiler/base/arena.h"
#include "runtime/core/assay.h"

#include <stdbool.h>

enum decode_kind { DECODE_U8, DECODE_U16, DECODE_U32, DECODE_U64, DECODE_TEXT, DECODE_POINTER, DECODE_STRUCT };

struct decode_type;

/* What an element or a member is. */
struct decode_shape {
    enum decode_kind kind;
    const struct decode_type *of; /* DECODE_STRUCT: this one; DECODE_POINTER: what it points to */
};

struct decode_member {
    const char *name;
    size_t offset;
    struct decode_shape shape;
};

/* A struct of assay.h, or a type of elements ("uint16_t": one member without a name). */
struct decode_type {
    const char *name;
    size_t size;
    const struct decode_member *members; /* ends with a name NULL; NULL for types of elements */
    struct decode_shape element;         /* of an array of it */
};

/* One object or array that was defined. */
struct decode_object {
    const char *name;
    const struct decode_file *file;
    const struct decode_type *type;
    void *data;
    size_t count; /* elements; 1 for an object */
    bool array;
};

/* One file below the folder. */
struct decode_file {
    const char *name; /* "decisions/usage.c" */
    const char *bytes;
    size_t length;
    bool used; /* read, or included by a file that was */
};

struct decoded {
    struct assay_ruleset *rules;
    struct decode_object *objects; /* sorted by address */
    size_t object_count;
    struct decode_file *files; /* index.c, decisions/ and lines/, sorted by name, bytes */
    size_t file_count;
    const char *hash;         /* SHA-256 of decisions/, in order of file name */
    const char *derived_hash; /* of index.c and lines/ */
};

/* Why tables could not be read. */
struct decode_error {
    const char *file; /* relative to the folder; NULL: the folder itself */
    uint32_t line, column;
    const char *text; /* what is wrong; NULL: nothing */
    bool unreadable;  /* the folder or a file cannot be read at all: a wrong call */
};

/* Reads what stands below `folder`. False with *error. All of it lives in the arena. */
bool decode_folder(const char *folder, struct arena *arena, struct decoded *decoded, struct decode_error *error);

/* The same from files in memory; `used` is set here. */
bool decode_files(struct decode_file *files, size_t count, struct arena *arena, struct decoded *decoded,
                  struct decode_error *error);

/* The object that begins at an address; NULL when there is none. */
const struct decode_object *decode_at(const struct decoded *decoded, const void *data);

#endif
