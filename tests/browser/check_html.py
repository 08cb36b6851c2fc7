"""Holds the HTML report and the site of the packs to what readers need, in headless Chromium.

check_html.py LEEWAY            how it looks and works: small, quick, no errors, nothing loaded, the
                                filter and the tabs by mouse and keyboard, without scripts, on paper;
                                the site's search
check_html.py LEEWAY --axe FILE whether people who cannot see it or use no mouse can use it, by the
                                rules of axe-core

Leaves with 77 where Chromium, pdftotext or axe-core is missing, which CTest counts as skipped.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

from chromium import SKIPPED, Chromium, find_chromium
from paper import PAPERS, letters, pages_of

MOST_BYTES = 300_000
MOST_SECONDS = 1.0
ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
# Of these some have conflicts, and some none.
LOOKED_AT = (
    "iowa_big",
    "two_days_out_california_charter",
    "two_days_out_colorado",
    "two_days_out_iowa",
    "the_met",
)
WIDTHS = (1200, 390)
SCHEMES = ("light", "dark")
# Of pages of paper, for a design with one conflict.
MOST_PAGES = 10
LEAST_LETTERS = 300

# The ids that stand twice, and links within the page that lead nowhere.
BROKEN = """(() => {
  const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  const dead = [...document.querySelectorAll('a[href^="#"]')]
    .map((link) => link.getAttribute("href").slice(1))
    .filter((id) => document.getElementById(id) === null);
  return [...twice, ...dead];
})()"""

# Words of the map that stand out of their shape.
OVERFLOWING = """[...document.querySelectorAll(".map .member, .map .feature")].filter((node) => {
  const text = node.querySelector("text").getBoundingClientRect();
  const shape = node.querySelector("ellipse, rect").getBoundingClientRect();
  return text.left < shape.left || text.right > shape.right || text.top < shape.top ||
    text.bottom > shape.bottom;
}).map((node) => node.textContent)"""

# What the map tells of features, and of the lines to them.
MAP_TEXTS = """[...document.querySelectorAll(".map .feature text, .map .edge text")]
  .map((text) => text.textContent.replace("at risk", "").trim())"""

SHOWN = """[...document.querySelectorAll(".panel [data-by]")]
  .filter((entry) => entry.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true}))
  .length"""

SHOWN_PANELS = """[...document.querySelectorAll(".panel")]
  .filter((panel) => !panel.hasAttribute("hidden")).map((panel) => panel.id)"""


class Checks:
    def __init__(self, leeway, folder, browser):
        self.leeway = leeway
        self.folder = folder
        self.browser = browser
        self.faults = []
        self.about = ""

    def hold(self, condition, what):
        if not condition:
            self.faults.append(f"{self.about}: {what}")

    def report(self, name, designs, *options):
        """Writes a report and gives its address."""
        file = self.folder / f"{name}.html"
        run = subprocess.run(
            [self.leeway, "check", *map(str, designs), "--format", "html", "-o", str(file), *options],
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
        if not file.is_file():
            raise RuntimeError(f"no report of {name}: {run.stderr}")
        return file

    def example(self, name):
        return self.report(name, [f"examples/{name}.yaml"])

    def check_sizes(self):
        sizes = {}
        for design in sorted((ROOT / "examples").glob("*.yaml")):
            self.about = design.stem
            sizes[design.stem] = len(self.example(design.stem).read_bytes())
            self.hold(sizes[design.stem] < MOST_BYTES, f"{sizes[design.stem]} bytes")
        return max(sizes, key=sizes.get)

    def check_speed(self, name):
        self.about = name
        page = self.browser.page()
        address = (self.folder / f"{name}.html").as_uri()
        seconds = min(page.open(address) for _ in range(3))
        self.hold(seconds < MOST_SECONDS, f"drawn in {seconds:.2f} seconds")

    def check_looks(self, name):
        page = self.browser.page()
        file = self.example(name)
        for width in WIDTHS:
            for scheme in SCHEMES:
                self.about = f"{name}, {width} px, {scheme}"
                page.resize(width, 900)
                page.look(scheme=scheme)
                page.open(file.as_uri())
                wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                self.hold(wide <= 0, f"{wide} px too wide")
                self.hold(page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") ==
                          (scheme == "dark"), "the colour scheme is not taken over")
        self.hold(not (found := page.evaluate(OVERFLOWING)), f"words outside their shape: {found}")
        self.hold(not (found := page.evaluate(BROKEN)), f"ids twice, or links to nowhere: {found}")
        self.hold(not (found := page.complaints()), f"complaints: {found}")
        self.hold(set(page.requests()) == {file.as_uri()}, f"loads {page.requests()}")

    def check_filter(self, name):
        self.about = f"filter of {name}"
        page = self.browser.page()
        page.open(self.example(name).as_uri())
        page.evaluate("document.querySelector('.tabs a:last-child').click()")
        everything = page.evaluate(SHOWN)
        pressed = "document.querySelector('.map a').getAttribute('aria-pressed')"
        status = "document.querySelector('[role=status]').textContent"

        def is_filtered():
            return (
                0 < page.evaluate(SHOWN) < everything
                and page.evaluate(pressed) == "true"
                and "concern" in page.evaluate(status)
            )

        page.click(".map a.member ellipse")
        self.hold(is_filtered(), "a click on the map does not filter")
        page.click(".map a.member ellipse")
        page.evaluate("document.querySelector('.tabs a:last-child').click()")
        self.hold(page.evaluate(SHOWN) == everything, "a second click does not show all again")
        page.evaluate("document.querySelector('.map a').focus()")
        page.press("Enter", 13, "\r")
        self.hold(is_filtered(), "the enter key does not filter")
        page.press(" ", 32, " ")
        self.hold(page.evaluate(pressed) == "false", "the space bar does not end the filter")
        page.evaluate("document.querySelector('.map a').blur()")
        seen = set()
        for _ in range(60):
            page.press("Tab", 9)
            seen.add(page.evaluate(
                "document.activeElement.closest('.map a, .tabs, select, summary, .card')?.tagName"))
        self.hold({"a", "NAV", "SELECT", "SUMMARY"} <= seen, f"the tab key reaches {seen} only")

    def check_tabs(self, name):
        self.about = f"tabs of {name}"
        page = self.browser.page()
        page.open(self.example(name).as_uri())
        panels = page.evaluate("[...document.querySelectorAll('.panel')].map((each) => each.id)")
        self.hold(page.evaluate(SHOWN_PANELS) == ["conflicts"], "does not begin with conflicts")
        page.click('.tabs a[href="#questions"]')
        self.hold(page.evaluate(SHOWN_PANELS) == ["questions"], "a tab does not show its part")
        page.click(".tabs a:last-child")
        self.hold(page.evaluate(SHOWN_PANELS) == panels, "the last tab does not show all")
        page.click('.tabs a[href="#conflicts"]')
        page.click(".sides a")
        self.hold(page.evaluate(SHOWN_PANELS) == ["stakeholders"], "a link does not show its part")

    def check_phone(self, name):
        self.about = f"{name} on a phone"
        page = self.browser.page(width=390, height=800)
        page.open(self.example(name).as_uri())
        page.evaluate("document.querySelector('.tabs a:last-child').click()")
        everything = page.evaluate(SHOWN)
        self.hold(not page.evaluate("document.querySelector('.map').checkVisibility()"),
                  "the picture is shown where it does not fit")
        self.hold(page.evaluate("""[...document.querySelectorAll('.map a.member')].every((drawn) => {
          const listed = document.querySelector(`.members a[data-who="${drawn.dataset.who}"]`);
          return listed !== null && listed.checkVisibility() &&
            listed.getBoundingClientRect().height >= 40;
        })"""), "not all of the picture can be tapped in the list")
        told = page.evaluate("document.querySelector('.members').textContent")
        for text in page.evaluate(MAP_TEXTS):
            self.hold(text.lower() in told.lower(), f"the list does not tell of {text!r}")
        page.click(".members a")
        self.hold(0 < page.evaluate(SHOWN) < everything, "a tap on the list does not filter")
        self.hold(page.evaluate("""(() => {
          const {top, bottom} = document.querySelector("[role=status]").getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        })()"""), "what a tap has done is out of sight")
        page.evaluate("document.querySelector('.members a').focus()")
        page.press("Enter", 13, "\r")
        page.evaluate("document.querySelector('.tabs a:last-child').click()")
        self.hold(page.evaluate(SHOWN) == everything, "the enter key does not end the filter")

    def check_paper(self, name):
        """A design with one conflict, with whose stakeholders a meeting is due."""
        self.about = f"{name} on paper"
        page = self.browser.page()
        page.open(self.example(name).as_uri())
        headings = page.evaluate(
            "[...document.querySelectorAll('h2, h3, h4')].map((each) => each.textContent)")
        sheets = page.evaluate("document.querySelectorAll('.who.own-sheet').length")
        self.hold(sheets > 1, "no sheets of stakeholders")
        for paper, size in PAPERS.items():
            pages = pages_of(page.pdf(*size))
            self.hold(sheets < len(pages) <= MOST_PAGES, f"{len(pages)} pages of {paper}")
            for number, text in enumerate(pages, 1):
                self.hold(letters(text) >= LEAST_LETTERS,
                          f"page {number} of {paper} is nearly empty: {text!r}")
                self.hold(text.strip().splitlines()[-1:] not in [[each] for each in headings],
                          f"page {number} of {paper} ends with a heading")
        page.look("print", "dark")
        kept_off = page.evaluate("document.querySelectorAll('.who:not(.party)').length")
        everything = page.evaluate("document.querySelectorAll('.panel [data-by]').length")
        self.hold(kept_off > 0 and page.evaluate(SHOWN) == everything - kept_off,
                  "not all is printed but the sheets of those with whom nothing is to be settled")
        self.hold(page.evaluate("getComputedStyle(document.body).backgroundColor") ==
                  "rgb(253, 253, 251)", "it is printed dark")

    def check_one_sheet(self, name):
        """As its button prints it, whether or not it is printed with all."""
        self.about = f"one sheet of {name}"
        page = self.browser.page()
        page.open(self.example(name).as_uri())
        for sheet in (".who.own-sheet", ".who.party:not(.own-sheet)", ".who:not(.party)"):
            # What is printed is put in the place of the page, which is then as before.
            page.evaluate(f"""window.print = () => {{
              window.asPrinted = document.documentElement.cloneNode(true);
            }};
            document.querySelector("{sheet} button").click();
            document.documentElement.replaceWith(asPrinted);""")
            title = page.evaluate("document.querySelector('.printed h3').textContent")
            pages = pages_of(page.pdf())
            self.hold(len(pages) == 1 and title in pages[0].splitlines()[0],
                      f"{len(pages)} pages of {title}, which begin {pages[0][:40]!r}")
            page.open((self.folder / f"{name}.html").as_uri())

    def check_without_script(self, name):
        self.about = f"{name} without scripts"
        page = self.browser.page()
        page.scripts(allowed=False)
        page.open(self.example(name).as_uri())
        self.hold(page.evaluate(SHOWN) ==
                  page.evaluate("document.querySelectorAll('.panel [data-by]').length"),
                  "not all can be read")
        self.hold(page.evaluate("document.querySelector('.tools, button') === null"),
                  "there are controls that do nothing")

    def check_hostile(self):
        self.about = "hostile texts"
        page = self.browser.page()
        file = self.report("hostile", [HERE / "hostile.yaml"], "--rules", HERE / "hostile.rules")
        page.open(file.as_uri())
        self.hold("<script>" in page.evaluate("document.querySelector('h1').textContent"),
                  "the name is not told as it stands")
        self.hold(page.evaluate("document.querySelectorAll('.card').length") == 2, "not two cards")
        self.hold(page.evaluate("typeof hacked") == "undefined", "a text was run")
        self.hold(page.evaluate("document.querySelectorAll('script, style').length") == 2,
                  "a text became a script or a style sheet")
        self.hold(page.evaluate("document.querySelectorAll('img, iframe, b, textarea').length") == 0,
                  "a text became an element")
        self.hold(not (found := page.complaints()), f"complaints: {found}")
        # Were a text to become markup all the same, the policy of the page would stop it.
        page.evaluate("""new Promise((done) => {
          window.stopped = [];
          addEventListener("securitypolicyviolation", (event) => stopped.push(event.effectiveDirective));
          document.body.insertAdjacentHTML("beforeend",
            "<img src='https://example.org/a.png'><p id='p' style='color: red' onclick='hacked = 11'>");
          p.click();
          document.body.append(Object.assign(document.createElement("script"), {textContent: "hacked = 12"}));
          setTimeout(done, 200);
        })""")
        stopped = page.evaluate("stopped")
        self.hold({"img-src", "script-src-elem", "script-src-attr", "style-src-attr"} <= set(stopped), f"the policy stops only {stopped}")
        self.hold(page.evaluate("typeof hacked") == "undefined", "the policy lets a script run")

    def check_several(self):
        self.about = "several designs"
        page = self.browser.page()
        file = self.report("several", ["examples/embark.yaml", "examples/two_days_out_iowa.yaml"])
        page.open(file.as_uri())
        self.hold(page.evaluate("document.querySelectorAll('h1').length") == 2, "not two reports")
        self.hold(not (found := page.evaluate(BROKEN)), f"ids twice, or links to nowhere: {found}")
        self.hold(not (found := page.complaints()), f"complaints: {found}")

    def check_site(self):
        """The site of the packs, of which the search is the one thing that needs a script."""
        self.about = "leeway doc"
        site = self.folder / "site"
        subprocess.run([self.leeway, "doc", "-o", str(site)], cwd=ROOT, check=True, capture_output=True)
        page = self.browser.page()
        for scheme in ("light", "dark"):
            for width in WIDTHS:
                page.resize(width, 800)
                page.look(scheme=scheme)
                page.open((site / "index.html").as_uri())
                wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
                self.hold(not wide, f"scrolls sideways at {width} pixels")
        page.evaluate("document.getElementById('search').focus()")
        page.call("Input.insertText", text="minutes")
        found = page.evaluate("document.querySelectorAll('#search-results a').length")
        self.hold(found > 0, "the search finds nothing for `minutes`")
        first = page.evaluate("document.querySelector('#search-results a')?.href")
        page.press("Enter", 13, "\r")
        self.browser.wait_for("Page.loadEventFired", page.session)
        there = page.evaluate("location.href")
        self.hold(first == there, f"Enter leads to {there}, not to {first}")
        page.evaluate("document.getElementById('search').focus()")
        page.call("Input.insertText", text="zzzz")
        count = page.evaluate("document.getElementById('search-count').textContent")
        self.hold(count == "0 found", f"a search for nonsense says {count!r}")
        self.hold(not page.complaints(), "; ".join(page.complaints()))

    def check_axe(self, name, axe):
        page = self.browser.page()
        file = self.example(name)
        for width in WIDTHS:
            for scheme in SCHEMES:
                self.about = f"{name}, {width} px, {scheme}"
                page.resize(width, 900)
                page.look(scheme=scheme)
                page.open(file.as_uri())
                page.evaluate("document.querySelector('.tabs a:last-child').click()")
                page.evaluate("document.querySelector('details').open = true")
                page.evaluate(axe)
                found = page.evaluate("""axe.run({resultTypes: ["violations"]}).then((result) =>
                  result.passes.length < 20 ? ["axe has looked at next to nothing"] : result.violations.map((each) => `${each.impact}: ${each.id}: ` +
                    each.nodes.slice(0, 3).map((node) => node.target + " " + node.any.map((why) => why.message)).join("; ")))""")
                self.hold(not found, "; ".join(found))


def check_accessibility(checks, axe):
    checks.check_axe("two_days_out_colorado", axe)


def check_all(checks):
    largest = checks.check_sizes()
    checks.check_speed(largest)
    for name in LOOKED_AT:
        checks.check_looks(name)
    checks.check_filter("two_days_out_colorado")
    checks.check_tabs("two_days_out_colorado")
    checks.check_phone("two_days_out_iowa")
    checks.check_paper("two_days_out_california_charter")
    checks.check_one_sheet("two_days_out_iowa")
    checks.check_without_script("two_days_out_colorado")
    checks.check_hostile()
    checks.check_several()
    checks.check_site()


def main():
    leeway = str(pathlib.Path(sys.argv[1]).resolve())
    program = find_chromium("the HTML report")
    if program is None:
        return SKIPPED
    if len(sys.argv) <= 3 and shutil.which("pdftotext") is None:
        print("skipped: pdftotext is not installed, so pages could not be looked at")
        return SKIPPED
    axe = None
    if len(sys.argv) > 3:
        file = pathlib.Path(sys.argv[3])
        if not file.is_file():
            print(f"skipped: {file} is missing; script/test fetches axe-core where there is npm")
            return SKIPPED
        axe = file.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as temporary, Chromium(program) as browser:
        checks = Checks(leeway, pathlib.Path(temporary), browser)
        if axe is None:
            check_all(checks)
        else:
            check_accessibility(checks, axe)
    for fault in checks.faults:
        print(fault)
    print(f"{len(checks.faults)} faults")
    return 1 if checks.faults else 0


if __name__ == "__main__":
    sys.exit(main())
