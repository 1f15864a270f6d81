/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of business-applications/service.assay, for decisions/service.c. Derived: these are not what is reviewed. */
static const char text_designation[] = "designation Business Applications";
static const uint32_t lines_designation[] = {6};
static const char text_performance[] = "performance not published";
static const uint32_t lines_performance[] = {13};
static const char text_knowledge[] = "knowledge not published";
static const uint32_t lines_knowledge[] = {14};
static const uint32_t lines[] = {1};
