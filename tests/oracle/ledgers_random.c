#include "tests/oracle/ledgers_random.h"

#include <stdio.h>
#include <string.h>

static const char *const random_measures[] = {"A", "B", "C"};
static const char *const random_metrics[] = {"M0", "M1"};
static const char *const random_codes[] = {"K0", "K1", "K2"};
static const char *const random_designations[] = {"D0", "D1"};

int random_below(struct random_state *random, int below) {
    random->seed = random->seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (int)((random->seed >> 33) % (uint64_t)below);
}

static bool random_one_in(struct random_state *random, int times) {
    return random_below(random, times) == 0;
}

/* ---- Worlds ---- */

static int random_day(struct random_state *random) {
    static const int lengths[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    static const int edges[] = {1, 1, 27, 28, 29, 30, 31};
    int year = 2022 + random_below(random, 4), month = random_below(random, 12);
    int length = lengths[month] - (month == 1 && year % 4 != 0);
    int day = random_one_in(random, 2) ? edges[random_below(random, 7)] : 1 + random_below(random, 31);
    return year * 10000 + (month + 1) * 100 + (day < length ? day : length);
}

static void random_rows(struct random_state *random, struct world *world) {
    static const long amounts[] = {1, -1, 5, -5, 100, -100, 1000, 999, 0};
    int now = world->day / 10000 * 12 + world->day / 100 % 100 - 1;
    world->row_count = random_below(random, WORLD_ROWS / 2 + 1);
    for (int r = 0; r < world->row_count; r++) {
        struct world_row *row = &world->rows[r];
        row->counts = (unsigned)random_below(random, 8);
        row->may = random_one_in(random, 3) ? (unsigned)random_below(random, 8) & ~row->counts : 0;
        if (random_one_in(random, 3)) row->counts = 0;
        row->customer = random_one_in(random, 8) ? WORLD_NOBODY : random_below(random, 5);
        row->month = now - random_below(random, 6);
        row->cents = random_one_in(random, 3) ? random_below(random, 400) - 100 : amounts[random_below(random, 9)];
    }
}

static void random_facts(struct random_state *random, const struct world *world, int names, bool end,
                         struct world_facts *facts) {
    facts->said = world->stated && !random_one_in(random, 5);
    facts->count = facts->said ? random_below(random, WORLD_FACTS + 1) : 0;
    for (int f = 0; f < facts->count; f++) {
        struct world_fact *fact = &facts->all[f];
        *fact = (struct world_fact){random_below(random, names), random_below(random, 6), random_day(random), 0};
        if (random_one_in(random, 3)) fact->since = world->day - random_below(random, 3) * 10000;
        if (fact->since % 10000 == 229 && fact->since / 10000 % 4) fact->since--;
        if (end && !random_one_in(random, 3)) fact->until = random_one_in(random, 3) ? world->day : random_day(random);
        if (fact->until && fact->until < fact->since) fact->until = fact->since;
    }
}

static void random_values(struct random_state *random, struct world *world) {
    world->metrics_said = world->stated && !random_one_in(random, 5);
    world->first_month = world->day / 10000 * 12 + world->day / 100 % 100 - WORLD_MONTHS + 1;
    for (int m = 0; m < WORLD_METRICS; m++)
        for (int i = 0; i < WORLD_MONTHS; i++)
            world->metrics[m][i] = random_one_in(random, 6) ? WORLD_UNKNOWN : random_below(random, 40);
}

void random_world(struct random_state *random, struct world *world) {
    memset(world, 0, sizeof *world);
    world->gone = WORLD_NOBODY;
    world->day = random_day(random);
    world->has_months = !random_one_in(random, 8);
    world->has_customers = !random_one_in(random, 8);
    world->in_force = random_one_in(random, 5) ? (unsigned)random_below(random, 8) : 7;
    world->stated = !random_one_in(random, 10);
    random_rows(random, world);
    random_facts(random, world, 2, true, &world->designations);
    random_facts(random, world, 3, true, &world->people);
    random_facts(random, world, 1, false, &world->audits);
    random_facts(random, world, 1, false, &world->references);
    random_values(random, world);
}

/* ---- Lines ---- */

static const char *random_text(struct random_line *line, long cents) {
    char *text = line->texts[line->texts_used++];
    snprintf(text, sizeof line->texts[0], "%ld.%02ld", cents / 100, cents % 100);
    return text;
}

/* One to all of some names. */
static void random_names(struct random_state *random, const char *const *names, int count,
                         struct assay_requirement *line) {
    int first = random_below(random, count);
    line->names = names + first;
    line->name_count = (uint16_t)(1 + random_below(random, count - first));
}

/* An amount at the edge of what the world holds, or any. */
static long random_needed(struct random_state *random, const struct world *world, const struct assay_requirement *line,
                          const struct assay_requirement *whole) {
    struct naive_sum sum = naive_sum(world, line, whole);
    long held = random_one_in(random, 2) ? sum.certain : sum.possible;
    bool average = line->average || (whole && whole->average);
    if (average) held /= whole ? whole->months : line->months;
    held += random_below(random, 3) - 1;
    return held > 0 && !random_one_in(random, 4) ? held : 1 + random_below(random, 500);
}

static void random_amount(struct random_state *random, const struct world *world, struct random_line *memory,
                          struct assay_requirement *line, struct assay_requirement *which) {
    line->kind = ASSAY_REQUIRES_AMOUNT;
    line->months = (uint16_t)(1 + random_below(random, 4));
    line->average = random_one_in(random, 4);
    random_names(random, random_measures, 3, line);
    line->amount = random_text(memory, random_needed(random, world, line, NULL));
    if (random_one_in(random, 2)) line->customers = (uint16_t)(1 + random_below(random, 4));
    if (!which || random_one_in(random, 2)) return;
    line->parts = which;
    line->part_count = 1;
    which->kind = ASSAY_REQUIRES_AMOUNT;
    which->names = line->names;
    which->name_count = (uint16_t)(1 + random_below(random, line->name_count));
    which->amount = random_text(memory, random_needed(random, world, which, line));
    if (random_one_in(random, 3)) which->customers = (uint16_t)(1 + random_below(random, 3));
}

static void random_people(struct random_state *random, struct assay_requirement *line,
                          struct assay_requirement *which) {
    line->kind = ASSAY_REQUIRES_PEOPLE;
    line->people = (uint16_t)(1 + random_below(random, 4));
    random_names(random, random_codes, 3, line);
    if (!which || random_one_in(random, 2)) return;
    line->parts = which;
    line->part_count = (uint16_t)line->name_count < 2 ? 1 : 2;
    for (int i = 0; i < line->part_count; i++)
        which[i] = (struct assay_requirement){
            .kind = ASSAY_REQUIRES_PEOPLE, .people = 1, .names = line->names + i, .name_count = 1, .text = ""};
}

static void random_metric(struct random_state *random, struct random_line *memory, struct assay_requirement *line) {
    line->kind = random_one_in(random, 3) ? ASSAY_REQUIRES_METRIC : ASSAY_REQUIRES_GROWTH;
    random_names(random, random_metrics, 2, line);
    line->amount = random_text(memory, 50L * (1 + random_below(random, 40)));
    if (line->kind != ASSAY_REQUIRES_GROWTH) return;
    line->months = (uint16_t)(random_one_in(random, 8) ? 0 : 1 + random_below(random, 12));
    line->percent = random_one_in(random, 2);
    if (line->percent) line->amount = random_text(memory, 500L * (1 + random_below(random, 40)));
}

static void random_simple(struct random_state *random, struct assay_requirement *line) {
    static const uint16_t valid[] = {0, 1, 6, 12, 24};
    static const uint8_t kinds[] = {ASSAY_REQUIRES_DESIGNATION, ASSAY_REQUIRES_AUDIT, ASSAY_REQUIRES_REFERENCES,
                                    ASSAY_REQUIRES_UNPUBLISHED};
    line->kind = kinds[random_below(random, 4)];
    line->valid_months = valid[random_below(random, 5)];
    line->references = (uint16_t)random_below(random, 4);
    line->subject = "knowledge";
    if (line->kind == ASSAY_REQUIRES_DESIGNATION) random_names(random, random_designations, 2, line);
}

static void random_either(struct random_state *random, const struct world *world, struct random_line *memory) {
    struct assay_requirement *line = &memory->line;
    line->kind = ASSAY_REQUIRES_ANY_OF;
    line->parts = memory->parts;
    line->part_count = (uint16_t)(1 + random_below(random, RANDOM_PARTS));
    for (int p = 0; p < line->part_count; p++) {
        struct assay_requirement *part = &memory->parts[p];
        if (p == 0 && random_one_in(random, 2)) {
            part->kind = ASSAY_REQUIRES_ALL_OF;
            part->parts = memory->demands;
            part->part_count = 2;
            random_amount(random, world, memory, &memory->demands[0], NULL);
            random_metric(random, memory, &memory->demands[1]);
        } else if (random_one_in(random, 4)) {
            random_people(random, part, NULL);
        } else {
            random_amount(random, world, memory, part, NULL);
        }
    }
}

static void random_name_all(struct assay_requirement *line) {
    line->text = line->option = "";
    for (int p = 0; p < line->part_count; p++)
        random_name_all((struct assay_requirement *)&line->parts[p]);
}

void random_line(struct random_state *random, const struct world *world, struct random_line *memory) {
    memset(memory, 0, sizeof *memory);
    int kind = random_below(random, 10);
    if (kind < 5)
        random_amount(random, world, memory, &memory->line, memory->which);
    else if (kind < 6)
        random_either(random, world, memory);
    else if (kind < 7)
        random_people(random, &memory->line, memory->which);
    else if (kind < 8)
        random_metric(random, memory, &memory->line);
    else
        random_simple(random, &memory->line);
    if (random_one_in(random, 6))
        memory->line.from = (uint32_t)(random_one_in(random, 2) ? world->day : random_day(random));
    if (random_one_in(random, 6))
        memory->line.until = (uint32_t)(random_one_in(random, 2) ? world->day : random_day(random));
    random_name_all(&memory->line);
}
