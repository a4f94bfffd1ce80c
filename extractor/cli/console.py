"""Standard streams: always UTF-8, results to stdout, everything else to stderr, one line each."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

_WIDTH = 140  # where no terminal tells its width


def use_utf8() -> None:
    """Windows consoles and ``LANG=C`` would refuse Vietnamese letters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def one_line(text: str) -> str:
    """Messages never break a line, whatever file names and libraries put into them."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def fail(message: object) -> None:
    """An error for a person: one line on stderr."""
    print(f"lỗi: {one_line(str(message))}", file=sys.stderr, flush=True)


def warn(message: object) -> None:
    """A warning: one line on stderr."""
    print(f"cảnh báo: {one_line(str(message))}", file=sys.stderr, flush=True)


def remark(message: object) -> None:
    """A remark: one line on stderr."""
    print(f"lưu ý: {one_line(str(message))}", file=sys.stderr, flush=True)


def out() -> Console:
    """The console for results; wide where stdout is no terminal."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else _WIDTH, highlight=False, markup=False, emoji=False)


def written(text: str) -> None:
    """Data to stdout with its own line ends."""
    sys.stdout.write(text)
    sys.stdout.flush()
