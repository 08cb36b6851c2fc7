"""Holds the picture of `leeway network --format svg` to what readers see of it, in headless Chromium:
no words outside it, and none outside the shape that they name.

check_picture.py LEEWAY

Leaves with 77 where Chromium is missing, which CTest counts as skipped.
"""

import pathlib
import subprocess
import sys
import tempfile

from chromium import SKIPPED, Chromium, find_chromium

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Wider than what the picture asks for; readers may have no other.
FONT = "DejaVu Sans"

# In the picture's own units, so that the window does not matter.
OUTSIDE = """(() => {
  const picture = document.documentElement;
  const {x, y, width, height} = picture.viewBox.baseVal;
  return [...picture.querySelectorAll("text")].filter((text) => {
    const box = text.getBBox();
    const to = picture.getScreenCTM().inverse().multiply(text.getScreenCTM());
    const first = new DOMPoint(box.x, box.y).matrixTransform(to);
    const last = new DOMPoint(box.x + box.width, box.y + box.height).matrixTransform(to);
    return first.x < x || first.y < y || last.x > x + width || last.y > y + height;
  }).map((text) => text.textContent);
})()"""

# Lines of a box within it; corners of a line within its ellipse, give or take what is blank above
# and below the letters.
OVERFLOWING = """[...document.querySelectorAll("g:has(> title)")].flatMap((node) => {
  const shape = node.querySelector("ellipse, rect");
  const box = shape.getBoundingClientRect();
  const out = ({left, right, top, bottom}) => shape.tagName === "rect"
    ? left < box.left || right > box.right || top < box.top || bottom > box.bottom
    : [left, right].some((x) => [top + 3, bottom - 3].some((y) =>
        ((x - box.x - box.width / 2) / box.width * 2) ** 2 +
        ((y - box.y - box.height / 2) / box.height * 2) ** 2 > 1.05));
  return [...node.querySelectorAll("tspan")]
    .filter((line) => out(line.getBoundingClientRect())).map((line) => line.textContent);
})"""


def faults_of(page, leeway, design, file, *options):
    subprocess.run(
        [leeway, "network", str(design), "--format", "svg", "-o", str(file), *options],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    page.open(file.as_uri())
    page.evaluate(f"document.documentElement.style.fontFamily = '{FONT}'")
    faults = [f"outside the picture: {text}" for text in page.evaluate(OUTSIDE)]
    faults += [f"outside its shape: {text}" for text in page.evaluate(OVERFLOWING)]
    if page.evaluate("document.querySelectorAll('g:has(> title)').length") < 2:
        faults.append("next to nothing is drawn")
    return [f"{design.stem}: {each}" for each in faults + page.complaints()]


def main():
    leeway = str(pathlib.Path(sys.argv[1]).resolve())
    program = find_chromium("the picture")
    if program is None:
        return SKIPPED
    faults = []
    with tempfile.TemporaryDirectory() as temporary, Chromium(program) as browser:
        folder = pathlib.Path(temporary)
        for design in sorted((ROOT / "examples").glob("*.yaml")):
            faults += faults_of(browser.page(), leeway, design, folder / f"{design.stem}.svg")
        world = ROOT / "tests" / "golden" / "network"
        faults += faults_of(browser.page(), leeway, world / "design.yaml", folder / "world.svg",
                            "--rules", str(world / "world.rules"))
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
