/* Written by assayc from rule files: change the rule, not this file. */
/*
 * Meetings and Meeting Rooms for Microsoft Teams
 *
 *   area      Modern Work
 *   rule      modern-work/meetings-and-meeting-rooms-for-microsoft-teams.assay
 *   cites     Apply for specializations, 2023-07-11
 *   measures  not published
 */
#include "assay.h"
#include "fields.h"
#include "../lines/meetings-and-meeting-rooms-for-microsoft-teams.h"

#if ASSAY_ABI != 4
#error "these tables were written for ABI 4 of assay.h"
#endif

/* ---- What is required: all of the requirements that are in force ---- */

static const char *const names_designation[] = {
    "Modern Work",
};

static const struct assay_requirement requirements[] = {
    {.kind = ASSAY_REQUIRES_DESIGNATION,
     .name_count = ASSAY_COUNT(names_designation),
     .names = names_designation,
     .cites = {.title = "Specializations", .date = 20231009},
     .text = text_designation, .lines = lines_designation},
    {.kind = ASSAY_REQUIRES_REFERENCES, .references = 3, .valid_months = 24,
     .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
     .text = text_references, .lines = lines_references},
    {.kind = ASSAY_REQUIRES_UNPUBLISHED, .subject = "performance",
     .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
     .text = text_performance, .lines = lines_performance},
    {.kind = ASSAY_REQUIRES_UNPUBLISHED, .subject = "knowledge",
     .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
     .text = text_knowledge, .lines = lines_knowledge},
};

extern const struct assay_specialization assay_table_meetings_and_meeting_rooms_for_microsoft_teams;
const struct assay_specialization assay_table_meetings_and_meeting_rooms_for_microsoft_teams = {
    .name = "Meetings and Meeting Rooms for Microsoft Teams",
    .area = "Modern Work",
    .file = "modern-work/meetings-and-meeting-rooms-for-microsoft-teams.assay",
    .requirement_count = ASSAY_COUNT(requirements),
    .requirements = requirements,
    .cites = {.title = "Apply for specializations", .date = 20230711, .address = "https://learn.microsoft.com/partner-center/membership/specializations-apply"},
    .lines = lines,
};
