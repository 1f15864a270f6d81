#include "compiler/base/diagnostic.h"
#include "compiler/base/unicode.h"
#include "runtime/base/show.h"
#include "runtime/base/utf8.h"

#include <string.h>

/* Widest part of a source line that is shown. */
enum { SHOWN_MAX = 100, SHOWN_BEFORE = 40 };

struct style {
    const char *bold, *red, *yellow, *cyan, *blue, *green, *off;
};

static const struct style style_plain = {"", "", "", "", "", "", ""};
static const struct style style_colour = {"\033[1m",  "\033[1;31m", "\033[1;33m", "\033[1;36m",
                                          "\033[34m", "\033[32m",   "\033[0m"};

static bool text_continues(unsigned char c) {
    return (c & 0xC0) == 0x80;
}

/* Whether a reader sees the character as what it is, and a terminal only draws it. */
static bool print_is_shown(const char *bytes, size_t size) {
    if (!size || show_steers(bytes, size)) return false;
    enum unicode_sight sight = size > 1 ? unicode_sight(utf8_point(bytes, size)) : UNICODE_SEEN;
    return sight == UNICODE_SEEN || sight == UNICODE_BLANK;
}

/* What stands in the line, as far as a terminal may see it: one sign per character, so that the caret finds its place.
 */
static void print_shown(struct text *out, const char *bytes, size_t length) {
    for (size_t i = 0, step; i < length; i += step) {
        step = utf8_character(bytes + i, length - i);
        bool shown = print_is_shown(bytes + i, step);
        for (step = step ? step : 1; !shown && i + step < length && text_continues((unsigned char)bytes[i + step]);)
            step++;
        if (bytes[i] == '\t')
            text_add_char(out, ' ');
        else if (shown)
            text_add_bytes(out, bytes + i, step);
        else
            text_add_char(out, '?');
    }
}

/* Bytes of the line from which it is shown: lines of great length are cut around the place. */
static size_t shown_from(const struct place *place, size_t at) {
    if (place->length <= SHOWN_MAX || at < SHOWN_BEFORE) return 0;
    size_t from = at - SHOWN_BEFORE;
    while (from < at && text_continues((unsigned char)place->text[from]))
        from++;
    return from;
}

static size_t shown_to(const struct place *place, size_t from) {
    size_t to = place->length - from > SHOWN_MAX ? from + SHOWN_MAX : place->length;
    while (to < place->length && text_continues((unsigned char)place->text[to]))
        to++;
    return to;
}

static size_t count_characters(const char *bytes, size_t length) {
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += !text_continues((unsigned char)bytes[i]);
    return count;
}

static void print_line(struct text *out, const struct place *place, uint32_t bytes, const char *hint,
                       const struct style *style) {
    size_t at = 0;
    for (uint32_t column = 1; column < place->column && at < place->length; column++)
        do
            at++;
        while (at < place->length && text_continues((unsigned char)place->text[at]));
    size_t from = shown_from(place, at), to = shown_to(place, from);
    text_addf(out, "%s%5u |%s ", style->blue, place->line, style->off);
    if (from) text_add(out, "...");
    print_shown(out, place->text + from, to - from);
    if (to < place->length) text_add(out, "...");
    text_addf(out, "\n%s      |%s ", style->blue, style->off);
    text_add_repeat(out, ' ', count_characters(place->text + from, at - from) + (from ? 3 : 0));
    size_t marked = at + bytes < to ? bytes : to > at ? to - at : 0;
    size_t width = count_characters(place->text + at, marked);
    text_addf(out, "%s^", style->green);
    text_add_repeat(out, '~', width > 1 ? width - 1 : 0);
    if (hint) text_addf(out, " %s", hint);
    text_addf(out, "%s\n", style->off);
}

static const char *print_severity_colour(enum severity severity, const struct style *style) {
    if (severity == SEVERITY_ERROR) return style->red;
    return severity == SEVERITY_WARNING ? style->yellow : style->cyan;
}

/* "TEXT: FILE:LINE:COLUMN"; nothing where there is no place. */
static void print_other(struct text *out, const struct sources *sources, const char *text, struct span span,
                        const char *cites) {
    struct place place = source_place(sources, span.begin);
    if (!place.source) return;
    text_addf(out, "      = %s: %s:%u:%u", text, place.source->path, place.line, place.column);
    if (cites) text_addf(out, ", %s", cites);
    text_add_char(out, '\n');
}

/* What it means, the ways out, and last the line that accepts it, made to be copied. */
static void print_ways_out(struct text *out, enum message_code code, const struct finding *finding) {
    if (finding->meaning) text_addf(out, "      = %s\n", finding->meaning);
    for (size_t i = 0; i < finding->remedy_count; i++)
        text_addf(out, "      = %s: %s\n", i ? "or" : "so", finding->remedies[i]);
    if (finding->mark && message_is_acceptable(code))
        text_addf(out, "      = if it is meant: accepts %s as \"%s\" because \"...\"\n", message_get(code)->code,
                  finding->mark);
}

static void print_finding(struct text *out, const struct sources *sources, enum message_code code,
                          const struct finding *finding) {
    if (finding->witness) text_addf(out, "      = for example: %s\n", finding->witness);
    for (size_t i = 0; i < finding->related_count; i++)
        print_other(out, sources, finding->related[i].text, finding->related[i].span, finding->related[i].cites);
    if (!finding->accepted) {
        print_ways_out(out, code, finding);
        return;
    }
    struct place place = source_place(sources, finding->acceptance.begin);
    text_addf(out, "      = accepted: %s", finding->accepted);
    if (place.source) text_addf(out, " (%s:%u:%u)", place.source->path, place.line, place.column);
    text_add_char(out, '\n');
}

static void print_item(struct text *out, const struct sources *sources, const struct diagnostic *item,
                       enum severity severity, const struct style *style) {
    struct place place = source_place(sources, item->span.begin);
    if (place.source)
        text_addf(out, "%s%s:%u:%u:%s ", style->bold, place.source->path, place.line, place.column, style->off);
    else if (item->path)
        text_addf(out, "%s%s:%s ", style->bold, item->path, style->off);
    bool accepted = item->finding && item->finding->accepted;
    text_addf(out, "%s%s %s:%s %s\n", accepted ? style->green : print_severity_colour(severity, style),
              accepted ? "accepted" : severity_name(severity), message_get(item->code)->code, style->off, item->text);
    if (place.source) print_line(out, &place, item->span.end - item->span.begin, item->hint, style);
    if (item->note) text_addf(out, "      = %s\n", item->note);
    print_other(out, sources, item->other_text, item->other, NULL);
    if (item->finding) print_finding(out, sources, item->code, item->finding);
}

void diagnostic_print_text(const struct diagnostics *diagnostics, const struct sources *sources, bool colour,
                           struct text *out) {
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *item = &diagnostics->items[i];
        if (item->finding && item->finding->accepted && !diagnostics->show_accepted) continue;
        print_item(out, sources, item, diagnostic_severity(diagnostics, item->code),
                   colour ? &style_colour : &style_plain);
    }
}
