"""DOC to Source: by LibreOffice where it is installed, else by our own reader; a note tells which."""

from __future__ import annotations

from dataclasses import replace

from extractor.errors import ReadError
from extractor.sources.doc_file import open_doc
from extractor.sources.doc_text import read_doc_text
from extractor.sources.docx import read_docx
from extractor.sources.limits import Limits
from extractor.sources.model import Note, Source
from extractor.sources.office import find_office, to_docx

_BY_OFFICE = Note("read-by-libreoffice", "Tệp DOC được chuyển qua LibreOffice rồi đọc.")
_BY_OWN = Note("read-without-libreoffice", "Tệp DOC được đọc trực tiếp, không qua LibreOffice.")
_OFFICE_FAILED = Note(
    "libreoffice-failed",
    "LibreOffice không chuyển được tệp DOC (lỗi hoặc quá thời gian); đã đọc trực tiếp.",
)


def read_doc(data: bytes, name: str, limits: Limits | None = None) -> Source:
    """Read a Word 97-2003 file.

    LibreOffice comes first wherever it is found, because it knows list numbers and old formats better; its
    failure is told and our own reader takes over. Raises ReadError: damaged, or protected by a password.
    """
    limits = limits or Limits()
    open_doc(data, name)  # says what is wrong more clearly than a converter does
    if find_office() is None:
        return _with_notes(read_doc_text(data, name, limits), _BY_OWN)
    converted = to_docx(data, ".doc", limits)
    if converted is not None:
        try:
            source = read_docx(converted, name, limits)
            return _with_notes(replace(source, format="doc"), _BY_OFFICE)
        except ReadError:
            pass
    return _with_notes(read_doc_text(data, name, limits), _OFFICE_FAILED)


def _with_notes(source: Source, note: Note) -> Source:
    return replace(source, notes=(note, *source.notes))
