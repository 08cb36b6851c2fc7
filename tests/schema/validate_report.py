#!/usr/bin/env python3
"""Holds JSON reports against a JSON schema.

usage: validate_report.py SCHEMA REPORT...
       validate_report.py --leeway PROGRAM [--verb VERB] [--with OPTION]... SCHEMA DESIGN...
       validate_report.py --leeway PROGRAM SCHEMA [--filled KEY]... --run ARGUMENTS...

With --leeway the reports are those that PROGRAM prints for each design and, where the verb takes
several, for all of them at once, also compared with themselves as a baseline; or with --run those
that it prints when called with ARGUMENTS, one report for each --run. What is under a KEY may be
empty or null in some reports, but not in all. Fails when there is nothing to look at.
"""

import argparse
import json
import pathlib
import shlex
import subprocess
import sys
import tempfile

import jsonschema


def printed(command):
    """The report that the command prints. Its exit code speaks of what it read, so it may be any."""
    run = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if run.returncode < 0 or not run.stdout:
        sys.exit(f"{' '.join(command)}: exit {run.returncode}, no report\n{run.stderr.decode()}")
    return run.stdout


def commands(arguments):
    """The command lines whose reports are looked at."""
    if arguments.run:
        return [shlex.split(run) for run in arguments.run]
    runs = [[file] for file in arguments.files]
    if len(runs) > 1 and arguments.verb == "check":
        runs.append(arguments.files)
    return [[arguments.verb, *run, *arguments.options, "--format", "json"] for run in runs]


def reports(arguments):
    """Pairs of a name and the text of a report."""
    if not arguments.leeway:
        return [(file, pathlib.Path(file).read_bytes()) for file in arguments.files]
    found = [(" ".join(run), printed([arguments.leeway, *run])) for run in commands(arguments)]
    if arguments.run or arguments.verb != "check":
        return found
    with tempfile.NamedTemporaryFile() as baseline:
        pathlib.Path(baseline.name).write_bytes(found[-1][1])
        again = [*commands(arguments)[-1], "--baseline", baseline.name]
        return [*found, ("with a baseline", printed([arguments.leeway, *again]))]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leeway", metavar="PROGRAM")
    parser.add_argument("--run", metavar="ARGUMENTS", action="append", default=[])
    parser.add_argument("--filled", metavar="KEY", action="append", default=[])
    parser.add_argument("--verb", default="check")
    parser.add_argument("--with", dest="options", action="append", default=[], metavar="OPTION")
    parser.add_argument("schema")
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    if not arguments.files and not arguments.run:
        parser.error("there is no report to look at")

    schema = json.loads(pathlib.Path(arguments.schema).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults = []
    missing = set(arguments.filled)
    for name, text in reports(arguments):
        try:
            report = json.loads(text.decode("utf-8"))
        except ValueError as error:
            faults.append(f"{name}: no JSON: {error}")
            continue
        for error in validator.iter_errors(report):
            faults.append(f"{name}: {error.json_path}: {error.message}")
        missing -= {key for key in missing if report.get(key)}
    faults += [f"`{key}` is empty in every report" for key in sorted(missing)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
