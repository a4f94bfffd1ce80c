"""Indicator phrases: what a target measures, cut out of its clause, and lists of things split apart."""

from __future__ import annotations

import re
from functools import cache

from extractor import gazetteers
from extractor.vietnamese.forms import fold

_LEADING = re.compile(
    r"(?:[\s\-–+*•,;:.“\"(]|(?:và|đồng thời|trong đó|cụ thể|riêng|đến|trong|vào|hết|cuối|trước)(?=[\s:,])|"
    r"(?:đến )?(?:hết |cuối )?năm (?:20)\d\d|giai đoạn (?:20)\d\d\s*-\s*(?:20)\d\d|tiếp tục|tập trung|"
    r"(?:phấn đấu|đảm bảo|bảo đảm|đạt|để|hoàn thành|đưa|nâng|tăng|giảm|triển khai chỉ tiêu|"
    r"thực hiện chỉ tiêu|"
    r"chỉ tiêu|mục tiêu|ít nhất|tối thiểu|trên|có)(?=[\s:,])"
    r"(?!\s+(?:cường|kết nối|cấp(?! tỉnh| huyện| xã)|cao)))+"
)
_TRAILING = re.compile(
    r"(?:[\s\-–+*•,;:.(]|(?<=\s)(?:và|hoặc|là|so với|với|trong|đó|có|được|phấn đấu|đảm bảo|bảo đảm|đạt|"
    r"và vượt|"
    r"vượt|tối thiểu|tỷ lệ|tỉ lệ|mức|phải|lên|(?<!tải )xuống|còn|"
    r"chiếm|bằng|từ|khoảng|trên|dưới|hơn|ít nhất|vào|thuộc|"
    r"vào năm (?:20)\d\d|"
    r"(?:đến |trong )?(?:hết |cuối )?năm (?:20)\d\d|con số này|lần lượt))+$"
)
_PARTICIPLE = re.compile(
    r"\s(?:được|có|đã|đạt|sử dụng|thực hiện|triển khai|kết nối|ứng dụng|tham gia|hoàn thành|tiếp cận|"
    r"biết|dùng|đủ|"
    r"đáp ứng|cung cấp|ban hành|cài đặt|cài|phát sinh|hài lòng|đăng ký|đều|phải|thường xuyên|tiếp nhận|"
    r"xử lý|giải quyết|"
    r"cập nhật|công khai|công bố|vận hành|bảo đảm|đảm bảo|chuyển đổi|thành lập|tích hợp|nộp|thanh toán|mở|"
    r"khai thác|thu|đăng tải|báo cáo|áp dụng|có)(?!\w)"
)
_RATIO_OF = re.compile(r"(?:tỷ lệ|tỉ lệ|số lượng|số)\s+")
_MEMBER_BREAK = re.compile(r",\s+|\s+và\s+|\s+hoặc\s+")


def trim_lead(text: str, start: int, end: int) -> int:
    """Offset behind words that only aim ("Phấn đấu", "Đến năm 2025,", "- ")."""
    match = _LEADING.match(fold(text[start:end]))
    return start + match.end() if match else start


def trim_tail(text: str, start: int, end: int) -> int:
    """Offset before a closing verb or mark ("… đạt tỷ lệ", "… trên")."""
    match = _TRAILING.search(fold(text[start:end]))
    return start + match.start() if match else end


@cache
def collectives() -> re.Pattern[str]:
    """Phrases whose members are counted together, in folded text."""
    phrases = sorted((r["phrase"] for r in gazetteers.rows("collectives")), key=len, reverse=True)
    return re.compile("|".join(re.escape(p) for p in phrases))


def head_noun_end(text: str) -> int | None:
    """Where the subject of "A, B và C được …" ends: before its verb; None without a verb."""
    match = _PARTICIPLE.search(fold(text))
    return match.start() if match and match.start() > 1 else None


def split_subjects(text: str) -> list[str]:
    """ "các hộ gia đình, tổ chức, doanh nghiệp được cấp X" -> one phrase for each member, tail shared.

    Members counted together ("cán bộ, công chức, viên chức") stay one. A single phrase comes back as is.
    """
    ratio = _RATIO_OF.match(fold(text))
    prefix = text[: ratio.end()] if ratio else ""
    text = text[len(prefix) :]
    end = head_noun_end(text)
    if end is None or end > 140:
        return [prefix + text]
    subject, tail = text[:end], text[end:]
    low = fold(subject)
    kept = [m.span() for m in collectives().finditer(low)]
    pieces: list[str] = []
    start = 0
    for match in _MEMBER_BREAK.finditer(low):
        if any(a < match.end() and match.start() < b for a, b in kept):
            continue
        pieces.append(subject[start : match.start()])
        start = match.end()
    pieces.append(subject[start:])
    pieces = [p.strip(" ,") for p in pieces]
    alike = len({fold(p).split(" ", 1)[0] for p in pieces}) == 1 and all(len(p.split()) >= 2 for p in pieces)
    if len(pieces) < 2 or len(pieces) > 5 or not (alike or all(_is_class(p) for p in pieces)):
        return [prefix + text]
    return [f"{prefix}{p}{tail}" for p in pieces]


_CLASS = re.compile(
    r"(?:(?:các|những|số|số lượng|toàn bộ|tổng số)\s+)*(?:hộ(?: gia đình)?|tổ chức|doanh nghiệp|"
    r"người dân|cá nhân|"
    r"máy chủ|máy trạm|máy (?:vi )?tính|cuộc họp|văn bản|trường học|trường|bệnh viện|"
    r"cơ sở (?:y tế|giáo dục|khám chữa bệnh)|hợp tác xã|"
    r"học sinh|sinh viên|giáo viên|hộ kinh doanh|hộ sản xuất(?: nông nghiệp)?|trạm y tế|"
    r"người dân trưởng thành|dân số trưởng thành|di tích|khu du lịch|cảng|bến(?: xe)?|nhà ga|chợ|siêu thị|"
    r"khách sạn|nhà hàng|cửa hàng|kho|trang trại|làng nghề|khu công nghiệp|nhà máy|thư viện|"
    r"bảo tàng)(?:\s+[^\W\d_]+){0,7}"
)


def _is_class(piece: str) -> bool:
    """A member is a class of things or people that can be counted on its own."""
    return bool(_CLASS.fullmatch(fold(piece))) and len(piece) < 80


_OWNERS = re.compile(  # "(Sở A chủ trì, Sở B phối hợp; quý II)" behind what is measured
    r"\s*\((?=[^()]{0,160}(?:chủ trì|phối hợp|phụ trách|chịu trách nhiệm|đầu mối|thực hiện)[;,.)\s])"
    r"[^()]{0,240}\)?\s*$",
    re.IGNORECASE,
)


_CODES = re.compile(  # "(chỉ số 3.1)": its code is told apart from its name
    r"\s*\((?:các )?(?:chỉ số|mã số|mã|tiêu chí|cs)(?: thành phần| con)?\s\d{1,2}(?:\.\d{1,2}){1,3}"
    r"(?:\s?(?:,|;|và|đến|-)\s?\d{1,2}(?:\.\d{1,2}){1,3}){0,6}\)",
    re.IGNORECASE,
)
_KIND_OF_GOAL = re.compile(r"(?:chung|cụ thể|tổng quát|chủ yếu|về [^:;,.]{3,40})\s*:\s*(?=\w)", re.IGNORECASE)


_ONLY_VALUE = re.compile(  # "từ 75% trở": the value itself, which says nothing of what is measured
    r"(?:(?:cấp|toàn) (?:tỉnh|huyện|xã)\s)?(?:từ|trên|dưới|đạt|tối thiểu|ít nhất)?\s?\d[\d.,]*\s?%?\s?"
    r"trở(?: lên| xuống)?"
)


def without_codes(name: str) -> str:
    """A name without the codes in brackets that stand inside or behind it."""
    return _CODES.sub("", name) or name


def clean_indicator(text: str) -> str:
    """One line, no aims before it, no verb after it, no code."""
    text = without_codes(_OWNERS.sub("", " ".join(text.split())))
    start = trim_lead(text, 0, len(text))
    if goal := _KIND_OF_GOAL.match(text, start):  # of "Mục tiêu chung: …"
        start = goal.end()
    end = trim_tail(text, start, len(text))
    if _ONLY_VALUE.fullmatch(fold(text[start:end])):
        return ""
    return text[start:end].strip(" ,;:.") or text.strip(" ,;:.")
