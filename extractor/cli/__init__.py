"""The command line: parse arguments, call, print. Exit codes: 0 done, 1 something failed, 2 wrong usage."""

from __future__ import annotations

import sys

from extractor.cli.console import fail, use_utf8
from extractor.errors import KehoachError


def main() -> None:
    """Entry point of `kehoach`."""
    use_utf8()
    from extractor.cli.app import app

    try:
        app(prog_name="kehoach")
    except KehoachError as error:
        if "--debug" in sys.argv:
            raise
        fail(error)
        sys.exit(1)
    except Exception as error:  # a defect of ours is still one clear line for the user
        if "--debug" in sys.argv:
            raise
        fail(f"lỗi ngoài dự kiến: {type(error).__name__}: {error} (thêm --debug để xem chi tiết)")
        sys.exit(1)
