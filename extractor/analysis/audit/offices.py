"""Another office of the issuer's own kind, left from copying: a department, a district, a commune."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold

_TO = (
    r"(?:báo cáo|trình|tham mưu|tham mưu cho|giúp|gửi|gửi về|chịu trách nhiệm trước|trước|theo chỉ đạo của|"
    r"theo yêu cầu của|được sự đồng ý của|thuộc thẩm quyền của)"
)
_HEAD = re.compile(rf"(?<!\w){_TO} (?:ban )?(?:phó )?(?:giám đốc|lãnh đạo) (sở [^.,;:()\d]{{3,48}})")
_COUNCIL = re.compile(
    rf"(?<!\w){_TO} (?:(?:thường trực |lãnh đạo |chủ tịch )*(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)) "
    r"((?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn) [^\W\d_]+(?: [^\W\d_]+)?)"
)
_NAMED = sign(_HEAD, _COUNCIL)
_KIND = re.compile(r"(?<!\w)(sở|huyện|quận|thị xã|thành phố|xã|phường|thị trấn)(?!\w)")
_RUNS_ON = re.compile(r" (?:về|và|theo|trong|để|khi|kết quả|trước|các|hằng|định kỳ|của)(?!\w)")
_FEW = 2
"""Places that name the other office: what is named more often is spoken of on purpose."""


def others(subject: Subject) -> Iterator[Hit]:
    """ "báo cáo UBND huyện Y" in a plan of huyện X, "trước Giám đốc Sở Y" in one of Sở X."""
    own = fold(subject.extraction.document.issuer or "")
    kind = _KIND.search(own)
    if kind is None or not own:
        return
    mine = own[kind.start() :]
    for start, words in subject.telling(_NAMED):
        for pattern in (_HEAD, _COUNCIL):
            for match in pattern.finditer(words):
                other = match[1]
                if _kind_of(other) != kind[1] or _same(other, mine):
                    continue
                letter = start + match.start(1) + len(kind[1]) + 1
                if not subject.text[letter : letter + 1].isupper():
                    continue  # "UBND huyện chỉ đạo …"
                name = _RUNS_ON.split(" ".join(other.split()[:5]))[0]
                if subject.folded.count(name) <= _FEW:
                    at = (start + match.start(1), start + match.start(1) + len(name))
                    figures: dict[str, Figure] = {"other": subject.text[slice(*at)]}
                    figures["own"] = subject.extraction.document.issuer
                    yield Hit("another-office", figures, (subject.around(start, match, 20, 40),))


def _kind_of(name: str) -> str:
    kind = _KIND.match(name)
    return kind[1] if kind else ""


def _same(other: str, mine: str) -> bool:
    """The words after the name run on: it is enough that the own name begins them, or they the own name."""
    return other.startswith(mine) or mine.startswith(" ".join(other.split()[:3])) or mine.startswith(other)
