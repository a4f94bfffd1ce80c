"""All main indicators said to rise (or fall), while a row or a sentence tells of one that does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.figures import value
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold

_THINGS = r"chỉ số(?: chính| thành phần)?|nhóm chỉ số(?: chính)?|trụ cột|tiêu chí|lĩnh vực"
_UP = r"tăng|cao hơn|cải thiện"
_DOWN = r"giảm|thấp hơn|tụt|sụt giảm|đi xuống"
_CLAIM = re.compile(
    rf"(?:(?:cả|tất cả|toàn bộ|100%)(?: các| cả| số)*(?: \d{{1,2}}(?:/\d{{1,2}})?)?|"
    rf"(?<![\d/])0?(?P<n>\d)/0?(?P=n))"
    rf" (?:{_THINGS})(?: của tỉnh| dti| trong bộ chỉ số)?(?: (?:đều|cùng|cũng|có điểm|điểm))+ "
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?!\w)|"
    rf"(?<![\d/])0?(?P<m>\d)/0?(?P=m) (?:{_THINGS})(?: dti)?(?: (?:có|được))? "
    rf"(?:(?P<allup>{_UP})|(?P<alldown>{_DOWN})) (?:điểm|thứ hạng|hạng|giá trị)(?!\w)|"
    rf"không có (?:bất kỳ )?(?:một )?(?:{_THINGS})(?: nào)?(?: (?:bị|có điểm|điểm|có sự))*"
    rf" (?:(?P<nodown>{_DOWN})|(?P<noup>{_UP}))(?!\w)"
)
_AIM = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu|bảo đảm|đảm bảo|yêu cầu|để|nhằm|không để|sẽ|dự kiến|đến năm)(?!\w)"
)
_WAYS = re.compile(rf"(?<!\w)(?:{_UP}|{_DOWN})(?!\w)")
_CLAIMED = sign(_WAYS, needs=("đều ",)) | sign(_WAYS, needs=("không có", "chỉ số"))
_CLAIMED |= sign(_WAYS, needs=("cùng tăng",)) | sign(_WAYS, needs=("không có", "trụ cột"))
_OUT_OF = re.compile(rf"/0?\d (?:{_THINGS})")
_CLAIMED |= sign(_OUT_OF, needs=("/", "tăng")) | sign(_OUT_OF, needs=("/", "giảm"))
_MOVE = re.compile(r"tăng\s*[/,(+-]?\s*(?:\(-\)\s*)?giảm|chênh lệch|so với năm|biến động|\+\s*/\s*-")
_SIGNED = re.compile(r"([+\-–−])\s*(\d{1,3}(?:[.,]\d{1,3})?)|(giảm|tăng) (\d{1,3}(?:[.,]\d{1,3})?)(?: điểm)?")
_RISES, _FALLS = 1, -1


def claims(subject: Subject) -> Iterator[Hit]:
    """ "8/8 chỉ số chính đều tăng", "không có chỉ số nào giảm" against "Xã hội số | 38 | 36 | -2"."""
    told = [
        (start, match)
        for start, words in subject.telling(_CLAIMED)
        for match in _CLAIM.finditer(words)
        if not _AIM.search(words[max(0, match.start() - 80) : match.start()])
    ]
    if not told:
        return
    moves = [*_rows(subject), *_sentences(subject)]
    for start, match in told:
        wanted = _RISES if match["up"] or match["allup"] or match["nodown"] else _FALLS
        against = next((m for m in moves if m[1] == -wanted), None)
        if against is not None:
            figures: dict[str, Figure] = {"row": against[0], "verdict": " ".join(match.group().split())}
            figures["told"] = " ".join(against[2].quote.split())[:120]
            yield Hit(
                "verdict-against-figures", figures, (subject.around(start, match), against[2]), unsure=True
            )


def main_indicators(subject: Subject) -> dict[str, str]:
    """The names of the main indicators by their folded form."""
    return {fold(i.name): i.name for i in subject.catalog if i.is_group}


def _rows(subject: Subject) -> Iterator[tuple[str, int, Span]]:
    """Rows of main indicators in tables that have a column of moves: which way each went."""
    names = main_indicators(subject)
    for _, grid in subject.grids:
        columns = [n for n, cell in enumerate(grid[0]) if _MOVE.search(subject.low(cell))]
        if len(columns) != 1:
            continue
        for row in grid[1:]:
            name = next((names[subject.low(c)] for c in row[:3] if subject.low(c) in names), None)
            way = _way(subject.low(row[columns[0]])) if name and columns[0] < len(row) else 0
            if name and way:
                yield name, way, subject.across(row)


def _way(words: str) -> int:
    match = _SIGNED.fullmatch(words)
    if match is None or not value(match[2] or match[4]):
        return 0
    return _RISES if match[1] == "+" or match[3] == "tăng" else _FALLS


_MOVED = re.compile(
    r"[^.;,\d]{0,20}(?<!\w)(?:(tăng)|(giảm))(?: từ)? (\d{1,3}(?:[.,]\d{1,3})?)(?= điểm| xuống| lên)"
)


def _sentences(subject: Subject) -> Iterator[tuple[str, int, Span]]:
    """ "Nhân lực số giảm 2,5 điểm": names of main indicators with the move behind them."""
    names = main_indicators(subject)
    for start, words in subject.prose:
        for name, shown in names.items():
            at = words.find(name)
            match = _MOVED.match(words, at + len(name)) if at >= 0 else None
            if match:
                way = _RISES if match[1] else _FALLS
                yield shown, way, subject.at(start + at, start + match.end())
