"""Files made to break a reader, each in a process of its own: no crash, no hang, bounded memory.

A crash of native code (pdfium, libxml2) ends that process and is seen here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from fuzz.hostile import CASES, Case, truncated
from fuzz.seeds import ROOT, SUFFIXES, seeds


def read_apart(paths: list[Path], seconds: float) -> list[dict[str, Any]]:
    """What came of the files, read by another process."""
    done = subprocess.run(
        [sys.executable, "-m", "fuzz.child", *map(str, paths)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hostile_file(case: Case, tmp_path: Path) -> None:
    path = tmp_path / case.name
    path.write_bytes(case.build())
    (told,) = read_apart([path], case.seconds)
    path.unlink()
    if case.refused:
        assert case.refused in told.get("reason", "no reason, it was read")
    if case.says:
        assert case.says in told.get("text", told.get("reason"))
    assert told["peak"] is None or told["peak"] <= case.megabytes


@pytest.mark.parametrize("suffix", [suffix for suffix in SUFFIXES if seeds(suffix)])
def test_truncated_files(suffix: str, tmp_path: Path) -> None:
    paths = [tmp_path / f"{i:02}{suffix}" for i in range(20)]
    for path, data in zip(paths, truncated(seeds(suffix)[0]), strict=True):
        path.write_bytes(data)
    assert len(read_apart(paths, 60)) == 20
