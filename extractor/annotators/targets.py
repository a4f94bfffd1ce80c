"""Targets in a span of text: one draft for each commitment, with what it measures, value and scope.

A sentence is read as a chain of quantities. Each takes the words between the boundaries around it; a
quantity without words of its own ("…, 40% tại cấp huyện và 30% tại cấp xã") shares the head of the chain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from extractor import gazetteers
from extractor.annotators.baselines import opens_baseline
from extractor.annotators.clauses import Bracket, find_brackets, masked, sentences
from extractor.annotators.indicators import clean_indicator, split_subjects, trim_lead, trim_tail
from extractor.annotators.quantities import Quantity
from extractor.annotators.ranks import find_rank_groups
from extractor.records import Comparator, Level
from extractor.vietnamese.forms import fold

Mode = Literal["goal", "cell", "task", "prose"]


@dataclass(frozen=True, slots=True)
class TargetDraft:
    """A commitment found. ``quote`` is ``start:end``; ``quantity`` None for a qualitative one.

    ``horizon`` is the span of words like "đến năm 2025"; ``order`` its place in the sentence.
    """

    start: int
    end: int
    indicator: str
    quantity: Quantity | None
    comparator: Comparator | None
    level: Level | None
    sentence: tuple[int, int]
    order: int = 0
    baseline_brackets: tuple[tuple[int, int], ...] = ()
    previous: Quantity | None = None
    notes: tuple[str, ...] = ()


_SEPARATOR = re.compile(r"\s*(?:,|;|\bvà\b|\bđồng thời\b|\btrong đó\b|\bcòn\b|\briêng\b|:|/(?=\s))\s*")
_ONLY_AIMS = re.compile(
    r"(?:[\s,;:.\-–+(*“\"]|và|đồng thời|trong đó|riêng|có|được|phấn đấu|đảm bảo|bảo đảm|đạt|tỷ lệ|đạt tỷ lệ|mức|là|"
    r"(?:đến |trong |vào )?(?:hết |cuối )?năm (?:20)\d\d|giai đoạn (?:20)\d\d\s*-\s*(?:20)\d\d|con số này|tỷ lệ này|lên|xuống|"
    r"tăng|giảm|còn|tối thiểu|ít nhất|tương ứng|tại|ở|đối với|cấp|lần lượt|hoàn thành|phải|khoảng|đến|năm)*"
)
_NESTED = re.compile(r"\s(?:có|với|đạt|từ)\s+(?:ít nhất\s+|tối thiểu\s+|từ\s+)?$")
_RULE = re.compile(r"điểm tối đa\s*[:*=]|\*\s*điểm|thang điểm|tỷ lệ\s*[=<>≥≤]")
_AFTER_YEAR = re.compile(r"(?:năm\s+)((?:19|20)\d\d)")
_EXCLUSION = re.compile(r"\(\s*(?:trừ|không bao gồm|không tính|ngoại trừ|ngoài)\b")
_QUALIFIER = re.compile(r"(?:được|đã|đang|là|thuộc|tại|của|do|theo|từ|mức|cấp)\s+$")
_TREND = re.compile(
    r",?\s*(?:và\s+)?((?:mỗi năm|hằng năm|hàng năm|các năm tiếp theo|những năm tiếp theo|các năm sau)\b[^,;]*"
    r"(?:tăng|cao hơn|giảm|duy trì|cải thiện)[^,;]*|tăng dần[^,;]*)"
)
_ANAPHORA = re.compile(
    r"(?:[\s,;:.]|(?:các )?(?:con số|tỷ lệ|tỉ lệ|chỉ tiêu|chỉ số|mục tiêu) (?:này|trên|đó)|đạt|trên|tối thiểu|đến|năm|20\d\d|"
    r"tương ứng|phấn đấu|hết|giai đoạn|-|\d+(?:[.,]\d+)?\s*%)*"
)
_PEOPLE_COUNTED = re.compile(
    r"\s*(?:lượt\s+)?(?:người|cán bộ|công chức|viên chức|học viên|đại biểu|lao động|thành viên|hộ|doanh nghiệp|học sinh|giáo viên|đoàn viên)(?!\w)"
)
_INTRO = re.compile(r"(?:cụ thể|trong đó|gồm|bao gồm|như sau|sau)\s*:?\s*$|:$")


@cache
def _cue_pattern(kind: str) -> re.Pattern[str]:
    cues = sorted(
        (r["cue"] for r in gazetteers.rows("target_cues") if r["kind"] == kind), key=len, reverse=True
    )
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, cues)) + r")(?!\w)")


@cache
def _tier_pattern() -> re.Pattern[str]:
    phrases = sorted((r["phrase"] for r in gazetteers.rows("tiers")), key=len, reverse=True)
    return re.compile(r"(?<!\w)(" + "|".join(phrases) + r")(?!\w)")


@cache
def _tiers() -> dict[str, Level]:
    return {r["phrase"]: r["level"] for r in gazetteers.rows("tiers")}  # type: ignore[misc]


def find_targets(
    text: str, span: tuple[int, int], quantities: Sequence[Quantity], mode: Mode, plan_year: int | None
) -> list[TargetDraft]:
    """Targets within ``span`` of ``text``. ``quantities`` are those of the whole text, in order.

    ``mode`` says what kind of place it is: a line of goals, a target cell, a task, or other prose.
    """
    drafts: list[TargetDraft] = []
    for start, end in sentences(text, *span):
        head = drafts[-1].indicator if drafts else ""
        for draft in _Sentence(text, (start, end), quantities, mode, plan_year).read():
            drafts.append(
                replace(draft, indicator=head)
                if head and _ANAPHORA.fullmatch(fold(draft.indicator))
                else draft
            )
        drafts += _elliptic(text, (start, end), drafts)
    return with_brackets(text, span, drafts, plan_year)


_PREDICATE = re.compile(r"(?:có|được|sử dụng|tham gia)\s+[^\W\d_]")


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


def with_brackets(
    text: str, span: tuple[int, int], drafts: Sequence[TargetDraft], plan_year: int | None
) -> list[TargetDraft]:
    """Give each draft the brackets of past values that belong to it.

    A bracket belongs to the targets of its ";"-clause; the only bracket of a sentence, standing at its
    end, to all targets of the sentence.
    """
    brackets = _baseline_spans(text, *span, plan_year)
    if not brackets:
        return list(drafts)
    owned: dict[int, list[tuple[int, int]]] = {}
    for bracket in brackets:
        before = [
            i for i, d in enumerate(drafts) if (d.quantity.number if d.quantity else d.start) < bracket[0]
        ]
        if not before:
            continue
        begin = _sentence_begin(text, span[0], bracket[0])
        closing = not re.match(r"[^.;]*\w", text[bracket[1] : span[1]].split(";")[0].split(". ")[0])
        alone = sum(begin <= b[0] <= bracket[0] for b in brackets) == 1
        clause = max(begin, text.rfind(";", begin, bracket[0]))
        floor = begin if closing and alone else clause
        for i in before:
            if drafts[i].start >= floor or drafts[i].end >= floor:
                owned.setdefault(i, []).append(bracket)
    return [replace(d, baseline_brackets=tuple(owned.get(i, ()))) for i, d in enumerate(drafts)]


def _sentence_begin(text: str, start: int, position: int) -> int:
    """Where the sentence that a bracket at ``position`` closes begins (". (" does not end it)."""
    head = text[start:position].rstrip(" .")
    stops = [m.end() for m in re.finditer(r"(?<!\d)\.\s+(?=[^\W\d_a-z])", head)]
    return start + (stops[-1] if stops else 0)


def find_qualitative(text: str, span: tuple[int, int], plan_year: int | None) -> list[TargetDraft]:
    """The state promised by a goal line or target cell that has no number: its clauses up to a stop."""
    drafts = []
    for number, (start, end) in enumerate(sentences(text, *span)):
        body = _without_baselines(text, start, end, plan_year)
        if _tells_results(fold(text[start:body]), plan_year):
            continue
        lead = start + len(text[start:body]) - len(text[start:body].lstrip("-–+*• "))
        if body - lead < 3 or not re.search(r"[^\W\d_]{2}", text[lead:body]):
            continue
        if body < end or number == 0 or True:
            drafts.append(
                TargetDraft(lead, body, clean_indicator(text[lead:body]), None, None, None, (start, end), number,
                            _baseline_spans(text, start, end, plan_year))
            )  # fmt: skip
    return drafts


def _tells_results(low: str, plan_year: int | None) -> bool:
    """A line that opens with a past year, or only says what has been done, promises nothing."""
    year = re.match(r"[\s\-–+*•]*(?:(?:trong|đến|hết|cuối) )*năm ((?:19|20)\d\d)", low)
    if year and plan_year is not None and int(year[1]) < plan_year:
        return True
    return bool(re.match(r"[\s\-–+*•]*(?:hiện nay|đến nay|tính đến|hiện có|thời gian qua)", low))


def find_group_ranks(text: str, span: tuple[int, int], plan_year: int | None) -> list[TargetDraft]:
    """Groups aimed at without a number ("thuộc nhóm khá"): qualitative, wherever they stand."""
    drafts: list[TargetDraft] = []
    for start, end in sentences(text, *span):
        low = fold(text[start:end])
        for a, _ in find_rank_groups(low):
            before = low[:a]
            if _past(before, plan_year) or not re.search(
                r"phấn đấu|đạt|thuộc|vào|nằm trong|lên|duy trì|giữ|đưa", before[-60:]
            ):
                continue
            aim = max(before.rfind("phấn đấu"), 0)
            begin = start + (aim if aim and len(before) - aim < 160 else 0)
            drafts.append(TargetDraft(begin, end, clean_indicator(text[begin : start + a]) or text[begin:end],
                                      None, None, None, (start, end)))  # fmt: skip
            break
    return drafts


def _baseline_spans(text: str, start: int, end: int, plan_year: int | None) -> tuple[tuple[int, int], ...]:
    brackets = find_brackets(text, start, end)
    return tuple((b.start, b.end) for b in brackets if opens_baseline(text[b.start : b.end], plan_year))


def _without_baselines(text: str, start: int, end: int, plan_year: int | None) -> int:
    """End of the sentence before a closing bracket of past values."""
    spans = _baseline_spans(text, start, end, plan_year)
    if spans and not re.search(r"\w", text[spans[-1][1] : end]):
        end = spans[-1][0]
    while end > start and text[end - 1] in " .;,":
        end -= 1
    return end


def _past(before: str, plan_year: int | None) -> bool:
    """Whether what leads to a number speaks of results: a past cue or a past year, with no aim behind it."""
    cue = None
    for match in _cue_pattern("past").finditer(before):
        if match.group() != "so với" or re.fullmatch(
            r"\s*(?:cùng kỳ )?(?:năm )?(?:\d{4}|trước)\s*(?:tăng|giảm|đạt|vượt)?\s*", before[match.end() :]
        ):
            cue = match
    aims = [
        m.start()
        for m in re.finditer(
            r"phấn đấu|mục tiêu|đảm bảo|bảo đảm|yêu cầu|(?<!đã )nâng|tối thiểu|ít nhất", before
        )
    ]
    last_aim = aims[-1] if aims else -1
    if cue and cue.start() > last_aim and len(before) - cue.end() < 120:
        return True
    years = [
        (m.start(), int(m[1]))
        for m in _AFTER_YEAR.finditer(before)
        if not before[: m.start()].rstrip().endswith("so với")
    ]
    if years and plan_year is not None:
        place, year = years[-1]
        return year < plan_year and place > last_aim and len(before) - place < 90
    return False


class _Sentence:
    """Reads the chain of quantities of one sentence."""

    def __init__(
        self,
        text: str,
        span: tuple[int, int],
        quantities: Sequence[Quantity],
        mode: Mode,
        plan_year: int | None,
    ) -> None:
        self.text, self.mode, self.plan_year = text, mode, plan_year
        self.start, self.end = span
        brackets = find_brackets(text, *span)
        self.baselines = tuple(
            (b.start, b.end) for b in brackets if opens_baseline(text[b.start : b.end], plan_year)
        )
        dropped = [
            (b.start, b.end) for b in brackets
            if (b.start, b.end) in self.baselines or self._aside(b)
        ]  # fmt: skip
        window = masked(text[self.start : self.end], [(a - self.start, b - self.start) for a, b in dropped])
        self.low = fold(window)
        self.quantities = [
            q for q in quantities
            if self.start <= q.number < self.end and not any(a <= q.number < b for a, b in dropped)
        ]  # fmt: skip

    def _aside(self, bracket: Bracket) -> bool:
        """A bracket that explains (exclusions, sources, examples) and promises nothing."""
        inner = fold(self.text[bracket.start : bracket.end])
        if re.match(r"\(\s*(?:phấn đấu|tối thiểu \d|đạt|đến năm|năm 20)", inner):
            return False
        if (
            "%" in inner
            and not re.match(
                r"\(\s*(?:trừ|không|ngoại trừ|theo|chiếm|tương đương|bằng|tăng|giảm|đạt tỷ lệ|gồm)", inner
            )
            and not _cue_pattern("past").search(inner)
        ):
            return False
        if tier_of(inner) and len(inner) < 30:
            return False
        if bracket.start <= self.start + 2 and bracket.end >= self.end - 2:
            return False
        return True

    def read(self) -> list[TargetDraft]:
        """Drafts of the sentence in order."""
        taken = self._committed()
        if not taken:
            return []
        bounds = self._bounds(taken)
        drafts: list[TargetDraft] = []
        head: tuple[int, int] | None = None
        inherited: Comparator | None = None
        for order, (q, (left, right)) in enumerate(zip(taken, bounds, strict=True)):
            if order and ";" in self.text[taken[order - 1].end : q.start]:
                inherited = None
            comparator, inherited = self._comparator(q, inherited)
            indicator, head, level = self._indicator(q, left, right, head)
            quote = self._quote(q, left, right, bounds, order)
            draft = TargetDraft(
                quote[0], quote[1], indicator, q, comparator, level, (self.start, self.end), order,
                self.baselines, self._from_value(q), ("khoảng",) if q.comparator == "approx" else (),
            )  # fmt: skip
            drafts += self._split(draft)
        drafts = self._respectively(drafts)
        drafts += self._trend(bounds[-1][1], drafts)
        return drafts

    def _respectively(self, drafts: list[TargetDraft]) -> list[TargetDraft]:
        """ "tại cấp tỉnh, cấp huyện, cấp xã lần lượt là 90%; 85%; 80%": one tier for each value, in order."""
        cue = re.search(r"lần lượt|tương ứng", self.low)
        if not cue or len(drafts) < 2:
            return drafts
        named = list(_tier_pattern().finditer(self.low[: cue.start()]))
        if len(named) < len(drafts):
            return drafts
        tiers = [_tiers()[m[1]] for m in named[-len(drafts) :]]
        return [replace(d, level=tier) for d, tier in zip(drafts, tiers, strict=True)]

    def _from_value(self, q: Quantity) -> Quantity | None:
        """The 3% of "tăng từ 3% lên 13,5%"."""
        for other in self.quantities:
            if other.end <= q.start and other.unit == q.unit:
                gap = fold(self.text[other.end : q.start])
                if re.fullmatch(
                    r"(?:\s*\(?năm \d{4}\)?)?\s*(?:lên|xuống|tăng lên|giảm xuống|đến|tới)(?: đạt| trên| còn| dưới| khoảng)?\s*",
                    gap,
                ):
                    return other
        return None

    def _committed(self) -> list[Quantity]:
        """The quantities that are promised values."""
        kept: list[Quantity] = []
        sources = {self._from_value(q) for q in self.quantities}
        for q in self.quantities:
            if q in sources or not self._is_value(q, kept):
                continue
            kept.append(q)
        return kept

    def _is_value(self, q: Quantity, kept: list[Quantity]) -> bool:
        before = self.low[: q.start - self.start]
        after = self.low[q.end - self.start : q.end - self.start + 60]
        if q.bare and self.mode != "cell":
            return False
        if _RULE.search(self.low):
            return False
        if self.mode != "cell" and _past(before, self.plan_year):
            return False
        of_year = re.match(r"\s*\(?(?:vào |trong |của )?năm ((?:19|20)\d\d)", after)
        if of_year and self.plan_year is not None and int(of_year[1]) < self.plan_year:
            return False
        if (
            q.total is not None
            and q.total != q.value
            and re.match(r"[^\d,;.]{0,24}?\s(?:chưa|đã|đang)\s", after)
        ):
            return False
        if q.unit == "rank":
            return self._rank(q, before)
        if q.unit == "percent":
            return self._percent(q, before, after)
        if q.unit == "vnd":
            return self.mode in {"goal", "cell"} or (
                q.comparator in {"ge", "gt", "le", "lt"} and self.mode == "task"
            )
        if q.unit == "points" and q.total and self.mode == "prose":
            return False
        if q.unit == "points":
            return self.mode in {"goal", "cell"} or bool(re.search(r"phấn đấu|nâng|đạt|lên", before[-60:]))
        if self._nested(q, kept):
            return False
        return self._counted(q, before)

    def _rank(self, q: Quantity, before: str) -> bool:
        """A rank is an aim in places of aims, else only behind words that aim ("phấn đấu", "vào", "thuộc")."""
        if self.mode in {"goal", "cell"}:
            return True
        said = before[-80:] + self.low[q.start - self.start : q.number - self.start]
        if self.mode == "prose" and re.search(r"so với năm|giảm \d+ (?:hạng|bậc)|kết quả|đánh giá", self.low):
            return bool(re.search(r"phấn đấu", said))
        return bool(re.search(r"phấn đấu|đạt|thuộc|vào|nằm trong|lên|duy trì|giữ|đưa|mục tiêu", said))

    def _percent(self, q: Quantity, before: str, after: str) -> bool:
        if (
            re.match(r"\s*(?:điểm|của điểm)", after)
            or re.search(r"(?:bằng|đạt)\s+$", before)
            and re.match(r"\s*(?:kế hoạch|mục tiêu|so với)", after)
        ):
            return False
        if re.match(r"\s*(?:so với|cùng kỳ)", after) and self.mode == "prose":
            return False
        if self.mode == "prose":
            aims = re.search(r"phấn đấu|mục tiêu|đảm bảo|bảo đảm|nâng|hoàn thành|yêu cầu", before[-110:])
            return bool(q.comparator and q.comparator != "approx") or bool(aims) or not before.strip(' -+*"“')
        return True

    def _nested(self, q: Quantity, kept: list[Quantity]) -> bool:
        """ "100% xã có ít nhất 01 điểm": the count only says what the percent is a percent of."""
        if not kept or kept[-1].unit != "percent" or q.unit == "percent":
            return False
        gap = self.low[kept[-1].end - self.start : q.start - self.start]
        return not re.search(r"[,;]", gap) and not re.search(r"phấn đấu|tổ chức", gap)

    def _counted(self, q: Quantity, before: str) -> bool:
        """Counts are values only behind a comparator, an aim, or at the head of a goal line."""
        lead = before.rstrip()
        if (q.total is not None and q.total == q.value) or q.unit.startswith("per_"):
            return True
        comparator = q.comparator in {"ge", "gt", "le", "lt", "approx"}
        if (
            q.comparator == "ge"
            and not q.padded
            and q.unit == "count"
            and re.search(r"từ$", fold(self.text[q.start : q.number]).strip())
        ):
            comparator = self.mode in {"cell", "goal"} or "trở lên" in self.low[q.number - self.start :][:40]
        verb = re.search(
            r"(?:^|[\s,;:(])("
            + _cue_pattern("goal").pattern
            + r")(?:\s+(?:được|mới|thêm|đủ|thành công|ra mắt|đưa vào sử dụng))?$",
            lead,
        )
        at_head = not lead.strip(' -+*•("“') or bool(
            re.search(r"[:;,]$|(?:^|\s)(?:và|trong đó|riêng|gồm)$|mỗi [^,;:]{2,40}$", lead)
        )
        if self.mode == "cell":
            return comparator or bool(verb) or q.unit != "count" or not lead.strip(" -+*•(") or bool(q.total)
        if q.value_to is not None and not q.bare and self.mode in {"goal", "task"}:
            return True
        if self.mode == "goal":
            return (
                comparator
                or bool(verb)
                or (at_head and not q.bare)
                or q.unit.startswith("per_")
                or bool(q.total)
            )
        if verb and verb[1] == "có" and re.search(r"mỗi [^,;:.]{2,45}$", lead[: verb.start(1)]):
            return True
        if (
            q.value >= 10
            and self.mode in {"task", "goal"}
            and _PEOPLE_COUNTED.match(self.low[q.end - self.start :])
            and re.search(r"(?:^|\s)(?:cho|với)$", lead)
        ):
            return True
        strong = (
            bool(verb)
            and (q.padded or q.value >= 2)
            and verb is not None
            and verb[1] not in {"có", "là", "cấp", "tăng", "giảm", "lên"}
        )
        return (
            (comparator and q.unit != "count") or (comparator and not re.search(r"hơn$|gần$", lead)) or strong
        )

    def _bounds(self, taken: list[Quantity]) -> list[tuple[int, int]]:
        """For each value the span of words that belong to it."""
        edges = [self.start]
        for a, b in zip(taken, taken[1:], strict=False):
            edges.append(self._boundary(a, b, edges[-1]))
        edges.append(self.end)
        return list(zip(edges, edges[1:], strict=False))

    def _boundary(self, a: Quantity, b: Quantity, left: int) -> int:
        """Where the words of ``a`` end and those of ``b`` begin."""
        gap_start, gap_end = a.end - self.start, b.start - self.start
        marks = list(_SEPARATOR.finditer(self.low, gap_start, max(gap_end, gap_start)))
        opened = self.text.rfind("(", a.end, b.start)
        if opened >= 0 and ")" not in self.text[opened : b.start]:
            return opened
        if not marks:
            return b.start
        hard = [m for m in marks if ";" in m.group()]
        if hard:
            return self.start + hard[0].end()
        value_first = not _last_segment(self.low[left - self.start : a.start - self.start])
        direct = _ONLY_AIMS.fullmatch(self.low[marks[-1].end() : gap_end])
        if direct:
            return self.start + self._start_of_aims(marks, gap_end)
        if not value_first:
            return self.start + self._first_real(marks, gap_start).end()
        named = [
            m
            for m in marks
            if re.match(
                r"(?:tỷ lệ|tỉ lệ|số |tỷ trọng|mức |tổng |phấn đấu|tổ chức|mỗi |tối thiểu|ít nhất|trên|hơn)",
                self.low[m.end() :],
            )
        ]
        return self.start + (named[0] if named else marks[-1]).end()

    def _start_of_aims(self, marks: list[re.Match[str]], gap_end: int) -> int:
        """The first mark from which only words of aim lead to the next value."""
        for mark in marks:
            if _ONLY_AIMS.fullmatch(self.low[mark.end() : gap_end]):
                return mark.end()
        return marks[-1].end()

    def _first_real(self, marks: list[re.Match[str]], gap_start: int) -> re.Match[str]:
        """The first separator that does not stand inside a tier list or "trở lên"."""
        return marks[0]

    def _comparator(self, q: Quantity, inherited: Comparator | None) -> tuple[Comparator, Comparator | None]:
        printed = q.comparator
        vượt = re.search(r"đạt và vượt\s*$|đạt, vượt\s*$", self.low[: q.number - self.start])
        if vượt:
            return "ge", "ge"
        if printed == "approx" or printed == "eq":
            return "eq", None
        if printed:
            return printed, printed
        if q.value_to is not None and q.unit != "rank":
            return "ge", None
        before = self.low[max(0, q.start - self.start - 30) : q.start - self.start]
        if (
            inherited
            and q.unit == "percent"
            and q.value != 100
            and not re.search(r"(?:đạt|phấn đấu|là)\s*$", before)
        ):
            return inherited, inherited
        return "eq", None

    def _indicator(
        self, q: Quantity, left: int, right: int, head: tuple[int, int] | None
    ) -> tuple[str, tuple[int, int] | None, Level | None]:
        """What is measured, the head that later values of the chain share, and the tier."""
        pre, post = (left, q.start), (q.end, right)
        pre_low = self.low[pre[0] - self.start : pre[1] - self.start]
        post_low = self.low[post[0] - self.start : post[1] - self.start]
        level = self._level(pre_low, post_low)
        own_pre = trim_empty(_tier_pattern().sub(" ", pre_low))
        own_post = trim_empty(_tier_pattern().sub(" ", post_low))
        head_text = self._clean(*head) if head else ""
        if own_pre and own_post and not _last_segment(pre_low) and not _CIRCUMSTANCE.match(post_low):
            return self._clean(*post), pre, level
        if own_pre:
            text = self._joined(pre, post, bool(own_post))
            return text, pre, level
        if head is None or (
            own_post
            and not re.match(r"\s*(?:được|có|đạt|sử dụng|tham gia|hoàn thành|là)\b", post_low)
            and not self._short_scope(post_low, head_text)
        ):
            return (
                self._clean(*post) or head_text or self._clean(left, right),
                (post if own_post else head),
                level,
            )
        return (
            f"{self._head_for(head_text, post_low)} {self._clean(*post) if own_post else ''}".strip(),
            head,
            level,
        )

    def _short_scope(self, post_low: str, head_text: str) -> bool:
        """ "phủ trên 80% hộ gia đình, 100% xã": a bare scope after a head with a verb of its own."""
        words = post_low.split()
        return (
            0 < len(words) <= 4
            and bool(head_text)
            and not re.search(r"\b(?:được|có|sử dụng|tham gia)\b", post_low)
        )

    def _head_for(self, head_text: str, post_low: str) -> str:
        if re.match(r"\s*(?:được|có|đạt|sử dụng|tham gia|hoàn thành)\b", post_low):
            cut = re.search(r"\s(?:được|có|đạt|sử dụng|tham gia|hoàn thành)\b", fold(head_text))
            return head_text[: cut.start()] if cut else head_text
        return head_text

    def _joined(self, pre: tuple[int, int], post: tuple[int, int], has_post: bool) -> str:
        head = self._clean(*pre)
        tail = self._clean(*post) if has_post else ""
        low = fold(tail)
        if not tail or re.match(r"(?:trở lên|so với|kế hoạch|theo |trong |vào |tại |mức )", low):
            return head
        return f"{head} {tail}".strip()

    def _clean(self, start: int, end: int) -> str:
        """The words of a span without brackets of past values and without aims around them."""
        piece = self.text[start:end]
        for a, b in self.baselines:
            if start <= a < end:
                piece = piece[: a - start] + piece[b - start :]
        return clean_indicator(piece) if piece.strip(" ,;.:") else ""

    def _level(self, pre_low: str, post_low: str) -> Level | None:
        tiers = {t for t in map(tier_of, (post_low, pre_low)) if t}
        if len(tiers) == 1:
            return tiers.pop()
        return tier_of(post_low[:40]) if len(tiers) > 1 else None

    def _quote(
        self, q: Quantity, left: int, right: int, bounds: Sequence[tuple[int, int]], order: int
    ) -> tuple[int, int]:
        """The clause with the commitment: own words, or the whole chain when the head is shared."""
        own = trim_empty(_tier_pattern().sub(" ", self.low[left - self.start : q.start - self.start]))
        after = trim_empty(self.low[q.end - self.start : right - self.start])
        start = left if own or after or order == 0 else bounds[0][0]
        if order and not own and not (after and len(after.split()) > 4):
            start = bounds[0][0]
        end = right
        spans = [s for s in self.baselines if s[0] >= q.end]
        if spans and not re.search(r"\w", self.text[spans[-1][1] : end]):
            end = min(end, spans[0][0])
        while start < end and self.text[start] in " -–+*•,;:\n":
            start += 1
        if re.match(r"(?:và|đồng thời)\s", self.low[start - self.start :]):
            start += self.text[start:].index(" ") + 1
        while end > start and (self.text[end - 1] in " ,;:(" or self.low[: end - self.start].endswith(" và")):
            end -= 2 if self.low[: end - self.start].endswith(" và") else 1
        return start, max(end, q.end)

    def _split(self, draft: TargetDraft) -> list[TargetDraft]:
        """One draft for each member of a list of which the value holds."""
        q = draft.quantity
        if q is None or q.unit not in {"percent", "vnd"}:
            return [draft]
        if q.unit == "vnd":
            return self._split_each(draft, q)
        if fold(draft.indicator).startswith(("tỷ trọng", "mức")):
            return [draft]
        phrases = [p for s in split_subjects(draft.indicator) for p in split_predicates(s)]
        return [replace(draft, indicator=p) for p in phrases]

    def _split_each(self, draft: TargetDraft, q: Quantity) -> list[TargetDraft]:
        """ "2 tỷ/1 nội dung (A, B, C)": one for each thing listed."""
        match = re.match(
            r"\s*/\s*0?1?\s*(?:mỗi\s*)?(?:nội dung|hạng mục|nhiệm vụ|lĩnh vực)\s*\(([^()]+)\)",
            self.text[q.end : self.end],
        )
        if not match:
            return [draft]
        start = q.end + match.start(1)
        members = _listed(self.text[start : q.end + match.end(1)])
        return [replace(draft, indicator=m, end=q.end + match.end()) for m in members]

    def _trend(self, position: int, drafts: Sequence[TargetDraft]) -> list[TargetDraft]:
        """A further state in the same line: "…, mỗi năm tiếp tục tăng cao hơn"."""
        if self.mode not in {"goal", "cell"} or not drafts or drafts[-1].quantity is None:
            return []
        match = _TREND.search(self.low, drafts[-1].quantity.end - self.start)
        if not match:
            return []
        start, end = self.start + match.start(1), self.start + match.end(1)
        end = start + len(self.text[start:end].rstrip(" .("))
        return [TargetDraft(start, end, drafts[-1].indicator, None, None, None, (self.start, self.end),
                            len(drafts), self.baselines)]  # fmt: skip


_PLACED = re.compile(
    r"(?:đến|từ|dữ liệu|nền tảng|dùng chung|trục|quy mô|\(lgsp\)|cổng|hệ thống|liên thông|chính quyền|hoặc|ngân sách|"
    r"đề tài|chỉ số|dti|vừa)$"
)


def tier_of(low: str) -> Level | None:
    """The tier that a folded phrase is limited to; None when it names several or only places something there."""
    found: set[Level] = set()
    for match in _tier_pattern().finditer(low):
        if _PLACED.search(low[: match.start()].rstrip()):
            continue
        if re.match(r"\s*(?:,|và|đến|-|/)\s*(?:cấp\s+)?(?:tỉnh|huyện|xã)\b", low[match.end() :]):
            return None
        found.add(_tiers()[match[1]])
    return found.pop() if len(found) == 1 else None


_CIRCUMSTANCE = re.compile(
    r"\s*(?:trở lên|so với|kế hoạch|theo|trong|vào|tại|ở|mức|trên|/|tổng|của|và|\(|đối với)(?!\w)"
)


def _last_segment(low: str) -> str:
    """What stands between the last mark before a value and the value, without aims; "" for nothing."""
    return trim_empty(re.split(r"[,;:]", low)[-1])


def trim_empty(low: str) -> str:
    """ "" when a folded phrase holds nothing but aims, years and marks; else the phrase."""
    return "" if _ONLY_AIMS.fullmatch(low) else low


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
