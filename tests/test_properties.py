"""Any text at all: nothing is raised, every offset lies inside, every record is a quotation."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from extractor.annotators.quantities import find_quantities
from extractor.annotators.roles import read_roles
from extractor.annotators.states import find_group_ranks, find_qualitative
from extractor.annotators.targets import find_targets
from extractor.annotators.units import find_units, split_units
from extractor.pipeline import extract
from extractor.records import Baseline, Deadline, Evidence, Extraction, Target, Task, Unit
from extractor.sources.model import Source
from extractor.sources.text import read_text
from extractor.structure.annex import read_annexes
from extractor.structure.outline import read_outline

PIECES = st.sampled_from(
    [
        "đạt ", "trên ", "tối thiểu ", "80%", "37,5 %", "1.250", "2-4", "19/19 ", "top 10", "nhóm khá",
        "cấp huyện", "Sở Y tế", "UBND các huyện, thành phố", "chủ trì", "phối hợp với ", "năm 2023: ",
        "đến năm 2025, ", "và ", ", ", "; ", ": ", ". ", "\n", "\n\n", "(", ")", "- ", "+ ", "a) ", "1. ",
        "1.1. ", "I. MỤC TIÊU\n\n", "II. NHIỆM VỤ\n\n", "MỤC TIÊU CỤ THỂ\n\n", "PHỤ LỤC\n\n", "| ",
        " |\n", "|---|---|\n", "STT |\n", "Chỉ tiêu |\n", "Nhiệm vụ: ", "Mục tiêu: ", "Chủ trì: ",
        "Thời gian: quý II", "hộ có cáp quang ", "tỷ đồng ", "điểm ", "trở lên", "giảm xuống dưới ",
        "điểm tối đa", "Quyết định số 5/QĐ-TTg ngày 01/02/2023 ", "thường xuyên",
    ]
)  # fmt: skip
ANY = st.one_of(
    st.text(max_size=120),
    st.lists(st.one_of(PIECES, st.characters()), max_size=30).map("".join),
    st.lists(PIECES, max_size=40).map("".join),
).map(lambda text: unicodedata.normalize("NFC", text))
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def records(value: Any) -> Iterator[BaseModel]:
    """Every record inside a record."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from records(getattr(value, name))
    elif isinstance(value, tuple | list):
        for entry in value:
            yield from records(entry)
    elif isinstance(value, dict):
        for entry in value.values():
            yield from records(entry)


def assert_proven(source: Source, found: Extraction) -> None:
    """Each record's words are those at its evidence."""
    text = source.text
    for record in records(found):
        if isinstance(record, Evidence):
            assert 0 <= record.start <= record.end <= len(text)
        elif isinstance(record, Task | Target):
            assert record.evidence is not None
            assert text[record.evidence.start : record.evidence.end] == record.quote
        elif isinstance(record, Unit | Deadline):
            assert record.evidence is not None
            assert text[record.evidence.start : record.evidence.end] == record.text
        elif isinstance(record, Baseline):
            assert record.evidence is not None and record.evidence.end > record.evidence.start
    ids = [t.id for t in (*found.tasks, *found.targets)]
    assert len(ids) == len(set(ids))
    assert {t.task for t in found.targets} | {t.assigned_by for t in found.targets} <= {None, *ids}


@few
@given(ANY)
def test_quantities_and_targets(text: str) -> None:
    quantities = find_quantities(text)
    for q in quantities:
        assert 0 <= q.start <= q.number < q.end <= len(text)
    drafts = [
        d
        for m in ("goal", "cell", "task", "prose")
        for d in find_targets(text, (0, len(text)), quantities, m, 2024)
    ]  # type: ignore[arg-type]
    drafts += find_qualitative(text, (0, len(text)), 2024) + find_group_ranks(text, (0, len(text)), 2024)
    for draft in drafts:
        assert 0 <= draft.start <= draft.end <= len(text)
        assert all(0 <= a <= b <= len(text) for a, b in draft.baseline_brackets)


@few
@given(ANY)
def test_units_and_roles(text: str) -> None:
    roles = read_roles(text, 0, len(text))
    mentions = [*find_units(text), *split_units(text), *roles.lead, *roles.supporting, *roles.monitoring]
    for unit in mentions:
        assert text[unit.start : unit.end] == unit.text
        assert unit.names and all(unit.names)


@few
@given(ANY)
def test_the_whole_way(text: str) -> None:
    source = read_text(text, "a.txt")
    read_outline(source)
    read_annexes(source, 2024)
    assert_proven(source, extract(source))


@settings(max_examples=15, deadline=None)
@given(ANY)
def test_the_same_input_gives_the_same_bytes(text: str) -> None:
    one, other = (extract(read_text(text, "a.txt")).model_dump_json() for _ in range(2))
    assert one == other
