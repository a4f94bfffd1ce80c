"""Numbers of table rows, misread ones proven by their neighbours in the sequence.

A number is a tuple: 2.11 is (2, 11). After (1, 2) come (1, 3), (2,) and (1, 2, 1).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Number = tuple[int, ...]

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}\.?")
_LOOKS = str.maketrans({
    "l": "1", "I": "1", "i": "1", "|": "1", "!": "1", "]": "1", "[": "1", "ï": "1", "í": "1", "ì": "1",
    "L": "1", "O": "0", "o": "0", "Q": "0", "D": "0", "Z": "2", "z": "2", "S": "5", "s": "5", "§": "5",
    "B": "8", "g": "9", "q": "9", "b": "6", "G": "6", "A": "4", "T": "7", "?": "7",
    ",": ".", ":": ".", ";": ".", "·": ".", "-": ".", "_": ".", "'": ".", " ": "",
})  # fmt: skip
_MAX_GAP = 3  # rows in a row that a sequence may prove


@dataclass(frozen=True, slots=True)
class Cell:
    """What was read in the number cell of a row; ``others`` are other readings of the same cell."""

    text: str
    printed: bool = True
    others: tuple[str, ...] = ()


def parsed(text: str) -> Number | None:
    """A well-formed number, else None."""
    text = text.strip()
    return tuple(map(int, text.rstrip(".").split("."))) if _NUMBER.fullmatch(text) else None


def written(number: Number) -> str:
    """As printed in plans."""
    return ".".join(map(str, number))


def following(number: Number) -> list[Number]:
    """What may follow in a numbered table: a first child, or the next of any level."""
    nexts = [(*number[:level], number[level] + 1) for level in range(len(number))]
    return [*nexts, (*number, 1)] if len(number) < 4 else nexts


def numbered(texts: Sequence[str]) -> bool:
    """Whether a column counts its rows: most of its cells are numbers, each following the one before."""
    filled = [text for text in texts if text]
    numbers = [number for text in filled if (number := parsed(text))]
    if len(numbers) < 3 or 2 * len(numbers) < len(filled):
        return False
    pairs = list(pairwise(numbers))
    return 2 * sum(b in following(a) for a, b in pairs) >= len(pairs)


def repaired(cells: Sequence[Cell], before: Number | None = None) -> list[str | None]:
    """For each cell the number that its neighbours prove, None where nothing is to change.

    ``before`` is the number of the last row of the page before.
    """
    changes: list[str | None] = [None] * len(cells)
    places = [i for i, cell in enumerate(cells) if cell.text or cell.printed]
    known = _trusted([parsed(cells[i].text) for i in places], before)
    start = 0
    while start < len(places):
        if known[start] is not None:
            start += 1
            continue
        end = start
        while end < len(places) and known[end] is None:
            end += 1
        previous = known[start - 1] if start else before
        after = known[end] if end < len(places) else None
        proven = _chain(previous, after, end - start) if previous else None
        for offset, number in enumerate(proven or ()):
            cell = cells[places[start + offset]]
            if _fits(cell, number, after is not None):
                changes[places[start + offset]] = written(number)
                known[start + offset] = number
        start = end
    return changes


def _trusted(numbers: list[Number | None], before: Number | None) -> list[Number | None]:
    """Readings that stand in sequence with a neighbour; a lone stranger such as 13 for 1.3 does not."""
    kept: list[Number | None] = []
    for index, number in enumerate(numbers):
        above = kept[index - 1] if index else before
        below = numbers[index + 1] if index + 1 < len(numbers) else None
        alone = above is None and below is None
        follows = above is not None and number in following(above)
        leads = number is not None and below is not None and below in following(number)
        stranger = number is not None and not (follows or leads or alone)
        between = above is not None and below is not None and _chain(above, below, 1) is not None
        kept.append(None if stranger and (between or _squeezed(number, above)) else number)
    return kept


def _squeezed(number: Number | None, above: Number | None) -> bool:
    """Whether a number lost its point: 12 for 1.2 under 1.1."""
    if number is None or above is None:
        return False
    digits = "".join(map(str, number))
    return any("".join(map(str, n)) == digits and n != number for n in following(above))


def _chain(above: Number, below: Number | None, count: int) -> list[Number] | None:
    """The only way to count from ``above`` to ``below`` over ``count`` rows; None where there are more."""
    if count > _MAX_GAP:
        return None
    ways: list[list[Number]] = [[above]]
    for _ in range(count):
        ways = [[*way, n] for way in ways for n in following(way[-1])]
    if below is not None:
        ways = [way for way in ways if below in following(way[-1])]
        return ways[0][1:] if len(ways) == 1 else _same_level(ways, count)
    return [(*above[:-1], above[-1] + step) for step in range(1, count + 1)] if count == 1 else None


def _same_level(ways: list[list[Number]], count: int) -> list[Number] | None:
    """Among several ways the one that goes straight on: 1.2 between 1.1 and 1.3, not 1.1.1 or 1.2.1."""
    straight = [way for way in ways if all(len(a) == len(b) for a, b in pairwise(way))]
    return straight[0][1:] if len(straight) == 1 and len(straight[0]) == count + 1 else None


def _fits(cell: Cell, number: Number, enclosed: bool) -> bool:
    """Whether a reading may be a misreading of ``number``; ``enclosed``: proven from both sides."""
    goal = written(number)
    looks = cell.text.translate(_LOOKS).strip(".")
    digits = re.sub(r"\D", "", looks)
    alike = looks == goal or digits == goal.replace(".", "") or goal in cell.others
    if alike or not enclosed:
        return alike
    # proven from both sides: what was read must only be no longer than the number, and no number itself
    return parsed(cell.text) is None and len(cell.text) <= len(goal) + 2
