"""Numbers of acts of the Party and of the State with the stroke where the hyphen should stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

NUMBERS = [
    ("Căn cứ Nghị quyết số 05/NQ-TU ngày 10/9/2021 của Ban Thường vụ Tỉnh ủy.", True),
    ("Thực hiện Chỉ thị số 18/CT-TU ngày 02/3/2022 của Tỉnh ủy về an ninh mạng.", True),
    ("Thực hiện Nghị quyết số 52/NQ-TW ngày 27/9/2019 của Bộ Chính trị.", True),
    ("Chương trình hành động số 21-CTr-TU ngày 05/5/2021 của Thành ủy.", True),
    ("Kết luận số 64/KL-TU ngày 14/7/2023 của Ban Thường vụ Thành ủy.", True),
    ("Kế hoạch số 33-KH/UBND ngày 14/7/2023 của UBND huyện.", True),
    ("Nghị quyết số 12-NQ-HĐND ngày 10/12/2022 của Hội đồng nhân dân tỉnh.", True),
    ("Căn cứ Nghị quyết số 05-NQ/TU ngày 10/9/2021 của Ban Thường vụ Tỉnh ủy.", False),
    ("Thực hiện Nghị quyết số 52-NQ/TW ngày 27/9/2019 của Bộ Chính trị.", False),
    ("Nghị quyết số 12/NQ-HĐND ngày 10/12/2022 của Hội đồng nhân dân tỉnh.", False),
    ("Kế hoạch số 33/KH-UBND ngày 14/7/2023 của UBND huyện.", False),
    ("Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ.", False),
    ("Chương trình số 21-CTr/TU ngày 05/5/2021 của Thành ủy.", False),
]


@pytest.mark.parametrize(("text", "turned"), NUMBERS)
def test_stroke_and_hyphen(text: str, turned: bool, tmp_path: Path) -> None:
    assert len(told("malformed-act-number", text + "\n", tmp_path)) == turned
