"""The setting in which parts of the assembly are tested: a plan of 2024."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from extractor.annotators.quantities import find_quantities
from extractor.assemble.context import Context
from extractor.catalog import Catalog, Matcher
from extractor.sources.builder import CellInput, SourceBuilder
from extractor.sources.model import Source
from extractor.sources.text import read_text
from extractor.structure.letterhead import Facts

ContextOf = Callable[..., Context]


@pytest.fixture(scope="session")
def matcher() -> Matcher:
    return Matcher(Catalog.default())


@pytest.fixture
def context_of(matcher: Matcher) -> ContextOf:
    """A context of a text, or of a table given as rows of cells."""

    def make(body: str | list[list[str]], kind: str = "plan") -> Context:
        source = read_text(body, "a.txt") if isinstance(body, str) else _table(body)
        facts = Facts(kind=kind, period=(date(2024, 1, 1), date(2024, 12, 31)))  # type: ignore[arg-type]
        return Context(source, facts, tuple(find_quantities(source.text)), matcher)

    return make


def _table(rows: list[list[str]]) -> Source:
    builder = SourceBuilder("a.txt", "text")
    builder.table([[CellInput(cell) for cell in row] for row in rows])
    return builder.build()
