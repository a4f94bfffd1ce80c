"""Which period holds where a result's own words are silent: its list's, its section's, the whole report's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractor.annotators.clauses import sentences
from extractor.annotators.covered import Clock, Covered, find_covered
from extractor.assemble.context import Context
from extractor.structure.outline import Item, Outline, Section
from extractor.vietnamese.forms import fold

_DATA = re.compile(
    r"số liệu|lũy kế|kỳ báo cáo|thời gian chốt|thời điểm chốt|mốc thời gian|thời kỳ báo cáo|tính đến|tính từ"
)
_ALMOST = 31  # days by which the months of a heading and the dates of its figures may begin apart
_INTRODUCTION = 14  # items of the letterhead and introduction of a report without headings
_INTRODUCES = re.compile(r"báo cáo|kết quả|như sau|sau đây")


@dataclass
class Scopes:
    """Periods by place of the report; ``clock`` is what its words of time rest on."""

    context: Context
    outline: Outline
    clock: Clock
    whole: Covered | None = None
    sections: dict[int, Covered] = field(default_factory=dict)
    lists: dict[int, Covered] = field(default_factory=dict)

    def of_item(self, item: Item) -> Covered | None:
        """The period that an item inherits: from the items it stands under, else from its section."""
        parent = item.parent
        while parent is not None:
            if parent in self.lists:
                return self.lists[parent]
            parent = self.outline.items[parent].parent
        return self.of_section(item.section)

    def of_section(self, section: int) -> Covered | None:
        """The period of a section: its own, that of the sections above, or the report's."""
        current: int | None = section
        while current is not None:
            own = self.sections.get(current)
            if own is not None:
                return self._narrower(own)
            current = self.outline.sections[current].parent
        return self.whole

    def of_table(self, block: int, section: int) -> Covered | None:
        """The period of a table: named by the line before it, else its section's."""
        start = self.context.source.blocks[block].start
        before = [i for i in self.outline.items if i.end <= start and i.section == section]
        if before and self.context.text(before[-1].start, before[-1].end).rstrip(" .").endswith((":", ")")):
            own = _data_period(self.context, (before[-1].start, before[-1].end), self.clock)
            if own is not None:
                return self._narrower(own)
        heading = self.outline.sections[section]
        own = _data_period(self.context, (heading.start, heading.end), self.clock)
        return own or (self.of_item(before[-1]) if before else self.of_section(section))

    def _narrower(self, own: Covered) -> Covered:
        """A heading's year, or months of it, give way to the report's own dates within them."""
        whole = self.whole
        if whole is None or own.first is None or own.last is None or whole.last is None:
            return own
        if not own.wide and (whole.first is None or (own.first - whole.first).days > _ALMOST):
            return own
        if not own.wide and (own.last - own.first).days < 80:
            return own  # a month is told for itself
        return whole if own.first <= whole.last <= own.last else own


def make_scopes(context: Context, outline: Outline) -> Scopes:
    """Periods of a report, read from its introduction, headings and lines that head lists."""
    clock = _clock(context)
    whole, declared = _whole(context, outline, clock)
    clock = _set(clock, whole, declared=declared)
    scopes = Scopes(context, outline, clock, whole or _titled(clock))
    title = context.facts.spans.get("title", (0, 0))
    for section in outline.sections[1:]:
        if section.start < title[1]:
            continue  # the title is no heading of results
        covered = _heading_period(context, section, clock)
        if covered is not None:
            scopes.sections[section.index] = covered
    for item in outline.items:
        covered = _list_period(context, item, clock)
        if covered is not None and item.children:
            scopes.lists[item.index] = covered
        elif covered is not None and item.section and item.section not in scopes.sections:
            scopes.sections[item.section] = covered
    return scopes


def _set(clock: Clock, whole: Covered | None, *, declared: bool) -> Clock:
    """The clock with the dates of the figures. Only where they are ``declared`` does "nay" mean their end:
    a report on nine months that is signed in October may tell what stands in October."""
    if whole is None or whole.last is None:
        return clock
    if not declared:
        return clock if clock.now is not None else replace(clock, now=whole.last)
    now = min(whole.last, clock.now) if clock.now is not None else whole.last
    window = (whole.first, whole.last) if whole.first is not None else None
    return replace(clock, now=now, cut=whole.last, window=window)


def _clock(context: Context) -> Clock:
    facts = context.facts
    ends = facts.period[1] if facts.period else None
    year = ends.year if ends else facts.issued_on.year if facts.issued_on else None
    if year is not None and facts.issued_on and year > facts.issued_on.year:
        year = facts.issued_on.year
    titled = facts.period
    if titled and facts.issued_on and titled[1] and titled[1].year > facts.issued_on.year:
        titled = None
    term = (facts.period[0], facts.period[1]) if facts.period and all(facts.period) else None
    if titled and titled[0] and titled[1] and (titled[1] - titled[0]).days > 360:
        titled = None  # a year in a title says little: most reports of a year are written before it ends
    return Clock(year, facts.issued_on, titled, term=term)  # type: ignore[arg-type]


def _titled(clock: Clock) -> Covered | None:
    """A title that names a month, a quarter or a part of the year."""
    return Covered(0, 0, *clock.titled) if clock.titled and clock.titled[1] else None


def _whole(context: Context, outline: Outline, clock: Clock) -> tuple[Covered | None, bool]:
    """The dates of the figures, stated before the first section ("số liệu tính đến ngày 15/11/2024").

    Whether they are declared as those of the figures is told besides.
    """
    title = context.facts.spans.get("title")
    first = next((s.start for s in outline.sections[1:] if title is None or s.start >= title[1]), None)
    spans: list[tuple[int, int]] = [title] if title else []
    spans += [
        (i.start, i.end) for i in outline.items
        if title and i.start >= title[0]
        and (i.start < first if first is not None else i.index < _INTRODUCTION)
    ]  # fmt: skip
    for span in spans:
        own = _data_period(context, span, clock)
        if own is not None:
            return own, True
        if span != title:
            led = _led_in(context, span, clock)
            if led is not None:
                return led, led.first is None
    return None, False


_BRACKETED = re.compile(r"\(.{8,120}\)\.?", re.DOTALL)


def _led_in(context: Context, span: tuple[int, int], clock: Clock) -> Covered | None:
    """The period of a line that leads in ("Kết quả đến ngày 30/11 như sau:"), or of one in brackets under
    the title ("(Từ ngày 01/7/2025 đến ngày 31/10/2025)")."""
    text = context.text(*span).strip()
    if _BRACKETED.fullmatch(text):
        return next((c for c in find_covered(text, clock) if c.last and not c.wide), None)
    if not text.endswith(":"):
        return None
    *_, last = sentences(context.source.text, *span)
    named = [c for c in _covered(context, last, clock) if not c.wide and c.last is not None]
    dated = [c for c in named if c.first is not None or c.last != clock.now]
    return dated[-1] if dated else None


def _data_period(context: Context, span: tuple[int, int], clock: Clock) -> Covered | None:
    """The period that a sentence about the figures themselves names."""
    found: list[Covered] = []
    for start, end in sentences(context.source.text, *span):
        low = fold(context.text(start, end))
        for covered in _covered(context, (start, end), clock):
            around = low[max(0, covered.start - 40) : covered.end]
            dated = covered.last is not None and (covered.first is not None or covered.last != clock.now)
            if (
                _DATA.search(around)
                and dated
                and not re.search(r"đến nay|hiện", low[covered.start : covered.end])
            ):
                found.append(covered)
    return next((c for c in found if not c.wide), found[0] if found else None)


def _covered(context: Context, span: tuple[int, int], clock: Clock) -> Sequence[Covered]:
    return find_covered(context.text(*span), clock)


def _heading_period(context: Context, section: Section, clock: Clock) -> Covered | None:
    data = _data_period(context, (section.start, section.end), clock)
    if data is not None:
        return data
    if len(section.title) > 220:
        return None
    found = [c for c in find_covered(section.title, clock) if _not_later(c, clock)]
    return found[0] if found else None


def _not_later(covered: Covered, clock: Clock) -> bool:
    """Whether results can be of a period: not of a later year, nor of months that were still to come."""
    if covered.last is None or (clock.now and covered.first and covered.first > clock.now):
        return False
    return clock.year is None or covered.last.year <= clock.year


def _list_period(context: Context, item: Item, clock: Clock) -> Covered | None:
    """The period of a line that heads what follows ("Trong 9 tháng, kết quả như sau:")."""
    text = context.text(item.start, item.end)
    leads = text.rstrip().endswith(":")
    if not item.children and not leads:
        return None
    if leads:  # only the sentence with the colon heads the list
        *_, (start, end) = sentences(context.source.text, item.start, item.end)
        text = context.text(start, end)
    found = [c for c in find_covered(text, clock) if c.last is not None and c.start < 80]
    if not found or (not item.children and not _INTRODUCES.search(fold(text))):
        return None
    return found[0] if _not_later(found[0], clock) else None
