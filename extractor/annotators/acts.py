"""Legal acts cited in a text: "Quyết định số 922/QĐ-BTTTT ngày 20/5/2022 của Bộ trưởng …".

Numbers come broken ("164/TTr- SKHCN", "71/NQCP", "749/QĐ-TTg ,") and in several styles ("52-NQ/TW",
"12/2022/TT-BTTTT"). The words for types of acts are data: ``gazetteers/act_types.csv``. Every repeat
in the patterns is bounded, so the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from extractor import gazetteers
from extractor.vietnamese.dates import DateMention, find_dates
from extractor.vietnamese.forms import fold
from extractor.vietnamese.letters import LOWER


@dataclass(frozen=True, slots=True)
class Act:
    """A cited act; ``text[start:end]`` holds its type, number, date and issuer as far as printed."""

    start: int
    end: int
    kind: str
    number: str | None
    issued_on: date | None
    issuer: str | None


_UP = "A-ZĐƯƠÔÊÂĂ"
_SEGMENT = rf"[{_UP}][A-Za-zĐđƯư0-9&]{{0,15}}"
# the hyphen of a number may carry a space on one side (a wrapped line), a slash on both
NUMBER = (
    rf"\d{{1,5}}[a-z]?(?:\s{{0,3}}/\s?(?:19|20)\d\d)?(?:\s{{0,3}}/\s?|-|-\s|\s-){_SEGMENT}"
    rf"(?:(?:\s?/\s?|-|-\s(?=[{_UP}]{{2}})|\s-){_SEGMENT}){{0,5}}(?![\w])"
)
_BLANK_NUMBER = rf"[.…_\s]{{0,14}}/\s?{_SEGMENT}(?:-{_SEGMENT}){{0,3}}(?![\w])"
_NO_MEASURE = (
    r"(?![\w%/-]|[.,]\d|\s?%|\s(?:năm|tháng|ngày|quý|tuần|lần|tỷ|triệu|điểm|nhóm|nhiệm|mục|chỉ|xã|huyện|tỉnh|bộ"
    r"|cơ|đơn|người|văn|dự|hồ|thủ|cấp|cuộc|kỳ)\b)"
)
# a name ends where these words open what the act is about
_STOP = re.compile(
    r"(?:về|đã|được|là|để|trên|trong|tại|ngày|đến|theo|nhằm|năm|với|cho|hoặc|nêu|có|khóa|thì|sẽ|do|tới|này|giao"
    r"|và|của|thuộc|phải|không|nếu|chưa|ban hành|phê duyệt|quy định|sửa đổi|hướng dẫn|công bố|triển khai"
    r"|bổ sung|thực hiện|thông qua|quyết định|xác định|phân công|phân cấp|kèm theo|yêu cầu|đề nghị|chỉ đạo"
    r"|quán triệt|tổ chức|đẩy mạnh)(?!\w)"
)
_TIER = re.compile(r"(?:tỉnh|huyện|xã|phường|phố|trấn)\Z")  # after it only a place's name goes on
_WORD = re.compile(r"\s{1,2}([^\s,;.:()\[\]“”\"|/]{1,24})")
_OF = re.compile(r"[\s,]{0,3}của(?=\s)")
_TO_DATE = re.compile(r"\s{0,2},?\s{0,2}\(?(?:(?:được\s)?(?:ban hành|ký)\s)?")
_YEAR = re.compile(r"\s{1,2}(?:năm\s)?(?:19|20)\d\d(?!\d)")


@cache
def act_types() -> tuple[dict[str, str], ...]:
    """The rows of the gazetteer, longest name first."""
    return tuple(sorted(gazetteers.rows("act_types"), key=lambda row: -len(row["name"])))


@cache
def kinds_by_code() -> dict[str, str]:
    """Code inside a number ("QĐ") to the type's name, upper case."""
    return {code.upper(): row["name"] for row in act_types() for code in row["codes"].split(";") if code}


@cache
def _names() -> re.Pattern[str]:
    names = "|".join(re.escape(row["name"]) for row in act_types())
    return re.compile(rf"(?<!\w)(?i:{names})(?!\w)")


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(row["name"]) for row in act_types())
    bare = "|".join(re.escape(row["name"]) for row in act_types() if row["bare_number"] == "yes")
    codes = "|".join(
        sorted((re.escape(c) for row in act_types() for c in row["codes"].split(";") if c), key=len)
    )
    laws = "|".join(re.escape(row["name"]) for row in act_types() if row["name"] in LAWS)
    words = rf"(?:\s[{LOWER}]{{1,8}}){{0,3}}"
    return re.compile(
        rf"(?<!\w)(?:(?P<type>(?i:{names})|{codes})(?:{words}\s{{1,2}}s(?:ố|ô|o)?\s?:?)?\s{{0,3}}:?\s{{0,2}})?"
        rf"s?(?P<number>{NUMBER})"
        rf"|(?<!\w)(?P<blank>(?i:{names}))\ssố\s?:?{_BLANK_NUMBER}"
        rf"|(?<!\w)(?P<bare>(?i:{bare})|{codes})(?:\s{{1,2}}số)?\s{{1,2}}(?P<digits>\d{{1,5}}){_NO_MEASURE}"
        rf"|(?<!\w)(?P<law>{laws})(?=\s{{1,2}}[{_UP}])"
    )


_LAW_NUMBER = re.compile(r",?\s{1,2}\(?(?:[Ll]uật\s)?[Ss]ố\s?:?\s{0,2}(\d{1,3}/(?:19|20)\d\d/QH\d{1,2})\)?")
LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")


def plain_number(printed: str) -> str:
    """A number as it should read: without spaces."""
    return re.sub(r"\s", "", printed)


def kind_of_number(number: str) -> str | None:
    """The type of act that a number's code names ("213/KH-UBND": Kế hoạch); None when it names none."""
    for segment in re.split(r"[/-]", plain_number(number))[1:]:
        name = kinds_by_code().get(segment.upper())
        if name:
            return name
    glued = re.match(r"\d+(?:/\d{4})?[/-]([^/-]+)", plain_number(number))
    if glued:  # the hyphen was lost: "71/NQCP"
        for code in sorted(kinds_by_code(), key=len, reverse=True):
            if len(code) > 1 and glued.group(1).upper().startswith(code) and len(glued.group(1)) > len(code):
                return kinds_by_code()[code]
    return None


def _full_name(words: str) -> str:
    """ "quyết định" or "QĐ" as the gazetteer's name."""
    low = fold(words)
    for row in act_types():
        if low == row["name"].lower() or words in row["codes"].split(";"):
            return row["name"]
    return words


@cache
def _known_issuers() -> re.Pattern[str]:
    names = [n for row in gazetteers.rows("issuers") for n in (row["name"], *row["aliases"].split(";")) if n]
    options = "|".join(re.escape(fold(name)) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"\s{{1,2}}(?:{options})(?!\w)")


def _stops(text: str, match: re.Match[str]) -> bool:
    """Whether a name ends before this word: a function word, or a verb (of two syllables)."""
    return _STOP.match(fold(text[match.start(1) : match.end() + 12])) is not None


def _joins(text: str, match: re.Match[str]) -> bool:
    """Whether "và" or a dash leads on to more of the name, and not to the next act."""
    after = _WORD.match(text, match.end())
    if after is None or not after.group(1)[0].isupper():
        return False
    return not any(text.startswith(row["name"], after.start(1)) for row in act_types())


def _goes_on(text: str, match: re.Match[str], start: int, known: bool) -> bool:
    """Whether this word still belongs to the organisation's name that begins at ``start``."""
    word = match.group(1)
    if word in ("và", "-", "–"):
        return match.start() > start and not known and _joins(text, match)
    if word[0].isupper() or word[0].isdigit():
        return word[0].isdigit() or not _stops(text, match) or match.start() == start
    if not word[0].isalpha() or match.start() == start or known or _stops(text, match):
        return False
    return _TIER.search(text, start, match.start()) is None


def _issuer_end(text: str, start: int) -> int:
    """Where the organisation's name after "của" ends; ``start`` itself when there is none."""
    known = _known_issuers().match(fold(text[start : start + 90]))
    position = start + (known.end() if known else 0)
    for _ in range(16):
        match = _WORD.match(text, position)
        if match is None or not _goes_on(text, match, start, known is not None):
            break
        position = match.end()
    return position


def _law_end(text: str, start: int) -> int:
    """Where the name of a law ends: "Luật Giao dịch điện tử"."""
    position = start
    for _ in range(12):
        match = _WORD.match(text, position)
        if not match or (position > start and (_stops(text, match) or _LAW_NUMBER.match(text, position))):
            break
        position = match.end()
    year = _YEAR.match(text, position)
    return year.end() if year else position


def _tail(text: str, end: int, dates: dict[int, DateMention]) -> tuple[int, date | None, str | None]:
    """Date and issuer after a number, in either order."""
    issued: date | None = None
    issuer: str | None = None
    for _ in range(2):
        gap = _TO_DATE.match(text, end)
        mention = dates.get(gap.end()) if gap and issued is None else None
        if mention is not None and mention.precision == "day":
            end, issued = mention.end, mention.first
            continue
        of = _OF.match(text, end)
        stop = _issuer_end(text, of.end()) if of and issuer is None else 0
        if of is None or stop <= of.end():
            break
        issuer, end = " ".join(text[of.end() : stop].split()), stop
    return end, issued, issuer


def find_acts(text: str) -> list[Act]:
    """All legal acts cited in ``text`` (NFC), in order, not overlapping."""
    dates = {mention.start: mention for mention in find_dates(text)}
    return list(_acts(text, dates))


def _acts(text: str, dates: dict[int, DateMention]) -> Iterator[Act]:
    position = 0
    while match := _pattern().search(text, position):
        position = match.end()
        number = match["number"] or match["digits"]
        kind: str | None
        if match["law"]:
            kind, end = match["law"], _law_end(text, match.end())
            numbered = _LAW_NUMBER.match(text, end)
            if numbered:  # "Luật An ninh mạng số 24/2018/QH14"
                number, end = numbered[1], numbered.end()
        else:
            words = match["type"] or match["blank"] or match["bare"]
            kind, end = _full_name(words) if words else kind_of_number(number), match.end()
        if kind is None:
            continue
        start = match.start()
        if match["type"]:  # "thông báo tại công văn số …": the last type is the act's
            nearest = list(_names().finditer(text, start, match.start("number")))
            if len(nearest) > 1:
                start, kind = nearest[-1].start(), _full_name(nearest[-1].group())
        end, issued, issuer = _tail(text, end, dates)
        position = max(end, position)
        yield Act(start, end, kind, plain_number(number) if number else None, issued, issuer)
