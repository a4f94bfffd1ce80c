"""What recognition needs from the system: the extra's packages, and Tesseract's Vietnamese model."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

LANGUAGE = "vie"
_INSTALL = {
    "linux": "apt install tesseract-ocr tesseract-ocr-vie",
    "darwin": "brew install tesseract tesseract-lang",
    "win32": "bộ cài Tesseract của UB Mannheim, chọn thêm tiếng Việt",
}


@cache
def missing() -> str | None:
    """What is to be installed before scans can be read, for a person; None when all is there."""
    for package in ("tesserocr", "cv2", "numpy", "PIL"):
        try:
            import_module(package)
        except ImportError:
            return f'cài phần nhận dạng: pip install "kehoach[ocr]", và Tesseract tiếng Việt ({_system()})'
    if model_folder() is None:
        return f"cài Tesseract tiếng Việt, gói tesseract-ocr-vie ({_system()})"
    return None


def _system() -> str:
    return _INSTALL.get(sys.platform, _INSTALL["linux"])


def model_folder() -> Path | None:
    """The folder that holds the Vietnamese model; TESSDATA_PREFIX goes first."""
    for folder in _folders():
        try:
            if (folder / f"{LANGUAGE}.traineddata").is_file():
                return folder
        except OSError:
            continue
    return None


def _folders() -> Iterator[Path]:
    prefix = os.environ.get("TESSDATA_PREFIX")
    if prefix:
        yield Path(prefix)
        yield Path(prefix) / "tessdata"
    yield Path(sys.prefix) / "share" / "tessdata"
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        programs = os.environ.get(variable)
        if programs:
            yield Path(programs) / "Tesseract-OCR" / "tessdata"
            yield Path(programs) / "Programs" / "Tesseract-OCR" / "tessdata"
    for share in ("/usr/share", "/usr/local/share", "/opt/homebrew/share", "/opt/local/share", "/opt/share"):
        yield Path(share) / "tessdata"
        yield from sorted(Path(share).glob("tesseract-ocr/*/tessdata"), reverse=True)
        yield Path(share) / "tesseract-ocr" / "tessdata"
        yield Path(share) / "tesseract" / "tessdata"
