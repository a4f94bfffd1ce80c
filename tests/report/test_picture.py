"""Pictures of pages: the words of a finding are tinted where they stand, on turned pages too."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from reportlab.pdfgen.canvas import Canvas
from typer.testing import CliRunner

from extractor.cli.app import app
from extractor.errors import KehoachError
from extractor.records import BoxRecord, Document, Evidence, Extraction, Target, Task, Unit
from extractor.report.marks import marks_on, words_of
from extractor.report.picture import draw_page
from extractor.sources.model import Source
from extractor.sources.pdf_page import load_page
from extractor.sources.read import read_bytes

LINES = ["1. Build the data centre before May", "- Reach 80% of files online; So A leads, So A helps"]


def pdf(rotation: int = 0, size: tuple[float, float] = (400, 300), upward: bool = False) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    for _ in range(2):
        canvas.setPageRotation(rotation)
        if upward:
            canvas.translate(size[0], 0)
            canvas.rotate(90)
        canvas.setFont("Helvetica", 12)
        for number, line in enumerate(LINES):
            canvas.drawString(60, 200 - 60 * number, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def evidence(source: Source, words: str, nth: int = 0) -> Evidence:
    """Evidence of words on page 1, with the boxes of their block."""
    start = -1
    for _ in range(nth + 1):
        start = source.text.index(words, start + 1)
    block = next(b for b in source.blocks if b.start <= start < b.end)
    boxes = tuple(BoxRecord(page=b.page, x0=b.x0, top=b.top, x1=b.x1, bottom=b.bottom) for b in block.boxes)
    return Evidence(start=start, end=start + len(words), page=1, boxes=boxes)


def extraction(source: Source) -> Extraction:
    unit = Unit(text="So A", name="So A", evidence=evidence(source, "So A", 1))
    task = Task(
        id="t1",
        section="1",
        title="x",
        quote="x",
        lead_units=(unit,),
        evidence=evidence(source, "Build the data"),
    )
    target = Target(id="g1", kind="quantitative", indicator="x", quote="x", evidence=evidence(source, "80%"))
    return Extraction(document=Document(id="a", source="a.pdf"), tasks=(task,), targets=(target,))


def drawn(data: bytes, number: int = 1) -> Image.Image:
    source = read_bytes(data, "a.pdf")
    return Image.open(io.BytesIO(draw_page(data, source, extraction(source), number)))


def test_words_are_found_where_they_stand() -> None:
    import pypdfium2

    data = pdf()
    source = read_bytes(data, "a.pdf")
    page = load_page(pypdfium2.PdfDocument(data)[0], 1)
    marks = {mark.kind: mark for mark in marks_on(extraction(source), 1)}
    (goal,) = words_of(marks["target"], source, page.runs, 1)
    assert goal.x0 == pytest.approx(60 + 44, abs=6)
    assert goal.x1 - goal.x0 == pytest.approx(24, abs=5)
    assert goal.top < 160 < goal.bottom + 2
    (leader,) = words_of(marks["lead"], source, page.runs, 1)
    assert leader.x0 > 250  # the second "So A" of the line, not the first
    assert marks_on(extraction(source), 2) == []


def coloured(image: Image.Image, shown: Image.Image) -> int:
    """How many pixels below the legend differ from the page without marks."""
    top = image.height - shown.height
    below = image.crop((0, top, image.width, image.height)).convert("RGB")
    changes = ImageChops.difference(below, shown.convert("RGB")).convert("L").histogram()
    return sum(changes[1:])


@pytest.mark.parametrize(
    ("rotation", "upward"), [(0, False), (90, False), (180, False), (270, False), (0, True)]
)
def test_turned_pages(rotation: int, upward: bool) -> None:
    image = drawn(pdf(rotation, upward=upward))
    plain = Image.open(
        io.BytesIO(
            draw_page(
                pdf(rotation, upward=upward),
                read_bytes(pdf(rotation, upward=upward), "a.pdf"),
                Extraction(document=Document(id="a", source="a.pdf")),
                1,
            )
        )
    )
    assert image.width == plain.width
    legend = plain.height - 2 * (300 if image.width == 800 else 400)
    page = plain.crop((0, legend, plain.width, plain.height))
    assert 500 < coloured(image, page) < 60_000


def test_absurd_pages_stay_small() -> None:
    image = drawn(pdf(size=(14_000, 14_000)))
    assert image.width * image.height < 10_500_000


@pytest.mark.parametrize("number", [0, 3, -1])
def test_pages_that_are_not_there(number: int) -> None:
    with pytest.raises(KehoachError, match=f"không có trang {number}"):
        drawn(pdf(), number)


def test_formats_without_pages() -> None:
    source = read_bytes(b"80%", "a.txt")
    with pytest.raises(KehoachError, match="chỉ vẽ được trang của tệp PDF"):
        draw_page(b"80%", source, Extraction(document=Document(id="a", source="a.txt")), 1)


def test_command(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf())
    given = ["show", str(tmp_path / "a.pdf"), "--page", "1"]
    done = CliRunner().invoke(app, [*given, "--image", str(tmp_path / "out" / "a.png")])
    assert done.exit_code == 0, done.output
    assert Image.open(tmp_path / "out" / "a.png").format == "PNG"
    (tmp_path / "file").write_text("x")
    failed = CliRunner().invoke(app, [*given, "--image", str(tmp_path / "file" / "a.png")])
    assert failed.exit_code == 1
    assert failed.stderr.count("\n") == 1
    assert CliRunner().invoke(app, given).exit_code == 2
