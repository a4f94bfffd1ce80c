"""Provinces, departments and offices of districts by name, spoken of as if they still were there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extractor import gazetteers
from extractor.analysis.audit.clauses import clause_before, clause_behind
from extractor.analysis.audit.gone import PAST
from extractor.analysis.audit.issuers import is_cited
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.dates import find_dates
from extractor.vietnamese.forms import fold
from extractor.vietnamese.history import successors, valid_on
from extractor.vietnamese.provinces import province_of, province_on

_BODY = r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)"


def _offices() -> str:
    """Departments and ministries that have ended, as alternatives."""
    rows = gazetteers.rows("unit_history")
    names = {fold(r["name"]) for r in rows if re.match(r"(?:Sở|Bộ|Tổng cục) (?!Chỉ huy)", r["name"])}
    return gazetteers.any_of(names)


_NAMED = re.compile(
    rf"(?<!\w)(?:(?P<council>{_BODY}) (?P<tier>huyện|quận|thị xã|thành phố|tỉnh)(?= [^\W\d_])|"
    rf"(?P<office>{_offices()})|(?<=do )(?P<province>tỉnh)(?= [^\W\d_]))(?!\w)"
)
_ORDER = re.compile(
    r"(?:yêu cầu|đề nghị|hướng dẫn|đôn đốc|giao|chỉ đạo|chủ trì(?: tham mưu)?:?|thực hiện:|phối hợp:|"
    r"phối hợp với|báo cáo(?: về| với| cho)?|gửi(?: về| cho)?|trình|tham mưu(?: cho)?|kết nối với|"
    r"(?:hướng dẫn|tài liệu|chỉ đạo|yêu cầu|kế hoạch|phần mềm|nền tảng|biểu mẫu)(?: [^\W\d_]+){0,2} của|"
    r"(?<!\w)do) $"
)
_ASKED = "theo đề nghị của"
_ASKS = re.compile(r"(?:\A|(?<!\w)(?:giám đốc|trưởng|chánh văn phòng|đồng chí|và)|,)\s*\Z")
_NEAR = 90
_OPENS = re.compile(r"\A(?:[-–+*•]|[ivx\d.]{1,6}[.)]|[a-zđ][.)])?\s*$")
_ACTS = re.compile(
    r"\s*(?:\([^()]{2,20}\)\s*)?(?:[:.]?\s*$|[:,]?\s*(?:chủ trì|phối hợp|có trách nhiệm|tham mưu|hướng dẫn|"
    r"công bố|ban hành|cung cấp|quản lý|phát hành|cấp|triển khai|tổ chức|tổng hợp|theo dõi|xây dựng|"
    r"thực hiện))"
)
_WAS = re.compile(
    r"(?<!\w)(?:đã|cũ|trước đây|sáp nhập|hợp nhất|sắp xếp|chấm dứt|kết thúc|giải thể|nay là|bàn giao|"
    r"chuyển giao|"
    r"kế thừa|không còn|trước (?:ngày )?0?1/[37]|năm 202[0-4])(?!\w)"
)
_TO = re.compile(r"\A\s*(?:[*_]{1,2})?nơi nhận")
_RECIPIENTS = 30
_CAPITALISED = re.compile(r"(?: [A-ZĐÀ-Ỹ][^\W\d_]*){1,4}")
_GONE = sign(_NAMED)


def names(subject: Subject) -> Iterator[Hit]:
    """ "do tỉnh X công bố", "- UBND thị xã Y;" among the recipients, "tài liệu của Sở Z": after their
    end."""
    document = subject.extraction.document
    issued = document.issued_on
    bearing = subject.bearing(_GONE) if issued is not None else []
    if issued is None or not bearing:
        return
    read = {u.name for t in subject.extraction.tasks for u in (*t.lead_units, *t.supporting_units)}
    recipients = _recipients(subject)
    told: set[str] = set()
    for start, words in bearing:
        for match in _NAMED.finditer(words):
            unit = _unit(subject, start, match)
            proposes = _proposes(words[: match.start()])
            if not unit or unit in told or (unit in read and not proposes):
                continue
            day = _day_behind(words[match.end() :]) if proposes else None
            after = _after(unit, document.province, day or issued)
            if not after or not (proposes or _at_work(words, match, len(unit), start in recipients)):
                continue
            where = (start + match.start(), start + match.start() + len(unit))
            if not is_cited(subject, where[0]):
                told.add(unit)
                figures: dict[str, Figure] = {"unit": unit, "issued": issued.isoformat()}
                figures["successors"] = after
                yield Hit("unit-no-longer-exists", figures, (subject.at(*where),))


def _recipients(subject: Subject) -> frozenset[int]:
    """Where the lines below "Nơi nhận:" begin."""
    spans = subject.paragraphs
    at = next((i for i, (s, e) in enumerate(spans) if _TO.match(subject.folded[s : min(e, s + 30)])), None)
    if at is None:
        return frozenset()
    lines = spans[at : at + _RECIPIENTS]
    return frozenset(s for s, e in lines if e - s < 400 and subject.text[s : s + 1] in "-–•+N*")


def _proposes(before: str) -> bool:
    """The unit named next proposes what is issued now."""
    _, asked, between = clause_before(before).rpartition(_ASKED)
    return bool(asked) and len(between) < _NEAR and _ASKS.search(between.strip()) is not None


def _day_behind(words: str) -> date | None:
    """The day of the proposal, told behind the unit: it may have come before the unit ended."""
    dates = find_dates(clause_behind(words))
    return dates[0].last if dates else None


def _unit(subject: Subject, start: int, match: re.Match[str]) -> str:
    """The unit as printed, with the place behind its tier; empty where none stands there."""
    at, end = start + match.start(), start + match.end()
    if match["office"]:
        return subject.text[at:end]
    place = _CAPITALISED.match(subject.text, end, end + 40)
    return subject.text[at : place.end()] if place else ""


def _after(unit: str, province: str | None, issued: date) -> str:
    """Who has taken over by the day; empty while the unit is there."""
    name = fold(unit)
    tier = re.search(r"(?<!\w)tỉnh (.+)$", name)
    if tier:
        known = province_of(tier[1])
        now = province_on(known.name, issued)[0] if known else ""
        return f"tỉnh {now}" if known and now != known.name else ""
    name = re.sub(r"\Aủy ban nhân dân", "ubnd", re.sub(r"\Ahội đồng nhân dân", "hđnd", name))
    if valid_on(name, province, issued):
        return ""
    return "; ".join(s.name for s in successors(name, province, issued)[:2])


def _at_work(words: str, match: re.Match[str], length: int, receives: bool) -> bool:
    """The unit is told to act, acts, or gets the document; not what it did before it ended."""
    before = clause_before(words[: match.start()])
    after = words[match.start() + length :]
    if PAST.search(before) or _WAS.search(clause_behind(after)):
        return False
    if match["province"] or receives:
        return bool(receives or _ACTS.match(after))
    return bool(_ORDER.search(before)) or bool(_OPENS.match(words[: match.start()]) and _ACTS.match(after))
