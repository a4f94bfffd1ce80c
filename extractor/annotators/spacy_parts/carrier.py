"""How findings travel on a spaCy Doc: spans to look at, plain data for bytes, objects on request.

``doc.spans[key]`` holds the spans, widened to whole tokens; ``doc._.kehoach[key]`` the findings as plain
dicts, which spaCy can write to bytes; ``span._.kehoach`` rebuilds the frozen dataclass, whose own offsets
are exact. A span knows its finding by its ``id_`` ("quantities:3"), since two findings may share a span.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Protocol

from pydantic import TypeAdapter
from spacy.tokens import Doc, Span

from extractor.annotators.acts import Act
from extractor.annotators.drafts import TargetDraft
from extractor.annotators.quantities import Quantity
from extractor.annotators.spacy_parts.findings import Cue, Deadline, Unit, Word
from extractor.vietnamese.dates import DateMention


class Finding(Protocol):
    """A frozen dataclass that knows its place in the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


TYPES: dict[str, type[Any]] = {
    "cues": Cue,
    "acts": Act,
    "dates": DateMention,
    "quantities": Quantity,
    "units": Unit,
    "deadlines": Deadline,
    "targets": TargetDraft,
    "words": Word,
}


def register() -> None:
    """Make ``doc._.kehoach`` and ``span._.kehoach`` known to spaCy."""
    if not Doc.has_extension("kehoach"):
        Doc.set_extension("kehoach", default=None)
    if not Span.has_extension("kehoach"):
        Span.set_extension("kehoach", getter=finding)


def write(doc: Doc, key: str, found: Sequence[Finding], labels: Iterable[str]) -> Doc:
    """Put findings on a Doc, replacing those of an earlier run."""
    spans: list[Span] = []
    for number, (item, label) in enumerate(zip(found, labels, strict=True)):
        span = doc.char_span(item.start, item.end, label, alignment_mode="expand", span_id=f"{key}:{number}")
        if span is not None:  # nothing stands there: only the plain data can tell of it
            spans.append(span)
    doc.spans[key] = spans
    doc._.kehoach = {**(doc._.kehoach or {}), key: _many(key).dump_python(list(found), mode="json")}
    return doc


def values(doc: Doc, key: str) -> list[Any]:
    """The findings under ``key`` as dataclasses, in order; none where the component has not run."""
    return list(_many(key).validate_python((doc._.kehoach or {}).get(key, [])))


def finding(span: Span) -> Any:
    """The dataclass behind a span that a component has written; None for any other span.

    A Doc merged of several (``Doc.from_docs``) keeps the spans but, as spaCy warns, not the data.
    """
    key, _, number = span.id_.partition(":")
    plain = (span.doc._.kehoach or {}).get(key, ()) if key in TYPES else ()
    if not number.isdecimal() or int(number) >= len(plain):
        return None
    return _one(key).validate_python(plain[int(number)])


@cache
def _one(key: str) -> TypeAdapter[Any]:
    return TypeAdapter(TYPES[key])


@cache
def _many(key: str) -> TypeAdapter[Any]:
    kind: Any = TYPES[key]
    return TypeAdapter(list[kind])
