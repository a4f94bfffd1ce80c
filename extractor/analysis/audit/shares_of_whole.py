"""Shares of a whole that an earlier clause of the sentence tells: "tổng số … 1.250.000 hồ sơ, … 6.250 hồ sơ,
chiếm 5%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.arithmetic import AMONG
from extractor.analysis.audit.figures import half_unit, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_N = r"(?<![\w.,/])(\d[\d.]*(?:,\d+)?)(?![\d/%]|[.,]\d)"
_COUNTED = re.compile(rf"{_N} ([^\W\d_]+(?: [^\W\d_]+)?)")
_WHOLE = re.compile(
    rf"(?<!\w)(?:tổng(?: số| cộng)?|tiếp nhận|toàn (?:tỉnh|huyện|thành phố|xã))(?!\w)[^.;\d%]{{0,60}}?{_N} "
    r"([^\W\d_]+(?: [^\W\d_]+)?)"
)
_PART = re.compile(
    rf"{_N} ([^\W\d_]+(?: [^\W\d_]+)?)(?P<rest>[^.;:,()\d%]{{0,60}}?)[,(]\s*(?:đạt|chiếm|tương đương|bằng)"
    r"(?: tỷ lệ| tỉ lệ| khoảng)* (?P<printed>\d{1,3}(?:[.,]\d+)?)\s*%"
    r"(?!\s*(?:so với|kế hoạch|chỉ tiêu|mục tiêu|dự toán|điểm|tổng|số|trong|của))"
)
_SENTENCE = re.compile(r"(?:[^.]|\.(?=\d))+")
_OTHER = re.compile(r"(?<!\w)(?:khoảng|tăng|giảm|so với|kế hoạch|vượt|dự toán|chỉ tiêu giao)(?!\w)")
_TOLD = sign(_PART, needs=("%", "tổng")) | sign(_PART, needs=("%", "tiếp nhận")) | sign(
    _PART, needs=("%", "toàn ")
)  # fmt: skip


def shares(subject: Subject) -> Iterator[Hit]:
    """A part with its percent, which no number of such things told before it bears out."""
    for start, words in subject.bearing(_TOLD):
        for sentence in _SENTENCE.finditer(words):
            whole = _WHOLE.search(sentence.group())
            if whole is None:
                continue
            told = {m.start(4) for m in AMONG.finditer(sentence.group())}
            for match in _PART.finditer(sentence.group(), whole.end()):
                there = match.start("printed") in told
                if there or _OTHER.search(match.group()) or not _same(match[2], whole[2]):
                    continue
                off = _off(sentence.group()[: match.start()], match, value(whole[1]))
                if off is not None:
                    figures: dict[str, Figure] = {"part": off[0], "whole": off[1]}
                    figures |= {"share": round(100 * off[0] / off[1], 2), "printed": value(match["printed"])}
                    figures["what"] = match[2].split()[0] if " " not in whole[2] else whole[2]
                    yield Hit("ratio-against-percent", figures, (
                        subject.around(start + sentence.start(), match),
                        subject.around(start + sentence.start(), whole),
                    ))  # fmt: skip


def _same(a: str, b: str) -> bool:
    """ "hồ sơ" and "hồ sơ"; "thôn được", "thôn vùng": the second word tells more of a noun of one word."""
    return a == b or (a.split()[0] == b.split()[0] and a.split()[0] in _OF_ONE_WORD)


_OF_ONE_WORD = frozenset(
    ("thôn", "xã", "phường", "huyện", "lớp", "hộ", "máy", "trạm", "tổ", "trường", "người", "ấp", "bản",
     "điểm", "cuộc", "vụ", "ca")
)  # fmt: skip


def _off(before: str, match: re.Match[str], whole: float | None) -> tuple[float, float] | None:
    """Part and whole where the percent fits neither the whole nor any other number of the things."""
    part, printed = value(match[1]), value(match["printed"])
    if part is None or printed is None or not whole or part >= whole:
        return None
    noun = match[2].split()[0]
    wholes = [value(m[1]) for m in _COUNTED.finditer(before) if m[2].split()[0] == noun]
    slack = half_unit(match["printed"]) * 1.02 + 1e-9
    fits = any(n and abs(100 * part / n - printed) <= slack for n in (*wholes, whole))
    return None if fits else (part, whole)
