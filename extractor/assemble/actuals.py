"""Actuals of a report: results in its prose and tables, each with the period, code and evidence it has.

Only sections that tell results are read: targets and tasks for the next period stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from extractor.annotators.actuals import find_actuals
from extractor.annotators.covered import Covered
from extractor.annotators.drafts import ActualDraft
from extractor.annotators.verdicts import judged
from extractor.assemble.actual_rows import read_result_table
from extractor.assemble.context import Context
from extractor.assemble.found import FoundActual
from extractor.assemble.goal_lines import LabelledLine, of_goal, read_goal_lines, restates_a_goal
from extractor.assemble.periods_of_report import Scopes, make_scopes
from extractor.records import Verdict
from extractor.structure.outline import Item, Outline
from extractor.vietnamese.forms import fold, squeeze

_NO_RESULTS = re.compile(
    r"kiến nghị|đề xuất|đề nghị|nơi nhận|căn cứ|"
    # what draws the place is no result
    r"(?:vài nét |một số |sơ lược |giới thiệu |khái quát )?(?:về |chung về )?(?:đặc điểm|bối cảnh)|"
    r"khái quát(?! (?:về )?kết quả)|giới thiệu chung"
)
_PLANNED = frozenset(
    {"goals", "general_goals", "tasks", "implementation", "future", "recipients", "basis", "annex"}
)
_SAME = 88


def read_actuals(context: Context, outline: Outline, skipped: frozenset[int]) -> list[FoundActual]:
    """All results of a report in the order of the text; [] for other kinds of documents.

    ``skipped`` are tables that are read as something else (scores, next year's targets).
    """
    if context.facts.kind != "report":
        return []
    scopes = make_scopes(context, outline)
    labelled = read_goal_lines(context, outline, scopes.clock)
    found = [*_headings(context, outline, scopes), *_items(context, outline, scopes, labelled)]
    found = [f for f in found if not restates_a_goal(f.draft, labelled.values())]
    for block, section in outline.table_sections.items():
        table = context.source.blocks[block].table
        if table is None or table in skipped or not _tells(outline, section):
            continue
        found += read_result_table(context, table, scopes.clock, scopes.of_table(block, section))
    found.sort(key=lambda f: (f.draft.start, f.draft.number))
    return _once(found)


def _tells(outline: Outline, section: int) -> bool:
    """Whether a section tells results: not plans for the next period, and nothing asked of others."""
    current: int | None = section
    if outline.sections[section].kind in _PLANNED:
        return False
    while current is not None:
        here = outline.sections[current]
        if _NO_RESULTS.match(fold(here.title)):
            return False
        current = here.parent
    return True


def _headings(context: Context, outline: Outline, scopes: Scopes) -> Iterator[FoundActual]:
    """Results inside headings ("1. Năm 2024 huyện đạt 43/51 chỉ tiêu. Bảng …")."""
    for section in outline.sections[1:]:
        if not re.search(r"\d", section.title) or not _tells(outline, section.index):
            continue
        read = find_actuals(
            context.source.text, (section.start, section.end), context.quantities, scopes.clock
        )
        for draft in read.drafts:
            if not _counts_what_follows(context, draft):
                covered = draft.covered or scopes.of_section(section.parent or 0)
                yield FoundActual(replace(draft, covered=covered))


def _counts_what_follows(context: Context, draft: ActualDraft) -> bool:
    """ "Các chỉ tiêu hoàn thành (08 chỉ tiêu)" only heads its list."""
    before = context.text(draft.start, draft.number)
    return draft.unit == "count" and draft.denominator is None and before.rstrip().endswith("(")


def _items(
    context: Context, outline: Outline, scopes: Scopes, labelled: dict[int, LabelledLine]
) -> Iterator[FoundActual]:
    title = context.facts.spans.get("title")
    begins = title[1] if title else 0
    for item in outline.items:
        if item.repeated or item.start < begins or not _tells(outline, item.section):
            continue
        if item.section == 0 and _is_signature(context, item):
            continue
        line = labelled.get(item.index)
        if line is not None and line.role != "result":
            continue  # the goal itself, or words that only judge
        yield from _told(context, outline, scopes, (item, line))


def _told(
    context: Context, outline: Outline, scopes: Scopes, told: tuple[Item, LabelledLine | None]
) -> Iterator[FoundActual]:
    """Results of an item; of a line "Kết quả: …" those of its goal."""
    item, line = told
    span = (line.start if line else item.start, item.end)
    drafts: Sequence[ActualDraft] = find_actuals(
        context.source.text, span, context.quantities, scopes.clock
    ).drafts
    if line is not None:
        drafts = of_goal(line.lines, drafts)
    given = scopes.of_item(item)
    inherited = _inherited_verdict(context, outline, item)
    for draft in drafts:
        verdict = draft.verdict or (inherited if draft.unit is not None else None)
        yield FoundActual(replace(draft, covered=draft.covered or given, verdict=verdict))


def _is_signature(context: Context, item: Item) -> bool:
    return bool(
        re.match(
            r"(?:số|nơi nhận|kính gửi|tm\.|kt\.|trên đây)", fold(context.text(item.start, item.end)[:12])
        )
    )


_LISTED = re.compile(r"(?:chỉ tiêu|mục tiêu|nhiệm vụ)\s+(?:đã\s+|được\s+)?(?P<v>[^\d:(]{2,40})")


def _inherited_verdict(context: Context, outline: Outline, item: Item) -> Verdict | None:
    """A list headed "Các chỉ tiêu chưa đạt:" judges its items."""
    above = outline.items[item.parent] if item.parent is not None else None
    heads = [context.text(above.start, above.end)] if above is not None else []
    heads.append(outline.sections[item.section].title)
    for head in heads:
        low = fold(head)
        match = _LISTED.search(low)
        if (
            match
            and len(low) < 140
            and not re.search(r"kết quả|thực hiện|đề ra năm", low[: match.start("v")])
        ):
            verdict = judged(match["v"])
            if verdict is not None:
                return verdict
    return None


def _once(found: Sequence[FoundActual]) -> list[FoundActual]:
    """A result stated again (in the summary and in the table) counts once, at its fuller statement."""
    kept: list[FoundActual] = []
    for actual in found:
        again = next((k for k in kept if _same(k, actual)), None)
        if again is None:
            kept.append(actual)
        elif _days(again.draft.covered) != _days(actual.draft.covered) and again.draft.covered:
            kept[kept.index(again)] = _filled(again, actual)
        elif _fullness(actual) > _fullness(again):
            kept[kept.index(again)] = actual
    return kept


def _same(a: FoundActual, b: FoundActual) -> bool:
    x, y = a.draft, b.draft
    if (x.value, x.unit, x.level) != (y.value, y.unit, y.level) or x.value is None:
        return False
    if x.covered is not None and y.covered is not None and x.covered.last != y.covered.last:
        return False
    return fuzz.ratio(squeeze(x.indicator), squeeze(y.indicator)) >= _SAME


def _filled(first: FoundActual, again: FoundActual) -> FoundActual:
    """A statement with what a later one adds to it."""
    a, b = first.draft, again.draft
    share = a.of_target if a.of_target is not None else b.of_target
    return replace(first, draft=replace(a, verdict=a.verdict or b.verdict, of_target=share))


def _days(covered: Covered | None) -> tuple[object, object]:
    return (covered.first, covered.last) if covered else (None, None)


def _fullness(found: FoundActual) -> int:
    d = found.draft
    return sum(x is not None for x in (d.verdict, d.of_target, d.covered, d.numerator))
