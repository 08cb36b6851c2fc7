#!/usr/bin/env python3
"""Rules that are kept compiled change no answer, whatever becomes of what is kept.

usage: check_cache.py PROGRAM

Run it in the root of the repository.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

DESIGN = "examples/the_met.yaml"


class Checks:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.cache = folder / "cache"
        self.failures = 0

    def run(self, *arguments, cache=None):
        environment = dict(os.environ, LEEWAY_CACHE=str(cache or self.cache))
        result = subprocess.run(
            [self.program, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env=environment,
        )
        return result.returncode, result.stdout, result.stderr

    def kept(self):
        return sorted(self.cache.glob("*.program"))

    def expect(self, is_right, what):
        if not is_right:
            print(what)
            self.failures += 1


def every_example_says_the_same(checks):
    for example in sorted(pathlib.Path("examples").glob("*.yaml")):
        for form in ("text", "json"):
            call = ["check", str(example), "--format", form]
            without = checks.run(*call, cache="none")
            for turn in ("first", "second"):
                checks.expect(
                    checks.run(*call) == without,
                    f"{example} as {form} says otherwise with kept rules, {turn} run",
                )
    checks.expect(len(checks.kept()) == 1, "the shipped packs are not kept once")


def damage_is_noticed(checks):
    good = checks.run("check", DESIGN, cache="none")
    kept = checks.kept()[0]
    whole = kept.read_bytes()
    damages = {
        "empty": b"",
        "cut": whole[: len(whole) // 2],
        "longer": whole + b"x",
        "changed": whole[:-100] + bytes([whole[-100] ^ 1]) + whole[-99:],
        "text": b"leeway program\n" + b"0" * 4096,
    }
    for name, bytes_ in damages.items():
        kept.write_bytes(bytes_)
        checks.expect(checks.run("check", DESIGN) == good, f"{name}: another report")
        checks.expect(kept.read_bytes() == whole, f"{name}: what is kept was not mended")
    kept.unlink()
    kept.mkdir()
    checks.expect(checks.run("check", DESIGN) == good, "a folder in its place: another report")
    kept.rmdir()


def a_folder_that_cannot_be_used_does_no_harm(checks):
    good = checks.run("check", DESIGN, cache="none")
    file = checks.folder / "file"
    file.write_text("no folder")
    for cache in (file, file / "below", "/proc/leeway"):
        checks.expect(checks.run("check", DESIGN, cache=cache) == good, f"{cache}: another report")
    checks.expect(file.read_text() == "no folder", "a file was written over")


def changed_rules_are_read_again(checks):
    rules = checks.folder / "rules"
    shutil.copytree("rules", rules)
    call = ["check", DESIGN, "--rules", str(rules)]
    checks.run(*call)
    before = checks.kept()
    vocabulary = next(rules.rglob("time.rules"))
    vocabulary.write_text(vocabulary.read_text() + "\nregulation\n")
    for turn in ("first", "second"):
        status, _, said = checks.run(*call)
        checks.expect(
            status == 3 and b"error[" in said, f"a mistake is not seen, {turn} run"
        )
    checks.expect(checks.kept() == before, "rules with a mistake were kept")


def few_are_kept(checks):
    rules = checks.folder / "many"
    shutil.copytree("rules", rules)
    for i in range(12):
        (rules / "more.rules").write_text(f"# {i}\n")
        checks.run("check", DESIGN, "--rules", str(rules))
    checks.expect(len(checks.kept()) == 8, f"{len(checks.kept())} programs are kept, not 8")
    small = checks.folder / "small.rules"
    small.write_text('vocabulary design "A design"\n  fact name text "Name"\n')
    before = checks.kept()
    checks.run("eval", "1 + 2", "--rules", str(small))
    checks.run("check", "README.md", "--rules", str(small))
    checks.expect(checks.kept() == before, "rules of a few lines are kept")


def main():
    with tempfile.TemporaryDirectory() as folder:
        checks = Checks(sys.argv[1], pathlib.Path(folder))
        every_example_says_the_same(checks)
        damage_is_noticed(checks)
        a_folder_that_cannot_be_used_does_no_harm(checks)
        changed_rules_are_read_again(checks)
        few_are_kept(checks)
        return 1 if checks.failures else 0


if __name__ == "__main__":
    sys.exit(main())
