"""Extraction: seconds of the whole way from a file to records, start time and memory.

usage: python -m benchmarks.speed [--runs N]      (`make bench` writes the page)

Seconds depend on the machine. The ratio to a peer measured in the same run does not: word
segmentation by underthesea plus a blank spaCy tokenizer over the same text, the least that any
pipeline over these libraries has to pay.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import PEAK, ROOT, SHARED, Section, Verdict, child, median

LIBRARIES = ("spacy", "underthesea", "rapidfuzz", "pandas", "pydantic")
TEXT_SECONDS, PDF_SECONDS, HELP_SECONDS, MEGABYTES = 1.5, 1.5, 0.4, 300.0
OUTSIDE = "(not in this repository)"

CHILD = (
    PEAK
    + """
import json, statistics, time
one_core()
from extractor import read, extract
times = []
for _ in range(int(sys.argv[2]) + 1):
    begin = time.perf_counter()
    extract(read(sys.argv[1]))
    times.append(time.perf_counter() - begin)
peak, how = memory()
print(json.dumps({"cold": times[0], "warm": statistics.median(times[1:]), "peak": peak, "how": how}))
"""
)


@dataclass(frozen=True)
class Row:
    """Figures of one document: warm and first seconds, the peer's seconds, peak megabytes."""

    name: str
    path: Path
    warm: float
    peer: float
    cold: float
    peak: float
    how: str

    @property
    def form(self) -> str:
        """The suffix of the document's file."""
        return self.path.suffix


def documents() -> Iterator[tuple[str, Path]]:
    """The largest plan: our edition in its three forms, and the originals where they are present."""
    for folder, suffix, form in (("corpus", ".txt", "text"), ("samples", ".pdf", "PDF")):
        original = SHARED / folder / f"ca-mau-2023{suffix}"
        if original.is_file():
            yield f"original, {form} {OUTSIDE}", original
    for suffix in (".txt", ".docx", ".pdf"):
        path = ROOT / "corpora" / f"ca-mau-2023{suffix}"
        if path.is_file():
            yield f"corpora/{path.name}", path


def measure(name: str, path: Path, runs: int) -> Row:
    """Our times and memory in a process of its own, on one core; the peer's here."""
    import spacy
    from underthesea import word_tokenize

    from extractor import read

    source = read(path)
    blank = spacy.blank("xx")

    def peer() -> None:
        blank(source.text)
        for line in source.text.splitlines():
            word_tokenize(line)

    alone = json.loads(child("-c", CHILD, str(path), str(runs)).stdout)
    return Row(name, path, alone["warm"], median(peer, runs), alone["cold"], alone["peak"], alone["how"])


def section(runs: int) -> Section:
    """Measure all documents."""
    rows = [measure(name, path, runs) for name, path in documents()]
    help_seconds = median(lambda: child("-m", "extractor", "--help"), runs)
    warm = {form: max(row.warm for row in rows if row.form == form) for form in {row.form for row in rows}}
    verdicts = [
        Verdict("records from text, warm, one core", warm[".txt"], TEXT_SECONDS, "s"),
        Verdict("records from a PDF of 25 pages, warm, one core", warm[".pdf"], PDF_SECONDS, "s"),
        Verdict("`kehoach --help`", help_seconds, HELP_SECONDS, "s"),
        Verdict("memory, any form", max(row.peak for row in rows), MEGABYTES, "MB"),
    ]
    lines = [
        "| Document | Size | Warm | Peer | Ratio | First run | Memory |",
        "|---|---:|---:|---:|---:|---:|---:|",
        *(
            f"| {row.name} | {row.path.stat().st_size / 1000:.0f} kB | {row.warm:.2f} s | {row.peer:.2f} s "
            f"| {row.warm / row.peer:.1f} | {row.cold:.2f} s | {row.peak:.0f} MB |"
            for row in rows
        ),
        "",
        f"- Warm: reading and extraction, median of {runs} runs after one, in a process of its own,",
        "  on one core.",
        "- Peer: `underthesea.word_tokenize` line by line plus a blank spaCy tokenizer over the same text,",
        "  in the same run. The ratio carries over to other machines, seconds do not.",
        "- First run: the first one there, after the imports, with all that is loaded on first use.",
        f"- Memory: {rows[0].how} of that process.",
    ]
    return Section("From a file to records", verdicts, lines, LIBRARIES)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    found = section(parser.parse_args().runs)
    print("\n".join([*(verdict.row() for verdict in found.verdicts), "", *found.lines]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
