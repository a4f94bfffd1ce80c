"""Targets that ask for less than what was already there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.figures import rounded
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.records import Baseline, Target
from extractor.vietnamese.forms import fold

_GROWTH = re.compile(
    r"\W*(?:phấn đấu |bảo đảm )?(?:tăng|giảm)"
    r"(?: thêm| bình quân| tối thiểu| ít nhất| trên|\s?[≥≤<>]=?){0,3}\s+\d[\d.,]*\s*"
    r"(?:%|điểm|đ%|lần)"
)
_FALLS = re.compile(r"[^\d;.]{0,60}(?<!\w)giảm[^\d;.]{0,60}(?<!\w)(?:còn|xuống)(?!\w)|"
                    r"[^\d;.]{0,60}(?<!\w)giảm (?:còn|xuống)(?!\w)")  # fmt: skip


def targets(subject: Subject) -> Iterator[Hit]:
    """A target that asks for less than what was already there."""
    method = {row.label: fold(subject.words(row.cells.get("method"))) for row in subject.rows}
    for target in subject.extraction.targets:
        if target.value is None or target.comparator not in ("eq", "ge", "gt"):
            continue
        if _GROWTH.match(fold(target.quote)) or _FALLS.match(fold(target.quote)):
            continue  # by how much, not up to which value; less is better
        task = subject.tasks.get(target.task or "")
        proportional = re.search(
            r"điểm\s*=\s*tỷ lệ\s*\*\s*điểm tối đa(?!\s*/)", method.get(task.section if task else "", "")
        )
        for past in target.baselines:
            if _of_another_tier(subject, target, past) or _is_share_of_full_points(target, past):
                continue
            was = past.value
            if past.unit == "points" and target.unit == "percent" and past.max and proportional:
                was = rounded(100 * past.value / past.max)
            elif past.unit != target.unit or past.unit == "rank":
                continue
            if target.value < was - 1e-9:
                figures: dict[str, Figure] = {
                    "indicator": subject.named(target), "target": target.value, "baseline": was,
                    "year": past.year, "when": f"năm {past.year}" if past.year else "trước đó",
                    "printed": past.value, "printed_unit": past.unit,
                }  # fmt: skip
                spans = (subject.of(target), subject.span(past.evidence, target.quote))
                code = next(iter(target.indicator_codes), None)
                yield Hit("target-below-baseline", figures, spans, code, unsure=past.unit != target.unit)


def _is_share_of_full_points(target: Target, past: Baseline) -> bool:
    """ "10/10 điểm (tương ứng 100%)": full points may be given for less than all there is."""
    full = any(b.unit == "points" and b.value == b.max for b in target.baselines)
    return full and past.unit == "percent" and past.value == 100


def _of_another_tier(subject: Subject, target: Target, past: Baseline) -> bool:
    """A past value beside the targets of several tiers is that of the whole province."""
    if target.level not in ("district", "commune"):
        return False
    return any(
        other.level != target.level and past.evidence is not None
        and any(b.evidence == past.evidence for b in other.baselines)
        for other in subject.extraction.targets
    )  # fmt: skip
