/* decode_value.c - initialisers: numbers, texts, what points elsewhere, and rows of members. */
#include "compiler/proof/decode_internal.h"

#include <string.h>

size_t decode_size(struct decode_shape shape) {
    static const size_t sizes[] = {[DECODE_U8] = 1,
                                   [DECODE_U16] = 2,
                                   [DECODE_U32] = 4,
                                   [DECODE_U64] = 8,
                                   [DECODE_TEXT] = sizeof(char *),
                                   [DECODE_POINTER] = sizeof(void *)};
    return shape.kind == DECODE_STRUCT ? shape.of->size : sizes[shape.kind];
}

bool decode_is_letters(const struct decode_type *type) {
    return strcmp(type->name, "char") == 0;
}

/* ---- Numbers ---- */

static bool value_digits(struct decode *decode, uint64_t *value) {
    const unsigned char *at = decode->token.begin, *end = at + decode->token.length;
    if (decode->token.kind != TOKEN_NUMBER) return decode_wrong(decode, "a number was expected");
    bool hexadecimal = decode->token.length > 2 && at[1] == 'x';
    uint64_t base = hexadecimal ? 16 : 10;
    *value = 0;
    for (at += hexadecimal ? 2 : 0; at < end; at++) {
        uint64_t digit = *at <= '9' ? (uint64_t)(*at - '0') : (uint64_t)((*at | 0x20) - 'a' + 10);
        if (*value > (UINT64_MAX - digit) / base) return decode_wrong(decode, "the number has more than 64 bits");
        *value = *value * base + digit;
    }
    decode_advance(decode);
    return true;
}

/* ASSAY_COUNT(array); ASSAY_TEXTS(array): without the NULL at its end. */
static bool value_count(struct decode *decode, uint64_t *value) {
    bool texts = decode_is(decode, "ASSAY_TEXTS");
    decode_advance(decode);
    if (!decode_expect(decode, "(")) return false;
    const struct decode_symbol *symbol =
        decode_symbol_find(decode, (const char *)decode->token.begin, decode->token.length);
    if (!symbol || symbol->kind != DECODE_OBJECT || !symbol->object.array || decode_is_letters(symbol->object.type))
        return decode_wrong(decode, "the name of an array that stands above was expected");
    *value = symbol->object.count - texts;
    decode_advance(decode);
    return decode_expect(decode, ")");
}

static bool value_number(struct decode *decode, uint64_t *value) {
    if (decode->token.kind != TOKEN_NAME) return value_digits(decode, value);
    if (decode_is(decode, "ASSAY_COUNT") || decode_is(decode, "ASSAY_TEXTS")) return value_count(decode, value);
    if (decode_take(decode, "UINT64_C"))
        return decode_expect(decode, "(") && value_digits(decode, value) && decode_expect(decode, ")");
    const char *name = (const char *)decode->token.begin;
    const struct decode_constant *constant = decode_constant_named(name, decode->token.length);
    const struct decode_symbol *symbol = decode_symbol_find(decode, name, decode->token.length);
    if (!constant && !(symbol && symbol->kind == DECODE_NUMBER))
        return decode_wrong(decode, "a number, a field or a constant of assay.h was expected");
    *value = constant ? constant->value : symbol->number;
    decode_advance(decode);
    return true;
}

static bool value_put_number(struct decode *decode, enum decode_kind kind, void *to) {
    struct token at = decode->token;
    uint64_t value;
    if (!value_number(decode, &value)) return false;
    size_t bits = 8 * decode_size((struct decode_shape){kind, NULL});
    if (bits < 64 && value >> bits) {
        decode->token = at;
        return decode_wrong(decode, "the number has more than %zu bits", bits);
    }
    uint8_t u8 = (uint8_t)value;
    uint16_t u16 = (uint16_t)value;
    uint32_t u32 = (uint32_t)value;
    const void *from = kind == DECODE_U8    ? (void *)&u8
                       : kind == DECODE_U16 ? (void *)&u16
                       : kind == DECODE_U32 ? (void *)&u32
                                            : (void *)&value;
    memcpy(to, from, bits / 8);
    return true;
}

/* ---- Texts ---- */

/* The name of letters that stand above. */
static bool value_letters(struct decode *decode, void *to) {
    const struct decode_symbol *symbol =
        decode_symbol_find(decode, (const char *)decode->token.begin, decode->token.length);
    if (!symbol || symbol->kind != DECODE_OBJECT || !symbol->object.array || !decode_is_letters(symbol->object.type))
        return decode_wrong(decode, "a text in quotes, or the name of one that stands above, was expected");
    memcpy(to, symbol->object.data, sizeof(const char *));
    decode_advance(decode);
    return true;
}

/* The lexer let only \" \\ \? and three octal digits through. */
static bool value_text(struct decode *decode, void *to) {
    const char *text = NULL;
    if (decode_is(decode, "NULL")) {
        decode_advance(decode);
        memcpy(to, &text, sizeof text);
        return true;
    }
    if (decode->token.kind == TOKEN_NAME) return value_letters(decode, to);
    if (decode->token.kind != TOKEN_TEXT) return decode_wrong(decode, "a text in quotes was expected");
    const unsigned char *at = decode->token.begin + 1, *end = decode->token.begin + decode->token.length - 1;
    char *out = arena_alloc(decode->arena, (size_t)(end - at) + 1), *put = out;
    while (at < end) {
        bool octal = *at == '\\' && at[1] >= '0' && at[1] <= '7';
        if (octal) {
            *put++ = (char)((at[1] - '0') * 64 + (at[2] - '0') * 8 + (at[3] - '0'));
            if (!put[-1]) return decode_wrong(decode, "a text cannot hold a NUL");
        } else {
            *put++ = (char)(*at == '\\' ? at[1] : *at);
        }
        at += octal ? 4 : *at == '\\' ? 2 : 1;
    }
    text = out;
    memcpy(to, &text, sizeof text);
    decode_advance(decode);
    return true;
}

/* ---- What points elsewhere ---- */

static bool value_pointer(struct decode *decode, const struct decode_type *type, void *to) {
    const void *target = NULL;
    if (!decode_take(decode, "NULL")) {
        bool object = decode_take(decode, "&");
        const char *name = (const char *)decode->token.begin;
        const struct decode_symbol *symbol = decode_symbol_find(decode, name, decode->token.length);
        if (decode->token.kind != TOKEN_NAME || !symbol || symbol->kind == DECODE_NUMBER)
            return decode_wrong(decode, "the name of a table that stands above was expected");
        if (symbol->kind == DECODE_ANNOUNCED) return decode_wrong(decode, "no file here defines %s", symbol->name);
        if (symbol->object.type != type || symbol->object.array == object)
            return decode_wrong(decode, "%s is not what belongs here: %s%s", symbol->name, type->name,
                                object ? "" : ", as an array");
        target = symbol->object.data;
        decode_advance(decode);
    }
    memcpy(to, &target, sizeof target);
    return true;
}

/* ---- Rows ---- */

static const struct decode_member *value_member(const struct decode *decode, const struct decode_type *type) {
    const char *name = (const char *)decode->token.begin;
    for (const struct decode_member *member = type->members; member->name; member++) {
        if (strlen(member->name) == decode->token.length && memcmp(member->name, name, decode->token.length) == 0)
            return member;
    }
    return NULL;
}

static bool value_row(struct decode *decode, const struct decode_type *type, void *to) {
    uint64_t seen = 0;
    if (!decode_expect(decode, "{")) return false;
    do {
        if (!decode_expect(decode, ".")) return false;
        const struct decode_member *member = value_member(decode, type);
        if (!member) return decode_wrong(decode, "a member of %s was expected", type->name);
        uint64_t bit = UINT64_C(1) << (member - type->members);
        if (seen & bit) return decode_wrong(decode, "%s stands twice", member->name);
        seen |= bit;
        decode_advance(decode);
        if (!decode_expect(decode, "=")) return false;
        if (!decode_value(decode, member->shape, (char *)to + member->offset)) return false;
    } while (decode_take(decode, ",") && !decode_is(decode, "}"));
    return decode_expect(decode, "}");
}

bool decode_value(struct decode *decode, struct decode_shape shape, void *to) {
    switch (shape.kind) {
    case DECODE_TEXT:
        return value_text(decode, to);
    case DECODE_POINTER:
        return value_pointer(decode, shape.of, to);
    case DECODE_STRUCT:
        return value_row(decode, shape.of, to);
    case DECODE_U8:
    case DECODE_U16:
    case DECODE_U32:
    case DECODE_U64:
        break;
    }
    return value_put_number(decode, shape.kind, to);
}
