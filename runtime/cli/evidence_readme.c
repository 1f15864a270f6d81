/* evidence_readme.c - what the reader of a folder is told. It is the same in every folder: what was not attached is
 * said where it would stand. */
#include "runtime/cli/evidence.h"

static const char *const readme_text[] = {
    "WHAT THIS FOLDER IS\n"
    "\n"
    "The evidence of a report of `assay status`: what it says, the rows and entries that each of its\n"
    "figures rests on, and the rules. A second person can check it, and make the report again.\n"
    "\n"
    "    sha256sum -c manifest.txt    is every file as it was written? (any computer, no Assay needed)\n"
    "    assay reproduce FOLDER       do the same inputs, by the same rules, make the same files?\n"
    "\n",
    "HOW TO FOLLOW A FIGURE\n"
    "\n"
    "1. report.html, report.txt, report.csv or report.json says where each requirement stands.\n"
    "2. lines.csv lists each line of the requirements: its words, where it stands in the rules (file and\n"
    "   line), whether it is met, and what that rests on: a file in counted/, or stated.csv.\n"
    "3. counted/SPECIALIZATION/NN-REQUIREMENT.csv lists the rows of the export that the line sums: `row` is\n"
    "   the record of the export (the first behind the header is 1, blank lines are not counted), `line` the\n"
    "   line of the file. `certain` rows count, `cannot tell` rows may: the report's `certain` is the sum of\n"
    "   the former, its `possible` the sum of both. Parts of a line are numbered NN.1, NN.2.\n"
    "   ....customers.csv adds the same rows up per customer: `counts` says whether it is one of the\n"
    "   customers of the report; `nobody` is what names no customer; `total` is the report's figure.\n"
    "   Amounts have all their digits. A spreadsheet keeps about 15 of them: to add up to the last digit,\n"
    "   use a program that knows exact decimals.\n"
    "4. stated.csv lists what the partner stated about itself and each line looked at: designations,\n"
    "   certifications, audits, references, metrics, with the input and its line. `stands`: whether it is an\n"
    "   entry that the answer rests on. People who are named in the partner file alone may be those whom the\n"
    "   export knows by another name, so the report's certain number of people can be smaller than that of\n"
    "   the names. A metric summed from an export has no line: it is made of many rows. A day of an export\n"
    "   that can be one of two has the other in `from_or` or `until_or`; `from` and `until` are the longest.\n"
    "\n",
    "THE OTHER FILES\n"
    "\n"
    "duplicates.csv      rows that would count towards a measure, or may, and do not because another row, that\n"
    "                    of `duplicate_of`, is the same consumption. (The report's number of dropped rows has\n"
    "                    those that match no measure as well.)\n"
    "repeats.csv         likewise, rows that `--repeats drop` dropped: alike in every cell to `repeat_of`\n"
    "undecided.csv       rows that may count and may be the same consumption as `other_row`: `because` it is a\n"
    "                    repeat, or because the export lacks a column that would tell\n"
    "rejected.csv        rows that could not be read, and why; they count nothing\n"
    "input.txt           each input: path, size, SHA-256, records\n"
    "command.txt         program, rules and options that decide; `assay reproduce` reads it\n"
    "rules/linked.txt    the rules in words, with sources; linked.json the same for programs\n"
    "rules/measures.txt  the conditions of each measure, which texts mean the same, what is counted once\n"
    "rules/source/       the rule files, when they were attached (--rules); rules/source.txt their hashes\n"
    "certificate.txt     what `assayc verify` proved: that the tables are what the rule files say. Its hash of\n"
    "                    the tables is that of command.txt, its hashes of rule files are those of\n"
    "                    rules/source.txt; both were compared when it was attached\n"
    "inputs/             copies of what the partner states, when they were attached (--include-inputs)\n"
    "manifest.txt        size and SHA-256 of every file but itself\n"
    "\n",
    "WHAT IS NOT IN IT, AND WHAT IS\n"
    "\n"
    "The usage export is not copied: the auditor needs it, by the size and SHA-256 of input.txt. Why a row\n"
    "does not count is told by `assay why EXPORT --row N`, for all rows by `assay classify EXPORT`.\n"
    "Handle the folder as you handle the inputs: it holds ids and amounts of customers, names or ids of people\n"
    "with their certifications, names of reference customers, and the paths of the inputs.\n"
    "\n",
    "WHAT IT CANNOT PROVE\n"
    "\n"
    "Whoever can change a file can change the manifest as well. `assay reproduce` finds that too, for all that\n"
    "is made from the inputs; not for what is only attached (certificate, rule files, copies of inputs), which\n"
    "are compared with each other and with the rules of the program. It cannot tell an export or a partner file\n"
    "that was false from the start, nor a folder that was made anew from changed inputs or with other options.\n"
    "So take the export from its source, ask for the documents behind stated.csv, read command.txt, use a\n"
    "program of your own, and keep the hash of manifest.txt where the partner cannot reach it.\n",
};

bool evidence_readme(const struct folder *folder) {
    struct text out = {0};
    for (size_t i = 0; i < sizeof readme_text / sizeof *readme_text; i++)
        text_add(&out, readme_text[i]);
    bool good = folder_write(folder, EVIDENCE_README, &out);
    text_free(&out);
    return good;
}
