"""Who leads, who supports: one row for each form of assignment seen in plans."""

from __future__ import annotations

import pytest

from extractor.annotators.roles import read_roles

ROWS: list[tuple[str, str, list[str], list[str]]] = [
    # Giao Giám đốc Sở X chủ trì
    (
        "59",
        "Giao Giám đốc Sở Tài chính chủ trì, phối hợp với Sở Tư pháp xây dựng đơn giá dữ liệu.",
        ["Sở Tài chính"],
        ["Sở Tư pháp"],
    ),
    ("59", "Giao Chánh Thanh tra tỉnh chủ trì rà soát hồ sơ điện tử.", ["Thanh tra tỉnh"], []),
    # passive
    (
        "60",
        "Sở Xây dựng được UBND tỉnh giao chủ trì, phối hợp với UBND các huyện, thành phố số hóa quy hoạch.",
        ["Sở Xây dựng"],
        ["UBND cấp huyện"],
    ),
    ("60", "Sở Nội vụ được giao chủ trì công tác lưu trữ điện tử.", ["Sở Nội vụ"], []),
    # là cơ quan …
    ("61", "Sở Y tế là cơ quan được giao chủ trì hồ sơ sức khỏe.", ["Sở Y tế"], []),
    ("61", "Sở Công Thương là cơ quan chủ trì phát triển chợ số.", ["Sở Công Thương"], []),
    # no chủ trì
    ("62", "Giao Sở Tư pháp theo dõi, đôn đốc, tổng hợp kết quả.", ["Sở Tư pháp"], []),
    ("62", "Giao Sở Du lịch hướng dẫn các khu, điểm du lịch cập nhật dữ liệu.", ["Sở Du lịch"], []),
    # one leads, another supports a part of the work
    (
        "64a",
        "Mở lớp dữ liệu mở. Sở Nội vụ chủ trì, Sở Tài chính phối hợp bố trí kinh phí thực hiện.",
        ["Sở Nội vụ"],
        ["Sở Tài chính"],
    ),
    (
        "64a",
        "Sở Xây dựng chủ trì rà soát bản đồ, Công an tỉnh phối hợp bảo đảm an toàn.",
        ["Sở Xây dựng"],
        ["Công an tỉnh"],
    ),
    (
        "64a",
        "Sở Y tế chịu trách nhiệm số liệu, Bảo hiểm xã hội tỉnh cùng phối hợp đối chiếu hồ sơ.",
        ["Sở Y tế"],
        ["Bảo hiểm xã hội tỉnh"],
    ),
    ("64a", "Sở Tư pháp phối hợp với Công an tỉnh rà soát văn bản.", ["Sở Tư pháp"], ["Công an tỉnh"]),
    # a unit whose name holds "và"; "VP"
    (
        "64b",
        "Báo và Đài Phát thanh - Truyền hình tỉnh chủ trì đưa tin.",
        ["Báo và Đài Phát thanh - Truyền hình tỉnh"],
        [],
    ),
    ("64b", "VP UBND tỉnh chủ trì tổng hợp.", ["Văn phòng UBND tỉnh"], []),
    # yêu cầu
    (
        "63",
        "Yêu cầu Sở Giao thông vận tải chủ trì, phối hợp với các cơ quan liên quan rà soát biển báo.",
        ["Sở Giao thông vận tải"],
        ["Các cơ quan liên quan"],
    ),
    (
        "63",
        "Yêu cầu UBND cấp xã chủ trì, phối hợp với Công an tỉnh cập nhật dữ liệu cư trú.",
        ["UBND cấp xã"],
        ["Công an tỉnh"],
    ),
    # lists of persons
    (
        "64",
        "Chánh Văn phòng UBND tỉnh, Giám đốc các Sở: Y tế, Nội vụ chịu trách nhiệm thi hành.",
        ["Văn phòng UBND tỉnh", "Sở Y tế", "Sở Nội vụ"],
        [],
    ),
    (
        "64",
        "Giám đốc Sở Y tế, Giám đốc Sở Nội vụ chịu trách nhiệm thi hành.",
        ["Sở Y tế", "Sở Nội vụ"],
        [],
    ),
    # đầu mối
    ("65", "Sở Khoa học và Công nghệ là đầu mối tiếp nhận sáng kiến.", ["Sở Khoa học và Công nghệ"], []),
    ("65", "Thanh tra tỉnh làm đầu mối tổng hợp kiến nghị.", ["Thanh tra tỉnh"], []),
    # plain verb
    ("67", "Công an tỉnh đảm bảo an ninh cho trục dữ liệu.", ["Công an tỉnh"], []),
    ("67", "Cục Thuế tỉnh triển khai hóa đơn điện tử tới các hộ.", ["Cục Thuế tỉnh"], []),
    # whole system
    ("68", "Các sở, ban, ngành tỉnh thực hiện ký số văn bản.", ["Các sở, ban, ngành"], []),
    ("68", "UBND các huyện, thành phố có trách nhiệm bố trí máy tính.", ["UBND cấp huyện"], []),
    # labels inside the line
    (
        "inline",
        "Mở lớp kỹ năng số (Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính, Sở Y tế).",
        ["Sở Nội vụ"],
        ["Sở Tài chính", "Sở Y tế"],
    ),
    (
        "support",
        "Sở Y tế phối hợp với Bảo hiểm xã hội tỉnh liên thông giấy khám.",
        ["Sở Y tế"],
        ["Bảo hiểm xã hội tỉnh"],
    ),
    ("support", "Chủ trì, phối hợp với Sở Y tế, Sở Nội vụ rà soát.", [], ["Sở Y tế", "Sở Nội vụ"]),
]

NO_LEAD = [
    "Báo cáo Sở Y tế kết quả thực hiện.",
    "Tham mưu UBND tỉnh ban hành chính sách.",
    "Kết nối dữ liệu với Sở Tài chính qua trục liên thông.",
    "Nâng cấp trang thông tin của Sở Nội vụ.",
    "Rà soát quy trình.",
    "",
]


def names(units: object) -> list[str]:
    return [name for unit in units for name in unit.names]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "lead", "supporting"), [r[1:] for r in ROWS], ids=[f"{f}-{t[:30]}" for f, t, *_ in ROWS]
)
def test_roles(text: str, lead: list[str], supporting: list[str]) -> None:
    whole = f"- {text}\n"
    roles = read_roles(whole, 2, 2 + len(text))
    assert (names(roles.lead), names(roles.supporting)) == (lead, supporting)
    for unit in (*roles.lead, *roles.supporting, *roles.monitoring):
        assert whole[unit.start : unit.end] == unit.text


@pytest.mark.parametrize("text", NO_LEAD)
def test_receivers_do_not_lead(text: str) -> None:
    assert read_roles(text, 0, len(text)).lead == ()


def test_who_follows() -> None:
    text = "Sở Tư pháp theo dõi, đôn đốc các huyện."
    assert names(read_roles(text, 0, len(text)).monitoring) == ["Sở Tư pháp"]
