"""A page of a PDF as a picture with everything that was found on it, for people to check.

The words of each finding are tinted; tasks and targets are framed by the boxes of their evidence and
carry their ids. A strip above the page tells the colours.
"""

from __future__ import annotations

import io
import math
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from extractor.errors import KehoachError, ReadError
from extractor.records import Extraction
from extractor.report.marks import Kind, Mark, marks_on, words_of
from extractor.sources.model import Source

Colour = tuple[int, int, int]
Pixels = tuple[int, int, int, int]
"""Left, top, right, bottom."""

_KINDS: dict[Kind, tuple[str, Colour]] = {
    "task": ("Nhiệm vụ", (31, 99, 190)),
    "target": ("Chỉ tiêu", (24, 138, 50)),
    "lead": ("Chủ trì", (232, 110, 0)),
    "support": ("Phối hợp", (140, 70, 190)),
    "monitor": ("Theo dõi", (130, 85, 60)),
    "deadline": ("Thời hạn", (210, 30, 45)),
    "baseline": ("Kết quả trước", (0, 150, 165)),
    "fact": ("Thông tin văn bản", (120, 120, 20)),
}
_FRAMED: set[Kind] = {"task", "target"}
_ORDER: dict[Kind, int] = {"fact": 0, "task": 1, "target": 2}
_PIXELS = 9_000_000
"""Most pixels of a picture: pages of absurd size are drawn smaller."""
_SCALE = 2.0
"""Pixels for each PDF point where the page is not too large for it: 144 dpi."""
_TINT = 0.28
_FONTS = (
    "DejaVuSans.ttf", "NotoSans-Regular.ttf", "LiberationSans-Regular.ttf", "segoeui.ttf", "arial.ttf",
    "Arial.ttf", "Arial Unicode.ttf", "Helvetica.ttc", "tahoma.ttf",
)  # fmt: skip


def draw_page(data: bytes, source: Source, extraction: Extraction, number: int) -> bytes:
    """Page ``number`` (from 1) of the PDF ``data`` as PNG, with what ``extraction`` found on it.

    KehoachError where the source has no such page, or none at all.
    """
    if source.format != "pdf":
        raise KehoachError(f"{source.name}: chỉ vẽ được trang của tệp PDF (tệp này không có trang)")
    if not 1 <= number <= len(source.pages):
        raise KehoachError(f"{source.name}: không có trang {number} (tệp có {len(source.pages)} trang)")
    page = _rendered(data, source.name, number)
    marks = marks_on(extraction, number)
    canvas = _Canvas(page, source)
    canvas.draw(marks)
    title = f"{source.name} – trang {number}/{len(source.pages)}"
    picture = _with_legend(canvas.image, title, marks)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=False)
    return out.getvalue()


@dataclass(slots=True)
class _Page:
    """A rendered page, upright, with its runs of text and how many pixels a point takes."""

    image: Image.Image
    runs: tuple[Any, ...]
    scale: float
    number: int


def _rendered(data: bytes, name: str, number: int) -> _Page:
    """The page with its stamps and signatures, turned as it is read."""
    import pypdfium2  # type: ignore[import-untyped]

    from extractor.sources.pdf_page import load_page

    try:
        document = pypdfium2.PdfDocument(data)
        try:
            document.init_forms()
            page = document[number - 1]
            width, height = page.get_size()
            scale = min(_SCALE, math.sqrt(_PIXELS / max(width * height, 1.0)))
            image = page.render(scale=scale, may_draw_forms=True).to_pil().convert("RGB")
            read = load_page(page, number)
            page.close()
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise ReadError(name, f"không vẽ được trang {number}, trang đã hỏng") from error
    if read.turn:
        image = image.rotate(-read.turn, expand=True)
    return _Page(image, read.runs, scale, number)


class _Canvas:
    """The page with a layer of colour over it."""

    def __init__(self, page: _Page, source: Source) -> None:
        self.page, self.source = page, source
        self.image = page.image
        self._tags: list[Pixels] = []
        self._pending: list[tuple[str, Pixels, Colour, bool]] = []

    def draw(self, marks: Iterable[Mark]) -> None:
        """Frames and tints first, tags over them."""
        ordered = sorted(marks, key=lambda mark: _ORDER.get(mark.kind, len(_ORDER)))
        for mark in ordered:
            self._tint(mark)
        pen = ImageDraw.Draw(self.image)
        for mark in ordered:
            if mark.kind in _FRAMED:
                self._frame(pen, mark)
        for tag in self._pending:
            self._tag(pen, *tag)

    def _tint(self, mark: Mark) -> None:
        """The mark's words in its colour, as with a marker pen; its whole boxes where words are not known."""
        colour = _KINDS[mark.kind][1]
        known = words_of(mark, self.source, self.page.runs, self.page.number)
        for place in known or mark.boxes(self.page.number):
            box = self._pixels(place.x0 - 0.8, place.top, place.x1 + 0.8, place.bottom + 0.6)
            if box is None:
                continue
            under = self.image.crop(box)
            strength = _TINT if known else _TINT / 2
            light = tuple(round(255 - (255 - part) * strength) for part in colour)
            paint = Image.new("RGB", under.size, light)
            self.image.paste(_multiplied(under, paint), box)
            if mark.kind not in _FRAMED and known:
                pen = ImageDraw.Draw(self.image)
                pen.line((box[0], box[3], box[2], box[3]), fill=colour, width=self._width(1.0))

    def _frame(self, pen: ImageDraw.ImageDraw, mark: Mark) -> None:
        colour = _KINDS[mark.kind][1]
        in_table = mark.evidence.table is not None
        out = 1.8 if mark.kind == "task" else 0.9  # a target within its task's frame
        boxes = mark.boxes(self.page.number)
        for place in boxes:
            box = self._pixels(place.x0 - out, place.top - out, place.x1 + out, place.bottom + out)
            if box is not None:
                pen.rectangle(box, outline=colour, width=self._width(0.8))
        if boxes and mark.id:
            box = self._pixels(
                boxes[0].x0 - out, boxes[0].top - out, boxes[0].x1 + out, boxes[0].bottom + out
            )
            if box is not None:
                self._pending.append((mark.id, box, colour, in_table))

    def _tag(self, pen: ImageDraw.ImageDraw, text: str, box: Pixels, colour: Colour, in_table: bool) -> None:
        """The id on a plate: in the margin of prose, below the words of a cell; never over another plate."""
        font = _font(self._width(6.5 if in_table else 7.5))
        left, top, right, bottom = pen.textbbox((0, 0), text, font=font)
        width, height = round(right - left) + self._width(2.5), round(bottom - top) + self._width(2)
        margin = round(min((run.x0 for run in self.page.runs), default=0.0) * self.page.scale) - width
        x = max(box[2] - width, 0) if in_table else max(margin - self._width(4), 0)
        y = box[3] if in_table else box[1]
        plate = (x, y, x + width, y + height)
        for _ in range(40):
            plate = (x, y, x + width, y + height)
            if not any(x < t[2] and t[0] < plate[2] and y < t[3] and t[1] < plate[3] for t in self._tags):
                break
            y += height + 1
        self._tags.append(plate)
        pen.rectangle(plate, fill=colour)
        at = (x + self._width(1.25) - left, y + self._width(1) - top)
        pen.text(at, text, fill="white", font=font)

    def _width(self, points: float) -> int:
        return max(1, round(points * self.page.scale))

    def _pixels(self, x0: float, top: float, x1: float, bottom: float) -> Pixels | None:
        """Pixels of a place, cut at the page's edges; None where nothing of it lies on the page."""
        scale = self.page.scale
        left, upper = max(round(x0 * scale), 0), max(round(top * scale), 0)
        right = min(round(x1 * scale), self.image.width - 1)
        lower = min(round(bottom * scale), self.image.height - 1)
        return (left, upper, right, lower) if right > left and lower > upper else None


def _multiplied(under: Image.Image, paint: Image.Image) -> Image.Image:
    from PIL import ImageChops

    return ImageChops.multiply(under, paint)


def _with_legend(page: Image.Image, title: str, marks: Iterable[Mark]) -> Image.Image:
    """The page below a strip with its title and the colours found on it, with their counts."""
    counts = Counter(mark.kind for mark in marks)
    size = max(13, page.width // 62)
    font, gap = _font(size), size // 2
    entries = [(text, colour, counts[kind]) for kind, (text, colour) in _KINDS.items() if counts[kind]]
    shown = [(_printable(f"{text} ({count})", font), colour) for text, colour, count in entries]
    rows: list[list[tuple[str, Colour]]] = [[]]
    width = gap
    for text, colour in shown:
        step = size + gap + round(font.getlength(text)) + 2 * gap
        if width + step > page.width and rows[-1]:
            rows.append([])
            width = gap
        rows[-1].append((text, colour))
        width += step
    height = (len(rows) + 1) * (size + gap) + gap
    picture = Image.new("RGB", (page.width, page.height + height), "white")
    picture.paste(page, (0, height))
    pen = ImageDraw.Draw(picture)
    heading = title if shown else f"{title}: không tìm thấy gì trên trang này"
    pen.text((gap, gap // 2), _printable(heading, font), fill="black", font=font)
    for number, row in enumerate(rows, 1):
        x, y = gap, number * (size + gap) + gap // 2
        for text, colour in row:
            pen.rectangle((x, y + size // 6, x + size, y + size + size // 6), fill=colour)
            pen.text((x + size + gap, y), text, fill="black", font=font)
            x += size + gap + round(font.getlength(text)) + 2 * gap
    pen.line((0, height - 1, page.width, height - 1), fill=(150, 150, 150))
    return picture


@cache
def _font(size: int) -> Any:
    """A font of the system with Vietnamese letters; Pillow's own where none is found."""
    for name in _FONTS:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return ImageFont.load_default(size)


def _printable(text: str, font: Any) -> str:
    """``text``, without its marks where the font has no letters for them."""
    if getattr(font, "path", None) and isinstance(font.path, str) and font.path:
        return text
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in plain if not unicodedata.combining(c))
