/* html.h - writes HTML into a text: elements nest and are closed, whatever stands in texts stays text.
 *
 * Elements and names of attributes are literals of the program; only texts and values come from outside. Of those,
 * bytes that are not UTF-8 become U+FFFD, and characters that cannot be seen or that steer (controls, bidi controls,
 * zero widths, line separators, noncharacters) are written as their names: `U+202E` in a <span class="point">,
 * `[U+202E]` in an attribute. Tabs and line ends are among them: markup is made by elements alone. */
#ifndef ASSAY_HTML_H
#define ASSAY_HTML_H

#include "runtime/base/text.h"

#define HTML_DEPTH 64

/* Start with {.out = ...}. What SVG draws (rect, path, use) ends in its start tag when it is empty. Nesting beyond
 * HTML_DEPTH, and an end without a begin, set out->failed. */
struct html {
    struct text *out;
    unsigned depth;
    bool open; /* the start tag waits for attributes */
    const char *elements[HTML_DEPTH];
};

/* <!DOCTYPE html> */
void html_doctype(struct html *html);

void html_begin(struct html *html, const char *element);

/* Of the element just begun, before its content. A value NULL: none is written. */
void html_attribute(struct html *html, const char *name, const char *value);
void html_attributef(struct html *html, const char *name, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

void html_text(struct html *html, const char *text);
void html_text_bytes(struct html *html, const char *text, size_t length);
void html_textf(struct html *html, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds what a text holds; a text that failed makes the page fail. */
void html_text_of(struct html *html, const struct text *text);

/* The same where elements have no meaning, as in <title>: names as in an attribute. */
void html_plain_of(struct html *html, const struct text *text);

/* Content as it is: a stylesheet of the program. Nothing from outside. */
void html_verbatim(struct html *html, const char *content);

void html_end(struct html *html);

/* An element with a class (NULL: none) and a text. */
void html_element(struct html *html, const char *element, const char *class_name, const char *text);

/* The same, left open. */
void html_begin_class(struct html *html, const char *element, const char *class_name);

/* A text from outside that must not change the direction of what is around it. */
void html_isolated(struct html *html, const char *text, size_t length);

#endif
