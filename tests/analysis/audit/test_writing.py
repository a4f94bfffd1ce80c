"""Passages taken apart into pairs of words, odd ones, foreign words and capitals."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.analysis.audit import signs
from extractor.analysis.audit.signs import signs_of_each
from extractor.analysis.audit.writing import writings_of
from extractor.sources.read import read
from extractor.vietnamese.forms import fold

DOCUMENTS = Path(__file__).resolve().parents[2] / "documents" / "audit"


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("Chuyển đổi số, an toàn", "pairs", (("chuyển", "đổi"), ("đổi", "số"), ("an", "toàn"))),
        ("Đạt 80% hộ dân", "pairs", (("hộ", "dân"),)),
        ("an toàn, chuyển đồi", "odd", (("chuyển", "đồi"),)),
        ("hệ thống thôngg tin", "unread", (("thống", "thôngg"), ("thôngg", "tin"))),
        ("mã độc botnet, website, a.botnet.vn", "foreign", ("botnet", "website")),
        ("Trục LGSP, NDXP và số 12/QĐ-UBND", "acronyms", ("LGSP", "NDXP")),
        ("Trục LGSP và số 12/QĐ-UBND", "capitals", frozenset({"LGSP", "UBND"})),
        ("chi cho A TTT", "spaced", ((8, "A TTT"),)),
        ("nâng cao của của các sở", "stutters", True),
        ("phối hợp phối hợp thực hiện", "stutters", True),
        ("từng bước nâng cao từng bước", "stutters", False),
    ],
)
def test_parts(text: str, field: str, expected: object) -> None:
    assert getattr(writings_of([text])[0], field) == expected


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyÁÀĐTH 0.9-/()\n", max_size=600))
def test_pairs_stand_in_the_text(text: str) -> None:
    (writing,) = writings_of([text])
    for first, second in writing.pairs:
        assert re.search(rf"(?<![^\W\d_]){first} {second}(?![^\W\d_])", fold(text))
    assert set(writing.odd).isdisjoint(writing.unread)
    assert set(writing.odd) | set(writing.unread) <= set(writing.pairs)
    assert all(text[at : at + len(form)] == form for at, form in writing.spaced)
    assert writing.signs == searched(fold(text))


def searched(passage: str) -> int:
    """Signs by searching all patterns."""
    return sum(
        1 << i for i, (needs, patterns) in enumerate(signs._LOOKED_FOR)
        if all(need in passage for need in needs) and any(p.search(passage) for p in patterns)
    )  # fmt: skip


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.txt")), ids=lambda p: p.stem)
def test_signs_are_those_of_searching_all_patterns(path: Path) -> None:
    source = read(path)
    spans = {(block.start, block.end) for block in source.blocks}
    spans |= {(cell.start, cell.end) for _, cell in source.cells()}
    words = [fold(source.text[start:end]) for start, end in sorted(spans)]
    assert signs_of_each(words) == [searched(passage) for passage in words]
