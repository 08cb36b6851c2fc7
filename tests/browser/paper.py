"""What stands on the pages of a PDF. The text is taken out by pdftotext, of poppler-utils."""

import subprocess

# In inches.
PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11)}


def pages_of(pdf):
    """The text of each page, its lines in the order in which they are read."""
    run = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return run.stdout.decode().split("\f")[:-1]


def letters(text):
    return len("".join(text.split()))
