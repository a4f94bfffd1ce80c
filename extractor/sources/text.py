"""Plain text and Markdown, as written or as copied from a law portal, to a Source.

Portals flatten tables to one cell per line between lone ``|``, cut letterheads in pieces and wrap
lines hard; all of that is undone here, and nothing is dropped but rules and markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from extractor.sources.builder import CellInput, SourceBuilder, clean
from extractor.sources.flattened import FlatTable, flattened_regions, read_flattened
from extractor.sources.lines import MARKER, Line, join_lines, spaced_out
from extractor.sources.model import BlockKind, Source
from extractor.sources.rows import piped, set_right
from extractor.sources.spaced import spaced_tables
from extractor.sources.unpiped import read_unpiped, table_may_begin
from extractor.vietnamese.forms import fold

_FEW_ROWS = 3
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|__)")
_GAP = re.compile(r"\n{5,}")
_RULE_LINE = re.compile(r"\s*[-_=*~]{3,}\s*")
_ITALIC = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_LINK = re.compile(r"!?\[([^\]\n]{1,300})\]\([^)\n]{1,500}\)")
_HEADING = re.compile(r"#{1,6}\s+")
_SEPARATOR = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?\|?\s*")
_GROUP_LABEL = re.compile(r"([IVX]{1,5}|[A-ZĐ])[.)]\s+(?=\S)")
_METADATA = re.compile(
    r"(số hiệu|số ký hiệu|ngày ban hành|ngày có hiệu lực|loại văn bản|cơ quan ban hành|nơi ban hành|người ký|"
    r"trích yếu|lĩnh vực, ngành|lĩnh vực|ngày đăng|tình trạng)\s*(?:[:|]\s*)+(.*)"
)
_MANY_METADATA = re.compile(
    r"(?i)(?<=[^\s|])\s*(?=(?:Số hiệu|Ngày ban hành|Ngày có hiệu lực|Loại văn bản|Cơ quan ban hành|"
    r"Nơi ban hành|Người ký|Lĩnh vực)\s*:)"
)


def read_text(text: str, name: str, format: str = "text") -> Source:
    """Read plain text or Markdown. Never fails: any string gives a Source."""
    builder = SourceBuilder(name, format)
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\f")
    text = _GAP.sub("\n\n\n\n", text)
    printed = piped(text)
    lines = [_markup_free(line) for line in _bold_runs(printed.replace("\f", ""))]
    _open_italics(lines)
    position = 0
    for table in spaced_tables(printed.split("\n")):
        _write(builder, lines[position : table.start])
        builder.table([[_unmarked(cell) for cell in row] for row in table.rows])
        position = table.end
    _write(builder, lines[position:])
    return builder.build()


def _unmarked(cell: CellInput) -> CellInput:
    return replace(cell, text=_markup_free(Line(_EMPHASIS.sub("", cell.text))).text)


def _write(builder: SourceBuilder, lines: list[Line]) -> None:
    """Write lines as tables and blocks."""
    pending: list[Line] = []
    position = 0
    for start, end in flattened_regions([line.text for line in lines]):
        pending.extend(lines[position:start])
        parsed = read_flattened([line.text for line in lines[start:end]])
        for part in parsed:
            if isinstance(part, FlatTable):
                _flush(builder, pending)
                builder.table(part.rows)
            else:
                pending.extend([Line(""), *(Line(piece) for piece in part.split("\n")), Line("")])
        position = end
    pending.extend(lines[position:])
    _flush(builder, pending)


def _bold_runs(text: str) -> Iterator[Line]:
    """Lines without emphasis marks; bold where the whole line stands between them."""
    inside = False
    for raw in text.split("\n"):
        if _RULE_LINE.fullmatch(raw):
            yield Line("")
            continue
        pieces = _EMPHASIS.split(raw)
        plain, bold_chars, seen = "", 0, 0
        for piece in pieces:
            if _EMPHASIS.fullmatch(piece):
                inside = not inside
                continue
            letters = sum(c.isalnum() for c in piece)
            seen += letters
            bold_chars += letters if inside else 0
            plain += piece
        yield Line(plain, seen > 0 and bold_chars == seen)
        if not raw.strip():
            inside = False


def _markup_free(line: Line) -> Line:
    text = line.text
    bold = line.bold
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text:
        text = _ITALIC.sub(r"\1", text)
    if _HEADING.match(text):
        text, bold = _HEADING.sub("", text, count=1), True
    if text[2:3].isalpha():  # "> 75%" is a bound, not a quotation
        text = text.removeprefix("> ")
    return Line(clean(_ESCAPE.sub(r"\1", text)), bold)


def _open_italics(lines: list[Line]) -> None:
    """Drop the stars of an italic run that spans lines (a star before a space is a bullet and stays)."""
    for i, line in enumerate(lines):
        if not re.match(r"\*[^\s*]", line.text) or "*" in line.text[1:]:
            continue
        for j in range(i + 1, min(i + 4, len(lines))):
            if lines[j].text.endswith("*") and lines[j].text.count("*") == 1:
                lines[i] = Line(line.text[1:], line.bold)
                lines[j] = Line(lines[j].text[:-1].rstrip(), lines[j].bold)
                break


def _flush(builder: SourceBuilder, pending: list[Line]) -> None:
    """Write the pending lines as pipe tables and blocks, and forget them."""
    prose: list[Line] = []
    index = 0
    if spaced_out([line.text for line in pending]):
        pending[:] = [line for line in pending if line.text]
    while index < len(pending):
        table, after = _pipe_table(pending, index)
        if table:
            _write_prose(builder, prose)
            prose = []
            builder.table(table)
            index = after
            continue
        rows, after = _bare_table(pending, index)
        if rows:
            _write_prose(builder, prose)
            prose = []
            builder.table(rows)
            index = after
            continue
        prose.extend(_unpiped(pending[index]))
        index += 1
    _write_prose(builder, prose)
    pending.clear()


def _bare_table(lines: list[Line], index: int) -> tuple[list[list[CellInput]], int]:
    """A table without pipes at ``index`` and the index behind it; blank lines may part its cells."""
    if not table_may_begin(lines[index].text):
        return [], index
    window = range(index, min(index + 3000, len(lines)))
    parted = sum(not lines[i].text for i in window[1:8:2]) == len(window[1:8:2]) > 2
    places = [i for i in window if lines[i].text or not parted]
    rows, used = read_unpiped([lines[i].text for i in places], 0)
    return rows, (places[used - 1] + 1 if rows else index)


def _cells_of(text: str) -> list[str]:
    return [cell.strip() for cell in text.strip().removeprefix("|").removesuffix("|").split("|")]


def _pipe_table(lines: list[Line], index: int) -> tuple[list[list[CellInput]], int]:
    """A Markdown table or rows of equally many piped cells beginning at ``index``; ([], index) if none."""
    rows: list[list[str]] = []
    texts: list[str] = []
    position = index
    ruled = False
    while position < len(lines):
        text = lines[position].text
        if text.count("|") < 2:
            if not _heads_rows(lines, position, rows):
                break
            text = _GROUP_LABEL.sub(r"\1 | ", text, count=1) if "|" not in text else text
        if _SEPARATOR.fullmatch(text):
            ruled = True
        else:
            rows.append(_cells_of(text))
            texts.append(text.strip())
        position += 1
    if 2 * sum(text.startswith("|") for text in texts) < len(texts) > _FEW_ROWS:
        # pipes stand only between cells: behind one that opens a row its first cell is blank
        rows = [["", *row] if text.startswith("|") else row for row, text in zip(rows, texts, strict=True)]
    wide = max((len(row) for row in rows), default=0)
    enough = ruled or (len(rows) >= 3 and wide >= 3) or (wide >= 5 and all(len(row) == wide for row in rows))
    if len(rows) < 2 or wide < 2 or not enough:
        return [], index
    return [[CellInput(cell) for cell in row] for row in set_right(rows)], position


def _heads_rows(lines: list[Line], position: int, rows: list[list[str]]) -> bool:
    """A short line inside a table that heads the rows below it ("I | Hạ tầng số", "II. Chính quyền số")."""
    text = lines[position].text
    if not rows or len(text) > 160 or not (text.count("|") == 1 or _GROUP_LABEL.match(text)):
        return False
    wide = max(len(row) for row in rows)
    behind = lines[position + 1].text if position + 1 < len(lines) else ""
    return wide >= 4 and behind.count("|") >= 2 and len(_cells_of(behind)) == wide


def _unpiped(line: Line) -> list[Line]:
    """A letterhead or metadata line cut by pipes: each piece a line of its own."""
    if "|" not in line.text:
        return [line]
    if _METADATA.match(fold(line.text.lstrip("| "))):
        return [Line(""), Line(" | ".join(filter(None, _cells_of(line.text)))), Line("")]
    return [Line(""), *(Line(piece, line.bold) for piece in _cells_of(line.text)), Line("")]


def _write_prose(builder: SourceBuilder, lines: list[Line]) -> None:
    for number, line in enumerate(join_lines(lines)):
        kind: BlockKind = "list_item" if MARKER.match(line.text) else "paragraph"
        builder.block(line.text, kind, bold=line.bold)
        if number < 60:
            _remember_metadata(builder, line.text)


def _remember_metadata(builder: SourceBuilder, text: str) -> None:
    """Keep "Số hiệu: …" fields of a portal's head, one or several to the line."""
    for piece in _MANY_METADATA.split(text[:600]):
        match = _METADATA.match(fold(piece).strip())
        if match:
            value = piece.strip()[match.start(2) :].strip(" |")
            if value:
                builder.metadata(piece.strip()[: match.end(1)], value)
