"""Which numbers of a report's clause are results, and which tell of plans, changes, places or paper."""

from __future__ import annotations

import re
from functools import cache

from extractor import gazetteers
from extractor.annotators.quantities import Quantity

_CHANGE = re.compile(
    r"(?:tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn|vượt|chênh lệch|tăng trưởng thêm|gấp)(?:\s+(?:thêm|"
    r"khoảng|gần|trên|hơn|"
    r"được|mức|bình quân|lên thêm|gấp|tới|là|:))*\s*$"
)
_MORE = re.compile(r"(?<!\w)thêm(?:\s+(?:khoảng|gần|trên|được))*\s*$")  # "thêm 31 kho so với năm trước"
_AMONG = re.compile(r"(?:thứ|hạng|vị trí)\s+(?:thứ\s+)?\d{1,3}\s*(?:trong|trên|/)\s*(?:tổng số\s+|số\s+)?$")
_LEVEL_BEFORE = re.compile(  # "chưa đạt mức 10%", "vượt ngưỡng tối thiểu 5%": the number is what was asked
    r"(?:vượt|chưa đạt|không đạt|thấp hơn|cao hơn|dưới|so với|đáp ứng)\s+(?:mức|ngưỡng|quy định)"
    r"(?:\s+(?:trên|tối thiểu|ít nhất|là|từ|quy định|chung|yêu cầu|bình quân|trung bình))*\s*$"
)
_PAST_BRACKET = re.compile(
    r"\d[^();]{0,60}\(\s*(?:cùng kỳ|đầu năm|cuối năm|đầu kỳ|năm trước|tháng trước|quý trước|kỳ trước|"
    r"năm ngoái|"
    r"trước đó|trước đây|thời điểm|tháng \d{1,2}|quý [ivx\d]+|năm 20\d\d)[^();]{0,40}?"
    r"(?::|(?<!\w)(?:là|đạt|có|chỉ|mới|bằng|được))(?:\s*(?:là|đạt|có|mới|khoảng|gần|trên))*\s*$"
)
_DESCRIBES = re.compile(  # a sentence that draws the place: its counts tell of the place
    r"(?:diện tích|quy mô dân số|mật độ dân số|dân số(?! (?:trưởng thành|từ|trong|có|được|sử dụng|tham gia|"
    r"đủ|đã)))"
    r"(?:,?\s+[^\W_]+){0,7}?\s+\d|\d[\d.,]*\s+(?:nhân khẩu|km2|km²|đơn vị hành chính)(?!\w)"
)
_STAFF = re.compile(
    r"\s*(?:(?:cán bộ|công chức|viên chức|người lao động|biên chế|nhân viên)(?:\s*,\s*|\s+và\s+|"
    r"\s*))+(?:[.;]|$)"
)
_CUT = re.compile(r"(?:cắt giảm|rút ngắn|tiết giảm|tiết kiệm)(?:\s+(?:được|trên|hơn|khoảng|gần))*\s*$")
_REDUCED = re.compile(r"\s*(?:thời gian|chi phí|số lượng|thủ tục|tthc|lượng|quy trình)")
_AIM = re.compile(
    r"(?:phấn đấu|dự kiến|đặt mục tiêu|mục tiêu (?:là|đến)|sẽ|yêu cầu|cần|đề nghị|kế hoạch giao|"
    r"giao chỉ tiêu)\s[^,;]*$"
)
_COMPARED_TO = re.compile(r"(?:so với|cùng kỳ)[^,;]*$")
_MONEY_SPENT = re.compile(
    r"kinh phí|ngân sách|giải ngân|dự toán|tổng mức đầu tư|vốn đầu tư|\bchi\b|bố trí|phân bổ|hỗ trợ|"
    r"mua sắm|\bthuê\b|trị giá|"
    r"tổng vốn|quyết toán|hợp đồng|đầu tư|thanh quyết toán"
)
_MONEY_EARNED = re.compile(
    r"doanh thu|doanh số|thu ngân sách|thu thuế|tiền thuế|giá trị (?:giao dịch|hàng hóa)|kim ngạch"
)
_ISSUES = re.compile(
    r"ban hành|tham mưu|\btrình\b|soạn thảo|xây dựng|phê duyệt|ký ban hành|tổ chức|phát hành|văn bản|"
    r"(?<!được )(?<!\w)gửi"
)
_PLACES = re.compile(
    r"\s*(?:tỉnh|huyện|xã|phường|thị trấn|quận|thôn|ấp|bản|buôn|khu phố|tổ dân phố|thị xã)(?:\s*,\s*|"
    r"\s+và\s+|\s+(?:huyện|xã|phường|"
    r"thị trấn|quận|thôn|ấp|bản|thị xã|thành phố)|\s*)*(?:[.;,)]|$)"
)
_HAS = re.compile(
    r"(?:^|\s)(?:có|gồm|với|bao gồm|trên địa bàn|tổng số|của|(?:sở|ban|ngành|cơ quan)[^.;\d]{0,20}\svà)\s*$"
)
_VALUE_VERB = re.compile(
    r"(?:[:=]|(?:^|\s)(?:là|đạt|có|còn|được|bằng|mới đạt|ước đạt))\s*(?:khoảng|gần|trên|hơn)?\s*$"
)
_MONEY_ASIDE = {"vnd"}


@cache
def _not_before() -> re.Pattern[str]:
    words = sorted(
        (r["phrase"] for r in gazetteers.rows("not_results") if r["place"] == "before"), key=len, reverse=True
    )
    return re.compile(
        r"(?<!\w)(?:"
        + "|".join(map(re.escape, words))
        + r")(?:\s+(?:là|đạt|khoảng|trên|gần|hơn|có|toàn \w+|trung bình|:))*\s*$"
    )


@cache
def _not_after() -> re.Pattern[str]:
    words = sorted(
        (r["phrase"] for r in gazetteers.rows("not_results") if r["place"] == "after"), key=len, reverse=True
    )
    return re.compile(
        r"\s*(?:"
        + "|".join(map(re.escape, words))
        + r")(?!\w)(?!\s+(?:điện tử|được (?:gửi|ký|số)|đi|đến|tập trung))"
    )


@cache
def _plan_before() -> re.Pattern[str]:
    goals = "|".join(re.escape(r["word"]) for r in gazetteers.rows("goal_words"))
    filler = (
        r"(?:\s+(?:năm|đề ra|đặt ra|được giao|giao|đã|đến|hết|cả năm|là|tối thiểu|trên|từ|ít nhất|"
        r"tỉnh|huyện|của|phải đạt|"
        r"cần đạt|nghị quyết|kế hoạch|chỉ tiêu|mục tiêu|ubnd|hđnd|xã|thành phố|20\d\d|là đạt|"
        r"trung ương|mức|chương trình|đề án|cho|đặt ra cho)|\s*[:(=≥>])"
    )
    return re.compile(rf"(?<!\w)(?:{goals})(?!\w){filler}{{0,8}}\s*$|\(\s*(?:mt|ct)\s*:?\s*$")


def tells_of_spending(low: str) -> bool:
    """Whether a clause tells of money spent, which is history."""
    return "đồng" in low and bool(_MONEY_SPENT.search(low)) and not _MONEY_EARNED.search(low)


def names_a_plan(low: str, q: Quantity) -> bool:
    """Whether a number is the target that a result is set against ("(mục tiêu là 20%)", "/KH 75%")."""
    before = low[max(0, q.start - 80) : q.start]
    inner = low[q.start : q.number]
    if _LEVEL_BEFORE.search(before + inner):
        return True
    if _plan_before().search(before + inner) or _plan_before().search(before):
        return not re.match(r"\s*(?:chỉ tiêu|mục tiêu)", low[q.end :])
    bracketed = re.search(r"\((?:[^()]*\s)?(?:mục tiêu|kế hoạch|chỉ tiêu|kh)\b[^()\d]*$", before)
    return bool(bracketed) or bool(re.search(r"%\s*/\s*$", before) and q.unit == "percent")


def is_result(low: str, q: Quantity, judged: bool, *, scored: bool = False) -> bool:
    """Whether a number is a measured result. ``judged``: its clause sets it against a target; ``scored``:
    it speaks of an index, whose values have no unit."""
    before, after = low[: q.start], low[q.end :]
    led = low[: q.number]
    if _is_change(led, after) or _AIM.search(before) or _compared(before):
        return False
    if (
        _risen_only(led, after)
        or _not_before().search(before)
        or _AMONG.search(before)
        or _PAST_BRACKET.search(before[-160:])
    ):
        return False
    if q.unit == "vnd":
        return judged or bool(_MONEY_EARNED.search(low)) or not _MONEY_SPENT.search(low)
    if q.unit == "percent":
        return not re.match(r"\s*(?:điểm phần trăm|so với cùng kỳ)", after)
    if q.bare:
        return _bare_result(before, after, q, scored=scored)
    if q.unit == "count" and q.total is None:
        return not _told_aside(before, after, judged) and (judged or not _DESCRIBES.search(low))
    return True


def _risen_only(led: str, after: str) -> bool:
    """ "đạt 96%, tăng từ 68%": what a value has risen from, told behind it."""
    return bool(_FROM.search(led[-200:])) and not re.search(r"(?<!\w)(?:lên|xuống|còn|tới|đến)\s", after[:80])


_FROM = re.compile(r"\d.*(?:tăng|giảm|nâng)\s+(?:từ|so với)(?:\s+mức)?\s*$", re.DOTALL)


def _is_change(led: str, after: str) -> bool:
    if _CUT.search(led):
        return bool(re.match(r"\s*so với", after))
    match = _CHANGE.search(led)
    if not match:
        return bool(_MORE.search(led)) and "so với" in after[:60]
    if match.group().startswith("vượt"):
        return bool(
            re.search(r"\d", led[: match.start()])
        )  # "tỷ lệ X vượt 70%" is a value, "500, vượt 5%" is none
    reduced = match.group().startswith("giảm") and _REDUCED.match(after)
    return not (reduced and "so với" not in after[:60])


def _compared(before: str) -> bool:
    """A value of the past that a result is compared with."""
    match = _COMPARED_TO.search(before)
    return (
        bool(match) and not re.search(r"(?:,|\bđạt\b.*\bđạt\b)", before[match.start() :]) if match else False
    )


def _bare_result(before: str, after: str, q: Quantity, *, scored: bool) -> bool:
    if not re.match(r"\s*(?:[.;,)(]|$)", after):
        return False
    if q.total is not None and q.value <= q.total and _TIER_BEFORE.search(before):
        return True
    led = bool(_VALUE_VERB.search(before)) or bool(scored and _RISEN.search(before))
    return led and (q.value > 1 or q.total is not None or scored)


_TIER_BEFORE = re.compile(r"(?<!\w)(?:khối|cấp)\s[^\W\d_]+(?:,?\s[^\W\d_]+){0,3}\s*:?\s*$")
_RISEN = re.compile(r"(?<!\w)(?:lên|còn|xuống)(?:\s(?:mức|đến))?\s*$")
_SCORED = re.compile(
    r"(?<!\w)(?:dti|pci|papi|par index|sipas|chỉ số|giá trị|điểm (?:số|trung bình|bình quân)|trụ cột)(?!\w)"
)


def speaks_of_scores(low: str) -> bool:
    """Whether a clause tells of an index: its values below 1 are points without that word."""
    return bool(_SCORED.search(low))


def _told_aside(before: str, after: str, judged: bool) -> bool:
    """Counts of paper issued, of meetings, of the places that a district is made of."""
    if _not_after().match(after):
        return not judged and (bool(_ISSUES.search(before)) or bool(re.match(r"\s*đơn vị hành chính", after)))
    described = _PLACES.match(after) or _STAFF.match(after)
    return bool(described) and bool(_HAS.search(before)) and not judged


_RISES = re.compile(
    r"(?:\s+[^\W\d_]+){0,3}?(?:\s*\(?(?:vào |của |trong |cuối |đầu |hết )?(?:tháng \d\d?/|(?:quý \w+/)|năm )"
    r"20\d\d\)?|\s+(?:đầu|cuối) (?:năm|kỳ|nhiệm kỳ))?\s*(?:lên|xuống|tăng lên|giảm xuống|"
    r"đến)(?: đạt| trên| còn| dưới| "
    r"khoảng| mức)*\s*(?=\d)"
)


def risen_from(low: str, q: Quantity) -> int | None:
    """Where the words of the next value begin, if this one is what it has risen from; else None."""
    if not re.search(r"từ(?: mức)?\s*$", low[: q.number]):
        return None
    match = _RISES.match(low, q.end)
    return match.end() if match else None
