"""The workbooks of audit and progress, read back and opened by another program."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from extractor import audit, extract, read
from extractor.analysis.progress import progress
from extractor.report.audit_book import audit_book
from extractor.report.progress_book import progress_book

REPORTS = Path(__file__).resolve().parents[2] / "corpora" / "reports"


@pytest.fixture(scope="module")
def books() -> dict[str, tuple[bytes, str]]:
    """Each workbook, and words that one of its findings or lines must show."""
    paths = [*sorted((REPORTS / "plans").glob("*.txt")), *sorted(REPORTS.glob("*.txt"))]
    read_in = [(source := read(path), extract(source)) for path in paths]
    audited = audit([(extraction, source) for source, extraction in read_in])
    followed = progress([extraction for _, extraction in read_in])
    return {
        "audit": (audit_book(audited).content(), audited.findings[0].message),
        "progress": (progress_book(followed).content(), followed.lines[0].aim.target.indicator),
    }


@pytest.mark.parametrize("name", ["audit", "progress"])
def test_read_back(name: str, books: dict[str, tuple[bytes, str]]) -> None:
    book, words = books[name]
    sheets = openpyxl.load_workbook(io.BytesIO(book)).worksheets
    cells = [str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row]
    assert any(words in cell for cell in cells)
    assert not any(cell.startswith("#") and cell.endswith("!") for cell in cells)  # "#REF!", "#VALUE!"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["audit", "progress"])
def test_another_program_opens_it(name: str, books: dict[str, tuple[bytes, str]], tmp_path: Path) -> None:
    book, words = books[name]
    (tmp_path / "r.xlsx").write_bytes(book)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
         "--outdir", str(tmp_path), str(tmp_path / "r.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    told = [file.read_text("utf-8") for file in tmp_path.glob("r-*.csv")]
    assert len(told) == len(openpyxl.load_workbook(tmp_path / "r.xlsx").sheetnames)
    assert any(words.replace('"', '""') in text for text in told)
