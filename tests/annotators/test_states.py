"""Targets without a number: states in places of aims, and groups aimed at."""

from __future__ import annotations

import pytest

from extractor.annotators.states import find_group_ranks, find_qualitative

YEAR = 2024


@pytest.mark.parametrize(
    "text",
    [
        "Phấn đấu xếp hạng số thuộc nhóm khá",
        "Đưa chỉ số an toàn vào nhóm trung bình khá",
        "Phấn đấu nằm trong nhóm dẫn đầu cả nước",
    ],
)
def test_groups_without_a_number(text: str) -> None:
    (draft,) = find_group_ranks(text, (0, len(text)), YEAR)
    assert draft.quantity is None
    assert find_group_ranks(f"Năm 2023 đạt {text[-9:]}", (0, 22), YEAR) == []


@pytest.mark.parametrize(
    "text", ["Các tỉnh nhóm khá gửi báo cáo", "Năm 2023, chỉ số vào nhóm khá", "Phân loại theo nhóm", ""]
)
def test_no_group_aimed_at(text: str) -> None:
    assert find_group_ranks(text, (0, len(text)), YEAR) == []


STATES: list[tuple[str, list[str]]] = [
    (
        "- Có kết nối với trục liên thông. Không có sự cố.",
        ["Có kết nối với trục liên thông", "Không có sự cố"],
    ),
    ("Duy trì sóng ổn định (năm 2023: còn gián đoạn)", ["Duy trì sóng ổn định"]),
    ("Theo tình hình thực tế", ["Theo tình hình thực tế"]),
    ("Năm 2023 đã có kết nối", []),
    ("Hiện nay đang vận hành thử", []),
    ("-", []),
    ("...", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), STATES)
def test_states(text: str, expected: list[str]) -> None:
    drafts = find_qualitative(text, (0, len(text)), YEAR)
    assert [text[d.start : d.end] for d in drafts] == expected
    assert all(d.quantity is None and d.comparator is None for d in drafts)
    assert [d.order for d in drafts] == list(range(len(drafts)))


def test_a_state_keeps_its_past() -> None:
    text = "Duy trì sóng ổn định (năm 2023: còn gián đoạn)"
    (draft,) = find_qualitative(text, (0, len(text)), YEAR)
    assert [text[a:b] for a, b in draft.baseline_brackets] == ["(năm 2023: còn gián đoạn)"]
