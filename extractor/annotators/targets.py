"""Targets in a span of text: one draft for each commitment, with what it measures, value and scope.

A sentence is read as a chain of quantities. Each takes the words between the boundaries around it; a
quantity without words of its own ("…, 40% tại cấp huyện và 30% tại cấp xã") shares the head of the chain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.annotators.brackets import with_brackets
from extractor.annotators.chain import read_chain
from extractor.annotators.clause import Clause, read_clause
from extractor.annotators.clauses import sentences
from extractor.annotators.committed import committed
from extractor.annotators.drafts import Mode, TargetDraft
from extractor.annotators.indicators import head_noun_end, split_subjects, trim_tail
from extractor.annotators.quantities import Quantity
from extractor.annotators.shared_heads import share_heads
from extractor.annotators.shared_tiers import for_tier, share_tiers
from extractor.annotators.subjects import measured_words
from extractor.annotators.tiers import tier_pattern, tiers
from extractor.records import Level
from extractor.vietnamese.forms import fold

_TREND = re.compile(
    r",?\s*(?:và\s+)?((?:mỗi năm|hằng năm|hàng năm|các năm tiếp theo|những năm tiếp theo|các năm sau)\b[^,;]*"
    r"(?:tăng|cao hơn|giảm|duy trì|cải thiện)[^,;]*|tăng dần[^,;]*)"
)
_ANAPHORA = re.compile(
    r"(?:[\s,;:.]|(?:các )?(?:con số|tỷ lệ|tỉ lệ|chỉ tiêu|chỉ số|mục tiêu) (?:này|trên|đó)|đạt|trên|"
    r"tối thiểu|đến|năm|20\d\d|"
    r"tương ứng|phấn đấu|hết|giai đoạn|-|\d+(?:[.,]\d+)?\s*%)*"
)
_TIER_LEVELS: dict[str, Level] = {"tỉnh": "province", "huyện": "district", "xã": "commune"}
_TIER_NAMES = r"cấp (?P<first>tỉnh|huyện)(?:,| và) (?:cấp )?(?P<second>huyện|xã)"
_TIER_PAIR = re.compile(rf"\s*(?:trở lên )?(?:đối với|tại|ở|cho) {_TIER_NAMES}(?!\w)(?! cấp| và xã)")
_TIER_PAIR_FIRST = re.compile(rf"(?:^|[\s,;:]){_TIER_NAMES}\s(?:là|đạt|phấn đấu|:)?[\s:]*$")
_BARE_SUBJECT = re.compile(
    r"\s+(?P<subject>[^\W\d_]+(?:\s[^\W\d_]+){0,3}?)\s*(?:,|,?\svà)\s*(?!trong đó\s)(?:[^\W\d_]+\s){0,3}"
)
_PREDICATE = re.compile(r"(?:có|được|sử dụng|tham gia)\s+[^\W\d_]")


def find_targets(
    text: str, span: tuple[int, int], quantities: Sequence[Quantity], mode: Mode, plan_year: int | None
) -> list[TargetDraft]:
    """Targets within ``span`` of ``text``. ``quantities`` are those of the whole text, in order.

    ``mode`` says what kind of place it is: a line of goals, a target cell, a task, or other prose.
    """
    drafts: list[TargetDraft] = []
    for start, end in sentences(text, *span):
        head = drafts[-1].indicator if drafts else ""
        for draft in _read(read_clause(text, (start, end), quantities, mode, plan_year)):
            draft = _with_last_subject(text, (start, end), drafts, measured_words(text, draft))
            words = tier_pattern().sub(" ", fold(draft.indicator))  # "con số này", or tiers alone
            again = head and _ANAPHORA.fullmatch(words)
            drafts.append(replace(draft, indicator=for_tier(head, draft.level)) if again else draft)
            if draft.order == 0 and not again:
                head = draft.indicator  # what later values of its own sentence go back to
        drafts += _elliptic(text, (start, end), drafts)
    return with_brackets(text, span, drafts, plan_year)


def _read(c: Clause) -> list[TargetDraft]:
    """Drafts of one clause: a chain of values, lists split into members, and trends behind them."""
    taken = committed(c)
    if not taken:
        return []
    chain = share_heads(c, _shared_field(_shared_predicate(c, share_tiers(read_chain(c, taken)))))
    drafts = [part for draft in chain for part in _split(c, draft)]
    drafts = [part for draft in _respectively(c, drafts) for part in _each_tier(c, draft)]
    return [*drafts, *_trend(c, drafts)]


def _shared_predicate(c: Clause, drafts: list[TargetDraft]) -> list[TargetDraft]:
    """ "90% máy chủ và 80% máy trạm cài X": a bare subject shares the predicate of the next one."""
    for n in range(len(drafts) - 2, -1, -1):
        own, after = drafts[n], drafts[n + 1]
        if own.quantity is None or after.quantity is None or own.quantity.unit != after.quantity.unit:
            continue
        gap = _BARE_SUBJECT.fullmatch(c.between(own.quantity.end, after.quantity.start))
        end = head_noun_end(after.indicator)
        subject = fold(own.indicator).strip()
        if not gap or end is None or gap["subject"] != subject or head_noun_end(own.indicator) is not None:
            continue
        if 0 < len(after.indicator[:end].split()) <= 4:
            drafts[n] = replace(own, indicator=own.indicator + after.indicator[end:])
    return drafts


_FIELD = (
    r"(?:chuyển đổi số|an toàn(?:,? an ninh)? thông tin(?: mạng)?|(?:chính quyền|kinh tế|xã hội|kỹ năng) số)"
)
_ENDS_IN_FIELD = re.compile(rf"(?P<head>.+?\s){_FIELD}$")
_ONLY_FIELD = re.compile(
    rf"(?:(?:về|cho|làm)\s)*(?P<field>{_FIELD})(?:\s(?:chiếm|tổng số|trên tổng số|so với tổng số))*"
)


def _shared_field(drafts: list[TargetDraft]) -> list[TargetDraft]:
    """ "Công chức làm về chuyển đổi số chiếm 4% và an toàn thông tin chiếm 2%": the field alone changes."""
    for n in range(1, len(drafts)):
        above, own = drafts[n - 1], drafts[n]
        field, head = (
            _ONLY_FIELD.fullmatch(fold(own.indicator)),
            _ENDS_IN_FIELD.fullmatch(fold(above.indicator)),
        )
        if field and head and above.quantity and own.quantity and above.quantity.unit == own.quantity.unit:
            words = above.indicator[: head.end("head")] + own.indicator[slice(*field.span("field"))]
            drafts[n] = replace(own, indicator=words)
    return drafts


def _elliptic(text: str, clause: tuple[int, int], drafts: Sequence[TargetDraft]) -> list[TargetDraft]:
    """ "100% A và B có X; có Y": a clause with a predicate alone goes on with the last subject and value."""
    start, end = clause
    low = fold(text[start:end])
    last = drafts[-1] if drafts else None
    if last is None or last.quantity is None or last.quantity.unit != "percent" or re.search(r"\d", low):
        return []
    if not _PREDICATE.match(low) or last.sentence[1] + 3 < start or ";" not in text[last.sentence[1] : start]:
        return []
    subject = re.search(r"\s(?:có|được|sử dụng|tham gia)\s", fold(last.indicator))
    if not subject:
        return []
    words = f"{last.indicator[: subject.start()]} {text[start:end].strip(' .;,')}"
    return [
        replace(last, indicator=words, end=start + len(text[start:end].rstrip(" .;,")), order=last.order + 1)
    ]


_OPENS_WITH_PREDICATE = re.compile(r"(?:và\s)?(?:có|được|sử dụng|tham gia)\s[^\W\d_]")


def _with_last_subject(
    text: str, clause: tuple[int, int], drafts: Sequence[TargetDraft], draft: TargetDraft
) -> TargetDraft:
    """ "Tỷ lệ hộ có A trên 85%; có B trên 70%": a clause with a predicate and a value of its own."""
    start, q = clause[0], draft.quantity
    last = drafts[-1] if drafts else None
    if last is None or q is None or last.unit != q.unit or draft.order or q.start - start < 8:
        return draft
    if ";" not in text[last.sentence[1] : start] or last.sentence[1] + 3 < start:
        return draft
    subject = re.search(r"\s(?:có|được|sử dụng|tham gia)\s", fold(last.indicator))
    if subject is None or not _OPENS_WITH_PREDICATE.match(fold(text[start : q.start])):
        return draft
    words = text[start : trim_tail(text, start, q.start)].strip(" ,;:.")
    return replace(draft, indicator=f"{last.indicator[: subject.start()]} {words}")


def _respectively(c: Clause, drafts: list[TargetDraft]) -> list[TargetDraft]:
    """ "tại cấp tỉnh, cấp huyện, cấp xã lần lượt là 90%; 85%; 80%": one tier for each value, in order."""
    cue = re.search(r"lần lượt|tương ứng", c.low)
    if not cue or len(drafts) < 2:
        return drafts
    named = list(tier_pattern().finditer(c.low[: cue.start()]))
    if len(named) < len(drafts):
        return drafts
    levels = [tiers()[m[1]] for m in named[-len(drafts) :]]
    return [replace(d, level=level) for d, level in zip(drafts, levels, strict=True)]


def _each_tier(c: Clause, draft: TargetDraft) -> list[TargetDraft]:
    """ "từ 60% đối với cấp huyện và cấp xã": one value for each of the tiers joined."""
    q = draft.quantity
    if q is None or q.unit != "percent" or draft.level is not None:
        return [draft]
    near = _TIER_PAIR.match(c.after(q.end)) or _TIER_PAIR_FIRST.search(c.before(q.start))
    if not near:
        return [draft]
    rest = re.sub(_TIER_NAMES, " ", draft.indicator, flags=re.IGNORECASE).strip()
    levels = [_TIER_LEVELS[near["first"]], _TIER_LEVELS[near["second"]]]
    return [replace(draft, level=level, indicator=rest or draft.indicator) for level in levels]


def _split(c: Clause, draft: TargetDraft) -> list[TargetDraft]:
    """One draft for each member of a list of which the value holds."""
    q = draft.quantity
    if q is None or q.unit not in {"percent", "vnd"}:
        return [draft]
    if q.unit == "vnd":
        return _split_each(c, draft, q)
    if fold(draft.indicator).startswith(("tỷ trọng", "mức")):
        return [draft]
    phrases = [p for s in split_subjects(draft.indicator) for p in split_predicates(s)]
    return [replace(draft, indicator=p) for p in phrases]


def _split_each(c: Clause, draft: TargetDraft, q: Quantity) -> list[TargetDraft]:
    """ "2 tỷ/1 nội dung (A, B, C)": one for each thing listed."""
    match = re.match(
        r"\s*/\s*0?1?\s*(?:mỗi\s*)?(?:nội dung|hạng mục|nhiệm vụ|lĩnh vực)\s*\(([^()]+)\)",
        c.text[q.end : c.end],
    )
    if not match:
        return [draft]
    start = q.end + match.start(1)
    members = _listed(c.text[start : q.end + match.end(1)])
    return [replace(draft, indicator=m, end=q.end + match.end()) for m in members]


def _trend(c: Clause, drafts: Sequence[TargetDraft]) -> list[TargetDraft]:
    """A further state in the same line: "…, mỗi năm tiếp tục tăng cao hơn"."""
    if c.mode not in {"goal", "cell"} or not drafts or drafts[-1].quantity is None:
        return []
    match = _TREND.search(c.low, drafts[-1].quantity.end - c.start)
    if not match:
        return []
    start, end = c.start + match.start(1), c.start + match.end(1)
    end = start + len(c.text[start:end].rstrip(" .("))
    return [TargetDraft(start, end, drafts[-1].indicator, None, None, None, (c.start, c.end),
                        len(drafts), c.baselines)]  # fmt: skip


def split_predicates(phrase: str) -> list[str]:
    """ "A có X; có Y": the subject with each of its predicates. (Joined by ";" or by ", có".)"""
    match = re.fullmatch(r"(?P<s>.+?)\s(?P<a>có\s[^;]+);\s(?P<b>có\s[^;]+)", phrase)
    return [f"{match['s']} {match['a']}", f"{match['s']} {match['b']}"] if match else [phrase]


def _listed(text: str) -> list[str]:
    """Members of an enumeration in brackets; "tập huấn, đào tạo" (two verbs of one thing) stays one."""
    pieces = [p.strip() for p in re.split(r"[,;]", text) if p.strip()]
    members: list[str] = []
    for piece in pieces:
        if members and len(members[-1].split()) <= 2:
            members[-1] = f"{members[-1]}, {piece}"
        else:
            members.append(piece)
    return members
