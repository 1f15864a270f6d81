#!/usr/bin/env python3
"""Makes usage exports: invented data in the shape of the Azure usage report.

    generate.py [--rows N] [--bytes B] [--seed S] [--variant NAME] [--crlf] > usage.csv

The same call makes the same bytes. Without options it makes usage.csv beside this file. Memory is flat: a pool of
consumptions is composed once, and a larger file repeats the pool with other subscriptions, quantities and amounts.
"""

import argparse
import itertools
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "oracle"))

import catalogue  # noqa: E402
import hostile  # noqa: E402
import partner  # noqa: E402

POOL = 4000  # consumptions
BLOCK = 64  # consumptions whose rows are mixed, so that the rows of one consumption stand apart
MONTHS = [(2023, month) for month in range(4, 13)] + [(2024, month) for month in range(1, 6)]
MONTH_NAMES = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
VARIANTS = ["full", "api", "subset", "hostile", "partner", "training", "active-users"]
NO_GUID = "00000000-0000-0000-0000-000000000000"

COLUMNS = """PGAMpnId SubscriptionId SubscriptionStartDate SubscriptionEndDate FirstUseDate SubscriptionState Month
ServiceLevel1 ServiceLevel2 ServiceLevel3 ServiceLevel4 ServiceInfluencer ServiceGroup2 ServiceGroup3 ComputeOS
ComputeOSAttribute ComputeCoreSoftware UsageUnits UsageQuantity CustomerName CustomerTenantId CustomerTenantName
CustomerTpid CustomerSegment CustomerMarket MPNId PartnerName PartnerLocation PartnerAttributionType SalesChannel
EnrollmentNumber IsACRDuplicateAtPGALevel ResellerID ResellerName IndustryName VerticalName AdminType
MonthlySubscriptionLevelACR PartnerOneSubID PartnerOneSubCountry ParticipantPublicCustomerNumber PCNSubsidiaryName
PCNPartnerName IsDuplicateAtMpnLevel IsDuplicateAtPgaAttributionTypeLevel AI_OfferType EOU SubscriptionCount ACR_USD
CustomerCount CustomerTenantCount""".split()
assert len(COLUMNS) == 51

API_NAMES = {
    "PGAMpnId": "PGAMpnID", "ServiceLevel1": "Service Level 1", "ServiceLevel2": "Service Level 2",
    "ServiceLevel3": "Service Level 3", "ServiceLevel4": "Service Level 4", "ServiceGroup2": "Service Group 2",
    "ServiceGroup3": "Service Group 3", "ComputeOS": "Compute OS", "ComputeCoreSoftware": "Compute Core SW",
    "MPNId": "PartnerID", "PartnerLocation": "PartnerLocationID", "PartnerAttributionType": "Association Type",
    "IsACRDuplicateAtPGALevel": "IsDuplicateAtPGALevel", "IsDuplicateAtMpnLevel": "IsACRDuplicateAtMPNLevel",
    "IsDuplicateAtPgaAttributionTypeLevel": "IsACRDuplicateAtPGAAttachTypeLevel", "AI_OfferType": "OfferType",
    "ACR_USD": "AzureConsumedRevenueUSD",
}


class Dice:
    """Choices that hang on random() alone, which Python promises to repeat for a seed in every version."""

    def __init__(self, seed):
        self.roll = random.Random(seed).random

    def below(self, limit):
        return int(self.roll() * limit)

    def pick(self, items):
        return items[int(self.roll() * len(items))]

    def chance(self, share):
        return self.roll() < share

    def guid(self):
        digits = "".join("0123456789abcdef"[self.below(16)] for _ in range(32))
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


class Customer:
    def __init__(self, number, dice):
        name = catalogue.COMPANIES[number % len(catalogue.COMPANIES)]
        self.name = name + catalogue.BRANCHES[number // len(catalogue.COMPANIES) % len(catalogue.BRANCHES)]
        self.tenant = {17: NO_GUID, 31: "UNKNOWN", 47: ""}.get(number) if number in (17, 31, 47) else dice.guid()
        self.tpid, self.segment = str(1000000 + dice.below(9000000)), dice.pick(catalogue.SEGMENTS)
        self.market, self.industry = dice.pick(catalogue.MARKETS), dice.pick(catalogue.INDUSTRIES)
        self.claims = catalogue.CLAIMS[number % len(catalogue.CLAIMS)]
        self.subscriptions = [Subscription(dice) for _ in range(1 + dice.below(4))]


class Subscription:
    def __init__(self, dice):
        self.guid = dice.guid()[:32]  # the last four digits count how often the pool was repeated
        self.offer = dice.pick(catalogue.OFFERS_OUT) if dice.chance(0.12) else dice.pick(catalogue.OFFERS)
        self.started = f"{1 + dice.below(12)}/{1 + dice.below(28)}/{2019 + dice.below(4)}"
        self.monthly = f"{dice.below(90000)}.{dice.below(10 ** 6):06d}"


def odd(text, dice):
    """The same value, oddly written (R1)."""
    way = dice.below(5)
    if way == 0:
        return text.upper()
    if way == 1:
        return text.lower()
    if way == 2:
        return text.replace(" ", "  ")
    if way == 3:
        return text.replace(" ", "\u00a0")
    return " " + text + "\u00a0"


def cell(text):
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in ',"\r\n') else text


def amount_pattern(dice):
    """(greatest whole dollars, decimals, sign)."""
    whole = dice.pick((1, 20, 400, 400, 3000, 9000))
    return whole, dice.pick((2, 6, 9, 12, 15, 15, 20)), "-" if dice.chance(0.03) else ""


class Maker:
    """Composes consumptions. Each is a list of row templates that differ in their claims."""

    def __init__(self, seed, columns, names, api):
        self.dice, self.columns, self.names, self.api = Dice(seed), columns, names, api
        self.customers = [Customer(number, self.dice) for number in range(60)]
        self.pool = []

    def header(self):
        return ",".join(cell(self.names.get(column, column)) for column in self.columns) + "\n"

    def month(self, number):
        year, month = MONTHS[number % len(MONTHS)]
        return f"{year}-{month:02d}-01T00:00:00" if self.api else f"{MONTH_NAMES[month - 1]}-{year}"

    def consumption(self, number):
        """(subscription, amount pattern, templates) of consumption `number`."""
        dice = self.dice
        customer = self.customers[number % len(self.customers)]
        subscription = dice.pick(customer.subscriptions)
        row = self.usage(customer, subscription, number)
        claims = list(customer.claims)
        if dice.chance(0.02):
            claims.append(claims[0])  # alike in claim too: separate consumption
        if dice.chance(0.02):
            claims = [dice.pick(catalogue.ODD_CLAIMS)]
        turn = dice.below(len(claims))
        rows = [self.claim(row, claims, at) for at in range(len(claims))]
        return subscription.guid, amount_pattern(dice), [self.template(row) for row in rows[turn:] + rows[:turn]]

    def usage(self, customer, subscription, number):
        dice = self.dice
        service = catalogue.SERVICES[number % len(catalogue.SERVICES)]
        row = dict(zip(catalogue.SERVICE_COLUMNS, service))
        row["ServiceLevel3"] = row["ServiceLevel3"] or row["ServiceLevel2"]
        for column in ("ServiceLevel2", "ServiceLevel4", "ServiceInfluencer", "ServiceGroup3"):
            if row[column] and dice.chance(0.02):
                row[column] = odd(row[column], dice)
        for column in ("ServiceInfluencer", "ServiceGroup2", "ServiceGroup3", "ComputeOS", "ComputeOSAttribute"):
            row[column] = row[column] or dice.pick(("", "", "", "NULL", "UNKNOWN"))
        row.update(
            PGAMpnId="6100001", SubscriptionId="%(subscription)s", SubscriptionStartDate=subscription.started,
            SubscriptionState="Active", Month=self.month(dice.below(len(MONTHS))), UsageQuantity="%(quantity)s",
            FirstUseDate=subscription.started, CustomerName=customer.name, CustomerTenantId=customer.tenant,
            CustomerTenantName=customer.name, CustomerTpid=customer.tpid, CustomerSegment=customer.segment,
            CustomerMarket=customer.market, IndustryName=customer.industry, AdminType="Partner",
            MonthlySubscriptionLevelACR=subscription.monthly, AI_OfferType=subscription.offer, SubscriptionCount="1",
            ACR_USD="%(amount)s", CustomerCount="1", CustomerTenantCount="1")
        return row

    def claim(self, usage, claims, at):
        """The row of one claim. The flags know nothing of eligibility: the first claim listed is the one kept."""
        dice, (association, partner) = self.dice, claims[at]
        name, channel = catalogue.PARTNERS[partner]
        row = dict(usage, MPNId=partner, PartnerName=name, PartnerLocation="L" + partner, SalesChannel=channel)
        row["PartnerAttributionType"] = dice.pick(catalogue.ASSOCIATIONS.get(association, [association]))
        row["IsACRDuplicateAtPGALevel"] = "0" if at == 0 else "1"
        row["IsDuplicateAtMpnLevel"] = row["IsDuplicateAtPgaAttributionTypeLevel"] = "0"
        if association.startswith("CSP"):
            row.update(ResellerID=partner, ResellerName=name)
        if association == "Deal registration":
            row["SubscriptionId"] = NO_GUID
        if at and dice.chance(0.1):
            row["ACR_USD"] += "0"  # alike by value
        if at and dice.chance(0.1):
            row["ServiceLevel1"] = odd(row["ServiceLevel1"], dice)  # alike by R1
        return row

    def template(self, row):
        """The line with `%(...)s` where repetitions differ."""
        texts = [row.get(column, "") for column in self.columns]
        return ",".join(cell(text) if text.startswith("%(") else cell(text).replace("%", "%%") for text in texts) + "\n"

    def block(self, first):
        """The lines of BLOCK consumptions: every first row, then every second one, and so on."""
        groups = [self.lines(number) for number in range(first, first + BLOCK)]
        return [line for rank in itertools.zip_longest(*groups) for line in rank if line]

    def lines(self, number):
        if number < POOL:
            self.pool.append(self.consumption(number))
        guid, (whole, decimals, sign), templates = self.pool[number % POOL]
        roll = self.dice.roll
        values = {"subscription": guid + "%04x" % (number // POOL & 0xFFFF), "quantity": "%.6f" % (roll() * 744),
                  "amount": "%s%d.%s" % (sign, roll() * whole, ("%020d" % int(roll() * 10 ** 20))[:decimals])}
        return [template % values for template in templates]


def write(maker, out, rows, size, end):
    """Writes `rows` records, or records until there are `size` bytes."""
    written, count = 0, 0
    header = maker.header().replace("\n", end).encode("utf-8")
    out.write(header)
    written += len(header)
    for first in itertools.count(0, BLOCK):
        lines = maker.block(first)
        if size is None:
            lines = lines[:rows - count]
        text = "".join(lines)
        block = (text if end == "\n" else text.replace("\n", end)).encode("utf-8")
        out.write(block)
        count, written = count + len(lines), written + len(block)
        if (count >= rows) if size is None else (written >= size):
            return


def shape(variant, seed):
    """(columns, their names) of a variant."""
    if variant == "api":
        return COLUMNS[::-1], API_NAMES
    if variant == "subset":
        dice = Dice(seed + 1)
        left_out = {"ComputeOSAttribute", "AI_OfferType"}
        kept = [column for column in COLUMNS if column not in left_out and (column == "ACR_USD" or dice.chance(0.6))]
        return sorted(kept, key=lambda column: dice.roll()), {}
    return COLUMNS, {}


def beside(variant, maker):
    """The bytes of the files that stand beside an export; None: it is an export."""
    if variant == "hostile":
        return hostile.export(maker)
    if variant == "partner":
        return partner.statement()
    if variant == "training":
        return partner.training(Dice(1), cell)
    if variant == "active-users":
        return partner.active_users(MONTHS, maker.customers[:5], Dice(2), cell)
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=5200)
    parser.add_argument("--bytes", type=int, help="write records until there are so many bytes")
    parser.add_argument("--seed", type=int, default=20230711)
    parser.add_argument("--variant", choices=VARIANTS, default="full")
    parser.add_argument("--crlf", action="store_true")
    options = parser.parse_args()
    columns, names = shape(options.variant, options.seed)
    maker = Maker(options.seed, columns, names, options.variant == "api")
    whole = beside(options.variant, maker)
    if whole is not None:
        sys.stdout.buffer.write(whole)
        return 0
    write(maker, sys.stdout.buffer, options.rows, options.bytes, "\r\n" if options.crlf else "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
