#!/usr/bin/env python3
"""Random rules for measurements: random_rules.py CLAUSES FOLDER [SEED].

Seven fields with 20 to 200 texts each. Every clause has a condition on each of the seven: one in seven is `none of`, the
others are `any of`, with 1 to 4 values. Five clauses make a measure, ten measures a specialization (file)."""
import os
import random
import sys

FIELDS = 7
PER_MEASURE, PER_SPECIALIZATION = 5, 50  # clauses


def word(random_source):
    """Three to five syllables: words that nobody takes for one another."""
    syllables = random_source.randint(3, 5)
    return "".join(random_source.choice("bdfgklmnprstvz") + random_source.choice("aeiou") for _ in range(syllables))


def texts(random_source):
    found, wanted = {}, random_source.randint(20, 200)
    while len(found) < wanted:
        text = word(random_source).capitalize() + " " + word(random_source).capitalize()
        found.setdefault(text.lower(), text)
    return list(found.values())


def condition(random_source, field, values):
    test = "none of" if random_source.randrange(7) == 0 else "any of"
    chosen = random_source.sample(values, random_source.randint(1, 4))
    return "Field %s is %s %s" % (field, test, ", ".join('"%s"' % value for value in chosen))


def measure(random_source, number, clauses, fields):
    lines = ['  measure "M%d" counts usage under either' % number]
    for clause in range(clauses):
        conditions = [condition(random_source, chr(65 + f), values) for f, values in enumerate(fields)]
        lines.append('    option "%d" %s' % (clause + 1, " and ".join(conditions)))
    return lines


def main():
    clauses, folder = int(sys.argv[1]), sys.argv[2]
    random_source = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    os.makedirs(folder, exist_ok=True)
    fields = [texts(random_source) for _ in range(FIELDS)]
    usage = ['usage "Random"', '  edition "1"', '  cites "Page", 2023-07-11']
    usage += ['  field Field %s column "%s"' % (chr(65 + f), chr(65 + f)) for f in range(FIELDS)]
    usage += ['  amount Cost column "Cost" in USD', "end"]
    with open(os.path.join(folder, "usage.assay"), "w", encoding="utf-8") as out:
        out.write("\n".join(usage) + "\n")
    for number, begin in enumerate(range(0, clauses, PER_SPECIALIZATION)):
        lines = ['specialization "S%d"' % number, '  area "Area"', '  cites "Page", 2023-07-11']
        lines += ["  requires neither audit nor references"]
        end = min(begin + PER_SPECIALIZATION, clauses)
        for index, first in enumerate(range(begin, end, PER_MEASURE)):
            lines += measure(random_source, index, min(PER_MEASURE, end - first), fields)
        with open(os.path.join(folder, "s%d.assay" % number), "w", encoding="utf-8") as out:
            out.write("\n".join(lines + ["end"]) + "\n")


main()
