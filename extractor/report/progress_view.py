"""A progress made ready to be shown: rows in words, each figure linked to its quote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractor.analysis.pairs import Result
from extractor.analysis.progress import Line, Progress
from extractor.records import Document, Evidence
from extractor.report.html import Link, Quotes
from extractor.report.progress_words import ANSWERS, share_words, value_words, when
from extractor.report.vietnamese import commitment, day, judgement
from extractor.report.wording import LEVELS

TONES = {"reached": "h3", "missed": "only", "pending": "h1", "unclear": "h1"}


@dataclass(frozen=True, slots=True)
class Bar:
    """How much of the target is reached, as a bar (at most full)."""

    label: str
    share: float
    text: str


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A target in words."""

    code: str
    name: str
    level: str
    due: str
    target: Link
    result: Link | None
    share: str
    status: str
    notes: str
    tone: str
    owners: str
    series: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class ShownResult:
    """A result that no plan asks for."""

    measured: str
    level: str
    when: str
    judgement: str
    figure: Link


@dataclass(frozen=True, slots=True)
class Shown:
    """All views of a progress."""

    labels: Mapping[str, str]
    quotes: Quotes
    plans: tuple[tuple[str, tuple[ShownLine, ...]], ...]
    unplanned: tuple[tuple[str, tuple[ShownResult, ...]], ...]
    bars: tuple[Bar, ...]


def label_of(document: Document) -> str:
    """A document's short name: kind, issuer, number or year."""
    kind = "Báo cáo" if document.kind == "report" else "Kế hoạch"
    number = document.number or (day(document.issued_on) if document.issued_on else "")
    return " ".join(filter(None, (kind, number, document.issuer or document.id)))


def shown(progress: Progress) -> Shown:
    """The views; the same progress gives the same words."""
    documents = [d.document for d in (*progress.plans, *progress.reports)]
    short = [label_of(d) for d in documents]
    labels = {
        d.id: name if short.count(name) == 1 else f"{name} ({d.id})"
        for d, name in zip(documents, short, strict=True)
    }
    quotes = Quotes(labels)
    plans = tuple(
        (
            labels[p.document.id],
            tuple(_line(quotes, ln) for ln in progress.lines if ln.aim.plan.id == p.document.id),
        )
        for p in progress.plans
    )
    others = tuple(
        (labels[r.document.id],
         tuple(_result(quotes, x) for x in progress.unplanned if x.report.id == r.document.id))
        for r in progress.reports
    )  # fmt: skip
    return Shown(labels, quotes, plans, tuple(o for o in others if o[1]), _bars(progress.lines))


def _words(document: str, quote: str, evidence: Evidence | None) -> dict[str, object]:
    place = {n: getattr(evidence, n) if evidence else None for n in ("page", "start", "end")}
    return {"document": document, "quote": quote, **place}


def _link(quotes: Quotes, text: str, result: Result) -> Link:
    actual = result.actual
    return quotes.link(text, _words(result.report.id, actual.quote, actual.evidence), actual.id)


def _line(quotes: Quotes, line: Line) -> ShownLine:
    target = line.aim.target
    words = _words(line.aim.plan.id, target.quote, target.evidence)
    others = [r for r in line.series if r is not line.result]
    return ShownLine(
        line.aim.code or "", target.indicator, LEVELS.get(target.level or "", ""),
        day(line.aim.due) if line.aim.due else "",
        quotes.link(commitment(target) or "định tính", words, target.id),
        _link(quotes, value_words(line.result), line.result) if line.result else None,
        share_words(line), ANSWERS[line.status], "; ".join(line.judged.notes), TONES.get(line.status, ""),
        ", ".join(line.aim.leads),
        tuple((_link(quotes, value_words(r), r), labels_of(quotes, r)) for r in others),
    )  # fmt: skip


def labels_of(quotes: Quotes, result: Result) -> str:
    """The report's label."""
    return quotes.labels.get(result.report.id, result.report.id)


def _result(quotes: Quotes, result: Result) -> ShownResult:
    actual = result.actual
    return ShownResult(
        actual.indicator, LEVELS.get(actual.level or "", ""), when(result), judgement(actual),
        _link(quotes, value_words(result), result),
    )  # fmt: skip


_SHOWN = 40
_LABEL = 28  # characters


def _bars(lines: Sequence[Line]) -> tuple[Bar, ...]:
    """The share of each target reached, the lowest first."""
    valued = [ln for ln in lines if ln.judged.share is not None]
    valued.sort(key=lambda ln: (ln.judged.share or 0, ln.aim.plan.id, ln.aim.target.id))
    return tuple(
        Bar(_short(ln.aim.target.indicator, _tier(ln)), min(ln.judged.share or 0, 100) / 100, share_words(ln))
        for ln in valued[:_SHOWN]
    )


def _tier(line: Line) -> str:
    return LEVELS.get(line.aim.target.level or "", "")


def _short(text: str, tier: str) -> str:
    """A label that fits beside its bar, with the tier that tells equal ones apart."""
    room = _LABEL - (len(tier) + 3 if tier else 0)
    words = text if len(text) <= room else text[: room - 1].rstrip() + "…"
    return f"{words} ({tier})" if tier else words
