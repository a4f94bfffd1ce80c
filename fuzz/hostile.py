"""Files made to break a reader, each with what must come of it. Built when asked for; none is stored."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from fuzz.seeds import PLAN, docx_seed, pdf_seed, xlsx_seed, zip_seed

MEGA = 1_000_000
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@dataclass(frozen=True)
class Case:
    """A hostile file. ``refused`` is in the reason, ``says`` in the text; with neither, both outcomes are right."""

    name: str
    build: Callable[[], bytes]
    refused: str = ""
    says: str = ""
    seconds: float = 30.0
    megabytes: float = 700.0


# ---- packages -----------------------------------------------------------------------------------------------


def package(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A DOCX of one body, and further parts by name (styles, numbering)."""
    document = body if body.startswith("<?xml") else f"<w:document {_W}><w:body>{body}</w:body></w:document>"
    rest = {f"word/{name}.xml": text.encode() for name, text in parts.items()}
    return package({"word/document.xml": document.encode(), **rest})


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def laughs(root: str) -> str:
    """Entities that expand to 10^9 words inside ``root`` (with %s for them)."""
    rows = ['<!ENTITY a0 "ha ha ha ha ha ha ha ha ha ha">']
    rows += [f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)]
    return f'<?xml version="1.0"?><!DOCTYPE x [{"".join(rows)}]>' + root % "&a9;"


_LAUGHING = f"<w:document {_W}><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p>{paragraph('Mục tiêu')}</w:body></w:document>"
_STYLES = f'<w:styles {_W}><w:style w:styleId="a"><w:name w:val="%s"/></w:style></w:styles>'
_CELL = "<w:tc>%s<w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>"


def table(rows: int, cells: int, properties: str = "") -> str:
    """A table of equal cells."""
    return f"<w:tbl>{f'<w:tr>{_CELL % properties * cells}</w:tr>' * rows}</w:tbl>"


def nested_tables(depth: int) -> str:
    """Tables inside the cells of tables."""
    return "<w:tbl><w:tr><w:tc>" * depth + paragraph("trong") + "</w:tc><w:tc/></w:tr></w:tbl>" * depth


def numbered(text: str, start: str, count: int) -> bytes:
    """A list whose label is ``text`` before each of ``count`` paragraphs."""
    level = f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="{text}"/></w:lvl>'
    numbering = (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return docx(paragraph("Mục tiêu", place) * count, numbering=numbering)


def lying_size() -> bytes:
    """A package whose directory tells a tenth of the size that its part unpacks to."""
    real = b"<a>" + b" " * 50 * MEGA
    data = package({"word/document.xml": real})
    return data.replace(len(real).to_bytes(4, "little"), (len(real) // 10).to_bytes(4, "little"))


def flagged(offset: int, value: int) -> bytes:
    """A package with a byte of each of its headers changed (encryption flag, compression method)."""
    data = bytearray(package({"word/document.xml": b"<a/>"}))
    data[6 + offset] = value
    data[data.index(b"PK\x01\x02") + 8 + offset] = value
    return bytes(data)


def matryoshka(depth: int) -> bytes:
    """Archives inside archives, the innermost of plain text."""
    data, name = PLAN.encode(), "a.txt"
    for level in range(depth):
        data, name = package({name: data}), f"{level}.zip"
    return data


def bomb(members: int, megabytes: int) -> bytes:
    """An archive of members that unpack to ``megabytes`` each."""
    return package({f"{i}.txt": b" " * megabytes * MEGA for i in range(members)})


def workbook(sheet: str, strings: str = "") -> bytes:
    """The seed workbook with its first sheet's content (and shared strings) replaced."""
    with zipfile.ZipFile(io.BytesIO(xlsx_seed())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/worksheets/sheet1.xml"] = f'<worksheet xmlns="{main}">{sheet}</worksheet>'.encode()
    if strings:
        parts["xl/sharedStrings.xml"] = strings.encode()
    return package(parts)


def _inline(place: str, text: str = "x") -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


PACKAGES = [
    Case("flat-bomb.docx", lambda: docx(" " * 290 * MEGA), "", seconds=60),
    Case("bomb-over-the-limit.docx", lambda: docx(" " * 310 * MEGA), "quá lớn"),
    Case("paragraph-bomb.docx", lambda: docx("<w:p/>" * 20 * MEGA), "", seconds=60),
    Case("attribute-bomb.docx", lambda: docx(f'<w:p x="{"y" * 100 * MEGA}"/>')),
    Case("lying-size.docx", lying_size, "hỏng"),
    Case("entries.docx", lambda: package({f"{i}": b"" for i in range(30_000)} | {"word/document.xml": b""}), "lớn"),
    Case("laughs-body.docx", lambda: docx(laughs(_LAUGHING))),
    Case("laughs-styles.docx", lambda: docx(paragraph("Mục tiêu"), styles=laughs(_STYLES))),
    Case("laughs-numbering.docx", lambda: docx(paragraph("Mục tiêu"), numbering=laughs("<a>%s</a>"))),
    Case("external-entity.docx", lambda: docx(
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{_LAUGHING % "&e;"}')),
    Case("deep-xml.docx", lambda: docx("<w:ins>" * 100_000 + "</w:ins>" * 100_000), "hỏng"),
    Case("nested-200.docx", lambda: docx("<w:ins>" * 200 + paragraph("Mục tiêu") + "</w:ins>" * 200), says="Mục tiêu"),
    Case("nested-tables-60.docx", lambda: docx(nested_tables(60)), says="trong"),
    Case("nested-tables-5000.docx", lambda: docx(nested_tables(5000)), "hỏng"),
    Case("wide-spans.docx", lambda: docx(table(300, 300, '<w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>'))),
    Case("merged-down.docx", lambda: docx(table(20_000, 2, "<w:tcPr><w:vMerge/></w:tcPr>"))),
    Case("long-labels.docx", lambda: numbered("%1" * 20_000, "1", 2000)),
    Case("roman-label.docx", lambda: numbered("%1.", "2000000000", 100), says="Mục tiêu"),
    Case("based-on-itself.docx", lambda: docx(
        paragraph("Mục tiêu", '<w:pStyle w:val="a"/>') * 2000,
        styles=f'<w:styles {_W}><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'), says="Mục tiêu"),
    Case("runs.docx", lambda: docx(f"<w:p>{'<w:r><w:t>a </w:t></w:r>' * 500_000}</w:p>"), says="a a"),
    Case("deleted-ends.docx", lambda: docx(
        paragraph("a ", "<w:rPr><w:del/></w:rPr>") * 20_000 + paragraph("Mục tiêu")), says="a a"),
    Case("attributes.docx", lambda: docx(f"<w:p {' '.join(f'a{i}={chr(34)}1{chr(34)}' for i in range(100_000))}/>")),
    Case("digits.docx", lambda: numbered("%1" * 100, "9" * 4000, 2000)),
    Case("utf-16.docx", lambda: package({"word/document.xml":
        f'<?xml version="1.0" encoding="UTF-16"?><w:document {_W}><w:body>{paragraph("Mục tiêu")}</w:body>'
        "</w:document>".encode("utf-16")}), says=""),
    Case("locked.docx", lambda: flagged(0, 1), "mật khẩu"),
    Case("method-98.docx", lambda: flagged(2, 98), "hỏng"),
    Case("encrypted.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 40,
         "mật khẩu"),
    Case("far-cell.xlsx", lambda: workbook(
        f'<sheetData><row r="1048576">{_inline("XFD1048576")}</row></sheetData>')),
    Case("merged-all.xlsx", lambda: workbook(
        f'<sheetData><row r="1">{_inline("A1")}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/>'
        "</mergeCells>")),
    Case("merged-often.xlsx", lambda: workbook(
        f'<sheetData><row r="1">{_inline("A1")}</row></sheetData><mergeCells>'
        f'{"".join(f"<mergeCell ref={chr(34)}A{i}:ZZ{i + 500}{chr(34)}/>" for i in range(1, 3000))}</mergeCells>')),
    Case("laughs-strings.xlsx", lambda: workbook(
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>',
        laughs('<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%s</t></si></sst>'))),
    Case("cells.xlsx", lambda: workbook(
        f'<sheetData>{"".join(f"<row>{_inline(chr(65)) * 100}</row>" for _ in range(3000))}</sheetData>'), seconds=60),
    Case("row-bomb.xlsx", lambda: workbook(f"<sheetData>{'<row/>' * 20 * MEGA}</sheetData>"), seconds=60),
    Case("strange-numbers.xlsx", lambda: workbook(
        '<sheetData><row r="1"><c r="A1"><v>1e999</v></c><c r="B1"><v>nan</v></c><c r="C1"><v></v></c></row>'
        '<row r="0"><c r="A0"><v>1</v></c></row><row r="-5"><c r="ZZZZ1"><v>1</v></c></row></sheetData>')),
    Case("nested.zip", lambda: matryoshka(50)),
    Case("bomb.zip", lambda: bomb(20, 90), seconds=60),
    Case("names.zip", lambda: package({"../../a.txt": PLAN.encode(), "/etc/b.txt": PLAN.encode(), "c\n.txt": b"x"})),
    Case("entries.zip", lambda: package({f"{i}.txt": b"x" for i in range(30_000)})),
    Case("itself.zip", lambda: zip_seed() + zip_seed()),
]  # fmt: skip


# ---- PDF ----------------------------------------------------------------------------------------------------


def pdf(objects: dict[int, bytes], root: int = 1, trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects; ``root`` is the catalog."""
    out, places = b"%PDF-1.7\n", dict[int, int]()
    for number, content in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    xref = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max(objects) + 1
    return out + b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        root,
        trailer,
        xref,
    )


def stream(content: bytes, entries: bytes = b"", *, deflate: bool = False) -> bytes:
    """A stream object."""
    if deflate:
        content, entries = zlib.compress(content, 9), entries + b" /Filter /FlateDecode"
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


WORDS = b"BT /F1 12 Tf 90 700 Td (Plan of the year) Tj ET\n"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def page(
    content: bytes, box: bytes = b"0 0 595 842", more: bytes = b"", resources: bytes = b"", **objects: bytes
) -> bytes:
    """A PDF of one page; ``objects`` are further ones as o7=…"""
    return pdf({
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [" + box + b"] /Contents 4 0 R " + more
           + b" /Resources << /Font << /F1 5 0 R >> " + resources + b" >> >>",
        4: content if content.startswith(b"<<") else stream(content),
        5: FONT,
        **{int(key[1:]): value for key, value in objects.items()},
    })  # fmt: skip


def tree(kids: bytes, count: int) -> bytes:
    """One page under a page tree with these kids and this count."""
    return pdf({
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        4: stream(WORDS),
        5: FONT,
    })  # fmt: skip


def form(content: bytes, *names: int) -> bytes:
    """A form that may draw other forms, named by their object numbers."""
    inner = b" ".join(b"/X%d %d 0 R" % (n, n) for n in names)
    entries = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /F1 5 0 R >> /XObject << "
    )
    return stream(content, entries + inner + b" >> >>")


def laughing_forms(levels: int, times: int) -> bytes:
    """Forms that draw the next form ``times`` times, ``levels`` deep."""
    forms = {f"o{10 + i}": form(b"/X%d Do " % (11 + i) * times, 11 + i) for i in range(levels)}
    forms[f"o{10 + levels}"] = form(WORDS + b"10 10 50 50 re S\n")
    return page(b"/X10 Do", resources=b"/XObject << /X10 10 0 R >>", **forms)


def locked(user: str, owner: str) -> bytes:
    """A PDF with passwords."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(user, owner, canPrint=0, canCopy=0))
    canvas.drawString(90, 700, "Plan of the year")
    canvas.save()
    return buffer.getvalue()


def _rules(count: int) -> bytes:
    lines = b"".join(b"%d %d m %d %d l S\n" % (i % 500, i % 800, i % 500 + 40, i % 800) for i in range(5000))
    return WORDS + lines * (count // 5000)


def _grid(lines: int) -> bytes:
    across = b"".join(b"0 %.2f m 590 %.2f l S\n" % (i * 840 / lines, i * 840 / lines) for i in range(lines))
    down = b"".join(b"%.2f 0 m %.2f 840 l S\n" % (i * 590 / lines, i * 590 / lines) for i in range(lines))
    return WORDS + across + down


SIZES = [b"0 0 1000000 1000000", b"0 0 0 0", b"0 0 -595 -842", b"595 842 0 0", b"0 0 NaN NaN", b"0 0 1e38 1e38", b"", b"a",
         b"-99999999999 0 99999999999 1", b"0 0 0.0001 0.0001"]  # fmt: skip
PDFS = [
    Case("user-password.pdf", lambda: locked("secret", "owner"), "mật khẩu"),
    Case("owner-password.pdf", lambda: locked("", "owner"), says="Plan of the year"),
    *(Case(f"size-{i}.pdf", lambda box=box: page(WORDS, box)) for i, box in enumerate(SIZES)),  # type: ignore[misc]
    Case("rotate-45.pdf", lambda: page(WORDS, more=b"/Rotate 45"), says="Plan"),
    Case("rotate-far.pdf", lambda: page(WORDS, more=b"/Rotate -99999999990")),
    Case("user-unit.pdf", lambda: page(WORDS, more=b"/UserUnit 1e30")),
    Case("crop-elsewhere.pdf", lambda: page(WORDS, more=b"/CropBox [5000 5000 6000 6000]")),
    Case("tree-cycle.pdf", lambda: tree(b"3 0 R 2 0 R", 2)),
    Case("tree-of-itself.pdf", lambda: tree(b"2 0 R", 1)),
    Case("declared-pages.pdf", lambda: tree(b"3 0 R", 100_000)),
    Case("declared-pages-less.pdf", lambda: tree(b"3 0 R", 1900)),
    Case("declared-negative.pdf", lambda: tree(b"3 0 R", -7)),
    Case("real-pages.pdf", lambda: tree(b"3 0 R " * 100_000, 100_000), "trang"),
    Case("same-page.pdf", lambda: tree(b"3 0 R " * 1900, 1900), says="Plan"),
    Case("deep-arrays.pdf", lambda: page(WORDS, more=b"/X " + b"[" * MEGA + b"]" * MEGA)),
    Case("deep-dictionaries.pdf", lambda: page(WORDS, more=b"/X " + b"<</A" * 300_000 + b">>" * 300_000)),
    Case("deep-operands.pdf", lambda: page(b"[" * MEGA + WORDS)),
    Case("deep-states.pdf", lambda: page(b"q " * MEGA + WORDS)),
    Case("deep-marks.pdf", lambda: page(b"/P BMC " * 300_000 + WORDS)),
    Case("form-in-itself.pdf", lambda: page(
        WORDS + b"/X10 Do", resources=b"/XObject << /X10 10 0 R >>", o10=form(b"/X10 Do", 10)), says="Plan"),
    Case("forms-in-a-circle.pdf", lambda: page(
        WORDS + b"/X10 Do", resources=b"/XObject << /X10 10 0 R >>", o10=form(b"/X11 Do", 11), o11=form(b"/X10 Do", 10)),
        says="Plan"),
    Case("laughing-forms.pdf", lambda: laughing_forms(4, 10)),
    Case("laughing-forms-6.pdf", lambda: laughing_forms(6, 10), seconds=60),
    Case("laughing-forms-9.pdf", lambda: laughing_forms(9, 10), seconds=60),
    Case("paths.pdf", lambda: page(_rules(2 * MEGA)), seconds=60),
    Case("grid-400.pdf", lambda: page(_grid(400)), seconds=60),
    Case("grid-3000.pdf", lambda: page(_grid(3000)), seconds=60),
    Case("one-long-path.pdf", lambda: page(WORDS + b"0 0 m " + b"5 5 l 9 9 l 5 700 l " * 200_000 + b"S")),
    Case("huge-font.pdf", lambda: page(b"BT /F1 1e30 Tf 90 700 Td (Plan of) Tj ET " + WORDS)),
    Case("negative-font.pdf", lambda: page(b"BT /F1 -12 Tf 90 700 Td (Plan of) Tj ET " + WORDS)),
    Case("no-matrix.pdf", lambda: page(b"0 0 0 0 0 0 cm " + WORDS + b"90 500 300 200 re S")),
    Case("nan-matrix.pdf", lambda: page(b"1e38 1e38 1e38 1e38 1e38 1e38 cm " * 5 + WORDS + b"90 500 300 200 re S")),
    Case("far-text.pdf", lambda: page(b"1 0 0 1 1e9 -1e9 cm " + WORDS)),
    Case("characters.pdf", lambda: page(
        b"BT /F1 1 Tf 90 700 Td " + b"(Plan of the year Plan of the year) Tj T* " * 60_000 + b"ET"), seconds=60),
    Case("stream-bomb.pdf", lambda: page(stream(b" " * 500 * MEGA, deflate=True)), seconds=60),
    Case("double-bomb.pdf", lambda: page(stream(
        zlib.compress(b" " * 900 * MEGA, 9), b"/Filter [/FlateDecode /FlateDecode]")), seconds=60),
    Case("annotations.pdf", lambda: page(WORDS, more=b"/Annots [%s]" % (
        b"<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]>> " * 50_000)), seconds=60),
    Case("stamp-in-itself.pdf", lambda: page(
        WORDS, more=b"/Annots [<</Type/Annot/Subtype/Stamp/Rect[0 0 99 99]/AP<</N 10 0 R>>>>]", o10=form(b"/X10 Do", 10)),
        says="Plan"),
    Case("xref-cycle.pdf", lambda: tree(b"3 0 R", 1).replace(b"/Root", b"/Prev 9 /Root")),
    Case("no-xref.pdf", lambda: tree(b"3 0 R", 1).split(b"xref")[0], says="Plan"),
    Case("parent-cycle.pdf", lambda: tree(b"3 0 R", 1).replace(b"/Type /Pages ", b"/Type /Pages /Parent 2 0 R ")),
    Case("contents-of-itself.pdf", lambda: tree(b"3 0 R", 1).replace(b"/Contents 4 0 R", b"/Contents 3 0 R")),
    Case("ligatures.pdf", lambda: pdf_seed() + b"\n%%EOF" + b"%" * MEGA),
]  # fmt: skip


# ---- markup and text ----------------------------------------------------------------------------------------


def html(body: str) -> bytes:
    """A page in UTF-8."""
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()


def rtf(body: str) -> bytes:
    """An RTF document."""
    return ("{\\rtf1\\ansi " + body + "}").encode()


MARKUP = [
    Case("deep.html", lambda: html("<div>" * 100_000 + "sâu"), seconds=20),
    Case("deep-inline.html", lambda: html("<b><i>" * 50_000 + "sâu"), seconds=20),
    Case("nested-200.html", lambda: html("<div>" * 200 + "sâu" + "</div>" * 200), says="sâu"),
    Case("nested-tables.html", lambda: html("<table><tr><td>a<td>" * 20_000), seconds=20),
    Case("nested-tables-60.html", lambda: html("<table border=1><tr><td>a<td>b" * 60), says="a"),
    Case("nested-lists.html", lambda: html("<ul><li>a" * 20_000), seconds=20),
    Case(
        "spans.html",
        lambda: html("<table border=1><tr>" + "<td colspan=999999999 rowspan=999999999>a" * 2000),
    ),
    Case(
        "wide.html",
        lambda: html(f"<table border=1><tr>{'<td colspan=200>a' * 50_000}{'<tr><td>b' * 5000}</table>"),
    ),
    Case("tall.html", lambda: html("<table border=1>" + "<tr><td rowspan=0>a<td>b" * 30_000)),
    Case("roman.html", lambda: html('<ol type="I" start="999999999">' + "<li>mục" * 1000), says="mục"),
    Case("items.html", lambda: html("<ol>" + "<li>mục" * 200_000), says="mục", seconds=60),
    Case("breaks.html", lambda: html("<p>" + "a<br>" * 200_000), says="a"),
    Case("comments.html", lambda: b"<!---->" * 1000 + b"x"),
    Case("comments.txt", lambda: b"<!-- -->" * 1000 + b"x"),
    Case(
        "borders.html",
        lambda: html(f'<table style="{"border:" * 150_000}"><tr><td>a<td>b<tr><td>c<td>d</table>'),
    ),
    Case("list-styles.html", lambda: html(f'<ol style="{"list-style:" * 100_000}"><li>a</ol>')),
    Case("styles.html", lambda: html(f'<p style="{"display" + " " * 3000}">a' * 300), says="a"),
    Case("entities.html", lambda: laughs("<html><body><p>%s</p></body></html>").encode()),
    Case("attributes.html", lambda: html("<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">đủ")),
    Case("charset.html", lambda: b'<html><meta charset="utf-7"><p>\xff+ADw-script'),
    Case("codec.html", lambda: b'<html><meta charset="zlib_codec"><p>\xff'),
    Case("codec-2.html", lambda: b'<html><meta charset="idna"><p>\xff' + b"a" * 100_000),
    Case(
        "rowspans.html",
        lambda: html("<table border=1>" + "<tr><td rowspan=200>a<td>b<td rowspan=200>c" * 3000),
    ),
]
TEXTS = [
    Case("spaces.txt", lambda: b"a\n" + b" " * 300_000 + b"\nb"),
    Case("spaces-in-line.txt", lambda: b"a" + b" " * 300_000 + b"b | c"),
    Case("dashes.txt", lambda: b"| a | b |\n|" + b"-- " * 50_000 + b"\n"),
    Case("dashes-2.txt", lambda: b"| a | b |\n|" + b"--|" * 50_000 + b"x\n"),
    Case("colons.txt", lambda: b"| a | b |\n| :" + b"-" * 300_000 + b"\n"),
    Case("one-line.txt", lambda: "đạt 80% ".encode() * 300_000),
    Case("one-word.txt", lambda: b"a" * 3 * MEGA),
    Case("continued.txt", lambda: b"chu\n" * 250_000),
    Case("continued-long.txt", lambda: ("Kế hoạch này được ban hành để\n" * 60_000).encode()),
    Case("capitals.txt", lambda: "KẾ HOẠCH\n".encode() * 100_000),
    Case("blank-lines.txt", lambda: b"a\n" + b"\n" * 2 * MEGA + b"b"),
    Case("pipes.txt", lambda: b"|" * 500_000),
    Case("pipe-lines.txt", lambda: b"|\n" * 200_000),
    Case("pipe-cells.txt", lambda: b"| a\n" * 100_000),
    Case("cell-pipes.txt", lambda: b"a |\n" * 100_000),
    Case("numbered-cells.txt", lambda: "".join(f"{i} |\na |\n" for i in range(50_000)).encode()),
    Case("flat-headers.txt", lambda: b"STT |\nNo |\n1 |\n" * 30_000),
    Case("tabs.txt", lambda: b"\t" * 500_000 + b"\n"),
    Case("tab-rows.txt", lambda: b"a\tb\tc\n" * 100_000 + b"a\t" * 3000 + b"x\n"),
    Case("wide-tabs.txt", lambda: (b"a\t" * 1000 + b"x\n") * 3 + b"a\tb\tc\n" * 20_000),
    Case("stars.md", lambda: b"*" * 300_000 + b"a\n" + b"*a" * 100_000),
    Case("brackets.md", lambda: b"[" * 200_000 + b"](" * 100_000),
    Case("links.md", lambda: b"[a](" * 100_000),
    Case("headings.md", lambda: b"#" * 300_000 + b" a\n" + b"# a\n" * 100_000),
    Case("quotes.md", lambda: b">" * 300_000 + b"\n" + b"> a\n" * 50_000),
    Case("metadata.txt", lambda: "Số hiệu: ".encode() * 50_000),
    Case("marks.txt", lambda: ("a" + "\u0301" * MEGA).encode()),
    Case("hangul.txt", lambda: ("\u0958\u0344" * 500_000).encode(), seconds=20),
    Case("lines-of-numbers.txt", lambda: b"1.\n" * 200_000),
    Case("dots.txt", lambda: b"." * 500_000 + b"\n" + b"1." * 200_000),
    Case("quotation.txt", lambda: b'."' * 300_000 + b"x\ny"),
    Case("table-rows.md", lambda: b"| a | b |\n|---|---|\n" + b"| a | b |\n" * 100_000, seconds=20),
    Case("wide-rows.md", lambda: b"|" + b" a |" * 50_000 + b"\n|" + b"---|" * 50_000 + b"\n" + b"| a | b |\n" * 2000),
    Case("utf16-odd.txt", lambda: b"\xff\xfe" + "Kế hoạch".encode("utf-16-le") + b"\x00"),
    Case("nul.txt", lambda: "Kế hoạch\0".encode() * 10),
    Case("deep.rtf", lambda: rtf("{" * 300_000 + "a" + "}" * 300_000)),
    Case("unclosed.rtf", lambda: rtf("{\\b " * 100_000)),
    Case("binary.rtf", lambda: rtf("\\bin999999999 abc")),
    Case("unicode.rtf", lambda: rtf("\\u99999999999? \\u-70000? \\ud800? \\uc99999 \\u7871?a")),
    Case("rows.rtf", lambda: rtf("\\trowd\\cellx1\\intbl a\\cell\\row" * 20_000), seconds=30),
    Case("cells.rtf", lambda: rtf("\\trowd" + "\\cellx9" * 20_000 + "\\intbl " + "a\\cell" * 20_000 + "\\row")),
    Case("fonts.rtf", lambda: rtf("{\\fonttbl" + "{\\f1 .VnTime;}" * 50_000 + "}a\\par")),
    Case("digits.rtf", lambda: rtf("\\fs" + "9" * 100_000 + " a\\par")),
    Case("garbage.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 100_000),
    Case("words.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "WordDocument".encode("utf-16-le") * 99),
    Case("cycle.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 20 + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0"
         + b"\0" * 2000 + "Workbook".encode("utf-16-le")),
]  # fmt: skip
CASES = (*PACKAGES, *PDFS, *MARKUP, *TEXTS)
NOTHING = [Case(f"zeros{s}", lambda: b"\0" * 5000, "rỗng") for s in (".pdf", ".docx", ".xls", ".txt")]


def truncated(data: bytes) -> list[bytes]:
    """``data`` cut at every twentieth of its length."""
    return [data[: len(data) * i // 20] for i in range(20)]


__all__ = ["CASES", "NOTHING", "Case", "docx_seed", "truncated"]
