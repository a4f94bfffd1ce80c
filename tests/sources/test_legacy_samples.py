"""Real files in old encodings against their transcripts, where those are at hand."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from extractor.sources import office
from extractor.sources.legacy import detect_legacy, to_unicode
from extractor.sources.legacy_runs import Run, convert_runs
from extractor.sources.read import read

ROOT = Path(__file__).parents[2]
FOLDER = ROOT.parent / "shared" / "samples" / "legacy"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the shared samples are not here")


def _benchmark() -> ModuleType:
    path = ROOT / "benchmarks" / "legacy_accuracy.py"
    spec = importlib.util.spec_from_file_location("legacy_accuracy", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def share(text: str, path: Path) -> float:
    truth = path.with_name(f"{path.stem}.truth.txt").read_text(encoding="utf-8")
    return float(_benchmark().measure(text, truth).share)


def files(suffix: str) -> list[Path]:
    return sorted(FOLDER.glob(f"*{suffix}"))


@pytest.mark.parametrize("reader", ["own", "office"])
@pytest.mark.parametrize("path", files(".doc") + files(".rtf"), ids=lambda path: path.name)
def test_word_files(path: Path, reader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if reader == "own":
        monkeypatch.setenv(office.SETTING, "off")
    elif office.find_office() is None:
        pytest.skip("LibreOffice is not installed")
    assert share(read(path).text, path) >= 0.99


@pytest.mark.parametrize("fonts", [True, False])
@pytest.mark.parametrize("path", files(".xls"), ids=lambda path: path.name)
def test_cells_of_a_workbook(path: Path, fonts: bool) -> None:
    xlrd = pytest.importorskip("xlrd")
    book = xlrd.open_workbook(path, formatting_info=True)
    runs: list[Run] = []
    for sheet in book.sheets():
        for row in sheet.get_rows():
            for cell in row:
                font = book.font_list[book.xf_list[cell.xf_index].font_index].name if fonts else None
                text = cell.value if isinstance(cell.value, str) else f"{cell.value:g}"
                runs += [(text, font), ("\n", None)]
    assert share("".join(convert_runs(runs).texts), path) >= 0.99


@pytest.mark.parametrize("path", files(".pdf"), ids=lambda path: path.name)
def test_raw_text_of_a_pdf(path: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    text = "\n".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(path))
    encoding = detect_legacy(text)
    assert encoding is not None
    assert share(to_unicode(text, encoding), path) >= 0.99
