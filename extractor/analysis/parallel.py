"""Many records read side by side, a process for each core; few are read here."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from extractor.analysis.load import ForeignFile, OnError, record_files, told
from extractor.errors import KehoachError, ReadError

_FEW = 40
"""Records below which a second process costs more than it saves."""
_AT_ONCE = 8


class _Failure(NamedTuple):
    """A file that is no record: exceptions with arguments of their own do not cross processes."""

    foreign: bool
    path: str
    reason: str


def each_record(
    places: Iterable[str | Path], work: Callable[[Path], Any], on_error: OnError, jobs: int | None = None
) -> Iterator[Any]:
    """What ``work`` makes of each record, in the order of ``places`` and of names in them, whatever ``jobs``.

    ``jobs`` is the number of processes (default: one for each core where records are many); ``work`` and
    what it gives have to be picklable. Files for which it raises ReadError are told to ``on_error``.
    Raises KehoachError where a process was killed.
    """
    files = list(record_files(places, on_error))
    found = _each([path for path, _ in files], partial(_tried, work), jobs)
    for (_, named), result in zip(files, found, strict=True):
        if isinstance(result, _Failure):
            error = (ForeignFile if result.foreign else ReadError)(result.path, result.reason)
            on_error(told(error, named))
        else:
            yield result


def _each(paths: Sequence[Path], work: Callable[[Path], Any], jobs: int | None) -> Iterator[Any]:
    count = min(jobs if jobs is not None else _cores(), max(1, len(paths) // _AT_ONCE))
    if count < 2 or (jobs is None and len(paths) < _FEW):
        yield from map(work, paths)
        return
    with ProcessPoolExecutor(count, initializer=gc.disable) as pool:
        try:
            yield from pool.map(work, paths, chunksize=_AT_ONCE)
        except BrokenProcessPool as error:
            raise KehoachError(
                "một tiến trình bị dừng giữa chừng (hết bộ nhớ?); hãy thử lại với --jobs 1"
            ) from error


def _cores() -> int:
    """Cores that this process may use; a container often grants fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _tried(work: Callable[[Path], Any], path: Path) -> Any:
    try:
        return work(path)
    except ReadError as error:
        return _Failure(isinstance(error, ForeignFile), error.path, error.reason)
