#!/usr/bin/env python3
"""Rules that are kept compiled change no answer, whatever becomes of what is kept.

usage: check_cache.py PROGRAM

Run it in the root of the repository.
"""

import os
import pathlib
import shutil
import stat
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
        return sorted(self.cache.glob("[0-9a-f]*.program"))

    def expect(self, is_right, what):
        if not is_right:
            print(what)
            self.failures += 1


def is_used(checks, *arguments, **options):
    """Whether a run says that it took what an earlier one has compiled."""
    said = checks.run("check", DESIGN, "--verbose", *arguments, **options)[2]
    return b"compiled before" in said


def what_is_kept_is_used(checks):
    checks.expect(not is_used(checks), "the first run uses something")
    (kept,) = checks.kept()
    before = kept.stat()
    checks.expect(is_used(checks), "the second run does not use what the first has kept")
    checks.expect(kept.stat().st_ino == before.st_ino, "what is kept was written again")
    checks.expect(stat.S_IMODE(kept.stat().st_mode) == 0o600, "others may read what is kept")
    checks.expect(stat.S_IMODE(checks.cache.stat().st_mode) == 0o700, "others may look for it")
    checks.expect(not is_used(checks, cache="none"), "`none` uses something")


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
    os.mkfifo(kept)
    checks.expect(checks.run("check", DESIGN) == good, "a pipe in its place: another report")
    checks.expect(is_used(checks), "the pipe was not replaced")


def nothing_else_is_touched(checks):
    good = checks.run("check", DESIGN, cache="none")
    (kept,) = checks.kept()
    whole = kept.read_bytes()
    victim = checks.folder / "victim"
    victim.write_text("mine")
    kept.unlink()
    kept.symlink_to(victim)
    checks.expect(checks.run("check", DESIGN) == good, "a link in its place: another report")
    checks.expect(victim.read_text() == "mine", "a file was written through a link")
    checks.expect(kept.read_bytes() == whole and not kept.is_symlink(), "the link is still there")
    for mode in (0o620, 0o602):
        kept.chmod(mode)
        checks.expect(not is_used(checks), f"what others may write is used ({mode:o})")
    if os.geteuid() == 0:
        os.chown(kept, 12345, -1)
        checks.expect(not is_used(checks), "what another user has written is used")
    mine = [checks.cache / f"my{i}.program" for i in range(12)]
    for path in mine:
        path.write_text("mine")
    unfinished = checks.cache / f".{'0' * 32}.program.abcdef"
    young = checks.cache / f".{'1' * 32}.program.abcdef"
    unfinished.write_text("half")
    young.write_text("half")
    os.utime(unfinished, (0, 0))
    kept.unlink()
    checks.run("check", DESIGN)
    checks.expect(all(path.exists() for path in mine), "files of others were deleted")
    checks.expect(not unfinished.exists(), "what was never finished stays for ever")
    checks.expect(young.exists(), "what is being written was deleted")
    for path in [*mine, young]:
        path.unlink()


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


def what_was_wrong_before_stays_wrong(checks):
    for verb in (["check"], ["network"], ["check", "--batch"]):
        call = [*verb, DESIGN, "--add-rules", str(checks.folder / "nowhere")]
        expected = checks.run(*call, cache="none")
        checks.expect(expected[0] == 3, f"{verb}: a folder that is not there is no fault")
        checks.expect(checks.run(*call) == expected, f"{verb}: kept rules hide a fault")


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
        what_is_kept_is_used(checks)
        every_example_says_the_same(checks)
        damage_is_noticed(checks)
        a_folder_that_cannot_be_used_does_no_harm(checks)
        nothing_else_is_touched(checks)
        what_was_wrong_before_stays_wrong(checks)
        changed_rules_are_read_again(checks)
        few_are_kept(checks)
        return 1 if checks.failures else 0


if __name__ == "__main__":
    sys.exit(main())
