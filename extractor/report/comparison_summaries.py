"""Sheets that sum up where documents are too many to list every target of every one."""

from __future__ import annotations

from collections import Counter

from extractor.analysis.compare import Comparison
from extractor.report.comparison_view import Row, leads_today, several_catalogs, tier, told_code
from extractor.report.html import grouped
from extractor.report.wording import CHANGES, UNITS
from extractor.report.xlsx import Book, Cell, Column

_CODE, _NAME = Column("Mã", 8), Column("Chỉ số", 48, "wrap")


def spans(book: Book, comparison: Comparison) -> None:
    """By indicator, unit and tier: how many documents promise, the least, the middle and the most."""
    labels = {row["document"]: row["label"] for row in comparison.rows("documents")}
    rows = []
    valued = [r for r in comparison.rows("matrix") if r["indicator_code"] and r["value"] is not None]
    several = several_catalogs(comparison)
    scopes = grouped(valued, "catalog", "indicator_code", "indicator_name", "unit", "level")
    for (catalog, code, name, unit, _), members in scopes.items():
        ordered = sorted(members, key=lambda row: row["value"])
        ends = (ordered[0], ordered[len(ordered) // 2], ordered[-1])
        figures = [part for end in ends for part in (Cell(end["value"], unit=unit), labels[end["document"]])]
        count = len({row["document"] for row in members})
        told = told_code(code, catalog, several)
        rows.append((told, name, tier(members[0]), UNITS.get(unit), count, *figures))
    ends_told = [
        column
        for which in ("Thấp nhất", "Ở giữa", "Cao nhất")
        for column in (Column(which, 14, "figure"), Column(f"{which}: văn bản", 24))
    ]
    head = [_CODE, _NAME, Column("Cấp", 11), Column("Đơn vị đo", 12), Column("Số văn bản", 9, "whole")]
    book.sheet("Mức cam kết", [*head, *ends_told], rows, frozen=2)


def owners(book: Book, comparison: Comparison) -> None:
    """Lead units, indicator by document; with those of today where they are others."""
    labels = {row["document"]: row["label"] for row in comparison.rows("documents")}
    rows = []
    named = grouped(comparison.rows("owners"), "catalog", "indicator_code", "indicator_name")
    several = several_catalogs(comparison)
    for (catalog, code, name), members in named.items():
        leads = {row["document"]: _leads(row) for row in members}
        told = told_code(code, catalog, several)
        rows.append((told, name, *(leads.get(document) for document in labels)))
    columns = [_CODE, _NAME, *(Column(label, 28, "wrap") for label in labels.values())]
    book.sheet("Đơn vị", columns, rows, frozen=2)


def _leads(row: Row) -> str:
    today = leads_today(row)
    return f"{row['lead_units']} (nay: {today})" if today else row["lead_units"]


def changes(book: Book, comparison: Comparison) -> None:
    """How much was raised, lowered, dropped … between successive plans of each issuer."""
    rows = []
    pairs = grouped(
        comparison.rows("changes"), "issuer", "earlier_issuer", "between", "earlier_year", "later_year"
    )
    for (issuer, _, between, earlier, later), members in pairs.items():
        counted = Counter(row["change"] for row in members)
        rows.append((issuer, between, earlier, later, *(counted[change] for change in CHANGES)))
    head = [Column("Cơ quan", 28), Column("Sáp nhập", 28), Column("Năm trước", 11), Column("Năm sau", 11)]
    book.sheet("Thay đổi", [*head, *(Column(word, 12, "whole") for word in CHANGES.values())], rows)
