#include "compiler/emit/c.h"

enum { C_WORDS = 6 }; /* words of a clause set on one line */

/* ---- One field ---- */

static void c_entries(struct c_file *file, const char *name, const struct assay_index_field *field) {
    if (field->entry_count == 0) return;
    text_addf(&file->out, "static const struct assay_entry entries_%s[] = {\n", name);
    for (size_t i = 0; i < field->entry_count; i++) {
        const struct assay_entry *entry = &field->entries[i];
        text_add(&file->out, "    {.text = ");
        c_literal(&file->out, entry->text);
        text_addf(&file->out, ", .length = %u, .class_ = %u, .canonical = %u, .alias = %u},\n", entry->length,
                  entry->class_, entry->canonical, entry->alias);
    }
    text_add(&file->out, "};\n");
}

static void c_slots(struct c_file *file, const char *name, const struct assay_index_field *field) {
    text_addf(&file->out, "static const uint16_t slots_%s[] = {", name);
    for (uint32_t i = 0; i <= field->slot_mask; i++) {
        text_add(&file->out, i % 16 ? " " : "\n    ");
        text_add_uint(&file->out, field->slots[i]);
        text_add(&file->out, ",");
    }
    text_add(&file->out, "\n};\n");
}

/* Small words without a prefix: most of those of many clauses are 0. */
static void c_word(struct text *out, uint64_t word) {
    if (word > 9) text_add(out, "0x");
    text_add_hex(out, word);
    text_add(out, ",");
}

static void c_sets(struct c_file *file, const char *kind, const char *name, const uint64_t *sets, size_t count,
                   uint32_t words) {
    text_addf(&file->out, "static const uint64_t %s_%s[] = {\n", kind, name);
    for (size_t i = 0; i < count; i++) {
        for (uint32_t word = 0; word < words; word++) {
            text_add(&file->out, word % C_WORDS ? " " : word ? "\n    " : "    ");
            c_word(&file->out, sets[i * words + word]);
        }
        text_add(&file->out, "\n");
    }
    text_add(&file->out, "};\n");
}

static void c_index_field(struct c_file *file, const char *name, const struct assay_index_field *field,
                          uint32_t words) {
    text_add(&file->out, "\n");
    c_entries(file, name, field);
    c_slots(file, name, field);
    c_sets(file, "masks", name, field->masks, field->class_count, words);
    c_sets(file, "free", name, field->free_, 1, words);
}

static void c_index_fields(struct c_file *file, const struct assay_index *index, const char *const *names) {
    size_t count = file->usage->field_count;
    for (size_t i = 0; i < count; i++)
        c_index_field(file, names[i], &index->fields[i], index->words);
    text_add(&file->out, "\nstatic const struct assay_index_field fields[] = {\n");
    for (size_t i = 0; i < count; i++) {
        const struct assay_index_field *field = &index->fields[i];
        text_addf(&file->out, "    {.entries = %s%s, ", field->entry_count ? "entries_" : "NULL",
                  field->entry_count ? names[i] : "");
        text_addf(&file->out,
                  ".slots = slots_%s, .masks = masks_%s, .free_ = free_%s,\n     .slot_mask = %u, .entry_count = %u, "
                  ".class_count = %u, .blank_class = %u, .other_class = %u},\n",
                  names[i], names[i], names[i], field->slot_mask, field->entry_count, field->class_count,
                  field->blank_class, field->other_class);
    }
    text_add(&file->out, "};\n");
}

/* ---- The file ---- */

static void c_index_tables(struct c_file *file, const struct assay_ruleset *rules, const char *const *slugs) {
    text_add(&file->out, "\nextern const struct assay_usage assay_table_usage;\n");
    for (size_t i = 0; i < rules->list_count; i++)
        text_addf(&file->out, "extern const struct assay_list %s;\n", file->lists[i]);
    for (size_t i = 0; i < rules->specialization_count; i++) {
        text_addf(&file->out, "extern const struct assay_specialization %s;\n", c_table_symbol(slugs[i], file->arena));
    }
    if (rules->list_count) {
        text_add(&file->out, "\nstatic const struct assay_list *const lists[] = {\n");
        for (size_t i = 0; i < rules->list_count; i++)
            text_addf(&file->out, "    &%s,\n", file->lists[i]);
        text_add(&file->out, "};\n");
    }
    if (rules->specialization_count == 0) return;
    text_add(&file->out, "\nstatic const struct assay_specialization *const specializations[] = {\n");
    for (size_t i = 0; i < rules->specialization_count; i++) {
        text_addf(&file->out, "    &%s,\n", c_table_symbol(slugs[i], file->arena));
    }
    text_add(&file->out, "};\n");
}

static void c_index_first(struct c_file *file, const struct assay_ruleset *rules) {
    size_t groups = rules->usage->eligibility_count + (size_t)rules->index->measure_count;
    text_add(&file->out, "\nstatic const uint32_t first[] = {");
    for (size_t i = 0; i <= groups; i++) {
        text_addf(&file->out, "%s%u,", i % 16 ? " " : "\n    ", rules->index->first[i]);
    }
    text_add(&file->out, "\n};\n");
}

static void c_index_end(struct c_file *file, const struct assay_ruleset *rules) {
    const struct assay_index *index = rules->index;
    text_addf(&file->out,
              "\nstatic const struct assay_index rules_index = {\n    .clause_count = %u,\n    .words = %u,\n"
              "    .measure_count = %u,\n    .first = first,\n    .fields = fields,\n};\n",
              index->clause_count, index->words, index->measure_count);
    text_add(&file->out, "\nconst struct assay_ruleset assay_rules = {\n"
                         "    .abi = ASSAY_ABI,\n");
    c_member_text(file, "hash", rules->hash);
    text_add(&file->out, "    .usage = &assay_table_usage,\n");
    if (rules->list_count) text_add(&file->out, "    .lists = lists,\n");
    if (rules->specialization_count) text_add(&file->out, "    .specializations = specializations,\n");
    if (rules->list_count) text_addf(&file->out, "    .list_count = %u,\n", rules->list_count);
    text_addf(&file->out, "    .specialization_count = %u,\n    .index = &rules_index,\n};\n",
              rules->specialization_count);
}

struct emitted *c_index_file(const struct c_names *of, struct arena *arena) {
    const struct assay_ruleset *rules = of->rules;
    struct c_file file = c_begin(of, arena);
    const char **names = ARENA_ARRAY(arena, rules->usage->field_count, const char *);
    for (size_t i = 0; i < rules->usage->field_count; i++) {
        names[i] = c_symbol(&file, "f", rules->usage->fields[i].name, NULL) + 2;
    }
    text_addf(&file.out,
              "/*\n * The index: derived from the tables in decisions/, which are what is reviewed.\n */\n"
              "#include \"assay.h\"\n\n#if ASSAY_ABI != %d\n"
              "#error \"this index was written for ABI %d of assay.h\"\n#endif\n",
              ASSAY_ABI, ASSAY_ABI);
    c_index_tables(&file, rules, of->slugs);
    c_index_fields(&file, rules->index, names);
    c_index_first(&file, rules);
    c_index_end(&file, rules);
    return c_end(&file, "index.c");
}
