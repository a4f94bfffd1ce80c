"""What an audit gives: findings, each with what was compared and the words that prove it.

Spans, hits and findings are tuples: audits of many documents hand over hundreds of thousands from one
process to another, and tuples cross four times faster than dataclasses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

Severity = Literal["error", "warning", "info"]
Figure = str | int | float | None

UNSURE = " (cần xem lại)"
"""Ends the message of a finding that a person has to look at again."""

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Span(NamedTuple):
    """Words that prove a finding; offsets and page where they are known."""

    quote: str
    start: int | None = None
    end: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as data (``rules.json``). ``message`` is a template over the figures of a hit.

    ``certain`` is False where a person has to look again; the message then says so.
    """

    id: str
    severity: Severity
    category: str
    title: str
    message: str
    certain: bool = True

    @property
    def link(self) -> str:
        """Where the rule is explained."""
        return f"docs/audit.md#{self.id}"


class Hit(NamedTuple):
    """What a check saw: the rule, the figures compared and their words. ``severity`` may lower the rule's."""

    rule: str
    figures: Mapping[str, Any] = MappingProxyType({})
    """What was compared, as `Figure`s by the names in the message."""
    evidence: tuple[Span, ...] = ()
    code: str | None = None
    severity: Severity | None = None
    unsure: bool = False


class Finding(NamedTuple):
    """A hit in its document, with its message; the shape of the JSON list."""

    rule: str
    severity: Severity
    category: str
    document: str
    indicator_code: str | None
    message: str
    figures: Mapping[str, Any]
    evidence: tuple[Span, ...]
    link: str = ""

    @property
    def unsure(self) -> bool:
        """Whether a person has to decide; the message then says so too."""
        return self.message.endswith(UNSURE)
