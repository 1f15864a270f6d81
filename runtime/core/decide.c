/* decide.c - exact answers from the clauses that the present cells pass.
 *
 * Absent fields span a space; a cell of it is one class per absent field. A question names some groups of clauses
 * (eligibilities, a measure) and asks in which cells every one of them has a clause that holds. The search goes through
 * the absent fields one by one, with the set of clauses that hold for the classes chosen so far. It is cut short where
 * a group has no clause left (nowhere below) and where every group has one that looks at none of the fields still open
 * (everywhere below); classes that leave the same clauses are searched once, fields that no clause looks at never. */
#include "runtime/core/internal.h"

enum { NOWHERE = 1, EVERYWHERE = 2, BOTH = 3, OPEN = 0 };

/* Clause sets of a search are packed: only the words that the question touches. Word j stands for word j of the index,
 * or, from `prefix` on, for word j + gap. */
struct search {
    const struct assay_index *index;
    uint32_t eligibilities;
    uint32_t levels;       /* absent fields */
    uint16_t *fields;      /* of each level */
    uint32_t *tried_from;  /* of each level: its place in tried */
    uint16_t *tried;       /* classes that left different clauses */
    uint64_t *free_below;  /* of each level, in words of the index: clauses that look at no field from there on */
    uint64_t *sets;        /* of each level, packed: clauses that hold for the classes chosen before it */
    uint32_t shared;       /* the question: groups 0 to shared - 1 */
    uint32_t own, own_end; /* and groups own to own_end - 1, that is one or none */
    uint32_t prefix, gap, count;
    unsigned seen, enough; /* what was found; the search ends when all of `enough` was */
};

/* ---- Sets ---- */

static uint32_t words_of(uint32_t bits) {
    return (bits + 63) / 64;
}

static void set_clear(uint64_t *set, uint32_t words) {
    for (uint32_t word = 0; set && word < words; word++)
        set[word] = 0;
}

static void set_add(uint64_t *set, uint32_t member) {
    if (set) set[member / 64] |= UINT64_C(1) << (member % 64);
}

/* Those members of a word that lie in [from, until). */
static uint64_t bits_between(uint32_t word, uint32_t from, uint32_t until) {
    uint32_t start = word * 64;
    uint64_t bits = ~UINT64_C(0);
    if (from >= until || until <= start) return 0;
    if (from > start) bits = from - start < 64 ? bits << (from - start) : 0;
    if (until - start < 64) bits &= ~(~UINT64_C(0) << (until - start));
    return bits;
}

/* The first member in [from, until), or `until`. */
static uint32_t set_next(const uint64_t *set, uint32_t from, uint32_t until) {
    for (uint32_t word = from / 64; from < until; from = ++word * 64) {
        uint64_t bits = set[word] & bits_between(word, from, until);
        if (bits) return word * 64 + (uint32_t)__builtin_ctzll(bits);
    }
    return until;
}

/* The group at or behind `low` that a clause belongs to. */
static uint32_t group_of(const struct assay_index *index, uint32_t low, uint32_t high, uint32_t clause) {
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (index->first[middle] <= clause)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The first measure at or behind `measure` that has a clause in the set; measure_count when there is none. */
static uint32_t next_measure(const struct assay_index *index, uint32_t eligibilities, const uint64_t *clauses,
                             uint32_t measure) {
    uint32_t groups = eligibilities + index->measure_count, group = eligibilities + measure;
    uint32_t clause = set_next(clauses, index->first[group], index->clause_count);
    if (clause == index->clause_count) return index->measure_count;
    return group_of(index, group, groups, clause) - eligibilities;
}

/* ---- Scratch memory ---- */

size_t assay_work_size(const struct assay_ruleset *rules) {
    const struct assay_index *index = rules->index;
    size_t fields = rules->usage->field_count, classes = 0;
    for (size_t field = 0; field < fields; field++)
        classes += index->fields[field].class_count;
    size_t units = 2 * (size_t)index->words + work_units(fields, sizeof(uint16_t));
    units += 2 * (size_t)assay_measure_words(rules) + 2 * (fields + 1) * index->words;
    units += work_units(fields, sizeof(uint32_t)) + work_units(fields + classes, sizeof(uint16_t));
    return (units ? units : 1) * sizeof(uint64_t);
}

uint32_t assay_measure_words(const struct assay_ruleset *rules) {
    return words_of(rules->index->measure_count);
}

/* Lays the search out behind the two sets of measures, and lists the absent fields. */
static void search_begin(struct search *search, const struct assay_ruleset *rules, const uint16_t *codes, void *work) {
    const struct assay_index *index = rules->index;
    size_t fields = rules->usage->field_count, words = index->words;
    uint64_t *units = work_rest(rules, work) + 2 * (size_t)assay_measure_words(rules);
    *search = (struct search){.index = index, .eligibilities = rules->usage->eligibility_count};
    search->free_below = units;
    search->sets = units += (fields + 1) * words;
    search->tried_from = (void *)(units += (fields + 1) * words);
    search->fields = (void *)(units + work_units(fields, sizeof(uint32_t)));
    search->tried = search->fields + fields;
    uint32_t tried = 0;
    for (uint16_t field = 0; field < fields; field++) {
        if (codes[field] != ASSAY_ABSENT) continue;
        search->fields[search->levels] = field;
        search->tried_from[search->levels++] = tried;
        tried += index->fields[field].class_count;
    }
    uint64_t *below = search->free_below + search->levels * words;
    for (size_t word = 0; word < words; word++)
        below[word] = ~UINT64_C(0);
    for (uint32_t level = search->levels; level-- > 0; below -= words) {
        const uint64_t *free_ = index->fields[search->fields[level]].free_;
        for (size_t word = 0; word < words; word++)
            (below - words)[word] = below[word] & free_[word];
    }
}

/* ---- The search ---- */

static uint32_t word_unpacked(const struct search *search, uint32_t word) {
    return word < search->prefix ? word : word + search->gap;
}

/* Whether a group has a clause in a packed set that is also in `filter`, a set in words of the index. */
static int group_lives(const struct search *search, const uint64_t *set, const uint64_t *filter, uint32_t group) {
    uint32_t from = search->index->first[group], until = search->index->first[group + 1];
    for (uint32_t word = from / 64; from < until && word * 64 < until; word++) {
        uint64_t bits = set[word < search->prefix ? word : word - search->gap] & bits_between(word, from, until);
        if (bits & filter[word]) return 1;
    }
    return 0;
}

static int groups_live(const struct search *search, const uint64_t *set, const uint64_t *filter) {
    for (uint32_t group = 0; group < search->shared; group++)
        if (!group_lives(search, set, filter, group)) return 0;
    return search->own == search->own_end || group_lives(search, set, filter, search->own);
}

static const uint64_t *free_below(const struct search *search, uint32_t level) {
    return search->free_below + (size_t)level * search->index->words;
}

/* What is known of all cells below a level. */
static unsigned search_judge(const struct search *search, const uint64_t *set, uint32_t level) {
    if (!groups_live(search, set, free_below(search, search->levels))) return NOWHERE;
    return groups_live(search, set, free_below(search, level)) ? EVERYWHERE : OPEN;
}

static int field_is_free(const struct search *search, const uint64_t *set, const struct assay_index_field *field) {
    for (uint32_t word = 0; word < search->count; word++)
        if (set[word] & ~field->free_[word_unpacked(search, word)]) return 0;
    return 1;
}

static const uint64_t *class_mask(const struct search *search, const struct assay_index_field *field, uint32_t class_) {
    return field->masks + (size_t)class_ * search->index->words;
}

/* Whether a class leaves the same clauses of a set as one of the classes tried. */
static int class_was_tried(const struct search *search, const uint64_t *set, const struct assay_index_field *field,
                           const uint16_t *tried, uint32_t tried_count, uint32_t class_) {
    const uint64_t *mask = class_mask(search, field, class_);
    for (uint32_t i = 0; i < tried_count; i++) {
        const uint64_t *other = class_mask(search, field, tried[i]);
        uint32_t word = 0;
        for (; word < search->count; word++) {
            uint32_t place = word_unpacked(search, word);
            if (set[word] & (mask[place] ^ other[place])) break;
        }
        if (word == search->count) return 1;
    }
    return 0;
}

/* Searches the cells below a level. It goes no deeper than there are absent fields. */
static void search_visit(struct search *search, const uint64_t *set, uint32_t level) {
    unsigned verdict = search_judge(search, set, level);
    search->seen |= verdict;
    if (verdict != OPEN) return;
    const struct assay_index_field *fields = search->index->fields;
    while (field_is_free(search, set, &fields[search->fields[level]]))
        level++;
    const struct assay_index_field *field = &fields[search->fields[level]];
    uint64_t *below = search->sets + (size_t)(level + 1) * search->index->words;
    uint16_t *tried = search->tried + search->tried_from[level];
    uint32_t tried_count = 0;
    for (uint32_t class_ = 0; class_ < field->class_count; class_++) {
        if (class_was_tried(search, set, field, tried, tried_count, class_)) continue;
        tried[tried_count++] = (uint16_t)class_;
        const uint64_t *mask = class_mask(search, field, class_);
        for (uint32_t word = 0; word < search->count; word++)
            below[word] = set[word] & mask[word_unpacked(search, word)];
        search_visit(search, below, level + 1);
        if ((search->seen & search->enough) == search->enough) return;
    }
}

/* Finds which words the question touches, and packs the clauses of its groups into the set of level 0. */
static void search_pack(struct search *search, const uint64_t *clauses) {
    const uint32_t *first = search->index->first;
    uint32_t shared = first[search->shared], from = first[search->own], until = first[search->own_end];
    search->prefix = words_of(shared);
    uint32_t start = from / 64 > search->prefix ? from / 64 : search->prefix;
    uint32_t end = from < until ? words_of(until) : 0;
    search->gap = start - search->prefix;
    search->count = search->prefix + (end > start ? end - start : 0);
    for (uint32_t word = 0; word < search->count; word++) {
        uint32_t place = word_unpacked(search, word);
        search->sets[word] = clauses[place] & (bits_between(place, 0, shared) | bits_between(place, from, until));
    }
}

/* Asks about groups 0 to shared - 1 and own to own_end - 1. Where only EVERYWHERE is enough, a YES means that there is
 * such a cell. */
static enum assay_answer search_ask(struct search *search, const uint64_t *clauses, uint32_t shared, uint32_t own,
                                    uint32_t own_end, unsigned enough) {
    search->shared = shared;
    search->own = own;
    search->own_end = own_end;
    search->seen = 0;
    search->enough = enough;
    search_pack(search, clauses);
    search_visit(search, search->sets, 0);
    return search->seen == BOTH ? ASSAY_CANNOT_TELL : search->seen == EVERYWHERE ? ASSAY_YES : ASSAY_NO;
}

/* ---- Answers ---- */

/* The answers of the filters alone. */
static void decide_matches(struct search *search, const uint64_t *clauses, uint64_t *matches, uint64_t *may_match) {
    const struct assay_index *index = search->index;
    uint32_t eligibilities = search->eligibilities, measure = next_measure(index, eligibilities, clauses, 0);
    for (; measure < index->measure_count; measure = next_measure(index, eligibilities, clauses, measure + 1)) {
        uint32_t group = eligibilities + measure;
        enum assay_answer answer = search_ask(search, clauses, 0, group, group + 1, BOTH);
        if (answer != ASSAY_NO) set_add(answer == ASSAY_YES ? matches : may_match, measure);
    }
}

/* Eligibilities one by one, then together where that could differ. */
static void decide_eligible(struct search *search, const uint64_t *clauses, struct assay_outcome *outcome) {
    uint32_t undecided = 0;
    int failed = 0;
    for (uint32_t group = 0; group < search->eligibilities; group++) {
        enum assay_answer answer = search_ask(search, clauses, 0, group, group + 1, BOTH);
        undecided += answer == ASSAY_CANNOT_TELL;
        failed |= answer == ASSAY_NO;
        if (answer == ASSAY_NO && group < 32) outcome->ineligible |= UINT32_C(1) << group;
    }
    if (failed)
        outcome->eligible = ASSAY_NO;
    else if (undecided > 1)
        outcome->eligible = search_ask(search, clauses, search->eligibilities, 0, 0, BOTH);
    else
        outcome->eligible = undecided ? ASSAY_CANNOT_TELL : ASSAY_YES;
}

/* Eligibility and filters together. Where eligibility cannot be told no measure can be certain, and one whose filter
 * cannot be told either may only be met where eligibility fails. */
static void decide_counts(struct search *search, const uint64_t *clauses, const uint64_t *matches,
                          const uint64_t *may_match, struct assay_outcome *outcome) {
    uint32_t measures = search->index->measure_count, words = words_of(measures);
    for (uint32_t word = 0; word < words; word++) {
        uint64_t filtered = outcome->eligible == ASSAY_NO ? 0 : matches[word];
        int certain = outcome->eligible == ASSAY_YES;
        outcome->counts[word] = certain ? filtered : 0;
        outcome->may[word] = certain ? may_match[word] : filtered;
    }
    if (outcome->eligible != ASSAY_CANNOT_TELL) return;
    uint32_t measure = set_next(may_match, 0, measures);
    for (; measure < measures; measure = set_next(may_match, measure + 1, measures)) {
        uint32_t group = search->eligibilities + measure;
        if (search_ask(search, clauses, search->eligibilities, group, group + 1, EVERYWHERE) != ASSAY_NO)
            set_add(outcome->may, measure);
    }
}

/* No field is absent: every group has a clause that holds, or none. */
static void decide_present(const struct assay_ruleset *rules, const uint64_t *clauses, struct assay_outcome *outcome) {
    const struct assay_index *index = rules->index;
    uint32_t eligibilities = rules->usage->eligibility_count;
    for (uint32_t group = 0; group < eligibilities; group++) {
        if (set_next(clauses, index->first[group], index->first[group + 1]) != index->first[group + 1]) continue;
        outcome->eligible = ASSAY_NO;
        if (group < 32) outcome->ineligible |= UINT32_C(1) << group;
    }
    uint32_t measure = next_measure(index, eligibilities, clauses, 0);
    for (; measure < index->measure_count; measure = next_measure(index, eligibilities, clauses, measure + 1)) {
        set_add(outcome->matches, measure);
        if (outcome->eligible == ASSAY_YES) set_add(outcome->counts, measure);
    }
}

static int any_absent(const uint16_t *codes, uint16_t fields) {
    for (uint16_t field = 0; field < fields; field++)
        if (codes[field] == ASSAY_ABSENT) return 1;
    return 0;
}

int assay_decide(const struct assay_ruleset *rules, const uint16_t *codes, const uint64_t *clauses, void *work,
                 struct assay_outcome *outcome) {
    uint32_t words = assay_measure_words(rules);
    outcome->eligible = ASSAY_YES;
    outcome->ineligible = 0;
    set_clear(outcome->counts, words);
    set_clear(outcome->may, words);
    set_clear(outcome->matches, words);
    set_clear(outcome->may_match, words);
    if (!any_absent(codes, rules->usage->field_count)) {
        decide_present(rules, clauses, outcome);
        return ASSAY_OK;
    }
    struct search search;
    search_begin(&search, rules, codes, work);
    decide_eligible(&search, clauses, outcome);
    if (outcome->eligible == ASSAY_NO && !outcome->matches && !outcome->may_match) return ASSAY_OK;
    uint64_t *matches = outcome->matches ? outcome->matches : work_rest(rules, work);
    uint64_t *may_match = outcome->may_match ? outcome->may_match : work_rest(rules, work) + words;
    set_clear(matches, words);
    set_clear(may_match, words);
    decide_matches(&search, clauses, matches, may_match);
    decide_counts(&search, clauses, matches, may_match, outcome);
    return ASSAY_OK;
}
