"""`kehoach show`: one document with its proofs, or a page of it as a picture."""

from __future__ import annotations

from pathlib import Path

from extractor.cli.console import out, warn, written
from extractor.cli.extracting import load_catalog, read_and_extract, reported
from extractor.sources.limits import Limits


def run(file: Path, width: int, catalog: str | None, limits: Limits, debug: bool) -> int:
    """Print the document; 1 when it can't be read."""
    from extractor.report.proof import proof_view

    known = load_catalog(catalog)
    try:
        source, extraction = read_and_extract(file, known, limits)
    except Exception as error:
        reported(file, error, debug)
        return 1
    out().print(proof_view(source, extraction, width))
    for note in extraction.notes:
        if note.code == "empty":
            warn(f"{file}: {note.message}")
    return 0


def run_picture(file: Path, page: int, image: Path, catalog: str | None, limits: Limits, debug: bool) -> int:
    """Draw what was found on a page into ``image``; 1 when that can't be done."""
    from extractor.report.files import write_whole
    from extractor.sources.read import load

    known = load_catalog(catalog)
    try:
        source, extraction = read_and_extract(file, known, limits)
        from extractor.report.picture import draw_page

        data, _ = load(file, limits=limits)
        write_whole(image, draw_page(data, source, extraction, page))
    except Exception as error:
        reported(file, error, debug)
        return 1
    written(f"{file}: trang {page} → {image}\n")
    return 0
