"""Goals about a main group of indicators: its points, its rank, the class that it is to reach."""

from __future__ import annotations

import re

from extractor.annotators.ranks import find_rank_groups
from extractor.assemble.context import Context, TargetAim
from extractor.vietnamese.forms import fold, squeeze

_GROUPS = ("nhóm", "nhóm chỉ số", "chỉ số chính")
"""Words that a group's name follows, whatever is aimed at."""
_OTHERS = ("chỉ số", "chỉ số thành phần", "trụ cột", "hợp phần", "trục", "hạng", "thứ hạng", "xếp hạng")
"""Words that it follows where a rank, a class or points are aimed at."""
_TAIL = re.compile(r"(?:hoạt động )?(?P<name>.+?)(?: mạng)?")


def group_aimed_at(context: Context, aim: TargetAim) -> str | None:
    """The main group whose points, rank or state a goal is about ("nhóm Hạ tầng số đạt 70 điểm")."""
    quantity = aim.draft.quantity
    if quantity is not None and quantity.unit not in {"points", "rank"}:
        return None
    end = quantity.start if quantity else aim.draft.end
    said = squeeze(context.text(min(aim.draft.sentence[0], end), end))
    ranked = quantity is not None or bool(find_rank_groups(fold(said)))
    last: tuple[int, str] | None = None
    for group in context.matcher.catalog.children(None):
        if not group.is_group:
            continue
        name = squeeze(group.name)
        if quantity and quantity.unit == "points" and squeeze(aim.indicator) == name:
            return group.code
        place = max(_places(said, name, ranked=ranked))
        if place >= 0 and (last is None or place > last[0]):
            last = place, group.code
    return last[1] if last else None


def _places(said: str, name: str, *, ranked: bool) -> list[int]:
    """Where the name of a group stands behind a word for groups; -1 where it does not."""
    found = [said.rfind(f"{word} {name}") for word in _GROUPS]
    if ranked:
        short = _TAIL.fullmatch(name)
        names = {name, short["name"]} if short else {name}
        found += [_last(said, f"{word} {n}") for word in _OTHERS for n in sorted(names)]
    return found


def _last(said: str, words: str) -> int:
    """The last place of whole words."""
    places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)(?! (?:cấp|quốc gia))", said)]
    return places[-1] if places else -1
