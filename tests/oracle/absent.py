#!/usr/bin/env python3
"""Properties of what counting once cannot tell, on random exports: no second opinion, but what must hold of any answer.

    absent.py PROGRAM [--files K] [--seed S]

Of each file, and of the file without one of its columns: no sum of charges that is certain grows (R3, R19), and no possible one
shrinks, unless the column decides eligibility. Of the file with its rows in another order: figures stay, but for the
choice of the first in the file. Of a file with some rows twice: certain sums stay, `--repeats drop` gives the sums without them, `--repeats count` the possible
ones (R31). Exit status 1 when one does not hold.
"""

import argparse
import csv
import io
import json
import pathlib
import random
import shlex
import subprocess
import sys
import tempfile
from decimal import Decimal

import oracle
import published
import random_export

ALIKE = [spelling for field in oracle.ALIKE for spelling in oracle.COLUMNS[field][:1]]
CLAIM = ["PartnerAttributionType", "MPNId"]
OTHERS = ["AI_OfferType", "ACRAdjustmentType", "IsACRDuplicateAtPGALevel", "Resource"]
COLUMNS = ALIKE + CLAIM + OTHERS
REMOVABLE = [name for name in COLUMNS if name != "ACR_USD"]
# Rows whose eligibility is unknown take part as if eligible (R19). Then one of them may win over several eligible rows.
ELIGIBILITY = ["AI_OfferType"]


def rows_of(dice):
    """Rows dense with duplicates; charges alone, since a credit may make a possible sum smaller than a certain one."""
    def fresh():
        row = dict.fromkeys(COLUMNS, "")
        _, _, condition = dice.choice(published.MEASURES)
        for field in condition.fields:
            row[oracle.COLUMNS[field][0]] = dice.choice(sorted(condition.named[field]))
        row.update({"SubscriptionId": dice.choice("st"), "CustomerTenantId": dice.choice("cde"),
                    "Month": dice.choice(["2023-04", "APR-2023", "2023-05"]), "ACR_USD": dice.choice(["1", "1.0", "2"]),
                    "PartnerAttributionType": dice.choice(["PAL", "Partner admin link", "DPOR", "TPOR", "CSP Tier 1"]),
                    "MPNId": dice.choice("12"), "AI_OfferType": dice.choice(["", "", "Trial"]),
                    "ACRAdjustmentType": dice.choice(["N/A", "N/A", "Credit"]),
                    "IsACRDuplicateAtPGALevel": dice.choice(["0", "1", "yes"]), "Resource": dice.choice("abcdef")})
        return row

    rows = []
    for _ in range(dice.randrange(2, 25)):
        row = dict(dice.choice(rows)) if rows and dice.random() < 0.6 else fresh()
        for name in CLAIM + OTHERS:
            if dice.random() < 0.3:
                row[name] = fresh()[name]
        rows.append(row)
    return rows


class Tally:
    def __init__(self):
        self.files = self.mismatches = self.compared = 0

    def holds(self, what, good, *facts):
        self.compared += 1
        if good:
            return
        self.mismatches += 1
        if self.mismatches <= 20:
            print(what, *facts)


class Program:
    def __init__(self, command, folder):
        self.command, self.path = shlex.split(command), folder / "usage.csv"

    def report(self, rows, without=(), arguments=()):
        names = [name for name in COLUMNS if name not in without]
        out = io.StringIO()
        writer = csv.DictWriter(out, names, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        self.path.write_text(out.getvalue())
        done = subprocess.run(self.command + ["status", self.path, "--format", "json", "--as-of", "2023-06-01",
                                              *arguments], capture_output=True, text=True, check=True)
        return json.loads(done.stdout)


def sums(report):
    """Of measures, then of the requirements that ask for an amount: (certain, possible)."""
    found = {}
    for specialization in report["specializations"]:
        for measure in specialization["measures"]:
            found[specialization["name"], measure["name"]] = measure["certain"], measure["possible"]
        for number, line in enumerate(specialization["requirements"]):
            if line.get("certain") is not None and line.get("possible") is not None:
                found[specialization["name"], number] = line["certain"], line["possible"]
    return {key: tuple(map(Decimal, pair)) for key, pair in found.items()}


def check_removed(tally, program, rows, whole, without, name):
    less = sums(program.report(rows, without + [name]))
    for key, (certain, possible) in whole.items():
        if key not in less:
            continue
        tally.holds(f"{key} without {name} and {without}: certain grew", less[key][0] <= certain, certain, less[key])
        if name not in ELIGIBILITY:
            tally.holds(f"{key} without {name} and {without}: possible shrank", less[key][1] >= possible, possible,
                        less[key])


def check_order(tally, program, rows, without, report, dice):
    other = list(rows)
    dice.shuffle(other)
    found = program.report(other, without)
    tally.holds(f"order, without {without}: sums", sums(report) == sums(found))
    for part in ("duplicates", "repeats"):
        same = {key: fact for key, fact in report[part].items() if key != "flag_disagreements"}
        tally.holds(f"order, without {without}: {part}", same == {key: found[part][key] for key in same}, same,
                    found[part])


def check_repeats(tally, program, rows, without, report, dice):
    """Of rows that do not repeat: some of them once more, behind all others."""
    if report["repeats"]["rows"]:
        return
    once, again = sums(report), rows + [dict(row) for row in rows if dice.random() < 0.5]
    for how in ("", "count", "drop"):
        found = sums(program.report(again, without, ["--repeats", how] if how else []))
        for key, (certain, possible) in found.items():
            if how == "drop":
                tally.holds(f"{key}: repeats dropped", (certain, possible) == once[key], once[key], found[key])
            elif how == "":
                tally.holds(f"{key}: repeats, certain", certain == once[key][0], once[key], found[key])
    possible = sums(program.report(again, without))
    counted = sums(program.report(again, without, ["--repeats", "count"]))
    for key in counted:
        tally.holds(f"{key}: counted is possible", counted[key][1] == possible[key][1], counted[key], possible[key])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", metavar="PROGRAM")
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        program = Program(options.program, pathlib.Path(folder))
        for number in range(options.files):
            dice = random.Random(options.seed * 1000003 + number)
            rows = rows_of(dice)
            without = dice.sample(REMOVABLE, dice.choice([0, 0, 1, 2]))
            if dice.random() < 0.3 and "MPNId" not in without:
                without.append("MPNId")
            report = program.report(rows, without)
            for name in dice.sample([name for name in REMOVABLE if name not in without], 4):
                check_removed(tally, program, rows, sums(report), without, name)
            check_order(tally, program, rows, without, report, dice)
            check_repeats(tally, program, rows, without, report, dice)
            tally.files += 1
    print(f"{tally.files} files, {tally.compared} facts, {tally.mismatches} that do not hold")
    return 1 if tally.mismatches else 0


if __name__ == "__main__":
    sys.exit(main())
