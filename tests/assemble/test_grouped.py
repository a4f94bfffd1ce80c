"""Tasks under a heading that names a main group: several indicators in one task, in words of their own."""

from __future__ import annotations

import pytest

from extractor import extract
from extractor.catalog import Catalog, Matcher
from extractor.sources.text import read_text

HEAD = """ỦY BAN NHÂN DÂN TỈNH AN HẢI
Số: 15/KH-UBND
An Hải, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Cải thiện chỉ số chuyển đổi số năm 2024

III. NHIỆM VỤ
"""


def codes(heading: str, task: str) -> set[str]:
    found = extract(read_text(f"{HEAD}1. {heading}\n1.1. {task}\n1.2. Họp hằng quý.\n", "an-hai.txt"))
    return {c for t in found.tasks for c in t.indicator_codes}


GROUPED = [
    ("Nhóm Hạ tầng số", "Vận động các hộ mua điện thoại thông minh; lập trung tâm dữ liệu trên nền điện toán "
     "đám mây; mở các nền tảng số dùng chung. Chủ trì: Sở Y tế.", {"3.2", "3.5", "3.6"}),
    ("Nhóm Thể chế số", "Mời chuyên gia bằng chính sách thuê chuyên gia; soạn chính sách tỷ lệ chi ngân sách "
     "tối thiểu hằng năm. Chủ trì: Sở Tài chính.", {"2.9", "2.8"}),
    ("Nhóm Nhân lực số", "Mở lớp kỹ năng số cho người lao động; phổ cập kỹ năng số cho dân trên OneTouch. "
     "Chủ trì: Tỉnh đoàn.", {"4.10", "4.11"}),
    ("Nhóm nhiệm vụ về an toàn thông tin mạng", "Lập phương án ứng cứu xử lý sự cố; xử lý IP botnet, tổ chức "
     "các cuộc diễn tập. Chủ trì: Công an tỉnh.", {"5.5", "5.8", "5.9"}),
    ("Hoạt động kinh tế số và xã hội số", "Nâng số doanh nghiệp dùng hợp đồng điện tử; gắn địa chỉ số cho "
     "hộ gia đình. Chủ trì: Bưu điện tỉnh.", {"7.6", "8.4"}),
    # nothing of the group is meant
    ("Nhóm Hạ tầng số", "Trồng cây quanh trụ sở; sửa mái nhà văn hóa xã. Chủ trì: Sở Y tế.", set()),
    ("Nhóm Thể chế số", "Ban hành quy chế thi đua; sơ kết hằng quý. Chủ trì: Sở Nội vụ.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "task", "wanted"), GROUPED)
def test_clauses_of_a_task(heading: str, task: str, wanted: set[str]) -> None:
    assert codes(heading, task) == wanted


def test_without_a_group_the_words_must_do_for_the_whole_catalog() -> None:
    task = "Vận động hộ mua máy; điền sẵn thông tin cho dân; cá thể hóa giao diện. Chủ trì: Sở Y tế."
    assert codes("Nhóm việc khác", task) == set()
    assert codes("Nhóm Hoạt động chính quyền số", task) == {"6.9", "6.10"}


def test_match_within() -> None:
    matcher = Matcher(Catalog.default())
    few = [i.code for i in matcher.catalog.children("6")]
    assert matcher.match_within("cá thể hóa", few) == "6.10"
    assert matcher.match_within("trồng cây xanh", few) is None
    assert matcher.match_within("hộ gia đình dùng điện thoại thông minh", few) is None
