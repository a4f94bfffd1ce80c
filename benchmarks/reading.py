"""Reading a text PDF with its tables into a Source, beside other readers in the same run.

usage: python -m benchmarks.reading [--runs N]      (`make bench` writes the page)

All run on one core, in rounds A B C A B C …, so that what disturbs the machine meets all of them.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.measuring import (
    PEAK,
    ROOT,
    SHARED,
    Section,
    Verdict,
    child,
    installed,
    interleaved,
    ratio,
)
from benchmarks.peers import FLOOR, OURS, PEERS, TABLES, Counts, Peer
from benchmarks.speed import MEGABYTES, OUTSIDE

TIMES_FLOOR, TIMES_TABLES = 4.0, 15.0
SLOW_RUNS = 3
CHILD = (
    PEAK
    + """
import json
from pathlib import Path
from benchmarks.peers import PEERS
next(peer for peer in PEERS if peer.name == sys.argv[1]).read(Path(sys.argv[2]))
print(json.dumps(memory()[0]))
"""
)


@dataclass(frozen=True)
class Row:
    """A reader on one document: seconds of each round, what it found, peak megabytes of a process for it."""

    peer: Peer
    times: list[float]
    found: Counts
    peak: float


@dataclass(frozen=True)
class Document:
    """A PDF and what the readers did with it."""

    name: str
    pages: int
    rows: tuple[Row, ...]

    def times(self, peer: Peer) -> list[float]:
        """Seconds of one reader."""
        return next(row.times for row in self.rows if row.peer is peer)


def documents() -> Iterator[tuple[str, Path]]:
    """Our sample plans, and the originals where they are present (scans hold no text to read)."""
    for path in sorted((SHARED / "samples").glob("*.pdf")):
        if "scan" not in path.stem:
            yield f"original of {path.stem} {OUTSIDE}", path
    for path in sorted((ROOT / "corpora").glob("*.pdf")):
        yield f"corpora/{path.name}", path


def pages_of(path: Path) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process on one core, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def measure(name: str, path: Path, peers: list[Peer], runs: int) -> Document:
    """All readers on one document."""
    rounds = {peer.name: min(runs, SLOW_RUNS) if peer.slow else runs for peer in peers}
    found = {peer.name: peer.read(path) for peer in peers}
    times = interleaved({peer.name: partial(peer.read, path) for peer in peers}, rounds)
    peaks = {peer.name: json.loads(child("-c", CHILD, peer.name, str(path)).stdout) for peer in peers}
    rows = tuple(Row(peer, times[peer.name], found[peer.name], peaks[peer.name]) for peer in peers)
    return Document(name, pages_of(path), rows)


def table(document: Document) -> Iterator[str]:
    """A document's readers as a Markdown table."""
    yield f"**{document.name}**, {document.pages} pages"
    yield ""
    yield "| Reader | Seconds | Pages/s | Ours/its | Characters | Cells | Memory |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for row in document.rows:
        took = statistics.median(row.times)
        times = ratio(document.times(OURS), row.times)
        yield (
            f"| {row.peer.name} | {took:.3f} | {document.pages / took:.0f} | {times:.2f} "
            f"| {row.found[0]} | {row.found[1] or '–'} | {row.peak:.0f} MB |"
        )
    yield ""


def section(runs: int) -> Section:
    """Measure all documents with all readers that are installed."""
    peers = [peer for peer in PEERS if peer in (OURS, FLOOR) or installed(peer.package)]
    absent = sorted({peer.package for peer in PEERS if peer not in peers})
    with one_core():
        found = [measure(name, path, peers, runs) for name, path in documents()]
    floor = max(ratio(document.times(OURS), document.times(FLOOR)) for document in found)
    verdicts = [Verdict("reading a PDF, against pypdfium2's raw text", floor, TIMES_FLOOR, "x")]
    if TABLES in peers:  # a document without tables would flatter neither
        ruled = [document for document in found if any(row.found[1] for row in document.rows)]
        faster = min(1 / ratio(document.times(OURS), document.times(TABLES)) for document in ruled)
        verdicts.append(Verdict("faster than pdfplumber's tables", faster, TIMES_TABLES, "x", least=True))
    most = max(row.peak for document in found for row in document.rows if row.peer is OURS)
    verdicts.append(Verdict("memory while reading a PDF", most, MEGABYTES, "MB"))
    lines = [
        *(line for document in found for line in table(document)),
        f"- Median of {runs} rounds ({min(runs, SLOW_RUNS)} for slow readers) after one, all in turn,",
        "  by processor time on one core, each from the file to its result. The limits take the worst",
        "  document.",
        "- Ours/its: our time over that reader's, in the same rounds; below 1 we are faster.",
        "- Characters (without spaces) and cells (that hold any) tell whether a reader did the same work;",
        "  ours is a Source: lines joined to paragraphs, running heads dropped, tables stitched over pages,",
        "  with page and boxes.",
        "- Memory: peak of a process that only reads the document.",
        *([f"- Not installed here: {', '.join(absent)}."] if absent else []),
    ]
    libraries = tuple(dict.fromkeys(peer.package for peer in peers if peer is not OURS))
    return Section("Reading PDF", verdicts, lines, libraries)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=11)
    found = section(parser.parse_args().runs)
    print("\n".join([*(verdict.row() for verdict in found.verdicts), "", *found.lines]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
