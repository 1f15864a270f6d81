#!/usr/bin/env python3
"""Compares what `assay status` makes of TrainingCompletions and CPORM365Usage with a slow evaluator of the rulings (R30, R32, R38).

    exports.py PROGRAM [--files K] [--seed S]

K random exports of each kind, many of them with days such as 4/12/2024, beside a random statement. A person is asked in every
world: each day that is one of two is either, each entry that is not certain holds or does not. Certain is what holds in all
worlds, possible what holds in some. Months are asked in both orders of the column. The rules are those of the text cases, beside
the program. Exit status 1 on any mismatch.
"""
import argparse
import datetime
import itertools
import json
import pathlib
import random
import subprocess
import sys
import tempfile

from fractions import Fraction

CASES = pathlib.Path(__file__).resolve().parent.parent / "cases"
NO, CANNOT_TELL, YES = "no", "cannot tell", "yes"
DAY_FIRST, MONTH_FIRST = "day-first", "month-first"
TITLES = {"C-1": ["Certified: One", "Exam C-1", "c-1 (beta)"], "C-2": ["Exam C-2: Two"], None: ["Dancing", "C-11"]}
ANY_NUMBER = [Fraction(0), Fraction(1, 10 ** 6), Fraction(10 ** 9)]
SHOWN = 20


# ---- Days ----

def a_day(year, month, day):
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def ways(text):
    """The days that a text may be, by order; none: it is no day."""
    text = text.strip().split(" ")[0]
    for mark in "/-.":
        parts = text.split(mark)
        if len(parts) != 3 or not all(part.isdigit() for part in parts):
            continue
        if len(parts[0]) == 4 and mark == "-" and len(parts[1]) == len(parts[2]) == 2:
            day = a_day(*map(int, parts))
            return {DAY_FIRST: day, MONTH_FIRST: day} if day else {}
        if len(parts[2]) != 4 or len(parts[0]) > 2 or len(parts[1]) > 2:
            return {}
        first, second, year = map(int, parts)
        found = {DAY_FIRST: a_day(year, second, first), MONTH_FIRST: None if mark == "." else a_day(year, first, second)}
        return {order: day for order, day in found.items() if day}
    return {}


def order_of(texts, asked):
    """The order of a column: (order or None, whether the file is refused)."""
    told = {next(iter(found)) for found in map(ways, texts) if len(found) == 1}
    if len(told) == 2 or (told and asked and asked not in told):
        return None, True
    return next(iter(told), asked), False


def days(text, order):
    """The days that a text is in a column of an order; of no order: each that it may be."""
    found = ways(text)
    return [found[order]] if order and found else sorted(set(found.values()))


# ---- People ----

class Entry:
    """What a person may hold: every pair of days in which it may begin and end, and whether it is certain."""

    def __init__(self, code, begins, ends, certain, exam=False):
        self.code, self.begins, self.ends, self.certain, self.exam = code, begins, ends, certain, exam


def entry_of(row, code, orders):
    """R30, R32, R38: what a row of the export says."""
    begins, ends = days(row["completed"], orders[0]), days(row["expires"], orders[1])
    blank = row["expires"].strip() in ("", "NULL")
    exam = row["type"].lower() != "certification"
    certain = row["status"].strip().lower() == "active" and row["type"].lower() in ("certification", "exam")
    certain = certain and bool(begins) and (blank or bool(ends))
    if begins and ends and max(ends) < min(begins):  # rejected
        begins, ends, certain = [], [], False
    if exam and not ends:
        certain = False
    return Entry(code, begins or [datetime.date.min], ends or [datetime.date.max], certain, exam)


def holds_in(world, entries, codes, day):
    """`world`: (begin, end, whether it counts) of each entry. An exam before a certification of the export is a part of it."""
    for (begin, end, counts), entry in zip(world, entries):
        if not counts or entry.code not in codes or not begin <= day <= end:
            continue
        led = [other[0] for other, what in zip(world, entries) if what.code == entry.code and not what.exam]
        if entry.exam and begin != datetime.date.min and any(begin <= since for since in led):
            continue
        return True
    return False


def holds(entries, codes, day):
    """In which worlds: {True}, {False}, or both."""
    choices = [[(begin, end, counts) for begin in entry.begins for end in entry.ends
                for counts in ((True,) if entry.certain else (True, False))] for entry in entries]
    return {holds_in(world, entries, codes, day) for world in itertools.product(*choices)}


def count(stated, exported, names, codes, day):
    """Those of the statement alone may be some of those of the export alone."""
    certain, possible = [0, 0, 0], 0
    for person in stated.keys() | exported.keys() | names:
        found = {False}
        for entries in (stated.get(person, []), exported.get(person, [])):
            here = holds(entries, codes, day)
            found = {True} if found == {True} or here == {True} else found | here
        side = 2 if person in stated and person in names else 0 if person in stated else 1
        certain[side] += found == {True}
        possible += True in found
    return certain[2] + max(certain[0], certain[1]), possible


def lasts(stated, exported, names, codes, day):
    """The last day on which somebody is certain to hold any of the codes; None: without end. Only days count on which an entry
    begins, or has ended."""
    entries = [entry for people in (stated, exported) for held in people.values() for entry in held]
    ended = {end + datetime.timedelta(days=1) for entry in entries for end in entry.ends if end < datetime.date.max}
    for then in sorted(ended | {begin for entry in entries for begin in entry.begins}):
        if then > day and not count(stated, exported, names, codes, then)[0]:
            return str(then - datetime.timedelta(days=1))
    return None


# ---- Random trainings ----

def write_day(dice, day, style):
    texts = {"iso": f"{day}", "dmy": f"{day.day:02d}/{day.month:02d}/{day.year}", "mdy": f"{day.month}/{day.day}/{day.year}",
             "dots": f"{day.day}.{day.month}.{day.year}", "dashes": f"{day.month:02d}-{day.day:02d}-{day.year}"}
    return texts[style] + dice.choice(["", "", " 12:00:00 AM", " "])


def random_day(dice, near):
    """Often one that can be read in two ways, often about the day that is asked."""
    if dice.random() < 0.3:
        return near + datetime.timedelta(days=dice.choice([-366, -1, 0, 1, 31]))
    return datetime.date(near.year + dice.choice([-2, -1, 0, 0, 1]), dice.randint(1, 12), dice.randint(1, dice.choice([12, 12, 12, 28])))


def style_of(dice):
    """Of a column: one, or by turns two."""
    style = dice.choice(["iso", "dmy", "mdy", "mdy", "dmy", "dashes", "dots"])
    return [style, style, dice.choice(["iso", style, style, "dmy", "mdy"]) if dice.random() < 0.3 else style]


def random_training(dice, near):
    rows, styles = [], [style_of(dice), style_of(dice)]
    for _ in range(dice.randint(1, 9)):
        code = dice.choice(["C-1", "C-1", "C-1", "C-2", None])
        title = dice.choice(TITLES[code])
        completed, expires = (write_day(dice, random_day(dice, near), dice.choice(style)) for style in styles)
        rows.append({"person": f"p{dice.randrange(4)}", "code": code, "title": title,
                     "type": "exam" if "Exam" in title else dice.choice(["certification", "Certification", "course"]),
                     "completed": completed if dice.random() < 0.95 else dice.choice(["", "soon", "1/2/23", "31/2/2024"]),
                     "expires": expires if dice.random() < 0.8 else dice.choice(["", "", "NULL", "13/13/2024"]),
                     "status": dice.choice(["Active", "Active", "Active", " active", "", "Revoked"])})
    return rows


def random_people(dice, near):
    entries = []
    for _ in range(dice.randrange(4)):
        since = random_day(dice, near)
        until = random_day(dice, near)
        entry = {"person": dice.choice(["p0", "p1", "Ada", "Bob"]), "certification": dice.choice(["C-1", "C-2"]), "since": str(since)}
        entry.update({"until": str(until)} if until >= since and dice.random() < 0.7 else {})
        if entry not in entries:
            entries.append(entry)
    return entries


# ---- Asking the program ----

class Comparison:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.rules = pathlib.Path(program).parent / "standing.so"
        self.files = self.refused = self.doubtful = self.answers = self.mismatches = 0

    def differ(self, name, what, expected, found):
        self.answers += 1
        if expected == found:
            return
        self.mismatches += 1
        if self.mismatches <= SHOWN:
            print(f"{name}: {what}: oracle {expected!r}, program {found!r}")

    def status(self, name, day, refused, arguments):
        """The report, or None: it was refused, as it should be."""
        call = [self.program, "status", CASES / "standing/usage.csv", "--ruleset", self.rules, "--as-of", str(day),
                "--format", "json", *arguments]
        done = subprocess.run(call, capture_output=True)
        self.files += 1
        self.refused += refused
        self.differ(name, "refused", refused, done.returncode == 2)
        if done.returncode not in (0, 1, 2):
            raise SystemExit(f"exports.py: {done.stderr.decode()}")
        return json.loads(done.stdout) if done.returncode < 2 and not refused else None

    def write(self, name, lines):
        path = self.folder / name
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        return path


def line_of(report, specialization, number):
    found = next(entry for entry in report["specializations"] if entry["name"] == specialization)
    return found["requirements"][number]


def told_orders(report, kind):
    return {column["column"]: column["order"] for column in report["partner"][kind].get("dates", [])}


def check_training(comparison, name, dice):
    near = datetime.date(2024, dice.randint(1, 12), dice.randint(1, 28))
    rows, stated = random_training(dice, near), random_people(dice, near)
    asked = dice.choice([None, None, None, DAY_FIRST, MONTH_FIRST])
    orders, wrong = zip(*(order_of([row[column] for row in rows], asked) for column in ("completed", "expires")))
    export = comparison.write("trainings.csv", ["MCPID,TrainingTitle,TrainingType,TrainingCompletionDate,ExpirationDate,ActivationStatus"] +
                              [",".join(row[key] for key in ("person", "title", "type", "completed", "expires", "status")) for row in rows])
    arguments = ["--trainings", export] + (["--dates", asked] if asked else [])
    if stated:
        arguments += ["--partner", comparison.write("partner.yaml", [json.dumps({"certifications": stated})])]
    report = comparison.status(name, near, any(wrong), arguments)
    if not report:
        return
    for order, column, key in zip(orders, ("TrainingCompletionDate", "ExpirationDate"), ("completed", "expires")):
        two = any(len(set(ways(row[key]).values())) == 2 or len(ways(row[key])) == 1 for row in rows)
        comparison.doubtful += two and not order
        comparison.differ(name, column, order if two else None, told_orders(report, "trainings").get(column))
    by_person = {}
    for row in rows:
        if row["code"]:
            by_person.setdefault(row["person"], []).append(entry_of(row, row["code"], orders))
    certain = {}
    for entry in stated:
        until = datetime.date.fromisoformat(entry["until"]) if "until" in entry else datetime.date.max
        held = Entry(entry["certification"], [datetime.date.fromisoformat(entry["since"])], [until], True)
        certain.setdefault(entry["person"], []).append(held)
    names = {row["person"] for row in rows}
    for specialization, number, codes in (("Protection", 3, {"C-1"}), ("Databases and Servers", 4, {"C-1", "C-2"})):
        line = line_of(report, specialization, number)
        told = line["people"]["certain"], line["people"]["possible"]
        comparison.differ(name, line["text"], count(certain, by_person, names, codes, near), told)
    for code, part in zip(("C-1", "C-2"), line["of_which"]):
        if part["met"] == YES:
            comparison.differ(name, f"until, {code}", lasts(certain, by_person, names, {code}, near), part.get("valid_until"))


# ---- Active users ----

def month_of(day):
    return day.year * 12 + day.month - 1


def months_in(rows, order):
    """What each month has in one order of the dates: a number, or None where it is not known."""
    cells = {}
    for row in rows:
        if row["workload"].lower() == "watch":
            cells.setdefault((ways(row["date"])[order], row["customer"].lower()), set()).add(Fraction(row["users"]))
    months = {}
    for month in {month_of(day) for day, _ in cells}:
        within = {key: users for key, users in cells.items() if month_of(key[0]) == month}
        newest = max(day for day, _ in within)
        known = all(len(users) == 1 for (day, _), users in within.items() if day == newest)
        known = known and {who for _, who in within} == {who for day, who in within if day == newest}
        months[month] = sum(min(users) for (day, _), users in within.items() if day == newest) if known else None
    return months


def beside(exported, stated):
    """R38: what the statement says settles what the export does not know; two numbers that differ settle nothing."""
    both = dict(exported)
    for month, value in stated.items():
        known = exported.get(month)
        both[month] = value if known is None or known == value else None
    return both


def growth(months, day, needed, over):
    """In which worlds: numbers that are not known are any that are not below zero."""
    ends = [ANY_NUMBER if months.get(month) is None else [months[month]] for month in (month_of(day) - 1, month_of(day) - 1 - over)]
    return {end - base >= needed for end in ends[0] for base in ends[1]}


def random_workloads(dice, near):
    rows, style, few = [], style_of(dice), dice.random() < 0.4
    for number in range(2 if few else dice.randint(1, 8)):
        month = [1, 13][number] if few else dice.choice([1, 1, 13, 13, 2, 12, 14])
        count = month_of(near) - month
        day = datetime.date(count // 12, count % 12 + 1, dice.choice([1, 2, 3, 11, 12, count % 12 + 1, 28]))
        rows.append({"customer": dice.choice(["t1", "T1"] if few else ["t1", "t2", "T1"]),
                     "workload": dice.choice(["Watch", "watch", "Watch"] if few else ["Watch", "watch", "Dance"]),
                     "users": dice.choice([["1100", "2000", "999"], ["0", "100", "1"]][number] if few else
                                          ["0", "1", "100", "999", "1000", "1100", "2000"]),
                     "date": write_day(dice, day, dice.choice(style))})
        if dice.random() < 0.15:
            rows.append(dict(rows[-1], users=dice.choice([rows[-1]["users"], "5"])))
    return rows


def check_workloads(comparison, name, dice):
    near = datetime.date(2024, dice.randint(1, 12), dice.choice([1, 15]))
    rows, asked = random_workloads(dice, near), dice.choice([None, None, None, DAY_FIRST, MONTH_FIRST])
    order, wrong = order_of([row["date"] for row in rows], asked)
    stated = {month_of(near) - back: Fraction(dice.choice([0, 100, 1100])) for back in (1, 13) if dice.random() < 0.2}
    export = comparison.write("workloads.csv", ["CustomerTenantId,WorkloadName,MonthlyActiveUsers,Date"] +
                              [",".join(row[key] for key in ("customer", "workload", "users", "date")) for row in rows])
    arguments = ["--workloads", export] + (["--dates", asked] if asked else [])
    if stated:
        months = {f"{month // 12:04d}-{month % 12 + 1:02d}": int(value) for month, value in stated.items()}
        arguments += ["--partner", comparison.write("partner.yaml", [json.dumps({"metrics": [{"name": "Active users", "months": months}]})])]
    report = comparison.status(name, near, wrong, arguments)
    if not report:
        return
    comparison.doubtful += not order
    found = set()
    for reading in [order] if order else [DAY_FIRST, MONTH_FIRST]:
        found |= growth(beside(months_in(rows, reading), stated), near, 1000, 12)
    option = line_of(report, "Protection", 2)["any_of"][0]
    comparison.differ(name, "growth", CANNOT_TELL if len(found) > 1 else YES if True in found else NO, option["met"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", metavar="PROGRAM", type=pathlib.Path)
    parser.add_argument("--files", type=int, default=250)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        comparison = Comparison(options.program, pathlib.Path(folder))
        for number in range(options.files):
            for check in (check_training, check_workloads):
                check(comparison, f"{check.__name__} {number}", random.Random(f"{options.seed} {number} {check.__name__}"))
    print(f"{comparison.files} exports, {comparison.refused} refused, {comparison.doubtful} columns of two readings, "
          f"{comparison.answers} answers, {comparison.mismatches} mismatches")
    return 1 if comparison.mismatches else 0


if __name__ == "__main__":
    sys.exit(main())
