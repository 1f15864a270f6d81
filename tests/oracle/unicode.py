#!/usr/bin/env python3
"""The tables of characters of the compiler, against those of Python: composed forms, classes of marks, names.

What is default-ignorable Python does not know; it is compared by the general category: whatever formats (Cf) is in the
table, unless it draws something."""
import re
import sys
import unicodedata
from pathlib import Path

base = Path(__file__).resolve().parents[2] / "compiler" / "base"
wrong = []


def rows(name, macro):
    return re.findall(rf"{macro}\(([^\n]*?)\)(?=\s)", (base / name).read_text(encoding="utf-8"))


def numbers(row):
    return [int(part, 0) for part in row.split(",")]


def expect(told, message):
    if not told:
        wrong.append(message)


composed = {tuple(numbers(row)[:2]): numbers(row)[2] for row in rows("unicode_composed.def", "COMPOSED")}
for (first, second), made in composed.items():
    expect(unicodedata.normalize("NFC", chr(first) + chr(second)) == chr(made), f"composed {first:04X} {second:04X}")
for point in range(0x110000):
    parts = unicodedata.decomposition(chr(point)).split()
    if len(parts) == 2 and parts[0][0] != "<" and unicodedata.normalize("NFC", chr(point)) == chr(point):
        expect(composed.get((int(parts[0], 16), int(parts[1], 16))) == point, f"composed lacks {point:04X}")
expect(list(composed) == sorted(composed), "composed is not sorted")

classes = {}
for row in rows("unicode_class.def", "CLASS"):
    first, last, number = numbers(row)
    classes.update(dict.fromkeys(range(first, last + 1), number))
for point in range(0x300, 0x370):
    expect(classes.get(point, 0) == unicodedata.combining(chr(point)), f"class of {point:04X}")

unseen, last = set(), -1
for row in rows("unicode_unseen.def", "RANGE"):
    begin, end = (int(part, 0) for part in row.split(",")[:2])
    expect(begin > last, f"{begin:04X} is not sorted")
    unseen.update(range(begin, end + 1))
    last = end
drawn = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}  # signs around numbers
for point in range(0x80, 0x110000):
    category = unicodedata.category(chr(point))
    if category in ("Cf", "Zs", "Zl", "Zp", "Co") and point not in drawn and point & 0xFFFE != 0xFFFE:
        expect(point in unseen, f"{point:04X} ({category}) is not in the table")

alike = re.findall(r'ALIKE\((0x[0-9A-F]+), "((?:[^"\\]|\\.)*)", "([^"]*)"\)',
                   (base / "unicode_alike.def").read_text(encoding="utf-8"))
last = -1
for number, looks, name in alike:
    point = int(number, 16)
    expect(point > last, f"{point:04X} is not sorted")
    expect(unicodedata.name(chr(point)).lower() == name.lower(), f"name of {point:04X}: {name}")
    expect(point not in unseen, f"{point:04X} is unseen and looks like something")
    last = point

print("\n".join(wrong) if wrong else f"{len(composed)} composed forms, {len(alike)} look-alikes, "
      f"{len(unseen)} characters that cannot be seen: all as Python knows them")
sys.exit(bool(wrong))
