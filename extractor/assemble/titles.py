"""Titles of tasks, and texts that are no task at all."""

from __future__ import annotations

import re

from extractor.vietnamese.forms import fold

_NOT_TASK = re.compile(
    r"(?:trên đây là|chi tiết (?:tại|theo)|"
    r"\(?(?:có )?(?:phụ lục|danh mục|biểu)[^.;]{0,80}(?:kèm theo|đính kèm)|nơi nhận|kính gửi|ghi chú|"
    r"\((?:kèm theo|ban hành kèm theo|phân công|chi tiết|có phụ lục|đính kèm)|"
    r"(?:nghị quyết|quyết định|kế hoạch|chương trình|chỉ thị|công văn) này (?:có hiệu lực|đã được|thay thế)|"
    r"\(?[^.;:]{0,90}(?:(?:được )?(?:phân công|giao|nêu|quy định|trình bày)"
    r"(?: (?:thực hiện|cụ thể|chi tiết))*|chi tiết|cụ thể) "
    r"(?:tại|ở|trong|theo) (?:các )?(?:phụ lục|phụ biểu|biểu)[^.;]{0,60}\.?\)?\.?$|"
    r"theo phụ lục|(?:trong )?quá trình(?: (?:tổ chức|triển khai|thực hiện|kế hoạch|này))*[,;]? "
    r"(?:kế hoạch này,? )?(?:nếu|có (?:khó khăn|vướng mắc|vấn đề))|"
    r"nếu (?:có|gặp|phát sinh) [^,.]{0,40}(?:khó khăn|vướng mắc|vấn đề)|"
    r"(?:sau khi )?nhận được (?:kế hoạch|văn bản|công văn)|"
    r"kế hoạch này (?:thay thế|có hiệu lực)|"
    r"nhóm (?:chỉ số )?\d{1,2}\s*[-–.:]\s*[^.;:]{3,50}$|"
    r"(?:bảng|biểu|hình|sơ đồ)(?: số)? [\divx]{1,3}\s*[-–.:]\s*[^.;]{3,120}$|"
    r"kế hoạch có hiệu lực|nguồn|ảnh:)"
)


_LAST_WORDS = re.compile(
    r"(?:yêu cầu|đề nghị) [^.;]{0,120}"
    r"(?:nghiêm túc|khẩn trương|triển khai|tổ chức|thực hiện)[^.;]{0,60}"
    r"(?:[;.,] (?:trong quá trình|nếu|có|khi có|những)? ?"
    r"(?:khó khăn|vướng mắc|thực hiện|phát sinh)[^.]{0,200})?"
    r"\./\.?$"
)


_TITLE_END = re.compile(
    r"[.;:]\s|[.;:]$|,? (?:nhằm|để|đảm bảo|bảo đảm|góp phần|trong đó|theo quy định|theo hướng dẫn|trên cơ sở|"
    r"phục vụ|bao gồm|gồm|như)\b"
)


_LABEL_BEHIND = re.compile(
    r"[.;]\s+(?:thời gian|thời hạn|đơn vị|cơ quan|chủ trì|phối hợp|kinh phí|sản phẩm|kết quả|hoàn thành)"
    r"[^.;:]{0,40}:"
)


def is_no_task(text: str, *, unmarked: bool) -> bool:
    """Closing words, references to annexes and captions; ``unmarked`` paragraphs may also be last words."""
    low = fold(text)
    return len(text) < 12 or bool(_NOT_TASK.match(low)) or (unmarked and bool(_LAST_WORDS.match(low)))


def up_to_stop(text: str) -> str:
    """A labelled task's text up to its first full stop."""
    match = re.search(r"\.\s|\.$|;$", text)
    return text[: match.start()].strip() if match else text.strip(" .;")


def title_of(text: str) -> str:
    """A bullet's first clause."""
    text = " ".join(text.split()).strip(" .;:")
    behind = _LABEL_BEHIND.search(fold(text), 12)
    text = text[: behind.start()] if behind else text
    label = re.match(r"([^:.;]{8,110}):\s", text)
    if label and not re.search(r"\b(?:gồm|như|sau|là)$", fold(label[1])):
        return label[1].strip()
    for match in _TITLE_END.finditer(text):
        if match.start() >= 35:
            return text[: match.start()].strip(" ,")
    return text
