"""Sound passages that findings were once told of, beside the mistakes that they look like."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_rules import found

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

Số: 15/KH-UBND

Lai Châu, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Chuyển đổi số tỉnh Lai Châu năm 2024

"""
TABLE = "TT | Chỉ tiêu | Kết quả năm 2023 | Mục tiêu năm 2024 | Cơ quan chủ trì | Thời hạn\n"


def rules(body: str, tmp_path: Path) -> set[str]:
    return {f.rule for f in found(HEAD + body, tmp_path)}


ROWS = [
    ("Tỷ lệ hồ sơ trực tuyến | 64% | Tăng ≥ 5 điểm % | Sở Nội vụ | 30/9/2024",
     "target-below-baseline", False),
    ("Người có tài khoản | 74% | Tăng thêm 6% | Sở Nội vụ | 30/9/2024", "target-below-baseline", False),
    ("Tỷ lệ hồ sơ trực tuyến | 64% | 5% | Sở Nội vụ | 30/9/2024", "target-below-baseline", True),
    ("Sự cố nghiêm trọng | 01 vụ | Không để xảy ra | Công an tỉnh | 30/9/2024",
     "target-without-figure", False),
    ("Hồ sơ trễ hạn | 12 | Không còn hồ sơ trễ | Sở Nội vụ | 30/9/2024", "target-without-figure", False),
    ("Tập huấn cán bộ | 40 | toàn bộ cán bộ cấp xã học xong | Sở Nội vụ | 30/9/2024",
     "target-without-figure", False),
    ("Tập huấn cán bộ | 40 | được quan tâm hơn | Sở Nội vụ | 30/9/2024", "target-without-figure", True),
    ("Khám từ xa, học bạ số | 40% | 60% | Sở Y tế (khám); Sở Giáo dục và Đào tạo (học bạ) | 30/9/2024",
     "several-leads", False),
    ("Khám từ xa, học bạ số | 40% | 60% | Sở Y tế; Sở Giáo dục và Đào tạo | 30/9/2024",
     "several-leads", True),
]  # fmt: skip


@pytest.mark.parametrize(("row", "rule", "told"), ROWS)
def test_rows(row: str, rule: str, told: bool, tmp_path: Path) -> None:
    other = "2 | Máy trạm có phần mềm | 50% | 70% | Công an tỉnh | 31/10/2024\n"
    assert (rule in rules(f"PHỤ LỤC\n{TABLE}1 | {row}\n{other}", tmp_path)) == told


CHARGED = [
    ("Các cơ quan được giao chỉ số cập nhật số liệu trước ngày 30/7/2024.", False),
    ("Các đơn vị chủ trì chỉ tiêu tại Phụ lục báo cáo trước ngày 30/7/2024.", False),
    ("Các cơ quan có liên quan thực hiện rà soát số liệu trước ngày 30/7/2024.", True),
]


@pytest.mark.parametrize(("text", "vague"), CHARGED)
def test_bodies_named_by_what_they_were_given(text: str, vague: bool, tmp_path: Path) -> None:
    told = rules(f"III. TỔ CHỨC THỰC HIỆN\n1. {text}\n2. Sở Nội vụ chủ trì theo dõi.\n", tmp_path)
    assert ("vague-lead" in told) == vague


CODED = "3.1 Tỷ lệ A: 60%\n3.3 Tỷ lệ B: 70%\n3.6 Số nền tảng: 5 nền tảng\n3.7 Mức độ C: 40%\n"
SECTIONS = "1. Mở đầu\n1.1 Lý do\n1.3 Phạm vi\n2. Nội dung\n2.1 Việc chính\n2.2 Việc khác\n"


def test_lines_under_codes_of_the_catalog_are_a_selection(tmp_path: Path) -> None:
    assert "numbering-gap" not in rules(
        f"I. CHỈ TIÊU\n{CODED}4.1 Tổ cấp xã: 100%\n4.7 Bồi dưỡng: 70%\n5.1 Cấp độ: 90%\n5.9 Diễn tập: 2\n",
        tmp_path,
    )
    assert "numbering-gap" in rules(SECTIONS, tmp_path)


SENTENCES = [
    ("Kế hoạch giữ vững điểm của những chỉ số đã đạt tối đa, tăng điểm những chỉ số còn thấp.",
     "missing-figure", False),
    ("Phấn đấu các chỉ số đều đạt tối thiểu, không để giảm điểm.", "missing-figure", True),
    ("Các sở, ban, ngành, UBND các huyện ban hành kế hoạch của mình trước ngày 30/3/2024.",
     "several-leads", False),
    ("Sở Y tế, Sở Nội vụ ban hành quy chế chung trước ngày 30/3/2024.", "several-leads", True),
    ("Sở Tài chính thẩm định theo Luật Ngân sách nhà nước trước ngày 31/3/2024.",
     "act-later-than-document", False),
    ("Sở Tài chính thẩm định theo Nghị định số 20/2024/NĐ-CP ngày 31/3/2024.",
     "act-later-than-document", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule", "told"), SENTENCES)
def test_sentences(text: str, rule: str, told: bool, tmp_path: Path) -> None:
    assert (rule in rules(f"I. NHIỆM VỤ\n1. {text}\n2. Sở Nội vụ theo dõi.\n", tmp_path)) == told


POINTS = "TT | Chỉ số | Điểm tối đa | Kết quả năm 2023 | Mục tiêu năm 2024 | Cơ quan chủ trì | Thời hạn\n"


@pytest.mark.parametrize(("last", "told"), [("4,5", False), ("45 hệ thống", True)])
def test_results_in_points_are_no_counts(last: str, told: bool, tmp_path: Path) -> None:
    """Bare results that never pass the row's full points are points, whatever the row counts."""
    body = "".join(
        f"5.{n} | Số lượng hệ thống loại {n} | 10 | {value} | 100% | Sở Nội vụ | 30/9/2024\n"
        for n, value in enumerate(("6", "3,5", "10", "7", last), 1)
    )
    assert ("baseline-other-measure" in rules(f"PHỤ LỤC\n{POINTS}{body}", tmp_path)) == told


RANKED = [
    ("Năm 2022, tỉnh xếp thứ 38/63; vị trí thứ 36/63 của năm 2022.", "Thứ hạng năm 2022 nêu hai cách"),
    ("Năm 2022, chỉ số DTI xếp thứ 38/63. DTI năm 2022 xếp thứ 36/63.", "Thứ hạng DTI năm 2022 nêu hai cách"),
]


@pytest.mark.parametrize(("text", "message"), RANKED)
def test_a_rank_with_and_without_its_index(text: str, message: str, tmp_path: Path) -> None:
    """Without an index two spaces stood where its name would."""
    told = [
        f.message for f in found(f"{HEAD}I. TÌNH HÌNH\n{text}\n", tmp_path) if f.rule == "rank-stated-twice"
    ]
    assert told and all(m.startswith(message) for m in told)


BRACKETS = [
    ("(Hai việc dưới đây cùng một nơi lo.\n- Nơi lo: Sở Y tế\n- Hạn: 30/9/2024)\n", False),
    ("Sở Y tế (cơ quan đầu mối theo dõi.\nSở Nội vụ phối hợp.\n", True),
    ("Sở Y tế theo dõi hằng quý).\nSở Nội vụ phối hợp.\n", True),
]


@pytest.mark.parametrize(("text", "told"), BRACKETS)
def test_brackets_over_lines(text: str, told: bool, tmp_path: Path) -> None:
    assert ("unbalanced-bracket" in rules(f"II. NHIỆM VỤ\n{text}", tmp_path)) == told
