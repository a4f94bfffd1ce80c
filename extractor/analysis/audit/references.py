"""References: dates that cannot be, acts cited in two ways or from the future, codes of another indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extractor import gazetteers
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.annotators.acts import kinds_by_code
from extractor.records import Citation
from extractor.vietnamese.forms import fold

_SPELLED = re.compile(
    r"ngày(?<![\w/.,-]ngày)\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})(?![\w/]|[.,]\d)"
)
_SLASHED = re.compile(r"(\d(?<![\w/.,-]\d)\d?)\s*/\s*(\d{1,2})\s*/\s*(\d{4})(?![\w/]|[.,]\d)")
# "ngày 30/02", "tháng 13/2024": a day without its year, a month beyond the twelfth
_UNDATED = re.compile(
    r"ngày(?<!\wngày)\s*(\d{1,2})\s*(?:/|-|\s*tháng\s*)(\d{1,2})(?![\w/-]|[.,]\d|\s*(?:năm|/|%))|"
    r"tháng(?<!\wtháng)\s+()(1[3-9]|[2-9]\d)(?=\s*[/-]\s*20\d\d|\s+năm 20)"
)
_TWO_MONTHS = re.compile(
    r"tháng\s+\d{1,2}\s+tháng\s+\d{4}|năm\s+\d{4}\s+năm\s+\d{4}(?!\s*-)|ngày\s+ngày\s+\d"
)
_FIRST_YEAR = 1945
_DATED = sign(_SPELLED, _SLASHED, _UNDATED, _TWO_MONTHS)


def _days(words: str) -> list[re.Match[str]]:
    """Whole dates of folded words, in order: day, month and year are the groups."""
    found = (*_SPELLED.finditer(words), *_SLASHED.finditer(words))
    return sorted(found, key=lambda match: match.start())


def dates(subject: Subject) -> Iterator[Hit]:
    """31/02/2023, "tháng 3 tháng 2022"."""
    for start, words in subject.bearing(_DATED):
        for match in _days(words):
            day, month, year = (int(g) for g in match.groups())
            if not _possible(day, month, year):
                figures = {"date": match.group()}
                yield Hit("impossible-date", figures, (subject.around(start, match),))
        for match in _UNDATED.finditer(words):
            day, month = (int(match[1]), int(match[2])) if match[1] else (1, int(match[4]))
            if not _possible(day, month, 2024):  # a leap year: any day that there is in some year
                where = (start + match.start(), start + match.end())
                yield Hit("impossible-date", {"date": match.group()}, (subject.at(*where),))
        for match in _TWO_MONTHS.finditer(words) if "tháng" in words or "ngày" in words else ():
            where = (start + match.start(), start + match.end())
            yield Hit("malformed-date", {"date": subject.text[slice(*where)]}, (subject.at(*where),))


def _possible(day: int, month: int, year: int) -> bool:
    try:
        return date(year, month, day).year >= _FIRST_YEAR
    except ValueError:
        return False


def plain_number(number: str) -> str:
    """The number of an act for comparing: no spaces, capitals."""
    return re.sub(r"\s+", "", number).upper()


_DUE = re.compile(r"(?<!\w)(?:trước|đến|hết|chậm nhất|muộn nhất)(?: ngày)? \d")
"""A day by which something is due, not that of the act: "theo Luật X trước ngày 31/3/2024"."""


def acts(subject: Subject) -> Iterator[Hit]:
    """Cited acts: later than the document, with two dates, without the year in the number, broken numbers."""
    document = subject.extraction.document
    dated: dict[tuple[str, str], Citation] = {}
    seen: set[tuple[str, str]] = set()
    last_day = document.issued_on or (document.period.end if document.period else None)
    for act in document.citations:
        span = subject.span(act.evidence, act.text)
        if act.issued_on and last_day and act.issued_on > last_day and not _DUE.search(fold(act.text)):
            figures: dict[str, Figure] = {"act": act.text, "date": act.issued_on.isoformat()}
            figures |= {"document_date": last_day.isoformat()}
            yield Hit("act-later-than-document", figures, (span,), unsure=document.issued_on is None)
        if not act.number:
            continue
        number = plain_number(act.number)
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


def _organs() -> str:
    """Symbols of who issues acts, those of departments with those of their ministries."""
    symbols = [row["symbol"] for row in gazetteers.rows("issuer_symbols")]
    ministries = [s[1:] for s in symbols if re.fullmatch(r"B[A-ZĐ&]{2,}", s)]
    return "|".join([*symbols, *(f"S{s}" for s in ministries), "SNN&PTNT", "SNNPTNT", "BNNPTNT"])


_JOINED = re.compile(rf"[\d/]+[/-](?:QĐ|NQ|NĐ|TT|CT|KH|TB|BC|CV|TTR|CTR)(?:{_organs()})")
_ENDS_EARLY = re.compile(r"\d{1,5}(?:/\d{4})?[/-](?:QĐ|NQ|NĐ|TT|CT|KH|TTR|BC|TB)")


def _number(subject: Subject, act: Citation) -> Iterator[Hit]:
    number, span = plain_number(act.number or ""), subject.span(act.evidence, act.text)
    if _NO_YEAR.fullmatch(number) and (act.issued_on is None or act.issued_on.year >= 1997):
        head, tail = re.split(r"[-/]", number, maxsplit=1)
        fuller = [
            c for c in subject.extraction.document.citations
            if c.number and re.fullmatch(rf"{head}/\d{{4}}/{re.escape(tail)}", plain_number(c.number))
        ]  # fmt: skip
        figures: dict[str, Figure] = {"act": act.text}
        figures["fuller"] = fuller[0].number if fuller else None
        figures["hint"] = f"; nơi khác ghi {fuller[0].number}" if fuller else ""
        others = tuple(subject.span(c.evidence, c.text) for c in fuller[:1])
        yield Hit("act-number-without-year", figures, (span, *others))
    elif _JOINED.fullmatch(number) or _ENDS_EARLY.fullmatch(number):
        yield Hit("malformed-act-number", {"act": act.text, "number": act.number}, (span,))


_GLUED = re.compile(
    r"(?<![\w/])(?:quyết định|nghị quyết|nghị định|thông tư|chỉ thị|kế hoạch|công văn|thông báo|báo cáo|"
    r"tờ trình|chương trình|đề án)\s+(?:số:?\s*)?"
    r"(\d{1,5}(?:qđ|nq|nđ|tt|ct|kh|cv|tb|bc|ttr|ctr|đa)\s?[-/]\s?[a-zđ]\w*(?:-\w+)*|"
    r"\d{1,5}[/-](?:qđ|nq|nđ|tt|ct|kh|tb|bc|ttr|ctr|đa)\s+(?=ngày|của|năm))"
)
_KINDLESS = re.compile(
    r"(?<!\w)(quyết định|nghị quyết|nghị định|thông tư|chỉ thị|kế hoạch)\s+(?:số:?\s*)"
    r"(\d{1,5}(?:/\d{4})?[/-](?:ubnd|hđnd|ttg|cp|tu|tw|hu|btttt|bkhcn)(?:-\w+)?)(?![\w/-])"
)


# Decrees are the Government's, circulars a ministry's
# no ministry writes "&" in its symbol
_CLASH = re.compile(
    r"(?<![\w/])(\d{1,5}(?:/\d{4})?/(?:nđ-(?!cp)[a-zđ]{2,}|tt-(?:cp|ttg|ubnd|hđnd|tu)|nq-ttg|"
    r"[a-zđ]{2,4}-b[a-zđ]{1,6}&[a-zđ]{1,5})(?![\w-]))"
)
# marks lost in a symbol: "1446/QD-TTg", "KH-BCD"
_UNMARKED = re.compile(
    r"(?<![\w/])(\d{1,5}(?:/\d{4})?[/-](?:[a-zđ&]+-)*(?:qd(?!nd)|hdnd|bcd|nd(?=-cp))[a-zđ\d]*(?:-[\wđ&]+)*)(?![\w/])"
)
# "Quyết định số 1842 QĐ-UBND": a space where the stroke was
_SPACED = re.compile(
    r"(?<!\w)(?:quyết định|nghị quyết|nghị định|thông tư|chỉ thị|kế hoạch|công văn|thông báo|báo cáo|"
    r"tờ trình|chương trình|hướng dẫn|kết luận)\s+số:?\s*"
    r"(\d{1,5}(?:/\d{4})?\s+(?:qđ|nq|nđ|tt|ct|kh|cv|tb|bc|ttr|ctr|đa|hd|kl)[-/]"
    r"[a-zđ&]{2,}\d*(?:-[a-zđ&]+)*)(?![\w/])"
)
# the Party writes "05-NQ/TU", the State "05/NQ-HĐND": stroke and hyphen the other way round, or one twice
_TURNED = re.compile(
    r"(?<![\w/.,-])(\d{1,5}(?:/(?:nq|kl|ct|ctr|qđ|qc|hd|bc|kh|tb|cv|đa)-(?:tu|tw|hu|đu|bcstw)|"
    r"-(?:nq|kl|ct|ctr|qđ|qc|hd|bc|kh|tb|cv|đa)-(?:tu|tw|hu|đu|ubnd|hđnd|ttg)|"
    r"-(?:nq|ct|qđ|kh|tb|cv)/(?:ubnd|hđnd|ttg|cp))(?![\w/-]))"
)
# "12/2022/TT/BTTTT": a stroke where the hyphen was; of kinds that never stand before one
_STROKE = re.compile(
    r"(?<![\w/])(\d{1,5}/(?:(?:19|20)\d\d/)?(?:tt|nđ|nq|qđ|tb|tttl)/[a-zđ&]{2,10}\d*)(?![\w/-])"
)
# "155/KH -UBND": a space before the hyphen; "155/KH-UBNB": a body that there is not, one letter off
_BODY = r"(?:ubn[bpđ]|ubdn|unbd|ubd|ubnđ|hđnb|hnđd|hđdn|btttt[bt])"
_BROKEN = re.compile(rf"(?<![\w/])(\d{{1,5}}(?:/(?:19|20)\d\d)?/[a-zđ]{{2,4}}\s?-\s?{_BODY})(?![\w/-])")
_NUMBERED = sign(_TURNED, needs=("-",)) | sign(_GLUED, needs=("-",)) | sign(_STROKE, _BROKEN, needs=("/",))
_NUMBERED |= sign(_GLUED, needs=("/",)) | sign(_CLASH, _UNMARKED, needs=("/",))
_NUMBERED |= sign(_SPACED, needs=("số ", "-")) | sign(_SPACED, needs=("số ", "/"))
_NUMBERED |= sign(_KINDLESS, needs=("số",)) | sign(_UNMARKED, needs=("-",))


def numbers(subject: Subject) -> Iterator[Hit]:
    """Numbers that are no numbers of acts: "146QĐ-TTg", "Quyết định số 1245/UBND"."""
    known = {(c.evidence.start, c.evidence.end) for c in subject.extraction.document.citations if c.evidence}
    for start, words in subject.bearing(_NUMBERED):
        for pattern, group in (
            (_GLUED, 1),
            (_KINDLESS, 2),
            (_CLASH, 1),
            (_UNMARKED, 1),
            (_SPACED, 1),
            (_TURNED, 1),
            (_STROKE, 1),
            (_BROKEN, 1),
        ):
            for match in pattern.finditer(words):
                span = (start + match.start(), start + match.end())
                number = subject.text[start + match.start(group) : start + match.end(group)].strip()
                if pattern is not _GLUED or not any(s <= span[0] < e for s, e in known):
                    figures: dict[str, Figure] = {"act": subject.text[slice(*span)], "number": number}
                    yield Hit("malformed-act-number", figures, (subject.at(*span),))


_ATTACHED = re.compile(r"\(?\s*(?:ban hành )?kèm theo")
_NO_NUMBER = re.compile(r"[Ss]ố:?\s*[.…_]*\s*(/\s?[A-ZĐ][A-Za-zĐđ]*(?:-[A-Za-zĐđ]+)*)")
_NO_DAY = re.compile(r"ngày[\s.…_]*tháng\s*(\d{1,2})\s*năm\s*(\d{4})(?![\w/])")


def own_number(subject: Subject) -> Iterator[Hit]:
    """The annex says it belongs to a document of another number or date than the letterhead."""
    document = subject.extraction.document
    if subject.source is None or not (document.number or document.issued_on):
        return
    for start, end in subject.paragraphs:
        words = subject.text[start:end]
        if end - start > 300 or not _ATTACHED.match(fold(words)):
            continue
        number = re.search(r"[Ss]ố:?\s*(\d[^\s,;)]*)", words)
        same_kind = number and document.number and _code_of(number[1]) == _code_of(document.number)
        if same_kind and number and document.number and _head(number[1]) != _head(document.number):
            figures = {"printed": number[1], "own": document.number}
            yield Hit("own-number-differs", figures, (subject.at(start, end),))
        other = _other_day(words, document.issued_on) if same_kind or _blank(subject, words) else None
        if other and document.issued_on:
            figures = {"printed": other, "own": document.issued_on.isoformat()}
            yield Hit("own-number-differs", figures, (subject.at(start, end),))


def _other_day(words: str, issued: date | None) -> str | None:
    """The day of these words, or its month and year, where the document was issued on another."""
    day = next(iter(_days(fold(words))), None) or _NO_DAY.search(fold(words))
    if day is None or issued is None:
        return None
    own = [issued.day, issued.month, issued.year][-len(day.groups()) :]
    return None if [int(group) for group in day.groups()] == own else day.group()


def _blank(subject: Subject, words: str) -> bool:
    """The number is left blank before the symbol that the letterhead ends its own number in."""
    blank = _NO_NUMBER.search(words)
    head = re.search(r"[Ss]ố:?\s*[\d.…_]*\s*(/\s?[A-ZĐ][A-Za-zĐđ]*(?:-[A-Za-zĐđ]+)*)", subject.text[:_HEAD])
    return bool(blank and head and blank[1] == head[1])


_HEAD = 1200
"""Letters that a letterhead stands in."""


def _head(number: str) -> str:
    return number.split("/")[0].split("-")[0].strip().lstrip("0")


def _code_of(number: str) -> str:
    parts = re.findall(r"[A-ZĐ][A-Za-zĐđ]*", number)
    return next((p for p in parts if p.upper() in kinds_by_code()), "")
