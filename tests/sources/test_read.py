"""``read``: any path gives a Source or one clear line."""

from __future__ import annotations

import io
import os
import unicodedata
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from extractor.errors import ReadError
from extractor.sources.model import Source
from extractor.sources.read import Limits, read, read_bytes


def _docx() -> bytes:
    document = docx.Document()
    document.add_paragraph("Kế hoạch", style="List Number")
    table = document.add_table(2, 2, style="Table Grid")
    table.cell(0, 0).merge(table.cell(1, 0)).text = "STT"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _pdf() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pageCompression=0)
    canvas.drawString(90, 700, "1. Plan")
    canvas.grid([90, 200, 300], [500, 550, 600])
    canvas.drawString(95, 510, "cell")
    canvas.save()
    return buffer.getvalue()


DOCX, PDF = _docx(), _pdf()
FILES = [
    ("a.docx", DOCX, "docx"),
    ("a.pdf", PDF, "pdf"),
    ("a.html", "<p>Kế hoạch".encode(), "html"),
    ("a.txt", "Kế hoạch".encode("utf-16"), "text"),
    ("a.md", "# Kế hoạch".encode(), "markdown"),
    ("no suffix", DOCX, "docx"),
]


def sound(source: Source) -> None:
    assert unicodedata.is_normalized("NFC", source.text)
    spans = [(b.start, b.end) for b in source.blocks] + [(c.start, c.end) for _, c in source.cells()]
    spans += [(page.start, page.end) for page in source.pages] + [(t.start, t.end) for t in source.tables]
    assert all(0 <= start <= end <= len(source.text) for start, end in spans)
    for table in source.tables:
        table.grid()


@pytest.mark.parametrize(("name", "data", "format"), FILES)
def test_formats(tmp_path: Path, name: str, data: bytes, format: str) -> None:
    (tmp_path / name).write_bytes(data)
    source = read(str(tmp_path / name))
    assert (source.name, source.format) == (name, format)
    assert source.text
    sound(source)


BAD = [
    ("missing.txt", None, "không tìm thấy"),
    ("empty.txt", b"", "rỗng"),
    ("spaces.txt", b" \n\t ", "rỗng"),
    ("a.bin", bytes(range(256)), "nhị phân"),
    ("a.txt", "Thời hạn".encode()[:-1] + b"\xff" + b"abc" * 30, "UTF-8"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "chưa hỗ trợ"),
    ("a.docx", DOCX[:200], "hỏng"),
    ("a.pdf", PDF[:60], "hỏng"),
]


@pytest.mark.parametrize(("name", "data", "reason"), BAD)
def test_bad_files_are_one_line(tmp_path: Path, name: str, data: bytes | None, reason: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadError, match=reason) as caught:
        read(tmp_path / name)
    assert str(caught.value).startswith(str(tmp_path / name)) and "\n" not in str(caught.value)


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="thư mục"):
        read(tmp_path)


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000])
def test_impossible_paths(path: str) -> None:
    with pytest.raises(ReadError):
        read(path)


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs permissions"
)
def test_forbidden_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(ReadError, match="quyền"):
        read(path)


LIMITS = [
    ("a.txt", b"abc" * 10, Limits(max_bytes=20), "MB"),
    ("a.txt", b"abc" * 10, Limits(max_chars=20), "ký tự"),
    ("a.docx", DOCX, Limits(max_unzipped=1000), "quá lớn"),
    ("a.docx", DOCX, Limits(max_zip_entries=2), "quá lớn"),
    ("a.html", b"<p>" + b"abc" * 10, Limits(max_chars=20), "ký tự"),
]


@pytest.mark.parametrize(("name", "data", "limits", "reason"), LIMITS)
def test_limits(tmp_path: Path, name: str, data: bytes, limits: Limits, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadError, match=reason):
        read(tmp_path / name, limits=limits)


def _read_or_refuse(data: bytes, name: str) -> None:
    try:
        source = read_bytes(data, name)
    except ReadError as error:
        assert "\n" not in str(error)
    else:
        sound(source)


HEADS = [
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"<html><table><tr><td colspan=3>",
    b"\xff\xfe",
    b"| a | b |\n|--|--|\n",
]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(HEADS),
    st.binary(max_size=300),
    st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a"]),
)
def test_any_bytes(head: bytes, data: bytes, name: str) -> None:
    _read_or_refuse(head + data, name)


TAGS = [
    "<table>",
    "<tr>",
    "<td>",
    "<th rowspan=0>",
    "</tr>",
    "</table>",
    "<ol>",
    "</ol>",
    "<li>",
    "<p>",
    "<br>",
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*TAGS, "a", "- b", "1. c"])))
def test_any_markup(parts: list[str]) -> None:
    _read_or_refuse(("<html>" + "".join(parts)).encode(), "a.html")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([DOCX, PDF]), st.data())
def test_damaged_files(data: bytes, draw: st.DataObject) -> None:
    damaged = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 8))):
        damaged[draw.draw(st.integers(4, len(damaged) - 1))] = draw.draw(st.integers(0, 255))
    _read_or_refuse(bytes(damaged), "a")
