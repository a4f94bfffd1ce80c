"""A comparison prepared for reading: what each section of the page shows, in words and links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extractor.analysis.compare import Comparison
from extractor.report.charts import Bar, Slopes, Step, shortened, slopes
from extractor.report.html import Link, Quotes, grouped, where
from extractor.report.vietnamese import difference, number, promise
from extractor.report.wording import LEVELS
from extractor.vietnamese.forms import bare

FEW = 12
"""Up to so many documents stand in columns side by side; more are summed up by province."""
_LISTED = 300  # rows of the tables without a code, and of changes, on a page; the workbook has all
_BARS = 60
_COLUMNS = 70  # places in a heat map: Vietnam had 63 provinces, then 34

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class HeatCell:
    """What one document (or province) promises for an indicator; ``tone`` is the class of its shade."""

    links: tuple[tuple[Link, str], ...] = ()
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Owners:
    """The lead units of an indicator in a document, who answers for them today where others, who helps."""

    leads: Link | None
    today: str
    supports: str


@dataclass(frozen=True, slots=True)
class Group:
    """A main indicator with its rows."""

    id: str
    title: str
    rows: list[Any] = field(default_factory=list)


@dataclass(slots=True)
class View:
    """Tables of a comparison as plain rows, with the quotes that the page links to."""

    comparison: Comparison
    documents: list[Row]
    matrix: list[Row]
    labels: dict[str, str]
    quotes: Quotes
    values: dict[Any, list[Row]]
    """Past values by document and target."""

    @classmethod
    def of(cls, comparison: Comparison) -> View:
        """Prepare a comparison."""
        documents = comparison.rows("documents")
        labels = {row["document"]: row["label"] for row in documents}
        values = grouped(comparison.rows("past"), "document", "target")
        return cls(comparison, documents, comparison.rows("matrix"), labels, Quotes(labels), values)

    def past(self, row: Row) -> list[Link]:
        """All past values of a matrix row, the one that it is measured against first."""
        values = self.values.get((row["document"], row["target"]), [])
        own = [v for v in values if (v["value"], v["unit"]) == (row["baseline"], row["unit"])]
        return [
            self.quotes.link(text, row, row["target"], self._places(row))
            for text in dict.fromkeys(past(value) for value in [*own, *values])
        ]

    def _places(self, row: Row) -> str:
        """Where the past values beside a target stand."""
        told = [
            f"{past(v)}, {where(v['page'], v['start'], v['end'])}"
            for v in self.values.get((row["document"], row["target"]), [])
        ]
        return f"Kỳ trước: {'; '.join(told)}." if told else ""

    @property
    def few(self) -> bool:
        """Whether documents fit side by side."""
        return len(self.documents) <= FEW

    @property
    def coded(self) -> list[Row]:
        """Rows of the matrix under an indicator of a catalog."""
        return [row for row in self.matrix if row["indicator_code"] is not None]

    def code(self, row: Row) -> str:
        """The code of a row, with its catalog where several are in use."""
        return told_code(row["indicator_code"], row["catalog"], several_catalogs(self.comparison))

    def link(self, row: Row) -> Link:
        """The commitment of a matrix row, linked to its words."""
        return self.quotes.link(commitment(row), row, row["target"], self._places(row))

    def groups(self, rows: Iterable[Row]) -> list[tuple[str, str, list[Row]]]:
        """Rows by main indicator: id, title, rows; what belongs to none comes last."""
        names = {
            (catalog.name, indicator.code): indicator.name
            for catalog in self.comparison.catalogs
            for indicator in catalog
        }
        several = several_catalogs(self.comparison)
        found = []
        for (catalog, code), members in grouped(rows, "catalog", "group_code").items():
            title = f"{code}. {names[(catalog, code)]}" if code else "Mã không có trong bộ chỉ số"
            found.append((f"{catalog}-{code}", title + (f" ({catalog})" if several else ""), members))
        return found


def several_catalogs(comparison: Comparison) -> bool:
    """Whether codes of more than one catalog stand beside each other: equal ones are not one indicator."""
    return len({row["catalog"] for row in comparison.rows("documents")}) > 1


def told_code(code: str | None, catalog: str | None, several: bool) -> str:
    """A code for people: 3.1, where several catalogs are in use 3.1 (dti-2022-province)."""
    return f"{code} ({catalog})" if code and several else code or ""


def commitment(row: Row) -> str:
    """The value of a matrix row for people; qualitative ones in a few of their words."""
    text = promise(row["comparator"], row["value"], row["unit"], row["value_to"])
    if not text:
        text = shortened(" ".join(row["quote"].split()), 60)
    return text + (" (chưa chắc)" if (row["certainty"] or 0) < 0.5 else "")


def tier(row: Row) -> str:
    """The tier of a row in brackets' words; empty where the target is for all."""
    return LEVELS.get(row["level"] or "", "")


def place(row: Row) -> str:
    """Rank among documents: 1/3."""
    return f"{row['rank']}/{row['rank_of']}" if row["rank"] is not None else ""


def past(row: Row) -> str:
    """A past value: 8,38/10 điểm (2022)."""
    figure = promise(None, row["value"], row["unit"])
    if row["max"] is not None:
        figure = figure.replace(number(row["value"]), f"{number(row['value'])}/{number(row['max'])}", 1)
    return f"{figure} ({row['year']})" if row["year"] else figure


def distance(row: Row) -> str:
    """How far from the baseline to the target."""
    return "" if row["distance"] is None else difference(row["distance"], row["unit"])


def tone(rows: Sequence[Row]) -> str:
    """Shade of a cell: by place among the documents, hatched for words, plain where alone."""
    ranked = [row for row in rows if row["rank"] is not None]
    if ranked:
        best = min(ranked, key=lambda row: (row["rank"] - 1) / max(row["rank_of"] - 1, 1))
        behind = (best["rank"] - 1) / max(best["rank_of"] - 1, 1)
        return f"h{5 - round(4 * behind)}"
    return "only" if any(row["value"] is not None for row in rows) else "words"


def heat(view: View) -> tuple[list[str], list[Group]]:
    """Columns and, by main indicator, rows (code, name, cells): documents, or places where many."""
    rows = view.coded
    places = {row["document"]: _place_of(row) for row in view.documents}
    if view.few:
        columns = {row["document"]: row["label"] for row in view.documents}
        key = "document"
    else:
        rows = [row | {"place": places[row["document"]]} for row in rows]
        names = sorted({row["place"] for row in rows}, key=lambda name: (bare(name), name))[:_COLUMNS]
        columns, key = {name: name for name in names}, "place"
        rows = _best_of_places(rows)
    groups = []
    for id, title, members in view.groups(rows):
        lines = []
        for (code, name), of in grouped(members, "indicator_code", "indicator_name").items():
            by_column = grouped(of, key)
            cells = [_heat_cell(view, by_column.get(column, [])) for column in columns]
            lines.append((code, name or "", cells))
        groups.append(Group(f"nhiet-{id}", title, lines))
    return list(columns.values()), groups


def _heat_cell(view: View, rows: Sequence[Row]) -> HeatCell:
    if not rows:
        return HeatCell()
    told: dict[tuple[str, str], Row] = {}
    for row in rows:
        told.setdefault((commitment(row), tier(row)), row)
    links = tuple(
        (view.link(row), ", ".join(filter(None, (tier(row), row["rank"] and f"hạng {place(row)}"))))
        for row in told.values()
    )
    return HeatCell(links, tone(rows))


def _place_of(document: Row) -> str:
    """Whom a document speaks for: its province, below the province its issuer."""
    of_province = document["level"] in ("province", None)
    issuer, province = document["issuer"], document["province"]
    return str((of_province and province) or issuer or province or document["label"])


def _best_of_places(rows: Iterable[Row]) -> list[Row]:
    """For each indicator and place the best placed of the targets that most documents can be held to."""
    kept = []
    for members in grouped(rows, "catalog", "indicator_code").values():
        scopes = grouped([row for row in members if row["rank"] is not None], "unit", "level")
        if scopes:
            common = max(scopes.values(), key=lambda scope: scope[0]["rank_of"])
            kept += [min(of, key=lambda row: row["rank"]) for of in grouped(common, "place").values()]
    return kept


def details(view: View) -> list[Group]:
    """All targets by main indicator; only for few documents."""
    return [Group(f"chi-tiet-{id}", title, rows) for id, title, rows in view.groups(view.coded)]


def spans(view: View) -> list[Group]:
    """For many documents: how many promise, the least and the most, by indicator, unit and tier."""
    groups = []
    for id, title, members in view.groups(row for row in view.coded if row["value"] is not None):
        lines = []
        scopes = grouped(members, "indicator_code", "indicator_name", "unit", "level")
        for (code, name, _, _), rows in scopes.items():
            ordered = sorted(rows, key=lambda row: row["value"])
            count = len({row["document"] for row in rows})
            middle = ordered[len(ordered) // 2]
            lines.append((code, name or "", tier(rows[0]), count, [ordered[0], middle, ordered[-1]]))
        groups.append(Group(f"chi-tiet-{id}", title, lines))
    return groups


def bars(view: View) -> list[Bar]:
    """Share of its catalog's sub-indicators that each document covers."""
    found = []
    for (document, _), rows in grouped(view.comparison.rows("by_group"), "document", "catalog").items():
        have, of = sum(r["covered"] for r in rows), sum(r["indicators"] for r in rows)
        text = f"{number(have)}/{number(of)} ({number(round(100 * have / of, 1))}%)"
        found.append(Bar(shortened(view.labels[document], 30), have / of, text))
    return found[:_BARS]


Table = tuple[list[str], list[list[str]]]


def shares(view: View, table: list[Row], column: str, title: str = "") -> list[Table]:
    """Coverage as tables, one a catalog: a document a row, a part of the catalog a column."""
    found = []
    for rows in grouped(table, "catalog").values():
        parts = list(dict.fromkeys((row[column], row[title] if title else None) for row in rows))
        head = ["Văn bản", *(_part(code, name) for code, name in parts)]
        lines = []
        for document, of in grouped(rows, "document").items():
            by_part = {row[column]: f"{row['covered']}/{row['indicators']}" for row in of}
            lines.append([view.labels[document], *(by_part.get(code, "") for code, _ in parts)])
        found.append((head, lines))
    return found


def _part(code: str | None, name: str | None) -> str:
    return f"{code}. {name}" if code and name else code or "chung cho các trụ cột"


def counts(view: View, table: list[Row], column: str, words: Mapping[str, str], none: str) -> Table:
    """Targets by tier or year: a document a row, a tier or year a column."""
    parts = list(dict.fromkeys(row[column] for row in table))
    head = ["Văn bản", *(none if p is None else words.get(str(p), str(p)) for p in parts)]
    lines = []
    for document, of in grouped(table, "document").items():
        by_part = {row[column]: str(row["targets"]) for row in of}
        lines.append([view.labels[document], *(by_part.get(part, "0") for part in parts)])
    return head, sorted(lines, key=lambda line: list(view.labels.values()).index(line[0]))


def slope_charts(view: View) -> list[tuple[str, list[Slopes]]]:
    """Pictures of each document: targets in percent that have a past value, by main indicator."""
    found: list[tuple[str, list[Slopes]]] = []
    for document, rows in grouped(view.coded if view.few else (), "document").items():
        charts = []
        usable = [r for r in rows if r["unit"] == "percent" and r["baseline"] is not None]
        for _, title, members in view.groups(usable):
            several = len({row["indicator_code"] for row in members}) < len(members)
            steps = {
                (r["indicator_code"], r["baseline"], r["value"], r["level"] if several else None): Step(
                    r["baseline"],
                    r["value"],
                    f"{r['indicator_code']}: {_before(r)}",
                    f"{r['indicator_code']}: {commitment(r)} {tier(r)}".rstrip(),
                    f"#q{view.link(r).quote.number}",
                )
                for r in members
            }
            charts.append(slopes(title, list(steps.values()), "kỳ trước", "chỉ tiêu"))
        if charts:
            found.append((view.labels[document], charts))
    return found


def _before(row: Row) -> str:
    return past({"value": row["baseline"], "unit": "percent", "max": None, "year": row["baseline_year"]})


def owner_groups(view: View) -> tuple[list[str], list[Group]]:
    """Lead and supporting units by indicator, a column for each document; few documents only."""
    groups = []
    rows = view.comparison.rows("owners") if view.few else []
    for id, title, members in view.groups(rows):
        lines = []
        for (code, name), of in grouped(members, "indicator_code", "indicator_name").items():
            by_document = {row["document"]: row for row in of}
            cells = [_owners(view, by_document.get(document)) for document in view.labels]
            lines.append((code, name or "", cells))
        groups.append(Group(f"don-vi-{id}", title, lines))
    return list(view.labels.values()), groups


def _owners(view: View, row: Row | None) -> Owners | None:
    if row is None:
        return None
    if not row["lead_units"]:
        return Owners(None, "", row["supporting_units"])
    link = view.quotes.link(row["lead_units"], row, row["source"])
    return Owners(link, leads_today(row), row["supporting_units"])


def leads_today(row: Row) -> str:
    """Who answers today for the lead units of a row of owners; empty where they are there as they were."""
    return str(row["lead_units_today"]) if row["lead_units_today"] != row["lead_units"] else ""


def merged_into(row: Row) -> str:
    """The province that a document's or row's province has gone into; empty where it is there."""
    return str(row["province_today"]) if row["province_today"] != row["province"] else ""


def outside(view: View) -> list[tuple[str, Link, Row]]:
    """Targets that no indicator of the catalog measures."""
    rows = [row for row in view.matrix if row["indicator_code"] is None][:_LISTED]
    return [(shortened(row["measured"], 120), view.link(row), row) for row in rows]


def change_rows(view: View) -> list[tuple[Row, Link | None, Link | None]]:
    """Changes with links to both sides; what stayed the same is left to the workbook."""
    targets = {(row["document"], row["target"]): row for row in view.matrix}
    found: list[tuple[Row, Link | None, Link | None]] = []
    for row in view.comparison.rows("changes"):
        if row["change"] != "same" and len(found) < _LISTED:
            found.append((row, _side(view, targets, row, "earlier"), _side(view, targets, row, "later")))
    return found


def _side(view: View, targets: Mapping[tuple[str, str], Row], row: Row, side: str) -> Link | None:
    if row[f"{side}_target"] is None:
        return None
    return view.link(targets[(row[f"{side}_document"], row[f"{side}_target"])])
