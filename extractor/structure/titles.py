"""The title of a document, and the period that its plan governs."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import groupby

from extractor.annotators.acts import find_acts
from extractor.gazetteers import any_of, rows
from extractor.structure.capitals import is_capitals, sentence_case
from extractor.structure.head import MOTTO, Head, Line, Span, marks_of, type_name
from extractor.vietnamese.dates import DateMention, find_dates
from extractor.vietnamese.forms import fold
from extractor.vietnamese.letters import LOWER, UPPER

Period = tuple[date | None, date | None]

_UNTIL = re.compile(r"(?:đến|tới)(?:\s(?:hết|cuối))?\s?\Z")
_AIM = re.compile(
    r"(?:định hướng|tầm nhìn)(?:\s(?:phát triển|nhiệm vụ|cho|sang|tới|đến|hết|cuối|các|những|trong)){0,4}"
    r"\s(?:năm\s)?\Z"
)
_CLAUSE = re.compile(r"[,;:]\s|\s[-–]\s|\s(?:và|nhằm|để|đồng thời)\s")
_BODY = re.compile(
    r"(?:căn cứ|thực hiện|thi hành|triển khai thực hiện|ngày|trên cơ sở|theo|nhằm|để|tiếp tục|phần|kính gửi"
    r"|mục lục|mục tiêu|xét|i\.|1\.|a\)|-|\+|\*|số|chương|điều"
    r"|ủy ban nhân dân (?:tỉnh|thành phố|huyện) \w+ ban hành)(?:\s|\Z)"
)
_ENACTED = ("Nghị quyết", "Quyết định", "Chỉ thị", "Nghị định", "Thông tư")
_ENACTOR = re.compile(  # the enacting authority's line in capitals, run together with the title
    r"(?<!CỦA)(?<!VỚI)(?<!DO)\s"
    r"(?=(?:CHỦ TỊCH )?(?:HỘI ĐỒNG|[UỦ]Ỷ? ?BAN) NHÂN DÂN (?:TỈNH|THÀNH PHỐ|HUYỆN|XÃ))"
)
_OF_ISSUER = re.compile(r"của\s")  # "NGHỊ QUYẾT" / "CỦA BAN CHẤP HÀNH …": what it is about comes below
_TELLS_MORE = re.compile(r"(?:về|v/v|giai đoạn|năm|trong năm|đến năm|trên địa bàn|nhiệm kỳ)\s")
_OPEN_END = re.compile(r"(?<!\w)(?:của|và|về|cho|với|tại|trong|theo|đến|các|giai|[-–])\Z")
_ASKS_NUMBER = re.compile(r"(?<!\w)(?:năm|giai đoạn|nhiệm kỳ|quý|tháng)\Z")
_ASKS_NAME = re.compile(r"(?<!\w)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)\Z")
_NAME = re.compile(  # "Hải Phòng giai đoạn …" behind "… thành phố", but not "UBND tỉnh ban hành …"
    rf"(?!UBND|HĐND|[UỦ]|Hội đồng)(?:[{UPPER}][{LOWER}]+[\s-]{{1,3}}){{1,4}}"
    r"(?:\Z|[,(–-]|(?:năm|giai đoạn|đến|trong|và|theo|nhiệm kỳ)\s)"
)
_OPENING = re.compile(r"(?:căn cứ|phần|kính gửi|mục lục|[ivx]{1,4}\.|\d\.|a\)|[-+*]|số|chương|điều)(?:\s|\Z)")
_RULE = re.compile(r"[\W_]*\Z")


def find_title(head: Head, body: str) -> tuple[str | None, Span | None, str | None]:
    """Title, its span and the type line's name (None where the type line is lost)."""
    begin = head.zone[1] if head.zone else 0
    begin = next((i for i in range(begin) if i >= begin - 3 and type_name(head.lines[i])), begin)
    window = head.lines[begin : begin + (8 if head.zone else 14)]
    for index, line in enumerate(window):
        kind = type_name(line)
        if kind:
            return _titled(kind, line, window[index + 1 :], body)
        if _title_like(line) and is_capitals(line.text) and len(line.text) > 15:
            return _titled(None, None, window[index:], body)
        if head.zone and _BODY.match(line.low) and not is_capitals(line.text):
            break
    return None, None, None


def _title_like(line: Line) -> bool:
    return (
        not _RULE.match(line.text)
        and not _BODY.match(line.low)
        and not any(words in line.key for words in MOTTO)
        and not re.match(r"(?:phụ lục|mẫu|biểu)\b", line.low)
        and not marks_of(line)
        and len(line.text) <= 400
    )


def _titled(
    kind: str | None, type_line: Line | None, rest: tuple[Line, ...], body: str
) -> tuple[str | None, Span | None, str | None]:
    """A title of the lines that follow the type line, as long as they look alike."""
    parts: list[Line] = []
    for line in rest[:5]:
        if _RULE.match(line.text):
            if parts:
                break
            continue
        capitals = is_capitals(line.text)
        if parts and not _goes_on(parts, line):
            break
        at_type = not parts and type_line is not None and not _OPENING.match(line.low)
        if not (at_type or _title_like(line)) or (not capitals and line.text.rstrip()[-1:] in ".;:,"):
            break
        parts.append(line)
    if not parts and not kind:
        return None, None, None
    first = type_line or parts[0]
    words = " ".join(_sentences(parts, kind, body)).strip()
    if kind and words:
        words = f"{kind} {_lower_first(words)}"
    end = parts[-1].end if parts else first.end
    return (words or None), (first.start, end), kind


def _sentences(parts: list[Line], kind: str | None, body: str) -> Iterator[str]:
    """The words of the lines: those in capitals as a sentence, those behind them as they stand."""
    for capitals, lines in groupby(parts, lambda line: is_capitals(line.text)):
        words = " ".join(line.text.strip() for line in lines)
        if kind in _ENACTED:
            words = _ENACTOR.split(words, maxsplit=1)[0]
        behind = parts[0].text.strip() not in words  # "của Hội đồng … / Về chính sách …" is one sentence
        yield sentence_case(words, body) if capitals else _lower_first(words) if behind else words


def _goes_on(parts: list[Line], line: Line) -> bool:
    """Whether a line goes on with the title of the lines before it.

    Capitals go on in capitals; below them small letters may tell what the act is about or when
    ("… HĐND TỈNH" / "về …", "KẾ HOẠCH A" / "giai đoạn 2024 - 2025").
    """
    if is_capitals(line.text):
        return is_capitals(parts[-1].text)
    if is_capitals(parts[-1].text):
        small = line.text[:1].islower() or all(_OF_ISSUER.match(p.low) for p in parts)
        return small and bool(_TELLS_MORE.match(line.low))
    return _continues(parts[-1], line)


def _continues(previous: Line, line: Line) -> bool:
    if previous.text.rstrip()[-1:] in ".;:":
        return False
    end = previous.low.rstrip()
    return (
        line.text[:1].islower()
        or bool(_OPEN_END.search(end))
        or bool(_ASKS_NUMBER.search(end) and line.text[:1].isdigit())
        or bool(_ASKS_NAME.search(end) and _NAME.match(line.text.strip() + " "))
    )


def _lower_first(words: str) -> str:
    """The first letter small again behind the type, unless the word is an abbreviation."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


# "Sơ kết 9 tháng thực hiện Kế hoạch …": so many months from the beginning of the year
_COUNTED = re.compile(
    r"(?:sơ kết|kết quả|tình hình|công tác|báo cáo|qua|trong)\s(?:thực hiện\s)?(0?[2-9]|1[01])\stháng"
    r"(?!\s(?:cuối|đầu|\d|gần|qua|vận hành|thí điểm))"
)
_LAST_YEAR = re.compile(r"(?:năm\s{0,2}|/)(20\d\d)(?!\d)")


def _year_behind(low: str) -> int | None:
    """The one year that a title names, for parts of it that stand without one ("6 tháng đầu năm")."""
    years = {int(y) for y in _LAST_YEAR.findall(low)}
    return years.pop() if len(years) == 1 else None


def period_below_title(text: str, span: Span) -> Period | None:
    """The dates in brackets that stand right under a title ("(Từ ngày 01/7 đến ngày 31/10/2025)")."""
    below = re.match(r"\s*\(([^()]{8,160})\)", text[span[1] : span[1] + 200])
    dates = find_dates(below[1]) if below else []
    return next(((m.first, m.last) for m in dates if m.precision == "span" and m.last), None)


def period_of_title(title: str, *, results: bool = False) -> Period | None:
    """The period named in a title: "năm 2024", "giai đoạn 2026 - 2030", "đến năm 2025, định hướng 2030".

    With ``results`` (a report) the first period counts: the next one is that of the tasks to come. A
    horizon alone ("đến năm 2025") has no start, as the title gives none.
    """
    acts = [(act.start, act.end) for act in find_acts(title)]
    low = fold(title)
    year = _year_behind(low) if results else None
    counted = _COUNTED.search(low) if results else None
    if year is not None and counted is not None:
        return date(year, 1, 1), date(year, int(counted[1]), monthrange(year, int(counted[1]))[1])
    found = [
        m
        for m in find_dates(title, year)
        if m.last and m.precision != "day" and not any(s <= m.start < e for s, e in acts)
        and not _AIM.search(low[max(0, m.start - 60) : m.start])
    ]  # fmt: skip
    if not results:
        ahead = [
            m for i, m in enumerate(found) if not _looks_back(low[found[i - 1].end if i else 0 : m.start])
        ]
        # A plan may also be about nothing but an evaluation; what remedies its findings governs what follows.
        found = ahead or ([] if _cues("remedy").search(low) else found)
    until = [m for m in found if _UNTIL.search(low[max(0, m.start - 14) : m.start])]
    plain = [m for m in found if m not in until]
    years = [m for m in plain if m.precision != "span"]
    for mention in plain[:1] if results else (*years[-1:], *plain[-1:]):
        return mention.first, mention.last
    if until:
        return None, until[0].last
    return None


def _looks_back(lead: str) -> bool:
    """Whether the year behind ``lead`` is that of a result ("đánh giá kết quả DTI năm 2022").

    A result that is to be raised is an aim, unless it is what the aim rests on ("nâng cao … theo kết quả").
    """
    clause = _CLAUSE.split(lead)[-1]
    places = {kind: [m.start() for m in _cues(kind).finditer(clause)] for kind in ("result", "aim", "ground")}
    if not places["result"]:
        return False
    last = places["result"][-1]
    aims = [p for p in places["aim"] if p < last]
    return not aims or any(aims[-1] < p <= last for p in places["ground"])


@cache
def _cues(kind: str) -> re.Pattern[str]:
    words = any_of(fold(r["cue"]) for r in rows("title_cues") if r["kind"] == kind)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def period_of_text(text: str, issued_on: date | None, *, results: bool = False) -> Period | None:
    """Where no title tells: the year that the text names most, when it stands out.

    A plan governs the year of its issue or later ones; a report (``results``) may look back.
    """
    acts = find_acts(text)
    inside: list[DateMention] = []
    position = 0
    for mention in find_dates(text):
        while position < len(acts) and acts[position].end <= mention.start:
            position += 1
        cited = position < len(acts) and acts[position].start <= mention.start
        lead = fold(text[max(0, mention.start - 24) : mention.start])
        if mention.precision == "year" and not cited and not _UNTIL.search(lead) and not _AIM.search(lead):
            inside.append(mention)
    earliest = issued_on.year if issued_on and not results else 0
    counts = Counter(m.first.year for m in inside if m.first and m.first.year >= earliest)
    if not counts:
        return None
    year, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    likely = issued_on is not None and year in (issued_on.year, issued_on.year + 1)
    if likely or (count >= 3 and 2 * count >= sum(counts.values())):
        return date(year, 1, 1), date(year, 12, 31)
    return None
