#!/usr/bin/env python3
"""Holds JSON reports against their schema, as docs/report.schema.json.

usage: validate_report.py SCHEMA REPORT...
       validate_report.py --leeway PROGRAM [--verb VERB] [--with OPTION]... SCHEMA DESIGN...

With --leeway the reports are those that PROGRAM prints for each design and, where the verb takes
several, for all of them at once.
Fails when there is nothing to look at.
"""

import argparse
import json
import pathlib
import subprocess
import sys

import jsonschema


def checked(arguments, designs):
    """The report that the program prints. Its exit code speaks of the designs, so it may be any."""
    command = [arguments.leeway, arguments.verb, *designs, "--format", "json", *arguments.options]
    run = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if run.returncode < 0 or not run.stdout:
        sys.exit(f"{' '.join(command)}: exit {run.returncode}, no report\n{run.stderr.decode()}")
    return run.stdout


def reports(arguments):
    """Pairs of a name and the text of a report."""
    if not arguments.leeway:
        return [(file, pathlib.Path(file).read_bytes()) for file in arguments.files]
    runs = [[file] for file in arguments.files]
    if len(runs) > 1 and arguments.verb == "check":
        runs.append(arguments.files)
    return [(" ".join(run), checked(arguments, run)) for run in runs]


def faults(validator, text):
    """What is wrong with one report, a line each."""
    try:
        report = json.loads(text.decode("utf-8"))
    except ValueError as error:
        return [f"no JSON: {error}"]
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(report)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leeway", metavar="PROGRAM")
    parser.add_argument("--verb", default="check")
    parser.add_argument("--with", dest="options", action="append", default=[], metavar="OPTION")
    parser.add_argument("schema")
    parser.add_argument("files", nargs="+")
    arguments = parser.parse_args()

    schema = json.loads(pathlib.Path(arguments.schema).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failed = False
    for name, text in reports(arguments):
        for fault in faults(validator, text):
            failed = True
            print(f"{name}: {fault}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
