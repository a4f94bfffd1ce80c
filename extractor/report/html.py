"""Self-contained web pages: one file, no network, Vietnamese, for browsers, screen readers and paper.

Shared by all reports: the environment of the templates, and ``Quotes``, the list at the end of a page
to which every figure on it links.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from extractor.report import vietnamese, wording

if TYPE_CHECKING:
    import jinja2


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document as evidence; ``number`` makes the anchors #q7 (quote) and #r7 (its first use)."""

    number: int
    document: str
    label: str
    text: str
    page: int | None = None
    start: int | None = None
    end: int | None = None
    more: str = ""
    """What else the words of this place tell, such as past values with their own places."""

    @property
    def place(self) -> str:
        """Where the words stand: page and offsets, as far as the format has them."""
        return where(self.page, self.start, self.end)


def where(page: int | None, start: int | None, end: int | None) -> str:
    """A place in a document in words."""
    parts = [f"trang {page}"] if page is not None else ["văn bản không chia trang"]
    if start is not None and end is not None:
        parts.append(f"ký tự {start}-{end}")
    return ", ".join(parts)


@dataclass(slots=True)
class Link:
    """A figure with its quote; ``id`` is set on the first use only, for the way back."""

    text: str
    quote: Quote
    id: str | None = None


@dataclass(slots=True)
class Quotes:
    """The quotes that a page uses, each once, in order of first use."""

    labels: Mapping[str, str] = field(default_factory=dict)
    """Document id to the label shown."""
    found: dict[tuple[str, str, str], Quote] = field(default_factory=dict)

    def link(self, text: str, row: Mapping[str, Any], record: str | None, more: str = "") -> Link:
        """A link from ``text`` to the words of ``row`` (document, quote, page, start, end)."""
        key = (row["document"], record or "", row["quote"])
        known = self.found.get(key)
        if known is not None:
            return Link(text, known)
        label = self.labels.get(row["document"], row["document"])
        place = {name: row.get(name) for name in ("page", "start", "end")}
        quote = Quote(len(self.found) + 1, row["document"], label, row["quote"], **place, more=more)
        self.found[key] = quote
        return Link(text, quote, f"r{quote.number}")

    def by_document(self) -> list[tuple[str, list[Quote]]]:
        """Label of each document with its quotes, in the order of the labels."""
        grouped: dict[str, list[Quote]] = {name: [] for name in self.labels}
        for quote in self.found.values():
            grouped.setdefault(quote.document, []).append(quote)
        return [(self.labels.get(name, name), quotes) for name, quotes in grouped.items() if quotes]


@cache
def environment() -> jinja2.Environment:
    """Templates with the words and figures of Vietnamese reports; everything printed is escaped."""
    import jinja2

    made = jinja2.Environment(
        loader=jinja2.PackageLoader("extractor.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    made.filters.update(
        number=lambda value: "" if value is None else vietnamese.number(value),
        day=lambda value: "" if value is None else vietnamese.day(value),
        percent=lambda share: "" if share is None else f"{vietnamese.number(round(100 * share, 1))}%",
        level=lambda code: wording.LEVELS.get(code or "", code or ""),
    )
    made.globals.update(wording=wording)
    return made


def page(template: str, **content: Any) -> str:
    """A whole page; the same content gives the same bytes."""
    return environment().get_template(template).render(**content) + "\n"


def grouped(rows: Iterable[dict[str, Any]], *names: str) -> dict[Any, list[dict[str, Any]]]:
    """Rows by the value (or values) of columns, in order of first sight."""
    found: dict[Any, list[dict[str, Any]]] = {}
    for row in rows:
        key = row[names[0]] if len(names) == 1 else tuple(row[name] for name in names)
        found.setdefault(key, []).append(row)
    return found
