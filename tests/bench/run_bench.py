#!/usr/bin/env python3
"""Runs the benchmark of the batch engine over a neutral workload; see script/bench."""
import argparse
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
# The reference is slow; it looks at so many designs at most.
CHECKED_DESIGNS = 1_000
REPETITIONS = 9
COLD_STARTS = 15


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, **options)


def leeway(tools, rules, designs, *options):
    command = [tools / "leeway", "check", "--rules", rules, "--batch", designs, "--exit-zero"]
    return [str(word) for word in (*command, *options)]


def matches_reference(tools, workload, rules_json, rules, designs, folder):
    """Whether each norm has the reference's number of each verdict, and each of the first 1,000
    designs its conflicts. The reference calls a norm `excepted` that is met besides."""
    expected_file = folder / "expected.json"
    run(sys.executable, workload / "reference.py", rules_json, designs, expected_file,
        CHECKED_DESIGNS, stdout=subprocess.DEVNULL)
    expected = json.loads(expected_file.read_text())
    checked = folder / "checked.ndjson"
    with open(designs) as lines, open(checked, "w") as out:
        for _, line in zip(range(CHECKED_DESIGNS), lines):
            out.write(line)
    summary = json.loads(run(*leeway(tools, rules, checked, "--summary", "--format", "json"),
                             capture_output=True).stdout)
    for name, counts in expected["per_rule"].items():
        got = summary["norms"]["bench." + name.lower()]
        same = all(got.get(word, 0) == counts[word]
                   for word in ("conflict", "does_not_apply", "cannot_tell"))
        met = got.get("clear", 0) + got.get("excepted", 0)
        if not same or met != counts["clear"] + counts["excepted"]:
            return False
    lines = run(*leeway(tools, rules, checked), capture_output=True).stdout.splitlines()
    for line, conflicts in zip(lines, expected["first1000_conflicts"]):
        got = [name[len("bench."):].upper() for name in json.loads(line).get("conflict", [])]
        if got != conflicts:
            return False
    return True


def in_memory(tools, rules, designs):
    """Designs a second of each case, by its name: of its fastest repetition, for what else runs on
    the machine can only slow it down."""
    environment = dict(os.environ, LEEWAY_BENCH_RULES=str(rules), LEEWAY_BENCH_DESIGNS=str(designs))
    done = run(tools / "tests" / "leeway_bench", f"--benchmark_repetitions={REPETITIONS}",
               "--benchmark_min_time=0.05", "--benchmark_enable_random_interleaving=true",
               "--benchmark_report_aggregates_only=true", "--benchmark_format=json",
               env=environment, capture_output=True)
    rates = {}
    for case in json.loads(done.stdout)["benchmarks"]:
        if case["aggregate_name"] == "largest":
            name, jobs = case["run_name"].split("/")[:2]
            rates[name, int(jobs)] = case["items_per_second"]
    return rates


def whole_process(command):
    """Seconds, seconds of the processor and peak memory in MB of one run."""
    before = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command[0]} left with {process.returncode}")
    return (time.perf_counter() - before, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def cold_start(tools, rules, designs, folder):
    """Milliseconds for one design, and those of the processor alone; of the fastest run."""
    one = folder / "one.ndjson"
    with open(designs) as lines:
        one.write_text(lines.readline())
    runs = [whole_process(leeway(tools, rules, one)) for _ in range(COLD_STARTS)]
    return min(each[0] for each in runs) * 1000, min(each[1] for each in runs) * 1000


def cases(arguments, folder):
    tools = pathlib.Path(arguments.build)
    workload = pathlib.Path(arguments.workload).resolve()
    for count in (1_000, 10_000) if arguments.quick else (1_000, 10_000, 100_000):
        designs = folder / f"designs{count}.ndjson"
        run(sys.executable, workload / "gen_designs.py", count, designs)
        for rule_count in (30, 120, 500):
            rules_json = workload / f"rules{rule_count}.json"
            rules = folder / f"rules{rule_count}.rules"
            run(sys.executable, HERE / "translate.py", workload, rules_json, rules)
            same = matches_reference(tools, workload, rules_json, rules, designs, folder)
            rates = in_memory(tools, rules, designs)
            start, start_cpu = cold_start(tools, rules, designs, folder)
            for jobs in (1, 2):
                seconds, _, megabytes = min(
                    whole_process(leeway(tools, rules, designs, "--jobs", jobs))
                    for _ in range(3))
                yield {
                    "rules": rule_count,
                    "designs": count,
                    "jobs": jobs,
                    "parse_only": round(rates["parse_only", jobs]),
                    "read_facts": round(rates["read_facts", jobs]),
                    "evaluate_only": round(rates["evaluate_only", 1]),
                    "end_to_end": round(rates["end_to_end", jobs]),
                    "whole_process_lines": round(count / seconds),
                    "peak_rss_mb": round(megabytes, 1),
                    "cold_start_ms": round(start, 1),
                    "cold_start_cpu_ms": round(start_cpu, 1),
                    "verdicts_match_reference": same,
                }


def table_row(case):
    ratio = case["end_to_end"] / case["read_facts"]
    return (f"| {case['rules']} | {case['designs']:,} | {case['jobs']} | {case['parse_only']:,} | "
            f"{case['read_facts']:,} | {case['evaluate_only']:,} | {case['end_to_end']:,} | "
            f"{ratio:.2f} | {case['whole_process_lines']:,} | {case['peak_rss_mb']} | "
            f"{case['cold_start_ms']} | {case['cold_start_cpu_ms']} | {'yes' if case['verdicts_match_reference'] else 'NO'} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workload")
    parser.add_argument("--build", required=True)
    parser.add_argument("--json")
    parser.add_argument("--table")
    parser.add_argument("--quick", action="store_true", help="without 100,000 designs")
    arguments = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.environ["LEEWAY_CACHE"] = "none"  # a cold start is one from text
    done = []
    heading = ("| rules | designs | jobs | parse only | read facts | evaluate only | end to end | "
               "of read facts | program, lines out | peak MB | cold start ms | of it processor | "
               "as the reference |")
    rows = [heading, "| --- " * 13 + "|"]
    print("\n".join(rows), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for case in cases(arguments, pathlib.Path(folder)):
            done.append(case)
            rows.append(table_row(case))
            print(rows[-1], flush=True)
    if arguments.json:
        pathlib.Path(arguments.json).write_text(json.dumps(done, indent=1) + "\n")
    if arguments.table:
        pathlib.Path(arguments.table).write_text("\n".join(rows) + "\n")
    return 0 if all(case["verdicts_match_reference"] for case in done) else 1


if __name__ == "__main__":
    sys.exit(main())
