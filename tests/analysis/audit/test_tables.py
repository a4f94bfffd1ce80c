"""An audit as tables: whole, in order, with the kinds that pandas needs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import get_args

import pandas
import pytest

import extractor
from extractor import KehoachError
from extractor.analysis.audit.tables import Name

ROOT = Path(__file__).resolve().parents[3]
NAMES = get_args(Name)


@pytest.fixture(scope="module")
def source() -> extractor.Source:
    return extractor.read(ROOT / "corpora" / "ninh-thuan-2023.txt")


@pytest.fixture(scope="module")
def audit(source: extractor.Source) -> extractor.Audit:
    return extractor.audit((extractor.extract(source), source))


def test_every_finding_and_quote_has_its_row(audit: extractor.Audit, source: extractor.Source) -> None:
    findings, quotes = audit.frame("findings"), audit.frame("quotes")
    assert list(findings["message"]) == [finding.message for finding in audit.findings]
    assert len(quotes) == sum(len(finding.evidence) for finding in audit.findings)
    first = quotes.groupby("finding").first()["quote"]
    shown = findings.set_index("finding")["quote"].dropna()
    assert list(first) == list(shown)
    for row in audit.rows("quotes"):
        if row["start"] is not None:
            assert source.text[row["start"] : row["end"]] == row["quote"]


def test_doubt_can_be_filtered_by(audit: extractor.Audit) -> None:
    findings = audit.frame("findings")
    sure = findings[~findings["unsure"]]
    assert 0 < len(sure) < len(findings)
    assert not sure["message"].str.contains("cần xem lại").any()
    assert findings[findings["unsure"]]["message"].str.endswith("(cần xem lại)").all()


def test_load_is_the_sum_of_duties(audit: extractor.Audit) -> None:
    duties = audit.rows("duties")
    counts = Counter((row["unit"], row["role"]) for row in duties)
    for row in audit.rows("loads"):
        assert (row["led"], row["supported"]) == (counts[row["unit"], "lead"], counts[row["unit"], "support"])
    assert {row["due"] for row in duties} >= {row["next_due"] for row in audit.rows("loads")}


def test_coverage_and_owners(audit: extractor.Audit) -> None:
    (covered,) = audit.rows("coverage")
    owners = audit.frame("owners")
    assert owners["indicator_code"].nunique() == covered["indicators"]
    assert owners[owners["role"] == "lead"]["indicator_code"].nunique() == covered["with_lead"]
    assert owners[owners["role"] == "none"]["unit"].isna().all()


def test_accepted_keep_their_reason(source: extractor.Source, tmp_path: Path) -> None:
    path = tmp_path / "bo-qua.csv"
    path.write_text("rule,reason\nsigner-missing,bản đăng lại\n", encoding="utf-8")
    audit = extractor.audit((extractor.extract(source), source), suppress=path)
    assert [(row["rule"], row["reason"]) for row in audit.rows("accepted")] == [
        ("signer-missing", "bản đăng lại")
    ]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_audited_gives_empty_tables_of_the_same_columns(name: Name, audit: extractor.Audit) -> None:
    empty = extractor.audit().frame(name)
    assert isinstance(empty, pandas.DataFrame)
    assert len(empty) == 0
    assert list(empty.columns) == list(audit.frame(name).columns)


@pytest.mark.parametrize("name", NAMES)
def test_tables_are_told_in_the_docs(name: Name, audit: extractor.Audit) -> None:
    page = (ROOT / "docs" / "audit.md").read_text("utf-8")
    assert f"| `{name}` |" in page
    for column in audit.frame(name).columns:
        assert f"`{column}`" in page, column


def test_an_unknown_table_is_told(audit: extractor.Audit) -> None:
    with pytest.raises(KehoachError, match="findings"):
        audit.frame("finding")  # type: ignore[arg-type]
