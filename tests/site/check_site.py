"""Holds the site of the shipped packs to what a reader needs.

check_site.py LEEWAY: writes the site twice. Both are the same to the byte; every page is
well-formed, has one title and one main part, its headings in order and its ids once; every link
within the site has its target, every entry of the search box too; nothing is loaded from
elsewhere; and every norm, stakeholder and fact has its place.
"""

import html.parser
import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse

VOID = {"meta", "link", "input", "br", "hr", "img"}


class Page(html.parser.HTMLParser):
    """What a page holds: its links and ids, and what is wrong with it."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.ids = []
        self.links = []
        self.loads = []
        self.levels = []
        self.tags = []
        self.labelled = set()
        self.inputs = []
        self.faults = []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self.open]
        self.check()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        if len(given) != len(attributes):
            self.faults.append(f"<{tag}> has an attribute twice")
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
        if tag == "label":
            self.labelled.add(given["for"])
        if tag == "input":
            self.inputs.append(given["id"])
        if tag in ("script", "link", "img", "iframe"):
            self.loads.append(given.get("src") or given.get("href"))
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))
        self.faults += [f"<{tag}> has {name}" for name in given if name.startswith("on")]

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()

    def check(self):
        for tag in ("html", "title", "h1", "main", "nav"):
            if self.tags.count(tag) != 1:
                self.faults.append(f"{self.tags.count(tag)} times <{tag}>")
        if self.levels[:1] != [1] or any(b > a + 1 for a, b in zip(self.levels, self.levels[1:])):
            self.faults.append(f"headings of levels {self.levels}")
        twice = {name for name in self.ids if self.ids.count(name) > 1}
        if twice:
            self.faults.append(f"ids that stand twice: {twice}")
        if not self.labelled >= set(self.inputs):
            self.faults.append("an input without a label")


class Site:
    def __init__(self, folder):
        self.folder = folder
        self.faults = []
        self.pages = {
            path.relative_to(folder).as_posix(): Page(path.read_text(encoding="utf-8"))
            for path in sorted(folder.rglob("*.html"))
        }

    def has(self, page, link):
        """Whether the link leads somewhere from the page."""
        path, _, anchor = link.partition("#")
        target = page
        if path:
            whole = (self.folder / page).parent / urllib.parse.unquote(path)
            try:
                target = whole.resolve().relative_to(self.folder.resolve()).as_posix()
            except ValueError:
                return False
        if target not in self.pages:
            return False
        return not anchor or urllib.parse.unquote(anchor) in self.pages[target].ids

    def check_page(self, name, page):
        self.faults += [f"{name}: {fault}" for fault in page.faults]
        for link in page.links:
            if link.startswith(("http://", "https://")):
                continue
            if not self.has(name, link):
                self.faults.append(f"{name}: `{link}` leads nowhere")
        for load in page.loads:
            if "//" in load or not (self.folder / name).parent.joinpath(load).is_file():
                self.faults.append(f"{name}: loads `{load}`")

    def entries(self):
        text = (self.folder / "search.js").read_text(encoding="utf-8")
        rows = text[text.index("[\n") + 2 : text.index("\n];")].splitlines()
        return [json.loads(row.rstrip(",")) for row in rows]

    def check(self):
        for name, page in self.pages.items():
            self.check_page(name, page)
        entries = self.entries()
        for title, name, kind, address in entries:
            if not title or not name or not kind or not self.has("index.html", address):
                self.faults.append(f"search: `{name}` leads to `{address}`")
        kinds = [kind for _, _, kind, _ in entries]
        for folder, kind in (("packs", "pack"), ("stakeholders", "stakeholder")):
            pages = [name for name in self.pages if name.startswith(folder + "/")]
            if len(pages) != kinds.count(kind) or not pages:
                self.faults.append(f"{len(pages)} pages in {folder}, {kinds.count(kind)} entries")
        norms = [name for name in self.pages if name.startswith("norms/")]
        if len(norms) < 100:
            self.faults.append(f"only {len(norms)} pages of norms")
        for name in norms:
            text = (self.folder / name).read_text(encoding="utf-8")
            if '<p class="lead">' not in text or "<pre" not in text:
                self.faults.append(f"{name}: no sentence, or no source")


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folders = [pathlib.Path(temporary) / name for name in ("one", "two")]
        for folder in folders:
            subprocess.run([sys.argv[1], "doc", "-o", str(folder)], check=True, stdout=subprocess.DEVNULL)
        site = Site(folders[0])
        site.check()
        if contents(folders[0]) != contents(folders[1]):
            site.faults.append("two runs do not give the same bytes")
    for fault in site.faults:
        print(fault)
    print(f"{len(site.pages)} pages, {len(site.faults)} faults")
    return 1 if site.faults else 0


if __name__ == "__main__":
    sys.exit(main())
