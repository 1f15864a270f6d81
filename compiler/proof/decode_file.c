/* decode_file.c - one emitted file: its directives and its definitions. */
#include "compiler/proof/decode_internal.h"

#include <inttypes.h>
#include <string.h>

enum { DECODE_DEPTH = 4 };

#define FIRST_LINE "/* Written by assayc from rule files: change the rule, not this file. */\n"

/* ---- Tokens ---- */

bool decode_wrong(struct decode *decode, const char *format, ...) {
    if (decode->error->text) return false;
    struct decode_error *error = decode->error;
    const char *at = decode->file->bytes, *end = (const char *)decode->token.begin;
    error->file = decode->file->name;
    error->line = error->column = 1;
    for (; at < end; at++) {
        error->column = *at == '\n' ? 1 : error->column + 1;
        error->line += *at == '\n';
    }
    va_list arguments;
    va_start(arguments, format);
    error->text = arena_format_list(decode->arena, format, arguments);
    va_end(arguments);
    return false;
}

void decode_advance(struct decode *decode) {
    decode->token = token_next(decode->token.begin + decode->token.length, decode->end);
}

bool decode_is(const struct decode *decode, const char *word) {
    return (decode->token.kind == TOKEN_NAME || decode->token.kind == TOKEN_MARK) &&
           strlen(word) == decode->token.length && memcmp(word, decode->token.begin, decode->token.length) == 0;
}

bool decode_take(struct decode *decode, const char *word) {
    if (!decode_is(decode, word)) return false;
    decode_advance(decode);
    return true;
}

bool decode_expect(struct decode *decode, const char *word) {
    return decode_take(decode, word) || decode_wrong(decode, "'%s' was expected", word);
}

/* ---- Directives ---- */

/* Whether the directive is this line, as a whole or up to `rest`. */
static bool file_line(const struct decode *decode, const char *line, const char **rest) {
    size_t length = strlen(line);
    if (decode->token.kind != TOKEN_DIRECTIVE || decode->token.length < length) return false;
    if (!rest && decode->token.length != length) return false;
    if (rest)
        *rest = arena_string(decode->arena, (const char *)decode->token.begin + length, decode->token.length - length);
    return memcmp(decode->token.begin, line, length) == 0;
}

static bool file_expect_line(struct decode *decode, const char *line) {
    if (!file_line(decode, line, NULL)) return decode_wrong(decode, "'%s' was expected", line);
    decode_advance(decode);
    return true;
}

/* #if ASSAY_ABI != N, #error, #endif: the tables refuse another header. */
static bool file_abi(struct decode *decode, const char *number) {
    const char *rest;
    if (strcmp(number, arena_format(decode->arena, "%d", ASSAY_ABI)) != 0)
        return decode_wrong(decode, "the tables were written for ABI %.20s of assay.h, and this assayc reads ABI %d",
                            number, ASSAY_ABI);
    decode_advance(decode);
    if (!file_line(decode, "#error \"", &rest)) return decode_wrong(decode, "'#error \"...' was expected");
    decode_advance(decode);
    return file_expect_line(decode, "#endif");
}

static bool file_pragmas(struct decode *decode) {
    const char *rest;
    decode_advance(decode);
    while (file_line(decode, "#pragma GCC diagnostic ignored \"-W", &rest))
        decode_advance(decode);
    return file_expect_line(decode, "#endif");
}

/* The file that is included, by its name relative to this one. */
static struct decode_file *file_included(const struct decode *decode, const char *name) {
    const char *slash = strrchr(decode->file->name, '/');
    int folder = slash ? (int)(slash + 1 - decode->file->name) : 0;
    if (folder && strncmp(name, "../", 3) == 0) {
        folder = 0;
        name += 3;
    }
    const char *path = arena_format(decode->arena, "%.*s%s", folder, decode->file->name, name);
    for (size_t i = 0; i < decode->file_count; i++)
        if (strcmp(decode->files[i].name, path) == 0) return &decode->files[i];
    return NULL;
}

static bool file_include(struct decode *decode, const char *rest) {
    size_t length = strlen(rest);
    if (length < 2 || rest[length - 1] != '"') return decode_wrong(decode, "'#include \"...\"' was expected");
    const char *name = arena_string(decode->arena, rest, length - 1);
    struct decode outer = *decode;
    if (strcmp(name, "assay.h") != 0) {
        struct decode_file *file = file_included(decode, name);
        if (!file) return decode_wrong(decode, "%s is missing", name);
        if (decode->depth == DECODE_DEPTH) return decode_wrong(decode, "too many files include one another");
        decode->depth++;
        if (!decode_read(decode, file, decode->scope)) return false;
        decode->file = outer.file;
        decode->end = outer.end;
        decode->token = outer.token;
        decode->depth = outer.depth;
    }
    decode_advance(decode);
    return true;
}

/* #ifndef NAME, #define NAME: a header is read once by a file. False: wrong, or *again. */
static bool file_guard(struct decode *decode, const char *name, bool *again) {
    *again = !decode_symbol_add(decode, name, strlen(name), decode->scope);
    if (*again) return false;
    decode_advance(decode);
    return file_expect_line(decode, arena_format(decode->arena, "#define %s", name));
}

static bool file_directive(struct decode *decode, unsigned *guards, bool *again) {
    const char *rest;
    const unsigned char *begin = decode->token.begin;
    if (begin > (const unsigned char *)decode->file->bytes && begin[-1] != '\n')
        return decode_wrong(decode, "a directive begins its line");
    if (file_line(decode, "#include \"", &rest)) return file_include(decode, rest);
    if (file_line(decode, "#if ASSAY_ABI != ", &rest)) return file_abi(decode, rest);
    if (file_line(decode, "#ifdef __GNUC__", NULL)) return file_pragmas(decode);
    if (file_line(decode, "#define ASSAY_COUNT(array) (sizeof(array) / sizeof((array)[0]))", NULL) ||
        file_line(decode, "#define ASSAY_TEXTS(array) (ASSAY_COUNT(array) - 1)", NULL)) {
        decode_advance(decode);
        return true;
    }
    if (file_line(decode, "#ifndef ", &rest)) return ++*guards, file_guard(decode, rest, again);
    if (*guards && file_line(decode, "#endif", NULL)) {
        --*guards;
        decode_advance(decode);
        return true;
    }
    return decode_wrong(decode, "no such directive is written by assayc");
}

/* ---- Definitions ---- */

static bool file_name(struct decode *decode, struct token *name) {
    *name = decode->token;
    if (name->kind != TOKEN_NAME) return decode_wrong(decode, "a name was expected");
    decode_advance(decode);
    return true;
}

/* enum { FIELD_A, FIELD_B, }; */
static bool file_enum(struct decode *decode) {
    if (!decode_expect(decode, "enum") || !decode_expect(decode, "{")) return false;
    for (uint64_t number = 0; !decode_is(decode, "}"); number++) {
        struct token name = decode->token;
        if (name.kind != TOKEN_NAME) return decode_wrong(decode, "the name of a field was expected");
        struct decode_symbol *symbol = decode_symbol_add(decode, (const char *)name.begin, name.length, decode->scope);
        if (!symbol) return decode_wrong(decode, "this name stands twice");
        symbol->kind = DECODE_NUMBER;
        symbol->number = number;
        decode_advance(decode);
        if (!decode_take(decode, ",") && !decode_is(decode, "}")) return decode_wrong(decode, "',' was expected");
    }
    return decode_expect(decode, "}") && decode_expect(decode, ";");
}

/* const char *const, const uint16_t, const struct assay_usage, const struct assay_list *const */
static const struct decode_type *file_type(struct decode *decode) {
    struct token word;
    if (!decode_expect(decode, "const")) return NULL;
    struct token begin = decode->token;
    bool tagged = decode_take(decode, "struct");
    if (!file_name(decode, &word)) return NULL;
    bool pointer = decode_take(decode, "*");
    if (pointer && !decode_expect(decode, "const")) return NULL;
    const char *name = arena_format(decode->arena, "%s%.*s%s", tagged ? "struct " : "", (int)word.length,
                                    (const char *)word.begin, pointer ? " *" : "");
    const struct decode_type *type = decode_type_named(name);
    if (type) return type;
    decode->token = begin;
    decode_wrong(decode, "no table is of the type %.60s", name);
    return NULL;
}

/* The elements between the braces, into an array that grows. */
static bool file_elements(struct decode *decode, struct decode_object *object) {
    struct decode_shape shape = object->type->element;
    size_t size = decode_size(shape), capacity = 0;
    if (!decode_expect(decode, "{")) return false;
    do {
        if (object->count == capacity) {
            void *grown = arena_array(decode->arena, capacity = capacity ? 2 * capacity : 8, size);
            if (object->count) memcpy(grown, object->data, object->count * size);
            object->data = grown;
        }
        if (!decode_value(decode, shape, (char *)object->data + object->count++ * size)) return false;
    } while (decode_take(decode, ",") && !decode_is(decode, "}"));
    return decode_expect(decode, "}");
}

/* const char NAME[] = "...": one text, which stands in the register as an array of one. */
static bool file_letters(struct decode *decode, struct decode_object *object) {
    if (!object->array) return decode_wrong(decode, "letters are an array");
    if (decode->token.kind != TOKEN_TEXT) return decode_wrong(decode, "a text in quotes was expected");
    object->data = arena_alloc(decode->arena, object->type->size);
    object->count = 1;
    return decode_value(decode, object->type->element, object->data);
}

static bool file_initialiser(struct decode *decode, struct decode_object *object) {
    if (decode_is_letters(object->type)) return file_letters(decode, object);
    if (object->array) return file_elements(decode, object);
    struct decode_shape shape = object->type->element;
    object->data = arena_alloc(decode->arena, decode_size(shape));
    object->count = 1;
    return decode_value(decode, shape, object->data);
}

static bool file_announce(struct decode *decode, const struct token *name, const struct decode_object *object) {
    struct decode_symbol *symbol = decode_symbol_add(decode, (const char *)name->begin, name->length, decode->scope);
    if (!symbol) return decode_wrong(decode, "this name stands twice");
    symbol->kind = DECODE_ANNOUNCED;
    symbol->object = *object;
    return true;
}

/* What all files may use is announced in its own file, too, if anywhere. */
static bool file_define(struct decode *decode, const struct token *name, struct decode_object *object, bool own) {
    const char *begin = (const char *)name->begin;
    if (!decode_expect(decode, "=") || !file_initialiser(decode, object)) return false;
    const struct decode_symbol *announced = own ? NULL : decode_symbol_find(decode, begin, name->length);
    if (announced && announced->kind == DECODE_ANNOUNCED && !decode_symbol_fits(announced, object))
        return decode_wrong(decode, "%s was announced otherwise", announced->name);
    struct decode_symbol *symbol = decode_symbol_add(decode, begin, name->length, own ? decode->scope : 0);
    if (!symbol) return decode_wrong(decode, "%.*s is defined twice", (int)name->length, begin);
    object->name = symbol->name;
    symbol->kind = DECODE_OBJECT;
    symbol->object = *object;
    decode_object_add(decode, object);
    return true;
}

static bool file_declaration(struct decode *decode) {
    bool external = decode_take(decode, "extern"), own = !external && decode_take(decode, "static");
    struct decode_object object = {.file = decode->file};
    struct token name;
    object.type = file_type(decode);
    if (!object.type || !file_name(decode, &name)) return false;
    object.array = decode_take(decode, "[");
    if (object.array && !decode_expect(decode, "]")) return false;
    bool good = external ? file_announce(decode, &name, &object) : file_define(decode, &name, &object, own);
    return good && decode_expect(decode, ";");
}

bool decode_read(struct decode *decode, struct decode_file *file, uint32_t scope) {
    unsigned guards = 0;
    bool again = false, good = true;
    decode->file = file;
    decode->scope = scope;
    decode->end = (const unsigned char *)file->bytes + file->length;
    decode->token = (struct token){TOKEN_END, (const unsigned char *)file->bytes, 0};
    file->used = true;
    if (file->length < strlen(FIRST_LINE) || memcmp(file->bytes, FIRST_LINE, strlen(FIRST_LINE)) != 0)
        return decode_wrong(decode, "assayc did not write this file: its first line is another");
    for (decode_advance(decode); good && !again && decode->token.kind != TOKEN_END;) {
        if (decode->token.kind == TOKEN_DIRECTIVE)
            good = file_directive(decode, &guards, &again) || again;
        else if (decode_is(decode, "enum"))
            good = file_enum(decode);
        else
            good = file_declaration(decode);
    }
    if (good && guards && !again) return decode_wrong(decode, "'#endif' was expected");
    return good;
}
