"""Forms of mistakes in aims, acts and words: sentences of the same form, and sound ones that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told
from .test_rules import found

LEVELS = [
    ("- Bảo đảm số lớp tập huấn cho cán bộ cấp xã ở mức khá.", True),
    ("- Duy trì kinh phí chi cho an toàn thông tin ở mức cao nhất;", True),
    ("- Giữ tỷ lệ sự cố được xử lý ở mức hợp lý.", True),
    ("- Nâng mức độ hài lòng của người dân ở mức cao.", True),
    ("- Bố trí nhân lực cho các tổ công nghệ số cộng đồng ở mức phù hợp.", True),
    ("- Nâng mức độ hài lòng của người dân ở mức cao, trên 95%.", False),
    ("- Dịch vụ công ở mức 4 được cung cấp trên cổng.", False),
]


@pytest.mark.parametrize(("text", "vague"), LEVELS)
def test_levels_that_nobody_can_check(text: str, vague: bool, tmp_path: Path) -> None:
    assert bool(told("vague-target", f"Lời dẫn chung.\n\n{text}\n", tmp_path)) == vague


PUSHES = [
    ("+ Thúc đẩy số lượng giao dịch trên sàn thương mại điện tử.", True),
    ("+ Gia tăng tỷ lệ hộ kinh doanh dùng hóa đơn điện tử;", True),
    ("+ Nâng cao tỷ lệ hồ sơ nộp trực tuyến tại các xã.", True),
    ("+ Tăng số lượng học viên các lớp kỹ năng số.", True),
    ("+ Cải thiện tỷ lệ máy chủ có phần mềm phòng chống mã độc.", True),
    ("+ Thúc đẩy số lượng giao dịch trên sàn đạt 500.000 lượt.", False),
    ("+ Thúc đẩy số hóa tài liệu lưu trữ của các sở.", False),
]


@pytest.mark.parametrize(("text", "bare"), PUSHES)
def test_pushes_without_a_figure(text: str, bare: bool, tmp_path: Path) -> None:
    told_here = [
        f for f in found(f"Lời dẫn chung.\n\n{text}\n", tmp_path)
        if f.rule in ("target-without-figure", "task-without-target")
    ]  # fmt: skip
    assert bool(told_here) == bare


ACTS = [
    ("Căn cứ Quyết định số 321/QĐ-BXD của Bộ Xây dựng;", True),
    ("Thực hiện Công văn số 45/BTTTT-CĐSQG của Bộ Thông tin và Truyền thông.", True),
    ("Theo Kế hoạch số 9/KH-UBND của Ủy ban nhân dân tỉnh.", True),
    ("Thực hiện Nghị quyết số 7/NQ-HĐND của Hội đồng nhân dân tỉnh.", True),
    ("Thực hiện Chỉ thị số 4/CT-TTg của Thủ tướng Chính phủ.", True),
    ("Thực hiện Chỉ thị số 4/CT-TTg năm 2023 của Thủ tướng Chính phủ.", False),
    ("Theo Nghị định số 42/2022/NĐ-CP của Chính phủ.", False),
    ("Thực hiện Đề án 06 của Chính phủ.", False),
]


@pytest.mark.parametrize(("text", "undated"), ACTS)
def test_acts_that_are_never_dated(text: str, undated: bool, tmp_path: Path) -> None:
    assert bool(told("act-undated", text + "\n", tmp_path)) == undated


CENTRAL = [
    ("Công an tỉnh đôn đốc, hướng dẫn các bộ, ngành, địa phương triển khai.", True),
    ("Văn phòng chỉ đạo các bộ, cơ quan ngang bộ kết nối dữ liệu.", True),
    ("Giao bộ, ngành rà soát cơ sở dữ liệu chuyên ngành.", True),
    ("Sở Tài chính yêu cầu các bộ, ngành báo cáo hằng quý.", True),
    ("Thanh tra tỉnh kiểm tra các bộ, ngành theo kế hoạch.", True),
    ("Theo hướng dẫn của các bộ, ngành trung ương.", False),
    ("Kết nối với cơ sở dữ liệu của các bộ, ngành.", False),
]


@pytest.mark.parametrize(("text", "wrong"), CENTRAL)
def test_words_of_central_documents(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("central-words", text + "\n", tmp_path)) == wrong


LOST = [
    ("Các xã tổ chức thực kế hoạch đúng hạn.", "thực hiện kế"),
    ("Phòng báo kết quả hằng quý.", "báo cáo kết"),
]
USUAL = "Thực hiện kế hoạch năm. Báo cáo kết quả sớm. Thực hiện đúng. Báo cáo đủ. " * 6


@pytest.mark.parametrize(("text", "meant"), LOST)
def test_a_syllable_is_missing(text: str, meant: str, tmp_path: Path) -> None:
    assert any(meant in message for message in told("slip", f"{USUAL}\n\n{text}\n", tmp_path))


@pytest.mark.parametrize(
    "text", ["Các xã thực hiện kế hoạch.", "Phòng báo tin cho các xã.", "Học đi đôi với hành."]
)
def test_no_syllable_is_missing(text: str, tmp_path: Path) -> None:
    assert told("slip", f"{USUAL}\n\n{text}\n", tmp_path) == []


FOREIGN = [("Rà soát máy trong mạng bonet.", "botnet"), ("Cập nhật webside của Sở.", "website"),
           ("Lập fanpge của huyện.", "fanpage"), ("Lắp camra ở 5 chốt.", "camera"),
           ("Đưa chatbo lên cổng.", "chatbot"), ("Cập nhật website, lập fanpage.", None)]  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), FOREIGN)
def test_foreign_words(text: str, meant: str | None, tmp_path: Path) -> None:
    messages = told("slip", text + "\n", tmp_path)
    assert [meant in message for message in messages if meant] == ([True] if meant else messages)


CAPTIONS = [
    ("Cán bộ xã hướng dẫn người dân nộp hồ sơ. Ảnh: Minh Mẫu", True),
    ("Ảnh minh họa: Báo Mẫu", True),
    ("(Ảnh: Thu Mẫu)", True),
    ("In bài viết", True),
    ("Lượt xem: 1204", True),
    ("Thu thập ảnh: mỗi di tích 20 ảnh, có chú thích.", False),
    ("Xem thêm phụ lục về kinh phí.", False),
]


@pytest.mark.parametrize(("text", "foreign"), CAPTIONS)
def test_words_of_a_web_page(text: str, foreign: bool, tmp_path: Path) -> None:
    assert bool(told("not-of-the-document", text + "\n", tmp_path)) == foreign


NOTES = [
    ("Kinh phí thuê dịch vụ là [bổ sung số liệu] triệu đồng.", True),
    ("Số hồ sơ đã trao đổi: (chờ Thuế tỉnh bổ sung số liệu).", True),
    ("Giao [tên đơn vị] theo dõi.", True),
    ("Tỷ lệ đạt xx% vào cuối năm.", True),
    ("Tỷ lệ cán bộ được tập huấn: (?)", True),
    ("Căn cứ [1] và ghi chú [2] của phụ lục.", False),
    ("Nhiệm kỳ XX của Hội đồng nhân dân.", False),
]


@pytest.mark.parametrize(("text", "blank"), NOTES)
def test_notes_of_the_writer_left_in_the_text(text: str, blank: bool, tmp_path: Path) -> None:
    assert bool(told("blank-figure", text + "\n", tmp_path)) == blank


SYMBOLS = [
    ("Nghị định số 118/2023/NĐ-TTg", True),
    ("Nghị định số 45/2020/NĐ-BTTTT", True),
    ("Thông tư số 12/2022/TT-CP", True),
    ("Thông tư số 1/2023/TT-UBND", True),
    ("Nghị quyết số 17/NQ-TTg", True),
    ("Nghị định số 45/2020/NĐ-CP", False),
    ("Thông tư số 12/2022/TT-BTTTT", False),
]


@pytest.mark.parametrize(("act", "wrong"), SYMBOLS)
def test_symbols_of_another_kind_of_act(act: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("malformed-act-number", f"Căn cứ {act} ngày 08/4/2023.\n", tmp_path)) == wrong


GROWTHS = [
    ("Có 15.620 doanh nghiệp nộp thuế điện tử, tăng 15% so với năm 2022 (14.200 doanh nghiệp).", "10"),
    ("Tiếp nhận 900 hồ sơ trực tuyến, giảm 20% so với năm trước (1.000 hồ sơ).", "10"),
    ("Cấp 300 tài khoản mới, tăng 60% so với cùng kỳ (200 tài khoản).", "50"),
    ("Có 15.620 doanh nghiệp nộp thuế điện tử, tăng 10% so với năm 2022 (14.200 doanh nghiệp).", None),
]


@pytest.mark.parametrize(("text", "grown"), GROWTHS)
def test_growth_in_percent(text: str, grown: str | None, tmp_path: Path) -> None:
    messages = told("sentence-arithmetic", text + "\n", tmp_path)
    assert [f"{grown}%" in m for m in messages] == ([True] if grown else [])


MONEY = [
    ("Tổng kinh phí năm 2024: 1.250 tỷ đồng, trong đó:", ("700 triệu", "550 triệu"), True),
    ("Tổng kinh phí thực hiện là 1.250 triệu đồng, gồm:", ("700 triệu", "500 triệu"), True),
    ("Nhu cầu kinh phí 12 tỷ đồng, cụ thể:", ("7 tỷ", "6 tỷ"), True),
    ("Tổng kinh phí năm 2024: 1.250 triệu đồng, trong đó:", ("700 triệu", "550 triệu"), False),
    ("Tổng kinh phí khoảng 12 tỷ đồng, gồm:", ("7 tỷ", "6 tỷ"), False),
]


@pytest.mark.parametrize(("head", "parts", "wrong"), MONEY)
def test_money_and_the_items_below(head: str, parts: tuple[str, ...], wrong: bool, tmp_path: Path) -> None:
    items = "".join(f"- Phần thứ {i}: {part} đồng.\n\n" for i, part in enumerate(parts))
    assert bool(told("money-total", f"{head}\n\n{items}", tmp_path)) == wrong


def test_money_of_the_table_in_another_unit(tmp_path: Path) -> None:
    table = (
        "(Đơn vị: triệu đồng)\n\n| Nguồn | Dự toán |\n| --- | --- |\n"
        "| Tỉnh | 110.000 |\n| Khác | 100.000 |\n| Tổng cộng | 210.000 |\n"
    )
    assert told("money-total", f"{table}\nNhư vậy, tổng dự toán bố trí là 210 triệu đồng.\n", tmp_path)
    assert not told("money-total", f"{table}\nNhư vậy, tổng dự toán bố trí là 210 tỷ đồng.\n", tmp_path)


TOTALS = [("662.040", "840.000", True), ("660.240", "840.000", False), ("80,9", "840.000", False)]


@pytest.mark.parametrize(("declared", "whole", "wrong"), TOTALS)
def test_totals_of_rows_without_labels(declared: str, whole: str, wrong: bool, tmp_path: Path) -> None:
    parts = ("85,0", "76,6") if "," in declared else ("168.725", "491.515")
    table = (
        "| Cấp | Tiếp nhận | Trực tuyến |\n| --- | --- | --- |\n"
        f"| Cấp tỉnh | 198.500 | {parts[0]} |\n| Cấp xã | 641.500 | {parts[1]} |\n"
        f"| Tổng cộng | {whole} | {declared} |\n"
    )
    assert bool(told("table-total", f"Kết quả.\n\n{table}", tmp_path)) == wrong


@pytest.mark.parametrize(
    ("text", "told_twice"),
    [
        ("Đưa DTI của tỉnh từ vị trí 38/63 năm 2022 lên nhóm 25 tỉnh dẫn đầu.", True),
        ("Nâng hạng DTI từ hạng 40/63 năm 2022 lên nhóm khá.", True),
        ("Đưa DTI của tỉnh từ vị trí 36/63 năm 2022 lên nhóm 25 tỉnh dẫn đầu.", False),
        ("Phấn đấu đưa DTI của tỉnh lên vị trí 25/63.", False),
    ],
)
def test_ranks_from_which_a_goal_starts(text: str, told_twice: bool, tmp_path: Path) -> None:
    body = f"DTI năm 2022 của tỉnh xếp thứ 36/63 tỉnh, thành phố.\n\nMục tiêu chung: {text}\n"
    assert bool(told("rank-stated-twice", body, tmp_path)) == told_twice


def test_opposed_bounds(tmp_path: Path) -> None:
    body = (
        "I. MỤC TIÊU\n\n- Tối thiểu 45% dân số trưởng thành có chữ ký số cá nhân.\n\n"
        "II. NHIỆM VỤ\n\n1. Xã hội số\n\n- Bảo đảm {} 45% dân số trưởng thành có chữ ký số cá nhân.\n"
    )
    assert told("comparator-stated-twice", body.format("dưới"), tmp_path)
    assert not told("comparator-stated-twice", body.format("tối thiểu"), tmp_path)


LOOSE = [
    ("- Nhiều người dân được tiếp cận các nền tảng số.", True),
    ("- Hầu hết cơ quan nhà nước dùng chữ ký số.", True),
    ("- Kinh tế số tăng trưởng khá, đóng góp ngày càng lớn cho GRDP.", True),
    ("- Đa số hộ kinh doanh có hóa đơn điện tử.", True),
    ("- Kỹ năng số của cán bộ có chuyển biến rõ rệt.", True),
    ("- Hầu hết cơ quan nhà nước (trên 95%) dùng chữ ký số.", False),
]


@pytest.mark.parametrize(("text", "vague"), LOOSE)
def test_aims_in_loose_words(text: str, vague: bool, tmp_path: Path) -> None:
    body = f"I. MỤC TIÊU\n\n{text}\n"
    rules = {f.rule for f in found(body, tmp_path)}
    assert bool(rules & {"vague-target", "target-without-figure"}) == vague


SHORT = [
    ("Bên cạnh đó còn 05 tồn tại chủ yếu:", "4"),
    ("Đề ra 03 nhóm giải pháp chính:", "4"),
    ("Có 04 khó khăn:", None),
]


@pytest.mark.parametrize(("head", "listed"), SHORT)
def test_lists_headed_by_a_count(head: str, listed: str | None, tmp_path: Path) -> None:
    items = "".join(f"({i}) Việc thứ {word} chưa xong.\n\n" for i, word in enumerate(("a", "b", "c", "d"), 1))
    messages = told("list-count", f"{head}\n\n{items}Lời kết.\n", tmp_path)
    assert [listed in m for m in messages if listed] == ([True] if listed else messages)


def test_a_tier_that_had_ended_by_the_month_told(tmp_path: Path) -> None:
    body = (
        "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n\nSố: 15/BC-UBND\n\nLai Châu, ngày 10 tháng 12 năm 2025\n\nBÁO CÁO\n"
        "Kết quả chuyển đổi số năm 2025\n\nTrong tháng {}, UBND tỉnh đã làm việc "
        "với UBND 8 huyện về đường truyền.\n"
    )
    assert told("unit-no-longer-exists", "ỦY BAN" + body.format("9/2025")[6:], tmp_path)
    assert not told("unit-no-longer-exists", "ỦY BAN" + body.format("5/2025")[6:], tmp_path)


SOME = [
    ("- Công bố thêm một số tập dữ liệu mở phù hợp với nhu cầu.", True),
    ("1. Phấn đấu đưa một số dịch vụ lên mức toàn trình khi có điều kiện.", True),
    ("- Xây dựng một số mô hình xã thông minh theo khả năng của từng huyện.", True),
    ("a) Hình thành vài tổ hợp tác số phù hợp tình hình địa phương;", True),
    ("- Mở nhiều lớp kỹ năng số theo nhu cầu của người dân.", True),
    ("- Xây dựng 06 mô hình xã thông minh.", False),
    ("- Rà soát một số thủ tục còn vướng mắc trong lĩnh vực đất đai.", False),
    ("- Tham khảo mô hình của một số tỉnh; áp dụng 02 mô hình.", False),
]


@pytest.mark.parametrize(("text", "loose"), SOME)
def test_some_of_a_thing_as_conditions_allow(text: str, loose: bool, tmp_path: Path) -> None:
    body = f"I. MỤC TIÊU\n\n{text}\n\nII. NHIỆM VỤ\n\n- Tuyên truyền.\n"
    rules = {f.rule for f in found(body, tmp_path)} & {"target-without-figure", "vague-target"}
    assert bool(rules) == loose
