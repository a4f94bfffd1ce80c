"""The one entry for files: any path becomes a Source or a ReadError, never another exception."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

from extractor.errors import ReadError
from extractor.sources.detect import Kind, decode, detect
from extractor.sources.limits import Limits
from extractor.sources.model import Note, Source

__all__ = ["Limits", "read", "read_bytes"]


def read(path: str | Path, *, limits: Limits | None = None) -> Source:
    """Read a PDF, DOCX, DOC, RTF, HTML, Markdown or text file; the format is told by its content first.

    Raises ReadError, one clear line, whatever is wrong with the file.
    """
    limits = limits or Limits()
    try:
        data = _load(Path(path), limits)
        return read_bytes(data, Path(path).name, limits=limits)
    except ReadError as error:
        raise ReadError(path, error.reason) from error.__cause__


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


def _load(path: Path, limits: Limits) -> bytes:
    try:
        if path.is_dir():
            raise ReadError(path, "là thư mục, không phải tệp")
        if not path.exists():
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
    return data


def _dispatch(data: bytes, name: str, kind: Kind, limits: Limits) -> Source:
    """Readers are imported when needed: a text file must not pay for the PDF library."""
    if kind == "pdf":
        from extractor.sources.pdf import read_pdf

        return read_pdf(data, name, limits)
    if kind == "docx":
        from extractor.sources.docx import read_docx

        return read_docx(data, name, limits)
    if kind == "doc":
        from extractor.sources.doc import read_doc

        return read_doc(data, name, limits)
    if kind == "rtf":
        from extractor.sources.rtf import read_rtf

        return read_rtf(data, name, limits)
    if kind == "html":
        from extractor.sources.html import read_html

        return read_html(data, name, limits)
    from extractor.sources.text import read_text

    text, fallback = decode(data, name)
    if len(text) > limits.max_chars:
        raise ReadError(name, f"văn bản dài hơn giới hạn {limits.max_chars} ký tự")
    source = read_text(unicodedata.normalize("NFC", text), name, kind)
    return replace(source, notes=(fallback, *source.notes)) if isinstance(fallback, Note) else source
