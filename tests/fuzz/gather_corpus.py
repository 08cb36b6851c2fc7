#!/usr/bin/env python3
"""Gathers what the fuzz targets start from.

usage: gather_corpus.py REPOSITORY CORPUS

fuzz_rules gets every shipped rule file and every golden one; a golden case is put behind the
`world.rules` that it needs, so that it compiles by itself. fuzz_designs gets the examples and the
golden designs, fuzz_batch the golden JSON, a file a line.
"""

import hashlib
import pathlib
import sys


def world_of(path, root):
    """The declarations that a golden case is read with."""
    for folder in path.parents:
        world = folder / "world.rules"
        if world.exists() and world != path:
            return world.read_bytes() + b"\n"
        if folder == root:
            break
    return b""


def main():
    repository, corpus = map(pathlib.Path, sys.argv[1:])
    golden = repository / "tests" / "golden"
    gathered = {"fuzz_rules": [], "fuzz_designs": [], "fuzz_batch": []}
    for path in sorted((repository / "rules").rglob("*.rules")):
        gathered["fuzz_rules"].append(path.read_bytes())
    for path in sorted(golden.rglob("*.rules")):
        gathered["fuzz_rules"].append(world_of(path, golden) + path.read_bytes())
    for folder in (repository / "examples", repository / "rules", golden):
        for ending in ("*.yaml", "*.json"):
            for path in sorted(folder.rglob(ending)):
                gathered["fuzz_designs"].append(path.read_bytes())
    for path in sorted(golden.rglob("*.json")):
        gathered["fuzz_batch"].append(b" ".join(path.read_bytes().splitlines()) + b"\n")
    for name, texts in gathered.items():
        if not texts:
            sys.exit(f"there is nothing for {name} below {repository}")
        folder = corpus / name
        folder.mkdir(parents=True, exist_ok=True)
        for text in texts:
            (folder / hashlib.sha256(text).hexdigest()[:16]).write_bytes(text)


if __name__ == "__main__":
    main()
