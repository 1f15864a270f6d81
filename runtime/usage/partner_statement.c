/* partner_statement.c - the YAML file that a person writes. */
#include "runtime/usage/partner_internal.h"
#include "runtime/usage/partner_value.h"

#include "runtime/base/show.h"
#include "runtime/usage/names.h"
#include "runtime/usage/reader.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STATEMENT_KEYS  4u
#define STATEMENT_SHOWN 40u /* characters of a key that a message shows */

struct statement {
    struct partner *partner;
    const struct partner_names *names;
    struct dictionary seen; /* entries, to find doubled ones */
};

/* The keys that an entry may have, ended by NULL; those behind `required` may be left out. */
struct statement_shape {
    const char *keys[STATEMENT_KEYS + 1];
    size_t required;
};

/* An entry: the values of its keys, NULL where there is none; of a key that is required, that was said. */
struct statement_entry {
    const struct document_node *values[STATEMENT_KEYS];
    struct partner_place place;
};

struct statement_section {
    const char *key;
    struct statement_shape shape;
    void (*take)(struct statement *statement, const struct statement_entry *entry);
};

static struct partner_place statement_place(struct remark_place place) {
    return (struct partner_place){PARTNER_STATEMENT, place.line, place.column};
}

static struct remark_place statement_remark(struct partner_place place) {
    return (struct remark_place){place.line, place.column};
}

/* ---- Keys ---- */

static void statement_unknown_key(struct statement *statement, const struct document_node *key, const char *const *keys,
                                  size_t count) {
    struct text remedy = {0}, shown = {0};
    const char *nearest = names_nearest(keys, count, key->text);
    show_add(&shown, key->text, key->length, STATEMENT_SHOWN);
    if (nearest) text_addf(&remedy, "did you mean '%s'?", nearest);
    for (size_t i = 0; !nearest && i < count; i++)
        text_addf(&remedy, "%s%s", i ? ", " : "keys: ", keys[i]);
    remarks_error(&statement->partner->remarks, key->place, remedy.data, "no key is called '%s'",
                  shown.data ? shown.data : "");
    text_free(&remedy);
    text_free(&shown);
}

/* The number of a key, or -1, which was said. */
static int statement_key(struct statement *statement, const struct document_node *key, const char *const *keys,
                         size_t count) {
    if (key->kind != DOCUMENT_TEXT) {
        remarks_error(&statement->partner->remarks, key->place, "write a word", "%s stands where a key is expected",
                      value_kind(key));
        return -1;
    }
    for (size_t i = 0; i < count; i++)
        if (names_same(keys[i], strlen(keys[i]), key->text, key->length)) return (int)i;
    statement_unknown_key(statement, key, keys, count);
    return -1;
}

/* Puts the values of a map in the places of their keys, of a key that stands there twice the first. */
static void statement_values(struct statement *statement, const struct document_node *map, const char *const *keys,
                             size_t count, const struct document_node **values) {
    for (const struct document_node *key = map->first; key && key->next; key = key->next->next) {
        int number = statement_key(statement, key, keys, count);
        if (number < 0) continue;
        if (!values[number])
            values[number] = key->next;
        else
            remarks_error(&statement->partner->remarks, key->place, "keep one of them", "'%s' stands here twice",
                          keys[number]);
    }
}

/* ---- Entries ---- */

/* What tells one entry from another: entries that differ in a day are two (R38). */
struct statement_key {
    uint32_t section, name, other, since, until;
};

/* Whether an entry of this key is the first; if not, that is said. */
static bool statement_first(struct statement *statement, const struct statement_entry *entry,
                            struct statement_key key) {
    uint32_t before = statement->seen.count;
    if (dictionary_put(&statement->seen, &key, sizeof key) >= before) return true;
    remarks_error(&statement->partner->remarks, statement_remark(entry->place), "keep one of them",
                  "the same entry stands here twice");
    return false;
}

/* A day that may be left out, not before `since`. */
static bool statement_until(struct statement *statement, const struct document_node *node, uint32_t since,
                            uint32_t *until) {
    *until = 0;
    if (!node) return true;
    if (!value_day(statement->partner, node, until)) return false;
    if (!since || *until >= since) return true;
    remarks_error(&statement->partner->remarks, node->place, "until is the last valid day", "until is before since");
    return false;
}

static void statement_designation(struct statement *statement, const struct statement_entry *entry) {
    struct partner *partner = statement->partner;
    struct value_names names = {"designation", statement->names->designations, statement->names->designation_count,
                                NULL};
    struct partner_designation made = {.place = entry->place};
    bool good = value_name(partner, entry->values[0], &names, &made.name);
    good = value_day(partner, entry->values[1], &made.since) && good;
    good = statement_until(statement, entry->values[2], made.since, &made.until) && good;
    struct statement_key key = {PARTNER_DESIGNATIONS, made.name.number, 0, made.since, made.until};
    if (!good || !statement_first(statement, entry, key)) return;
    struct partner_designation *items =
        partner_room(partner, partner->designations, partner->designation_count, sizeof *items);
    if (!items) return;
    partner->designations = items;
    items[partner->designation_count++] = made;
}

static void statement_certification(struct statement *statement, const struct statement_entry *entry) {
    struct partner *partner = statement->partner;
    struct value_names names = {"certification", statement->names->certifications,
                                statement->names->certification_count, statement->names->codes};
    struct partner_certification made = {.certain = true, .place = entry->place};
    bool good = value_text(partner, entry->values[0], &made.person);
    good = value_name(partner, entry->values[1], &names, &made.code) && good;
    good = value_day(partner, entry->values[2], &made.since) && good;
    good = statement_until(statement, entry->values[3], made.since, &made.until) && good;
    struct statement_key key = {PARTNER_CERTIFICATIONS, made.person.number, made.code.number, made.since, made.until};
    if (!good || !statement_first(statement, entry, key)) return;
    partner->people[made.person.number].by[PARTNER_STATEMENT] = true;
    partner_add_certification(partner, &made);
}

static bool statement_specialization(struct statement *statement, const struct document_node *node,
                                     struct partner_name *out) {
    struct value_names names = {"specialization", statement->names->specializations,
                                statement->names->specialization_count, NULL};
    return value_name(statement->partner, node, &names, out);
}

static void statement_audit(struct statement *statement, const struct statement_entry *entry) {
    struct partner *partner = statement->partner;
    struct partner_audit made = {.place = entry->place};
    bool good = statement_specialization(statement, entry->values[0], &made.specialization);
    good = value_day(partner, entry->values[1], &made.passed) && good;
    struct statement_key key = {PARTNER_AUDITS, made.specialization.number, 0, made.passed, 0};
    if (!good || !statement_first(statement, entry, key)) return;
    struct partner_audit *items = partner_room(partner, partner->audits, partner->audit_count, sizeof *items);
    if (!items) return;
    partner->audits = items;
    items[partner->audit_count++] = made;
}

static void statement_reference(struct statement *statement, const struct statement_entry *entry) {
    struct partner *partner = statement->partner;
    struct partner_reference made = {.place = entry->place};
    bool good = statement_specialization(statement, entry->values[0], &made.specialization);
    good = value_text(partner, entry->values[1], &made.customer) && good;
    good = value_day(partner, entry->values[2], &made.accepted) && good;
    struct statement_key key = {PARTNER_REFERENCES, made.specialization.number, made.customer.number, made.accepted, 0};
    if (!good || !statement_first(statement, entry, key)) return;
    struct partner_reference *items =
        partner_room(partner, partner->references, partner->reference_count, sizeof *items);
    if (!items) return;
    partner->references = items;
    items[partner->reference_count++] = made;
}

static void statement_earned(struct statement *statement, const struct statement_entry *entry) {
    struct partner *partner = statement->partner;
    struct partner_earned made = {.place = entry->place};
    bool good = statement_specialization(statement, entry->values[0], &made.specialization);
    good = value_day(partner, entry->values[1], &made.since) && good;
    struct statement_key key = {PARTNER_SPECIALIZATIONS, made.specialization.number, 0, made.since, 0};
    if (!good || !statement_first(statement, entry, key)) return;
    struct partner_earned *items = partner_room(partner, partner->earned, partner->earned_count, sizeof *items);
    if (!items) return;
    partner->earned = items;
    items[partner->earned_count++] = made;
}

/* ---- Metrics ---- */

/* `name` is NULL where the metric has none that is known: its months are looked at nevertheless. */
static void statement_month(struct statement *statement, const struct partner_name *name,
                            const struct document_node *key) {
    struct partner *partner = statement->partner;
    struct partner_month made = {.known = true, .place = statement_place(key->place)};
    struct statement_entry entry = {.place = made.place};
    bool good = value_month(partner, key, &made.month);
    good = value_number(partner, key->next, &made.value) && good && name;
    if (!good) return;
    struct statement_key month = {PARTNER_METRICS, name->number, 1, (uint32_t)made.month, 0};
    if (!statement_first(statement, &entry, month)) return;
    struct partner_metric *held = partner_metric(partner, *name, made.place);
    if (held) partner_add_month(partner, held, &made);
}

static void statement_metric(struct statement *statement, const struct statement_entry *entry) {
    struct partner *partner = statement->partner;
    struct value_names names = {"metric", statement->names->metrics, statement->names->metric_count, NULL};
    const struct document_node *months = entry->values[1];
    struct partner_name name;
    bool good = value_name(partner, entry->values[0], &names, &name) &&
                statement_first(statement, entry, (struct statement_key){PARTNER_METRICS, name.number, 0, 0, 0});
    if (good && months) partner_metric(partner, name, entry->place);
    if (months && months->kind != DOCUMENT_MAP)
        remarks_error(&partner->remarks, months->place, "write {2024-01: 1200}", "%s stands where months are expected",
                      value_kind(months));
    else
        for (const struct document_node *key = months ? months->first : NULL; key && key->next; key = key->next->next)
            statement_month(statement, good ? &name : NULL, key);
}

/* ---- Sections ---- */

static const struct statement_section statement_sections[PARTNER_SECTIONS] = {
    [PARTNER_DESIGNATIONS] = {"designations", {{"name", "since", "until"}, 2}, statement_designation},
    [PARTNER_CERTIFICATIONS] = {"certifications",
                                {{"person", "certification", "since", "until"}, 3},
                                statement_certification},
    [PARTNER_AUDITS] = {"audits", {{"specialization", "passed"}, 2}, statement_audit},
    [PARTNER_REFERENCES] = {"references", {{"specialization", "customer", "accepted"}, 3}, statement_reference},
    [PARTNER_SPECIALIZATIONS] = {"specializations", {{"name", "active since"}, 2}, statement_earned},
    [PARTNER_METRICS] = {"metrics", {{"name", "months"}, 2}, statement_metric},
};

static void statement_take(struct statement *statement, const struct statement_section *section,
                           const struct document_node *node) {
    struct remarks *remarks = &statement->partner->remarks;
    struct statement_entry entry = {.place = statement_place(node->place)};
    const struct statement_shape *shape = &section->shape;
    if (node->kind != DOCUMENT_MAP) {
        remarks_error(remarks, node->place, "write '- key: value', with a blank behind '-' and ':'",
                      "%s stands where an entry is expected", value_kind(node));
        return;
    }
    size_t count = 0;
    while (shape->keys[count])
        count++;
    statement_values(statement, node, shape->keys, count, entry.values);
    for (size_t i = 0; i < shape->required; i++) {
        if (entry.values[i]) continue;
        remarks_error(remarks, node->place, "add it", "an entry of %s without '%s'", section->key, shape->keys[i]);
    }
    section->take(statement, &entry);
}

static void statement_section(struct statement *statement, enum partner_section number,
                              const struct document_node *node) {
    const struct statement_section *section = &statement_sections[number];
    statement->partner->said[number].by[PARTNER_STATEMENT] = true;
    if (node->kind != DOCUMENT_LIST) {
        char remedy[120];
        snprintf(remedy, sizeof remedy, "write its entries with '- ', or '%s: []' for none, or leave '%s' out",
                 section->key, section->key);
        remarks_error(&statement->partner->remarks, node->place, remedy, "%s stands where the list of %s is expected",
                      value_kind(node), section->key);
        return;
    }
    for (const struct document_node *item = node->first; item; item = item->next)
        statement_take(statement, section, item);
}

static void statement_root(struct statement *statement, const struct document_node *root) {
    const char *keys[PARTNER_SECTIONS + 1];
    const struct document_node *values[PARTNER_SECTIONS + 1] = {NULL};
    struct partner *partner = statement->partner;
    if (root->kind != DOCUMENT_MAP) {
        remarks_error(&partner->remarks, root->place, "`assay init` prints a template", "%s is not a partner file",
                      value_kind(root));
        return;
    }
    for (size_t s = 0; s < PARTNER_SECTIONS; s++)
        keys[s] = statement_sections[s].key;
    keys[PARTNER_SECTIONS] = "partner";
    statement_values(statement, root, keys, PARTNER_SECTIONS + 1, values);
    for (size_t s = 0; s < PARTNER_SECTIONS; s++)
        if (values[s]) statement_section(statement, (enum partner_section)s, values[s]);
    const struct document_node *name = values[PARTNER_SECTIONS];
    if (name && value_text(partner, name, &partner->name)) partner->place = statement_place(name->place);
}

/* ---- The file ---- */

/* All bytes of a file into `bytes`, of DOCUMENT_BYTES + 1; -1: it cannot be read, or is longer than may be. */
static long statement_load(struct partner *partner, struct input *input, char *bytes) {
    size_t length = 0;
    long got = 1;
    while (got > 0 && length <= DOCUMENT_BYTES) {
        got = input_read(input, bytes + length, DOCUMENT_BYTES + 1 - length);
        if (got > 0) length += (size_t)got;
    }
    struct remark_place nowhere = {0, 0};
    if (got < 0) remarks_error(&partner->remarks, nowhere, NULL, "cannot be read: %s", strerror(errno));
    if (got <= 0) return got < 0 ? -1 : (long)length;
    remarks_error(&partner->remarks, nowhere, "is this the right file?", "a partner file of more than %u MiB",
                  DOCUMENT_BYTES >> 20);
    return -1;
}

/* Whether the first line is a header of CSV: names between commas, and nothing of YAML. */
static bool statement_is_table(const char *bytes, size_t length) {
    size_t commas = 0, i = 0;
    for (; i < length && bytes[i] != '\n' && bytes[i] != '\r'; i++) {
        if (strchr(":#{[&*!|>%@`", bytes[i])) return false;
        commas += bytes[i] == ',';
    }
    return commas > 1;
}

/* A file of another kind is called by its name; its bytes are not told one by one. */
static bool statement_is_text(struct partner *partner, const char *bytes, size_t length) {
    const char *kind = reader_kind_name((const unsigned char *)bytes, length);
    static const char other[] = ", not CSV";
    if (!kind) return true;
    const char *end = strstr(kind, other);
    remarks_error(&partner->remarks, (struct remark_place){0, 0}, "`assay init` prints a template",
                  "%.*s, not a partner file", (int)(end ? (size_t)(end - kind) : strlen(kind)), kind);
    return false;
}

static void statement_read(struct statement *statement, const char *bytes, size_t length) {
    struct pool pool = {0};
    bool empty;
    if (!statement_is_text(statement->partner, bytes, length)) return;
    if (statement_is_table(bytes, length)) {
        remarks_error(
            &statement->partner->remarks, (struct remark_place){1, 0},
            "give exports with --trainings or --workloads; `assay init` prints a template of the partner file",
            "the file is CSV, not a partner file");
        return;
    }
    const struct document_node *root = document_read(&pool, &statement->partner->remarks, bytes, length, &empty);
    if (root) statement_root(statement, root);
    statement->partner->failed = statement->partner->failed || pool.failed || statement->seen.failed;
    pool_free(&pool);
}

bool partner_read_statement(struct partner *partner, const char *path, const struct partner_names *names) {
    struct statement statement = {.partner = partner, .names = names};
    struct input *input = partner_open(partner, PARTNER_STATEMENT, path);
    char *bytes = input ? malloc(DOCUMENT_BYTES + 1) : NULL;
    uint64_t before = partner->remarks.errors;
    long length = bytes ? statement_load(partner, input, bytes) : -1;
    if (length >= 0) statement_read(&statement, bytes, (size_t)length);
    if (input && !bytes) partner->failed = true;
    bool good = length >= 0 && partner_close(partner, PARTNER_STATEMENT, input);
    remarks_sort(&partner->remarks);
    dictionary_free(&statement.seen);
    input_close(input);
    free(bytes);
    return good && partner->remarks.errors == before;
}
