"""The public records: what `kehoach extract` writes, one Extraction per document.

The interchange shape is fixed by the annotation guidelines; fields beyond it (``evidence``,
``alternatives`` …) add proof and doubt. JSON Schema is generated from these models
(`kehoach schema`). Numbers are plain, dates ISO 8601, texts NFC as printed.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Comparator = Literal["eq", "ge", "gt", "le", "lt"]
Level = Literal["province", "district", "commune"]
TargetUnit = Literal[
    "percent", "vnd", "points", "rank", "mbps",
    "per_week", "per_month", "per_quarter", "per_year", "count",
]  # fmt: skip
Verdict = Literal["exceeded", "reached", "missed"]
DocumentKind = Literal["plan", "report", "decision", "news", "other"]
DocumentLevel = Literal["central", "province", "district", "commune", "agency"]


class Record(BaseModel):
    """Base: records are immutable and know only their declared fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class BoxRecord(Record):
    """A rectangle on a page, PDF points from the top left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class Evidence(Record):
    """Where the words stand: ``source.text[start:end]`` is the quote, exactly."""

    start: int = Field(description="offset of the first character in the canonical text")
    end: int = Field(description="offset after the last character")
    page: int | None = Field(None, description="page number from 1, where the format has pages")
    boxes: tuple[BoxRecord, ...] = Field(
        default=(), description="rectangles; more than one when crossing pages"
    )
    table: int | None = Field(None, description="index of the table in the document, from 0")
    row: int | None = Field(None, description="row of the table, from 0")
    column: int | None = Field(None, description="column of the table, from 0")
    ocr: bool = Field(False, description="the words were recognised from a picture of the page")


class Unit(Record):
    """An organisation with a role: ``text`` as written, ``name`` in full by the naming rules."""

    text: str
    name: str
    evidence: Evidence | None = None


class Deadline(Record):
    """By when: ``due`` is the last day of the period named, None when only recurring."""

    text: str
    due: date | None
    recurring: bool
    evidence: Evidence | None = None


class Alternative(Record):
    """An indicator that could have been meant, with the reasons for its score (0 to 100)."""

    code: str
    score: float
    reasons: tuple[str, ...] = ()


class Period(Record):
    """The span that a plan governs, or that a result covers."""

    start: date | None
    end: date | None


class Baseline(Record):
    """A past value of the indicator beside its target; ``max`` belongs to points."""

    year: int | None
    value: float
    unit: TargetUnit
    max: float | None = None
    evidence: Evidence | None = None


class Task(Record):
    """A task (nhiệm vụ): who must do what by when."""

    id: str
    section: str = Field(description="numbering path of its heading, or the number of its annex row")
    title: str
    quote: str
    lead_units: tuple[Unit, ...] = ()
    supporting_units: tuple[Unit, ...] = ()
    monitoring_units: tuple[Unit, ...] = Field(default=(), description="units that follow, urge or sum up")
    deadline: Deadline | None = None
    deliverable: str | None = Field(None, description="product or result to hand in, as printed")
    indicator_codes: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    evidence: Evidence | None = None


class Target(Record):
    """A target (chỉ tiêu): one commitment about one measured thing, one value, one scope."""

    id: str
    task: str | None = None
    kind: Literal["quantitative", "qualitative"]
    indicator: str
    comparator: Comparator | None = None
    value: float | None = None
    value_to: float | None = Field(None, description="upper end where the source gives a range")
    unit: TargetUnit | None = None
    level: Level | None = None
    quote: str
    deadline: Deadline | None = Field(None, description="the target's own horizon, where printed")
    indicator_codes: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    lead_units: tuple[Unit, ...] | None = Field(None, description="only where they differ from its task's")
    supporting_units: tuple[Unit, ...] | None = None
    assigned_by: str | None = Field(None, description="task of another section that assigns this target")
    certainty: float = Field(1.0, ge=0, le=1, description="1 = plain reading; lower = see notes")
    notes: tuple[str, ...] = ()
    evidence: Evidence | None = None


class Actual(Record):
    """A measured result that a report states: what was reached, over which period."""

    id: str
    indicator: str
    value: float | None = Field(description="in base units, as for targets; None for a misprinted number")
    unit: TargetUnit | None
    level: Level | None = None
    numerator: float | None = Field(None, description="the a of a printed ratio a/b")
    denominator: float | None = Field(None, description="the b of a printed ratio a/b")
    period: Period = Field(description="what the result covers; an end is None where the text is silent")
    of_target: float | None = Field(None, description="percent of the target reached, where stated")
    verdict: Verdict | None = Field(None, description="what the report itself says of its target")
    comparator: Comparator | None = None
    quote: str
    indicator_codes: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    evidence: Evidence | None = None


class Score(Record):
    """A row of a table of past DTI scores of main indicators."""

    indicator_code: str | None
    name: str
    year: int | None
    points: float
    max: float | None = None
    rank: int | None = None
    rank_of: int | None = None
    evidence: Evidence | None = None


class Citation(Record):
    """A legal act that the document cites."""

    kind: str = Field(description="type of the act in Vietnamese, e.g. Quyết định")
    number: str | None
    issued_on: date | None = None
    issuer: str | None = None
    text: str
    evidence: Evidence | None = None


class Document(Record):
    """Facts of the document; what the source does not say is None."""

    id: str
    source: str
    kind: DocumentKind = "other"
    number: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    province: str | None = None
    level: DocumentLevel | None = None
    title: str | None = None
    signer: str | None = None
    period: Period | None = None
    citations: tuple[Citation, ...] = ()
    evidence: dict[str, Evidence] = Field(default_factory=dict, description="field name to its words")


class NoteRecord(Record):
    """A remark of a reader or annotator about the whole document."""

    code: str
    message: str


class Extraction(Record):
    """All that was found in one document."""

    document: Document
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    scores: tuple[Score, ...] = ()
    actuals: tuple[Actual, ...] = ()
    notes: tuple[NoteRecord, ...] = ()
    catalog: str | None = Field(None, description="name of the indicator catalog that the codes are of")
