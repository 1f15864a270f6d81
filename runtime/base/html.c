#include "runtime/base/html.h"

#include "runtime/base/show.h"
#include "runtime/base/utf8.h"

#include <string.h>

/* ---- Characters ---- */

/* Whether a character leaves nothing to see, though it tells two texts apart. */
static bool html_is_unseen(unsigned long point) {
    static const struct {
        unsigned long first, last;
    } unseen[] = {{0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x115F, 0x1160}, {0x180B, 0x180F},   {0x200B, 0x200B},
                  {0x2028, 0x2029}, {0x2060, 0x206F}, {0x3164, 0x3164}, {0xFDD0, 0xFDEF},   {0xFEFF, 0xFEFF},
                  {0xFFA0, 0xFFA0}, {0xFFF9, 0xFFFB}, {0xFFFE, 0xFFFF}, {0xE0000, 0xE0FFF}, {0x1D173, 0x1D17A}};
    for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++)
        if (point >= unseen[i].first && point <= unseen[i].last) return true;
    return (point & 0xFFFE) == 0xFFFE;
}

/* Adds one character; its size in bytes. `before` and `after` stand around a name. */
static size_t html_character(struct text *out, const char *text, size_t length, const char *before, const char *after) {
    size_t size = utf8_character(text, length);
    if (size == 0) {
        text_add(out, "\xEF\xBF\xBD");
        return 1;
    }
    unsigned long point = utf8_point(text, size);
    if (show_steers(text, size) || html_is_unseen(point))
        text_addf(out, "%sU+%04lX%s", before, point, after);
    else if (point == '&')
        text_add(out, "&amp;");
    else if (point == '<')
        text_add(out, "&lt;");
    else if (point == '>')
        text_add(out, "&gt;");
    else if (point == '"')
        text_add(out, "&quot;");
    else if (point == '\'')
        text_add(out, "&#39;");
    else
        text_add_bytes(out, text, size);
    return size;
}

static void html_characters(struct text *out, const char *text, size_t length, const char *before, const char *after) {
    for (size_t i = 0; i < length;)
        i += html_character(out, text + i, length - i, before, after);
}

/* ---- Elements ---- */

static bool html_is_one_of(const char *element, const char *const *list) {
    while (*list && strcmp(*list, element) != 0)
        list++;
    return *list != NULL;
}

static bool html_is_void(const char *element) {
    static const char *const list[] = {"meta", "br", NULL};
    return html_is_one_of(element, list);
}

/* What SVG draws ends in its start tag when there is nothing in it. */
static bool html_is_drawn(const char *element) {
    static const char *const list[] = {"rect", "path", "use", NULL};
    return html_is_one_of(element, list);
}

/* What begins a line of its own in the file, so that two reports can be compared line by line. */
static bool html_is_block(const char *element) {
    static const char *const list[] = {"html",   "head",    "meta",    "title",   "style",   "body", "header", "main",
                                       "footer", "section", "h1",      "h2",      "h3",      "h4",   "h5",     "h6",
                                       "p",      "ul",      "ol",      "li",      "dl",      "div",  "table",  "thead",
                                       "tbody",  "tr",      "details", "summary", "caption", "nav",  NULL};
    return html_is_one_of(element, list);
}

/* Content follows: the start tag is complete. */
static void html_close_tag(struct html *html) {
    if (html->open) text_add_char(html->out, '>');
    html->open = false;
}

void html_doctype(struct html *html) {
    text_add(html->out, "<!DOCTYPE html>");
}

void html_begin(struct html *html, const char *element) {
    html_close_tag(html);
    if (html->depth == HTML_DEPTH) {
        html->out->failed = true;
        return;
    }
    if (html_is_block(element)) text_add_char(html->out, '\n');
    text_addf(html->out, "<%s", element);
    html->elements[html->depth++] = element;
    html->open = true;
}

void html_end(struct html *html) {
    if (html->depth == 0) {
        html->out->failed = true;
        return;
    }
    const char *element = html->elements[--html->depth];
    if (html->open && html_is_drawn(element)) {
        text_add(html->out, "/>");
        html->open = false;
        return;
    }
    html_close_tag(html);
    if (!html_is_void(element)) text_addf(html->out, "</%s>", element);
}

void html_attribute(struct html *html, const char *name, const char *value) {
    if (!value) return;
    if (!html->open) html->out->failed = true;
    text_addf(html->out, " %s=\"", name);
    html_characters(html->out, value, strlen(value), "[", "]");
    text_add_char(html->out, '"');
}

void html_attributef(struct html *html, const char *name, const char *format, ...) {
    struct text value = {0};
    va_list arguments;
    va_start(arguments, format);
    text_add_list(&value, format, arguments);
    va_end(arguments);
    if (value.failed) html->out->failed = true;
    html_attribute(html, name, value.failed || !value.data ? "" : value.data);
    text_free(&value);
}

void html_text_bytes(struct html *html, const char *text, size_t length) {
    html_close_tag(html);
    html_characters(html->out, text, length, "<span class=\"point\">", "</span>");
}

void html_text(struct html *html, const char *text) {
    html_text_bytes(html, text, strlen(text));
}

void html_text_of(struct html *html, const struct text *text) {
    if (text->failed) html->out->failed = true;
    if (!text->failed && text->data) html_text_bytes(html, text->data, text->length);
}

void html_plain_of(struct html *html, const struct text *text) {
    html_close_tag(html);
    if (text->failed) html->out->failed = true;
    if (!text->failed && text->data) html_characters(html->out, text->data, text->length, "[", "]");
}

void html_textf(struct html *html, const char *format, ...) {
    struct text value = {0};
    va_list arguments;
    va_start(arguments, format);
    text_add_list(&value, format, arguments);
    va_end(arguments);
    html_text_of(html, &value);
    text_free(&value);
}

void html_verbatim(struct html *html, const char *content) {
    html_close_tag(html);
    text_add(html->out, content);
}

void html_begin_class(struct html *html, const char *element, const char *class_name) {
    html_begin(html, element);
    html_attribute(html, "class", class_name);
}

void html_element(struct html *html, const char *element, const char *class_name, const char *text) {
    html_begin_class(html, element, class_name);
    html_text(html, text);
    html_end(html);
}

void html_isolated(struct html *html, const char *text, size_t length) {
    html_begin(html, "bdi");
    html_text_bytes(html, text, length);
    html_end(html);
}
