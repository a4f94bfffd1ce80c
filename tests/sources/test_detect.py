"""What a file is, by its content first; bytes to text."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile

import pytest

from extractor.errors import ReadError
from extractor.gazetteers import rows
from extractor.sources.detect import decode, detect
from extractor.sources.layout import is_letterhead, is_signature, opens_line, unfinished_nation_line


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


KINDS = [
    (b"%PDF-1.7", "a.txt", "pdf"),
    (b"\n\n%PDF-1.4", "a", "pdf"),
    (zipped("word/document.xml"), "a.zip", "docx"),
    (b"<!DOCTYPE html><p>x", "a.txt", "html"),
    (zipped("a.txt"), "a", "zip"),
    (zipped("xl/workbook.xml"), "a.zip", "xlsx"),
    (b"<html><table>", "portal.xls", "html"),
    (b"\xef\xbb\xbf  <!-- c --><HTML>", "a", "html"),
    (b'<?xml version="1.0"?><html>', "a", "html"),
    ("<html>x".encode("utf-16"), "a", "html"),
    (b"<p>x</p>", "a.htm", "html"),
    (b"# x", "a.MD", "markdown"),
    (b"x", "a.txt", "text"),
    (b"{\\rtf1 x}", "a.doc", "rtf"),
    (b"\n {\\rtf1 x}", "a", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "a", "doc"),
    (b"x", "", "text"),
]


@pytest.mark.parametrize(("data", "name", "kind"), KINDS)
def test_content_before_suffix(data: bytes, name: str, kind: str) -> None:
    assert detect(data, name) == kind


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100
UNSUPPORTED = [
    (OLE + "Workbook".encode("utf-16-le"), "XLS"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    (OLE, "Office"),
    (zipped("xl/workbook.bin"), "XLSB"),
    (zipped("ppt/presentation.xml"), "PPTX"),
    (zipped("mimetype", "content.xml"), "ODF"),
    (b"PK\x03\x04 broken", "hỏng"),
    (b"\x1f\x8b\x08", "GZIP"),
]


@pytest.mark.parametrize(("data", "reason"), UNSUPPORTED)
def test_other_formats_say_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        detect(data, "a")


@pytest.mark.parametrize("name", ["a.doc", "a.docx", "a.pdf", "a.xls", "a.xlsx", "a.rtf"])
def test_text_under_another_suffix_is_refused(name: str) -> None:
    with pytest.raises(ReadError):
        detect(b"plain words", name)


WORDS = "Ủy ban nhân dân tỉnh ban hành Kế hoạch chuyển đổi số"
# windows-1258 keeps the vowel's own mark in the letter and writes the tone after it
STEPS = "".join(
    unicodedata.normalize("NFC", re.sub(r"([\u0300\u0301\u0303\u0309\u0323])", "", d))
    + "".join(re.findall(r"[\u0300\u0301\u0303\u0309\u0323]", d))
    for d in (unicodedata.normalize("NFD", c) for c in WORDS)
)
ENCODED = [
    (WORDS.encode(), False),
    (WORDS.encode("utf-8-sig"), False),
    (WORDS.encode("utf-16"), False),
    (b"\xfe\xff" + WORDS.encode("utf-16-be"), False),
    (STEPS.encode("windows-1258"), True),
]


@pytest.mark.parametrize(("data", "guessed"), ENCODED)
def test_decoding(data: bytes, guessed: bool) -> None:
    text, note = decode(data, "a.txt")
    assert unicodedata.normalize("NFC", text) == WORDS
    assert (note is not None) is guessed


NOT_TEXT = [
    (b"caf\xe9 ou th\xe9", "UTF-8"),
    (bytes(range(256)) * 4, "nhị phân"),
    (b"\0\1\2\3abc", "nhị phân"),
    (b"\xff\xfea", "nhị phân|UTF-8"),
]


@pytest.mark.parametrize(("data", "reason"), NOT_TEXT)
def test_other_bytes_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        decode(data, "a.txt")


@pytest.mark.parametrize("row", rows("layout_cues"), ids=lambda row: f"{row['role']}: {row['cue']}")
def test_each_layout_cue_finds_its_example(row: dict[str, str]) -> None:
    example = row["example"]
    if row["role"] == "nation":
        assert is_letterhead(example)
    elif row["role"] == "nation_line":
        before, after = example.rsplit(" ", 1)
        assert unfinished_nation_line(before, after)
    else:
        assert is_signature(example)


MARKED = [
    ("- một việc", True), ("1. Mục tiêu", True), ("1.2. Mục tiêu", True), ("IV. TỔ CHỨC", True),
    ("a) Giao", True), ("(1) Giao", True), ("Phần I", True), ("Điều 3. Giao", True), ("+ Giao", True),
    ("2024, với", False), ("12,5% dân số", False), ("và các", False), ("1.000 tỷ đồng", True), ("-12", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "opens"), MARKED)
def test_marks_that_open_a_line(text: str, opens: bool) -> None:
    assert opens_line(text) is opens
