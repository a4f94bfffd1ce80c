"""Places and shares that a sentence says to have moved, by how much, from where: size and direction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.figures import half_unit, shown, value
from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_PLACED = r"(?:hạng|thứ|vị trí|xếp)\s*(?:thứ )?(?P<{}>\d{{1,2}})(?![\d.,]*\d)(?:\s*/\s*\d{{2}})?"
_STEP = (
    r"(?P<way>tăng|giảm|lên|tụt|tiến|vươn|thăng|rớt|lùi|xuống|cải thiện|nâng|hạ|sụt)\s+"
    r"(?:(?:lên|xuống|thêm|được|tới|đến)\s+)*(?P<step>\d{1,2})\s+(?:bậc|hạng|vị trí|thứ hạng)(?!\w)"
)
_NOW, _WAS = _PLACED.format("now"), _PLACED.format("was")
_TO = r"(?:lên|xuống|tới|đến|còn)"
_BETWEEN = r"(?:[^.;()\d]|\(?năm 20\d\d\)?){0,40}?"
_MOVES = (
    # "hạng 48/63, tăng 05 bậc so với hạng 43/63 của năm 2021"; "… so với năm 2021 (thứ 37)"
    re.compile(
        rf"{_NOW}(?: (?:trong|trên)(?: tổng)?(?: số)? \d{{2}})?[^.;()\d]{{0,40}}?[,(]\s*"
        rf"(?:(?:và|đã|qua đó) )?{_STEP}[^.;()]{{0,40}}?"
        rf"(?:\((?:[^()\d]{{0,30}}(?:năm 20\d\d)?[^()\d]{{0,20}})?|"
        r"so với năm (?:20\d\d|trước)\s*[,:]\s*(?:là )?|"
        rf"so với [^.,;()\d]{{0,40}}?(?:năm 20\d\d [^.,;()\d]{{0,20}}?)?){_WAS}"
    ),
    # "từ hạng 47 năm 2021 lên hạng 41, tăng 7 bậc"
    re.compile(
        rf"(?<!\w)từ (?:vị trí |hạng |thứ |xếp )*(?P<was>\d{{1,2}})(?![\d.,]*\d)(?:\s*/\s*\d{{2}})?{_BETWEEN}"
        rf"(?<!\w){_TO} {_BETWEEN}{_NOW}{_BETWEEN}[,(]\s*(?:tức )?{_STEP}"
    ),
    # "tăng 7 bậc (từ hạng 47 lên hạng 41)"
    re.compile(
        rf"{_STEP}[^.;()\d]{{0,40}}?[,( ]\s*từ (?:vị trí |hạng |thứ |xếp )+(?P<was>\d{{1,2}})(?![\d.,]*\d)"
        rf"(?:\s*/\s*\d{{2}})?{_BETWEEN}(?<!\w){_TO} (?:vị trí |hạng |thứ |xếp )+(?P<now>\d{{1,2}})(?!\d)"
    ),
    # "năm 2022 xếp thứ 37, năm 2023 xếp thứ 31, tăng 8 bậc"
    re.compile(
        rf"năm (?P<y>20\d\d)[^.;()\d]{{0,30}}?{_WAS}[^.;()\d]{{0,30}}?[,;]\s*(?:đến )?năm (?P<z>20\d\d)"
        rf"[^.;()\d]{{0,30}}?{_NOW}[^.;()\d]{{0,30}}?[,(]\s*{_STEP}(?! so với)"
    ),
)  # fmt: skip
_UP = frozenset(("tăng", "lên", "tiến", "vươn", "thăng", "cải thiện", "nâng"))
_CLIMBED = sign(*_MOVES, needs=(" bậc",)) | sign(*_MOVES, needs=(" hạng",))


def places(subject: Subject) -> Iterator[Hit]:
    """ "hạng 41/63, giảm 05 bậc so với năm trước (thứ 44/63)": up by three places."""
    for start, words in subject.bearing(_CLIMBED):
        for match in (m for pattern in _MOVES for m in pattern.finditer(words)):
            was, now, step = int(match["was"]), int(match["now"]), int(match["step"])
            up = match["way"] in _UP
            years = match.groupdict()
            backwards = (years.get("y") or "") > (years.get("z") or "")
            if was == now or was - now == (step if up else -step) or backwards:
                continue
            right = f"{'tăng' if now < was else 'giảm'} {abs(was - now)} bậc"
            told = f"từ hạng {was} đến hạng {now} là {right}, văn bản ghi {match['way']} {step} bậc"
            yield Hit("sentence-arithmetic", {"told": told}, (subject.around(start, match),))


_SHARE = r"(?<![\w.,/])(?P<{}>\d{{1,3}}(?:[.,]\d+)?)\s*%(?!\s*điểm)"
_BY = (
    r"(?P<way>tăng|giảm|cao hơn|thấp hơn|vượt|hụt)\s+(?:thêm |khoảng |được )?"
    r"(?P<step>\d{1,2}(?:[.,]\d+)?)\s*(?P<unit>điểm phần trăm|điểm %|đpt|%)(?!\w)"
)
_OWN, _PAST = _SHARE.format("now"), _SHARE.format("was")
_FREE = r"(?:[^.;%()\d]|(?<=năm )20\d\d|\d{1,2}(?= tháng)|/20\d\d){0,60}?"
_SHARES = (
    # "đạt 64,5%, tăng 9,5 điểm phần trăm so với năm 2022 (58,2%)", "… so với mức 58,2% của năm 2022"
    re.compile(rf"{_OWN}[^.;%()\d]{{0,40}}?[,(]\s*{_BY}\s*so với{_FREE}[( ](?:{_FREE} )?{_PAST}"),
    # "đạt 63%; so với tỷ lệ 66,5% của cùng kỳ, tăng 3,5 điểm phần trăm"; "… cùng kỳ là 66,5%, tăng …"
    re.compile(
        rf"{_OWN}[^.;%()\d]{{0,40}}?[;,(]\s*(?:so với|(?:cùng kỳ|năm 20\d\d|năm trước|năm ngoái))"
        rf"{_FREE}{_PAST}{_FREE}[,;(]\s*{_BY}(?! so với)"
    ),
    # "từ 58,2% năm 2022 lên 64,5% năm 2023, tăng 9,5 điểm phần trăm"
    re.compile(rf"(?<!\w)từ {_FREE}{_PAST}{_FREE}(?<!\w){_TO} {_FREE}{_OWN}{_FREE}[,;(]\s*(?:tức )?{_BY}"),
    # "tăng 9,5 điểm phần trăm, từ 58,2% lên 64,5%"; "… so với năm 2022 (58,2%), đạt 64,5%"
    re.compile(rf"(?<!\w){_BY}{_FREE}[,( ]\s*từ {_FREE}{_PAST}{_FREE}(?<!\w){_TO} {_FREE}{_OWN}"),
    re.compile(rf"(?<!\w){_BY} so với {_FREE}\({_FREE}{_PAST}\)\s*,\s*(?:ước )?(?:đạt|lên) {_OWN}"),
)  # fmt: skip
_GREW = sign(*_SHARES, needs=("%", "tăng")) | sign(*_SHARES, needs=("%", "giảm"))
_GREW |= sign(*_SHARES, needs=("%", " hơn")) | sign(*_SHARES, needs=("%", "vượt"))
_MORE = frozenset(("tăng", "cao hơn", "vượt"))


def shares(subject: Subject) -> Iterator[Hit]:
    """ "đạt 64,5%, tăng 9,5 điểm phần trăm so với năm 2022 (58,2%)": up by 6,3."""
    for start, words in subject.bearing(_GREW):
        told_at = -1
        for match in sorted((m for p in _SHARES for m in p.finditer(words)), key=lambda m: m.start()):
            told = _off(match)
            if told is not None and match.start("step") != told_at:
                told_at = match.start("step")
                yield Hit("sentence-arithmetic", {"told": told}, (subject.around(start, match),))


def _off(match: re.Match[str]) -> str | None:
    now, was, step = (value(match[name]) for name in ("now", "was", "step"))
    if now is None or was is None or step is None or "khoảng" in match.group() or now == was:
        return None
    printed = [match[name] for name in ("now", "was", "step")]
    exact = all(number.isdigit() for number in printed)  # round figures were hardly rounded
    slack = 0.5 if exact else sum(map(half_unit, printed)) * 1.02 + 1e-9
    more = match["way"] in _MORE
    change = now - was if more else was - now
    if abs(change - step) <= slack:
        return None
    if match["unit"] == "%" and was and change > 0 and abs(100 * change / was - step) <= 100 * slack / was:
        return None  # growth of the share itself
    right = f"{'tăng' if now > was else 'giảm'} {shown(round(abs(now - was), 2))} điểm phần trăm"
    said = f"{match['way']} {shown(step)} {match['unit']}"
    return f"từ {shown(was)}% đến {shown(now)}% là {right}, văn bản ghi {said}"
