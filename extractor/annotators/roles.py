"""Roles of the units that a sentence names: who leads, who supports, who only receives or approves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractor import gazetteers
from extractor.annotators.units import UnitMention, find_units, split_units
from extractor.vietnamese.forms import fold


@dataclass(frozen=True, slots=True)
class Roles:
    """Units by role, in order of mention."""

    lead: tuple[UnitMention, ...] = ()
    supporting: tuple[UnitMention, ...] = ()
    monitoring: tuple[UnitMention, ...] = ()


_LIST_GAP = re.compile(
    r"\s*(?:[,;&/]|và|cùng|cùng với|với|hoặc|;\s*và|,\s*và|\([^()]{0,120}\)\s*[,;]?\s*(?:và)?)?\s*(?:với\s+)?"
)
_SUPPORT = re.compile(
    r"phối hợp(?:,? (?:chặt chẽ|đồng bộ|thường xuyên|hướng dẫn|thực hiện|triển khai|tham mưu|"
    r"hỗ trợ))?(?:,? (?:với|cùng|cùng với|và))*\s*:?\s*"
)
_IS_LEAD = re.compile(
    r"(?:cơ quan|đơn vị|bộ phận)(?: được giao)? (?:chủ trì|đầu mối|chịu trách nhiệm|thường trực) là\s+$"
)
_JOINED = re.compile(  # "Sở A chịu trách nhiệm chính, cùng với Sở B", "với sự tham gia của Sở B"
    r"(?:(?:chủ trì|đầu mối|chịu trách nhiệm(?: chính)?|phụ trách)[^.;]{0,20}?,\s*cùng(?: với)?|"
    r"với sự (?:tham gia|phối hợp|hỗ trợ)(?: phối hợp)? của|có sự (?:tham gia|phối hợp) của)\s+"
)
_AND_WITH = re.compile(r"phối hợp(?: chặt chẽ)? với [^.;]{4,120}?,\s*với\s+")
_HELPING = re.compile(  # "(Sở A thực hiện; Sở B phối hợp)"
    r"\s*(?:cùng\s+)?phối hợp(?:\s+(?:thực hiện|triển khai|tổ chức thực hiện))?\s*(?=[;),.]|$)"
)
_BESIDE_LEAD = re.compile(r"\s*(?:cùng\s+)?phối hợp\s+(?!(?:chặt chẽ |đồng bộ )?(?:với|cùng)\b)[^\W\d_]")
_LEADS = re.compile(r"\b(?:chủ trì|đầu mối|chịu trách nhiệm|phụ trách)\b")
_LEAD_IN = re.compile(
    r"(?:[\s\-–+*•\d.)(:“\"]|(?:giao|giao cho|đề nghị|yêu cầu|khuyến khích|kêu gọi|trách nhiệm|ngoài ra|"
    r"riêng|đồng thời|định kỳ|hằng năm|"
    r"hàng năm|căn cứ [^;:]{5,260}?[,;:]|trên cơ sở [^;:]{5,200}?[,;:]|trong quá trình [^;:]{5,160}?[,;:]|"
    r"để [^;:]{5,120}?,|"
    r"đối với|các|một số|tiếp tục|định kỳ[^,]{0,40},)(?=\s))*\s*$"
)
_AFTER_LEAD = re.compile(
    r"\s*(?:\([^()]{0,160}\)\s*)?,?\s*(?:(?:tỉnh|huyện|thành phố|thuộc tỉnh|trên địa bàn(?: tỉnh)?|"
    r"theo (?:chức năng|nhiệm vụ|thẩm quyền)[^,;.]{0,60},?|"
    r"trong phạm vi[^,;.]{0,60},?|căn cứ[^,;.]{0,120},)\s+)?"
    r"(?:(?:đồng |cùng )?chủ trì|chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|là (?:cơ quan|đơn vị|đầu mối)|"
    r"làm đầu mối|"
    r"được (?:ubnd (?:tỉnh|huyện) )?giao|"
    r"phụ trách|thực hiện|triển khai)"
)
_GIVEN = re.compile(r"(?:giao|giao cho|do|yêu cầu|đề nghị|phân công|giao nhiệm vụ cho)\s+(?:cho\s+)?$")
_BY_A_PERSON = re.compile(r"(?:chủ tịch|bí thư|phó chủ tịch|trưởng ban|người đứng đầu)\s")
_CHARGED = re.compile(r"\s*,?\s*(?:chủ trì|chịu trách nhiệm|phụ trách|thực hiện|triển khai|làm đầu mối)")
_THING_GIVEN = re.compile(  # "chỉ số 8.4 giao Sở X": nothing need follow
    r"(?:^|[.;]\s+)(?:các )?(?:chỉ số|chỉ tiêu|mã)\s[^;]{1,120}?\s(?:giao|giao cho|do|"
    r"phân công)\s+(?:cho\s+)?$"
)
_NOT_SUBJECT = re.compile(
    r"(?:tham mưu(?: cho)?|trình|báo cáo|gửi|gửi về|về|của|cho|tại|theo|từ|đến|với|trên|bởi|qua|"
    r"thông qua|giữa|trong|"
    r"thuộc|hướng dẫn|đôn đốc|kiểm tra|hỗ trợ|chỉ đạo|đề xuất|kiến nghị|xin ý kiến|lãnh đạo)\s+(?:các\s+)?$"
)
_INLINE = re.compile(
    r"(?:\(|^|[.;]\s*)(?:cơ quan |đơn vị )?(?:chủ trì|thực hiện)(?: thực hiện)?\s*:\s*(?P<lead>[^;()]+?)"
    r"(?:[;.]\s*(?:cơ quan |đơn vị )?phối hợp(?: thực hiện)?\s*:\s*(?P<support>[^;()]+?))?(?=[;.)]|$)"
)
_NO_VERBS = frozenset(
    ("để", "trong", "nhằm", "là", "cần", "phải", "được", "trên cơ sở", "hằng năm", "hàng năm")
)


@cache
def _clause_verb() -> re.Pattern[str]:
    """A verb behind the subject of a clause (gazetteers/verbs.csv without its connecting words)."""
    verbs = {fold(r["verb"]) for r in gazetteers.rows("verbs")} - _NO_VERBS
    words = gazetteers.any_of(verbs)
    return re.compile(rf"\s*(?:{words}|đầu tư|hoàn thành|được giao|phát|là)\b")


_MONITOR = re.compile(r"\s*(?:chủ trì,? )?(?:theo dõi|đôn đốc|giám sát)")


def read_roles(text: str, start: int, end: int) -> Roles:
    """Roles in the span of one item (a bullet, a paragraph, a clause)."""
    piece = text[start:end]
    low = fold(piece)
    inline = _INLINE.search(low)
    if inline:
        lead = split_units(piece[inline.start("lead") : inline.end("lead")], start + inline.start("lead"))
        a, b = inline.span("support")
        support = split_units(piece[a:b], start + a) if inline["support"] else []
        return Roles(tuple(lead), tuple(support))
    mentions = find_units(piece)
    supporting = _supporting(low, mentions)
    taken = {m.start for m in supporting}
    free = [m for m in mentions if m.start not in taken]
    lead = _leading(low, free)
    monitors = [m for run in _runs(low, lead) for m in run if _MONITOR.match(low, run[-1].end)]
    return Roles(_moved(lead, start), _moved(supporting, start), _moved(monitors, start))


def _moved(mentions: Sequence[UnitMention], offset: int) -> tuple[UnitMention, ...]:
    return tuple(UnitMention(m.start + offset, m.end + offset, m.text, m.names) for m in mentions)


_ROLE_TOLD = re.compile(r"\s*\((?:đơn vị |cơ quan )?(?:chủ trì|phối hợp|đầu mối|chịu trách nhiệm|hỗ trợ)\)")
_LEADS_TOLD = re.compile(r"\s*\((?:đơn vị |cơ quan )?(?:chủ trì|đầu mối|chịu trách nhiệm)(?: chính)?\)")
_LEADS_INSIDE = re.compile(
    r"\s*(?:theo (?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực)[^,;)]{0,40}?\s)?"
    r"(?:chủ trì|thực hiện|phụ trách|chịu trách nhiệm|triển khai)"
)
_HELPS = re.compile(r"\s*\((?:đơn vị |cơ quan |cùng )?(?:phối hợp|hỗ trợ|tham gia)\)")


def _runs(low: str, mentions: Sequence[UnitMention]) -> list[list[UnitMention]]:
    """Mentions that follow each other as one list."""
    runs: list[list[UnitMention]] = []
    for mention in mentions:
        gap = low[runs[-1][-1].end : mention.start] if runs else ""
        told = _ROLE_TOLD.match(gap)  # "Sở A (chủ trì), Sở B và Sở C (phối hợp)"
        helper = bool(told) or (
            ";" in gap and _IS_LEAD.search(low[: runs[-1][0].start])
        )  # "… chủ trì là Sở A; Sở B phối hợp"
        if runs and not helper and _LIST_GAP.fullmatch(gap):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return runs


def _supporting(low: str, mentions: Sequence[UnitMention]) -> list[UnitMention]:
    found: list[UnitMention] = []
    for cue in _SUPPORT.finditer(low):
        following = [m for m in mentions if m.start >= cue.end()]
        if not following or following[0].start - cue.end() > 4:
            continue
        found += [m for m in _runs(low, following)[0] if m not in found]
    for cue in (*_JOINED.finditer(low), *_AND_WITH.finditer(low)):
        following = [m for m in mentions if m.start >= cue.end()]
        if following and following[0].start - cue.end() <= 4:
            found += [m for m in _runs(low, following)[0] if m not in found]
    for run in _runs(low, mentions):
        helping = (
            _HELPS.match(low, run[-1].end)
            or _HELPING.match(low, run[-1].end)
            or (
                # "Sở A chủ trì, Sở B phối hợp bố trí kinh phí": beside one that leads, in the same sentence
                _BESIDE_LEAD.match(low, run[-1].end)
                and (
                    _LEADS.search(low[low.rfind(". ", 0, run[0].start) + 1 : run[0].start])
                    or any(m.end < run[0].start and m not in found for m in mentions)
                )
            )
        )
        if helping:
            found += [m for m in run if m not in found]
    return found


_PROMISES = (
    re.compile(  # "…; Sở Xây dựng lát gạch 80% vỉa hè": work with a share, no share of the place itself
        r"\s(?!(?:đạt|phấn đấu|là|từ|trên|tối thiểu|phối hợp|tham gia|cùng)\s)[^\W\d_][^;.%]{2,70}?\d\s?%"
    )
)


_TIME_FIRST = re.compile(  # "Hằng tháng, Sở X tổng hợp …", "Trong quý II/2024, Công an tỉnh cấp …"
    r"[\s\-–+*•]*(?:(?:định kỳ )?(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)\s?,?\s|"
    r"(?:(?:chậm nhất )?(?:trước|trong|đến|từ|hết|vào|cuối|đầu|sau)|chậm nhất|định kỳ|(?:hằng|hàng|mỗi) "
    r"(?:tuần|tháng|quý|năm))\s[^,;:.]{2,60},\s)(?:đề nghị |giao |các )?"
)


def _leading(low: str, mentions: Sequence[UnitMention]) -> list[UnitMention]:
    """Runs that stand as subject of the item or of a clause, or that a task is given to."""
    found: list[UnitMention] = []
    for run in _runs(low, mentions):
        before, after = low[: run[0].start], low[run[-1].end :]
        bracketed = bool(
            _LEADS_TOLD.match(after) or (before.rstrip().endswith("(") and _LEADS_INSIDE.match(after))
        )
        clause = re.search(r"(?:\.|;)\s+(?:giao\s+|đề nghị\s+)?$", before)
        timed = bool(_TIME_FIRST.fullmatch(before))
        begins = (
            timed
            or bool(_LEAD_IN.fullmatch(before))
            or bool(clause and (_clause_verb().match(after) or _PROMISES.match(after)))
            or bool(re.search(r"[:]\s*(?:giao\s+)?$", before) and len(before) < 160)
        )
        verb = bool(_AFTER_LEAD.match(after))
        given = bool(_GIVEN.search(before))
        if given and before.endswith("do ") and _BY_A_PERSON.match(low, run[0].start):
            # "các cuộc họp do Chủ tịch tỉnh điều hành": said of the thing
            given = bool(_CHARGED.match(after))
        support_verb = bool(re.match(r"\s*(?:chủ động\s+)?phối hợp", after))
        object_of = bool(_NOT_SUBJECT.search(before)) and not given
        whole = not after.strip(" .;,:")
        if object_of and not (verb and re.match(r"\s*,?\s*(?:chủ trì|chịu trách nhiệm)", after)):
            continue
        if (
            bracketed
            or (
                begins
                and not whole
                and (_subject(after) or _approves("" if timed else before, run[0], after))
            )
            or (
                verb
                and not begins
                and re.match(
                    r"\s*,?\s*(?:chủ trì|chịu trách nhiệm|có trách nhiệm|làm đầu mối|là cơ quan)", after
                )
            )
            or (given and (not whole or _THING_GIVEN.search(before)))
            or (support_verb and _clause_start(before))
            or bool(_IS_LEAD.search(before))
        ):
            found += [m for m in run if m not in found]
    return found


def _subject(after: str) -> bool:
    """Whether what follows can be said of a subject: not a closing bracket or a relative clause of a noun."""
    return not re.match(
        r"\s*(?:là (?:một|những)|ngày|số \d|\)|của|về việc|và đào|ban hành tại|phê duyệt|công bố|quy định)",
        after,
    )


_APPROVES = re.compile(r"\s*(?:phê duyệt|công bố)\s+(?:[^\W\d_]+\s+){2}")
_CENTRAL = re.compile(r"(?:các )?(?:bộ|chính phủ|thủ tướng|quốc hội)(?!\w)")


def _approves(before: str, unit: UnitMention, after: str) -> bool:
    """ "Sở X phê duyệt hồ sơ cấp độ …" opens an item; what a ministry approves or publishes is cited."""
    return not before.strip(" -+*•") and bool(_APPROVES.match(after)) and not _CENTRAL.match(fold(unit.text))


def _clause_start(before: str) -> bool:
    return bool(re.search(r"(?:^|[,;:.])\s*$", before))
