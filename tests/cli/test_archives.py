"""`kehoach extract archive.zip`: members are documents like files of a folder; limits by option."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor.cli.app import app
from extractor.errors import KehoachError
from extractor.sources.limits import Limits

pytestmark = pytest.mark.usefixtures("stub")
PLAN = "Kế hoạch\nMục tiêu: đạt 85% hộ có cáp quang\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "hồ sơ.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as to:
        to.writestr("huyện A/kế hoạch.txt", PLAN)
        to.writestr("huyện B/kế hoạch.txt", PLAN)
        to.writestr("bảng.docx", b"PK\x03\x04 broken")
        to.writestr("ảnh.jpg", b"x")
    return path


@pytest.mark.parametrize("folder", [True, False])
def test_members_are_documents(archive: Path, tmp_path: Path, folder: bool) -> None:
    argument = archive.parent if folder else archive
    result = CliRunner().invoke(app, ["extract", str(argument), "--out", str(tmp_path / "out")])
    assert result.exit_code == 1
    assert {"kế hoạch.json", "kế hoạch-2.json"} <= {p.name for p in (tmp_path / "out").iterdir()}
    document = json.loads((tmp_path / "out" / "kế hoạch-2.json").read_text("utf-8"))["document"]
    assert document["source"] == "hồ sơ.zip/huyện B/kế hoạch.txt"
    told = result.stderr.splitlines()
    assert len(told) == 2
    assert "ảnh.jpg" in told[0]
    assert told[1].startswith("lỗi: ")
    assert "bảng.docx" in told[1]


def test_empty_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as to:
        to.writestr("ảnh.jpg", b"x")
    result = CliRunner().invoke(app, ["extract", str(tmp_path / "a.zip")])
    assert result.exit_code == 1
    assert "không có tệp nào đọc được" in result.stderr


def test_one_member_is_shown(archive: Path) -> None:
    result = CliRunner().invoke(app, ["show", str(archive / "huyện A" / "kế hoạch.txt")])
    assert result.exit_code == 0
    assert "85%" in result.stdout


def test_limits(archive: Path) -> None:
    arguments = ["extract", str(archive), "--limit", "max_bytes=20", "--limit", "max_pages=1"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 1
    assert result.stderr.count("lớn hơn giới hạn") == 2


@pytest.mark.parametrize("wrong", ["max_bytes", "max_bytes=viele", "bytes=3", "max_pages=0", "max_pages=-1"])
def test_wrong_limits(wrong: str) -> None:
    with pytest.raises(KehoachError, match="max_pages"):
        Limits().changed([wrong])


def test_limits_by_name() -> None:
    assert Limits().changed(["max_seconds=1.5", " max_pages = 3 "]) == Limits(max_seconds=1.5, max_pages=3)
