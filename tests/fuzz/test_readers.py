"""Each reader against mutated files: a sound Source or one clear line. `make fuzz` looks longer.

The runs here are the same each time; a failure of the longer search is kept in tests/data/fuzz.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.sources.model import Source
from extractor.sources.office import SETTING
from fuzz.mutate import mutate, mutate_xml
from fuzz.oracle import probe
from fuzz.seeds import KEPT, SUFFIXES, corpora, seeds

EXAMPLES = {".txt": 80, ".md": 80, ".html": 120, ".docx": 60, ".pdf": 60, ".zip": 20}
SEEDED = [suffix for suffix in SUFFIXES if seeds(suffix)]
KEPT_FILES = sorted(path for path in KEPT.iterdir() if path.suffix in SUFFIXES) if KEPT.is_dir() else []
quiet = {"deadline": None, "suppress_health_check": list(HealthCheck), "derandomize": True}


@pytest.fixture(autouse=True)
def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own reader of DOC is tried, not LibreOffice."""
    monkeypatch.setenv(SETTING, "off")


@pytest.mark.parametrize("suffix", SEEDED)
def test_seeds_are_sound(suffix: str) -> None:
    for data in seeds(suffix) + corpora(suffix):
        probe(data, f"a{suffix}")


@pytest.mark.parametrize("suffix", SEEDED)
def test_mutated_files(suffix: str) -> None:
    found = [data for data in seeds(suffix) if len(data) < 60_000]

    @settings(max_examples=EXAMPLES.get(suffix, 40), **quiet)  # type: ignore[arg-type]
    @given(st.integers(0, 2**32), st.sampled_from(found), st.sampled_from(found))
    def run(seed: int, data: bytes, other: bytes) -> None:
        probe(mutate(data, suffix, Random(seed), other), f"a{suffix}")

    run()


@pytest.mark.parametrize("path", KEPT_FILES, ids=lambda path: path.name)
def test_what_fuzzing_found_stays_fixed(path: Path) -> None:
    probe(path.read_bytes(), path.name)


MARKS = st.sampled_from(
    [
        "| ",
        " |",
        "\n",
        "\t",
        "|---|---|\n",
        "STT |\n",
        "1 |\n",
        "**",
        "# ",
        "- ",
        "1.1. ",
        "](",
        "*",
        "a ",
        "\r\n",
        "80% ",
        "Kế hoạch ",
        "́",
        "\u200b",
        "\u2028",
        "\x1f",
        "TM. UBND\n",
        "Phụ lục\n",
        "Số hiệu: 1\n",
        "\x0c",
    ]
)
TEXT = st.lists(st.one_of(MARKS, st.characters()), max_size=60).map("".join)


@settings(max_examples=200, **quiet)  # type: ignore[arg-type]
@given(TEXT, st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_marks_of_every_kind(text: str, name: str) -> None:
    probe(text.encode("utf-8", "surrogatepass"), name)


SPAN = st.sampled_from(
    ["", ' colspan="2"', ' rowspan="2"', ' rowspan="0"', ' colspan="0"', ' rowspan="3" colspan="3"']
)
ROW = st.lists(st.tuples(SPAN, st.sampled_from(["a", "", "Tỷ lệ", "<p>a<p>b", "<br>"])), max_size=5)


@settings(max_examples=150, **quiet)  # type: ignore[arg-type]
@given(st.lists(ROW, max_size=6))
def test_spans_of_html_tables(rows: list[list[tuple[str, str]]]) -> None:
    body = "".join("<tr>" + "".join(f"<td{span}>{text}" for span, text in row) for row in rows)
    result = probe(f'<html><table border="1">{body}</table></html>'.encode(), "a.html")
    assert isinstance(result, Source)


_RESTART = '<w:vMerge w:val="restart"/>'
MERGES = st.sampled_from(
    [
        "",
        '<w:gridSpan w:val="2"/>',
        "<w:vMerge/>",
        _RESTART,
        '<w:hMerge w:val="continue"/>',
        '<w:gridSpan w:val="3"/>' + _RESTART,
        '<w:gridSpan w:val="2"/><w:vMerge/>',
    ]
)
CELLS = st.lists(st.tuples(MERGES, st.sampled_from(["a", "", "Sở A"])), max_size=5)


@settings(max_examples=100, **quiet)  # type: ignore[arg-type]
@given(st.lists(st.tuples(st.integers(0, 2), CELLS), max_size=6))
def test_merged_cells_of_docx_tables(rows: list[tuple[int, list[tuple[str, str]]]]) -> None:
    from fuzz.hostile.packages import docx

    body = "".join(
        f'<w:tr><w:trPr><w:gridBefore w:val="{before}"/></w:trPr>'
        + "".join(
            f"<w:tc><w:tcPr>{merge}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
            for merge, text in cells
        )
        + "</w:tr>"
        for before, cells in rows
    )
    borders = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
    assert isinstance(probe(docx(f"<w:tbl>{borders}{body}</w:tbl>"), "a.docx"), Source)


def test_a_change_that_lxml_refuses_does_not_stop_the_mutator(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tag "w:r" that had lost its namespace was given on to another element: "Invalid tag name"."""

    def refuse(*_: object) -> None:
        raise ValueError("Invalid tag name 'w:r'")

    monkeypatch.setattr("fuzz.mutate._change", refuse)
    assert mutate_xml(b"<a><b/><c/></a>", Random(1)) == b"<a><b/><c/></a>"
