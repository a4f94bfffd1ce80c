"""The names of results: what a value measures, without who reports it and the verbs of reporting."""

from __future__ import annotations

import re

from extractor.annotators.clause import Clause
from extractor.annotators.indicators import clean_indicator
from extractor.annotators.quantities import Quantity
from extractor.annotators.tiers import tier_pattern
from extractor.vietnamese.forms import fold

_SAYS = re.compile(
    r"^(?:(?:toàn )?(?:tỉnh|huyện|xã|thành phố|thị xã|phường|quận)(?: (?:đã|đang|hiện))?(?: có)?\s|"
    r"(?:ubnd|ủy ban nhân dân) (?:tỉnh|huyện|xã|thành phố|thị xã|phường)\s(?:đã\s)?|"
    r"(?:đã|mới|hiện|ước|đang|kết quả|cụ thể|trong đó|qua đó|theo đó|còn lại|lũy kế|toàn địa bàn|"
    r"trên địa bàn "
    r"(?:tỉnh|huyện|xã|thành phố))[\s,:]+(?!\s*$))+"
)
_ENDS = re.compile(
    r"(?:\s+(?:đã|mới|ước|(?<!thực )hiện|chỉ|đạt được|cụ thể|ước đạt|mới đạt|đều|hiện có|cho|với|tại|của|"
    r"trong|"
    r"tăng|giảm|lên|còn|"
    r"xếp|đứng|thu hút|cho các))+$"
)
_PLANNED = re.compile(  # "…: KH 50%, TH 55%": what only leads to the two numbers
    r"\s*[:,;(-]\s*(?:kế hoạch|kh|mục tiêu|chỉ tiêu)(?:\s(?:năm|giao|"
    r"đề ra))*\s*[,;:/-]?\s*(?:thực(?:\shiện)?|th|kết quả|đạt)?"
    r"\s*:?\s*$",
    re.IGNORECASE,
)
_LEADS = re.compile(r"(?:cụ thể|như sau|trong đó|kết quả|gồm|bao gồm|số liệu|cụ thể là|như|là)\s*:\s*$")


def name_of(c: Clause, words: str, q: Quantity, whole: str, *, first: bool) -> str:
    """What is measured: by its label, its own noun, or the ``words`` that the chain gives.

    ``c`` is the clause without what is set aside, ``whole`` its text as printed; ``first`` says that no
    other number stands before.
    """
    words = _labelled(c, q, first=first) or _own_noun(c, q) or words
    words = re.sub(r"\(\s*\)", " ", words)
    words = " ".join(words.replace(" ,", ",").split()).strip(" ,;:.-()")
    match = _SAYS.match(fold(words))
    if match and match.group().strip() in c.low[: q.start] and len(words) - match.end() > 3:
        words = words[match.end() :]
    words = re.sub(r"\s*:\s*(?:kết quả|thực hiện|đến nay)$", "", words, flags=re.IGNORECASE)
    words = _PLANNED.sub("", words)
    tail = _ENDS.search(fold(words))
    words = words[: tail.start()] if tail else words
    return clean_indicator(words) or clean_indicator(whole) or words


def _labelled(c: Clause, q: Quantity, *, first: bool) -> str:
    """ "Số hộ lên sàn: 1.250 hộ": the label tells more than the noun behind the number."""
    before = c.text[: q.start].rstrip()
    if not (first and before.endswith(":")) or _LEADS.search(fold(before)) or ";" in before:
        return ""
    words = clean_indicator(before)
    plain = tier_pattern().sub(" ", fold(words))
    return words if len(plain.split()) >= 2 else ""


def _own_noun(c: Clause, q: Quantity) -> str:
    """ "…, 4.190 hồ sơ trực tiếp": a later count with a noun of its own shares nothing with the first."""
    if q.unit != "count" or q.bare:
        return ""
    led = re.split(r"[,;:(]|\bvà\b|trong đó(?: có)?|\bcó\b", c.low[: q.start])
    if len(led) < 2 or re.search(r"\w", led[-1]):
        return ""
    rest = re.match(r"[^,;:()\d]*", c.text[q.end :])
    words = clean_indicator(rest.group()) if rest else ""
    return words if len(words.split()) >= 2 else ""


_HEADLESS = re.compile(r"(?:tỷ lệ(?: này)?|đạt|trong đó|số|có|là|con số này|tổng số|tại|ở|[\s,;:.%]|năm|\d)*")


_NOTHING = re.compile(r"(?:kết quả|thực hiện|đạt|đến nay|hiện nay|ước|tỷ lệ|là|được|[\s,;:.%\d])*")


def speaks_of_nothing(name: str) -> bool:
    """A name that only says that something is a result."""
    return bool(_NOTHING.fullmatch(fold(name)))


def shared_name(own: str, head: str) -> str:
    """ "Có 214 doanh nghiệp công nghệ số; năm 2023 có 305 doanh nghiệp": the full name is the first."""
    low, known = fold(own), fold(head)
    if tier_pattern().search(low) and _HEADLESS.fullmatch(tier_pattern().sub(" ", low)):
        return without_tier(head)  # "…; cấp huyện đạt 48,1%"
    shortened = (
        known.startswith((low, f"số {low}", f"số lượng {low}", f"tổng số {low}"))
        and len(low.split()) <= 3
        and len(known) > len(low)
    )
    return head if _HEADLESS.fullmatch(low) or shortened else own


def without_tier(words: str) -> str:
    """ "Tỷ lệ thanh toán trực tuyến cấp tỉnh" -> what is measured at every tier."""
    match = tier_pattern().search(fold(words))
    if match is None:
        return words
    rest = clean_indicator(words[: match.start()]) if match.start() > 3 else ""
    return re.sub(r"\s+(?:tại|ở|của|đối với)$", "", rest) or words
