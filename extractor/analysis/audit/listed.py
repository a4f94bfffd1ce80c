"""Numbers of items that the text announces against the items that follow, in lists and in annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.structure.markers import marker_of
from extractor.vietnamese.forms import fold

NUMBER_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_NOUNS = (
    r"nhiệm vụ|giải pháp|nội dung|mục tiêu|chỉ tiêu|nhóm|yêu cầu|bước|dự án|nền tảng|hoạt động|đơn vị|"
    r"lĩnh vực|tiêu chí|hạng mục|công việc|phần việc|điều|nguyên tắc|quan điểm|đề án|chương trình|mô hình|"
    r"tồn tại|hạn chế|khó khăn|nguyên nhân|kết quả|bài học|kiến nghị|đề xuất|vướng mắc|trọng tâm|đột phá|"
    r"văn bản"
)
_COUNT = rf"(?<![\w.,/])(\d{{1,2}}|{'|'.join(NUMBER_WORDS)}) ((?:nhóm )?(?:{_NOUNS}))(?!\w)"
ANNOUNCED = re.compile(
    rf"{_COUNT}(?:[^.:;]{{0,90}}?(?:sau đây|dưới đây|như sau|cụ thể|sau|gồm|là)[^\d.:;]{{0,30}}[:.]|"
    r"(?: [^\W\d_]+){0,4}\s*:)\s*$"
)
_COUNTED = re.compile(_COUNT)
_IN_ANNEX = re.compile(
    rf"{_COUNT}[^.;]{{0,40}}?(?:nêu |ghi |được |liệt kê |theo |tại |ở |trong |như |kèm theo |thuộc |\()+"
    r"(?P<annex>(?:phụ lục|biểu|danh mục|bảng)(?: số)? ?(?:\d{1,2}|[ivx]{1,4})|"
    r"phụ lục(?= (?:kèm theo|ban hành|của kế hoạch)))(?!\w)"
)
_ANNEX_WITH = re.compile(
    rf"(?P<annex>(?:phụ lục|biểu|danh mục)(?: số)? ?(?:\d{{1,2}}|[ivx]{{1,4}})),? "
    rf"(?:bao gồm|gồm|có|với|liệt kê) {_COUNT}"
)
_ANNEXED = sign(_IN_ANNEX, _ANNEX_WITH)


def read_number(words: str) -> int:
    return int(words) if words.isdigit() else NUMBER_WORDS[words]


_BRACKETED = re.compile(rf"\(\s*(?:(?:bao )?gồm(?: có)? |có |tổng số )?{_COUNT}\s*\)\s*:?\s*$")
_ENUMERATOR = re.compile(r"(?<![\w(])\((\d{1,2})\)\s?(?=\S)")
_AHEAD = 120
_MEETINGS = re.compile(
    r"(?<![\w.,/])(\d{1,2}) (phiên|đợt|vòng|kỳ|hội nghị|lớp|cuộc|buổi|giai đoạn|bước)(?!\w)[^().;:]{0,50}"
    r"\(([^()]*?thứ nhất(?!\w)[^()]{0,400})\)"
)
_MEETS = sign(_MEETINGS)
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def ordinals(subject: Subject) -> Iterator[Hit]:
    """ "họp 03 phiên (phiên thứ nhất …, phiên thứ hai …)": ordinals told one by one against the number."""
    for start, words in subject.bearing(_MEETS):
        for match in _MEETINGS.finditer(words):
            told = _ordinals(match[3])
            if told < 2 or told == int(match[1]) or _OPEN.search(match[3]):
                continue
            figures: dict[str, Figure] = {"noun": match[2], "declared": int(match[1]), "listed": told}
            yield Hit("list-count", figures, (subject.around(start, match),))


_OPEN = re.compile(r"\.\.\.|…|v\.v|trong đó|tiêu biểu|đáng chú ý")
_NTH = re.compile(rf"thứ ({'|'.join(_ORDINALS)})(?!\w)")


def _ordinals(words: str) -> int:
    """How many ordinals stand in order from the first; 0 where they do not."""
    told = [_ORDINALS.index(m[1]) + 1 for m in _NTH.finditer(words)]
    return len(told) if told == list(range(1, len(told) + 1)) else 0


_QUOTED = re.compile(
    r"(?<![\w.,/])(\d{1,2}) ([^\W\d_]+(?: [^\W\d_]+){0,5})\s*(?::|gồm:?|\(|là:?)\s*"
    r"((?:[\"“][^\"”“\n]{2,80}[\"”](?:\s*(?:,|;|và|, và)\s*|(?=\s*[.;)]|$))){2,})(?!\s*…|\s*\.\.)"
)


_QUOTES = sign(_QUOTED)


def quoted(subject: Subject) -> Iterator[Hit]:
    """ "05 mô hình: “Ấp thông minh”, “Chợ số” …": names in quotation marks against the number."""
    for start, words in subject.bearing(_QUOTES):
        for match in _QUOTED.finditer(words):
            told = len(re.findall(r"[\"“][^\"”“]{2,80}[\"”]", match[3]))
            if told == int(match[1]) or _OPEN.search(words[match.end(3) : match.end(3) + 12]):
                continue
            figures: dict[str, Figure] = {"noun": match[2], "declared": int(match[1]), "listed": told}
            yield Hit("list-count", figures, (subject.around(start, match),))


_LISTS, _ENUMERATES = sign(ANNOUNCED), sign(_BRACKETED, ANNOUNCED, _COUNTED)


def enumerated(subject: Subject) -> Iterator[Hit]:
    """ "hoàn thành 18 chỉ tiêu", "Chỉ tiêu cụ thể (13 chỉ tiêu):" against enumerators (1), (2) … behind."""
    spans = subject.paragraphs
    announcing = {start for start, _ in subject.telling(_ENUMERATES)}
    for i, (start, end) in enumerate(spans):
        if start not in announcing:
            continue
        words = subject.folded[start:end].rstrip()
        match = _BRACKETED.search(words) or (ANNOUNCED.search(words) if words[-1:] in (":", ".") else None)
        match = match or (_COUNTED.search(words) if "(1)" in words else None)
        if not match or read_number(match[1]) < 3:
            continue
        numbers = _enumerators(subject, spans, i)
        last = len(numbers)
        if last >= 3 and last != read_number(match[1]) and 0.6 <= last / read_number(match[1]) <= 1.5:
            figures: dict[str, Figure] = {"noun": match[2], "declared": read_number(match[1]), "listed": last}
            spans_ = (subject.around(start, match), subject.at(*numbers[-1]))
            yield Hit("list-count", figures, spans_)


def _enumerators(subject: Subject, spans: Sequence[tuple[int, int]], i: int) -> list[tuple[int, int]]:
    """Where (1), (2), (3) … stand behind a paragraph's announcement, up to the first that is out of order."""
    found: list[tuple[int, int]] = []
    for j, (start, end) in enumerate(spans[i : i + _AHEAD]):
        style = marker_of(subject.text[start : min(end, start + 80)])[0]
        if j and style in ("roman", "part", "upper", "article", "annex"):
            break
        for match in _ENUMERATOR.finditer(subject.folded, start, end):
            number = int(match[1])
            if number == len(found) + 1:
                found.append((match.start(), min(end, match.end() + 120)))
            elif number == 1 and len(found) > 2:
                return found
    return found


def lists(subject: Subject) -> Iterator[Hit]:
    """ "gồm 5 nhiệm vụ sau:", "16 nhiệm vụ thuộc 06 nhóm dưới đây." against the items that follow."""
    spans = subject.paragraphs
    announcing = {start for start, _ in subject.telling(_LISTS)}
    for i, (start, end) in enumerate(spans):
        if start not in announcing or end - start > 700:
            continue
        words = subject.folded[start:end].rstrip()
        if words[-1:] not in (":", "."):
            continue
        match = ANNOUNCED.search(words)
        found = levels(subject, spans, i) if match else []
        if not match or not found:
            continue
        announced = [m for m in _COUNTED.finditer(words) if m.start() >= match.start()]
        for m, items in zip(reversed(announced), found, strict=False):
            listed = _told_in_items(subject, items, m[2]) or len(items)
            if items and read_number(m[1]) not in (listed, 1):
                figures: dict[str, Figure] = {"noun": m[2], "declared": read_number(m[1]), "listed": listed}
                yield Hit("list-count", figures, (subject.at(start, end), subject.at(*items[-1])))


def _told_in_items(subject: Subject, items: Sequence[tuple[int, int]], noun: str) -> int:
    """How many the items say to hold ("2.1. Hạ tầng số (04 chỉ tiêu)"); 0 where not each of them says so."""
    counts = [re.search(rf"\((?:gồm )?(\d{{1,2}}) {noun}\)", subject.folded[s:e]) for s, e in items]
    told = [int(count[1]) for count in counts if count]
    return sum(told) if len(told) == len(items) else 0


def levels(subject: Subject, spans: Sequence[tuple[int, int]], i: int) -> list[list[tuple[int, int]]]:
    """The items behind paragraph ``i`` by depth: those of the first style, those one style deeper."""
    own = marker_of(subject.text[spans[i][0] : spans[i][1]])[0]
    marks = [marker_of(subject.text[start : min(end, start + 80)]) for start, end in spans[i + 1 : i + 400]]
    if not marks or marks[0][0] in ("none", own):
        return []
    first = marks[0][0]
    if first in ("roman", "part", "upper") or subject.text.startswith("(1)", spans[i + 1][0]):
        return []  # the sections of the document, not the items of the list; items that `enumerated` counts
    outer: list[tuple[int, int]] = []
    inner: list[tuple[int, int]] = []
    deeper: str | None = None
    for (marked, label, _), span in zip(marks, spans[i + 1 :], strict=False):
        # "i)" between "h)" and "k)" is a letter
        style = first if first == "letter" and outer and (marked, label) == ("bracket", "i") else marked
        heading = style == "none" and subject.text[span[0] : span[1]].isupper()
        if heading or style in {own, "roman", "part", "upper", "article", "annex"} - {"none"}:
            break
        if style == first:
            if outer and label in ("1", "a", "I"):
                break
            outer.append(span)
        elif style != "none":
            deeper = deeper or style
            if style == deeper:
                inner.append(span)
    return [outer, inner]


_ABOVE = re.compile(
    r"(?<![\w.,/])(?P<n>\d{1,3}) (?P<noun>chỉ tiêu|nhiệm vụ|mục tiêu|dự án|hạng mục|đề án|nội dung)"
    r"(?!\w)(?: [^\W\d_]+){0,6}(?:,[^.;:]{0,60})?"
    r"(?: (?:như sau|sau đây|dưới đây|cụ thể|sau|theo bảng(?: sau)?|tại bảng sau))?\s*[:.]\s*$"
)
_TABLED = sign(_ABOVE)
_ROWS = 5


def tabled(subject: Subject) -> Iterator[Hit]:
    """ "gồm 18 chỉ tiêu, chia thành 03 nhóm như sau:" against the numbered rows of the table right below."""
    if subject.source is None:
        return
    announcing = dict(subject.telling(_TABLED))
    for i, block in enumerate(subject.source.blocks[:-1]):
        below = subject.source.blocks[i + 1]
        words = announcing.get(block.start, "") if block.table is None and below.table is not None else ""
        match = _ABOVE.search(words)
        if match is None or below.table is None:
            continue
        table = subject.source.tables[below.table]
        heads = [subject.low(cell) for cell in table.rows[0]]
        labels = [subject.low(row[0]).strip(" .)") for row in table.rows[1:] if row]
        numbers = [int(label) for label in labels if label.isdigit()]
        named = any(head.startswith((match["noun"], "tên " + match["noun"])) for head in heads)
        listed, declared = len(numbers), int(match["n"])
        if not named or listed < _ROWS or numbers != list(range(1, listed + 1)) or listed == declared:
            continue
        if 0.6 <= listed / declared <= 1.6:
            figures: dict[str, Figure] = {"noun": match["noun"], "declared": declared, "listed": listed}
            spans = (subject.around(block.start, match), subject.at(table.start, table.start + 80))
            yield Hit("list-count", figures, spans)


def annexes(subject: Subject) -> Iterator[Hit]:
    """ "12 dự án nêu tại Phụ lục 1" against the numbered rows of that annex's table."""
    if subject.source is None:
        return
    for start, words in subject.bearing(_ANNEXED):
        for match in (*_IN_ANNEX.finditer(words), *_ANNEX_WITH.finditer(words)):
            number, noun = (match[2], match[3]) if match.re is _ANNEX_WITH else (match[1], match[2])
            same = [read_number(m[1]) for m in _COUNTED.finditer(words) if m[2] == noun]
            if len(same) > 1 and match["annex"].startswith("bảng"):
                continue  # the table holds them all
            count = _rows_of(subject, match["annex"])
            far = match["annex"] == "phụ lục" and count and not 0.6 <= count[0] / read_number(number) <= 1.6
            if count is not None and count[0] != read_number(number) and not far:
                figures: dict[str, Figure] = {"noun": noun, "declared": read_number(number)}
                figures["listed"] = count[0]
                spans = (subject.around(start, match), subject.at(*count[1]))
                yield Hit("list-count", figures, spans)


_PLAIN_HEAD = re.compile(r"PHỤ LỤC(?!\s*(?:SỐ\s*)?(?:[IVX]+|\d+)(?!\w))")


def _rows_of(subject: Subject, annex: str) -> tuple[int, tuple[int, int]] | None:
    """How many rows with a plain number the first table behind an annex's heading has, and that heading."""
    assert subject.source is not None
    label = annex.replace(" số", "").split()
    alone = len(label) == 2 and annex == "phụ lục"  # the only annex: its heading has no number
    for start, end in subject.paragraphs:
        here = subject.folded[start:end].replace(" số", "").replace(":", " ").replace(".", " ").split()
        headed = alone and _PLAIN_HEAD.match(subject.text, start) is not None
        if end - start < 260 and (headed if alone else here[: len(label)] == label):
            table = next((t for t in subject.source.tables if t.start >= end), None)
            if table is None:
                return None
            texts = [fold(subject.text[row[0].start : row[0].end]).strip(" .)") for row in table.rows if row]
            numbers = [int(text) for text in texts if text.isdigit()]
            whole = numbers and numbers[0] == 1 and numbers == sorted(numbers)
            return (len(numbers), (start, end)) if whole else None
    return None
