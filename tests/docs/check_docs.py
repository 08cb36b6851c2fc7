"""Holds the documentation to what the program does.

check_docs.py LEEWAY DOCUMENT [--with-shipped]: compiles all `rules` blocks of the document
together and runs their tests (with --with-shipped, besides the shipped packs), works out every line
of its `eval` blocks (EXPRESSION => RESULT), and checks every `yaml` block as a design. A `rules`
block with a path behind the word stands in that file. A `console` block is run, all of a page in one
folder that has `rules` and `examples`: lines that begin with `$ ` are commands, the others what they
print, where `...` stands for any lines.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile


def blocks(text, language):
    return re.findall(r"^```" + language + r"\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


ROOT = pathlib.Path(__file__).resolve().parents[2]


def commands_of(block):
    """The commands of a `console` block, each with what it prints."""
    commands = []
    for line in block.splitlines():
        if line.startswith("$ "):
            commands.append((line[2:], []))
        elif commands:
            commands[-1][1].append(line)
    return commands


def prints(output, expected):
    pattern = "".join(
        r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"\n" for line in expected
    )
    return re.fullmatch(pattern, output) is not None


class Page:
    def __init__(self, leeway, document):
        self.leeway = str(pathlib.Path(leeway).resolve())
        self.name = document.name
        self.text = document.read_text(encoding="utf-8")
        self.checked = 0
        self.failures = 0

    def run(self, *arguments):
        return subprocess.run([self.leeway, *arguments], capture_output=True, text=True)

    def hold(self, holds, message):
        self.checked += 1
        if not holds:
            self.failures += 1
            print(f"{self.name}: {message}")

    def check_rules(self, folder, with_shipped):
        texts = blocks(self.text, "rules")
        if not texts:
            return []
        path = pathlib.Path(folder) / "page.rules"
        path.write_text("\n".join(texts), encoding="utf-8")
        rules = ["--add-rules" if with_shipped else "--rules", str(path)]
        run = self.run("test", *rules)
        self.hold(run.returncode == 0, f"its rules do not pass\n{run.stdout}{run.stderr}")
        return rules

    def check_expressions(self, rules):
        for line in "\n".join(blocks(self.text, "eval")).splitlines():
            if not line.strip():
                continue
            expression, _, expected = (part.strip() for part in line.partition("=>"))
            run = self.run("eval", "--bare", *rules, "--as-of", "2026-09-01", "--", expression)
            output = run.stdout.strip() or run.stderr.splitlines()[0].strip()
            self.hold(output == expected, f"{expression}\n  expected {expected}\n  found    {output}")

    def check_designs(self, folder):
        for design in blocks(self.text, "yaml"):
            path = pathlib.Path(folder) / "design.yaml"
            path.write_text(design, encoding="utf-8")
            run = self.run("check", str(path))
            self.hold(run.returncode in (0, 1, 2), f"a design is not read\n{run.stderr}")

    def check_excerpts(self):
        excerpts = re.findall(r"^```rules (\S+)\n(.*?)^```", self.text, re.MULTILINE | re.DOTALL)
        for path, excerpt in excerpts:
            text = (ROOT / path).read_text(encoding="utf-8")
            self.hold(excerpt in text, f"this does not stand in {path}\n{excerpt}")

    def check_commands(self, folder):
        place = pathlib.Path(folder) / "place"
        place.mkdir()
        for name in ("rules", "examples"):
            (place / name).symlink_to(ROOT / name)
        path = f"{pathlib.Path(self.leeway).parent}{os.pathsep}{os.environ['PATH']}"
        environment = {**os.environ, "PATH": path, "LEEWAY_RULES": "rules"}
        for block in blocks(self.text, "console"):
            for command, expected in commands_of(block):
                run = subprocess.run(
                    ["/bin/sh", "-c", command],
                    cwd=place,
                    env=environment,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    text=True,
                )
                self.hold(
                    prints(run.stdout, expected),
                    f"$ {command}\nexpected\n" + "\n".join(expected) + f"\nfound\n{run.stdout}",
                )


def main():
    page = Page(sys.argv[1], pathlib.Path(sys.argv[2]))
    with tempfile.TemporaryDirectory() as folder:
        rules = page.check_rules(folder, "--with-shipped" in sys.argv)
        page.check_expressions(rules)
        page.check_designs(folder)
        page.check_excerpts()
        page.check_commands(folder)
    print(f"{page.checked - page.failures} passed, {page.failures} failed")
    return 1 if page.failures or not page.checked else 0


if __name__ == "__main__":
    sys.exit(main())
