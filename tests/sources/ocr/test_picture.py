"""Pictures before recognition: skew, direction, dust, rules."""

from __future__ import annotations

from typing import Any

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("cv2")
pytest.importorskip("tesserocr")

from extractor.sources.ocr import grid, image, picture  # noqa: E402

TEXT = ["Đoạn chữ này chỉ để đo độ nghiêng của trang.", "Dòng thứ hai dài gần bằng dòng thứ nhất."] * 4


def pixels(page: Any) -> Any:
    return np.asarray(page, dtype=np.uint8)


@pytest.mark.usefixtures("recognition")
@pytest.mark.parametrize("degrees", [-2.0, -0.5, 0.0, 0.7, 1.9, 5.0])
def test_skew_is_measured(paper: Any, degrees: float) -> None:
    page = pixels(paper.worn(paper.printed(paper.lines(TEXT)), -degrees))
    assert image.skew(image.ink(image.flatten(page))) == pytest.approx(degrees, abs=0.15)


@pytest.mark.usefixtures("recognition")
@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_lines_of_print_tell_the_direction(paper: Any, quarters: int) -> None:
    page = np.rot90(pixels(paper.worn(paper.printed(paper.lines(TEXT)), 1.2)), quarters)
    mask = image.ink(image.bleached(image.flatten(np.ascontiguousarray(page))))
    assert image.lies_down(mask, 200) is (quarters % 2 == 1)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_turned_pictures_know_the_way_back(quarters: int) -> None:
    page = np.full((40, 60), 255, np.uint8)
    page[5, 50] = 0
    turn = image.turned(page, quarters)
    y, x = (int(v) for v in np.argwhere(turn.grey == 0)[0])
    back = turn.matrix @ np.array([x + 0.5, y + 0.5, 1])
    assert tuple(back) == pytest.approx((50.5, 5.5))


def test_dust_goes_and_dots_of_letters_stay() -> None:
    page = np.full((200, 200), 255, np.uint8)
    page[50:70, 50:54] = 0  # a stem
    page[42:46, 50:54] = 0  # its dot
    page[150, 150] = page[10:12, 180:182] = 0  # dust
    clean = image.without_specks(page, 200)
    assert (clean[42:46, 50:54] == 0).all() and (clean[50:70, 50:54] == 0).all()
    assert (clean[:, 100:] == 255).all()


def test_empty_paper_has_no_frame_of_print() -> None:
    assert image.print_frame(np.full((300, 300), 255, np.uint8), 200) is None


def ruled() -> Any:
    page = np.full((400, 600), 255, np.uint8)
    for y in (50, 150, 250):
        page[y : y + 2, 100:500] = 0
    for x in (100, 300, 498):
        page[50:252, x : x + 2] = 0
    return page


def test_rules_are_found_and_taken_out() -> None:
    found = grid.find_grid(ruled(), 200)
    assert sum(edge.horizontal for edge in found.edges) == 3 and len(found.edges) == 6
    assert (found.plain == 255).all()


def test_strokes_that_cross_a_rule_stay() -> None:
    page = ruled()
    page[140:165, 200:205] = 0
    plain = grid.find_grid(page, 200).plain
    assert (plain[140:165, 201:204] < 128).all()


def test_a_dash_and_an_underline_are_no_table() -> None:
    page = np.full((400, 600), 255, np.uint8)
    page[50:52, 100:500] = 0
    page[90:92, 100:120] = 0
    found = grid.find_grid(page, 200)
    assert found.edges == ()
    assert (found.plain[90:92, 100:120] == 0).all()


SCALES = [
    ((2339, 1654), (595, 842), (2339, 1654), 200),
    ((2339, 827), (595, 842), (2339, 1653), 200),  # a fax: half as fine across
    ((7016, 4961), (595, 842), (3508, 2479), 300),  # 600 dots are more than recognition gains from
    ((2339, 1654), (1654, 2339), (2339, 1654), 72),  # a page of 23 by 32 inches is believed to be large
    ((2339, 1654), (16540, 23390), (2339, 1654), 200),  # one of 230 by 325 is not
]


@pytest.mark.parametrize(("shape", "size", "expected", "dpi"), SCALES)
def test_square_pixels_no_finer_than_needed(
    shape: tuple[int, int], size: tuple[int, int], expected: tuple[int, int], dpi: int
) -> None:
    found = picture.rescaled(np.full(shape, 255, np.uint8), *size)
    assert found.grey.shape == pytest.approx(expected, abs=3)
    assert found.dpi == pytest.approx(dpi, abs=1)
