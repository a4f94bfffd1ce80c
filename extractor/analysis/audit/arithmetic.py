"""Arithmetic told in a sentence: products, shares of a number, differences, rises that fall."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from extractor.analysis.audit.figures import half_unit, shown, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_N = r"(?<![\w.,/])(\d[\d.]*(?:,\d+)?)(?![\d/]|[.,]\d)"
_PERCENT = r"(?<![\w.,/])(\d{1,3}(?:[.,]\d+)?)\s*%"
_WORDS = r"(?:[^.;%\d]|\d(?=g\b)){0,60}?"

_PRODUCT = re.compile(rf"{_N}\s+[^\W\d_][^.;=]{{0,80}}?\s[x×*]\s*{_N}\s*[^=.;]{{0,30}}=\s*{_N}")
_SHARE = re.compile(
    rf"{_PERCENT}\s+(?:trong |của |trên )?(?:tổng )?(?:số )?{_N}{_WORDS}[,(]?\s*"
    rf"(?:tương đương|tương ứng|tức là|tức)\s+(?:với |khoảng )?{_N}"
)
AMONG = re.compile(
    rf"{_N}\s+([^\W\d_]+(?: [^\W\d_]+)?){_WORDS}[,;(]\s*(?:(?:trong đó|gồm)(?: có)?|(?:đã )?có)"
    rf"\s+{_N}\s+\2{_WORDS}[,(]\s*(?:đạt|chiếm)(?: tỷ lệ| tỉ lệ)?\s+{_PERCENT}"
    r"(?!\s*(?:so với|kế hoạch|chỉ tiêu|mục tiêu))"
)
"""A number of things, how many of them, and their share, in one breath."""
_CHANGE = re.compile(
    rf"{_N}\s+([^\W\d_]+)[^.;%\d()]{{0,60}}?[,(]\s*(tăng|giảm)\s+(?:thêm )?{_N}\s+\2[^.;%\d()]{{0,60}}?"
    rf"so với[^.;()]{{0,40}}?\(\s*(?:là )?{_N}\s+\2"
)
_MOVE = re.compile(
    rf"(giảm|hạ|kéo giảm|nâng|tăng)(?!\w)[^.;%]{{0,90}}?\stừ\s+(?:mức )?{_PERCENT}[^.;%]{{0,40}}?\s"
    rf"(xuống|lên)\s*(?:mức |còn |tới |đến |đạt )*(dưới |trên |tối thiểu |ít nhất )?{_PERCENT}"
)


_GROWTH = re.compile(
    rf"{_N}\s+([^\W\d_]+)[^.;%\d()]{{0,60}}?[,(]\s*(tăng|giảm)\s+(?:thêm )?{_PERCENT}\s*so với"
    rf"[^.;()]{{0,40}}?\(\s*(?:là )?{_N}\s+\2"
)
_RECKONED = (
    sign(_PRODUCT, needs=("=",)) | sign(_SHARE, needs=("%", "tương ")) | sign(_SHARE, needs=("%", "tức "))
)
_RECKONED |= sign(AMONG, needs=("%",)) | sign(_CHANGE, _GROWTH, needs=("so với", "("))
_RECKONED |= sign(_MOVE, needs=("%", "từ "))


def sentences(subject: Subject) -> Iterator[Hit]:
    """ "12 lớp x 16.500.000 đồng = 189.000.000"; "30% của 1.240 (tương đương 472)"; "235, tăng 35 so với năm
    trước (190)"; "giảm từ 2,4% xuống dưới 3%"."""
    checks: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
        (" = ", _PRODUCT, _product), ("%", _SHARE, _share), ("%", AMONG, _among),
        ("so với", _CHANGE, _change), ("%", _MOVE, _move), ("so với", _GROWTH, _growth),
    )  # fmt: skip
    for start, words in subject.bearing(_RECKONED):
        for hint, pattern, check in checks:
            if hint not in words:
                continue
            for match in pattern.finditer(words):
                told = check(match)
                if told is not None:
                    figures: dict[str, Figure] = {"told": told}
                    span = subject.around(start, match)
                    yield Hit("sentence-arithmetic", figures, (span,))


def _read(match: re.Match[str], *groups: int) -> list[float] | None:
    found = [value((match[g] or "").rstrip(".,")) for g in groups]
    return None if None in found else [n for n in found if n is not None]


def _product(match: re.Match[str]) -> str | None:
    read = _read(match, 1, 2, 3)
    if read is None or abs(read[0] * read[1] - read[2]) < 0.5:
        return None
    return f"{shown(read[0])} × {shown(read[1])} = {shown(read[0] * read[1])}, văn bản ghi {shown(read[2])}"


def _share(match: re.Match[str]) -> str | None:
    read = _read(match, 1, 2, 3)
    if read is None or "khoảng" in match.group():
        return None
    percent, whole, part = read
    slack = max(1.0, whole * half_unit(match[1]) / 100)
    if abs(percent * whole / 100 - part) <= slack:
        return None
    expected = shown(round(percent * whole / 100, 1))
    return f"{shown(percent)}% của {shown(whole)} là {expected}, văn bản ghi {shown(part)}"


def _among(match: re.Match[str]) -> str | None:
    read = _read(match, 1, 3, 4)
    if read is None or not read[0] or read[1] > read[0]:
        return None
    whole, part, printed = read
    share = 100 * part / whole
    if abs(share - printed) <= half_unit(match[4]) * 1.02 + 1e-9:
        return None
    return f"{shown(part)}/{shown(whole)} là {shown(round(share, 2))}%, văn bản ghi {shown(printed)}%"


def _change(match: re.Match[str]) -> str | None:
    read = _read(match, 1, 4, 5)
    if read is None:
        return None
    now, step, before = read
    expected = now - before if match[3] == "tăng" else before - now
    if abs(expected - step) < 1e-6:
        return None
    return f"từ {shown(before)} đến {shown(now)} là {match[3]} {shown(expected)}, văn bản ghi {shown(step)}"


def _growth(match: re.Match[str]) -> str | None:
    read = _read(match, 1, 4, 5)
    if read is None or not read[2]:
        return None
    now, printed, before = read
    grown = 100 * (now - before if match[3] == "tăng" else before - now) / before
    if abs(grown - printed) <= half_unit(match[4]) * 1.02 + 1e-9:
        return None
    expected = shown(round(grown, 2))
    return f"từ {shown(before)} đến {shown(now)} là {match[3]} {expected}%, văn bản ghi {shown(printed)}%"


def _move(match: re.Match[str]) -> str | None:
    read = _read(match, 2, 5)
    if read is None:
        return None
    down = match[1] in ("giảm", "hạ", "kéo giảm")
    if down != (match[3] == "xuống") or ((read[1] < read[0]) == down and read[0] != read[1]):
        return None
    return f"{match[1]} từ {shown(read[0])}% mà đích là {(match[4] or '').strip()} {shown(read[1])}%".replace(
        "  ", " "
    )
