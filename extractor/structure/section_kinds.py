"""What kind of section a heading opens: goals, tasks, results … by its cues."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from extractor import gazetteers
from extractor.vietnamese.forms import fold

SectionKind = Literal[
    "body", "basis", "situation", "purpose", "general_goals", "goals", "tasks",
    "implementation", "budget", "recipients", "annex", "future",
]  # fmt: skip


@cache
def heading_cues() -> tuple[tuple[str, SectionKind], ...]:
    """Cues and the kinds they open, longest first."""
    rows = gazetteers.rows("section_cues")
    return tuple((r["cue"], r["kind"]) for r in sorted(rows, key=lambda r: -len(r["cue"])))  # type: ignore[misc]


_AIMS_HEAD = re.compile(
    r"(?:một số|các|những|hệ thống|danh mục|về|nhóm|quan điểm(?:,| và)?|định hướng(?:,| và)?|"
    r"mục đích(?:,| và)?|tầm nhìn(?:,| và)?|"
    r"phương hướng(?:,| và)?|thông qua|phụ lục|[ivx\d]+[.:]?|\s)*"
)


_AND_WORK = re.compile(
    r"(?:và|;|,) (?:các |một số )?"
    r"(?:giải pháp|phương hướng|nhiệm vụ(?:,| và)? (?:giải pháp|trọng tâm|năm|thời gian))"
)


def section_kind(title: str, parent: SectionKind) -> SectionKind:
    """Kind of a section by its heading's first cue; what it says nothing of it inherits."""
    low = fold(title)[:160]
    best: tuple[int, int, SectionKind] | None = None
    for cue, kind in heading_cues():
        place = re.search(rf"(?<!\w){re.escape(cue)}(?!\w)", low)
        if place:
            candidate = (place.start(), -len(cue), kind)
            best = min(best, candidate) if best else candidate
    if best is None or best[0] > 60:
        return parent
    kind = best[2]
    if kind in {"goals", "general_goals"} and not _AIMS_HEAD.fullmatch(low[: best[0]].strip()):
        return parent
    if kind == "situation" and parent in {"goals", "general_goals"} and low.startswith("xếp hạng", best[0]):
        return parent  # an aim by rank, not the ranks reached
    if parent == "situation" and kind != "future":
        return parent
    if kind == "situation" and _AND_WORK.search(low, best[0]):
        return "body"  # "Thực trạng và giải pháp" tells both: only plain commitments count there
    if kind == "budget" and parent == "tasks" and best[0] > 9:
        return parent  # "Diễn tập và kinh phí cho an toàn thông tin" is work
    if kind == "situation" and parent in {"tasks", "implementation"} and best[0] > 0:
        return parent
    if kind == "tasks" and parent in {"goals", "implementation", "situation"} and best[0] > 0:
        return parent
    if kind == "tasks" and re.search(
        r"(?:với|theo|gồm|và) (?:các |một số |những )?(?:chỉ tiêu|mục tiêu)(?! nhiệm vụ)", low[best[0] :]
    ):
        kind = "goals"
    if kind == "future":
        return "tasks" if "nhiệm vụ" in low else "goals"
    return kind
