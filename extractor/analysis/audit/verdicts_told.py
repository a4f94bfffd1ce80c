"""Verdicts in sentences that the two figures beside them do not bear out: "46,8%, vượt mục tiêu (50%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.clauses import clause_before
from extractor.analysis.audit.figures import value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_AIM = r"(?:mục tiêu|kế hoạch|chỉ tiêu|mức)"
_TOLD = re.compile(
    rf"(?<!\w)(?:đạt|là|có|chiếm|bằng|được|còn|mới|lên)\s(?:tỷ lệ |khoảng |gần |trên |hơn )?"
    rf"(?P<value>(?<![\w.,/])(?:{_NUMBER}))\s?(?P<unit>%|[^\W\d_]+)[^.;:()\d]{{0,40}}?(?:,|\(|;|-|và|nên)\s?"
    r"(?:đã |mới |vẫn |còn )*"
    r"(?P<told>vượt|cao hơn|chưa đạt|không đạt|chưa hoàn thành|thấp hơn|hoàn thành|đạt)(?: so)?(?: với)?"
    rf" {_AIM}(?P<between>[^.;:()%\d]{{0,60}}?(?:năm 20\d\d)?[^.;:()%\d]{{0,40}}?)"
    rf"[(:]?\s?(?:là |từ |trên |tối thiểu |≥ ?)?(?P<aim>(?<![\w.,/])(?<!năm )(?:{_NUMBER}))\s?"
    r"(?P<same>%|[^\W\d_]+)"
)
_JUDGED = sign(_TOLD)
_DOWNWARDS = re.compile(
    r"(?<!\w)(?:giảm|còn|quá hạn|trễ hạn|nghèo|sự cố|thời gian|không quá|tối đa|dưới|hạng|chậm)(?!\w)"
)
_MISSED = frozenset(("chưa đạt", "không đạt", "chưa hoàn thành", "thấp hơn"))
_BEYOND = frozenset(("vượt", "cao hơn"))


def verdicts(subject: Subject) -> Iterator[Hit]:
    """The result is below the aim that it is said to pass, or not below the one it is said to miss."""
    for start, words in subject.bearing(_JUDGED):
        for match in _TOLD.finditer(words):
            reached, aim = value(match["value"]), value(match["aim"])
            about = clause_before(words[: match.start()]) + match.group()
            if match["unit"] != match["same"] or reached is None or aim is None or _DOWNWARDS.search(about):
                continue
            # "vượt kế hoạch 5%" tells how far beyond, not what was planned
            if match["told"] in _BEYOND and aim < 0.5 * reached:
                continue
            if (reached < aim) == (match["told"] in _MISSED):
                continue
            told = f"{match['value']} / {match['aim']}{'%' if match['unit'] == '%' else ' ' + match['unit']}"
            figures: dict[str, Figure] = {"row": _thing(words, match), "verdict": match["told"]}
            figures |= {"plan": aim, "actual": reached, "told": told}
            yield Hit("verdict-against-figures", figures, (subject.around(start, match),))


def _thing(words: str, match: re.Match[str]) -> str:
    """What the sentence is about, as far as its clause tells."""
    return clause_before(words[: match.start()]).strip(" -+*•,;")[-120:]
