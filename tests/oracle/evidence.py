#!/usr/bin/env python3
"""Adds up what `assay status --evidence` wrote and compares it with the report, to the last digit; and looks whether
`assay reproduce` tells every change. `evidence.py [PROGRAM] [--files K] [--seed S]`; exit status 1 on any mismatch.

Counted and dropped rows are compared with the cells of the input, and with what `assay classify` says of each row; what
the partner states, with what evidence_stated.py makes of random partners.
"""
import argparse
import csv
import datetime
import decimal
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import evidence_stated
import random_export
from published import fold

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE, CASES = ROOT / "tests/sample", ROOT / "tests/cases/standing"
decimal.getcontext().prec = 80
Decimal = decimal.Decimal


class Tally:
    def __init__(self):
        self.folders = self.lists = self.rows = self.dropped = self.entries = self.changes = self.mismatches = 0

    def same(self, where, expected, found):
        if expected == found:
            return
        self.mismatches += 1
        if self.mismatches <= 20:
            print(f"{where}: expected {expected!r}, found {found!r}")


def run(*command, **environment):
    done = subprocess.run([str(word) for word in command], capture_output=True, timeout=300,
                          env={**os.environ, **environment})
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def amounts(line):
    """The sums of a requirement and its parts, in the order of their files."""
    if line["kind"] == "amount":
        yield line
    for parts in ("of_which", "any_of", "all_of"):
        for part in line.get(parts, ()):
            yield from amounts(part)


def lists(folder, slug):
    """The lists of counted rows of a specialization, in order of their numbers."""
    found = [path for path in (folder / "counted" / slug).glob("*.csv") if not path.name.endswith(".customers.csv")]
    return sorted(found, key=lambda path: [int(part) for part in path.name.split("-")[0].split(".")])


def text_of(cell):
    """Without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if re.match(r"'[=+\-@\t\r]", cell) else cell


def records(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def sums_of(rows):
    """Per customer: charges and credits of certain and of other rows."""
    sums = {}
    for row in rows:
        held = sums.setdefault(row["customer"], {"certain": [], "cannot tell": []})
        held[row["answer"]].append(Decimal(row["amount"]))
    return sums


def counts(held):
    certain, other = sum(held["certain"]), held["cannot tell"]
    if certain + sum(amount for amount in other if amount < 0) > 0:
        return "yes"
    return "cannot tell" if certain + sum(amount for amount in other if amount > 0) > 0 else "no"


def check_customers(tally, path, rows, line):
    held = sums_of(rows)
    told = records(path.with_name(path.name[:-4] + ".customers.csv"))
    named = {record["customer"]: record for record in told if record["kind"] == "customer"}
    for customer, record in named.items():
        mine = held.get(customer, {"certain": [], "cannot tell": []})
        tally.same(f"{path} {customer} certain", sum(mine["certain"]), Decimal(record["certain"]))
        tally.same(f"{path} {customer} undecided", sum(mine["cannot tell"]), Decimal(record["undecided"]))
        tally.same(f"{path} {customer} rows", [len(mine["certain"]), len(mine["cannot tell"])],
                   [int(record["rows_certain"]), int(record["rows_undecided"])])
        tally.same(f"{path} {customer} counts", counts(mine), record["counts"])
    tally.same(f"{path} customers", sorted(set(held) - {""}), sorted(named))
    for fact in ("certain", "undecided", "possible"):
        parts = sum(Decimal(record[fact]) for record in told if record["kind"] != "total")
        tally.same(f"{path} total {fact}", parts, Decimal(told[-1][fact]))
    if line["customers"] and named:
        tally.same(f"{path} customers of the report", line["customers"]["certain"],
                   sum(record["counts"] == "yes" for record in named.values()))
        tally.same(f"{path} possible customers of the report", line["customers"]["possible"],
                   sum(record["counts"] != "no" for record in named.values()))


def check_list(tally, path, name, line, answers, cells):
    rows = records(path)
    tally.lists += 1
    tally.rows += len(rows)
    certain = sum((Decimal(row["amount"]) for row in rows if row["answer"] == "certain"), Decimal(0))
    other = sum((Decimal(row["amount"]) for row in rows if row["answer"] != "certain"), Decimal(0))
    tally.same(f"{path} certain", Decimal(line["certain"]), certain)
    tally.same(f"{path} possible", Decimal(line["possible"]), certain + other)
    numbers = [int(row["row"]) for row in rows]
    tally.same(f"{path} rows ascend", sorted(set(numbers)), numbers)
    for row in rows:
        answer = answers[int(row["row"]) - 1]
        for fact in ("certain", "possible"):
            theirs = {text_of(row[fact])} if ";" not in row[fact] else set(text_of(row[fact]).split("; "))
            known = {text.split(" / ", 1)[1] for text in answer[fact].split("; ") if text.startswith(name + " / ")}
            tally.same(f"{path} row {row['row']} {fact}", True, (theirs - {""}) <= known)
        if cells:
            cell = cells[int(row["row"]) - 1]
            tally.same(f"{path} row {row['row']} amount", Decimal(cell["ACR_USD"]), Decimal(row["amount"]))
            tally.same(f"{path} row {row['row']} customer", fold(cell["CustomerTenantId"]),
                       fold(text_of(row["customer"])) or fold(cell["CustomerTenantId"]))
        window = line["window"]
        if window and row["month"]:
            tally.same(f"{path} row {row['row']} month", True, window["from"] <= row["month"] <= window["to"])
    check_customers(tally, path, rows, line)


def check_duplicates(tally, folder, report, answers, cells):
    """Rows that would count but for counting once, as `assay classify` tells each of them."""
    dropped = {int(row["row"]): row for row in records(folder / "duplicates.csv")}
    tally.dropped += len(dropped)
    tally.same(f"{folder}: dropped at the most", True, len(dropped) <= report["duplicates"]["dropped"])
    for number, row in dropped.items():
        tally.same(f"{folder} dropped row {number}", "duplicate of row " + row["duplicate_of"],
                   answers[number - 1]["reason"])
        if cells:
            tally.same(f"{folder} dropped row {number} amount", Decimal(cells[number - 1]["ACR_USD"]),
                       Decimal(row["amount"]))
    dropped.update(check_repeats(tally, folder, report, answers))
    undecided = check_undecided(tally, folder, report, answers)
    for path in folder.glob("counted/*/*.csv"):
        if path.name.endswith(".customers.csv"):
            continue
        counted = {int(row["row"]): row for row in records(path)}
        tally.same(f"{path}: rows dropped", set(), dropped.keys() & counted.keys())
        tally.same(f"{path}: undecided rows that count", [],
                   [row for row in undecided & counted.keys() if counted[row]["answer"] != "cannot tell"])


def check_repeats(tally, folder, report, answers):
    """Rows that --repeats drop dropped."""
    repeats = {int(row["row"]): row for row in records(folder / "repeats.csv")}
    treated = report["repeats"]["treated"] if report["repeats"] else "unknown"
    tally.same(f"{folder}: repeats at the most", True,
               len(repeats) <= (report["repeats"]["rows"] if treated == "dropped" else 0))
    for number, row in repeats.items():
        tally.same(f"{folder} repeat {number}", "repeat of row " + row["repeat_of"], answers[number - 1]["reason"])
    return repeats


def check_undecided(tally, folder, report, answers):
    """Rows that counting once leaves undecided, and why."""
    rows = list(records(folder / "undecided.csv"))
    for row in rows:
        answer = answers[int(row["row"]) - 1]
        tally.same(f"{folder} undecided row {row['row']}", ("", ""), (answer["certain"], answer["reason"]))
        tally.same(f"{folder} undecided row {row['row']}: measures", row["measures"], answer["possible"])
        known = {"repeat"} if report["repeats"] and report["repeats"]["treated"] == "undecided" else set()
        known |= {"absent column"} if report["duplicates"]["undecided"]["absent_columns"] else set()
        tally.same(f"{folder} undecided row {row['row']}: because", True, row["because"] in known)
    return {int(row["row"]) for row in rows}


def check_folder(tally, program, folder, usage, arguments, cells=None, partner=None):
    report = json.loads((folder / "report.json").read_text())
    classify = []
    for index, word in enumerate(arguments):
        if word in ("--assume", "--ruleset", "--repeats"):
            classify += [word, arguments[index + 1]]
    answers = list(csv.DictReader(run(*program, "classify", usage, *classify)[1].splitlines(keepends=True)))
    taken = {}
    for specialization in report["specializations"]:
        slug = re.sub("[^a-z0-9]+", "-", specialization["name"].lower()).strip("-")
        lines = [line for requirement in specialization["requirements"] for line in amounts(requirement)]
        paths = lists(folder, slug)
        taken[slug] = len(paths)
        tally.same(f"{folder}: lists of {slug}", len(lines), len(paths))
        for line, path in zip(lines, paths):
            check_list(tally, path, specialization["name"], line, answers, cells)
    check_duplicates(tally, folder, report, answers, cells)
    evidence_stated.check(tally, folder, partner)
    tally.folders += 1
    checked = subprocess.run(["sha256sum", "--quiet", "--strict", "-c", "manifest.txt"], cwd=folder,
                             capture_output=True)
    tally.same(f"{folder}: sha256sum", 0, checked.returncode)


def write(tally, program, folder, usage, arguments, cells=None, partner=None):
    """Writes a folder, checks it and makes it again. A refused input leaves no folder."""
    code, _, messages = run(*program, "status", usage, *arguments, "--evidence", folder)
    if code == 2:
        tally.same(f"{usage} {arguments}: left behind", False, folder.exists())
        return
    tally.same(f"{usage} {arguments}: exit status", True, code in (0, 1) or messages)
    check_folder(tally, program, folder, usage, arguments, cells, partner)
    rules = arguments[arguments.index("--ruleset"):][:2] if "--ruleset" in arguments else []
    code, out, _ = run(*program, "reproduce", folder, *rules, COLUMNS="50", LC_ALL="C.UTF-8", TZ="Asia/Tokyo")
    tally.same(f"{usage} {arguments}: reproduce", (0, ""), (code, out if code else ""))


def changed(tally, program, folder, what, name, *arguments):
    """What reproduce says must name the file."""
    tally.changes += 1
    code, out, _ = run(*program, "reproduce", folder, *arguments)
    tally.same(f"{what}: exit status", 1, code)
    tally.same(f"{what}: named", True, name in out)


def check_changes(tally, program, folder, usage):
    """A byte of each file turned, each file gone, one added, another input."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name, bytes_ = str(path.relative_to(folder)), path.read_bytes()
        for place in {0, len(bytes_) // 2, len(bytes_) - 1} if bytes_ else ():
            path.write_bytes(bytes_[:place] + bytes([bytes_[place] ^ 1]) + bytes_[place + 1:])
            changed(tally, program, folder, f"byte {place} of {name}", name)
        path.write_bytes(bytes_ + b"\n")
        changed(tally, program, folder, f"a line end more in {name}", name)
        path.unlink()
        if name != "manifest.txt" and name not in ("command.txt", "input.txt"):
            changed(tally, program, folder, f"{name} gone", name)
        path.write_bytes(bytes_)
    (folder / "more.txt").write_text("more\n")
    changed(tally, program, folder, "a file more", "more.txt")
    (folder / "more.txt").unlink()
    other = folder.parent / "restated.csv"
    other.write_bytes(usage.read_bytes() + b"\n")
    changed(tally, program, folder, "another input", "restated export", "--usage", other)
    tally.same("the folder as it was", 0, run(*program, "reproduce", folder)[0])


def check_partners(tally, program, temporary, usage, seed, count):
    """Random partners beside a small export, on random days."""
    rules = json.loads(run(*program, "rules", "--format", "json")[1])
    for number in range(count):
        dice = random.Random(seed * 1000 + number)
        day = datetime.date(2024, 6, 1) + datetime.timedelta(days=dice.randint(-300, 900))
        partner = evidence_stated.Partner(dice, rules, day)
        statement = temporary / f"partner-{number}.yaml"
        statement.write_text("\n".join(partner.text) + "\n")
        folder = temporary / f"stated-{number}"
        write(tally, program, folder, usage, ["--partner", statement, "--as-of", str(day)], None, partner)
        tally.same(f"{statement}: taken", True, folder.exists())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", nargs="?", default=ROOT / "build/bin/assay", type=pathlib.Path)
    parser.add_argument("--files", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    program, tally = [options.program], Tally()
    with tempfile.TemporaryDirectory() as temporary:
        temporary = pathlib.Path(temporary)
        folder = temporary / "evidence"
        usage = SAMPLE / "usage.csv"
        with open(usage, newline="", encoding="utf-8-sig") as file:
            cells = list(csv.DictReader(file))
        for arguments in ([], ["--assume", "declared"], ["--as-of", "2024-03-15"]):
            write(tally, program, folder, usage, arguments, cells)
        standing = ["--ruleset", options.program.parent / "standing.so"]
        partner = ["--partner", CASES / "partner.yaml"]
        cases = temporary / "cases"
        for arguments in (standing, standing + partner, standing + partner + ["--as-of", "2023-12-31"]):
            write(tally, program, cases, CASES / "usage.csv", arguments)
        exports = [SAMPLE / name for name in ("training-completions.csv", "active-users.csv")]
        write(tally, program, temporary / "exports", usage, ["--partner", SAMPLE / "partner.yaml", "--trainings",
                                                             exports[0], "--workloads", exports[1]], cells)
        evidence_stated.check_trainings(tally, temporary / "exports", exports[0])
        small = temporary / "small.csv"
        small.write_text("".join(usage.read_text(encoding="utf-8-sig").splitlines(keepends=True)[:40]))
        shutil.rmtree(folder)
        write(tally, program, folder, small, [])
        check_changes(tally, program, folder, small)
        check_partners(tally, program, temporary, small, options.seed, options.files)
        for number in range(options.files):
            data, assumptions, day, repeats = random_export.random_file(options.seed, number)
            export = temporary / f"export-{number}.csv"
            export.write_bytes(data)
            arguments = [word for text in assumptions for word in ("--assume", text)]
            arguments += ["--as-of", day] if day else []
            arguments += ["--repeats", repeats] if repeats else []
            write(tally, program, temporary / f"random-{number}", export, arguments)
    print(f"{tally.folders} folders, {tally.lists} lists of {tally.rows} counted rows, {tally.dropped} dropped "
          f"rows, {tally.entries} stated entries, {tally.changes} changes, "
          f"{tally.mismatches} mismatches")
    return 1 if tally.mismatches else 0


if __name__ == "__main__":
    sys.exit(main())
