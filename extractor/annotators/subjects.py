"""What a target measures, without who acts: no unit before it, no support or time behind, brackets closed."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from extractor.annotators.drafts import TargetDraft
from extractor.annotators.indicators import clean_indicator
from extractor.annotators.units import find_units
from extractor.vietnamese.forms import fold

_WINDOW, _PROBE, _MAX_HELPERS = 240, 24, 6
_LIST_GAP = re.compile(r"\s*(?:[,;]|và|,\s*và)\s*")
_ACTS = re.compile(
    r"\s*(?:\([^()]{0,120}\)\s*)?(?::\s*|,?\s*(?:chủ trì|phối hợp|chịu trách nhiệm|có trách nhiệm|được giao)"
    r"(?:,? (?:chủ trì|phối hợp|thực hiện|tham mưu))*(?=\s)(?! với| cùng)\s*)"
)
_BEHIND = re.compile(
    r"\s*,\s*(?:xong|hoàn thành|phối hợp|áp dụng|thời (?:gian|hạn)|chậm nhất)(?!\w)[^;]{0,400}$"
    r"|\s*/\s*(?:năm|quý|tháng|tuần)$|\s+(?:trước|trong|vào|đến hết|hoàn thành)\s"
    r"(?:ngày|tháng|quý)\s[^,;()]{1,24}$"
)
# "cuộc họp do Chủ tịch chủ trì" says what is counted: "do" closes the subject only behind a comma
_HELPED = re.compile(r"(?:\s*,?\sphối hợp(?:,? với| cùng)?|\s*,\sdo)\s(?:các\s)?")
_MIN_WORDS = 2


def measured_words(text: str, draft: TargetDraft) -> TargetDraft:
    """The draft with its indicator tidied; ``text`` is what its offsets refer to."""
    if draft.quantity is None:
        return draft
    opened = draft.indicator.rfind("(")
    words = closed(draft.indicator, cut=_follows(text, draft, draft.indicator[opened:]))
    words = _without_unit(text, draft, words)
    words = _without_helpers(text, draft, words)
    behind = _BEHIND.search(fold(words))
    if behind and _follows(text, draft, words[behind.start() :]):
        words = _shorter(words, words[: behind.start()])
    return replace(draft, indicator=words) if words != draft.indicator else draft


def _follows(text: str, draft: TargetDraft, words: str) -> bool:
    """Whether words stand behind the value: what stands before it leads to what is measured."""
    end = draft.quantity.end if draft.quantity else draft.start
    return text.find(words.strip(" ,;")[:_PROBE], end, draft.sentence[1]) >= 0


def closed(words: str, *, cut: bool = True) -> str:
    """Words without a closing bracket that nothing opened, or what stands behind one that is never closed.

    Without ``cut`` such words stay, only their bracket goes.
    """
    opened: list[int] = []
    stray: list[int] = []
    for place, char in enumerate(words):
        if char == "(":
            opened.append(place)
        elif char == ")":
            if opened:
                opened.pop()
            else:
                stray.append(place)
    if opened:
        plain = words[: opened[0]] + " " + words[opened[0] + 1 :]
        words = _shorter(plain, words[: opened[0]]) if cut else plain
    for place in reversed(stray):
        words = words[:place] + words[place + 1 :]
    return " ".join(words.split()).strip(" ,;:") if opened or stray else words


def _without_unit(text: str, draft: TargetDraft, words: str) -> str:
    """Words behind the unit that acts on what is measured; a unit behind the value is what is counted."""
    quantity = draft.quantity
    units = find_units(words[:_WINDOW])
    if not units or units[0].start > 1 or quantity is None:
        return words
    end = units[0].end
    for unit in units[1:]:
        if not _LIST_GAP.fullmatch(fold(words[end : unit.start])):
            break
        end = unit.end
    acts = _ACTS.match(fold(words), end)
    before = text.find(words[:end], draft.sentence[0], quantity.start)
    return _shorter(words, clean_indicator(words[acts.end() :])) if acts and before >= 0 else words


def _without_helpers(text: str, draft: TargetDraft, words: str) -> str:
    """Words before "phối hợp X" and "do X theo dõi", where X is a unit."""
    for match in islice(_HELPED.finditer(fold(words)), _MAX_HELPERS):
        units = find_units(words[match.end() : match.end() + _WINDOW])
        if units and units[0].start == 0 and _follows(text, draft, words[match.start() :]):
            return _shorter(words, words[: match.start()])
    return words


def _shorter(words: str, rest: str) -> str:
    rest = rest.strip(" ,;:")
    return rest if len(rest.split()) >= _MIN_WORDS else words.strip(" ,;:")
