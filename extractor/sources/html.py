"""HTML to Source: what a reader of the page sees, in reading order."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from typing import Any

import lxml.html

from extractor.errors import ReadError
from extractor.sources import html_fonts
from extractor.sources.builder import CellInput, SourceBuilder, clean
from extractor.sources.detect import read_codes
from extractor.sources.layout import is_layout_table, is_letterhead, is_signature, line_kind, opens_line
from extractor.sources.legacy import legacy_note
from extractor.sources.limits import MAX_SPAN, Clock, Limits
from extractor.sources.model import BlockKind, Source
from extractor.sources.numerals import numeral

Element = Any  # lxml's stubs know too little of lxml.html
_DROPPED = {
    "script", "style", "nav", "aside", "noscript", "template", "head", "iframe", "svg", "canvas", "button",
    "select", "option", "textarea", "object", "embed", "map", "audio", "video", "input", "title",
}  # fmt: skip
_BLOCKS = {
    "p", "div", "section", "article", "main", "header", "footer", "blockquote", "center", "address", "figure",
    "figcaption", "dl", "dt", "dd", "pre", "fieldset", "form", "ul", "ol", "li", "hr", "caption", "details",
    "summary", "body", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th",
}  # fmt: skip
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s*:\s*(normal|[1-4]00)", re.IGNORECASE)
_BORDER = re.compile(
    r"border(?:-\w+)*\s*:\s*(?!none|0|hidden|collapse)[^;:]*(?:solid|double|dashed|dotted|\dp)"
)
_LONGEST_STYLE = 2000
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}")
_MAX_ATTRIBUTES = 500
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_LIST_STYLES = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
    "lower-roman": "i", "upper-roman": "I", "decimal-leading-zero": "01", "decimal": "1",
}  # fmt: skip
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;:]*?(none|[a-z]+-[a-z-]+|decimal)", re.IGNORECASE)


def read_html(data: bytes, name: str, limits: Limits | None = None) -> Source:
    """Read an HTML page; its character set is taken from a byte order mark, UTF-8, or its meta tag."""
    limits = limits or Limits()
    clock = limits.clock(name)
    builder = SourceBuilder(name, "html")
    text = _decode(data, name)[: limits.max_chars * 4].replace("\0", "")
    content = _LONG_TAG.sub(_few_attributes, text).encode("utf-8", "ignore")
    try:
        root = _parsed(content)
    except lxml.etree.ParserError:  # nothing but markup
        return builder.build()
    for encoding in html_fonts.to_unicode(root):
        note = legacy_note(encoding)
        builder.note(note.code, note.message)
    flow = _Flow(builder, clock=clock)
    try:
        flow.walk(root.find("body") if root.find("body") is not None else root)
    except RecursionError as error:
        raise ReadError(name, "trang HTML lồng thẻ quá sâu, không đọc được") from error
    flow.flush()
    return builder.build()


def _parsed(content: bytes) -> Element:
    """The page's tree, also where tags that are never closed nest deeper than libxml2 reads unless told."""
    for huge in (False, True):
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=huge)
        root = lxml.html.document_fromstring(content, parser=parser)
        if not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
            break
    return root


def _few_attributes(tag: re.Match[str]) -> str:
    """A tag without most of its attributes: libxml2 compares each with all before it."""
    words = tag.group().split(maxsplit=_MAX_ATTRIBUTES)
    return " ".join(words[:_MAX_ATTRIBUTES]) if len(words) > _MAX_ATTRIBUTES else tag.group()


def _decode(data: bytes, name: str) -> str:
    """UTF-8 where it is valid, else what the page declares, else codes as for plain text."""
    if data[:2] not in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            declared = _CHARSET.search(data[:4096])
            if declared is not None and declared.group(1).lower() not in (b"utf-8", b"utf8"):
                try:
                    return data.decode(declared.group(1).decode("ascii"))
                except (LookupError, ValueError):
                    pass
    return read_codes(data, name)


@dataclass
class _List:
    """A list being read: its style of numbers and the next one."""

    style: str | None  # None for bullets, "" for no mark
    next: int = 1

    def label(self, item: Element) -> str:
        if self.style is None:
            return "- "
        if not self.style:
            return ""
        number = _number(item.get("value"), self.next)
        self.next = number + 1
        return numeral(number, self.style) + (") " if self.style == "a" else ". ")


@dataclass
class _Flow:
    """Collects inline text until a block ends; ``pieces`` are parted by line breaks."""

    builder: SourceBuilder | None = None  # None inside a table cell: lines are only collected
    lines: list[str] = field(default_factory=list)
    _pieces: list[list[tuple[str, bool]]] = field(default_factory=lambda: [[]])
    _lists: list[_List] = field(default_factory=list)
    _label: str = ""
    _heading: bool = False
    clock: Clock | None = None

    def walk(self, node: Element, bold: bool = False, preformatted: bool = False) -> None:
        """Read an element's content; its tail belongs to the caller."""
        tag, style = node.tag, _style(node)
        if tag in _DROPPED or _hidden(node, style) or (tag == "sup" and _note_mark(node)):
            return
        if tag == "br":
            self._pieces.append([])
            return
        if tag == "table":
            self._table(node)
            return
        bold = (bold or tag in ("b", "strong", "th") or bool(_BOLD.search(style))) and not _LIGHT.search(
            style
        )
        block = tag in _BLOCKS
        if block:
            self.flush()
            if self.clock is not None:
                self.clock.check()
        self._enter(node, tag, style)
        preformatted = preformatted or tag == "pre"
        self._text(node.text, bold or tag in _HEADINGS, preformatted)
        for child in node:
            if isinstance(child.tag, str):
                self.walk(child, bold or tag in _HEADINGS, preformatted)
            self._text(child.tail, bold or tag in _HEADINGS, preformatted)
        if block:
            self.flush()
        if tag in ("ol", "ul"):
            self._lists.pop()
        elif tag == "li":
            self._label = ""
        elif tag in _HEADINGS:
            self._heading = False

    def _enter(self, node: Element, tag: str, style: str) -> None:
        if tag in ("ol", "ul"):
            self._lists.append(_List(_list_style(node, tag, style), _number(node.get("start"), 1)))
        elif tag == "li":
            self._label = self._lists[-1].label(node) if self._lists else "- "
        elif tag in _HEADINGS:
            self._heading = True

    def _text(self, text: str | None, bold: bool, preformatted: bool) -> None:
        if not text:
            return
        for index, line in enumerate(text.splitlines() if preformatted else [text]):
            if index:
                self._pieces.append([])
            self._pieces[-1].append((line, bold))

    def flush(self) -> None:
        """End the current block: one line, or several where line breaks part true lines."""
        pieces, self._pieces = self._pieces, [[]]
        lines: list[list[tuple[str, bool]]] = []
        broken = True
        for piece in pieces:
            text = clean("".join(part for part, _ in piece))
            if not text:
                broken = True  # an empty line
                continue
            bold = all(weight for part, weight in piece if part.strip())
            if lines and not broken and _goes_on(" ".join(part for part, _ in lines[-1][-2:]), text):
                lines[-1].append((text, bold))
            else:
                lines.append([(text, bold)])
            broken = False
        for line in lines:
            self._emit(" ".join(part for part, _ in line), all(weight for _, weight in line))

    def _emit(self, text: str, bold: bool) -> None:
        kind: BlockKind = "heading" if self._heading else line_kind(text)
        if self._label:
            text = text if opens_line(text) else self._label + text
            kind, self._label = "list_item", ""
        if self.builder is None:
            self.lines.append(text)
        else:
            self.builder.block(text, kind, bold=bold)

    def _table(self, table: Element) -> None:
        self.flush()
        rows = _rows(table)
        caption = table.find("caption")
        if caption is not None:
            self.walk(caption)
        if self.builder is None:  # a table inside a cell is part of the cell's text
            for row in rows:
                for cell in row:
                    self.walk(cell)
            return
        texts = [[clean(cell.text_content()) for cell in row] for row in rows]
        columns = max((sum(_span(c, "colspan") for c in row) for row in rows), default=0)
        nested = any(cell.find(".//table") is not None for row in rows for cell in row)
        if nested and len(rows) <= 8:
            for row in rows:
                for cell in row:
                    self.walk(cell)
        elif is_layout_table(texts, columns, _bordered(table)):
            for column in range(max((len(row) for row in rows), default=0)):
                for row in rows:
                    if column < len(row):
                        self.walk(row[column])
        else:
            self.builder.table([_cells(rows, index, self.clock) for index in range(len(rows))])


def _cells(rows: list[list[Element]], index: int, clock: Clock | None) -> list[CellInput]:
    cells = []
    if clock is not None:
        clock.check()
    for cell in rows[index]:
        flow = _Flow()
        flow.walk(cell)
        flow.flush()
        rest = len(rows) - index
        down = min(MAX_SPAN if cell.get("rowspan") == "0" else _span(cell, "rowspan"), rest)
        cells.append(CellInput(" ".join(flow.lines), None, down, _span(cell, "colspan")))
    return cells


def _rows(table: Element) -> list[list[Element]]:
    """Rows of this table only, not of tables inside it."""
    found = []
    for child in table:
        if child.tag == "tr":
            found.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            found += [row for row in child if row.tag == "tr"]
    shown = [row for row in found if not _hidden(row, _style(row))]
    return [[cell for cell in row if cell.tag in ("td", "th")] for row in shown]


def _goes_on(before: str, after: str) -> bool:
    """Whether the line after a break is only the wrapped rest of the one before."""
    if opens_line(after) or is_letterhead(before) or is_signature(before):
        return False
    return after[0].islower() and before[-1] not in ".;:!?"


def _style(node: Element) -> str:
    return (node.get("style") or "")[:_LONGEST_STYLE].lower()


def _hidden(node: Element, style: str) -> bool:
    return (
        "hidden" in node.attrib
        or bool(_HIDDEN.search(style))
        or node.get("role") == "navigation"
        or (node.get("aria-hidden") or "").lower() == "true"
    )


def _note_mark(node: Element) -> bool:
    """Whether a raised text links to a footnote."""
    return any("#" in (link.get("href") or "") for link in node.iter("a"))


def _bordered(table: Element) -> bool:
    if (table.get("border") or "0").strip() not in ("0", ""):
        return True
    styled = [table, *table.iter("td", "th")][:40]
    return any(_BORDER.search(_style(node)) for node in styled)


def _list_style(node: Element, tag: str, style: str) -> str | None:
    stated = _LIST_STYLE.search(style)
    if stated is not None:
        name = stated.group(1).lower()
        if name == "none":
            return ""
        if name in _LIST_STYLES:
            return _LIST_STYLES[name]
    if tag == "ul":
        return None
    kind = node.get("type") or "1"
    return kind if kind in ("1", "a", "A", "i", "I") else "1"


def _number(text: str | None, default: int) -> int:
    try:
        return int((text or "").strip()[:9])
    except ValueError:
        return default


def _span(cell: Element, name: str) -> int:
    return min(max(_number(cell.get(name), 1), 1), MAX_SPAN)
