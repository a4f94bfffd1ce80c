"""Each rule finds its bad document and leaves its good one alone; what a finding looks like."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractor import extract, read
from extractor.analysis.audit import Subject, audit_document, rules
from extractor.analysis.audit.model import Finding
from extractor.catalog import Catalog

from .cases import CASES, HEAD, TAIL

DOCS = Path(__file__).resolve().parents[3] / "docs"
CATALOG_RULES = {"points-differ-from-catalog", "code-not-in-catalog"}


def subject_of(body: str, folder: Path) -> Subject:
    """The document as a user would have it: written, read, extracted."""
    text = body if body.startswith("ỦY BAN") else HEAD + body
    text = text.removeprefix(HEAD + "<!-- no head -->")
    text = text.removesuffix("<!-- no tail -->") if "<!-- no tail -->" in text else text + TAIL
    path = folder / "ke-hoach.md"
    path.write_text(text, encoding="utf-8")
    source = read(path)
    return Subject(extract(source), Catalog.default(), source)


def found(body: str, folder: Path) -> list[Finding]:
    return audit_document(subject_of(body, folder))


def test_every_rule_has_a_case() -> None:
    assert set(CASES) == set(rules())


@pytest.mark.parametrize("rule", [name for name in CASES if name not in CATALOG_RULES])
def test_rule(rule: str, tmp_path: Path) -> None:
    bad, good = CASES[rule]
    code = (
        "3.3" if rule.startswith("indicator-") else None
    )  # the others of the catalog are not planned at all

    def of_rule(body: str) -> list[Finding]:
        return [f for f in found(body, tmp_path) if f.rule == rule and code in (None, f.indicator_code)]

    hits = of_rule(bad)
    assert hits, "the bad document is not found"
    for finding in hits:
        assert "{" not in finding.message and finding.message.strip()
        assert finding.link == f"docs/audit.md#{rule}"
        assert ("cần xem lại" in finding.message) or rules()[rule].certain
    assert [f.message for f in of_rule(good)] == []


@pytest.mark.parametrize("rule", ["value-stated-twice", "kept-below-full", "several-leads", "malformed-date"])
def test_evidence_is_the_text(rule: str, tmp_path: Path) -> None:
    """A span's words are those of the text at its offsets."""
    subject = subject_of(CASES[rule][0], tmp_path)
    for finding in audit_document(subject):
        for span in finding.evidence:
            if span.start is not None:
                assert subject.text[span.start : span.end] == span.quote


def test_both_maxima_are_quoted(tmp_path: Path) -> None:
    (finding,) = [
        f for f in found(CASES["points-stated-twice"][0], tmp_path) if f.rule == "points-stated-twice"
    ]
    for span, figure in zip(finding.evidence, ("first", "second"), strict=True):
        assert f"{finding.figures[figure]:g}" in span.quote


@pytest.mark.parametrize("rule", list(CASES))
def test_rule_is_explained(rule: str) -> None:
    """docs/audit.md has a section for each rule, under its id."""
    assert re.search(
        rf"^### {re.escape(rule)}$", (DOCS / "audit.md").read_text(encoding="utf-8"), re.MULTILINE
    )


def test_without_text_the_records_are_audited(tmp_path: Path) -> None:
    subject = subject_of(CASES["several-leads"][0], tmp_path)
    bare = Subject(subject.extraction, subject.catalog)
    names = {f.rule for f in audit_document(bare)}
    assert "several-leads" in names
    assert "numbering-gap" not in names


def test_codes_of_another_catalog(tmp_path: Path) -> None:
    subject = subject_of(CASES["indicator-without-lead"][1], tmp_path)
    other = tmp_path / "bo.csv"
    other.write_text("code,parent,name\n9,,Nhóm\n9.1,9,Tỷ lệ khác\n", encoding="utf-8")
    (finding,) = [
        f
        for f in audit_document(Subject(subject.extraction, Catalog.from_csv(other), subject.source))
        if f.rule == "code-not-in-catalog"
    ]
    assert "3.3" in finding.message


@pytest.mark.parametrize(("printed", "expected"), [("20", ["3.5"]), ("30", [])])
def test_points_against_the_catalog(printed: str, expected: list[str], tmp_path: Path) -> None:
    catalog = Catalog.default()
    rows = []
    for indicator in catalog:
        if indicator.code.split(".")[0] in ("2", "3"):
            points = printed if indicator.code == "3.5" else f"{indicator.max_points or 0:g}"
            rows.append(f"| {indicator.code} | {indicator.name} | {points} | Sở Tài chính |")
    head = "| TT | Chỉ số | Thang điểm | Cơ quan chủ trì |\n| --- | --- | --- | --- |\n"
    hits = found("PHỤ LỤC\n\n" + head + "\n".join(rows) + "\n", tmp_path)
    assert [f.indicator_code for f in hits if f.rule == "points-differ-from-catalog"] == expected
