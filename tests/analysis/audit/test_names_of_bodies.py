"""Bodies that never were, of another province, that had ended; deputies who sign as if they were the head."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

NEVER = [
    ("Giao Sở Tài nguyên và Công nghệ chủ trì.", True),
    ("Sở Nông nghiệp và Đào tạo phối hợp thực hiện.", True),
    ("Sở Kế hoạch - Truyền thông tổng hợp.", True),
    ("Sở Tài chính và Đầu tư thẩm định dự toán.", True),
    ("Đề nghị Sở Truyền thông tỉnh cung cấp số liệu.", True),
    ("Theo hướng dẫn của Bộ Thông tin và Công nghệ.", True),
    ("Các Sở Giáo dục và Khoa học phối hợp.", False),
    ("Sở Khoa học - Công nghệ chủ trì.", False),
    ("Sở Giáo dục và Y tế phối hợp.", False),
    ("Sở Giáo dục, Khoa học và Công nghệ chủ trì.", False),
    ("Sở Nông nghiệp và Phát triển nông thôn và Sở Y tế.", False),
    ("Sở Nội vụ và Văn phòng UBND tỉnh; Sở Quy hoạch - Kiến trúc.", False),
    ("Sở Tài chính, Kế hoạch và Đầu tư.", False),
    ("Bộ Khoa học, Công nghệ và Môi trường trước đây.", False),
]


@pytest.mark.parametrize(("text", "wrong"), NEVER)
def test_departments_that_never_were(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("unit-name-differs", text + "\n", tmp_path)) == wrong


OWN = "Tỉnh Lai Châu, tỉnh Lai Châu, tỉnh Lai Châu.\n\n"
LEFT = [
    ("- Ngân hàng Nhà nước chi nhánh tỉnh Sơn La chủ trì.", True),
    ("XIII. NGÂN HÀNG NHÀ NƯỚC - CHI NHÁNH TỈNH ĐIỆN BIÊN", True),
    ("Công an tỉnh Yên Bái chủ trì, hoàn thành trong quý II.", True),
    ("Sở Tư pháp tỉnh Hà Giang tổng hợp, báo cáo.", True),
    ("Cung cấp dịch vụ trên Cổng Dịch vụ công tỉnh Cao Bằng.", True),
    ("Cập nhật vào Kho dữ liệu tỉnh Nghệ An.", True),
    ("Hướng dẫn người dân tỉnh Bắc Kạn cài đặt ứng dụng.", True),
    ("Trung tâm Kiểm soát bệnh tật tỉnh Sơn La chủ trì.", True),
    ("- Trung tâm Xúc tiến thương mại tỉnh Lào Cai đưa nông sản lên sàn.", True),
    ("Giao Trung tâm Phục vụ hành chính công tỉnh Điện Biên niêm yết thủ tục.", True),
    ("Trung tâm Khuyến nông tỉnh Hòa Bình tập huấn nông dân.", True),
    ("Trung tâm Dịch vụ việc làm tỉnh Bắc Giang cập nhật dữ liệu.", True),
    ("Tham quan Trung tâm Phục vụ hành chính công tỉnh Điện Biên.", False),
    ("Học tập kinh nghiệm của Sở Tư pháp tỉnh Hà Giang.", False),
    ("Phối hợp với Công an tỉnh Điện Biên kiểm tra địa bàn giáp ranh.", False),
    ("Tham quan mô hình Cổng Dịch vụ công tỉnh Cao Bằng.", False),
    ("Ngân hàng Nhà nước chi nhánh tỉnh Lai Châu báo cáo.", False),
]


@pytest.mark.parametrize(("text", "left"), LEFT)
def test_another_province_in_names_of_units(text: str, left: bool, tmp_path: Path) -> None:
    assert bool(told("another-province", OWN + text + "\n", tmp_path)) == left


def test_another_province_in_the_plan_of_a_department(tmp_path: Path) -> None:
    head = (
        "UBND TỈNH LAI CHÂU\nSỞ NỘI VỤ\n\nSố: 15/KH-SNV\n\nLai Châu, ngày 10 tháng 01 năm 2024\n\nKẾ HOẠCH\n"
        "Chuyển đổi số ngành nội vụ tỉnh Lai Châu năm 2024\n\n"
    )
    body = head.replace("UBND TỈNH LAI CHÂU", "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU")
    left = "Số hóa hồ sơ cán bộ trên địa bàn tỉnh Sơn La.\n"
    assert told("another-province", body + OWN + left, tmp_path)
    assert not told("another-province", body + OWN + left.replace("Sơn La", "Lai Châu"), tmp_path)


LATER = (
    "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\n\nSố: 15/KH-UBND\n\nGia Lai, ngày 10 tháng 01 năm 2026\n\nKẾ HOẠCH\n"
    "Chuyển đổi số tỉnh Gia Lai năm 2026\n\n"
)
ENDED = [
    ("Niêm yết danh mục dịch vụ công do tỉnh Bình Định ban hành.", True),
    ("Tập huấn theo tài liệu của Sở Thông tin và Truyền thông phát hành đầu năm 2026.", True),
    ("Nơi nhận:\n- UBND thị xã An Nhơn;\n- Lưu: VT.", True),
    ("Nơi nhận:\n- Sở Kế hoạch và Đầu tư;\n- Lưu: VT.", True),
    ("Gửi UBND thành phố Pleiku tổng hợp trước ngày 20/11/2026.", True),
    ("3. Sở Tài nguyên và Môi trường chủ trì số hóa hồ sơ đất đai.", True),
    ("Báo cáo UBND tỉnh Bình Định kết quả hằng quý.", True),
    (
        "Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông tại Tờ trình ngày 05/01/2026;",
        True,
    ),
    ("Theo đề nghị của Sở Tài nguyên và Môi trường.", True),
    ("Theo đề nghị của Giám đốc Sở Nội vụ và Giám đốc Sở Kế hoạch và Đầu tư;", True),
    ("Xét Tờ trình số 4/TTr-SXD, theo đề nghị của đồng chí Giám đốc Sở Giao thông vận tải,", True),
    ("Theo đề nghị của Giám đốc Sở Lao động - Thương binh và Xã hội;", True),
    ("Theo đề nghị của Giám đốc Sở Nông nghiệp và Phát triển nông thôn tại Tờ trình ngày 08/01/2026.", True),
    (
        "Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông tại Tờ trình ngày 10/02/2025;",
        False,
    ),
    ("Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ;", False),
    ("Dữ liệu do tỉnh Bình Định (cũ) ban hành được rà soát.", False),
    ("Tiếp nhận hồ sơ của Sở Kế hoạch và Đầu tư trước đây.", False),
    ("Trước ngày 01/7/2025, UBND thị xã An Nhơn đã số hóa hồ sơ.", False),
    ("Nơi nhận:\n- UBND xã An Nhơn;\n- Sở Khoa học và Công nghệ;\n- Lưu: VT.", False),
    ("Theo Quyết định số 15/QĐ-UBND ngày 02/01/2025 của UBND tỉnh Bình Định.", False),
    ("Báo cáo UBND thành phố Hồ Chí Minh.", False),
]


@pytest.mark.parametrize(("text", "ended"), ENDED)
def test_bodies_that_had_ended(text: str, ended: bool, tmp_path: Path) -> None:
    body = LATER + text.replace("\n-", "\n\n-") + "\n"
    assert bool(told("unit-no-longer-exists", body, tmp_path)) == ended


DEPUTIES = [
    ("TM. ỦY BAN NHÂN DÂN\nPHÓ CHỦ TỊCH\n\nTrần Văn Mẫu", True),
    ("TM. UBND HUYỆN\n\nPHÓ CHỦ TỊCH\n\n(Đã ký)\n\nTrần Văn Mẫu", True),
    ("TM. ỦY BAN NHÂN DÂN TỈNH\nPHÓ CHỦ TỊCH\nTrần Văn Mẫu", True),
    ("| - Lưu: VT | TM. ỦY BAN NHÂN DÂN **PHÓ CHỦ TỊCH** |\n|---|---|\n| x | Trần Văn Mẫu |", True),
    ("PHÓ GIÁM ĐỐC\n\nTrần Văn Mẫu", True),
    ("PHÓ CHÁNH VĂN PHÒNG\n(đã ký)\nTrần Văn Mẫu", True),
    ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Văn Mẫu", False),
    ("KT. GIÁM ĐỐC\n\nPHÓ GIÁM ĐỐC\n\nTrần Văn Mẫu", False),
    ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Văn Mẫu", False),
    ("TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nTrần Văn Mẫu", False),
    ("Giao đồng chí PHÓ GIÁM ĐỐC phụ trách.", False),
]


@pytest.mark.parametrize(("text", "wrong"), DEPUTIES)
def test_deputies_who_sign_without_saying_for_whom(text: str, wrong: bool, tmp_path: Path) -> None:
    body = f"Nội dung của kế hoạch.\n\n{text}\n<!-- no tail -->"
    assert bool(told("deputy-without-head", body, tmp_path)) == wrong
