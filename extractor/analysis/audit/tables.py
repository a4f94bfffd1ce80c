"""An audit as tables, for people who go on in pandas; pages and workbooks are made without them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import astuple, fields
from typing import TYPE_CHECKING, Any, Literal

from extractor.analysis.audit.model import Span
from extractor.analysis.audit.rules import rules
from extractor.analysis.frames import Table, table
from extractor.analysis.owners import Load
from extractor.errors import KehoachError

if TYPE_CHECKING:
    from extractor.analysis.audit.report import Audit

Name = Literal["findings", "quotes", "owners", "duties", "loads", "coverage", "accepted"]

_PLACE = ("quote", "page", "start", "end")
FINDINGS = (
    "finding", "document", "rule", "title", "severity", "category", "indicator_code", "message", "unsure",
    *_PLACE,
)  # fmt: skip
QUOTES = ("finding", "document", "rule", *_PLACE)
OWNERS = ("document", "indicator_code", "indicator_name", "role", "unit", *_PLACE)
DUTIES = (
    "document", "province", "unit", "role", "record", "section", "what", "target_words", "indicator_codes",
    "due", "deadline", "recurring", *_PLACE,
)  # fmt: skip
COVERAGE = ("document", "with_target", "with_lead", "indicators")
ACCEPTED = ("document", "rule", "indicator_code", "message", "reason")


def table_of(audit: Audit, name: Name) -> Table:
    """One table, made when asked for: audits of many documents hold more than a reader wants at once."""
    if name not in _TABLES:
        raise KehoachError(f"không có bảng {name!r}; hiện có: {', '.join(_TABLES)}")
    return _TABLES[name](audit)


def _place(span: Span | None) -> tuple[Any, ...]:
    return (span.quote, span.page, span.start, span.end) if span else (None, None, None, None)


def _findings(audit: Audit) -> Table:
    """One row for each finding, with the first words that prove it."""
    known = rules()
    return table(
        (
            (
                number, f.document, f.rule, known[f.rule].title, f.severity, f.category, f.indicator_code,
                f.message, f.unsure, *_place(f.evidence[0] if f.evidence else None),
            )
            for number, f in enumerate(audit.findings, start=1)
        ),
        FINDINGS,
    )  # fmt: skip


def _quotes(audit: Audit) -> Table:
    """One row for each piece of evidence; ``finding`` is the number in the first table."""

    def rows() -> Iterator[tuple[Any, ...]]:
        for number, finding in enumerate(audit.findings, start=1):
            for span in finding.evidence:
                yield (number, finding.document, finding.rule, *_place(span))

    return table(rows(), QUOTES)


def _owners(audit: Audit) -> Table:
    return table(
        (
            (o.document, o.indicator_code, o.indicator_name, o.role, o.unit or None, *_place(o.evidence))
            for o in audit.owners
        ),
        OWNERS,
    )


def _duties(audit: Audit) -> Table:
    return table(
        (
            (
                d.document, d.province, d.unit, d.role, d.record, d.section, d.what, "\n".join(d.targets),
                "; ".join(d.indicator_codes), d.due, d.deadline, d.recurring, *_place(d.evidence),
            )
            for d in audit.duties
        ),
        DUTIES,
    )  # fmt: skip


def _loads(audit: Audit) -> Table:
    return table((astuple(load) for load in audit.loads), [f.name for f in fields(Load)])


def _coverage(audit: Audit) -> Table:
    return table(((document, *counts) for document, counts in audit.covered.items()), COVERAGE)


def _accepted(audit: Audit) -> Table:
    return table(
        ((f.document, f.rule, f.indicator_code, f.message, s.reason) for f, s in audit.accepted), ACCEPTED
    )


_TABLES: dict[Name, Callable[[Audit], Table]] = {
    "findings": _findings,
    "quotes": _quotes,
    "owners": _owners,
    "duties": _duties,
    "loads": _loads,
    "coverage": _coverage,
    "accepted": _accepted,
}
