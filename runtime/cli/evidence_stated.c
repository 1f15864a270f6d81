/* evidence_stated.c - lines.csv, what each line rests on, and stated.csv, the entries of the partner's inputs. */
#include "runtime/cli/evidence.h"

#include "runtime/cli/cells.h"
#include "runtime/cli/words.h"

#define STATED_LINES "specialization,line,requirement,rule_file,rule_line,met,doubt,rests_on\n"
#define STATED_ENTRIES                                                                                                 \
    "specialization,line,requirement,met,entry,person,from,until,month,value,stands,input,input_line,"                 \
    "from_or,until_or\n"

struct stated {
    const struct report *report;
    const struct evidence_line *line;
    struct text *out;
    bool any; /* an entry of the line was written */
};

/* ---- Entries ---- */

static void stated_begin(const struct stated *stated) {
    const struct assay_ruleset *rules = stated->report->standings.usage.rules;
    cells_text(stated->out, rules->specializations[stated->line->specialization]->name);
    cells_text(stated->out, stated->line->number);
    cells_text(stated->out, stated->line->verdict->requirement->text);
}

static void stated_entry(void *context, const struct standing_entry *entry) {
    struct stated *stated = context;
    const struct partner_month *month = entry->month;
    const struct partner_input *input = &stated->report->partner.inputs[entry->place.input];
    stated->any = true;
    stated_begin(stated);
    cells_text(stated->out, words_answer(stated->line->verdict->met));
    cells_text(stated->out, entry->name);
    cells_text(stated->out, entry->person ? entry->person : "");
    cells_day(stated->out, entry->from);
    cells_day(stated->out, entry->until);
    cells_month(stated->out, month != NULL, month ? month->month : 0);
    cells_amount(stated->out, month && month->known, month ? month->value : 0);
    cells_text(stated->out, words_answer(entry->stands));
    cells_text(stated->out, input->path ? input->path : "");
    cells_count(stated->out, entry->place.line > 0, entry->place.line);
    cells_day(stated->out, entry->from_or);
    cells_day(stated->out, entry->until_or);
    cells_end(stated->out);
}

/* A line of which nothing is stated has a record that says so. */
static bool stated_line(struct stated *stated) {
    const struct evidence_line *line = stated->line;
    stated->any = false;
    if (!standing_entries(&stated->report->standings, line->specialization, line->verdict, stated_entry, stated))
        return false;
    if (stated->any) return true;
    stated_begin(stated);
    cells_text(stated->out, words_answer(line->verdict->met));
    text_add(stated->out, ",,,,,,,,,,\n");
    return true;
}

/* ---- Lines ---- */

/* Where the reader goes on; NULL: in the entries. */
static const char *stated_basis(const struct evidence_line *line) {
    switch (line->verdict->requirement->kind) {
    case ASSAY_REQUIRES_AMOUNT:
        return line->rows;
    case ASSAY_REQUIRES_ANY_OF:
    case ASSAY_REQUIRES_ALL_OF:
        return "its parts";
    case ASSAY_REQUIRES_UNPUBLISHED:
        return "nothing is published";
    default:
        return NULL;
    }
}

static void stated_index(const struct stated *stated) {
    const struct assay_ruleset *rules = stated->report->standings.usage.rules;
    const struct evidence_line *line = stated->line;
    const char *basis = stated_basis(line);
    stated_begin(stated);
    cells_text(stated->out, rules->specializations[line->specialization]->file);
    cells_count(stated->out, true, line->verdict->requirement->lines[0]);
    cells_text(stated->out, words_answer(line->verdict->met));
    cells_text(stated->out, standing_doubt_words(line->verdict->doubt));
    text_addf(stated->out, "%s%s\n", basis ? basis : EVIDENCE_STATED, line->rows ? ".csv" : "");
}

bool evidence_stated(const struct folder *folder, const struct report *report, const struct evidence_lines *lines) {
    struct text index = {0}, entries = {0};
    bool good = true;
    text_add(&index, STATED_LINES);
    text_add(&entries, STATED_ENTRIES);
    for (size_t l = 0; good && l < lines->count; l++) {
        struct stated stated = {report, &lines->all[l], &index, false};
        stated_index(&stated);
        stated.out = &entries;
        if (!stated_basis(stated.line)) good = stated_line(&stated);
    }
    good = good && folder_write(folder, EVIDENCE_LINES, &index) && folder_write(folder, EVIDENCE_STATED, &entries);
    text_free(&index);
    text_free(&entries);
    return good;
}
