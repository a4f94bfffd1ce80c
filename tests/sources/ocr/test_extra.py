"""Without the extra, or without the Vietnamese model: what to install is said, the rest is read."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import ReadError
from extractor.sources.ocr import extra
from extractor.sources.read import read_bytes


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the packages of the extra were not installed."""
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    monkeypatch.setattr(extra, "missing", extra.missing.__wrapped__)


@pytest.mark.usefixtures("bare")
def test_pages_of_text_are_read_and_scans_named_once(paper: Any) -> None:
    import pypdfium2

    whole = pypdfium2.PdfDocument.new()
    scan = paper.scanned(paper.printed(lambda canvas: canvas.drawString(85, 700, "Plan")))
    for data in (scan, paper.drawn(lambda canvas: canvas.drawString(85, 700, "Readable")), scan):
        whole.import_pages(pypdfium2.PdfDocument(data))
    buffer = io.BytesIO()
    whole.save(buffer)
    source = read_bytes(buffer.getvalue(), "a.pdf")
    assert source.text.strip() == "Readable"
    (note,) = source.notes
    assert note.code == "page-without-text"
    assert "Trang 1, 3" in note.message
    assert 'pip install "kehoach[ocr]"' in note.message and "Tesseract" in note.message


@pytest.mark.usefixtures("bare")
def test_scans_only_give_a_source_without_text(paper: Any) -> None:
    source = read_bytes(paper.scanned(paper.printed(lambda _: None)), "a.pdf")
    assert source.text == "" and len(source.pages) == 1 and len(source.notes) == 1


@pytest.mark.usefixtures("bare")
def test_picture_files_say_what_to_install() -> None:
    with pytest.raises(ReadError, match=r"kehoach\[ocr\]"):
        read_bytes(b"\x89PNG\r\n\x1a\n", "a.png")


def test_model_is_looked_for_where_the_user_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    (tmp_path / "vie.traineddata").write_bytes(b"x")
    assert extra.model_folder() == tmp_path


def test_model_under_the_prefix_of_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    (tmp_path / "tessdata").mkdir()
    (tmp_path / "tessdata" / "vie.traineddata").write_bytes(b"x")
    assert extra.model_folder() == tmp_path / "tessdata"


def test_missing_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tesserocr")
    pytest.importorskip("cv2")
    monkeypatch.setattr(extra, "model_folder", lambda: None)
    assert "tesseract-ocr-vie" in (extra.missing.__wrapped__() or "")


@pytest.mark.usefixtures("recognition")
def test_broken_model_costs_the_scans_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paper: Any
) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    (tmp_path / "vie.traineddata").write_bytes(b"no model")
    source = read_bytes(
        paper.scanned(paper.printed(lambda canvas: canvas.drawString(85, 700, "Plan"))), "a.pdf"
    )
    assert [note.code for note in source.notes] == ["page-without-text"]


def test_text_files_do_not_wait_for_recognition() -> None:
    code = (
        "import sys; from extractor.sources.read import read_bytes; read_bytes(b'x', 'a.txt');"
        "sys.exit(bool({'cv2', 'tesserocr', 'numpy', 'pypdfium2'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
