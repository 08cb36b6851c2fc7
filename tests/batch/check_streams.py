#!/usr/bin/env python3
"""`leeway check --batch` as a stream: long lines, ends, signals, pipes that close, terminals.

usage: check_streams.py PROGRAM RULES MEBIBYTES

What no file of a golden case can show. No run may take more than MEBIBYTES of memory.
"""

import json
import os
import pathlib
import pty
import re
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time

DESIGNS = 100_000
MEBIBYTE = 1 << 20

found = []


def expect(holds, text):
    if not holds:
        found.append(text)


def design(number=0, **others):
    return json.dumps({"name": f"Design {number}", "as_of": "2026-09-01",
                       "school": {"state": "IA"}, "calendar": {"days": 170 + number % 30},
                       **others})


class Batch:
    def __init__(self, program, rules, folder):
        self.folder = folder
        self.command = [program, "check", "--rules", rules, "--batch"]
        self.many = folder / "many.ndjson"
        self.many.write_text("".join(design(i) + "\n" for i in range(DESIGNS)))

    def start(self, *arguments, **others):
        return subprocess.Popen([*self.command, *arguments], stderr=subprocess.PIPE, **others)

    def run(self, data, *arguments):
        """Standard output as values, standard error, the exit code."""
        done = subprocess.run([*self.command, "-", *arguments], input=data, capture_output=True,
                              check=False)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        return lines, done.stderr.decode(), done.returncode


def check_texts(batch):
    """The same designs in texts that begin, end and break lines in other ways."""
    one = design(20)
    clear, _, _ = batch.run((one + "\n").encode())
    expect(clear[0]["decision"] == "clear", f"one design: {clear}")
    for name, data, lines in [
            ("no break at the end", one + "\n" + one, [1, 2]),
            ("two bytes at a break", one + "\r\n\r\n" + one + "\r\n", [1, 3]),
            ("a byte order mark", "\ufeff" + one + "\n" + one, [1, 2]),
            ("empty lines", "\n \n\t\r\n" + one + "\n\n", [4]),
            ("a line longer than any design", design(20, note="x" * 10_000_000) + "\n" + one, [2]),
            ("a line a little too long", one + "\n" + design(20, note="x" * 4_500_000), [1])]:
        answers, _, _ = batch.run(data.encode())
        answered = [{**answer, "line": 1} for answer in answers if "error" not in answer]
        expect(answered == clear * len(lines), f"{name}: {str(answers)[:300]}")
        numbers = [answer["line"] for answer in answers if "error" not in answer]
        expect(numbers == lines, f"{name}: lines {numbers}")
        errors = [answer["error"]["message"] for answer in answers if "error" in answer]
        expect(errors == ["this design has more than 4194304 bytes"] * ("long" in name),
               f"{name}: {errors}")
    answers, said, code = batch.run(b"")
    expect((answers, code) == ([], 5) and "nothing was checked" in said, f"empty: {said} {code}")


def check_jobs(batch):
    """The same bytes by any number of threads."""
    outputs = set()
    for jobs in ("1", "2", "5"):
        with batch.start(str(batch.many), "--jobs", jobs, stdout=subprocess.PIPE) as process:
            outputs.add(process.stdout.read())
    expect(len(outputs) == 1, "the bytes hang on the number of threads")
    expect(outputs.pop().count(b"\n") == DESIGNS, "not every design is answered")


def check_memory(batch, mebibytes):
    """It does not grow with the number of lines, of faults, nor with the length of a line."""
    def feed(stream, parts):
        with stream:
            for part in parts:
                stream.write(part)

    many = batch.many.read_bytes()
    for parts, arguments in [([many] * 10, ["--jobs", "2"]),
                             ([b"no design\n" * DESIGNS] * 10, ["--summary"]),
                             ([b"no design\n" * DESIGNS] * 10, ["--summary", "-f", "json"]),
                             ([b"x" * MEBIBYTE] * 200, [])]:
        with batch.start("-", *arguments, stdin=subprocess.PIPE,
                         stdout=subprocess.PIPE) as process:
            feeder = threading.Thread(target=feed, args=(process.stdin, parts))
            feeder.start()
            while process.stdout.read(MEBIBYTE):
                pass
            feeder.join()
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        expect(peak < mebibytes, f"{arguments}: {peak} MiB of memory")


def check_answers_come(batch):
    """A line is answered when it is there, also behind one that is too long."""
    with batch.start("-", stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        for data, answers in ((design(20) + "\n", 1),
                              ("x" * 10_000_000 + "\n" + design(20) + "\n", 2)):
            process.stdin.write(data.encode())
            process.stdin.flush()
            got = []
            reader = threading.Thread(
                target=lambda: got.extend(process.stdout.readline() for _ in range(answers)))
            reader.start()
            reader.join(10)
            expect(len(got) == answers, f"{len(got)} answers of {answers} while the input waits")
        process.stdin.close()
        process.stdout.read()


def check_signal(batch, jobs, signal_number):
    """Nobody reads the answers when the signal comes; then all are read."""
    with batch.start("-", "--jobs", jobs, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        def feed():
            try:
                with batch.many.open("rb") as lines:
                    for line in lines:
                        process.stdin.write(line)
                        process.stdin.flush()
                        time.sleep(0.0005)
            except BrokenPipeError:
                pass
        feeder = threading.Thread(target=feed)
        feeder.start()
        time.sleep(2)
        process.send_signal(signal_number)
        time.sleep(0.3)
        out = process.stdout.read()
        said = process.stderr.read().decode()
        process.wait()
        feeder.join()
        process.stdin = None  # it is broken
    numbers = [json.loads(line)["line"] for line in out.splitlines()]
    expect(process.returncode == -signal_number, f"signal, {jobs} jobs: {process.returncode}")
    expect(numbers == list(range(1, len(numbers) + 1)), f"signal, {jobs} jobs: a line is missing")
    expect(said == f"leeway: stopped after {len(numbers):,} designs, each of them answered\n",
           f"signal, {jobs} jobs: {len(numbers)} answers, {said}")


def check_closed_pipe(batch):
    """As `| head -n 1` does it."""
    for jobs in ("1", "3"):
        with batch.start(str(batch.many), "--jobs", jobs, stdout=subprocess.PIPE) as process:
            process.stdout.readline()
            process.stdout.close()
            said = process.stderr.read().decode()
        expect(process.returncode == -signal.SIGPIPE and not said,
               f"a closed pipe, {jobs} jobs: {process.returncode} {said}")


def on_terminal(batch, *arguments, shares):
    ours, theirs = pty.openpty()
    done = subprocess.Popen([*batch.command, *arguments], stderr=theirs,
                            stdout=theirs if shares else subprocess.DEVNULL)
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 1 << 16):
            shown += part
    except OSError:  # the end of a terminal
        pass
    os.close(ours)
    done.wait()
    return shown.decode()


def check_terminal(batch):
    """The line of progress is taken away before anything else is written."""
    shown = on_terminal(batch, str(batch.many), shares=False)
    expect(re.fullmatch(r"(\r[\d,]+ designs?  \[#*\.*\] \d+%)+\r\x1b\[K", shown),
           f"progress: {shown[-200:]!r}")
    shown = on_terminal(batch, str(batch.many), shares=True)
    left = re.sub(r"\r[\d,]+ designs?  \[#*\.*\] \d+%\r\x1b\[K", "", shown)
    expect(left != shown, "no progress beside the answers")
    lines = left.splitlines()
    expect(len(lines) == DESIGNS and all(line.startswith('{"line":') for line in lines),
           "progress stands in the middle of the answers")


def main():
    program, rules, mebibytes = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        batch = Batch(program, rules, pathlib.Path(folder))
        check_texts(batch)
        check_jobs(batch)
        check_memory(batch, int(mebibytes))
        check_answers_come(batch)
        check_signal(batch, "1", signal.SIGINT)
        check_signal(batch, "2", signal.SIGTERM)
        check_closed_pipe(batch)
        check_terminal(batch)
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
