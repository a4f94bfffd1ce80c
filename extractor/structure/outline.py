"""Outline: which section each block stands in, what kind of section it is, which items contain which.

Markers (Phần, I., 1., 1.1., a), (1), -, +, *) give the nesting: a marker seen before on the way up
closes down to its level, a new one opens a level.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractor import gazetteers
from extractor.annotators.units import UnitMention, find_units, split_units
from extractor.sources.model import Block, Source
from extractor.structure.markers import marker_of
from extractor.structure.repeats import repeated_blocks
from extractor.structure.section_kinds import SectionKind, heading_cues, section_kind
from extractor.vietnamese.forms import fold

_RANK = {"annex": 0, "part": 0, "article": 1, "upper": 1, "roman": 2}


_BULLETS = {"dash", "plus", "star"}
_NUMBERED = {"letter", "number", "bracket", "dotted1", "dotted2", "dotted3"}


_LETTER_BEFORE = {"i": "h", "v": "u", "x": "v"}


_CLOSING = re.compile(r"(?:trên đây là|nơi nhận|tm\.|kt\.|tl\.)")


_SIGNED = re.compile(
    r"(?:Q|QUYỀN|PHÓ|KT|TM|TL|TUQ|T/M|K/T)\.? ?(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|TRƯỞNG BAN|ỦY BAN|UỶ BAN|BAN|"
    r"THỦ TƯỚNG|CHÍNH PHỦ|BỘ)|"
    r"(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG BAN|BÍ THƯ|BỘ TRƯỞNG|THỦ TƯỚNG|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|"
    r"HIỆU TRƯỞNG)(?: [A-ZĐ ]{0,30})?$"
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. ``path`` is the numbering path ("V.7.13")."""

    index: int
    parent: int | None
    style: str
    label: str
    title: str
    start: int
    end: int
    kind: SectionKind
    units: tuple[UnitMention, ...] = ()
    path: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A content block. ``start`` is behind its marker; ``parent`` is the item that it elaborates."""

    index: int
    block: int
    section: int
    style: str
    label: str
    start: int
    end: int
    parent: int | None = None
    repeated: bool = False
    children: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """Sections (index 0 is the document itself) and items in order; tables by block index to section."""

    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    table_sections: dict[int, int]

    def kind_of(self, item: Item) -> SectionKind:
        """The kind of the section that an item stands in."""
        return self.sections[item.section].kind

    def unit_heading(self, section: int) -> tuple[UnitMention, ...]:
        """Units named by the nearest heading that is nothing but units; () if none."""
        current: int | None = section
        while current is not None:
            if self.sections[current].units:
                return self.sections[current].units
            current = self.sections[current].parent
        return ()

    def path_of(self, item: Item) -> str:
        """Numbering path of an item: its section's, and its own or its parents' number."""
        path = self.sections[item.section].path
        current: Item | None = item
        while current is not None:
            if current.style in _NUMBERED and current.label:
                return numbering_path(path, current.label, current.style)
            current = self.items[current.parent] if current.parent is not None else None
        return path


def read_outline(source: Source) -> Outline:
    """The outline of a source. Never fails: without headings all blocks stand in section 0."""
    return _Reader(source).run()


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.sections: list[Section] = [Section(0, None, "document", "", "", 0, 0, "body")]
        self.items: list[Item] = []
        self.stack: list[int] = [0]
        self.open_items: list[Item] = []
        self.letter = ""  # the last letter that numbered a block
        self.tables: dict[int, int] = {}
        self.repeated = repeated_blocks(source)

    def run(self) -> Outline:
        blocks = self.source.blocks
        for number, block in enumerate(blocks):
            if block.table is not None:
                self.tables[number] = self.stack[-1]
                self.open_items.clear()
                continue
            if block.kind == "footnote":  # it proves or explains; it sets no target
                continue
            text = self.source.text[block.start : block.end]
            style, label, length = self._marker(text)
            behind = (blocks[place] for place in range(number + 1, len(blocks)))
            following = next((b for b in behind if b.kind != "footnote"), None)
            if number in self.repeated and style == "none":
                self._item(number, block, style, label, length)
            elif self._is_heading(text, style, length, block, following):
                self._open(style, label, text[length:].strip(), block, length)
            else:
                self._item(number, block, style, label, length)
        return Outline(tuple(self.sections), self._linked(), self.tables)

    def _marker(self, text: str) -> tuple[str, str, int]:
        """The marker of a block: "i)" behind "h)" is the next letter, elsewhere a small Roman number."""
        style, label, length = marker_of(text)
        if style == "bracket" and _LETTER_BEFORE.get(label) == self.letter and text[0] != "(":
            style = "letter"
        if style == "letter":
            self.letter = label
        return style, label, length

    def _is_heading(self, text: str, style: str, length: int, block: Block, following: Block | None) -> bool:
        title = text[length:].strip()
        if not title or style in _BULLETS or _CLOSING.match(fold(text)) or _SIGNED.match(text):
            return False
        low = fold(title)
        if style in {"part", "annex"} and len(text) < 160:
            return style == "part" or not self._captions(text, following)
        ends = title[-1] in ".;,"
        capitals = _capitals(title)
        if style == "none":
            return self._bare_heading(title, low, block, capitals, following)
        if style == "ordinal":
            return False
        if style in {"roman", "upper", "article"}:
            return len(title) < 260 and (capitals or not ends or block.bold)
        if len(title) > 220 and not title.endswith(":"):
            return False
        if re.search(r":\s\S", title) and not block.bold:
            return False
        if block.bold:
            return len(title) < 300
        if ends or re.search(r"\d\s?%|\d+ (?:tỷ|triệu)\b", low):
            return False
        if _looks_like_label(low) and not (title.endswith(":") and self._has_open(style)):
            return False
        return self._has_content(style, following) and (len(title) < 140 or title.endswith(":"))

    def _has_open(self, style: str) -> bool:
        """Whether a heading of this style is open: "6.2. Nhiệm vụ:" after "6.1. Chỉ tiêu năm 2026:"."""
        return any(self.sections[i].style == style for i in self.stack)

    def _captions(self, text: str, following: Block | None) -> bool:
        """Whether "Biểu 1: …" only names the table below it, in the middle of a numbered text."""
        open_styles = {self.sections[i].style for i in self.stack}
        inside = bool(open_styles & {"roman", "number", "upper", "part"}) and "annex" not in open_styles
        return inside and following is not None and following.table is not None and _is_form(text)

    def _bare_heading(
        self, title: str, low: str, block: Block, capitals: bool, following: Block | None
    ) -> bool:
        """An unnumbered heading: a short line with a section cue, or bold, or capitals, before content."""
        if len(title) > 110 or title[-1] in ".;,":
            return False
        if capitals and len(title) > 6 and self.items and following is not None:
            return section_kind(title, "body") != "body"
        cue = section_kind(title, "body")
        if cue == "basis" and ("," in title or len(title) > 70):
            return False  # "Căn cứ nhiệm vụ được giao, các đơn vị thực hiện như sau:" introduces what follows
        starts = any(low.startswith(c) for c, _ in heading_cues())
        return (cue != "body" and starts and ":" not in title.rstrip(":")) or (
            block.bold and following is not None and len(self.items) > 3 and ":" not in title
        )

    def _has_content(self, style: str, following: Block | None) -> bool:
        """Whether what follows can stand under a heading of this style (not merely the next of its list)."""
        if following is None:
            return False
        if following.table is not None:
            return True
        text = self.source.text[following.start : following.end]
        return marker_of(text)[0] != style

    def _open(self, style: str, label: str, title: str, block: Block, length: int) -> None:
        self.open_items.clear()
        self.stack = [i for i in self.stack if self.sections[i].style != "closing"] or [0]
        self._close_to(style, label)
        parent = self.stack[-1]
        above = self.sections[parent]
        kind = section_kind(
            title,
            "body"
            if style in {"part", "roman", "annex", "article", "upper"} and above.index == 0
            else above.kind,
        )
        if (
            kind == "body"
            and parent == 0
            and style != "none"
            and any(s.kind in {"goals", "tasks", "implementation", "general_goals"} for s in self.sections)
        ):
            kind = "tasks"  # behind the goals, chapters by theme hold the tasks
        start = block.start + length
        # a title may be printed otherwise than it is read (capitals of a font): then it stands nowhere
        units = _unit_title(title, max(self.source.text.find(title, block.start, block.end), 0))
        mark = label or (title.rstrip(":") if kind == "implementation" and style == "none" else "")
        path = numbering_path(above.path, mark, style)
        section = Section(
            len(self.sections), parent, style, label, title, start, block.end, kind, units, path
        )
        self.sections.append(section)
        self.stack.append(section.index)

    def _close_to(self, style: str, label: str) -> None:
        """Close sections down to where a heading of this style belongs."""
        rank = _RANK.get(style)
        if style == "none":
            self._close_bare()
            return
        while len(self.stack) > 1:
            top = self.sections[self.stack[-1]]
            if top.style == style:
                self.stack.pop()
                return
            if rank is not None and _RANK.get(top.style, 9) < rank:
                return
            if rank is None and not any(self.sections[i].style == style for i in self.stack):
                if style.startswith("dotted") and _dotted_parent(top.label, label):
                    return
                if not (style.startswith("dotted") and top.style.startswith(("dotted", "letter", "bracket"))):
                    return
            self.stack.pop()

    def _close_bare(self) -> None:
        """An unnumbered heading closes numbered ones that were opened under an unnumbered heading."""
        styles = [self.sections[i].style for i in self.stack]
        if "none" in styles:
            del self.stack[styles.index("none") :]
        elif not any(s in {"part", "roman", "upper"} for s in styles):
            del self.stack[1:]

    def _item(self, number: int, block: Block, style: str, label: str, length: int) -> None:
        text = self.source.text[block.start : block.end]
        closing = _CLOSING.match(fold(text)) or _SIGNED.match(text)
        if closing and len(self.items) > 3 and style in {"none", "upper", "roman"}:
            self._leave_sections()
        self._leave_for(style)
        while self.open_items and not _deeper(style, self.open_items[-1]):
            self.open_items.pop()
        parent = self.open_items[-1].index if self.open_items else None
        item = Item(
            len(self.items), number, self.stack[-1], style, label, block.start + length, block.end, parent,
            number in self.repeated,
        )  # fmt: skip
        self.items.append(item)
        if style != "none" or text.rstrip().endswith(":"):
            self.open_items.append(item)

    def _leave_for(self, style: str) -> None:
        """An item numbered like an open heading ("3. …" after the heading "2. …") is its sibling."""
        if style in _BULLETS or style == "none":
            return
        styles = [self.sections[i].style for i in self.stack]
        if style in styles:
            del self.stack[styles.index(style) :]
            self.open_items.clear()

    def _leave_sections(self) -> None:
        """The closing words and signature stand in no section."""
        del self.stack[1:]
        if self.sections[-1].kind != "recipients":
            end = self.items[-1].end if self.items else 0
            self.sections.append(Section(len(self.sections), 0, "closing", "", "", end, end, "recipients"))
        self.stack.append(len(self.sections) - 1)

    def _linked(self) -> tuple[Item, ...]:
        children: dict[int, list[int]] = {}
        for item in self.items:
            if item.parent is not None:
                children.setdefault(item.parent, []).append(item.index)
        return tuple(
            item if item.index not in children else _with_children(item, children[item.index])
            for item in self.items
        )


def _with_children(item: Item, children: Sequence[int]) -> Item:
    return Item(
        item.index, item.block, item.section, item.style, item.label, item.start, item.end, item.parent,
        item.repeated, tuple(children),
    )  # fmt: skip


_DEPTH = {"annex": 0, "part": 0, "article": 0, "ordinal": 1, "roman": 0, "upper": 0, "number": 1,
          "dotted1": 2, "dotted2": 3, "dotted3": 4, "letter": 5, "bracket": 6, "dash": 7, "star": 8,
          "plus": 8, "none": 9}  # fmt: skip


def _deeper(style: str, above: Item) -> bool:
    """Whether an item of this style elaborates the open item ``above``."""
    if style == "none":
        return False
    if above.style == style:
        return False
    if {above.style, style} == {"star", "dash"}:
        return above.style == "star"
    if above.style == "none":
        return True
    return _DEPTH.get(style, 9) > _DEPTH.get(above.style, 9)


def _capitals(title: str) -> bool:
    letters = [c for c in title if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.85 * len(letters)


@cache
def _labels() -> frozenset[str]:
    return frozenset(r["label"] for r in gazetteers.rows("labels"))


def _looks_like_label(low: str) -> bool:
    """ "Nhiệm vụ: …", "Mục tiêu:": a field of a task, not a heading."""
    head = low.split(":", 1)[0]
    return ":" in low and " ".join(head.replace(",", " ").split()) in _labels()


def _is_form(text: str) -> bool:
    return fold(text[:5]).startswith(("biểu", "mẫu"))


def _dotted_parent(top_label: str, label: str) -> bool:
    return bool(top_label) and label.startswith(top_label.rstrip(".") + ".")


def numbering_path(above: str, label: str, style: str) -> str:
    """The path of a number under another ("II" and "1" give "II.1", "II.1" and "1.2" give "II.1.2")."""
    own = label.split(".")
    if style.startswith("dotted") or len(own) > 1:
        head = above.split(".")
        if head[-(len(own) - 1) :] == own[:-1]:
            return ".".join([*head, own[-1]])
    return f"{above}.{label}" if above and label else (label or above)


def _unit_title(title: str, offset: int = 0) -> tuple[UnitMention, ...]:
    """The units of a heading that names nothing else; () otherwise. ``offset`` is where the title begins."""
    plain = title.strip().rstrip(":").strip()
    offset += len(title) - len(title.lstrip())
    low = fold(plain)
    if len(plain) > 400 or not plain:
        return ()
    units = split_units(plain, offset)
    named = find_units(plain)
    covered = sum(u.end - u.start for u in named)
    kind_of_units = re.match(
        r"các (?:doanh nghiệp|cơ quan|đơn vị|tổ chức|trường|cơ sở|địa phương|nhà mạng)\b", low
    )
    if (not named or covered < 0.75 * len(plain)) and not (kind_of_units and len(plain) < 130):
        return ()
    if re.match(r"(?:nhiệm vụ|giải pháp|nhóm|về|công tác|phát triển|tổ chức thực hiện)\b", low):
        return ()
    return tuple(units)
