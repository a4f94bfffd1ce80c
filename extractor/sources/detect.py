"""What a file is, by its first bytes before its suffix; and bytes to text."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from pathlib import PurePath
from typing import Literal

from extractor.errors import ReadError
from extractor.sources.model import Note

Kind = Literal["pdf", "docx", "html", "markdown", "text"]

_CONVERT = "chưa hỗ trợ; hãy chuyển sang DOCX hoặc PDF rồi thử lại"
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", f"định dạng RTF {_CONVERT}"),
    (b"\x89PNG", "tệp ảnh PNG chưa hỗ trợ; hãy chuyển sang PDF có lớp chữ"),
    (b"\xff\xd8\xff", "tệp ảnh JPEG chưa hỗ trợ; hãy chuyển sang PDF có lớp chữ"),
    (b"GIF8", "tệp ảnh GIF chưa hỗ trợ; hãy chuyển sang PDF có lớp chữ"),
    (b"II*\0", "tệp ảnh TIFF chưa hỗ trợ; hãy chuyển sang PDF có lớp chữ"),
    (b"MM\0*", "tệp ảnh TIFF chưa hỗ trợ; hãy chuyển sang PDF có lớp chữ"),
    (b"7z\xbc\xaf", "tệp nén 7z chưa hỗ trợ; hãy giải nén rồi đọc từng tệp"),
    (b"Rar!", "tệp nén RAR chưa hỗ trợ; hãy giải nén rồi đọc từng tệp"),
    (b"\x1f\x8b", "tệp nén GZIP chưa hỗ trợ; hãy giải nén rồi đọc từng tệp"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HTML_SUFFIXES = {".html", ".htm", ".xhtml"}
_MARKDOWN_SUFFIXES = {".md", ".markdown"}
_SUFFIX_REASONS = {
    ".pdf": "không phải tệp PDF (thiếu dấu hiệu %PDF) hoặc tệp đã hỏng",
    ".docx": "không phải tệp DOCX hoặc tệp đã hỏng",
    ".doc": f"định dạng DOC {_CONVERT}",
    ".xls": f"định dạng XLS {_CONVERT}",
    ".xlsx": f"định dạng XLSX {_CONVERT}",
    ".rtf": f"định dạng RTF {_CONVERT}",
    ".odt": f"định dạng ODT {_CONVERT}",
}
_CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def detect(data: bytes, name: str) -> Kind:
    """The format of ``data``; ReadError for formats that are not read yet and for binary content."""
    head = data[:1024]
    suffix = PurePath(name).suffix.lower()
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zip_kind(data, name)
    if head.startswith(_OLE):
        raise ReadError(name, _ole_reason(data))
    for magic, reason in _SIGNATURES:
        if head.startswith(magic):
            raise ReadError(name, reason)
    if suffix in _SUFFIX_REASONS:
        raise ReadError(name, _SUFFIX_REASONS[suffix])
    plain = _without_bom(data[:8192])
    if suffix in _HTML_SUFFIXES or _HTML.match(plain):
        return "html"
    return "markdown" if suffix in _MARKDOWN_SUFFIXES else "text"


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
    if "word/document.xml" in entries:
        return "docx"
    if "xl/workbook.xml" in entries or "xl/workbook.bin" in entries:
        raise ReadError(name, f"định dạng XLSX {_CONVERT}")
    if "ppt/presentation.xml" in entries:
        raise ReadError(name, f"định dạng PPTX {_CONVERT}")
    if "content.xml" in entries and "mimetype" in entries:
        raise ReadError(name, f"định dạng ODF {_CONVERT}")
    raise ReadError(name, "tệp nén ZIP chưa hỗ trợ; hãy giải nén rồi đọc từng tệp")


def _ole_reason(data: bytes) -> str:
    """Old Office files and password-protected new ones share one container."""
    for stream, reason in (
        ("EncryptedPackage", "tệp có mật khẩu; hãy bỏ mật khẩu rồi thử lại"),
        ("WordDocument", f"định dạng DOC {_CONVERT}"),
        ("Workbook", f"định dạng XLS {_CONVERT}"),
        ("PowerPoint Document", f"định dạng PPT {_CONVERT}"),
    ):
        if stream.encode("utf-16-le") in data:
            return reason
    return f"định dạng Office cũ {_CONVERT}"


def decode(data: bytes, name: str) -> tuple[str, Note | None]:
    """Text of ``data``: UTF-8 or UTF-16 by its mark; windows-1258 only where it reads as Vietnamese."""
    fallback: Note | None = None
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        legacy = "" if b"\0" in data else _windows_1258(data)
        if not legacy:
            reason = "là tệp nhị phân, không phải văn bản" if _looks_binary(data) else (
                f"không phải văn bản UTF-8 hợp lệ (byte thứ {error.start + 1}); hãy lưu lại bằng UTF-8"
            )  # fmt: skip
            raise ReadError(name, reason) from error
        text = legacy
        fallback = Note("decoded-windows-1258", "Tệp không phải UTF-8; đã đọc theo bảng mã windows-1258.")
    if len(_CONTROL.findall(text[:100_000])) > len(text[:100_000]) // 100:
        raise ReadError(name, "là tệp nhị phân, không phải văn bản")
    return text, fallback


def _looks_binary(data: bytes) -> bool:
    sample = data[:4096]
    control = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return control * 50 > len(sample)


def _windows_1258(data: bytes) -> str:
    """The text when it is plausible Vietnamese in windows-1258, else an empty string."""
    try:
        text = unicodedata.normalize("NFC", data.decode("windows-1258"))
    except UnicodeDecodeError:
        return ""
    letters = marked = native = foreign = 0
    for char in text:
        base = unicodedata.normalize("NFD", char)
        if char.isalpha():
            letters += 1
            plain = base[0].lower()
            marked += len(base) > 1 or plain == "đ"
            native += plain == "đ" or any(mark in "\u0306\u0309\u031b\u0323" for mark in base[1:])
            foreign += not ("a" <= plain <= "z" or plain == "đ") or base[1:2] in (
                "\u0308",
                "\u030a",
                "\u0327",
            )
        elif unicodedata.combining(char) or "\u00a1" <= char <= "\u00bf":
            foreign += 1
    plausible = marked * 12 >= letters > 0 and native * 5 >= marked and foreign * 50 <= letters
    return text if plausible else ""
