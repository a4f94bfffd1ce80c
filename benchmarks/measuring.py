"""What the benchmarks share: other processes, interleaved times, limits and their verdicts."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
PAGE = ROOT / "docs" / "benchmarks.md"

PEAK = """
def memory():
    # VmHWM first: what getrusage tells of a new process includes its parent's size before exec
    import sys
    from pathlib import Path
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text().splitlines()
        return next(int(l.split()[1]) for l in lines if l.startswith("VmHWM")) / 2**10, "peak resident memory"
    try:
        import resource
    except ImportError:
        import tracemalloc
        return tracemalloc.get_traced_memory()[1] / 2**20, "peak of memory allocated by Python"
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit, "peak resident memory"

def one_core():
    import os
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

import sys
if sys.platform == "win32":
    import tracemalloc
    tracemalloc.start()
"""
"""Start of a child's program: ``memory()`` in megabytes and how it was told, ``one_core()``."""


@dataclass(frozen=True)
class Verdict:
    """A limit and what was measured; both in ``unit``, "x" for ratios. ``least``: it is a lower bound."""

    what: str
    measured: float
    limit: float
    unit: str
    least: bool = False

    @property
    def kept(self) -> bool:
        """Whether the limit is kept."""
        return self.measured >= self.limit if self.least else self.measured <= self.limit

    def row(self) -> str:
        """A row of the page's first table."""
        digits = {"s": ".2f", "MB": ".0f", "x": ".1f"}[self.unit]
        bound = f"{'at least ' if self.least else ''}{self.limit:g} {self.unit}"
        shown = "kept" if self.kept else "**missed**"
        return f"| {self.what} | {self.measured:{digits}} {self.unit} | {bound} | {shown} |"


@dataclass(frozen=True)
class Section:
    """A part of the page: its limits, its Markdown lines, the libraries it names."""

    title: str
    verdicts: Sequence[Verdict]
    lines: Sequence[str]
    libraries: Sequence[str] = field(default_factory=tuple)


def median(call: Callable[[], object], runs: int) -> float:
    """Median seconds of a call, after one run to warm up."""
    call()
    return statistics.median(seconds(call) for _ in range(runs))


def seconds(call: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Seconds of one call by a clock."""
    begin = clock()
    call()
    return clock() - begin


def interleaved(calls: Mapping[str, Callable[[], object]], runs: Mapping[str, int]) -> dict[str, list[float]]:
    """Processor seconds of each call in rounds A B C A B C …, after one round to warm up.

    On one core they are the seconds that a call takes while nothing else runs. What disturbs the machine
    meets all of them, so their ratios can be trusted. A call takes part in its first ``runs`` rounds.
    """
    times: dict[str, list[float]] = {name: [] for name in calls}
    for call in calls.values():
        call()
    for number in range(max(runs.values())):
        for name, call in calls.items():
            if number < runs[name]:
                times[name].append(seconds(call, time.process_time))
    return times


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Median of ours over the median of theirs, over the rounds that both ran."""
    rounds = min(len(ours), len(theirs))
    return statistics.median(ours[:rounds]) / statistics.median(theirs[:rounds])


def child(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Another Python process with this checkout first on its path."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=env, check=True)


def installed(name: str) -> str | None:
    """The version of a package; None where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def environment(libraries: Sequence[str]) -> str:
    """The machine and the versions that the figures belong to."""
    named = ", ".join(f"{name} {installed(name)}" for name in libraries if installed(name))
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    return f"{machine}, Python {platform.python_version()}, {named}."
