"""Every entry of every gazetteer carries an example, and the code that uses the entry reads it so."""

from __future__ import annotations

import csv
import json
import re
from datetime import date, timedelta
from typing import Any

import pytest

from extractor import gazetteers
from extractor.analysis.audit.abbreviations import known
from extractor.analysis.audit.coverage import vague_kind
from extractor.analysis.audit.dictionary import known_pairs
from extractor.analysis.audit.issuers import symbol_issuers
from extractor.analysis.audit.slips import near_trade
from extractor.analysis.audit.writing import writings_of
from extractor.annotators.acts import find_acts
from extractor.annotators.actuals import find_actuals
from extractor.annotators.covered import Clock
from extractor.annotators.drafts import ActualDraft
from extractor.annotators.indicators import split_subjects
from extractor.annotators.quantities import Quantity, find_quantities
from extractor.annotators.roles import Roles, read_roles
from extractor.annotators.targets import find_targets
from extractor.annotators.tiers import tier_of
from extractor.annotators.unit_names import unit_names
from extractor.annotators.units import find_units, split_units
from extractor.annotators.verdicts import find_shares, judged
from extractor.assemble.goal_lines import role_of
from extractor.assemble.labels import label_of
from extractor.assemble.score_rows import not_points
from extractor.structure.annex import header_role
from extractor.structure.markers import marker_of
from extractor.structure.result_tables import result_role
from extractor.structure.section_kinds import section_kind
from extractor.structure.titles import period_of_title
from extractor.vietnamese.forms import bare, fold
from extractor.vietnamese.history import successors
from extractor.vietnamese.syllables import is_syllable

FOLDER = gazetteers.folder()
TABLES = sorted(p for p in FOLDER.rglob("*.csv") if p.parent.name != "catalogs")
OTHERS_TEST = {  # run example by example in the tests of the code that reads them
    "abbreviations", "act_types", "concepts", "issuers", "layout_cues", "legacy_fonts", "provinces",
    "province_kinds", "signing_posts", "surnames",
}  # fmt: skip
TESTED_HERE = {
    "collective_units", "collectives", "column_headers", "comparators", "countables", "fields",
    "frequencies", "labels",
    "measures", "not_values", "organisation_heads", "role_cues", "scales", "section_cues", "target_cues",
    "administrative_words", "tiers", "unit_history", "unit_kinds", "unit_names", "vague_targets",
    "vague_units", "verbs", "verdicts", "goal_words", "not_results", "result_headers", "score_columns",
    "title_cues", "result_labels", "issuer_symbols", "known_abbreviations", "foreign_words",
    "known_acts", "label_words", "departments", "bodies", "known_days",
}  # fmt: skip


def each(name: str, key: str) -> pytest.MarkDecorator:
    """One test for each row of a gazetteer, named by its entry; rows with the same entry are told apart."""
    rows = gazetteers.rows(name) if (FOLDER / f"{name}.csv").is_file() else ()
    return pytest.mark.parametrize("row", [pytest.param(r, id=f"{r[key]}-{i}") for i, r in enumerate(rows)])


def quantity(text: str) -> Quantity:
    (found,) = find_quantities(text)
    return found


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.stem)
def test_a_table_is_whole(path: Any) -> None:
    """Columns are named, no row is longer than its header, none lacks an example or stands twice."""
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        rows = list(reader)
    assert reader.fieldnames and "example" in reader.fieldnames
    assert rows
    for row in rows:
        assert None not in row, row
        assert None not in row.values(), row
        assert row["example"].strip(), row
    keys = [tuple(v for k, v in row.items() if k != "example") for row in rows]
    assert len(keys) == len(set(keys))


def test_every_table_is_tested() -> None:
    assert {p.stem for p in TABLES} <= OTHERS_TEST | TESTED_HERE


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.json")), ids=lambda p: p.name)
def test_json_is_read(path: Any) -> None:
    assert json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.rules.json")), ids=lambda p: p.name)
def test_every_rule_has_an_example(path: Any) -> None:
    for code, rule in json.loads(path.read_text(encoding="utf-8"))["indicators"].items():
        assert rule["example"].strip(), code


@each("comparators", "cue")
def test_comparators(row: dict[str, str]) -> None:
    assert row["cue"] in fold(row["example"])
    assert quantity(row["example"]).comparator == row["comparator"]


@each("measures", "form")
def test_measures(row: dict[str, str]) -> None:
    assert row["form"] in fold(row["example"])
    digits = re.search(r"\d[\d.]*", row["example"])
    assert digits
    found = quantity(row["example"])
    assert found.unit == row["unit"]
    assert found.value == float(digits.group().replace(".", "")) * float(row["factor"])


@each("scales", "form")
def test_scales(row: dict[str, str]) -> None:
    digits = re.search(r"\d[\d,]*", row["example"])
    assert digits
    assert row["form"] in fold(row["example"])
    found = quantity(row["example"])
    assert found.unit == "count"
    assert found.value == pytest.approx(float(digits.group().replace(",", ".")) * float(row["factor"]))


@each("frequencies", "form")
def test_frequencies(row: dict[str, str]) -> None:
    assert row["form"] in fold(row["example"])
    assert quantity(row["example"]).unit == row["unit"]


@each("not_values", "cue")
def test_not_values(row: dict[str, str]) -> None:
    assert row["cue"] in fold(row["example"])
    assert re.search(r"\d", row["example"])
    assert [q for q in find_quantities(row["example"]) if q.unit == "count"] == []


@each("tiers", "phrase")
def test_tiers(row: dict[str, str]) -> None:
    assert row["phrase"] in fold(row["example"])
    assert tier_of(fold(row["example"])) == row["level"]


@each("organisation_heads", "head")
def test_organisation_heads(row: dict[str, str]) -> None:
    """The example is one unit, alone and as the subject of a sentence."""
    for text in (row["example"], f"{row['example']} chủ trì, báo cáo kết quả."):
        (unit,) = find_units(text)
        assert fold(unit.text).startswith(row["head"]) or row["head"] in fold(unit.text)
        assert unit.text == row["example"]


@each("unit_kinds", "kind")
def test_unit_kinds(row: dict[str, str]) -> None:
    assert row["kind"] in fold(row["example"])
    for text in (row["example"], f"Đề nghị {row['example']} phối hợp triển khai."):
        assert [u.text for u in find_units(text)] == [row["example"]]


@each("collective_units", "example")
def test_collective_units(row: dict[str, str]) -> None:
    assert re.fullmatch(row["pattern"], fold(row["example"]))
    assert len(split_units(row["example"])) == 1
    if row["name"]:
        assert unit_names(row["example"]) == tuple(row["name"].split(" + "))


@each("unit_names", "written")
def test_unit_names(row: dict[str, str]) -> None:
    assert unit_names(row["example"]) == (row["name"],)


@each("verbs", "verb")
def test_verbs(row: dict[str, str]) -> None:
    """A unit's name ends at the verb, be it a proper name or a kind with words of its own."""
    name, verb, _ = row["example"].partition(f" {row['verb']}")
    assert verb
    for unit in (name, "các doanh nghiệp bưu chính"):
        assert [u.text for u in find_units(f"{unit} {row['verb']} theo chức năng")] == [unit]


@each("fields", "field")
def test_fields(row: dict[str, str]) -> None:
    """The field is part of the unit's name, not cut at its "và"."""
    assert row["field"] in row["example"]
    (unit,) = find_units(row["example"])
    assert unit.text == row["example"].removesuffix(" chủ trì")


@each("section_cues", "cue")
def test_section_cues(row: dict[str, str]) -> None:
    title = row["example"][marker_of(row["example"])[2] :]
    assert row["cue"] in fold(title) or row["cue"] in fold(row["example"])
    kinds = {"future": {"tasks", "goals"}}.get(row["kind"], {row["kind"]})
    assert section_kind(title or row["example"], "body") in kinds


@each("label_words", "words")
def test_label_words(row: dict[str, str]) -> None:
    label = label_of(row["example"], 0, len(row["example"]))
    assert label is not None
    assert not row["role"] or label.role == row["role"]
    assert row["words"] in fold(row["example"])


@each("labels", "label")
def test_labels(row: dict[str, str]) -> None:
    label = label_of(row["example"], 0, len(row["example"]))
    assert label is not None
    assert label.role == row["role"]
    assert row["example"][label.start : label.end] == row["example"].split(":", 1)[1].strip()


@each("column_headers", "phrase")
def test_column_headers(row: dict[str, str]) -> None:
    assert header_role(row["example"])[0] == row["role"]
    assert header_role(row["example"].upper())[0] == row["role"]


@each("target_cues", "cue")
def test_target_cues(row: dict[str, str]) -> None:
    """A value behind an aim is a target; the same value behind a result is none."""
    text = row["example"]
    assert row["cue"] in fold(text)
    quantities = find_quantities(text)
    assert quantities
    aims = find_targets(text, (0, len(text)), quantities, "goal", 2024)
    assert bool(aims) == (row["kind"] == "goal")


def results(text: str) -> list[ActualDraft]:
    return list(find_actuals(text, (0, len(text)), find_quantities(text), Clock(2024)).drafts)


@each("verdicts", "cue")
def test_verdicts(row: dict[str, str]) -> None:
    """Behind a value the cue judges it; alone in a cell too."""
    assert row["cue"] in fold(row["example"])
    (found,) = results(row["example"])
    assert found.verdict == row["verdict"]
    assert judged(row["cue"].capitalize()) == row["verdict"]


@each("goal_words", "word")
def test_goal_words(row: dict[str, str]) -> None:
    assert row["word"] in fold(row["example"])
    (found,) = results(row["example"])
    assert found.verdict == "exceeded"
    (share,) = find_shares(f"đạt 79% {row['word']}")
    assert share.value == 79


@each("not_results", "phrase")
def test_not_results(row: dict[str, str]) -> None:
    assert row["phrase"] in fold(row["example"])
    assert results(row["example"]) == []


@each("result_labels", "label")
def test_result_labels(row: dict[str, str]) -> None:
    read = role_of(row["example"])
    assert read is not None
    assert read[0] == row["role"]
    assert row["example"][read[1] :] == row["example"].split(":", 1)[1].strip()


@each("result_headers", "phrase")
def test_result_headers(row: dict[str, str]) -> None:
    assert result_role(row["example"]) == row["role"]
    assert result_role(row["example"].upper()) == row["role"]


@each("collectives", "phrase")
def test_collectives(row: dict[str, str]) -> None:
    assert row["phrase"] in fold(row["example"])
    words = re.sub(r"^\d+%? ", "", row["example"])
    assert all(row["phrase"] in fold(piece) for piece in split_subjects(words))


@each("role_cues", "cue")
def test_role_cues(row: dict[str, str]) -> None:
    assert row["cue"] in fold(row["example"])
    text = row["example"] if row["role"] != "support" else f"Sở Tài chính chủ trì, {row['example']} rà soát"
    if row["role"] == "monitor":
        text = f"{row['example']} của các huyện"
    roles: Roles = read_roles(text, 0, len(text))
    units = {"lead": roles.lead, "support": roles.supporting, "monitor": roles.monitoring}[row["role"]]
    assert units and units[0].text == text[units[0].start : units[0].end]


@each("known_days", "name")
def test_known_days(row: dict[str, str]) -> None:
    assert re.match(row["name"], fold(row["example"]))
    assert date(2024, int(row["month"]), int(row["day"]))


@each("known_acts", "number")
def test_known_acts(row: dict[str, str]) -> None:
    (act,) = find_acts(row["example"])[:1]
    assert act.kind == row["kind"]
    assert act.issued_on == date.fromisoformat(row["issued_on"])
    assert act.number in (row["number"], None if row["kind"] == "Luật" else row["number"])
    assert bool(row["until"]) == bool(row["replaced_by"])
    told = [s for s in row["subject"].split("|") if s]
    assert not told or any(s in fold(row["example"]) for s in told)


@each("unit_history", "name")
def test_unit_history(row: dict[str, str]) -> None:
    """The example is there until the day before, then the successor answers for it; the source is named."""
    until = date.fromisoformat(row["until"])
    assert successors(row["example"], None, until - timedelta(days=1)) == ()
    after = {s.name: s for s in successors(row["example"], None, until)}
    assert after[row["successor"]].source == row["source"] != ""
    assert after[row["successor"]].share == row["share"]


@each("issuer_symbols", "symbol")
def test_issuer_symbols(row: dict[str, str]) -> None:
    """The number of the example stands for its issuer and for no other."""
    number = re.search(r"số (\S+)", row["example"])
    assert number
    ((issuer, name),) = symbol_issuers(number[1])
    assert name == row["name"]
    assert issuer.match(fold(row["example"].rpartition(" của ")[2]))


@each("known_abbreviations", "abbreviation")
def test_known_abbreviations(row: dict[str, str]) -> None:
    assert row["abbreviation"] in row["example"]
    assert row["abbreviation"].upper() in known()


@each("foreign_words", "word")
def test_foreign_words(row: dict[str, str]) -> None:
    """A word that is no Vietnamese syllable; the audit tells it from one with a letter less."""
    assert row["word"] in row["example"].lower() and not is_syllable(row["word"])
    assert row["word"] in writings_of([row["example"]])[0].foreign


@each("vague_units", "pattern")
def test_vague_units(row: dict[str, str]) -> None:
    assert vague_kind(row["example"]) == row["kind"]


@each("administrative_words", "word")
def test_administrative_words(row: dict[str, str]) -> None:
    """A word without its marks is told as a slip, unless that makes another word."""
    first, second = row["word"].split(" ")
    assert row["word"] in fold(row["example"]) and is_syllable(first) and is_syllable(second)
    worn = (first, bare(second))
    if worn != (first, second) and worn not in known_pairs() and is_syllable(worn[1]):
        assert (first, second) in [word for _, word in near_trade(worn)]


@each("vague_targets", "cue")
def test_vague_targets(row: dict[str, str]) -> None:
    assert row["cue"] in fold(row["example"])


@each("countables", "noun")
def test_countables(row: dict[str, str]) -> None:
    assert re.fullmatch(rf"\d+ {row['noun']}", row["example"])


@each("score_columns", "cue")
def test_columns_of_scores_that_hold_no_points(row: dict[str, str]) -> None:
    assert fold(row["cue"]) in fold(row["example"])
    assert not_points(row["example"]) == row["kind"]


@each("title_cues", "cue")
def test_years_of_results_are_not_the_period(row: dict[str, str]) -> None:
    assert row["cue"] in fold(row["example"])
    first, _, last = row["period"].partition("-")
    expected = (date(int(first), 1, 1), date(int(last or first), 12, 31)) if first else None
    assert period_of_title(row["example"]) == expected


@each("bodies", "name")
def test_bodies(row: dict[str, str]) -> None:
    """Long enough that a slip in it is no other name."""
    assert row["name"] in row["example"] and len(row["name"].split()) > 2
