"""Shared by all tests: where things are, and the command as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

Kehoach = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def kehoach(tmp_path: Path) -> Kehoach:
    """Run `kehoach ARGUMENTS` in an empty folder, as another process without a terminal."""

    def run(*arguments: object, cwd: Path = tmp_path, stdin: bytes = b"", **env: str) -> object:
        done = subprocess.run(
            [sys.executable, "-m", "extractor", *map(str, arguments)],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), **env},
            check=False,
        )
        out, err = (stream.decode("utf-8").replace("\r\n", "\n") for stream in (done.stdout, done.stderr))
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return run  # type: ignore[return-value]
