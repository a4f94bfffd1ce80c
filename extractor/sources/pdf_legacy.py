"""PDF text in fonts made before Unicode: the runs of all pages converted at once, before lines are made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.sources.legacy import Encoding, font_encoding, looks_foreign
from extractor.sources.legacy_runs import Run, convert_runs
from extractor.sources.pdf_page import PageData


def to_unicode(pages: Sequence[PageData]) -> tuple[list[PageData], tuple[Encoding, ...]]:
    """The pages with their text in Unicode, and the encodings met, () for Unicode.

    To be called while runs still hold pdfium's sign of a hyphen at a line's end: in TCVN3 it may be ư.
    """
    if not any(looks_foreign(r.text) or font_encoding(r.font) for page in pages for r in page.runs):
        return list(pages), ()
    given: list[Run] = []
    for page in pages:
        line: float | None = None
        for run in page.runs:
            if run.y != line:
                given.append(("\n", None))
            line = run.y
            given.append((run.text, run.font or None))
            given.append((" " if run.spaced else "", run.font or None))
    converted = convert_runs(given)
    texts = (text for text, (before, _) in zip(converted.texts, given, strict=True) if before != "\n")
    result: list[PageData] = []
    for page in pages:
        runs = []
        for run in page.runs:
            runs.append(replace(run, text=next(texts)))
            next(texts)  # the space behind it
        result.append(replace(page, runs=tuple(run for run in runs if run.text)))
    return result, converted.encodings
