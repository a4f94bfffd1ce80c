"""DOCX as other programs and habits make them: notes, signs, contents, pieces of tables, strict names."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import nsdecls

from extractor.pipeline import extract
from extractor.report.json_out import plain
from extractor.sources.docx import read_docx
from extractor.sources.model import Source
from extractor.sources.read import read, read_bytes
from tests.sources.workbooks import annex_docx

ROOT = Path(__file__).resolve().parents[2]
W = nsdecls("w")
RULED = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'


def package(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(name, xml)
    return buffer.getvalue()


def document(body: str, **others: str) -> bytes:
    """A package of parts under word/, without relations, as careless programs write it."""
    parts = {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    return package(parts | {f"word/{name}.xml": xml for name, xml in others.items()})


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows: list[str], widths: tuple[int, ...] = ()) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join("<w:tr>" + "".join(f"<w:tc>{p(text)}</w:tc>" for text in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{RULED}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def blocks(source: Source) -> list[tuple[str, str]]:
    return [(block.kind, source.text[block.start : block.end]) for block in source.blocks]


def noted(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def notes(kind: str, texts: dict[int, str]) -> str:
    separator = f'<w:{kind} w:type="separator" w:id="0">{p("gạch")}</w:{kind}>'
    body = "".join(f'<w:{kind} w:id="{n}">{p(text)}</w:{kind}>' for n, text in texts.items())
    return f"<w:{kind}s {W}>{separator}{body}</w:{kind}s>"


def test_notes_follow_their_paragraph() -> None:
    first = f"<w:p><w:r><w:t>Đạt 80</w:t></w:r>{noted('footnote', 7)}<w:r><w:t>% hồ sơ.</w:t></w:r></w:p>"
    second = f"<w:p><w:r><w:t>Hết.</w:t></w:r>{noted('footnote', 3)}{noted('endnote', 5)}</w:p>"
    data = document(
        first + second,
        footnotes=notes("footnote", {3: "Sau.", 7: "Năm 2023 đạt 60%."}),
        endnotes=notes("endnote", {5: "Cuối."}),
    )
    assert blocks(read_docx(data, "a.docx")) == [
        ("paragraph", "Đạt 80% hồ sơ."), ("footnote", "1 Năm 2023 đạt 60%."),
        ("paragraph", "Hết."), ("footnote", "2 Sau."), ("footnote", "i Cuối."),
    ]  # fmt: skip


def test_notes_of_cells_follow_their_table() -> None:
    xml = table(["TT", "Việc"], ["1", "một"]).replace(
        "một</w:t></w:r>", f"một</w:t></w:r>{noted('footnote', 1)}"
    )
    source = read_docx(document(xml + p("sau"), footnotes=notes("footnote", {1: "Ghi."})), "a.docx")
    assert [kind for kind, _ in blocks(source)] == ["table", "footnote", "paragraph"]
    assert "một |" not in source.text
    assert "một\n" in source.text


def test_notes_set_no_target() -> None:
    goal = "Tỷ lệ hồ sơ trực tuyến đạt {}%"
    body = (
        p("KẾ HOẠCH")
        + p("I. MỤC TIÊU")
        + p(f"- {goal.format(80)}.").replace("</w:p>", noted("footnote", 1) + "</w:p>")
    )
    note = notes("footnote", {1: f"Phấn đấu đến năm 2030 {goal.format(95)}."})
    found = extract(read_docx(document(body + p("II. NHIỆM VỤ"), footnotes=note), "a.docx"))
    assert [target.value for target in found.targets] == [80]


SIGNS = [
    ('<w:sym w:font="Symbol" w:char="F0B3"/>', "≥"), ('<w:sym w:font="Symbol" w:char="F0A3"/>', "≤"),
    ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "•"), ('<w:sym w:font="Wingdings" w:char="F03A"/>', ""),
    ('<w:sym w:font="Symbol" w:char="B1"/>', "±"), ('<w:sym w:char="zz"/>', ""),
    ("<w:t>\uf0b3</w:t>", "≥"), ("<w:t>\uf038</w:t>", "8"),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "expected"), SIGNS)
def test_signs_of_symbol_fonts(xml: str, expected: str) -> None:
    source = read_docx(document(f"<w:p><w:r><w:t>a</w:t>{xml}<w:t>80%</w:t></w:r></w:p>"), "a.docx")
    assert source.text == f"a{expected}80%\n"


def test_table_of_contents_is_left_out() -> None:
    style = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    styles = f"<w:styles {W}>{style}</w:styles>"
    body = p("I. MỤC TIÊU 3", '<w:pStyle w:val="TOC1"/>') + p("I. MỤC TIÊU")
    assert read_docx(document(body, styles=styles), "a.docx").text == "I. MỤC TIÊU\n"


HEAD = ["TT", "Việc", "Đơn vị"]
PIECES = [
    (table(HEAD, ["1", "a", "b"]) + table(["2", "c", "d"]), [3]),
    (table(HEAD, ["1", "a", "b"]) + table(["", "c", "d"]), [3]),
    (table(HEAD, ["1", "a", "b"]) + p("") + table(HEAD, ["2", "c", "d"]), [3]),
    (table(HEAD, ["1", "a", "b"]) + table(["1", "2", "3"], ["2", "c", "d"]), [2, 2]),
    (table(HEAD, ["1", "a", "b"]) + table(["TT", "Chỉ tiêu", "Mức"], ["1", "c", "5"]), [2, 2]),
    (table(HEAD, ["1", "a", "b"]) + p("Bảng 2") + table(["2", "c", "d"]), [2, 1]),
    (table(HEAD, ["1", "a", "b"]) + table(["2", "c"]), [2, 1]),
    (table(HEAD, ["x y", "a", "b"], widths=(1, 2, 3)) + table(["Y z", "c", "d"], widths=(1, 2, 3)), [3]),
    (table(["Việc", "Hạn"], ["x y", "a"]) + table(["Y z", "c"]), [2, 1]),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "rows"), PIECES)
def test_pieces_of_a_table_are_one(xml: str, rows: list[int]) -> None:
    assert [len(t.rows) for t in read_docx(document(xml), "a.docx").tables] == rows


def test_broken_annex_gives_the_same_records() -> None:
    whole = docx.Document(io.BytesIO(annex_docx()))
    expected = records(whole)
    second = docx.Document(io.BytesIO(annex_docx()))
    rows = second.tables[0].rows
    import copy

    tail = copy.deepcopy(second.tables[0]._tbl)
    for row in list(rows)[4:]:
        second.tables[0]._tbl.remove(row._tr)
    for row in list(tail.tr_lst)[:4]:
        tail.remove(row)
    second.tables[0]._tbl.addnext(tail)
    tail.addprevious(docx.oxml.OxmlElement("w:p"))
    assert len(second.tables) == 2
    assert records(second) == expected


def records(source: Any) -> Any:
    """What is found in a python-docx document or a Source, without where it stands."""
    if not isinstance(source, Source):
        buffer = io.BytesIO()
        source.save(buffer)
        source = read_bytes(buffer.getvalue(), "a.docx")

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: bare(v) for k, v in value.items() if k not in ("evidence", "source", "id")}
        return [bare(item) for item in value] if isinstance(value, list) else value

    return bare(plain(extract(source)))


def test_strict_names_and_another_main_part() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(annex_docx())) as source, zipfile.ZipFile(out, "w") as to:
        for name in source.namelist():
            content = source.read(name)
            for family in (b"wordprocessingml", b"officeDocument", b"drawingml"):
                strict = b"http://purl.oclc.org/ooxml/" + family + b"/"
                content = content.replace(b"http://schemas.openxmlformats.org/" + family + b"/2006/", strict)
            content = content.replace(b"word/document.xml", b"word/document2.xml")
            to.writestr(name.replace("document.xml", "document2.xml"), content)
    strict_one = read_bytes(out.getvalue(), "a.docx")
    assert strict_one.text == read_docx(annex_docx(), "a.docx").text
    assert len(strict_one.tables) == 1


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_written_by_libreoffice(tmp_path: Path) -> None:
    plan = ROOT / "corpora" / "ninh-thuan-2023.docx"
    for kind, given in (("odt", plan), ("docx", tmp_path / "odt" / "ninh-thuan-2023.odt")):
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(tmp_path / kind),
            str(given),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert records(read(tmp_path / "docx" / "ninh-thuan-2023.docx")) == records(read(plan))
