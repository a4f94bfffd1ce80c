"""DOC: read by LibreOffice where it is, by our own reader always; both give the same."""

from __future__ import annotations

import struct
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import extract
from extractor.errors import ReadError
from extractor.sources import doc, office
from extractor.sources.doc_file import DocFile, open_doc
from extractor.sources.doc_text import _Reader, read_doc_text
from extractor.sources.docx import read_parts
from extractor.sources.limits import Limits
from extractor.sources.model import Source
from extractor.sources.read import read, read_bytes

SAMPLE = Path(__file__).parents[1] / "documents" / "legacy" / "ke-hoach-minh-son.doc"
DATA = SAMPLE.read_bytes()
PRESENT = office.find_office() is not None

LINES = [
    "ủy ban nhân dân huyện minh sơn",
    "cộng hoà xã hội chủ nghĩa việt nam",
    "Số: 15/KH-UBND",
    "Minh Sơn, ngày 12 tháng 3 năm 2007",
    "kế hoạch",
    "ứng dụng công nghệ thông tin của huyện năm 2007",
    "I. mục tiêu",
    "Phấn đấu đến hết năm 2007, 80% xã có máy tính nối mạng; ước đạt 90% số hồ sơ được giải quyết đúng hạn.",
    "Trang Unicode: Kế hoạch này gửi các xã.",
    "II. nhiệm vụ",
    "1. Phòng Nội vụ chủ trì lập đề án trước ngày 30/6/2007.",
    "2. Phòng Tài chính bố trí kinh phí hướng dẫn thực hiện.",
    "- Mua sắm thiết bị",
    "TT | Nội dung | Năm",
    "2007 | 2008",
    "1 | Đào tạo cán bộ | 50 người | 70 người",
    "2 | Trang thiết bị | 1,5 tỷ đồng | 2 tỷ đồng",
    "Tổng hợp xong.",
    "Trang 1",
]
SPANS = [(0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 2), (1, 2, 1, 1), (1, 3, 1, 1)]


@pytest.fixture(params=["own", "office"])
def source(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Source:
    if request.param == "own":
        monkeypatch.setenv(office.SETTING, "off")
    elif not PRESENT:
        pytest.skip("LibreOffice is not installed")
    return read(SAMPLE)


def test_both_readers(source: Source) -> None:
    """Fonts, fields, hidden text, headers, list numbers and a table with merged cells."""
    assert source.text.splitlines() == LINES
    assert source.format == "doc"
    (table,) = source.tables
    cells = [(c.row, c.column, c.row_span, c.column_span) for row in table.rows[:2] for c in row]
    assert cells == SPANS
    bold = [source.quote(b.start, b.end) for b in source.blocks if b.bold]
    assert bold == [LINES[i] for i in (0, 1, 4, 5, 6, 9)]
    assert {n.code for n in source.notes} > {"decoded-legacy"}


def test_the_note_tells_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(office.SETTING, "off")
    assert read(SAMPLE).notes[0].code == "read-without-libreoffice"
    monkeypatch.setattr(doc, "find_office", lambda: "soffice")
    monkeypatch.setattr(doc, "to_docx", lambda *_: None)
    assert read(SAMPLE).notes[0].code == "libreoffice-failed"
    monkeypatch.setattr(doc, "to_docx", lambda *_: b"PK\x03\x04 no package")
    assert read(SAMPLE).notes[0].code == "libreoffice-failed"


@pytest.mark.skipif(not PRESENT, reason="LibreOffice is not installed")
def test_the_converter_that_takes_too_long_is_ended() -> None:
    start = time.monotonic()
    assert office.to_docx(DATA, ".doc", Limits(office_seconds=0.05)) is None
    assert time.monotonic() - start < 15


def test_running_is_bounded(tmp_path: Path) -> None:
    assert office._run([sys.executable, "-c", ""], tmp_path, 30)
    assert not office._run([sys.executable, "-c", "raise SystemExit(3)"], tmp_path, 30)
    assert not office._run([str(tmp_path / "none")], tmp_path, 30)
    start = time.monotonic()
    assert not office._run([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, 0.5)
    assert time.monotonic() - start < 15


@pytest.mark.parametrize("setting", ["off", "0", "", "no-such-program-anywhere"])
def test_no_office_by_setting(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setenv(office.SETTING, setting)
    assert office.find_office() is None
    assert office.to_docx(DATA, ".doc", Limits()) is None


def test_password() -> None:
    start = DATA.index(b"\xec\xa5")
    flags = struct.unpack_from("<H", DATA, start + 10)[0] | 0x100
    with pytest.raises(ReadError, match="mật khẩu"):
        read_bytes(DATA[: start + 10] + struct.pack("<H", flags) + DATA[start + 12 :], "a.doc")


@pytest.mark.parametrize("data", [DATA[:600], DATA[:5000], DATA[:512] + b"\0" * 20_000])
def test_cut_files_are_one_line(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setenv(office.SETTING, "off")
    try:
        assert isinstance(read_bytes(data, "a.doc"), Source)
    except ReadError as error:
        assert "\n" not in str(error)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(512, len(DATA) - 1), st.integers(0, 255)), min_size=1, max_size=40))
def test_damaged_files_never_crash(changes: list[tuple[int, int]]) -> None:
    damaged = bytearray(DATA)
    for place, byte in changes:
        damaged[place] = byte
    try:
        source = read_doc_text(bytes(damaged), "a.doc", Limits())
    except ReadError:
        return
    assert all(0 <= b.start <= b.end <= len(source.text) for b in source.blocks)


def pieced(parts: list[bytes | str]) -> DocFile:
    """A file whose text stands in pieces, as a fast save leaves them: bytes or UTF-16, out of order."""
    main, at, entries, cps = bytearray(4096), 4000, [], [0]
    for part in parts:
        raw = part if isinstance(part, bytes) else part.encode("utf-16-le")
        at -= len(raw) + len(raw) % 2
        main[at : at + len(raw)] = raw
        entries.append(struct.pack("<HIH", 0, at * 2 | 0x40000000 if isinstance(part, bytes) else at, 0))
        cps.append(cps[-1] + len(part))
    plc = b"".join(struct.pack("<I", cp) for cp in cps) + b"".join(entries)
    tables = b"\x01\x02\x00ab" + b"\x02" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<I", main, 0x4C, cps[-1])
    struct.pack_into("<II", main, 154 + 8 * 33, 0, len(tables))
    return DocFile(bytes(main), tables, True)


def text_of(file: DocFile) -> str:
    reader = _Reader(file)
    reader.read()
    return read_parts(reader.builder.parts(), "a.doc", "doc").text


PIECES: list[tuple[list[bytes | str], str]] = [
    (["Kế hoạch ", b"n\xadm 2007\r", "Mục tiêu\r"], "Kế hoạch nm 2007\nMục tiêu\n"),
    (["a\x13 PAGE \x14", b"7\x15b\x01\x08\x0bc\x1ed\r"], "a7b c-d\n"),
    (["no end"], "no end\n"),
]


@pytest.mark.parametrize(("parts", "text"), PIECES)
def test_pieces(parts: list[bytes | str], text: str) -> None:
    assert text_of(pieced(parts)) == text


def test_word_95_as_plain_text() -> None:
    main = bytearray(2048)
    text = "C\xa8n c\xf8 LuËt Tæ chøc Héi ®ång nh©n d©n\r§iÒu 1\r".encode("cp1252")
    main[1024 : 1024 + len(text)] = text
    struct.pack_into("<I", main, 0x18, 1024)
    struct.pack_into("<I", main, 0x34, len(text))
    file = DocFile(bytes(main), bytes(main), False)
    assert text_of(file).splitlines() == ["Căn cứ Luật Tổ chức Hội đồng nhân dân", "Điều 1"]


def test_not_a_word_document() -> None:
    with pytest.raises(ReadError, match="hỏng"):
        open_doc(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "a.doc")


def test_titles_are_read_as_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters stay as stored; what a font prints in capitals is read as capitals, at the same places."""
    monkeypatch.setenv(office.SETTING, "off")
    source = read(SAMPLE)
    printed = source.printed()
    assert [source.quote(*span) for span in source.capitals] == [LINES[i] for i in (0, 1, 4, 6, 9)]
    assert [printed.quote(*span) for span in source.capitals] == [LINES[i].upper() for i in (0, 1, 4, 6, 9)]
    assert printed.text.casefold() == source.text.casefold()
    document = extract(source).document
    assert document.title == "Kế hoạch ứng dụng công nghệ thông tin của huyện năm 2007"
    assert document.issuer == "UBND huyện Minh Sơn"
