"""Targets in items of prose: goal lines, contents of tasks and the rest, with place and past values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractor.annotators.baselines import read_baselines
from extractor.annotators.clauses import sentences
from extractor.annotators.drafts import Mode, TargetDraft
from extractor.annotators.roles import read_roles
from extractor.annotators.states import find_group_ranks, find_qualitative
from extractor.annotators.targets import find_targets
from extractor.assemble.context import Context, TargetAim, TaskDraft
from extractor.assemble.labels import label_of
from extractor.assemble.pairing import previous_value
from extractor.assemble.titles import title_of
from extractor.catalog.cited import bracketed_codes
from extractor.structure.outline import Item, Outline
from extractor.vietnamese.forms import fold

_COUNCIL = re.compile(r"hđnd|hội đồng nhân dân")  # what it passes, another unit has to put before it
# what "Mục tiêu đạt 50%" says of the thing measured: nothing
_EMPTY_WORDS = frozenset({
    "mục", "tiêu", "đạt", "năm", "tỷ", "lệ", "vào", "trong", "đến", "trở", "lên", "mức", "phấn", "đấu",
    "tối", "thiểu",
})  # fmt: skip
# nor does what goes on behind the value: "mỗi năm tiếp tục tăng cao hơn", "duy trì trong các năm sau"
_ONWARD = frozenset({
    "mỗi", "hằng", "hàng", "các", "những", "sau", "tiếp", "tục", "theo", "kế", "tới", "trước", "kỳ", "từ",
    "đó",
    "tăng", "giảm", "trưởng", "cao", "thấp", "hơn", "dần", "đều", "thêm", "nâng", "duy", "trì", "giữ", "vững",
    "ổn", "định", "và", "ở", "qua", "so", "với", "được", "sẽ", "phải", "không", "ngừng",
})  # fmt: skip
_TIMES = frozenset({"năm", "kỳ", "sau", "dần", "tiếp"})


@dataclass
class AimReader:
    """Reads targets out of items and keeps them in the order met."""

    context: Context
    outline: Outline
    found: list[TargetAim] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.context.source.text

    @property
    def year(self) -> int | None:
        """The plan's year."""
        return self.context.plan_year

    def goals(self, span: tuple[int, int], item: Item, task: TaskDraft | None, *, qualitative: bool) -> None:
        """Targets of a goal line; a line without a number is one state where ``qualitative``."""
        drafts = self._drafts(span, "goal")
        if not drafts and qualitative and not self._introduces(item, *span):
            drafts = find_qualitative(self.text, span, self.year)[:1]  # further clauses elaborate it
        elif task is not None and qualitative:
            drafts = self._with_states(span, drafts)
        for draft in drafts:
            aim = self._aim(self._with_parent(draft, item), task, item)
            if task is None and draft.quantity is None:
                lead = read_roles(self.text, *draft.sentence).lead
                aim.lead = [u for u in lead if not _COUNCIL.match(fold(u.text))] or None

    def _with_states(self, span: tuple[int, int], drafts: list[TargetDraft]) -> list[TargetDraft]:
        """The goals of a task with the states that stand between them ("Có quy chế; 80% xã có tổ")."""
        spans = list(sentences(self.text, *span))
        if len(spans) < 2:
            return drafts
        found = list(drafts)
        for start, end in spans:
            stated = any(start <= d.start < end or start <= d.sentence[0] < end for d in drafts)
            if not stated and self.text[end : end + 1] == ";":
                found += find_qualitative(self.text, (start, end), self.year)[:1]
        return sorted(found, key=lambda d: (d.start, d.order))

    def _introduces(self, item: Item, start: int, end: int) -> bool:
        text = self.context.text(start, end).strip()
        return text.endswith(":") or (bool(item.children) and len(text) < 120) or len(text) < 12

    def content(self, span: tuple[int, int], task: TaskDraft | None, item: Item) -> None:
        """Commitments inside the contents of a labelled task; a sentence may charge another unit."""
        for draft in find_targets(self.text, span, self.context.quantities, "task", self.year):
            aim = self._aim(draft, task, item)
            lead = read_roles(self.text, *draft.sentence).lead
            own = {n for u in task.lead for n in u.names} if task else set()
            if task and lead and {n for u in lead for n in u.names} != own:
                aim.lead = list(lead)

    def of_task(self, item: Item, task: TaskDraft | None) -> None:
        """Commitments in a task, or (without one) in a line that introduces tasks, with its own owners."""
        for draft in self._drafts((item.start, item.end), "task"):
            aim = self._aim(self._with_parent(draft, item), task, item)
            if task is None:
                roles = read_roles(self.text, *draft.sentence)
                aim.lead = list(roles.lead) or None
                aim.supporting = list(roles.supporting) or None

    def of_prose(self, item: Item) -> None:
        """Purposes, requirements, introductions: only plain commitments with a number, or groups aimed at."""
        for draft in self._drafts((item.start, item.end), "prose"):
            self._aim(draft, None, item)

    def compare(self, aim: TargetAim, past: tuple[int, int]) -> None:
        """Give a target the past values that stand elsewhere in its task, at ``past``."""
        aim.draft = replace(aim.draft, baseline_brackets=(past,))
        aim.baselines = read_baselines(self.context.text(*past), past[0], self.year)

    def _drafts(self, span: tuple[int, int], mode: Mode) -> list[TargetDraft]:
        """Targets with a number, and groups aimed at in sentences without one (or with a rank)."""
        drafts = find_targets(self.text, span, self.context.quantities, mode, self.year)
        taken = [d.sentence for d in drafts]
        groups = find_group_ranks(self.text, span, self.year)
        return drafts + [g for g in groups if g.sentence not in taken or _only_ranks(drafts, g)]

    def _with_parent(self, draft: TargetDraft, item: Item) -> TargetDraft:
        """A line of a series ("Năm 2025: 94 xã") takes what is measured from the line above it."""
        own = [
            w
            for w in re.findall(r"[^\W\d_]+", fold(draft.indicator))
            if w not in {"cấp", "năm", "tại", "đạt"}
        ]
        if len(own) > 2 or item.parent is None:
            return draft
        parent = self.outline.items[item.parent]
        label = label_of(self.text, parent.start, parent.end)
        above = self.context.text(label.start if label else parent.start, parent.end).rstrip(" :.")
        rest = draft.indicator if re.search(r"[^\W\d_]", draft.indicator) else ""
        return replace(draft, indicator=f"{title_of(above)} {rest}".strip()) if len(above) > 5 else draft

    def _aim(self, draft: TargetDraft, task: TaskDraft | None, item: Item) -> TargetAim:
        name = task.title if task and task.labelled and _says_nothing(draft) else None
        aim = TargetAim(
            draft, task, name, item.section, context=task.title if task else None,
            baselines=[
                b for a, e in draft.baseline_brackets
                for b in read_baselines(self.context.text(a, e), a, self.year, unit=draft.unit)
            ],
        )  # fmt: skip
        aim.baselines += previous_value(self.context, draft)
        aim.printed_code = self._printed_code(draft)
        aim.path = self.outline.path_of(item)
        self.found.append(aim)
        if task:
            task.targets.append(aim)
        return aim

    def _printed_code(self, draft: TargetDraft) -> str | None:
        """The code in brackets beside a target: of what it measures before it, else the nearest behind it.

        "(3.1) Người trưởng thành …: 88%", "kinh phí (5.12) không dưới 3 tỷ", "85% hộ có cáp quang (mã 3.3)".
        """
        start, end = draft.sentence
        text = self.context.text(start, end)
        brackets = bracketed_codes(text, self.context.matcher.catalog)
        if not brackets or draft.quantity is None:
            return None
        at = draft.quantity.number - start
        ahead = _code_ahead(text, at, brackets)
        if ahead:
            return ahead[0] if len(ahead) == 1 else None
        behind = [codes for place, codes in brackets if place > at]
        opening = [codes for place, codes in brackets if not text[:place].strip(" -–+*•")]
        codes = (opening or behind or [brackets[-1][1]])[0]
        return codes[0] if len(codes) == 1 else None


_ITEM_LABEL = re.compile(r"\s*(?:\d{1,2}\.)+\s*")


def _code_ahead(text: str, at: int, brackets: Sequence[tuple[int, tuple[str, ...]]]) -> tuple[str, ...]:
    """Codes in brackets before a value that no value before them took: "A (5.12) 3 tỷ, B (5.9) 2 lần"."""
    before = [(place, codes) for place, codes in brackets if place < at]
    if not before:
        return ()
    place, codes = before[-1]
    label = _ITEM_LABEL.match(text)
    opened = text.find(")", before[-2][0]) + 1 if len(before) > 1 else label.end() if label else 0
    taken = re.search(r"\d", text[opened:place])
    apart = re.search(r"\d", text[text.find(")", place) + 1 : at]) or re.search(r"[;]", text[place:at])
    return () if taken or apart else codes


def _only_ranks(drafts: list[TargetDraft], group: TargetDraft) -> bool:
    """A group aimed at beside a numeric rank of the same sentence ("top 20 … và vào nhóm khá")."""
    same = [d for d in drafts if d.sentence == group.sentence]
    return all(d.quantity is not None and d.quantity.unit == "rank" for d in same)


def _says_nothing(draft: TargetDraft) -> bool:
    """A target whose own words measure nothing ("Mục tiêu đạt 50%")."""
    words = set(re.findall(r"[^\W\d_]+", fold(draft.indicator)))
    return words <= _EMPTY_WORDS or (bool(words & _TIMES) and words <= _EMPTY_WORDS | _ONWARD)
