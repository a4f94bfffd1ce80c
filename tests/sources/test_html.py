"""HTML reader: blocks, lists, tables, layout tables, character sets."""

from __future__ import annotations

import pytest

from extractor.errors import ReadError
from extractor.sources.html import read_html
from extractor.sources.model import Source


def read(html: str, encoding: str = "utf-8") -> Source:
    return read_html(html.encode(encoding), "a.html")


def lines(source: Source) -> list[str]:
    return [source.text[b.start : b.end] for b in source.blocks if b.table is None]


def cells(source: Source) -> list[list[tuple[str, int, int, int]]]:
    return [
        [(source.text[c.start : c.end], c.column, c.row_span, c.column_span) for c in row]
        for row in source.tables[0].rows
    ]


BLOCKS = [
    ("<p>một</p><div>hai <b>ba</b></div>bốn", ["một", "hai ba", "bốn"]),
    ("<div>a<p>b</p>c</div>", ["a", "b", "c"]),
    ("<p>ỦY BAN NHÂN DÂN<br>TỈNH A<br/>-----</p>", ["ỦY BAN NHÂN DÂN", "TỈNH A", "-----"]),
    ("<p>dòng bị ngắt<br>giữa câu</p>", ["dòng bị ngắt giữa câu"]),
    ("<p>mở đầu:<br>- một;<br>- hai.</p>", ["mở đầu:", "- một;", "- hai."]),
    ("<script>x</script><style>y</style><nav>z</nav><p hidden>u</p><p style='display:none'>v</p>w", ["w"]),
    ("<p>Sở TT&amp;TT&nbsp;đạt &ge; 80&#37;</p>", ["Sở TT&TT đạt ≥ 80%"]),
    ("<ol><li>một<li>hai<ol type=a><li>x</ol><li value=7>ba</ol>", ["1. một", "2. hai", "a) x", "7. ba"]),
    ("<ol type=I start=3><li><p>mục tiêu</p><p>thêm</p></ol>", ["III. mục tiêu", "thêm"]),
    ("<ol style='list-style-type: lower-roman'><li>một</ol>", ["i. một"]),
    ("<ul><li>một</li><li>- hai</li></ul>", ["- một", "- hai"]),
    ("<ol><li>1. đã có số</ol>", ["1. đã có số"]),
    ("<p>cao<sup><a href='#fn1'>1</a></sup> hơn, 5 m<sup>2</sup></p>", ["cao hơn, 5 m2"]),
    ("<pre>một\n- hai</pre>", ["một", "- hai"]),
    ("<p>Kê\u0301 hoa\u0323ch</p>", ["Kế hoạch"]),
    ("<h2>I. Mục tiêu</h2><!-- ghi chú --><p>x<?php y?></p>", ["I. Mục tiêu", "x"]),
]


@pytest.mark.parametrize(("html", "expected"), BLOCKS)
def test_blocks_in_reading_order(html: str, expected: list[str]) -> None:
    assert lines(read(f"<html><body>{html}</body></html>")) == expected


def test_kinds_and_bold() -> None:
    source = read(
        "<h1>A</h1><p><strong>B</strong> </p><p><b>C</b> d</p><ul><li>E</ul><p style='font-weight:700'>F"
    )
    assert [(b.kind, b.bold) for b in source.blocks] == [
        ("heading", True), ("paragraph", True), ("paragraph", False), ("list_item", False),
        ("paragraph", True),
    ]  # fmt: skip


def test_spans_of_cells() -> None:
    source = read(
        "<table border=1><tr><th rowspan=2>TT<th colspan=2>Điểm</tr><tr><td>2022<td>2023</tr>"
        "<tr><td>1<td><p>a</p><p>b</p><td><ul><li>c</ul></tr></table>"
    )
    assert cells(source) == [
        [("TT", 0, 2, 1), ("Điểm", 1, 1, 2)],
        [("2022", 1, 1, 1), ("2023", 2, 1, 1)],
        [("1", 0, 1, 1), ("a b", 1, 1, 1), ("- c", 2, 1, 1)],
    ]


def test_absurd_spans_are_bounded() -> None:
    source = read(
        "<table border=1><tr><td colspan=99999999 rowspan=99999999>a<td>b</tr><tr><td>c</tr></table>"
    )
    assert source.tables[0].columns <= 1000 and len(source.tables[0].grid()) == 2


LAYOUTS = [
    ("<table><tr><td><p>UBND</p><p>TỈNH A</p><td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p></tr>"
     "<tr><td>Số: 1/KH-UBND<td>A, ngày 1</tr></table>",
     ["UBND", "TỈNH A", "Số: 1/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "A, ngày 1"]),
    ("<table><tr><td>Nơi nhận:<br>- Lưu: VT.<td>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH</tr></table>",
     ["Nơi nhận:", "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
    ("<table><tr><td><p>cả trang</p><p>trong một ô</p></tr></table>", ["cả trang", "trong một ô"]),
]  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), LAYOUTS)
def test_layout_tables_become_lines(html: str, expected: list[str]) -> None:
    source = read(html)
    assert lines(source) == expected and not source.tables


def test_page_wrapped_in_a_table_keeps_the_inner_table() -> None:
    source = read(
        "<table><tr><td>trước<table border=1><tr><td>1<td>a</tr><tr><td>2<td>b</tr></table>sau</table>"
    )
    assert lines(source) == ["trước", "sau"]
    assert len(source.tables) == 1 and len(source.tables[0].rows) == 2


CHARSETS = [
    ("<meta charset=windows-1258><p>Thời hạn</p>", "windows-1258"),
    ("<p>Thời hạn</p>", "utf-16"),
    ("<p>Thời hạn</p>", "utf-8-sig"),
    ("<?xml version='1.0' encoding='UTF-8'?><html><body><p>Thời hạn</p></body></html>", "utf-8"),
]


@pytest.mark.parametrize(("html", "encoding"), CHARSETS)
def test_character_sets(html: str, encoding: str) -> None:
    text = html.replace("ờ", "ơ\u0300").replace("ạ", "a\u0323") if encoding == "windows-1258" else html
    assert lines(read(text, encoding)) == ["Thời hạn"]


@pytest.mark.parametrize(
    "html", ["<html></html>", "<!-- -->", "<p>", "<table>", "<li>", "<ol><ol>", "&#0;&#xD800;"]
)
def test_pages_without_text_are_empty(html: str) -> None:
    assert read_html(html.encode(), "a.html").tables == ()


def test_deep_nesting_is_survived() -> None:
    assert "x" in read("<div>" * 150 + "x").text


def test_deep_nesting_is_told() -> None:
    with pytest.raises(ReadError, match="quá sâu"):
        read_html(b"<html>" + b"<div>" * 10_000 + "kế hoạch".encode(), "a.html")


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml><o:x>1</o:x>
</xml><![endif]--><style>p.MsoNormal {margin:0}</style></head><body lang=VI><div class=WordSection1>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Mục
tiêu<o:p></o:p></p><table class=MsoTableGrid border=1 cellspacing=0 style='border:none;mso-border-alt:solid
windowtext .5pt'><tr><td rowspan=2 style='border:solid windowtext 1.0pt'><p
class=MsoNormal>TT<o:p></o:p></p></td><td colspan=2><p class=MsoNormal
align=center><b>Đơn vị</b></p></td></tr><tr><td><p>Chủ trì</p></td><td><p>Phối
hợp</p></td></tr><tr><td><p>1</p></td><td><p>Sở Y tế</p></td><td><p><o:p>&nbsp;</o:p></p></td></tr></table>
</div></body></html>"""


def test_page_saved_by_word() -> None:
    source = read_html(WORD.encode(), "a.html")
    assert source.text.splitlines() == ["1. Mục tiêu", "TT | Đơn vị", "Chủ trì | Phối hợp", "1 | Sở Y tế | "]
    assert [(c.row, c.column, c.row_span, c.column_span) for _, c in source.cells()][:3] == [
        (0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1)
    ]  # fmt: skip


LEGACY_PAGES = [
    '<p><font face=".VnTime">NhiÖm vô cña nhµ n&shy;íc</font> <b>Ủy ban</b></p>',
    "<p style=\"font-family:'.VnTime',Arial\">NhiÖm vô cña nhµ n\u00adíc"
    " <span style='font-family:Arial'>Ủy ban</span></p>",
    "<style>p.MsoNormal, li.x {font-size:1pt; font-family:\".VnTime\",\"serif\"}</style>"
    "<p class=MsoNormal>NhiÖm vô cña nhµ n\u00adíc"
    " <span style='font-family:\"Times New Roman\"'>Ủy ban</span></p>",
]  # fmt: skip


@pytest.mark.parametrize("page", LEGACY_PAGES)
def test_fonts_made_before_unicode(page: str) -> None:
    source = read_html(f"<html><head></head><body>{page}</body></html>".encode(), "a.html")
    assert source.text.strip() == "Nhiệm vụ của nhà nước Ủy ban"
    assert [note.code for note in source.notes] == ["decoded-legacy"]


@pytest.mark.parametrize("charset", ["", "<meta charset=windows-1252>", "<meta charset=x-user-defined>"])
def test_bytes_of_an_old_page(charset: str) -> None:
    page = f"<html>{charset}<p>C¨n cø LuËt Tæ chøc Héi ®ång nh©n d©n;<p>NhiÖm vô cña nhµ n\u00adíc</html>"
    source = read_html(page.encode("cp1252"), "a.html")
    assert source.text.splitlines() == ["Căn cứ Luật Tổ chức Hội đồng nhân dân;", "Nhiệm vụ của nhà nước"]
    assert [note.code for note in source.notes] == ["decoded-legacy"]
