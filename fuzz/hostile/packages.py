"""Hostile DOCX, XLSX and ZIP files."""

from __future__ import annotations

import io
import zipfile

from fuzz.hostile.case import MEGA, Case
from fuzz.seeds import PLAN, xlsx_seed, zip_seed

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, start: str = "", encoding: str = "utf-8", **parts: str) -> bytes:
    """A DOCX of one body (or of a whole document), and further parts by name (styles, numbering)."""
    whole = body.startswith(("<?xml", "<w:document"))
    document = start + (body if whole else f"<w:document {_W}><w:body>{body}</w:body></w:document>")
    rest = {f"word/{name}.xml": text.encode() for name, text in parts.items()}
    return package({"word/document.xml": document.encode(encoding), **rest})


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def laughs(root: str) -> str:
    """Entities that expand to 10^9 words inside ``root`` (with %s for them)."""
    rows = ['<!ENTITY a0 "ha ha ha ha ha ha ha ha ha ha">']
    rows += [f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)]
    return f'<?xml version="1.0"?><!DOCTYPE x [{"".join(rows)}]>' + root % "&a9;"


_LAUGHING = (
    f"<w:document {_W}><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p>"
    f"{paragraph('Mục tiêu')}</w:body></w:document>"
)
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
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="upperRoman"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )
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
    Case(
        "entries.docx",
        lambda: package({f"{i}": b"" for i in range(30_000)} | {"word/document.xml": b""}),
        "lớn",
    ),
    Case("laughs-body.docx", lambda: docx(laughs(_LAUGHING))),
    Case("laughs-styles.docx", lambda: docx(paragraph("Mục tiêu"), styles=laughs(_STYLES))),
    Case("laughs-numbering.docx", lambda: docx(paragraph("Mục tiêu"), numbering=laughs("<a>%s</a>"))),
    Case(
        "external-entity.docx",
        lambda: docx(
            f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{_LAUGHING % "&e;"}'
        ),
    ),
    Case("deep-xml.docx", lambda: docx("<w:ins>" * 100_000 + "</w:ins>" * 100_000), "hỏng"),
    Case(
        "nested-200.docx",
        lambda: docx("<w:ins>" * 200 + paragraph("Mục tiêu") + "</w:ins>" * 200),
        says="Mục tiêu",
    ),
    Case("nested-tables-60.docx", lambda: docx(nested_tables(60)), says="trong"),
    Case("nested-tables-5000.docx", lambda: docx(nested_tables(5000)), "hỏng"),
    Case(
        "wide-spans.docx", lambda: docx(table(150, 150, '<w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>'))
    ),
    Case("merged-down.docx", lambda: docx(table(20_000, 2, "<w:tcPr><w:vMerge/></w:tcPr>"))),
    Case("long-labels.docx", lambda: numbered("%1" * 20_000, "1", 2000)),
    Case("roman-label.docx", lambda: numbered("%1.", "2000000000", 100), says="Mục tiêu"),
    Case(
        "based-on-itself.docx",
        lambda: docx(
            paragraph("Mục tiêu", '<w:pStyle w:val="a"/>') * 2000,
            styles=f'<w:styles {_W}><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
            '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>',
        ),
        says="Mục tiêu",
    ),
    Case("runs.docx", lambda: docx(f"<w:p>{'<w:r><w:t>a </w:t></w:r>' * 150_000}</w:p>"), says="a a"),
    Case(
        "deleted-ends.docx",
        lambda: docx(paragraph("a ", "<w:rPr><w:del/></w:rPr>") * 20_000 + paragraph("Mục tiêu")),
        says="a a",
    ),
    Case(
        "attributes.docx",
        lambda: docx(f"<w:p {' '.join(f'a{i}={chr(34)}1{chr(34)}' for i in range(100_000))}/>"),
    ),
    Case("digits.docx", lambda: numbered("%1" * 100, "9" * 4000, 2000)),
    Case(
        "utf-16.docx",
        lambda: docx(_LAUGHING % "x", start='<?xml version="1.0" encoding="UTF-16"?>', encoding="utf-16"),
        says="Mục tiêu",
    ),
    Case("locked.docx", lambda: flagged(0, 1), "mật khẩu"),
    Case("method-98.docx", lambda: flagged(2, 98), "hỏng"),
    Case(
        "encrypted.docx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 40,
        "mật khẩu",
    ),
    Case(
        "far-cell.xlsx",
        lambda: workbook(f'<sheetData><row r="1048576">{_inline("XFD1048576")}</row></sheetData>'),
    ),
    Case(
        "merged-all.xlsx",
        lambda: workbook(
            f'<sheetData><row r="1">{_inline("A1")}</row></sheetData><mergeCells>'
            '<mergeCell ref="A1:XFD1048576"/></mergeCells>'
        ),
    ),
    Case(
        "merged-often.xlsx",
        lambda: workbook(
            f'<sheetData><row r="1">{_inline("A1")}</row></sheetData><mergeCells>'
            + "".join(f'<mergeCell ref="A{i}:ZZ{i + 500}"/>' for i in range(1, 3000))
            + "</mergeCells>"
        ),
    ),
    Case(
        "laughs-strings.xlsx",
        lambda: workbook(
            '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>',
            laughs(
                '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%s</t></si></sst>'
            ),
        ),
    ),
    Case(
        "cells.xlsx",
        lambda: workbook(
            f"<sheetData>{''.join(f'<row>{_inline(chr(65)) * 100}</row>' for _ in range(3000))}</sheetData>"
        ),
        seconds=60,
    ),
    Case("row-bomb.xlsx", lambda: workbook(f"<sheetData>{'<row/>' * 20 * MEGA}</sheetData>"), seconds=60),
    Case(
        "strange-numbers.xlsx",
        lambda: workbook(
            '<sheetData><row r="1"><c r="A1"><v>1e999</v></c><c r="B1"><v>nan</v></c>'
            '<c r="C1"><v></v></c></row>'
            '<row r="0"><c r="A0"><v>1</v></c></row><row r="-5"><c r="ZZZZ1"><v>1</v></c></row></sheetData>'
        ),
    ),
    Case("nested.zip", lambda: matryoshka(50)),
    Case("bomb.zip", lambda: bomb(4, 90), seconds=60),
    Case(
        "names.zip",
        lambda: package({"../../a.txt": PLAN.encode(), "/etc/b.txt": PLAN.encode(), "c\n.txt": b"x"}),
    ),
    Case("entries.zip", lambda: package({f"{i}.txt": b"x" for i in range(30_000)})),
    Case("itself.zip", lambda: zip_seed() + zip_seed()),
]
