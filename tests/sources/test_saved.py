"""The text kept beside a record."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extractor import read
from extractor.errors import ReadError
from extractor.sources import saved
from extractor.sources.model import Page

HEAD = '{"name": "a", "format": "text", "text": "abc", "blocks": '


def test_there_and_back(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("KẾ HOẠCH\n\n| TT | Việc |\n| --- | --- |\n| 1 | Họp |\n", encoding="utf-8")
    source = replace(read(path), pages=(Page(1, 0, 10), Page(2, 10, 12)))
    kept = tmp_path / "a.source"
    kept.write_text(saved.dumps(source), encoding="utf-8")
    found = saved.load(kept)
    assert (found.name, found.format, found.text, found.pages) == (
        "a.md",
        "markdown",
        source.text,
        source.pages,
    )
    assert [(b.kind, b.start, b.end, b.table) for b in found.blocks] == [
        (b.kind, b.start, b.end, b.table) for b in source.blocks
    ]
    assert [(t, c.start, c.end, c.row, c.column) for t, c in found.cells()] == [
        (t, c.start, c.end, c.row, c.column) for t, c in source.cells()
    ]
    assert saved.dumps(found) == saved.dumps(source)


@pytest.mark.parametrize(
    "content",
    [
        "", "không phải JSON", "[]", "{}", "[" * 5000,
        HEAD + '[["paragraph", 0, 9, null]], "tables": [], "pages": []}',
        HEAD + '[[1]], "tables": [], "pages": []}',
        HEAD + '[], "tables": [[0, 1, 1, [[[0, 99, 0, 0, 1, 1]]]]], "pages": []}',
    ],
)  # fmt: skip
def test_another_file_is_told(content: str, tmp_path: Path) -> None:
    path = tmp_path / "x.source"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError) as error:
        saved.load(path)
    assert "\n" not in str(error.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        saved.load(tmp_path / "thieu.source")
