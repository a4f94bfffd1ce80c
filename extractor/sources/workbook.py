"""A workbook's visible sheets in their order, and what a reader must be told about the others."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice

from extractor.sources.builder import SourceBuilder, clean
from extractor.sources.legacy import Encoding, legacy_note
from extractor.sources.legacy_runs import Run, convert_runs
from extractor.sources.limits import Clock
from extractor.sources.sheets import Sheet, write_sheet

_DEFAULT_NAME = re.compile(r"(?:sheet|trang tính|trang_tính|bảng tính|feuil|table|tab)\s*\d*", re.IGNORECASE)


@dataclass(slots=True)
class Workbook:
    """Visible sheets, the names of hidden ones, and how much of what is visible is hidden or not computed."""

    sheets: list[Sheet] = field(default_factory=list)
    hidden_sheets: list[str] = field(default_factory=list)
    hidden_rows: int = 0
    hidden_columns: int = 0
    formulas_without_value: int = 0


def write_workbook(builder: SourceBuilder, book: Workbook, clock: Clock) -> None:
    """Append all sheets; several are parted by their names where these say something.

    Hidden sheets hold drafts and lists of choices: nobody prints them, so they are left out. Hidden rows
    and columns are mostly the leavings of a filter, so they are read.
    """
    for encoding in _to_unicode(book):
        note = legacy_note(encoding)
        builder.note(note.code, note.message)
    sheets = [sheet for sheet in book.sheets if any(clean(cell.text) for cell in sheet.cells)]
    for sheet in sheets:
        clock.check()
        if len(sheets) > 1 and not _DEFAULT_NAME.fullmatch(clean(sheet.name)):
            builder.block(sheet.name, "heading")
        write_sheet(builder, sheet)
    if sheets:
        builder.metadata("Trang tính", "; ".join(clean(sheet.name) for sheet in sheets))
    if book.hidden_sheets:
        builder.note(
            "hidden-sheets", f"Trang tính ẩn không đọc: {', '.join(map(clean, book.hidden_sheets))}."
        )
    if book.hidden_rows or book.hidden_columns:
        what = [
            f"{count} {word}"
            for count, word in ((book.hidden_rows, "hàng"), (book.hidden_columns, "cột"))
            if count
        ]
        builder.note("hidden-cells", f"Bảng tính có {' và '.join(what)} bị ẩn; vẫn được đọc.")
    if book.formulas_without_value:
        builder.note(
            "formulas-without-value",
            f"{book.formulas_without_value} ô công thức chưa có kết quả; hãy mở và lưu lại bằng Excel.",
        )


def _to_unicode(book: Workbook) -> tuple[Encoding, ...]:
    """Convert cells in fonts made before Unicode, by their fonts; the encodings met, () for Unicode."""
    runs: list[Run] = []
    for sheet in book.sheets:
        for cell in sheet.cells:
            runs += ((cell.text, cell.font), ("\n", None))
    converted = convert_runs(runs)
    if converted.encodings:
        texts = islice(converted.texts, 0, None, 2)
        for sheet in book.sheets:
            sheet.cells = [replace(cell, text=text) for cell, text in zip(sheet.cells, texts)]  # noqa: B905
    return converted.encodings
