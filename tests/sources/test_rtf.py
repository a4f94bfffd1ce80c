"""RTF: text, fonts, tables, list labels; what is not the body's text is left out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import ReadError
from extractor.sources.limits import Limits
from extractor.sources.model import Source
from extractor.sources.read import read_bytes

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman{\*\falt Tms Rmn};}{\f1\fnil\fcharset0 .VnTime;}"
    r"{\f2\fnil\fcharset0 .VnTimeH;}{\f3\fnil VNI-Times;}{\f4\froman\fcharset2 Symbol;}"
    r"{\f5\froman\fcharset163 Arial;}{\f6\froman\fcharset204 Arial Cyr;}{\f7\fnil\fcharset162 .VnTime Tur;}}"
)


def rtf(body: str, head: str = "") -> Source:
    data = r"{\rtf1\ansi\ansicpg1252\uc1\deff0 " + FONTS + head + body + "}"
    return read_bytes(data.encode("latin-1"), "a.rtf")


def lines(source: Source) -> list[str]:
    return source.text.splitlines()


TEXTS = [
    (r"Plain text\par Next", ["Plain text", "Next"]),
    (r"K\u7871? ho\u7841? ch", ["Kế hoạ ch"]),
    (r"{\uc2 K\u7871 e`\u7841\'61\'61 x}", ["Kếạ x"]),
    (r"\u-3913?\u55357?\u56832? x", ["·😀 x"]),
    (r"{\f1 K\'d5 ho\'b9ch}", ["Kế hoạch"]),
    (r"{\f7 K\'d5 \'fd ki\'d5n \'d0p}", ["Kế ý kiến ép"]),
    (r"{\f1 nh\'b5 n\'ad\'edc, \'ae\'c7u t\-}", ["nhà nước, đầu tư"]),
    (r"{\f3 Ke\'e1 hoa\'efch}", ["Kế hoạch"]),
    (r"{\f3 Ke}{\b\f3\'e1 hoa}{\f3\'efch}", ["Kế hoạch"]),
    (r"{\f5 K\'ea\'ec ho\'61\'f2ch}", ["Kế hoạch"]),
    (r"{\f6 \'c0\'c1}", ["АБ"]),
    ("K\xe9 caf\xe9", ["Ké café"]),
    (r"a\~b\_c\emdash d\line e", ["a b-c—d e"]),
    (r"{\v hidden}seen{\deleted gone}", ["seen"]),
    (r"{\caps plan} {\field{\*\fldinst PAGE}{\fldrslt 4}}", ["PLAN 4"]),
    (r"{\header no}{\footer no}text{\footnote no}{\*\unknown no}{\info{\title no}}{\pict 0102}", ["text"]),
    (r"{\listtext 1.\tab}First\par{\listtext\f4 \'b7\tab}Second", ["1. First", "- Second"]),
    (r"{\listtext\u8226 ?\tab}A\par{\listtext (a)\tab}B", ["- A", "(a) B"]),
    (r"{\pntext\f4\'b7\tab}A\par {\f4\'b7\tab}B\par x{\f4 \'b3} 3", ["- A", "- B", "x≥ 3"]),
    (r"one{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt in\par}}{\shprslt again}} two", ["one", "in", "two"]),
    (r"{\upr{ka}{\*\ud k\u7841?}}", ["kạ"]),
    (r"{\*\bkmkstart a}t{\*\bkmkend a}{\xe index}", ["t"]),
    ("a\r\nb\\\nc \\{x\\}\\\\", ["ab", r"c {x}\\"[:-1]]),
    (r"{\bin4 }}}}x}", ["x"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), TEXTS)
def test_text(body: str, expected: list[str]) -> None:
    assert lines(rtf(body)) == expected


def test_capital_fonts_and_note() -> None:
    source = rtf(r"{\f2 c\'e9ng ho\'b5}{\f0  caf\'e9}")
    assert source.text.strip() == "cộng hoà café"
    assert [note.code for note in source.notes] == ["decoded-legacy"]
    assert source.format == "rtf"


def cell(text: str, *, last: str = r"\cell") -> str:
    return rf"\pard\intbl {text}{last}"


ROW = r"\trowd\trleft0\clbrdrt\brdrs\cellx1000\clbrdrt\brdrs\cellx3000 "


def table_rows(source: Source) -> list[list[str]]:
    (table,) = source.tables
    return [[source.quote(c.start, c.end) for c in row] for row in table.rows]


def test_table() -> None:
    rows = [("STT", r"Nhi{\f1\'d6m v\'f4}"), ("1", "A"), ("2", r"B\par C")]
    source = rtf("before\\par" + "".join(ROW + cell(a) + cell(b) + r"\row" for a, b in rows) + r"\pard after")
    assert table_rows(source) == [["STT", "Nhiệm vụ"], ["1", "A"], ["2", "B C"]]
    assert lines(source)[0] == "before" and lines(source)[-1] == "after"


def test_merged_cells() -> None:
    head = r"\trowd\clvmgf\clbrdrt\brdrs\cellx1000\cellx4000 "
    second = r"\trowd\clvmrg\cellx1000\cellx2500\cellx4000 "
    third = r"\trowd\cellx1000\clmgf\cellx2500\clmrg\cellx4000 "
    source = rtf(
        head + cell("TT") + cell("Năm".replace("ă", r"\u259?")) + r"\row"
        + second + cell("") + cell("2024") + cell("2025") + r"\row"
        + third + cell("1") + cell("both") + cell("") + r"\row"
    )  # fmt: skip
    (table,) = source.tables
    grid = [[source.quote(c.start, c.end) if c else None for c in row] for row in table.grid()]
    assert grid == [["TT", "Năm", "Năm"], ["TT", "2024", "2025"], ["1", "both", "both"]]


def test_nested_table_is_text_of_its_cell() -> None:
    inner = (
        r"\pard\intbl\itap2 x\nestcell\pard\intbl\itap2 y\nestcell"
        r"{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}"
    )
    source = rtf(ROW + cell(r"a\par" + inner) + cell("b") + r"\row" + ROW + cell("c") + cell("d") + r"\row")
    assert table_rows(source) == [["a x y", "b"], ["c", "d"]]


def test_definition_behind_the_cells() -> None:
    source = rtf(cell("a") + cell("b") + ROW + r"\row" + cell("c") + cell("d") + ROW + r"\row")
    assert table_rows(source) == [["a", "b"], ["c", "d"]]


def test_bold_and_centred() -> None:
    source = rtf(r"\pard\qc\b Bold\b0\par\pard plain\par{\b a}b")
    assert [(b.bold, source.quote(b.start, b.end)) for b in source.blocks] == [
        (True, "Bold"), (False, "plain"), (False, "ab"),
    ]  # fmt: skip


BAD = [b"{\\rtf1", b"{\\rtf1 {\\b {", b"{\\rtf1 }}}} x", b"{\\rtf1\\u99999999999999 \\'zz \\bin99999999 x"]


@pytest.mark.parametrize("data", BAD)
def test_cut_files(data: bytes) -> None:
    assert isinstance(read_bytes(data, "a.rtf"), Source)


def test_limits() -> None:
    with pytest.raises(ReadError, match="quá sâu"):
        read_bytes(b"{\\rtf1" + b"{" * 20_000, "a.rtf")
    with pytest.raises(ReadError, match="giới hạn"):
        read_bytes(b"{\\rtf1 " + b"word " * 100, "a.rtf", limits=Limits(max_chars=50))
    with pytest.raises(ReadError, match="RTF"):
        read_bytes(b"no rtf", "a.rtf")


WORDS = [
    r"\par ", r"\cell ", r"\row ", r"\trowd", r"\cellx100 ", r"\cellx-5 ", r"\intbl ", r"\itap3 ", "{", "}",
    r"\nestcell ", r"\nestrow ", r"\'e9", r"\u7871 ", "?", r"\f1 ", r"\f99 ", r"\*", r"\shptxt ", "x", "\n",
    r"\listtext ", r"\clvmrg", r"\clmgf", r"\bin2 ", r"\pard ", r"\plain ", r"\uc0 ", r"\fonttbl", "\\",
    r"\f1 Name;",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_order_of_words(words: list[str]) -> None:
    source = rtf("".join(words))
    for _, found in source.cells():
        assert 0 <= found.start <= found.end <= len(source.text)
