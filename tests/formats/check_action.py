#!/usr/bin/env python3
"""The script behind the action, on branches of a repository made for it.

usage: check_action.py PROGRAM SCRIPT RULES DESIGN
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

found = []


def expect(holds, text):
    if not holds:
        found.append(text)


class Repository:
    def __init__(self, root, program, script):
        self.root = pathlib.Path(root)
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT")},
            "LEEWAY": program, "LEEWAY_OPTIONS": "--rules\nworld.rules\n--as-of\n2027-03-01\n",
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "T", "GIT_AUTHOR_EMAIL": "t@t",
            "GIT_COMMITTER_NAME": "T", "GIT_COMMITTER_EMAIL": "t@t",
        }
        self.script = script
        self.git("init", "--quiet", "--initial-branch", "main")
        (self.root / ".gitignore").write_text("leeway-reports\n", encoding="utf-8")

    def git(self, *arguments):
        subprocess.run(["git", *arguments], cwd=self.root, env=self.environment, check=True,
                       capture_output=True)

    def commit(self, **texts):
        for name, text in texts.items():
            path = self.root / name.replace("__", "/").replace("_rules", ".rules").replace(
                "_yaml", ".yaml")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "a change")

    def branch(self, name, **texts):
        self.git("checkout", "--quiet", "-B", name, "main")
        self.commit(**texts)

    def check(self, **environment):
        done = subprocess.run([self.script, "main"], cwd=self.root, capture_output=True, check=False,
                              env={**self.environment, **environment})
        return done.returncode, done.stdout.decode(), done.stderr.decode()


def main():
    program, script, rules, design = sys.argv[1:]
    rules = pathlib.Path(rules).read_text(encoding="utf-8")
    design = pathlib.Path(design).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(folder, program, script)
        repository.commit(world_rules=rules, designs__a_yaml=design, designs__b_yaml=design)

        repository.branch("nothing", note="n")
        code, out, _ = repository.check()
        expect((code, out) == (0, "No design changes.\n"), f"nothing: {code} {out}")

        repository.branch("moved", designs__a_yaml=design.replace("name: Small", "\n\nname: Small"))
        code, out, err = repository.check()
        expect(code == 0, f"moved: {code} {out} {err}")
        expect("0 conflicts are new; 3 are known" in " ".join(out.split()), f"moved: {out}")
        expect("b.yaml" not in out, "moved: b.yaml did not change")
        code, _, _ = repository.check(LEEWAY_FAIL_ON_UNDECIDED="true")
        expect(code == 2, f"undecided: {code}")

        worse = design.replace("minutes: 30", "minutes: 70").replace("name: Small",
                                                                     "name: '##[error]x'  # Small")
        repository.branch("worse", designs__a_yaml=worse)
        summary = repository.root.parent / (repository.root.name + ".summary")
        code, out, err = repository.check(GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
        expect(code == 1, f"worse: {code} {out} {err}")
        errors = re.findall("^::error file=designs/a.yaml,line=([0-9]+)", out, re.M)
        expect(len(errors) == 1, f"worse: {out}")
        token = re.match("::stop-commands::([0-9a-f]{32})\n", out)
        expect(bool(token) and f"\n::{token.group(1)}::\n::error" in out, f"worse: {out}")
        expect("1 conflict is new" in summary.read_text(encoding="utf-8"), "worse: the summary")
        summary.unlink()
        report = json.loads((repository.root / "leeway-reports/report.json").read_text())
        expect(report["designs"][0]["baseline"]["new"] == 1, "worse: the report")
        for name in ("report.sarif", "report.junit.xml", "report.md"):
            expect((repository.root / "leeway-reports" / name).stat().st_size > 0, f"worse: {name}")

        repository.branch("added", designs__c_yaml=design)
        code, out, _ = repository.check()
        expect(code == 1 and "tells nothing of this design" not in out, f"added: {code} {out}")

        repository.branch("rules", world_rules=rules.replace("at least 30", "at least 50"))
        code, out, _ = repository.check()
        expect(code == 1 and "designs/a.yaml" in out and "designs/b.yaml" in out, f"rules: {out}")

        repository.branch("broken", designs__a_yaml="name: [")
        code, out, err = repository.check()
        expect(code == 4 and "designs/a.yaml" in out, f"broken: {code} {out} {err}")
        worktrees = subprocess.run(["git", "worktree", "list"], cwd=folder, capture_output=True,
                                   check=True, env=repository.environment).stdout.decode()
        expect(worktrees.count("\n") == 1, f"worktrees are left: {worktrees}")
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
