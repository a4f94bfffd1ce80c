"""Labelled fields of a task: "Nhiệm vụ: …", "Đơn vị chủ trì: …", "Thời gian hoàn thành: …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from extractor import gazetteers
from extractor.vietnamese.forms import fold

LabelRole = Literal[
    "task",
    "goal",
    "content",
    "lead",
    "support",
    "monitor",
    "deadline",
    "deliverable",
    "situation",
    "budget",
    "note",
]

_HEAD = re.compile(
    r"[\s\-–+*•\d.)(]*([^\W\d_][^:\n]{1,60}?)\s*"
    r"(?:\(\d+ mục tiêu\)|\b(?:của )?(năm 20\d\d)|\bđến năm 20\d\d)?\s*:"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label and where its value begins and ends."""

    role: LabelRole
    start: int
    end: int


@cache
def _roles() -> dict[str, LabelRole]:
    return {r["label"]: r["role"] for r in gazetteers.rows("labels")}  # type: ignore[misc]


_STRONGEST: tuple[LabelRole, ...] = (
    "support", "monitor", "lead", "situation", "deadline", "content", "goal",
)  # fmt: skip
"""Of several roles in the words of one label, the one that counts."""


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    roles = {row["words"]: row["role"] for row in gazetteers.rows("label_words")}
    return re.compile(rf"(?:{gazetteers.any_of(roles)})(?: |$)"), roles


@lru_cache(maxsize=4096)
def composed_role(words: str) -> LabelRole | None:
    """Role of a label that is made of nothing but words of labels ("hạn chót", "cùng phối hợp")."""
    pattern, known = _words()
    at, roles = 0, set[str]()
    while at < len(words):
        match = pattern.match(words, at)
        if match is None:
            return None
        roles.add(known[match.group().strip()])
        at = match.end()
    if {"lead", "support"} <= roles:
        return None  # "Chủ trì, phối hợp: Sở A, Sở B": who does which is not told
    return next((role for role in _STRONGEST if role in roles), None)


_OF_YEAR = re.compile(r"(?:kết quả |thực hiện |số liệu |mức đạt |đã đạt )?(?:của |trong )?năm (20\d\d)")


def past_label(text: str, start: int, end: int, plan_year: int | None) -> Label | None:
    """ "Năm 2023: đạt 79,2%" in the plan for 2024: a label by its year alone; None for other spans."""
    match = _HEAD.match(text, start, min(end, start + 90))
    told = (
        _OF_YEAR.fullmatch(" ".join(fold(text[match.start(1) : match.end() - 1]).split())) if match else None
    )
    if match is None or told is None or plan_year is None or int(told[1]) >= plan_year:
        return None
    return Label("situation", match.end() + (text[match.end() : match.end() + 1] == " "), end)


def _numbered(words: str) -> LabelRole | None:
    """ "Việc 3: …", "Nhiệm vụ số 2: …": a task under its number."""
    match = re.fullmatch(r"(?P<label>\D+?)(?: số)? \d{1,2}", words)
    role = _roles().get(match["label"]) if match else None
    return role if role == "task" else None


_POINTED = re.compile(
    r"[\s\-–+*•(]*([^\W\d_][^:.\n\d]{1,30}\d{1,2})\s*(?:\.(?!\d)|\)|\s[-–]\s)\s*(?=[^\W\d_])"
)
_NEXT_LINES = 6
"""Lines behind a task's title among which its fields are looked for."""


def _pointed(text: str, start: int, end: int) -> Label | None:
    """ "Nhiệm vụ 3. Xây dựng …" above lines that are labelled: a task under its number and a stop.

    Without such lines the same words may head a section of plain tasks.
    """
    match = _POINTED.match(text, start, min(end, start + 60))
    if match is None or _numbered(" ".join(fold(match[1]).split())) is None:
        return None
    at = end
    for _ in range(_NEXT_LINES):
        at = text.find("\n", at) + 1
        stop = text.find("\n", at) if at else -1
        line = (at, stop if stop >= 0 else len(text))
        if not at or _POINTED.match(text, *line):
            return None
        label = label_of(text, *line) if _HEAD.match(text, *line) else None
        if label is not None and label.role in ("lead", "support", "deadline", "goal"):
            return Label("task", match.end(), end)
    return None


def label_of(text: str, start: int, end: int) -> Label | None:
    """The label that the span opens with; None without one."""
    match = _HEAD.match(text, start, min(end, start + 90))
    if not match:
        return _pointed(text, start, end)
    words = " ".join(re.sub(r"[,;/()]", " ", fold(match[1])).split())
    words = re.sub(r"^(?:các|những|về) ", "", words)
    role = _roles().get(words)
    if role is None:
        role = _roles().get(re.sub(r" (?:cụ thể|chính|chủ yếu|dự kiến|nhiệm vụ|chỉ tiêu)$", "", words))
    role = role or composed_role(words) or _numbered(words)
    if role is None:
        return None
    if role == "deliverable" and match[2]:
        role = "situation"  # "Kết quả năm 2022: 6/10 điểm" tells a past value
    value = match.end()
    while value < end and text[value] in " \n":
        value += 1
    if "(" in text[start : match.start(1)] and text[value:end].count(")") > text[value:end].count("("):
        end = text.rindex(")", value, end)  # the whole line stands in brackets
    return Label(role, value, end)


_INLINE = re.compile(
    r"(?<![\w])(?:(?:cơ quan|đơn vị)(?:, (?:cơ quan|đơn vị))? )?(chủ trì(?: thực hiện)?|"
    r"phối hợp(?: thực hiện)?|thực hiện)\s*:|"
    r"(?<![\w])(thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hoàn thành))?\s*:|"
    r"(?<![\w])(sản phẩm|kết quả)(?: (?:đầu ra|dự kiến))?\s*:"
)


def inline_labels(text: str, start: int, end: int) -> list[Label]:
    """Labels inside one line: "(Chủ trì: Sở A; phối hợp: Sở B; thời gian: quý II)", in order."""
    low = fold(text[start:end])
    places = _inline(low)
    found: list[Label] = []
    for i, (_, value, role) in enumerate(places):
        stop = places[i + 1][0] if i + 1 < len(places) else len(low)
        value_end = stop
        closing = low.find(")", value, stop)
        if closing >= 0 and "(" not in low[value:closing]:
            value_end = closing
        a, b = value, value_end
        while a < b and low[a] in " \n":
            a += 1
        while b > a and low[b - 1] in " \n;,.(-":
            b -= 1
        if a < b:
            found.append(Label(role, start + a, start + b))
    return found


_SHORT = re.compile(r"(?:\A|[;.,(]\s*)(?P<words>[a-zđ]{4}|(?:cơ quan|đơn vị) (?:ct|ph))\s*:")
"""Labels of first letters only: "CQCT: Sở A; CQPH: Sở B"."""


def _inline(low: str) -> list[tuple[int, int, LabelRole]]:
    """Where each label begins and its value, and its role, in order."""
    places: list[tuple[int, int, LabelRole]] = []
    for match in _INLINE.finditer(low):
        helps = match[1] is not None and match[1].startswith("phối")
        role: LabelRole = "deadline" if match[2] else "deliverable" if match[3] else "lead"
        places.append((match.start(), match.end(), "support" if helps else role))
    for match in _SHORT.finditer(low):
        short = _roles().get(match["words"])
        if short is not None:
            places.append((match.start("words"), match.end(), short))
    return sorted(places)


_FURTHER = re.compile(r"[;.,]\s*(?:[-–+•]\s+)?(?=[^\W\d_][^;:.]{1,40}:)")
_CHAINED = frozenset({"lead", "support", "deadline", "monitor"})


def chained_labels(text: str, label: Label) -> list[Label]:
    """A label and those inside its value ("Cơ quan chủ trì: Sở A. Cơ quan phối hợp: Sở B"), in order."""
    found: list[Label] = []
    current = label
    while current.role in _CHAINED:
        cut = _embedded(text, current)
        if cut is None:
            break
        found.append(Label(current.role, current.start, cut[0]))
        current = cut[1]
    return [*found, current]


def _embedded(text: str, label: Label) -> tuple[int, Label] | None:
    """Where a label's value ends because a further label follows, and that label."""
    for match in _FURTHER.finditer(text[label.start : label.end]):
        further = label_of(text, label.start + match.end(), label.end)
        if further:
            return label.start + match.start(), further
    return None
