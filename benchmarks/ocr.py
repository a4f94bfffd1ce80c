"""Measure recognition: its time against Tesseract's own on the same pages, and its words against the truth.

usage: python -m benchmarks.ocr [SCAN.pdf …]

Beside SCAN.pdf may lie SCAN.truth.json: a list of {"page": number in the original, "text": its words}.
Times are of the processor, one core, the best of three; both ways read the same pixels.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.measuring import SHARED, Section, Verdict

os.environ["OMP_THREAD_LIMIT"] = "1"

SAMPLES = SHARED / "samples"
RUNS = 3


def best(work: Callable[[], object]) -> float:
    """Seconds of the processor, the least of some runs."""
    times = []
    for _ in range(RUNS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def f1(read: str, truth: str) -> float:
    """Harmonic mean of precision and recall of words, whatever their order."""
    mine, theirs = Counter(read.split()), Counter(truth.split())
    common = sum((mine & theirs).values())
    return 2 * common / max(mine.total() + theirs.total(), 1)


def pictures(path: Path) -> list[Any]:
    """The pages' pixels as recognition gets them."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    from extractor.sources.ocr.picture import page_picture

    document = pypdfium2.PdfDocument(path)
    found = []
    for page in document:
        images = [item.raw for item in page.get_objects() if item.type == pdfium.FPDF_PAGEOBJ_IMAGE]
        found.append(page_picture(page, images, 10**9))
    document.close()
    return found


def tesseract(pages: list[Any]) -> float:
    """Seconds that Tesseract alone takes for the pages, one engine for all."""
    import tesserocr

    from extractor.sources.ocr.extra import model_folder

    with tesserocr.PyTessBaseAPI(path=f"{model_folder()}/", lang="vie", psm=tesserocr.PSM.AUTO) as engine:

        def work() -> None:
            for page in pages:
                height, width = page.grey.shape
                engine.SetImageBytes(page.grey.tobytes(), width, height, 1, width)
                engine.SetSourceResolution(round(page.dpi))
                engine.GetUTF8Text()

        return best(work)


def measure(path: Path) -> tuple[float, float, list[str]]:
    """A document's figures: our seconds, Tesseract's, and lines that tell them."""
    from extractor.sources.read import read

    source = read(path)
    own = best(lambda: read(path))
    base = tesseract(pictures(path))
    told = [f"{path.name}: {own:.2f} s, Tesseract alone {base:.2f} s, ratio {own / base:.2f}"]
    truth = path.with_name(path.stem + ".truth.json")
    if truth.exists():
        for page, entry in zip(source.pages, json.loads(truth.read_text("utf-8")), strict=False):
            words = " ".join(source.text[page.start : page.end].replace(" | ", " ").split())
            told.append(f"  page {entry['page']}: word F1 {f1(words, entry['text']):.4f}")
    return own, base, told


def section() -> Section:
    """Recognition of the sample scans for the page of benchmarks; empty without them or the extra."""
    from extractor.sources.ocr.extra import missing

    paths = sorted(SAMPLES.glob("*-scan.pdf"))
    if missing() or not paths:
        return Section("Recognition of scans", (), (missing() or "No scans to measure with here.",))
    found = [measure(path) for path in paths]
    whole = sum(own for own, _, _ in found) / sum(base for _, base, _ in found)
    verdict = Verdict("recognition of scans, against Tesseract on the same pages", whole, 1.3, "x")
    told = [line if line.startswith(" ") else f"- {line}" for _, _, lines in found for line in lines]
    lines = [line.replace("  page", "  - page") for line in told]
    return Section(
        "Recognition of scans", (verdict,), (*lines, "", "Seconds of the processor, one core, best of three.")
    )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "scans", nargs="*", type=Path, help="PDF files; without any the samples beside the repo"
    )
    paths = parser.parse_args().scans or sorted(SAMPLES.glob("*-scan.pdf"))
    from extractor.sources.ocr.extra import missing

    if missing() or not paths:
        print(missing() or "no scans to measure", file=sys.stderr)
        return 1
    found = [measure(path) for path in paths]
    for _, _, told in found:
        print("\n".join(told))
    own, base = sum(f[0] for f in found), sum(f[1] for f in found)
    print(f"all: {own:.2f} s, Tesseract alone {base:.2f} s, ratio {own / base:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
