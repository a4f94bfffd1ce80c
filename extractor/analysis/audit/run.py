"""Running the checks over documents, and turning hits into findings."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.analysis.audit.figures import shown
from extractor.analysis.audit.model import UNSURE, Figure, Finding, Hit, Span
from extractor.analysis.audit.rules import CHECKS, rules
from extractor.analysis.audit.subject import Subject

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def audit_document(subject: Subject) -> list[Finding]:
    """All findings of one document: by rule as listed, then as they stand in the text; none twice."""
    order = {name: i for i, name in enumerate(rules())}
    found = [_finding(subject, hit) for check in CHECKS for hit in check(subject)]
    found.sort(key=lambda f: (order[f.rule], f.evidence[0].start or 0 if f.evidence else 0))
    kept: dict[tuple[object, ...], Finding] = {}
    for finding in found:
        kept.setdefault((finding.rule, finding.indicator_code, finding.message, finding.evidence), finding)
    return list(kept.values())


def _finding(subject: Subject, hit: Hit) -> Finding:
    rule = rules()[hit.rule]
    told = tuple(hit.figures.get(name) for name in _named(rule.message))
    message = _message(rule.message, told, hit.code, hit.unsure or not rule.certain)
    return Finding(
        rule.id, hit.severity or rule.severity, rule.category, subject.extraction.document.id,
        hit.code, message, hit.figures, _evidence(subject, hit), rule.link,
    )  # fmt: skip


def _evidence(subject: Subject, hit: Hit) -> tuple[Span, ...]:
    """What a hit shows, and the names of the rows whose figures it shows.

    Findings on one indicator share their evidence, which has to stay one.
    """
    named = () if hit.code and hit.rule.startswith(_SHARING) else subject.row_names(hit.evidence[:_SHOWN])
    return (*hit.evidence, *named) if named else hit.evidence


_SHARING = "indicator-without-"
_SHOWN = 3


@lru_cache(maxsize=16384)
def _message(template: str, told: tuple[Figure, ...], code: str | None, unsure: bool) -> str:
    words = {name: _shown(name, figure) for name, figure in zip(_named(template), told, strict=True)}
    if code and "code" in words:
        words["code"] = code
    return template.format_map(words) + (UNSURE if unsure else "")


@cache
def _named(template: str) -> tuple[str, ...]:
    """The figures that a message tells."""
    return tuple(re.findall(r"\{(\w+)\}", template))


@lru_cache(maxsize=4096)
def _shown(name: str, figure: Figure) -> str:
    if figure is None:
        return ""
    if name == "year":
        return str(figure)
    if isinstance(figure, str):
        return _DAY.sub(lambda m: f"{int(m[3])}/{int(m[2])}/{m[1]}", " ".join(figure.split()))
    return shown(float(figure))
