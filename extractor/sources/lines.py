"""Hard-wrapped lines back to logical lines: paragraphs, bullets, headings, one each.

A line is a continuation when it must be one (it starts in lower case, or the line before cannot end
a paragraph) or when its first word would not have fitted on the line before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.vietnamese.forms import fold

MARKER = re.compile(
    r"(?:[-–—+*•●▪◦·✓]\s*(?=\S)"
    r"|\(?\d{1,3}(?:\.\d{1,3})*(?:\.[a-zđ])?(?:[.)](?!\d)|-(?=\s+[^\W\d_]))\s*"
    r"|\d{1,3}(?:\.\d{1,3})+\s+(?=\D)|\d{1,3}/\s+(?=[^\W\d_])"
    r"|\(?(?:[IVXL]{1,6}|[A-ZĐa-zđ])(?:\.\d{1,2}){1,4}(?:[.)/:](?!\d)\s*|\s+(?=[^\W\d_]))|\([ivx]{2,5}\)\s"
    r"|\(?(?:[IVXL]{1,6}|[A-ZĐ]|[a-zđ])[.)]\s+|[IVXL]{1,6}\s?-\s+(?=[^\W\d_])"
    r"|(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU|Nhóm|NHÓM)\s+(?:[IVXL]+|\d+|thứ)\b"
    r"|(?:Phụ lục|PHỤ LỤC)\b|Nơi nhận|Kính gửi)"
)
_DASHES = "-–—+*•●▪◦·✓"
_ONLY_MARKER = re.compile(
    r"(?:Phần|PHẦN|Chương|CHƯƠNG)\s+(?:[IVXL]+|\d+|(?:thứ|THỨ) \w+)[.:]?|"
    r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVXL]{1,6}|[A-ZĐ]|[a-zđ])[.)]?|[-+•]"
)
_TERMINAL = re.compile(r"[.;:!?…](?:[\"”')\]]*)$")
_OPEN = re.compile(
    r"(?:[-,(/&–]|\b(?:và|hoặc|của|các|những|về|cho|với|tại|theo|trên|trong|là|do|để|đến|từ|bằng|được|"
    r"có|không|việt|"
    r"phải|thuộc|giữa|nhằm|qua|tỷ lệ|tỉ lệ|sở|bộ|cục|ban chỉ|ủy ban|uỷ ban|hội đồng))$",
    re.IGNORECASE,
)
_OPEN_TO_DIGIT = re.compile(r"\b(?:số|ngày|tháng|năm|quý|điều|khoản|mức|trên|đạt)$", re.IGNORECASE)
_TASK_VERB = re.compile(  # what the first line under a numbered heading begins with
    r"(?:Chủ trì|Phối hợp|Tham mưu|Tổ chức|Triển khai|Tiếp tục|Xây dựng|Hướng dẫn|Đôn đốc|Theo dõi|"
    r"Thực hiện|Căn cứ|"
    r"Tăng cường|Đẩy mạnh|Hoàn thiện|Tập trung|Là cơ quan|Có trách nhiệm|Tham gia|Nghiên cứu|Rà soát|"
    r"Ban hành|Bố trí)\b"
)
_SIGNATURE = re.compile(
    r"(?:TM|KT|TL|TUQ|Q|T/M|K/T)\.|(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|CHÁNH VĂN PHÒNG)\b"
)
_TYPE_LINE = re.compile(
    r"(?:k[ếê] hoạch|quyết định|báo cáo|chương trình|đề án|nghị quyết|chỉ thị|công văn|thông báo|"
    r"tờ trình|công điện)"
)
_YEAR_DASH = re.compile(r"[-–]\s*(?:19|20)\d\d\b")
_LABEL_INSIDE = re.compile(  # "… của tỉnh. Thời gian:": a label behind a full stop waits for its value
    r"[.;)]\s+(?:(?:Đơn vị|Cơ quan) )?(?:chủ trì|phối hợp|thực hiện|thời gian|thời hạn|tiến độ|hoàn thành|"
    r"sản phẩm)(?: (?:thực hiện|hoàn thành))?\s*:$",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-_=*\s.]{3,}")
_MOTTO = re.compile(r"(?:độc lập|cộng h|đảng cộng sản)")


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line; ``bold`` when all of it stood in bold."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Widths:
    first: int
    body: int
    items_end: bool  # dash items end in punctuation, so one without is not yet at its end


def _continues_surely(line: str) -> bool:
    return bool(line) and (line[0].islower() or line[0] in ",;.%)")


def _starts_block(line: str) -> bool:
    return bool(MARKER.match(line) or _SIGNATURE.match(line))


def _widths(lines: Sequence[str]) -> _Widths | None:
    """Wrapping widths of first and of further lines; None when the text is not hard-wrapped."""
    first: list[int] = []
    body: list[int] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        wraps = _continues_surely(following) and not MARKER.match(following) and not _TERMINAL.search(line)
        if wraps:
            (first if _starts_block(line) else body).append(len(line))
    if len(first) + len(body) < 4 or len(first) + len(body) < 0.06 * sum(map(bool, lines)):
        return None
    body_width = _high(body or first)
    first_width = min(_high(first), body_width) if len(first) >= 5 else body_width
    return _Widths(first_width, body_width, _items_end(lines))


def _high(lengths: list[int]) -> int:
    """A length that most stay within; widths vary by a few letters, single outliers do not count."""
    return sorted(lengths)[int(0.85 * (len(lengths) - 1))]


def _items_end(lines: Sequence[str]) -> bool:
    """Whether the dash items of the text end in punctuation."""
    ended = total = 0
    inside = False
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if _starts_block(line):
            inside = line[0] in _DASHES
        if inside and line and (not following or _starts_block(following)):
            total += 1
            ended += bool(_TERMINAL.search(line))
    return total >= 5 and ended >= 0.75 * total


def _caps(line: str) -> bool:
    letters = [c for c in line if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def _joins_caps(before: str, after: str) -> bool:
    """Both in capitals: a heading or title broken over lines, unless either is a line of its own."""
    if not (_caps(before) and _caps(after)) or _SIGNATURE.match(after):
        return False
    low, nxt = fold(before), fold(after)
    return not (_TYPE_LINE.fullmatch(low) or _TYPE_LINE.fullmatch(nxt) or _MOTTO.match(nxt))


_CODES_OPEN = re.compile(
    r"(?:(?<!\w)(?:và|đến|từ|chỉ số|chỉ tiêu|tiêu chí|mã số|mã|khoản|(?<!danh )mục|trừ)|"
    r"(?<![\w.])\d{1,2}(?:\.\d{1,2}){1,3}\s?[,;–-])$",
    re.IGNORECASE,
)
_CODE_AHEAD = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}(?!\d)")


def numbers_go_on(before: str, after: str) -> bool:
    """Whether a line that opens with a code goes on with a list of codes: "các chỉ số 6.6, 6.7 và / 8.3"."""
    return bool(_CODE_AHEAD.match(after)) and bool(_CODES_OPEN.search(before))


_QUARTER_OPEN = re.compile(r"(?<!\w)(?:quý|các quý|nhóm|cấp độ)$", re.IGNORECASE)
_ROMAN_AHEAD = re.compile(r"[IVX]{1,4}(?=[\s./,;-]|$)")


def _quarter_goes_on(before: str, after: str) -> bool:
    """Whether a Roman number that opens a line ends the one above: "hoàn thành đến hết quý / III. Sở X …"."""
    return bool(_ROMAN_AHEAD.match(after)) and bool(_QUARTER_OPEN.search(before))


_BRACKET_AHEAD = re.compile(
    r"\((?:các )?(?:chỉ số|mã số|mã|cs|năm|trừ|không (?:gồm|tính)|gồm|bao gồm|hiện|tương ứng|theo|kể cả)\s"
)


def _bracket_goes_on(before: str, after: str) -> bool:
    """Whether a line opens with a bracket of the sentence above: "… 01 lần/tuần / (chỉ số 1.10)."."""
    return after[:1] == "(" and not _TERMINAL.search(before) and bool(_BRACKET_AHEAD.match(fold(after[:24])))


def _joins(before: str, after: str, block: str, fresh: bool, widths: _Widths | None) -> bool:
    """Whether ``after`` continues ``block``; ``before`` is its last physical line (its first: ``fresh``)."""
    if _RULE.fullmatch(before) or _RULE.fullmatch(after):
        return False
    if _ONLY_MARKER.fullmatch(before):
        return not MARKER.match(after)
    if _YEAR_DASH.match(after) and before[-1:].isdigit():
        return True
    if numbers_go_on(before, after) or _bracket_goes_on(before, after) or _quarter_goes_on(before, after):
        return True
    if _starts_block(after):
        return False
    if _caps(before) or (_caps(after) and len(after) > (3 if widths is None else 6)):
        return _joins_caps(before, after)
    ends = _TERMINAL.search(before)
    if _LABEL_INSIDE.search(before) and after[:1] not in _DASHES:
        return True
    if _continues_surely(after):
        full = widths is not None and len(before) + 6 > (widths.first if fresh else widths.body)
        return not ends or (widths is not None and before[-1] in ".…,") or (full and before[-1] == ";")
    if (
        _TASK_VERB.match(after)
        and not ends
        and fresh
        and before[0] not in _DASHES
        and not _OPEN.search(before)
    ):
        return False
    if widths is not None and before.rfind("(") > before.rfind(")") and 0 <= after.find(")") < 80:
        return True  # "(năm 2024: 5 tỷ đồng; năm 2025:" ends no paragraph
    if ends and (widths is None or before[-1] in ":" or before.endswith("./.")):
        return False
    if not ends and (_OPEN.search(before) or (after[0].isdigit() and _OPEN_TO_DIGIT.search(before))):
        return True
    if widths is None:
        return False
    if not ends and widths.items_end and block[0] in _DASHES and len(before) >= 0.7 * widths.first:
        return True
    width = widths.first if fresh else widths.body
    word = after.split(" ", 1)[0]
    return len(before) + 1 + len(word) > width and len(before) >= 0.5 * width


def spaced_out(lines: Sequence[str]) -> bool:
    """True where a blank line stands after (nearly) every line, also inside sentences."""
    full = [i for i, line in enumerate(lines) if line]
    if len(full) < 8:
        return False
    gaps = sum(1 for a, b in pairwise(full) if b - a > 1)
    broken = sum(1 for a, b in pairwise(full) if b - a > 1 and _continues_surely(lines[b]))
    return gaps >= 0.85 * (len(full) - 1) and broken >= 0.05 * len(full)


def join_lines(lines: Iterable[Line]) -> list[Line]:
    """Logical lines of a run of physical lines (no table lines among them). Blank lines end blocks."""
    physical = list(lines)
    texts = [line.text for line in physical]
    if not any(texts):
        return []
    if spaced_out(texts):
        physical = [line for line in physical if line.text]
        texts = [line.text for line in physical]
    widths = _widths(texts)
    blocks: list[list[Line]] = []  # joined at the end: a long text of one block must not be copied each time
    last = ""
    for line in physical:
        text = line.text
        fresh = not blocks or len(blocks[-1]) == 1
        if last and text and blocks and _joins(last, text, blocks[-1][0].text, fresh, widths):
            blocks[-1].append(line)
        elif text and not _RULE.fullmatch(text):
            blocks.append([line])
        last = text
    return [Line(" ".join(line.text for line in block), all(line.bold for line in block)) for block in blocks]
