"""A bound in prose against that of the same figure in the annex."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

HEAD = "PHỤ LỤC\n\n| TT | Chỉ số | Mục tiêu | Cơ quan chủ trì |\n| --- | --- | --- | --- |\n"
NAME = "Tỷ trọng kinh tế số trong GRDP"
BOUNDS = [
    ("Về kinh tế: tỷ trọng kinh tế số trong GRDP đạt tối đa 18%.", f"{NAME} | Từ 18%", True),
    ("Về kinh tế: tỷ trọng kinh tế số trong GRDP không quá 20%.", f"{NAME} | Tối thiểu 20%", True),
    ("Bảo đảm tỷ trọng kinh tế số trong GRDP dưới 12%.", f"{NAME} | Trên 12%", True),
    ("Đưa tỷ trọng kinh tế số trong GRDP cao nhất 25%.", f"{NAME} | Ít nhất 25%", True),
    ("Giữ tỷ trọng kinh tế số trong GRDP không vượt quá 15%.", f"{NAME} | Trên 15%", True),
    ("Về kinh tế: tỷ trọng kinh tế số trong GRDP đạt tối thiểu 18%.", f"{NAME} | Từ 18%", False),
    ("Về kinh tế: tỷ lệ hộ nghèo trong vùng đạt tối đa 18%.", f"{NAME} | Từ 18%", False),
    ("Về kinh tế: tỷ trọng kinh tế số trong GRDP đạt tối đa 30%.", f"{NAME} | Từ 18%", False),
]


@pytest.mark.parametrize(("text", "row", "opposed"), BOUNDS)
def test_bounds_of_body_and_annex(text: str, row: str, opposed: bool, tmp_path: Path) -> None:
    body = f"Lời dẫn của kế hoạch này.\n\n{text}\n\n{HEAD}| 7.1 | {row} | Sở Tài chính |\n"
    assert bool(told("comparator-stated-twice", body, tmp_path)) == opposed
