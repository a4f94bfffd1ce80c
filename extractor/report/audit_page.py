"""The web page of an audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.analysis.audit.model import SEVERITIES, Finding, Rule, Span
from extractor.analysis.audit.report import Audit
from extractor.analysis.audit.rules import rules
from extractor.analysis.owners import orphans
from extractor.report import audit_view as views
from extractor.report.charts import Bar, shortened
from extractor.report.html import Link, Quote, Quotes, page
from extractor.report.vietnamese import day, number

_SHOWN, _FEW, _LOADS, _UNITS = 2000, 3, 60, 12
_CONTENTS = [
    ("tom-tat", "Tóm tắt"), ("phat-hien", "Phát hiện"), ("do-phu", "Độ phủ"), ("don-vi", "Đơn vị"),
    ("khong-chu", "Chỉ số không có chủ trì"),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    finding: Finding
    links: list[Link]


@dataclass(frozen=True, slots=True)
class _Group:
    rule: Rule
    rows: list[_Row]


class _Late:
    """The quotes, asked for at the end of the page, when all its links are made."""

    def __init__(self, quotes: Quotes) -> None:
        self.quotes = quotes

    def __iter__(self) -> Iterator[tuple[str, list[Quote]]]:
        return iter(self.quotes.by_document())

    def __bool__(self) -> bool:
        return bool(self.quotes.found)


def audit_page(audit: Audit) -> str:
    """The whole page as text; the same audit gives the same bytes."""
    labels = {d.id: d.id for d in audit.documents}
    quotes = Quotes(labels)
    rest = [f for f in audit.findings if f.rule not in views.GAPS]
    shown = sorted(rest, key=lambda f: SEVERITIES.index(f.severity))[:_SHOWN]
    groups = _groups(shown, labels, quotes)
    contents = [*_CONTENTS, ("bang-chung", "Bằng chứng")] if quotes.found else _CONTENTS
    named = ", ".join(list(labels.values())[:_FEW]) if len(labels) <= _FEW else f"{len(labels)} văn bản"
    return page(
        "audit.html.j2",
        title=f"Kiểm tra kế hoạch: {named or 'không có văn bản'}",
        subtitle=str(audit.catalog.meta.get("title", audit.catalog.name)),
        contents=contents,
        messages=audit.messages,
        documents=_documents(audit),
        by_rule=[(*row[:3], *map(number, row[3:])) for row in views.by_rule(audit.findings)],
        accepted=len(audit.accepted),
        groups=groups,
        shown=len(shown),
        cut=len(rest) - len(shown),
        bars=_bars(audit) if len(audit.documents) <= 40 else [],
        coverage=list(_coverage(audit)) if len(audit.documents) <= _FEW * 2 else [],
        load_bars=[
            Bar(shortened(x.unit, 34), x.led / max(audit.loads[0].led, 1), number(x.led))
            for x in audit.loads[:_UNITS] if x.led
        ],
        loads=_loads(audit),
        more_loads=max(len(audit.loads) - _LOADS, 0),
        matrices=_matrices(audit) if len(audit.documents) <= _FEW else [],
        orphans=_orphans(audit),
        quotes=_Late(quotes),
    )  # fmt: skip


def _documents(audit: Audit) -> list[dict[str, object]]:
    counts = Counter((f.document, f.severity) for f in audit.findings)
    return [
        {
            "label": d.id, "title": d.title or "", "number": d.number or "", "issued_on": d.issued_on,
            "counts": [counts[d.id, severity] for severity in SEVERITIES], "covered": audit.covered[d.id],
        }
        for d in audit.documents
    ]  # fmt: skip


def _groups(findings: list[Finding], labels: dict[str, str], quotes: Quotes) -> list[_Group]:
    by_rule: dict[str, list[_Row]] = {}
    for finding in findings:
        links = [_link(quotes, finding.document, span) for span in finding.evidence[:3]]
        row = _Row(labels.get(finding.document, finding.document), finding, links)
        by_rule.setdefault(finding.rule, []).append(row)
    return [_Group(rule, by_rule[name]) for name, rule in rules().items() if name in by_rule]


def _link(quotes: Quotes, document: str, span: Span) -> Link:
    place = {
        "document": document,
        "quote": span.quote,
        "page": span.page,
        "start": span.start,
        "end": span.end,
    }
    return quotes.link(shortened(" ".join(span.quote.split()), 70), place, f"{span.start}-{span.end}")


def _bars(audit: Audit) -> list[Bar]:
    bars = []
    for document in audit.documents:
        _, led, total = audit.covered[document.id]
        bars.append(Bar(shortened(document.id, 34), led / max(total, 1), f"{number(led)}/{number(total)}"))
    return bars


def _coverage(audit: Audit) -> Iterator[tuple[list[str], list[list[str]]]]:
    gaps = views.missing(audit)
    documents = [d.id for d in audit.documents]
    rows = []
    for indicator in audit.catalog:
        if not indicator.is_group:
            cells = [", ".join(gaps.get((name, indicator.code), ())) for name in documents]
            rows.append([f"{indicator.code} {indicator.name}", *(f"thiếu {c}" if c else "đủ" for c in cells)])
    if documents:
        yield ["Chỉ số", *documents], rows


def _loads(audit: Audit) -> list[tuple[str, ...]]:
    return [
        (
            x.unit, x.province or "", number(x.led), number(x.supported), number(x.indicators_led),
            number(x.indicators_supported), day(x.next_due) if x.next_due else "",
            views.successor_text(x.unit, x.province),
        )
        for x in audit.loads[:_LOADS]
    ]  # fmt: skip


def _matrices(audit: Audit) -> list[tuple[str, list[str], list[list[str]]]]:
    found = []
    for document, units, rows in views.matrix(audit.owners):
        kept = units[:_UNITS]
        body = [[f"{code} {name}", *cells[: len(kept)]] for code, name, *cells in rows]
        found.append((document, ["Chỉ số", *kept], body))
    return found


def _orphans(audit: Audit) -> list[tuple[str, str, str]]:
    by_document: dict[str, list[str]] = {}
    for row in orphans(audit.owners):
        by_document.setdefault(row.document, []).append(row.indicator_code)
    return [(name, number(len(codes)), ", ".join(codes)) for name, codes in by_document.items()]
