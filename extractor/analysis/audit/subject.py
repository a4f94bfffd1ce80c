"""One document under audit: its record, its text where it was kept, and the catalog it answers to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from extractor.analysis.audit.assigned import Roles, roles_of
from extractor.analysis.audit.model import Span
from extractor.analysis.audit.near_words import Pair
from extractor.analysis.audit.writing import Writing, writings_of
from extractor.catalog import Catalog
from extractor.records import Evidence, Extraction, Target, Task, Unit
from extractor.sources.model import Cell, Source
from extractor.structure.annex import header_role
from extractor.structure.repeats import repeated_blocks
from extractor.structure.result_tables import ResultTable, read_result_table
from extractor.vietnamese.forms import fold

_QUOTE = 300
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table by the roles of its header; ``cells`` holds the first cell of each role."""

    table: int
    row: int
    label: str
    cells: dict[str, Cell]
    start: int = 0
    end: int = 0


_REACHED = re.compile(r"điểm (?:năm )?20\d\d|điểm (?:tự|đã|đạt|thực tế|đánh giá|được)(?!\w)")
_PLAIN_POINTS = 6


def _roles_of(heads: Sequence[tuple[int, str]]) -> dict[int, str]:
    """The role of each column: "Điểm 2022" beside "Điểm tối đa" is what was reached."""
    read = {column: header_role(head) for column, head in heads}
    sure = any(role == "points" and strength >= _PLAIN_POINTS for role, strength in read.values())
    return {
        column: "result" if sure and read[column][0] == "points" and _REACHED.match(head.strip())
        and read[column][1] < _PLAIN_POINTS else read[column][0]
        for column, head in heads
    }  # fmt: skip


@dataclass(frozen=True, eq=False)
class Subject:
    """What the checks look at. ``source`` is None where `extract` kept no text beside the record.

    Each is itself only, so that what several checks need can be remembered for the last one.
    """

    extraction: Extraction
    catalog: Catalog
    source: Source | None = None

    @cached_property
    def text(self) -> str:
        return self.source.text if self.source else ""

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def tasks(self) -> dict[str, Task]:
        return {task.id: task for task in self.extraction.tasks}

    @cached_property
    def records(self) -> tuple[Task | Target, ...]:
        return (*self.extraction.tasks, *self.extraction.targets)

    @cached_property
    def unit_counts(self) -> dict[str, Counter[str]]:
        """How often each spelling of a unit is used, by its folded name."""
        counts: dict[str, Counter[str]] = {}
        for record in self.records:
            for unit in (*(record.lead_units or ()), *(record.supporting_units or ())):
                counts.setdefault(fold(unit.name), Counter())[unit.name] += 1
        return counts

    @cached_property
    def codes(self) -> frozenset[str]:
        """Indicators of the catalog that the document speaks of."""
        named = (c for r in self.records for c in r.indicator_codes)
        return frozenset(code for code in named if code in self.catalog)

    @cached_property
    def assigned(self) -> dict[str, dict[str, Roles]]:
        """By task, who leads and supports each of its indicators."""
        return {task.id: roles_of(task, self.catalog, self.text) for task in self.extraction.tasks}

    def roles(self, target: Target, code: str) -> Roles:
        """Who leads and supports a target under one of its indicators: as its task gives that indicator."""
        if target.lead_units is None and target.supporting_units is None:
            for task in (target.task, target.assigned_by):
                found = self.assigned.get(task or "", {}).get(code)
                if found is not None and (found.leads or found.supports):
                    return found
        return Roles(self.leads(target), self.supports(target))

    def leads(self, target: Target) -> tuple[Unit, ...]:
        """Who leads a target: its own units, else those of its task or of the task that assigns it."""
        return self._units(target, "lead_units")

    def supports(self, target: Target) -> tuple[Unit, ...]:
        return self._units(target, "supporting_units")

    def _units(self, target: Target, role: str) -> tuple[Unit, ...]:
        own: tuple[Unit, ...] | None = getattr(target, role)
        if own is not None:
            return own
        for task in (self.tasks.get(target.task or ""), self.tasks.get(target.assigned_by or "")):
            if task is not None and getattr(task, role):
                return tuple(getattr(task, role))
        return ()

    def named(self, target: Target) -> str:
        """What a target is about: its indicator, or its whole words where that was read too short."""
        return target.indicator if len(target.indicator) >= 15 else target.quote[:160]

    @cached_property
    def aimed_rows(self) -> frozenset[tuple[int, int]]:
        """Rows (table, row) that hold something in a column of targets, whatever was read from it."""
        return frozenset((row.table, row.row) for row in self.rows if "target" in row.cells)

    def has_target_cell(self, task: Task) -> bool:
        place = task.evidence
        return place is not None and (place.table, place.row) in self.aimed_rows

    def page(self, start: int | None) -> int | None:
        return self.source.page_at(start) if self.source and start is not None else None

    def at(self, start: int, end: int) -> Span:
        """The words of the text between two offsets, long ones cut."""
        end = min(end, start + _QUOTE)
        return Span(self.text[start:end], start, end, self.page(start))

    def around(self, start: int, match: re.Match[str], before: int = 0, behind: int = 0) -> Span:
        """What a pattern found in a passage that begins at ``start``, with letters before and behind it."""
        low, high = max(0, match.start() - before), min(len(match.string), match.end() + behind)
        return self.at(start + low, start + high)

    def span(self, evidence: Evidence | None, quote: str) -> Span:
        """The words that a record points at, or the quote it carries."""
        if evidence is None:
            return Span(quote[:_QUOTE])
        if self.source and 0 <= evidence.start < evidence.end <= len(self.text):
            span = self.at(evidence.start, evidence.end)
            return Span(span.quote, span.start, span.end, evidence.page or span.page)
        return Span(quote[:_QUOTE], evidence.start, evidence.end, evidence.page)

    @cached_property
    def _spans(self) -> dict[int, Span]:
        return {}

    def of(self, record: Task | Target) -> Span:
        """The words of a record: many rules point at the same ones."""
        found = self._spans.get(id(record))
        if found is None:
            found = self._spans[id(record)] = self.span(record.evidence, record.quote)
        return found

    def units(self, units: Iterable[Unit]) -> tuple[Span, ...]:
        return tuple(self.span(unit.evidence, unit.text) for unit in units)

    @cached_property
    def repeated(self) -> frozenset[int]:
        """Blocks that repeat earlier ones."""
        return repeated_blocks(self.source, self.folded) if self.source else frozenset()

    @cached_property
    def _repeated_tables(self) -> frozenset[int | None]:
        """Numbers of the tables among them."""
        blocks = self.source.blocks if self.source else ()
        return frozenset(blocks[i].table for i in self.repeated)

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Spans of the text outside tables, each once where the file repeats itself."""
        if self.source is None:
            return ()
        return tuple(
            (b.start, b.end)
            for i, b in enumerate(self.source.blocks)
            if b.table is None and i not in self.repeated
        )

    @cached_property
    def passages(self) -> tuple[tuple[int, int], ...]:
        """Paragraphs and cells, in order."""
        if self.source is None:
            return ()
        doubled = self._repeated_tables
        cells = ((c.start, c.end) for table, c in self.source.cells() if table not in doubled)
        return tuple(sorted({*self.paragraphs, *(span for span in cells if span[0] < span[1])}))

    @cached_property
    def spoken(self) -> tuple[tuple[int, str], ...]:
        """Passages as their start and folded words."""
        folded = self.folded
        return tuple((start, folded[start:end]) for start, end in self.passages)

    @cached_property
    def prose(self) -> tuple[tuple[int, str], ...]:
        """Paragraphs as their start and folded words."""
        folded = self.folded
        return tuple((start, folded[start:end]) for start, end in self.paragraphs)

    @cached_property
    def _signed(self) -> dict[int, list[int]]:
        """By sign, the numbers of the passages that bear it."""
        found: dict[int, list[int]] = {}
        for number, (_, writing) in enumerate(self.writings):
            left = writing.signs
            while left:
                lowest = left & -left
                found.setdefault(lowest, []).append(number)
                left ^= lowest
        return found

    @cached_property
    def _in_paragraphs(self) -> frozenset[int]:
        """Where paragraphs begin."""
        return frozenset(start for start, _ in self.paragraphs)

    def bearing(self, wanted: int) -> list[tuple[int, str]]:
        """Passages, as their start and folded words, that bear a sign (see `signs`)."""
        numbers: set[int] = set()
        while wanted:
            lowest = wanted & -wanted
            numbers.update(self._signed.get(lowest, ()))
            wanted ^= lowest
        return [self.spoken[number] for number in sorted(numbers)]

    def telling(self, wanted: int) -> list[tuple[int, str]]:
        """Paragraphs, as their start and folded words, that bear a sign."""
        return [passage for passage in self.bearing(wanted) if passage[0] in self._in_paragraphs]

    @cached_property
    def figured(self) -> tuple[tuple[int, str], ...]:
        """Those that hold a digit: most rules look at figures only."""
        return tuple(passage for passage in self.spoken if _DIGIT.search(passage[1]))

    @cached_property
    def writings(self) -> tuple[tuple[int, Writing], ...]:
        """What each passage is written with, by its start."""
        text = self.text
        written = writings_of([text[start:end] for start, end in self.passages])
        return tuple((start, writing) for (start, _), writing in zip(self.passages, written, strict=True))

    @cached_property
    def word_pairs(self) -> Counter[Pair]:
        """How often two words (of letters only) stand side by side, folded."""
        return Counter(chain.from_iterable(writing.pairs for _, writing in self.writings))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return tuple(self._rows()) if self.source else ()

    def _rows(self) -> Iterator[Row]:
        assert self.source is not None
        doubled = self._repeated_tables
        for number, table in enumerate(self.source.tables):
            if number in doubled or not table.rows:
                continue
            roles = _roles_of([(c.column, self.folded[c.start : c.end]) for c in table.rows[0]])
            for row in table.rows[1:]:
                cells: dict[str, Cell] = {}
                for cell in row:
                    if cell.end > cell.start:
                        cells.setdefault(roles.get(cell.column, "unknown"), cell)
                label = cells.get("number")
                yield Row(
                    number,
                    row[0].row if row else 0,
                    self.text[label.start : label.end].strip(" .)") if label else "",
                    cells,
                    row[0].start if row else 0,
                    row[-1].end if row else 0,
                )

    @cached_property
    def _named_rows(self) -> tuple[list[int], list[tuple[int, Cell]]]:
        """Where rows with a name begin; where they end, and the cell of the name."""
        rows = [(row.start, row.end, row.cells["name"]) for row in self.rows if "name" in row.cells]
        return [start for start, _, _ in rows], [(end, name) for _, end, name in rows]

    def row_names(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """What the rows are about whose figures or units the spans show; none where they show it already."""
        starts, rows = self._named_rows
        named: dict[int, Cell] = {}
        for span in spans if starts else ():
            i = bisect_right(starts, span.start) - 1 if span.start is not None else -1
            if i >= 0 and span.start is not None and span.start < rows[i][0]:
                named.setdefault(rows[i][1].start, rows[i][1])
        shown = [(span.start, span.end) for span in spans if span.start is not None and span.end is not None]
        return tuple(
            self.at(cell.start, cell.end) for cell in named.values()
            if all(end <= cell.start or cell.end <= start for start, end in shown)
        )  # fmt: skip

    @cached_property
    def grids(self) -> tuple[tuple[int, Sequence[Sequence[Cell | None]]], ...]:
        """Tables, each once where the file repeats itself, as their number and rows of cells."""
        if self.source is None:
            return ()
        doubled = self._repeated_tables
        tables = enumerate(self.source.tables)
        return tuple((n, t.grid()) for n, t in tables if n not in doubled and t.rows and t.columns > 1)

    @cached_property
    def result_tables(self) -> tuple[ResultTable, ...]:
        """Tables of results, by the roles of their columns."""
        count = len(self.source.tables) if self.source else 0
        read = (read_result_table(self.source, n) for n in range(count)) if self.source else ()
        return tuple(table for table in read if table is not None)

    def across(self, cells: Iterable[Cell | None]) -> Span:
        """The words from the first to the last of these cells that hold any; at least one has to."""
        filled = [cell for cell in cells if cell is not None and cell.end > cell.start]
        return self.at(filled[0].start, filled[-1].end)

    def words(self, cell: Cell | None) -> str:
        return self.text[cell.start : cell.end] if cell else ""

    def low(self, cell: Cell | None) -> str:
        """The words of a cell, folded, without spaces around."""
        return self.folded[cell.start : cell.end].strip() if cell else ""
