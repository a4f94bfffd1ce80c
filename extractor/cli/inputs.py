"""What commands over many documents are given: folders of records that `extract` wrote, or documents
themselves, which are then extracted at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.extracting import read_and_extract, renamed, reported
from extractor.cli.paths import choose, output_names, supported
from extractor.cli.reports import Teller

if TYPE_CHECKING:
    from extractor.catalog import Catalog
    from extractor.records import Extraction
    from extractor.sources.model import Source


def parted(places: Sequence[str]) -> tuple[list[str], list[str]]:
    """Places of records, and places of documents: files that are no JSON, folders without any JSON."""
    records: list[str] = []
    documents: list[str] = []
    for place in places:
        (documents if _holds_documents(Path(place)) else records).append(place)
    return records, documents


def _holds_documents(path: Path) -> bool:
    try:
        if path.is_file():
            return path.suffix.lower() != ".json"
        if not path.is_dir():
            return False
        files = [file for file in path.rglob("*") if file.is_file()]
    except (OSError, ValueError):
        return False
    return not any(file.suffix.lower() == ".json" for file in files) and any(map(supported, files))


def extracted(
    places: Sequence[str], catalog: Catalog | None, tell: Teller
) -> Iterator[tuple[Source, Extraction]]:
    """Each document of ``places``, read and extracted; one that fails costs a line."""
    chosen = choose(places)
    for error in chosen.errors:
        tell(error)
    for path, name in output_names(chosen.files).items():
        try:
            source, extraction = read_and_extract(path, catalog)
        except BrokenPipeError:
            raise
        except Exception as error:
            tell.failed = True
            reported(path, error, debug=False)
            continue
        yield source, renamed(extraction, name)
