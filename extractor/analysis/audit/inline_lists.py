"""A number of things announced before a list that runs on in the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.listed import NUMBER_WORDS, read_number
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_WORDS = [word for word, number in NUMBER_WORDS.items() if number > 2]
_LIST = re.compile(
    r"(?<![\w.,/])(?<!trong )(?<!hàng )(?<!hằng )(?<!mỗi )(?<!của )(?<!cuối )(?<!đầu )"
    rf"(0?[3-9]|1\d|{'|'.join(_WORDS)}) "
    r"((?:nhóm )?(?:nhóm|chỉ số|văn bản|nội dung|nhiệm vụ|giải pháp|lĩnh vực|nền tảng|chương trình|"
    r"trọng tâm|trụ cột|khâu|mục tiêu|hệ thống|cơ sở dữ liệu|mô hình|ứng dụng|kế hoạch|dự án)(?!\w))"
    r"[^.:;()\d]{0,80}?(?:,? (?:bao )?gồm(?: có)?| là| như sau| sau đây|)\s?:\s"
    r"(?P<items>[^.:()\n\d]{10,500})(?:\.(?=\s|$)|$)"
)
_RUNS = sign(_LIST, needs=(":",))
_PLACES = re.compile(
    r"(?<![\w.,/])(?P<some>\d{1,2})/(?P<all>\d{1,3}) (?P<noun>"
    r"(?:huyện|quận|thị xã|xã|phường|sở|đơn vị|cơ quan|địa phương|trường|bệnh viện|trạm y tế|thôn|ấp|bản)"
    r"(?!\w)(?:(?:, | và )(?:huyện|quận|thị xã|thành phố|thị trấn|phường|đặc khu|ban|ngành))*)"
    r"[^.:;()\d]{0,120}?(?:,? (?:bao )?gồm(?: có)?\s?:?|\s?:|\s?\()\s*(?P<items>[^.:;()\n\d]{8,400})"
    r"(?:\)|[.;](?=\s|$)|$)"
)
_TOLD_PLACES = sign(_PLACES, needs=("/", "gồm")) | sign(_PLACES, needs=("/", ":")) | sign(
    _PLACES, needs=("/", "(")
)  # fmt: skip
_MORE = re.compile(
    r"\.\.|…|v\.v|(?<!\w)(?:trong đó|tiêu biểu|như(?! sau)|các|và một số|khác|với|nhất là|nổi bật)(?!\w)"
)
_LONGEST_NAME = 8
_BODIES = re.compile(r"(?<!\w)(?:Sở|Bộ|Ban|Ủy ban|UBND|Phòng|Hội|Trung tâm|Công an)(?!\w)")


def lists(subject: Subject) -> Iterator[Hit]:
    """ "chọn năm nhóm chỉ số, gồm: A, B, C và D.": five announced, four named."""
    for start, words in subject.telling(_RUNS):
        for match in _LIST.finditer(words):
            items = match["items"]
            if _MORE.search(words, match.end(2), match.end("items")) or _MORE.match(words, match.end()):
                continue
            at = start + match.start("items")
            counted = _counts(subject.text[at : at + len(items)])
            declared = read_number(match[1])
            if not counted or declared in counted or not 0.5 <= max(counted) / declared <= 1.5:
                continue
            figures: dict[str, Figure] = {"noun": match[2], "declared": declared, "listed": max(counted)}
            yield Hit("list-count", figures, (subject.around(start, match),))


_KIND = re.compile(
    r"(?:(?:các |UBND )?(?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu|Sở|trường|thôn|ấp|bản)"
    r"(?: (?:huyện|thị xã|thành phố|Mầm non|Tiểu học))?|TP\.?|TX\.?) (?=[^\W\da-zà-ỹ])"
)


def places(subject: Subject) -> Iterator[Hit]:
    """ "04/08 huyện, thị xã, thành phố …, gồm: A, B, C, D và E": four announced, five named."""
    for start, words in subject.telling(_TOLD_PLACES):
        for match in _PLACES.finditer(words):
            if _MORE.search(words, match.end("noun"), match.end("items")) or _MORE.match(words, match.end()):
                continue
            at = start + match.start("items")
            counted = _names(subject.text[at : at + len(match["items"])])
            declared = int(match["some"])
            near = counted is not None and abs(counted - declared) <= max(2, 0.3 * declared)
            if counted is None or counted == declared or not near or declared > int(match["all"]):
                continue
            figures: dict[str, Figure] = {"noun": match["noun"], "declared": declared, "listed": counted}
            yield Hit("list-count", figures, (subject.around(start, match),))


def _names(items: str) -> int | None:
    """How many names of places a list holds; None where an item is none, or may be two."""
    parts = [part for piece in items.split(",") for part in piece.split(" và ")]
    names = [_KIND.sub("", part.strip(), count=1) for part in parts]
    plain = all(name[:1].isupper() and len(name.split()) <= _SHORT_NAME for name in names)
    capitals = all(word[:1].isupper() for name in names for word in name.split())
    return len(names) if plain and capitals and len(names) > 2 else None


_SHORT_NAME = 4


def _counts(items: str) -> set[int]:
    """How many names a list holds, by each way to read its "và"; empty where commas may stand in names."""
    if ";" in items:
        parts = [part for part in items.split(";") if part.strip()]
        last = parts[-1].count(" và ")
        return {len(parts), len(parts) + last} if len(parts) > 1 else set()
    names = [name.strip() for name in items.split(",")]
    tail = names[-1].rsplit(" và ", 1)
    whole = [*names[:-1], *(part.strip() for part in tail)]
    if len(tail) < 2 or len(whole) < 3 or _BODIES.search(items):
        return set()
    # names of a fixed list begin with a capital; one that does not may belong to the name before it
    if any(not name[:1].isupper() or len(name.split()) > _LONGEST_NAME for name in whole):
        return set()
    return {len(names), *range(len(whole), len(names) + items.count(" và ") + 1)}
