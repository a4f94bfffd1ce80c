"""`kehoach progress` from the shell's side: files in, files out, messages and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor.cli.app import app
from extractor.report.json_out import dumps

REPORTS = Path(__file__).resolve().parents[2] / "corpora" / "reports"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from extractor import extract, read

    made = tmp_path_factory.mktemp("out")
    names = ("plans/quang-trach-ke-hoach-2024", "quang-trach-bao-cao-2024")
    for name in names:
        path = REPORTS / f"{name}.txt"
        (made / f"{path.stem}.json").write_text(dumps(extract(read(path))), "utf-8")
    return made


def test_table(folder: Path) -> None:
    result = CliRunner().invoke(app, ["progress", str(folder)])
    assert result.exit_code == 0, result.output
    assert "6 chỉ tiêu, 3 đạt, 2 chưa đạt, 1 chưa có báo cáo" in result.stdout


def test_files(folder: Path, tmp_path: Path) -> None:
    names = {o: tmp_path / f"p.{o}" for o in ("html", "xlsx", "csv")}
    written = [("--out", "html"), ("--xlsx", "xlsx"), ("--csv", "csv")]
    options = [part for option, name in written for part in (option, str(names[name]))]
    result = CliRunner().invoke(app, ["progress", str(folder), *options])
    assert result.exit_code == 0, result.output
    assert names["html"].read_text("utf-8").startswith("<!DOCTYPE html>")
    assert names["xlsx"].read_bytes().startswith(b"PK")
    assert names["csv"].read_bytes().startswith(b"\xef\xbb\xbfplan,target")


def test_json_and_nothing_to_compare(folder: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["progress", str(folder), "--json"])
    assert len(json.loads(result.stdout)["lines"]) == 6
    one = folder / "quang-trach-bao-cao-2024.json"
    alone = CliRunner().invoke(app, ["progress", str(one)])
    assert alone.exit_code == 0
    assert "không có kế hoạch nào" in alone.stderr
    missing = CliRunner().invoke(app, ["progress", str(tmp_path / "khong-co")])
    assert missing.exit_code == 1
    assert "không có văn bản nào" in missing.stderr
