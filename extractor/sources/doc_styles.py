"""Properties of a Word 97-2003 file: how runs print, what paragraphs are, the shape of table rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extractor.sources.doc_file import DocFile, u16
from extractor.sources.wordml import NO_SHAPE, CellShape, Merge, RowShape

_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_MAX_STYLES = 5000
_MAX_CELLS = 64


@dataclass(frozen=True, slots=True)
class RunProps:
    """How a run prints. ``special``: its characters are signs of the program, not text."""

    font: int | None = None
    bold: bool = False
    hidden: bool = False
    capitals: bool = False
    special: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphProps:
    """What a paragraph is. ``depth``: tables around it; ``row``: the row's shape where it ends one."""

    style: int = 0
    depth: int = 0
    ends_row: bool = False
    inner_cell: bool = False
    inner_row: bool = False
    centered: bool = False
    heading: bool = False
    list_id: int = 0
    level: int = 0
    row: RowShape = NO_SHAPE


def sprms(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    """(code, operand) of each property modifier; ends where the bytes no longer fit."""
    at = 0
    while at + 2 <= len(grpprl):
        code = u16(grpprl, at)
        at += 2
        kind = code >> 13
        if kind != 6:
            size = _SIZES[kind]
        elif code == 0xD608:
            size = u16(grpprl, at) + 1
        else:
            size = (grpprl[at] if at < len(grpprl) else 0) + 1
        yield code, grpprl[at : at + size]
        at += size


def _toggle(operand: bytes, of_style: bool) -> bool:
    value = operand[0] if operand else 0
    return of_style if value == 0x80 else not of_style if value == 0x81 else bool(value)


@dataclass
class Sheet:
    """The style sheet and the fonts."""

    fonts: list[str] = field(default_factory=list)
    default_font: int | None = None
    _styles: dict[int, tuple[int, int, bytes, bytes]] = field(default_factory=dict)
    _runs: dict[int, RunProps] = field(default_factory=dict)

    def font_name(self, number: int | None) -> str | None:
        """The name of a font, of the default one for None."""
        number = self.default_font if number is None else number
        return self.fonts[number] if number is not None and 0 <= number < len(self.fonts) else None

    def style_run(self, style: int, depth: int = 0) -> RunProps:
        """How a style's text prints, by itself or by what it is based on."""
        if style not in self._styles or depth > 20:
            return RunProps()
        if style not in self._runs:
            _, base, _, grpprl = self._styles[style]
            self._runs[style] = self._applied(self.style_run(base, depth + 1), grpprl)
        return self._runs[style]

    def run(self, paragraph_style: int, grpprl: bytes) -> RunProps:
        """How a run of a paragraph prints."""
        return self._applied(self.style_run(paragraph_style), grpprl)

    def _applied(self, base: RunProps, grpprl: bytes) -> RunProps:
        props = base
        for code, operand in sprms(grpprl):
            if code == 0x4A30:  # a character style: over the paragraph's
                _, _, _, own = self._styles.get(u16(operand, 0), (0, 0, b"", b""))
                props = self._applied(base, own) if own and own != grpprl else props
            elif code == 0x2A33:
                props = replace(base, special=props.special)
            elif code == 0x4A51 or (code == 0x4A4F and props.font == base.font):
                props = replace(props, font=u16(operand, 0))
            elif code == 0x0835:
                props = replace(props, bold=_toggle(operand, base.bold))
            elif code in (0x083C, 0x0800):
                props = replace(props, hidden=props.hidden or _toggle(operand, base.hidden))
            elif code == 0x083B:
                props = replace(props, capitals=_toggle(operand, base.capitals))
            elif code == 0x0855:
                props = replace(props, special=_toggle(operand, False))
        return props

    def paragraph(self, style: int, grpprl: bytes) -> ParagraphProps:
        """What a paragraph is, by its styles and itself."""
        props = ParagraphProps(style)
        chain, now = list[bytes](), style
        while now in self._styles and len(chain) < 20:
            _, now, own, _ = self._styles[now]
            chain.append(own)
        for part in [*reversed(chain), grpprl]:
            for code, operand in sprms(part):
                props = _paragraph_sprm(props, code, operand)
        return props


def _paragraph_sprm(props: ParagraphProps, code: int, operand: bytes) -> ParagraphProps:
    value = operand[0] if operand else 0
    if code == 0x2416:
        return replace(props, depth=max(props.depth, 1) if value else 0)
    if code == 0x2417:
        return replace(props, ends_row=bool(value))
    if code == 0x6649:
        return replace(props, depth=u16(operand, 0))
    if code == 0x244B:
        return replace(props, inner_cell=bool(value))
    if code == 0x244C:
        return replace(props, inner_row=bool(value))
    if code in (0x2403, 0x2461):
        return replace(props, centered=value == 1)
    if code == 0x2640:
        return replace(props, heading=value < 9)
    if code == 0x460B:
        return replace(props, list_id=u16(operand, 0))
    if code == 0x260A:
        return replace(props, level=min(value, 8))
    if code == 0xD608:
        return replace(props, row=_row_shape(operand, props.row.bordered))
    if code in (0xD605, 0xD613) and any(operand[1:]):
        return replace(props, row=replace(props.row, bordered=True))
    return props


def _row_shape(operand: bytes, bordered: bool) -> RowShape:
    count = min(operand[2] if len(operand) > 2 else 0, _MAX_CELLS)
    edges = [int.from_bytes(operand[3 + 2 * i : 5 + 2 * i], "little", signed=True) for i in range(count + 1)]
    cells: list[CellShape] = []
    for i in range(count):
        at = 3 + 2 * (count + 1) + 20 * i
        flags = u16(operand, at)
        down: Merge | None = "restart" if flags & 0x40 else "continue" if flags & 0x20 else None
        across: Merge | None = "restart" if flags & 1 else "continue" if flags & 2 else None
        cells.append(CellShape(edges[i + 1], down, across))
        rules = [operand[at + 4 + 4 * side : at + 8 + 4 * side] for side in range(4)]
        bordered = bordered or any(any(rule) and rule != b"\xff" * 4 for rule in rules)
    return RowShape(edges[0] if edges else 0, tuple(cells), bordered)


def read_sheet(doc: DocFile) -> Sheet:
    """Fonts and styles of the file; empty where their tables are damaged."""
    sheet = Sheet(_fonts(doc.part(15)))
    data = doc.part(1)
    head = u16(data, 0)
    base_size = u16(data, 4)
    sheet.default_font = u16(data, 2 + 16) if head >= 18 else None
    at = 2 + head
    for number in range(min(u16(data, 2), _MAX_STYLES)):
        size = u16(data, at)
        style = data[at + 2 : at + 2 + size]
        if size:
            _read_style(sheet, number, style, base_size)
        at += 2 + size
    return sheet


def _fonts(data: bytes) -> list[str]:
    names: list[str] = []
    at = 4
    for _ in range(u16(data, 0)):
        if at >= len(data):
            break
        size = data[at] + 1
        names.append(data[at + 40 : at + size].decode("utf-16-le", "ignore").split("\0")[0])
        at += size
    return names


def _read_style(sheet: Sheet, number: int, style: bytes, base_size: int) -> None:
    kind, base = u16(style, 2) & 0xF, u16(style, 2) >> 4
    at = base_size + 2 + 2 * u16(style, base_size) + 2
    parts: list[bytes] = []
    for _ in range(u16(style, 4) & 0xF):
        at += at & 1
        size = u16(style, at)
        parts.append(style[at + 2 : at + 2 + size])
        at += 2 + size
    if kind == 1:
        paragraph, run = (*parts, b"", b"")[:2]
        sheet._styles[number] = (kind, base, paragraph[2:], run)
    elif kind == 2 and parts:
        sheet._styles[number] = (kind, base, b"", parts[0])
