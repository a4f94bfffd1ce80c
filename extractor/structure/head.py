"""The top of a document: its logical lines, and where the letterhead lies among them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractor.annotators.acts import act_types, plain_number
from extractor.sources.model import Source
from extractor.structure.capitals import is_capitals
from extractor.structure.places import province_named
from extractor.vietnamese.dates import DateMention, find_dates
from extractor.vietnamese.forms import bare, fold

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line or a cell, with its folded and its bare form."""

    start: int
    end: int
    text: str
    low: str
    key: str


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the top: the lines, where the letterhead lies among them (first, after last)."""

    lines: tuple[Line, ...]
    zone: tuple[int, int] | None

    @property
    def inside(self) -> tuple[Line, ...]:
        """The lines of the letterhead; none where there is none."""
        return self.lines[self.zone[0] : self.zone[1]] if self.zone else ()


_SEGMENT = r"[A-ZĐƯƠÔÊÂ][A-Za-zĐđƯư0-9&]{0,15}"
NUMBER = re.compile(
    rf"\d{{1,5}}[a-z]?(?:\s?/\s?(?:19|20)\d\d)?(?:\s?[/-]\s?{_SEGMENT}(?![à-ỹ])){{1,5}}(?![\w])"
)
_LABEL = re.compile(r"(?<!\w)s(?:ố|ô|ó|o|6)(?:\shiệu)?\s?[:.;]?\s?(?=[\d/._…-]|\Z)")
_BLANK = re.compile(r"[.…_\s]{0,20}[/-]\s?[A-ZĐ]")
MOTTO = (
    "cong hoa xa hoi",
    "doc lap - tu do",
    "doc lap-tu do",
    "dang cong san viet nam",
    "chu nghia viet nam",
)
_AUTHORITY = re.compile(
    r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy"
    r"|dang bo "
    r"|ban chap hanh|ban chi dao|so |bo "
    r"|chinh phu|thu tuong|van phong|quoc hoi|cong an |cuc |chi cuc )"
)
_PARENT = re.compile(r"(?:tinh|thanh pho|huyen|quan|thi xa|dang bo)\s.{2,40}\Z")
_PLACE_DATE = re.compile(r"ngày\s{0,3}\S{0,4}\s{0,3}tháng|ngày\s\d{1,2}\s?[/-]\s?\d{1,2}\s?[/-]\s?\d{4}")
_NOT_A_PLACE = re.compile(
    r"thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|cập nhật|ngày (?:đăng|ban hành)|đăng (?:lúc|ngày|tải)|hiệu lực"
    r"|(?:quyết định|kế hoạch|nghị quyết|công văn|văn bản) số"
)
_TOP = 120
ANNEX = re.compile(r"(?:ban hành\s)?kèm theo\s")


def read_lines(source: Source) -> tuple[Line, ...]:
    """Logical lines in order, a table's cells each as one, portal rows split at their pipes."""
    spans: list[Span] = []
    for block in source.blocks:
        if block.table is None:
            position = block.start
            for part in source.text[block.start : block.end].split(" | "):
                spans.append((position, position + len(part)))
                position += len(part) + 3
        else:
            spans.extend((c.start, c.end) for row in source.tables[block.table].rows for c in row)
    if not source.blocks:
        spans = [m.span() for m in re.finditer(r"[^\n]+", source.text)]
    return tuple(_line(source, start, end) for start, end in spans if source.text[start:end].strip())


def _line(source: Source, start: int, end: int) -> Line:
    text = source.text[start:end]
    short = text[:400]
    return Line(start, end, text, fold(short), bare(short))


def _label(line: Line) -> re.Match[str] | None:
    """ "Số:" at the head of a line, or behind the other column; "Quyết định số" is another act's."""
    label = _LABEL.search(line.low)
    before = line.text[: label.start()].strip(" *|-") if label else ""
    return label if not before or is_capitals(before) else None


def _place_match(line: Line) -> re.Match[str] | None:
    """The date of a place line: "Đồng Nai, ngày …", at the line's head or behind a place's name."""
    where = _PLACE_DATE.search(line.low)
    if where is None or len(line.text) > 260:
        return None
    before = line.low[: where.start()].rstrip()
    named = not before or before.endswith(",") or province_named(before.split("  ")[-1]) is not None
    return where if named and not _NOT_A_PLACE.search(line.low) else None


def marks_of(line: Line) -> set[str]:
    """Which parts of a letterhead a line looks like."""
    marks: set[str] = set()
    if len(line.text) > 260:
        return marks
    if any(words in line.key for words in MOTTO):
        marks.add("motto")
    label = _label(line)
    if label and (NUMBER.match(line.text, label.end()) or _BLANK.match(line.text, label.end())):
        marks.add("number")
    if _place_match(line) and not ANNEX.search(line.low):
        marks.add("place")
    if _AUTHORITY.match(line.key) and (is_capitals(line.text[:60]) or line.key.startswith("ubnd")):
        marks.add("authority")
    return marks


def find_head(lines: tuple[Line, ...]) -> Head:
    """The first place where two different parts of a letterhead stand close together."""
    marked = [(i, marks) for i, line in enumerate(lines[:_TOP]) if (marks := marks_of(line))]
    for place, (first, _) in enumerate(marked):
        near = [(i, marks) for i, marks in marked[place:] if i <= first + 12]
        kinds = set().union(*(marks for _, marks in near))
        if len(kinds) >= 2 and ("number" in kinds or "motto" in kinds or kinds >= {"authority", "place"}):
            last = max(i for i, _ in near)
            stop = next(
                (i for i in range(first, last + 1) if i > first + 2 and type_name(lines[i])), last + 1
            )
            while first and _PARENT.match(lines[first - 1].key) and is_capitals(lines[first - 1].text):
                first -= 1
            return Head(lines, (first, stop))
    return Head(lines, None)


def type_name(line: Line) -> str | None:
    """The type of act that a line consists of ("KẾ HOẠCH", also with lost marks); None for other lines."""
    key = re.sub(r"[\W_]+", " ", line.key).strip()
    if not 3 < len(key) < 40 or not line.text[:1].isupper():
        return None
    return next((row["name"] for row in act_types() if bare(row["name"]) == key), None)


def head_number(head: Head) -> tuple[str | None, Span | None, bool]:
    """The number of the letterhead, its span, and whether its place was there but left blank."""
    for line, after in zip(head.inside, (*head.inside[1:], None), strict=False):
        label = _label(line)
        if label is None:
            continue
        found = NUMBER.match(line.text, label.end())
        if found:
            return plain_number(found.group()), (line.start + found.start(), line.start + found.end()), False
        if label.end() == len(line.low) and after and (found := NUMBER.match(after.text)):
            return plain_number(found.group()), (after.start, after.start + found.end()), False
        if _BLANK.match(line.text, label.end()):
            return None, None, True
    return None, None, False


def place_date(source: Source, head: Head) -> tuple[DateMention | None, str]:
    """The date of the place line, and the place's name before it."""
    for index, line in enumerate(head.inside):
        where = _place_match(line)
        if where is None:
            continue
        before = line.text[: where.start()]
        numbers = list(NUMBER.finditer(before))
        place = before[numbers[-1].end() :] if numbers else before
        if not place.strip(" ,") or not province_named(place):
            previous = head.inside[index - 1].text if index else ""
            if previous.endswith(",") or (len(previous) < 20 and province_named(f"{previous} {place}")):
                place = f"{previous} {place}"
        text = source.text[line.start : line.end + 40]
        for mention in find_dates(text):
            if mention.start == where.start() and mention.precision == "day" and mention.first:
                moved = replace(mention, start=line.start + mention.start, end=line.start + mention.end)
                return moved, place.strip(" ,")
        return None, place.strip(" ,")
    return None, ""
