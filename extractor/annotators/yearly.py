"""Values that stand in turn for years: "các năm 2021, 2022 và 2023 lần lượt là 5%, 6% và 8%"."""

from __future__ import annotations

import re
from datetime import date

from extractor.annotators.covered import Covered

_LIST = re.compile(
    r"năm\s(?P<a>20\d\d)(?P<more>(?:\s?,\s?(?:năm\s)?20\d\d){0,20}(?:\s?(?:,|và)\s?(?:năm\s)?20\d\d)?)|"
    r"(?:giai đoạn|từ(?:\snăm)?|thời kỳ)\s(?P<b>20\d\d)\s?(?:-|–|đến)\s?(?:năm\s)?(?P<c>20\d\d)"
)
_IN_TURN = re.compile(r"(?<!\w)(?:lần lượt|tương ứng(?:\s(?:là|đạt))|theo thứ tự)(?!\w)")


def years_in_turn(low: str) -> list[Covered]:
    """The years, in order, that the values of a folded clause stand for one by one; [] without such words."""
    if not _IN_TURN.search(low):
        return []
    found: list[int] = []
    place = (0, 0)
    for match in _LIST.finditer(low):
        if match["b"]:
            years = list(range(int(match["b"]), min(int(match["c"]), int(match["b"]) + 20) + 1))
        else:
            years = [int(match["a"]), *map(int, re.findall(r"20\d\d", match["more"]))]
        if len(years) > max(len(found), 1):
            found, place = years, match.span()
    return [Covered(*place, date(y, 1, 1), date(y, 12, 31), True) for y in found]
