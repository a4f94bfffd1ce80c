"""Aims told twice in one sentence: by how much more than the past, which is told, and up to what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.figures import half_unit, shown, value
from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_LEAST = r"(?:thêm |ít nhất |tối thiểu |trên |hơn |từ |không dưới |khoảng |được )"
_NUMBER = r"(?<![\w.,/])(?P<{}>\d[\d.]*(?:,\d+)?)(?:/\d[\d.]*)?(?![\d%]|[.,]\d)"
_NOW, _WAS, _STEP = (_NUMBER.format(name) for name in ("now", "was", "step"))
_PAST = r"so với[^.;()]{0,40}?\((?:là |đạt |được )?"
_UNIT = r"[^\W\d_]+(?: [^\W\d_]+)?(?!\w)"
_TALLIES = (
    # "đạt từ 560 điểm trở lên, tăng ít nhất 60 điểm so với năm 2022 (487,6 điểm)"
    re.compile(
        rf"{_NOW} (?P<unit>{_UNIT})[^.;%\d()]{{0,60}}?[,(]\s*(?:tức |tương đương )?"
        rf"(?P<way>tăng|giảm) (?P<bound>{_LEAST}+){_STEP}(?: (?P=unit))? {_PAST}{_WAS} (?P=unit)(?!\w)"
    ),
    # "tăng 60 điểm so với năm 2022 (487,6 điểm), đạt 560 điểm"
    re.compile(
        rf"(?P<way>tăng|giảm) (?P<bound>{_LEAST}*){_STEP} (?P<unit>{_UNIT}) {_PAST}{_WAS} (?P=unit)\)"
        rf"[^.;%\d()]{{0,40}}?(?:đạt|lên|là|bằng|còn) {_LEAST}*{_NOW} (?P=unit)(?!\w)"
    ),
)
_UP = r"(?P<way>tăng|nâng|cải thiện|vươn lên)(?: hạng| thứ hạng)? (?P<bound>{}{})"
_PLACES = r"(?P<step>\d{1,2}) (?:bậc|hạng|thứ hạng|vị trí)(?!\w)"
_PLACED = r"(?:hạng|vị trí|thứ)(?: thứ| hạng)? (?P<now>\d{1,2})(?:/\d\d)?(?![\d.,]*\d)"
_FROM = r"so với[^.;()]{0,40}?\((?:xếp |đứng |vị trí |thứ |hạng )*(?P<was>\d{1,2})(?:/\d\d)?\)"
_OTHERS = r"(?:trong đó|riêng|còn|chỉ số|nhóm|trụ cột) "
_RANKS = (
    # "tăng ít nhất 05 bậc so với năm 2022 (hạng 55/63), phấn đấu xếp hạng 48/63"
    re.compile(rf"{_UP.format(_LEAST, '*')}{_PLACES} {_FROM}(?:(?!{_OTHERS})[^.;()\d]){{0,50}}?{_PLACED}"),
    # "xếp hạng 48/63, tăng ít nhất 05 bậc so với năm 2022 (hạng 55/63)"
    re.compile(rf"{_PLACED}[^.;()\d]{{0,40}}?[,(]\s*{_UP.format(_LEAST, '+')}{_PLACES} {_FROM}"),
)
_HERE = re.compile(r"(?:hạng|thứ|vị trí) \d{1,2}(?:/\d\d)?[^.;()\d]{0,40}[,(]\s*\Z")
_BOUNDED = re.compile(r"ít nhất|tối thiểu|trên|hơn|từ|không dưới|khoảng")
_ROUND = 0.1
"""How far a round "trên 70 điểm" may lie from what the other figures give."""
_RISES = sign(*_TALLIES, *_RANKS, needs=("so với", "("))


def steps(subject: Subject) -> Iterator[Hit]:
    """ "đạt 560 điểm, tăng ít nhất 60 điểm so với năm 2022 (487,6 điểm)": that is 72,4 more."""
    for start, words in subject.bearing(_RISES):
        for pattern in (*_TALLIES, *_RANKS):
            for match in pattern.finditer(words):
                if pattern is _RANKS[0] and _HERE.search(words[: match.start()]):
                    continue  # "xếp hạng 33/63, tăng 04 bậc so với …": the step is that of the place ahead
                told = _told(match, places=pattern in _RANKS)
                if told is not None:
                    yield Hit(
                        "sentence-arithmetic", {"told": told}, (subject.around(start, match),), unsure=True
                    )


def _told(match: re.Match[str], *, places: bool) -> str | None:
    now, was, step = (value(match[name].rstrip(".,")) for name in ("now", "was", "step"))
    if now is None or was is None or step is None or step in (now, was):
        return None
    unit = "bậc" if places else match["unit"]
    up = was - now if places else now - was
    change = -up if match["way"] == "giảm" else up
    slack = 1e-6 if places else half_unit(match["step"].rstrip(".,"))
    if _BOUNDED.search(match["bound"]) and not places:
        slack = max(slack, _ROUND * abs(change))
    if abs(change - step) <= slack:
        return None
    right = f"{'tăng' if up > 0 else 'giảm'} {shown(round(abs(up), 2))} {unit}"
    said = f"{match['way']} {match['bound']}{shown(step)} {unit}"
    kind = "hạng " if places else ""
    return f"từ {kind}{shown(was)} đến {kind}{shown(now)} là {right}, văn bản ghi {said}"
