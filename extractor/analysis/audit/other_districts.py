"""Names of another district left from copying in a plan of a district."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.issuers import is_cited
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold

_NAME = r"[^\W\d_]+(?: [^\W\d_]+){1,2}"
_OWN = re.compile(rf"(?:ubnd|ủy ban nhân dân) (?:huyện|thị xã|quận) ({_NAME})")
_HERE = re.compile(
    r"(?<!\w)(?:trên|trong|toàn) (?:địa bàn )?(?:huyện|thị xã) (?P<name>[^\W\d_]+ [^\W\d_]+)|"
    r"(?<!\w)(?:của|cho) (?:ubnd|ủy ban nhân dân) (?:huyện|thị xã) (?P<office>[^\W\d_]+ [^\W\d_]+)|"
    r"(?<!\w)(?:đưa|xây dựng|phấn đấu|để) (?:huyện|thị xã) (?P<aimed>[^\W\d_]+ [^\W\d_]+)"
    r"(?= (?:trở thành|nằm trong|thuộc|vào|đạt|là|cơ bản))"
)
_ELSEWHERE = re.compile(
    r"học tập|kinh nghiệm|tham quan|khảo sát|so với|tương tự|hợp tác|liên kết|ký kết|giáp|lân cận|"
    r"các huyện|một số huyện|phối hợp|sáp nhập|hợp nhất|trước đây|mô hình|thí điểm|chi nhánh|tuyến|đoạn|"
    r"chuyển giao|bàn giao|cụm|hội thảo|căn cứ|quyết định|công văn|kế hoạch số"
)
_FEW, _USUAL = 2, 3


def names(subject: Subject) -> Iterator[Hit]:
    """ "trên địa bàn huyện B" in a plan of district A, which names itself again and again."""
    document = subject.extraction.document
    own = _OWN.fullmatch(fold(document.issuer or ""))
    if document.level != "district" or own is None or subject.folded.count(own[1]) < _USUAL:
        return
    found = [(m, m["name"] or m["office"] or m["aimed"]) for m in _HERE.finditer(subject.folded)]
    for match, name in found:
        first = match.end() - len(name)
        second = first + name.index(" ") + 1
        capital = subject.text[first].isupper() and subject.text[second].isupper()
        if not capital or own[1].startswith(name) or name.startswith(own[1]):
            continue
        if subject.folded.count(name) > _FEW or is_cited(subject, first):
            continue
        around = subject.folded[max(0, first - 160) : match.end() + 80]
        if match["aimed"] or not _ELSEWHERE.search(around):
            other = subject.text[match.start() : match.end()]
            figures: dict[str, Figure] = {"other": other, "own": document.issuer}
            yield Hit("another-province", figures, (subject.at(match.start(), match.end()),))
