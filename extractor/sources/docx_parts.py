"""The parts of a DOCX package, opened safely, and what its styles say."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from extractor.errors import ReadError
from extractor.sources.limits import Limits
from extractor.sources.packages import opened, part

Element = Any  # lxml elements of python-docx's own classes, which carry no usable types
_MOST = 1_000_000_000
_OFF = {"0", "false", "off", "none"}


def is_on(parent: Element | None, tag: str) -> bool | None:
    """A toggle property such as w:b; None where it is not stated."""
    found = None if parent is None else parent.find(qn(tag))
    if found is None:
        return None
    return str(found.get(qn("w:val"), "1")).lower() not in _OFF


def value(parent: Element | None, *path: str) -> str | None:
    """w:val of the element at ``path`` below ``parent``."""
    for tag in path:
        parent = None if parent is None else parent.find(qn(tag))
    return None if parent is None else parent.get(qn("w:val"))


def number(text: str | None, default: int = 0) -> int:
    """A decimal attribute, within sane bounds; ``default`` where missing or malformed."""
    try:
        return max(-_MOST, min(int(text or ""), _MOST))
    except ValueError:
        return default


def elements(parent: Element) -> list[Element]:
    """Child elements, without comments, processing instructions and unexpanded entities."""
    return [child for child in parent if isinstance(child.tag, str)]


@dataclass(frozen=True)
class Parts:
    """The XML parts that matter to the text; ``notes`` holds foot- and endnotes by ("footnote", id)."""

    body: Element
    styles: Element | None
    numbering: Element | None
    notes: dict[tuple[str, str], Element] = field(default_factory=dict)


def open_parts(data: bytes, name: str, limits: Limits) -> Parts:
    """Parse document, styles, numbering and notes. python-docx's parser expands no entities."""
    with opened(data, name, limits, "DOCX") as archive:
        main = _main_part(archive, limits)
        document = _part(archive, main, limits)
        body = None if document is None else document.find(qn("w:body"))
        if body is None:
            raise ReadError(name, "tệp DOCX đã hỏng: không có phần thân văn bản")
        related = _related(archive, main, limits)

        def root(kind: str) -> Element | None:
            return _part(archive, related.get(kind) or f"word/{kind}.xml", limits)

        notes: dict[tuple[str, str], Element] = {}
        for kind in ("footnote", "endnote"):
            holder = root(f"{kind}s")
            for note in [] if holder is None else holder.findall(qn(f"w:{kind}")):
                if note.get(qn("w:type"), "normal") == "normal":
                    notes[kind, note.get(qn("w:id")) or ""] = note
        return Parts(body, root("styles"), root("numbering"), notes)


def _main_part(archive: zipfile.ZipFile, limits: Limits) -> str:
    """The part that the package declares its document; some programs call it word/document2.xml."""
    return _related(archive, "", limits).get("officeDocument") or "word/document.xml"


def _related(archive: zipfile.ZipFile, entry: str, limits: Limits) -> dict[str, str]:
    """Parts that ``entry`` (the package itself for "") refers to, by the last word of the relation's type."""
    folder, _, file = entry.rpartition("/")
    content = part(archive, f"{folder}/_rels/{file}.rels".lstrip("/"), limits)
    found: dict[str, str] = {}
    for relation in [] if content is None else parse_xml(content):
        if relation.get("TargetMode") == "External" or not isinstance(relation.tag, str):
            continue
        target = relation.get("Target") or ""
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        found.setdefault((relation.get("Type") or "").rpartition("/")[2], path.lstrip("/"))
    return found


def _part(archive: zipfile.ZipFile, entry: str, limits: Limits) -> Element | None:
    content = part(archive, entry, limits)
    return None if content is None else parse_xml(content)


@dataclass
class Styles:
    """Style properties looked up along their basedOn chain."""

    root: Element | None
    _by_id: dict[str, Element] = field(default_factory=dict)
    _default: dict[str, str] = field(default_factory=dict)
    _latest: tuple[Element, list[Element]] | None = None

    def __post_init__(self) -> None:
        for style in [] if self.root is None else self.root.findall(qn("w:style")):
            key, kind = style.get(qn("w:styleId")) or "", style.get(qn("w:type")) or ""
            self._by_id.setdefault(key, style)
            if style.get(qn("w:default")) in ("1", "true", "on"):
                self._default.setdefault(kind, key)

    def chain(self, style_id: str | None, kind: str = "paragraph") -> list[Element]:
        """The style and what it is based on, nearest first; cycles end the chain."""
        found: list[Element] = []
        key = style_id if style_id in self._by_id else self._default.get(kind)
        while key in self._by_id and len(found) < 20:
            style = self._by_id[key]
            if style in found:
                break
            found.append(style)
            key = value(style, "w:basedOn")
        return found

    def of_paragraph(self, paragraph: Element) -> list[Element]:
        """The chain of a paragraph's style; kept for the next run: finding it reads all runs before it."""
        if self._latest is None or self._latest[0] is not paragraph:
            self._latest = (paragraph, self.chain(value(paragraph, "w:pPr", "w:pStyle")))
        return self._latest[1]

    def toggle(self, tag: str, run: Element, paragraph: Element) -> bool:
        """Whether the run prints bold ("w:b"), in capitals ("w:caps") …, by itself or by its styles."""
        properties = run.find(qn("w:rPr"))
        stated = is_on(properties, tag)
        if stated is not None:
            return stated
        own = self.chain(value(properties, "w:rStyle"), "character")
        for style in own + self.of_paragraph(paragraph):
            stated = is_on(style.find(qn("w:rPr")), tag)
            if stated is not None:
                return stated
        return False

    def is_heading(self, paragraph: Element) -> bool:
        """Whether Word counts the paragraph as a heading (outline level or heading style)."""
        level = value(paragraph, "w:pPr", "w:outlineLvl")
        if level is not None:
            return number(level, 9) < 9
        for style in self.of_paragraph(paragraph):
            if number(value(style, "w:pPr", "w:outlineLvl"), 9) < 9:
                return True
            if (value(style, "w:name") or "").lower().startswith(("heading", "title")):
                return True
        return False

    def is_contents(self, paragraph: Element) -> bool:
        """Whether the paragraph is a line of a table of contents, which repeats the headings."""
        style = value(paragraph, "w:pPr", "w:pStyle")
        names = [(value(item, "w:name") or "").lower() for item in self.chain(style)[:1]]
        return style is not None and any(re.fullmatch(r"toc \d|table of figures", name) for name in names)

    def numbering(self, paragraph: Element) -> tuple[str, int] | None:
        """(numId, level) of an automatically numbered paragraph, its own or its style's."""
        holders = [paragraph, *self.of_paragraph(paragraph)]
        level: str | None = None
        for holder in holders:
            level = level or value(holder, "w:pPr", "w:numPr", "w:ilvl")
            num_id = value(holder, "w:pPr", "w:numPr", "w:numId")
            if num_id is not None:
                return None if num_id == "0" else (num_id, min(max(number(level), 0), 8))
        return None

    def table_bordered(self, table: Element) -> bool:
        """Whether any rule is drawn around or inside the table."""
        properties = table.find(qn("w:tblPr"))
        own = None if properties is None else properties.find(qn("w:tblBorders"))
        if own is not None:
            return _drawn(own) or any(_drawn(b) for b in table.iter(qn("w:tcBorders")))
        if any(_drawn(borders) for borders in table.iter(qn("w:tcBorders"))):
            return True
        style_id = value(properties, "w:tblStyle")
        chain = self.chain(style_id, "table") if style_id else []
        return any(_drawn(borders) for style in chain for borders in style.iter(qn("w:tblBorders")))


def _drawn(borders: Element) -> bool:
    return any(side.get(qn("w:val")) not in (None, "nil", "none") for side in elements(borders))
