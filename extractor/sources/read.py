"""The one entry for files: any path becomes a Source or a ReadError, never another exception."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from itertools import islice
from pathlib import Path

from extractor.errors import ReadError
from extractor.sources.detect import Kind, decode, detect
from extractor.sources.limits import Limits
from extractor.sources.model import Note, Source

__all__ = ["Limits", "load", "read", "read_all", "read_bytes"]

Reader = Callable[[bytes, str, Limits], Source]


def read(path: str | Path, *, limits: Limits | None = None) -> Source:
    """Read a PDF, DOCX, DOC, RTF, XLSX, XLS, HTML, Markdown or text file, as its content tells first.

    ``archive.zip/folder/plan.docx`` is a file inside a ZIP archive; an archive itself is read where it
    holds one document, else use ``read_all``. Raises ReadError, one clear line, whatever is wrong.
    """
    limits = limits or Limits()
    try:
        data, name = load(path, limits=limits)
        return read_bytes(data, name, limits=limits)
    except ReadError as error:
        raise ReadError(path, error.reason) from error.__cause__


def load(path: str | Path, *, limits: Limits | None = None) -> tuple[bytes, str]:
    """Content and name of a file, or of a member of an archive, as ``read`` takes them."""
    return _load(Path(path), limits or Limits())


def read_all(path: str | Path, *, limits: Limits | None = None) -> Iterator[Source | ReadError]:
    """Each document of a ZIP archive in turn, or the one document that another file is.

    What cannot be read comes as its ReadError, so that the others still come. Only one document is in
    memory at a time; a Source is named ``archive.zip/folder/plan.docx``.
    """
    from extractor.sources.archive import documents, is_archive

    limits = limits or Limits()
    path = Path(path)
    try:
        if not is_archive(path):
            yield read(path, limits=limits)
            return
        with path.open("rb") as stream:
            for name, content in documents(stream, path.name, limits):
                yield content if isinstance(content, ReadError) else _outcome(content, name, limits)
    except ReadError as error:
        yield error
    except OSError as error:
        yield ReadError(path, f"không mở được tệp ({type(error).__name__})")


def _outcome(data: bytes, name: str, limits: Limits) -> Source | ReadError:
    try:
        return read_bytes(data, name, limits=limits)
    except ReadError as error:
        return error


def read_bytes(data: bytes, name: str, *, limits: Limits | None = None) -> Source:
    """As ``read``, for content already in memory; ``name`` gives the suffix and names the Source."""
    limits = limits or Limits()
    if not data.strip(b"\0 \t\r\n"):
        raise ReadError(name, "tệp rỗng")
    try:
        source = _dispatch(data, name, detect(data, name), limits)
    except ReadError:
        raise
    except Exception as error:  # whatever a parser stumbles over in a hostile file
        raise ReadError(name, f"tệp hỏng hoặc không đúng định dạng ({type(error).__name__})") from error
    if len(source.text) > limits.max_chars:
        raise ReadError(name, f"văn bản dài hơn giới hạn {limits.max_chars} ký tự")
    return source


def _only_member(data: bytes, name: str, limits: Limits) -> Source:
    """The one document of an archive; ReadError where it holds none or several."""
    from extractor.sources.archive import documents

    found = list(islice(documents(io.BytesIO(data), name, limits), 2))
    if not found:
        raise ReadError(name, "tệp nén không có tệp nào đọc được")
    if len(found) > 1:
        raise ReadError(name, "tệp nén có nhiều tệp; hãy dùng `kehoach extract` hoặc read_all()")
    content = found[0][1]
    if isinstance(content, ReadError):
        raise content
    return read_bytes(content, found[0][0], limits=limits)


def _load(path: Path, limits: Limits) -> tuple[bytes, str]:
    try:
        if path.is_dir():
            raise ReadError(path, "là thư mục, không phải tệp")
        if not path.exists():
            from extractor.sources.archive import load_member

            member = load_member(path, limits)
            if member is not None:
                return member
            raise ReadError(path, "không tìm thấy tệp")
        if not path.is_file():
            raise ReadError(path, "không phải tệp thông thường")
        with path.open("rb") as handle:
            data = handle.read(limits.max_bytes + 1)
    except PermissionError as error:
        raise ReadError(path, "không có quyền đọc tệp") from error
    except (OSError, ValueError) as error:
        raise ReadError(path, f"không mở được tệp ({type(error).__name__})") from error
    if len(data) > limits.max_bytes:
        raise ReadError(path, f"tệp lớn hơn giới hạn {limits.max_bytes / 1_000_000:g} MB")
    return data, path.name


_READERS: dict[Kind, tuple[str, str]] = {
    "pdf": ("pdf", "read_pdf"),
    "docx": ("docx", "read_docx"),
    "doc": ("doc", "read_doc"),
    "rtf": ("rtf", "read_rtf"),
    "xlsx": ("xlsx", "read_xlsx"),
    "xls": ("xls", "read_xls"),
    "html": ("html", "read_html"),
    "mhtml": ("mhtml", "read_mhtml"),
    "image": ("images", "read_image"),
}
"""Module and function of each reader, imported when needed: a text file must not pay for the PDF library."""


def _dispatch(data: bytes, name: str, kind: Kind, limits: Limits) -> Source:
    if kind == "zip":
        return _only_member(data, name, limits)
    if kind in _READERS:
        module, function = _READERS[kind]
        reader: Reader = getattr(import_module(f"extractor.sources.{module}"), function)
        return reader(data, name, limits)
    from extractor.sources.text import read_text

    text, fallback = decode(data, name)
    if len(text) > limits.max_chars:
        raise ReadError(name, f"văn bản dài hơn giới hạn {limits.max_chars} ký tự")
    source = read_text(unicodedata.normalize("NFC", text), name, kind)
    return replace(source, notes=(fallback, *source.notes)) if isinstance(fallback, Note) else source
