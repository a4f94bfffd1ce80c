"""Units that a section or a table of duties names and then gives nothing to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.analysis.audit.coverage import vague_kind
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.annotators.units import find_units
from extractor.sources.model import Cell
from extractor.structure.annex import header_role

_NUMBERED = re.compile(r"\s*(?P<label>\d{1,2}|[a-zđ]|\d{1,2}\.\d{1,2})\s*[.)]\s+(?=\S)")
_DUTIES = re.compile(r"tổ chức thực hiện|phân công|trách nhiệm|giao nhiệm vụ")
_HEADING = re.compile(r"\A(?:phần \S|[ivx]{1,5}[.)]|[a-h]\.|chương \S|điều \d)")
_LONG, _LEAST, _MOST = 120, 3, 2
_TABLED, _GIVEN = 5, 0.7


class _Item(NamedTuple):
    style: str
    number: int
    start: int
    end: int
    name: str
    """The unit that is all its words; empty where there are more."""


def sections(subject: Subject) -> Iterator[Hit]:
    """ "9. Sở Dân tộc và Tôn giáo:" and then "10. UBND …", among units that have their duties behind them."""
    for items in _lists(subject):
        bare = [
            item for item, after in pairwise(items)
            if item.name and _follows(subject, item, after)
        ]  # fmt: skip
        given = len(items) - 1 - len(bare)
        if len(bare) <= _MOST and given >= _LEAST:
            yield from (_hit(subject, item.name, (item.start, item.end)) for item in bare)


def _follows(subject: Subject, item: _Item, after: _Item) -> bool:
    """The next number stands right behind: no line and no table between them."""
    return after.number == item.number + 1 and not subject.text[item.end : after.start].strip()


def _lists(subject: Subject) -> Iterator[list[_Item]]:
    """Items numbered through, of one style, in a section of duties."""
    inside, items = False, list[_Item]()
    for start, end in subject.paragraphs:
        words = subject.folded[start:end]
        if len(words) < _LONG and _HEADING.match(words):
            yield items
            inside, items = bool(_DUTIES.search(words)) or ("TỔ CHỨC" in subject.text[start:end]), []
            continue
        match = _NUMBERED.match(words) if inside or _DUTIES.search(words) else None
        inside = inside or (len(words) < _LONG and words.startswith(("tổ chức thực hiện", "phân công")))
        if match is None or "." in match["label"]:
            continue
        style = "1" if match["label"].isdigit() else "a"
        number = int(match["label"]) if style == "1" else ord(match["label"])
        if items and items[-1].style != style:
            continue  # "a)" below "1."
        items.append(_Item(style, number, start, end, _unit(subject.text[start + match.end() : end])))
    yield items


def _unit(words: str) -> str:
    """The one unit whose name is all that the words hold."""
    words = words.strip().rstrip(":. ")
    units = find_units(words) if 5 < len(words) < _LONG else []
    if len(units) != 1 or len(units[0].names) != 1 or vague_kind(units[0].names[0]):
        return ""
    rest = (words[: units[0].start] + words[units[0].end :]).strip()
    return (
        units[0].names[0] if not rest or re.fullmatch(r"(?:tỉnh|thành phố)(?: [^\W\d_]+){0,4}", rest) else ""
    )


def _hit(subject: Subject, unit: str, where: tuple[int, int]) -> Hit:
    figures: dict[str, Figure] = {"unit": unit}
    return Hit("unit-without-work", figures, (subject.at(*where),))


def rows(subject: Subject) -> Iterator[Hit]:
    """ "18 | Sở Y tế | | |" in a table that gives each of the other units its codes or tasks."""
    for _, grid in subject.grids:
        roles = [header_role(subject.words(cell))[0] for cell in grid[0]]
        heads = [subject.low(cell) for cell in grid[0]]
        named = [c for c, head in enumerate(heads) if re.match(r"(?:cơ quan|đơn vị|sở|tên)(?! tính)", head)]
        if len(named) != 1 or len(grid) - 1 < _TABLED or len(grid[0]) < _LEAST:
            continue
        others = [c for c, role in enumerate(roles) if c != named[0] and role not in ("number", "notes")]
        units = [(row, subject.words(row[named[0]])) for row in grid[1:]]
        units = [(row, words) for row, words in units if _unit(words)]
        empty = [(row, words) for row, words in units if not _filled(subject, row, others)]
        if others and units and 0 < len(empty) <= min(_MOST, (1 - _GIVEN) * len(units)):
            for row, words in empty:
                cell = row[named[0]]
                if cell is not None:
                    yield _hit(subject, _unit(words), (cell.start, cell.end))


def _filled(subject: Subject, row: Sequence[Cell | None], columns: Sequence[int]) -> bool:
    return any(subject.low(row[column]).strip(" -–.…0") for column in columns)
