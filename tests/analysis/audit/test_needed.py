"""What a pattern cannot match without."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.analysis.audit import signs
from extractor.analysis.audit.needed import DIGIT, needed

ROWS = [
    ("mục tiêu", [("mục tiêu",)]),
    ("mục (?:tiêu|đích)", [("mục tiêu", "mục đích")]),
    (r"(?<!\w)(?:sở|ban) \d{1,2}(?!\w)", [("sở ", "ban "), (DIGIT,)]),
    (r"đạt(?: được)? [1-9]", [("đạt ", "đạt được "), (DIGIT,)]),
    (r"xã.{0,9}(?:huyện|tỉnh)", [("xã",), ("huyện", "tỉnh")]),
    (r"(?P<a>[^\W\d_]+) (?:là|\d+) (?P=a)", [(" ",), ("là", DIGIT)]),
    (r"(?:xã \d|\d huyện)", [("xã ", " huyện"), (DIGIT,)]),
    (r"(?:tại )+đây(?!\w)", [("tại ",), ("đây",)]),
    (r"(?:tại )*đây", [("đây",)]),
    (r"[(\[]số[ao]", [("(sốa", "(sốo", "[sốa", "[sốo")]),
    (r"[^a]?\w", []),
    (r"(?:xã|\w)", []),
    (r"(?i)xã", []),
]


@pytest.mark.parametrize(("pattern", "expected"), ROWS)
def test_clauses(pattern: str, expected: list[tuple[str, ...]]) -> None:
    assert list(needed(re.compile(pattern))) == expected


def _met(pattern: re.Pattern[str], text: str) -> bool:
    def has(word: str) -> bool:
        return bool(re.search(r"\d", text)) if word == DIGIT else word in text

    return all(any(map(has, clause)) for clause in needed(pattern))


@given(st.data())
def test_what_matches_meets_all_clauses(data: st.DataObject) -> None:
    pattern = re.compile(data.draw(st.sampled_from([row[0] for row in ROWS])))
    assert _met(pattern, data.draw(st.from_regex(pattern)))


def test_nearly_all_that_is_looked_for_needs_words() -> None:
    """Where this fails on a new Python, its patterns are parsed otherwise: audits are right, but slow."""
    import extractor.analysis.audit.rules  # noqa: F401  # registers the signs

    bare = [
        pattern.pattern for _, patterns in signs._LOOKED_FOR for pattern in patterns if not needed(pattern)
    ]
    assert len(bare) <= 4, bare


def test_without_the_parser_of_patterns_nothing_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(import_module("re._parser"), "parse")
    needed.cache_clear()
    try:
        assert needed(re.compile("mục tiêu")) == ()
    finally:
        needed.cache_clear()
