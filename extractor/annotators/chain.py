"""The chain of values in a clause: which words belong to each, what it measures, its comparator and tier."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractor.annotators.aims import ONLY_AIMS, last_segment, trim_empty
from extractor.annotators.clause import Clause
from extractor.annotators.committed import starting_value
from extractor.annotators.drafts import TargetDraft
from extractor.annotators.indicators import clean_indicator
from extractor.annotators.quantities import Quantity
from extractor.annotators.tiers import tier_of, tier_pattern
from extractor.records import Comparator, Level
from extractor.vietnamese.forms import fold

_SEPARATOR = re.compile(r"\s*(?:,|;|\bvà\b|\bđồng thời\b|\btrong đó\b|\bcòn\b|\briêng\b|:|/(?=\s))\s*")
_CIRCUMSTANCE = re.compile(
    r"\s*(?:trở lên|so với|kế hoạch|theo|trong|vào|tại|ở|mức|trên|/|tổng|của|và|\(|đối với)(?!\w)"
)
_NOT_BEYOND = re.compile(r"không (?:để|được để|cho|được)\s[^,;.]*\b(?:vượt(?: quá)?|quá|trên)\s*$")
_SAYS_NO_MORE = re.compile(
    r"(?:trở lên|so với|kế hoạch|theo |trong |vào |tại |mức |thuộc nhóm|toàn quốc|cả nước)"
)
_PREDICATE = r"(?:được|có|đạt|sử dụng|tham gia|hoàn thành)"
_BARE_PREDICATE = re.compile(r"[\s,]*(?:và\s)?(?:được|có)\s[^\W\d_]")  # "…, được điền sẵn đạt 50%"
_NAMED = re.compile(
    r"(?:(?:nâng |tăng |đưa |giảm )?(?:tỷ lệ|tỉ lệ|số |tỷ trọng|mức |tổng )|phấn đấu|tổ chức|mỗi |tối thiểu|"
    r"ít nhất|trên|hơn)"
)


def read_chain(c: Clause, taken: Sequence[Quantity]) -> list[TargetDraft]:
    """A draft for each promised value of a clause, in order."""
    bounds = _bounds(c, taken)
    drafts: list[TargetDraft] = []
    head: tuple[int, int] | None = None
    inherited: Comparator | None = None
    for order, (q, span) in enumerate(zip(taken, bounds, strict=True)):
        gap = c.between(taken[order - 1].end, q.start) if order else ""
        if ";" in gap or "trong đó" in gap:
            inherited = None
        joined = order > 0 and taken[order - 1].unit == q.unit and re.search(r"\bvà\b", gap) is not None
        comparator, inherited = _comparator(c, q, inherited, joined=joined)
        indicator, head = _indicator(c, q, span, head)
        start, end = _quote(c, q, span, bounds[0][0] if order else None)
        drafts.append(
            TargetDraft(
                start, end, indicator, q, comparator, _level(c, q, span), (c.start, c.end), order,
                c.baselines, starting_value(c, q), ("khoảng",) if q.comparator == "approx" else (),
            )
        )  # fmt: skip
    return drafts


def _indicator(
    c: Clause, q: Quantity, span: tuple[int, int], head: tuple[int, int] | None
) -> tuple[str, tuple[int, int] | None]:
    """What is measured, and the head that later values of the chain share.

    The value's own words tell it: those before it ("Tỷ lệ X đạt N%"), those behind it ("N% X"), or
    both; a value without words of its own takes the head of the chain.
    """
    pre, post = (span[0], _begins(c, q, span[0])), (q.end, span[1])
    pre_low, post_low = c.between(*pre), c.between(*post)
    own_pre = trim_empty(tier_pattern().sub(" ", pre_low))
    own_post = trim_empty(tier_pattern().sub(" ", post_low))
    echoed = set(own_post.split()) <= set(own_pre.split())  # "Số tổ công nghệ số: 120 tổ"
    if (
        own_pre
        and own_post
        and not last_segment(pre_low)
        and not _CIRCUMSTANCE.match(post_low)
        and not echoed
    ):
        return _clean(c, *post), pre
    if own_pre:
        words = _joined(c, pre, post, bool(own_post) and not echoed)
        subject = _subject_of(_clean(c, *head)) if head and _BARE_PREDICATE.match(pre_low) else ""
        return f"{subject} {words}".strip(), head if subject and head else pre
    shared = _clean(c, *head) if head else ""
    # "450 doanh nghiệp, 3.000 tên miền": things counted one after the other share nothing
    predicate = re.match(rf"\s*(?:{_PREDICATE}|là)\b", post_low)
    counted = q.unit == "count" and head is not None and any(x.end == head[0] for x in c.quantities)
    if inner := _counted_things(c, q):  # "từ 03 nền tảng trở lên có X"
        verb = re.match(r"\s*(?:có|được)\s", post_low)
        tail = c.text[post[0] : post[1]].strip(" ,;:.") if verb else _clean(c, *post)
        return f"{inner} {'' if _CIRCUMSTANCE.match(post_low) else tail}".strip(), post
    if head is None or (own_post and not predicate and (counted or not _short_scope(post_low, shared))):
        return _clean(c, *post) or shared or _clean(c, *span), post if own_post else head
    return f"{_head_for(shared, post_low)} {_clean(c, *post) if own_post else ''}".strip(), head


_UPWARDS = re.compile(r"\d[\d.,]*\s?%?\s(?P<things>[^\W\d_][^,;\d]{1,60}?)\s(?:trở lên|trở xuống)\s*$")


def _counted_things(c: Clause, q: Quantity) -> str:
    """The things between a number and its "trở lên"; empty where there are none."""
    counted = q.unit in {"count", "percent"}
    match = _UPWARDS.fullmatch(c.text[q.number : q.end]) if counted else None
    return match["things"] if match else ""


def _subject_of(words: str) -> str:
    """What stands before the predicate: the "dịch vụ công" of "dịch vụ công có phát sinh hồ sơ"."""
    cut = re.search(rf"\s{_PREDICATE}\b", fold(words))
    return words[: cut.start()] if cut else ""


def _begins(c: Clause, q: Quantity, floor: int) -> int:
    """Where a value's phrase begins: "… tăng từ 20% lên 55%" does so at "tăng"."""
    previous = starting_value(c, q)
    if previous is None or previous.start < floor:
        return q.start
    rise = re.search(r"\s(?:tăng|giảm)\s*$", c.between(floor, previous.start))
    return floor + rise.start() if rise else previous.start


def _bounds(c: Clause, taken: Sequence[Quantity]) -> list[tuple[int, int]]:
    """For each value the span of words that belong to it."""
    edges = [c.start]
    for a, b in pairwise(taken):
        edges.append(_boundary(c, a, b, edges[-1]))
    edges.append(c.end)
    return list(pairwise(edges))


_CLASS = (
    r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|đặc khu|thôn|bản|ấp|khóm|tổ dân phố|khu phố|buôn|xóm)"
)
_CLASS_ENDS, _CLASS_BEGINS = re.compile(rf"(?<!\w){_CLASS}$"), re.compile(rf"{_CLASS}(?!\w)")


def _in_list(low: str, mark: re.Match[str]) -> bool:
    """Whether a comma stands inside "xã, phường, thị trấn", which counts as one."""
    before = low[max(0, mark.start() - 12) : mark.start()]
    return bool(_CLASS_ENDS.search(before) and _CLASS_BEGINS.match(low, mark.end()))


def _boundary(c: Clause, a: Quantity, b: Quantity, left: int) -> int:
    """Where the words of ``a`` end and those of ``b`` begin."""
    gap_start, gap_end = a.end - c.start, b.start - c.start
    marks = [
        m for m in _SEPARATOR.finditer(c.low, gap_start, max(gap_end, gap_start)) if not _in_list(c.low, m)
    ]
    opened = c.text.rfind("(", a.end, b.start)
    if opened >= 0 and ")" not in c.text[opened : b.start]:
        return opened
    if not marks:
        return b.start
    hard = [m for m in marks if ";" in m.group()]
    if hard:
        return c.start + hard[0].end()
    value_first = not last_segment(c.low[left - c.start : a.start - c.start])
    direct = ONLY_AIMS.fullmatch(c.low[marks[-1].end() : gap_end])
    if direct:
        return c.start + _start_of_aims(c, marks, gap_end)
    if not value_first:
        return c.start + marks[0].end()
    named = [m for m in marks if _NAMED.match(c.low, m.end())]
    return c.start + (named[0] if named else marks[-1]).end()


def _start_of_aims(c: Clause, marks: list[re.Match[str]], gap_end: int) -> int:
    """The first mark from which only words of aim lead to the next value."""
    for mark in marks:
        if ONLY_AIMS.fullmatch(c.low[mark.end() : gap_end]):
            return mark.end()
    return marks[-1].end()


def _comparator(
    c: Clause, q: Quantity, inherited: Comparator | None, *, joined: bool
) -> tuple[Comparator, Comparator | None]:
    """The comparator of a value, and the one that it hands on to the values joined to it."""
    printed = q.comparator
    if _NOT_BEYOND.search(c.low[: q.number - c.start]):
        return "le", "le"
    exceeded = re.search(r"đạt và vượt\s*$|đạt, vượt\s*$", c.low[: q.number - c.start])
    if exceeded:
        return "ge", "ge"
    whole = printed == "gt" and q.unit == "percent" and q.value == 100  # "trên 100% máy chủ": on all of them
    if printed == "approx" or printed == "eq" or whole:
        return "eq", None
    if printed:
        return printed, printed
    if q.value_to is not None and q.unit != "rank":
        return "ge", None
    before = c.low[max(0, q.start - c.start - 30) : q.start - c.start]
    if (
        inherited
        and (q.unit in {"percent", "mbps"} or joined)
        and (q.unit != "percent" or q.value != 100)
        and not re.search(r"(?:đạt|phấn đấu|là)\s*$|(?<!\w)riêng\s", before)
    ):
        return inherited, inherited
    return "eq", None


def _short_scope(post_low: str, head_text: str) -> bool:
    """ "phủ trên 80% hộ gia đình, 100% xã": a bare scope after a head with a verb of its own."""
    words = post_low.split()
    return (
        0 < len(words) <= 4
        and bool(head_text)
        and not re.search(r"\b(?:được|có|sử dụng|tham gia)\b", post_low)
    )


def _head_for(head_text: str, post_low: str) -> str:
    if re.match(rf"\s*{_PREDICATE}\b", post_low):
        cut = re.search(rf"\s{_PREDICATE}\b", fold(head_text))
        return head_text[: cut.start()] if cut else head_text
    return head_text


def _joined(c: Clause, pre: tuple[int, int], post: tuple[int, int], has_post: bool) -> str:
    head = _clean(c, *pre)
    tail = _clean(c, *post) if has_post else ""
    low = fold(tail)
    if not tail or low == "so" or _SAYS_NO_MORE.match(low):  # "so" is left of "so với năm 2023"
        return head
    return f"{head} {tail}".strip()


def _clean(c: Clause, start: int, end: int) -> str:
    """The words of a span without brackets of past values and without aims around them."""
    piece = c.text[start:end]
    for a, b in c.baselines:
        if start <= a < end:
            piece = piece[: a - start] + piece[b - start :]
    return clean_indicator(piece) if piece.strip(" ,;.:") else ""


def _level(c: Clause, q: Quantity, span: tuple[int, int]) -> Level | None:
    """The tier that a value is limited to, by the words around it."""
    if q.unit == "rank":
        return None  # "chỉ số cấp tỉnh trong top 15": the index has a tier, the aim none
    pre_low, post_low = c.between(span[0], q.start), c.between(q.end, span[1])
    pre_low = re.split(r"\b(?:phối hợp|chủ trì)\b", pre_low)[-1]  # who acts limits nothing
    found = {t for t in map(tier_of, (post_low, pre_low)) if t}
    if len(found) == 1:
        return found.pop()
    return tier_of(post_low[:40]) if len(found) > 1 else None


def _quote(c: Clause, q: Quantity, span: tuple[int, int], chain: int | None) -> tuple[int, int]:
    """The clause with the commitment: own words, or from the chain's start where the head is shared."""
    start, end = span
    own = trim_empty(tier_pattern().sub(" ", c.between(start, q.start)))
    after = trim_empty(c.between(q.end, end))
    if chain is not None and not own and len(after.split()) <= 4:
        start = chain
    spans = [s for s in c.baselines if s[0] >= q.end]
    if spans and not re.search(r"\w", c.text[spans[-1][1] : end]):
        end = min(end, spans[0][0])
    while start < end and c.text[start] in " -–+*•,;:\n":
        start += 1
    joined = re.match(r"(?:và|đồng thời)\s", c.after(start))
    start += joined.end() if joined else 0
    while end > start and (c.text[end - 1] in " ,;:(" or c.before(end).endswith(" và")):
        end -= 2 if c.before(end).endswith(" và") else 1
    return start, max(end, q.end)
