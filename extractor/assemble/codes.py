"""Indicator codes of targets and tasks: by the printed code, else by what the words measure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.annotators.clauses import masked
from extractor.annotators.drafts import TargetDraft
from extractor.annotators.units import find_units
from extractor.assemble.context import Context, TargetAim, TaskDraft
from extractor.assemble.found import FoundActual
from extractor.assemble.group_aims import group_aimed_at
from extractor.assemble.grouped import grouped_codes
from extractor.assemble.named import named_codes
from extractor.catalog.cited import bracketed_codes, cited_codes
from extractor.catalog.cited_roles import helped_codes
from extractor.catalog.matcher import Candidate, Match
from extractor.records import Alternative
from extractor.vietnamese.forms import fold

_ROW_SURE = 85.0
"""Score from which a row's name tells the indicator of a target whose own words tell none."""


_STRANGE = 35.0
"""Score below which a cell's own words are like no indicator at all, and leave it to the row's name."""
_CITED = 75.0
"""Score of an indicator that a line cites by code, in words that the catalog does not know."""


def map_codes(context: Context, tasks: Sequence[TaskDraft], targets: list[TargetAim]) -> None:
    """Fill ``codes`` of targets and tasks; split targets whose coordinated list names several indicators."""
    for task in tasks:
        task.codes = _task_codes(context, task)
    for aim in targets:
        _target_codes(context, aim)
    _split_lists(context, targets)
    for task in tasks:
        for aim in task.targets:
            task.codes += [c for c in aim.codes if c not in task.codes]


def _task_codes(context: Context, task: TaskDraft) -> list[str]:
    listed = listed_codes(task.printed_code)
    known = [c for c in listed if c in context.matcher.catalog]
    if len(known) > 1:
        return known
    task.cited = task.cited or _cited(context, task)
    if task.cited:
        if task.place is None:
            task.helped = helped_codes(context.text(task.start, task.end), context.matcher.catalog)
        return list(task.cited)
    if task.place is None and (named := named_codes(context.text(task.start, task.end), context.matcher)):
        task.cited = tuple(named)
        return named
    if task.printed_code is not None:
        match = context.matcher.match(task.title, printed_code=task.printed_code)
        return [match.code] if match.code else []
    codes = context.matcher.match_all(_without_offices(task.title))
    if task.groups and task.lead:  # essays that charge nobody touch on much that they do not mean
        codes += [c for c in grouped_codes(context, task) if c not in codes]
    return codes


_OFFICE = re.compile(r"(?:sở|cục|chi cục|phòng)\s")


def _without_offices(title: str) -> str:
    """A title without offices named after fields: "Sở Kế hoạch và Đầu tư" speaks of no investment."""
    offices = [(u.start, u.end) for u in find_units(title) if _OFFICE.match(fold(u.text))]
    inside = [(a, b) for a, b in offices if a > 0]
    left = " ".join(masked(title, inside).split())
    return left if len(left.split()) > 3 else title


def listed_codes(label: str | None) -> list[str]:
    """The codes of a row that stands for several ("5.3, 5.4")."""
    return [c.strip() for c in re.split(r"[,;&]|\svà\s", label or "") if c.strip()]


def _cited(context: Context, task: TaskDraft) -> tuple[str, ...]:
    """Codes in the words of a task; a bare "(4.5)" beside words of another indicator is none."""
    text = context.text(task.start, task.end)
    catalog = context.matcher.catalog
    cited = cited_codes(text, catalog)
    bare = {c for _, codes in bracketed_codes(text, catalog) for c in codes}
    if cited and bare.issuperset(cited) and not re.search(r"[(\[]\s*(?:mã|chỉ số|chỉ tiêu)\s", fold(text)):
        said = context.matcher.match_all(re.sub(r"[(\[][\d\s.,;và]+[)\]]", " ", task.title))
        if said and not bare & set(said):
            return ()
    return tuple(cited)


def codes_of_actual(context: Context, found: FoundActual) -> None:
    """Fill the codes of a result by what it measures, the money and rates as for targets."""
    draft = found.draft
    match = context.matcher.match(f"{_measure_word(draft.unit or '')} {draft.indicator}".strip())
    if match.code is None and found.place is None and len(draft.indicator.split()) <= 3:
        match = context.matcher.match(context.text(draft.start, draft.end))
    found.codes = [match.code] if match.code else []
    found.alternatives = [_alternative(c) for c in match.alternatives[:3]]


def _alternative(candidate: Candidate) -> Alternative:
    return Alternative(code=candidate.code, score=candidate.score, reasons=tuple(candidate.reasons))


def _target_codes(context: Context, aim: TargetAim) -> None:
    unit = aim.draft.quantity.unit if aim.draft.quantity else ""
    words = f"{_measure_word(unit)} {_part_for(aim)}".strip()
    match = context.matcher.match(words, context=aim.context, printed_code=aim.printed_code)
    if match.code is None and aim.printed_code and aim.place is None and not _denies(match):
        match = replace(match, code=aim.printed_code, score=_CITED)  # its own line says which one it is
    thin = len(aim.indicator.split()) <= 3  # what is measured stands in the rest of the clause
    if match.code is None and thin and aim.draft.quantity is not None and aim.name is None:
        match = context.matcher.match(_of_whole(_quote(context, aim.draft)), context=aim.context)
    if match.code is None and match.score and aim.context and aim.place is not None:
        row = context.matcher.match(
            aim.context, printed_code=aim.printed_code
        )  # what the row is about, where its cell tells only how much
        likely = row.code in {c.code for c in match.alternatives[:3]} or match.score < _STRANGE
        match = row if likely and row.score >= _ROW_SURE else match
    if len(aim.among) > 1:
        match = _among(context, aim, words) or match
    group = None if match.code else group_aimed_at(context, aim)
    aim.codes = [match.code] if match.code else [group] if group else []
    if not aim.codes and len(aim.among) > 1 and aim.draft.quantity is None:
        aim.codes = list(aim.among)  # "Mã 1.1, 1.2: … duy trì điểm tối đa": a state that all of them share
    aim.alternatives = [_alternative(c) for c in match.alternatives[:3]]


_SHARE = re.compile(
    r"(?:(?:nâng cao|nâng|tăng|giảm|đạt|phấn đấu|bảo đảm|đảm bảo)\s)*(?:tỷ lệ|tỉ lệ|tỷ trọng|mức độ)\s"
)
_NUMBER = re.compile(r"(?:(?:nâng cao|nâng|tăng|giảm|phát triển)\s)*(?:tổng số|số lượng|số)\s(?!hóa|liệu)")


def _part_for(aim: TargetAim) -> str:
    """What is measured: of a title that names several things, the one that a share or a count can be of.

    "Nâng tỷ trọng A; tăng số B" above a bare "12%" is about A.
    """
    if aim.name is None or ";" not in aim.name:
        return aim.indicator
    around = aim.task.targets if aim.task else [aim]  # "…, mỗi năm tăng thêm" goes on about the value before
    units = [t.draft.quantity.unit for t in (aim, *around) if t.draft.quantity and _beside(t, aim)]
    kind = {"percent": _SHARE, "count": _NUMBER}.get(units[0]) if units else None
    if kind is None:
        return aim.indicator
    fitting = [part.strip() for part in aim.name.split(";") if kind.match(fold(part.strip()))]
    return fitting[0] if len(fitting) == 1 else aim.indicator


def _beside(one: TargetAim, other: TargetAim) -> bool:
    return one.draft.sentence == other.draft.sentence


_AT_ALL = 10
"""Below this the words only share some letters with a name ("duy trì điểm tối đa")."""


def _among(context: Context, aim: TargetAim, words: str) -> Match | None:
    """The one of a row's indicators that a target's words are most like; None where two are alike."""
    for said in (_quote(context, aim.draft), words):
        match = context.matcher.match(said, top=200)
        own = [c for c in match.alternatives if c.code in aim.among and c.score >= _AT_ALL]
        if own and not _denies(match) and (len(own) == 1 or own[1].score < own[0].score):
            return replace(match, code=own[0].code, score=_CITED)
    return None


def _denies(match: Match) -> bool:
    """Whether the words speak of something else, not merely in unknown words."""
    return match.score == 0 and bool(match.alternatives)


def _measure_word(unit: str) -> str:
    """What the unit tells of the measure: money is "kinh phí", so many a week is "tần suất"."""
    return "tần suất" if unit.startswith("per_") else "kinh phí" if unit == "vnd" else ""


def _quote(context: Context, draft: TargetDraft) -> str:
    return context.text(draft.start, draft.end)


def _of_whole(quote: str) -> str:
    """A quote without what it says of a part ("800 cửa hàng, trong đó 300 cửa hàng có mã QR")."""
    return re.split(r"[,;(]\s*trong đó", quote, maxsplit=1)[0]


_LIST = re.compile(
    r"(?P<head>.{12,}?\s(?:về|cho|của|trong|vào|trên)\s)(?P<a>[^,;]{4,60}?)"
    r"(?:,\s+|\s+và\s+|,\s+và\s+)(?P<b>[^,;]{4,60})$"
)


def _split_lists(context: Context, targets: list[TargetAim]) -> None:
    """ "… kiêm nhiệm về A, B" is two indicators of the catalog where each member maps on one of its own."""
    for position, aim in reversed(list(enumerate(targets))):
        if aim.draft.quantity is None or aim.name is not None or aim.draft.quantity.unit != "percent":
            continue
        match = _LIST.fullmatch(aim.indicator)
        if not match:
            continue
        members = [f"{match['head']}{match[m]}".strip() for m in "ab"]
        codes = [context.matcher.match(m, context=aim.context).code for m in members]
        if None in codes or codes[0] == codes[1]:
            continue
        parts = [with_indicator(aim, words) for words in members]
        for part, code in zip(parts, codes, strict=True):
            part.codes = [code] if code else []
        targets[position : position + 1] = parts
        if aim.task:
            at = aim.task.targets.index(aim)
            aim.task.targets[at : at + 1] = parts


def with_indicator(aim: TargetAim, indicator: str) -> TargetAim:
    """A copy of a target that measures something else."""
    return replace(aim, draft=replace(aim.draft, indicator=indicator), baselines=list(aim.baselines))
