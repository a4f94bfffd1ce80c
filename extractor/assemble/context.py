"""What every step of the assembly looks things up in: the text, its quantities, the plan's years."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from extractor.annotators.baselines import BaselineDraft
from extractor.annotators.drafts import TargetDraft
from extractor.annotators.own_abbreviations import own_abbreviations
from extractor.annotators.past_year import said_past_year
from extractor.annotators.quantities import Quantity
from extractor.annotators.units import UnitMention
from extractor.catalog import Matcher
from extractor.records import Alternative
from extractor.sources.model import Source
from extractor.structure.letterhead import Facts
from extractor.vietnamese.periods import DeadlineReading, read_deadline


@dataclass(frozen=True)
class Context:
    """The document under assembly."""

    source: Source
    facts: Facts
    quantities: tuple[Quantity, ...]
    matcher: Matcher

    @property
    def plan_year(self) -> int | None:
        """The year the plan begins with; values of earlier years are results."""
        period = self.facts.period
        issued = self.facts.issued_on
        if self.facts.kind == "report" and period and period[1]:
            if issued and period[1].year > issued.year:
                return issued.year + 1  # a title that also names next year's plan
            whole = period[1].month == 12  # what it reports; half a year's report promises for the other half
            return period[1].year + (1 if whole else 0)
        if period and period[0] and period[1]:
            # a plan cannot promise what was over when it was issued
            return max(period[0].year, issued.year if issued and period[1].year < issued.year else 0)
        if self.facts.issued_on:
            return self.facts.issued_on.year
        return period[1].year if period and period[1] else None

    @cached_property
    def own_abbreviations(self) -> dict[str, str]:
        """Short forms that the document defines, folded, with what they stand for."""
        return own_abbreviations(self.source.text)

    @cached_property
    def past_year(self) -> int | None:
        """The year of past values that name none, where the document says it."""
        return said_past_year(self.source.text, self.plan_year)

    def text(self, start: int, end: int) -> str:
        """Words of a span."""
        return self.source.text[start:end]

    def deadline(self, start: int, end: int, read_as: str | None = None) -> DeadlineDraft | None:
        """The deadline that a cell or a label's value states; None when it says no time.

        ``read_as`` are its words in full where the cell leaves to its column's title what its numbers are.
        """
        text = read_as or self.text(start, end)
        period = self.facts.period
        plan_start, plan_end = period if period else (None, None)
        reading = read_deadline(
            text, plan_start=plan_start, plan_end=plan_end, issued_on=self.facts.issued_on
        )
        if reading.due is None and not reading.recurring and not any(c.isalnum() for c in text):
            return None
        return DeadlineDraft(start, end, reading)


@dataclass(frozen=True, slots=True)
class DeadlineDraft:
    """A deadline's words and their meaning."""

    start: int
    end: int
    reading: DeadlineReading

    @property
    def due(self) -> date | None:
        """Last day."""
        return self.reading.due


@dataclass(frozen=True, slots=True)
class Place:
    """Table, row and column of a cell."""

    table: int
    row: int
    column: int | None = None


@dataclass
class TaskDraft:
    """A task being put together."""

    start: int
    end: int
    title: str
    section: str
    lead: list[UnitMention] = field(default_factory=list)
    supporting: list[UnitMention] = field(default_factory=list)
    monitoring: list[UnitMention] = field(default_factory=list)
    deadline: DeadlineDraft | None = None
    labelled_deadline: bool = False
    """Whether a label gives its deadline, over which the words of the task tell none."""
    deliverable: str | None = None
    printed_code: str | None = None
    codes: list[str] = field(default_factory=list)
    cited: tuple[str, ...] = ()
    """Indicators that its own words cite by code: these it is given, whatever else it speaks of."""
    helped: frozenset[str] = frozenset()
    """Those among them that it only helps with ("phối hợp thực hiện chỉ số 2.8")."""
    place: Place | None = None
    targets: list[TargetAim] = field(default_factory=list)
    labelled: bool = False
    number: str = ""
    """Its own number where its label has one ("Việc 11: …")."""
    groups: tuple[str, ...] = ()
    """Main groups of the catalog that the heading above it names."""


@dataclass
class TargetAim:
    """A target being put together; ``name`` is the indicator's name where a row or label gives it."""

    draft: TargetDraft
    task: TaskDraft | None = None
    name: str | None = None
    section: int = 0
    path: str = ""
    """Numbering of the place that states it ("II.2.a"), by which other sections refer to it."""
    baselines: list[BaselineDraft] = field(default_factory=list)
    lead: list[UnitMention] | None = None
    supporting: list[UnitMention] | None = None
    assigned_by: TaskDraft | None = None
    deadline: DeadlineDraft | None = None
    place: Place | None = None
    printed_code: str | None = None
    among: tuple[str, ...] = ()
    """The indicators that its row or paragraph stands for, where they are several."""
    codes: list[str] = field(default_factory=list)
    context: str | None = None
    notes: list[str] = field(default_factory=list)
    certainty: float = 1.0
    alternatives: list[Alternative] = field(default_factory=list)

    @property
    def indicator(self) -> str:
        """What is measured."""
        return self.name or self.draft.indicator
