"""Consistency inside a document: one thing said in two ways, dates that cannot hold, gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from extractor.analysis.audit.figures import half_unit, rounded, shown, value
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.subject import Subject
from extractor.records import Target
from extractor.vietnamese.forms import fold, squeeze

_SAME_NAME, _NEAR_NAME = 88, 62
_SIGN = {"eq": "=", "ge": "≥", "gt": ">", "le": "≤", "lt": "<", None: ""}


def values(subject: Subject) -> Iterator[Hit]:
    """One indicator with two values or comparators in two places."""
    stated = [t for t in subject.extraction.targets if t.value is not None]
    groups: dict[tuple[object, ...], list[tuple[Target, str]]] = {}
    for target in stated:
        horizon = target.deadline.due if target.deadline else None
        key = (target.unit, target.level, horizon)
        groups.setdefault(key, []).append((target, squeeze(target.indicator)))
    for group in groups.values():
        for (a, name_a), (b, name_b) in combinations(group[:400], 2):
            if (a.value, a.comparator) != (b.value, b.comparator) and _same(a, name_a, b, name_b):
                yield _twice(subject, a, b)


def _same(a: Target, name_a: str, b: Target, name_b: str) -> bool:
    """Two targets of one measured thing, stated in two places."""
    if a.task == b.task and a.task is not None:
        return False  # parts of one task differ in scope ("100% cán bộ …, 50% người dân")
    if _where(a) is not None and _where(a) == _where(b):
        return False
    shared = bool(a.indicator_codes and b.indicator_codes and a.indicator_codes[0] == b.indicator_codes[0])
    if bool(a.indicator_codes) != bool(b.indicator_codes) and not shared:
        return False
    if a.indicator_codes and not shared:
        return False
    if min(len(name_a), len(name_b)) < 12:
        return False
    return fuzz.token_set_ratio(name_a, name_b) >= (_NEAR_NAME if shared else _SAME_NAME)


def _where(target: Target) -> tuple[int, int] | None:
    place = target.evidence
    return (place.table, place.row) if place and place.table is not None and place.row is not None else None


def _twice(subject: Subject, a: Target, b: Target) -> Hit:
    first, second = (f"{_SIGN[t.comparator]} {shown(t.value)}" for t in (a, b))
    figures: dict[str, Figure] = {
        "indicator": a.indicator, "first": first, "second": second, "unit": a.unit,
        "first_value": a.value, "second_value": b.value,
    }  # fmt: skip
    rule = "value-stated-twice" if a.value != b.value else "comparator-stated-twice"
    code = next(iter(a.indicator_codes), None)
    return Hit(rule, figures, (subject.of(a), subject.of(b)), code, unsure=not code)


def below_baseline(subject: Subject) -> Iterator[Hit]:
    """A target that asks for less than what was already there."""
    method = {row.label: fold(subject.words(row.cells.get("method"))) for row in subject.rows}
    for target in subject.extraction.targets:
        if target.value is None or target.comparator not in ("eq", "ge", "gt"):
            continue
        task = subject.tasks.get(target.task or "")
        proportional = re.search(
            r"điểm\s*=\s*tỷ lệ\s*\*\s*điểm tối đa(?!\s*/)", method.get(task.section if task else "", "")
        )
        for past in target.baselines:
            was = past.value
            if past.unit == "points" and target.unit == "percent" and past.max and proportional:
                was = rounded(100 * past.value / past.max)
            elif past.unit != target.unit or past.unit == "rank":
                continue
            if target.value < was - 1e-9:
                figures: dict[str, Figure] = {
                    "indicator": target.indicator, "target": target.value, "baseline": was,
                    "year": past.year, "printed": past.value, "printed_unit": past.unit,
                }  # fmt: skip
                spans = (subject.of(target), subject.span(past.evidence, target.quote))
                code = next(iter(target.indicator_codes), None)
                yield Hit("target-below-baseline", figures, spans, code, unsure=past.unit != target.unit)


_PAIR = re.compile(
    r"(?<![\d.,])(\d{1,4}(?:[.,]\d+)?)\s*/\s*(\d{1,4})\s*điểm\s*[,;(]?\s*(?:và\s|được\s)?(?:đạt\s|bằng\s|tương ứng\s)"
    r"(?:với\s)?(?:tỷ lệ\s|tỉ lệ\s)?(\d{1,3}(?:[.,]\d+)?)\s*%"
)


def shares(subject: Subject) -> Iterator[Hit]:
    """ "6,03/10 điểm, đạt tỷ lệ 60,29%": points as a share of their maximum against the printed percent."""
    for start, end in subject.passages:
        words = subject.folded[start:end]
        if "điểm" not in words:
            continue
        for match in _PAIR.finditer(words):
            points, top, printed = value(match[1]), value(match[2]), value(match[3])
            if points is None or not top or printed is None:
                continue
            share = 100 * points / top
            slack = 100 * half_unit(match[1]) / top + half_unit(match[3])
            if abs(share - printed) > slack + 1e-9:
                figures = {"points": points, "max": top, "share": rounded(share), "printed": printed}
                yield Hit("points-against-percent", figures, (_match(subject, start, match),))


def _match(subject: Subject, start: int, match: re.Match[str]) -> Span:
    return subject.at(start + match.start(), start + match.end())


_POINTS = re.compile(r"(?<![\d.,])(\d{1,4}(?:[.,]\d+)?)\s*/\s*(\d{1,4})\s*điểm|(không có điểm)")
_KEEP = re.compile(r"duy trì(?!\s*(?:và|,)\s*(?:nâng|cải thiện|tăng|phát huy))")


def kept(subject: Subject) -> Iterator[Hit]:
    """ "duy trì" beside less than full points."""
    for start, end in subject.passages:
        words = subject.folded[start:end]
        if end - start > 600 or "duy trì" not in words:
            continue
        found, keep = _POINTS.search(words), _KEEP.search(words)
        if not found or not keep or re.search(r"cải thiện|nâng cao|tăng", words[keep.start() :]):
            continue
        points = 0.0 if found[3] else value(found[1])
        top = None if found[3] else value(found[2])
        if points is None or (top is not None and points >= top):
            continue
        figures = {"points": points, "max": top, "printed": found.group()}
        yield Hit("kept-below-full", figures, (subject.at(start, end),), _code_at(subject, start))


def _code_at(subject: Subject, start: int) -> str | None:
    """The catalog code of the table row that holds an offset."""
    for row in subject.rows:
        if any(cell.start <= start < cell.end for cell in row.cells.values()):
            return row.label if row.label in subject.catalog else None
    return None


_RANK = re.compile(r"(?:hạng|thứ|vị trí)(?: thứ)?\s*(\d{1,2})\s*/\s*(\d{2})(?!\d)")
_INDEX = re.compile(r"(?<!\w)(dti|pci|papi|par[ -]?index|sipas|pgi|ict)(?!\w)")


def ranks(subject: Subject) -> Iterator[Hit]:
    """A rank of one index and year stated in two ways."""
    seen: dict[tuple[str, str, str], tuple[int, Span]] = {}
    for score in subject.extraction.scores:
        if score.indicator_code is None and score.rank and score.rank_of and score.year:
            key = ("dti", str(score.year), str(score.rank_of))
            seen[key] = (score.rank, subject.span(score.evidence, score.name))
    for start, end in subject.paragraphs:
        words = subject.folded[start:end]
        if "/" not in words:
            continue
        for match in _RANK.finditer(words):
            before = words[: match.start()]
            years = re.findall(r"(?<!so với )(?<!từ )năm (20\d\d)", before)
            index = _INDEX.findall(before)
            if not years or not index or "phấn đấu" in before[-120:]:
                continue
            key, rank = (index[-1], years[-1], match[2]), int(match[1])
            known = seen.setdefault(key, (rank, _match(subject, start, match)))
            if known[0] != rank:
                figures = {"index": key[0].upper(), "year": key[1], "first": known[0], "second": rank, "of": key[2]}
                yield Hit("rank-stated-twice", figures, (known[1], _match(subject, start, match)))


def deadlines(subject: Subject) -> Iterator[Hit]:
    """Deadlines outside the plan's period or before its date; a plan issued late in its period."""
    document = subject.extraction.document
    period = document.period
    begin, end = (period.start, period.end) if period else (None, None)
    for record in (*subject.extraction.tasks, *subject.extraction.targets):
        deadline = record.deadline
        if deadline is None or deadline.due is None:
            continue
        code = next(iter(record.indicator_codes), None)
        spans = (subject.span(deadline.evidence, deadline.text), subject.of(record))
        figures: dict[str, Figure] = {"deadline": deadline.text, "due": deadline.due.isoformat()}
        if document.issued_on and deadline.due < document.issued_on:
            figures["issued"] = document.issued_on.isoformat()
            yield Hit("deadline-before-issue", figures, spans, code)
        elif begin and deadline.due < begin:
            yield Hit("deadline-outside-period", {**figures, "period": f"{begin}/{end}"}, spans, code)
        elif end and deadline.due > end and begin:
            yield Hit("deadline-outside-period", {**figures, "period": f"{begin}/{end}"}, spans, code, "info")
    if document.kind == "plan" and document.issued_on and begin and end and end > begin:
        gone = (document.issued_on - begin).days / ((end - begin).days + 1)
        if gone > 0.5:
            figures = {"issued": document.issued_on.isoformat(), "period": f"{begin}/{end}"}
            figures["share"] = round(100 * gone)
            place = document.evidence.get("issued_on")
            yield Hit("issued-late", figures, (subject.span(place, document.issued_on.isoformat()),))


_ANNEX = re.compile(r"(?<!\w)phụ lục(?!\w)(?: số)?\s*([ivx]{1,4}|\d{1,2})?(?!\w)")
_HEAD = re.compile(r"(?:phụ lục|biểu|danh mục|\(?\s*(?:ban hành )?kèm theo\s+(?:kế hoạch|quyết định|chương trình|báo cáo|công văn|đề án))")
_FOREIGN = re.compile(r"(?:quyết định|nghị định|thông tư|nghị quyết|công văn|văn bản|hướng dẫn|luật)\s*(?:số\s*)?\d")


def annexes(subject: Subject) -> Iterator[Hit]:
    """An annex that the text points to and the file does not hold."""
    if subject.source is None:
        return
    heads = [s for s in subject.paragraphs if s[1] - s[0] < 260 and _HEAD.match(subject.folded[s[0] : s[1]])]
    named = {m[1] for s in heads if (m := _ANNEX.match(subject.folded[s[0] : s[1]])) and m[1]}
    for start, end in subject.passages:
        if (start, end) in heads:
            continue
        for match in _ANNEX.finditer(subject.folded[start:end]):
            around = subject.folded[start + match.start() - 60 if match.start() > 60 else start : start + match.end() + 70]
            own = not _FOREIGN.search(around)
            # an unnumbered annex is met by any, and a table behind the text may be it
            absent = not heads if not match[1] else bool(named) and match[1] not in named or not heads
            if own and absent:
                label = match.group().strip()
                yield Hit("annex-absent", {"annex": label}, (_match_around(subject, start, end, match),))
                return


def _match_around(subject: Subject, start: int, end: int, match: re.Match[str]) -> Span:
    return subject.at(max(start, start + match.start() - 80), min(end, start + match.end() + 60))
