"""The page of a comparison: whole, escaped, every link leads somewhere, also with nothing to show."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from lxml import html

from extractor import Comparison, compare
from extractor.report import comparison_view
from extractor.report.charts import Step, slopes, spread
from extractor.report.comparison_page import comparison_page


def parsed(comparison: Comparison) -> Any:
    return html.fromstring(comparison_page(comparison))


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(params=["comparison", "crowd", "merged", "nothing"])
def any_comparison(request: pytest.FixtureRequest) -> Any:
    return compare() if request.param == "nothing" else request.getfixturevalue(request.param)


def test_ids_are_unique_and_links_lead_somewhere(any_comparison: Comparison) -> None:
    page = parsed(any_comparison)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = page.xpath("//a/@href")
    assert links
    assert {link for link in links if not link.startswith("#") or link[1:] not in ids} == set()


def test_nothing_is_fetched(any_comparison: Comparison) -> None:
    text = comparison_page(any_comparison)
    assert not re.search(r"""(src|href)=["'](?!#)|url\(|@import|https?://""", text)
    assert text.startswith('<!DOCTYPE html>\n<html lang="vi">')
    assert "alert(" not in re.sub("&#34;|&lt;script&gt;alert", "", text)


def test_same_bytes(comparison: Comparison) -> None:
    assert comparison_page(comparison) == comparison_page(comparison)


def test_every_table_has_a_caption_and_scopes(any_comparison: Comparison) -> None:
    page = parsed(any_comparison)
    for table in page.xpath("//table"):
        assert table.xpath("./caption")
        assert not table.xpath(".//th[not(@scope)]")
    for picture in page.xpath("//svg"):
        assert picture.xpath("./title") and picture.xpath("./desc")


def test_a_figure_leads_to_its_words_and_page(comparison: Comparison) -> None:
    page = parsed(comparison)
    (row,) = [row for row in page.xpath("//tr[@data-document='Alpha 2023']") if words(row).startswith("3.1 ")]
    link = row.xpath("./td[@class='promise']/a")[0]
    assert link.text == "≥ 80%"
    quote = page.get_element_by_id(link.get("href")[1:])
    assert words(quote.xpath("./blockquote")[0]) == "ít nhất 80% hộ (1)"
    assert "Alpha 2023, trang 3, ký tự 100-109" in words(quote)
    assert "Kỳ trước: 60,29% (2022), trang 3, ký tự 50-59" in words(quote)
    cells = [words(cell) for cell in row.xpath("./td")]
    assert "+19,71 điểm %" in cells
    assert "3/3" in cells and "2/2" in cells
    assert any(cell.startswith("60,29% (2022)") and "6,03/10 điểm (2022)" in cell for cell in cells)
    assert "văn bản không chia trang" in words(page)


def test_views(comparison: Comparison) -> None:
    text = words(parsed(comparison))
    for expected in (
        "nâng", "+5 điểm %", "2.000.000.000 đồng", "Sở A tỉnh Beta", "Phối hợp: Sở B", "12,5% (chưa chắc)",
        "Chỉ số không văn bản nào có chỉ tiêu (112)", "≥ 42,5%", "cấp xã",
    ):  # fmt: skip
        assert expected in text, expected


def test_a_merger_is_told(merged: Comparison) -> None:
    """Where from, why figures do not compare, who answers for old units; codes of two catalogs apart."""
    page = parsed(merged)
    rows = [words(row) for row in page.xpath("//section[@aria-labelledby='thay-doi']//tbody/tr")]
    assert any("nâng" in row and "sáp nhập từ Bình Phước" in row and "+20 điểm %" in row for row in rows)
    assert any("nâng" in row and "Đồng Nai trước sáp nhập" in row for row in rows)
    (money,) = [row for row in rows if "không so được" in row and "sáp nhập từ Bình Phước" in row]
    assert "số cộng của phạm vi trước và sau sáp nhập" in money
    text = words(page)
    assert "Bình Phước 2024nay: Đồng Nai" in text
    assert "Nay: Sở Khoa học và Công nghệ" in text
    assert "không so được qua sáp nhập" in text
    assert "3.1 (dti-2022-province)" in " ".join(rows)


def test_nothing_of_mergers_where_there_is_none(comparison: Comparison) -> None:
    text = words(parsed(comparison))
    assert "sáp nhập" not in text and "Nay:" not in text and "nay:" not in text
    assert "(dti-2022-province)" not in text


def test_changes_beyond_the_listed_are_counted(
    comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparison_view, "_LISTED", 1)
    assert "1 thay đổi nữa có trong bảng tính" in words(parsed(comparison))


def test_many_documents_are_summed_up(crowd: Comparison) -> None:
    page = parsed(crowd)
    text = words(page)
    assert "≥ 50%" in text and "≥ 69%" in text
    assert not page.xpath("//form")
    assert len(page.xpath("//table[contains(@class,'heat')]")[0].xpath(".//thead//th")) == 21


def test_nothing_to_compare_is_said() -> None:
    page = parsed(compare())
    assert "Không có văn bản nào" in words(page)
    assert "không có văn bản" in page.xpath("//h1")[0].text


def test_labels_of_slopes_keep_apart() -> None:
    drawn = slopes("x", [Step(50, 100, str(n), str(n)) for n in range(9)], "a", "b")
    for side in ("label1", "label2"):
        places = sorted(getattr(line, side) for line in drawn.lines)
        assert min(b - a for a, b in pairwise(places)) >= 12.9
        assert places[0] > 0
        assert places[-1] < drawn.height
    assert not drawn.lines[0].falls
    assert slopes("x", [Step(50, 40, "", "")], "a", "b").lines[0].falls


@pytest.mark.parametrize(
    ("places", "expected"),
    [([], []), ([5], [5]), ([1, 1, 1], [1, 11, 21]), ([30, 30], [20, 30]), ([9, 5], [15, 5])],
)
def test_spread(places: list[float], expected: list[float]) -> None:
    assert spread(places, 0, 30, 10) == expected
