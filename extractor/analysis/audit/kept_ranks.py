"""A group of leaders to stay in, while the place ranks behind it: "giữ vững nhóm 20" from 34/63."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.ranks import told_ranks
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_KEPT = re.compile(
    r"(?<!\w)(?:giữ vững|giữ|duy trì)(?: được)?"
    r"(?: (?:vị trí|thứ hạng|xếp hạng|vị thứ|vị thế|trong|thuộc|ở|nằm))*"
    r" (?:nhóm|tốp|top)(?: đầu)? (?P<group>\d{1,2})(?!\d| chỉ số| tiêu chí)(?P<rest>[^.;]{0,80})"
)
_STAY = sign(_KEPT)
_OF_DTI = re.compile(r"(?<!\w)(?:dti|chuyển đổi số)(?!\w)")
_OTHER = re.compile(
    r"(?<!\w)(?:vùng|khu vực|pci|papi|par|sipas|pgi|cải cách|cạnh tranh|hài lòng|huyện)(?!\w)"
)


def ranks(subject: Subject) -> Iterator[Hit]:
    """The last rank of the digital transformation index that the text tells is no place in the group."""
    passages = [passage for passage in subject.telling(_STAY) if _OF_DTI.search(passage[1])]
    known = (
        rank for rank in (told_ranks(subject) if passages else ())
        if rank.part is None and rank.index in ("dti", None) and rank.year
    )  # fmt: skip
    last = max(known, key=lambda rank: rank.year or "", default=None)
    if last is None:
        return
    for start, words in passages:
        for match in _KEPT.finditer(words):
            if last.place > int(match["group"]) and not _OTHER.search(match["rest"]):
                figures: dict[str, Figure] = {"indicator": "Thứ hạng DTI", "year": last.year}
                figures |= {"target": f"nhóm {match['group']}", "baseline": f"hạng {last.place}/{last.of}"}
                yield Hit("kept-above-result", figures, (subject.around(start, match), last.span))
