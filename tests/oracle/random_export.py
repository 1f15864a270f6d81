"""Random small exports, dense with duplicates, near-misses and odd spellings, and a few fixed files that are refused.

Every file is made from (seed, number) alone. Left out on purpose, for want of a ruling: white space after a closing
quote, an overflow of sums, year 0, and two assumptions for one field.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "sample"))

import catalogue  # noqa: E402
import generate  # noqa: E402
import hostile  # noqa: E402
import oracle  # noqa: E402
import published  # noqa: E402

GUIDS = ["11111111-aaaa-bbbb-cccc-000000000001", "22222222-aaaa-bbbb-cccc-000000000002",
         "33333333-aaaa-bbbb-cccc-000000000003"]
TENANTS = GUIDS + [generate.NO_GUID, "UNKNOWN", "", "NULL"]
AMOUNTS = ["1", "1.0", "01.00", "1e0", "-1", "-1.000", "0", "-0.0", "2.5", "25e-1", "0.000000000000000000000001",
           "-2.5", "123456789012.123456789012345678901234", "3.3333333333333", "+7", ".5", "5.", " 0.5"]
MONTHS = ["APR-2023", "2023-04", "2023-04-01", "202304", "4/1/2023", "MAY-2023", "2023-05-31T00:00:00",
          "5/1/2023 12:00:00 AM", "DEC-2023", "2023-12-01 00:00", "20231231", "JAN-2024", "Apr-23", "may 23",
          "DEC-23 00:00", "1.4.2023", "01.05.2023 00:00:00"]
FLAGS = ["0", "1", "", "2", " 1 ", "true", "FALSE", "Yes", "no", "Y", "n", "N/A"]
QUANTITIES = ["1", "1.0", "24", ""]
EXTRA = ["CustomerName", "EOU", "", "PartnerName", "MonthlySubscriptionLevelACR"]
EXTRA_TEXTS, EXTRA_OF = ["", "Contoso", "a,b", 'say "so"', "\u00fc"], "extra"
NAMED = published.values_named()
RESPELT = {field: list(texts) for field, texts in published.MEANS.items()}
WRONG_ASSUMPTIONS = ["{}=", "{}=NULL", "{}= null ", "{}", "Service Level 9=x", "Partner Attribution Type=PAL"]
CHANGED_CLAIM = [oracle.ASSOCIATION, oracle.MPN, oracle.FLAG, oracle.OFFER, published.ADJUSTMENT]


def odd_case(text, dice):
    """Cases mixed, of ASCII letters only."""
    if not text.isascii():
        return text
    return "".join(letter.upper() if dice.chance(0.5) else letter.lower() for letter in text)


class Writer:
    """One random file: what it has for columns and habits, and then its rows."""

    def __init__(self, dice):
        self.dice = dice
        self.columns = self.choose_columns()
        self.quoting, self.oddness = dice.pick((0, 0, 0.1, 0.5, 1)), dice.pick((0, 0.02, 0.1))
        self.badness, self.wildness = dice.pick((0, 0, 0, 0.05, 0.3)), dice.pick((0, 0.03, 0.06, 0.2))
        self.joinedness = dice.pick((0, 0, 0, 0.03, 0.1))
        self.sameness = dice.pick((0, 0, 0.1, 0.4))
        self.ends = dice.pick((["\n"], ["\n"], ["\r\n"], ["\n", "\r\n"]))
        self.rows = []

    def choose_columns(self):
        """[(header text, field or None)]: some fields dropped, some columns besides, in any order."""
        dice = self.dice
        drop = dice.pick((0, 0, 0.05, 0.15, 0.35))
        fields = [field for field in oracle.COLUMNS if not dice.chance(drop)]
        for field in (oracle.ASSOCIATION, oracle.OFFER, published.OS_ATTRIBUTE):
            if field in fields and dice.chance(0.1):
                fields.remove(field)
        if published.ADJUSTMENT in fields and dice.chance(0.5):
            fields.remove(published.ADJUSTMENT)
        if oracle.MPN in fields and dice.chance(0.25):
            fields.remove(oracle.MPN)
        if oracle.AMOUNT not in fields and not dice.chance(0.2):
            fields.append(oracle.AMOUNT)
        columns = []
        for field in fields:
            spellings = oracle.COLUMNS[field]
            chosen = [dice.pick(spellings)]
            if len(spellings) > 1 and dice.chance(0.15):
                chosen = spellings
            columns += [(self.header_name(spelling), field) for spelling in chosen]
        columns += [(name, None) for name in EXTRA if dice.chance(0.2)]
        return sorted(columns, key=lambda column: dice.roll()) if dice.chance(0.7) else columns

    def header_name(self, spelling):
        dice, way = self.dice, self.dice.below(6)
        if way == 0:
            return odd_case(spelling, dice)
        if way == 1:
            return "".join(letter + dice.pick(("", "", "", "_", " ")) for letter in spelling)
        if way == 2:
            return "\u00a0" + spelling + " "
        return spelling

    def fresh_row(self):
        dice = self.dice
        service = dict(zip(catalogue.SERVICE_COLUMNS, dice.pick(catalogue.SERVICES)))
        row = {field: service[spellings[0]] for field, spellings in oracle.COLUMNS.items() if spellings[0] in service}
        association = dice.pick(["PAL", "PAL", "DPOR", "CSP Tier 1", "CSP Tier 2"]
                                + [claim for claim, _ in catalogue.ODD_CLAIMS])
        row.update({
            "Subscription": dice.pick(GUIDS), oracle.CUSTOMER: dice.pick(TENANTS), oracle.MONTH: dice.pick(MONTHS),
            "Usage Quantity": dice.pick(QUANTITIES), oracle.AMOUNT: dice.pick(AMOUNTS),
            oracle.ASSOCIATION: dice.pick(catalogue.ASSOCIATIONS.get(association, [association])),
            oracle.MPN: dice.pick(list(catalogue.PARTNERS)), oracle.FLAG: dice.pick(FLAGS),
            oracle.OFFER: dice.pick(catalogue.OFFERS + catalogue.OFFERS_OUT if dice.chance(0.5) else catalogue.OFFERS),
            published.ADJUSTMENT: dice.pick(("N/A", "N/A", "n/a", "NA", "", "NULL", "Credit"))})
        if dice.chance(0.5):
            self.aim(row)
        row.update({(EXTRA_OF, name): dice.pick(EXTRA_TEXTS) for name, field in self.columns if field is None})
        for field in NAMED:
            if dice.chance(self.wildness):
                row[field] = dice.pick(could_hold(field) + ["", "NULL", "UNKNOWN"])
        return row

    def aim(self, row):
        """Values that some measure names, in all its fields, so that it holds or nearly does."""
        _, _, condition = self.dice.pick(published.MEASURES)
        for field in sorted(condition.fields):
            row[field] = self.dice.pick(sorted(condition.named[field]))
        if published.LEVEL_4 in condition.fields and len(condition.fields) > 1 and self.dice.chance(0.5):
            row[published.LEVEL_4] = ""

    def repeated_row(self):
        """An earlier row again: another claim, now and then another key, or the same otherwise written."""
        dice, row = self.dice, dict(self.dice.pick(self.rows))
        other = self.fresh_row()
        for field in CHANGED_CLAIM:
            if dice.chance(0.5):
                row[field] = other[field]
        if dice.chance(0.2):
            row.update({key: other[key] for key in row if key[0] == EXTRA_OF})
        if dice.chance(0.2):
            field = dice.pick([key for key in row if key[0] != EXTRA_OF])
            row[field] = other[field]
        for field, texts, meaning in ((oracle.AMOUNT, AMOUNTS, oracle.money), (oracle.MONTH, MONTHS, oracle.month)):
            if dice.chance(0.3):
                row[field] = dice.pick([text for text in texts if meaning(text) == meaning(row[field])])
        if dice.chance(0.1):
            self.rename(row)
        return row

    def rename(self, row):
        """An alias for what it means, or the other way round: one value (R5), yet not alike (R19)."""
        for field in (published.INFLUENCER, published.LEVEL_2, published.GROUP_3, published.LEVEL_4):
            means = published.MEANS[field]
            row[field] = {**means, **{meant: text for text, meant in means.items()}}.get(row[field], row[field])

    def respell(self, text):
        """The same value by R1, or very nearly."""
        dice, way = self.dice, self.dice.below(9)
        if way < 3:
            return odd_case(text, dice)
        if way < 6:
            return text.replace(" ", dice.pick(("  ", "\t", "\u00a0", " \u3000", "\u2007 ", "\r")))
        if way == 6:
            return dice.pick(("\u202f", " ", "\u205f")) + text + dice.pick((" ", "\u2003", "\v"))
        return text + " " * 1500 if way == 7 else dice.pick((text + "\u200b", text + "x" * 1500, text[:-1]))

    def cell(self, text):
        dice = self.dice
        if text and dice.chance(self.oddness):
            text = self.respell(text)
        must = any(mark in text for mark in ',\n') or text.startswith('"')
        return hostile.quoted(text) if must or dice.chance(self.quoting) else text

    def line(self, row):
        texts = []
        for name, field in self.columns:
            text = row[EXTRA_OF, name] if field is None else row[field]
            texts.append(self.cell(text).encode("utf-8"))
        return b",".join(texts)

    def bad_line(self, row):
        dice, way = self.dice, self.dice.below(7) - 1
        if way < 2:
            field, texts = dice.pick(((oracle.AMOUNT, hostile.AMOUNTS_BAD), (oracle.MONTH, hostile.MONTHS_BAD)))
            return self.line({**row, field: dice.pick(texts)})
        line = self.line(row)
        if way == 2:
            return line + b",more"
        if way == 3:
            return line + b"\x00"
        if way == 4:
            return b'"Contoso"x' + line
        cut = dice.below(len(line))
        return line[:cut] + dice.pick(list(hostile.BYTES_BAD.values())) + line[cut:]

    def header_again(self):
        """R34: the header once more, otherwise written, in another order, cut, or among data."""
        dice, names, way = self.dice, [name for name, _ in self.columns], self.dice.below(10)
        if way == 0:
            names = sorted(names, key=lambda name: dice.roll())
        elif way == 1:
            names = [dice.pick(dice.pick(list(oracle.COLUMNS.values()))) for _ in range(1 + dice.below(4))]
        elif way == 2:
            names = [dice.pick(names) for _ in range(1 + dice.below(2))] + [""] * dice.below(3)
        elif way == 3:
            names = names[:-1] + ["x"]
        elif way == 4:
            names += [""] * (1 + dice.below(3))
        elif way == 5:
            names[dice.below(len(names))] = dice.pick(("Contoso", "", "null"))
        header = ",".join(self.cell_of_header(self.header_name(name) if dice.chance(0.3) else name) for name in names)
        return dice.pick((b"", b"", b"\xef\xbb\xbf")) + header.encode("utf-8")

    def not_data(self):
        """R34, R36: a record that is none, or data with a name in it, or a field of many lines."""
        dice, way = self.dice, self.dice.below(8)
        if way < 3:
            return self.header_again() or b","
        if way < 5:
            blanks = [dice.pick(("", " ", "NULL", '""', "\u00a0", '" "', "null")) for _ in range(1 + dice.below(30))]
            return ",".join(blanks).encode("utf-8") + b","
        line = self.line(self.fresh_row())
        if way == 5:
            return b'"' + b"\n" * (6 + dice.below(6)) + b'",' + line.partition(b",")[2]
        name = dice.pick([name for name, _ in self.columns])
        return self.cell(name).encode("utf-8") + b"," + line.partition(b",")[2]

    def data(self):
        dice = self.dice
        header = ",".join(self.cell_of_header(name) for name, _ in self.columns)
        out = [b"\xef\xbb\xbf" if dice.chance(0.2) else b"", self.gap(), header.encode("utf-8"), self.end()]
        for _ in range(1 + dice.below(50)):
            row = self.repeated_row() if self.rows and dice.chance(0.5) else self.fresh_row()
            if self.rows and dice.chance(self.sameness):
                row = dice.pick(self.rows)
            self.rows.append(row)
            if dice.chance(self.joinedness):
                out += [self.not_data(), self.end()]
            out += [self.bad_line(row) if dice.chance(self.badness) else self.line(row), self.end(), self.gap()]
        if dice.chance(0.05):
            out.append(b'"never closed\n' + self.line(self.rows[0]).replace(b'"', b"") + b"\n")
        elif dice.chance(0.3):
            while not out[-1].strip(b"\r\n"):
                out.pop()
        return b"".join(out)

    def cell_of_header(self, name):
        return hostile.quoted(name) if self.dice.chance(self.quoting) else name

    def end(self):
        return self.dice.pick(self.ends).encode("utf-8")

    def gap(self):
        return self.dice.pick((b"\n", b" \t\r\n", b"\xc2\xa0\n", b"\r\n\n")) if self.dice.chance(0.03) else b""


def assumptions(writer):
    """None, the declared ones, some at random, or (seldom) one that is an error."""
    dice, way = writer.dice, writer.dice.below(10)
    present = {field for _, field in writer.columns}
    absent = [field for field in sorted(NAMED) if field not in present]
    if way < 3:
        return ["declared"]
    if way < 6 and absent:
        first = dice.below(len(absent))
        chosen = absent[first:first + 1 + dice.below(3)]
        return [f"{field}={dice.pick(could_hold(field) + ['blank'])}" for field in chosen]
    if way == 6 and dice.chance(0.5):
        return [dice.pick(WRONG_ASSUMPTIONS).format(dice.pick(absent or ["Service Level 2"]))]
    return []


def could_hold(field):
    return sorted(NAMED[field]) + RESPELT.get(field, []) + ["else"]


def random_file(seed, number):
    """(bytes, assumptions, as-of date or None, what --repeats says or None)."""
    writer = Writer(generate.Dice(seed * 1000003 + number))
    data = writer.data()
    return data, assumptions(writer), writer.dice.pick((None, "2024-06-30", "2023-05-01")), \
        writer.dice.pick((None, None, "count", "drop"))


def fixed_files():
    """(name, bytes): other variants of the sample, and files that are refused or nearly so."""
    header = b"Month,ServiceInfluencer,PartnerAttributionType,ACR_USD"
    row = b"APR-2023,AKS,PAL,1.5"
    yield "empty", b""
    yield "white", b"\xef\xbb\xbf \r\n\n\t\xc2\xa0\n"
    yield "header-only", header + b"\n"
    yield "no-line-end", header + b"\n" + row
    yield "ends-in-cr", header + b"\n" + row + b"\r"
    yield "utf-16-little", (header + b"\n" + row + b"\n").decode().encode("utf-16")
    yield "utf-16-big", b"\xfe\xff" + (header + b"\n" + row + b"\n").decode().encode("utf-16-be")
    yield "lone-cr", header + b"\r" + row + b"\r" + row + b"\r"
    yield "twice", header + b",service_influencer\n" + row + b",AKS\n"
    yield "twice-unused", header + b",EOU,EOU,,\n" + row + b",1,2,3,4\n"
    yield "two-spellings", header + b",Association Type,AzureConsumedRevenueUSD\n" + row + b",TPOR,99\n"
    yield "quoted-header", b'"' + header.replace(b",", b'","') + b'"\r\n' + row + b"\r\n"
    yield "header-over-lines", header + b',"Service\nLevel 2"\n' + row + b",Azure Synapse Analytics\n"
    yield "nul-in-header", header + b"\x00\n" + row + b"\n"
    yield "open-quote-in-header", b'"' + header + b"\n" + row + b"\n"
    yield "4096-columns", header + b"," * 4092 + b"\n" + row + b"," * 4092 + b"\n"
    yield "4097-columns", header + b"," * 4093 + b"\n" + row + b"," * 4093 + b"\n"
    yield "too-long", header + b"\n" + row + b"\nAPR-2023,AKS,PAL,1" + b" " * (17 << 20) + b"\n" + row + b"\n"
    yield "no-amount", b"Month,ServiceInfluencer,PartnerAttributionType\nAPR-2023,AKS,PAL\n"
    yield "all-rejected", header + b"\nAPR-2023,AKS,PAL,\n"
    yield "none-eligible", header + b"\nAPR-2023,AKS,TPOR,1\nMAY-2023,AKS,TPOR,1\n"
    linux = b"Month,ServiceLevel2,ServiceLevel4,ComputeOS,CustomerTenantId,PartnerAttributionType,ACR_USD\n"
    for name, credit in (("less", b"-5"), ("least", b"-4.99"), ("more", b"5")):  # R23: what a customer's sum can be
        yield "customer-" + name, (linux + b"APR-2023,,Red Hat Enterprise Linux,,t1,PAL,5\n"
                                   b"APR-2023,Virtual Machines,,Linux,t1,PAL," + credit + b"\n"
                                   b"APR-2023,Virtual Machines,,Linux,t2,PAL," + credit + b"\n")
    yield from variants()


def variants():
    for variant, seed, end in (("full", 11, "\r\n"), ("api", 12, "\n"), ("subset", 13, "\r\n"), ("subset", 14, "\n"),
                               ("subset", 15, "\n")):
        out = Collected()
        columns, names = generate.shape(variant, seed)
        generate.write(generate.Maker(seed, columns, names, variant == "api"), out, 600, None, end)
        yield f"{variant}-{seed}", b"".join(out.parts)


class Collected:
    def __init__(self):
        self.parts = []

    def write(self, part):
        self.parts.append(part)
