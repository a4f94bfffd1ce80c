"""What a change won and lost on all gold, against the committed baseline of results.

usage: python benchmarks/gains.py [--accept] [--only SET] [--write DIR]

Gold sets: corpora/gold, corpora/reports/gold, tests/documents/*/gold, and ../shared/gold where present.
The baseline holds ids only. Words are shown for documents of this repository alone.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor import KehoachError, extract, read
from extractor.evaluation import DocumentScore, score_document, summary
from extractor.evaluation.gains import Change, compare, details, snapshot
from extractor.evaluation.report import load
from extractor.report.files import write_whole
from extractor.report.json_out import dumps

ROOT = Path(__file__).resolve().parents[1]
BASELINE = ROOT / "benchmarks" / "gains-baseline.json"
SHARED = ROOT.parent / "shared"
SUFFIXES = (".txt", ".md", ".html", ".docx", ".pdf")
QUOTE = 120


@dataclass(frozen=True)
class GoldSet:
    """A folder of gold and the folder of its documents; ``ours`` tells whether words may be shown."""

    name: str
    gold: Path
    documents: Path
    ours: bool = True


def gold_sets() -> Iterator[GoldSet]:
    """All gold that is present."""
    yield GoldSet("corpora", ROOT / "corpora" / "gold", ROOT / "corpora")
    yield GoldSet("corpora/reports", ROOT / "corpora" / "reports" / "gold", ROOT / "corpora" / "reports")
    for gold in sorted((ROOT / "tests" / "documents").glob("*/gold")):
        yield GoldSet(f"documents/{gold.parent.name}", gold, gold.parent)
    yield GoldSet("shared", SHARED / "gold", SHARED / "corpus", ours=False)


def document_of(gold: Path, folder: Path) -> Path | None:
    """The document that a gold file is about, the plain text first."""
    places = (folder / f"{gold.stem}{suffix}" for suffix in SUFFIXES)
    return next((place for place in places if place.is_file()), None)


def score_set(group: GoldSet, keep: Path | None) -> Iterator[DocumentScore]:
    """Extract and score every document of a set; one that can't be read counts as missed."""
    for gold in sorted(group.gold.glob("*.json")):
        document = document_of(gold, group.documents)
        predicted, text = None, None
        if document is None:
            print(f"gains: no document for {gold.name}", file=sys.stderr)
        else:
            try:
                source = read(document)
                written = dumps(extract(source))
                predicted, text = json.loads(written), source.text
                if keep is not None:
                    write_whole(keep / group.name / gold.name, written)
            except KehoachError as error:
                print(f"gains: {error}", file=sys.stderr)
        yield score_document(gold.stem, load(gold), predicted, text)


def show(sign: str, group: GoldSet, score: DocumentScore, items: tuple[tuple[str, str], ...]) -> None:
    """One line an item, with words only for our own documents."""
    said = details(score)
    for row, item in items:
        words = said.get((row, item), "")[:QUOTE] if group.ours else ""
        print(f"  {sign} {score.id}  {row}  {item}  {words}".rstrip())


def table(scores: list[DocumentScore]) -> None:
    """Rows of agreement over a set."""
    for row, value in summary(scores).totals.items():
        if value.f1 is not None:
            print(f"    {row:<24} {value.f1:.3f}  ({value.found}/{value.gold}, {value.predicted} given)")


def report(group: GoldSet, scores: list[DocumentScore], before: dict[str, Any]) -> tuple[int, int]:
    """Print won and lost of a set; how many of each."""
    print(f"\n== {group.name}: {len(scores)} documents")
    won = lost = 0
    for score in scores:
        known = before.get(score.id)
        change = compare(known, snapshot(score)) if known is not None else Change()
        if known is None:
            print(f"  new document {score.id}")
        show("+", group, score, change.won)
        show("-", group, score, change.lost)
        won, lost = won + len(change.won), lost + len(change.lost)
    table(scores)
    return won, lost


def baseline() -> dict[str, Any]:
    """The committed results; empty before the first."""
    return json.loads(BASELINE.read_text("utf-8")) if BASELINE.is_file() else {}


def compact(saved: dict[str, Any]) -> str:
    """JSON with a line for each row of a document, so that a diff shows what changed."""
    lines = ["{"]
    for s, (group, documents) in enumerate(sorted(saved.items())):
        lines.append(f" {json.dumps(group)}: {{")
        for d, (name, rows) in enumerate(sorted(documents.items())):
            lines.append(f"  {json.dumps(name)}: {{")
            entries = [f"   {json.dumps(row)}: {json.dumps(sides)}" for row, sides in sorted(rows.items())]
            lines.append(",\n".join(entries))
            lines.append("  }" + ("," if d < len(documents) - 1 else ""))
        lines.append(" }" + ("," if s < len(saved) - 1 else ""))
    return "\n".join([*lines, "}"]) + "\n"


def main() -> int:
    """Run over all gold; 0 whatever the result, for the decision is a person's."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--accept", action="store_true", help="make the present results the baseline")
    parser.add_argument("--only", default="", help="only sets whose name begins so")
    parser.add_argument("--write", type=Path, help="also keep the extracted records in this folder")
    options = parser.parse_args()
    before, after = baseline(), {}
    won = lost = 0
    for group in gold_sets():
        if not group.name.startswith(options.only) or not any(group.gold.glob("*.json")):
            continue
        scores = list(score_set(group, options.write))
        after[group.name] = {score.id: snapshot(score) for score in scores}
        gains, losses = report(group, scores, before.get(group.name, {}))
        won, lost = won + gains, lost + losses
    absent = sorted(set(before) - set(after))
    if absent:
        print(f"\nnot measured here, kept as they were: {', '.join(absent)}")
    print(f"\nwon {won}, lost {lost}")
    if options.accept:
        # Sets that are not present on this machine keep their results.
        write_whole(BASELINE, compact({**before, **after}))
        print(f"baseline written: {BASELINE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    from extractor.cli.console import use_utf8

    use_utf8()
    sys.exit(main())
