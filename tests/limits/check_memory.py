#!/usr/bin/env python3
"""With too little memory every verb ends in exit 70 with a plain message, and no file is harmed.

usage: check_memory.py PROGRAM

Every verb is run with more and more memory until it does its work; before that it has to end in
exit 70. Fails when a verb never runs out of memory or never does its work. Run it in the root of
the repository.
"""

import pathlib
import resource
import subprocess
import sys
import tempfile

MEBIBYTE = 1 << 20
STEPS = range(20, 640, 5)
FAULTS = {
    "leeway: there is not enough memory\n",
    "leeway: an error of the program itself; please report it\n",
}
# What a verb leaves with when all is well with the files below.
VERBS = [
    (["check", "examples/the_met.yaml"], {0, 1, 2}),
    (["check", "--batch", "examples", "--jobs", "3"], {0, 1, 2}),
    (["explain", "examples/the_met.yaml", "us.ri.instructional_time_day"], {0, 1, 2}),
    (["eval", "1 + 2"], {0}),
    (["lint"], {0}),
    (["test", "--rules", "rules", "--filter", "minutes"], {0}),
    (["doc", "--output", "{folder}/site"], {0}),
    (["fmt", "{folder}"], {0}),
]


def run(command, mebibytes):
    limit = mebibytes * MEBIBYTE
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
    )


def texts_in(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def faults_of(program, arguments, good, folder):
    """What is wrong with one verb, a line each."""
    command = [program, *(argument.format(folder=folder) for argument in arguments)]
    before = texts_in(folder)
    failures = 0
    for mebibytes in STEPS:
        result = run(command, mebibytes)
        said = result.stderr.decode()
        where = f"{' '.join(arguments)} with {mebibytes} MiB"
        if result.returncode == 127:
            continue  # not enough to load the program's libraries
        if result.returncode in good:
            return [] if failures > 0 else [f"{where}: never ran out of memory"]
        failures += 1
        if result.returncode != 70 or said not in FAULTS:
            return [f"{where}: exit {result.returncode}, {said!r}"]
        after = texts_in(folder)
        if set(after) != set(before):
            return [f"{where}: a file came or went: {sorted(set(after) ^ set(before))}"]
        harmed = [name for name in after if after[name] not in (before[name], LAID_OUT[name])]
        if harmed:
            return [f"{where}: left half-written: {harmed}"]
    return [f"{' '.join(arguments)}: never did its work"]


def main():
    program = sys.argv[1]
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for path in sorted(pathlib.Path("rules/us/ca").glob("*.rules")):
            text = path.read_bytes()
            LAID_OUT[path.name] = text
            (folder / path.name).write_bytes(text.replace(b"\n  cite  ", b"\n  cite        "))
        for arguments, good in VERBS:
            faults += faults_of(program, arguments, good, folder)
        if texts_in(folder) != LAID_OUT:
            faults.append("fmt has not laid out every file")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


LAID_OUT = {}

if __name__ == "__main__":
    sys.exit(main())
