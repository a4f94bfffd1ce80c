"""One paragraph that gives work to several units: a task for each sentence that charges a unit of its own."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.annotators.clauses import sentences
from extractor.annotators.roles import read_roles
from extractor.assemble.context import Context
from extractor.structure.outline import Item


@dataclass(frozen=True, slots=True)
class Share:
    """A part of an item."""

    start: int
    end: int


def sentence_shares(context: Context, item: Item) -> list[Share]:
    """A paragraph that charges a unit in each of its sentences; else no parts."""
    spans = list(sentences(context.source.text, item.start, item.end))
    charged = [bool(read_roles(context.source.text, *s).lead) for s in spans]
    return [Share(*s) for s in spans] if len(spans) > 1 and all(charged) else []
