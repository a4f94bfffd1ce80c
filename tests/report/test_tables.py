"""The CSV tables read back in pandas."""

from __future__ import annotations

from pathlib import Path

import pandas
import pytest

from extractor.records import Document, Extraction, Target, Task, Unit
from extractor.report.tables import cell, write_tables


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""), (85.0, "85"), (8.38, "8.38"), (-3, "-3"), (True, "true"), ("a", "a"),
        ("=1+1", "'=1+1"), ("- 100% hộ", "'- 100% hộ"), ("@x", "'@x"),
    ],
)  # fmt: skip
def test_cell(value: object, shown: str) -> None:
    assert cell(value) == shown


def test_units_of_the_task_stand_in(tmp_path: Path) -> None:
    task = Task(id="t1", section="1", title="a", quote='b "c", d', lead_units=(Unit(text="u", name="U"),))
    own = (Unit(text="v", name="V"), Unit(text="w", name="W"))
    targets = [
        Target(id="g1", task="t1", kind="quantitative", indicator="x", quote="y", value=3, unit="count"),
        Target(id="g2", task="t1", kind="qualitative", indicator="x", quote="y", lead_units=own),
    ]
    document = Document(id="a", source="a.txt")
    paths = write_tables([Extraction(document=document, tasks=(task,), targets=tuple(targets))], tmp_path)
    assert [path.name for path in paths] == ["documents.csv", "tasks.csv", "targets.csv", "actuals.csv"]
    table = pandas.read_csv(tmp_path / "targets.csv", dtype=str, keep_default_na=False)
    assert list(table["lead_units"]) == ["U", "V; W"]
    assert list(table["value"]) == ["3", ""]
    assert pandas.read_csv(tmp_path / "tasks.csv")["quote"][0] == 'b "c", d'


def test_tables_without_rows_have_heads(tmp_path: Path) -> None:
    write_tables([], tmp_path)
    assert len(pandas.read_csv(tmp_path / "targets.csv").columns) > 10
