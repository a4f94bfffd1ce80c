"""Goals of one section whose units another section gives: by code, by name, by lists and ranges."""

from __future__ import annotations

import pytest

from extractor import Catalog, Extraction, extract
from extractor.analysis.audit.assigned import roles_of
from extractor.sources.text import read_text

HEAD = """ỦY BAN NHÂN DÂN TỈNH AN HẢI
Số: 15/KH-UBND
An Hải, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Cải thiện chỉ số chuyển đổi số năm 2024

I. MỤC TIÊU CỤ THỂ
"""


def plan(goals: str, duties: str) -> Extraction:
    return extract(read_text(f"{HEAD}{goals}\n\nII. PHÂN CÔNG THỰC HIỆN\n{duties}\n", "an-hai.txt"))


def leads(found: Extraction) -> dict[str, list[str]]:
    """Code to the units that lead it, by targets and tasks."""
    by_code: dict[str, set[str]] = {}
    for target in found.targets:
        for code in target.indicator_codes:
            by_code.setdefault(code, set()).update(u.name for u in target.lead_units or ())
    for task in found.tasks:
        for code, roles in roles_of(task, Catalog.default()).items():
            by_code.setdefault(code, set()).update(u.name for u in roles.leads)
    return {code: sorted(units) for code, units in by_code.items()}


BY_CODE = [
    ("1. Sở Nội vụ phụ trách các chỉ số 4.5, 4.7.", {"4.5": ["Sở Nội vụ"], "4.7": ["Sở Nội vụ"]}),
    ("1. Công an tỉnh chịu trách nhiệm về các chỉ số từ 5.1 đến 5.3.",
     {c: ["Công an tỉnh"] for c in ("5.1", "5.2", "5.3")}),
    ("1. Sở Công Thương\n- Phụ trách chỉ số 7.6; Cục Thuế tỉnh phối hợp.\n- Phụ trách chỉ số 7.9.",
     {"7.6": ["Sở Công Thương"], "7.9": ["Sở Công Thương"]}),
    ("1. Báo An Hải phụ trách chỉ số 1.6; Cổng Thông tin điện tử tỉnh phụ trách các chỉ số 1.4 và 1.5.",
     {"1.6": ["Báo An Hải"], "1.4": ["Cổng Thông tin điện tử tỉnh"], "1.5": ["Cổng Thông tin điện tử tỉnh"]}),
    ("1. Sở Y tế phụ trách chỉ số 8.5; cùng Sở Nội vụ chịu trách nhiệm về chỉ số 4.10.",
     {"8.5": ["Sở Y tế"], "4.10": ["Sở Nội vụ", "Sở Y tế"]}),
    ("1. Tỉnh đoàn phụ trách toàn bộ chỉ tiêu nhóm 3 (trừ 3.7).",
     {"3.1": ["Tỉnh đoàn"], "3.6": ["Tỉnh đoàn"]}),
]  # fmt: skip


@pytest.mark.parametrize(("duties", "wanted"), BY_CODE)
def test_by_code(duties: str, wanted: dict[str, list[str]]) -> None:
    found = leads(plan("- Phấn đấu vào nhóm 20 tỉnh dẫn đầu.", duties))
    assert {code: found.get(code) for code in wanted} == wanted
    assert "3.7" not in found


def test_goals_with_codes_in_brackets() -> None:
    goals = (
        "- (8.4) Nhà dân treo biển số mới: 60% (năm 2023: 12%).\n"
        "- 75% cán bộ xã qua lớp chuyển đổi số (mã 4.7).\n"
        "- 90% bến phà có camera."
    )
    duties = "1. Bưu điện tỉnh phụ trách chỉ số 8.4.\n2. Sở Nội vụ phụ trách chỉ số 4.7; Sở Y tế phối hợp."
    found = plan(goals, duties)
    assert [t.indicator_codes for t in found.targets] == [("8.4",), ("4.7",), ()]
    assert [[u.name for u in t.lead_units or ()] for t in found.targets] == [
        ["Bưu điện tỉnh"], ["Sở Nội vụ"], [],
    ]  # fmt: skip
    assert [u.name for u in found.targets[1].supporting_units or ()] == ["Sở Y tế"]


BY_NAME = [
    ("- 80% hộ gia đình có cáp quang.\n- 85% hộ gia đình có điện thoại thông minh.",
     "1. Viễn thông An Hải thực hiện các chỉ tiêu hộ gia đình lắp cáp quang, hộ gia đình có điện thoại "
     "thông minh.",
     {"3.3": ["Viễn thông An Hải"], "3.2": ["Viễn thông An Hải"]}),
    ("- 90% máy chủ và 80% máy trạm cài phần mềm phòng, chống mã độc.",
     "1. Sở Thông tin và Truyền thông\n- Chịu trách nhiệm về chống mã độc cho máy chủ, máy trạm.",
     {"5.3": ["Sở Thông tin và Truyền thông"], "5.4": ["Sở Thông tin và Truyền thông"]}),
    ("- 55% dịch vụ công được điền sẵn thông tin.\n- 96% người dân hài lòng với dịch vụ công trực tuyến.",
     "1. Văn phòng UBND tỉnh chủ trì thực hiện các chỉ tiêu dịch vụ công: điền sẵn thông tin, hài lòng của "
     "người dân.",
     {"6.9": ["Văn phòng UBND tỉnh"], "6.14": ["Văn phòng UBND tỉnh"]}),
    ("- 82% người từ 15 tuổi có tài khoản ngân hàng.\n- 45% người trưởng thành có chữ ký số cá nhân.",
     "1. UBND cấp xã\n- Vận động người dân mở tài khoản ngân hàng, đăng ký chữ ký số cá nhân.",
     {"8.2": ["UBND cấp xã"], "8.3": ["UBND cấp xã"]}),
    ("- 4% công chức, viên chức kiêm nhiệm, chuyên trách chuyển đổi số.\n"
     "- 2% công chức, viên chức kiêm nhiệm, chuyên trách an toàn thông tin mạng.",
     "1. Sở Nội vụ\n- Bố trí công chức chuyên trách, kiêm nhiệm về chuyển đổi số và an toàn thông tin.",
     {"4.5": ["Sở Nội vụ"], "4.6": ["Sở Nội vụ"]}),
    ("- 40% doanh nghiệp nhỏ và vừa sử dụng nền tảng số.\n- 500 doanh nghiệp nhỏ và vừa tham gia SMEdx.",
     "1. Hiệp hội Doanh nghiệp tỉnh\n- Vận động doanh nghiệp nhỏ và vừa tham gia SMEdx và sử dụng nền "
     "tảng số (năm 2023 do Sở Công Thương thực hiện).",
     {"7.4": ["Hiệp hội Doanh nghiệp tỉnh"], "7.5": ["Hiệp hội Doanh nghiệp tỉnh"]}),
]  # fmt: skip


@pytest.mark.parametrize(("goals", "duties", "wanted"), BY_NAME)
def test_by_name(goals: str, duties: str, wanted: dict[str, list[str]]) -> None:
    found = leads(plan(goals, duties))
    assert {code: found.get(code) for code in wanted} == wanted


PLACES = """1. Mục tiêu chung
- Vào nhóm 25 tỉnh dẫn đầu.
2. Mục tiêu riêng
a) Đường sá
- 85% bến phà có mái che.
- 70% cầu treo có lan can.
b) Ruộng đồng
- 60% trạm bơm có cảm biến."""
REFERENCES = [
    ("thực hiện các chỉ tiêu tại mục I.2.a", [0, 1]),
    ("chịu trách nhiệm về các chỉ tiêu tại điểm b khoản 2 Mục I", [2]),
    ("phụ trách các chỉ tiêu nêu tại điểm a, khoản 2, mục I", [0, 1]),
    ("chủ trì các mục tiêu thuộc khoản 2 mục I", [0, 1, 2]),
    ("bảo đảm các chỉ tiêu ở mục I.2.b", [2]),
    ("tham mưu các nhiệm vụ tại mục III.2", []),
]


@pytest.mark.parametrize(("words", "owned"), REFERENCES)
def test_by_the_number_of_their_place(words: str, owned: list[int]) -> None:
    targets = plan(PLACES, f"1. Sở Xây dựng {words}; Sở Y tế phối hợp.").targets[1:]
    assert [n for n, t in enumerate(targets) if t.lead_units] == owned
    assert all([u.name for u in targets[n].lead_units or ()] == ["Sở Xây dựng"] for n in owned)


def test_collectives_own_no_goals_by_reference() -> None:
    found = plan(PLACES, "1. Các sở, ban, ngành thực hiện các chỉ tiêu tại mục I.2.a.")
    assert not any(t.lead_units for t in found.targets)


GOALS_BY_CODE = """1. Mục tiêu
a) Chung
- 80% máy trạm của cơ quan nhà nước được cài phần mềm phòng, chống mã độc (chỉ số 5.4).
- 70% công chức, viên chức được bồi dưỡng về chuyển đổi số (chỉ số 4.7).
- 90% hộ gia đình có địa chỉ số (chỉ số 8.4)."""
ONE_OF_LIST = [
    ("cài phần mềm phòng, chống mã độc cho máy trạm (chỉ số 5.4) theo mục tiêu tại mục I.1.a", ["5.4"]),
    ("gắn địa chỉ số (chỉ số 8.4) theo chỉ tiêu tại điểm a khoản 1 mục I", ["8.4"]),
    ("chịu trách nhiệm về các chỉ tiêu tại mục I.1.a", ["4.7", "5.4", "8.4"]),
]


@pytest.mark.parametrize(("words", "codes"), ONE_OF_LIST)
def test_a_task_for_one_indicator_points_at_a_list_of_goals(words: str, codes: list[str]) -> None:
    targets = plan(GOALS_BY_CODE, f"1. Sở Y tế {words}; Sở Nội vụ phối hợp.").targets
    assert sorted(c for t in targets if t.lead_units for c in t.indicator_codes) == codes


SENTENCES = [
    ("1. Sở Y tế bảo đảm 90% trạm xá có điện; Sở Xây dựng lát gạch 80% vỉa hè; Công an tỉnh cấp tài khoản "
     "định danh cho 85% người dân.", ["Sở Y tế", "Sở Xây dựng", "Công an tỉnh"],
     [["Sở Y tế"], ["Sở Xây dựng"], ["Công an tỉnh"]]),
    ("1. Chỉ số 8.5 do Sở Y tế chủ trì, Sở Xây dựng phối hợp; chỉ số 8.4 giao Bưu điện tỉnh.",
     ["Sở Y tế", "Bưu điện tỉnh"], []),
    # a value of a place, and who helps
    ("1. Sở Y tế bảo đảm 90% trạm xá có điện; UBND các huyện đạt tối thiểu 60%.", ["Sở Y tế"], [None, None]),
    ("1. Sở Y tế bảo đảm 90% trạm xá có điện; Sở Xây dựng phối hợp.", ["Sở Y tế"], [None]),
]  # fmt: skip


@pytest.mark.parametrize(("duties", "wanted", "own"), SENTENCES)
def test_several_units_in_one_item(duties: str, wanted: list[str], own: list[list[str] | None]) -> None:
    """One task, as the guidelines count bullets; its targets have the leads of their own clauses."""
    found = plan("- Vào nhóm 25 tỉnh dẫn đầu.", duties)
    assert [[u.name for u in t.lead_units] for t in found.tasks] == [wanted]
    targets = [t for t in found.targets if t.task]
    assert [t.lead_units and [u.name for u in t.lead_units] for t in targets] == own


def test_a_table_of_units_and_codes() -> None:
    rows = "| Đơn vị | Mã chỉ số phụ trách | Phối hợp |\n| --- | --- | --- |\n"
    rows += "| Sở Tài chính | 2.6, 2.7; 5.12.1 - 5.12.3 | Sở Y tế |\n| Sở Y tế | 8.5 | |\n"
    found = leads(plan("- Vào nhóm 25 tỉnh dẫn đầu.", f"PHỤ LỤC\n\n{rows}"))
    assert found == {
        "2.6": ["Sở Tài chính"], "2.7": ["Sở Tài chính"], "5.12.1": ["Sở Tài chính"],
        "5.12.2": ["Sở Tài chính"], "5.12.3": ["Sở Tài chính"], "8.5": ["Sở Y tế"],
    }  # fmt: skip


UNOWNED = [
    # told in the background
    ("I. THỰC TRẠNG\nCác chỉ số 2.1, 2.2 do Sở Tư pháp nắm đã đủ điểm; chỉ số 5.9 chưa có điểm.\n", "2.1"),
    ("I. BỐI CẢNH\nCòn yếu: 8.3, 8.4 và 7.6 (chỉ số thành phần).\n", "8.3"),
    # who watches it does not own it
    ("III. TỔ CHỨC THỰC HIỆN\n1. Sở Tư pháp: Đôn đốc tiến độ xử lý hồ sơ trực tuyến.\n", "6.12"),
]


@pytest.mark.parametrize(("more", "code"), UNOWNED)
def test_without_an_assignment_there_is_no_owner(more: str, code: str) -> None:
    text = f"{HEAD}- 80% hồ sơ được xử lý trực tuyến.\n\n{more}"
    assert leads(extract(read_text(text, "a.txt"))).get(code, []) == []


def test_each_tier_goes_to_who_names_it() -> None:
    goals = "- Hồ sơ xử lý trực tuyến: cấp tỉnh đạt 92%, cấp xã đạt 70%."
    duties = (
        "1. Văn phòng UBND tỉnh\n- Chịu trách nhiệm về hồ sơ xử lý trực tuyến cấp tỉnh.\n"
        "2. UBND cấp xã\n- Chịu trách nhiệm về tỷ lệ hồ sơ xử lý trực tuyến của cấp xã."
    )
    found = plan(goals, duties)
    assert [[u.name for u in t.lead_units or ()] for t in found.targets] == [
        ["Văn phòng UBND tỉnh"], ["UBND cấp xã"],
    ]  # fmt: skip


def test_two_units_without_tiers_claim_one_goal_for_neither() -> None:
    duties = (
        "1. Sở Y tế\n- Đẩy mạnh nộp hồ sơ trực tuyến của ngành.\n"
        "2. Sở Xây dựng\n- Đẩy mạnh nộp hồ sơ trực tuyến của ngành."
    )
    (target,) = plan("- 80% hồ sơ được nộp trực tuyến.", duties).targets
    assert not target.lead_units
