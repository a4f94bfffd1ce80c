"""Read files in a process of its own and print what came of it, a JSON line each.

usage: python -m fuzz.child FILE …
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from extractor.errors import ReadError
from extractor.sources.model import Source
from extractor.sources.office import SETTING
from fuzz.oracle import probe


def peak() -> float | None:
    """Peak resident megabytes of this process; None where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if "VmHWM" in line) / 1024


def main() -> int:
    """One line a file."""
    os.environ[SETTING] = "off"  # our own reader of DOC is tried, not LibreOffice
    for path in map(Path, sys.argv[1:]):
        begin = time.perf_counter()
        result = probe(path.read_bytes(), path.name, seconds=600)
        told = {"text": result.text[:2000]} if isinstance(result, Source) else {"reason": result.reason}
        assert isinstance(result, Source | ReadError)
        seconds = time.perf_counter() - begin
        print(json.dumps({"file": path.name, "seconds": seconds, "peak": peak(), **told}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
