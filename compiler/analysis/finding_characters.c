/* Is every text made of the characters that it seems to be made of: of letters of one script (A0771), composed (A0772),
 * in no other notation or encoding (A0773)?
 *
 * All texts and names of the rules are asked, also notes and names of examples. What A0723 has told of a text is not
 * told again. */
#include "compiler/analysis/written.h"
#include "compiler/base/unicode.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- A0771: letters of two scripts ---- */

struct characters_letter {
    const char *at;
    size_t number; /* of the character in the text */
};

struct characters_scripts {
    size_t latin, other, alike; /* letters; `alike` of those of other scripts that look Latin */
    struct characters_letter first_latin, first_other, first_alike;
};

static void characters_add(struct characters_scripts *scripts, const char *at, size_t number) {
    struct characters_letter letter = {at, number};
    size_t size;
    switch (unicode_script(unicode_next(at, &size))) {
    case UNICODE_LATIN:
        if (scripts->latin++ == 0) scripts->first_latin = letter;
        break;
    case UNICODE_OTHER_LETTER:
        if (scripts->other++ == 0) scripts->first_other = letter;
        break;
    case UNICODE_ALIKE_LETTER:
        if (scripts->alike++ == 0) scripts->first_alike = letter;
        break;
    case UNICODE_NO_LETTER:
        break;
    }
}

/* Latin letters beside ones that look Latin, or beside several of another script. */
static bool characters_mixed(const struct characters_scripts *word) {
    return word->latin && (word->alike || word->other > 1);
}

/* Finds a word of two scripts; or, where all letters of other scripts in the text look Latin, the text. */
static bool characters_find_mixed(const char *text, struct characters_scripts *found) {
    struct characters_scripts all = {0}, word = {0};
    size_t size, number = 1;
    for (const char *at = text;; at += size, number++) {
        uint32_t point = unicode_next(at, &size);
        if (size && (unicode_script(point) != UNICODE_NO_LETTER || unicode_is_mark(point))) {
            characters_add(&all, at, number);
            characters_add(&word, at, number);
            continue;
        }
        *found = word;
        if (characters_mixed(&word)) return true;
        if (!size) break;
        word = (struct characters_scripts){0};
    }
    *found = all;
    return all.latin && all.alike && !all.other;
}

/* The letter of the script that has fewer of them. */
static void characters_scripts(struct findings *findings, struct written_name *name) {
    struct characters_scripts found;
    if (!characters_find_mixed(written_first(name)->text, &found)) return;
    struct text what = {0};
    bool latin = found.latin < found.other + found.alike;
    const struct characters_letter *odd = latin         ? &found.first_latin
                                          : found.alike ? &found.first_alike
                                                        : &found.first_other;
    text_add(&what, "has letters of two scripts: ");
    unicode_add_look(&what, odd->at, odd->number);
    if (latin) text_add(&what, ", a Latin letter");
    struct finding *finding =
        written_tell(findings, name, A0771, finding_keep(findings, &what),
                     "it looks like another text, and is equal to none that is written in one script");
    finding_remedy(findings, finding, "type it again with the letters of one script");
}

/* ---- A0772: letters and marks apart ---- */

static void characters_composed(struct findings *findings, struct written_name *name) {
    struct text composed = {0};
    const char *text = written_first(name)->text;
    bool differs = unicode_compose(text, &composed);
    const char *kept = finding_keep(findings, &composed);
    if (!differs) return;
    const char *what = arena_format(findings->arena, "has a letter and its mark as two characters: %s",
                                    written_difference(findings, text, kept));
    struct finding *finding = written_tell(findings, name, A0772, what,
                                           "a text with the composed letter looks the same, and is not equal to it");
    finding_remedy(findings, finding, "write \"%s\" (composed, NFC)", kept);
}

/* ---- A0773: another notation or encoding ---- */

static const struct {
    const char *name, *means;
} characters_entities[] = {{"amp", "&"},         {"lt", "<"},       {"gt", ">"},       {"quot", "\"\""},
                           {"apos", "'"},        {"nbsp", " "},     {"ndash", "-"},    {"mdash", "-"},
                           {"rsquo", "'"},       {"lsquo", "'"},    {"reg", "\u00ae"}, {"trade", "\u2122"},
                           {"eacute", "\u00e9"}, {"ouml", "\u00f6"}};

/* `#8211`, `#x2013`: the character of that number, where it may stand in a rule file. */
static const char *characters_number(struct findings *findings, const char *at) {
    bool hexadecimal = at[1] == 'x' || at[1] == 'X';
    unsigned long point = strtoul(at + (hexadecimal ? 2 : 1), NULL, hexadecimal ? 16 : 10);
    bool good = point >= ' ' && point < 0x110000 && (point < 0xD800 || point > 0xDFFF) &&
                (point < 0x7F || (point > 0xA0 && unicode_sight((uint32_t)point) == UNICODE_SEEN));
    struct text text = {0};
    if (good && point == '"') text_add_char(&text, '"');
    if (good) unicode_add(&text, (uint32_t)point);
    const char *kept = finding_keep(findings, &text);
    return good ? kept : point == 0xA0 ? " " : NULL;
}

/* Bytes of the entity at the front, and what it stands for, NULL: not known; 0: none. */
static size_t characters_entity(struct findings *findings, const char *at, const char **means) {
    size_t length = 1;
    *means = NULL;
    if (at[0] != '&') return 0;
    if (at[length] == '#') length++;
    while (isalnum((unsigned char)at[length]) && length < 12)
        length++;
    if (at[length] != ';' || length < 3) return 0;
    if (at[1] == '#') *means = characters_number(findings, at + 1);
    for (size_t i = 0; i < sizeof characters_entities / sizeof *characters_entities; i++) {
        const char *name = characters_entities[i].name;
        if (strlen(name) == length - 1 && strncmp(name, at + 1, length - 1) == 0) *means = characters_entities[i].means;
    }
    return length + 1;
}

/* An element of HTML: `<b>`, `</p>`, `<br/>`. */
static size_t characters_tag(const char *at) {
    size_t length = 1;
    if (at[0] != '<') return 0;
    if (at[length] == '/') length++;
    if (!isalpha((unsigned char)at[length])) return 0;
    length += strcspn(at + length, "<>");
    return at[length] == '>' ? length + 1 : 0;
}

/* `%20`, `\"`, `\u00e9`. */
static size_t characters_escape(const char *at) {
    if (at[0] == '%' && at[1] >= '2' && at[1] <= '7' && isxdigit((unsigned char)at[2])) return 3;
    if (at[0] == '\\' && at[1] == 'u' && isxdigit((unsigned char)at[2]) && isxdigit((unsigned char)at[3])) return 6;
    return at[0] == '\\' && strchr("\"'_*&", at[1]) && at[1] ? 2 : 0;
}

/* UTF-8 that was read as another encoding: U+00C2 or U+00C3 before a sign, or the beginning of a dash or quote. */
static size_t characters_misread(const char *at) {
    size_t size, next_size;
    uint32_t point = unicode_next(at, &size);
    uint32_t next = unicode_next(at + size, &next_size);
    bool sign_behind = (next >= 0xA1 && next <= 0xBF) || next == 0x2026 || next == 0x178;
    bool letter = (point == 0xC2 || point == 0xC3) && sign_behind;
    bool sign = point == 0xE2 && next == 0x20AC;
    return letter || sign ? size + next_size : 0;
}

static const struct characters_notation {
    size_t (*length)(const char *at);
    const char *before, *behind, *remedy; /* what is said around the characters, and what to write */
    bool everywhere;                      /* also in notes and the like */
} characters_notations[] = {
    {characters_tag, "holds the HTML element `", "`", "leave it out", false},
    {characters_escape, "holds the escape `", "`", "write the character that it stands for", false},
    {characters_misread, "was read in another encoding: `", "` is what is left of a character",
     "write the character that was meant", true},
};

/* Entities are put right: the whole text is shown as it was meant. */
static bool characters_entities_told(struct findings *findings, struct written_name *name) {
    const char *text = written_first(name)->text, *means, *first = NULL;
    size_t first_length = 0, step;
    bool known = true;
    struct text mended = {0};
    for (const char *at = text; *at; at += step) {
        size_t length = characters_entity(findings, at, &means);
        step = length ? length : 1;
        if (length && !first) {
            first = at;
            first_length = length;
        }
        known = known && (!length || means);
        if (!length && *at == '"') text_add_char(&mended, '"');
        if (length)
            text_add(&mended, means ? means : "");
        else
            text_add_char(&mended, *at);
    }
    const char *kept = finding_keep(findings, &mended);
    if (!first) return false;
    const char *what = arena_format(findings->arena, "holds the HTML entity `%.*s`", (int)first_length, first);
    struct finding *finding =
        written_tell(findings, name, A0773, what, "texts are taken as they stand: nothing is decoded");
    if (known)
        finding_remedy(findings, finding, "write \"%s\"", kept);
    else
        finding_remedy(findings, finding, "write the character that it stands for");
    return true;
}

/* Which notation stands at a place; NULL: none. */
static const struct characters_notation *characters_notation_at(const char *at, bool everywhere, size_t *length) {
    for (size_t i = 0; i < sizeof characters_notations / sizeof *characters_notations; i++) {
        const struct characters_notation *of = &characters_notations[i];
        *length = everywhere && !of->everywhere ? 0 : of->length(at);
        if (*length) return of;
    }
    return NULL;
}

static void characters_notation(struct findings *findings, struct written_name *name) {
    if (characters_entities_told(findings, name)) return;
    const char *at = written_first(name)->text;
    const struct characters_notation *of = NULL;
    size_t length = 0;
    while (*at && !(of = characters_notation_at(at, name->kind == MODEL_WRITTEN_OTHER, &length)))
        at++;
    if (!of) return;
    const char *what = arena_format(findings->arena, "%s%.*s%s", of->before, (int)length, at, of->behind);
    struct finding *finding =
        written_tell(findings, name, A0773, what, "texts are taken as they stand: nothing is decoded");
    finding_remedy(findings, finding, "%s", of->remedy);
}

void finding_characters(struct findings *findings) {
    for (size_t i = 0; i < findings->written->count; i++) {
        struct written_name *name = &findings->written->names[i];
        bool ascii = unicode_is_ascii(name->folded);
        if (!name->told && !ascii) characters_scripts(findings, name);
        if (!name->told && !ascii) characters_composed(findings, name);
        if (!name->told) characters_notation(findings, name);
    }
}
