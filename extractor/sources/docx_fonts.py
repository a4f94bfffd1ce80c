"""The fonts of a DOCX's runs, and its text in fonts made before Unicode converted where it stands."""

from __future__ import annotations

from docx.oxml.ns import qn

from extractor.sources.docx_parts import Element, Parts, Styles, value
from extractor.sources.legacy import Encoding, font_encoding, looks_foreign
from extractor.sources.legacy_runs import Run, convert_runs

_SOFT_HYPHEN = "\u00ad"  # in TCVN3 this is the letter ư
_CAPITALS = "capitals"
_FACES = (qn("w:hAnsi"), qn("w:ascii"))  # codes above ASCII print in the first


def to_unicode(parts: Parts, styles: Styles) -> tuple[Encoding, ...]:
    """Convert the body's text and the numbering's in place; the encodings met, () for Unicode."""
    if not _may_be_legacy(parts):
        return ()
    default = _default_font(styles.root)
    leaves: list[Element] = []
    runs: list[Run] = []
    paragraph: Element | None = None
    for run in parts.body.iter(qn("w:r")):
        owner = next(run.iterancestors(qn("w:p")), None)
        if owner is not paragraph:
            paragraph = owner
            _add(leaves, runs, None, "\n", None)
        font = run_font(run, owner, styles) or default
        for leaf in run:
            if leaf.tag == qn("w:t"):
                _add(leaves, runs, leaf, leaf.text or "", font)
            elif leaf.tag == qn("w:softHyphen"):
                _add(leaves, runs, leaf, _SOFT_HYPHEN, font)
            elif leaf.tag in (qn("w:tab"), qn("w:br"), qn("w:cr")):
                _add(leaves, runs, None, " ", font)
    for level in [] if parts.numbering is None else parts.numbering.iter(qn("w:lvl")):
        _add_label(leaves, runs, level, default)
    converted = convert_runs(runs)
    for leaf, (before, font), after in zip(leaves, runs, converted.texts, strict=True):
        if leaf is not None and after != before:
            _write(leaf, after)
        known = font_encoding(font) if font and leaf is not None else None
        if known and known[1]:
            leaf.set(_CAPITALS, "1")
    return converted.encodings


def _add(leaves: list[Element], runs: list[Run], leaf: Element | None, text: str, font: str | None) -> None:
    leaves.append(leaf)
    runs.append((text, font))


def _add_label(leaves: list[Element], runs: list[Run], level: Element, default: str | None) -> None:
    """The words of an automatic number ("§iÒu %1."); bullets are pictures."""
    label = level.find(qn("w:lvlText"))
    if label is not None and value(level, "w:numFmt") != "bullet":
        text = str(label.get(qn("w:val")) or "")
        _add(leaves, runs, None, "\n", None)
        _add(leaves, runs, label, text, _named(level.find(qn("w:rPr"))) or default)


def prints_capitals(leaf: Element) -> bool:
    """Whether a text converted by ``to_unicode`` stands in a font that prints capitals only."""
    return leaf.get(_CAPITALS) is not None


def _write(leaf: Element, text: str) -> None:
    if leaf.tag == qn("w:lvlText"):
        leaf.set(qn("w:val"), text)
        return
    leaf.tag = qn("w:t")
    leaf.text = text


def _may_be_legacy(parts: Parts) -> bool:
    roots = [root for root in (parts.body, parts.styles, parts.numbering) if root is not None]
    names = {fonts.get(face) for root in roots for fonts in root.iter(qn("w:rFonts")) for face in _FACES}
    if any(font_encoding(name) for name in names if name):
        return True
    return any(text.text and looks_foreign(text.text) for text in parts.body.iter(qn("w:t")))


def _named(properties: Element | None) -> str | None:
    fonts = None if properties is None else properties.find(qn("w:rFonts"))
    if fonts is None:
        return None
    for face in _FACES:
        if fonts.get(face):
            return str(fonts.get(face))
    return None


def run_font(run: Element, paragraph: Element | None, styles: Styles) -> str | None:
    """The font a run prints in, by itself or by its styles; None where only the defaults tell."""
    properties = run.find(qn("w:rPr"))
    own = _named(properties)
    if own:
        return own
    chain = styles.chain(value(properties, "w:rStyle"), "character")
    for style in chain + styles.chain(value(paragraph, "w:pPr", "w:pStyle")):
        found = _named(style.find(qn("w:rPr")))
        if found:
            return found
    return None


def _default_font(root: Element | None) -> str | None:
    path = f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
    return None if root is None else _named(root.find(path))
