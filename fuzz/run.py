"""Fuzz all readers, one after the other, for a bounded time; a line for each.

usage: python -m fuzz.run [--seconds N] [--seed N] [SUFFIX …]

What breaks an invariant is kept in tests/data/fuzz, where a test replays it: fix the reader, then commit
the file together with the fix.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from fuzz.seeds import KEPT, ROOT, SUFFIXES, seeds

TAIL = 25


def keep(folder: Path, suffix: str) -> list[Path]:
    """Move what libFuzzer wrote to the files that a test replays."""
    kept = []
    for found in sorted(folder.iterdir()):
        data = found.read_bytes()
        path = KEPT / f"{hashlib.sha256(data).hexdigest()[:12]}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        kept.append(path)
    return kept


def fuzz(suffix: str, seconds: int, seed: int) -> bool:
    """Whether the reader withstood it."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "fuzz.readers", suffix, "--artifacts", folder]
        command += ["--seconds", str(seconds), "--seed", str(seed)]
        done = subprocess.run(
            command,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        kept = keep(Path(folder), suffix)
    tried = re.search(r"number_of_executed_units: (\d+)", done.stdout)
    if done.returncode == 0:
        print(f"fuzz {suffix}: {tried[1] if tried else 0} files in {seconds} s, all sound", flush=True)
        return True
    print("\n".join(done.stdout.splitlines()[-TAIL:]))
    for path in kept:
        print(f"fuzz {suffix}: broken by {path.relative_to(ROOT)}", flush=True)
    return False


def main() -> int:
    """0 where all readers withstood it, or where there is nothing to fuzz with."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("suffixes", nargs="*", metavar="SUFFIX")
    parser.add_argument("--seconds", type=int, default=8, help="for each reader")
    parser.add_argument("--seed", type=int, default=1, help="0 takes another path each time")
    options = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print("fuzz: atheris is not installed (it has wheels for Linux only), nothing done")
        return 0
    chosen = [suffix for suffix in options.suffixes or SUFFIXES if seeds(suffix)]
    withstood = [fuzz(suffix, options.seconds, options.seed) for suffix in chosen]
    return 0 if all(withstood) else 1


if __name__ == "__main__":
    sys.exit(main())
