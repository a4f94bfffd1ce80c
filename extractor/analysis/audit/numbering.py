"""Gaps in the numbering of headings, items and table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.subject import Subject
from extractor.structure.markers import marker_of

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_DEPTH = ("part", "roman", "upper", "number", "dotted1", "dotted2", "dotted3", "letter", "bracket")


def _roman(label: str) -> int:
    values = [_ROMAN.get(c, 0) for c in label]
    return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))


def headings(subject: Subject) -> Iterator[Hit]:
    """Romans and numbers of headings that skip one; a document that begins at III."""
    last: dict[str, int] = {}
    for start, end in subject.paragraphs:
        style, label, _ = marker_of(subject.text[start : min(end, start + 80)])
        if style not in _DEPTH:
            continue
        for deeper in _DEPTH[_DEPTH.index(style) + 1 :]:
            last.pop(deeper, None)
        if style in ("roman", "number") and (number := _order(style, label)) is not None:
            before = last.get(style)
            last[style] = number
            skipped = number > before + 1 if before is not None else number > 1 and style == "roman"
            if skipped and number - (before or 0) <= 9:
                yield _gap(subject, (start, end), label, before, style)


def _order(style: str, label: str) -> int | None:
    if style == "roman":
        return _roman(label) or None
    return int(label) if label.isdigit() else None


def _gap(subject: Subject, span: tuple[int, int], label: str, before: int | None, style: str) -> Hit:
    figures = {"label": label, "before": f"mục {_shown(before, style)}" if before else "đầu văn bản"}
    return Hit("numbering-gap", figures, (subject.at(*span),))


def _shown(number: int, style: str) -> str:
    if style != "roman":
        return str(number)
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def rows(subject: Subject) -> Iterator[Hit]:
    """Codes of table rows that skip one: 3.4 behind 3.2. Silent in tables that list a selection."""
    seen: dict[tuple[int, str], int] = {}
    gaps: dict[int, list[Hit]] = {}
    for row in subject.rows:
        if not re.fullmatch(r"\d{1,3}(?:\.\d{1,3}){1,4}", row.label):
            continue
        parent, _, own = row.label.rpartition(".")
        number, before = int(own), seen.get((row.table, parent), 0)
        seen[(row.table, parent)] = number
        if number > before + 1:
            figures = {"label": row.label, "before": f"mục {parent}.{before}" if before else f"mục {parent}"}
            cell = row.cells.get("name") or row.cells["number"]
            span = subject.at(row.cells["number"].start, cell.end)
            gaps.setdefault(row.table, []).append(Hit("numbering-gap", figures, (span,)))
    for hits in gaps.values():
        if len(hits) <= 2:
            yield from hits
