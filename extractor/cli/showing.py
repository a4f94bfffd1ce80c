"""`kehoach show`: one document with its proofs."""

from __future__ import annotations

from pathlib import Path

from extractor.cli.console import out, warn
from extractor.cli.extracting import load_catalog, read_and_extract, reported


def run(file: Path, width: int, catalog: str | None, debug: bool) -> int:
    """Print the document; 1 when it can't be read."""
    from extractor.report.proof import proof_view

    known = load_catalog(catalog)
    try:
        source, extraction = read_and_extract(file, known)
    except Exception as error:
        reported(file, error, debug)
        return 1
    out().print(proof_view(source, extraction, width))
    for note in extraction.notes:
        if note.code == "empty":
            warn(f"{file}: {note.message}")
    return 0
