"""The unit that a line of the assignments opens with: "5.2. Sở A: mở 12 lớp …"."""

from __future__ import annotations

import re

_UNIT = re.compile(
    r"\A(?:[-+*•–]\s*|[a-zđ][.)]\s*|\d{1,2}(?:\.\d{1,2})*[.)]?\s*)?(?:ubnd|ủy ban|sở|phòng|văn phòng|"
    r"trung tâm|công an|đài|"
    r"các sở|báo)(?!\w)[^:]{0,80}:"
)


def without_unit(words: str) -> str:
    """What the unit is told to do: the folded words of a line behind the unit's name and its colon."""
    return _UNIT.sub("", words)
