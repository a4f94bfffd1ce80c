"""Units (đơn vị): organisations named in a cell, a labelled value or running prose, one mention each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor import gazetteers
from extractor.annotators.time_clauses import is_time_clause, without_time
from extractor.annotators.unit_names import collectives, unit_names
from extractor.annotators.unit_words import (
    COMMON,
    COMMON_HEADS,
    DASHED_FIELD,
    KEEPERS,
    PLACE_TAIL,
    STANDING,
    VERB_STOP,
    fields_pattern,
    heads_pattern,
    kinds_pattern,
)
from extractor.vietnamese.forms import fold
from extractor.vietnamese.letters import LOWER, UPPER


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit as written at ``start:end`` and its full names (two where one wording covers two tiers)."""

    start: int
    end: int
    text: str
    names: tuple[str, ...]


_PEOPLE = (
    r"(?:(?:thủ trưởng|giám đốc|chủ tịch|người đứng đầu|lãnh đạo|chánh|chỉ huy trưởng|cục trưởng|"
    r"tổng biên tập)\s+(?:các\s+)?)?"
)


@cache
def _item_start() -> re.Pattern[str]:
    """What may begin a new unit after a comma or "và" of a list."""
    heads = "|".join(
        re.escape(r["head"])
        for r in sorted(gazetteers.rows("organisation_heads"), key=lambda r: -len(r["head"]))
    )
    kinds = "|".join(re.escape(r["kind"]) for r in gazetteers.rows("unit_kinds"))
    return re.compile(
        rf"{_PEOPLE}(?:(?:các |một số |từng )?(?:{heads})(?!\w)|các (?:{kinds})|doanh nghiệp|"
        r"(?:cơ quan|đơn vị|địa phương)(?: có)?(?: liên quan| khác)?(?:$|[;,.])|"
        r"(?:các )?đơn vị trực thuộc|địa phương|cơ sở |cấp (?:xã|huyện)|"
        r"ubmttq|đoàn thể|người dân$|vcci|vnnic|ipec|fpt|các sở)"
    )


def split_units(text: str, offset: int = 0) -> list[UnitMention]:
    """Units of a text that is nothing but a list of units (a cell, a label's value), in order."""
    found: list[UnitMention] = []
    listed = {m.start: m for m in _distributed(text, fold(text))}
    for start, end in _pieces(text):
        piece = text[start:end]
        inside = [m for s, m in listed.items() if start <= s < end]
        if inside:
            found += [UnitMention(offset + m.start, offset + m.end, m.text, m.names) for m in inside]
            continue
        known = re.search(r"[^\W\d_]{2}", piece) and fold(piece).strip(" .") not in _NO_UNITS
        if not known or is_time_clause(piece):
            continue
        piece = piece[: without_time(piece)]
        charge = _CHARGE.search(fold(piece), 3)
        piece = piece[: charge.start()] if charge else piece
        found.append(UnitMention(offset + start, offset + start + len(piece), piece, unit_names(piece)))
    return found


_NO_UNITS = frozenset({"nt", "như trên", "không", "ghi chú"})
_CHARGE = re.compile(
    r"\s+(?:[-–]\s+(?:phụ trách|đầu mối|chịu trách nhiệm|chủ trì|theo dõi|tham mưu|thường trực)|"
    r"(?:cùng|đồng) (?:chủ trì|phụ trách)(?=\s*$)|"
    r"là (?:cơ quan|đơn vị) (?:đầu mối|chủ trì|thường trực))(?!\w)"
)
"""What a unit does, told behind its name: "Sở A - phụ trách chính sách", "Sở B cùng chủ trì"."""


_RELATIVE = re.compile(
    r"(?:các )?cơ quan, đơn vị(?:(?:,| và) (?:địa phương|doanh nghiệp|tổ chức))? (?:có(?! liên quan)|được|"
    r"thuộc|sử dụng|chủ quản|là) [^;,.]{3,}"
    r"|tổ chức, (?:doanh nghiệp|cá nhân) [^;,.]{3,}"
)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    low = fold(text)
    protected = [*_protected(low), *(m.span() for m in _RELATIVE.finditer(low))]
    start, depth = 0, 0
    cuts: list[tuple[int, int]] = []
    for match in re.finditer(
        rf"[()]|;|\n|\.(?=\s+[{UPPER}])|,|(?:^|(?<=[;,.\n] )|(?<=[;,.\n]))[-+•](?=\s)|"
        rf"\s(?:và|cùng)\s(?:với\s)?|\s/\s",
        text,
    ):
        mark = match.group()
        if mark in "()":
            depth = max(0, depth + (1 if mark == "(" else -1))
            continue
        if depth or any(
            a < match.end() - 1 and match.start() < b - 1 and match.start() > a for a, b in protected
        ):
            continue
        soft = mark.strip() in {",", "và", "cùng", "với", "và với", "cùng với", "/"}
        next_one = _skip(low, match.end())
        if soft and (not _item_start().match(low, next_one) or _is_field(low, start, next_one)):
            continue
        cuts.append(match.span())
    for a, b in [*cuts, (len(text), len(text))]:
        s, e = _trim(text, start, a)
        if s < e:
            yield s, e
        start = b


_OFFICE = re.compile(r"\s*(?:các )?(?:sở|bộ|phòng|tổng cục|ty)\s")


def _is_field(low: str, start: int, position: int) -> bool:
    """A bare field behind an office named after fields: "Sở Bưu chính, Viễn thông" is one office."""
    field = fields_pattern().match(low, position - 1) if position else None
    if field is None or not _OFFICE.match(low, start):
        return False
    return bool(re.match(r"\s*(?:$|[;.,()\n]|và\s)", low[field.end() :]) or VERB_STOP.match(low, field.end()))


def _skip(low: str, position: int) -> int:
    return len(low) - len(low[position:].lstrip(" \n"))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \n;,.:-–+•*":
        start += 1
    while end > start and text[end - 1] in " \n;,.:":
        end -= 1
    return start, end


def _protected(low: str) -> list[tuple[int, int]]:
    """Spans of collective names, inside which commas and "và" do not separate units."""
    spans: list[tuple[int, int]] = [
        m.span() for m in heads_pattern().finditer(low) if re.search(r" và |, ", m.group())
    ]
    for pattern, _ in collectives():
        for match in pattern.finditer(low):
            if match.start() and low[match.start() - 1].isalnum():
                continue
            if not any(a <= match.start() < b for a, b in spans):
                spans.append(match.span())
    return spans


def find_units(text: str, offset: int = 0) -> list[UnitMention]:
    """Units named in running prose, in order, not overlapping; longest reading first."""
    low = fold(text)
    found: list[tuple[int, int]] = []

    def free(start: int, end: int) -> bool:
        return not any(a < end and start < b for a, b in found)

    listed = _distributed(text, low)
    found += [(m.start, m.end) for m in listed]
    named = [(m.start(), _name_end(text, low, m) or 0) for m in heads_pattern().finditer(low)]
    for start, end in _protected(low):
        if any(a < start and end <= b for a, b in named):
            continue  # "Phòng X các huyện, thành phố": the collective only says where the unit is
        if free(start, end) and not heads_pattern().fullmatch(low, start, end):
            found.append((_with_people(low, start), end))
    for match in kinds_pattern().finditer(low):
        if low.endswith(("đảng ủy ", "đảng ủy khối "), 0, match.start()):
            continue  # "Đảng ủy các cơ quan tỉnh" is one body
        end = _kind_end(text, low, match.end())
        if any(a < match.start() and end <= b for a, b in named):
            continue
        start = _with_people(low, match.start())
        if free(start, end):
            found.append((start, end))
    for match in heads_pattern().finditer(low):
        name_end = _name_end(text, low, match)
        start = _with_people(low, match.start())
        if name_end and free(start, name_end) and not _sub_unit(text, start, found):
            found.append((start, name_end))
    names = {m.start: m.names for m in listed}
    return [
        UnitMention(offset + s, offset + e, text[s:e], names.get(s) or unit_names(text[s:e]))
        for s, e in sorted(found)
    ]


_DISTRIBUTING = re.compile(r"(?<!\w)các (sở|phòng|ban|cục|bộ)\s*:?(?=\s)")


def _distributed(text: str, low: str) -> list[UnitMention]:
    """ "các Sở: Công Thương, Tài chính và Y tế": each field with the head that they share."""
    found: list[UnitMention] = []
    for match in _DISTRIBUTING.finditer(low):
        fields: list[tuple[int, int]] = []
        position = match.end()
        while field := fields_pattern().match(low, position):
            if not text[field.start(1)].isupper():
                break
            fields.append(field.span(1))
            gap = re.match(r"\s*(?:,|;|và|,\s*và)(?=\s)", low[field.end() :])
            if not gap:
                break
            position = field.end() + gap.end()
        if len(fields) < 2:
            continue
        head = match[1].capitalize()
        for number, (start, end) in enumerate(fields):
            begin = match.start() if number == 0 else start
            found.append(UnitMention(begin, end, text[begin:end], unit_names(f"{head} {text[start:end]}")))
    return found


def _with_people(low: str, start: int) -> int:
    """ "Giám đốc Sở X" is written for Sở X: the mention begins with the person."""
    match = re.search(_PEOPLE.removesuffix("?") + r"$", low[max(0, start - 30) : start])
    if match is None and low.startswith("các ", start):  # "Trưởng các phòng", "Hiệu trưởng các trường"
        match = re.search(
            r"(?<!\w)(?<!bộ )(?<!thứ )(?:hiệu |viện )?trưởng $", low[max(0, start - 30) : start]
        )
    return start - len(match.group()) if match and match.group() else start


def _sub_unit(text: str, start: int, found: list[tuple[int, int]]) -> bool:
    """A sub-unit in brackets behind its unit: "Văn phòng UBND tỉnh (Trung tâm …)"."""
    before = text[max(0, start - 3) : start].rstrip()
    return before.endswith("(") and any(0 <= start - end <= 3 for _, end in found)


def _name_end(text: str, low: str, match: re.Match[str]) -> int | None:
    """Where a proper name that begins with an organisation's head ends; None if it is none."""
    head, first = match.group(), match.end()
    position, capital = first, text[match.start()].isupper()
    for _ in range(12):
        written_so = (
            text[position + 1 : position + 2].isupper()
            or (position == first and head not in STANDING)
            or low.startswith(" các khu", position)
        )
        step = fields_pattern().match(low, position) if written_so else None
        if step is None and head in COMMON_HEADS:
            step = COMMON.match(low, position)
        if step is None:
            step = PLACE_TAIL.match(low, position)
        end = step.end() if step else _proper_word(text, low, position)
        if end is None or (position > first and _unit_begins(text, low, position)):
            break
        position = end
    if position > first:
        return position
    whole_name = head in STANDING or len(head.split()) >= 3
    return position if whole_name and capital else None


def _proper_word(text: str, low: str, position: int) -> int | None:
    """One word of a proper name: a capital, perhaps with a lower-case second syllable that is no verb."""
    word = re.match(rf"\s(?:[-–]\s)?([{UPPER}](?:[\w&.-]*\w)?)(?!\w)", text[position : position + 40])
    if not word or re.match(r"\s(?:cùng|và|với|các|về|theo|khi|để)(?!\w)", low[position : position + 6]):
        return None  # a capital at a line's start is no part of the name
    end = position + word.end()
    second = re.match(rf"\s[{LOWER}]+(?!\w)", text[end : end + 12])
    joins = re.match(r"\s(?:và|của|các|về|theo|trong|để|đã|cùng|với|tại)\b", low[end : end + 6])
    if (
        second
        and not joins
        and not VERB_STOP.match(low, end)
        and not word[1].isupper()
        and not PLACE_TAIL.match(low, end)
    ):
        following = text[end + second.end() : end + second.end() + 2]
        after = end + second.end()
        closed = following[1:2].isupper() or following[:1] in ",;.:)\n" or following in {"", " -", " &", " ("}
        if closed or VERB_STOP.match(low, after) or PLACE_TAIL.match(low, after):
            return after
    return end


def _unit_begins(text: str, low: str, position: int) -> bool:
    """Another unit starts here: "… Sở Y tế UBND huyện"."""
    head = heads_pattern().match(low, position + 1)
    return (
        bool(head)
        and text[position + 1].isupper()
        and head is not None
        and head.group() in {"sở", "ubnd", "bộ", "cục"}
    )


def _office_end(text: str, low: str, head: re.Match[str]) -> int:
    """End of the office that units belong to; "các đơn vị trực thuộc Sở xây dựng quy chế" names none."""
    verb = text[head.start()].isupper() and re.match(rf"\s[{LOWER}]", text[head.end() : head.end() + 2])
    if verb and not PLACE_TAIL.match(low, head.end()):
        return head.end()
    return _name_end(text, low, head) or head.end()


def _kind_end(text: str, low: str, position: int) -> int:
    """End of "các doanh nghiệp viễn thông …": up to a verb, a mark or another unit."""
    end = position
    words = 0
    while words < 11:
        if field := DASHED_FIELD.match(low, end):  # "các đoàn thể chính trị - xã hội"
            end = field.end()
            continue
        word = re.match(r"(?:,\s|\s)([^\W\d_]+(?:[-/][^\W\d_]+)*)", text[end : end + 40])
        own_verb = words == 0 and (
            re.match(r"\s(?:nghiên cứu|đào tạo|quản lý|cung cấp|sản xuất)(?!\w)", low[end : end + 14])
            or KEEPERS.match(low, end)
        )
        if not word or (VERB_STOP.match(low, end) and not own_verb):
            break
        if word.group().startswith(",") and not re.match(
            r",\s(?:đơn vị(?! trực thuộc)|địa phương|tổ chức|đại học|cao đẳng|"
            r"viễn thông|truyền thông|công nghệ|đài)",
            low[end : end + 20],
        ):
            break
        if re.match(r"\s(?:và|cùng)\s", low[end : end + 6]) and _item_start().match(low, end + 4):
            break
        head = heads_pattern().match(low, end + 1)
        belongs = low.endswith(" thuộc", 0, end) or (words == 0 and low.endswith("thành viên", 0, end))
        if head and belongs:
            return _office_end(text, low, head)
        if (
            head
            and text[end + 1].isupper()
            and head.group() not in {"đại học", "trường", "học viện", "trung tâm"}
        ):
            break
        end += word.end()
        words += 1
        if low.endswith("liên quan", 0, end):
            break
    return end
