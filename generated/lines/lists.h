/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of the files that hold the lists, for decisions/lists.c. Derived: these are not what is reviewed. */
static const uint32_t lines_ms_series[] = {5, 6, 11, 12, 7, 8, 9, 10};
