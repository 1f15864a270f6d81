"""The published requirements, transcribed by hand from the pages that publish them, and a slow evaluator of R21-R25.

It knows the pages and the rulings, not the rule files, and shares nothing with the program: rows and what they count as
come from oracle.py. What a partner states is a dictionary shaped as its file; days are texts YYYY-MM-DD, which compare
as days do. Amounts are whole numbers of 10^-24 dollars.
"""
from dataclasses import dataclass, field
from fractions import Fraction

from oracle import CANNOT_TELL, CUSTOMER, MONTH, NO, NO_CUSTOMER, ONE_DOLLAR, YES, days_in
from published import SPECIALIZATIONS, fold

DATA, APPS, INFRASTRUCTURE = "Data & AI (Azure)", "Digital & App Innovation (Azure)", "Infrastructure (Azure)"
BUSINESS, WORK, SECURITY = "Business Applications", "Modern Work", "Security"
INFRA = "Infra and Database migration to Microsoft Azure"
WINDOWS, SQL_DB, SQL_MI, SQL_VM, LINUX, *OTHER_DATABASES = SPECIALIZATIONS[INFRA]
USERS = "Monthly active users of "


# ---- Kinds of line; `since` and `until`: in force, both days included ----

@dataclass
class Line:
    since: str = field(default="", kw_only=True)
    until: str = field(default="9999", kw_only=True)


@dataclass
class Amount(Line):
    """At least so many dollars in the window, of an average per month; `part`: of which (dollars, measures)."""
    dollars: int
    measures: list
    months: int
    customers: int = 0
    average: bool = False
    part: tuple = None

    def needed(self):
        return self.dollars * (self.months if self.average else 1) * ONE_DOLLAR


@dataclass
class People(Line):
    """So many people who hold any of the codes; `parts`: (people, code)."""
    people: int
    codes: list
    parts: tuple = ()


@dataclass
class Growth(Line):
    """At least so many more in any of the metrics; months 0: not published."""
    by: int
    metrics: list
    months: int
    percent: bool = False


@dataclass
class Newest(Line):
    at_least: int
    metric: str


@dataclass
class Either(Line):
    options: list


@dataclass
class Designation(Line):
    names: list


@dataclass
class Audit(Line):
    pass


@dataclass
class References(Line):
    number: int = 0  # 0: not published


@dataclass
class Unpublished(Line):
    pass


# ---- What is published ----

def azure(*designations):
    return [Designation(list(designations)), Audit(), Unpublished(), Unpublished()]


def security(*lines):
    return [Designation([SECURITY]), References(3), *lines]


def business(*designations):
    return [Designation(list(designations)), Unpublished(), Unpublished()]


PUBLISHED = {
    "Analytics on Microsoft Azure": azure(DATA),
    "Build and Modernize AI Apps with Microsoft Azure": azure(DATA, APPS),
    "Data Warehouse Migration to Microsoft Azure": azure(DATA),
    "Kubernetes on Microsoft Azure": azure(DATA, APPS),
    INFRA: [
        Designation([DATA, INFRASTRUCTURE]), Audit(), Amount(30000, [WINDOWS], 3, 3), Amount(15000, [LINUX], 3, 3),
        Amount(9000, [SQL_MI, SQL_DB, SQL_VM], 3, 3, part=(3000, [SQL_MI, SQL_DB])),
        Amount(4500, OTHER_DATABASES, 3, 3), Unpublished()],
    "Microsoft Azure Virtual Desktop": azure(INFRASTRUCTURE),
    "Migrate Enterprise Applications to Microsoft Azure": azure(DATA, APPS),
    "AI and Machine Learning on Microsoft Azure": [
        Designation([DATA, APPS]), Audit(), Amount(2000, ["AI ACR"], 3, 3, average=True),
        People(3, ["DP-100", "AI-102"], ((1, "DP-100"), (1, "AI-102")))],
    "Hybrid Cloud Infrastructure with Microsoft Azure Stack HCI": azure(DATA, APPS, INFRASTRUCTURE),
    "Microsoft Azure VMware Solution": azure(INFRASTRUCTURE),
    "DevOps with GitHub on Microsoft Azure": azure(APPS),
    "Networking Services in Microsoft Azure": azure(INFRASTRUCTURE),
    "SAP on Microsoft Azure": [
        Designation([INFRASTRUCTURE]), Audit(), Amount(30000, ["SAP Workloads ACR"], 3, until="2025-12-31"),
        Amount(7500, ["SAP Workloads ACR"], 3, since="2026-01-01"), Unpublished(until="2025-12-31"),
        People(1, ["AZ-120"], since="2026-01-01")],
    "Threat Protection": security(
        Either([Growth(1000, [USERS + "Defender for Identity", USERS + "Defender for Cloud Apps"], 12),
                Amount(100000, ["Microsoft Sentinel ACR"], 12)]),
        People(6, ["SC-200"])),
    "Cloud Security": security(
        Amount(200000, ["Hybrid Environment XDR and Network Security ACR"], 12), People(6, ["AZ-500"]),
        People(4, ["SC-200"])),
    "Identity and Access Management": security(
        Growth(2000, [USERS + "Entra ID Premium"], 12), People(6, ["SC-300"])),
    "Information Protection and Governance": security(
        Growth(1000, [USERS + "Information Protection"], 12), People(6, ["SC-400"])),
    "Meetings and Meeting Rooms for Microsoft Teams": [
        Designation([WORK]), References(3), Unpublished(), Unpublished()],
    **{name: [Designation([WORK]), References(), Unpublished(), Unpublished()] for name in (
        "Adoption and Change Management", "Calling for Microsoft Teams", "Custom Solutions for Microsoft Teams",
        "Modernize Endpoints", "Teamwork Deployment")},
    "Small and Midsize Business Management": [
        Designation([BUSINESS]), Growth(35, ["Monthly active users"], 0, True, until="2026-03-26"),
        Growth(15, ["Monthly active users"], 0, True, since="2026-03-27"), Newest(10, "Deployments", until="2026-03-26"),
        Newest(15, "Deployments", since="2026-03-27"), Unpublished()],
    "Microsoft Low Code Application Development": business(BUSINESS, APPS),
    "Intelligent Automation": business(BUSINESS, APPS),
    "Business Intelligence": business(BUSINESS, DATA),
    **{name: business(BUSINESS) for name in ("Sales", "Service", "Finance", "Supply Chain")},
}


def in_force(specialization, day):
    return [line for line in PUBLISHED[specialization] if line.since <= day <= line.until]


# ---- Months, days, logic ----

def month_before(day, months):
    count = int(day[:4]) * 12 + int(day[5:7]) - 1 - months
    return count // 12, count % 12 + 1


def two_years_after(day):
    year, month, number = int(day[:4]) + 2, int(day[5:7]), int(day[8:])
    return f"{year:04d}-{month:02d}-{min(number, days_in(year, month)):02d}"


def all_of(answers):
    return NO if NO in answers else CANNOT_TELL if CANNOT_TELL in answers else YES


def any_of(answers):
    return YES if YES in answers else CANNOT_TELL if CANNOT_TELL in answers else NO


def reaches(least, greatest, needed):
    return YES if least >= needed else NO if greatest < needed else CANNOT_TELL


# ---- Sums (R21-R23) ----

def relevant(export, specialization, measures):
    """The rows that count or may, as (row, customer, answer); remembered, since every line asks several times."""
    memory = export.__dict__.setdefault("relevant", {})
    key = specialization, tuple(measures)
    if key not in memory:
        memory[key] = []
        for row in export.good:
            answer = any_of([row.answers[specialization, measure] for measure in measures])
            customer = fold(row.cells[CUSTOMER]) if CUSTOMER in row.cells else None
            if answer != NO:
                memory[key].append((row, customer, answer if MONTH in row.cells else CANNOT_TELL))
    return memory[key]


class Sum:
    """What counts of some measures in a window, without a customer that is gone."""

    def __init__(self, export, specialization, measures, months, day, gone=None, left=0):
        self.first, self.last = month_before(day, months - left), month_before(day, 1)
        self.certain = self.less = self.more = self.nameless = 0
        self.held = {}
        for row, customer, answer in relevant(export, specialization, measures):
            if row.month and not self.first <= row.month <= self.last:
                continue
            if gone is None or customer != gone:
                self.add(row, customer, answer)
        self.possible = self.certain + self.less + self.more
        self.least, self.greatest = self.certain + self.less, self.certain + self.more
        self.customers = sum(least > 0 for least, _ in self.held.values())
        self.customers_possible = self.nameless + sum(greatest > 0 for _, greatest in self.held.values())

    def add(self, row, customer, answer):
        certain, less, more = (row.amount if answer == YES else 0, min(row.amount, 0) if answer != YES else 0,
                               max(row.amount, 0) if answer != YES else 0)
        self.certain, self.less, self.more = self.certain + certain, self.less + less, self.more + more
        if customer is None:
            self.nameless += row.amount > 0
        elif customer not in NO_CUSTOMER:
            least, greatest = self.held.get(customer, (0, 0))
            self.held[customer] = least + certain + less, greatest + certain + more


def amount(line, export, specialization, day, **without):
    """The answer, the sum, and that of the part."""
    whole = Sum(export, specialization, line.measures, line.months, day, **without)
    part = line.part and Sum(export, specialization, line.part[1], line.months, day, **without)
    answers = [reaches(whole.least, whole.greatest, line.needed()),
               reaches(whole.customers, whole.customers_possible, line.customers)]
    if part:
        answers.append(reaches(part.least, part.greatest, line.part[0] * ONE_DOLLAR))
    return all_of(answers), whole, part


# ---- What the partner states ----

def holders(stated, codes, day):
    return len({entry["person"] for entry in stated["certifications"]
                if entry["certification"] in codes and entry["since"] <= day <= entry.get("until", "9999")})


def people(line, stated, day):
    if "certifications" not in stated:
        return CANNOT_TELL
    asked = [(line.people, line.codes)] + [(number, [code]) for number, code in line.parts]
    return all_of([YES if holders(stated, codes, day) >= number else NO for number, codes in asked])


def valid(stated, section, specialization, day):
    """The customers, or None, of what was stated of the specialization and still holds."""
    happened = "passed" if section == "audits" else "accepted"
    return {entry.get("customer") for entry in stated[section] if entry["specialization"] == specialization
            and entry[happened] <= day <= two_years_after(entry[happened])}


def metric(stated, name):
    return next((entry["months"] for entry in stated.get("metrics", []) if entry["name"] == name), {})


# What a number that nobody states may be: never below zero (R38).
ANY_NUMBER = [Fraction(0), Fraction(1, 10 ** 9), Fraction(1), Fraction(10 ** 15)]


def grown(line, before, after):
    """Of nothing there is no growth in percent."""
    return before > 0 and (after - before) * 100 >= line.by * before if line.percent else after - before >= line.by


def growth(line, stated, day):
    """In all worlds, in some, or in none. Over months that are not published the base is anything, too (R24)."""
    newest = "%04d-%02d" % month_before(day, 1)
    before = "%04d-%02d" % month_before(day, 1 + line.months) if line.months else None
    answers = []
    for name in line.metrics:
        values = metric(stated, name)
        ends, bases = ([Fraction(str(values[month]))] if month in values else ANY_NUMBER for month in (newest, before))
        found = {grown(line, base, end) for base in bases for end in ends}
        answers.append(CANNOT_TELL if len(found) > 1 else YES if found == {True} else NO)
    return any_of(answers)


def newest(line, stated, day):
    begun = {month: value for month, value in metric(stated, line.metric).items() if month <= day[:7]}
    return CANNOT_TELL if not begun else YES if begun[max(begun)] >= line.at_least else NO


def judge(line, export, specialization, stated, day, **without):
    kind = type(line)
    if kind is Amount:
        return amount(line, export, specialization, day, **without)[0]
    if kind is Either:
        return any_of([judge(option, export, specialization, stated, day, **without) for option in line.options])
    if kind is Designation:
        if "designations" not in stated:
            return CANNOT_TELL
        held = [entry["name"] for entry in stated["designations"]
                if entry["since"] <= day <= entry.get("until", "9999")]
        return YES if set(held) & set(line.names) else NO
    if kind is Audit:
        return CANNOT_TELL if "audits" not in stated else YES if valid(stated, "audits", specialization, day) else NO
    if kind is References:
        if "references" not in stated:
            return CANNOT_TELL
        number = len(valid(stated, "references", specialization, day))
        return reaches(number, number, line.number) if line.number else CANNOT_TELL if number else NO
    if kind is Unpublished:
        return CANNOT_TELL
    return {People: people, Growth: growth, Newest: newest}[kind](line, stated, day)


def validates(line):
    return isinstance(line, (Audit, References))
