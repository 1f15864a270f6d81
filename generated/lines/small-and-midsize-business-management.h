/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of business-applications/small-and-midsize-business-management.assay, for decisions/small-and-midsize-business-management.c. Derived: these are not what is reviewed. */
static const char text_designation[] = "designation Business Applications";
static const uint32_t lines_designation[] = {5};
static const uint32_t lines[] = {1};
