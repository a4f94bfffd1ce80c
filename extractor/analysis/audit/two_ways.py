"""Things that go one of two ways: those told do not come to all of them, or more came out than went in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.clauses import clause_behind
from extractor.analysis.audit.figures import rounded, shown, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_FIGURE = r"\d{1,3}(?:\.\d{3})+|\d{1,6}"
_N = rf"(?<![\w.,/])({_FIGURE})(?![\d/%]|[.,]\d)"
_AMONG = re.compile(
    rf"{_N}\s+([^\W\d_]+)((?:\s[^\W\d_]+){{0,8}}?)\s*[,;(:]\s*"
    r"(?:trong (?:số )?đó|gồm|bao gồm)(?!\w)"
)
_WAYS = (
    (re.compile(r"(?<!\w)trực tuyến(?!\w)"), re.compile(r"(?<!\w)(?:trực tiếp|bưu chính|bản giấy)(?!\w)")),
    (re.compile(r"(?<!\w)(?:đúng|trước|sớm) hạn"), re.compile(r"(?<!\w)(?:quá|trễ|chậm) hạn")),
    (re.compile(r"(?<!\w)toàn trình(?!\w)"), re.compile(r"(?<!\w)một phần(?!\w)")),
    (re.compile(r""), re.compile(r"\A(?:số )?còn lại(?: là| có)?\s*\Z")),
)
_BRACKET = re.compile(r"\([^()]*\)")
_REACH = 260
_NEAR = (0.8, 1.2)
_PARTED = sign(_AMONG)


def ways(subject: Subject) -> Iterator[Hit]:
    """ "624.500 hồ sơ, trong đó trực tuyến 488.359 hồ sơ, đạt 78,2%; trực tiếp 126.141 hồ sơ"."""
    for start, words in subject.telling(_PARTED):
        for match in _AMONG.finditer(words):
            whole = value(match[1])
            tail = re.split(r"\.(?!\d)|\n", words[match.end() : match.end() + _REACH])[0]
            found = _parts(tail, match[2]) if whole else []
            total = rounded(sum(found))
            if whole is None or not found or total == whole or max(found) >= whole:
                continue
            if _NEAR[0] * whole <= total <= _NEAR[1] * whole:
                figures: dict[str, Figure] = {"declared": whole, "sum": total}
                figures["noun"] = " ".join([match[2], *match[3].split()[:1]])
                figures["parts"] = " + ".join(map(shown, found))
                span = subject.at(start + match.start(), start + match.end() + len(tail))
                yield Hit("count-total", figures, (span,))


def _parts(tail: str, noun: str) -> list[float]:
    """The two numbers of this noun that go one way and the other; empty where there are more or fewer."""
    plain = _BRACKET.sub(lambda m: " " * len(m[0]), tail)
    if re.search(r"(?<!\w)(?:trong (?:số )?đó|gồm|mỗi|so với|tăng|năm trước)(?!\w)", plain):
        return []
    counted = list(re.finditer(rf"{_N}\s+{re.escape(noun)}(?!\w)", plain))
    if len(counted) != 2:
        return []
    pieces = [_around(plain, match) for match in counted]
    one_way = any(first.search(pieces[0]) and second.search(pieces[1]) for first, second in _WAYS[:3])
    back = any(second.search(pieces[0]) and first.search(pieces[1]) for first, second in _WAYS[:3])
    rest = _WAYS[3][1].search(re.split(r"[,;]|(?<!\w)và(?!\w)", plain[: counted[1].start()])[-1].strip())
    numbers = [n for n in (value(match[1]) for match in counted) if n is not None]
    return numbers if len(numbers) == 2 and (one_way or back or rest) else []


def _around(words: str, match: re.Match[str]) -> str:
    """The piece between commas that a number stands in."""
    return re.split(r"[,;:]", words[: match.start()])[-1] + " " + re.split(r"[,;:]", words[match.end() :])[0]


_THINGS = (
    r"(sự cố|lỗ hổng|điểm yếu|cảnh báo|cuộc tấn công|vụ tấn công|mã độc|địa chỉ|phản ánh|kiến nghị|câu hỏi|"
    r"yêu cầu|thông tin|tin báo|lỗi|máy|trường hợp|nguy cơ|vi phạm|tài khoản|trang|website|ý kiến)"
)
_MET = re.compile(
    r"(?<!\w)(?:phát hiện|ghi nhận|tiếp nhận|nhận được|cảnh báo|rà quét|dò quét|có)(?: được| tổng số)? "
    rf"{_N} {_THINGS}(?!\w)[^.;\d]{{0,80}}?"
    r"(?<!\w)(?:xử lý|giải quyết|khắc phục|trả lời|phản hồi|gỡ bỏ|ngăn chặn)"
    r"(?: xong| được| dứt điểm| kịp thời| thành công)* (?:(?=\d+/)\d{1,6}/(?P<all>\d{1,6})(?![\d/])|"
    rf"(?<![\w.,/])(?P<done>{_FIGURE})(?![\d/%]|[.,]\d))"
    rf"(?: (?P<same>{_THINGS[1:-1]}))?(?!\s*(?:%|ngày|giờ))"
)
_CARRIED = re.compile(r"(?<!\w)(?:tồn|chuyển sang|kỳ trước|năm trước|lũy kế|tích lũy|cộng dồn|cả)(?!\w)")
_HANDLED = sign(_MET)


def handled(subject: Subject) -> Iterator[Hit]:
    """ "Phát hiện 46 sự cố, đã xử lý 51 sự cố", "đã xử lý 51/51 sự cố": more were handled than were met."""
    for start, words in subject.telling(_HANDLED):
        for match in _MET.finditer(words):
            met, done = value(match[1]), value(match["all"] or match["done"])
            carried = _CARRIED.search(match.group() + clause_behind(words[match.end() :]))
            if met is None or done is None or done <= met or carried:
                continue
            if match["same"] in (None, match[2]):
                figures: dict[str, Figure] = {"part": done, "whole": met, "noun": match[2]}
                yield Hit("part-above-whole", figures, (subject.around(start, match),))
