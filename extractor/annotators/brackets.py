"""Brackets of past values, and the targets of the clause or sentence that they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extractor.annotators.baselines import opens_baseline, past_clauses
from extractor.annotators.clauses import find_brackets
from extractor.annotators.drafts import TargetDraft
from extractor.vietnamese.forms import fold


def baseline_spans(text: str, start: int, end: int, plan_year: int | None) -> tuple[tuple[int, int], ...]:
    """Brackets and clauses between commas within ``start:end`` that give past values."""
    brackets = find_brackets(text, start, end)
    past = [(b.start, b.end) for b in brackets if opens_baseline(text[b.start : b.end], plan_year)]
    clauses = past_clauses(text, start, end, plan_year)
    starts = [b.start for b in brackets]
    near = ((a, e, bisect_left(starts, e) - 1) for a, e in clauses)
    outside = [(a, e) for a, e, i in near if i < 0 or brackets[i].end <= a]
    return tuple(sorted([*past, *outside]))


def without_baselines(text: str, start: int, end: int, plan_year: int | None) -> int:
    """End of the sentence before a closing bracket of past values."""
    spans = baseline_spans(text, start, end, plan_year)
    if spans and not re.search(r"\w", text[spans[-1][1] : end]):
        end = spans[-1][0]
    while end > start and text[end - 1] in " .;,":
        end -= 1
    return end


def with_brackets(
    text: str, span: tuple[int, int], drafts: Sequence[TargetDraft], plan_year: int | None
) -> list[TargetDraft]:
    """Give each draft the brackets of past values that belong to it.

    A bracket belongs to the targets of its ";"-clause; the only bracket of a sentence, standing at its
    end, to all targets of the sentence.
    """
    brackets = baseline_spans(text, *span, plan_year)
    owned: dict[int, list[tuple[int, int]]] = {}
    for past in _past_sentences(text, span, plan_year) if drafts else ():
        known = any(a < past[1] and past[0] < b for a, b in brackets)
        if not known and (told := _compared_with(text, past, drafts)) is not None:
            owned.setdefault(told, []).append(past)
    for bracket in brackets:
        before = [i for i, d in enumerate(drafts) if _place(d) < bracket[0]]
        if not before:
            continue
        begin = _sentence_begin(text, span[0], bracket[0])
        closing = not re.match(r"[^.;]*\w", text[bracket[1] : span[1]].split(";")[0].split(". ")[0])
        alone = sum(begin <= b[0] <= bracket[0] for b in brackets) == 1
        clause = max(begin, text.rfind(";", begin, bracket[0]))
        floor = begin if closing and alone else clause
        earlier = max((b[1] for b in brackets if clause <= b[0] and b[1] <= bracket[0]), default=None)
        if earlier is not None:  # "85% dân số (…) và 78% hộ (…)": each bracket is that of its own value
            own = [i for i in before if _place(drafts[i]) >= earlier]
            before = own or before[-1:]
        for i in before:
            if drafts[i].start >= floor or drafts[i].end >= floor:
                owned.setdefault(i, []).append(bracket)
    return [replace(d, baseline_brackets=tuple(owned.get(i, ()))) for i, d in enumerate(drafts)]


_SENTENCE_OF_PAST = re.compile(
    r"[.;]\s+(?P<said>(?:trong |đến |hết |cuối )*năm (?P<year>(?:19|20)\d\d)\s?[,:]?\s"
    r"(?:(?P<whole>(?:bình quân |tính chung )?(?:toàn|cả|chung) (?:tỉnh|ngành|thành phố|huyện|xã))\s?,?\s|"
    r"(?:tỷ lệ|con số|chỉ tiêu|chỉ số|kết quả|số|mức) (?:này|đó|trên)\s|kết quả\s)?"
    r"(?:(?:mới|chỉ|đã|ước|mới chỉ)\s)?(?:đạt|là|có|chiếm|ở mức)?\s?(?:được\s|trên |hơn |gần |khoảng )?"
    r"\d[\d.,]*(?:\s?%|\s[^\W\d_]+)?)\s*(?=\.?\s*\Z|[.;]\s|\n)"
)


def _past_sentences(text: str, span: tuple[int, int], plan_year: int | None) -> list[tuple[int, int]]:
    """Sentences that tell nothing but a past value: "Năm 2023, toàn ngành mới đạt 11,5%."."""
    if plan_year is None:
        return []
    matches = _SENTENCE_OF_PAST.finditer(fold(text[span[0] : span[1]]))
    return [
        (span[0] + m.start("said"), span[0] + m.end("said")) for m in matches if int(m["year"]) < plan_year
    ]


def _compared_with(text: str, past: tuple[int, int], drafts: Sequence[TargetDraft]) -> int | None:
    """The target that a sentence of a past value is about: the only one of the sentence before it.

    Of several it is the first, and only where the value is told of the whole ("toàn tỉnh").
    """
    before = [i for i, d in enumerate(drafts) if d.sentence[1] <= past[0] and d.quantity is not None]
    before = [i for i in before if drafts[i].sentence == drafts[before[-1]].sentence]
    if not before or re.search(r"\w", text[drafts[before[-1]].sentence[1] : past[0]]):
        return None
    said = text[slice(*past)]
    unit = "percent" if "%" in said else "count"
    alone = len(before) == 1 or re.search(r"toàn |cả |chung ", fold(said)) is not None
    return before[0] if alone and drafts[before[0]].unit == unit else None


def _place(draft: TargetDraft) -> int:
    return draft.quantity.number if draft.quantity else draft.start


def _sentence_begin(text: str, start: int, position: int) -> int:
    """Where the sentence that a bracket at ``position`` closes begins (". (" does not end it)."""
    head = text[start:position].rstrip(" .")
    stops = [m.end() for m in re.finditer(r"(?<!\d)\.\s+(?=[^\W_a-z])", head)]
    return start + (stops[-1] if stops else 0)
