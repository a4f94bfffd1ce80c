"""The DOCX form of an edition: deterministic bytes, a real table for every table."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from edition import Block, Edition

_BORN = dt.datetime(2024, 1, 1)
_ZIP_TIME = (2024, 1, 1, 0, 0, 0)


def render(edition: Edition) -> bytes:
    """The edition as a DOCX file."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(13)
    _page(document.sections[0])
    for block in edition.printed():
        _add(document, block)
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "kehoach", edition.id, "abridged edition"
    properties.created = properties.modified = properties.last_printed = _BORN
    properties.revision = 1
    raw = io.BytesIO()
    document.save(raw)
    return _still(raw.getvalue())


def _page(section: Any) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)


def _add(document: Any, block: Block) -> None:
    if block.kind == "landscape":
        section = document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin = section.right_margin = Mm(12)
    elif block.kind == "two":
        _two_columns(document, block)
    elif block.kind == "table":
        _grid(document, block)
    else:
        paragraph = document.add_paragraph()
        paragraph.add_run(block.text).bold = block.kind in ("title", "head", "subhead")
        if block.kind == "title":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _two_columns(document: Any, block: Block) -> None:
    """A borderless table of one row, as letterheads and signatures are typed."""
    table = document.add_table(rows=1, cols=2)
    for cell, lines in zip(table.rows[0].cells, zip(*block.rows, strict=True), strict=True):
        texts = [line for line in lines if line]
        cell.paragraphs[0].text = texts[0]
        for text in texts[1:]:
            cell.add_paragraph(text)


def _grid(document: Any, block: Block) -> None:
    table = document.add_table(rows=0, cols=len(block.rows[0]))
    table.style = "Table Grid"
    for number, row in enumerate(block.rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            run = cell.paragraphs[0].add_run(text)
            run.font.size, run.bold = Pt(9), number == 0
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)


def _still(raw: bytes) -> bytes:
    """The same archive with fixed timestamps, so that two builds give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return out.getvalue()


def words(raw: bytes) -> list[str]:
    """All words of a DOCX in reading order."""
    document = docx.Document(io.BytesIO(raw))
    found: list[str] = []
    for item in document.iter_inner_content():
        if isinstance(item, docx.table.Table):
            for row in item.rows:
                for cell in row.cells:
                    found += cell.text.split()
        else:
            found += item.text.split()
    return found
