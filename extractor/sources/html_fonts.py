"""The fonts of an HTML page, and its text in fonts made before Unicode converted where it stands."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from extractor.sources.legacy import Encoding, looks_foreign
from extractor.sources.legacy_runs import Run, convert_runs

Element = Any
_NAMED = re.compile(r"font-family\s*:\s*([^,;}]+)", re.IGNORECASE)
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,5000})\}")
_INLINE = {
    "span",
    "font",
    "b",
    "i",
    "u",
    "em",
    "strong",
    "a",
    "sup",
    "sub",
    "small",
    "big",
    "s",
    "tt",
    "code",
}
_SILENT = {"script", "style"}


def to_unicode(root: Element) -> tuple[Encoding, ...]:
    """Convert the page's text in place; the encodings met, () for Unicode."""
    rules = _rules(root)
    places: list[tuple[Element, str] | None] = []
    runs: list[Run] = []
    fonts: list[str | None] = [None]
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(node.tag, str) or node.tag in _SILENT:
            if event == "end":
                _add(places, runs, node, "tail", fonts[-1])
            continue
        if node.tag not in _INLINE:
            places.append(None)
            runs.append(("\n", None))
        if event == "start":
            fonts.append(_font(node, rules) or fonts[-1])
            _add(places, runs, node, "text", fonts[-1])
        else:
            fonts.pop()
            _add(places, runs, node, "tail", fonts[-1])
    if not any(looks_foreign(text) or font for text, font in runs):
        return ()
    converted = convert_runs(runs)
    for place, (before, _), after in zip(places, runs, converted.texts, strict=True):
        if place is not None and after != before:
            setattr(place[0], place[1], after)
    return converted.encodings


def _add(
    places: list[tuple[Element, str] | None], runs: list[Run], node: Element, part: str, font: str | None
) -> None:
    text = getattr(node, part)
    if text:
        places.append((node, part))
        runs.append((text.replace("\n", " ").replace("\r", " "), font))


def _font(node: Element, rules: dict[str, str]) -> str | None:
    """The first font an element names itself, by its style, its class or its kind."""
    own = _NAMED.search(node.get("style") or "")
    if own:
        return _plain(own.group(1))
    if node.get("face"):
        return _plain(str(node.get("face")).split(",")[0])
    for name in (node.get("class") or "").split()[:5]:
        for key in (f"{node.tag}.{name}", f".{name}"):
            if key.lower() in rules:
                return rules[key.lower()]
    return rules.get(node.tag)


def _plain(name: str) -> str:
    return name.strip().strip("\"'").strip()


def _rules(root: Element) -> dict[str, str]:
    """Fonts by selector of the page's own styles; only plain tags and classes."""
    found: dict[str, str] = {}
    for style in root.iter("style"):
        for selectors, body in _RULE.findall((style.text or "")[:200_000]):
            family = _NAMED.search(body)
            for selector in selectors.split(",")[:100] if family else ():
                key = selector.strip().lower()
                if family and re.fullmatch(r"[a-z0-9]*(?:\.[\w-]+)?", key):
                    found[key] = _plain(family.group(1))
    return found
