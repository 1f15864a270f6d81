"""Validates JSON files against a schema of draft 4: schema.py SCHEMA FILE... Exit 1 when one is not valid."""
import json
import sys

import jsonschema


def main():
    with open(sys.argv[1], encoding="utf-8-sig") as stream:
        schema = json.load(stream)
    jsonschema.Draft4Validator.check_schema(schema)
    validator = jsonschema.Draft4Validator(schema)
    wrong = 0
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as stream:
            for error in validator.iter_errors(json.load(stream)):
                print(f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")
                wrong += 1
    return 1 if wrong else 0


sys.exit(main())
