"""Pictures of pages (PNG, JPEG, TIFF of one or many pages) to Source, by recognition."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.errors import ReadError
from extractor.sources.builder import SourceBuilder
from extractor.sources.limits import Limits
from extractor.sources.model import Source
from extractor.sources.pdf import assemble
from extractor.sources.pdf_page import PageData
from extractor.sources.scans import Scans

if TYPE_CHECKING:
    from PIL.Image import Image

    from extractor.sources.ocr.picture import Picture

_FORMATS = ("PNG", "JPEG", "TIFF")
_BELIEVED = (100.0, 1300.0)  # dots an inch; 72 and 96 say nothing of the paper
_PAPER = 11.69  # inches: the longer side of A4


def read_image(data: bytes, name: str, limits: Limits | None = None) -> Source:
    """Recognise a picture file; ReadError where it is broken, too large, or nothing can recognise it."""
    from extractor.sources.ocr.extra import missing

    limits = limits or Limits()
    lacking = missing()
    if lacking is not None:
        raise ReadError(name, f"là tệp ảnh; để đọc ảnh quét, {lacking}")
    scans = Scans(limits)
    try:
        pages = list(_pages(data, name, scans))
    finally:
        scans.close()
    builder = SourceBuilder(name, "image")
    assemble(builder, pages)
    return scans.marked(builder.build())


def _pages(data: bytes, name: str, scans: Scans) -> Iterator[PageData]:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            count = getattr(image, "n_frames", 1)
            if count > scans.limits.max_pages:
                raise ReadError(
                    name, f"tệp ảnh có {count} trang, quá giới hạn {scans.limits.max_pages} trang"
                )
            for index in range(count):
                image.seek(index)
                if image.width * image.height > scans.limits.max_pixels:
                    raise ReadError(name, f"ảnh lớn hơn {scans.limits.max_pixels / 1e6:g} triệu điểm ảnh")
                yield _page(image, index + 1, scans)
    except ReadError:
        raise
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise ReadError(name, "tệp ảnh đã hỏng, không mở được") from error


def _page(image: Image, number: int, scans: Scans) -> PageData:
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(_plain(image))
    across, down = _density(image, upright)
    width, height = 72 * upright.width / across, 72 * upright.height / down
    return scans.picture(number, width, height, lambda: _picture(upright, width, height))


def _plain(image: Image) -> Image:
    """Eight bits of grey, on white where it is see-through."""
    from PIL import Image as images

    if image.mode.startswith("I;16"):
        return image.point(lambda value: value / 256).convert("L")
    if image.mode in ("LA", "RGBA", "PA") or "transparency" in image.info:
        solid = image.convert("RGBA")
        return images.alpha_composite(images.new("RGBA", solid.size, "white"), solid).convert("L")
    return image.convert("L")


def _density(image: Image, upright: Image) -> tuple[float, float]:
    """Pixels an inch across and down: as the file says, or as if the paper were A4."""
    said = image.info.get("dpi")
    if isinstance(said, tuple) and len(said) == 2:
        across, down = (float(value) for value in said)
        if all(_BELIEVED[0] <= value <= _BELIEVED[1] for value in (across, down)):
            return (down, across) if upright.size == image.size[::-1] != image.size else (across, down)
    guess = max(upright.size) / _PAPER
    return guess, guess


def _picture(image: Image, width: float, height: float) -> Picture:
    import numpy as np

    from extractor.sources.ocr.picture import rescaled

    return rescaled(np.asarray(image, dtype=np.uint8), width, height)
