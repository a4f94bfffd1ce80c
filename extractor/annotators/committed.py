"""Which quantities of a clause are promised values, and which only describe, report or grade."""

from __future__ import annotations

import re
from functools import cache

from extractor.annotators.aims import cue_pattern, is_past
from extractor.annotators.clause import Clause
from extractor.annotators.quantities import Quantity
from extractor.vietnamese.forms import fold

_RULE = re.compile(r"điểm tối đa\s*[:*=]|\*\s*điểm|thang điểm|tỷ lệ\s*[=<>≥≤]")
_PEOPLE_COUNTED = re.compile(
    r"\s*(?:lượt\s+)?(?:người|cán bộ|công chức|viên chức|học viên|đại biểu|lao động|thành viên|hộ|"
    r"doanh nghiệp|"
    r"học sinh|giáo viên|đoàn viên)(?!\w)"
)
_UP_TO = re.compile(
    r"(?:\s[^\W\d_]+){0,3}?(?:\s*\(?năm \d{4}\)?)?\s*(?<!tải )(?:lên|xuống|tăng lên|giảm xuống|đến|tới)"
    r"(?: đạt| trên| còn| dưới|"
    r" khoảng)?\s*"
)
_OF_YEAR = re.compile(r"\s*\(?(?:vào |trong |của )?năm ((?:19|20)\d\d)")
_KEEPS = re.compile(
    r"(?:giữ|duy trì|không (?:thấp hơn|dưới|kém))(?: vững| nguyên| ổn định)?(?: ở)?(?: mức| tỷ lệ)?\s*$"
)
_SAYS_DONE = re.compile(r"[^\d,;.]{0,24}?\s(?:chưa|đã|đang)\s")
_PROSE_AIMS = re.compile(r"phấn đấu|mục tiêu|đảm bảo|bảo đảm|nâng|hoàn thành|yêu cầu")
_HEAD = re.compile(r"[:;,]$|(?:^|\s)(?:và|trong đó|riêng|gồm)$|mỗi [^,;:]{2,40}$")
_PLACED = re.compile(  # "Thí điểm lớp học thông minh tại 10 trường"
    r"^[\s\-+*•]*(?:[^,;:]{3,60}[,;:] )?(?:và )?(?:thí điểm|triển khai|thực hiện|xóa|lắp đặt|áp dụng|"
    r"nhân rộng|xây dựng|phủ sóng|"
    r"phối hợp [^,;:]{3,60}? (?:xóa|triển khai|lắp đặt))\s[^,;:]{3,80}\s(?:tại|ở|cho|đến)$"
)
_GIVEN_TO = re.compile(  # "phê duyệt cấp độ cho 40 hệ thống"
    r"(?<!\w)(?:phê duyệt|cấp|trang bị|lắp đặt|bố trí|gắn|dán|kết nối|cung cấp|tạo lập|bàn giao|mở|"
    r"triển khai|nâng cấp|xây dựng|hỗ trợ)(?!\w)(?! (?:trên|dưới|\d))[^,;:.\d]{2,50}\scho$"
)
_AIMED = re.compile(  # "phấn đấu có 120 doanh nghiệp", "đến cuối năm 2024 có 120 doanh nghiệp"
    r"(?:phấn đấu|bảo đảm|đảm bảo|mục tiêu|"
    r"(?:đến|vào) (?:hết |cuối )+(?:năm|quý [ivx]+|tháng \d+)(?:[ /]?\d{4})?)"
    r"(?: toàn tỉnh| cả tỉnh| toàn huyện)?,?(?: sẽ| là)?(?: có| có được| có đủ| đạt| có thêm| tăng thêm)*$"
)
_AMONG = re.compile(
    r"[^;.\d]{1,80}[,(]\s*trong đó(?: có| phải có)?\s*"
)  # "10 nền tảng, trong đó 04 nền tảng có …"
_RAISED = re.compile(
    r"(?<!\w)(?:nâng|tăng|mở rộng|đưa)(?: tổng)? (?:số|số lượng)(?!\w)[^,;:.]{2,70}\s(?:lên|đạt)$"
)
_NUMBER_OF = re.compile(
    r"(?:^[\s\-+*•]*(?:(?:nâng|đưa|giảm|tăng|bảo đảm|đảm bảo)\s)?|[,;:.(]\s*|\svà\s|"
    r"\s(?:nâng|đưa|giảm|tăng|bảo đảm|đảm bảo)\s)(?:tổng )?(?:số|số lượng|lượng)\s[^,;:.()\d]{4,100}\s"
    r"(?:đạt|vượt|trên|hơn|tối thiểu|ít nhất|không quá|không vượt quá|dưới|lên|xuống|còn|là)"
    r"(?: trên| dưới| tối thiểu| ít nhất| không quá| khoảng)?\s*$"
)
_CLOSES = re.compile(r"\s*(?:vào|trong|đến|trước|năm|trở lên|và)(?!\w)")
_BY_YEAR_END = re.compile(r"[^,;:.\d]{2,50}\s(?:vào|đến)(?: hết| cuối)+ năm(?! trước)")
_NEXT_PLACE = re.compile(r"\s?(?:,|;|,?\svà)(?:\s[^\W\d_]+){1,9}\s*:?\s*")
_BACK = re.compile(r"(?<!\w)(?:so với|tăng|hiện|đã|mới|thay (?:cho|vì))(?!\w)")
_DIVIDED = re.compile(r"(?:chia|tổ chức|bố trí|mở)(?: \w+)? (?:làm|thành|ra)$|chia$")
_CLASSES = re.compile(r"\s*(?:lớp|khóa|hội nghị|buổi)(?!\w)")
_WEAK_VERBS = {"có", "là", "cấp", "tăng", "giảm", "lên"}
_BOUNDS = {"ge", "gt", "le", "lt"}


_ARROW = re.compile(r"\s*(?:→|➔|⇒|->|=>|-->)\s*")


def starting_value(c: Clause, q: Quantity) -> Quantity | None:
    """The 3% of "tăng từ 3% lên 13,5%", the 7 of "7 → 10 nền tảng"."""
    for other in c.quantities:
        gap = c.text[other.end : q.start]
        alike = other.unit == q.unit or (other.bare and q.unit == "count")
        if other.end <= q.start and ((other.unit == q.unit and _UP_TO.fullmatch(fold(gap))) or
                                     (alike and _ARROW.fullmatch(gap))):  # fmt: skip
            return other
    return None


def committed(c: Clause) -> list[Quantity]:
    """The quantities of a clause that are promised values, in order."""
    if _RULE.search(c.low):
        return []
    kept: list[Quantity] = []
    sources = {q: starting_value(c, q) for q in c.quantities}
    begun = set(sources.values())
    for q, source in sources.items():
        if q in begun or _reported(c, q, source):
            continue
        if _behind_arrow(c, q, source) or _is_value(c, q, kept):
            kept.append(q)
    return kept


def _behind_arrow(c: Clause, q: Quantity, source: Quantity | None) -> bool:
    """The 10 of "7 → 10 nền tảng"."""
    aims = c.mode in {"goal", "cell"}
    return aims and source is not None and bool(_ARROW.fullmatch(c.text[source.end : q.start]))


def _reported(c: Clause, q: Quantity, source: Quantity | None) -> bool:
    """Whether the words around a number tell a result.

    The year of the ``source`` that it starts from ("từ 20% năm 2023 lên 55%") says nothing of the aim.
    """
    after = c.after(q.end)[:60]
    if c.mode != "cell" and is_past(c.before(source.start if source else q.start), c.plan_year):
        return True
    of_year = _OF_YEAR.match(after)
    kept = _KEEPS.search(c.before(q.start))  # "Giữ vững mức 95% của năm 2023": last year's value is the aim
    if of_year and not kept and c.plan_year is not None and int(of_year[1]) < c.plan_year:
        return True
    return q.total is not None and q.total != q.value and bool(_SAYS_DONE.match(after))


def _is_value(c: Clause, q: Quantity, kept: list[Quantity]) -> bool:
    before = c.before(q.start)
    if q.bare and c.mode != "cell":
        return c.mode in {"goal", "task"} and _names_number(c, q)
    if q.unit == "rank":
        return _rank(c, q, before)
    if q.unit == "percent":
        return _percent(c, q, before)
    if q.unit == "vnd":
        return c.mode in {"goal", "cell"} or (q.comparator in _BOUNDS and c.mode == "task")
    if q.unit == "points":
        if q.total and c.mode == "prose":
            return False
        return c.mode in {"goal", "cell"} or bool(re.search(r"phấn đấu|nâng|đạt|lên", before[-60:]))
    if q.unit == "mbps" and _each_speed(c, q, kept):
        return True
    return not _nested(c, q, kept) and (_counted(c, q, before) or _joined(c, q, kept))


def _each_speed(c: Clause, q: Quantity, kept: list[Quantity]) -> bool:
    """ "tại bệnh viện lên tối thiểu 300 Mbps, trạm y tế 100 Mbps": a speed for each place."""
    if not kept or kept[-1].unit != "mbps" or c.mode == "prose":
        return False
    gap = c.between(kept[-1].end, q.start)
    return bool(_NEXT_PLACE.fullmatch(gap)) and not _BACK.search(gap)


def _names_number(c: Clause, q: Quantity) -> bool:
    """ "số giao dịch trên sàn vượt 75.000": a number without a unit that its own words call a number."""
    if 1900 <= q.value <= 2100 and not re.search(r"[.,]", c.text[q.number : q.end]):
        return False
    ends = not re.match(r"\s*[^\W\d_%/]", c.after(q.end)) or bool(_CLOSES.match(c.after(q.end)))
    return ends and bool(_NUMBER_OF.search(c.before(q.number)))


def _rank(c: Clause, q: Quantity, before: str) -> bool:
    """A rank is an aim in places of aims, else only behind words that aim ("phấn đấu", "vào", "thuộc")."""
    if c.mode in {"goal", "cell"}:
        return True
    said = before[-80:] + c.between(q.start, q.number)
    if c.mode == "prose" and re.search(r"so với năm|giảm \d+ (?:hạng|bậc)|kết quả|đánh giá", c.low):
        return bool(re.search(r"phấn đấu", said))
    if c.mode == "prose":
        return bool(re.search(r"phấn đấu|thuộc|vào|nằm trong|lên|duy trì|giữ|đưa|mục tiêu", said))
    return bool(re.search(r"phấn đấu|đạt|thuộc|vào|nằm trong|lên|duy trì|giữ|đưa|mục tiêu", said))


def _percent(c: Clause, q: Quantity, before: str) -> bool:
    """A percent is a target nearly anywhere; in plain prose only behind an aim or a comparator."""
    after = c.after(q.end)[:60]
    of_plan = re.search(r"(?:bằng|đạt)\s+$", before) and re.match(r"\s*(?:kế hoạch|mục tiêu|so với)", after)
    if of_plan or re.match(r"\s*(?:điểm|của điểm)", after):
        return False
    if c.mode != "prose":
        return True
    if re.match(r"\s*(?:so với|cùng kỳ)", after):
        return False
    compared = q.comparator is not None and q.comparator != "approx"
    return compared or bool(_PROSE_AIMS.search(before[-110:])) or not before.strip(' -+*"“')


def _joined(c: Clause, q: Quantity, kept: list[Quantity]) -> bool:
    """ "ít nhất 01 máy tính và 01 máy quét": a count joined to one that is promised."""
    if not kept or kept[-1].unit != "count" or not (q.padded or q.value >= 2):
        return False
    gap = c.between(kept[-1].end, q.start)
    among = c.mode in {"goal", "task", "cell"} and q.value < kept[-1].value and _AMONG.fullmatch(gap)
    return bool(among) or bool(re.fullmatch(r"(?:\s[^\W\d_]+){1,12}\s(?:và|cùng)\s*", gap))


def _nested(c: Clause, q: Quantity, kept: list[Quantity]) -> bool:
    """ "100% xã có ít nhất 01 điểm": the count only says what the percent is a percent of."""
    if not kept or kept[-1].unit != "percent" or q.unit == "percent":
        return False
    gap = c.between(kept[-1].end, q.start)
    return not re.search(r"[,;]", gap) and not re.search(r"phấn đấu|tổ chức", gap)


@cache
def _verb_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[\s,;:(])({cue_pattern('goal').pattern})"
        r"(?:\s+(?:được|mới|thêm|bổ sung|đủ|thành công|ra mắt|đưa vào sử dụng))?$"
    )


_TIME = re.compile(r"\s(?:giây|phút|giờ|ngày)(?: làm việc)?$")
_AT = re.compile(r"(?<!\w)(?:tại|ở|cho|với|trên|của|đủ|gồm)$")  # "Thử nghiệm tại 03 sở"


def _counted(c: Clause, q: Quantity, before: str) -> bool:
    """Counts are values only behind a comparator, an aim, or at the head of a goal line."""
    lead = before.rstrip()
    if q.unit.startswith("per_") or (q.total is not None and q.total == q.value):
        return True
    compared, verb = _compared(c, q), _verb_before().search(lead)
    if _TIME.search(c.text[q.number : q.end]):  # "thời gian cấp phép xuống còn 10 ngày"
        return c.mode != "prose" or compared
    if c.mode == "cell":
        alone = len(c.quantities) == 1 and q.value >= 2 and _AT.search(lead)
        return compared or bool(verb or alone) or not lead.strip(" -+*•(") or bool(q.total)
    if q.value_to is not None and c.mode in {"goal", "task"}:
        return True
    if c.mode == "goal" and (compared or verb or q.total or not lead.strip(' -+*•("“') or _HEAD.search(lead)):
        return True
    if (
        not compared
        and c.mode in {"task", "goal"}
        and q.value >= 10
        and re.search(r"(?:^|\s)(?:cho|với)$", lead)
    ):
        return bool(_PEOPLE_COUNTED.match(c.after(q.end))) or bool(_GIVEN_TO.search(lead))
    if c.mode in {"task", "goal"} and _DIVIDED.search(lead) and _CLASSES.match(c.after(q.end)):
        return True
    if c.mode == "goal":
        return False
    if c.mode == "task" and q.value >= 2 and (_AIMED.search(lead) or _raised(c, q, lead)):
        return True
    if c.mode == "task" and q.value >= 2 and _PLACED.search(lead):
        return True
    if verb and verb[1] == "có" and re.search(r"mỗi [^,;:.]{2,45}$", lead[: verb.start(1)]):
        return True
    strong = verb is not None and (q.padded or q.value >= 2) and verb[1] not in _WEAK_VERBS
    return strong or (compared and not re.search(r"hơn$|gần$", lead))


def _raised(c: Clause, q: Quantity, lead: str) -> bool:
    """ "nâng số tổ … lên 300 tổ", "có 120 doanh nghiệp … vào cuối năm 2024"."""
    by_end = lead.endswith(("có", "đạt")) and _BY_YEAR_END.match(c.after(q.end))
    return bool(_RAISED.search(lead)) or bool(by_end)


def _compared(c: Clause, q: Quantity) -> bool:
    """Whether a comparator bounds the count; a lone "từ" does so only in places of aims."""
    lone_from = q.comparator == "ge" and not q.padded and fold(c.text[q.start : q.number]).strip() == "từ"
    if lone_from and q.unit == "count":
        return c.mode in {"cell", "goal"} or "trở lên" in c.after(q.number)[:40]
    return q.comparator in _BOUNDS or q.comparator == "approx"
