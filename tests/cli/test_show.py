"""`kehoach show`: the quote in its context and where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor.cli.app import app

pytestmark = pytest.mark.usefixtures("stub")


def test_proofs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kế hoạch\nMục tiêu: đạt 85% hộ có cáp quang\n", "utf-8")
    result = CliRunner().invoke(app, ["show", str(tmp_path / "a.txt"), "--context", "5"])
    assert result.exit_code == 0, result.output
    for words in ("bảng 1, hàng 3, cột 2", "85%", "Sở TT&TT", "Sở Thông tin và Truyền thông", "[1.a]"):
        assert words in result.stdout


def test_empty_record(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Không có gì", "utf-8")
    result = CliRunner().invoke(app, ["show", str(tmp_path / "a.txt")])
    assert result.exit_code == 0
    assert "a.txt" in result.stderr


def test_unreadable(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no pdf at all")
    result = CliRunner().invoke(app, ["show", str(tmp_path / "a.pdf")])
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
