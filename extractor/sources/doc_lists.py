"""Automatic numbers of a Word 97-2003 file, brought into the form of a DOCX's numbering part."""

from __future__ import annotations

from dataclasses import dataclass

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from extractor.sources.doc_file import DocFile, u16, u32
from extractor.sources.doc_styles import Sheet, sprms
from extractor.sources.docx_parts import Element
from extractor.sources.wordml import xml_text

_FORMATS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero",
    23: "bullet", 255: "none",
}  # fmt: skip
_SUFFIXES = {0: "tab", 1: "space", 2: "nothing"}
_MAX_LISTS = 4000


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    legal: bool
    text: str
    suffix: str
    font: str | None


class _Levels:
    """Reads level after level from the table stream."""

    def __init__(self, data: bytes, at: int, sheet: Sheet) -> None:
        self.data, self.at, self.sheet = data, at, sheet

    def next(self) -> _Level:
        data, at = self.data, self.at
        head = data[at : at + 28].ljust(28, b"\0")
        after = at + 28 + head[25]
        font = None
        for code, operand in sprms(data[after : after + head[24]]):
            font = self.sheet.font_name(u16(operand, 0)) if code in (0x4A4F, 0x4A51) else font
        after += head[24]
        length = u16(data, after)
        raw = data[after + 2 : after + 2 + 2 * length].decode("utf-16-le", "replace")
        self.at = after + 2 + 2 * length
        text = "".join(f"%{ord(c) + 1}" if ord(c) < 9 else c for c in raw[:200])
        start = min(u32(head, 0), 32767)
        suffix = _SUFFIXES.get(head[15], "tab")
        return _Level(start, _FORMATS.get(head[4], "decimal"), bool(head[5] & 4), text, suffix, font)


def read_numbering(doc: DocFile, sheet: Sheet) -> Element | None:
    """The lists of the file as w:numbering; None where it has none."""
    lists = doc.part(73)
    if len(lists) < 30:
        return None
    root = OxmlElement("w:numbering")
    count = min(u16(lists, 0), (len(lists) - 2) // 28, _MAX_LISTS)
    levels = _Levels(doc.tables, doc.part_start(73) + 2 + 28 * u16(lists, 0), sheet)
    for number in range(count):
        entry = lists[2 + 28 * number : 30 + 28 * number]
        abstract = _child(root, "w:abstractNum", abstractNumId=str(u32(entry, 0)))
        for depth in range(1 if entry[26] & 1 else 9):
            _write_level(abstract, depth, levels.next())
    _write_uses(root, doc, sheet)
    return root


def _write_uses(root: Element, doc: DocFile, sheet: Sheet) -> None:
    """Uses of the lists, each with the levels it starts anew or prints otherwise."""
    uses = doc.part(74)
    count = min(u32(uses, 0), max(len(uses) - 4, 0) // 16, _MAX_LISTS)
    levels = _Levels(uses, 4 + 16 * u32(uses, 0), sheet)
    for number in range(count):
        entry = uses[4 + 16 * number : 20 + 16 * number]
        use = _child(root, "w:num", numId=str(number + 1))
        _child(use, "w:abstractNumId", val=str(u32(entry, 0)))
        levels.at += 4
        for _ in range(min(entry[12], 9)):
            start, flags = u32(uses, levels.at), u32(uses, levels.at + 4)
            levels.at += 8
            override = _child(use, "w:lvlOverride", ilvl=str(flags & 15))
            if flags & 0x10:
                _child(override, "w:startOverride", val=str(min(start, 32767)))
            if flags & 0x20:
                _write_level(override, flags & 15, levels.next())


def _write_level(parent: Element, depth: int, level: _Level) -> None:
    item = _child(parent, "w:lvl", ilvl=str(depth))
    _child(item, "w:start", val=str(level.start))
    _child(item, "w:numFmt", val=level.format)
    _child(item, "w:suff", val=level.suffix)
    if level.legal:
        _child(item, "w:isLgl")
    _child(item, "w:lvlText", val=xml_text(level.text))
    if level.font:
        _child(_child(item, "w:rPr"), "w:rFonts", ascii=xml_text(level.font), hAnsi=xml_text(level.font))


def _child(parent: Element, tag: str, **attributes: str) -> Element:
    child = OxmlElement(tag)
    for name, content in attributes.items():
        child.set(qn(f"w:{name}"), content)
    parent.append(child)
    return child
