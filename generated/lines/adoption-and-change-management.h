/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of modern-work/adoption-and-change-management.assay, for decisions/adoption-and-change-management.c. Derived: these are not what is reviewed. */
static const char text_designation[] = "designation Modern Work";
static const uint32_t lines_designation[] = {6};
static const char text_references[] = "customer references, valid for 2 years, how many is not published";
static const uint32_t lines_references[] = {11};
static const char text_performance[] = "performance not published";
static const uint32_t lines_performance[] = {13};
static const char text_knowledge[] = "knowledge not published";
static const uint32_t lines_knowledge[] = {14};
static const uint32_t lines[] = {1};
