"""Speed, start time and memory; writes docs/benchmarks.md.

usage: python benchmarks/speed.py [--runs N] [--print]

Seconds depend on the machine. The ratio to a peer measured in the same run does not: word
segmentation by underthesea plus a blank spaCy tokenizer over the same text, the least that any
pipeline over these libraries has to pay.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
LIBRARIES = ("spacy", "underthesea", "rapidfuzz", "pandas", "pydantic")
LIMITS = {"text": 1.5, "help": 0.4, "memory": 500.0}

# VmHWM first: what getrusage tells of a new process includes its parent's size before exec.
CHILD = """
import json, sys, time
from pathlib import Path
from extractor import read, extract
status, tracing = Path("/proc/self/status"), False
if not status.exists():
    try:
        import resource
    except ImportError:
        import tracemalloc
        tracemalloc.start()
        tracing = True
begin = time.perf_counter()
extract(read(sys.argv[1]))
seconds = time.perf_counter() - begin
how = "peak resident memory of the process"
if status.exists():
    peak = next(int(l.split()[1]) for l in status.read_text().splitlines() if l.startswith("VmHWM")) / 2**10
elif tracing:
    peak, how = tracemalloc.get_traced_memory()[1] / 2**20, "peak of memory allocated by Python"
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
print(json.dumps({"cold": seconds, "peak": peak, "how": how}))
"""


@dataclass(frozen=True)
class Row:
    """Figures of one document: warm and cold seconds, the peer's seconds, peak megabytes."""

    name: str
    kilobytes: float
    warm: float
    peer: float
    cold: float
    peak: float
    how: str


def documents() -> Iterator[tuple[str, Path]]:
    """The largest plan: our edition in its three forms, and the original where it is present."""
    original = ROOT.parent / "shared" / "corpus" / "ca-mau-2023.txt"
    if original.is_file():
        yield "original, text (not in this repository)", original
    for suffix in (".txt", ".docx", ".pdf"):
        path = ROOT / "corpora" / f"ca-mau-2023{suffix}"
        if path.is_file():
            yield f"corpora/{path.name}", path


def median(call: Callable[[], object], runs: int) -> float:
    """Median seconds of a call, after one run to warm up."""
    call()
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        call()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def child(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Another Python process with this checkout first on its path."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=env, check=True)


def measure(name: str, path: Path, runs: int) -> Row:
    """Warm times here; the first time and the memory in a process of their own."""
    import spacy
    from underthesea import word_tokenize

    from extractor import extract, read

    source = read(path)
    blank = spacy.blank("xx")

    def peer() -> None:
        blank(source.text)
        for line in source.text.splitlines():
            word_tokenize(line)

    alone = json.loads(child("-c", CHILD, str(path)).stdout)
    warm, base = median(lambda: extract(read(path)), runs), median(peer, runs)
    size = path.stat().st_size / 1000
    return Row(name, size, warm, base, alone["cold"], alone["peak"], alone["how"])


def start(runs: int) -> float:
    """Median seconds of `kehoach --help`."""
    return median(lambda: child("-m", "extractor", "--help"), runs)


def page(rows: list[Row], help_seconds: float, runs: int) -> str:
    """The page, in Markdown."""
    text = [row for row in rows if "text" in row.name or row.name.endswith(".txt")]
    slowest, biggest = max(row.warm for row in text), max(row.peak for row in rows)
    verdicts = [
        ("extraction from text, warm", f"{slowest:.2f} s", f"{LIMITS['text']} s", slowest <= LIMITS["text"]),
        ("`kehoach --help`", f"{help_seconds:.2f} s", f"{LIMITS['help']} s", help_seconds <= LIMITS["help"]),
        ("memory, any form", f"{biggest:.0f} MB", f"{LIMITS['memory']:.0f} MB", biggest <= LIMITS["memory"]),
    ]
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`; no figure here is typed by hand.",
        "",
        "| What | Measured | Limit | |",
        "|---|---:|---:|---|",
        *(
            f"| {what} | {got} | {limit} | {'kept' if ok else '**missed**'} |"
            for what, got, limit, ok in verdicts
        ),
        "",
        "| Document | Size | Warm | Peer | Ratio | First run | Memory |",
        "|---|---:|---:|---:|---:|---:|---:|",
        *(
            f"| {row.name} | {row.kilobytes:.0f} kB | {row.warm:.2f} s | {row.peer:.2f} s "
            f"| {row.warm / row.peer:.1f} | {row.cold:.2f} s | {row.peak:.0f} MB |"
            for row in rows
        ),
        "",
        f"- Warm: reading and extraction, median of {runs} runs after one, one document at a time.",
        "- Peer: `underthesea.word_tokenize` line by line plus a blank spaCy tokenizer over the same text,",
        "  in the same run. The ratio carries over to other machines, seconds do not.",
        "- First run: in a new process, after the imports, with all that is loaded on first use.",
        f"- Memory: {rows[0].how}.",
        f"- {platform.system()} {platform.machine()}, {os.cpu_count()} processors,",
        f"  Python {platform.python_version()}, {libraries}.",
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--print", action="store_true", help="print only, write nothing")
    options = parser.parse_args()
    rows = [measure(name, path, options.runs) for name, path in documents()]
    if not rows:
        print("speed: no document to measure with", file=sys.stderr)
        return 1
    content = page(rows, start(options.runs), options.runs)
    print(content)
    if not options.print:
        PAGE.write_text(content, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    from extractor.cli.console import use_utf8

    use_utf8()
    sys.exit(main())
