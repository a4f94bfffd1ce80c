"""Rules of the provincial catalog: complete, of known concepts, each with an example that holds."""

import pytest

from extractor import gazetteers
from extractor.catalog import Catalog, Matcher

CATALOG = Catalog.default()
MATCHER = Matcher()
INDICATORS = CATALOG.rules["indicators"]
NEGATIVES = CATALOG.rules["not"]


def test_every_indicator_has_rules():
    assert set(INDICATORS) == {i.code for i in CATALOG if not i.is_group}


def test_rules_speak_of_known_concepts():
    known = {row["concept"] for row in gazetteers.rows("concepts")} | {"brief"}
    entries = [*INDICATORS.values(), *NEGATIVES]
    used = {c for e in entries for line in e["when"] for w in line.split() for c in w.lstrip("+-").split("|")}
    assert used <= known


@pytest.mark.parametrize("code", sorted(INDICATORS))
def test_example_of_indicator(code: str):
    assert MATCHER.match(INDICATORS[code]["example"]).code == code


@pytest.mark.parametrize("code", sorted(INDICATORS))
def test_its_own_name(code: str):
    printed = MATCHER.match(CATALOG[code].name, printed_code=code)
    assert printed.code == code and f"mã in sẵn {code}" in printed.reasons


@pytest.mark.parametrize("entry", NEGATIVES, ids=lambda e: e["label"])
def test_example_of_negative(entry: dict[str, object]):
    verdict = MATCHER.match(str(entry["example"]))
    codes = entry.get("codes")
    assert verdict.code is None
    if not codes:
        assert any(str(entry["label"]) in reason for reason in verdict.reasons)
