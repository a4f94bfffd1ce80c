"""More places aimed at in a table than there are: "quận, huyện | 10 | 15 | 16", of 15."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.sources.model import Cell

_KINDS = (
    r"(?:(?:huyện|quận|thị xã|xã|phường|thôn|ấp|khóm|bản)(?:(?:, | và )(?:huyện|thị xã|thành phố|phường|"
    r"thị trấn|đặc khu|bản|ấp|khóm|khu phố|tổ dân phố|khu dân cư))+|đơn vị hành chính cấp (?:xã|huyện))"
)
_ALL = re.compile(
    r"(?<!\w)(?:có|gồm|cả|toàn bộ|tất cả|đủ|tại|ubnd|thành|(?<![\d.,/])(?P<same>\d{1,4})/)\s*"
    rf"(?<![\d.,])(?P<all>\d{{1,4}}) (?P<kind>{_KINDS})"
    r"(?! (?:đã|chưa|đạt|được|hoàn thành|còn lại|thí điểm))(?!\w)"
)
_COUNTED = sign(_ALL)
_INTEGER = re.compile(r"\d{1,4}")
_FAR = 1.5
_LEAST = 2


def places(subject: Subject) -> Iterator[Hit]:
    """A row that counts places of a kind, one cell of which holds more than the text tells there to be."""
    wholes = _wholes(subject)
    for _, grid in subject.grids if wholes else ():
        for row in grid[1:]:
            kinds = {subject.low(cell) for cell in row if cell is not None} & wholes.keys()
            if len(kinds) == 1:
                kind = kinds.pop()
                yield from _above(subject, row, kind, wholes[kind])


def _wholes(subject: Subject) -> dict[str, tuple[int, Span]]:
    """How many places of each kind there are, where the text tells one number of them."""
    told: dict[str, dict[int, list[Span]]] = {}
    for start, words in subject.telling(_COUNTED):
        for match in _ALL.finditer(words):
            number, same = int(match["all"]), match["same"]
            if same is None or int(same) == number:
                by_number = told.setdefault(match["kind"], {})
                by_number.setdefault(number, []).append(subject.around(start, match))
    return {
        kind: (number, spans[0]) for kind, found in told.items() if len(found) == 1
        for number, spans in found.items() if number > _LEAST and len(spans) >= _LEAST
    }  # fmt: skip


def _above(subject: Subject, row: Sequence[Cell | None], kind: str, whole: tuple[int, Span]) -> Iterator[Hit]:
    counts = [
        (int(subject.low(cell)), cell) for cell in row[2:]
        if cell is not None and _INTEGER.fullmatch(subject.low(cell))
    ]  # fmt: skip
    over = [(number, cell) for number, cell in counts if whole[0] < number <= _FAR * whole[0]]
    if over and all(number <= _FAR * whole[0] for number, _ in counts):
        number, cell = over[0]
        figures: dict[str, Figure] = {"part": number, "whole": whole[0], "noun": kind}
        yield Hit(
            "part-above-whole", figures, (subject.at(cell.start, cell.end), subject.across(row[:3]), whole[1])
        )
