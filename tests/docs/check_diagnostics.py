"""Every kind of message has a paragraph in docs/diagnostics.md and a golden case that shows it.

check_diagnostics.py ROOT
"""

import pathlib
import re
import sys

# Kinds that no input of a golden case can bring about, each with the reason.
EXEMPT = {
    "E0701": "depends on the disk; covered by the command line's own tests",
}


def main():
    root = pathlib.Path(sys.argv[1])
    kinds = (root / "dsl/diagnostics/kinds.def").read_text(encoding="utf-8")
    codes = re.findall(r"^DIAGNOSTIC\((\w+),", kinds, re.MULTILINE)
    page = (root / "docs/diagnostics.md").read_text(encoding="utf-8")
    described = re.findall(r"^### (\w+)", page, re.MULTILINE)
    goldens = "".join(
        path.read_text(encoding="utf-8", errors="replace")
        for pattern in ("*.golden", "*.eval")
        for path in sorted((root / "tests/golden").rglob(pattern))
    )
    problems = []
    if len(set(codes)) != len(codes):
        problems.append("kinds.def uses a code twice")
    problems += [f"{code}: no paragraph in docs/diagnostics.md" for code in codes if code not in described]
    problems += [f"{code}: described, but no such kind" for code in described if code not in codes]
    for code in codes:
        if code not in EXEMPT and f"[{code}]" not in goldens:
            problems.append(f"{code}: no golden case shows it")
    print("\n".join(problems))
    print(f"{len(codes)} kinds: {len(codes) - len(problems)} passed, {len(problems)} failed")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
