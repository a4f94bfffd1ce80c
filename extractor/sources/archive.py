"""ZIP archives of documents: members by their repaired names, one at a time, within bounds.

A member is named like a file in a folder: ``kế hoạch.zip/huyện A/kế hoạch.docx``; an archive inside an
archive is one more folder. Nothing is ever written to disk, so names need no trust: what would lead
outside is cut from them.
"""

from __future__ import annotations

import io
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from extractor.errors import ReadError
from extractor.sources.detect import is_readable
from extractor.sources.legacy import vietnamese_share
from extractor.sources.limits import Limits

_UTF8_FLAG, _ENCRYPTED = 0x800, 0x1
_UNICODE_PATH = 0x7075
_BOMB_SIZE, _BOMB_RATIO = 10_000_000, 200
"""A member that unpacks to more than so many bytes and so many times its packed size is a bomb."""
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')
_SYSTEM = re.compile(r"(?:^|/)(?:__MACOSX/|\.|~\$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_PACKAGES = ("word/document.xml", "xl/workbook.xml", "xl/workbook.bin", "ppt/presentation.xml", "content.xml")


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive; ``name`` is its path inside, repaired and without a way out."""

    name: str
    info: zipfile.ZipInfo


@dataclass(slots=True)
class _Budget:
    """What all archives inside one may still unpack to."""

    size: int
    entries: int


def is_archive(path: Path) -> bool:
    """Whether ``path`` is a ZIP archive of files, and not a document that is a ZIP archive inside."""
    try:
        if path.suffix.lower() != ".zip" or not path.is_file():
            return False
        with zipfile.ZipFile(path) as archive:
            return not any(part in archive.NameToInfo for part in _PACKAGES)
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return False


def documents(stream: IO[bytes], label: str, limits: Limits) -> Iterator[tuple[str, bytes | ReadError]]:
    """Each readable member with its content, or with the reason why it has none; memory holds only one."""
    for name, member, archive in _walk(stream, label, limits):
        if isinstance(member, ReadError):
            yield name, member
        elif is_readable(name):
            try:
                yield name, _content(archive, member, name, limits)
            except ReadError as error:
                yield name, error


def names(path: Path, limits: Limits) -> Iterator[str | ReadError]:
    """Names of all members, readable or not, as ``path/member``; errors of archives inside."""
    with path.open("rb") as stream:
        for name, member, _ in _walk(stream, str(path), limits):
            yield member if isinstance(member, ReadError) else name


def load_member(path: Path, limits: Limits) -> tuple[bytes, str] | None:
    """Content and name of ``archive.zip/member``; None where no part of ``path`` is an archive."""
    for parent in path.parents:
        if is_archive(parent):
            wanted = path.relative_to(parent).as_posix()
            with parent.open("rb") as stream:
                data = _find(stream, parent.name, wanted, limits, limits.max_zip_depth)
            return data, f"{parent.name}/{wanted}"
    return None


def _find(stream: IO[bytes], label: str, wanted: str, limits: Limits, depth: int) -> bytes:
    with _opened(stream, label) as archive:
        for member in _members(archive, label, limits):
            if member.name == wanted:
                return _content(archive, member, f"{label}/{member.name}", limits)
            if depth > 1 and wanted.startswith(f"{member.name}/"):
                inner = _content(archive, member, f"{label}/{member.name}", limits)
                rest = wanted.removeprefix(f"{member.name}/")
                return _find(io.BytesIO(inner), f"{label}/{member.name}", rest, limits, depth - 1)
    raise ReadError(f"{label}/{wanted}", "không có trong tệp nén")


_Found = tuple[str, "Member | ReadError", zipfile.ZipFile]


def _walk(stream: IO[bytes], label: str, limits: Limits) -> Iterator[_Found]:
    budget = _Budget(limits.max_archive_unzipped, limits.max_zip_entries)
    with _opened(stream, label) as archive:
        yield from _level(archive, label, limits, budget, 1)


def _level(
    archive: zipfile.ZipFile, label: str, limits: Limits, budget: _Budget, depth: int
) -> Iterator[_Found]:
    """Members of one archive and of those inside it, whose faults stay theirs."""
    found = _members(archive, label, limits)
    budget.entries -= len(found)
    budget.size -= sum(member.info.file_size for member in found)
    if budget.entries < 0 or budget.size < 0:
        raise ReadError(label, "tệp nén giải nén ra quá lớn, không đọc (nghi là bom nén)")
    for member in found:
        name = f"{label}/{member.name}"
        if not name.lower().endswith(".zip"):
            yield name, member, archive
            continue
        try:
            if depth >= limits.max_zip_depth:
                raise ReadError(name, f"tệp nén lồng nhau quá {limits.max_zip_depth} tầng")
            inner = io.BytesIO(_content(archive, member, name, limits))
            with _opened(inner, name) as nested:
                yield from _level(nested, name, limits, budget, depth + 1)
        except ReadError as error:
            yield name, error, archive


@contextmanager
def _opened(stream: IO[bytes], label: str) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(stream)
    except Exception as error:  # whatever a damaged directory leads to
        raise ReadError(label, "tệp nén ZIP đã hỏng, không mở được") from error
    with archive:
        yield archive


def _members(archive: zipfile.ZipFile, label: str, limits: Limits) -> list[Member]:
    """Files of an archive in their order; folders and what systems leave in archives are none."""
    entries = archive.infolist()
    if len(entries) > limits.max_zip_entries:
        raise ReadError(label, f"tệp nén có nhiều hơn giới hạn {limits.max_zip_entries} tệp")
    found: list[Member] = []
    taken: set[str] = set()
    for info in entries:
        name = safe_name(_true_name(info))
        link = stat.S_ISLNK(info.external_attr >> 16)
        if not name or info.is_dir() or link or _SYSTEM.search(name):
            continue
        unique, number = name, 1
        while unique.casefold() in taken:
            number += 1
            path = PurePosixPath(name)
            unique = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
        taken.add(unique.casefold())
        found.append(Member(unique, info))
    return found


def _content(archive: zipfile.ZipFile, member: Member, name: str, limits: Limits) -> bytes:
    info = member.info
    if info.flag_bits & _ENCRYPTED:
        raise ReadError(name, "tệp trong tệp nén có mật khẩu; hãy giải nén rồi thử lại")
    if info.file_size > limits.max_bytes:
        raise ReadError(name, f"tệp lớn hơn giới hạn {limits.max_bytes / 1_000_000:g} MB")
    if info.file_size > max(_BOMB_SIZE, _BOMB_RATIO * info.compress_size):
        raise ReadError(name, "giải nén ra quá lớn, không đọc (nghi là bom nén)")
    try:
        with archive.open(info) as handle:  # gives no more than the declared size, which is checked
            return handle.read(limits.max_bytes + 1)
    except NotImplementedError as error:
        raise ReadError(name, "cách nén chưa hỗ trợ; hãy giải nén rồi đọc từng tệp") from error
    except Exception as error:  # zlib and CRC faults
        raise ReadError(name, "tệp trong tệp nén đã hỏng") from error


def safe_name(name: str) -> str:
    """A path that stays below its archive and that every system can write: no drive, no "..", NFC."""
    parts: Sequence[str] = unicodedata.normalize("NFC", name).replace("\\", "/").split("/")
    if parts and re.fullmatch(r"[A-Za-z]:", parts[0]):
        parts = parts[1:]
    kept = [_FORBIDDEN.sub("_", part).strip() for part in parts]
    return "/".join(part for part in kept if part and part.strip("."))


def _true_name(info: zipfile.ZipInfo) -> str:
    """The name as its writer meant it: mostly UTF-8 or windows-1258, though not marked so.

    zipfile takes such names for cp437, the code page of the first PCs.
    """
    if info.flag_bits & _UTF8_FLAG:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    stated = _unicode_path(info.extra, raw)
    if stated is not None:
        return stated
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        old = unicodedata.normalize("NFC", raw.decode("windows-1258", "replace"))
        return old if vietnamese_share(old) > 0.7 else info.filename


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The name in the extra field that Info-ZIP writes for it, where it belongs to ``raw``."""
    while len(extra) >= 4:
        tag, size = struct.unpack("<HH", extra[:4])
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if tag == _UNICODE_PATH and len(field) > 5 and struct.unpack("<L", field[1:5])[0] == zlib.crc32(raw):
            return field[5:].decode("utf-8", "replace")
    return None
