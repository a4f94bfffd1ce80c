#!/usr/bin/env python3
"""Build the sample plans: `corpora/<id>.txt`, `.docx`, `.pdf` and `corpora/gold/<id>.json`.

usage: python corpora/build.py [--check] [--fonts DIR]

`--check` builds nothing: it compares text and gold byte for byte, DOCX and PDF by their words,
names what differs and exits 1. Only building the PDFs needs reportlab (a development dependency).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import docx_form
import pypdfium2
from edition import EDITIONS, HERE, Edition

_HYPHENS = {0x2: "-", 0xFFFE: "-"}  # how pdfium reports a hyphen at the end of a line


def build(edition: Edition, fonts: Path | None) -> None:
    """Write the four files of an edition."""
    import pdf_form  # here, so that --check works without reportlab

    (HERE / "gold").mkdir(exist_ok=True)
    (HERE / f"{edition.id}.txt").write_bytes(edition.text().encode())
    (HERE / "gold" / f"{edition.id}.json").write_bytes(edition.gold_json().encode())
    (HERE / f"{edition.id}.docx").write_bytes(docx_form.render(edition))
    (HERE / f"{edition.id}.pdf").write_bytes(pdf_form.render(edition, fonts))


def check(edition: Edition) -> list[str]:
    """Names of the edition's files that are missing or differ from their source."""
    exact = {f"{edition.id}.txt": edition.text(), f"gold/{edition.id}.json": edition.gold_json()}
    bad = [name for name, text in exact.items() if _bytes(name) != text.encode()]
    name = f"{edition.id}.docx"
    if not (raw := _bytes(name)) or docx_form.words(raw) != docx_form.words(docx_form.render(edition)):
        bad.append(name)
    name = f"{edition.id}.pdf"
    if not (raw := _bytes(name)) or not _same_words(_pdf_words(raw), edition):
        bad.append(name)
    return bad


def _bytes(name: str) -> bytes:
    path = HERE / name
    return path.read_bytes() if path.is_file() else b""


def _pdf_words(raw: bytes) -> Counter[str]:
    found: Counter[str] = Counter()
    with pypdfium2.PdfDocument(raw) as pdf:
        for page in pdf:
            found.update(page.get_textpage().get_text_range().translate(_HYPHENS).split())
    return found


def _same_words(found: Counter[str], edition: Edition) -> bool:
    """All words are there, and none more than the table headers repeated on each page."""
    wanted: Counter[str] = Counter()
    headers: set[str] = set()
    for block in edition.printed():
        for number, row in enumerate(block.rows):
            words = " ".join(row).split()
            wanted.update(words)
            if block.kind == "table" and number == 0:
                headers.update(words)
    return not wanted - found and set(found - wanted) <= headers


def main(argv: list[str] | None = None) -> int:
    """Build or check all editions."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 when something differs")
    parser.add_argument("--fonts", type=Path, help="a folder that holds the DejaVu fonts")
    options = parser.parse_args(argv)
    bad: list[str] = []
    for name in EDITIONS:
        if not (HERE / "sources" / f"{name}.txt").is_file():
            bad.append(f"sources/{name}.txt")
        elif options.check:
            bad += check(Edition.load(name))
        else:
            build(Edition.load(name), options.fonts)
    for name in bad:
        print(f"differs from its source: {name}" if options.check else f"missing: {name}", file=sys.stderr)
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
