"""Wholes that a document counts twice and differently: communes, denominators, the total of a budget."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from extractor.analysis.audit.figures import MONEY, shown, thousandfold, value
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold

_COMMUNES = (
    r"(?:đơn vị hành chính cấp xã|(?:xã|phường)(?:, (?:xã|phường|thị trấn|đặc khu)| và (?:phường|thị trấn))+)"
)
_OF_ALL = re.compile(
    rf"(?:(?<![\d.,/])\d{{1,4}}/(\d{{1,4}})|"
    rf"(?:của|cả|tất cả|toàn bộ|(?<!\w)[^\W\d_]{{1,12}} (?:hiện )?có)\s+"
    rf"(\d{{1,4}}))\)?\s+{_COMMUNES}"
)
_EACH = re.compile(
    rf"(?:{_COMMUNES}|(?:ubnd )?cấp xã|ubnd (?:các )?{_COMMUNES})\s?\((?P<n>\d{{2,4}})/(?P=n)\)"
)
"""All of them in brackets: "100% UBND cấp xã (124/124)"."""
_KINDS = re.compile(
    r"(?:toàn bộ|tất cả|cả|(?:tỉnh|thành phố|địa bàn) (?:hiện )?(?:có|gồm))\s+"
    r"(\d{1,3}) (?:xã|phường)(?:,| và) (\d{1,3}) (?:phường|thị trấn|xã)"
    r"(?:(?:,| và) (\d{1,3}) (?:thị trấn|đặc khu))?(?! (?:đạt|có|được|chưa|đã|thuộc|của huyện))(?!\w)"
)
"""The communes told by kind: "70 xã, 15 phường"."""
_TOWNS = r"(?:thị xã|thành phố|quận|huyện)"
_ORDERED = re.compile(
    rf"(?:\A|[:;]\s|(?<!\w)(?:giao|yêu cầu|đề nghị|chỉ đạo|đôn đốc|hướng dẫn) )"
    rf"(?:[-+*•]\s*|\d{{1,2}}(?:\.\d{{1,2}})*\.? )?(?:ubnd |ủy ban nhân dân )?"
    rf"(\d{{1,4}}) {_COMMUNES} (?:xây dựng|ban hành|tổ chức|thực hiện|triển khai|lập|báo cáo|căn cứ|chủ động|"
    rf"phân công|cử|bố trí|kiện toàn|rà soát|chịu trách nhiệm|duy trì)(?!\w)|"
    rf"{_TOWNS}(?: [^\W\d_]+){{0,3}} (?:với|gồm|và) (\d{{1,4}}) {_COMMUNES}(?! (?:đạt|thuộc|thí))"
)
"""An order or a count of all of them: "17 xã, thị trấn ban hành kế hoạch", "với 138 xã, phường"."""
_SOME = (
    r"(?! (?:đã|đạt|có|còn|chưa|được|hoàn thành|tham gia|thuộc|miền|vùng|biên giới|ven biển|nghèo|trong|"
    r"trọng điểm|còn lại|khác|thí điểm|này|trên)(?!\w))"
)
_DISTRICTS = re.compile(
    rf"(?<![\w.,/])(?P<districts>\d{{1,2}}) huyện"
    rf"(?:(?:,| và) (?:\d{{1,2}} )?{_TOWNS}(?! (?:trực thuộc|thuộc))(?!,))+{_SOME}|"
    rf"(?<![\w.,/])(?:\d{{1,2}}/)?(?P<all>\d{{1,2}}) (?:đơn vị (?:hành chính )?cấp huyện|"
    rf"huyện(?:, thị xã)?(?:, | và )thành phố)(?!\w){_SOME}"
)
_TOWN = re.compile(rf"(?:,| và) (\d{{1,2}} )?{_TOWNS}")
_COUNTS_DISTRICTS = sign(_DISTRICTS, needs=("huyện",))
_COUNTS_COMMUNES = sign(_OF_ALL, _EACH, _KINDS, _ORDERED)
_DENOMINATOR = re.compile(r"(?<![\d.,/])(\d{1,5})/(\d{1,5})(?![\d/.,]\d|/)\s+([^\W\d_]+(?: [^\W\d_]+){1,2})")
_DIVIDED = sign(_DENOMINATOR)
_ALL = re.compile(r"(?<!\w)(?:toàn bộ|tất cả|cả) (?:số |các )?(\d{1,5}) ([^\W\d_]+(?: [^\W\d_]+){1,2})(?!\w)")
_COUNTS_ALL = sign(_ALL, needs=("toàn bộ",)) | sign(_ALL, needs=("cả",))
_SORT = re.compile(r"[^.;:,\d]{0,30}?(?<!\w)(cấp (?:độ \d|tỉnh|huyện|xã))")
_NO_THING = re.compile(
    r"(?:điểm|tỉnh|huyện|nq|qđ|kh|ngày|tháng|năm|cb|ct|quý|nghị|quyết|kế hoạch|của|về|xếp)(?!\w)"
)


def communes(subject: Subject) -> Iterator[Hit]:
    """Two numbers of the place's communes: "103 đơn vị hành chính cấp xã", "105 xã, phường"."""
    yield from _differ(told_communes(subject), "xã, phường")


@lru_cache(maxsize=1)
def told_communes(subject: Subject) -> dict[int, Span]:
    """The numbers of all communes that the text tells, with the words of each."""
    found: dict[int, Span] = {}
    for start, words in subject.bearing(_COUNTS_COMMUNES):
        for match in _OF_ALL.finditer(words):
            number = int(match[1] or match[2])
            if number > 2:
                found.setdefault(number, subject.around(start, match))
        for match in _EACH.finditer(words):
            found.setdefault(int(match["n"]), subject.around(start, match))
        for match in _KINDS.finditer(words):
            number = sum(int(part) for part in match.groups() if part)
            if number > 20:
                found.setdefault(number, subject.around(start, match))
        for match in _ORDERED.finditer(words):
            number = int(match[1] or match[2])
            if number > 2:
                found.setdefault(number, subject.around(start, match))
    return found


def districts(subject: Subject) -> Iterator[Hit]:
    """Two numbers of districts: "07 huyện và 01 thành phố", "06 huyện và thành phố X"."""
    found, whole = told_districts(subject)
    if len(found) > 1:
        yield from _differ(found, "huyện", 0.7)
    else:
        yield from _differ(whole, "huyện, thị xã, thành phố", 0.7)


@lru_cache(maxsize=1)
def told_districts(subject: Subject) -> tuple[dict[int, Span], dict[int, Span]]:
    """The numbers of districts without towns that the text tells, and those with them."""
    found: dict[int, Span] = {}
    whole: dict[int, Span] = {}
    for start, words in subject.telling(_COUNTS_DISTRICTS):
        for match in _DISTRICTS.finditer(words):
            span = subject.around(start, match)
            named = subject.text[start + match.end() : start + match.end() + 2].strip()[:1].isupper()
            if match["all"]:
                if not named:
                    whole.setdefault(int(match["all"]), span)
                continue
            number, towns = int(match["districts"]), [m[1] for m in _TOWN.finditer(match.group())]
            if all(towns[:-1]) and (towns[-1] or named):
                found.setdefault(number, span)
                whole.setdefault(number + sum(int(town or 1) for town in towns), span)
            elif not any(towns) and not named:  # "11 huyện, thành phố": all of them
                whole.setdefault(number, span)
    return found, whole


def denominators(subject: Subject) -> Iterator[Hit]:
    """The same things out of two totals: "118/157 trạm y tế", "120/160 trạm y tế", "cả 160 trạm y tế"."""
    by_noun: dict[str, dict[int, Span]] = {}
    sorts: dict[str, set[str]] = {}
    for start, words in subject.bearing(_DIVIDED):
        for match in _DENOMINATOR.finditer(words):
            whole, noun = int(match[2]), match[3]
            if whole >= 5 and int(match[1]) <= whole and not _NO_THING.match(noun) and "xã" not in noun:
                span = subject.around(start, match)
                by_noun.setdefault(noun, {}).setdefault(whole, span)
                sorts.setdefault(noun, set()).add(_sort(words, match.end()))
    for start, words in subject.telling(_COUNTS_ALL) if by_noun else ():
        for match in _ALL.finditer(words):
            for noun in _of_noun(match[2], by_noun):
                if {_sort(words, match.end())} == sorts[noun]:
                    by_noun[noun].setdefault(int(match[1]), subject.around(start, match))
    for noun, found in by_noun.items():
        yield from _differ(found, noun + _next_word(subject, found))


def _of_noun(told: str, nouns: Iterable[str]) -> list[str]:
    """The longest of the nouns that a noun of up to three words begins, or that begin it."""
    same = [n for n in nouns if f"{n} ".startswith(f"{told} ") or told.startswith(f"{n} ")]
    return sorted((n for n in same if "xã" not in n), key=len)[-1:]


def _next_word(subject: Subject, found: dict[int, Span]) -> str:
    """The word behind a noun of three where it is the same everywhere: "hệ thống thông" is no noun yet."""
    behind = (
        re.match(r" [^\W\d_]+", subject.folded[span.end : span.end + 12])
        for span in found.values()
        if span.end
    )
    words = {match.group() if match else "" for match in behind}
    return words.pop() if len(words) == 1 else ""


def _sort(words: str, position: int) -> str:
    """What sort of the things is meant: "… cấp độ 3", "… cấp xã"."""
    match = _SORT.match(words, position)
    return match[1] if match else ""


def _differ(found: dict[int, Span], noun: str, near: float = 0.8) -> Iterator[Hit]:
    """Numbers that are nearly the same: very different ones count other things."""
    biggest = max(found, default=0)
    for other in sorted(n for n in found if near * biggest <= n < biggest):
        figures: dict[str, Figure] = {"noun": noun, "first": biggest, "second": other}
        yield Hit("count-stated-twice", figures, (found[biggest], found[other]))


_TOLD = re.compile(
    r"(?:tổng (?:nhu cầu |dự toán |mức |số )?(?:kinh phí|vốn|mức đầu tư|dự toán|nguồn vốn)[^.;:]{0,90}?"
    r"(?:là|khoảng|dự kiến|:)?|"
    # said to be that of the whole plan: "Kinh phí thực hiện: 385 triệu đồng"
    r"(?:\A[^\w]*(?:\d{1,2}[.)] )?|(?<=\. ))(?:dự toán |nhu cầu )?kinh phí(?: dự kiến)?"
    r"(?: để)?(?: (?:thực hiện|triển khai))?(?: kế hoạch(?: này)?)?(?: năm 20\d\d)?(?: dự kiến)?\s*(?::|là))"
    r"\s*(\d[\d.]*(?:,\d+)?)\s*(tỷ|triệu|nghìn)?\s*đồng"
)
_BUDGETED = sign(_TOLD)
_UNIT = re.compile(r"(?:đơn vị(?: tính)?|đvt)\s*:?\s*(tỷ|triệu|nghìn|ngàn)?\s*đồng")
_SUM = re.compile(r"\**(?:tổng cộng|tổng số|tổng|cộng|tổng kinh phí)\**[ :]*")


def budgets(subject: Subject) -> Iterator[Hit]:
    """The total of the budget in the words against the total row of the tables of money."""
    if subject.source is None:
        return
    told = [
        (amount * MONEY[match[2]], subject.around(start, match))
        for start, words in subject.bearing(_BUDGETED)
        for match in _TOLD.finditer(words)
        if (amount := value(match[1])) is not None and "khoảng" not in match.group()
    ]
    totals = list(_totals(subject))
    told += list(_announced(subject))
    for amount, span in told:
        same = [t for row in totals for t, _ in row if abs(t - amount) <= 1e-6 * amount]
        near = [row[-1] for row in totals if 0.8 * amount < row[-1][0] < 1.25 * amount]
        near = near or [found for row in totals for found in row if thousandfold(found[0], amount, 1e-6)]
        if near and not same:
            figures: dict[str, Figure] = {"declared": amount, "sum": near[0][0], "parts": "bảng"}
            figures |= {"declared_text": shown(amount / 1e6), "sum_text": shown(near[0][0] / 1e6)}
            yield Hit("money-total", figures, (span, near[0][1]))


_PURSE = re.compile(
    r"(?:kinh phí|vốn|ngân sách|dự toán)(?! sự nghiệp| thường xuyên| đầu tư)[^.;:%]{0,60}?(?::\s*)?"
    r"(?<![\w.,/])(\d[\d.]*(?:,\d+)?)\s*(tỷ|triệu|nghìn)?\s*đồng"
)
_AMOUNT = re.compile(r"\d\s*(?:(?:tỷ|triệu|nghìn|ngàn)(?: đồng)?|đồng)(?!\w)")
_AS_FOLLOWS = re.compile(
    r"(?::|như sau|sau đây|bảng(?: sau| dưới| \d+)?)[\s:.)]*(?:\((?:[^()]{0,60})\)\s*)?\Z"
)
_CAPTION = 200


def _announced(subject: Subject) -> Iterator[tuple[float, Span]]:
    """The one amount of the line above a table: "Kinh phí … dự kiến 904 tỷ đồng, phân kỳ như sau:"."""
    assert subject.source is not None
    for table in subject.source.tables:
        above = [p for p in subject.paragraphs if table.start - _CAPTION < p[1] <= table.start][-2:]
        for start, end in above:
            words = subject.folded[start:end].strip()
            match = _PURSE.search(words) if len(_AMOUNT.findall(words)) == 1 else None
            amount = value(match[1]) if match and _AS_FOLLOWS.search(words) else None
            plain = match is not None and not re.search(r"(?<!\w)(?:khoảng|tổng|trong đó)(?!\w)", words)
            if match is not None and amount is not None and plain:
                yield amount * MONEY[match[2]], subject.around(start, match)


def _totals(subject: Subject) -> Iterator[list[tuple[float, Span]]]:
    """Amounts of each total row of tables that say in what unit of money they count."""
    assert subject.source is not None
    for table in subject.source.tables:
        before = fold(subject.text[max(0, table.start - 160) : table.start])
        head = fold(" ".join(subject.words(c) for row in table.rows[:2] for c in row))
        unit = _UNIT.search(before) or _UNIT.search(head) or re.search(r"\((tỷ|triệu|nghìn)?\s*đồng\)", head)
        if not unit:
            continue
        for row in table.rows[1:]:
            if any(_SUM.fullmatch(fold(subject.words(c)).strip()) for c in row[:3]):
                cells = [(value(subject.words(c).strip(" *")), c) for c in row]
                known = [(n * MONEY[unit[1]], subject.at(c.start, c.end)) for n, c in cells if n]
                if known:
                    yield known
