"""Letters of items that come twice or skip one: "b)" again where "c)" was due."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.analysis.audit.model import Hit, Span
from extractor.analysis.audit.subject import Subject
from extractor.structure.markers import marker_of

_ITEM = re.compile(r"(\(?)([a-zđ]|[A-HĐ])([.)/])(?:\s*(?=[^\W\d_]|[\"“(])|\s+(?=\d))(?![a-zđA-ZĐ][.)])")
_ORDERS = ("abcdđeghiklmnopqrstuvxy", "abcdeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz")
_ABOVE = frozenset(
    ("roman", "part", "upper", "number", "article", "annex", "ordinal", "dotted1", "dotted2", "dotted3")
)
_ABOVE_UPPER = frozenset(("part", "article", "annex"))


class _Item(NamedTuple):
    paragraph: int
    style: str
    label: str


def items(subject: Subject) -> Iterator[Hit]:
    """ "a) … b) … b) …", "a) … b) … d) …", as long as no heading stands between."""
    runs: dict[str, list[_Item]] = {}
    for item in _items(subject):
        run = runs.setdefault(item.style, [])
        last = run[-1] if run else None
        if last is None or item.label.lower() == "a" or not _together(subject, last, item):
            runs[item.style] = [item] if not _nested(run, item) else [item, item]
            continue
        run.append(item)
        if item.label == last.label:
            if _in_order(run[:-1]) and not _same_words(subject, last, item):
                yield Hit("numbering-repeat", {"label": _printed(last)}, _spans(subject, last, item))
        elif _skips(last.label, item.label) and _in_order(run[:-1]) and not _inline(subject, last, item):
            figures = {"before": f"mục {_printed(last)}", "label": _printed(item)}
            yield Hit("numbering-gap", figures, _spans(subject, last, item)[1:])


def _items(subject: Subject) -> Iterator[_Item]:
    for i, (start, end) in enumerate(subject.paragraphs):
        match = _ITEM.match(subject.text, start, min(end, start + 12))
        if match is not None:
            case = "A" if match[2].isupper() else "a"
            yield _Item(i, f"{match[1]}{case}{match[3]}", match[2])


def _nested(run: list[_Item], item: _Item) -> bool:
    """ "a)" right behind "a)": a list within a list of the same style, whose letters then cross."""
    return bool(run) and item.label == run[-1].label and len(run) == 1


def _in_order(run: list[_Item]) -> bool:
    labels = "".join(item.label.lower() for item in run)
    return bool(labels) and any(order.startswith(labels) for order in _ORDERS)


def _skips(before: str, after: str) -> bool:
    """One or two letters are left out, in whichever alphabet."""
    a, b = before.lower(), after.lower()
    steps = [order.index(b) - order.index(a) for order in _ORDERS if a in order and b in order]
    return bool(steps) and all(1 < step <= 3 for step in steps)


def _together(subject: Subject, first: _Item, second: _Item) -> bool:
    """No heading of a higher level stands between."""
    above = _ABOVE_UPPER if "A" in first.style else _ABOVE
    for start, end in subject.paragraphs[first.paragraph + 1 : second.paragraph]:
        text = subject.text[start : min(end, start + 80)]
        style = marker_of(text)[0]
        if style in above or (style == "none" and text.isupper()):
            return False
    return True


def _same_words(subject: Subject, first: _Item, second: _Item) -> bool:
    (a, b), (c, d) = subject.paragraphs[first.paragraph], subject.paragraphs[second.paragraph]
    return subject.folded[a:b].split() == subject.folded[c:d].split()


def _inline(subject: Subject, first: _Item, second: _Item) -> bool:
    """The letter between stands inside a paragraph."""
    start, end = subject.paragraphs[first.paragraph][0], subject.paragraphs[second.paragraph][0]
    label = first.label.lower()
    due = {order[order.index(label) + 1 :][:1] for order in _ORDERS if label in order} - {""}
    return any(re.search(rf"(?<!\w){letter}[.)/]", subject.folded[start:end]) for letter in due)


def _printed(item: _Item) -> str:
    return item.style.replace("a", item.label).replace("A", item.label)


def _spans(subject: Subject, *items: _Item) -> tuple[Span, ...]:
    return tuple(subject.at(*subject.paragraphs[item.paragraph]) for item in items)
