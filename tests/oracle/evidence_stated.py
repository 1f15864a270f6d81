"""A second opinion on lines.csv and stated.csv: random partners, whose entries are judged here by the words of readings
R21-R25 and compared with what the evidence tells of them, and that with the report."""
import calendar
import csv
import datetime
import json

PARTS = ("of_which", "any_of", "all_of")
STATED = ("designation", "audit", "references", "people", "growth", "metric")


def flat(lines):
    """Each line in front of its parts."""
    for line in lines:
        yield line
        for parts in PARTS:
            yield from flat(line.get(parts, ()))


def records(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def months_later(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))


# ---- A partner ----

class Partner:
    """Entries by kind, each with its line in the file: (name, person, specialization, from, until, line)."""

    def __init__(self, random, rules, day):
        self.random, self.day, self.text = random, day, ["partner: Invented"]
        self.entries = {kind: [] for kind in STATED}
        self.months = {}
        lines = {s["name"]: list(flat(s["requirements"])) for s in rules["specializations"]}
        self.write("designations", "designation", self.names(lines, "designation"), "name", None)
        self.write("certifications", "people", self.names(lines, "people"), "certification", "person")
        known = sorted(name for s in rules["specializations"] for name in (s["name"], *s["former_names"]))
        self.write("audits", "audit", known, "specialization", None)
        self.write("references", "references", known * 3 + self.asking(lines) * 9, "specialization", "customer")
        self.write_metrics(sorted(set(self.names(lines, "growth") + self.names(lines, "metric"))))

    def names(self, lines, kind):
        return sorted({name for all in lines.values() for line in all if line["kind"] == kind
                       for name in line["names"]})

    def asking(self, lines):
        return [name for name in sorted(lines) if any(line["kind"] == "references" for line in lines[name])][-4:]

    def a_day(self):
        return self.day + datetime.timedelta(days=self.random.choice((0, -1, 1, self.random.randint(-1100, 60))))

    def write(self, section, kind, names, key, second):
        if not names or self.random.random() < 0.2:
            return
        self.text.append(f"{section}:")
        seen = set()
        for _ in range(self.random.randint(1, 25)):
            name, start = self.random.choice(names), self.a_day()
            who = self.random.choice(("Ada", "Bob", "Cid", "Dot", "Eve")) if second else None
            end = months_later(start, self.random.randint(0, 24)) if self.random.random() < 0.6 else None
            if (name, who, start if second else None) in seen:
                continue
            seen.add((name, who, start if second else None))
            begin = {"audit": "passed", "references": "accepted"}.get(kind, "since")
            cells = [f'{key}: "{name}"'] + ([f"{second}: {who}"] if second else []) + [f"{begin}: {start}"]
            if begin != "since":
                end = None
            if end:
                cells.append(f"until: {end}")
            self.text.append("  - {" + ", ".join(cells) + "}")
            self.entries[kind].append((name, who, start, end, len(self.text)))
        if not seen:
            self.text.pop()

    def write_metrics(self, names):
        if not names:
            return
        self.text.append("metrics:")
        for name in names:
            self.text += [f'  - name: "{name}"', "    months:"]
            self.months[name] = {}
            for back in sorted(self.random.sample(range(-1, 16), self.random.randint(1, 12)), reverse=True):
                month = f"{months_later(self.day.replace(day=1), -back):%Y-%m}"
                value = self.random.choice((0, 1000, 2000, 3500))
                self.text.append(f"      {month}: {value}")
                self.months[name][month] = (value, len(self.text))


# ---- What the file should say ----

def held(day, start, end):
    return start <= day and (end is None or day <= end)


def expected(partner, specialization, line, report):
    """(entry, person, from, until, month, value, stands, line) of each entry that a line looks at."""
    day, kind, rows = partner.day, line["kind"], []
    if kind in ("growth", "metric"):
        for name in partner.months:
            begun = [month for month in partner.months[name] if month <= f"{day:%Y-%m}"]
            asked = begun and {max(begun)}
            if kind == "growth":
                asked = set(report["window"].values()) if report["window"] else ()
            for month, (value, at) in partner.months[name].items() if name in line["names"] else ():
                rows.append((name, "", "", "", month, str(value), "yes" if month in asked else "no", str(at)))
        return sorted(rows)
    for name, who, start, end, at in partner.entries[kind]:
        if kind in ("audit", "references"):
            if name not in specialization:
                continue
            end = months_later(start, line["valid_months"]) if line.get("valid_months") else None
        elif name not in line["names"]:
            continue
        stands = held(day, start, end)
        if kind == "references":  # the newest of a customer stands for it; of the same day, the first
            rivals = [(other[2], -other[4]) for other in partner.entries[kind]
                      if other[0] in specialization and other[1] == who and other[2] <= day]
            stands = stands and (start, -at) == max(rivals)
        shown = (who, "") if kind == "references" else (name, who or "")
        rows.append((*shown, str(start), str(end or ""), "", "", "yes" if stands else "no", str(at)))
    return sorted(rows)


def check_report(tally, where, line, kind, rows):
    """What the report says follows from the entries that stand."""
    stands = [row for row in rows if row["stands"] == "yes"]
    if kind in ("designation", "audit") and stands:
        tally.same(f"{where}: met", "yes", line["met"])
    if kind in ("designation", "audit") and not stands:
        tally.same(f"{where}: met", False, line["met"] == "yes")
    if kind == "people":
        tally.same(f"{where}: people", len({row["person"] for row in stands}), line["people"]["certain"])
    if kind == "references":
        tally.same(f"{where}: references", len(stands), line["references"]["certain"])


def check(tally, folder, partner=None):
    """The lines of the report, the index of lines and the entries tell of the same; a Partner tells what they are."""
    report = json.loads((folder / "report.json").read_text())
    rules = {s["name"]: s for s in json.loads((folder / "rules/linked.json").read_text())["specializations"]}
    index, entries = iter(records(folder / "lines.csv")), records(folder / "stated.csv")
    for specialization in report["specializations"]:
        rule = rules[specialization["name"]]
        of_rule = list(flat(rule["requirements"]))
        for line in flat(specialization["requirements"]):
            told = next(index)
            where = f"{folder} {told['specialization']} {told['line']}"
            tally.same(f"{where}: line", (line["text"], line["met"]), (told["requirement"], told["met"]))
            asked = [one for one in of_rule if (one["line"], one["text"]) == (int(told["rule_line"]), line["text"])]
            tally.same(f"{where}: rule", 1, len(asked))
            if told["rests_on"].endswith(".csv"):
                tally.same(f"{where}: file", True, (folder / told["rests_on"]).is_file())
            rows = [row for row in entries if (row["specialization"], row["line"]) ==
                    (told["specialization"], told["line"])]
            tally.same(f"{where}: has entries", line["kind"] in STATED, bool(rows))
            rows = [row for row in rows if row["entry"]]
            if partner and asked and line["kind"] in STATED:
                known = {rule["name"], *rule["former_names"]}
                mine = expected(partner, known, {**asked[0], "kind": line["kind"]}, line)
                tally.same(where, mine, sorted(tuple(row[key] for key in (
                    "entry", "person", "from", "until", "month", "value", "stands", "input_line")) for row in rows))
                tally.entries += len(mine)
                check_report(tally, where, line, line["kind"], rows)
    tally.same(f"{folder}: lines", [], list(index))


def check_trainings(tally, folder, trainings):
    """Each entry of the export is on the line that is told, and is that person's."""
    lines = trainings.read_text(encoding="utf-8-sig").splitlines()
    for row in records(folder / "stated.csv"):
        if row["input"] == str(trainings):
            tally.entries += 1
            cells = dict(zip(*csv.reader([lines[0], lines[int(row["input_line"]) - 1]])))
            tally.same(f"{folder} training at {row['input_line']}", (True, row["person"]),
                       (row["entry"] in cells["TrainingTitle"] or "Certified" in cells["TrainingTitle"],
                        cells["MCPID"]))
