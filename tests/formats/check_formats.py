#!/usr/bin/env python3
"""Holds every format of a report to the JSON of the same run.

usage: check_formats.py PROGRAM SARIF_SCHEMA [--with OPTION]... DESIGN...

For each design, and for all of them at once, the verdict of every norm, the counts and the exit code
have to be the same whatever the format; SARIF has to be as its schema says, JUnit has to be what a
reader of JUnit takes. The designs for which the rules have norms that are not enacted are held to it
with --pending, too, where there has to be one. Runs in the root of the repository.
"""

import argparse
import collections
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import jsonschema
import junitparser

FORMATS = ["json", "sarif", "junit", "markdown", "github", "text"]
KINDS = {
    "conflict": "fail",
    "needs_approval": "review",
    "needs_judgment": "review",
    "cannot_tell": "open",
    "thinned": "fail",
    "relieved": "fail",
    "excepted": "pass",
    "lifted": "pass",
    "enabled": "informational",
    "clear": "pass",
    "does_not_apply": "notApplicable",
}
ALWAYS_TOLD = ["conflict", "needs_approval", "needs_judgment", "cannot_tell", "thinned", "relieved"]
MOST_MARKDOWN = 60_000
MOST_ANNOTATIONS = 10


class Faults:
    def __init__(self):
        self.found = []

    def expect(self, holds, text):
        if not holds:
            self.found.append(text)

    def same(self, what, expected, actual):
        if expected != actual:
            self.found.append(f"{what}: JSON has {expected!r}, here is {actual!r}")


def run(program, arguments, **options):
    done = subprocess.run(
        [program, "check", *arguments],
        stdin=subprocess.DEVNULL, capture_output=True, check=False, **options)
    if done.returncode not in (0, 1, 2):
        sys.exit(f"{arguments}: exit {done.returncode}\n{done.stderr.decode()}")
    return done


def verdicts_of(design):
    return {each["norm"]: each["verdict"] for each in design["verdicts"]}


def pending_of(design):
    return {each["norm"]: each["verdict"] for each in design["pending"]}


def failing(designs):
    return [each for design in designs for each in design["verdicts"]
            if each["verdict"] == "conflict" and each["fails"]]


def check_sarif(text, report, schema, every_norm, faults):
    log = json.loads(text)
    for error in schema.iter_errors(log) if schema else []:
        faults.expect(False, f"sarif: {error.message[:200]}")
    (sarif,) = log["runs"]
    faults.same("sarif: exit", report["exit"]["code"], sarif["invocations"][0]["exitCode"])
    rules = sarif["tool"]["driver"]["rules"]
    faults.expect(len({rule["id"] for rule in rules}) == len(rules), "sarif: a rule stands twice")
    found = collections.defaultdict(dict)
    supposed = collections.defaultdict(dict)
    fingerprints = set()
    for result in sarif["results"]:
        properties = result["properties"]
        found[properties["design"]][result["ruleId"]] = properties["verdict"]
        faults.same("sarif: rule", result["ruleId"], rules[result["ruleIndex"]]["id"])
        pending = properties.get("status") == "pending"
        if pending:
            supposed[properties["design"]][result["ruleId"]] = properties["ifEnacted"]
        faults.same("sarif: kind", "informational" if pending else KINDS[properties["verdict"]],
                    result["kind"])
        faults.expect(not pending or result["message"]["text"].find("if enacted, ") > 0,
                      "sarif: what is not enacted does not say so")
        faults.expect(result["kind"] == "fail" or result["level"] == "none", "sarif: level of a kind")
        faults.expect((properties["verdict"] == "relieved") == ("suppressions" in result),
                      "sarif: what is relieved is suppressed, and nothing else")
        fingerprints.add(result["partialFingerprints"]["primaryLocationLineHash"])
        place = result["locations"][0]["physicalLocation"]
        faults.same("sarif: place", properties["design"], place["artifactLocation"]["uri"])
        lines = pathlib.Path(properties["design"]).read_text(encoding="utf-8").count("\n") + 1
        faults.expect(1 <= place["region"]["startLine"] <= lines, "sarif: a line that is not there")
    faults.same("sarif: fingerprints", len(sarif["results"]), len(fingerprints))
    for design, properties in zip(report["designs"], sarif["properties"]["designs"]):
        faults.same("sarif: totals", design["totals"], properties["totals"])
        expected = {norm: verdict for norm, verdict in verdicts_of(design).items()
                    if every_norm or verdict in ALWAYS_TOLD or norm in pending_of(design)}
        faults.same(f"sarif: pending of {design['file']}", pending_of(design),
                    supposed[design["file"]])
        faults.same(f"sarif: verdicts of {design['file']}", expected, found[design["file"]])


def check_junit(text, report, faults):
    root = ElementTree.fromstring(text)
    cases = root.findall("./testsuite/testcase")
    expected = sum(design["totals"]["norms"] for design in report["designs"])
    faults.same("junit: cases", expected, len(cases))
    for attribute, tag in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")]:
        faults.same(f"junit: {attribute}", len(root.findall(f"./testsuite/testcase/{tag}")),
                    int(root.get(attribute)))
    faults.same("junit: failures", len(failing(report["designs"])), int(root.get("failures")))
    # Designs in order, each with all its norms; a name begins with the norm.
    told = collections.defaultdict(dict)
    supposed = collections.defaultdict(dict)
    for case in cases:
        norm = case.get("name").split(":")[0]
        (outcome,) = [each for each in case if each.tag in ("failure", "skipped", "system-out")]
        words = re.split(r"[:\n]", outcome.get("message") or outcome.text)[0]
        name = case.get("classname").rsplit("_yaml", 1)[0]
        if words == "pending":
            told[name][norm] = "does_not_apply"
            (words,) = re.findall(r"if enacted, ([^,;]*)", outcome.get("message"))
            supposed[name][norm] = words.replace(" ", "_")
            faults.same("junit: what is not enacted", "skipped", outcome.tag)
        else:
            told[name][norm] = words.replace(" ", "_")
    for design in report["designs"]:
        name = design["file"].replace("/", ".").removesuffix(".yaml")
        faults.same(f"junit: verdicts of {name}", verdicts_of(design), told[name])
        faults.same(f"junit: pending of {name}", pending_of(design), supposed[name])
    parsed = junitparser.JUnitXml.fromstring(text.encode())
    faults.same("junit: cases that junitparser sees", expected, sum(len(suite) for suite in parsed))


def check_words(name, text, report, faults):
    """What formats for people say in so many words."""
    plain = " ".join(text.split())
    faults.expect(f"exit {report['exit']['code']}: " in plain, f"{name}: the exit is not told")
    for design in report["designs"]:
        totals = design["totals"]
        for outcome, clause in [
            ("conflict", r"{} conflicts?"),
            ("needs_approval", r"{} needs? approval"),
            ("cannot_tell", r"{} cannot be told"),
            ("clear", r"{} clear"),
            ("does_not_apply", r"{} do(es)? not apply"),
        ]:
            count = totals[outcome]
            if count == 0:
                continue
            pattern = rf"Totals: [^()]*\b{clause.format(count)}\b[^()]*\({totals['norms']} norms?\)"
            faults.expect(re.search(pattern, plain), f"{name}: {count} {outcome} not in the totals")


def check_titles(name, text, design, faults):
    plain = " ".join(text.replace("\\", "").split())
    for verdict in design["verdicts"]:
        if verdict["verdict"] == "conflict":
            faults.expect(f"{verdict['norm']} (" in plain,
                          f"{name}: the conflict with {verdict['norm']} is not told")


def check_pending(name, text, design, faults):
    """Formats for people say of what is not enacted what it would be."""
    plain = html.unescape(" ".join(re.sub(r"<[^>]*>", "", text.replace("\\", "")).split()))
    for verdict in design["pending"]:
        words = verdict["verdict"].replace("_", " ")
        pattern = re.escape(verdict["title"]) + r"(\*\*)?(, for [^:]*)?: if enacted, " + words
        faults.expect(re.search(pattern, plain),
                      f"{name}: {verdict['norm']}, which is not enacted, is not told")


def check_github(text, report, faults):
    lines = text.splitlines()
    errors = [line for line in lines if line.startswith("::error ")]
    faults.same("github: errors", min(MOST_ANNOTATIONS, len(failing(report["designs"]))),
                len(errors))
    for kind in ("error", "warning", "notice"):
        count = sum(line.startswith(f"::{kind} ") for line in lines)
        faults.expect(count <= MOST_ANNOTATIONS, f"github: {count} of kind {kind}")
    pattern = r"::(error|warning|notice) (file=[^:,]+,line=\d+,col=\d+,)?title=[^:,]+::.+"
    for line in lines:
        faults.expect(not line.startswith("::") or re.fullmatch(pattern, line),
                      f"github: {line[:100]}")


def check(program, designs, options, schema, whole):
    """`whole` says whether SARIF with every norm is held to the schema, too: it takes long."""
    faults = Faults()
    arguments = [*designs, *options]
    with tempfile.TemporaryDirectory() as folder:
        files = {name: pathlib.Path(folder) / name for name in FORMATS}
        together = run(program, [*arguments, "--every-norm",
                                 *(f"--format={name}={file}" for name, file in files.items())])
        texts = {name: file.read_text(encoding="utf-8") for name, file in files.items()}
    faults.expect(together.stdout == b"", "something went to standard output")
    report = json.loads(texts["json"])
    faults.same("exit code", report["exit"]["code"], together.returncode)
    # The reports come from the same verdicts; that they do so alone, too, is looked at once.
    for name in FORMATS if len(designs) > 1 else []:
        alone = run(program, [*arguments, "--every-norm", "--format", name])
        faults.same(f"{name}: exit code", together.returncode, alone.returncode)
        faults.expect(alone.stdout.decode() == texts[name], f"{name} alone is not the same")
    filtered = run(program, [*arguments, "--only", "clear", "--quiet"])
    faults.same("filtered: exit code", together.returncode, filtered.returncode)
    check_sarif(texts["sarif"], report, schema if whole else None, True, faults)
    brief = run(program, [*arguments, "--format", "sarif"])
    # What all designs have together, each has alone.
    check_sarif(brief.stdout.decode(), report, schema if len(designs) == 1 else None, False, faults)
    check_junit(texts["junit"], report, faults)
    check_github(texts["github"], report, faults)
    for name in ("text", "github"):
        check_words(name, texts[name], report, faults)
    size = len(texts["markdown"].encode())
    faults.expect(size <= MOST_MARKDOWN, f"markdown: {size} bytes")
    if len(designs) == 1:
        check_words("markdown", texts["markdown"], report, faults)
        check_titles("markdown", texts["markdown"], report["designs"][0], faults)
        check_titles("text", texts["text"], report["designs"][0], faults)
        check_pending("markdown", texts["markdown"], report["designs"][0], faults)
        check_pending("text", texts["text"], report["designs"][0], faults)
    return faults.found


def printed(program, arguments, name):
    return run(program, [*arguments, "--format", name]).stdout.decode()


def check_only_added(program, design, options):
    """With --pending a report has more, and nothing in it is otherwise."""
    faults = Faults()
    plain = [design, *options]
    asked = [*plain, "--pending"]
    without, report = (json.loads(printed(program, each, "json")) for each in (plain, asked))
    pending = report["designs"][0]["pending"]
    report["designs"][0]["pending"] = []
    faults.expect(report == without, "json: --pending changes what it does not add")
    faults.expect(printed(program, asked, "github") == printed(program, plain, "github"),
                  "github: what is not enacted is annotated")
    skipped = ElementTree.fromstring(printed(program, asked, "junit")).iter("skipped")
    told = [each for each in skipped if each.get("message").startswith("pending: ")]
    faults.same("junit: skipped as pending, without --every-norm", len(pending), len(told))
    check_pending("html", printed(program, asked, "html"), {"pending": pending}, faults)
    return faults.found


def with_pending(program, designs, options):
    """The designs for which the rules have something that is not enacted."""
    report = json.loads(printed(program, [*designs, *options, "--pending"], "json"))
    return [design["file"] for design in report["designs"] if design["pending"]]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("schema")
    parser.add_argument("--with", dest="options", action="append", default=[], metavar="OPTION")
    parser.add_argument("designs", nargs="+")
    arguments = parser.parse_args()
    program, designs, options = arguments.program, arguments.designs, arguments.options
    definition = json.loads(pathlib.Path(arguments.schema).read_text(encoding="utf-8"))
    validator = jsonschema.Draft4Validator(definition)
    runs = [[design] for design in designs] + ([designs] if len(designs) > 1 else [])
    faults = []
    for each in runs:
        faults += [(each, fault)
                   for fault in check(program, each, options, validator, each is runs[0])]
    pending = with_pending(program, designs, options)
    if not pending:
        faults.append((designs, "no design has norms that are not enacted to look at"))
    for design in pending:
        found = check(program, [design], [*options, "--pending"], validator, False)
        faults += [([design, "--pending"], fault)
                   for fault in [*found, *check_only_added(program, design, options)]]
    for each, fault in faults:
        print(f"{' '.join(each)[:100]}: {fault[:600]}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
