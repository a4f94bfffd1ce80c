"""Values that share words, numbers that their own words call so, and past values set off in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import Extraction, extract

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

Số: 15/KH-UBND

Lai Châu, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Chuyển đổi số tỉnh Lai Châu năm 2024

I. MỤC TIÊU

"""


def of(goal: str, tmp_path: Path) -> Extraction:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(f"{HEAD}- {goal}.\n", encoding="utf-8")
    return extract(path)


VALUES = [
    # the things of a part are counted among those before
    ("Đưa vào dùng ít nhất 09 kho dữ liệu, trong đó từ 02 kho trở lên mở cho người dân",
     [(9, "kho dữ liệu"), (2, "kho mở")]),
    ("Vận hành 12 cổng thành phần, trong đó 05 cổng có chữ ký số", [(12, "cổng thành phần"), (5, "cổng")]),
    ("Tổ chức 06 lớp kỹ năng số, trong đó 02 lớp cho người cao tuổi", [(6, "lớp kỹ năng"), (2, "lớp")]),
    # joined over more words
    ("Mỗi trường có ít nhất 01 giáo viên phụ trách về học liệu số và 01 giáo viên phụ trách về an toàn mạng",
     [(1, "học liệu số"), (1, "an toàn mạng")]),
    # a number without a unit
    ("Số lượng giao dịch qua cổng dịch vụ công vượt 75.000", [(75000, "giao dịch")]),
    ("Tăng cường rà quét, số máy nhiễm mã độc giảm còn không quá 30", [(30, "máy nhiễm mã độc")]),
    ("Nâng số lượt tra cứu hồ sơ sức khỏe lên 1.200", [(1200, "lượt tra cứu")]),
    ("Số điểm truy cập miễn phí tại chợ tối thiểu 45", [(45, "điểm truy cập")]),
    ("Số cuộc họp không giấy năm 2023", []),
    ("Số văn bản theo Nghị quyết 57", []),
    # a level is no list of values
    ("60% dân số có tài khoản định danh mức độ 2, 35% có chữ ký số", [(60, "định danh"), (35, "chữ ký số")]),
    ("Hệ thống đạt cấp độ 3, 80% máy chủ được giám sát", [(80, "máy chủ")]),
    # tiers share what is measured, also the one in the middle
    ("90% viên chức cấp tỉnh, 75% cấp huyện và 55% cấp xã được tập huấn dữ liệu",
     [(90, "tập huấn"), (75, "tập huấn"), (55, "tập huấn")]),
    # ranks that no one may fall below
    ("Vào nhóm 20 tỉnh dẫn đầu, không để trụ cột nào xếp dưới hạng 40", [(20, "tỉnh"), (40, "trụ cột")]),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "values"), VALUES)
def test_values_of_a_goal(goal: str, values: list[tuple[float, str]], tmp_path: Path) -> None:
    found = of(goal, tmp_path).targets
    measured = [t for t in found if t.value is not None]
    assert [t.value for t in measured] == [value for value, _ in values]
    for target, (_, words) in zip(measured, values, strict=True):
        assert words in target.indicator or words in target.quote


PASTS = [
    ("95% hồ sơ được số hóa, tăng từ mức 54,5% của năm 2023", [54.5]),
    ("Nâng mức hài lòng của người dân lên 96%, tăng so với mức 93,8% của năm 2023", [93.8]),
    ("80% cán bộ được tập huấn; năm 2023 tính chung toàn tỉnh đạt 68,4%", [68.4]),
    ("Giảm số địa chỉ nhiễm mã độc còn dưới 20 địa chỉ; năm 2023 phát hiện 96 địa chỉ", [96]),
    ("Giảm tỷ lệ hồ sơ trễ hạn còn 2%, giảm so với tỷ lệ 3,4% năm 2022", [3.4]),
    ("95% hồ sơ được số hóa, tăng dần từng năm", []),
    ("95% hồ sơ được số hóa; năm 2025 toàn tỉnh đạt 99%", []),
]


@pytest.mark.parametrize(("goal", "values"), PASTS)
def test_past_values_in_the_same_sentence(goal: str, values: list[float], tmp_path: Path) -> None:
    first = of(goal, tmp_path).targets[0]
    assert [b.value for b in first.baselines] == values


TIMES = [
    ("Mở sàn giao dịch nông sản (Sở Công Thương chủ trì, các huyện phối hợp; quý II/2024 và duy trì)",
     "quý II/2024 và duy trì"),
    ("Phối hợp với Cục Thống kê công bố số liệu trước ngày 20/12/2024", "trước ngày 20/12/2024"),
    ("Sở Nội vụ gửi số liệu trước ngày 05/11/2024", "trước ngày 05/11/2024"),
    ("Sở Nội vụ rà soát lại, số liệu trước ngày 05/11/2023 còn thiếu", None),
]  # fmt: skip


@pytest.mark.parametrize(("task", "deadline"), TIMES)
def test_times_of_a_task(task: str, deadline: str | None, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(f"{HEAD.replace('I. MỤC TIÊU', 'II. NHIỆM VỤ')}- {task}.\n", encoding="utf-8")
    (found,) = extract(path).tasks
    assert (found.deadline.text if found.deadline else None) == deadline


HELPED = [
    ("Sở Tài chính chịu trách nhiệm các chỉ số 2.7, 5.12; Sở Y tế phối hợp ở chỉ số 5.12", ["Sở Tài chính"]),
    ("Sở Y tế chủ trì chỉ số 4.10; Hội Nông dân tỉnh phối hợp thực hiện chỉ số 4.10", ["Sở Y tế"]),
    ("Sở Nội vụ phụ trách chỉ số 4.5; các huyện cùng phối hợp đối với chỉ số 4.5", ["Sở Nội vụ"]),
]


@pytest.mark.parametrize(("task", "leads"), HELPED)
def test_who_only_helps_opens_no_task(task: str, leads: list[str], tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    head = HEAD.replace("I. MỤC TIÊU", "III. PHÂN CÔNG TRÁCH NHIỆM")
    path.write_text(f"{head}1. {task}.\n", encoding="utf-8")
    (found,) = extract(path).tasks
    assert [unit.name for unit in found.lead_units] == leads
    assert found.supporting_units
