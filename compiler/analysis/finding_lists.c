/* Does one pair of quotes hold several values, or a condition (A0774)?
 *
 * Asked of values in rules, of designations and of workloads. Commas, semicolons and bars outside of parentheses and
 * numbers make a list when one part stands elsewhere in rules, or when all parts look like values: they begin with a
 * capital or a digit, or all with one word. `or` makes one when all parts look like values; `and` when one of them
 * stands elsewhere besides; `/`, `+` and `&` when all do. A condition is the name of a field before `=`, `:` or `is`.
 */
#include "compiler/analysis/written.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { LIST_PARTS_MAX = 64 };

struct list_parts {
    const char *parts[LIST_PARTS_MAX]; /* as written, without blanks and quotes around */
    size_t count;
};

/* ---- Parts ---- */

static void list_add_part(struct findings *findings, struct list_parts *parts, const char *begin, const char *end) {
    while (begin < end && strchr(" \t\"'", *begin))
        begin++;
    while (end > begin && strchr(" \t\"'", end[-1]))
        end--;
    if (end > begin && parts->count < LIST_PARTS_MAX)
        parts->parts[parts->count++] = arena_string(findings->arena, begin, (size_t)(end - begin));
}

/* Bytes of a separator at a place. */
static size_t list_comma(const char *text, const char *at) {
    bool number = at > text && isdigit((unsigned char)at[-1]) && isdigit((unsigned char)at[1]);
    return *at == ';' || *at == '|' || (*at == ',' && !number) ? 1 : 0;
}

static size_t list_word(const char *text, const char *at, const char *word) {
    return strncasecmp(at, word, strlen(word)) == 0 ? strlen(word) : list_comma(text, at);
}

static size_t list_or(const char *text, const char *at) {
    return list_word(text, at, " or ");
}

static size_t list_and(const char *text, const char *at) {
    return list_word(text, at, " and ");
}

static size_t list_sign(const char *text, const char *at) {
    return at > text && strchr("/+&", *at) ? 1 : list_comma(text, at);
}

static struct list_parts list_split(struct findings *findings, const char *text,
                                    size_t (*separator)(const char *text, const char *at)) {
    struct list_parts parts = {.count = 0};
    const char *begin = text;
    int depth = 0;
    for (const char *at = text; *at;) {
        depth += (*at == '(') - (*at == ')');
        size_t length = depth > 0 ? 0 : separator(text, at);
        if (length) {
            list_add_part(findings, &parts, begin, at);
            begin = at + length;
        }
        at += length ? length : 1;
    }
    list_add_part(findings, &parts, begin, begin + strlen(begin));
    return parts;
}

/* ---- Whether parts are values ---- */

static int list_compare(const struct written_name *name, const struct written_name *other, const char *folded) {
    if (name->kind != other->kind) return name->kind < other->kind ? -1 : 1;
    if (name->field != other->field) return name->field < other->field ? -1 : 1;
    return strcmp(name->folded, folded);
}

/* Whether the part stands elsewhere in rules, as a text of the same kind and field. */
static bool list_is_known(struct findings *findings, const struct written_name *of, const char *part) {
    const struct written *written = findings->written;
    const char *folded = finding_fold(findings, part);
    size_t low = 0, high = written->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = list_compare(&written->names[middle], of, folded);
        if (order == 0) return written->names[middle].ruled > 0;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

static size_t list_known(struct findings *findings, const struct written_name *of, const struct list_parts *parts) {
    size_t known = 0;
    for (size_t i = 0; i < parts->count; i++)
        known += list_is_known(findings, of, parts->parts[i]);
    return known;
}

static size_t list_first_word(const char *part) {
    size_t length = 0;
    while (isalnum((unsigned char)part[length]))
        length++;
    return length;
}

static bool list_is_company(const char *part) {
    static const char *const words[] = {"Inc", "Inc.", "Ltd", "Ltd.", "LLC", "Corp.", "Co.", "Jr."};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcasecmp(part, words[i]) == 0) return true;
    return false;
}

/* Whether all parts begin as values do: with a capital or a digit, or all with one word. */
static bool list_looks_so(const struct list_parts *parts) {
    size_t word = list_first_word(parts->parts[0]), begun = 0, same = 0;
    for (size_t i = 0; i < parts->count; i++) {
        unsigned char first = (unsigned char)parts->parts[i][0];
        if (list_is_company(parts->parts[i])) return false;
        begun += isupper(first) || isdigit(first) || first >= 0x80;
        same += list_first_word(parts->parts[i]) == word && strncasecmp(parts->parts[i], parts->parts[0], word) == 0;
    }
    return begun == parts->count || (word > 1 && same == parts->count);
}

/* Whether some separator stands in the text. */
static bool list_may_be(const char *folded) {
    return strpbrk(folded, ",;|/+&") || strstr(folded, " or ") || strstr(folded, " and ");
}

static bool list_find(struct findings *findings, const struct written_name *name, struct list_parts *parts) {
    static const struct {
        size_t (*separator)(const char *text, const char *at);
        bool one_known, looks; /* which of both must hold; neither: all parts stand elsewhere */
    } ways[] = {{list_comma, true, false}, {list_comma, false, true}, {list_or, false, true},   {list_or, false, false},
                {list_and, true, true},    {list_and, false, false},  {list_sign, false, false}};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        *parts = list_split(findings, written_first(name)->text, ways[i].separator);
        if (parts->count < 2) continue;
        size_t known = list_known(findings, name, parts);
        bool asked = ways[i].one_known || ways[i].looks;
        bool met = (!ways[i].one_known || known) && (!ways[i].looks || list_looks_so(parts));
        if (asked ? met : known == parts->count) return true;
    }
    return false;
}

/* ---- Conditions ---- */

/* The field whose name stands in the text, right before `=`, `:` or `is`; NULL: none. */
static const char *list_condition(const struct findings *findings, const char *text) {
    const char *equals = strpbrk(text, "=<>:"), *is = strstr(text, " is ");
    for (size_t i = 0; i < findings->model->field_count && (equals || is); i++) {
        const char *field = findings->model->fields[i].name.text;
        size_t length = strlen(field);
        for (const char *at = text; *at; at++) {
            bool word = at == text || !isalnum((unsigned char)at[-1]);
            if (!word || strncasecmp(at, field, length) != 0) continue;
            const char *behind = at + length + strspn(at + length, " ");
            if (strchr("=<>:", *behind) ? *behind != '\0' : strncasecmp(behind, "is ", 3) == 0) return field;
        }
    }
    return NULL;
}

/* ---- Telling ---- */

static struct finding *list_tell(struct findings *findings, struct written_name *name, const char *what) {
    return written_tell(findings, name, A0774, what,
                        "what stands in one pair of quotes is one text, to which a whole cell is equal");
}

static void list_tell_parts(struct findings *findings, struct written_name *name, const struct list_parts *parts) {
    struct text list = {0};
    for (size_t i = 0; i < parts->count; i++)
        finding_list(&list, parts->parts[i]);
    const char *what = arena_format(findings->arena, "is one text, and reads like a list of %zu", parts->count);
    struct finding *finding = list_tell(findings, name, what);
    finding_remedy(findings, finding, "write %s", finding_keep(findings, &list));
}

void finding_lists(struct findings *findings) {
    for (size_t i = 0; i < findings->written->count; i++) {
        struct written_name *name = &findings->written->names[i];
        bool asked = name->kind == MODEL_WRITTEN_VALUE || name->kind == MODEL_WRITTEN_DESIGNATION ||
                     name->kind == MODEL_WRITTEN_WORKLOAD;
        if (!asked || !name->ruled || name->told) continue;
        struct list_parts parts;
        const char *field = list_condition(findings, written_first(name)->text);
        if (field) {
            const char *what = arena_format(findings->arena, "holds a condition on %s", field);
            finding_remedy(findings, list_tell(findings, name, what), "write the condition outside of the quotes");
        } else if (list_may_be(name->folded) && list_find(findings, name, &parts)) {
            list_tell_parts(findings, name, &parts);
        }
    }
}
