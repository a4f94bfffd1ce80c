"""Reading back what `extract` wrote: folders of ``*.json``, one record a file."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extractor.errors import KehoachError, ReadError
from extractor.records import Extraction
from extractor.sources.limits import Limits

OnError = Callable[[KehoachError], None]


class ForeignFile(ReadError):
    """JSON in a folder that is no record of a document: another program's file, or a report of ours."""


def load(places: Iterable[str | Path], on_error: OnError) -> Iterator[tuple[Path, Extraction]]:
    """Each record with the path of its file, lazily, in the order of ``places`` and of names in them.

    A place is a folder (searched with its subfolders) or a file. A file that is no record is told to
    ``on_error`` (ForeignFile where it only lay in a folder) and passed over. Documents of one name get
    -2, -3 … so that ``document.id`` tells them apart.
    """
    names = Names()
    for path, named in record_files(places, on_error):
        try:
            extraction = read_record(path)
        except ReadError as error:
            on_error(told(error, named))
            continue
        yield path, renamed(extraction, names.of(extraction.document.id))


def told(error: ReadError, named: bool) -> ReadError:
    """A file that the user named has to be a record: that it is foreign is then an error like others."""
    return ReadError(error.path, error.reason) if named else error


def read_record(path: Path) -> Extraction:
    """One record; fields that this version does not know are passed over.

    Raises ReadError: unreadable, no JSON, or not the shape of a record (ForeignFile).
    """
    try:
        if path.stat().st_size > Limits().max_bytes:
            raise ReadError(path, "tệp quá lớn để là kết quả trích xuất")
        data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    except (OSError, ValueError) as error:
        raise ReadError(path, f"không đọc được ({getattr(error, 'strerror', None) or error})") from error
    try:
        extraction = Extraction.model_validate_json(data)
    except ValidationError as error:
        extraction = _lenient(path, data, error)
    if not all(map(math.isfinite, _figures(extraction))):
        raise ReadError(path, "có số vô hạn hoặc không phải là số")
    return extraction


def _lenient(path: Path, data: bytes, first: ValidationError) -> Extraction:
    """The record without unknown fields, which a newer version or an annotator may have added."""
    problem = first.errors(include_url=False, include_input=False)[0]
    if problem["type"] == "json_invalid":
        raise ReadError(path, "không phải JSON hợp lệ")
    try:
        content = json.loads(data)
        if not isinstance(content, dict) or not isinstance(content.get("document"), dict):
            raise ForeignFile(path, "không phải kết quả của kehoach extract (thiếu phần 'document')")
        return Extraction.model_validate_json(json.dumps(_known(content, Extraction)))
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, problem["loc"]))
        raise ReadError(path, f"không đúng cấu trúc kết quả trích xuất, ở {where}") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(path, "không phải JSON hợp lệ") from error


def _known(content: Any, model: Any) -> Any:
    """``content`` without keys that the record ``model`` lacks, at every depth."""
    fields = getattr(model, "model_fields", None)
    if fields is not None and isinstance(content, Mapping):
        return {key: _known(value, fields[key].annotation) for key, value in content.items() if key in fields}
    inner = [part for part in getattr(model, "__args__", ()) if part is not type(None)]
    if isinstance(content, list):
        return [_known(value, inner[0] if inner else None) for value in content]
    if isinstance(content, Mapping) and inner:
        if getattr(model, "__origin__", None) is dict:
            return {key: _known(value, inner[1]) for key, value in content.items()}
        return _known(content, inner[0])
    return content


def _figures(extraction: Extraction) -> Iterator[float]:
    for target in extraction.targets:
        yield from (x for x in (target.value, target.value_to) if x is not None)
        for baseline in target.baselines:
            yield from (x for x in (baseline.value, baseline.max) if x is not None)
    for score in extraction.scores:
        yield from (x for x in (score.points, score.max) if x is not None)
    for actual in extraction.actuals:
        figures = (actual.value, actual.numerator, actual.denominator, actual.of_target)
        yield from (x for x in figures if x is not None)


def record_files(places: Iterable[str | Path], on_error: OnError) -> Iterator[tuple[Path, bool]]:
    """Files to read, each once; True for one that the user named."""
    seen: set[str] = set()
    for place in map(Path, places):
        named = not os.path.isdir(place)  # noqa: PTH112 - False, not an error, for impossible names
        if named and not os.path.exists(place):  # noqa: PTH110
            on_error(ReadError(place, "không có thư mục hay tệp này"))
            continue
        found = [place] if named else sorted(_inside(place), key=lambda path: (path.parent, path.stem))
        if not found:
            on_error(
                ReadError(place, "không có kết quả trích xuất nào (*.json); hãy chạy kehoach extract --out")
            )
        for path in found:
            key = os.path.normcase(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
            if key not in seen:
                seen.add(key)
                yield path, named


def _inside(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (
            Path(here) / name
            for name in names
            if name.lower().endswith(".json") and not name.startswith((".", "~$"))
        )


class Names:
    """Names of documents, each given once: a second one of the same name gets -2."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, wanted: str) -> str:
        """The name to use for a document that calls itself ``wanted``."""
        name, number = wanted, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(name.casefold())
        return name


def renamed(extraction: Extraction, name: str) -> Extraction:
    """The record under a name that no earlier one has."""
    if extraction.document.id == name:
        return extraction
    return extraction.model_copy(update={"document": extraction.document.model_copy(update={"id": name})})
