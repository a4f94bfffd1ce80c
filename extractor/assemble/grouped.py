"""Tasks under a heading that names a main group: each clause names an indicator of it, in its own words.

"3. Nhóm Hạ tầng số" over "Tăng số hộ có cáp quang; lập trung tâm dữ liệu. Chủ trì: Sở X.": the few
indicators of the group are told apart by words that would not do for the whole catalog.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.assemble.context import Context, TaskDraft
from extractor.structure.outline import Item, Outline
from extractor.vietnamese.forms import fold, squeeze

_LABEL = re.compile(
    r"[(,;]?\s*(?:(?:cơ quan|đơn vị)\s)?(?:chủ trì|phối hợp|thực hiện|thời gian|thời hạn|tiến độ|sản phẩm|"
    r"kết quả)(?:\s(?:thực hiện|hoàn thành))?\s*:"
)
_CLAUSE = re.compile(r"[.;:](?=\s|$)|,\s|\n|\s(?:và|đồng thời)\s")
_GIVEN = re.compile(r"\s*(?:giao|đề nghị|yêu cầu)\s")
_WORDS_AROUND = re.compile(
    r"^(?:\d+\s|[ivx]+\s)?(?:(?:các|những|về|nhóm|chỉ số|chỉ số chính|nhiệm vụ|giải pháp|nội dung|phát triển|"
    r"thúc đẩy|nâng cao|cải thiện|đối với|và)\s)*"
)


def groups_above(context: Context, outline: Outline, item: Item) -> tuple[str, ...]:
    """The main groups that the nearest heading names, if it says nothing else."""
    title = squeeze(outline.sections[item.section].title)
    left = _WORDS_AROUND.sub("", title)
    found: list[str] = []
    for group in context.matcher.catalog.children(None):
        name = squeeze(group.name)
        short = name.removeprefix("hoạt động ")
        pattern = re.compile(rf"(?<!\w)(?:{re.escape(name)}|{re.escape(short)})(?!\w)")
        if group.is_group and pattern.search(left):
            found.append(group.code)
            left = pattern.sub(" ", left)
    rest = re.sub(r"\b(?:và|hoạt động|nhóm|phát triển|mạng)\b", " ", left)
    return tuple(found) if not rest.strip() else ()


def grouped_codes(context: Context, task: TaskDraft) -> list[str]:
    """Codes of the sub-indicators of the task's groups that its clauses name, in order."""
    matcher = context.matcher
    codes = [i.code for g in task.groups for i in matcher.catalog.children(g) if not i.is_group]
    found: list[str] = []
    for words in _clauses(context.text(task.start, task.end)):
        code = matcher.match_within(words, codes)
        if code is not None and code not in found:
            found.append(code)
    return found


def _clauses(text: str) -> Iterator[str]:
    """What a task says before its labels: its full sentences' parts, and the pieces of those."""
    flat = " ".join(text.split())
    label = _LABEL.search(fold(flat))
    said = flat[: label.start()] if label else flat
    for part in re.split(r"[.;](?=\s|$)", said):
        if _GIVEN.match(fold(part)):
            continue
        pieces = [p.strip() for p in _CLAUSE.split(part) if p.strip()]
        for piece in dict.fromkeys([part.strip(), *pieces]):
            if len(piece.split()) > 2:
                yield piece
