"""Audits of many records, each without what the others need to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from extractor.analysis.audit.part import Part, part_of, subject_of
from extractor.analysis.load import Names, OnError, read_record
from extractor.analysis.parallel import each_record
from extractor.catalog import Catalog


def audit_records(
    places: Iterable[str | Path], catalog: Catalog | None, on_error: OnError, jobs: int | None = None
) -> Iterator[Part]:
    """The part of each record, see `each_record`."""
    names = Names()
    for packed in each_record(places, partial(_packed, catalog=catalog), on_error, jobs):
        part = Part.unpacked(packed, catalog)
        yield part.named(names.of(part.document.id))


def _packed(path: Path, catalog: Catalog | None) -> tuple[Any, ...]:
    return part_of(subject_of(path, read_record(path), catalog)).packed()
