"""Drafts to public records, each with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from extractor.annotators.acts import Act
from extractor.annotators.baselines import BaselineDraft
from extractor.annotators.indicators import without_codes
from extractor.annotators.own_abbreviations import own_names
from extractor.annotators.tiers import city_tier
from extractor.annotators.units import UnitMention
from extractor.assemble.context import Context, DeadlineDraft, Place, TargetAim, TaskDraft
from extractor.assemble.found import FoundActual
from extractor.records import (
    Actual,
    Baseline,
    BoxRecord,
    Citation,
    Deadline,
    Document,
    Evidence,
    Extraction,
    Level,
    NoteRecord,
    Period,
    Score,
    Target,
    Task,
    Unit,
)
from extractor.sources.places import boxes_of
from extractor.vietnamese.forms import fold


@dataclass(frozen=True, slots=True)
class Found:
    """All that was found in a document, in the order of the source."""

    tasks: Sequence[TaskDraft]
    targets: Sequence[TargetAim]
    scores: Sequence[Score]
    actuals: Sequence[FoundActual]


def make_extraction(context: Context, found: Found, acts: Sequence[Act]) -> Extraction:
    """The whole record of a document; ids follow the order of the source."""
    tasks, targets = found.tasks, found.targets
    writer = _Writer(context)
    ids = {id(task): f"t{n}" for n, task in enumerate(tasks, 1)}
    notes = [NoteRecord(code=n.code, message=n.message) for n in context.source.notes]
    if not (tasks or targets or found.actuals):
        notes.append(
            NoteRecord(code="nothing-found", message="Không tìm thấy chỉ tiêu hay nhiệm vụ nào trong văn bản")
        )
    return Extraction(
        document=writer.document(acts),
        tasks=tuple(writer.task(task, ids[id(task)]) for task in tasks),
        targets=tuple(writer.target(aim, f"g{n}", ids) for n, aim in enumerate(targets, 1)),
        scores=tuple(found.scores),
        actuals=tuple(writer.actual(actual, f"a{n}") for n, actual in enumerate(found.actuals, 1)),
        notes=tuple(notes),
        catalog=context.matcher.catalog.name,
    )


class _Writer:
    def __init__(self, context: Context) -> None:
        self.context = context

    def evidence(self, start: int, end: int, place: Place | None = None) -> Evidence:
        """Where a span stands, with the boxes of its lines."""
        source = self.context.source
        return Evidence(
            start=start, end=end, page=source.page_at(start), boxes=self._boxes(start, end),
            table=place.table if place else None, row=place.row if place else None,
            column=place.column if place else None, ocr=source.recognised(start, end),
        )  # fmt: skip

    def _boxes(self, start: int, end: int) -> tuple[BoxRecord, ...]:
        if not self.context.source.pages:
            return ()
        found = boxes_of(self.context.source, start, end)
        return tuple(BoxRecord(page=b.page, x0=b.x0, top=b.top, x1=b.x1, bottom=b.bottom) for b in found)

    def document(self, acts: Sequence[Act]) -> Document:
        """Facts of the document; its own number is no citation."""
        source, facts = self.context.source, self.context.facts
        citations = tuple(
            Citation(
                kind=a.kind, number=a.number, issued_on=a.issued_on, issuer=a.issuer,
                text=self.context.text(a.start, a.end), evidence=self.evidence(a.start, a.end),
            )
            for a in acts if a.number is None or a.number != facts.number
        )  # fmt: skip
        return Document(
            id=PurePath(source.name).stem, source=source.name, kind=facts.kind, number=facts.number,
            issued_on=facts.issued_on, issuer=facts.issuer, province=facts.province, level=facts.level,
            title=facts.title, signer=facts.signer,
            period=Period(start=facts.period[0], end=facts.period[1]) if facts.period else None,
            citations=citations,
            evidence={name: self.evidence(*span) for name, span in sorted(facts.spans.items())},
        )  # fmt: skip

    def units(self, mentions: Sequence[UnitMention]) -> tuple[Unit, ...]:
        """One entry for each full name, first mention kept."""
        seen: dict[str, Unit] = {}
        own = self.context.own_abbreviations
        for mention in mentions:
            for name in (own_names(mention.text, own) if own else None) or mention.names:
                seen.setdefault(
                    name,
                    Unit(text=mention.text, name=name, evidence=self.evidence(mention.start, mention.end)),
                )
        return tuple(seen.values())

    def deadline(self, draft: DeadlineDraft | None) -> Deadline | None:
        """A deadline's record."""
        if draft is None:
            return None
        return Deadline(
            text=self.context.text(draft.start, draft.end), due=draft.due, recurring=draft.reading.recurring,
            evidence=self.evidence(draft.start, draft.end),
        )  # fmt: skip

    def task(self, task: TaskDraft, key: str) -> Task:
        """A task's record."""
        return Task(
            id=key, section=task.section, title=" ".join(task.title.split()),
            quote=self.context.text(task.start, task.end),
            lead_units=self.units(task.lead), supporting_units=self.units(task.supporting),
            monitoring_units=self.units(task.monitoring), deadline=self.deadline(task.deadline),
            deliverable=task.deliverable, indicator_codes=tuple(task.codes),
            evidence=self.evidence(task.start, task.end, task.place),
        )  # fmt: skip

    def level(self, level: Level | None, start: int, end: int) -> Level | None:
        """A tier of government, as the issuer of the document means it."""
        facts = self.context.facts
        return city_tier(level, fold(self.context.text(start, end)), facts.issuer, facts.level)

    def target(self, aim: TargetAim, key: str, ids: dict[int, str]) -> Target:
        """A target's record."""
        draft, quantity = aim.draft, aim.draft.quantity
        return Target(
            id=key, task=ids.get(id(aim.task)) if aim.task else None,
            kind="quantitative" if quantity else "qualitative",
            indicator=(
                without_codes(" ".join(aim.indicator.split())) or self.context.text(draft.start, draft.end)
            ),
            comparator=draft.comparator if quantity else None,
            value=_plain(quantity.value) if quantity else None,
            value_to=quantity.value_to if quantity else None,
            unit=quantity.unit if quantity else None, level=self.level(draft.level, *draft.sentence),
            quote=self.context.text(draft.start, draft.end), deadline=self.deadline(aim.deadline),
            indicator_codes=tuple(aim.codes), alternatives=tuple(aim.alternatives),
            baselines=tuple(self.baseline(b) for b in aim.baselines),
            lead_units=self.units(aim.lead) if aim.lead is not None else None,
            supporting_units=self.units(aim.supporting) if aim.supporting is not None else None,
            assigned_by=ids.get(id(aim.assigned_by)) if aim.assigned_by else None,
            certainty=aim.certainty, notes=(*draft.notes, *aim.notes),
            evidence=self.evidence(draft.start, draft.end, aim.place),
        )  # fmt: skip

    def actual(self, found: FoundActual, key: str) -> Actual:
        """A result's record; its period is open where the text is silent."""
        draft, covered = found.draft, found.draft.covered
        return Actual(
            id=key, indicator=draft.indicator or self.context.text(draft.start, draft.end),
            value=_plain(draft.value) if draft.value is not None else None, unit=draft.unit,
            level=self.level(draft.level, draft.start, draft.end),
            numerator=draft.numerator, denominator=draft.denominator,
            period=Period(start=covered.first if covered else None, end=covered.last if covered else None),
            of_target=draft.of_target, verdict=draft.verdict, comparator=draft.comparator,
            quote=self.context.text(draft.start, draft.end), indicator_codes=tuple(found.codes),
            alternatives=tuple(found.alternatives), evidence=self.evidence(draft.start, draft.end,
            found.place),
        )  # fmt: skip

    def baseline(self, draft: BaselineDraft) -> Baseline:
        """A baseline's record."""
        return Baseline(
            year=draft.year or self.context.past_year,
            value=_plain(draft.value), unit=draft.unit, max=draft.max,
            evidence=self.evidence(draft.start, draft.end),
        )  # fmt: skip


def _plain(value: float) -> float:
    return round(value, 6)
