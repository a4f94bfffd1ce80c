"""One item that gives work to several units: a task for each clause that charges a unit of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.annotators.clauses import sentences
from extractor.annotators.roles import read_roles
from extractor.assemble.context import Context
from extractor.catalog.cited import cited_codes
from extractor.structure.outline import Item
from extractor.vietnamese.forms import fold

_GIVEN = re.compile(r"^[\s\-–+*•]*(?:giao\s|đề nghị\s|yêu cầu\s)?$")
_REACHES = re.compile(r"[\s:]*(?:đạt|phấn đấu đạt|là|từ|trên|tối thiểu)\s")  # a place's value, not its work
_HELPS = re.compile(r"\s*(?:cùng |tham gia )?phối hợp(?!\w)(?![^.;]{0,60}chủ trì)")  # with the unit before it
_TOGETHER = re.compile(r"\s*(?:và\s)?cùng\s(?:với\s)?")


@dataclass(frozen=True, slots=True)
class Share:
    """A part of an item; ``together`` where it adds a unit to those of the part before ("cùng Sở X …")."""

    start: int
    end: int
    together: bool = False


def sentence_shares(context: Context, item: Item) -> list[Share]:
    """A paragraph that charges a unit in each of its sentences; else no parts."""
    spans = list(sentences(context.source.text, item.start, item.end))
    charged = [bool(read_roles(context.source.text, *s).lead) for s in spans]
    return [Share(*s) for s in spans] if len(spans) > 1 and all(charged) else []


def code_shares(context: Context, item: Item) -> list[Share]:
    """ "Báo A phụ trách chỉ số 1.6; Đài B phụ trách các chỉ số 1.7, 1.8": clauses with unit and codes.

    Clauses that open with their unit and promise a percent are such parts too.

    What else the item says goes with the clause before it.
    """
    text = context.source.text
    found: list[Share] = []
    for start, end in sentences(text, item.start, item.end):
        piece = text[start:end]
        lead = read_roles(text, start, end).lead
        opens = (
            bool(lead)
            and not _REACHES.match(fold(text[lead[-1].end : end]))
            and not _GIVEN.sub("", fold(text[start : lead[0].start]))
        )
        own = (
            bool(lead)
            and not (found and _HELPS.match(fold(text[lead[-1].end : end])))
            and (
                (opens and any(start <= q.number < end and q.unit == "percent" for q in context.quantities))
                or bool(cited_codes(piece, context.matcher.catalog))
            )
        )
        if own or not found:
            found.append(Share(start, end, bool(found) and bool(_TOGETHER.match(fold(piece)))))
        else:
            found[-1] = Share(found[-1].start, end, found[-1].together)
    return found if len(found) > 1 else []
