"""Figures told in prose for a place or a body against the only figure of its row in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.analysis.audit.clauses import SENTENCE, YEAR, word_set
from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.grids import Figures, figure_tables, spans_of
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.places_listed import line_above
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold

_KIND = r"(?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu|sở|ban|chi cục|văn phòng|thanh tra|phòng)"
_TOLD = re.compile(
    rf"(?<!\w)(?P<name>{_KIND} [^\W\d_]+(?:[ -][^\W\d_]+){{0,7}}?)"
    r"(?:,? (?:với|đạt|có|được|là)|\s?[:(]|\s?\((?:đạt|với|được))"
    r"(?: (?:tổng )?(?:số )?(?:điểm|tỷ lệ)| kết quả)?(?: (?:là|đạt))?\s*"
    r"(?P<n>\d{1,4}(?:,\d+)?)(?:/\d+)?\s?"
    r"(?P<unit>điểm(?=\s*(?:[,.;:)]|$)| (?:và|xếp|đứng|trong|theo)(?!\w))|%(?=\s*(?:[,.;)]|$)))"
)
_TELLS = sign(_TOLD, needs=("điểm",)) | sign(_TOLD, needs=("%",))
_NAMED = re.compile(rf"(?:(?:ubnd|ủy ban nhân dân) )?({_KIND} [^\W\d_]+(?:[ -][^\W\d_]+){{0,7}})")
_NOT = re.compile(
    r"(?<!\w)(?:(?:xếp |thứ )?hạng|xếp thứ|tt|stt|số thứ tự|tối đa|thang điểm|mã|"
    r"mục tiêu|chỉ tiêu|kế hoạch)(?!\w)"
)
_OTHER = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu|kế hoạch|tối thiểu|ít nhất|cùng kỳ|năm trước|trước đó|tăng|giảm|chênh|"
    r"hơn|kém|dự kiến|thêm|trừ|cộng)(?!\w)"
)
_LEAST = 3
_COMMON = 3
"""Words that a sentence on percents has in common with the column and title that it repeats."""


class _Known(NamedTuple):
    name: str
    figure: float
    about: str
    """The title of the table and the head of the column, with the figure as printed."""
    span: tuple[Span, ...]


def figures(subject: Subject) -> Iterator[Hit]:
    """ "huyện A với 86,4 điểm" above "Huyện A | 84,6"."""
    told = subject.telling(_TELLS)
    known = _known(subject) if told else {}
    for start, words in told if known else ():
        for sentence in SENTENCE.finditer(words):
            for match in _TOLD.finditer(sentence.group()):
                rows = known.get(match["name"], [])
                figure = value(match["n"])
                if not rows or figure is None or not all(_same(row, match) for row in rows):
                    continue
                if all(abs(row.figure - figure) > 1e-9 for row in rows):
                    shown_ = {"first": shown(figure), "second": shown(rows[0].figure)}
                    compared: dict[str, Figure] = {"indicator": rows[0].name, **shown_}
                    span = subject.around(start + sentence.start(), match)
                    yield Hit("result-stated-twice", compared, (span, *rows[0].span))


def _same(row: _Known, match: re.Match[str]) -> bool:
    """The sentence speaks of what the table shows: its unit, its year; of percents also its words."""
    sentence = match.string
    years = set(YEAR.findall(sentence)), set(YEAR.findall(row.about))
    if match["unit"] not in row.about or (all(years) and not years[0] & years[1]):
        return False
    if _OTHER.search(sentence, max(0, match.start() - 60), match.end("n")):
        return False
    return (
        match["unit"] != "%"
        or len(word_set(sentence) & word_set(row.about)) - len(word_set(match["name"]) & word_set(row.about))
        >= _COMMON
    )


def _known(subject: Subject) -> dict[str, list[_Known]]:
    """By name, the rows of places and bodies that hold one figure besides number and rank."""
    found: dict[str, list[_Known]] = {}
    assert subject.source is not None
    for table in figure_tables(subject):
        column = _only(table)
        start = subject.source.tables[table.number].start
        above = line_above(subject, start)
        for row in range(len(table.texts)) if column is not None else ():
            assert column is not None
            names = (m for t in table.texts[row][:3] if (m := _NAMED.fullmatch(fold(t).strip())))
            named, figure = next(names, None), table.values[row][column]
            if named and figure is not None:
                about = f"{above} {table.heads[column]} {fold(table.texts[row][column])}"
                spans = spans_of(subject, table, row, (column,))
                found.setdefault(named[1], []).append(_Known(table.name(row), figure, about, spans))
    return found


def _only(table: Figures) -> int | None:
    """The only column of figures besides numbers and ranks."""
    columns = [
        c for c, head in enumerate(table.heads)
        if not _NOT.search(head) and sum(row[c] is not None for row in table.values) >= _LEAST
    ]  # fmt: skip
    return columns[0] if len(columns) == 1 else None
