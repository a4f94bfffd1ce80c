"""Which period a result has by its own clause and those around it in one span."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.annotators.covered import Covered
from extractor.annotators.drafts import ActualDraft
from extractor.annotators.quantities import Quantity
from extractor.annotators.ratios import Merged
from extractor.annotators.report_clause import Parts
from extractor.annotators.yearly import years_in_turn
from extractor.records import TargetUnit


class Turns:
    """The years that are still to be given to values ("lần lượt là 5%; 6%; 8%")."""

    def __init__(self) -> None:
        self.left: list[Covered] = []
        self.unit: TargetUnit | None = None

    def taken(self, p: Parts, drafts: list[ActualDraft]) -> list[ActualDraft]:
        """The drafts of the next clause, each with its year; a clause with a period of its own ends it."""
        named = years_in_turn(p.low)
        if named:
            self.left, self.unit = named, drafts[0].unit if drafts else None
        elif p.covered:
            self.left = []
        found = []
        for draft in drafts:
            if self.left and draft.unit == self.unit:
                draft = replace(draft, covered=self.left.pop(0))
            found.append(draft)
        return found


_BEHIND = re.compile(r"\(\s*(?:số liệu|tính|cập nhật|thống kê|chốt|thời điểm|lũy kế)(?!\w)")


def dated_behind(p: Parts, drafts: Sequence[ActualDraft]) -> list[ActualDraft]:
    """ "A đạt 5%; B đạt 6% (số liệu đến 30/9)": the bracket that closes a sentence dates all its results."""
    last = p.covered[-1] if p.covered else None
    if last is None or not re.fullmatch(r"\s*\)\s*[.;]?\s*", p.low[last.end :]):
        return list(drafts)
    opened = p.low.rfind("(", 0, last.end)
    if opened < 0 or not _BEHIND.match(p.low, opened):
        return list(drafts)
    return [replace(d, covered=d.covered or last) for d in drafts]


def carried_on(p: Parts) -> Covered | None:
    """The period that goes on behind a clause: one at its head, before any number and any subject.

    "Trong tháng 9, …" opens what follows; "Số đơn gửi trong tháng 9 là …" speaks of its own number.
    """
    first = p.quantities[0].start if p.quantities else len(p.low)
    led = [c for c in p.covered if c.start < first and c.start < 60 and _opens(p.low[: c.start])]
    return led[-1] if led else None


_OPENS = re.compile(
    r"(?:[^\w]|(?:(?:toàn )?(?:tỉnh|huyện|xã|phường|thành phố|thị xã|ngành)|trên địa bàn|"
    r"lũy kế|riêng|cụ thể|kết quả|tính|qua (?:rà soát|thống kê)|cũng|còn|và|số liệu|theo báo cáo"
    r"|cộng dồn|thống kê|ước)(?!\w)|[a-zđ0-9]{1,2}[.)])*|[^,;.]{0,50}[:(,]\s*"
)


def _opens(before: str) -> bool:
    """Whether a period behind these words stands at the head of its clause."""
    return bool(_OPENS.fullmatch(before))


def period_of(p: Parts, zone: tuple[int, int], m: Merged) -> Covered | None:
    """The period of a value: named before it, else right behind it, else earlier in the clause."""
    q = m.quantity
    before = [
        c for c in p.covered
        if zone[0] <= c.start < q.number and not _ends_before(p, c, q) and not _closes(p, c, zone[0])
    ]  # fmt: skip
    if before:
        return before[-1]
    behind = [c for c in p.covered if m.end <= c.start < zone[1] and not _belongs_on(p, m.end, c, zone[1])]
    if behind:
        return behind[0]
    earlier = [c for c in p.covered if c.start < zone[0]]
    return earlier[-1] if earlier else None


def _belongs_on(p: Parts, end: int, covered: Covered, right: int) -> bool:
    """Whether a period behind a value leads to the next one ("…, năm 2023 có 305")."""
    return right < len(p.low) and bool(re.search(r"[,;:]|\bvà\b", p.low[end : covered.start]))


def _closes(p: Parts, covered: Covered, left: int) -> bool:
    """A period in brackets right behind the value before ("26 trạm (năm 2024), 405 trạm")."""
    led = re.fullmatch(r"(?:\s+[^\W\d_]+){0,4}\s*\(\s*", p.low[left : covered.start])
    return left > 0 and bool(led) and p.low[covered.end : covered.end + 1] == ")"


def _ends_before(p: Parts, covered: Covered, q: Quantity) -> bool:
    """The year of what a value has risen from ("từ 3% năm 2020 lên 13,5%")."""
    return bool(re.match(r"\)?\s*(?:lên|xuống|tăng lên|giảm xuống)(?!\w)", p.low[covered.end : q.number]))
