#include "runtime/usage/document.h"

#include "runtime/base/show.h"
#include "runtime/base/utf8.h"

#include <stdio.h>
#include <string.h>
#include <yaml.h>

struct document {
    yaml_parser_t parser;
    struct pool *pool;
    struct remarks *remarks;
    struct document_node **tail[DOCUMENT_DEPTH]; /* where the next child goes */
    size_t depth;
    struct document_node *root;
    bool stopped;
};

static struct remark_place document_place(const yaml_mark_t *mark) {
    return (struct remark_place){mark->line + 1, (uint32_t)mark->column + 1};
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

/* Whether all characters may stand in a file that people read; each that may not is said. */
static bool document_check(struct remarks *remarks, const char *bytes, size_t length) {
    uint64_t before = remarks->errors;
    struct remark_place place = {1, 1};
    for (size_t at = 0; at < length;) {
        size_t size = utf8_character(bytes + at, length - at);
        bool blank = bytes[at] == '\t' || document_line_end(bytes + at);
        if (!size || (!blank && (show_steers(bytes + at, size) || document_separator(bytes + at, size))))
            document_bad_character(remarks, place, bytes + at, size);
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

struct document_words {
    const char *problem, *what, *remedy;
};

static const struct document_words document_problems[] = {
    {"mapping values are not allowed", "a ':' where no key can stand",
     "put a text that holds ': ' in quotes, and indent keys alike"},
    {"could not find expected ':'", "a key without ':'", "write 'key: value'"},
    {"did not find expected key", "this is indented unlike the lines before it",
     "indent the keys of one entry alike, with blanks"},
    {"did not find expected '-' indicator", "an entry of a list without '-'",
     "begin each entry with '- ', indented alike"},
    {"block sequence entries are not allowed", "a '-' where no list can begin",
     "put the list on the lines after its key, indented alike"},
    {"cannot start any token", "this character cannot begin a value", "put the value in quotes"},
    {"found a tab character", "a tab in the indentation", "indent with blanks"},
    {"did not find expected ',' or ']'", "a '[' without its ']'", "close the list, with ',' between its entries"},
    {"did not find expected ',' or '}'", "a '{' without its '}'", "close the entry, with ',' between its keys"},
    {"unexpected end of stream", "a quote that never closes", "close it"},
    {"unexpected document indicator", "a quote that never closes", "close it"},
    {"escape", "an unknown escape after '\\'", "write \"\\\\\" for a backslash, or use single quotes"},
    {"parsing a quoted scalar", "a quote that never closes", "close it"},
    {"<document start>", "something stands behind the end of the document", "indent it like the lines before it"},
    {"directive", "a line that begins with '%'", "put it in quotes, or remove it"},
};

/* libyaml's text; of characters that begin nothing, a tab is one that people do not see. */
static const char *document_problem(const yaml_parser_t *parser) {
    const char *problem = parser->problem ? parser->problem : "";
    bool tab = strstr(problem, "cannot start any token") && parser->unread && *parser->buffer.pointer == '\t';
    return tab ? "found a tab character" : problem;
}

static void document_syntax(struct document *document) {
    const yaml_parser_t *parser = &document->parser;
    const char *problem = document_problem(parser);
    document->stopped = true;
    if (parser->error == YAML_MEMORY_ERROR) {
        document->pool->failed = true;
        return;
    }
    struct document_words words = {"", "this is no YAML", "compare it with what `assay init` prints"};
    for (size_t i = 0; i < sizeof document_problems / sizeof *document_problems; i++) {
        if (!strstr(problem, document_problems[i].problem)) continue;
        words = document_problems[i];
        break;
    }
    remarks_error(document->remarks, document_place(&parser->problem_mark), words.remedy, "%s", words.what);
}

/* ---- The tree ---- */

static void document_refuse(struct document *document, const yaml_event_t *event, const char *what,
                            const char *remedy) {
    remarks_error(document->remarks, document_place(&event->start_mark), remedy, "%s", what);
}

/* Hangs a new node where the next child goes. */
static struct document_node *document_add(struct document *document, const yaml_event_t *event,
                                          enum document_kind kind) {
    struct document_node *node = pool_take(document->pool, sizeof *node);
    if (!node) {
        document->stopped = true;
        return NULL;
    }
    *node = (struct document_node){.kind = kind, .text = "", .place = document_place(&event->start_mark)};
    if (document->depth == 0) {
        document->root = node;
    } else {
        *document->tail[document->depth - 1] = node;
        document->tail[document->depth - 1] = &node->next;
    }
    return node;
}

static void document_open(struct document *document, const yaml_event_t *event, enum document_kind kind) {
    if (document->depth == DOCUMENT_DEPTH) {
        document_refuse(document, event, "lists and entries are nested too deep", "compare it with `assay init`");
        document->stopped = true;
        return;
    }
    struct document_node *node = document_add(document, event, kind);
    if (!node) return;
    document->tail[document->depth++] = &node->first;
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
    if (!document->root) return;
    document_refuse(document, event, "a second document begins here", "keep all of it in one, without '---'");
    document->stopped = true;
}

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

const struct document_node *document_read(struct pool *pool, struct remarks *remarks, const char *bytes, size_t length,
                                          bool *empty) {
    struct document document = {.pool = pool, .remarks = remarks};
    *empty = false;
    if (!document_check(remarks, bytes, length)) return NULL;
    if (!yaml_parser_initialize(&document.parser)) {
        pool->failed = true;
        return NULL;
    }
    yaml_parser_set_encoding(&document.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&document.parser, (const unsigned char *)bytes, length);
    document_parse(&document);
    yaml_parser_delete(&document.parser);
    if (document.stopped) return NULL;
    bool nothing = !document.root || (document.root->kind == DOCUMENT_TEXT && !document.root->written);
    *empty = nothing;
    return nothing ? NULL : document.root;
}
