/* difference.h - what changes between two rule sets, completely and exactly, on every day.
 *
 * Specializations are matched by name and by former names, all of them: several that become one are a merge, one that
 * becomes several is a split. Measures of matched specializations likewise, and at last by equal filters. Fields are
 * matched by name, eligibilities by reason. Filters are compared alone, eligibility apart.
 *
 * Every date on which an edition of a measure begins or ends cuts time into slices; on each day what all old editions
 * let through together is compared with what all new ones do. Each cell of the space that changes sides on a day lies
 * in exactly one part of one region of that day of each measure it concerns, and no other cell lies in any. A region is
 * as wide as one edit shows: common conditions, then disjoint alternatives; and as long as it stays the same. All lives
 * in the arena; the models must outlive it. */
#ifndef ASSAY_ANALYSIS_DIFFERENCE_H
#define ASSAY_ANALYSIS_DIFFERENCE_H

#include "compiler/model/witness.h"

/* Boxes looked at for one comparison, at most: some seconds. */
#define DIFFERENCE_BUDGET UINT64_C(400000000)

enum difference_kind {
    DIFFERENCE_LOST,    /* counted, and does no longer */
    DIFFERENCE_GAINED,  /* counts now */
    DIFFERENCE_MOVED,   /* left one measure and entered another of the same specialization */
    DIFFERENCE_REPLACED /* one field: some values no longer count, others now do */
};

/* Cells that change sides in one way, with one smallest row. */
struct difference_part {
    enum difference_kind kind; /* not DIFFERENCE_REPLACED */
    struct region boxes;       /* disjoint */
    uint64_t *common;          /* a box: the fields on which all of them agree; the others are full */
    uint64_t cells;
    struct witness witness;
};

/* Days, both included, as YYYYMMDD; 0: without an end. */
struct difference_period {
    uint32_t from, until;
};

struct difference_region {
    enum difference_kind kind;
    struct difference_period period;
    size_t first_slice, slice_count; /* of its filter: those it holds in */
    struct difference_part parts[2]; /* REPLACED: lost, gained */
    size_t part_count;
    size_t pivot; /* REPLACED: the field in which the edit shows */
    bool alike;   /* REPLACED: the two parts differ in that field alone */
    size_t to;    /* MOVED: the measure entered, in the specialization's list */
};

/* Days on which the same editions are in force, on both sides. */
struct difference_slice {
    struct difference_period period;
    bool was, is;                /* whether any edition is in force */
    struct region before, after; /* the rows that pass */
    struct region lost, gained;  /* disjoint, moved ones included */
};

/* What is compared slice by slice. */
struct difference_filter {
    struct difference_slice *slices; /* in order of time, without gaps */
    size_t slice_count;
    struct difference_region *regions;
    size_t region_count, region_capacity;
};

/* A measure with its dates. */
struct difference_edition {
    const struct model_specialization *specialization;
    const struct model_measure *measure;
};

/* Rows that counted as one name count as another, where several names became one or one several. */
struct difference_passage {
    struct difference_edition old, new;     /* of these names */
    struct difference_period period, first; /* while it holds; while the editions that it begins with are in force */
    bool whole;                             /* all that counted as the old name */
    struct difference_part part;            /* MOVED */
};

/* What was one measure, and is: all editions of all its names. */
struct difference_measure {
    const struct model_measure *old, *new;  /* the first edition; NULL: the measure is added, removed */
    struct difference_edition *olds, *news; /* in order of place */
    size_t old_count, new_count;
    bool one_old, one_new; /* all editions of that side have one name */
    bool renamed;          /* there are passages to tell */
    struct difference_passage *passages;
    size_t passage_count;
    struct difference_filter filter;
};

/* What was one specialization, and is: several where they were merged or split. */
struct difference_specialization {
    const struct model_specialization *old, *new; /* the first; NULL: added, removed */
    const struct model_specialization **olds, **news;
    size_t old_count, new_count;
    struct difference_measure *measures; /* in the order of the new rules, removed ones last */
    size_t measure_count;
};

struct difference_eligibility {
    const struct model_eligibility *old, *new; /* NULL: added, removed */
    struct difference_filter filter;           /* without an eligibility everything passes */
};

/* Under which heading a change is told that is no region of a filter. */
enum difference_heading {
    DIFFERENCE_USAGE,        /* which rows count at all, and how the export is read */
    DIFFERENCE_MEASURES,     /* measures and specializations come and go, effective dates */
    DIFFERENCE_REQUIREMENTS, /* what a specialization requires; requirement lines belong here */
    DIFFERENCE_NO_EFFECT     /* no row, no sum and no requirement changes */
};

struct difference_fact {
    enum difference_heading heading;
    const char *specialization, *measure; /* or NULL */
    const char *what;                     /* one word for programs: "designation", "alias", "note" */
    const char *text;                     /* the change, as a sentence without a full stop */
    struct difference_period period;      /* when it holds */
    bool beside;                          /* the regions of the measure say it too: told with them, and counted once */
};

struct difference {
    struct arena *arena;
    const struct model *old, *new;
    const struct space *space; /* over both */
    struct space_budget budget;
    struct difference_specialization *specializations; /* in the order of the new rules, removed ones last */
    size_t specialization_count;
    struct difference_eligibility *eligibilities; /* likewise */
    size_t eligibility_count;
    bool eligible_alike; /* the eligibilities differ one by one, but let the same rows through together */
    struct difference_fact *facts;
    size_t fact_count, fact_capacity;
};

/* Compares. NULL when the budget is exceeded: then nothing is known. */
struct difference *difference_find(const struct model *old, const struct model *new, uint64_t budget,
                                   struct arena *arena);

/* Whether anything changes that is not DIFFERENCE_NO_EFFECT. */
bool difference_any(const struct difference *difference);
size_t difference_region_count(const struct difference *difference);
size_t difference_fact_count(const struct difference *difference, enum difference_heading heading);
/* The same without what regions tell too. */
size_t difference_fact_count_apart(const struct difference *difference, enum difference_heading heading);

/* Whether two periods have a day in common. */
bool difference_meets(struct difference_period a, struct difference_period b);
/* Whether two editions are of one name of a measure. */
bool difference_same_name(const struct difference_edition *a, const struct difference_edition *b);
/* Whether an edition is in force on all days of a period. */
bool difference_in_force(const struct model_measure *measure, struct difference_period period);

/* Asks eval and the tables of both rule sets for every witness. NULL when all agree, else what does not (in the
 * arena): an internal fault. */
const char *difference_replay(const struct difference *difference, const struct assay_ruleset *old,
                              const struct assay_ruleset *new);

/* The number of a measure in the tables of its rule set. */
uint32_t difference_measure_number(const struct assay_ruleset *rules, const struct model_specialization *specialization,
                                   const struct model_measure *measure);

#endif
