"""A small export with every kind of record that is hard to read, bad or merely odd (R20, R21, R30)."""

AMOUNTS_BAD = ["", " ", "NULL", "1,234.50", "$5", "5 USD", "NaN", "inf", "1.2.3", "--1", "+", ".", "1e", "e5", "0x10",
               "1_000", "1 000", "100000000000000", "1e14", "0.1234567890123456789012345", "1e-25", "\u0661"]
AMOUNTS_ODD = ["+5", ".5", "5.", " 7.25 ", "\u00a07", "1E2", "-1.5e+1", "-0", "0.0e99999999999999999999",
               "-.25E-3", "99999999999999.999999999999999999999999",
               "000000000000000000001.5000000000000000000000000000", "1000e-20"]
MONTHS_BAD = ["", "NULL", "4/2/2023", "2023-13", "2023-00", "2023-02-29", "2023-04-31", "FOO-2023", "APRIL 2023",
              "2023", "13/1/2023", "2023-4-1 at noon", "20230431"]
MONTHS_ODD = ["apr-2023", "2023-04", "2023-04-17", "202304", "20230430", "4/1/2023", "04/01/2023",
              "4/1/2023 12:00:00 AM", "2023-04-01T00:00:00", "2023-04-01 00:00:00.000", "2023-04-01T10:30:00Z",
              "2023-04-01T10:30:00+02:00", "2024-02-29", " MAY-2024 "]
BYTES_BAD = {"lone continuation": b"\x80", "cut short": b"caf\xc3", "overlong": b"\xc0\xaf",
             "surrogate": b"\xed\xa0\x80", "too great": b"\xf4\x90\x80\x80"}
KEPT = """SubscriptionId Month ServiceLevel1 ServiceLevel2 ServiceLevel4 ServiceInfluencer ServiceGroup2 ServiceGroup3
ComputeOS ComputeOSAttribute ComputeCoreSoftware UsageUnits UsageQuantity CustomerName CustomerTenantId MPNId
PartnerAttributionType IsACRDuplicateAtPGALevel AI_OfferType ACR_USD""".split()


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


class Lines:
    """Plain lines of good rows, to be spoilt one by one."""

    def __init__(self, maker):
        maker.columns = KEPT
        self.maker, self.number, self.ready = maker, 0, []

    def cells(self):
        """The cells, already quoted where need be, of a good row without commas or quotes."""
        while True:
            if not self.ready:
                self.ready = self.maker.lines(self.number)
                self.number += 1
            line = self.ready.pop(0).rstrip("\n")
            if '"' not in line:
                return [cell.encode("utf-8") for cell in line.split(",")]

    def with_cell(self, column, raw):
        cells = self.cells()
        cells[KEPT.index(column)] = raw
        return b",".join(cells)


def odd_records(lines):
    """Records that are fine, though they do not look it."""
    yield from (lines.with_cell("ACR_USD", quoted(text).encode("utf-8")) for text in AMOUNTS_ODD)
    yield from (lines.with_cell("Month", text.encode("utf-8")) for text in MONTHS_ODD)
    yield lines.with_cell("CustomerName", b"caf\xe9")  # bad UTF-8 in a column that is not used
    yield lines.with_cell("CustomerName", b'6" pipes "and" fittings')
    yield lines.with_cell("CustomerName", b'"two\r\nlines, and ""quotes"""')
    yield lines.with_cell("ServiceLevel2", b'"Azure\nSynapse  Analytics"')
    yield lines.with_cell("ServiceLevel2", b"Azure\rSynapse Analytics")
    yield lines.with_cell("ServiceLevel2", b' "Azure Synapse Analytics"')
    yield b",".join(b'"' + cell + b'"' for cell in lines.cells())


def bad_records(lines):
    """One record of every kind that is rejected."""
    yield from (lines.with_cell("ACR_USD", quoted(text).encode("utf-8")) for text in AMOUNTS_BAD)
    yield from (lines.with_cell("Month", text.encode("utf-8")) for text in MONTHS_BAD)
    yield from (lines.with_cell("ServiceLevel2", raw) for raw in BYTES_BAD.values())
    yield b",".join(lines.cells()[:-1])
    yield b",".join(lines.cells() + [b"more"])
    yield b"x"
    yield lines.with_cell("CustomerName", b"Cont\x00oso")
    yield lines.with_cell("CustomerName", b'"Contoso" Ltd')


def export(maker):
    """The whole file, as bytes: odd and bad records by turns, mixed line ends, skipped lines, an open quote last."""
    lines = Lines(maker)
    odd, bad = list(odd_records(lines)), list(bad_records(lines))
    out = [b"\xef\xbb\xbf", b"\r\n \t\n", maker.header().encode("utf-8")]
    for number in range(max(len(odd), len(bad))):
        for kind in (odd, bad):
            if number < len(kind):
                out += [kind[number], b"\r\n" if number % 3 == 0 else b"\n"]
        if number % 7 == 0:
            out.append("\u00a0 \r\n\n\t\u3000\n".encode("utf-8"))
    out += [b",".join(lines.cells()), b"\n", lines.with_cell("CustomerName", b'"never closed'), b"\nlost,lost\n"]
    return b"".join(out)
