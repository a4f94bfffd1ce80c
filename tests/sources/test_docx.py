"""DOCX reader: numbers, merges, tracked changes, layout tables, hostile packages."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import ReadError
from extractor.sources.builder import clean
from extractor.sources.docx import read_docx
from extractor.sources.limits import Limits
from extractor.sources.model import Source

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
W = nsdecls("w")


def saved(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_body(xml: str, numbering: str = "") -> bytes:
    """A document whose body is ``xml`` (w: prefix known) and whose numbering part holds ``numbering``."""
    document = docx.Document()
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    for index, child in enumerate(parse_xml(f"<w:body {W}>{xml}</w:body>")):
        body.insert(index, child)
    if numbering:
        root = document.part.numbering_part.element
        for child in list(root):
            root.remove(child)
        for child in parse_xml(f"<w:numbering {W}>{numbering}</w:numbering>"):
            root.append(child)
    return saved(document)


def p(text: str, properties: str = "", run: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r>{run}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def item(text: str, level: int = 0, num: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows: str, bordered: bool = True) -> str:
    line = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>' if bordered else ""
    body = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{line}</w:tblPr><w:tblGrid/>{body}</w:tbl>"


def lines(source: Source) -> list[str]:
    return [source.text[b.start : b.end] for b in source.blocks if b.table is None]


def cells(source: Source, table: int = 0) -> list[list[tuple[str, int, int, int]]]:
    return [
        [(source.text[c.start : c.end], c.column, c.row_span, c.column_span) for c in row]
        for row in source.tables[table].rows
    ]


def read_body(xml: str, numbering: str = "") -> Source:
    return read_docx(with_body(xml, numbering), "a.docx")


LEVELS = """
<w:abstractNum w:abstractNumId="7">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/>
  <w:isLgl/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
 <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>
 <w:lvl w:ilvl="4"><w:start w:val="4"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%5)"/></w:lvl>
 <w:lvl w:ilvl="5"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="+"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""

NUMBERED = [
    ([(0, 1), (0, 1)], ["I. x", "II. x"]),
    ([(0, 1), (1, 1), (1, 1), (0, 1), (1, 1)], ["I. x", "1.1. x", "1.2. x", "II. x", "2.1. x"]),
    ([(2, 1), (2, 1)], ["a) x", "b) x"]),
    ([(3, 1), (5, 1)], ["- x", "+ x"]),
    ([(4, 1), (4, 1)], ["(iv) x", "(v) x"]),
    ([(0, 1), (0, 1), (0, 2), (0, 2)], ["I. x", "II. x", "I. x", "II. x"]),
    ([(0, 9)], ["x"]),
]


@pytest.mark.parametrize(("items", "expected"), NUMBERED)
def test_automatic_numbers_are_written(items: list[tuple[int, int]], expected: list[str]) -> None:
    source = read_body("".join(item("x", level, num) for level, num in items), LEVELS)
    assert lines(source) == expected


def test_numbers_fill_an_otherwise_empty_column() -> None:
    row = cell(item("", 0)) + cell(p("việc")) + cell(p("đơn vị"))
    source = read_body(table(row, row), LEVELS)
    assert [r[0][0] for r in cells(source)] == ["I.", "II."]


PARAGRAPHS = [
    ("<w:p><w:r><w:t>một</w:t><w:tab/><w:t>hai</w:t><w:br/><w:t>ba</w:t></w:r></w:p>", ["một hai ba"]),
    ("<w:p><w:r><w:t>mở đầu:</w:t><w:br/><w:t>- một</w:t><w:br/><w:t>- hai</w:t></w:r></w:p>",
     ["mở đầu:", "- một", "- hai"]),
    ("<w:p><w:r><w:t>KT. CHỦ TỊCH</w:t><w:br/><w:t>PHÓ CHỦ TỊCH</w:t><w:br/><w:t>Tên Người</w:t></w:r></w:p>",
     ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Tên Người"]),
    ("<w:p><w:ins><w:r><w:t>thêm</w:t></w:r></w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>",
     ["thêm"]),
    ("<w:p><w:moveFrom><w:r><w:t>đi</w:t></w:r></w:moveFrom>"
     "<w:moveTo><w:r><w:t>đến</w:t></w:r></w:moveTo></w:p>",
     ["đến"]),
    ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>nối </w:t></w:r></w:p>"
     "<w:p><w:r><w:t>liền</w:t></w:r></w:p>",
     ["nối liền"]),
    ('<w:p><w:r><w:t>chú</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
     "<w:r><w:t> thích</w:t></w:r></w:p>",
     ["chú thích"]),
    ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r></w:p>", ["hiện"]),
    ("<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent>"
     "</w:pict><w:t>ngoài</w:t></w:r></w:p>", ["ngoài", "trong khung"]),
    ("<w:sdt><w:sdtContent><w:p><w:r><w:t>có kiểm soát</w:t></w:r></w:p></w:sdtContent></w:sdt>",
     ["có kiểm soát"]),
    ("<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>Kế hoạch</w:t></w:r><w:r><w:t> số</w:t></w:r></w:p>",
     ["KẾ HOẠCH số"]),
    ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>trang</w:t></w:r></w:p>", ["trang"]),
    ("<w:p><w:r><w:t>Kê\u0301 hoa\u0323ch</w:t></w:r></w:p>", ["Kế hoạch"]),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "expected"), PARAGRAPHS)
def test_paragraphs_as_printed(xml: str, expected: list[str]) -> None:
    assert lines(read_body(xml)) == expected


def test_merged_cells_stand_once() -> None:
    head = cell(p("TT"), '<w:vMerge w:val="restart"/>') + cell(p("Điểm"), '<w:gridSpan w:val="2"/>')
    below = cell(p(""), "<w:vMerge/>") + cell(p("2022")) + cell(p("2023"))
    last = cell(p("1")) + cell(p("a")) + cell(p("b") + p("c"))
    source = read_body(table(head, below, last))
    assert cells(source) == [
        [("TT", 0, 2, 1), ("Điểm", 1, 1, 2)],
        [("2022", 1, 1, 1), ("2023", 2, 1, 1)],
        [("1", 0, 1, 1), ("a", 1, 1, 1), ("b c", 2, 1, 1)],
    ]
    assert source.tables[0].columns == 3


def test_nested_table_goes_into_its_cell() -> None:
    inner = table(cell(p("x")) + cell(p("y")))
    source = read_body(table(cell(p("1")) + cell(inner + p("z")), cell(p("2")) + cell(p("w"))))
    assert cells(source)[0] == [("1", 0, 1, 1), ("x y z", 1, 1, 1)]


def test_deleted_row_is_gone() -> None:
    kept = cell(p("1")) + cell(p("a"))
    xml = table(kept, kept).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    assert len(read_body(xml).tables[0].rows) == 1


LAYOUTS = [
    ([[["UBND", "TỈNH A"], [NATION, MOTTO]],
      [["Số: 1/KH-UBND"], ["A, ngày 1 tháng 2 năm 2024"]]],
     ["UBND", "TỈNH A", "Số: 1/KH-UBND", NATION, MOTTO, "A, ngày 1 tháng 2 năm 2024"]),
    ([[["HỘI ĐỒNG NHÂN DÂN</w:t><w:br/><w:t>TỈNH A"], [NATION]]], ["HỘI ĐỒNG NHÂN DÂN", "TỈNH A", NATION]),
    ([[["Nơi nhận:", "- Lưu: VT."], ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]]],
     ["Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
    ([[["một ô", "duy nhất"]]], ["một ô", "duy nhất"]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), LAYOUTS)
def test_layout_tables_become_lines(rows: list[list[list[str]]], expected: list[str]) -> None:
    xml = table(*("".join(cell("".join(map(p, c))) for c in row) for row in rows), bordered=False)
    source = read_body(xml)
    assert lines(source) == expected
    assert not source.tables


def test_bold_and_kinds() -> None:
    document = docx.Document()
    document.add_heading("I. MỤC TIÊU", 1)
    document.add_paragraph().add_run("đậm").bold = True
    half = document.add_paragraph("thường ")
    half.add_run("đậm").bold = True
    document.add_paragraph("- một việc")
    source = read_docx(saved(document), "a.docx")
    assert [(b.kind, b.bold) for b in source.blocks] == [
        ("heading", True), ("paragraph", True), ("paragraph", False), ("list_item", False)
    ]  # fmt: skip


def package(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return buffer.getvalue()


BOMB = b"<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>"
HOSTILE = [
    package(word__document=b"<a"),
    package(word__document=b""),
    package(word__document=b"<a/>"),
    package(word__document=b" " * 2_000_000),
    saved(docx.Document())[:-200],
    b"PK\x03\x04",
]


@pytest.mark.parametrize("data", HOSTILE)
def test_damaged_packages_are_read_errors(data: bytes) -> None:
    with pytest.raises(ReadError):
        read_docx(data, "a.docx", Limits(max_unzipped=1_000_000))


def test_entities_are_refused() -> None:
    xml = (
        BOMB + f"<w:document {W}><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>".encode()
    )
    with pytest.raises(ReadError, match="hỏng"):
        read_docx(package(word__document=xml), "a.docx")


DEEP = f"<w:document {W}><w:body>{{}}</w:body></w:document>"
NESTED = "<w:tbl><w:tr><w:tc>" * 5_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 5_000


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(ReadError, match="hỏng"):
        read_docx(package(word__document=DEEP.format(NESTED).encode()), "a.docx")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=30), max_size=6
    )
)
def test_paragraphs_are_kept_exactly(paragraphs: list[str]) -> None:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    source = read_docx(saved(document), "a.docx")
    assert lines(source) == [clean(text) for text in paragraphs if clean(text)]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="sample plans are not here")
def test_sample_plan() -> None:
    source = read_docx((SAMPLES / "ca-mau-2023.docx").read_bytes(), "ca-mau-2023.docx")
    assert [(len(t.rows), t.columns) for t in source.tables] == [(12, 7), (130, 9)]
    assert lines(source)[:3] == ["ỦY BAN NHÂN DÂN", "TỈNH CÀ MAU", "Số: 213/KH-UBND"]


def _runs(document: object, *runs: tuple[str, str | None]) -> None:
    paragraph = document.add_paragraph()  # type: ignore[attr-defined]
    for text, font in runs:
        run = paragraph.add_run(text)
        if font:
            run.font.name = font


def test_fonts_made_before_unicode() -> None:
    """By the run's font, by its style's, by the default's; Unicode runs beside them stay."""
    document = docx.Document()
    document.styles["Normal"].font.name = ".VnTime"
    _runs(document, ("C¨n cø LuËt Tæ chøc, c¬ quan nhµ n\u00adíc.", None))
    _runs(document, ("céng hoµ", ".VnTimeH"), (" Ủy ban é", "Times New Roman"), (" Keá hoaïch", "VNI-Times"))
    table = document.add_table(1, 2, style="Table Grid")
    table.cell(0, 0).text, table.cell(0, 1).text = "NhiÖm vô", "30%"
    buffer = io.BytesIO()
    document.save(buffer)
    source = read_docx(buffer.getvalue(), "a.docx")
    assert source.text.splitlines() == [
        "Căn cứ Luật Tổ chức, cơ quan nhà nước.",
        "cộng hoà Ủy ban é Kế hoạch",
        "Nhiệm vụ | 30%",
    ]
    assert [note.message for note in source.notes if note.code == "decoded-legacy"] == [
        "Văn bản dùng bảng mã cũ TCVN3 (ABC); đã chuyển sang Unicode.",
        "Văn bản dùng bảng mã cũ VNI; đã chuyển sang Unicode.",
    ]


def test_a_soft_hyphen_is_a_letter_in_old_fonts_only() -> None:
    document = docx.Document()
    for font, words in ((".VnTime", ("nhµ n", "íc ®Çu t")), ("Arial", ("công ng", "hệ mới"))):
        run = document.add_paragraph().add_run(words[0])
        run.font.name = font
        run._r.append(OxmlElement("w:softHyphen"))
        run._r.append(OxmlElement("w:t"))
        run._r[-1].text = words[1]
    buffer = io.BytesIO()
    document.save(buffer)
    assert read_docx(buffer.getvalue(), "a.docx").text.splitlines() == ["nhà nước đầu t", "công nghệ mới"]


def test_old_text_in_a_unicode_font_is_told_by_itself() -> None:
    document = docx.Document()
    for text in ("C¨n cø LuËt Tæ chøc Héi ®ång nh©n d©n vµ Uû ban nh©n d©n;", "Quyết định này có hiệu lực."):
        document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    assert read_docx(buffer.getvalue(), "a.docx").text.splitlines() == [
        "Căn cứ Luật Tổ chức Hội đồng nhân dân và Uỷ ban nhân dân;",
        "Quyết định này có hiệu lực.",
    ]
