#include "runtime/usage/document.h"

#include "runtime/base/show.h"
#include "runtime/base/utf8.h"

#include <stdio.h>
#include <string.h>
#include <yaml.h>

/* What comes after an error is read on as a piece of its own, from the next key at the left margin, so that one run
 * says all that is wrong. */
struct document {
    yaml_parser_t parser;
    struct pool *pool;
    struct remarks *remarks;
    const char *piece, *end;                     /* what is being parsed */
    uint64_t lines;                              /* before the piece */
    bool begun;                                  /* a document, in the piece */
    struct document_node **slot[DOCUMENT_DEPTH]; /* where an open list or map hangs */
    struct document_node **tail[DOCUMENT_DEPTH]; /* where its next child goes */
    size_t depth;
    struct document_node *root;
    bool stopped;
    yaml_mark_t error; /* where it stopped for an error */
};

static struct remark_place document_place(const struct document *document, const yaml_mark_t *mark) {
    return (struct remark_place){document->lines + mark->line + 1, (uint32_t)mark->column + 1};
}

/* ---- Characters ---- */

/* Says what is wrong with the character at a place; 0 bytes: it is not UTF-8. */
static void document_bad_character(struct remarks *remarks, struct remark_place place, const char *at, size_t size) {
    if (size == 0)
        remarks_error(remarks, place, "save the file as UTF-8", "the byte 0x%02X is not UTF-8", (unsigned char)*at);
    else if (size == 1)
        remarks_error(remarks, place, "remove it", "the control character 0x%02X", (unsigned char)*at);
    else
        remarks_error(remarks, place, "remove it, it cannot be seen", "a control or direction character");
}

/* U+2028 and U+2029: YAML would begin a line there, editors do not. */
static bool document_separator(const char *at, size_t size) {
    return size == 3 && (memcmp(at, "\xE2\x80\xA8", 3) == 0 || memcmp(at, "\xE2\x80\xA9", 3) == 0);
}

static bool document_line_end(const char *at) {
    return at[0] == '\n' || at[0] == '\r';
}

/* Text of two bytes a character: by its mark, or by the NUL in the first of them, which is ASCII. */
static bool document_wide(const char *bytes, size_t length) {
    return length > 1 &&
           (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0 || !bytes[0] != !bytes[1]);
}

/* Whether all characters may stand in a file that people read; each that may not is said. */
static bool document_check(struct remarks *remarks, const char *bytes, size_t length) {
    uint64_t before = remarks->errors;
    if (document_wide(bytes, length)) {
        remarks_error(remarks, (struct remark_place){1, 1}, "save it as UTF-8", "the file is UTF-16");
        return false;
    }
    struct remark_place place = {1, 1};
    bool indented = true; /* nothing but blanks so far on the line */
    for (size_t at = 0; at < length;) {
        size_t size = utf8_character(bytes + at, length - at);
        bool blank = bytes[at] == '\t' || document_line_end(bytes + at);
        if (!size || (!blank && (show_steers(bytes + at, size) || document_separator(bytes + at, size))))
            document_bad_character(remarks, place, bytes + at, size);
        else if (indented && size > 1 && utf8_white(bytes + at, size))
            remarks_error(remarks, place, "indent with plain blanks", "a blank of another kind in the indentation");
        indented = document_line_end(bytes + at) || (indented && utf8_white(bytes + at, size ? size : 1));
        bool pair = bytes[at] == '\r' && at + 1 < length && bytes[at + 1] == '\n';
        if (document_line_end(bytes + at) && !pair)
            place = (struct remark_place){place.line + 1, 1};
        else
            place.column++;
        at += size ? size : 1;
    }
    return remarks->errors == before;
}

/* ---- What libyaml finds, in plain words ---- */

enum document_where { WHERE_FOUND, WHERE_OPENED };

struct document_words {
    const char *problem, *what, *remedy;
    enum document_where where;
};

#define DOCUMENT_QUOTE "a quote that never closes", "close it", WHERE_OPENED

static const struct document_words document_problems[] = {
    {"mapping values are not allowed", "this line goes on with the value before it, and has a ':'",
     "indent the keys of one entry alike, with blanks", WHERE_FOUND},
    {"could not find expected ':'", "a key without ':'", "write 'key: value'", WHERE_FOUND},
    {"did not find expected key", "this is indented unlike the lines before it",
     "indent the keys of one entry alike, with blanks", WHERE_FOUND},
    {"did not find expected '-' indicator", "this is indented unlike the entries before it",
     "begin each entry with '- ', and indent its keys alike", WHERE_FOUND},
    {"block sequence entries are not allowed", "a '-' where no list can begin",
     "put the list on the lines after its key, indented alike", WHERE_FOUND},
    {"cannot start any token", "this character cannot begin a value", "put the value in quotes", WHERE_FOUND},
    {"found a tab character", "a tab in the indentation", "indent with blanks", WHERE_FOUND},
    {"did not find expected ',' or ']'", "here the '[' before goes on without ',' or ']'",
     "put ',' between its entries and ']' behind them", WHERE_FOUND},
    {"did not find expected ',' or '}'", "here the '{' before goes on without ',' or '}'",
     "put ',' between its keys, '}' behind them, and a text that holds ',', ': ' or quotes in quotes", WHERE_FOUND},
    {"unexpected end of stream", DOCUMENT_QUOTE},
    {"unexpected document indicator", DOCUMENT_QUOTE},
    {"escape", "an unknown escape after '\\'", "write \"\\\\\" for a backslash, or use single quotes", WHERE_FOUND},
    {"parsing a quoted scalar", DOCUMENT_QUOTE},
    {"<document start>", "this is indented unlike the lines before it", "indent it like these", WHERE_FOUND},
    {"directive", "a line that begins with '%'", "put it in quotes, or remove it", WHERE_FOUND},
};

/* What libyaml takes for bad indentation, though it stands behind something on its line. */
static const struct document_words document_behind = {NULL, "something stands behind the value",
                                                      "put the whole value in \"double quotes\"", WHERE_FOUND};
static const struct document_words document_colon = {NULL, "a ':' where no key can stand",
                                                     "put a text that holds ': ' in quotes", WHERE_FOUND};
static const struct document_words document_unknown = {NULL, "this is no YAML",
                                                       "compare it with what `assay init` prints", WHERE_FOUND};

/* The beginning of the line behind this one, or the end. */
static const char *document_next(const struct document *document, const char *at) {
    while (at < document->end && !document_line_end(at))
        at++;
    bool pair = document->end - at > 1 && at[0] == '\r' && at[1] == '\n';
    return at < document->end ? at + 1 + pair : at;
}

/* The line of the piece with a number from 0, or the end. */
static const char *document_line(const struct document *document, size_t number) {
    const char *at = document->piece;
    while (number-- && at < document->end)
        at = document_next(document, at);
    return at;
}

/* Whether something stands before a mark on its line, but for what may lead an entry. */
static bool document_led(const struct document *document, const yaml_mark_t *mark) {
    const char *line = document_line(document, mark->line);
    size_t blanks = 0;
    while (line + blanks < document->end && (line[blanks] == ' ' || line[blanks] == '-'))
        blanks++;
    return blanks < mark->column;
}

/* Whether a key stands on the line before the ':' at a mark, so that this one is within its value. */
static bool document_keyed(const struct document *document, const yaml_mark_t *mark) {
    const char *line = document_line(document, mark->line);
    for (size_t i = 0; i + 1 < mark->column && line + i + 1 < document->end && !document_line_end(line + i); i++)
        if (line[i] == ':' && line[i + 1] == ' ') return true;
    return false;
}

/* libyaml's text; of characters that begin nothing, a tab is one that people do not see. */
static const char *document_problem(const yaml_parser_t *parser) {
    const char *problem = parser->problem ? parser->problem : "";
    bool tab = strstr(problem, "cannot start any token") && parser->unread && *parser->buffer.pointer == '\t';
    return tab ? "found a tab character" : problem;
}

static const struct document_words *document_say(const struct document *document, const char *problem) {
    const yaml_mark_t *mark = &document->parser.problem_mark;
    if (strstr(problem, "expected key") && document_led(document, mark)) return &document_behind;
    if (strstr(problem, "mapping values") && document_keyed(document, mark)) return &document_colon;
    for (size_t i = 0; i < sizeof document_problems / sizeof *document_problems; i++)
        if (strstr(problem, document_problems[i].problem)) return &document_problems[i];
    return &document_unknown;
}

static void document_syntax(struct document *document) {
    const yaml_parser_t *parser = &document->parser;
    document->stopped = true;
    if (parser->error == YAML_MEMORY_ERROR) {
        document->pool->failed = true;
        return;
    }
    const struct document_words *words = document_say(document, document_problem(parser));
    document->error = words->where == WHERE_OPENED ? parser->context_mark : parser->problem_mark;
    remarks_error(document->remarks, document_place(document, &document->error), words->remedy, "%s", words->what);
}

/* ---- The tree ---- */

static void document_refuse(struct document *document, const yaml_event_t *event, const char *what,
                            const char *remedy) {
    remarks_error(document->remarks, document_place(document, &event->start_mark), remedy, "%s", what);
    document->error = event->start_mark;
}

/* Hangs a new node where the next child goes. */
static struct document_node *document_add(struct document *document, const yaml_event_t *event,
                                          enum document_kind kind) {
    struct document_node *node = pool_take(document->pool, sizeof *node);
    if (!node) {
        document->stopped = true;
        return NULL;
    }
    *node = (struct document_node){.kind = kind, .text = "", .place = document_place(document, &event->start_mark)};
    if (document->depth > 0) {
        *document->tail[document->depth - 1] = node;
        document->tail[document->depth - 1] = &node->next;
    } else if (!document->root) {
        document->root = node;
    }
    return node;
}

static void document_open(struct document *document, const yaml_event_t *event, enum document_kind kind) {
    if (document->depth == DOCUMENT_DEPTH) {
        document_refuse(document, event, "lists and entries are nested too deep", "compare it with `assay init`");
        document->stopped = true;
        return;
    }
    bool again = document->depth == 0 && document->root && kind == document->root->kind;
    struct document_node **slot = document->depth ? document->tail[document->depth - 1] : &document->root;
    struct document_node *node = again ? document->root : document_add(document, event, kind);
    if (!node) return;
    document->slot[document->depth] = slot;
    if (!again) document->tail[document->depth] = &node->first;
    document->depth++;
}

static void document_scalar(struct document *document, const yaml_event_t *event) {
    struct document_node *node = document_add(document, event, DOCUMENT_TEXT);
    if (!node) return;
    node->length = event->data.scalar.length;
    node->text = pool_text(document->pool, (const char *)event->data.scalar.value, node->length);
    node->written = node->length > 0 || event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    if (!node->text) document->stopped = true;
}

static void document_decorations(struct document *document, const yaml_event_t *event, const void *anchor,
                                 const void *tag) {
    if (anchor) document_refuse(document, event, "an anchor ('&')", "write each value where it belongs");
    if (tag) document_refuse(document, event, "a tag ('!')", "remove it: every value is a text");
}

static void document_node_event(struct document *document, const yaml_event_t *event) {
    switch (event->type) {
    case YAML_ALIAS_EVENT:
        document_refuse(document, event, "an alias ('*')", "write the value once more, or put it in quotes");
        document_add(document, event, DOCUMENT_TEXT);
        break;
    case YAML_SCALAR_EVENT:
        document_decorations(document, event, event->data.scalar.anchor, event->data.scalar.tag);
        document_scalar(document, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        document_decorations(document, event, event->data.sequence_start.anchor, event->data.sequence_start.tag);
        document_open(document, event, DOCUMENT_LIST);
        break;
    case YAML_MAPPING_START_EVENT:
        document_decorations(document, event, event->data.mapping_start.anchor, event->data.mapping_start.tag);
        document_open(document, event, DOCUMENT_MAP);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        document->depth--;
        break;
    default:
        break;
    }
}

static void document_event(struct document *document, const yaml_event_t *event) {
    if (event->type != YAML_DOCUMENT_START_EVENT) {
        document_node_event(document, event);
        return;
    }
    if (event->data.document_start.version_directive ||
        event->data.document_start.tag_directives.start != event->data.document_start.tag_directives.end)
        document_refuse(document, event, "a line that begins with '%'", "remove it");
    if (document->begun) {
        document_refuse(document, event, "a second document begins here", "keep all of it in one, without '---'");
        document->stopped = true;
    }
    document->begun = true;
}

/* ---- Pieces ---- */

static void document_parse(struct document *document) {
    yaml_event_t event;
    for (bool ended = false; !ended && !document->stopped;) {
        if (!yaml_parser_parse(&document->parser, &event)) {
            document_syntax(document);
            return;
        }
        document_event(document, &event);
        ended = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
}

static void document_piece(struct document *document) {
    document->stopped = document->begun = false;
    if (!yaml_parser_initialize(&document->parser)) {
        document->pool->failed = document->stopped = true;
        return;
    }
    yaml_parser_set_encoding(&document->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&document->parser, (const unsigned char *)document->piece,
                                 (size_t)(document->end - document->piece));
    document_parse(document);
    yaml_parser_delete(&document->parser);
}

/* Takes away what an error left half read, or spoiled: the newest entry of an open list of the root, and a key of the
 * root without a value. What is read next goes behind the rest. */
static void document_repair(struct document *document) {
    struct document_node *section = document->depth > 1 ? *document->slot[1] : NULL;
    struct document_node **last = section ? &section->first : NULL;
    if (section && section->kind == DOCUMENT_LIST) {
        while (*last && (*last)->next)
            last = &(*last)->next;
        *last = NULL;
    }
    document->depth = 0;
    if (!document->root) return;
    for (last = &document->root->first; *last && (*last)->next;)
        last = &(*last)->next->next;
    *last = NULL;
    document->tail[0] = last;
}

static bool document_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Goes on to the next key at the left margin, behind the error or at it; false: there is none. */
static bool document_resume(struct document *document) {
    size_t line = document->error.line + (document->error.column > 0 || document->error.line == 0);
    const char *at = document_line(document, line);
    for (; at < document->end && !document_letter(*at); line++)
        at = document_next(document, at);
    document->piece = at;
    document->lines += line;
    return at < document->end;
}

const struct document_node *document_read(struct pool *pool, struct remarks *remarks, const char *bytes, size_t length,
                                          bool *empty) {
    static const char mark[] = "\xEF\xBB\xBF";
    size_t skipped = length >= 3 && memcmp(bytes, mark, 3) == 0 ? 3 : 0;
    struct document document = {.pool = pool, .remarks = remarks, .piece = bytes + skipped, .end = bytes + length};
    uint64_t before = remarks->errors;
    *empty = false;
    if (!document_check(remarks, document.piece, length - skipped)) return NULL;
    document_piece(&document);
    while (document.stopped && !pool->failed) {
        document_repair(&document);
        if (remarks->errors - before >= REMARKS_MOST || !document_resume(&document)) break;
        document_piece(&document);
    }
    if (pool->failed) return NULL;
    bool nothing = !document.root || (document.root->kind == DOCUMENT_TEXT && !document.root->written);
    *empty = nothing && remarks->errors == before;
    return nothing ? NULL : document.root;
}
