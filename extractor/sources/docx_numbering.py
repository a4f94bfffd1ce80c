"""Automatic list numbers of Word, which stand nowhere in the paragraphs' text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from extractor.sources.docx_parts import Element, Styles, number, value
from extractor.sources.numerals import numeral

_FORMATS = {
    "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I", "decimalZero": "01",
}  # fmt: skip
_LONGEST = 100  # Word allows 255 characters in a dialog; each may print a number, on each paragraph
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class _Level:
    start: int
    format: str
    text: str
    suffix: str
    legal: bool
    restart: int | None


@dataclass
class Numbering:
    """Counts paragraphs as Word does; ``label`` must be called once per numbered paragraph, in order."""

    root: Element | None
    styles: Styles
    _abstract: dict[str, Element] = field(default_factory=dict)
    _num: dict[str, Element] = field(default_factory=dict)
    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _restarted: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        if self.root is None:
            return
        for item in self.root.findall(qn("w:abstractNum")):
            self._abstract[item.get(qn("w:abstractNumId")) or ""] = item
        for item in self.root.findall(qn("w:num")):
            self._num[item.get(qn("w:numId")) or ""] = item

    def label(self, num_id: str, level: int) -> str:
        """The next label with its trailing space, e.g. "1.2. " or "- "; empty where none is printed."""
        num = self._num.get(num_id)
        if num is None:
            return ""
        key = value(num, "w:abstractNumId") or ""
        levels = self._levels_of(num_id, num, key)
        counts = self._counts.setdefault(key, {})
        self._restart(num_id, num, counts)
        rule = levels.get(level) or _Level(1, "decimal", f"%{level + 1}.", "tab", False, None)
        counts[level] = counts[level] + 1 if level in counts else rule.start
        for deeper in [d for d in counts if d > level]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or level < restart:
                del counts[deeper]
        return self._text(rule, levels, counts)

    def _text(self, rule: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
        if rule.format == "bullet":
            text = rule.text.strip()
            return text + " " if text in ("+", "*") else "- "

        def place(match: re.Match[str]) -> str:
            index = int(match.group(1)) - 1
            shown = levels.get(index, rule)
            count = counts.get(index, shown.start)
            if shown.format in ("none", "bullet"):
                return ""
            return numeral(count, "1" if rule.legal else _FORMATS.get(shown.format, "1"))

        text = _PLACE.sub(place, rule.text).strip() if rule.format != "none" else rule.text.strip()
        return text + ("" if rule.suffix == "nothing" or not text else " ")

    def _restart(self, num_id: str, num: Element, counts: dict[int, int]) -> None:
        """A list may begin anew although it shares its definition with an earlier one."""
        if num_id in self._restarted:
            return
        self._restarted.add(num_id)
        for override in num.findall(qn("w:lvlOverride")):
            start = value(override, "w:startOverride")
            if start is not None:
                counts[number(override.get(qn("w:ilvl")))] = number(start, 1) - 1

    def _levels_of(self, num_id: str, num: Element, key: str) -> dict[int, _Level]:
        if num_id not in self._levels:
            levels = self._read_levels(self._definition(key))
            for override in num.findall(qn("w:lvlOverride")):
                levels.update(self._read_levels(override))
            self._levels[num_id] = levels
        return self._levels[num_id]

    def _definition(self, key: str) -> Element | None:
        """The abstract numbering, followed through one link to a numbering style."""
        abstract = self._abstract.get(key)
        link = value(abstract, "w:numStyleLink")
        if link is None:
            return abstract
        for style in self.styles.chain(link, "numbering"):
            num = self._num.get(value(style, "w:pPr", "w:numPr", "w:numId") or "")
            found = self._abstract.get(value(num, "w:abstractNumId") or "")
            if found is not None:
                return found
        return abstract

    def _read_levels(self, parent: Element | None) -> dict[int, _Level]:
        levels: dict[int, _Level] = {}
        for item in [] if parent is None else parent.findall(qn("w:lvl")):
            restart = value(item, "w:lvlRestart")
            levels[number(item.get(qn("w:ilvl")))] = _Level(
                number(value(item, "w:start"), 0 if item.find(qn("w:start")) is None else 1),
                value(item, "w:numFmt") or "decimal",
                (value(item, "w:lvlText") or "")[:_LONGEST],
                value(item, "w:suff") or "tab",
                item.find(qn("w:isLgl")) is not None,
                None if restart is None else number(restart),
            )
        return levels
