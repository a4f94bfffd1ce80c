"""Documents that go through the indicators one by one in running prose.

"Chỉ số 4.7. Công chức được bồi dưỡng. Năm 2023 đạt 48%. Năm 2024 phấn đấu 70%. Sở Nội vụ chủ trì; trước ngày
30/9/2024.": the code and the name, then sentences of past values, goals, units and time in any order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from extractor.annotators.baselines import BaselineDraft, read_baselines
from extractor.annotators.clauses import parted
from extractor.annotators.roles import Roles, read_roles
from extractor.annotators.states import find_qualitative
from extractor.annotators.targets import find_targets
from extractor.assemble.context import Context, DeadlineDraft, TargetAim, TaskDraft
from extractor.assemble.labels import inline_labels
from extractor.assemble.owners import prose_deadline, set_inline_fields
from extractor.assemble.pairing import previous_value
from extractor.catalog.cited import CODE, cited_codes
from extractor.structure.outline import Item
from extractor.vietnamese.forms import fold, squeeze
from extractor.vietnamese.letters import UPPER

_OPENING = re.compile(
    rf"\s*(?:các\s)?(?:chỉ số|chỉ tiêu|mã số|mã)(?:\sthành phần|\scon)?\s(?:số\s)?"
    rf"(?P<codes>{CODE}(?:\s*(?:,|;|và|đến|-|–)\s*{CODE}){{0,8}})\s*(?P<stop>[.:–-]|(?=\())\s*"
)
_SENTENCE = re.compile(rf"(?<!\bTP)(?<!\bTp)\.\s+(?=[{UPPER}\d“\"(])")
_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?!\d)")
_AIMS = re.compile(
    r"bằng (?:mức |kết quả )?năm|như năm|phấn đấu|mục tiêu|yêu cầu|tăng lên|nâng|giữ|duy trì|"
    r"tối thiểu|ít nhất|bảo đảm|đảm bảo|từ nay|cần đạt"
)
_NO_POINTS = re.compile(r"(?:chưa|không) (?:có|đạt|được) điểm|\b0\s*/\s*\d+")
_TO_BE_NAMED = re.compile(
    r"(?:đơn vị|cơ quan|đầu mối)[^.;]{0,30}?(?:sẽ|chờ|chưa|đang)[^.;]{0,40}?(?:phân công|giao|chỉ định|"
    r"xác định|bố trí)"
)
_SAME = re.compile(
    rf"(?:như|giống|theo|tương tự)\s(?:tại\s|ở\s|với\s)?(?:chỉ số|mã|mục|chỉ tiêu)\s(?P<code>{CODE})"
)
_STRONG = re.compile(r"chủ trì|chịu trách nhiệm|phụ trách|thực hiện|làm đầu mối|là đầu mối|giao\s")
_TIME = re.compile(
    r"(?:(?:thực hiện|duy trì|hoàn thành|công bố|xong|thời (?:gian|hạn)(?:\s(?:thực hiện|hoàn thành))?|"
    r"bắt đầu)"
    r"[\s:]*(?:từ|trong|vào|trước)?\s*)?"
    r"(?P<time>thường xuyên|hằng năm|hàng năm|hằng quý|(?:trong |vào |trước |hết )?(?:quý|"
    r"tháng)\s[\divx]{1,3}[^;,.]{0,24}|(?:trước |hết |đến |chậm nhất )?(?:ngày )?\d{1,2}/\d{1,2}/20\d\d|"
    r"(?:đến )?(?:hết|cuối|trong) năm(?: 20\d\d)?)\.?"
)
_WITHIN = re.compile(r"trong (?:quý [ivx\d]{1,3}|tháng \d{1,2})\s?/\s?20\d\d")
_OWN_WORDS, _SHORTEST = 4, 8
_EACH = re.compile(r"(?:mỗi|từng) (?:nội dung|chỉ số|chỉ tiêu|mục|loại|khoản)")


@dataclass
class Entry:
    """An indicator's paragraph read: its task with targets."""

    task: TaskDraft
    aims: list[TargetAim] = field(default_factory=list)
    state: tuple[int, int] | None = None
    """What there is already, for goals in lines of their own."""


def entry_opening(context: Context, item: Item) -> tuple[tuple[str, ...], int] | None:
    """The codes that an item opens with and where its name begins; None for other items."""
    low = fold(context.text(item.start, min(item.end, item.start + 160)))
    match = _OPENING.match(low)
    if match is None:
        return None
    codes = cited_codes(f"chỉ số {match['codes']}", context.matcher.catalog)
    return (tuple(codes), item.start + match.end()) if codes else None


_NAMED = 60
_SEMICOLON = re.compile(";")
_COLON = re.compile(r"[^:\n]{6,160}:\s")


def coded_line(context: Context, item: Item) -> tuple[tuple[str, ...], int] | None:
    """ "3.3 Tỷ lệ hộ có Internet cáp quang: từ 58% lên 68%": the number of the line is its indicator."""
    catalog, words = context.matcher.catalog, context.text(item.start, min(item.end, item.start + 180))
    name = _COLON.match(words)
    if item.label not in catalog or name is None or catalog[item.label].is_group:
        return None
    alike = fuzz.token_set_ratio(squeeze(name[0]), squeeze(catalog[item.label].name))
    return ((item.label,), item.start) if alike >= _NAMED else None


def read_entry(
    context: Context,
    item: Item,
    codes: tuple[str, ...],
    start: int,
    known: dict[str, TaskDraft],
    *,
    goal_follows: bool = False,
) -> Entry:
    """The paragraph of one indicator (or of a few); ``known`` are the tasks of those before it.

    ``goal_follows``: the goal stands in a labelled line below, so that all here is what there is already.
    """
    name, rest = _name_and_rest(context, item, start)
    name, told = _without_state(context, name, start)
    codes = (*codes, *(code for code in _codes_behind(context, rest) if code not in codes))
    if item.label in codes:  # "từ 58% lên 68%; xong trước 30/11/2024": a line, its parts between semicolons
        rest = [part for span in rest for part in parted(context.source.text, *span, _SEMICOLON)]
    task = TaskDraft(item.start, item.end, name, ", ".join(codes), cited=codes, labelled=True)
    states = _states(context, rest, goal_follows)
    past = [s for s in rest if s in states or _tells_past(context, s)]
    ahead = [s for s in rest if s not in past]
    past = [*told, *past]
    _owners(context, task, ahead, known)
    task.deadline = _deadline(context, ahead)
    set_inline_fields(context, task, item)
    entry = Entry(task, state=(states[0][0], states[-1][1]) if states else None)
    for span in ahead:
        _take_targets(context, entry, span, item)
    _compare(context, entry, past)
    return entry


_COLONS = re.compile(r":\s+")


def _sentences(context: Context, start: int, end: int, *, names: bool = True) -> Iterator[tuple[int, int]]:
    """Full sentences; with ``names`` the first is the indicator's, up to a full stop or a colon."""
    text = context.source.text
    begin = start
    colons = _COLONS.finditer(text, start, end) if names else ()
    outside = (c for c in colons if text.count("(", start, c.start()) <= text.count(")", start, c.start()))
    colon = next(outside, None)
    stop = _SENTENCE.search(text, start, end)
    if colon and (stop is None or colon.start() < stop.start()) and colon.start() - start < 160:
        yield start, colon.start()
        begin = colon.end()
    for match in _SENTENCE.finditer(text, begin, end):
        yield begin, match.start() + 1
        begin = match.end()
    if begin < end or begin == start:
        yield begin, end


# "đạt 7,2/10 điểm (tương ứng 72%)", "mỗi chỉ số đạt 5/5 điểm", "0/10 điểm"
_STATE = re.compile(
    r"(?:(?:hiện|hiện nay|đã|mới|chỉ|mỗi chỉ số|các chỉ số|cả hai|kết quả|đều|là|được)[:\s]+)*(?:đạt[:\s]+)?"
    r"\d[\d.,]*\s?/\s?\d[\d.,]* điểm"
)
_BEHIND_NAME = re.compile(r"[:;]\s")
_GOAL_LABEL = re.compile(r"(?:mục tiêu|chỉ tiêu|yêu cầu|phấn đấu)(?: phấn đấu| đề ra)?(?: năm 20\d\d)?\s*:")
_MORE_CODES = re.compile(
    rf"(?:\A|;\s|\.\s)(?:chỉ số|mã)\s(?:số\s)?(?P<codes>{CODE}(?:\s*(?:,|và)\s*{CODE}){{0,8}})\s*:"
)


def _name_and_rest(context: Context, item: Item, start: int) -> tuple[str, list[tuple[int, int]]]:
    """The name of the indicator and the sentences behind it; codes alone may stand for the name."""
    (a, b), *rest = list(_sentences(context, start, item.end))
    if not _STATE.match(fold(context.text(a, b))):
        words = context.text(a, b).strip(" .")
        return (words.strip("() ") if words[:1] == "(" else words), rest
    stop = _SENTENCE.search(context.source.text, start, item.end)
    end = stop.start() + 1 if stop else item.end
    behind = list(_sentences(context, stop.end(), item.end, names=False)) if stop else []
    return context.text(item.start, start).strip(" .:-–"), [(start, end), *behind]


_STATED = re.compile(
    r"\s*\((?P<told>(?:(?:năm (?:19|20)\d\d|kết quả|hiện trạng)\s?:?\s(?:đạt\s)?)?"
    r"\d[\d.,]*\s?/\s?\d[\d.,]* điểm[^()]*)\)$"
)
"""Behind the name: "Tỷ lệ hộ có cáp quang (7,4/10 điểm; tỷ lệ 74%)"."""


_FIELDS = re.compile(r"\s*\((?=[^()]*:)[^()]*\)?$")


def _without_state(context: Context, name: str, start: int) -> tuple[str, list[tuple[int, int]]]:
    """The name without what was reached, and where that stands; without labels in brackets behind it."""
    match = _STATED.search(fold(name))
    at = context.source.text.find(name, start) if match else -1
    if match is None or at < 0:
        fields = _FIELDS.search(name)
        labelled = fields is not None and inline_labels(name, fields.start(), len(name))
        return (name[: fields.start()], []) if fields is not None and labelled else (name, [])
    return name[: match.start()].strip(), [(at + match.start("told"), at + match.end("told"))]


def _codes_behind(context: Context, spans: list[tuple[int, int]]) -> list[str]:
    """Further indicators that tell their state in the same paragraph ("…; Mã 4.9: đạt 0,5/5 điểm")."""
    found: list[str] = []
    for start, end in spans:
        for match in _MORE_CODES.finditer(fold(context.text(start, end))):
            found += cited_codes(f"chỉ số {match['codes']}", context.matcher.catalog)
    return found


def _states(context: Context, spans: list[tuple[int, int]], goal_follows: bool) -> list[tuple[int, int]]:
    """Sentences with points out of all before the one that is labelled as the goal."""
    low = [fold(context.text(*span)).lstrip("-–+*• ") for span in spans]
    first = next((i for i, words in enumerate(low) if _GOAL_LABEL.match(words)), None)
    if first is None:
        first = len(spans) if goal_follows else 0
    return [
        span for span, words in zip(spans[:first], low, strict=False)
        if any(_STATE.match(part) for part in _BEHIND_NAME.split(words)) and not _AIMS.search(words)
    ]  # fmt: skip


def _tells_past(context: Context, span: tuple[int, int]) -> bool:
    """Whether a sentence only says what was reached in a year before the plan's."""
    low, year = fold(context.text(*span)), context.plan_year
    years = [int(y) for y in _YEAR.findall(low)]
    if year is None or not years or max(years) >= year or _AIMS.search(low):
        return False
    inside = any(span[0] <= q.number < span[1] for q in context.quantities)
    return inside or bool(_NO_POINTS.search(low))


def _owners(
    context: Context, task: TaskDraft, spans: list[tuple[int, int]], known: dict[str, TaskDraft]
) -> None:
    """Who leads and supports, by the sentences that charge somebody, else by the subjects of the others."""
    said = [(fold(context.text(*span)), read_roles(context.source.text, *span)) for span in spans]
    found: list[tuple[bool, Roles]] = []
    for low, roles in said:
        same = _SAME.search(low)
        if same and same["code"] in known and re.search(r"đơn vị|cơ quan|phân công|chủ trì|phối hợp", low):
            before = known[same["code"]]
            task.lead, task.supporting = list(before.lead), list(before.supporting)
            return
        if not _TO_BE_NAMED.search(low):
            found.append((bool(_STRONG.search(low)), roles))
    charged = [r for strong, r in found if strong and r.lead] or [r for _, r in found if r.lead][:1]
    for roles in charged:
        task.lead += [u for u in roles.lead if u not in task.lead]
    for _, roles in found:
        helping = roles.supporting if roles.lead or not charged else ()
        task.supporting += [u for u in helping if u not in task.supporting and u not in task.lead]
    _helpers(task, said)


def _helpers(task: TaskDraft, said: list[tuple[str, Roles]]) -> None:
    """ "Sở A mở lớp. Các cơ quan liên quan phối hợp cử người.": a sentence of its own for those who help."""
    for low, roles in said:
        if task.lead and "phối hợp" in low and not _STRONG.search(low):
            units = [u for u in (*roles.lead, *roles.supporting) if u not in (*task.lead, *task.supporting)]
            task.supporting += units


def _deadline(context: Context, spans: list[tuple[int, int]]) -> DeadlineDraft | None:
    for start, end in spans:
        if found := prose_deadline(context, start, end):
            return found
    for start, end in spans:
        low = fold(context.text(start, end))
        for part in re.finditer(r"[^;,.]+", low):
            piece = part[0].strip()
            time = _TIME.fullmatch(piece)
            if time:
                at = start + part.start() + part[0].index(piece) + time.start("time")
                return context.deadline(at, at + len(time["time"].rstrip()))
        always = re.search(r"thực hiện (thường xuyên)\.?$", low)
        if always:
            return context.deadline(start + always.start(1), start + always.end(1))
        if within := _WITHIN.search(low):
            return context.deadline(start + within.start(), start + within.end())
    return None


_SAYS_NOTHING = re.compile(
    r"(?:[\s\d.,%≥≤<>=→➔:;/-]|cấp (?:tỉnh|huyện|xã)|mục tiêu|chỉ tiêu|phấn đấu|điểm|"
    r"từ|lên|đến|tới|giữ|duy trì|tăng|giảm|đạt|còn|xuống|"
    r"trên|dưới|không thấp hơn|ít nhất|tối thiểu|mức|ở)*"
)


def _take_targets(context: Context, entry: Entry, span: tuple[int, int], item: Item) -> None:
    task = entry.task
    text, year = context.source.text, context.plan_year
    drafts = find_targets(text, span, context.quantities, "goal", year)
    label = _GOAL_LABEL.match(fold(context.text(*span)))
    if not drafts and label and span[1] - span[0] - label.end() > _SHORTEST:
        drafts = find_qualitative(text, (span[0] + label.end(), span[1]), year)[:1]
    for draft in drafts:
        if _SAYS_NOTHING.fullmatch(fold(draft.indicator)):  # "từ 58% lên 68%" of the indicator named before
            draft = replace(draft, indicator=task.title)
        aim = TargetAim(draft, task, section=item.section, context=task.title)
        speaks = len(draft.indicator.split()) >= _OWN_WORDS and draft.indicator != task.title
        if not entry.aims or entry.aims[0].draft.sentence == draft.sentence or not speaks:
            told = cited_codes(context.text(draft.start, draft.end), context.matcher.catalog)
            printed = [code for code in told if code in task.cited]
            aim.among = task.cited
            only = next((codes for codes in (printed, task.cited) if len(codes) == 1), (None,))
            aim.printed_code = only[0]
        else:
            aim.context = None  # a further clause that says itself what it measures
        aim.baselines = previous_value(context, draft)
        several = (
            task.cited if len(task.cited) > 1 and _EACH.search(fold(context.text(*draft.sentence))) else ()
        )
        for code in several:
            own = replace(draft, indicator=context.matcher.catalog[code].name)
            entry.aims.append(TargetAim(own, task, None, item.section, context=task.title, printed_code=code))
        if not several:
            entry.aims.append(aim)
    task.targets = entry.aims


def _compare(context: Context, entry: Entry, past: list[tuple[int, int]]) -> None:
    """Give the targets of the indicator what was reached before; lists are paired in order later."""
    values: list[BaselineDraft] = []
    for start, end in past:
        values += read_baselines(context.text(start, end), start, context.plan_year)
    for aim in entry.aims:
        if values and (aim.printed_code or len(aim.among) > 1):
            aim.draft = replace(aim.draft, baseline_brackets=tuple(past))
            aim.baselines += values
