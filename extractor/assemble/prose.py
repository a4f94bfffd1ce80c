"""Sections of prose to tasks and targets: labelled tasks, bullets of tasks, lines of goals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractor.annotators.baselines import read_baselines
from extractor.annotators.clauses import sentences
from extractor.annotators.drafts import Mode, TargetDraft
from extractor.annotators.roles import Roles, read_roles
from extractor.annotators.states import find_group_ranks, find_qualitative
from extractor.annotators.targets import find_targets
from extractor.annotators.units import UnitMention, split_units
from extractor.assemble.context import Context, DeadlineDraft, TargetAim, TaskDraft
from extractor.assemble.labels import Label, inline_labels, label_of
from extractor.assemble.pairing import previous_value
from extractor.structure.outline import Item, Outline, SectionKind
from extractor.vietnamese.forms import fold
from extractor.vietnamese.periods import find_deadlines

_MODES: dict[SectionKind, Mode | None] = {
    "body": "prose", "purpose": "prose", "general_goals": "goal", "goals": "goal", "tasks": "task",
    "implementation": "task", "budget": "prose", "annex": "prose", "future": "goal",
    "basis": None, "situation": None, "recipients": None,
}  # fmt: skip
_TASK_KINDS = {"tasks", "implementation"}
_NOT_TASK = re.compile(
    r"(?:trên đây là|chi tiết (?:tại|theo)|\(?(?:có )?(?:phụ lục|danh mục|biểu)[^.;]{0,80}(?:kèm theo|đính kèm)|nơi nhận|kính gửi|ghi chú|"
    r"\((?:kèm theo|ban hành kèm theo|phân công|chi tiết|có phụ lục|đính kèm)|(?:nghị quyết|quyết định|kế hoạch|chương trình|chỉ thị|công văn) này (?:có hiệu lực|đã được|thay thế)|"
    r"[^.;:]{0,90}(?:được (?:phân công|giao|nêu|quy định)|chi tiết) tại (?:các )?phụ lục[^.;]{0,60}\.?$|theo phụ lục|trong quá trình (?:tổ chức |triển khai )*thực hiện,? (?:kế hoạch này,? )?nếu|kế hoạch này (?:thay thế|có hiệu lực)|"
    r"kế hoạch có hiệu lực|nguồn|ảnh:)"
)
_LAST_WORDS = re.compile(
    r"(?:yêu cầu|đề nghị) [^.;]{0,120}(?:nghiêm túc|khẩn trương|triển khai|tổ chức|thực hiện)[^.;]{0,60}\./\.?$"
)
_TITLE_END = re.compile(
    r"[.;:]\s|[.;:]$|,? (?:nhằm|để|đảm bảo|bảo đảm|góp phần|trong đó|theo quy định|theo hướng dẫn|trên cơ sở|phục vụ|bao gồm|gồm|như)\b"
)
_DTI = re.compile(r"chỉ số (?:dti|chuyển đổi số)|xếp hạng|thứ hạng")


@dataclass
class ProseResult:
    """Tasks and targets found in prose."""

    tasks: list[TaskDraft] = field(default_factory=list)
    targets: list[TargetAim] = field(default_factory=list)


def read_prose(context: Context, outline: Outline) -> ProseResult:
    """Walk the items of the outline once, section by section."""
    return _Walk(context, outline).run()


class _Walk:
    def __init__(self, context: Context, outline: Outline) -> None:
        self.context, self.outline = context, outline
        self.text = context.source.text
        self.result = ProseResult()
        self.group: TaskDraft | None = None  # the labelled task being read
        self.group_section = -1
        self.field: Label | None = None  # the label whose value goes on in deeper items
        self.field_item: int | None = None
        self.loose: list[TaskDraft] = []  # unlabelled tasks of the section, waiting for shared labels
        self.year = context.plan_year
        self.report = context.facts.kind == "report"
        self.labelled_sections = self._labelled_sections()

    def run(self) -> ProseResult:
        for item in self.outline.items:
            if item.repeated:
                continue
            if item.section != self.group_section:
                self.group, self.field, self.loose = None, None, []
                self.group_section = item.section
            self._item(item)
        return self.result

    def _labelled_sections(self) -> set[int]:
        """Sections whose tasks are given by labels."""
        found = set()
        for item in self.outline.items:
            label = label_of(self.text, item.start, item.end)
            if (
                label
                and label.role in {"task", "lead", "support"}
                and self._kind(item) not in {"goals", "general_goals"}
            ):
                found.add(item.section)
        return found

    def _kind(self, item: Item) -> SectionKind:
        kind = self.outline.kind_of(item)
        if self.report and kind in {"body", "purpose"}:
            return "situation"
        return kind

    def _item(self, item: Item) -> None:
        kind = self._kind(item)
        if self._addressed(item):
            return
        label = label_of(self.text, item.start, item.end)
        if label and kind not in {"basis", "situation", "recipients"}:
            self._labelled(item, label, kind)
            return
        if self.field is not None and self._continues_field(item):
            self._field_value(self.field, item.start, item.end, item)
            return
        self.field = None
        mode = _MODES[kind]
        if mode is None:
            return
        if kind in _TASK_KINDS:
            self._task_item(item)
        elif mode == "goal":
            self._goal_item(item, kind)
        else:
            self._other_item(item)

    def _addressed(self, item: Item) -> bool:
        """Lines of a letter's address ("Kính gửi: - …")."""
        parent = self.outline.items[item.parent] if item.parent is not None else item
        return fold(self.context.text(parent.start, parent.end)[:12]).startswith("kính gửi")

    # -- labelled tasks -------------------------------------------------------------------------

    def _labelled(self, item: Item, label: Label, kind: SectionKind) -> None:
        self.field, self.field_item = label, item.index
        if label.role == "task":
            self._close_loose()
            self._open_group(item, label)
            return
        if (
            label.role == "goal"
            and kind in {"goals", "general_goals", "body", "purpose"}
            and self.group is None
        ):
            self._goals(label.start, label.end, item, None, qualitative=kind == "goals")
            return
        if (
            self.group is None
            and label.role in {"lead", "support", "deadline", "deliverable", "monitor"}
            and self.loose
        ):
            self._share(label)
            return
        if self.group is None and kind in _TASK_KINDS:
            self._group_from_heading(item)
        if self.group is not None or label.role in {"goal", "content"}:
            self._field_value(label, label.start, label.end, item)

    def _open_group(self, item: Item, label: Label) -> None:
        title = _up_to_stop(self.context.text(label.start, label.end))
        self.group = TaskDraft(item.start, item.end, title, self._path(item), labelled=True)
        self.result.tasks.append(self.group)

    def _group_from_heading(self, item: Item) -> None:
        """Labels without a task label: the task is their parent item, or the heading they stand under."""
        parent = self.outline.items[item.parent] if item.parent is not None else None
        if parent is not None and parent.end - parent.start > 15:
            title = _title(self.context.text(parent.start, parent.end))
            known = next((t for t in self.result.tasks if t.start == parent.start), None)
            self.group = known or TaskDraft(parent.start, parent.end, title, self._path(item), labelled=True)
            if known is None:
                self.result.tasks.append(self.group)
            return
        section = self.outline.sections[item.section]
        if section.index == 0 or section.end <= section.start:
            return
        self.group = TaskDraft(
            section.start, section.end, section.title.rstrip(":. "), section.path, labelled=True
        )
        self.result.tasks.append(self.group)

    def _continues_field(self, item: Item) -> bool:
        parent = item.parent
        while parent is not None:
            if parent == self.field_item:
                return True
            parent = self.outline.items[parent].parent
        if self.field is None or self.field_item is None:
            return False
        above = self.outline.items[self.field_item]
        empty = above.end - self.field.start <= 1
        return (
            item.style == "plus"
            or (item.style == "none" and empty)
            or (
                item.style in {"dash", "plus", "star"}
                and above.style in {"none", "letter", "number", "bracket"}
                and empty
            )
        )

    def _field_value(self, label: Label, start: int, end: int, item: Item) -> None:
        task = self.group
        text = self.context.text(start, end)
        if not text.strip(" .;"):
            return
        cut = _embedded_label(self.text, start, end)
        if cut is not None and label.role in {"lead", "support", "deadline", "monitor"}:
            self._field_value(label, start, cut[0], item)
            self._field_value(cut[1], cut[1].start, end, item)
            return
        if label.role == "lead" and task:
            task.lead += split_units(text, start)
        elif label.role == "support" and task:
            task.supporting += split_units(text, start)
        elif label.role == "monitor" and task:
            task.monitoring += split_units(text, start)
        elif label.role == "deadline" and task:
            task.deadline = task.deadline or self._deadline_value(start, end)
        elif label.role == "deliverable" and task:
            task.deliverable = task.deliverable or text.strip(" .;")
        elif label.role == "goal":
            self._goals(start, end, item, task, qualitative=True)
        elif label.role == "content":
            self._content(start, end, task, item)

    def _deadline_value(self, start: int, end: int) -> DeadlineDraft | None:
        while end > start and self.text[end - 1] in " .;,":
            end -= 1
        return self.context.deadline(start, end)

    def _content(self, start: int, end: int, task: TaskDraft | None, item: Item) -> None:
        """Commitments inside the contents of a labelled task."""
        drafts = find_targets(self.text, (start, end), self.context.quantities, "task", self.year)
        for draft in drafts:
            aim = self._aim(draft, task, item)
            roles = read_roles(self.text, *draft.sentence)
            if (
                task
                and roles.lead
                and {n for u in roles.lead for n in u.names} != {n for u in task.lead for n in u.names}
            ):
                aim.lead = list(roles.lead)

    def _share(self, label: Label) -> None:
        """A label behind unlabelled bullets holds for all of them."""
        for task in self.loose:
            text = self.context.text(label.start, label.end)
            if label.role == "lead" and not task.lead:
                task.lead = split_units(text, label.start)
            elif label.role == "support" and not task.supporting:
                task.supporting = split_units(text, label.start)
            elif label.role == "deadline":
                task.deadline = task.deadline or self._deadline_value(label.start, label.end)
            elif label.role == "deliverable":
                task.deliverable = task.deliverable or text.strip(" .;")

    def _close_loose(self) -> None:
        self.loose = []

    # -- goals ----------------------------------------------------------------------------------

    def _goal_item(self, item: Item, kind: SectionKind) -> None:
        text = self.context.text(item.start, item.end)
        if _NOT_TASK.match(fold(text)):
            return
        self._goals(
            item.start, item.end, item, None, qualitative=kind in {"goals", "future"} and self._specific(item)
        )

    def _specific(self, item: Item) -> bool:
        """Whether lines without numbers are targets here: under specific goals, not under plain "Mục tiêu"."""
        section: int | None = item.section
        while section is not None:
            title = fold(self.outline.sections[section].title)
            if re.search(r"cụ thể|chỉ tiêu|cơ bản|chủ yếu", title):
                return True
            section = self.outline.sections[section].parent
        return False

    def _goals(self, start: int, end: int, item: Item, task: TaskDraft | None, *, qualitative: bool) -> None:
        drafts = find_targets(self.text, (start, end), self.context.quantities, "goal", self.year)
        groups = find_group_ranks(self.text, (start, end), self.year)
        taken = [d.sentence for d in drafts]
        drafts += [g for g in groups if g.sentence not in taken or _only_ranks(drafts, g)]
        if not drafts and qualitative and not self._introduces(item, start, end):
            drafts = self._qualitative(start, end)
        for draft in drafts:
            aim = self._aim(self._with_parent(draft, item), task, item)
            if task is None and draft.quantity is None:
                aim.lead = list(read_roles(self.text, *draft.sentence).lead) or None

    def _introduces(self, item: Item, start: int, end: int) -> bool:
        text = self.context.text(start, end).strip()
        return text.endswith(":") or (bool(item.children) and len(text) < 120) or len(text) < 12

    def _qualitative(self, start: int, end: int) -> list[TargetDraft]:
        """One state for the line: its first clause (further clauses elaborate it)."""
        return find_qualitative(self.text, (start, end), self.year)[:1]

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
        above = self.context.text(parent.start, parent.end).rstrip(" :.")
        return (
            replace(draft, indicator=f"{_title(above)} {draft.indicator}".strip())
            if len(above) > 5
            else draft
        )

    # -- tasks ----------------------------------------------------------------------------------

    def _task_item(self, item: Item) -> None:
        text = self.context.text(item.start, item.end)
        low = fold(text)
        if _NOT_TASK.match(low) or len(text) < 12 or (item.style == "none" and _LAST_WORDS.match(low)):
            return
        heading_units = self.outline.unit_heading(item.section)
        if (item.children and text.rstrip().endswith(":")) or (
            text.rstrip().endswith(":") and len(text) < 200
        ):
            self._intro(item, heading_units)
            return
        if item.children and self._children_are_tasks(item):
            self._targets_of(item, None)
            return
        if self.group is not None and self.group.labelled and item.section in self.labelled_sections:
            self._content(item.start, item.end, self.group, item)
            if item.style in {"plus", "dash", "star", "none", "bracket"}:
                return
        parts = self._sentence_tasks(item) if item.style == "none" and not heading_units else []
        for start, end in parts or [(item.start, item.end)]:
            self._plain_task(replace(item, start=start, end=end), heading_units)

    def _sentence_tasks(self, item: Item) -> list[tuple[int, int]]:
        """A paragraph that charges a unit in each sentence is a task for each; else no parts."""
        if self._kind(item) != "implementation":
            return []
        spans = [s for s in sentences(self.text, item.start, item.end)]
        charged = [bool(read_roles(self.text, *s).lead) for s in spans]
        return spans if len(spans) > 1 and all(charged) else []

    def _intro(self, item: Item, heading_units: tuple[UnitMention, ...]) -> None:
        """ "Sở X có trách nhiệm:" gives its unit to the items below; other intros only announce."""
        return

    def _children_are_tasks(self, item: Item) -> bool:
        labels = [
            label_of(self.text, self.outline.items[c].start, self.outline.items[c].end) for c in item.children
        ]
        return not any(labels) and item.style not in {"dash", "plus"} and item.end - item.start < 160

    def _plain_task(self, item: Item, heading_units: tuple[UnitMention, ...]) -> None:
        text = self.context.text(item.start, item.end)
        start, end = item.start, item.end
        while end > start and self.text[end - 1] in " ;":
            end -= 1
        task = TaskDraft(start, end, _title(text), self._path(item))
        roles = self._roles(item, heading_units)
        task.lead, task.supporting, task.monitoring = (
            list(roles.lead),
            list(roles.supporting),
            list(roles.monitoring),
        )
        self._inline(task, item)
        task.deadline = task.deadline or self._prose_deadline(start, end)
        self.result.tasks.append(task)
        self.loose.append(task)
        self._targets_of(item, task)

    def _roles(self, item: Item, heading_units: tuple[UnitMention, ...]) -> Roles:
        roles = read_roles(self.text, item.start, item.end)
        above = self._intro_units(item)
        heading = heading_units or above
        if not heading:
            return roles
        named = {n for u in heading for n in u.names}
        subject = [u for u in roles.lead if set(u.names) & named]
        supporting = tuple(u for u in roles.supporting if not set(u.names) & named)
        if subject:
            return Roles(tuple(subject), supporting, roles.monitoring)
        return Roles(tuple(heading), supporting, roles.monitoring)

    def _intro_units(self, item: Item) -> tuple[UnitMention, ...]:
        """Units of an introducing line above ("Giao Sở X:", "Sở X có trách nhiệm:")."""
        parent = item.parent
        while parent is not None:
            above = self.outline.items[parent]
            text = self.context.text(above.start, above.end)
            if text.rstrip().endswith(":") and len(text) < 400:
                low = fold(text)
                bare = re.sub(
                    r"\s*(?:có (?:trách nhiệm|nhiệm vụ)|chủ trì|chịu trách nhiệm|thực hiện)?[^:]{0,40}:\s*$",
                    "",
                    low,
                )
                units = split_units(text[: len(bare)].strip(), above.start) if len(bare) < 300 else []
                roles = read_roles(self.text, above.start, above.end)
                if roles.lead:
                    return roles.lead
                if (
                    units
                    and len(units[0].text) < 80
                    and re.match(
                        r"(?:giao |đề nghị )?(?:các )?(?:sở|ubnd|ủy ban|văn phòng|công an|cục|ban|phòng|trung tâm|đài)",
                        low,
                    )
                ):
                    return tuple(units)
            parent = above.parent
        return ()

    def _inline(self, task: TaskDraft, item: Item) -> None:
        """Owners and time named inside the bullet by labels."""
        for label in inline_labels(self.text, item.start, item.end):
            text = self.context.text(label.start, label.end)
            if label.role == "lead":
                task.lead = split_units(text, label.start)
            elif label.role == "support":
                task.supporting = split_units(text, label.start)
            elif label.role == "deadline":
                task.deadline = self._deadline_value(label.start, label.end)
            elif label.role == "deliverable":
                task.deliverable = text

    def _prose_deadline(self, start: int, end: int) -> DeadlineDraft | None:
        found = [p for p in find_deadlines(self.context.text(start, end)) if p.kind == "deadline"]
        if not found:
            return None
        first = found[0]
        return self.context.deadline(start + first.start, start + first.end)

    def _targets_of(self, item: Item, task: TaskDraft | None) -> None:
        drafts = find_targets(self.text, (item.start, item.end), self.context.quantities, "task", self.year)
        drafts += [
            g for g in find_group_ranks(self.text, (item.start, item.end), self.year)
            if g.sentence not in [d.sentence for d in drafts]
        ]  # fmt: skip
        for draft in drafts:
            aim = self._aim(self._with_parent(draft, item), task, item)
            if task is None:
                roles = read_roles(self.text, *draft.sentence)
                aim.lead = list(roles.lead) or None
                aim.supporting = list(roles.supporting) or None

    # -- other prose ----------------------------------------------------------------------------

    def _other_item(self, item: Item) -> None:
        """Purposes, requirements, introductions: only plain commitments with a number or a rank count."""
        if (
            self._kind(item) == "body"
            and item.style in {"number", "letter", "dash", "bracket"}
            and (item.section == 0 or self.context.facts.kind == "decision")
        ):
            roles = read_roles(self.text, item.start, item.end)
            if roles.lead and self.context.facts.kind in {"decision", "plan"}:
                self._task_item(item)
                return
        drafts = find_targets(self.text, (item.start, item.end), self.context.quantities, "prose", self.year)
        taken = [d.sentence for d in drafts]
        drafts += [
            g
            for g in find_group_ranks(self.text, (item.start, item.end), self.year)
            if g.sentence not in taken
        ]
        for draft in drafts:
            self._aim(draft, None, item)

    def _aim(self, draft: TargetDraft, task: TaskDraft | None, item: Item) -> TargetAim:
        name = task.title if task and task.labelled and _says_nothing(draft) else None
        aim = TargetAim(
            draft, task, name, item.section, context=task.title if task else None,
            baselines=[
                b for a, e in draft.baseline_brackets
                for b in read_baselines(self.context.text(a, e), a, self.year)
            ],
        )  # fmt: skip
        aim.baselines += previous_value(self.context, draft)
        self.result.targets.append(aim)
        if task:
            task.targets.append(aim)
        return aim

    def _path(self, item: Item) -> str:
        section = self.outline.sections[item.section]
        if item.style in {"letter", "number", "bracket"} and item.label:
            return f"{section.path}.{item.label}" if section.path else item.label
        parent = self.outline.items[item.parent] if item.parent is not None else None
        while parent is not None:
            if parent.style in {"letter", "number", "bracket"} and parent.label:
                return f"{section.path}.{parent.label}" if section.path else parent.label
            parent = self.outline.items[parent.parent] if parent.parent is not None else None
        return section.path


def _embedded_label(text: str, start: int, end: int) -> tuple[int, Label] | None:
    """A further label inside a value ("Sở A; phối hợp: Sở B"): where the value ends, and the label."""
    for match in re.finditer(r"[;.,]\s*(?=[^\W\d_][^;:.]{1,40}:)", text[start:end]):
        label = label_of(text, start + match.end(), end)
        if label:
            return start + match.start(), label
    return None


def _only_ranks(drafts: list[TargetDraft], group: TargetDraft) -> bool:
    """A group aimed at beside a numeric rank of the same sentence ("top 20 … và vào nhóm khá")."""
    same = [d for d in drafts if d.sentence == group.sentence]
    return all(d.quantity is not None and d.quantity.unit == "rank" for d in same)


def _says_nothing(draft: TargetDraft) -> bool:
    """A target whose own words measure nothing ("Mục tiêu đạt 50%")."""
    words = [w for w in re.findall(r"[^\W\d_]+", fold(draft.indicator)) if w not in {
        "mục", "tiêu", "đạt", "năm", "tỷ", "lệ", "vào", "trong", "đến", "trở", "lên", "mức", "phấn", "đấu", "tối", "thiểu"}]  # fmt: skip
    return not words


def _up_to_stop(text: str) -> str:
    match = re.search(r"\.\s|\.$|;$", text)
    return text[: match.start()].strip() if match else text.strip(" .;")


def _title(text: str) -> str:
    """A bullet's first clause."""
    text = " ".join(text.split()).strip(" .;:")
    label = re.match(r"([^:.;]{8,110}):\s", text)
    if label and not re.search(r"\b(?:gồm|như|sau|là)$", fold(label[1])):
        return label[1].strip()
    for match in _TITLE_END.finditer(text):
        if match.start() >= 35:
            return text[: match.start()].strip(" ,")
    return text


def first_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Span of the first sentence."""
    return next(sentences(text, start, end), (start, end))
