"""Targets without a number: states promised by a goal line or cell, and groups aimed at."""

from __future__ import annotations

import re

from extractor.annotators.aims import is_past, tells_results
from extractor.annotators.brackets import baseline_spans, without_baselines
from extractor.annotators.clauses import sentences
from extractor.annotators.drafts import TargetDraft
from extractor.annotators.indicators import clean_indicator
from extractor.annotators.ranks import find_rank_groups
from extractor.vietnamese.forms import fold


def find_qualitative(text: str, span: tuple[int, int], plan_year: int | None) -> list[TargetDraft]:
    """The state promised by a goal line or target cell that has no number: its clauses up to a stop."""
    drafts = []
    for number, (start, end) in enumerate(sentences(text, *span)):
        body = without_baselines(text, start, end, plan_year)
        if tells_results(fold(text[start:body]), plan_year):
            continue
        lead = start + len(text[start:body]) - len(text[start:body].lstrip("-–+*• "))
        if body - lead < 3 or not re.search(r"[^\W\d_]{2}", text[lead:body]):
            continue
        drafts.append(
            TargetDraft(
                lead, body, clean_indicator(text[lead:body]), None, None, None, (start, end), number,
                baseline_spans(text, start, end, plan_year),
            )
        )  # fmt: skip
    return drafts


def find_group_ranks(text: str, span: tuple[int, int], plan_year: int | None) -> list[TargetDraft]:
    """Groups aimed at without a number ("thuộc nhóm khá"): qualitative, wherever they stand."""
    drafts: list[TargetDraft] = []
    for start, end in sentences(text, *span):
        low = fold(text[start:end])
        for a, _ in find_rank_groups(low):
            before = low[:a]
            if is_past(before, plan_year) or not re.search(
                r"phấn đấu|đạt|thuộc|vào|nằm trong|lên|duy trì|giữ|đưa", before[-60:]
            ):
                continue
            aim = max(before.rfind("phấn đấu"), 0)
            begin = start + (aim if aim and len(before) - aim < 160 else 0)
            drafts.append(TargetDraft(begin, end, clean_indicator(text[begin : start + a]) or text[begin:end],
                                      None, None, None, (start, end)))  # fmt: skip
            break
    return drafts
