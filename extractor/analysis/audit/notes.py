"""Notes that drafters left for one another in the text of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.quality import TO_BE_FILLED
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_LOOK = (
    r"(?:kiểm tra|kiểm|rà soát|rà|soát|xem|đối chiếu|xác minh|xác nhận|tính|tra|sửa|chỉnh|viết|bổ sung|điền|"
    r"cập nhật|chốt|hỏi|check|chỉnh sửa)"
)
_WORK = rf"(?:{_LOOK}|cung cấp|gửi|cho|duyệt|thống nhất|cân nhắc|trao đổi|hoàn thiện)"
_PERSON = r"(?:anh|chị|em|bác|chú|cô|sếp|bạn)"
_OFFICE = r"(?:phòng|tổ|ban|bộ phận|văn phòng|sở|trung tâm|bên|đơn vị|chuyên viên)"
_FIGURE = r"(?:số liệu|con số|số|tỷ lệ|tỉ lệ|%|tên|ngày|căn cứ|mốc|chỉ tiêu|ô|cột|chỗ|đoạn|câu|dòng|ý)"
_HERE = rf"{_FIGURE}(?: %)? (?:này|trên đây|ở trên|bên trên)(?!\w)"
_BEFORE = r"trước khi (?:trình|ký|phát hành|ban hành|gửi đi|in|chốt)(?!\w)"
_KINDLY = (
    r"(?:giùm|dùm|nhé|nhá|ạ|(?:giúp|hộ)(?= ?(?:\W*\Z|,|với|em|anh|chị|mình|tôi|phòng|"
    r"trước khi|số|chỗ|cái)))(?!\w)"
)
_NAMED = re.compile(
    rf"(?<!\w)(?:{_PERSON} (?P<name>[^\W\d_]+)(?: [^\W\d_]+){{0,3}}? {_WORK}|"
    rf"(?:đ/c|đồng chí) (?P<who>[^\W\d_]+)(?: [^\W\d_]+){{0,3}}? {_LOOK}|"
    rf"(?:nhờ|hỏi(?: lại)?|chờ|đợi|xin ý kiến|theo ý(?: kiến)?|báo lại)(?: của)? "
    rf"(?:{_PERSON}|đ/c|đồng chí) (?P<told>[^\W\d_]+))(?!\w)"
)
_NOTES = re.compile(
    r"\A(?:cần |phải )?xin (?:lại )?số(?!\w)|(?<!\w)(?:lấy|dùng|ghi|để) (?:số|mốc|tên|đơn vị|ngày) nào(?!\w)|"
    rf"(?<!\w){_FIGURE} này (?:đã )?(?:đúng|chuẩn|khớp|ổn|hợp lý|được) (?:chưa|không|rồi)(?!\w)|"
    r"\Axin ý kiến (?:lãnh đạo|giám đốc|trưởng phòng|phó giám đốc|chánh văn phòng)(?!\w)|"
    r"\A(?:nội dung|phần|mục|đoạn|ý|câu) (?:này|trên) [^()\[\]]{0,40}"
    r"(?:xin ý kiến|viết|trùng|thừa|bỏ|hỏi)(?!\w)|"
    r"\A(?:cần |phải |sẽ )?(?:bổ sung|cập nhật|điền) (?:số|số liệu|tên|thêm|nốt|sau)\s*\Z|\Asẽ cập nhật\s*\Z|"
    r"\Asố(?: liệu)? (?:cũ|chưa chuẩn|chưa khớp)(?!\w)|"
    rf"\A(?:ghi chú|lưu ý|note|nb) ?: ?(?:cần |phải )?{_LOOK}(?!\w)|"
    rf"\A(?:đề nghị )?{_OFFICE} (?:[^\W\d_]+ ){{0,4}}?(?:bổ sung|điền|viết|xác nhận)"
    r"(?: (?:số(?: liệu| mới)?|thêm|nốt|sau|tên|ngày))?\s*\Z|"
    rf"(?<!\w)(?:nhờ|hỏi lại) {_OFFICE}(?!\w)|\A\W*hỏi {_OFFICE}(?!\w)|(?<!\w)sếp(?!\w)|"
    rf"(?<!\w){_OFFICE} (?:[^\W\d_]+ ){{0,5}}?{_LOOK} (?:lại )?(?:{_HERE}|(?:giúp|giùm|hộ)(?!\w))|"
    rf"(?<!\w){_OFFICE} (?:[^\W\d_]+ ){{0,5}}?{_LOOK} lại (?:cả )?{_FIGURE}(?!\w)|"
    rf"\A\W*(?:cần |phải |nên |nhớ |còn )?{_LOOK} lại(?: nhé)?(?:\W*\Z|"
    rf" (?:cả )?{_FIGURE}(?: [^\W\d_]+){{0,3}}\W*\Z)|"
    rf"(?<!\w)(?:{_WORK}|chờ|đợi|nhờ|xem)(?!\w)[^()\[\]]{{0,40}} {_HERE}|"
    r"(?<!\w)(?:chỗ|đoạn|câu|dòng) này(?!\w)|"
    rf"(?<!\w){_LOOK}(?!\w)[^()\[\]]{{0,50}} {_BEFORE}|"
    rf"(?<!\w){_WORK}(?!\w)[^()\[\]]{{0,40}} {_KINDLY}|"
    r"(?<!\w)(?:todo|to do|tbd|tbc|fixme|chưa chốt|tạm để|tạm ghi|để tạm|ghi tạm)(?!\w)|"
    r"(?<!\w)(?:chép|copy|coppy|bê|dán)(?: nguyên| lại| y nguyên)? (?:từ|của|theo) (?:kế hoạch|"
    r"báo cáo|văn bản|bản|mẫu|file|dự thảo|năm)(?!\w)|"
    r"(?<!\w)(?:xóa|bỏ|sửa|gỡ|thay|giữ)(?: hẳn| lại)? (?:ý|mục|phần|cột) (?:này|trên)(?!\w)|"
    rf"(?<!\w)(?:không|chưa|à|hả|chứ|nào|đâu|bao nhiêu|mấy|nhỉ|hay [^?]{{1,40}}|\d ?%?)\s*\?+\s*\Z|"
    rf"\A(?:{_FIGURE}|nguồn|năm|ai|đơn vị)(?!\w)[^?]{{0,25}}\?+\s*\Z"
)
_SQUARE = re.compile(
    rf"(?<!\w)(?:{_LOOK} (?:lại|thêm|sau)|xin ý kiến|hỏi ý kiến|góp ý|lưu ý|note)(?!\w)|"
    rf"\A(?:chờ|đợi|thêm|thiếu|cần|hỏi)(?!\w)|\A[^\W\d_]+(?: [^\W\d_]+)? ?: ?(?:thêm|cần|bỏ|{_LOOK})(?!\w)"
)
_LEGAL = re.compile(
    r"(?<!\w)(?:điều \d|khoản \d|theo quy định|hằng năm|hàng năm|định kỳ|thường xuyên|là gì|hồ sơ)(?!\w)"
)
_BRACKETS = re.compile(r"\[([^\[\]\n]{4,200})\]|\(([^()\n]{4,200})\)")
_LOOSE = re.compile(
    rf"(?:\A|(?<=[.;:>/#*|+-] )|(?<=[*>]))(?:(?:nhờ|đề nghị) )?{_PERSON} (?P<name>[^\W\d_]+) {_LOOK}"
    rf"(?!\w)[^.;()\n]{{0,60}}? (?:lại|này|với|{_KINDLY})(?!\w)[^.;()\n]{{0,60}}|"
    rf"(?<!\w)(?:nhờ|xin ý kiến|hỏi lại) {_PERSON} (?P<told>[^\W\d_]+)(?!\w)[^.;()\n]{{0,60}}|"
    rf"(?:(?<!:)//|->|=>|→|←|>>) ?(?:cần |phải |nhớ )?{_LOOK} (?:lại|thêm|giúp|số)(?!\w)[^.;\n]{{0,60}}|"
    r"(?<=\S )- (?:cần |phải )?(?:xem|kiểm tra|tính|hỏi|rà|rà soát|sửa) lại(?: số| số liệu| chỗ này)?"
    r"(?=\.?\s*\Z)|"
    r"(?<!\w)commented? ?\[\w{1,8}\] ?:[^\n]{0,100}"
)
_BRACKETED = sign(re.compile(r"[\[(]"))
_SPOKEN = sign(
    re.compile(  # each alternative opens with a letter of its own: `re` then leaps between those
        r"anh [^\W\d_]{2,7} [rkxsđtcvbh]|chị [^\W\d_]{2,7} [rkxsđtcvbh]|nhờ (?:anh|chị|sếp) |"
        r"kiến (?:anh|chị|sếp) |lại (?:anh|chị|sếp) |comment|//(?<!://)|->|=>|→|←|>>|- (?=[^.]{2,24} lại)"
    )
)


def notes(subject: Subject) -> Iterator[Hit]:
    """ "[chị Lan xem lại số này]", "(phòng TH rà lại trước khi trình ký)", "nhờ anh Nam bổ sung giúp"."""
    for start, words in subject.bearing(_BRACKETED):
        for match in _BRACKETS.finditer(words):
            if _is_note(subject, start, match) and not TO_BE_FILLED.search(match.group()):
                yield _note(subject, start, match)
    for start, words in subject.bearing(_SPOKEN):
        plain = _BRACKETS.sub(lambda m: " " * len(m.group()), words)
        for match in _LOOSE.finditer(plain):
            if (not match["name"] and not match["told"]) or _names_someone(subject, start, match):
                yield _note(subject, start, match)


def _is_note(subject: Subject, start: int, match: re.Match[str]) -> bool:
    inside = match[1] or match[2]
    if " " not in inside and "?" not in inside:
        return False
    told = _told(inside, match[1] is not None)
    if isinstance(told, bool):
        return told
    return _names_someone(subject, start + match.start() + 1, told)


@lru_cache(maxsize=16384)
def _told(inside: str, square: bool) -> bool | re.Match[str]:
    """Whether the words of a bracket are a note; the person that it may speak to where that decides."""
    if _LEGAL.search(inside):
        return False
    if _NOTES.search(inside) or (square and _SQUARE.search(inside)):
        return True
    return _NAMED.search(inside) or False


def _names_someone(subject: Subject, start: int, match: re.Match[str]) -> bool:
    """ "anh Tuấn", not "anh em"."""
    groups = (name for name, words in match.groupdict().items() if words)
    return any(subject.text[start + match.start(name)].isupper() for name in groups)


def _note(subject: Subject, start: int, match: re.Match[str]) -> Hit:
    printed = " ".join(subject.text[start + match.start() : start + match.end()].split())
    return Hit("note-left", {"printed": printed[:160]}, (subject.around(start, match, 60, 0),))
