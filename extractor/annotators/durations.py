"""Numbers before a word that mostly grades or dates, and count or measure all the same.

"15 phút", "02 giờ", "10 ngày" are values where a time is what is measured; "60 chỉ số" where aimed at.
"""

from __future__ import annotations

import re

TIMES = frozenset({"giây", "phút", "giờ", "ngày"})
"""Units of time."""
_COUNTED = frozenset({"chỉ số", "tiêu chí", "chỉ tiêu", "bậc", "hạng"})
_AT_LEAST = re.compile(r"(?:ít nhất|tối thiểu|trên|hơn|tối đa|không quá|không còn quá|từ)\s+$")
_AT_MOST_ALONE = re.compile(r"(?:^|[\n|])\s*(?:không quá|tối đa|dưới|trong vòng|≤|<)\s*$")
_LINE_ENDS = re.compile(r"(?: làm việc)?\s*\.?\s*(?:$|[\n|])")
_BOUND = r"(?:không quá|không vượt quá|không hơn|tối đa|dưới|xuống|còn|đạt|là|trong vòng|≤|<)"
_TIME_MEASURED = re.compile(  # "thời gian chờ khám bình quân xuống dưới", "thời gian cấp phép từ 15 ngày còn"
    r"(?:^|[\n|.;,(]\s*|(?:giảm|rút ngắn|phấn đấu|đưa|bảo đảm|đảm bảo|hạ|giữ|và|[-–+*•])\s)thời gian\s"
    r"(?!(?:thực hiện|hoàn thành|triển khai|báo cáo|gửi|tổ chức|áp dụng|lưu|qua|tới)(?!\w))"
    rf"[^;.\n|\d:]{{3,80}}\s(?:từ \d{{1,3}} (?:giây|phút|giờ|ngày)(?: làm việc)? )?(?:{_BOUND}\s)*{_BOUND}"
    r"(?:\s(?:khoảng|mức))?\s*$"
)
_LONG = 170
_LOWERED = re.compile(r"(?: làm việc)?(?: hiện nay)? (?:xuống|còn)(?!\w)")
_FROM = re.compile(r"thời gian\s[^;.\n|\d:]{3,80}\stừ(?: mức)?\s*$")


def measured_anyway(low: str, start: int, word: str, end: int) -> bool:
    """Whether the number at ``start`` is a value although ``word``, up to ``end``, follows."""
    if word in TIMES:
        if low[end : end + 1] == "/" or _fills_its_line(low, start, end):
            return True  # "tối đa 15 phút/lượt"
        return "thời gian" in low[max(0, start - _LONG) : start] and _of_a_time(low, start, end)
    return word in _COUNTED and bool(_AT_LEAST.search(low[max(0, start - 20) : start]))


def _fills_its_line(low: str, start: int, end: int) -> bool:
    """A time that is all that a cell holds: "Không quá 3 ngày" under a column of targets."""
    return bool(_AT_MOST_ALONE.search(low[max(0, start - 20) : start]) and _LINE_ENDS.match(low, end))


def _of_a_time(low: str, start: int, end: int) -> bool:
    """Whether a time is what is measured; days counted from a day are a deadline."""
    since = re.match(
        r"(?: làm việc)?,? (?:kể )?(?:từ|sau) (?:ngày|khi)(?! (?:tiếp )?nhận)(?!\w)", low[end : end + 50]
    )
    if _lowered(low, start, end):
        return True
    return since is None and bool(_TIME_MEASURED.search(low[max(0, start - _LONG) : start]))


def time_end(low: str, number_end: int, end: int) -> int:
    """Where a time ends whose unit ends at ``end``: "07 ngày làm việc"; only the number of "15 phút/lượt"."""
    if low.startswith("/", end):
        return number_end
    return end + len(" làm việc") if low.startswith(" làm việc", end) else end


def _lowered(low: str, start: int, end: int) -> bool:
    """The 15 days of "thời gian cấp phép từ 15 ngày xuống còn 10 ngày"."""
    return bool(_LOWERED.match(low, end) and _FROM.search(low[max(0, start - _LONG) : start]))
