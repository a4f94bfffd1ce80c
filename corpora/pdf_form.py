"""The PDF form of an edition: a text layer with embedded fonts, ruled tables, deterministic bytes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from edition import Block, Edition
from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

_BODY, _BOLD = "DejaVuSerif", "DejaVuSerif-Bold"
_SHARES = {9: (13, 12, 15, 54, 48, 42, 31, 33, 33), 7: (10, 48, 20, 22, 22, 23, 21)}
"""Widths of the columns in mm, by the number of columns."""


class NoFont(Exception):
    """The system has no DejaVu fonts, which the PDFs embed."""


def render(edition: Edition, fonts: Path | None = None) -> bytes:
    """The edition as a PDF file; `fonts` is a further folder to look for the fonts in."""
    rl_config.invariant = 1
    if fonts:
        rl_config.TTFSearchPath.append(str(fonts))
    try:
        for name in (_BODY, _BOLD):
            pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    except TTFError as error:
        raise NoFont(f"needs the DejaVu fonts ({error}); give their folder by --fonts") from error
    raw = io.BytesIO()
    template = BaseDocTemplate(raw, pagesize=A4, title=edition.id, author="kehoach")
    wide = landscape(A4)
    upright = Frame(25 * mm, 18 * mm, A4[0] - 43 * mm, A4[1] - 36 * mm, id="upright")
    across = Frame(8 * mm, 12 * mm, wide[0] - 16 * mm, wide[1] - 24 * mm, id="across")
    template.addPageTemplates(
        [PageTemplate("upright", [upright], pagesize=A4), PageTemplate("across", [across], pagesize=wide)]
    )
    template.build([part for block in edition.printed() for part in _flow(block)])
    return raw.getvalue()


def _style(name: str, size: float, *, bold: bool = False, centre: bool = False) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=_BOLD if bold else _BODY,
        fontSize=size,
        leading=size * 1.35,
        spaceAfter=size * 0.4,
        splitLongWords=0,
        **({"alignment": TA_CENTER} if centre else {}),
    )


def _flow(block: Block) -> list[Flowable]:
    if block.kind == "landscape":
        return [NextPageTemplate("across"), PageBreak()]
    if block.kind == "two":
        return [_two_columns(block), Spacer(1, 4 * mm)]
    if block.kind == "table":
        return [_grid(block), Spacer(1, 3 * mm)]
    head = block.kind in ("title", "head", "subhead")
    size = 11.0 if block.kind == "title" else 10.0
    return [Paragraph(escape(block.text), _style(block.kind, size, bold=head, centre=block.kind == "title"))]


def _two_columns(block: Block) -> Table:
    style = _style("two", 9.5, centre=True)
    cells = [
        [Paragraph(escape(line), style) for line in lines if line] for lines in zip(*block.rows, strict=True)
    ]
    return Table([cells], colWidths=[70 * mm, 95 * mm], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])


def _grid(block: Block) -> Table:
    columns = len(block.rows[0])
    size = 6.0 if columns == 9 else 8.0
    styles = [_style("header", size, bold=True), _style("cell", size)]
    rows = [
        [Paragraph(escape(text), styles[min(number, 1)]) for text in row]
        for number, row in enumerate(block.rows)
    ]
    ruled: list[Any] = [
        ("GRID", (0, 0), (-1, -1), 0.4, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2),
    ]
    widths = [share * mm for share in _SHARES[columns]]
    return Table(rows, colWidths=widths, repeatRows=1, style=ruled)
