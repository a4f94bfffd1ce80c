"""Goals whose own words measure nothing take what is measured from the title of their task."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import extract

HEAD = """ỦY BAN NHÂN DÂN TỈNH LONG AN
Số: 12/KH-UBND
Long An, ngày 20 tháng 02 năm 2023
KẾ HOẠCH
Nâng cao chỉ số chuyển đổi số năm 2023
II. NHIỆM VỤ
1. Kinh tế số
a) Nhiệm vụ: {title}
- Mục tiêu:
+ {goal}
- Đơn vị chủ trì: Sở Kế hoạch và Đầu tư.
- Thời gian hoàn thành: Năm 2023.
"""
SHARE = "Nâng tỷ trọng kinh tế số trong GRDP; tăng số doanh nghiệp công nghệ số của tỉnh"
FIBRE = "Nâng cao tỷ lệ hộ gia đình có đường Internet cáp quang"


@pytest.mark.parametrize(
    ("title", "goal", "value", "code"),
    [
        (FIBRE, "Đạt tối thiểu 70% trong năm 2023, mỗi năm tiếp tục tăng thêm.", 70, "3.3"),
        (FIBRE, "Đạt trên 70%; các năm tiếp theo tăng dần.", 70, "3.3"),
        (FIBRE, "Đạt 70% và duy trì trong những năm sau.", 70, "3.3"),
        (FIBRE, "Năm 2023 đạt 70%, năm sau cao hơn năm trước.", 70, "3.3"),
        (FIBRE, "Đạt 70% vào cuối năm, giữ vững ở các kỳ tiếp theo.", 70, "3.3"),
        (SHARE, "Đạt tối thiểu 12% vào năm 2023.", 12, "7.1"),
        (SHARE, "Đạt 12%, hằng năm tiếp tục tăng cao hơn.", 12, "7.1"),
        ("Tăng số doanh nghiệp công nghệ số của tỉnh; nâng tỷ trọng kinh tế số trong GRDP",
         "Đạt tối thiểu 12% vào năm 2023.", 12, "7.1"),
        ("Nâng tỷ lệ doanh nghiệp nộp thuế điện tử; tăng số lượng tên miền .vn",
         "Đạt 95% trong năm 2023.", 95, "7.7"),
    ],
)  # fmt: skip
def test_of_the_title(title: str, goal: str, value: float, code: str, tmp_path: Path) -> None:
    path = tmp_path / "kh.txt"
    path.write_text(HEAD.format(title=title, goal=goal), "utf-8")
    valued = [target for target in extract(path).targets if target.value is not None]
    assert [(target.value, target.indicator_codes) for target in valued] == [(value, (code,))]
