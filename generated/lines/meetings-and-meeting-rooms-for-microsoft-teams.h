/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of modern-work/meetings-and-meeting-rooms-for-microsoft-teams.assay, for decisions/meetings-and-meeting-rooms-for-microsoft-teams.c. Derived: these are not what is reviewed. */
static const char text_designation[] = "designation Modern Work";
static const uint32_t lines_designation[] = {6};
static const char text_references[] = "at least 3 customer references, valid for 2 years";
static const uint32_t lines_references[] = {13};
static const char text_performance[] = "performance not published";
static const uint32_t lines_performance[] = {27};
static const char text_knowledge[] = "knowledge not published";
static const uint32_t lines_knowledge[] = {28};
static const uint32_t lines[] = {1};
