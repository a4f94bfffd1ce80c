"""Which files to read: files, folders and patterns (Windows shells leave patterns to programs)."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractor.errors import KehoachError, ReadError
from extractor.sources.detect import SUFFIXES, is_readable
from extractor.sources.limits import Limits

_SUFFIX = re.compile(r"\.[A-Za-z]\w{0,7}")


@dataclass(slots=True)
class Chosen:
    """The files to read in order, what was passed over in folders, and what names nothing."""

    files: list[Path] = field(default_factory=list)
    skipped: list[Path] = field(default_factory=list)
    errors: list[KehoachError] = field(default_factory=list)


def supported(path: Path) -> bool:
    """Whether a file found in a folder is one to read, by its name."""
    return is_readable(path.name)


def refuse_unknown(path: Path, format: str) -> None:
    """A file named by the user whose suffix tells of another format is no plan, though it be text."""
    suffix = path.suffix
    if format in ("text", "markdown") and _SUFFIX.fullmatch(suffix) and not supported(path):
        known = " ".join(sorted(SUFFIXES))
        raise ReadError(path, f"chưa hỗ trợ loại tệp {suffix} (đọc được: {known})")


def _hidden(name: str) -> bool:
    """Hidden files and the lock files that Word leaves beside an open document."""
    return name.startswith((".", "~$"))


def _walk(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _hidden(name))
        for name in sorted(names):
            if not _hidden(name):
                yield Path(here) / name


def _expand(argument: str) -> Iterator[Path]:
    """The paths an argument means: itself where it exists, else the matches of a pattern."""
    path = Path(argument)
    try:
        exists = path.exists()
    except (OSError, ValueError):
        exists = False
    if exists or not glob.has_magic(argument):
        yield path
        return
    matches = [Path(match) for match in sorted(glob.glob(argument, recursive=True))]  # noqa: PTH207
    if not matches:
        raise ReadError(argument, "không có tệp nào khớp")
    # With "**" a pattern names folders beside the files in them; only its files are meant.
    yield from [match for match in matches if match.is_file()] or matches


def choose(arguments: Sequence[str], limits: Limits | None = None) -> Chosen:
    """Expand arguments; each file once, in the order given, folders and archives sorted by path."""
    chosen, seen = Chosen(), set[str]()
    for argument in arguments:
        try:
            paths = list(_expand(argument))
        except KehoachError as error:
            chosen.errors.append(error)
            continue
        for path in paths:
            _take(path, chosen, seen, limits or Limits())
    return chosen


def _take(path: Path, chosen: Chosen, seen: set[str], limits: Limits) -> None:
    if not _is_folder(path):
        _place(path, chosen, seen, limits, named=True)
        return
    inside = list(_walk(path))
    for file in inside:
        _place(file, chosen, seen, limits)
    if not any(supported(file) for file in inside):
        chosen.errors.append(ReadError(path, "thư mục không có tệp nào đọc được"))


def _place(file: Path, chosen: Chosen, seen: set[str], limits: Limits, named: bool = False) -> None:
    """A file to read or to pass over; an archive counts as its members, under its name as a folder."""
    from extractor.sources.archive import is_archive, names

    if not is_archive(file):
        _add(file, chosen.files if named or supported(file) else chosen.skipped, seen)
        return
    readable = False
    try:
        for member in names(file, limits):
            if isinstance(member, ReadError):
                chosen.errors.append(member)
            else:
                _add(Path(member), chosen.files if is_readable(member) else chosen.skipped, seen)
            readable = readable or isinstance(member, ReadError) or is_readable(member)
    except ReadError as error:
        chosen.errors.append(error)
        return
    if not readable:
        chosen.errors.append(ReadError(file, "tệp nén không có tệp nào đọc được"))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _add(path: Path, files: list[Path], seen: set[str]) -> None:
    key = os.path.normcase(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
    if key not in seen:
        seen.add(key)
        files.append(path)


def output_names(files: Iterable[Path]) -> dict[Path, str]:
    """A name for each file's output: its stem; where stems meet, the later ones get -2, -3 …

    Names that differ only in case meet too, as they would on Windows and macOS.
    """
    files = list(files)
    stems = {file.stem.casefold() for file in files}
    taken: set[str] = set()
    names: dict[Path, str] = {}
    for file in files:
        name, number = file.stem, 1
        while name.casefold() in taken or (number > 1 and name.casefold() in stems):
            number += 1
            name = f"{file.stem}-{number}"
        taken.add(name.casefold())
        names[file] = name
    return names
