"""Consistency inside a document: one thing said in two ways, dates that cannot hold, gaps."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from extractor.analysis.audit.figures import half_unit, rounded, shown, value
from extractor.analysis.audit.model import Figure, Hit, Severity, Span
from extractor.analysis.audit.subject import Subject
from extractor.records import Target
from extractor.vietnamese.forms import fold, squeeze

_SAME_NAME, _NEAR_NAME = 88, 75
_SIGN = {"eq": "=", "ge": "≥", "gt": ">", "le": "≤", "lt": "<", None: ""}


def values(subject: Subject) -> Iterator[Hit]:
    """One indicator with two values or comparators in two places."""
    groups: dict[tuple[object, ...], list[tuple[Target, str]]] = {}
    dated = _dated(subject)
    for target in subject.extraction.targets:
        if target.value is not None and target.value_to is None:
            key = (
                target.unit,
                target.level,
                target.comparator in ("le", "lt"),
                _horizon(subject, target, dated),
            )
            groups.setdefault(key, []).append((target, squeeze(target.indicator)))
    for group in groups.values():
        for (a, name_a), (b, name_b) in combinations(group[:400], 2):
            if (a.value, a.comparator) != (b.value, b.comparator) and _same(subject, a, name_a, b, name_b):
                yield _twice(subject, a, b)


_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_HEADING = re.compile(
    r"[ivx\d.)(a-hđ*+\- ]{0,8}"
    r"(?:(?:một số |các )?(?:mục tiêu|chỉ tiêu)|đến (?:hết )?năm|giai đoạn|trong năm|năm 20)"
)


def _dated(subject: Subject) -> list[tuple[int, str]]:
    """Headings that name a year: which paragraph, and the last year it names."""
    return [
        (i, named[-1])
        for i, (start, end) in enumerate(subject.paragraphs)
        if end - start < 160
        and _HEADING.match(subject.folded, start, end)
        and (named := _YEAR.findall(subject.text, start, end))
    ]


def _horizon(subject: Subject, target: Target, dated: Sequence[tuple[int, str]]) -> str:
    """The year by which a target is due: its own, else that of its line, else of the heading above it."""
    if target.deadline is not None and target.deadline.due is not None:
        return str(target.deadline.due.year)
    own = _YEAR.findall(target.quote)
    if own or target.evidence is None or subject.source is None:
        return str(own[-1]) if own else ""
    spans = subject.paragraphs
    i = bisect_right(spans, (target.evidence.start, len(subject.text))) - 1
    above = bisect_left(dated, (i, "")) - 1
    if above >= 0 and dated[above][0] >= i - 40:
        return dated[above][1]
    period = subject.extraction.document.period
    return str(period.end.year) if period and period.end else ""


def _same(subject: Subject, a: Target, name_a: str, b: Target, name_b: str) -> bool:
    """Two targets of one measured thing, stated in two places."""
    if a.task == b.task and a.task is not None:
        return False  # parts of one task differ in scope ("100% cán bộ …, 50% người dân")
    if _together(subject, a, b) or min(len(name_a), len(name_b)) < 12:
        return False
    codes_a, codes_b = a.indicator_codes[:1], b.indicator_codes[:1]
    if codes_a != codes_b:
        return False
    if fuzz.token_set_ratio(name_a, name_b) >= (_NEAR_NAME if codes_a else _SAME_NAME):
        return True
    if codes_a and a.unit == "percent" and _sure(a) and _sure(b):
        return True
    # a goal taken up again by a task in other words: "tỷ lệ dân số có hồ sơ X" and "hồ sơ X đạt 90%"
    apart = (a.task is None) != (b.task is None)
    return apart and _common_run(name_a, name_b)


def _sure(target: Target) -> bool:
    """Its indicator was recognised beyond doubt."""
    return bool(target.alternatives) and target.alternatives[0].score >= 90


def _together(subject: Subject, a: Target, b: Target) -> bool:
    """Both stand in one table or one paragraph: what differs there differs in scope or year."""
    x, y = a.evidence, b.evidence
    if x is None or y is None:
        return False
    if x.table is not None or y.table is not None:
        return x.table == y.table
    i, j = (bisect_right(subject.paragraphs, (e.start, len(subject.text))) for e in (x, y))
    return i == j and i > 0


def _common_run(a: str, b: str) -> bool:
    """The names share a run of words that closes both and is most of the shorter one."""
    first, second = a.split(), b.split()
    run = 0
    while run < min(len(first), len(second)) and first[-1 - run] == second[-1 - run]:
        run += 1
    return run >= 5 and run >= 0.5 * min(len(first), len(second))


def _twice(subject: Subject, a: Target, b: Target) -> Hit:
    first, second = (f"{_SIGN[t.comparator]} {shown(t.value)}" for t in (a, b))
    figures: dict[str, Figure] = {
        "indicator": subject.named(a), "first": first, "second": second, "unit": a.unit,
        "first_value": a.value, "second_value": b.value,
    }  # fmt: skip
    rule = "value-stated-twice" if a.value != b.value else "comparator-stated-twice"
    code = next(iter(a.indicator_codes), None)
    near = fuzz.token_set_ratio(squeeze(a.indicator), squeeze(b.indicator)) >= _NEAR_NAME
    return Hit(rule, figures, (subject.of(a), subject.of(b)), code, unsure=not (code and near))


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
                    "indicator": subject.named(target), "target": target.value, "baseline": was,
                    "year": past.year, "printed": past.value, "printed_unit": past.unit,
                }  # fmt: skip
                spans = (subject.of(target), subject.span(past.evidence, target.quote))
                code = next(iter(target.indicator_codes), None)
                yield Hit("target-below-baseline", figures, spans, code, unsure=past.unit != target.unit)


_PAIR = re.compile(
    r"(?<![\d.,])(\d{1,4}(?:[.,]\d+)?)\s*/\s*(\d{1,4})\s*điểm\s*[,;(]?\s*(?:và\s|được\s)?"
    r"(?:đạt\s|bằng\s|tương ứng\s)(?:với\s)?(?:tỷ lệ\s|tỉ lệ\s)?(\d{1,3}(?:[.,]\d+)?)\s*%"
)


def shares(subject: Subject) -> Iterator[Hit]:
    """ "6,03/10 điểm, đạt tỷ lệ 60,29%": points as a share of their maximum against the printed percent."""
    for start, words in subject.figured:
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
    for start, words in subject.spoken:
        if len(words) > 600 or "duy trì" not in words:
            continue
        found, keep = _POINTS.search(words), _KEEP.search(words)
        if not found or not keep or re.search(r"cải thiện|nâng cao|tăng", words[keep.start() :]):
            continue
        points = 0.0 if found[3] else value(found[1])
        top = None if found[3] else value(found[2])
        if points is None or (top is not None and points >= top):
            continue
        figures = {"points": points, "max": top, "printed": found.group()}
        yield Hit(
            "kept-below-full", figures, (subject.at(start, start + len(words)),), _code_at(subject, start)
        )


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
                figures = {
                    "index": key[0].upper(),
                    "year": key[1],
                    "first": known[0],
                    "second": rank,
                    "of": key[2],
                }
                yield Hit("rank-stated-twice", figures, (known[1], _match(subject, start, match)))


def deadlines(subject: Subject) -> Iterator[Hit]:
    """Deadlines before the document's date or outside the plan's period."""
    document = subject.extraction.document
    if document.kind != "plan":
        return
    period = document.period
    begin, end = (period.start, period.end) if period else (None, None)
    dated = [
        r for r in subject.records
        if r.deadline is not None and r.deadline.due is not None
    ]  # fmt: skip
    late = [r for r in dated if end and r.deadline and r.deadline.due and r.deadline.due > end]
    usual = len(late) > max(3, len(dated) // 4)  # then the period was read too short
    for record in dated:
        assert record.deadline is not None and record.deadline.due is not None
        due, text = record.deadline.due, record.deadline.text
        code = next(iter(record.indicator_codes), None)
        spans = (subject.span(record.deadline.evidence, text), subject.of(record))
        figures: dict[str, Figure] = {"deadline": text, "due": due.isoformat()}
        if document.issued_on and due < document.issued_on:
            figures["issued"] = document.issued_on.isoformat()
            yield Hit("deadline-before-issue", figures, spans, code)
        elif begin and end and (due < begin or (due > end and not usual)):
            figures["period"] = f"{begin} – {end}"
            lowered: Severity | None = "info" if due > end else None
            yield Hit("deadline-outside-period", figures, spans, code, lowered)


def issue(subject: Subject) -> Iterator[Hit]:
    """A plan issued when most of its period is over."""
    document = subject.extraction.document
    period, day = document.period, document.issued_on
    if document.kind != "plan" or day is None or not period or not period.start or not period.end:
        return
    gone = (day - period.start).days / max((period.end - period.start).days + 1, 1)
    if gone > 0.5:
        figures: dict[str, Figure] = {"issued": day.isoformat(), "share": round(100 * min(gone, 1))}
        figures["period"] = f"{period.start} – {period.end}"
        yield Hit(
            "issued-late", figures, (subject.span(document.evidence.get("issued_on"), day.isoformat()),)
        )


_ANNEX = re.compile(r"phụ lục(?<!\wphụ lục)(?!\w)(?: số)?\s*([ivx]{1,4}|\d{1,2})?(?!\w)")
_HEAD = re.compile(
    r"(?:phụ lục|biểu|danh mục|"
    r"\(?\s*(?:ban hành )?kèm theo\s+(?:kế hoạch|quyết định|chương trình|báo cáo|công văn|đề án))"
)
_FOREIGN = re.compile(
    r"(?:quyết định|nghị định|thông tư|nghị quyết|công văn|văn bản|hướng dẫn|luật)\s*(?:số\s*)?\d"
)


def annexes(subject: Subject) -> Iterator[Hit]:
    """An annex that the text points to and the file does not hold."""
    if subject.source is None:
        return
    heads = [s for s in subject.paragraphs if s[1] - s[0] < 260 and _HEAD.match(subject.folded[s[0] : s[1]])]
    named = {m[1] for s in heads if (m := _ANNEX.match(subject.folded[s[0] : s[1]])) and m[1]}
    for start, words in subject.spoken:
        end = start + len(words)
        if "phụ lục" not in words or (start, end) in heads:
            continue
        for match in _ANNEX.finditer(words):
            around = subject.folded[
                start + match.start() - 60 if match.start() > 60 else start : start + match.end() + 70
            ]
            own = not _FOREIGN.search(around)
            # an unnumbered annex is met by any, and a table behind the text may be it
            absent = not heads if not match[1] else (bool(named) and match[1] not in named) or not heads
            if own and absent:
                label = match.group().strip()
                yield Hit("annex-absent", {"annex": label}, (_match_around(subject, start, end, match),))
                return


def _match_around(subject: Subject, start: int, end: int, match: re.Match[str]) -> Span:
    return subject.at(max(start, start + match.start() - 80), min(end, start + match.end() + 60))


_BY_YEAR = re.compile(r"(?<!định hướng )(?<!tầm nhìn )(?<!\w)đến (?:hết |cuối )?năm (20\d\d)(?!\s*[-–])")


def horizons(subject: Subject) -> Iterator[Hit]:
    """A target of a yearly plan that is due in a later year."""
    period = subject.extraction.document.period
    if period is None or period.start is None or period.end is None or period.start.year != period.end.year:
        return
    for target in subject.extraction.targets:
        year = _BY_YEAR.search(fold(target.quote))
        timed = target.deadline is not None and target.deadline.due is not None
        if year and int(year[1]) > period.end.year and not timed and target.value is not None:
            figures: dict[str, Figure] = {"deadline": year.group(), "due": f"{year[1]}-12-31"}
            figures["period"] = f"{period.start} – {period.end}"
            code = next(iter(target.indicator_codes), None)
            yield Hit("deadline-outside-period", figures, (subject.of(target),), code, "info")


def duplicates(subject: Subject) -> Iterator[Hit]:
    """One task given twice in different sections."""
    found = (t for t in subject.extraction.tasks if t.evidence is None or t.evidence.table is None)
    tasks = [(t, squeeze(t.title)) for t in found if len(t.title) >= 30]
    for i, (task, name) in enumerate(tasks[:600]):
        for other, other_name in tasks[i + 1 : 600]:
            if abs(len(name) - len(other_name)) > 0.1 * len(name) or task.section == other.section:
                continue
            if fuzz.ratio(name, other_name, score_cutoff=95) >= 95:
                figures: dict[str, Figure] = {"task": task.title, "first": task.section}
                figures["second"] = other.section
                code = next(iter(task.indicator_codes), None)
                yield Hit("task-stated-twice", figures, (subject.of(task), subject.of(other)), code)
                break
