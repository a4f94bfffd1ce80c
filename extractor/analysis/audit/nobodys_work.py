"""Solutions listed in the body of a plan that name nobody to carry them out, told once for the list.

Those that were read as tasks are told one by one; those of a plan that assigns its work by indicator are not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.structure.markers import marker_of

_WORK = re.compile(
    r"\A\W*(?:tiếp tục|đẩy mạnh|ban hành|tổ chức|triển khai|xây dựng|rà soát|nâng cấp|phấn đấu|thúc đẩy|"
    r"bố trí|nghiên cứu|nâng|đảm bảo|bảo đảm|hoàn thiện|phát triển|tăng|hỗ trợ|phổ biến|vận hành|kết nối|"
    r"khuyến khích|thường xuyên|hằng năm|hàng năm|mở|lập|đưa|tạo|duy trì|cập nhật|phân công|đào tạo|đôn đốc|"
    r"tuyên truyền|bổ sung|đổi mới|thực hiện|hướng dẫn|tích hợp|chuẩn hóa|số hóa|đầu tư|thí điểm|"
    r"ứng dụng)(?!\w)"
)
# Who acts: named at the opening of the item, or by a word of charging
_ACTS = re.compile(
    r"\A\W*(?:đề nghị|yêu cầu|giao|(?:các |ban |toàn )?(?:cơ quan|đơn vị|sở|ngành|địa phương|ubnd|ủy ban|"
    r"uỷ ban|phòng|cục|chi cục|công an|văn phòng|đài|báo|trung tâm|doanh nghiệp|bưu điện|tỉnh đoàn|hội|"
    r"trường|chủ tịch|thủ trưởng|người đứng đầu|ban chỉ đạo|tổ công nghệ|ngân hàng|mặt trận|xã|huyện))(?!\w)|"
    r"(?<!\w)(?:chủ trì|phối hợp|phụ trách|giao cho|thực hiện:|đầu mối|trách nhiệm của|chỉ đạo các|do)(?!\w)|"
    r"\((?:sở|ubnd|phòng|ban|cục|văn phòng|công an|trung tâm|các)(?!\w)"
)
_OTHER_PARTS = re.compile(
    r"(?<!\w)(?:mục tiêu|chỉ tiêu|kết quả|căn cứ|nơi nhận|hạn chế|thực trạng|tình hình|nguyên nhân)(?!\w)"
)
_SOLUTIONS = re.compile(r"(?<!\w)(?:giải pháp|nhiệm vụ)(?!\w)")
_BULLETS = ("dash", "plus", "star")
_LONGEST_HEAD, _SHORTEST_ITEM = 120, 40
_LEAST, _MOST, _SHOWN = 10, 0.5, 20
_WORKING = sign(_WORK)

Item = tuple[int, int]


def solutions(subject: Subject) -> Iterator[Hit]:
    """A list of solutions most of which name no unit and were not read as tasks."""
    if subject.extraction.document.kind != "plan" or len(subject.telling(_WORKING)) < _LEAST:
        return
    records = sorted(r.evidence.start for r in subject.records if r.evidence is not None)
    for items in _lists(subject):
        unread = [item for item in items if not _holds(records, *item)]
        if len(unread) < _MOST * len(items):
            continue
        words = [subject.folded[start:end] for start, end in items]
        bare = [item for item in unread if not _ACTS.search(subject.folded[item[0] : item[1]])]
        working = sum(bool(_WORK.match(w)) for w in words)
        if min(len(bare), working) >= _MOST * len(items):
            figures: dict[str, Figure] = {"count": len(bare), "of": len(items)}
            yield Hit("solutions-without-owner", figures, tuple(subject.at(*b) for b in bare[:_SHOWN]))


def _lists(subject: Subject) -> Iterator[list[Item]]:
    """Runs of items in parts that tell of work; tables may stand between them."""
    items: list[Item] = []
    other = False
    for start, end in (*subject.paragraphs, (len(subject.text), len(subject.text))):
        if marker_of(subject.text[start:end])[0] in _BULLETS:
            if end - start >= _SHORTEST_ITEM and not other:
                items.append((start, end))
            continue
        if len(items) >= _LEAST:
            yield items
        items = []
        words = subject.folded[start:end].rstrip()
        if len(words) <= _LONGEST_HEAD and not words.endswith((".", ";", ",")):
            other = bool(_OTHER_PARTS.search(words)) and not _SOLUTIONS.search(words)


def _holds(records: list[int], start: int, end: int) -> bool:
    """A record begins within the item."""
    at = bisect_left(records, start)
    return at < len(records) and records[at] < end
