"""Targets whose past value stands behind them, lower targets or other measures than it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.records import Target

_SHARE = r"(\d{1,3}(?:[.,]\d{1,2})?)\s?%"
_PAST = (
    r"(?:năm|hết năm|cuối năm|kết quả năm|hiện trạng năm) (?P<year>20\d\d)\s?(?:đã |mới |chỉ )?"
    r"(?:đạt|là|có|:)\s?"
)
_NOTED = re.compile(
    rf"(?<![\d.,]){_SHARE} (?P<what>[^;.:%()]{{8,120}}) "
    rf"\((?:(?:thuộc |theo )?chỉ số [\d.]+\s?[;,:]\s?)?{_PAST}"
    rf"(?P<was>\d{{1,3}}(?:[.,]\d{{1,2}})?)\s?%\s?\)"
)
_AIM = re.compile(r"(?<!\w)(?:phấn đấu|bảo đảm|đảm bảo|mục tiêu|nâng|duy trì|đến (?:hết |cuối )?năm)(?!\w)")
_LESS = re.compile(r"(?<!\w)(?:dưới|tối đa|không quá|giảm|hạn chế|còn|thêm|chưa|mỗi|tăng)(?!\w)")
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_LOWER = sign(_NOTED, needs=("%", "(", "năm 20"))
_SCORE = re.compile(
    r"(?<!\w)(?:đạt|lên|được)(?: tối thiểu| ít nhất| từ| trên)? \d{1,3}(?:[.,]\d+)?(?P<a>\s?%|(?:/\d+)? điểm)"
    r",? (?:tăng|cao hơn|cải thiện|nâng lên|vượt)(?: \w+){0,2}? so với (?:mức |kết quả )?(?:năm 20\d\d \()?"
    r"(?P<was>\d{1,3}(?:[.,]\d+)?)(?P<b>\s?%|(?:/\d+)? điểm)(?! phần trăm)"
)
_MEASURED = sign(_SCORE, needs=("so với", "điểm", "%"))


def lower(subject: Subject) -> Iterator[Hit]:
    """ "phấn đấu 78% hộ có X (chỉ số 3.3; năm 2022 đạt 81,5%)": less is asked for than there was.

    Only those that were read as no target with a past value of its own.
    """
    read = {b.evidence.start for t in subject.extraction.targets for b in t.baselines if b.evidence}
    for start, words in subject.bearing(_LOWER):
        for match in _NOTED.finditer(words):
            aim, was = value(match[1]), value(match["was"])
            before = re.split(r"[.;](?!\d)\s", _BRACKETS.sub(" ", words[: match.start()]))[-1]
            if start + match.start("was") in read or aim is None or was is None or aim >= was:
                continue
            if not _AIM.search(before) or _LESS.search(f"{before[-40:]} {match['what']}"):
                continue
            figures: dict[str, Figure] = {"indicator": f"{match[1]}% {match['what']}", "target": aim}
            figures |= {"baseline": was, "year": int(match["year"]), "when": f"năm {match['year']}"}
            figures["printed"] = shown(was)
            yield Hit("target-below-baseline", figures, (subject.around(start, match),), unsure=True)


def measures(subject: Subject) -> Iterator[Hit]:
    """ "đạt 18 điểm, tăng so với mức 55% của năm 2022": points against a share."""
    for start, words in subject.bearing(_MEASURED):
        for match in _SCORE.finditer(words):
            share = "%" in match["a"]
            if share == ("%" in match["b"]):
                continue
            names = ("tỷ lệ %", "điểm số") if share else ("điểm số", "tỷ lệ %")
            told = " ".join(words[max(0, match.start() - 80) : match.end()].split())
            figures: dict[str, Figure] = {"target": told, "measure": names[0], "other": names[1]}
            figures["value"] = value(match["was"])
            yield Hit("baseline-other-measure", figures, (subject.around(start, match),))


_ROWS, _USUAL = 6, 0.8


_MANY, _SHOWN = 5, 60


def only_points(subject: Subject) -> Iterator[Hit]:
    """Targets in percent of which nothing but points is told for the past: told once, with their number."""
    aims = [
        t for t in subject.extraction.targets
        if t.unit == "percent" and t.value is not None and "điểm" not in t.quote
    ]  # fmt: skip
    told = [t for t in aims if t.baselines and all(past.unit == "points" for past in t.baselines)]
    if len(told) >= _MANY and subject.extraction.document.kind == "plan":
        figures: dict[str, Figure] = {"count": len(told), "of": len(aims)}
        yield Hit("baselines-in-points", figures, tuple(subject.of(target) for target in told[:_SHOWN]))


def rows(subject: Subject) -> Iterator[Hit]:
    """ "11,5/20 điểm" beside "900 doanh nghiệp" where the other rows tell past and target in one measure."""
    tables: dict[int, list[Target]] = {}
    for target in subject.extraction.targets:
        place = target.evidence
        if place is not None and place.table is not None and target.baselines and target.value is not None:
            tables.setdefault(place.table, []).append(target)
    for held in tables.values():
        alike = sum(any(past.unit == target.unit for past in target.baselines) for target in held)
        if len(held) < _ROWS or alike < _USUAL * len(held):
            continue
        odd = [
            t for t in held if t.unit in ("count", "percent") and {p.unit for p in t.baselines} == {"points"}
        ]
        if len(odd) != 1:
            continue  # a table that tells the past in points where it has nothing else
        target, past = odd[0], odd[0].baselines[0]
        figures: dict[str, Figure] = {"target": subject.named(target), "value": past.value}
        figures |= {"measure": "số lượng" if target.unit == "count" else "tỷ lệ %", "other": "điểm số"}
        spans = (subject.of(target), subject.span(past.evidence, target.quote))
        yield Hit("baseline-other-measure", figures, spans, next(iter(target.indicator_codes), None))
