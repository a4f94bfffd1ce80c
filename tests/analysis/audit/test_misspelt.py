"""Words that are no syllables, where the text itself has the word as it should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

USUAL = "Giám sát an ninh mạng. Chuyên viên ngành thuế. Lập vùng trồng sầu riêng. Họp ban quản trang. " * 4
ODD = [
    ("Tăng cường an ninh mng cho các sở.", "ninh mạng"),
    ("Tập huấn về an ninh mngạ.", None),
    ("Mã số vùng trồng sầu riênng.", "sầu riêng"),
    ("Mã số vùng trôồng cây ăn quả.", "vùng trồng"),
    ("Ban quản trng rà soát mộ phần.", "quản trang"),
    ("Danh sách ngàhh thuế gửi Sở.", "ngành thuế"),
    ("Kế hoạch của ban qảun trang.", None),
    ("Trung tâm BTTN và Sở Y tế.", None),
    ("Cài đặt chatbot an ninh web.", None),
]


@pytest.mark.parametrize(("text", "meant"), ODD)
def test_a_letter_lost_in_a_word_of_the_text(text: str, meant: str | None, tmp_path: Path) -> None:
    messages = told("slip", f"{USUAL}\n\n{text}\n", tmp_path)
    assert meant is None or any(f"“{meant}”" in message for message in messages), messages


@pytest.mark.parametrize(
    "text", ["An ninh web và an ninh mạng.", "Ngành TCVN, ngành thuế.", "Vùng trs và vùng trồng."]
)
def test_no_letter_is_lost(text: str, tmp_path: Path) -> None:
    assert told("slip", f"{USUAL}\n\n{text}\n", tmp_path) == []
