#!/usr/bin/env python3
"""A second opinion on usage exports: the rulings R1-R5, R7-R23, R29-R31 and R37, taken literally and slowly.

    oracle.py status   USAGE.csv [--assume FIELD=VALUE | --assume declared]... [--as-of DATE]
                             [--repeats count | --repeats drop]
    oracle.py classify USAGE.csv [--assume ...] [--repeats ...]

`status` prints the JSON of `assay status` as far as it speaks of the input and of measures, `classify` the CSV of
`assay classify`. It knows the published page (published.py) and no rule file, and shares no code with the program.
Exit status: 0 done, 1 done and some rows are rejected, 2 the call or the file is refused.
"""

import argparse
import csv
import itertools
import json
import re
import sys

import published
from published import ASSOCIATION, BLANK, OFFER, fold
from records import Refusal, header_and_rest, name_of, sorted_out

AMOUNT, MONTH, CUSTOMER, MPN, FLAG = "ACR", "Month", "Customer", "MPN Id", "Is ACR Duplicate At PGA Level"

# Field -> header spellings, the one declared first first (R29).
COLUMNS = {
    "Subscription": ["SubscriptionId"],
    CUSTOMER: ["CustomerTenantId"],
    MONTH: ["Month"],
    published.LEVEL_1: ["ServiceLevel1"],
    published.LEVEL_2: ["ServiceLevel2"],
    "Service Level 3": ["ServiceLevel3"],
    published.LEVEL_4: ["ServiceLevel4"],
    published.INFLUENCER: ["ServiceInfluencer"],
    published.GROUP_2: ["ServiceGroup2"],
    published.GROUP_3: ["ServiceGroup3"],
    published.OS: ["ComputeOS"],
    published.OS_ATTRIBUTE: ["ComputeOSAttribute"],
    published.CORE: ["ComputeCoreSoftware", "Compute Core SW"],
    "Usage Units": ["UsageUnits"],
    "Usage Quantity": ["UsageQuantity"],
    AMOUNT: ["ACR_USD", "AzureConsumedRevenueUSD"],
    ASSOCIATION: ["PartnerAttributionType", "Association Type"],
    MPN: ["MPNId", "PartnerID"],
    OFFER: ["AI_OfferType", "Offer Type"],
    FLAG: ["IsACRDuplicateAtPGALevel", "IsDuplicateAtPGALevel"],
    published.ADJUSTMENT: ["ACRAdjustmentType"],
}
ALIKE = list(COLUMNS)[:16]  # R19: Subscription to ACR are the key
CLAIM = [ASSOCIATION, MPN]  # R19: the better association, then the least MPN id
FLAGS = {True: {"1", "true", "yes", "y"}, False: {"0", "false", "no", "n"}}  # R37: dropped, kept
DECLARED = {published.ADJUSTMENT: "N/A", OFFER: "blank"}  # R3
NO_CUSTOMER = {BLANK, "unknown", "00000000-0000-0000-0000-000000000000"}  # R22
OTHER = "\0other"  # a text that no rule names
YES, NO, CANNOT_TELL = "yes", "no", "cannot tell"

ONE_DOLLAR = 10 ** 24
MONEY = re.compile(r"([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?", re.ASCII)
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
TIME = r"(?:[ T][0-9:.]+ ?(?:AM|PM)? ?(?:Z|[+-][0-9:]+)?)?"
DATES = [re.compile(pattern + TIME, re.ASCII | re.IGNORECASE) for pattern in (
    r"(?P<name>[a-z]{3})-(?P<y>\d{4})", r"(?P<name>[a-z]{3})[ -](?P<short>\d{2})",
    r"(?P<first>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})", r"(?P<y>\d{4})-(?P<m>\d{2})(?:-(?P<d>\d{2}))?",
    r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})?", r"(?P<m>\d{1,2})/(?P<first>\d{1,2})/(?P<y>\d{4})")]


def money(text):
    """R20: the amount in units of 10^-24 dollars, or None."""
    match = MONEY.fullmatch(text.strip(published.WHITE))
    if not match or not (match[2] or match[3]):
        return None
    digits = (match[2] + (match[3] or "")).lstrip("0")
    decimals = len(match[3] or "") - exponent(match[4] or "0")
    decimals -= len(digits) - len(digits.rstrip("0"))
    digits = digits.rstrip("0")
    if not digits:
        return 0
    if decimals > 24 or len(digits) - decimals > 14:
        return None
    return (-1 if match[1] == "-" else 1) * int(digits) * 10 ** (24 - decimals)


def exponent(text):
    """The exponent, or one so great that no record could make up for it."""
    digits = text.lstrip("+-").lstrip("0") or "0"
    return (-1 if text.startswith("-") else 1) * (int(digits) if len(digits) < 10 else 10 ** 9)


def plain(amount):
    """R20: exact, no exponent, no needless zeros, no -0."""
    if abs(amount) >= 1 << 127:
        raise Refusal("a sum does not fit 128 bits")
    whole, part = divmod(abs(amount), ONE_DOLLAR)
    decimals = f"{part:024d}".rstrip("0")
    return ("-" if amount < 0 else "") + str(whole) + ("." + decimals if decimals else "")


def month(text):
    """R21: (year, month), or None."""
    for pattern in DATES:
        match = pattern.fullmatch(published.squeeze(text))
        if not match:
            continue
        parts = match.groupdict()
        if "name" in parts:
            name, year = parts["name"].lower(), int(parts.get("y") or "20" + parts["short"])
            return (year, MONTHS.index(name) + 1) if name in MONTHS and 0 < year < 9999 else None
        year, number = int(parts["y"]), int(parts["m"])
        day = int(parts.get("d") or 1)
        valid = 0 < year < 9999 and 1 <= number <= 12 and 1 <= day <= days_in(year, number)
        return (year, number) if valid and int(parts.get("first") or 1) == 1 else None
    return None


def days_in(year, number):
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][number - 1]


def header_fold(name):
    return "".join(fold(name).split()).replace("_", "")


class Row:
    """One record: its cells as texts (the fields the file has), and what became of it."""

    def __init__(self, number, cells=None, rejected=None, skipped=None):
        self.number, self.cells, self.rejected, self.skipped = number, cells, rejected, skipped
        self.amount = self.month = self.duplicate_of = self.repeat_of = self.texts = None
        self.dropped = self.by_columns = self.undecided = False
        self.association = self.offer = self.eligible = None
        self.answers = {}


class Export:
    """A usage export with the three answers of each row."""

    def __init__(self, data, assumptions=(), repeats=None):
        header, rest = header_and_rest(data)
        self.repeats = repeats
        self.named_columns = [at for at, name in enumerate(header) if name]  # R30: the others are ignored
        self.bound = bind(header)
        self.absent = [field for field in COLUMNS if field not in self.bound]
        self.assumed = self.read_assumptions(assumptions)
        self.named = published.values_named()
        self.remembered = {}
        declared = {name_of(spelling.encode()) for spellings in COLUMNS.values() for spelling in spellings}
        rest = sorted_out(rest, header, declared)
        self.rows = [self.read_row(number, record, len(header)) for number, record in enumerate(rest, 1)]
        self.good = [row for row in self.rows if not row.rejected and not row.skipped]
        for row in self.good:
            self.decide_eligibility(row)
        for row in self.good:
            self.decide_measures(row)
        self.find_repeats([row for row in self.good if row.eligible != NO])
        self.count_once([row for row in self.good if row.eligible != NO and not row.dropped])
        for row in self.good:
            if row.dropped or row.duplicate_of:
                row.answers = dict.fromkeys(row.answers, NO)
            elif row.undecided:
                row.answers = {key: NO if answer == NO else CANNOT_TELL for key, answer in row.answers.items()}

    def read_assumptions(self, assumptions):
        """R3: field -> text; BLANK for `FIELD=blank`."""
        assumed = {}
        for assumption in assumptions:
            if assumption == "declared":
                pairs = [(field, text) for field, text in DECLARED.items() if field in self.absent]
            else:
                name, equals, text = assumption.partition("=")
                field = field_named(name)
                if not equals or fold(text) == BLANK:
                    raise Refusal(f"'{assumption}' is not FIELD=VALUE or FIELD=blank")
                if field not in self.absent:
                    raise Refusal(f"the file has the column of '{name}'")
                pairs = [(field, text)]
            for field, text in pairs:
                assumed.setdefault(field, BLANK if fold(text) == "blank" else text)
        return assumed

    def read_row(self, number, record, width):
        if record.skipped:
            return Row(number, skipped=record.skipped)
        if record.problem is None and len(record.fields) != width:
            record.reject(f"{len(record.fields)} fields, not {width}")
        if record.problem:
            return Row(number, rejected=record.problem)
        cells = dict(self.assumed)
        for field, column in self.bound.items():
            try:
                cells[field] = record.fields[column].decode("utf-8")
            except UnicodeDecodeError:
                return Row(number, rejected=f"bad UTF-8 in {field}")
        row = Row(number, cells)
        row.texts = tuple(record.fields[at] for at in self.named_columns)
        if AMOUNT in cells:
            row.amount = money(cells[AMOUNT])
            if row.amount is None:
                row.rejected = f"'{cells[AMOUNT]}' is no amount"
        if MONTH in cells:
            row.month = month(cells[MONTH])
            if row.month is None:
                row.rejected = row.rejected or f"'{cells[MONTH]}' is no month"
        return row

    def answer(self, condition, row):
        """R3: YES or NO when every value that the absent columns could hold says so, all of them taken together."""
        present = {field: published.value(field, row.cells[field]) for field in condition.fields if field in row.cells}
        absent = sorted(condition.fields - present.keys())
        memory = (id(condition), tuple(sorted(present.items())))
        if memory not in self.remembered:
            seen = set()
            could_hold = [sorted(self.named[field]) + [OTHER, BLANK] for field in absent]
            for values in itertools.product(*could_hold):
                seen.add(condition.holds({**present, **dict(zip(absent, values))}))
                if len(seen) == 2:
                    break
            self.remembered[memory] = CANNOT_TELL if len(seen) == 2 else YES if True in seen else NO
        return self.remembered[memory]

    def decide_eligibility(self, row):
        row.association = self.answer(published.ELIGIBLE_ASSOCIATION, row)
        row.offer = self.answer(published.ELIGIBLE_OFFER, row)
        row.eligible = both(row.association, row.offer)

    def decide_measures(self, row):
        """Eligibility and filter together: they share no field, so absent columns of one say nothing of the other."""
        for specialization, name, condition in published.MEASURES:
            assert not condition.fields & {ASSOCIATION, OFFER}
            row.answers[specialization, name] = both(row.eligible, self.answer(condition, row))

    def find_repeats(self, rows):
        """R31: alike in every cell, as the texts are read, to an earlier record."""
        first = {}
        for row in rows:
            if first.setdefault(row.texts, row) is not row:
                row.repeat_of = first[row.texts].number
                row.dropped = self.repeats == "drop"

    def key(self, row):
        """R19: alike, as texts by R1 and R2, Month and ACR by value; absent columns left out."""
        by_value = {AMOUNT: row.amount, MONTH: row.month}
        return tuple(by_value.get(field, fold(row.cells[field])) for field in ALIKE if field in row.cells)

    def claim(self, row):
        """R19: what sorts a claim among the claims of one consumption, the best least; up to the first absent column."""
        claim = []
        if ASSOCIATION in self.bound:
            names = [published.value(ASSOCIATION, name) for name in published.ASSOCIATIONS]
            claim.append(names.index(published.value(ASSOCIATION, row.cells[ASSOCIATION])))
            if MPN in self.bound:
                claim.append(fold(row.cells[MPN]).encode("utf-8"))
        return tuple(claim)

    def lacks(self, fields):
        """An assumption does not complete the key."""
        return [field for field in fields if field not in self.bound]

    def count_once(self, rows):
        groups = {}
        for row in rows:
            groups.setdefault(self.key(row), []).append(row)
        for alike in groups.values():
            best = min(self.claim(row) for row in alike)
            self.count_best([row for row in alike if self.claim(row) == best])
            self.count_worse([row for row in alike if self.claim(row) != best],
                             next(row for row in alike if self.claim(row) == best))

    def count_best(self, rows):
        """Separate consumption, or, without a column of the claim, perhaps one that several claim."""
        one_answer = all((row.eligible, row.answers) == (rows[0].eligible, rows[0].answers) for row in rows)
        for row in rows:
            if self.lacks(CLAIM) and len(rows) > 1 and not (one_answer and row is rows[0]):
                row.by_columns = row.undecided = True
            if row.repeat_of and self.repeats is None:
                row.undecided = True

    def count_worse(self, rows, first):
        """Duplicates, or, without a column of the key, perhaps other consumption."""
        for row in rows:
            if self.lacks(ALIKE):
                row.by_columns = row.undecided = True
            else:
                row.duplicate_of = first.number

    def flag_disagreements(self):
        """R19, R37: certainly eligible rows kept with 1 or dropped with 0; None when nothing could be compared."""
        compared = 0, 0
        for row in self.good:
            flag = fold(row.cells.get(FLAG, BLANK))
            says = [dropped for dropped, texts in FLAGS.items() if flag in texts]
            if row.eligible == YES and says and not row.undecided and not row.dropped:
                compared = compared[0] + 1, compared[1] + (says[0] != bool(row.duplicate_of))
        return compared[1] if compared[0] else None

    def rejected(self):
        return sum(bool(row.rejected) for row in self.rows)

    def skipped(self, reason):
        return sum(row.skipped == reason for row in self.rows)

    def unnamed(self):
        """R35: folded offer type that no rule names -> [rows, amount] of the rows that are or may be eligible."""
        found = {}
        for row in self.good:
            text = published.value(OFFER, row.cells[OFFER]) if OFFER in self.bound else BLANK
            if row.eligible != NO and text != BLANK and text not in self.named[OFFER]:
                tally = found.setdefault(fold(row.cells[OFFER]), [0, 0])
                tally[0] += 1
                tally[1] += row.amount
        return {text: [rows, plain(amount)] for text, (rows, amount) in found.items()}

    def newest_month(self):
        """R21: among rows that are or may be eligible, else among all."""
        months = [row.month for row in self.good if row.month and row.eligible != NO]
        months = months or [row.month for row in self.good if row.month]
        return max(months) if months else None


def both(one, other):
    if NO in (one, other):
        return NO
    return YES if one == other == YES else CANNOT_TELL


def bind(header):
    """R29: field -> column. Of several spellings the one declared first; one spelling twice refuses the file."""
    names, bound = [header_fold(name) for name in header], {}
    for field, spellings in COLUMNS.items():
        present = [header_fold(spelling) for spelling in spellings if header_fold(spelling) in names]
        if any(names.count(spelling) > 1 for spelling in present):
            raise Refusal(f"the column of {field} occurs twice")
        if present:
            bound[field] = names.index(present[0])
    if not bound:
        raise Refusal("no column of the usage report is in the header")
    return bound


def field_named(name):
    for field, spellings in COLUMNS.items():
        if header_fold(name) in [header_fold(spelling) for spelling in [field] + spellings]:
            return field
    raise Refusal(f"no field is called '{name}'")


def measure_totals(export, measure):
    totals = {"certain": 0, "possible": 0, "rows": 0, "rows_possible": 0}
    customers, nameless = {}, 0
    for row in export.good:
        answer = row.answers[measure]
        if answer == NO:
            continue
        totals["possible"] += row.amount
        totals["rows_possible"] += 1
        if answer == YES:
            totals["certain"] += row.amount
            totals["rows"] += 1
        if CUSTOMER not in row.cells:
            nameless += row.amount > 0
            continue
        customer = fold(row.cells[CUSTOMER])
        if customer not in NO_CUSTOMER:
            spent = customers.setdefault(customer, {YES: 0, "less": 0, "more": 0})
            spent[YES if answer == YES else "more" if row.amount > 0 else "less"] += row.amount
    totals["customers"] = sum(spent[YES] + spent["less"] > 0 for spent in customers.values())
    totals["customers_possible"] = nameless + sum(spent[YES] + spent["more"] > 0 for spent in customers.values())
    return {**totals, "certain": plain(totals["certain"]), "possible": plain(totals["possible"])}


def status(export, path, as_of):
    if AMOUNT not in export.bound and AMOUNT not in export.assumed:
        raise Refusal("the file has no amount")
    newest = export.newest_month()
    if newest is None and as_of is None and (MONTH not in export.absent or not export.good):
        raise Refusal("there is no row to tell the date by: say --as-of")
    if as_of is None and newest:
        as_of = first_after(newest)
    specializations = {}
    for specialization, name, _ in published.MEASURES:
        measures = specializations.setdefault(specialization, [])
        measures.append({"name": name, **measure_totals(export, (specialization, name))})
    return {
        "input": {"path": path, "rows": len(export.rows), "rejected": export.rejected(),
                  "skipped": {"headers": export.skipped("header"), "empty": export.skipped("empty")},
                  "newest_month": "%04d-%02d" % newest if newest else None,
                  "absent_columns": export.absent, "assumed": export.assumed},
        "as_of": as_of,
        "unnamed": export.unnamed(),
        "duplicates": {"dropped": sum(bool(row.duplicate_of) for row in export.good),
                       "undecided": {**absolute(row for row in export.good if row.by_columns),
                                     "absent_columns": export.lacks(ALIKE + CLAIM)},
                       "flag_disagreements": export.flag_disagreements()},
        "repeats": {**absolute(row for row in export.good if row.repeat_of),
                    "treated": {None: "undecided", "count": "counted", "drop": "dropped"}[export.repeats]},
        "specializations": [{"name": name, "measures": measures} for name, measures in specializations.items()],
    }


def absolute(rows):
    """How many rows, and their amounts with credits as positive."""
    amounts = [abs(row.amount) for row in rows]
    return {"rows": len(amounts), "amount": plain(sum(amounts))}


def first_after(newest):
    year, number = newest
    return f"{year + number // 12:04d}-{number % 12 + 1:02d}-01"


def classify_row(export, row):
    """(row, certain, possible, reason): the reason is the first stage that removes the row."""
    counts = {answer: [f"{specialization} / {name}" for (specialization, name), found in row.answers.items()
                       if found == answer] for answer in (YES, CANNOT_TELL)}
    reason = ""
    if row.skipped:
        reason = row.skipped
    elif row.rejected:
        reason = f"rejected: {row.rejected}"
    elif row.association == NO:
        reason = f"association {fold(row.cells[ASSOCIATION]) or 'blank'}"
    elif row.offer == NO:
        reason = f"offer type {fold(row.cells[OFFER])}"
    elif row.dropped:
        reason = f"repeat of row {row.repeat_of}"
    elif row.duplicate_of:
        reason = f"duplicate of row {row.duplicate_of}"
    elif not counts[YES] and not counts[CANNOT_TELL]:
        reason = "no measure"
    return row.number, "; ".join(counts[YES]), "; ".join(counts[CANNOT_TELL]), reason


def classify(export):
    return [classify_row(export, row) for row in export.rows]


def valid_date(text):
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text, re.ASCII)
    if not match or month(text) is None:
        raise Refusal(f"'{text}' is no date")
    return text


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["status", "classify"])
    parser.add_argument("usage", metavar="USAGE.csv")
    parser.add_argument("--assume", action="append", default=[], metavar="FIELD=VALUE")
    parser.add_argument("--repeats", choices=["count", "drop"])
    parser.add_argument("--as-of", type=str, metavar="DATE")
    parser.add_argument("--format", choices=["json"], help="for the likeness with assay; status is always JSON")
    options = parser.parse_args()
    try:
        with open(options.usage, "rb") as file:
            export = Export(file.read(), options.assume, options.repeats)
        as_of = valid_date(options.as_of) if options.as_of else None
        if options.command == "status":
            print(json.dumps(status(export, options.usage, as_of), indent=1, ensure_ascii=False))
        else:
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(["row", "certain", "possible", "reason"])
            writer.writerows(classify(export))
    except (Refusal, OSError) as refusal:
        print(f"oracle: {refusal}", file=sys.stderr)
        return 2
    return 1 if export.rejected() else 0


if __name__ == "__main__":
    sys.exit(main())
