#!/usr/bin/env python3
"""What SARIF proposes as a fix is a design that can be read and falls short no more.

usage: check_fixes.py PROGRAM DESIGN...

Each fix of each design is made in a copy, by itself, and the copy is checked. Then the same over a
small world with a value of every type, as YAML and as JSON. Runs in the root of the repository.
"""

import json
import pathlib
import sys
import tempfile

from check_formats import Faults, run

RULES = """
stakeholder board "The board"
  kind      board
vocabulary design "A design"
  fact name text "Name"
group f "Facts"
  fact days   days per year  "Days"
  fact hours  hours per year "Hours"
  fact share  percent        "Share"
  fact people count          "People"
  fact start  time           "Start"
  fact ends   date           "End"
  fact grades set of grade   "Grades"
  fact graded count by grade "By grade"
  fact band   count by grade "By grade, under one key"
  fact worth  dollars        "Worth"
"""
NORMS = {
    "days": "f.days at least 180 days per year",
    "hours": "f.hours at least 62_400 minutes per year",
    "half": "f.hours at most 999.5 hours per year",
    "share": "f.share at least 80%",
    "people": "f.people at most 12",
    "more": "f.people more than 20",
    "start": "f.start at least 8:30 am",
    "ends": "f.ends at most 2027-06-01",
    "third": "f.people at least 50 / 3",
    "worth": "f.worth at least $500",
    "two": "f.days at least 180 days per year and f.people is 3",
}
YAML = """leeway: 1
name: "A – b"
as_of: 2026-09-01
f: {days: 170, hours: "1000 hours per year", share: 75 %, people: 15, start: 8:00 am,
    ends: 2027-06-30, grades: 9..10, graded: {9: 40, 10..12: 45},
    band: {"9..10": 40}, worth: -1}
"""
JSON = """{"leeway": 1, "as_of": "2026-09-01",
 "f": {"days": "170 days per year", "hours": 1000, "share": "75 %", "people": 15,
       "start": "8:00 am", "ends": "2027-06-30", "worth": -1}}
"""
FIXED = {"days": "180", "hours": "1040", "half": "999.5", "share": "80", "people": "12",
         "start": "8:30 am", "ends": "2027-06-01", "worth": "500"}


def report(program, design, options, form):
    return json.loads(run(program, [str(design), *options, "--format", form]).stdout)


def conflicts(program, design, options):
    """The norms that conflict."""
    (told,) = report(program, design, options, "json")["designs"]
    return {each["norm"] for each in told["verdicts"] if each["verdict"] == "conflict"}


def made(text, change):
    """The text with one change; lines and columns count from 1."""
    lines = text.splitlines(keepends=True)
    region = change["deletedRegion"]
    assert region["startLine"] == region["endLine"]
    line = lines[region["startLine"] - 1]
    new = change["insertedContent"]["text"]
    lines[region["startLine"] - 1] = line[: region["startColumn"] - 1] + new + line[region["endColumn"] - 1 :]
    return "".join(lines), new


def check(program, design, options, faults):
    """Makes each fix; what each norm's puts in the design."""
    text = pathlib.Path(design).read_text(encoding="utf-8")
    fixed = {}
    (sarif,) = report(program, design, options, "sarif")["runs"]
    for result in sarif["results"]:
        for fix in result.get("fixes", []):
            norm = result["ruleId"]
            (change,) = fix["artifactChanges"]
            (replacement,) = change["replacements"]
            after, fixed[norm] = made(text, replacement)
            with tempfile.TemporaryDirectory() as folder:
                copy = pathlib.Path(folder) / pathlib.Path(design).name
                copy.write_text(after, encoding="utf-8")
                now = conflicts(program, copy, options)
            faults.expect(norm not in now, f"{design}: {fixed[norm]!r} does not mend {norm}")
    return fixed


def main():
    program, *designs = sys.argv[1:]
    faults = Faults()
    count = sum(len(check(program, design, [], faults)) for design in designs)
    faults.expect(count >= 4, f"only {count} fixes over all examples")
    with tempfile.TemporaryDirectory() as folder:
        rules = pathlib.Path(folder) / "small.rules"
        norms = [
            f'regulation our.{name} "{name}"\n  enforced  by board\n  require   {condition}\n'
            for name, condition in NORMS.items()
        ]
        graded = ('regulation our.graded "graded"\n  enforced  by board\n'
                  "  for each  g in f.grades\n  require   f.graded(g) at most 30\n")
        # One key for two grades of which one asks for more and the other for less.
        band = ('regulation our.band "band"\n  enforced  by board\n  for each  g in f.grades\n'
                "  require   if g is 9 then f.band(g) at least 50 else f.band(g) at most 45\n")
        rules.write_text(RULES + "".join(norms) + graded + band, encoding="utf-8")
        for name, text in {"design.yaml": YAML, "design.json": JSON}.items():
            design = pathlib.Path(folder) / name
            design.write_text(text, encoding="utf-8")
            options = ["--rules", str(rules)]
            fixed = check(program, design, options, faults)
            elsewhere = report(program, design, [*options, "--as", "f.days=160"], "sarif")
            faults.expect(
                not any("fixes" in each for each in elsewhere["runs"][0]["results"]),
                "a fix for a design that its file alone does not make")
            plain = {norm.removeprefix("our."): new for norm, new in fixed.items()}
            faults.same(f"fixes of {name}", sorted(FIXED), sorted(plain))
            for norm, new in plain.items():
                faults.expect(FIXED.get(norm, new) in new, f"{name}: {norm} becomes {new!r}")
    for fault in faults.found:
        print(fault)
    return 1 if faults.found else 0


if __name__ == "__main__":
    sys.exit(main())
