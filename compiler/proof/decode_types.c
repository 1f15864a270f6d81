/* decode_types.c - what may stand in the tables: the structs of assay.h and the types of elements. */
#include "compiler/proof/decode_internal.h"

#include <string.h>

static const struct decode_type type_text = {"char *", sizeof(const char *), NULL, {DECODE_TEXT, NULL}};
static const struct decode_type type_letters = {"char", sizeof(const char *), NULL, {DECODE_TEXT, NULL}};
static const struct decode_type type_u16 = {"uint16_t", sizeof(uint16_t), NULL, {DECODE_U16, NULL}};
static const struct decode_type type_u32 = {"uint32_t", sizeof(uint32_t), NULL, {DECODE_U32, NULL}};
static const struct decode_type type_u64 = {"uint64_t", sizeof(uint64_t), NULL, {DECODE_U64, NULL}};

/* A number's kind follows from its member's size, so that it cannot be stated wrongly. */
#define SIZE(tag, member) sizeof(((const struct assay_##tag *)0)->member)
#define KIND(size)        ((size) == 1 ? DECODE_U8 : (size) == 2 ? DECODE_U16 : (size) == 4 ? DECODE_U32 : DECODE_U64)

/* Of each struct its members, the type itself, and the type of pointers to it. */
#define STRUCT(tag)                                                                                                    \
    static const struct decode_type type_##tag;                                                                        \
    static const struct decode_member members_##tag[] = {
#define MEMBER(tag, member, ...)   {#member, offsetof(struct assay_##tag, member), {__VA_ARGS__}},
#define TEXT(tag, member)          MEMBER(tag, member, DECODE_TEXT, NULL)
#define NUMBER(tag, member)        MEMBER(tag, member, KIND(SIZE(tag, member)), NULL)
#define POINTER(tag, member, type) MEMBER(tag, member, DECODE_POINTER, &type)
#define INNER(tag, member, type)   MEMBER(tag, member, DECODE_STRUCT, &type)
#define END(tag)                                                                                                       \
    {                                                                                                                  \
        NULL, 0, {                                                                                                     \
            DECODE_U8, NULL                                                                                            \
        }                                                                                                              \
    }                                                                                                                  \
    }                                                                                                                  \
    ;                                                                                                                  \
    static const struct decode_type type_##tag = {                                                                     \
        "struct assay_" #tag, sizeof(struct assay_##tag), members_##tag, {DECODE_STRUCT, &type_##tag}};                \
    static const struct decode_type pointers_##tag = {                                                                 \
        "struct assay_" #tag " *", sizeof(void *), NULL, {DECODE_POINTER, &type_##tag}};
#include "compiler/proof/decode_types.def"
#undef STRUCT
#undef TEXT
#undef NUMBER
#undef POINTER
#undef INNER
#undef END

static const struct decode_type *const types[] = {
    &type_text, &type_letters, &type_u16, &type_u32, &type_u64,
#define STRUCT(tag) &type_##tag, &pointers_##tag,
#define TEXT(tag, member)
#define NUMBER(tag, member)
#define POINTER(tag, member, type)
#define INNER(tag, member, type)
#define END(tag)
#include "compiler/proof/decode_types.def"
};

const struct decode_type *decode_type_named(const char *name) {
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i]->name, name) == 0) return types[i];
    return NULL;
}

/* ---- Constants ---- */

#define CONSTANT(name)                                                                                                 \
    { #name, name }

static const struct decode_constant constants[] = {
    CONSTANT(ASSAY_ABI),
    CONSTANT(ASSAY_ANY_OF),
    CONSTANT(ASSAY_NONE_OF),
    CONSTANT(ASSAY_ANYTHING_EXCEPT),
    CONSTANT(ASSAY_REQUIRES_AMOUNT),
    CONSTANT(ASSAY_REQUIRES_GROWTH),
    CONSTANT(ASSAY_REQUIRES_METRIC),
    CONSTANT(ASSAY_REQUIRES_PEOPLE),
    CONSTANT(ASSAY_REQUIRES_DESIGNATION),
    CONSTANT(ASSAY_REQUIRES_AUDIT),
    CONSTANT(ASSAY_REQUIRES_REFERENCES),
    CONSTANT(ASSAY_REQUIRES_ANY_OF),
    CONSTANT(ASSAY_REQUIRES_ALL_OF),
    CONSTANT(ASSAY_REQUIRES_UNPUBLISHED),
    CONSTANT(ASSAY_STEP_AUDIT),
    CONSTANT(ASSAY_STEP_REFERENCES),
    CONSTANT(ASSAY_STEP_NEITHER),
    CONSTANT(ASSAY_PLACE_TEXT),
    CONSTANT(ASSAY_PLACE_AREA),
    CONSTANT(ASSAY_PLACE_NAME),
    CONSTANT(ASSAY_TEXT),
    CONSTANT(ASSAY_AMOUNT),
    CONSTANT(ASSAY_CUSTOMER),
    CONSTANT(ASSAY_MONTH),
    CONSTANT(ASSAY_ASSUME_UNSAID),
    CONSTANT(ASSAY_ASSUME_NOTHING),
    CONSTANT(ASSAY_ASSUME_BLANK),
    CONSTANT(ASSAY_ASSUME_VALUE),
};

const struct decode_constant *decode_constant_named(const char *name, size_t length) {
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++) {
        if (strlen(constants[i].name) == length && memcmp(constants[i].name, name, length) == 0) return &constants[i];
    }
    return NULL;
}
