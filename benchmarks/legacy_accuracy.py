"""How many letters with marks of files in old encodings are recovered, against their transcripts.

    python benchmarks/legacy_accuracy.py FOLDER [--lost]

FOLDER holds NAME.<suffix> beside NAME.truth.txt. Texts are compared in NFC with white space collapsed,
as sequences of words; inside words that differ, letter by letter.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from extractor import read
from extractor.errors import ReadError


@dataclass
class Accuracy:
    """Letters with marks of the transcript: all, recovered, and recovered but for the case of the letter."""

    total: int = 0
    exact: int = 0
    any_case: int = 0
    moved: int = 0  # not recovered in order, but in words that stand elsewhere
    lost: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        return self.exact / self.total if self.total else 1.0

    @property
    def share_anywhere(self) -> float:
        return (self.exact + self.moved) / self.total if self.total else 1.0

    @property
    def share_any_case(self) -> float:
        return self.any_case / self.total if self.total else 1.0


def normal(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def small(text: str) -> str:
    """Lower case, letter for letter."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def marked(letter: str) -> bool:
    return letter in "đĐ" or (letter.isalpha() and len(unicodedata.normalize("NFD", letter)) > 1)


def measure(read_text: str, truth: str) -> Accuracy:
    """Align the words (found again wherever case differs), then the letters of what is left."""
    result = Accuracy()
    theirs, ours = normal(truth).split(" "), normal(read_text).split(" ")
    codes = Levenshtein.opcodes([small(w) for w in theirs], [small(w) for w in ours])
    gone, new = Counter[str](), Counter[str]()
    for equal, group in groupby(codes, key=lambda code: code.tag == "equal"):
        same = list(group)
        wanted = " ".join(theirs[same[0].src_start : same[-1].src_end])
        found = " ".join(ours[same[0].dest_start : same[-1].dest_end])
        before = result.exact
        _letters(wanted, found, result)
        if not equal and result.exact == before:
            gone.update(wanted.split(" "))
        if not equal:
            new.update(found.split(" "))
    for word, count in (gone & new).items():
        result.moved += count * sum(map(marked, word))
    return result


def _letters(wanted: str, found: str, result: Accuracy) -> None:
    kept: dict[int, int] = {}
    for op in Levenshtein.opcodes(small(wanted), small(found)):
        if op.tag == "equal":
            kept.update(zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True))
    for i, letter in enumerate(wanted):
        if marked(letter):
            result.total += 1
            result.any_case += i in kept
            exact = i in kept and found[kept[i]] == letter
            result.exact += exact
            if not exact:
                result.lost[f"{wanted[max(0, i - 12) : i + 12]!r} / {found[max(0, i - 12) : i + 12]!r}"] += 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lost", action="store_true", help="show the letters that were not recovered")
    options = parser.parse_args()
    for truth in sorted(options.folder.glob("*.truth.txt")):
        stem = truth.name.removesuffix(".truth.txt")
        for path in sorted(p for p in options.folder.glob(f"{stem}.*") if p != truth):
            try:
                source = read(path)
            except ReadError as error:
                print(f"{path.name:56} {error.reason}")
                continue
            found = measure(source.text, truth.read_text(encoding="utf-8"))
            print(
                f"{path.name:56} {found.total:6} letters  exact {found.share:.4f}"
                f"  any case {found.share_any_case:.4f}  anywhere {found.share_anywhere:.4f}"
                f"  {'; '.join(n.code for n in source.notes)}"
            )
            for words, count in found.lost.most_common(40) if options.lost else ():
                print("   ", count, words)
    return 0


if __name__ == "__main__":
    sys.exit(main())
