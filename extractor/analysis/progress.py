"""Actuals beside targets: what plans promised and what reports say was reached, never one for the other.

A result is set against a target of the same place, indicator, unit and tier whose period it falls in. Only
figures decide; where they leave it open, the report's own verdict stands, and is told as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from extractor.analysis.answers import Answer, Judged, judge
from extractor.analysis.pairs import Aim, Result, aims_of, place_of, results_of, suits
from extractor.catalog import Catalog
from extractor.records import Extraction


@dataclass(frozen=True, slots=True)
class Line:
    """A target with the result that answers it, and all results of the same measure in order of time."""

    aim: Aim
    status: Answer
    result: Result | None
    judged: Judged
    series: tuple[Result, ...] = ()
    indicator_name: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """Targets with their answers, results that no plan asked for, and what to know before reading on."""

    plans: tuple[Extraction, ...]
    reports: tuple[Extraction, ...]
    lines: tuple[Line, ...]
    unplanned: tuple[Result, ...]
    messages: tuple[str, ...] = ()
    counts: dict[Answer, int] = field(default_factory=dict)


def progress(documents: Iterable[Extraction], *, catalog: Catalog | None = None) -> Progress:
    """Set the actuals of reports beside the targets of the other documents.

    ``catalog`` gives names of indicators (default: the catalog the documents name, where it is at hand).
    Nothing to compare gives an empty result with a message that says why.
    """
    documents = list(documents)
    reports = tuple(d for d in documents if d.document.kind == "report")
    plans = tuple(d for d in documents if d.document.kind != "report")
    results = [r for report in reports for r in results_of(report)]
    names = _names(documents, catalog)
    lines: list[Line] = []
    used: set[int] = set()
    for plan in plans:
        for aim, found in _answered(plan, results):
            used |= {id(r) for r in found}
            lines.append(_line(aim, found, names))
    unplanned = tuple(r for r in results if id(r) not in used)
    counts = {answer: sum(line.status == answer for line in lines) for answer in Answer.__args__}  # type: ignore[attr-defined]
    return Progress(plans, reports, tuple(lines), unplanned, tuple(_messages(plans, reports, lines)), counts)


def _names(documents: Sequence[Extraction], catalog: Catalog | None) -> dict[tuple[str | None, str], str]:
    """Names of indicators by catalog and code."""
    found: dict[tuple[str | None, str], str] = {}
    for name in dict.fromkeys(d.catalog for d in documents):
        known = catalog
        if name is not None and (catalog is None or catalog.name != name):
            known = Catalog.load(name) if name in Catalog.names() else None
        elif known is None:
            known = Catalog.default()
        found |= {(name, indicator.code): indicator.name for indicator in known or ()}
    return found


def _answered(plan: Extraction, results: Sequence[Result]) -> Iterator[tuple[Aim, list[Result]]]:
    """Each target of a plan with the results that suit it best among the plan's targets."""
    aims = list(aims_of(plan))
    place = place_of(plan.document)
    near = [r for r in results if place is not None and r.place == place]
    scores = {(a, id(r)): suits(aim, r) for a, aim in enumerate(aims) for r in near}
    best = {id(r): max((scores[a, id(r)] for a in range(len(aims))), default=0.0) for r in near}
    for a, aim in enumerate(aims):
        found = [r for r in near if scores[a, id(r)] > 0 and scores[a, id(r)] >= best[id(r)] - 3]
        yield aim, sorted(found, key=_in_time)


def _in_time(result: Result) -> tuple[date, date, str, str]:
    return (result.until or date.min, result.since or date.min, result.report.id, result.actual.id)


def _line(aim: Aim, found: Sequence[Result], names: dict[tuple[str | None, str], str]) -> Line:
    """The target with its latest result of the plan's own period; earlier years stay in the series."""
    fitting = [r for r in found if aim.covers(r)]
    whole = [r for r in fitting if aim.is_whole(r)]
    result = (whole or fitting)[-1] if fitting else None
    judged = judge(aim, result, partial=bool(result) and not whole)
    name = names.get((aim.catalog, aim.code)) if aim.code else None
    return Line(aim, judged.answer, result, judged, tuple(found), name)


def _messages(
    plans: Sequence[Extraction], reports: Sequence[Extraction], lines: Sequence[Line]
) -> Iterator[str]:
    if not plans and not reports:
        yield "không có văn bản nào để đối chiếu"
        return
    if not plans:
        yield "không có kế hoạch nào: chỉ liệt kê kết quả trong báo cáo"
    if not reports:
        yield "không có báo cáo nào: mọi chỉ tiêu đều chưa có kết quả"
    for report in reports:
        if not report.actuals:
            yield f"{report.document.source}: báo cáo không nêu kết quả bằng số"
    places = {place_of(p.document) for p in plans} - {None}
    for report in reports:
        place = place_of(report.document)
        if plans and place is None:
            yield f"{report.document.source}: không rõ địa phương hay cơ quan, không đối chiếu được"
        elif plans and place not in places:
            yield f"{report.document.source}: không có kế hoạch của cùng địa phương, cơ quan"
    yield from _of_catalogs([*plans, *reports])
    coded = sum(line.aim.code is not None for line in lines)
    if lines and coded < len(lines):
        yield f"{len(lines) - coded}/{len(lines)} chỉ tiêu không có mã chỉ số: đối chiếu theo lời văn"


def _of_catalogs(documents: Sequence[Extraction]) -> Iterator[str]:
    named = {d.catalog for d in documents if d.catalog}
    if len(named) > 1:
        names = ", ".join(sorted(named))
        yield f"các văn bản dùng bộ chỉ số khác nhau ({names}): mã chỉ so trong cùng một bộ"
    unknown = sorted(name for name in named if name not in Catalog.names())
    if unknown:
        yield f"không có sẵn bộ chỉ số {', '.join(unknown)}: chỉ in mã, không in tên chỉ số"
