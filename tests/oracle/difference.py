#!/usr/bin/env python3
"""`assayc diff --usage` against a slow count: two programs, one per rule set, classify the same export, and what differs
is counted row by row, also where a measure has several periods or several names, on the days around their dates.
`difference.py [EXPORT]`; by default the sample.
"""
import collections
import csv
import decimal
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("ASSAY_BIN", ROOT / "build/bin")).resolve()
decimal.getcontext().prec = 60

# What is edited: a file, texts that stand in it and what to write there, and further arguments.
INFRA = "azure/infra-and-database-migration.assay"
AKS = [('"AKS-Engine"', '"AKS-Motor"')]
KEY = (ROOT / "rules/usage.assay").read_text().split("counts once per\n")[1].split("    preferring")[0]
EDITS = [
    ("azure/kubernetes.assay", AKS, []),
    ("azure/kubernetes.assay", AKS, ["--assume", "declared"]),
    (INFRA, [('"Virtual Machines",', '"Storage",')], []),
    (INFRA, [('Compute Core Software is "Core"', "Compute Core Software is blank")], []),
    ("usage.assay", [('any of "PAL",', 'any of "PAL", "Deal registration",'), ('      "Deal registration",\n', "")], []),
    ("usage.assay", [('none of "Trial", "Benefits programs"', 'none of "Benefits programs"')], []),
    ("usage.assay", [(KEY, "    Customer,\n    Month\n")], []),
    ("usage.assay", [('Type "PAL", "DPOR", "CSP Tier 1", "CSP Tier 2", then', 'Type "DPOR", "PAL", then')], []),
    ("usage.assay", [('alias "CosmosDB" means "Cosmos DB" in Service Level 2, Service Group 3\n', "")], []),
]

# What is edited on both sides: old texts, new texts, further arguments, and for the names of both sides what they are
# together. Measures of Kubernetes with periods, merged, split, and moved into another specialization.
KUBERNETES = "azure/kubernetes.assay"
IS_AKS = 'measure "Azure Kubernetes Service (AKS) ACR" counts usage where'
IS_ARO = 'measure "Azure RedHat OpenShift ACR" counts usage where'
AKS_OF, ARO_OF = 'Service Influencer is any of "AKS", "AKS-Engine"', 'Service Group 3 is "ARO"'
AKS_NAME, ARO_NAME = ("Kubernetes on Microsoft Azure / " + text.split('"')[1] for text in (IS_AKS, IS_ARO))


def editions(*periods):
    """The measure of AKS in these periods, each with what it counts."""
    head = IS_AKS.replace(" counts usage where", "")
    return [(f"{IS_AKS}\n    {AKS_OF}\n",
             "".join(f"{head} effective {when} counts usage where\n    {what}\n" for when, what in periods))]


TWO = editions(("until 2023-08-31", AKS_OF), ("from 2023-09-01", 'Service Influencer is any of "AKS", "NATIVE WVD"'))
SAME = editions(("until 2023-08-31", AKS_OF), ("from 2023-09-01", AKS_OF))
THREE = editions(("until 2023-06-30", 'Service Influencer is "AKS"'), ("from 2023-07-01 until 2023-08-31", AKS_OF),
                 ("from 2023-10-01", 'Service Influencer is any of "AKS-Engine", "AVD"'))
MERGED = [(IS_AKS, 'measure "Containers ACR" counts usage where'), (AKS_OF, f'{AKS_OF} or {ARO_OF}\n    formerly "'
           + AKS_NAME.split(" / ")[1] + '", "' + ARO_NAME.split(" / ")[1] + '"')]
TOGETHER = {name: "containers" for name in (AKS_NAME, ARO_NAME, "Kubernetes on Microsoft Azure / Containers ACR")}
DAYS = [["--as-of", day] for day in ("2023-06-30", "2023-07-01", "2023-08-31", "2023-09-01", "2023-10-01")]
NAMED = (
    [(TWO, days, {}) for days in DAYS[2:4]]
    + [(SAME, DAYS[3], {})]
    + [(THREE, days, {}) for days in DAYS]
    + [(MERGED, [], TOGETHER)]
)


def without_examples(text):
    """Examples prove the rules as they were."""
    kept, skipping = [], False
    for line in text.splitlines(keepends=True):
        if line.startswith("  example"):
            skipping = True
        elif skipping and not line.startswith("    "):
            skipping = False
        if not skipping:
            kept.append(line)
    return "".join(kept)


def edited(folder, path, replacements):
    shutil.copytree(ROOT / "rules", folder)
    for file in folder.rglob("*.assay"):
        file.write_text(without_examples(file.read_text()))
    text = (folder / path).read_text()
    for old, new in replacements:
        assert old in text, (path, old)
        text = text.replace(old, new)
    (folder / path).write_text(text)


def without_measure(folder, head):
    """Takes a measure out of a file, up to the blank line below it."""
    text = (folder / KUBERNETES).read_text()
    begin = text.index(head)
    (folder / KUBERNETES).write_text(text[:begin] + text[text.index("\n\n", begin) if "\n\n" in text[begin:] else text.rindex("end"):])


def program(rules, folder):
    """How `assay` is called with these rules, loaded as a file of their own."""
    folder.mkdir()
    subprocess.run([BIN / "assayc", "compile", rules, "--single", folder / "rules.c"], check=True)
    command = ["gcc", "-O0", "-std=c11", "-shared", "-fPIC", f"-I{ROOT}/runtime/core", folder / "rules.c"]
    subprocess.run([*command, "-o", folder / "rules.so"], check=True)
    return [BIN / "assay", "--ruleset", folder / "rules.so"]


def classify(assay, export, arguments):
    out = subprocess.run([*assay, "classify", export, "--format", "json", *arguments], stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, check=False).stdout
    return [json.loads(line) for line in out.splitlines()]


def customers(rows, answers, measure):
    """Who counts, certainly and possibly (R22, R23)."""
    least, greatest = collections.Counter(), collections.Counter()
    for row, answer in zip(rows, answers):
        name = " ".join(row["CustomerTenantId"].split()).lower()
        amount = decimal.Decimal(row["ACR_USD"]) if measure in answer["certain"] + answer["possible"] else None
        if amount is None or name in ("", "null", "unknown", "00000000-0000-0000-0000-000000000000"):
            continue
        sure = measure in answer["certain"]
        least[name] += amount if sure or amount < 0 else 0
        greatest[name] += amount if sure or amount > 0 else 0
    return {n for n in least if least[n] > 0}, {n for n in greatest if greatest[n] > 0}


def side(rows, goes, lost_customers):
    amount = sum((decimal.Decimal(rows[i]["ACR_USD"]) for i in goes), decimal.Decimal(0))
    return {"rows": len(goes), "amount": amount, "customers": lost_customers}


def change(rows, before, after, who_before, who_after):
    return {
        "lost": side(rows, [i for i, (a, b) in enumerate(zip(before, after)) if a and not b], len(who_before - who_after)),
        "gained": side(rows, [i for i, (a, b) in enumerate(zip(before, after)) if b and not a], len(who_after - who_before)),
    }


def expected(rows, old, new):
    names = sorted({name for answer in old + new for name in answer["certain"] + answer["possible"]})
    measures = {}
    for name in names:
        who_old, who_new = customers(rows, old, name), customers(rows, new, name)
        sure = [[name in answer["certain"] for answer in answers] for answers in (old, new)]
        may = [[name in answer["certain"] + answer["possible"] for answer in answers] for answers in (old, new)]
        found = {
            "certain": change(rows, sure[0], sure[1], who_old[0], who_new[0]),
            "possible": change(rows, may[0], may[1], who_old[1], who_new[1]),
        }
        if any(part[key]["rows"] + part[key]["customers"] for part in found.values() for key in part):
            measures[name] = found
    return measures


def told(usage):
    measures = {}
    for measure in usage["measures"]:
        found = {key: measure[key] for key in ("certain", "possible")}
        for part in found.values():
            for key in part:
                part[key]["amount"] = decimal.Decimal(part[key]["amount"])
        measures[f"{measure['specialization']} / {measure['measure']}"] = found
    return measures


def check(work, number, edit, export, rows):
    path, replacements, arguments = edit
    folder = work / str(number)
    edited(folder / "old", path, [])
    edited(folder / "new", path, replacements)
    old = classify([BIN / "assay"], export, arguments)
    new = classify(program(folder / "new", folder / "b"), export, arguments)
    assert len(old) == len(new) == len(rows), (len(old), len(new), len(rows))
    call = [BIN / "assayc", "diff", folder / "old", folder / "new", "--usage", export, "--format", "json", *arguments]
    result = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    assert result.returncode == 1, (edit, result.returncode)
    usage = json.loads(result.stdout)["usage"]
    want = expected(rows, old, new)
    assert told(usage) == want, (edit, told(usage), want)
    changed = sum((a["certain"], a["possible"]) != (b["certain"], b["possible"]) for a, b in zip(old, new))
    reasons = sum(a["reason"] != b["reason"] for a, b in zip(old, new))
    assert usage["changed"] == changed, (edit, usage["changed"], changed)
    assert sum(reason["rows"] for reason in usage["reasons"]) == reasons, (edit, usage["reasons"], reasons)
    return changed, reasons


# ---- Several names and periods ----


def grouped(answers, names):
    """The answers with the names that both sides have in common."""
    return [{**answer, **{key: sorted({names.get(name, name) for name in answer[key]}) for key in ("certain", "possible")}}
            for answer in answers]


def moves(rows, old, new, names):
    """Rows that counted as one name and count as another of the same measure."""
    found = {}
    for before in names:
        for after in names:
            sure = [i for i, (a, b) in enumerate(zip(old, new)) if before in a["certain"] and after in b["certain"]]
            if before != after and sure:
                found[before, after] = (len(sure), sum(decimal.Decimal(rows[i]["ACR_USD"]) for i in sure))
    return found


def told_moves(usage):
    found = {}
    for measure in usage["measures"]:
        for move in measure["moved"]:
            names = tuple(f"{move[key]['specialization']} / {move[key]['measure']}" for key in ("old", "new"))
            found[names] = (move["certain"]["rows"], decimal.Decimal(move["certain"]["amount"]))
    return found


def told_grouped(usage, names):
    """What changes sides, by the common names; moves alone are no change of sides."""
    found = {names.get(name, name): change for name, change in told(usage).items()}
    return {name: change for name, change in found.items()
            if any(part[key]["rows"] + part[key]["customers"] for part in change.values() for key in part)}


def difference(old, new, export, arguments):
    call = [BIN / "assayc", "diff", old, new, "--usage", export, "--format", "json", *arguments]
    result = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return result.returncode, json.loads(result.stdout)


def check_named(work, number, edit, export, rows):
    replacements, arguments, names = edit
    folder = work / f"named{number}"
    edited(folder / "old", KUBERNETES, [])
    edited(folder / "new", KUBERNETES, replacements)
    if names:
        without_measure(folder / "new", IS_ARO)
    sides = [folder / "old", folder / "new"]
    answers = [classify(program(side, folder / f"b{i}"), export, arguments) for i, side in enumerate(sides)]
    total = 0
    for first, second in ((0, 1), (1, 0)):
        old, new = answers[first], answers[second]
        status, found = difference(sides[first], sides[second], export, arguments)
        want = expected(rows, grouped(old, names), grouped(new, names))
        assert status == (0 if replacements is SAME else 1), (edit, status)
        assert told_grouped(found["usage"], names) == want, (edit, told_grouped(found["usage"], names), want)
        assert told_moves(found["usage"]) == moves(rows, old, new, names), (edit, told_moves(found["usage"]))
        total += sum(change["certain"][key]["rows"] for change in want.values() for key in change["certain"])
        total += sum(count for count, _ in told_moves(found["usage"]).values())
        text = subprocess.run([BIN / "assayc", "diff", *[sides[i] for i in (first, second)]], stdout=subprocess.PIPE,
                              check=False).stdout.decode()
        check_text(found, text)
    return total


def check_text(found, text):
    """The text tells the facts of the JSON: periods, places, sources, moves, requirements."""
    for region in found["regions"]:
        days = [f"{key} {region[key]} " for key in ("from", "until") if region[key]]
        assert "".join(days) in text, (region, text)
        for edition in region["old"] + region["new"]:
            assert f'{edition["place"]} cites "{edition["cites"]["title"]}", {edition["cites"]["date"]}' in text, text
    for move in found["moved"]:
        assert move["words"] in text, (move, text)
    for fact in found["requirements"] + found["no_effect"]:
        assert fact["words"] in text, (fact, text)


def main():
    export = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "tests/sample/usage.csv").resolve()
    with open(export, encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    with tempfile.TemporaryDirectory() as work:
        total = [check(pathlib.Path(work), number, edit, export, rows) for number, edit in enumerate(EDITS)]
        named = [check_named(pathlib.Path(work), number, edit, export, rows) for number, edit in enumerate(NAMED)]
    print(f"{len(named)} edits of names and periods, {sum(named)} rows that change sides or move, in both directions")
    assert sum(named) > 0 and named[2] == 0, named
    print(f"{len(total)} edits, {sum(t[0] for t in total)} rows that change sides, {sum(t[1] for t in total)} reasons")
    assert all(changed or reasons for changed, reasons in total), total


main()
