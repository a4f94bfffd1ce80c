"""Means and growths that a sentence tells with the numbers they follow from, verdicts on a percentage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from extractor.analysis.audit.figures import half_unit, shown, value
from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_N = r"(?<![\w.,/])(\d[\d.]*(?:,\d+)?)(?![\d/]|[.,]\d)"
_PERCENT = r"(?<![\w.,/])(\d{1,3}(?:,\d+)?)\s*%"
_REST = r"[^.;%\d()]{0,60}?"
# "15 lớp cho 450 học viên, bình quân 40 học viên/lớp"
_MEAN = re.compile(
    rf"{_N} (?P<each>[^\W\d_]+)(?!\w){_REST}{_N} (?P<what>[^\W\d_]+(?: [^\W\d_]+)?)(?!\w){_REST}"
    rf"(?<!\w)(?:bình quân|trung bình)(?: mỗi [^\W\d_]+)?(?: là| có| đạt| khoảng)?\s+{_N} (?P=what)"
    r"\s*(?:/|một |mỗi |trên )\s*(?P=each)(?!\w)"
)
# "năm 2023 có 1.200 lượt, năm 2024 có 1.500 lượt, tăng 35%"
_YEARS = re.compile(
    rf"năm (?P<first>20\d\d)(?!\d){_REST}{_N} (?P<what>[^\W\d_]+){_REST}[,;]\s*(?:đến )?năm (?P<later>20\d\d)"
    rf"(?!\d){_REST}{_N} (?P=what){_REST}[,;(]\s*(?P<way>tăng|giảm) (?:thêm )?{_PERCENT}(?! so với| điểm)"
)
# "từ 1.200 lượt lên 1.500 lượt, tăng 35%"
_FROM = re.compile(
    rf"(?<!\w)từ {_N} (?P<what>[^\W\d_]+)(?:{_REST}|{_REST}năm 20\d\d{_REST})(?<!\w)(?:lên|xuống|còn|đến)"
    rf"(?: còn| đến)? {_N} (?P=what)(?:{_REST}|{_REST}năm 20\d\d{_REST})[,;(]\s*(?P<way>tăng|giảm) {_PERCENT}"
)
# "đạt 85%, vượt mục tiêu 90%", "đạt 85%, chưa đạt chỉ tiêu 80%"
_JUDGED = re.compile(
    rf"(?P<name>[^.;%\d]{{0,80}}?)(?<!\w)đạt {_PERCENT}\s*[,(]\s*(?P<way>vượt|chưa đạt|không đạt)"
    rf" (?:so với )?(?:chỉ tiêu|mục tiêu|kế hoạch){_REST}{_PERCENT}"
)
_FEWER = re.compile(r"(?<!\w)(?:giảm|nghèo|quá hạn|chậm|trễ|thất nghiệp|sự cố|khiếu nại|tối đa|dưới)(?!\w)")
_MEANT = sign(_MEAN, needs=("bình quân",)) | sign(_MEAN, needs=("trung bình",))
_GREW = sign(_YEARS, _FROM, needs=("%", "tăng")) | sign(_YEARS, _FROM, needs=("%", "giảm"))
_TOLD = sign(re.compile(r"đạt \d[\d,]*\s*%\s*[,(]\s*(?:vượt|chưa đạt|không đạt)"))


def sentences(subject: Subject) -> Iterator[Hit]:
    """ "15 lớp cho 450 người, bình quân 40 người/lớp"; "từ 1.200 lượt lên 1.500 lượt, tăng 35%"."""
    checks: tuple[tuple[int, re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
        (_MEANT, _MEAN, _mean), (_GREW, _YEARS, _growth), (_GREW, _FROM, _growth), (_TOLD, _JUDGED, _verdict),
    )  # fmt: skip
    for wanted, pattern, check in checks:
        for start, words in subject.bearing(wanted):
            for match in pattern.finditer(words):
                told = None if "khoảng" in match.group() else check(match)
                if told is not None:
                    yield Hit("sentence-arithmetic", {"told": told}, (subject.around(start, match),))


def _read(match: re.Match[str], pattern: re.Pattern[str]) -> list[tuple[float, str]]:
    """The numbers of a match in order, with how they are printed."""
    named = set(pattern.groupindex.values())
    printed = [match[g] for g in range(1, pattern.groups + 1) if g not in named]
    return [(value(text.rstrip(".,")) or 0, text) for text in printed]


def _mean(match: re.Match[str]) -> str | None:
    (parts, _), (total, _), (printed, text) = _read(match, _MEAN)
    if not parts or abs(total / parts - printed) <= max(half_unit(text) * 1.02, 0.01 * printed):
        return None
    mean = shown(round(total / parts, 1))
    return f"{shown(total)} chia {shown(parts)} là {mean}, văn bản ghi bình quân {shown(printed)}"


def _growth(match: re.Match[str]) -> str | None:
    (was, _), (now, _), (printed, text) = _read(match, match.re)
    years = match.groupdict()
    if not was or was == now or (years.get("first") or "") > (years.get("later") or ""):
        return None
    grown = 100 * (now - was if match["way"] == "tăng" else was - now) / was
    if abs(grown - printed) <= half_unit(text) * 1.02 + 1e-9:
        return None
    right = f"{'tăng' if now > was else 'giảm'} {shown(round(abs(100 * (now - was) / was), 2))}%"
    return f"từ {shown(was)} đến {shown(now)} là {right}, văn bản ghi {match['way']} {shown(printed)}%"


def _verdict(match: re.Match[str]) -> str | None:
    (reached, _), (aim, _) = _read(match, _JUDGED)
    over = match["way"] == "vượt"
    if _FEWER.search(match["name"]) or aim < 30 or (reached > aim if over else reached < aim):
        return None  # "vượt kế hoạch 5%" tells by how much
    return f"đạt {shown(reached)}%, mục tiêu {shown(aim)}%, văn bản ghi {match['way']}"
