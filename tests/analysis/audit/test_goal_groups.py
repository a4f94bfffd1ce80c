"""Groups of goals that nobody can count, beside those that can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

GROUPED = [
    ("II. MỤC TIÊU CỤ THỂ\n\n1. Hạ tầng số\n\n- Phát triển hạ tầng hiện đại.\n\n- Nâng cấp mạng lưới.\n\n"
     "2. Kinh tế số\n\n- Tỷ trọng kinh tế số đạt 12%.\n\n3. Xã hội số\n\n- 60% người dân có tài khoản.\n\n",
     ["1. Hạ tầng số"]),
    ("2. Chỉ tiêu cụ thể\n\na) Thể chế số:\n\n- Ban hành quy chế dữ liệu năm 2024 theo Nghị định "
     "số 47/2024/NĐ-CP.\n\n"
     "b) Nhân lực số:\n\n- 100% cán bộ được tập huấn.\n\nc) An toàn thông tin:\n\n- 90% hệ thống "
     "có hồ sơ.\n\n",
     ["a) Thể chế số"]),
    ("2. Một số chỉ tiêu chủ yếu\n\n2.1. Nhận thức\n\n- 50 lớp tập huấn.\n\n2.2. Y tế số\n\n- 70 "
     "trạm dùng phần mềm.\n\n"
     "2.3. Giáo dục số\n\n- Xây dựng kho học liệu trong giai đoạn 2024 - 2025.\n\n3. Tầm "
     "nhìn\n\n- Đứng thứ 20.\n\n",
     ["2.3. Giáo dục số"]),
    ("III. CÁC MỤC TIÊU ĐẾN NĂM 2025\n\n1. Du lịch số\n\n+ 10 điểm đến có bản đồ số.\n\n2. Nông nghiệp số\n\n"
     "+ Truy xuất nguồn gốc nông sản chủ lực.\n\n3. Giao thông số\n\n+ 80% xe có thẻ thu phí.\n\n",
     ["2. Nông nghiệp số"]),
    ("II. MỤC TIÊU CỤ THỂ\n\n1. An toàn thông tin\n\n- Hệ thống cấp độ 3 được bảo vệ theo Quyết "
     "định 77/QĐ-UBND.\n\n"
     "2. Kinh tế số\n\n- 500 doanh nghiệp.\n\n3. Xã hội số\n\n- 60% hộ có cáp quang.\n\n4. Dữ "
     "liệu\n\n- 30 bộ.\n\n",
     ["1. An toàn thông tin"]),
    # each holds something to count
    ("II. MỤC TIÊU CỤ THỂ\n\n1. Hạ tầng số\n\n- Không còn thôn lõm sóng.\n\n2. Kinh tế số\n\n- Đạt 12%.\n\n"
     "3. Xã hội số\n\n- 60% người dân có tài khoản.\n\n", []),
    ("II. MỤC TIÊU CỤ THỂ\n\n1. Hạ tầng số\n\n- Toàn bộ trạm y tế có cáp quang.\n\n2. Kinh tế "
     "số\n\n- Đạt 12%.\n\n"
     "3. Xã hội số\n\n- 60% người dân có tài khoản.\n\n", []),
    # none of the groups is told by figures: another kind of plan
    ("II. MỤC TIÊU CỤ THỂ\n\n1. Hạ tầng số\n\n- Hiện đại.\n\n2. Kinh tế số\n\n- Phát triển.\n\n"
     "3. Xã hội số\n\n- 60% người dân có tài khoản.\n\n", []),
    # a general goal is told in words
    ("II. MỤC TIÊU\n\n1. Mục tiêu chung\n\n- Phát triển bền vững.\n\n2. Mục tiêu cụ thể\n\n- 60% hồ sơ.\n\n"
     "3. Định hướng\n\n- Đạt 80%.\n\n", []),
    # goals, not groups
    ("II. MỤC TIÊU CỤ THỂ\n\n1. Xây dựng kho dữ liệu dùng chung của tỉnh.\n\n2. 60% hồ sơ trực tuyến.\n\n"
     "3. 70% người dân có tài khoản.\n\n", []),
    # work, not goals
    ("III. NHIỆM VỤ\n\n1. Hạ tầng số\n\n- Phát triển hạ tầng.\n\n2. Kinh tế số\n\n- Đạt 12%.\n\n"
     "3. Xã hội số\n\n- 60% người dân có tài khoản.\n\n", []),
    # the items stand in a table
    ("II. MỤC TIÊU CỤ THỂ\n\n1. Hạ tầng số\n\n| Chỉ tiêu | Mức |\n| --- | --- |\n| Hộ có cáp "
     "quang | 80% |\n\n"
     "2. Kinh tế số\n\n- Đạt 12%.\n\n3. Xã hội số\n\n- 60% người dân có tài khoản.\n\n", []),
    # another list of the same letters behind the goals
    ("2. Chỉ tiêu cụ thể\n\na) Nhân lực số:\n\n- 100% cán bộ.\n\nb) An toàn:\n\n- 90% hệ thống.\n\n"
     "Tổ chức thực hiện\n\na) Sở Nội vụ\n\n- Theo dõi.\n\nb) Sở Tài chính\n\n- Bố trí.\n\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "groups"), GROUPED)
def test_groups_without_figures(text: str, groups: list[str], tmp_path: Path) -> None:
    messages = told("goal-group-without-figure", text, tmp_path)
    assert [next((g for g in groups if g in m), m) for m in messages] == groups
