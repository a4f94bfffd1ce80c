"""Many records audited side by side, a process for each core; few are audited here."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import Any

from extractor.analysis.audit.part import Part, part_of, subject_of
from extractor.analysis.load import ForeignFile, Names, OnError, read_record, record_files, told
from extractor.catalog import Catalog
from extractor.errors import KehoachError, ReadError

_FEW = 40
"""Records below which a second process costs more than it saves."""
_AT_ONCE = 8

Failure = tuple[bool, str, str]
"""Foreign or not, path, reason: exceptions with arguments of their own do not cross processes."""
_FAILURE = 3


def audit_records(
    places: Iterable[str | Path], catalog: Catalog | None, on_error: OnError, jobs: int | None = None
) -> Iterator[Part]:
    """The part of each record, in the order of ``places`` and of names in them, whatever ``jobs``.

    ``jobs`` is the number of processes (default: one for each core where records are many). Files that are
    no records are told to ``on_error``. Raises KehoachError where a process was killed.
    """
    files = list(record_files(places, on_error))
    names = Names()
    for (_, named), found in zip(files, _parts([path for path, _ in files], catalog, jobs), strict=True):
        if isinstance(found, Part):
            yield found.named(names.of(found.document.id))
        else:
            foreign, where, reason = found
            on_error(told((ForeignFile if foreign else ReadError)(where, reason), named))


def _parts(paths: Sequence[Path], catalog: Catalog | None, jobs: int | None) -> Iterator[Part | Failure]:
    count = min(jobs if jobs is not None else _cores(), max(1, len(paths) // _AT_ONCE))
    if count < 2 or (jobs is None and len(paths) < _FEW):
        yield from (_one(path, catalog) for path in paths)
        return
    with ProcessPoolExecutor(count, initializer=gc.disable) as pool:
        try:
            for found in pool.map(partial(_packed, catalog=catalog), paths, chunksize=_AT_ONCE):
                yield found if len(found) == _FAILURE else Part.unpacked(found, catalog)
        except BrokenProcessPool as error:
            raise KehoachError(
                "một tiến trình kiểm tra bị dừng giữa chừng (hết bộ nhớ?); hãy thử lại với --jobs 1"
            ) from error


def _cores() -> int:
    """Cores that this process may use; a container often grants fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _packed(path: Path, catalog: Catalog | None) -> Any:
    found = _one(path, catalog)
    return found.packed() if isinstance(found, Part) else found


def _one(path: Path, catalog: Catalog | None) -> Part | Failure:
    try:
        return part_of(subject_of(path, read_record(path), catalog))
    except ReadError as error:
        return isinstance(error, ForeignFile), error.path, error.reason
