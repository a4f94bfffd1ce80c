"""From ruling lines to cells: merged, open, double, dashed, thin and odd ones; oracles and properties."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_factory import CORPORA, LEFT, SAMPLES, cell_words, needs_font, read, rule, spans, texts, words
from reportlab.pdfgen.canvas import Canvas

from extractor.sources.docx import read_docx
from extractor.sources.model import Source
from extractor.sources.pdf import read_pdf
from extractor.sources.pdf_grid import Grid, find_grids
from extractor.sources.pdf_page import load_page
from extractor.sources.pdf_plumbed import cell_groups
from extractor.sources.pdf_rules import Edge

Slot = tuple[int, int, int, int]
Line = tuple[float, float, float, float]


def edges(lines: Sequence[Line]) -> list[Edge]:
    return [Edge(*line) for line in lines]


def around(x0: float, top: float, x1: float, bottom: float) -> list[Line]:
    """The four sides of a cell."""
    return [(x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)]


def cells(slots: Sequence[Slot], xs: Sequence[float], ys: Sequence[float]) -> list[Line]:
    """The sides of all cells."""
    return [side for t, x, b, y in slots for side in around(xs[x], ys[t], xs[y], ys[b])]


XS, YS = (50.0, 100.0, 200.0, 300.0), (100.0, 120.0, 140.0, 160.0)
PLAIN = [(r, c, r + 1, c + 1) for r in range(3) for c in range(3)]
ACROSS = [(0, 0, 1, 3), *PLAIN[3:]]
DOWN = [(0, 0, 3, 1), *(slot for slot in PLAIN if slot[1] > 0)]
BLOCK = [(0, 0, 2, 2), (0, 2, 1, 3), (1, 2, 2, 3), *PLAIN[6:]]
FRAMES = [PLAIN, ACROSS, DOWN, BLOCK]


@pytest.mark.parametrize("slots", FRAMES, ids=["plain", "across", "down", "block"])
def test_cells_of_frames(slots: list[Slot]) -> None:
    (grid,) = find_grids(edges(cells(slots, XS, YS)))
    assert sorted(grid.slots) == sorted(slots) and grid.even
    assert grid.xs == pytest.approx(XS) and grid.ys == pytest.approx(YS)
    assert all(grid.slots[mark][0] <= r < grid.slots[mark][2]
               and grid.slots[mark][1] <= c < grid.slots[mark][3]
               for r, row in enumerate(grid.faces) for c, mark in enumerate(row))  # fmt: skip


def shaken(lines: Sequence[Line]) -> list[Line]:
    """Rules that do not quite meet, as producers draw them."""
    return [
        tuple(value + 0.9 * ((7 * i + 3 * k) % 3 - 1) for k, value in enumerate(line))  # type: ignore[misc]
        for i, line in enumerate(lines)
    ]


@pytest.mark.parametrize("slots", FRAMES, ids=["plain", "across", "down", "block"])
def test_rules_that_do_not_quite_meet(slots: list[Slot]) -> None:
    (grid,) = find_grids(edges(straight(shaken(cells(slots, XS, YS)))))
    assert sorted(grid.slots) == sorted(slots)


def straight(lines: Sequence[Line]) -> list[Line]:
    return [(a, (t + b) / 2, c, (t + b) / 2) if c - a > b - t else ((a + c) / 2, t, (a + c) / 2, b)
            for a, t, c, b in lines]  # fmt: skip


LEVEL = [(50.0, y, 300.0, y) for y in YS]
UPRIGHT = [(x, 100.0, x, 160.0) for x in XS]
OPEN: dict[str, list[Line]] = {
    "left and right": [*LEVEL, *UPRIGHT[1:-1]],
    "bottom": [*LEVEL[:-1], *UPRIGHT],
    "top": [*LEVEL[1:], *UPRIGHT],
    "top and bottom": [*LEVEL[1:-1], *UPRIGHT],
}


@pytest.mark.parametrize("lines", OPEN.values(), ids=OPEN)
def test_open_sides(lines: list[Line]) -> None:
    (grid,) = find_grids(edges(lines))
    assert (len(grid.ys) - 1, len(grid.xs) - 1, len(grid.slots)) == (3, 3, 9)


def test_what_is_no_grid() -> None:
    assert find_grids([]) == []
    assert find_grids(edges(LEVEL)) == []
    hatched = [(0.0, float(at), 500.0, float(at)) for at in range(0, 3000, 7)]
    assert find_grids(edges([*hatched, *((b, a, d, c) for a, b, c, d in hatched)])) == []


def test_two_tables_of_a_page() -> None:
    far = [(a + 400, t + 300, c + 400, b + 300) for a, t, c, b in cells(ACROSS, XS, YS)]
    first, second = find_grids(edges([*far, *cells(PLAIN, XS, YS)]))
    assert {len(first.slots), len(second.slots)} == {9, 7}


def test_cells_that_are_no_rectangles_are_told() -> None:
    hook = [line for line in cells(PLAIN, XS, YS) if line not in ((50.0, 120.0, 100.0, 120.0),)]
    hook = [line for line in hook if line not in ((100.0, 100.0, 100.0, 120.0),)]
    (grid,) = find_grids(edges(hook))  # the corner, the face below it and the one beside it are one
    assert not grid.even
    assert all(find.even for find in find_grids(edges(cells(BLOCK, XS, YS))))


@st.composite
def cut(draw: st.DrawFn) -> tuple[int, int, list[Slot]]:
    """A frame cut from side to side again and again, until every grid line is used by some cell."""
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(2, 6))
    todo, done = [(0, 0, rows, columns)], list[Slot]()
    while todo:
        t, x, b, y = todo.pop()
        ways = [("level", i) for i in range(t + 1, b)] + [("upright", i) for i in range(x + 1, y)]
        if not ways or ((b - t) * (y - x) <= 4 and draw(st.integers(0, 3)) == 0):
            done.append((t, x, b, y))
            continue
        way, at = draw(st.sampled_from(ways))
        todo += [(t, x, at, y), (at, x, b, y)] if way == "level" else [(t, x, b, at), (t, at, b, y)]
    return rows, columns, done


@settings(max_examples=80, deadline=None)
@given(cut(), st.lists(st.floats(8, 90), min_size=12, max_size=12))
def test_any_frame_cut_from_side_to_side(frame: tuple[int, int, list[Slot]], sizes: list[float]) -> None:
    rows, columns, slots = frame
    xs = [50 + sum(sizes[:i]) for i in range(columns + 1)]
    ys = [80 + sum(sizes[6 : 6 + i]) for i in range(rows + 1)]
    found = find_grids(edges(cells(slots, xs, ys)))
    assert len(found) == 1 and found[0].even
    assert rectangles(found[0]) == sorted(
        (round(xs[x]), round(ys[t]), round(xs[y]), round(ys[b])) for t, x, b, y in slots
    )


def rectangles(grid: Grid) -> list[tuple[int, int, int, int]]:
    return sorted((round(grid.xs[x]), round(grid.ys[t]), round(grid.xs[y]), round(grid.ys[b]))
                  for t, x, b, y in grid.slots)  # fmt: skip


ROWS = [["TT", "Nội dung", "Nơi làm"], ["1", "Lắp camera", "Xã Tân"], ["2", "Kéo cáp", "Xã Hạ"]]
WALLS, HEIGHTS = (LEFT, LEFT + 40, LEFT + 240, LEFT + 340), (100, 120, 140, 160)


def stroked(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    rule(canvas, x0, y0, x1, y1)


def double(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    rule(canvas, x0, y0, x1, y1)
    shift = (1.8, 0) if x0 == x1 else (0, 1.8)
    rule(canvas, x0 + shift[0], y0 + shift[1], x1 + shift[0], y1 + shift[1])


def dashed(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """Each dash its own line, as some producers write them."""
    length = max(x1 - x0, y1 - y0)
    at = 0.0
    while at < length:
        end = min(at + 3, length)
        if x0 == x1:
            rule(canvas, x0, y0 + at, x0, y0 + end)
        else:
            rule(canvas, x0 + at, y0, x0 + end, y0)
        at += 5


def thin(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """A filled rectangle half a point thick."""
    height = canvas._pagesize[1]
    canvas.rect(x0 - 0.25, height - y1 - 0.25, x1 - x0 + 0.5, y1 - y0 + 0.5, stroke=0, fill=1)


def in_a_form(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    name = f"f{x0:.0f}-{y0:.0f}-{x1:.0f}-{y1:.0f}"
    canvas.beginForm(name)
    rule(canvas, x0 - 20, y0, x1 - 20, y1)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(20, 0)
    canvas.doForm(name)
    canvas.restoreState()


@needs_font
@pytest.mark.parametrize("line", [stroked, double, dashed, thin, in_a_form])
def test_rules_as_producers_draw_them(line: object) -> None:
    def draw(canvas: Canvas) -> None:
        for y in HEIGHTS:
            line(canvas, WALLS[0], y, WALLS[-1], y)  # type: ignore[operator]
        for x in WALLS:
            line(canvas, x, HEIGHTS[0], x, HEIGHTS[-1])  # type: ignore[operator]
        for row, y in zip(ROWS, HEIGHTS, strict=False):
            for cell, x in zip(row, WALLS, strict=False):
                cell_words(canvas, x, y, cell)

    assert texts(read(draw)) == ROWS


@needs_font
def test_shaded_cells_and_pictures_are_no_rules() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.8)
        canvas.rect(LEFT, canvas._pagesize[1] - 120, 340, 20, stroke=0, fill=1)  # the head's ground
        canvas.circle(LEFT + 200, canvas._pagesize[1] - 130, 15)
        canvas.setFillGray(0)
        for y in HEIGHTS:
            rule(canvas, WALLS[0], y, WALLS[-1], y)
        for x in WALLS:
            rule(canvas, x, HEIGHTS[0], x, HEIGHTS[-1])
        for row, y in zip(ROWS, HEIGHTS, strict=False):
            for cell, x in zip(row, WALLS, strict=False):
                cell_words(canvas, x, y, cell)

    assert texts(read(draw)) == ROWS


@needs_font
def test_frame_around_text_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(LEFT - 5, canvas._pagesize[1] - 200, 400, 120)
        words(canvas, LEFT, 110, "Ghi chú về cách tính số liệu.")

    assert read(draw).tables == ()


@needs_font
def test_merged_cells_across_and_down() -> None:
    def draw(canvas: Canvas) -> None:
        for line in cells([(0, 0, 2, 1), (0, 1, 1, 3), *PLAIN[4:]], XS, YS):
            rule(canvas, *line)
        for x, y, text in zip(places[::2], places[1::2], said, strict=True):
            cell_words(canvas, x, y, text)

    places = (50, 100, 100, 100, 100, 120, 200, 120, 50, 140, 100, 140, 200, 140)
    said = ("TT", "Mức phấn đấu", "Năm nay", "Năm tới", "1", "55%", "75%")
    assert spans(read(draw)) == [
        (0, 0, 2, 1, "TT"), (0, 1, 1, 2, "Mức phấn đấu"), (1, 1, 1, 1, "Năm nay"), (1, 2, 1, 1, "Năm tới"),
        (2, 0, 1, 1, "1"), (2, 1, 1, 1, "55%"), (2, 2, 1, 1, "75%"),
    ]  # fmt: skip


@needs_font
def test_odd_shapes_keep_all_words() -> None:
    def draw(canvas: Canvas) -> None:
        for line in cells(PLAIN, XS, YS):
            if line not in ((50.0, 120.0, 100.0, 120.0), (100.0, 100.0, 100.0, 120.0)):
                rule(canvas, *line)
        for t, x, _, _ in PLAIN:
            cell_words(canvas, XS[x], YS[t], f"Ô{t}{x}")

    source = read(draw)
    assert sorted(word for word in source.text.replace("|", " ").split()) == sorted(
        f"Ô{t}{x}" for t, x, _, _ in PLAIN
    )


FILES = [path for folder in (CORPORA, SAMPLES) for path in sorted(folder.glob("*.pdf"))]


@pytest.mark.skipif(not FILES, reason="no plan as PDF is here")
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_same_cells_as_pdfplumber(path: Path) -> None:
    document = pypdfium2.PdfDocument(path)
    try:
        pages = [load_page(document[i], i + 1) for i in range(len(document))]
    finally:
        document.close()
    for page in pages[:12]:
        own = [cell for grid in find_grids(page.edges) if len(grid.slots) > 1 for cell in rectangles(grid)]
        groups = [group for group in cell_groups(page.edges) if len(group) > 1]
        assert near(own, [cell for group in groups for cell in group]), page.number


def near(own: Sequence[tuple[float, ...]], others: Sequence[tuple[float, ...]]) -> bool:
    """Each cell here has one there, corner within the tolerance of rules that meet."""
    left = list(others)
    for cell in own:
        same = [o for o in left if all(abs(a - b) <= 3 for a, b in zip(cell, o, strict=True))]
        if not same:
            return False
        left.remove(same[0])
    return not left


WHOLE = SAMPLES / "ca-mau-2023.pdf"


@pytest.mark.skipif(not WHOLE.is_file(), reason="../shared/samples/ca-mau-2023.pdf is not here")
def test_all_cells_of_an_annex() -> None:
    def annex(source: Source) -> list[list[str]]:
        grids = [table.grid() for table in source.tables]
        rows = max(grids, key=len)
        return [["".join(source.text[c.start : c.end].split()) if c else "" for c in row] for row in rows]

    pdf = annex(read_pdf(WHOLE.read_bytes(), "a.pdf"))
    docx = annex(read_docx(WHOLE.with_suffix(".docx").read_bytes(), "a.docx"))
    assert len(pdf) == 1 + 129 and {len(row) for row in pdf} == {9}  # the head and the rows
    assert pdf == docx


@needs_font
def test_letterhead_in_a_ruled_table_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        for line in cells([(0, 0, 1, 1), (0, 1, 1, 2)], (50.0, 250.0, 500.0), (60.0, 120.0)):
            rule(canvas, *line)
        words(canvas, 60, 80, "UBND XÃ THỬ")
        words(canvas, 260, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 9)

    source = read(draw)
    assert source.tables == () and "UBND XÃ THỬ" in source.text
