"""`kehoach audit` as a user runs it."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import openpyxl
import pytest

from extractor.analysis.audit import rules

ROOT = Path(__file__).resolve().parents[2]
KEYS = ["rule", "severity", "category", "document", "indicator_code", "message", "figures", "evidence"]


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled sample plans, extracted once."""
    from extractor.cli.extracting import Options, run

    folder = tmp_path_factory.mktemp("records")
    assert run([str(p) for p in sorted((ROOT / "corpora").glob("*-202?.txt"))], Options(out=folder)) == 0
    return folder


def test_all_outputs(records: Path, tmp_path: Path, kehoach) -> None:  # type: ignore[no-untyped-def]
    done = kehoach(
        "audit", records, "--out", "a.html", "--xlsx", "a.xlsx", "--json", "a.json", "--owners", "o.csv",
        "--calendar", "lich",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    findings = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert findings
    for finding in findings:
        assert list(finding) == KEYS
        assert finding["rule"] in rules()
        assert all(set(span) >= {"quote", "page"} for span in finding["evidence"])
    with (tmp_path / "o.csv").open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert {r["role"] for r in rows} == {"lead", "support", "none"}
    assert {r["document"] for r in rows} == {p.stem for p in records.glob("*.json")}
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert '<html lang="vi">' in page
    assert not re.search(r"(?:src|href)=[\"']https?:", page)
    anchors = set(re.findall(r'id="(q\d+)"', page))
    assert set(re.findall(r'href="#(q\d+)"', page)) <= anchors
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert {"Tóm tắt", "Phát hiện", "Khối lượng đơn vị", "Không có chủ trì", "Việc của đơn vị"} <= set(
        book.sheetnames
    )
    assert book["Phát hiện"].max_row == len(findings) + 1
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_calendars(records: Path, tmp_path: Path, kehoach) -> None:  # type: ignore[no-untyped-def]
    from icalendar import Calendar

    assert kehoach("audit", records, "--calendar", "lich").returncode == 0
    files = sorted((tmp_path / "lich").glob("*.ics"))
    assert files
    for path in files:
        assert re.fullmatch(r"[a-z0-9-]+\.ics", path.name)
        calendar = Calendar.from_ical(path.read_bytes())
        events = calendar.walk("VEVENT")
        assert events
        assert len({str(e["uid"]) for e in events}) == len(events)
        assert all(str(e["summary"]).startswith(("[chủ trì]", "[phối hợp]")) for e in events)


def test_the_same_bytes(records: Path, tmp_path: Path, kehoach) -> None:  # type: ignore[no-untyped-def]
    for name in ("1", "2"):
        kehoach("audit", records, "--out", f"{name}.html", "--xlsx", f"{name}.xlsx", "--json", f"{name}.json")
    for suffix in ("html", "xlsx", "json"):
        assert (tmp_path / f"1.{suffix}").read_bytes() == (tmp_path / f"2.{suffix}").read_bytes()


@pytest.mark.parametrize(("bar", "code"), [("error", 3), ("warning", 3)])
def test_fail_on(records: Path, bar: str, code: int, kehoach) -> None:  # type: ignore[no-untyped-def]
    assert kehoach("audit", records, "--json", "a.json", "--fail-on", bar).returncode == code


def test_suppressions(records: Path, tmp_path: Path, kehoach) -> None:  # type: ignore[no-untyped-def]
    rows = "".join(f"{name},đã xem\n" for name in rules())
    (tmp_path / "bo-qua.csv").write_text("rule,reason\n" + rows, encoding="utf-8")
    done = kehoach("audit", records, "--json", "a.json", "--suppress", "bo-qua.csv", "--fail-on", "warning")
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == []
    assert "bỏ qua" in done.stdout


def test_nothing_to_audit(tmp_path: Path, kehoach) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "trong").mkdir()
    done = kehoach(
        "audit", "trong", "--out", "a.html", "--xlsx", "a.xlsx", "--json", "a.json", "--owners", "o.csv"
    )
    assert "không có văn bản nào để kiểm tra" in done.stderr
    assert "Traceback" not in done.stderr
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == []
    assert "Không có văn bản nào" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "Phát hiện" in openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames


def test_one_document_without_its_text(records: Path, tmp_path: Path, kehoach) -> None:  # type: ignore[no-untyped-def]
    name = sorted(records.glob("*.json"))[0]
    (tmp_path / name.name).write_bytes(name.read_bytes())
    done = kehoach("audit", tmp_path / name.name, "--json", "a.json")
    assert done.returncode == 0
    assert "không có nguyên văn" in done.stderr
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))


def test_a_broken_text_and_a_missing_folder(records: Path, tmp_path: Path, kehoach) -> None:  # type: ignore[no-untyped-def]
    name = sorted(records.glob("*.json"))[0]
    (tmp_path / name.name).write_bytes(name.read_bytes())
    (tmp_path / f"{name.stem}.source").write_text("{", encoding="utf-8")
    assert kehoach("audit", tmp_path / name.name, "--json", "a.json").returncode == 0
    done = kehoach("audit", "khong-co", "--json", "a.json")
    assert done.returncode == 1
    assert done.stderr.count("lỗi:") == 1


def test_an_unknown_catalog(records: Path, kehoach) -> None:  # type: ignore[no-untyped-def]
    done = kehoach("audit", records, "--catalog", "bo-la")
    assert done.returncode == 1
    assert "bo-la" in done.stderr and "Traceback" not in done.stderr
