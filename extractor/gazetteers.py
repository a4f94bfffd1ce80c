"""Access to the words: data files that ship inside the wheel and stand at the top of a checkout."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent


@cache
def folder() -> Path:
    """Where the gazetteers are: inside the installed package, or beside it in a checkout."""
    packaged = _HERE / "_gazetteers"
    return packaged if packaged.is_dir() else _HERE.parent / "gazetteers"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``gazetteers/<name>.csv`` (UTF-8, first line names the columns)."""
    with (folder() / f"{name}.csv").open(encoding="utf-8-sig", newline="") as handle:
        return tuple({k: (v or "").strip() for k, v in row.items()} for row in csv.DictReader(handle))


@cache
def load(name: str) -> Any:
    """The content of ``gazetteers/<name>.json``."""
    return json.loads((folder() / f"{name}.json").read_text(encoding="utf-8"))


def any_of(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern: none read as a pattern itself, longer ones first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
