"""References: dates that cannot be, acts cited in two ways or from the future, codes of another indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.annotators.acts import kinds_by_code
from extractor.records import Citation
from extractor.vietnamese.forms import fold, squeeze

_SPELLED = re.compile(
    r"ngày(?<![\w/.,-]ngày)\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})(?![\w/]|[.,]\d)"
)
_SLASHED = re.compile(r"(\d(?<![\w/.,-]\d)\d?)\s*/\s*(\d{1,2})\s*/\s*(\d{4})(?![\w/]|[.,]\d)")
_TWO_MONTHS = re.compile(
    r"tháng\s+\d{1,2}\s+tháng\s+\d{4}|năm\s+\d{4}\s+năm\s+\d{4}(?!\s*-)|ngày\s+ngày\s+\d"
)
_FIRST_YEAR = 1945


def _days(words: str) -> list[re.Match[str]]:
    """Whole dates of folded words, in order: day, month and year are the groups."""
    found = (*_SPELLED.finditer(words), *_SLASHED.finditer(words))
    return sorted(found, key=lambda match: match.start())


def dates(subject: Subject) -> Iterator[Hit]:
    """31/02/2023, "tháng 3 tháng 2022"."""
    for start, words in subject.figured:
        for match in _days(words):
            day, month, year = (int(g) for g in match.groups())
            if not _possible(day, month, year):
                figures = {"date": match.group()}
                yield Hit(
                    "impossible-date", figures, (subject.at(start + match.start(), start + match.end()),)
                )
        for match in _TWO_MONTHS.finditer(words) if "tháng" in words or "ngày" in words else ():
            where = (start + match.start(), start + match.end())
            yield Hit("malformed-date", {"date": subject.text[slice(*where)]}, (subject.at(*where),))


def _possible(day: int, month: int, year: int) -> bool:
    try:
        return date(year, month, day).year >= _FIRST_YEAR
    except ValueError:
        return False


def _plain(number: str) -> str:
    return re.sub(r"\s+", "", number).upper()


def acts(subject: Subject) -> Iterator[Hit]:
    """Cited acts: later than the document, with two dates, without the year in the number, broken numbers."""
    document = subject.extraction.document
    dated: dict[tuple[str, str], Citation] = {}
    seen: set[tuple[str, str]] = set()
    last_day = document.issued_on or (document.period.end if document.period else None)
    for act in document.citations:
        span = subject.span(act.evidence, act.text)
        if act.issued_on and last_day and act.issued_on > last_day:
            figures: dict[str, Figure] = {"act": act.text, "date": act.issued_on.isoformat()}
            figures |= {"document_date": last_day.isoformat()}
            yield Hit("act-later-than-document", figures, (span,), unsure=document.issued_on is None)
        if not act.number:
            continue
        number = _plain(act.number)
        if act.issued_on:
            known = dated.setdefault((act.kind, number), act)
            if known.issued_on != act.issued_on:
                figures = {"act": f"{act.kind} {act.number}", "first": str(known.issued_on)}
                figures["second"] = act.issued_on.isoformat()
                yield Hit("act-with-two-dates", figures, (subject.span(known.evidence, known.text), span))
        if (act.kind, number) not in seen:
            seen.add((act.kind, number))
            yield from _number(subject, act)


_NO_YEAR = re.compile(r"\d{1,4}[-/](?:NĐ-CP|TT-[A-ZĐ&]+|TTLT-[A-ZĐ&-]+)")
_JOINED = re.compile(r"[\d/]+[/-](?:QĐ|NQ|NĐ|TT|CT|KH|TB|BC|CV)(?:UBND|CP|TTG|HĐND|TW|TU)")
_ENDS_EARLY = re.compile(r"\d{1,5}(?:/\d{4})?[/-](?:QĐ|NQ|NĐ|TT|CT|KH|TTR|BC|TB)")


def _number(subject: Subject, act: Citation) -> Iterator[Hit]:
    number, span = _plain(act.number or ""), subject.span(act.evidence, act.text)
    if _NO_YEAR.fullmatch(number) and (act.issued_on is None or act.issued_on.year >= 1997):
        head, tail = re.split(r"[-/]", number, maxsplit=1)
        fuller = [
            c for c in subject.extraction.document.citations
            if c.number and re.fullmatch(rf"{head}/\d{{4}}/{re.escape(tail)}", _plain(c.number))
        ]  # fmt: skip
        figures: dict[str, Figure] = {"act": act.text}
        figures["fuller"] = fuller[0].number if fuller else None
        figures["hint"] = f"; nơi khác ghi {fuller[0].number}" if fuller else ""
        others = tuple(subject.span(c.evidence, c.text) for c in fuller[:1])
        yield Hit("act-number-without-year", figures, (span, *others))
    elif _JOINED.fullmatch(number) or _ENDS_EARLY.fullmatch(number):
        yield Hit("malformed-act-number", {"act": act.text, "number": act.number}, (span,))


def own_number(subject: Subject) -> Iterator[Hit]:
    """The annex says it belongs to a document of another number or date than the letterhead."""
    document = subject.extraction.document
    if subject.source is None or not (document.number or document.issued_on):
        return
    for start, end in subject.paragraphs:
        words = subject.text[start:end]
        if end - start > 300 or not re.match(r"\(?\s*(?:ban hành )?kèm theo", fold(words)):
            continue
        number = re.search(r"[Ss]ố:?\s*(\d[^\s,;)]*)", words)
        day = next(iter(_days(fold(words))), None)
        same_kind = number and document.number and _code_of(number[1]) == _code_of(document.number)
        if same_kind and number and document.number and _head(number[1]) != _head(document.number):
            figures = {"printed": number[1], "own": document.number}
            yield Hit("own-number-differs", figures, (subject.at(start, end),))
        if same_kind and day and document.issued_on:
            printed = [int(g) for g in day.groups()]
            own = [document.issued_on.day, document.issued_on.month, document.issued_on.year]
            if printed != own:
                figures = {"printed": day.group(), "own": document.issued_on.isoformat()}
                yield Hit("own-number-differs", figures, (subject.at(start, end),))


def _head(number: str) -> str:
    return number.split("/")[0].split("-")[0].strip().lstrip("0")


def _code_of(number: str) -> str:
    parts = re.findall(r"[A-ZĐ][A-Za-zĐđ]*", number)
    return next((p for p in parts if p.upper() in kinds_by_code()), "")


_NEAR = 25  # words before a cited code that speak of it
_CODES = re.compile(
    r"(?:chỉ số|chỉ tiêu|tiêu chí|mã)(?: thành phần)?(?: số)? (\d{1,2}(?:\.\d{1,2}){1,3}"
    r"(?:(?:,| và|;) \d{1,2}(?:\.\d{1,2}){1,3})*)(?![\w.]*\d)"
)


def codes(subject: Subject) -> Iterator[Hit]:
    """ "theo chỉ số 7.6" beside words that speak of another indicator; rows whose code has another name."""
    for start, end in subject.paragraphs:
        words = subject.folded[start:end]
        for match in _CODES.finditer(words):
            before = " ".join(words[max(0, match.start() - 260) : match.start()].split()[-_NEAR:])
            before = re.split(r"[;:]|\.(?!\d)", before)[-1]
            after = re.split(r"[;:.]", words[match.end() : match.end() + 120])[0]
            for code in re.findall(r"\d+(?:\.\d+)+", match[1]):
                if code in subject.catalog:
                    yield from _cited(
                        subject, code, f"{before} {after}", (start + match.start(), start + match.end())
                    )
    yield from _renamed(subject)


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    words = _squeezed(text).split()
    return frozenset(pairwise(words)) - _COMMON


_COMMON = frozenset({
    ("tỷ", "lệ"), ("số", "lượng"), ("mức", "độ"), ("triển", "khai"), ("sử", "dụng"), ("chuyển", "đổi"),
    ("đổi", "số"), ("tỉnh", "thành"), ("thành", "phố"), ("của", "tỉnh"), ("nền", "tảng"), ("tảng", "số"),
})  # fmt: skip


def _cited(subject: Subject, code: str, words: str, where: tuple[int, int]) -> Iterator[Hit]:
    """The words around a cited code share nothing with its name and much with another's."""
    here = _pairs(words)
    if len(here) < 6 or here & _pairs(subject.catalog[code].name):
        return
    fits = {i.code: len(here & _pairs(i.name)) for i in subject.catalog if not i.is_group}
    other = max(fits, key=lambda c: fits[c], default=None)
    if other is not None and fits[other] >= 2:
        figures: dict[str, Figure] = {"code": code, "name": subject.catalog[code].name}
        figures |= {"other": other, "other_name": subject.catalog[other].name}
        span = subject.at(max(0, where[0] - 160), where[1])
        yield Hit("code-of-another-indicator", figures, (span,), code)


def _renamed(subject: Subject) -> Iterator[Hit]:
    """Rows numbered by the catalog whose name is that of another code."""
    rows = [
        t for t in subject.extraction.tasks
        if t.evidence is not None and t.evidence.table is not None and "." in t.section
        and t.section in subject.catalog and len(t.title) >= 12
    ]  # fmt: skip
    own = [t for t in rows if _likeness(t.title, subject.catalog[t.section].name) >= 55]
    if len(own) < max(3, 0.7 * len(rows)):
        return  # numbers of its own
    matched = {t.id for t in own}
    for task in (t for t in rows if t.id not in matched):
        names = {
            i.code: fuzz.token_sort_ratio(_squeezed(task.title), _squeezed(i.name)) for i in subject.catalog
        }
        other = max(names, key=lambda c: names[c])
        if names[other] >= 85 and other != task.section:
            figures: dict[str, Figure] = {"code": task.section, "name": subject.catalog[task.section].name}
            figures |= {"other": other, "other_name": subject.catalog[other].name}
            yield Hit("code-of-another-indicator", figures, (subject.of(task),), task.section)


def _likeness(a: str, b: str) -> float:
    return fuzz.token_set_ratio(_squeezed(a), _squeezed(b))


@lru_cache(maxsize=4096)
def _squeezed(text: str) -> str:
    return squeeze(text)
