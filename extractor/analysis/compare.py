"""Documents side by side: one call, one result of tables.

>>> result = compare("out-2023", "out-2024")          # folders that `kehoach extract` wrote
>>> result.matrix[["indicator_code", "document", "value"]]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.analysis import coverage as covering
from extractor.analysis import matrix as tables
from extractor.analysis.changes import changes
from extractor.analysis.entries import entries_of, labels
from extractor.analysis.frames import Table, Tables
from extractor.analysis.issues import Crosswalk, Issues, issues_in_use
from extractor.analysis.leads import side_by_side
from extractor.analysis.load import Names, OnError
from extractor.analysis.plans import Plan, load_plans, plan_of
from extractor.catalog import Catalog
from extractor.records import Extraction

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, eq=False)
class Comparison:
    """All tables of a comparison: DataFrames or plain rows (`docs/compare.md` tells their columns)."""

    tables: Mapping[str, Table] = field(repr=False)
    catalogs: tuple[Catalog, ...] = field(repr=False)
    years_apart: bool
    """Whether ranks keep targets of different years apart."""
    messages: tuple[str, ...]
    """What a reader has to know first: nothing to compare, codes without a catalog …"""

    def rows(self, name: str) -> list[dict[str, Any]]:
        """A table as plain rows, None where a cell is empty; not to be changed."""
        return self.tables[name].rows

    @property
    def documents(self) -> pandas.DataFrame:
        """Each document, with its label and how much of it can be compared."""
        return self.tables["documents"].frame

    @property
    def matrix(self) -> pandas.DataFrame:
        """Long: one row for each target under each indicator it measures."""
        return self.tables["matrix"].frame

    @property
    def past(self) -> pandas.DataFrame:
        """Every past value beside a target."""
        return self.tables["past"].frame

    @property
    def wide(self) -> pandas.DataFrame:
        """One row for each indicator, unit and tier, one column a document."""
        return self.tables["wide"].frame

    @property
    def coverage(self) -> pandas.DataFrame:
        """One row for each sub-indicator and document."""
        return self.tables["coverage"].frame

    @property
    def by_group(self) -> pandas.DataFrame:
        """Share of sub-indicators covered, by main indicator."""
        return self.tables["by_group"].frame

    @property
    def by_pillar(self) -> pandas.DataFrame:
        """The same by pillar."""
        return self.tables["by_pillar"].frame

    @property
    def by_level(self) -> pandas.DataFrame:
        """Number of targets by tier of government."""
        return self.tables["by_level"].frame

    @property
    def by_year(self) -> pandas.DataFrame:
        """Number of targets by the year they are due."""
        return self.tables["by_year"].frame

    @property
    def only_one(self) -> pandas.DataFrame:
        """Indicators that one document covers and no other."""
        return self.tables["only_one"].frame

    @property
    def uncovered(self) -> pandas.DataFrame:
        """Indicators without a target in any document."""
        return self.tables["uncovered"].frame

    @property
    def owners(self) -> pandas.DataFrame:
        """Lead and supporting units of each indicator and document."""
        return self.tables["owners"].frame

    @property
    def changes(self) -> pandas.DataFrame:
        """What became of targets between successive plans of one issuer."""
        return self.tables["changes"].frame


def compare(
    *sources: str | Path | Extraction | Iterable[Extraction],
    catalog: Catalog | None = None,
    crosswalk: Crosswalk | str | Path | None = None,
    years_apart: bool = False,
) -> Comparison:
    """Compare the documents of ``sources``: folders or files that `extract` wrote, or Extractions.

    ``catalog`` is the list of indicators that codes belong to where a record names none (default: the
    provincial DTI set); ``crosswalk`` joins codes of different catalogs; with ``years_apart`` targets are
    ranked only among those of the same year. Files that cannot be read are told in ``messages``.
    Raises CatalogError for a bad crosswalk.
    """
    problems: list[str] = []
    plans = _plans(sources, lambda error: problems.append(str(error)))
    found = compare_plans(plans, catalog, crosswalk, years_apart)
    return replace(found, messages=(*problems, *found.messages))


def compare_plans(
    found: Iterable[Plan],
    catalog: Catalog | None = None,
    crosswalk: Crosswalk | str | Path | None = None,
    years_apart: bool = False,
) -> Comparison:
    """The same for documents that are already reduced to what comparing needs."""
    chosen = catalog or Catalog.default()
    if isinstance(crosswalk, str | Path):
        crosswalk = Crosswalk.from_csv(crosswalk)
    plans = _named(list(found), chosen)
    issues = issues_in_use(dict.fromkeys(plan.catalog for plan in plans), chosen, crosswalk)
    return Comparison(
        tables=_tables(plans, issues, years_apart),
        catalogs=tuple(known for known in issues.known.values() if known is not None),
        years_apart=years_apart,
        messages=tuple(_messages(plans, issues)),
    )


def _tables(plans: Sequence[Plan], issues: Issues, years_apart: bool) -> Tables:
    entries = tables.ordered((entry for plan in plans for entry in entries_of(plan, issues)), issues)
    found = covering.covers(entries, plans, issues)
    return Tables({
        "documents": lambda: tables.documents(plans),
        "matrix": lambda: tables.long(entries, issues, years_apart),
        "past": lambda: tables.past(plans),
        "wide": lambda: tables.wide(entries, plans, issues),
        "coverage": lambda: covering.coverage(found),
        "by_group": lambda: covering.by_group(found, issues),
        "by_pillar": lambda: covering.by_pillar(found),
        "by_level": lambda: covering.by_field(entries, "level"),
        "by_year": lambda: covering.by_field(entries, "year"),
        "only_one": lambda: covering.only_one(found),
        "uncovered": lambda: covering.uncovered(found),
        "owners": lambda: side_by_side(entries, plans, issues),
        "changes": lambda: changes(entries, plans, issues),
    })  # fmt: skip


def _plans(
    sources: Sequence[str | Path | Extraction | Iterable[Extraction]], on_error: OnError
) -> Iterator[Plan]:
    for source in sources:
        if isinstance(source, Extraction):
            yield plan_of(source)
        elif isinstance(source, str | Path):
            yield from load_plans([source], on_error, jobs=1)
        else:
            yield from map(plan_of, source)


def _named(plans: Sequence[Plan], chosen: Catalog) -> list[Plan]:
    """Each document under a name of its own, with its label and the issue of its codes."""
    names = Names()
    apart = [plan.named(names.of(plan.id), "", plan.catalog or chosen.name) for plan in plans]
    short = labels([plan.document for plan in apart])
    return [plan._replace(label=label) for plan, label in zip(apart, short, strict=True)]


def _messages(plans: Sequence[Plan], issues: Issues) -> Iterator[str]:
    if not plans:
        yield "Không có văn bản nào để so sánh."
        return
    if len(plans) == 1:
        yield "Chỉ có một văn bản: không có gì để so sánh, bảng chỉ cho biết nội dung của văn bản đó."
    targets = [(plan, target) for plan in plans for target in plan.aims]
    if not targets:
        yield "Không văn bản nào có chỉ tiêu."
    elif not any(target.codes for _, target in targets):
        yield "Không chỉ tiêu nào gắn với mã của bộ chỉ số: chỉ so được các chỉ tiêu có lời văn giống nhau."
    silent = [plan.label for plan in plans if not plan.aims]
    if targets and silent:
        yield f"{len(silent)} văn bản không có chỉ tiêu: {', '.join(silent[:5])}{' …' if silent[5:] else ''}."
    for name, known in issues.known.items():
        if known is None:
            yield f"Không có danh mục của bộ chỉ số {name}: thêm --catalog để có tên chỉ số và độ phủ."
            continue
        strange = sorted({
            code
            for plan, target in targets
            for code in target.codes
            if plan.catalog == name and issues.crosswalk.lead(name, code)[0] == name and code not in known
        })  # fmt: skip
        if strange:
            more = " …" if strange[10:] else ""
            yield f"Mã không có trong bộ chỉ số {name}: {', '.join(strange[:10])}{more}."
    if len(issues.known) > 1:
        yield (
            f"Các văn bản dùng {len(issues.known)} bộ chỉ số ({', '.join(issues.known)}): "
            "mã của bộ này không so với mã của bộ kia, trừ những mã mà bảng chuyển đổi nối lại."
        )
