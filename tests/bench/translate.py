#!/usr/bin/env python3
"""translate.py WORKLOAD RULES.json OUT.rules: a neutral workload's rules in the rule language.

WORKLOAD is a folder whose catalog.py lists the facts: F = [(path, type, parameters)]. The unit of a
number becomes a unit of the vocabulary; a table by grade becomes one fact for each grade, since a
grade that a design leaves out is unknown there and no gap in a table.
"""
import json
import pathlib
import sys

UNITS = {
    "": "count",
    "days": "days",
    "h/yr": "hours per year",
    "h/wk": "hours per week",
    "min": "minutes",
    "min/day": "minutes per day",
    "min/wk": "minutes per week",
    "USD/yr": "dollars per year",
    "yr": "years",
    "%": "points",
    "ratio": "parts",
    "m": "meters",
    "m2": "square_meters",
    "km": "kilometers",
    "ppb": "billionths",
    "students": "students",
}
OWN_UNITS = [
    ("point", "points", "A percentage point"),
    ("part", "parts", "One of a ratio"),
    ("meter", "meters", "A meter"),
    ("square_meter", "square_meters", "A square meter"),
    ("kilometer", "kilometers", "A kilometer"),
    ("billionth", "billionths", "A part in a billion"),
    ("student", "students", "A student"),
]
LAST_GRADE = 12


def load_catalog(folder):
    sys.path.insert(0, str(folder))
    import catalog  # the workload's own list

    return catalog.F


def choice_name(path):
    return "of_" + path.replace(".", "_")


def fact_type(path, kind, parameters):
    if kind == "num":
        return UNITS[parameters[3]]
    if kind in ("grade_lo", "grade_hi"):
        return "count"
    if kind == "enum":
        return choice_name(path)
    if kind == "set":
        return "set of " + choice_name(path)
    return {"time": "time", "bool": "yes/no"}[kind]


def vocabulary(facts):
    lines = [f'unit {one}, {many} "{title}"' for one, many, title in OWN_UNITS]
    groups = {"": [("id", "text"), ("name", "text")]}
    for path, kind, parameters in facts:
        if kind in ("enum", "set"):
            values = parameters if kind == "enum" else parameters[0]
            lines.append(f'choice {choice_name(path)} "Values" of {", ".join(values)}')
        if kind == "gmap":
            unit = UNITS[parameters[2]]
            groups[path] = [(f"g{g}", unit) for g in range(LAST_GRADE + 1)]
            continue
        group, _, name = path.rpartition(".")
        groups.setdefault(group, []).append((name, fact_type(path, kind, parameters)))
    for group, members in groups.items():
        lines.append(f'group {group} "Facts"' if group else 'vocabulary design "A design"')
        lines += [f'  fact {name} {of_type} "A fact"' for name, of_type in members]
    return lines


def amount(value, unit):
    word = UNITS[unit]
    return str(value) if word == "count" else f"{value} {word}"


def per_grade(atom):
    words = "at most" if atom["cmp"] == "le" else "at least"
    limit = amount(atom["value"], atom["unit"])
    grades = range(atom["lo"], atom["hi"] + 1)
    return " and ".join(
        f"(not (grades.lo at most {g} and grades.hi at least {g}) or "
        f"{atom['field']}.g{g} {words} {limit})"
        for g in grades
    )


def condition(atom):
    op = atom["op"]
    if op in ("and", "or"):
        return "(" + f" {op} ".join(condition(each) for each in atom["args"]) + ")"
    if op == "implies":
        return f"(not {condition(atom['if'])} or {condition(atom['then'])})"
    if op == "grades_overlap":
        return f"(grades.lo at most {atom['hi']} and grades.hi at least {atom['lo']})"
    if op == "per_grade":
        return f"({per_grade(atom)})"
    field = atom["field"]
    if op in ("ge", "le"):
        words = "at least" if op == "ge" else "at most"
        return f"({field} {words} {amount(atom['value'], atom['unit'])})"
    if op in ("time_ge", "time_le"):
        words = "no earlier than" if op == "time_ge" else "no later than"
        return f"({field} {words} {atom['value']})"
    if op == "is":
        return f"({field})" if atom["value"] else f"(not {field})"
    if op == "in":
        return f"({field} is one of {', '.join(atom['values'])})"
    joint = " and " if op == "contains_all" else " or "
    return "(" + joint.join(f"{field} includes {value}" for value in atom["values"]) + ")"


def norm(rule):
    lines = [
        f'regulation bench.{rule["id"].lower()} "Rule {rule["id"]}"',
        f'  enforced by bench.{rule["stakeholder"]}',
        "  applies when " + " and ".join(condition(each) for each in rule["applies"]),
        "  require " + condition(rule["require"]),
    ]
    if "unless" in rule:
        lines.append('  unless "an exception" when ' + condition(rule["unless"]))
    return lines


def main():
    folder, rules_path, out_path = sys.argv[1:]
    rules = json.loads(pathlib.Path(rules_path).read_text())["rules"]
    lines = ['pack bench "The neutral workload"']
    for stakeholder in sorted({rule["stakeholder"] for rule in rules}):
        lines.append(f'stakeholder bench.{stakeholder} "{stakeholder}"\n  kind body')
    lines += vocabulary(load_catalog(folder))
    for rule in rules:
        lines += norm(rule)
    pathlib.Path(out_path).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
