"""The whole way of one document on one screen: read, outline, annotate, assemble with the catalog."""

from __future__ import annotations

from pathlib import Path

from extractor.annotators.pipeline import annotate
from extractor.assemble import assemble
from extractor.catalog import Catalog, Matcher
from extractor.records import Extraction
from extractor.sources.model import Source
from extractor.structure.letterhead import read_facts
from extractor.structure.outline import read_outline


def extract(source: Source | str | Path, *, catalog: Catalog | None = None) -> Extraction:
    """All records of one document.

    ``source`` is a Source or the path of a file; ``catalog`` the indicators to map on (default: the
    provincial DTI set of decision 922/QĐ-BTTTT). Raises ReadError for a file that cannot be read.
    The same input gives the same result.
    """
    if not isinstance(source, Source):
        from extractor.sources.read import read

        source = read(source)
    source = source.printed()
    outline = read_outline(source)
    facts = read_facts(source)
    doc = annotate(source.text)
    return assemble(
        source, outline, facts, (doc.quantities, doc.acts), _matcher(catalog or Catalog.default())
    )


_MATCHERS: dict[int, Matcher] = {}  # building one takes longer than matching; kept for the few in use


def _matcher(catalog: Catalog) -> Matcher:
    found = _MATCHERS.get(id(catalog))
    if found is None or found.catalog is not catalog:
        if len(_MATCHERS) > 8:
            _MATCHERS.clear()
        found = _MATCHERS[id(catalog)] = Matcher(catalog)
    return found
