"""Sections of prose to tasks and targets: labelled tasks, bullets of tasks, lines of goals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractor.annotators.drafts import Mode
from extractor.annotators.roles import read_roles
from extractor.assemble.aim_reader import AimReader
from extractor.assemble.common import Common, common_fields, spread
from extractor.assemble.context import Context, TargetAim, TaskDraft
from extractor.assemble.ditto import again, source_of
from extractor.assemble.entries import coded_line, entry_opening, read_entry
from extractor.assemble.grouped import groups_above
from extractor.assemble.labels import Label, chained_labels, label_of, past_label
from extractor.assemble.owners import prose_deadline, roles_of, set_field, set_inline_fields
from extractor.assemble.shares import Share, sentence_shares
from extractor.assemble.titles import is_no_task, title_of, up_to_stop
from extractor.structure.outline import Item, Outline
from extractor.structure.section_kinds import SectionKind
from extractor.vietnamese.forms import fold

_MODES: dict[SectionKind, Mode | None] = {
    "body": "prose", "purpose": "prose", "general_goals": "goal", "goals": "goal", "tasks": "task",
    "implementation": "task", "budget": "prose", "annex": "prose", "future": "goal",
    "basis": None, "situation": None, "recipients": None,
}  # fmt: skip
_TASK_KINDS = {"tasks", "implementation"}
_ENTRY_PLACES = {"tasks", "implementation", "body", "goals", "future", "annex"}
_GOAL_PLACES = {"goals", "general_goals", "body", "purpose"}
_OWNER_FIELDS = {"lead", "support", "monitor", "deadline", "deliverable"}
_FIGURES = 3
_FIELDS = 5
"""Labelled lines that a task may have."""
_LABEL_NUMBER = re.compile(r"(?<![\d.])(\d{1,2})\s*[:.)–-]\s*$")  # "Việc 11: …", "Nhiệm vụ 3. …"
_NUMBERED = {"letter", "number", "bracket", "dotted1", "dotted2", "dotted3"}


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
        self.aims = AimReader(context, outline)
        self.tasks: list[TaskDraft] = []
        self.group: TaskDraft | None = None  # the labelled task being read
        self.goals: list[TargetAim] = []  # targets under that task's "Mục tiêu" label
        self.situation: tuple[int, int] | None = None  # its "Hiện trạng" label and value
        self.section = -1
        self.field: Label | None = None  # the label whose value goes on in deeper items
        self.field_item: int | None = None
        self.loose: list[TaskDraft] = []  # unlabelled tasks of the section, waiting for shared labels
        self.labelled_sections = self._labelled_sections()
        self.entries: dict[str, TaskDraft] = {}  # tasks by the indicators that they open with
        self.commons: list[Common] = []  # what lines tell for their whole group

    def run(self) -> ProseResult:
        for item in self.outline.items:
            if item.repeated:
                continue
            if item.section != self.section:
                self.group, self.field, self.loose = None, None, []
                self.section = item.section
            self._item(item)
        spread(self.commons, self.tasks)
        return ProseResult(self.tasks, self.aims.found)

    def _labelled_sections(self) -> set[int]:
        """Sections whose tasks are given by labels."""
        found = set()
        for item in self.outline.items:
            label = label_of(self.text, item.start, item.end)
            owned = label is not None and label.role in {"task", "lead", "support"}
            if owned and self._kind(item) not in {"goals", "general_goals"}:
                found.add(item.section)
        return found

    def _kind(self, item: Item) -> SectionKind:
        kind = self.outline.kind_of(item)
        past = self.context.facts.kind == "report" and kind in {"body", "purpose"}
        return "situation" if past else kind  # a report tells results unless a heading says otherwise

    def _item(self, item: Item) -> None:
        kind = self._kind(item)
        if self._addressed(item) or (kind in _ENTRY_PLACES and self._entry(item)):
            return
        if kind in _ENTRY_PLACES and (common := common_fields(self.context, self.outline, item)):
            self.commons.append(common)
            return
        self._enter(item, kind)
        label = self._label(item)
        if label and kind not in {"basis", "situation", "recipients"}:
            self._labelled(item, label, kind)
            return
        if self.field is not None and self._continues_field(item):
            self._field_value(replace(self.field, start=item.start, end=item.end), item)
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

    def _label(self, item: Item) -> Label | None:
        """The label that an item opens with; a past year is one where the fields of a task are labelled."""
        label = label_of(self.text, item.start, item.end)
        if label is None and self.group is not None and item.parent is not None:
            label = past_label(self.text, item.start, item.end, self.context.plan_year)
        return label

    def _enter(self, item: Item, kind: SectionKind) -> None:
        """The first line below a numbered item whose lines are labelled opens that item's task."""
        if kind not in _TASK_KINDS:
            return
        if item.style in _NUMBERED and item.children and self._owns_labels(item):
            self.group = None  # what was being read ends here
        if item.parent is None:
            return
        parent = self.outline.items[item.parent]
        if self.group is not None and self.group.start >= parent.start:
            return
        if parent.style in _NUMBERED and parent.children[:1] == (item.index,) and self._owns_labels(parent):
            self.field = None
            self._group_from_heading(item)

    def _owns_labels(self, item: Item) -> bool:
        """Whether the lines below an item name who leads by a label, and the item is no label itself."""
        below = [self.outline.items[c] for c in item.children]
        labels = [label_of(self.text, c.start, c.end) for c in below]
        own = label_of(self.text, item.start, item.end)
        return own is None and any(x is not None and x.role == "lead" for x in labels)

    def _entry(self, item: Item) -> bool:
        """Read an item that tells all about one indicator, "Chỉ số x.y. …"; a name alone opens a task."""
        opening = entry_opening(self.context, item) or coded_line(self.context, item)
        if opening is None:
            return False
        codes, start = opening
        follows = self._goal_follows(item)
        entry = read_entry(self.context, item, codes, start, self.entries, goal_follows=follows)
        entry.task.lead = entry.task.lead or list(self.outline.unit_heading(item.section))
        if not entry.task.title or not (entry.aims or entry.task.lead or self._labels_follow(item)):
            return False
        self.field, self.loose = None, []
        self._start_group(entry.task)
        self.aims.found += entry.aims
        self.goals, self.situation = list(entry.aims), entry.state
        self.entries |= dict.fromkeys(codes, entry.task)
        return True

    def _labels_follow(self, item: Item) -> bool:
        below = self.outline.items[item.index + 1 : item.index + 2]
        return any(label_of(self.text, i.start, i.end) for i in below)

    def _goal_follows(self, item: Item) -> bool:
        """One of the labelled lines below tells the goal."""
        for below in self.outline.items[item.index + 1 : item.index + 1 + _FIELDS]:
            label = label_of(self.text, below.start, below.end)
            if label is None:
                return False
            if label.role == "goal":
                return True
        return False

    def _addressed(self, item: Item) -> bool:
        """Lines of a letter's address ("Kính gửi: - …")."""
        parent = self.outline.items[item.parent] if item.parent is not None else item
        return fold(self.context.text(parent.start, parent.end)[:12]).startswith("kính gửi")

    # -- labelled tasks -------------------------------------------------------------------------

    def _labelled(self, item: Item, label: Label, kind: SectionKind) -> None:
        self.field, self.field_item = label, item.index
        if label.role == "task" or (label.role == "content" and self._heads_task(item)):
            self.loose = []
            self._open_group(item, label)
        elif label.role == "goal" and kind in _GOAL_PLACES and self.group is None:
            self.aims.goals((label.start, label.end), item, None, qualitative=kind == "goals")
        elif self.group is None and label.role in _OWNER_FIELDS and self.loose:
            self._share(label)
        else:
            if self.group is None and kind in _TASK_KINDS and label.role != "note":
                self._group_from_heading(item)
            if self.group is not None or label.role in {"goal", "content"}:
                self._field_value(label, item)

    def _heads_task(self, item: Item) -> bool:
        """Whether "1.1. Nội dung: …" names the task whose owner and goal stand in labels below it."""
        below = [self.outline.items[c] for c in item.children]
        labels = [label_of(self.text, c.start, c.end) for c in below]
        return item.style in _NUMBERED and any(x and x.role in {"goal", "lead"} for x in labels)

    def _open_group(self, item: Item, label: Label) -> None:
        title = up_to_stop(self.context.text(label.start, label.end))
        task = TaskDraft(item.start, item.end, title, self.outline.path_of(item), labelled=True)
        numbered = _LABEL_NUMBER.search(self.context.text(item.start, label.start))
        task.number = numbered[1] if numbered else ""
        self._start_group(task)

    def _start_group(self, task: TaskDraft) -> None:
        self.group, self.goals, self.situation = task, [], None
        self.tasks.append(task)

    def _group_from_heading(self, item: Item) -> None:
        """Labels without a task label: the task is their parent item, or the heading they stand under."""
        parent = self.outline.items[item.parent] if item.parent is not None else None
        if parent is not None and parent.end - parent.start > 15:
            known = next((t for t in self.tasks if t.start == parent.start), None)
            if known is not None:
                self.group = known
                known.labelled = True
                return
            title = title_of(self.context.text(parent.start, parent.end))
            self._start_group(
                TaskDraft(parent.start, parent.end, title, self.outline.path_of(item), labelled=True)
            )
            return
        section = self.outline.sections[item.section]
        if section.index and section.end > section.start:
            title = section.title.rstrip(":. ")
            self._start_group(TaskDraft(section.start, section.end, title, section.path, labelled=True))

    def _continues_field(self, item: Item) -> bool:
        """Whether an item goes on with the value of the label above it."""
        parent = item.parent
        while parent is not None:
            if parent == self.field_item:
                return True
            parent = self.outline.items[parent].parent
        if self.field is None or self.field_item is None:
            return False
        above = self.outline.items[self.field_item]
        if item.style == "plus":
            return True
        if above.end - self.field.start > 1:
            return False
        numbered = above.style in {"none", *_NUMBERED}
        return item.style == "none" or (item.style in {"dash", "star"} and numbered)

    def _field_value(self, label: Label, item: Item) -> None:
        task = self.group
        if not self.context.text(label.start, label.end).strip(" .;"):
            return
        first, *further = chained_labels(self.text, label)
        if further:
            for part in (first, *further):
                self._field_value(part, item)
        elif label.role == "goal":
            before = len(self.aims.found)
            self.aims.goals((label.start, label.end), item, task, qualitative=True)
            self.goals += self.aims.found[before:]
            self._compare()
        elif label.role == "situation":
            self.situation = (item.start, label.end)
            self._compare()
        elif label.role == "content":
            self.aims.content((label.start, label.end), task, item)
        elif task is not None and not self._points_back(task, label):
            set_field(self.context, task, label)

    def _points_back(self, task: TaskDraft, label: Label) -> bool:
        """Take a field over from an earlier task where its value only points there ("nt", "như việc 3")."""
        words = self.context.text(label.start, label.end)
        source = source_of(words, [t for t in self.tasks if t is not task])
        if source is None:
            return False
        end = label.start + len(words.rstrip(" .;"))
        if label.role == "deadline" and source.deadline is not None:
            task.deadline = replace(source.deadline, start=label.start, end=end)
        elif label.role == "lead":
            task.lead += again(source.lead, label.start, end, self.context)
        elif label.role == "support":
            task.supporting += again(source.supporting, label.start, end, self.context)
        return True

    def _compare(self) -> None:
        """Give a labelled task's goals the past values of its "Hiện trạng" label, whichever comes first."""
        if self.group is None or self.situation is None:
            return
        open_aims = [aim for aim in self.goals if not aim.baselines]
        for aim in open_aims:
            self.aims.compare(aim, self.situation)
        told = {b.unit for aim in open_aims for b in aim.baselines}
        if len({aim.draft.unit for aim in open_aims}) > 1 and told & {aim.draft.unit for aim in open_aims}:
            for aim in open_aims:  # of several goals the past value is that of its own measure
                aim.baselines = [b for b in aim.baselines if b.unit == aim.draft.unit]

    def _share(self, label: Label) -> None:
        """A label behind unlabelled bullets holds for all of them that have no owner of their own."""
        for part in chained_labels(self.text, label):
            for task in self.loose:
                if (part.role == "lead" and task.lead) or (part.role == "support" and task.supporting):
                    continue
                set_field(self.context, task, part)

    # -- goals and tasks ------------------------------------------------------------------------

    def _goal_item(self, item: Item, kind: SectionKind) -> None:
        if is_no_task(self.context.text(item.start, item.end), unmarked=False):
            return
        stated = kind in {"goals", "future"} and (self._specific(item) or self._among_figures(item))
        self.aims.goals((item.start, item.end), item, None, qualitative=stated)

    def _among_figures(self, item: Item) -> bool:
        """A line of a list whose lines before it set figures: a goal too, though it tells none."""
        begin = self.outline.sections[item.section].start
        set_ = {a.draft.start for a in self.aims.found if a.draft.quantity and a.draft.start >= begin}
        return item.style in {"dash", "plus", "star"} and len(set_) >= _FIGURES

    def _specific(self, item: Item) -> bool:
        """Whether lines without numbers are targets: under specific goals, not under plain "Mục tiêu"."""
        section: int | None = item.section
        while section is not None:
            title = fold(self.outline.sections[section].title)
            if re.search(r"cụ thể|chỉ tiêu|cơ bản|chủ yếu", title) or _GOALS_OF_A_TIME.match(title):
                return True
            section = self.outline.sections[section].parent
        return False

    def _task_item(self, item: Item) -> None:
        text = self.context.text(item.start, item.end)
        captions = item.style == "annex"  # "Biểu 2. Chỉ tiêu và đơn vị chủ trì" above a table
        if captions or is_no_task(text, unmarked=item.style == "none") or _announces(item, text):
            return
        if self._captions(item, text):
            return
        if item.children and self._children_are_tasks(item):
            self.aims.of_task(item, None)
            return
        if self.group is not None and self.group.labelled and item.section in self.labelled_sections:
            self.aims.content((item.start, item.end), self.group, item)
            if item.style in {"plus", "dash", "star", "none", "bracket"}:
                return
        for share in self._shares(item) or [Share(item.start, item.end)]:
            self._plain_task(replace(item, start=share.start, end=share.end))

    def _captions(self, item: Item, text: str) -> bool:
        """ "Nhóm Nhận thức số": a short line without a stop above numbered items."""
        below = self.outline.items[item.index + 1 : item.index + 2]
        short = item.style == "none" and len(text) < 70 and text.rstrip()[-1:] not in ".;,"
        return short and any(i.style in _NUMBERED and i.section == item.section for i in below)

    def _shares(self, item: Item) -> list[Share]:
        """The parts of an item that are tasks of their own; none where a heading names the unit."""
        if self.outline.unit_heading(item.section):
            return []
        plain = item.style == "none" and self._kind(item) == "implementation"
        return sentence_shares(self.context, item) if plain else []

    def _children_are_tasks(self, item: Item) -> bool:
        children = [self.outline.items[c] for c in item.children]
        labels = [label_of(self.text, c.start, c.end) for c in children]
        return not any(labels) and item.style not in {"dash", "plus"} and item.end - item.start < 160

    def _plain_task(self, item: Item) -> TaskDraft:
        start, end = item.start, item.end
        while end > start and self.text[end - 1] in " ;":
            end -= 1
        task = TaskDraft(start, end, title_of(self.context.text(start, end)), self.outline.path_of(item))
        roles = roles_of(self.context, self.outline, item)
        task.lead, task.supporting = list(roles.lead), list(roles.supporting)
        task.monitoring = list(roles.monitoring)
        set_inline_fields(self.context, task, item)
        task.deadline = task.deadline or prose_deadline(self.context, start, end)
        task.groups = groups_above(self.context, self.outline, item)
        self.tasks.append(task)
        self.loose.append(task)
        self.aims.of_task(item, task)
        return task

    def _other_item(self, item: Item) -> None:
        """Prose without a heading: numbered lines that charge a unit are tasks, others may hold targets."""
        kind = self.context.facts.kind
        listed = self._kind(item) == "body" and item.style in {"dash", *_NUMBERED}
        chargeable = listed and (kind == "decision" or (kind == "plan" and item.section == 0))
        if chargeable and read_roles(self.text, item.start, item.end).lead:
            self._task_item(item)
        else:
            self.aims.of_prose(item)


def _announces(item: Item, text: str) -> bool:
    """A line that only introduces what follows ("… các nội dung sau:")."""
    if len(text) < 250 and _WHAT_FOLLOWS.search(fold(text)):
        return True
    return text.rstrip().endswith(":") and (bool(item.children) or len(text) < 200)


_GOALS_OF_A_TIME = re.compile(  # "Mục tiêu đến hết năm 2025" is no general one
    r"(?:các )?mục tiêu(?: phấn đấu)? (?:đến|tới|trong|của)?\s?(?:hết |cuối )?(?:năm|giai đoạn|quý)\s[\divx]"
)
_WHAT_FOLLOWS = re.compile(
    r"(?:nhiệm vụ|giải pháp|nội dung|công việc|mục tiêu|chỉ tiêu)(?: (?:cụ thể|trọng tâm|chủ yếu|chính|lớn))?"
    r" (?:sau|sau đây|dưới đây|như sau)\s*[.:]?\s*$"
)
