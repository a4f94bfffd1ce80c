"""Speed and memory of comparing and auditing many documents; the matrix of the originals against the gold.

usage: python benchmarks/analysis.py [--documents N] [--keep DIR] [--apart]

The documents are the bundled plans, extracted once and copied with other values, years and provinces; with
``--apart`` the figures in their texts differ too, so that hardly a passage is met twice.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
LIMITS = {"seconds": 20.0, "memory": 1024.0, "cells": 0.95}
"""Seconds of both commands together, megabytes of either."""

CHILD = """
import sys
from pathlib import Path
from extractor.cli import auditing, comparing
folder, out = Path(sys.argv[2]), Path(sys.argv[3])
if sys.argv[1] == "compare":
    comparing.run([str(folder)], comparing.Options(out / "r.html", out / "r.xlsx", out / "r.csv"))
else:
    options = auditing.Options(out=out / "a.html", xlsx=out / "a.xlsx", owners=out / "o.csv")
    auditing.run([str(folder)], options)
peak = next(int(l.split()[1]) for l in Path("/proc/self/status").open() if l.startswith("VmHWM"))
print(peak / 1024)
"""


def copies(count: int) -> Iterator[tuple[dict[str, Any], Path]]:
    """Records of ``count`` documents: the bundled plans under other provinces and years, values moved.

    Beside each the file of the plan that it was made of.
    """
    from extractor import extract, gazetteers
    from extractor.report.json_out import plain

    files = sorted((ROOT / "corpora").glob("*.txt"))
    plans = [plain(extract(path)) for path in files]
    provinces = sorted({row["name"] for row in gazetteers.rows("provinces")})
    rng = random.Random(922)
    for number in range(count):
        record = json.loads(json.dumps(plans[number % len(plans)]))
        year = 2021 + (number // len(provinces)) % 5
        record["document"] |= {
            "id": f"plan-{number:04}",
            "province": provinces[number % len(provinces)],
            "period": {"start": f"{year}-01-01", "end": f"{year}-12-31"},
        }
        for target in record["targets"]:
            if target["value"] is not None:
                target["value"] = max(0, round(target["value"] * rng.uniform(0.7, 1.1), 1))
        yield record, files[number % len(files)]


def write(count: int, folder: Path, apart: bool) -> None:
    """What `kehoach extract` would leave of ``count`` documents: records, and the texts beside them."""
    from extractor import read
    from extractor.sources import saved

    folder.mkdir(parents=True, exist_ok=True)
    sources, rng = {}, random.Random(749)
    for record, file in copies(count):
        source = sources[file] = sources.get(file) or read(file)
        if apart:
            digits = "".join(rng.sample("123456789", 9))
            source = replace(source, text=source.text.translate(str.maketrans("123456789", digits)))
        path = folder / f"{record['document']['id']}.json"
        path.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
        path.with_suffix(saved.SUFFIX).write_text(saved.dumps(source), "utf-8")


def measure(command: str, folder: Path) -> tuple[float, float]:
    """Seconds and megabytes of `kehoach compare` or `audit`: page, workbook and CSV written."""
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", CHILD, command, str(folder / "records"), str(folder)],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    return time.perf_counter() - begin, float(done.stdout.split()[-1])


Cells = dict[tuple[str, str], Counter[tuple[Any, ...]]]


def cells(*sources: Any) -> Cells:
    """What stands in each cell (document, code): comparator, value, unit, tier, year, baseline, distance."""
    from extractor import compare

    found: Cells = {}
    fields = ("kind", "comparator", "value", "unit", "level", "year", "baseline_year", "baseline", "distance")
    for row in compare(*sources).rows("matrix"):
        if row["indicator_code"] is not None:
            content = tuple(row[name] for name in fields)
            found.setdefault((row["document"], row["indicator_code"]), Counter())[content] += 1
    return found


def agreement() -> tuple[float, float, list[str]]:
    """Share of cells equal to the gold: of those that either side fills, and of the whole matrix."""
    from extractor import extract
    from extractor.catalog import Catalog

    texts = sorted((SHARED / "corpus").glob("*.txt"))
    gold, found = cells(SHARED / "gold"), cells([extract(path) for path in texts])
    filled = sorted(set(gold) | set(found))
    wrong = [key for key in filled if gold.get(key) != found.get(key)]
    whole = len(texts) * sum(not indicator.is_group for indicator in Catalog.default())
    lines = [f"{d} {code}: gold {dict(gold.get((d, code), {}))} found {dict(found.get((d, code), {}))}"
             for d, code in wrong]  # fmt: skip
    return 1 - len(wrong) / len(filled), 1 - len(wrong) / whole, lines


def main() -> int:
    """Print the figures; 1 where one misses its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--apart", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = options.keep or Path(folder)
        write(options.documents, place / "records", options.apart)
        taken = {command: measure(command, place) for command in ("compare", "audit")}
    for command, (seconds, peak) in taken.items():
        print(f"{command} {options.documents} documents: {seconds:.1f} s, {peak:.0f} MB")
    good = sum(s for s, _ in taken.values()) <= LIMITS["seconds"]
    good = good and all(peak <= LIMITS["memory"] for _, peak in taken.values())
    if (SHARED / "gold").is_dir():
        filled, whole, lines = agreement()
        print(f"cells equal to the gold: {filled:.3f} of the filled, {whole:.3f} of the whole matrix")
        print("\n".join(lines))
        good = good and filled >= LIMITS["cells"]
    return 0 if good else 1


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
