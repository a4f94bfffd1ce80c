"""The matrix of targets, indicator by document: long (one row an entry) and wide (one column a document)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from extractor.analysis.ambition import Rank, most_demanding, ranks
from extractor.analysis.entries import Entry, year_label
from extractor.analysis.frames import Table, table
from extractor.analysis.issues import Issues
from extractor.analysis.plans import Past, Plan
from extractor.records import Document
from extractor.vietnamese.history import province_today

MATRIX = (
    "catalog", "indicator_code", "indicator_name", "group_code", "pillar",
    "document", "province", "province_today", "document_level", "document_year", "target", "kind", "measured",
    "comparator", "value", "value_to", "unit", "level", "year",
    "baseline_year", "baseline", "distance", "baselines",
    "rank", "rank_of", "rank_in_year", "rank_in_year_of",
    "lead_units", "supporting_units", "certainty", "quote", "page", "start", "end",
    "baseline_page", "baseline_start", "baseline_end",
)  # fmt: skip
WIDE = ("catalog", "indicator_code", "indicator_name", "unit", "level")

PAST = ("document", "target", "year", "value", "max", "unit", "page", "start", "end")
DOCUMENTS = (
    "document", "label", "title", "kind", "number", "issued_on", "issuer", "province", "province_today",
    "level", "period_start", "period_end", "document_year", "catalog",
    "targets", "quantitative", "coded", "tasks", "source",
)  # fmt: skip


def _past(baselines: Iterable[Past]) -> str:
    """All past values in one cell: 2022: 8.38/10 points; 2022: 83.78 percent."""
    parts = []
    for b in baselines:
        top = f"/{b.max:.10g}" if b.max is not None else ""
        parts.append(f"{b.year or '?'}: {b.value:.10g}{top} {b.unit}")
    return "; ".join(parts)


def _row(
    entry: Entry, heads: dict[Any, tuple[Any, ...]], rank: Rank | None, in_year: Rank | None
) -> tuple[Any, ...]:
    target, base = entry.target, entry.target.baseline
    return (
        *(heads[entry.catalog, entry.code] if entry.code is not None else
          (None, None, target.indicator, None, None)),
        *heads[entry.plan.id],
        target.id, target.kind, target.indicator,
        target.comparator, target.value, target.value_to, target.unit, target.level, target.year,
        base.year if base else None,
        base.value if base else None,
        # Decimal figures as printed: their difference has no more places than they have.
        round(target.value - base.value, 9) if base and target.value is not None else None,
        _past(target.past),
        rank.place if rank else None, rank.of if rank else None,
        in_year.place if in_year else None, in_year.of if in_year else None,
        "; ".join(target.leads), "; ".join(target.supports),
        target.certainty, target.quote, *target.place, *(base.place if base else (None, None, None)),
    )  # fmt: skip


def _today(document: Document) -> str | None:
    """The province by its name of today: what plans from before and after a merger have in common."""
    return province_today(document.province) if document.province else None


def ordered(entries: Iterable[Entry], issues: Issues) -> list[Entry]:
    """By the catalog's order, then documents as given; targets without a code come last, by wording."""
    places: dict[tuple[str, str], int] = {}
    for name, catalog in issues.known.items():
        for indicator in catalog or ():
            places[(name, indicator.code)] = len(places)
    catalogs = {name: number for number, name in enumerate(issues.known)}

    def place(entry: Entry) -> tuple[Any, ...]:
        if entry.code is None:
            return (len(catalogs), 0, entry.target.wording)
        known = places.get(entry.indicator, len(places))
        return (catalogs.get(entry.catalog, len(catalogs)), known, entry.code)

    return sorted(entries, key=place)  # stable: documents and targets keep their order


def long(entries: Sequence[Entry], issues: Issues, years_apart: bool = False) -> Table:
    """One row for each entry; with ``years_apart`` the rank too is among targets of one year."""
    yearly = ranks(entries, apart=lambda entry: entry.target.year)
    overall = yearly if years_apart else ranks(entries)
    heads: dict[Any, tuple[Any, ...]] = {
        (catalog, code): (
            catalog, code, issues.name_of(catalog, code), issues.group_of(catalog, code),
            issues.pillar_of(catalog, code),
        )
        for catalog, code in dict.fromkeys((e.catalog, e.code) for e in entries)
    }  # fmt: skip
    for plan in {entry.plan.id: entry.plan for entry in entries}.values():
        d = plan.document
        heads[plan.id] = (d.id, d.province, _today(d), d.level, year_label(d))
    rows = (
        _row(entry, heads, rank, in_year)
        for entry, rank, in_year in zip(entries, overall, yearly, strict=True)
    )
    return table(rows, MATRIX)


def wide(entries: Sequence[Entry], plans: Sequence[Plan], issues: Issues) -> Table:
    """One row for each indicator, unit and tier; one column a document, named by its id.

    A cell is the most demanding value, for qualitative targets the quote. Targets without a code have a
    row where two documents or more share their wording.
    """
    scopes: dict[tuple[str, ...], dict[str, list[Entry]]] = {}
    for entry in entries:
        scopes.setdefault(entry.scope, {}).setdefault(entry.plan.id, []).append(entry)
    rows = []
    for by_document in scopes.values():
        first = next(iter(by_document.values()))[0]
        if first.code is None and len(by_document) < 2:
            continue
        coded = first.code is not None
        name = issues.name_of(first.catalog, first.code) if coded else first.target.indicator
        head = (first.catalog if coded else None, first.code, name, first.target.unit, first.target.level)
        cells = {document: _cell(found) for document, found in by_document.items()}
        rows.append((*head, *(cells.get(plan.id) for plan in plans)))
    return table(rows, [*WIDE, *(plan.id for plan in plans)])


def _cell(entries: Sequence[Entry]) -> float | str | None:
    best = most_demanding(entries)
    if best is not None:
        return best.target.value
    if all(entry.target.value is None for entry in entries):
        return entries[0].target.quote
    return None  # bounds from above and below in one document: no single value stands for them


def past(plans: Sequence[Plan]) -> Table:
    """Every past value that a document gives beside a target, comparable with it or not."""
    rows = []
    for plan in plans:
        for target in plan.aims:
            for b in target.past:
                rows.append((plan.id, target.id, b.year, b.value, b.max, b.unit, *b.place))
    return table(rows, PAST)


def documents(plans: Sequence[Plan]) -> Table:
    """The facts of each document and how much of it can be compared."""
    rows = []
    for plan in plans:
        d, targets = plan.document, plan.aims
        rows.append((
            d.id, plan.label, d.title, d.kind, d.number, d.issued_on, d.issuer, d.province, _today(d),
            d.level, d.period and d.period.start, d.period and d.period.end, year_label(d), plan.catalog,
            len(targets), sum(t.kind == "quantitative" for t in targets),
            sum(bool(t.codes) for t in targets), plan.tasks, d.source,
        ))  # fmt: skip
    return table(rows, DOCUMENTS)
