"""`kehoach compare`: files written, messages on stderr, exit codes."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from extractor.cli.app import app


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["compare", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "in"
    place.mkdir()
    for name, value in (("Alpha", 80), ("Beta", 90)):
        target: dict[str, Any] = {
            "id": "g1", "kind": "quantitative", "indicator": "=hộ", "value": value, "unit": "percent",
            "comparator": "ge", "quote": f"đạt {value}%", "indicator_codes": ["3.1"],
        }  # fmt: skip
        document = {"id": name.lower(), "source": "x", "province": name, "level": "province"}
        record = {"document": document, "targets": [target]}
        (place / f"{name.lower()}.json").write_text(json.dumps(record), "utf-8")
    return place


def test_all_outputs(folder: Path, tmp_path: Path) -> None:
    page, book, matrix = (tmp_path / "deep" / name for name in ("r.html", "r.xlsx", "m.csv"))
    result = run(folder, "--out", page, "--xlsx", book, "--csv", matrix)
    assert result.exit_code == 0, result.output
    assert "2 văn bản" in result.stdout
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert book.read_bytes().startswith(b"PK")
    with matrix.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert [(r["document"], r["indicator_code"], r["value"], r["rank"], r["rank_of"]) for r in rows] == [
        ("alpha", "3.1", "80", "2", "2"),
        ("beta", "3.1", "90", "1", "2"),
    ]
    assert rows[0]["measured"] == "'=hộ"


def test_same_bytes(folder: Path, tmp_path: Path) -> None:
    for n in "12":
        run(
            folder,
            "--out",
            tmp_path / f"{n}.html",
            "--xlsx",
            tmp_path / f"{n}.xlsx",
            "--csv",
            tmp_path / f"{n}.csv",
        )
    for kind in ("html", "xlsx", "csv"):
        assert (tmp_path / f"1.{kind}").read_bytes() == (tmp_path / f"2.{kind}").read_bytes()


def test_json_and_table(folder: Path) -> None:
    content = json.loads(run(folder, "--json").stdout)
    assert [row["value"] for row in content["matrix"]] == [80, 90]
    assert {"documents", "coverage", "owners", "changes", "messages"} <= set(content)
    printed = run(folder)
    assert printed.exit_code == 0
    assert "≥ 80%" in printed.stdout
    assert "Beta" in printed.stdout


def test_changes_as_a_table(tmp_path: Path) -> None:
    """Also over a merger; the file is the only one asked for."""
    for province, year, value in (("Ninh Thuận", 2025, 80), ("Khánh Hòa", 2026, 90)):
        target: dict[str, Any] = {
            "id": "g1", "kind": "quantitative", "indicator": "hộ", "value": value, "unit": "percent",
            "comparator": "ge", "quote": f"đạt {value}%", "indicator_codes": ["3.1"],
        }  # fmt: skip
        period = {"start": f"{year}-01-01", "end": f"{year}-12-31"}
        document = {
            "id": str(year), "source": "x", "province": province, "level": "province", "period": period,
        }  # fmt: skip
        (tmp_path / f"{year}.json").write_text(
            json.dumps({"document": document, "targets": [target]}), "utf-8"
        )
    result = run(tmp_path, "--changes", tmp_path / "c.csv", "--csv", tmp_path / "m.csv")
    assert result.exit_code == 0 and "c.csv" in result.stdout
    with (tmp_path / "c.csv").open(encoding="utf-8-sig", newline="") as handle:
        (row,) = list(csv.DictReader(handle))
    assert (row["issuer"], row["between"], row["merged_on"], row["change"], row["difference"]) == (
        "Khánh Hòa", "sáp nhập từ Ninh Thuận", "2025-07-01", "raised", "10",
    )  # fmt: skip
    with (tmp_path / "m.csv").open(encoding="utf-8-sig", newline="") as handle:
        assert [r["province_today"] for r in csv.DictReader(handle)] == ["Khánh Hòa", "Khánh Hòa"]
    content = json.loads(run(tmp_path, "--json").stdout)
    assert content["changes"][0]["between"] == "sáp nhập từ Ninh Thuận"
    assert content["changes"][0]["merged_on"] == "2025-07-01"


def test_a_bad_file_costs_only_itself(folder: Path, tmp_path: Path) -> None:
    (folder / "bad.json").write_text("{", "utf-8")
    (folder / "other.json").write_text("[]", "utf-8")
    result = run(folder, "--csv", tmp_path / "m.csv")
    assert result.exit_code == 1
    assert "2 văn bản" in result.stdout
    errors = result.stderr.splitlines()
    assert sum(line.startswith("lỗi: ") and "bad.json" in line for line in errors) == 1
    assert sum(line.startswith("lưu ý: bỏ qua ") and "other.json" in line for line in errors) == 1


def test_nothing_to_compare(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run(
        tmp_path / "empty",
        "--out",
        tmp_path / "r.html",
        "--xlsx",
        tmp_path / "r.xlsx",
        "--csv",
        tmp_path / "m.csv",
    )
    assert result.exit_code == 1
    assert "không có kết quả trích xuất nào" in result.stderr
    assert "Không có văn bản nào" in (tmp_path / "r.html").read_text("utf-8")
    assert (tmp_path / "m.csv").read_text("utf-8-sig").startswith("catalog,indicator_code")


def test_one_document(folder: Path) -> None:
    result = run(folder / "alpha.json")
    assert result.exit_code == 0
    assert "Chỉ có một văn bản" in result.stderr


def test_unknown_catalog(kehoach: Any, folder: Path) -> None:
    done = kehoach("compare", folder, "--catalog", "khong-co")
    assert done.returncode == 1
    assert done.stderr == "lỗi: không có bộ chỉ số 'khong-co'; hiện có: dti-2022-province\n"


def test_catalogs_named_by_records(folder: Path) -> None:
    record = json.loads((folder / "beta.json").read_text("utf-8")) | {"catalog": "bo-rieng"}
    (folder / "beta.json").write_text(json.dumps(record), "utf-8")
    result = run(folder, "--json")
    assert "bo-rieng" in result.stderr
    assert [row["rank"] for row in json.loads(result.stdout)["matrix"]] == [None, None]
