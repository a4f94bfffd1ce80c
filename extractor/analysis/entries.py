"""Targets as entries of the matrix: one for each indicator that a target of a document measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.analysis.issues import Issues
from extractor.analysis.plans import Aim, Plan
from extractor.records import Document


class Entry(NamedTuple):
    """One target under one indicator. ``code`` is None for a target outside the catalog."""

    plan: Plan
    target: Aim
    catalog: str
    code: str | None

    @property
    def indicator(self) -> tuple[str, str]:
        """What entries of different documents have in common."""
        return (self.catalog, self.code) if self.code is not None else ("", self.target.wording)

    @property
    def scope(self) -> tuple[str, str, str, str]:
        """What must agree so that values can be set against each other: indicator, unit, tier."""
        return (*self.indicator, self.target.unit or "", self.target.level or "")


def year_label(document: Document) -> str:
    """The years that a plan governs: 2023, 2021-2025; empty where nothing tells."""
    period = document.period
    years = [day.year for day in (period.start, period.end) if day] if period else []
    if not years:
        return str(document.issued_on.year) if document.issued_on else ""
    return str(years[0]) if len(set(years)) == 1 else f"{years[0]}-{years[-1]}"


def entries_of(plan: Plan, issues: Issues) -> Iterator[Entry]:
    """All entries of a document in the order of its targets."""
    for target in plan.aims:
        for code in target.codes or (None,):
            catalog, counted = plan.catalog, code
            if code is not None:
                catalog, counted = issues.crosswalk.lead(plan.catalog, code)
            yield Entry(plan, target, catalog, counted)


def labels(documents: Sequence[Document]) -> list[str]:
    """A short unique name for each document: Cà Mau 2023; its id is added where names meet."""
    short = []
    for document in documents:
        place = document.province if document.level == "province" else document.issuer or document.province
        short.append(" ".join(filter(None, (place or document.id, year_label(document)))))
    return [
        f"{label} ({document.id})" if short.count(label) > 1 and label != document.id else label
        for label, document in zip(short, documents, strict=True)
    ]
