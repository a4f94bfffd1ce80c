"""Files that are there whole or not at all."""

from __future__ import annotations

import codecs
import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from extractor.errors import KehoachError


def write_whole(path: Path, content: str | bytes | Iterable[str], encoding: str = "utf-8") -> None:
    """Write beside the place and move in: a reader never sees a part, a failure leaves nothing behind.

    Large texts are given piece by piece.
    """
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".kehoach-", suffix=".tmp", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            if isinstance(content, bytes):
                stream.write(content)
            else:
                encoder = codecs.getincrementalencoder(encoding)(errors="replace")
                for piece in [content] if isinstance(content, str) else content:
                    stream.write(encoder.encode(piece))
        _usual_rights(temporary)
        Path(temporary).replace(path)
        temporary = None
    except OSError as error:
        raise KehoachError(f"{path}: không ghi được ({error.strerror or error})") from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()


def _usual_rights(path: str) -> None:
    """Temporary files are private; the result should be as readable as any new file."""
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        Path(path).chmod(0o666 & ~mask)
