"""Ranks and groups aimed at: "top 10", "nhóm 15 tỉnh dẫn đầu", "xếp hạng thứ 20/63"; "nhóm khá"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_PLACES = r"(?:tỉnh|địa phương|thành phố|đơn vị|nước|quốc gia|bộ|huyện|sở)"
_LEAD = r"(?:dẫn đầu|đứng đầu|đầu|tốt nhất|cao nhất|hàng đầu)"
# "xếp hạng 19 sở, ban, ngành" ranks so many
_RANKED = r"\d|\s+(?:sở|ban|huyện|xã|phường|thị xã|cơ quan|doanh nghiệp|cơ sở|sản phẩm)(?!\w)"
_RANKS = re.compile(
    rf"(?:(?:top|tốp|tóp)\s*(?:đầu\s*)?(?P<a>\d{{1,3}})"
    rf"|nhóm\s+(?:các\s+)?(?P<b>\d{{1,3}})(?:\s*/\s*(?P<bt>\d{{1,3}}))?\s*{_PLACES}"
    rf"|(?:(?<!sắp )xếp|đứng|vị trí|vị thứ|thứ hạng|thứ bậc)\s*"
    rf"(?:(?:dưới|trên|trong) (?=hạng))?(?:hạng)?\s*(?:vị trí\s*)?(?:thứ\s*)?"
    rf"(?:từ\s+)?(?:thứ\s*)?(?P<c>\d{{1,3}})(?:\s*/\s*(?P<ct>\d{{1,3}}))?(?!\s*%)(?!{_RANKED})"
    rf"|(?<!\w)hạng\s+(?:thứ\s+)?(?P<e>\d{{1,3}})\s*/\s*(?P<et>\d{{1,3}})"
    rf"|\(\s*(?:xếp\s+)?hạng\s+(?:thứ\s+)?(?P<f>\d{{1,3}})(?=\s*[),;])"
    rf"|(?P<d>\d{{1,3}})(?:\s*/\s*(?P<dt>\d{{1,3}}))?\s+{_PLACES}"
    rf"(?:[,\s]+(?:thành phố|thành))?\s+(?:[^\W\d_]+\s+){{0,4}}?{_LEAD})"
)
_AFTER = re.compile(r"\s*(trở lên|trở xuống)")
_NUMERALS = {"nhất": 1, "nhì": 2, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "mười": 10}
_PLACE = r"(?:thứ )?(?:nhất|nhì|hai|ba|tư)"
_IN_WORDS = re.compile(  # "giữ hạng nhất hoặc nhì", "đứng thứ ba", "trong năm địa phương dẫn đầu"
    rf"(?<!\w)(?:(?:(?<!sắp )xếp|đứng|giữ|giữ vững|duy trì|vươn lên|lên|đạt|vào|ở)\s(?:ở\s)?(?:vị trí\s)?"
    rf"(?:hạng\s(?P<a>{_PLACE}(?:\s(?:hoặc|hay)\s(?:hạng\s)?{_PLACE})?)|thứ\s(?P<b>nhất|nhì|hai|ba|tư))"
    rf"|(?:trong|thuộc|vào)\s(?:nhóm\s|số\s)?(?P<c>hai|ba|bốn|năm|mười)\s{_PLACES}\s"
    rf"(?:[^\W\d_]+\s){{0,4}}?{_LEAD})(?!\w)(?!\s(?:trong tuần|hằng tuần|hàng tuần|mỗi tuần))"
)
_HONOURED = re.compile(  # "Huân chương Lao động hạng Ba", "đô thị đạt hạng nhất" grade and rank nothing
    r"(?:chương|danh hiệu|giải|bằng khen|đô thị|bệnh viện|di tích|khách sạn|công chứng|doanh nghiệp nhà nước)"
    r"[^.;\n]{0,40}$"
)
_GROUP = re.compile(
    r"(?:nhóm|mức|tốp|loại|thứ hạng|hạng)\s+(?:các\s+)?(?:tỉnh|địa phương|tỉnh, thành phố)?\s*"
    r"(?:có\s+(?:[^\W\d_]+\s+){0,6}?)?(trung bình khá|trung bình cao|khá cao|khá|dẫn đầu|tốt|cao|trung bình|"
    r"trên trung bình|đầu)\b"
)


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank aimed at; ``number`` is where its digits begin. Better is smaller, so the aim is ``le``."""

    start: int
    number: int
    end: int
    value: float
    total: float | None
    comparator: Literal["le"] = "le"


def find_ranks(low: str) -> list[Rank]:
    """Numeric ranks of a folded text."""
    found = []
    for match in _RANKS.finditer(low):
        name = next(n for n in "abcdef" if match[n])
        total = match[name + "t"] if name in "bcde" else None
        after = _AFTER.match(low, match.end())
        end = after.end() if after else match.end()
        found.append(
            Rank(match.start(), match.start(name), end, float(match[name]), float(total) if total else None)
        )
    return found


def ranks_in_words(low: str) -> list[Rank]:
    """Ranks whose number is a word, in a folded text; of "nhất hoặc nhì" the lower one is promised."""
    found = []
    for match in _IN_WORDS.finditer(low):
        name = next(n for n in "abc" if match[n])
        said = [_NUMERALS[w] for w in match[name].split() if w in _NUMERALS]
        if said and not _HONOURED.search(low, max(0, match.start() - 60), match.start()):
            found.append(Rank(match.start(), match.start(name), match.end(), float(max(said)), None))
    return found


def find_rank_groups(low: str) -> list[tuple[int, int]]:
    """Spans of groups named without a number ("nhóm khá", "nhóm trung bình khá") in a folded text."""
    return [match.span() for match in _GROUP.finditer(low)]
