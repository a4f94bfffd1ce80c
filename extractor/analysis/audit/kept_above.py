"""Targets that only keep what was reached, above what was reached: "Duy trì 100" beside 94."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.figures import shown
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold

_KEEP = re.compile(
    r"[-+*•\s]*(?:tiếp tục |phấn đấu )?(?:duy trì|giữ vững|giữ nguyên)"
    r"(?!\s*(?:và|,)\s*(?:nâng|cải thiện|tăng))"
)
_RAISES = re.compile(r"(?<!\w)(?:nâng|tăng|cải thiện|mở rộng|phát triển|lên)(?!\w)")


def targets(subject: Subject) -> Iterator[Hit]:
    """The past value of the same unit is below the one to be kept."""
    for target in subject.extraction.targets:
        words = fold(target.quote)
        if target.value is None or not _KEEP.match(words) or _RAISES.search(words):
            continue
        past = next((b for b in target.baselines if b.unit == target.unit), None)
        if past is None or past.value >= target.value:
            continue
        sign = "%" if target.unit == "percent" else ""
        figures: dict[str, Figure] = {"indicator": subject.named(target), "year": past.year}
        figures |= {"target": f"{shown(target.value)}{sign}", "baseline": f"{shown(past.value)}{sign}"}
        spans = (subject.of(target), subject.span(past.evidence, target.quote))
        yield Hit("kept-above-result", figures, spans, next(iter(target.indicator_codes), None))
