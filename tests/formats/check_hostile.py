#!/usr/bin/env python3
"""Texts of rules and designs that would mean something to a format do no harm in any.

usage: check_hostile.py PROGRAM SARIF_SCHEMA

Titles, names, citations and values hold markup, links, mentions, commands of a workflow's log, ends
of sections, escape sequences of a terminal and marks that turn the direction of writing. Markdown is
rendered by cmark-gfm, the renderer that GitHub's is made from.
"""

import html.parser
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import jsonschema

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> ]]> --> </details> & &lt; "
    "%0A::error file=a::b ::set-output name=a::b ##[error]c ##[add-mask]d `code` ``` *b* _i_ ~~s~~ "
    "| a | b | $x^2$ ![i](javascript:alert(1)) [l](https://evil.example) <https://evil.example> "
    "https://evil.example www.evil.example a@evil.example @octocat #12 {0} {{1}} "
    "\u202egnp.exe\u202c \u2066x\u2069 \ufffe\uffff '\"\"'"
)
RULE_TEXT = HOSTILE.replace("\\", "\\\\").replace('"', "'")
RULES = f"""
stakeholder board "{RULE_TEXT}"
  kind      board
vocabulary design "A design"
  fact name  text  "Its name"
group school "The school"
  fact days   count   "{RULE_TEXT}"
  fact nurse  yes/no  "Nurse"
       ask "{RULE_TEXT}" of board
list schedule of block "The week"
  fact name  text   "Its name"
  fact size  count  "Its size"
pack p "{RULE_TEXT}"
  applies   when school.days at least 0
regulation p.days "{RULE_TEXT}"
  cite      "{RULE_TEXT}" <https://law.example/a>
  enforced  by board
            "{RULE_TEXT}"
  require   school.days at least 180
  remedy    "{RULE_TEXT}"
  note      "{RULE_TEXT}"
regulation p.size "# {RULE_TEXT}"
  cite      "1. {RULE_TEXT}"
  enforced  by board
  for each  b in schedule
  require   b.size at most 3
approval p.plan "- {RULE_TEXT}"
  cite      "{RULE_TEXT}"
  decided   by board
regulation p.nurse "::error::{RULE_TEXT}"
  cite      "{RULE_TEXT}"
  enforced  by board
  require   school.nurse
regulation p.relieved "{RULE_TEXT} again"
  cite      "{RULE_TEXT}"
  enforced  by board
  require   school.days at least 200
  relief    by board
"""
ESCAPES = "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b1m \r\n::error::line\n::stop-commands::x\n"
DESIGN = {
    "leeway": 1,
    "name": HOSTILE + ESCAPES,
    "school": {"days": 170},
    "schedule": [{"name": HOSTILE + ESCAPES, "size": 9}],
    "reliefs": [{"norm": "p.relieved", "by": "board", "from": "2020-01-01", "until": "2099-12-31",
                 "reference": HOSTILE + ESCAPES}],
}
FILE = "a,b:c%0A::error::<b>`x`&#1 @octocat.json"
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069"
                       "\ufffe\uffff]")
TAGS = {"h2", "h3", "h4", "p", "ul", "li", "strong", "code", "details", "summary", "a"}

found = []


def expect(holds, text):
    if not holds:
        found.append(text)


def check_log(name, text):
    """No line is a command that we did not mean, and none steers a terminal."""
    expect(not FORBIDDEN.search(text), f"{name}: a character that steers")
    expect("##[" not in text, f"{name}: a command anywhere in a line")
    for line in text.splitlines():
        if name == "github" and re.match(r"::(error|warning|notice) (file=|title=)", line):
            pattern = r"::\w+ (file=[^:,\s]+( [^:,\s]+)*,line=\d+,col=\d+,)?title=[^:,]+::.+"
            expect(re.fullmatch(pattern, line), f"github: {line[:120]}")
        else:
            expect(not line.lstrip().startswith("::"), f"{name}: a command: {line[:80]}")


class Rendered(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = []
        self.links = []

    def handle_starttag(self, tag, attributes):
        expect(tag in TAGS, f"markdown: <{tag}>")
        expect(all(tag == "a" and name == "href" for name, _ in attributes),
               f"markdown: attributes of <{tag}>: {attributes}")
        self.links += [value for _, value in attributes]
        self.open.append(tag)

    def handle_endtag(self, tag):
        expect(bool(self.open) and self.open[-1] == tag, f"markdown: </{tag}> closes {self.open}")
        if self.open:
            self.open.pop()

    def handle_comment(self, data):
        expect(False, f"markdown: a comment: {data[:40]}")

    def handle_data(self, data):
        expect(not re.search(r"@\w", data), f"markdown: a mention: {data[:80]}")
        expect(not re.search(r"#\d", data), f"markdown: an issue: {data[:80]}")


def check_markdown(text):
    check_log("markdown", text)
    expect("$" not in text, "markdown: a formula")
    done = subprocess.run(
        ["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough"],
        input=text.encode(), capture_output=True, check=True)
    page = Rendered()
    page.feed(done.stdout.decode())
    page.close()
    expect(not page.open, f"markdown: never closed: {page.open}")
    expect(page.links == ["https://law.example/a"], f"markdown: links: {page.links}")


def check_sarif(text, schema):
    log = json.loads(text)
    for error in jsonschema.Draft4Validator(schema).iter_errors(log):
        expect(False, f"sarif: {error.message[:100]}")
    (run,) = log["runs"]

    def walk(value, path):
        if isinstance(value, dict):
            for key, each in value.items():
                walk(each, f"{path}/{key}")
        elif isinstance(value, list):
            for each in value:
                walk(each, path)
        elif isinstance(value, str):
            if not path.endswith("/design") and not path.endswith("/file"):
                expect(not FORBIDDEN.search(value), f"sarif: a character that steers in {path}")
            if path.endswith("/text"):
                expect(not re.search(r"(?<!\\)\[", value), f"sarif: a link in {path}")
                expect(not re.search(r"(?<!{){(?!{)", value), f"sarif: a placeholder in {path}")

    walk(run, "")


def check_junit(text):
    root = ElementTree.fromstring(text)
    expect(len(root.findall("./testsuite/testcase")) == 5, "junit: the number of cases")
    expect(len(root.findall(".//failure")) == 2, "junit: the number of failures")
    tags = {"testsuites", "testsuite", "properties", "property", "testcase", "failure", "skipped",
            "system-out"}
    for node in root.iter():
        expect(node.tag in tags, f"junit: <{node.tag}>")
        for value in [node.text or "", *node.attrib.values()]:
            expect(not FORBIDDEN.search(value), "junit: a character that steers")


def main():
    program, schema = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "hostile.rules").write_text(RULES, encoding="utf-8")
        (root / FILE).write_text(json.dumps(DESIGN), encoding="utf-8")
        formats = ["json", "sarif", "junit", "markdown", "github", "text"]
        environment = {**os.environ, "GITHUB_STEP_SUMMARY": str(root / "summary")}
        done = subprocess.run(
            [program, "check", FILE, "--rules", "hostile.rules", "--as-of", "2027-01-01",
             *(f"--format={name}={name}" for name in formats)],
            cwd=root, capture_output=True, check=False, env=environment)
        expect(done.returncode == 1, f"exit {done.returncode}: {done.stderr.decode()}")
        texts = {name: (root / name).read_bytes().decode("utf-8") for name in formats}
        expect((root / "summary").read_text(encoding="utf-8") == texts["markdown"],
               "the summary of the run is not the Markdown report")
    report = json.loads(texts["json"])
    verdicts = {each["norm"]: each["verdict"] for each in report["designs"][0]["verdicts"]}
    expect(verdicts == {"p.days": "conflict", "p.size": "conflict", "p.plan": "needs_approval",
                        "p.nurse": "cannot_tell", "p.relieved": "relieved"}, f"verdicts: {verdicts}")
    check_log("text", texts["text"])
    check_log("github", texts["github"])
    expect(len(re.findall("^::error ", texts["github"], re.M)) == 2, "github: number of errors")
    check_markdown(texts["markdown"])
    check_sarif(texts["sarif"], json.loads(pathlib.Path(schema).read_text(encoding="utf-8")))
    check_junit(texts["junit"])
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
