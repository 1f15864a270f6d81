/* Written by assayc from rule files: change the rule, not this file. */
/* Lines of modern-work/meetings-and-meeting-rooms-for-microsoft-teams.assay, for decisions/meetings-and-meeting-rooms-for-microsoft-teams.c. Derived: these are not what is reviewed. */
static const uint32_t lines[] = {1};
