"""Tables of plain values; pandas is loaded when someone asks for a DataFrame, not before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas

_WHOLE = (
    "year",
    "baseline_year",
    "rank",
    "rank_of",
    "rank_in_year",
    "rank_in_year_of",
    "page",
    "start",
    "end",
    "baseline_page",
    "baseline_start",
    "baseline_end",
)
_COUNTS = (
    "indicators", "covered", "targets", "quantitative", "coded", "tasks", "with_baseline", "with_target",
    "with_lead", "finding", "led", "supported", "indicators_led", "indicators_supported",
)  # fmt: skip
_FIGURES = ("value", "value_to", "max", "baseline", "distance", "certainty", "share")
_FLAGS = ("unsure", "recurring")


@dataclass(frozen=True, eq=False)
class Table:
    """Columns and rows of plain values, None where a cell is empty."""

    columns: tuple[str, ...]
    cells: tuple[Sequence[Any], ...]

    def __len__(self) -> int:
        return len(self.cells)

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """Each row by the names of its columns; not to be changed."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.cells]

    @cached_property
    def frame(self) -> pandas.DataFrame:
        """The same for pandas; whole numbers and figures keep their kind where some are missing."""
        import pandas

        table = pandas.DataFrame(list(self.cells), columns=list(self.columns), dtype="object")
        for column in self.columns:
            if column in _WHOLE or column in _COUNTS:
                table[column] = table[column].astype("Int64")
            elif column in _FIGURES:
                table[column] = table[column].astype("float64")
            elif column in _FLAGS:
                table[column] = table[column].astype("bool")  # else ~ would turn True into -2
        return table


class Tables(Mapping[str, Table]):
    """Tables by name, each made when it is first asked for: few reports need them all."""

    def __init__(self, makers: Mapping[str, Callable[[], Table]]) -> None:
        self._makers = makers
        self._made: dict[str, Table] = {}

    def __getitem__(self, name: str) -> Table:
        if name not in self._made:
            self._made[name] = self._makers[name]()
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


def table(rows: Iterable[Sequence[Any]], columns: Sequence[str]) -> Table:
    """Rows as a table."""
    return Table(tuple(columns), tuple(rows))
