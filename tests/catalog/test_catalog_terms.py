"""Statements as tokens: abbreviations, citations and places, words."""

import logging

import pytest

from extractor import gazetteers
from extractor.catalog.terms import expand, plain, tidy, tokens, words


@pytest.mark.parametrize("row", gazetteers.rows("abbreviations"), ids=lambda r: r["abbreviation"])
def test_every_abbreviation_in_its_example(row: dict[str, str]):
    assert row["kind"] in {"org", "term"}
    text, used = expand(row["example"])
    assert (row["abbreviation"], row["expansion"]) in used
    assert row["expansion"] in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tỷ lệ dvctt toàn trình", "tỷ lệ dịch vụ công trực tuyến toàn trình"),
        ("DVCTT/TTHC", "dịch vụ công trực tuyến/thủ tục hành chính"),
        ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("dn và cd", "dn và cd"),
    ],
)
def test_expansion(text: str, expected: str):
    assert expand(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("80% hồ sơ (theo Kế hoạch 118/KH-UBND ngày 15/5/2023)", "80% hồ sơ"),
        ("hồ sơ theo Quyết định số 35/QĐ-UBND ngày 26/5/2023 đạt 80%", "hồ sơ đạt 80%"),
        ("văn bản điện tử (trừ văn bản mật)", "văn bản điện tử"),
        ("hộ dân trên địa bàn tỉnh Bắc Giang có Internet", "hộ dân trên địa bàn tỉnh có Internet"),
        ("thành phố Hồ Chí Minh", "thành phố"),
        ("tỉnh Sở TT&TT", "tỉnh Sở TT&TT"),
        ("10%/ tổng chi", "10% trên tổng chi"),
        ("theo Hồ sơ đề xuất cấp độ", "theo Hồ sơ đề xuất cấp độ"),
    ],
)
def test_tidy(text: str, expected: str):
    assert " ".join(tidy(text).split()) == expected


def test_one_form_for_old_and_new_spelling():
    assert plain("Tỉ lệ") == plain("tỷ lệ") == "ti le"
    assert [t.marked for t in tokens("Uỷ ban 05 xã")] == ["ủy", "ban", "5", "xã"]


def test_words_by_underthesea_leave_the_root_logger_alone():
    before = list(logging.getLogger().handlers)
    found = [" ".join(t.marked for t in word) for word in words("tỷ lệ 5 hồ sơ xử lý trực tuyến")]
    assert "hồ sơ" in found and not any("5" in word for word in found)
    assert words("") == ()
    assert logging.getLogger().handlers == before
