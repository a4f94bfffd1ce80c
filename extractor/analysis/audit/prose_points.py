"""Maximum points that stand behind an indicator in a line of prose, against those of the catalog."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.analysis.audit.figures import value
from extractor.analysis.audit.model import Hit, Span
from extractor.analysis.audit.points_by_code import in_prose
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_LINE = re.compile(
    r"\A[-–+*•]?\s*(?:chỉ số )?(\d{1,2}(?:\.\d{1,2}){1,3})\.?[:)]?\s[^\n]{6,300}?"
    r"\((?:tối đa |thang điểm:? )?(\d{1,3}(?:[.,]\d+)?) điểm\)"
)
_LINES = sign(_LINE, needs=("điểm)",))
_LEAST, _MOST_WRONG = 10, 0.2
_Printed = tuple[str, float | None, Span]
"""Code, its maximum as printed, and its words."""


def points(subject: Subject) -> Iterator[Hit]:
    """ "3.5. Trung tâm dữ liệu … (15 điểm) - …" where the catalog gives 30; silent where many differ."""
    lines = [
        (m[1], value(m[2]), subject.around(start, m))
        for start, words in subject.telling(_LINES)
        if (m := _LINE.match(words)) and m[1] in subject.catalog
    ]
    wrong = _wrong(subject, lines)
    if len(lines) >= _LEAST and len(wrong) <= _MOST_WRONG * len(lines):  # else another issue of the catalog
        yield from _hits(subject, wrong, unsure=False)


_OUT_OF = re.compile(
    r"(?<!\w)(?:chỉ số|mã số) (\d{1,2}\.\d{1,2})(?: (?:mới|chỉ|đã|còn))? (?:đạt|được) "
    r"\d{1,3}(?:,\d{1,2})?/(\d{1,3}) ?điểm"
)
_REACHED = sign(_OUT_OF, needs=("/", "điểm"))


def out_of(subject: Subject) -> Iterator[Hit]:
    """ "tỷ lệ … (chỉ số 6.12) mới đạt 4,80/10 điểm" where the catalog gives 20; silent where many differ."""
    told: list[_Printed] = [
        (m[1], float(m[2]), subject.around(start, m))
        for start, words in subject.telling(_REACHED)
        for m in _OUT_OF.finditer(words)
    ]
    told += [(reached.code, reached.top, reached.span) for reached in in_prose(subject)]
    told = [t for t in told if t[0] in subject.catalog]
    wrong = _wrong(subject, told)
    if len(wrong) <= max(1, _MOST_WRONG * len(told)):  # else another issue of the catalog
        yield from _hits(subject, wrong, unsure=True)


def _wrong(subject: Subject, told: Sequence[_Printed]) -> list[_Printed]:
    return [t for t in told if subject.catalog[t[0]].max_points not in (None, t[1])]


def _hits(subject: Subject, wrong: Sequence[_Printed], *, unsure: bool) -> Iterator[Hit]:
    for code, printed, span in wrong:
        figures = {"printed": printed, "catalog": subject.catalog[code].max_points}
        yield Hit("points-differ-from-catalog", figures, (span,), code, unsure=unsure)
