"""ZIP archives: names repaired and harmless, members one by one, bombs refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import pytest

from extractor.errors import ReadError
from extractor.sources.archive import safe_name
from extractor.sources.limits import Limits
from extractor.sources.model import Source
from extractor.sources.read import read, read_all, read_bytes
from tests.sources.workbooks import annex_docx

TEXT = "KẾ HOẠCH\nĐạt 80% hồ sơ trực tuyến.\n".encode()


def zipped(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


def raw_named(name: bytes) -> bytes:
    """An archive whose one member has ``name`` as bytes, without the mark of UTF-8."""
    info = zipfile.ZipInfo("#" * len(name))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(info, TEXT)
    return buffer.getvalue().replace(b"#" * len(name), name)


def outcome(path: Path, limits: Limits | None = None) -> list[tuple[str, str]]:
    """(name, format or reason) of each document."""
    return [
        (item.name, item.format) if isinstance(item, Source) else (item.path, item.reason)
        for item in read_all(path, limits=limits)
    ]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    inner = zipped(("trong.txt", TEXT), ("hỏng.docx", b"PK\x03\x04"))
    path = tmp_path / "hồ sơ.zip"
    path.write_bytes(
        zipped(
            ("huyện A/kế hoạch.docx", annex_docx()),
            ("huyện A/", b""),
            ("__MACOSX/._kế hoạch.docx", b"x"),
            ("ảnh.png", b"\x89PNG"),
            ("phụ lục.zip", inner),
            ("huyện B/kế hoạch.txt", TEXT),
        )
    )
    return path


def test_members_in_their_order(archive: Path) -> None:
    assert outcome(archive) == [
        ("hồ sơ.zip/huyện A/kế hoạch.docx", "docx"),
        ("hồ sơ.zip/phụ lục.zip/trong.txt", "text"),
        ("hồ sơ.zip/phụ lục.zip/hỏng.docx", "tệp nén (DOCX) đã hỏng, không mở được"),
        ("hồ sơ.zip/huyện B/kế hoạch.txt", "text"),
    ]


def test_a_member_is_a_path(archive: Path) -> None:
    assert read(archive / "phụ lục.zip" / "trong.txt").text == TEXT.decode()
    assert read(archive / "huyện A" / "kế hoạch.docx").name == "hồ sơ.zip/huyện A/kế hoạch.docx"
    for missing in ("không có.txt", "phụ lục.zip/không có.txt", "huyện A"):
        with pytest.raises(ReadError, match="không có trong tệp nén"):
            read(archive / missing)


def test_other_files_are_one_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "a.docx.zip").write_bytes(annex_docx())
    assert outcome(tmp_path / "a.txt") == [("a.txt", "text")]
    assert outcome(tmp_path / "a.docx.zip") == [("a.docx.zip", "docx")]
    assert outcome(tmp_path / "missing.zip") == [(str(tmp_path / "missing.zip"), "không tìm thấy tệp")]


def test_read_takes_an_archive_of_one() -> None:
    assert read_bytes(zipped(("a/b.txt", TEXT), ("c.png", b"x")), "x.zip").name == "x.zip/a/b.txt"
    with pytest.raises(ReadError, match="read_all"):
        read_bytes(zipped(("a.txt", TEXT), ("b.txt", TEXT)), "x.zip")
    with pytest.raises(ReadError, match="không có tệp nào"):
        read_bytes(zipped(("a.png", b"x")), "x.zip")


NAMES = [
    ("kế hoạch.txt".encode(), "kế hoạch.txt"),
    ("Kê\u0301 hoạch.txt".encode(), "Kế hoạch.txt"),
    ("Ủy ban/kế hoạch tỉnh.txt".encode(), "Ủy ban/kế hoạch tỉnh.txt"),
    ("K\u00ea\u0301 hoa\u0323ch ti\u0309nh A.txt".encode("windows-1258"), "Kế hoạch tỉnh A.txt"),
    (b"plan.txt", "plan.txt"),
]


@pytest.mark.parametrize(("raw", "expected"), NAMES)
def test_names_are_repaired(tmp_path: Path, raw: bytes, expected: str) -> None:
    (tmp_path / "a.zip").write_bytes(raw_named(raw))
    assert outcome(tmp_path / "a.zip") == [(f"a.zip/{expected}", "text")]


def test_name_in_the_extra_field(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("ke hoach.txt")
    field = b"\1" + zlib.crc32(b"ke hoach.txt").to_bytes(4, "little") + "kế hoạch.txt".encode()
    info.extra = b"\x75\x70" + len(field).to_bytes(2, "little") + field
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as to:
        to.writestr(info, TEXT)
    assert outcome(tmp_path / "a.zip") == [("a.zip/kế hoạch.txt", "text")]


SAFE = [
    ("../../etc/passwd", "etc/passwd"), ("/a/b.txt", "a/b.txt"), ("C:\\a\\b.txt", "a/b.txt"),
    ("a/./b/.../c.txt", "a/b/c.txt"), ("a:b?.txt", "a_b_.txt"), ("..", ""), ("a\n.txt", "a_.txt"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), SAFE)
def test_names_lead_nowhere(name: str, expected: str) -> None:
    assert safe_name(name) == expected


def test_same_names_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(("b.txt", TEXT), ("../b.txt", TEXT)))
    assert [name for name, _ in outcome(tmp_path / "a.zip")] == ["a.zip/b.txt", "a.zip/b (2).txt"]
    assert read(tmp_path / "a.zip" / "b (2).txt").text


def encrypted(data: bytes) -> bytes:
    """The archive with the mark of encryption set on its first member."""
    local, central = data.index(b"PK\x03\x04"), data.index(b"PK\x01\x02")
    changed = bytearray(data)
    changed[local + 6] |= 1
    changed[central + 8] |= 1
    return bytes(changed)


def nested(depth: int) -> bytes:
    data = zipped(("a.txt", TEXT))
    for _ in range(depth):
        data = zipped(("inner.zip", data))
    return data


BOMB = zipped(("a.txt", b"0" * 20_000_000), ("b.txt", TEXT))
REFUSED = [
    (encrypted(zipped(("a.txt", TEXT), ("b.txt", TEXT))), ["mật khẩu", "text"]),
    (BOMB, ["bom nén", "text"]),
    (zipped(("a.zip", BOMB), ("b.txt", TEXT)), ["bom nén", "text", "text"]),
    (nested(2), ["text"]),
    (nested(3), ["quá 3 tầng"]),
    (zipped(*((f"{n}.txt", TEXT) for n in range(40))), ["nhiều hơn giới hạn"]),
    (zipped(("a.zip", b"PK\x03\x04 broken"), ("b.txt", TEXT)), ["hỏng", "text"]),
    (zipped(("a.txt", TEXT), ("b.txt", b"")), ["text", "rỗng"]),
]


@pytest.mark.parametrize(("data", "expected"), REFUSED)
def test_bad_members_cost_only_themselves(tmp_path: Path, data: bytes, expected: list[str]) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    found = outcome(tmp_path / "a.zip", Limits(max_zip_entries=30))
    assert len(found) == len(expected)
    for (_, told), words in zip(found, expected, strict=True):
        assert words in told


def test_all_members_together_are_bounded(tmp_path: Path) -> None:
    inner = zipped(*((f"{n}.txt", TEXT * 20) for n in range(20)))
    (tmp_path / "a.zip").write_bytes(zipped(*((f"{n}.zip", inner) for n in range(20))))
    found = outcome(tmp_path / "a.zip", Limits(max_archive_unzipped=50_000))
    assert len([told for _, told in found if told == "text"]) < 200
    assert "bom nén" in found[-1][1]
