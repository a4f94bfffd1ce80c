"""Groups of goals none of which can be counted, beside groups whose goals can."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.analysis.audit.countable import counts_something, holds_figure
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.structure.markers import marker_of

_GOALS = re.compile(
    r"(?:một số |các |những |về |hệ thống |nhóm )*(?:mục tiêu|chỉ tiêu)(?!\w)"
    r"(?! (?:chung|tổng quát)|[^.;:]{0,40}:\s*\S)"
)
_HEADED = sign(re.compile(r"(?<!\w)(?:mục tiêu|chỉ tiêu)(?!\w)"))
_GENERAL = re.compile(r"(?<!\w)(?:mục tiêu|chung|tổng quát|định hướng|tầm nhìn|nhiệm vụ|giải pháp)(?!\w)")
_LONGEST_HEAD, _LONGEST_TITLE = 120, 90
_ITEMS = ("dash", "plus", "star", "none")
_ABOVE = ("roman", "part", "upper", "annex", "article")


class _Group(NamedTuple):
    start: int
    end: int
    title: str
    items: str


def groups(subject: Subject) -> Iterator[Hit]:
    """ "2.1. Dữ liệu số" without any figure in its goals, while the other groups hold some."""
    if subject.extraction.document.kind != "plan":
        return
    heads = {start for start, words in subject.telling(_HEADED) if len(words) <= _LONGEST_HEAD}
    spans = subject.paragraphs
    for i, (start, end) in enumerate(spans):
        if start not in heads:
            continue
        style, _, size = marker_of(subject.text[start:end])
        if style in _ITEMS[:3] or not _GOALS.match(subject.folded[start:end][size:].lstrip()):
            continue
        found = _groups_below(subject, spans[i + 1 :], style)
        bare = [g for g in found if not counts_something(g.items)]
        if len(found) - len(bare) >= 2 and len(found) > 2 * len(bare):
            for group in bare:
                figures: dict[str, Figure] = {"group": group.title, "groups": len(found)}
                yield Hit("goal-group-without-figure", figures, (subject.at(group.start, group.end),))


def _groups_below(subject: Subject, spans: Sequence[tuple[int, int]], above: str) -> list[_Group]:
    """Titles of one style under a heading, each with the items below it up to the next."""
    heads: list[tuple[int, int]] = []
    own, labels = "", set[str]()
    stop = len(subject.text)
    for start, end in spans:
        style, label, _ = marker_of(subject.text[start:end])
        if not heads:
            if style in _ITEMS or style == above or not _is_title(subject, start, end):
                return []
            own = style
        elif style != own:
            if style == above or style in _ABOVE:
                stop = start
                break
            continue
        elif label in labels:  # the next list begins
            stop = start
            break
        elif not _is_title(subject, start, end):
            return []
        labels.add(label)
        heads.append((start, end))
    ends = [start for start, _ in heads[1:]] + [stop]
    found = [
        _Group(start, end, subject.text[start:end].strip(" :"), subject.folded[end:until])
        for (start, end), until in zip(heads, ends, strict=True)
    ]
    return [group for group in found if group.items.strip()]


def _is_title(subject: Subject, start: int, end: int) -> bool:
    """A few words that name what the goals are on."""
    words = subject.folded[start:end].rstrip()
    size = marker_of(subject.text[start:end])[2]
    return (
        len(words) <= _LONGEST_TITLE
        and not words.endswith((".", ";", ","))
        and not holds_figure(words[size:])
        and not _GENERAL.search(words)
    )
