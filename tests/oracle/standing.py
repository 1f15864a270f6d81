#!/usr/bin/env python3
"""Compares what `assay status` says of requirements with the slow evaluator of requirements.py.

    standing.py PROGRAM [--files K] [--seed S]

First each published threshold by name: a cent, a customer, a person, a reference, a user less, as many, and one more, on the
first and the last day of its period and on a leap day. Then the sample on many days, and K random exports of amounts about
the thresholds: credits, blank customers, repeated claims, absent columns. Compared are answers, sums, customers, people,
distances, windows, what stays without the oldest month, the customers a line hangs on, and the status. Exit status 1 on
any mismatch.
"""
import argparse
import csv
import io
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import oracle
import published
import requirements as asked
from oracle import CANNOT_TELL, NO, ONE_DOLLAR, YES, plain
from requirements import Amount, Either, Growth, Newest, People, References, Sum

SAMPLE = pathlib.Path(__file__).resolve().parent.parent / "sample"
DAYS = ["2023-04-01", "2023-07-10", "2023-07-11", "2023-09-30", "2024-01-31", "2024-02-29", "2024-03-01", "2024-05-31",
        "2024-06-01", "2025-03-31", "2025-12-31", "2026-01-01", "2026-03-26", "2026-03-27", "2026-11-22"]
SHOWN = 20
LEVEL_1, LEVEL_2, LEVEL_4, GROUP_3 = published.LEVEL_1, published.LEVEL_2, published.LEVEL_4, published.GROUP_3

# What a row says that counts for a measure for certain.
ROWS = {
    asked.WINDOWS: {published.ADJUSTMENT: "N/A", published.CORE: "Core", published.OS: "WINDOWS",
                    published.OS_ATTRIBUTE: "UNKNOWN", LEVEL_2: "Virtual Machines"},
    asked.LINUX: {LEVEL_4: "Red Hat Enterprise Linux"},
    asked.SQL_MI: {GROUP_3: "SQL DB MI"},
    asked.SQL_DB: {GROUP_3: "SQLDB"},
    asked.SQL_VM: {GROUP_3: "SQL on IaaS"},
    "Azure Database (DB) for MariaDB ACR": {LEVEL_1: "Databases", LEVEL_2: "Azure Database for MariaDB"},
    "Azure DB for MySql ACR": {LEVEL_1: "Databases", LEVEL_2: "MySQL Database on Azure"},
    "Azure DB for PostgreSQL ACR": {LEVEL_1: "Databases", LEVEL_2: "PostgreSQL"},
    "Azure COSMOS DB ACR": {LEVEL_1: "Databases", LEVEL_2: "CosmosDB"},
    "AI ACR": {published.GROUP_2: "AI"},
    "SAP Workloads ACR": {LEVEL_4: "SAP HANA Service"},
    "Microsoft Sentinel ACR": {LEVEL_4: "Sentinel"},
    "Hybrid Environment XDR and Network Security ACR": {LEVEL_4: "Key Vault"},
}


def usage_row(measure, month, cents, customer, **more):
    sign, cents = ("-" if cents < 0 else ""), abs(cents)
    return {oracle.ASSOCIATION: "PAL", "Month": "%04d-%02d" % month, "ACR": f"{sign}{cents // 100}.{cents % 100:02d}",
            "Customer": customer, **ROWS[measure], **more}


def export_of(rows, absent=()):
    """The rows as an export of all columns but some; each its own subscription, unless it says another."""
    fields = [name for name in oracle.COLUMNS if name not in absent]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([oracle.COLUMNS[name][0] for name in fields])
    for number, row in enumerate(rows):
        writer.writerow([row.get(name, f"s{number}" if name == "Subscription" else "") for name in fields])
    return out.getvalue().encode("utf-8")


# ---- Comparing ----

class Comparison:
    def __init__(self, program, folder):
        self.program, self.usage, self.partner = program, folder / "usage.csv", folder / "partner.yaml"
        self.reports = self.lines = self.mismatches = 0

    def differ(self, name, what, expected, found):
        if expected == found:
            return
        self.mismatches += 1
        if self.mismatches <= SHOWN:
            print(f"{name}: {what}: oracle {expected!r}, program {found!r}")

    def status(self, data, day, stated, assumptions=()):
        """The specializations of the report, by name. Any JSON is YAML."""
        self.usage.write_bytes(data)
        arguments = ["--as-of", day] + [word for text in assumptions for word in ("--assume", text)]
        if stated is not None:
            self.partner.write_text(json.dumps(stated), encoding="utf-8")
            arguments += ["--partner", self.partner]
        done = subprocess.run([self.program, "status", self.usage, "--format", "json", *arguments], capture_output=True)
        if done.returncode not in (0, 1):
            raise SystemExit(f"standing.py: {done.stderr.decode()}")
        self.reports += 1
        return {found["name"]: found for found in json.loads(done.stdout)["specializations"]}

    def report(self, name, data, day, stated, assumptions=(), export=None):
        found = self.status(data, day, stated, assumptions)
        export = export or oracle.Export(data, assumptions)
        for specialization in asked.PUBLISHED:
            world = export, specialization, stated or {}, day
            self.specialization(f"{name}, {specialization}", world, found[specialization])

    def specialization(self, name, world, found):
        lines = asked.in_force(world[1], world[3])
        shown = [line for line in found["requirements"] if line.get("in_force", True)]
        self.differ(name, "lines in force", len(lines), len(shown))
        answers = [asked.judge(line, *world) for line in lines]
        for line, answer, told in zip(lines, answers, shown):
            self.line(f"{name}, {told['text']}", world, line, answer, told)
        before = [answer for line, answer in zip(lines, answers) if not asked.validates(line)]
        self.differ(name, "status", "Active" if asked.all_of(answers) == YES else "Not started", found["status"])
        self.differ(name, "prerequisites", asked.all_of(before), found["prerequisites"])

    def line(self, name, world, line, answer, told):
        export, _, stated, day = world
        self.lines += 1
        self.differ(name, "met", answer, told["met"])
        if isinstance(line, Amount):
            self.amount(name, world, line, told)
        if isinstance(line, Either):
            self.amount(name, world, line.options[1], told["any_of"][1])
        if isinstance(line, (Amount, Either)) and oracle.CUSTOMER in export.bound:
            self.departures(name, world, line, answer, told)
        if isinstance(line, People) and "certifications" in stated:
            self.count(name, line.people, asked.holders(stated, line.codes, day), told["people"])
        if isinstance(line, References) and "references" in stated and line.number:
            held = len(asked.valid(stated, "references", world[1], day))
            self.count(name, line.number, held, told["references"])

    def count(self, name, needed, held, told):
        missing = max(0, needed - held)
        self.differ(name, "count", [held, held, {"least": missing, "most": missing}],
                    [told["certain"], told["possible"], told["missing"]])

    def amount(self, name, world, line, told):
        export, specialization, _, day = world
        _, whole, part = asked.amount(line, export, specialization, day)
        self.sum(name, line.needed(), whole, told)
        self.differ(name, "window", {"from": "%04d-%02d" % whole.first, "to": "%04d-%02d" % whole.last}, told["window"])
        if line.customers:
            missing = {"least": max(0, line.customers - whole.customers_possible),
                       "most": max(0, line.customers - whole.customers)}
            self.differ(name, "customers", [whole.customers, whole.customers_possible, missing],
                        [told["customers"][key] for key in ("certain", "possible", "missing")])
        if part:
            self.sum(name + ", part", line.part[0] * ONE_DOLLAR, part, told["of_which"][0])
        if oracle.MONTH in export.bound:
            answer, stays, _ = asked.amount(line, export, specialization, day, left=1)
            told = told["without_oldest_month"]
            self.differ(name, "what stays", [answer, plain(stays.certain), plain(stays.possible)],
                        [told["met"], told["certain"], told["possible"]])

    def sum(self, name, needed, found, told):
        missing = {"least": plain(max(0, needed - found.greatest)), "most": plain(max(0, needed - found.least))}
        self.differ(name, "sum", [plain(needed), plain(found.certain), plain(found.possible), missing],
                    [told["needed"], told["certain"], told["possible"], told["missing"]])

    def departures(self, name, world, line, answer, told):
        """Every customer leaves once."""
        export, specialization, _, day = world
        told = {breaker["customer"]: breaker["met_without"] for breaker in told.get("hangs_on_customers", [])}
        sums = line if isinstance(line, Amount) else line.options[1]
        customers = Sum(export, specialization, sums.measures, sums.months, day).held if answer == YES else ()
        without = {customer: asked.judge(line, *world, gone=customer) for customer in customers}
        self.differ(name, "hangs on", {who: then for who, then in without.items() if then != YES}, told)


# ---- Each threshold by name ----

def periods(line):
    """The days to ask on: the first and the last of the period, where it has one, and a leap day within it."""
    days = [day for day in (line.since, line.until) if "" < day < "9999"]
    return days + [day for day in ("2024-02-29", "2028-02-29") if line.since <= day <= line.until][:1]


def spread(line, day, cents, customers):
    """Rows of so many cents from so many customers over the months of the window, its oldest first."""
    number = max(customers, line.months if line.months < 12 else 2)
    months = [asked.month_before(day, line.months - n % line.months) for n in range(number)]
    months[-1] = asked.month_before(day, 1)
    shares = [cents // number] * (number - 1)
    shares.append(cents - sum(shares))
    return [(month, share, f"c{n % customers}") for n, (month, share) in enumerate(zip(months, shares))]


def amount_cases(line, day):
    full = line.needed() // (ONE_DOLLAR // 100)
    for cents, answer in ((full - 1, NO), (full, YES), (full + 1, YES)):
        yield f"{cents - full:+} cents", line, day, cents, line.customers or 1, answer
    for customers, answer in ((line.customers - 1, NO), (line.customers, YES), (line.customers + 1, YES)):
        if line.customers:
            yield f"{customers} customers", line, day, full, customers, answer


def amounts(line, day):
    """(what, rows, answer) of a line and of its part."""
    for what, _, _, cents, customers, answer in amount_cases(line, day):
        yield what, [usage_row(line.measures[0], *share) for share in spread(line, day, cents, customers)], answer
    full = line.needed() // (ONE_DOLLAR // 100)
    shares = spread(line, day, full, line.customers or 1)
    outside = [asked.month_before(day, 0), asked.month_before(day, line.months + 1)]
    for month in outside:
        moved = [(month, *shares[0][1:])] + shares[1:]
        yield f"in {month[0]}-{month[1]}", [usage_row(line.measures[0], *share) for share in moved], NO
    if line.part:
        part, rest = line.part[0] * 100, [measure for measure in line.measures if measure not in line.part[1]][0]
        for cents, answer in ((part - 1, NO), (part, YES), (part + 1, YES)):
            yield (f"of which {cents - part:+} cents",
                   [usage_row(line.part[1][0], shares[0][0], cents, "c0")] +
                   [usage_row(rest, month, full, customer) for month, _, customer in shares], answer)


def held(codes, number, first=0):
    return [{"person": f"p{first + n}", "certification": codes[(first + n) % len(codes)], "since": "2020-01-01"}
            for n in range(number)]


def several(line, specialization, day):
    """(what, what is stated, answer) of a line that asks of the partner so many."""
    if isinstance(line, People):
        for number in range(max(0, line.people - 1), line.people + 2):
            yield f"{number} people", {"certifications": held(line.codes, number)}, YES if number >= line.people else NO
        ended = held(line.codes, line.people)
        for until, answer in ((day, YES), (before(day), NO)):
            ended[0]["until"] = until
            yield f"one until {until}", {"certifications": json.loads(json.dumps(ended))}, answer
        for _, code in line.parts:
            others = [other for other in line.codes if other != code]
            yield f"nobody with {code}", {"certifications": held(others, line.people)}, NO
    if isinstance(line, References) and line.number:
        for number in (line.number - 1, line.number, line.number + 1):
            given = [{"specialization": specialization, "customer": f"r{n}", "accepted": day} for n in range(number)]
            yield f"{number} references", {"references": given}, YES if number >= line.number else NO
    if isinstance(line, Newest):
        for value in (line.at_least - 1, line.at_least, line.at_least + 1):
            yield (f"newest value {value}", {"metrics": [{"name": line.metric, "months": {day[:7]: value}}]},
                   YES if value >= line.at_least else NO)
    if isinstance(line, Growth) and line.months:
        for name in line.metrics:
            for by in (line.by - 1, line.by, line.by + 1):
                yield f"{name} by {by}", {"metrics": grown(line, day, name, by)}, YES if by >= line.by else NO


def before(day):
    """The day before."""
    number = int(day[8:])
    if number > 1:
        return f"{day[:8]}{number - 1:02d}"
    year, month = asked.month_before(day, 1)
    return f"{year:04d}-{month:02d}-{oracle.days_in(year, month):02d}"


def grown(line, day, name, by):
    """One metric grows, the others stay as they are."""
    last, first = ("%04d-%02d" % asked.month_before(day, months) for months in (1, 1 + line.months))
    return [{"name": other, "months": {first: 500, last: 500 + (by if other == name else 0)}} for other in line.metrics]


def validity(specialization):
    """(what, stated, day, answer) of an audit about two years: the day of it, before, the last one, and after; leap days."""
    for passed, last, after in (("2022-03-01", "2024-03-01", "2024-03-02"), ("2024-02-29", "2026-02-28", "2026-03-01"),
                                ("2022-02-28", "2024-02-28", "2024-02-29"), ("2023-12-31", "2025-12-31", "2026-01-01")):
        stated = {"audits": [{"specialization": specialization, "passed": passed}]}
        for day, answer in ((before(passed), NO), (passed, YES), (last, YES), (after, NO)):
            yield f"audit of {passed} on {day}", stated, day, answer


def thresholds():
    """(name, rows, what is stated, day, specialization, the line's place among those in force, answer)"""
    for specialization, lines in asked.PUBLISHED.items():
        for line in lines:
            options = line.options if isinstance(line, Either) else [line]
            for day in periods(line):
                place = asked.in_force(specialization, day).index(line)
                for option in options:
                    cases = [(what, rows, {}, answer) for what, rows, answer in amounts(option, day)
                             ] if isinstance(option, Amount) else []
                    cases += [(what, [], stated, answer) for what, stated, answer in several(option, specialization, day)]
                    for what, rows, stated, answer in cases:
                        if isinstance(line, Either) and rows:
                            stated = {"metrics": grown(options[0], day, None, 0)}
                        yield f"{specialization}: {what} on {day}", rows, stated, day, specialization, place, answer
            if isinstance(line, asked.Audit):
                for what, stated, day, answer in validity(specialization):
                    place = asked.in_force(specialization, day).index(line)
                    yield f"{specialization}: {what}", [], stated, day, specialization, place, answer


def check_thresholds(comparison):
    """The answer is the one that the case is made for; then all else is compared too, of that specialization."""
    count = 0
    for name, rows, stated, day, specialization, place, answer in thresholds():
        data = export_of(rows)
        found = comparison.status(data, day, stated)[specialization]
        comparison.differ(name, "met", answer, found["requirements"][place]["met"])
        comparison.specialization(name, (oracle.Export(data), specialization, stated, day), found)
        count += 1
    return count


# ---- Random exports ----

def random_period(dice, days, day):
    """Since when, and often until when: the day itself and the day before among others."""
    since = dice.choice([*days, f"{int(day[:4]) + 1}-01-01"])
    until = dice.choice(["", "", day, before(day), f"{int(day[:4]) + 1}-12-31"])
    return {"since": since, **({"until": until} if until >= since else {})}


def random_stated(dice, day):
    """What a partner may state; sections may be missing."""
    year = int(day[:4])
    days = [f"{year - 2}{day[4:]}", f"{year - 1}-06-30", f"{year - 2}-02-28", "2020-01-01", day]
    days = [some if some[5:] != "02-29" or int(some[:4]) % 4 == 0 else some[:8] + "28" for some in days]
    stated = {
        "designations": [{"name": name, **random_period(dice, days, day)} for name in dice.sample(
            [asked.DATA, asked.APPS, asked.INFRASTRUCTURE, asked.SECURITY, asked.BUSINESS], 3)],
        "certifications": [{"person": f"p{dice.randrange(9)}", "certification": dice.choice(
            ["DP-100", "AI-102", "AZ-120", "SC-200", "SC-200", "AZ-500"]), **random_period(dice, days, day)}
            for _ in range(dice.randrange(16))],
        "metrics": [{"name": name, "months": {"%04d-%02d" % asked.month_before(day, months): dice.choice([0, 1000, 2000, 15])
                                              for months in dice.sample([0, 1, 1, 2, 12, 13, 13, 14], 5)}}
                    for name in [asked.USERS + "Entra ID Premium", asked.USERS + "Defender for Identity",
                                 asked.USERS + "Information Protection", "Deployments"]],
        "audits": [{"specialization": dice.choice(list(asked.PUBLISHED)[:13]), "passed": dice.choice(days)}
                   for _ in range(dice.randrange(9))],
        "references": [{"specialization": dice.choice(["Threat Protection", "Cloud Security"]),
                        "customer": f"r{dice.randrange(5)}", "accepted": dice.choice(days)}
                       for _ in range(dice.randrange(9))],
    }
    return {section: list({tuple(text for key, text in entry.items() if key not in ("until", "months")): entry
                           for entry in entries}.values())
            for section, entries in stated.items() if dice.random() < 0.8}


def random_rows(dice, newest):
    """Sums about the thresholds of each line, of few customers, some of them none, with credits and repeated claims."""
    customers = [f"c{n}" for n in range(dice.randint(1, 5))] + dice.choice([[], ["", "UNKNOWN", "null"]])
    rows = []
    for line in [option for lines in asked.PUBLISHED.values() for line in lines
                 for option in getattr(line, "options", [line])]:
        if not isinstance(line, Amount) or dice.random() < 0.2:
            continue
        shares = [line.needed() // (ONE_DOLLAR // 100) // 3 + dice.choice([-1, 0, 0, 1, -300000, 300000]) for _ in "123"]
        shares += [dice.choice([-1, 1, -100000, 100000, 0]) for _ in range(dice.randrange(4))]
        shares += [-shares[-1]] if dice.random() < 0.4 else []
        for cents in shares:
            months = dice.randint(0, line.months - 1) if dice.random() < 0.9 else dice.choice([-1, line.months])
            month = asked.month_before("%04d-%02d" % newest, months)
            row = usage_row(dice.choice(line.measures), month, cents, dice.choice(customers), Subscription=f"s{len(rows)}")
            row.update({published.ADJUSTMENT: dice.choice(["N/A", "N/A", "x", ""])} if dice.random() < 0.3 else {})
            row.update(ROWS[dice.choice(line.measures)] if dice.random() < 0.2 else {})
            rows.append(row)
            if dice.random() < 0.2:
                claim = dice.choice(["CSP Tier 1", "DPOR", "PAL", "TPOR", "odd"])
                rows.append({**row, oracle.ASSOCIATION: claim, oracle.MPN: dice.choice("12")})
    dice.shuffle(rows)
    return rows


def check_random(comparison, seed, number):
    dice = random.Random(f"{seed} {number}")
    newest = dice.choice([(2023, 12), (2024, 2), (2025, 11), (2025, 12), (2026, 2), (2026, 3)])
    day = "%04d-%02d-%02d" % (*asked.month_before("%04d-%02d" % newest, dice.choice([-1, -1, -1, -2, 0])),
                              dice.choice([1, 26, 27, 28]))
    undecided = dice.sample([oracle.OFFER, oracle.ASSOCIATION, oracle.CUSTOMER, published.OS_ATTRIBUTE, GROUP_3,
                             LEVEL_4, LEVEL_2, oracle.MPN, published.GROUP_2], dice.randint(1, 3))
    absent = {published.ADJUSTMENT} if dice.random() < 0.5 else set()
    absent |= set(undecided) if dice.random() < 0.5 else set()
    absent |= {oracle.MONTH} if dice.random() < 0.06 else set()
    stated = random_stated(dice, day) if dice.random() < 0.7 else None
    comparison.report(f"random {number}", export_of(random_rows(dice, newest), absent), day, stated)


def check_sample(comparison):
    data = (SAMPLE / "usage.csv").read_bytes()
    for assumptions in ((), ("declared",)):
        export = oracle.Export(data, assumptions)
        for number, day in enumerate(DAYS):
            stated = random_stated(random.Random(number), day) if number % 2 else None
            comparison.report(f"sample on {day}", data, day, stated, assumptions, export)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", metavar="PROGRAM", type=pathlib.Path)
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        comparison = Comparison(options.program, pathlib.Path(folder))
        named = check_thresholds(comparison)
        check_sample(comparison)
        for number in range(options.files):
            check_random(comparison, options.seed, number)
    print(f"{named} cases of thresholds, {comparison.reports} reports, {comparison.lines} lines, "
          f"{comparison.mismatches} mismatches")
    return 1 if comparison.mismatches else 0


if __name__ == "__main__":
    sys.exit(main())
