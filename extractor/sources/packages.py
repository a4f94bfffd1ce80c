"""Office packages (DOCX, XLSX: ZIP archives of XML parts), opened within bounds."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from extractor.errors import ReadError
from extractor.sources.limits import Limits

_DOCTYPE = re.compile(rb"<!\s*DOCTYPE|<\0!\0D\0O\0C\0T\0Y\0P\0E|\0<\0!\0D\0O\0C\0T\0Y\0P\0E")
_PROLOG = 65_536
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/"
_SPACES = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z/-]+)")


@contextmanager
def opened(data: bytes, name: str, limits: Limits, format: str) -> Iterator[zipfile.ZipFile]:
    """The package, checked for its number of parts, its unpacked size and passwords.

    ``format`` names the kind of file in messages. Whatever zlib, zip and XML parsers stumble over
    becomes a ReadError.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            too_many = len(entries) > limits.max_zip_entries
            if too_many or sum(entry.file_size for entry in entries) > limits.max_unzipped:
                raise ReadError(name, f"tệp {format} giải nén ra quá lớn, không đọc (nghi là bom nén)")
            if any(entry.flag_bits & 1 for entry in entries):
                raise ReadError(name, "tệp có mật khẩu; hãy bỏ mật khẩu rồi thử lại")
            yield archive
    except ReadError as error:
        raise ReadError(name, error.reason) from error.__cause__
    except Exception as error:
        raise ReadError(name, f"tệp {format} đã hỏng, không đọc được nội dung") from error


def part(archive: zipfile.ZipFile, entry: str, limits: Limits) -> bytes | None:
    """A part's bytes in the names of the transitional standard; None where there is no such part.

    ValueError for a part that is larger than declared, or that defines entities of its own.
    """
    try:
        info = archive.getinfo(entry)
    except KeyError:
        return None
    with archive.open(info) as handle:  # the declared size may lie, so reading is bounded too
        content = handle.read(limits.max_unzipped + 1)
    if len(content) > limits.max_unzipped:
        raise ValueError("declared size exceeded")
    if _DOCTYPE.search(content, 0, _PROLOG):
        raise ValueError("a document type declaration has no place in an Office package")
    if content.count(b"<") > limits.max_tags:
        raise _too_many_tags(entry, limits)
    return transitional(content)


def transitional(content: bytes) -> bytes:
    """XML with the namespaces of the strict standard (ISO 29500 strict) renamed to the common ones."""
    if _STRICT not in content:
        return content

    def renamed(match: re.Match[bytes]) -> bytes:
        family, _, rest = match[2].partition(b"/")
        return _TRANSITIONAL + match[1] + b"/2006/" + family + (b"/" + rest if rest else b"")

    return _SPACES.sub(renamed, content)


def transitional_package(data: bytes, name: str, limits: Limits, format: str, main: str) -> bytes:
    """The package unchanged, or rewritten where its part ``main`` is in the strict standard's names."""
    with opened(data, name, limits, format) as archive:
        head = part_head(archive, main)
        if _STRICT not in head:
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
            for entry in archive.namelist():
                if entry.endswith((".xml", ".rels")):
                    target.writestr(entry, part(archive, entry, limits) or b"")
        return out.getvalue()


def part_head(archive: zipfile.ZipFile, entry: str) -> bytes:
    """The first bytes of a part; none where there is no such part."""
    try:
        with archive.open(entry) as handle:
            return handle.read(_PROLOG)
    except KeyError:
        return b""


def _too_many_tags(entry: str, limits: Limits) -> ReadError:
    return ReadError(entry, f"có phần dài quá giới hạn {limits.max_tags} thẻ XML")


def check_tags(archive: zipfile.ZipFile, limits: Limits) -> None:
    """ReadError where a part has more tags than allowed; parts are counted piece by piece."""
    for entry in archive.namelist():
        tags = 0
        with archive.open(entry) as handle:
            while piece := handle.read(1 << 20):
                tags += piece.count(b"<")
                if tags > limits.max_tags:
                    raise _too_many_tags(entry, limits)
