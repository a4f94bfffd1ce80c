"""What a file is, by its first bytes before its suffix; and bytes to text."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath
from typing import Literal

from extractor.errors import ReadError
from extractor.sources.legacy import detect_legacy, legacy_note, to_unicode
from extractor.sources.legacy_tables import decode_cp1252
from extractor.sources.model import Note

Kind = Literal[
    "pdf", "docx", "doc", "rtf", "xlsx", "xls", "zip", "html", "mhtml", "image", "markdown", "text"
]

SUFFIXES = frozenset(
    {
        ".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".pdf", ".doc", ".rtf",
        ".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".zip",
    }
)  # fmt: skip
"""Names of files that are read where a folder or an archive is searched."""

_CONVERT = "chưa hỗ trợ; hãy chuyển sang DOCX hoặc PDF rồi thử lại"
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"GIF8", "tệp ảnh GIF chưa hỗ trợ; hãy chuyển sang PDF có lớp chữ"),
    (b"7z\xbc\xaf", "tệp nén 7z chưa hỗ trợ; hãy giải nén rồi đọc từng tệp"),
    (b"Rar!", "tệp nén RAR chưa hỗ trợ; hãy giải nén rồi đọc từng tệp"),
    (b"\x1f\x8b", "tệp nén GZIP chưa hỗ trợ; hãy giải nén rồi đọc từng tệp"),
)
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_XLS = {b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00"}
"""First bytes of workbooks of the 1990s, written without a container."""
_MHTML = re.compile(
    rb"\s*(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){0,20}?Content-Type:\s*multipart/related", re.I
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HTML_SUFFIXES = {".html", ".htm", ".xhtml"}
_MARKDOWN_SUFFIXES = {".md", ".markdown"}
_SUFFIX_REASONS = {
    ".pdf": "không phải tệp PDF (thiếu dấu hiệu %PDF) hoặc tệp đã hỏng",
    ".docx": "không phải tệp DOCX hoặc tệp đã hỏng",
    ".doc": "không phải tệp DOC hoặc tệp đã hỏng",
    ".xls": "không phải tệp XLS hoặc tệp đã hỏng",
    ".xlsx": "không phải tệp XLSX hoặc tệp đã hỏng",
    ".rtf": "không phải tệp RTF hoặc tệp đã hỏng",
    ".odt": f"định dạng ODT {_CONVERT}",
}
_DOCUMENT = re.compile(r"word/document\d{0,2}\.xml")
_CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def is_readable(name: str) -> bool:
    """Whether a file found in a folder or an archive is one to read, by its name."""
    return PurePath(name).suffix.lower() in SUFFIXES


def detect(data: bytes, name: str) -> Kind:
    """The format of ``data``; ReadError for formats that are not read yet and for binary content."""
    head = data[:1024]
    suffix = PurePath(name).suffix.lower()
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zip_kind(data, name)
    if plain_rtf(head):
        return "rtf"
    if head.startswith(_OLE) and _is_doc(data):
        return "doc"
    if head.startswith(_OLE) and _is_xls(data):
        return "xls"
    if head.startswith(_OLE):
        raise ReadError(name, _ole_reason(data))
    if head.startswith(_IMAGES):
        return "image"
    for magic, reason in _SIGNATURES:
        if head.startswith(magic):
            raise ReadError(name, reason)
    if suffix == ".xls" and head[:2] in _BARE_XLS:
        return "xls"
    plain = _without_bom(data[:8192])
    if suffix in _HTML_SUFFIXES or _opens_html(plain):
        return "html"  # also what portals export as .xls
    if suffix in (".mht", ".mhtml") or _MHTML.match(plain):
        return "mhtml"
    if suffix in _SUFFIX_REASONS:
        raise ReadError(name, _SUFFIX_REASONS[suffix])
    return "markdown" if suffix in _MARKDOWN_SUFFIXES else "text"


def plain_rtf(head: bytes) -> bool:
    """Whether content is RTF; some programs name it .doc, and some put blanks before it."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def _is_doc(data: bytes) -> bool:
    """Whether an Office container is a Word document itself, and not a workbook that has one inside."""
    if "WordDocument".encode("utf-16-le") not in data:
        return False
    found = _root_holds(data, "WordDocument")
    return "Workbook".encode("utf-16-le") not in data if found is None else found  # the reader tells damage


def _is_xls(data: bytes) -> bool:
    """Whether an Office container is a workbook itself, and not a letter that has one inside."""
    return bool(_root_holds(data, "Workbook", "Book"))


def _root_holds(data: bytes, *streams: str) -> bool | None:
    """Whether one of ``streams`` stands at the root of a container; None where its directory is damaged."""
    import olefile  # type: ignore[import-untyped]

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            return any(container.exists(stream) for stream in streams)
    except Exception:  # whatever a damaged directory leads to
        return None


def _opens_html(head: bytes) -> bool:
    """Whether an HTML page begins here, maybe behind an XML declaration and comments."""
    head = head.lstrip()
    while head.startswith((b"<?xml", b"<!--")):
        closing = b">" if head.startswith(b"<?") else b"-->"
        head = head.partition(closing)[2].lstrip()
    return _HTML.match(head) is not None


def _without_bom(head: bytes) -> bytes:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head[: len(head) & ~1].decode("utf-16", "replace").encode("utf-8", "replace")
    return head.removeprefix(b"\xef\xbb\xbf")


def _zip_kind(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise ReadError(name, "tệp nén (DOCX) đã hỏng, không mở được") from error
    if any(_DOCUMENT.fullmatch(entry) for entry in entries):
        return "docx"
    if "xl/workbook.xml" in entries:
        return "xlsx"
    if "xl/workbook.bin" in entries:
        raise ReadError(name, f"định dạng XLSB {_CONVERT}")
    if "ppt/presentation.xml" in entries:
        raise ReadError(name, f"định dạng PPTX {_CONVERT}")
    if "content.xml" in entries and "mimetype" in entries:
        raise ReadError(name, f"định dạng ODF {_CONVERT}")
    return "zip"


def _ole_reason(data: bytes) -> str:
    """Old Office files and password-protected new ones share one container."""
    for stream, reason in (
        ("EncryptedPackage", "tệp có mật khẩu; hãy bỏ mật khẩu rồi thử lại"),
        ("Workbook", "tệp XLS đã hỏng, không đọc được nội dung"),
        ("PowerPoint Document", f"định dạng PPT {_CONVERT}"),
    ):
        if stream.encode("utf-16-le") in data:
            return reason
    return f"định dạng Office cũ {_CONVERT}"


def decode(data: bytes, name: str) -> tuple[str, Note | None]:
    """Text of ``data`` in Unicode, and a note where it was in an encoding before that."""
    codes = read_codes(data, name)
    encoding = detect_legacy(codes)
    text = to_unicode(codes, encoding) if encoding else codes
    if len(_CONTROL.findall(text[:100_000])) > len(text[:100_000]) // 100:
        raise ReadError(name, "là tệp nhị phân, không phải văn bản")
    return text, legacy_note(encoding) if encoding else None


def read_codes(data: bytes, name: str) -> str:
    """UTF-8 or UTF-16 by its mark; else each byte as cp1252 shows it, if that is Vietnamese."""
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        codes = "" if b"\0" in data else decode_cp1252(data)
        if codes and detect_legacy(codes):
            return codes
        reason = "là tệp nhị phân, không phải văn bản" if _looks_binary(data) else (
            f"không phải văn bản UTF-8 hợp lệ (byte thứ {error.start + 1}); hãy lưu lại bằng UTF-8"
        )  # fmt: skip
        raise ReadError(name, reason) from error


def _looks_binary(data: bytes) -> bool:
    sample = data[:4096]
    control = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return control * 50 > len(sample)
