"""Every kind of message has a paragraph in docs/diagnostics.md and a golden case that shows it.

A case shows a kind when its accepted output has a line `error[CODE]: TEXT` with the severity and
the text that kinds.def gives the kind. What only quotes messages, as `explain-error` does, is no
such case. Besides, each case of a wrong rule file or design has to show a message at all.

check_diagnostics.py ROOT
"""

import pathlib
import re
import sys

SEVERITIES = {"Error": "error", "Warning": "warning", "Note": "note"}


def kinds_of(root):
    text = (root / "dsl/diagnostics/kinds.def").read_text(encoding="utf-8")
    return re.findall(r'^DIAGNOSTIC\((\w+), \w+, (\w+), "((?:[^"\\]|\\.)*)"\)$', text, re.MULTILINE)


def declared(root):
    text = (root / "dsl/diagnostics/kinds.def").read_text(encoding="utf-8")
    return len(re.findall(r"^DIAGNOSTIC\(", text, re.MULTILINE))


def arguments_of(golden):
    """What the case runs: the first line of its input, or of its sidecar."""
    for ending in (".args", ".rules", ".yaml"):
        path = golden.with_suffix(ending)
        if path.exists():
            return path.read_text(encoding="utf-8", errors="replace").split("\n", 1)[0]
    return ""


def shown_lines(root):
    """The lines of accepted outputs that are messages of the case itself."""
    lines = []
    for path in sorted((root / "tests/golden").rglob("*.golden")):
        if "explain-error" in arguments_of(path):
            continue
        lines += path.read_text(encoding="utf-8", errors="replace").split("\n")
    for path in sorted((root / "tests/golden").rglob("*.eval")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            lines.append(line.split("=>", 1)[-1].strip())
    return lines


def pattern_of(code, severity, text):
    words = [re.escape(part) for part in text.split("{}")]
    return re.compile(re.escape(f"{SEVERITIES[severity]}[{code}]: ") + ".+".join(words) + "$")


def silent_cases(root):
    """Cases of wrong rule files and designs whose accepted output has no message."""
    silent = []
    for folder in ("diagnostics", "design/bad"):
        for path in sorted((root / "tests/golden" / folder).rglob("*.golden")):
            text = path.read_text(encoding="utf-8", errors="replace")
            if "bad" in path.parts and not re.search(r"^(error|warning)\[\w+\]: ", text, re.MULTILINE):
                silent.append(path.relative_to(root))
    return silent


def main():
    root = pathlib.Path(sys.argv[1])
    kinds = kinds_of(root)
    codes = [code for code, _, _ in kinds]
    page = (root / "docs/diagnostics.md").read_text(encoding="utf-8")
    described = re.findall(r"^### (\w+)", page, re.MULTILINE)
    lines = shown_lines(root)
    problems = []
    if not kinds or len(kinds) != declared(root):
        problems.append("kinds.def has a line that this test cannot read")
    if len(set(codes)) != len(codes):
        problems.append("kinds.def uses a code twice")
    problems += [f"{code}: no paragraph in docs/diagnostics.md" for code in codes if code not in described]
    problems += [f"{code}: described, but no such kind" for code in described if code not in codes]
    for code, severity, text in kinds:
        pattern = pattern_of(code, severity, text)
        if not any(pattern.match(line) for line in lines):
            problems.append(f"{code}: no golden case shows it")
    problems += [f"{path}: a wrong file, and no message" for path in silent_cases(root)]
    print("\n".join(problems))
    print(f"{len(codes)} kinds: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
