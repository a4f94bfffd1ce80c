"""Lines that tell of one goal: "Chỉ tiêu 3: …", then "Kết quả: …", then "Đánh giá: …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal

from rapidfuzz import fuzz

from extractor import gazetteers
from extractor.annotators.actuals import find_actuals
from extractor.annotators.covered import Clock
from extractor.annotators.drafts import ActualDraft
from extractor.annotators.indicators import clean_indicator
from extractor.annotators.judgements import judgements
from extractor.annotators.result_names import speaks_of_nothing
from extractor.assemble.context import Context
from extractor.records import Level, Verdict
from extractor.structure.outline import Item, Outline
from extractor.vietnamese.forms import fold, squeeze

_REPEATED = 85
Role = Literal["goal", "result", "verdict"]


@dataclass(frozen=True, slots=True)
class GoalLines:
    """A goal with the results and the verdict below it. ``goals`` are the numbers that it aims at."""

    goals: tuple[ActualDraft, ...] = ()
    name: str = ""
    verdicts: dict[Level | None, Verdict] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """What a labelled line is, where its words begin, and the goal that it belongs to."""

    role: Role
    start: int
    end: int
    lines: GoalLines


@cache
def _label() -> re.Pattern[str]:
    labels = gazetteers.any_of(r["label"] for r in gazetteers.rows("result_labels"))
    return re.compile(
        rf"[\s\-–+*•\d.)(]{{0,12}}(?P<label>{labels})"
        r"(?:\s(?:số\s)?\d{1,3}(?:\.\d{1,2}){0,2}\s?[:.]|\s?:|\s*(?=\((?P<aside>[^()]{1,40})\)\s*:))\s*"
    )


def role_of(text: str) -> tuple[Role, int] | None:
    """What a line's label says that it holds, and where its words begin; None without such a label."""
    match = _label().match(fold(text[:90]))
    if match is None:
        return None
    roles = {r["label"]: r["role"] for r in gazetteers.rows("result_labels")}
    return roles[match["label"]], match.end()  # type: ignore[return-value]


def read_goal_lines(context: Context, outline: Outline, clock: Clock) -> dict[int, LabelledLine]:
    """Labelled lines of goals with their results, by index of the item. A goal alone is none of them."""
    found: dict[int, LabelledLine] = {}
    for group in _groups(context, outline.items):
        roles = [role for _, role, _ in group]
        if roles[0] != "goal" or "result" not in roles:
            continue
        lines = _lines(context, group, clock)
        found |= {item.index: LabelledLine(role, start, item.end, lines) for item, role, start in group}
    return found


_OF_YEAR = re.compile(r"[\s\-–+*•]*(?:(?:kết quả|cùng kỳ|thực hiện) )?năm 20\d\d\s*:")
_Labelled = tuple[Item, Role, int]


def _groups(context: Context, items: Sequence[Item]) -> Iterator[list[_Labelled]]:
    """Labelled items that follow one another in a section, a goal first."""
    group: list[_Labelled] = []
    for item in items:
        words = context.text(item.start, item.end)
        read = role_of(words)
        if read is None and group and _OF_YEAR.match(fold(words[:40])):
            continue  # "Năm 2023: 41,7%." between a result and its verdict
        joins = read is not None and read[0] != "goal" and group and group[0][0].section == item.section
        if group and not joins:
            yield group
            group = []
        if read is not None and (joins or read[0] == "goal"):
            group.append((item, read[0], item.start + read[1]))
    if group:
        yield group


def _lines(context: Context, group: Sequence[_Labelled], clock: Clock) -> GoalLines:
    goal, _, start = group[0]
    text = context.source.text
    goals = find_actuals(text, (start, goal.end), context.quantities, clock).drafts
    judged: dict[Level | None, Verdict] = {}
    for item, role, begins in group:
        if role == "verdict":
            judged |= judgements(context.text(begins, item.end))
    name = goals[0].indicator if goals else clean_indicator(context.text(start, goal.end))
    return GoalLines(goals, name, judged)


def of_goal(lines: GoalLines, drafts: Sequence[ActualDraft]) -> list[ActualDraft]:
    """Results of a line, with the name of the goal that they answer and its verdict."""
    answers = [d for d in drafts if _answers(lines, d)] or list(drafts[:1])
    if set(lines.verdicts) <= {None} and answers and answers[0].level is None:
        judged = answers[:1]  # what is told besides (its tiers, the sum of years) was not judged
    else:
        judged = answers
    found = []
    for draft in drafts:
        if draft in answers:
            first = draft is answers[0]
            verdict = _verdict(lines, draft) if draft in judged else draft.verdict
            draft = replace(_named(lines, draft, first=first), verdict=verdict)
        found.append(draft)
    return found


def restates_a_goal(draft: ActualDraft, lines: Iterable[LabelledLine]) -> bool:
    """Whether a result outside the labelled lines only repeats what a goal aimed at ("07 chỉ tiêu hoàn thành,
    gồm: 90% hộ …"): its result is told with the goal."""
    return any(
        (g.value, g.unit) == (draft.value, draft.unit)
        and not line.start <= draft.number < line.end
        and fuzz.token_set_ratio(squeeze(g.indicator), squeeze(draft.indicator)) >= _REPEATED
        for line in lines if line.role == "result" for g in line.lines.goals
    )  # fmt: skip


def _answers(lines: GoalLines, draft: ActualDraft) -> bool:
    """Whether a result has the unit of the goal; a ratio answers a percent."""
    units = {g.unit for g in lines.goals[:1]}
    return draft.unit in units or ("percent" in units and draft.denominator is not None)


def _named(lines: GoalLines, draft: ActualDraft, *, first: bool) -> ActualDraft:
    same = [g for g in lines.goals if g.level == draft.level] or list(lines.goals)
    unit = "percent" if draft.denominator is not None else draft.unit
    alike = [g for g in same if g.unit == unit] or [g for g in same if g.unit == draft.unit] or same
    name = alike[0].indicator if alike else lines.name
    words = fold(draft.indicator).split()
    short = len(words) <= 4 or set(words) <= set(fold(name).split())
    if name and (speaks_of_nothing(draft.indicator) or (first and (short or draft.unit == "percent"))
                 or (draft.level is not None and short)):  # fmt: skip
        return replace(draft, indicator=name)
    return draft


def _verdict(lines: GoalLines, draft: ActualDraft) -> Verdict | None:
    """The printed judgement goes before what a share would say."""
    if not lines.verdicts:
        return draft.verdict
    return lines.verdicts.get(draft.level) or lines.verdicts.get(None) or draft.verdict
