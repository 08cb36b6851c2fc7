"""Holds the documentation to what the program does.

check_docs.py LEEWAY DOCUMENT: compiles all `rules` blocks of the document together, runs their
tests, and works out every line of its `eval` blocks (EXPRESSION => RESULT).
"""

import pathlib
import re
import subprocess
import sys
import tempfile


def blocks(text, language):
    return re.findall(r"^```" + language + r"\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def main():
    leeway, document = sys.argv[1], pathlib.Path(sys.argv[2])
    text = document.read_text(encoding="utf-8")
    failures = 0
    checked = 0
    with tempfile.TemporaryDirectory() as folder:
        rules = pathlib.Path(folder) / "page.rules"
        rules.write_text("\n".join(blocks(text, "rules")), encoding="utf-8")
        run = subprocess.run([leeway, "test", str(rules)], capture_output=True, text=True)
        checked += 1
        if run.returncode != 0:
            failures += 1
            print(f"{document.name}: its rules do not pass (exit {run.returncode})")
            print(run.stdout + run.stderr)
        for line in "\n".join(blocks(text, "eval")).splitlines():
            if not line.strip():
                continue
            expression, _, expected = (part.strip() for part in line.partition("=>"))
            command = [leeway, "eval", "--bare", "--rules", str(rules), "--as-of", "2026-09-01"]
            run = subprocess.run(command + ["--", expression], capture_output=True, text=True)
            output = run.stdout.strip() or run.stderr.splitlines()[0].strip()
            checked += 1
            if output != expected:
                failures += 1
                print(f"{document.name}: {expression}\n  expected {expected}\n  found    {output}")
    print(f"{checked - failures} passed, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
