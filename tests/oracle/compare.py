#!/usr/bin/env python3
"""Compares `assay status` and `assay classify` with the oracle: on the samples, on refused files, on random files.

    compare.py PROGRAM [--files K] [--seed S] [--keep DIR]

PROGRAM is a path, or a command in quotes ("python3 oracle.py" compares the oracle with itself). `rejected`,
`association` and `offer type` are compared without the words after them. With --keep, files that differ are written to
DIR beside the arguments that were used. Exit status 1 on any mismatch.
"""

import argparse
import csv
import io
import json
import pathlib
import shlex
import subprocess
import sys
import tempfile

import oracle
import random_export
from published import fold
from records import Refusal

SAMPLE = pathlib.Path(__file__).resolve().parent.parent / "sample"
SHOWN = 20
MEASURE_FACTS = ["certain", "possible", "rows", "rows_possible", "customers", "customers_possible"]
BY_PREFIX = ["rejected", "association", "offer type"]


class Tally:
    def __init__(self, keep):
        self.keep, self.files, self.rows, self.mismatches = keep, 0, 0, 0

    def differ(self, case, what, expected, found):
        self.mismatches += 1
        if self.mismatches <= SHOWN:
            print(f"{case.name} [{' '.join(case.arguments)}]: {what}: oracle {expected!r}, program {found!r}")
        if self.keep:
            (self.keep / f"{case.name}.csv").write_bytes(case.data)
            (self.keep / f"{case.name}.arguments").write_text(" ".join(map(shlex.quote, case.arguments)) + "\n")

    def same(self, case, what, expected, found):
        if expected != found:
            self.differ(case, what, expected, found)


class Case:
    """A file and the arguments to read it with; `as_of` goes to status alone."""

    def __init__(self, name, data, assumptions=(), as_of=None, repeats=None):
        self.name, self.data, self.assumptions, self.as_of = name, data, list(assumptions), as_of
        self.repeats = repeats
        self.arguments = [word for text in self.assumptions for word in ("--assume", text)]
        self.arguments += ["--repeats", repeats] if repeats else []
        self.for_classify = list(self.arguments)
        self.arguments += ["--as-of", as_of] if as_of else []


def fields_of(names):
    """Columns as fields, however they are called."""
    found = set()
    for name in names:
        try:
            found.add(oracle.field_named(name))
        except Refusal:
            found.add(name)
    return found


def measures_of(report):
    return {(fold(specialization["name"]), fold(measure["name"])): measure
            for specialization in report["specializations"] for measure in specialization["measures"]}


def compare_status(tally, case, expected, found):
    for part, fact in (("input", "rows"), ("input", "rejected"), ("input", "newest_month"), ("duplicates", "dropped")):
        tally.same(case, fact, expected[part][fact], found[part].get(fact))
    told_apart = {text: sums for text, sums in expected["unnamed"].items() if len(text.encode("utf-8")) <= 512}
    unnamed = {fold(text["text"]): [text["rows"], text["amount"]]
               for reason in found["unnamed"] for text in reason["texts"]}
    tally.same(case, "unnamed", told_apart, unnamed)
    tally.same(case, "skipped", expected["input"]["skipped"], found["input"].get("skipped"))
    for fact in ("rows", "amount"):
        tally.same(case, f"{fact} left undecided by absent columns", expected["duplicates"]["undecided"][fact],
                   found["duplicates"]["undecided"][fact])
    tally.same(case, "columns that counting once lacks", sorted(expected["duplicates"]["undecided"]["absent_columns"]),
               sorted(found["duplicates"]["undecided"]["absent_columns"]))
    tally.same(case, "repeats", expected["repeats"], found["repeats"])
    tally.same(case, "flag_disagreements", expected["duplicates"]["flag_disagreements"],
               found["duplicates"]["flag_disagreements"])
    if expected["as_of"]:
        tally.same(case, "as_of", expected["as_of"], found.get("as_of"))
    assumed = set(expected["input"]["assumed"])
    tally.same(case, "absent_columns", sorted(fields_of(expected["input"]["absent_columns"]) - assumed),
               sorted(fields_of(found["input"]["absent_columns"]) - assumed))
    theirs = measures_of(found)
    for key, measure in theirs.items():
        if "by_month" in measure and oracle.MONTH not in expected["input"]["absent_columns"]:
            for fact in ("rows", "rows_possible"):
                tally.same(case, f"{key[0]} / {key[1]}: {fact} of all months", measure[fact],
                           sum(month[fact] for month in measure["by_month"]))
    for key, measure in measures_of(expected).items():
        for fact in MEASURE_FACTS:
            optional = fact == "customers_possible" and fact not in theirs.get(key, {})
            if not optional:
                tally.same(case, f"{key[0]} / {key[1]}: {fact}", measure[fact], theirs.get(key, {}).get(fact))
    tally.same(case, "measures only the program has", [], sorted(set(theirs) - set(measures_of(expected))))


def comparable(line):
    """A classify line as (row, certain, possible, reason), what is not compared left out."""
    if len(line) != 4:
        return tuple(line)
    row, certain, possible, reason = line
    for prefix in BY_PREFIX:
        reason = prefix if reason.startswith(prefix) else reason
    sets = [sorted(fold(name) for name in names.split("; ") if name) for names in (certain, possible)]
    return str(row), *sets, reason


def compare_classify(tally, case, expected, found):
    tally.same(case, "classify records", len(expected), len(found))
    for ours, theirs in zip(expected, found):
        tally.same(case, f"classify row {ours[0]}", comparable(ours), comparable(theirs))


def opinions(case):
    """What the oracle says to each command: (exit status, result), the result None when it refuses."""
    found = {"status": (2, None), "classify": (2, None)}
    try:
        export = oracle.Export(case.data, case.assumptions, case.repeats)
        code = int(export.rejected() > 0)
        found["classify"] = code, oracle.classify(export)
        found["status"] = code, oracle.status(export, case.name, case.as_of)
    except Refusal:
        pass
    return found


def run(program, case, path, what):
    """The program's (exit status, output, messages)."""
    command = program + [what, str(path)] + (["--format", "json"] if what == "status" else [])
    command += case.arguments if what == "status" else case.for_classify
    done = subprocess.run(command, capture_output=True, timeout=300)
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def compare(tally, program, case, path):
    path.write_bytes(case.data)
    tally.files += 1
    for what, (code, expected) in opinions(case).items():
        status, output, messages = run(program, case, path, what)
        if status != code:
            tally.differ(case, f"{what} exit status", code, (status, messages[-300:]))
        if expected is None:
            tally.same(case, f"{what} output of a refused call", "", output[:200])
        elif status not in (0, 1):
            continue
        elif what == "classify":
            tally.rows += len(expected)
            compare_classify(tally, case, expected, list(csv.reader(io.StringIO(output)))[1:])
        else:
            compare_report(tally, case, expected, output)


def compare_report(tally, case, expected, output):
    try:
        report = json.loads(output)
    except ValueError as error:
        tally.differ(case, "status output", "JSON", f"{error}: {output[:200]}")
        return
    compare_status(tally, case, expected, report)


def cases(files, seed):
    usage, hostile = (SAMPLE / "usage.csv").read_bytes(), (SAMPLE / "hostile.csv").read_bytes()
    for name, data in (("usage", usage), ("hostile", hostile)):
        yield Case(name, data)
        yield Case(name + "-declared", data, ["declared"])
        yield Case(name + "-assumed", data, ["ACR Adjustment Type=n/a"], "2024-01-31")
        for repeats in ("count", "drop"):
            yield Case(f"{name}-{repeats}", data, ["declared"], None, repeats)
    for name, data in random_export.fixed_files():
        yield Case(name, data)
        yield Case(name + "-as-of", data, [], "2024-05-31")
    for number in range(files):
        yield Case(f"random-{seed}-{number}", *random_export.random_file(seed, number))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", metavar="PROGRAM")
    parser.add_argument("--files", type=int, default=200, help="random files (200)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=pathlib.Path, help="a folder for the files that differ")
    options = parser.parse_args()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    tally = Tally(options.keep)
    with tempfile.TemporaryDirectory() as folder:
        for case in cases(options.files, options.seed):
            compare(tally, shlex.split(options.program), case, pathlib.Path(folder) / "usage.csv")
    if tally.mismatches > SHOWN:
        print(f"... and {tally.mismatches - SHOWN} more")
    print(f"compared {tally.files} files, {tally.rows} rows, {tally.mismatches} mismatches")
    return 1 if tally.mismatches else 0


if __name__ == "__main__":
    sys.exit(main())
