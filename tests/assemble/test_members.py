"""The things that a task's words give to its unit, one by one."""

from __future__ import annotations

import time

import pytest

from extractor.annotators.units import find_units
from extractor.assemble.members import members

THINGS: list[tuple[str, list[str]]] = [
    # a list behind a head shares it
    ("Nhận các chỉ tiêu về bến bãi: số bến có mái che, số bến có đèn",
     ["bến bãi số bến có mái che", "bến bãi số bến có đèn"]),
    # a member shares what stands before its own kind
    ("Bảo đảm nước sạch cho trường học, trạm y tế", ["Bảo đảm nước sạch cho trạm y tế"]),
    ("Bố trí người trông coi, sửa chữa về kho lạnh và bến phà",
     ["Bố trí người trông coi, sửa chữa về bến phà"]),
    # predicates of one subject
    ("Vận động hợp tác xã dùng nhật ký số, mở gian hàng", ["mở gian hàng"]),
    # subjects of one predicate
    ("thực hiện chỉ tiêu hộ gia đình và trường học có nước sạch",
     ["hộ gia đình có nước sạch", "trường học có nước sạch"]),
    # who, and what was last year, is no thing
    ("Sở Y tế chủ trì mở trạm lưu động (năm trước do Sở Nội vụ thực hiện)", ["mở trạm lưu động"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "things"), THINGS)
def test_members(text: str, things: list[str]) -> None:
    found = members(text, find_units(text), 0)
    assert set(things) <= set(found), found
    assert not any("Sở Nội vụ" in thing for thing in found)


@pytest.mark.parametrize(
    "text",
    ["Đôn đốc tiến độ lắp đèn đường", "Theo dõi, tổng hợp số bến có mái che", ": Kiểm tra việc lát vỉa hè"],
)
def test_who_watches_a_thing_does_not_answer_for_it(text: str) -> None:
    assert members(text, [], 0) == []


@pytest.mark.parametrize("piece", ["bến phà, ", "a và b cho ", "(", "gồm: ", ",", ", - ", " : ;"])
def test_long_text_is_cut(piece: str) -> None:
    began = time.perf_counter()
    assert len(members(piece * 20000, [], 0)) < 200
    assert time.perf_counter() - began < 3
