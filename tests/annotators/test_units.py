"""Units: found in prose, split in lists, named in full."""

from __future__ import annotations

import pytest

from extractor.annotators.unit_names import unit_names
from extractor.annotators.units import find_units, split_units

FOUND: list[tuple[str, list[str]]] = [
    ("Giao Sở Y tế chủ trì", ["Sở Y tế"]),
    ("Giao Sở Văn hóa, Thể thao và Du lịch chủ trì", ["Sở Văn hóa, Thể thao và Du lịch"]),
    ("Sở Lao động - Thương binh và Xã hội mở lớp", ["Sở Lao động - Thương binh và Xã hội"]),
    ("Sở TT&TT, Sở KH&ĐT phối hợp", ["Sở TT&TT", "Sở KH&ĐT"]),
    ("Sở Tài chính và Sở Nội vụ tham mưu", ["Sở Tài chính", "Sở Nội vụ"]),
    ("Giám đốc Sở Công Thương chịu trách nhiệm", ["Giám đốc Sở Công Thương"]),
    ("Sở Bưu chính, Viễn thông chủ trì", ["Sở Bưu chính, Viễn thông"]),
    ("Văn phòng UBND tỉnh tổng hợp", ["Văn phòng UBND tỉnh"]),
    ("Văn phòng UBND tỉnh\nCùng Sở Nội vụ rà soát", ["Văn phòng UBND tỉnh", "Sở Nội vụ"]),
    ("Đảng ủy các cơ quan tỉnh và Sở Nội vụ rà soát", ["Đảng ủy các cơ quan tỉnh", "Sở Nội vụ"]),
    ("Các thành viên Ban Chỉ đạo đôn đốc", ["Các thành viên Ban Chỉ đạo"]),
    ("Công an tỉnh bảo đảm an ninh mạng", ["Công an tỉnh"]),
    ("UBND các huyện, thành phố rà soát", ["UBND các huyện, thành phố"]),
    ("Các sở, ban, ngành tỉnh xây dựng kế hoạch", ["Các sở, ban, ngành tỉnh"]),
    ("các doanh nghiệp viễn thông phát triển hạ tầng", ["các doanh nghiệp viễn thông"]),
    ("Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh vận động", ["Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh"]),
    ("Phòng Văn hóa và Thông tin huyện hướng dẫn", ["Phòng Văn hóa và Thông tin huyện"]),
    ("Ngân hàng Nhà nước chi nhánh tỉnh chỉ đạo", ["Ngân hàng Nhà nước chi nhánh tỉnh"]),
    # who heads a kind of unit is written for it
    ("Thủ trưởng các đơn vị sự nghiệp rà soát", ["Thủ trưởng các đơn vị sự nghiệp"]),
    ("Giám đốc các trung tâm văn hóa mở lớp", ["Giám đốc các trung tâm văn hóa"]),
    ("Trưởng các phòng chuyên môn rà soát", ["Trưởng các phòng chuyên môn"]),
    ("Hiệu trưởng các trường tiểu học rà soát", ["Hiệu trưởng các trường tiểu học"]),
    ("Bộ trưởng các bộ liên quan rà soát", ["các bộ liên quan"]),
    # a unit of an office, and what it does
    ("Các đơn vị trực thuộc Sở xây dựng quy chế", ["Các đơn vị trực thuộc Sở"]),
    ("Các đơn vị thuộc Sở tổ chức quán triệt", ["Các đơn vị thuộc Sở"]),
    ("Các đơn vị thuộc Sở Xây dựng tổ chức quán triệt", ["Các đơn vị thuộc Sở Xây dựng"]),
    # fields joined by a dash
    ("Các đoàn thể chính trị - xã hội vận động", ["Các đoàn thể chính trị - xã hội"]),
    (
        "các tổ chức chính trị - xã hội - nghề nghiệp vận động",
        ["các tổ chức chính trị - xã hội - nghề nghiệp"],
    ),
    ("các hội khoa học - kỹ thuật rà soát", ["các hội khoa học - kỹ thuật"]),
    ("các trung tâm văn hóa – thể thao rà soát", ["các trung tâm văn hóa – thể thao"]),
    ("các doanh nghiệp viễn thông - đơn vị đầu tư trạm", ["các doanh nghiệp viễn thông"]),
]
NO_UNIT = [
    "nâng cao hiệu quả công tác văn phòng",
    "báo cáo kết quả thực hiện",
    "hội thảo về dữ liệu mở",
    "phát triển cổng dữ liệu",
    "",
]

SPLIT: list[tuple[str, list[str]]] = [
    # by when the work is to be done is no unit, and no part of its name
    ("Sở Y tế. Hoàn thành trước ngày 20/9/2025", ["Sở Y tế"]),
    ("Sở Y tế, Sở Nội vụ. Xong trong quý II/2025", ["Sở Y tế", "Sở Nội vụ"]),
    ("Sở Xây dựng; thời hạn tháng 8 năm 2025", ["Sở Xây dựng"]),
    ("Sở Tư pháp, trước 15/10", ["Sở Tư pháp"]),
    ("Công an tỉnh (hoàn thành trong năm 2025)", ["Công an tỉnh"]),
    ("Sở Y tế. Chậm nhất là cuối năm 2025.", ["Sở Y tế"]),
    ("Sở Y tế. Thường xuyên", ["Sở Y tế"]),
    ("Trung tâm 2/9; Tổ Đề án 06/CP", ["Trung tâm 2/9", "Tổ Đề án 06/CP"]),
    # a bare field behind an office named after fields is part of its name
    ("Sở Bưu chính, Viễn thông", ["Sở Bưu chính, Viễn thông"]),
    ("Sở Bưu chính, Viễn thông và Sở Y tế", ["Sở Bưu chính, Viễn thông", "Sở Y tế"]),
    ("Sở Bưu chính, Viễn thông; Bưu điện tỉnh", ["Sở Bưu chính, Viễn thông", "Bưu điện tỉnh"]),
    ("Sở Y tế, Viễn thông An Hải", ["Sở Y tế", "Viễn thông An Hải"]),
    ("Sở Y tế, Viễn thông tỉnh", ["Sở Y tế", "Viễn thông tỉnh"]),
    ("Sở Y tế; Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
    ("Sở Y tế, Sở Nội vụ và Công an tỉnh", ["Sở Y tế", "Sở Nội vụ", "Công an tỉnh"]),
    ("Sở Văn hóa, Thể thao và Du lịch, Sở Y tế", ["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"]),
    ("- Sở Y tế.\n- Sở Xây dựng.", ["Sở Y tế", "Sở Xây dựng"]),
    ("Các sở, ban, ngành; UBND các huyện, thành phố", ["Các sở, ban, ngành", "UBND các huyện, thành phố"]),
    ("UBND các xã, phường, thị trấn", ["UBND các xã, phường, thị trấn"]),
    ("Các cơ quan, đơn vị có liên quan", ["Các cơ quan, đơn vị có liên quan"]),
    ("Sở Y tế và các cơ quan, đơn vị liên quan", ["Sở Y tế", "các cơ quan, đơn vị liên quan"]),
    ("các cơ quan báo, đài", ["các cơ quan báo, đài"]),
    (
        "Văn phòng UBND tỉnh (Trung tâm Phục vụ hành chính công)",
        ["Văn phòng UBND tỉnh (Trung tâm Phục vụ hành chính công)"],
    ),
    ("Như trên", []),
    ("-", []),
    ("", []),
]

NAMES: list[tuple[str, tuple[str, ...]]] = [
    ("Sở TT&TT", ("Sở Thông tin và Truyền thông",)),
    ("Phòng VH-TT", ("Phòng Văn hóa và Thông tin",)),
    ("Trung tâm VH-TT-TT huyện", ("Trung tâm VH-TT-TT huyện",)),
    ("Sở TT-TT", ("Sở Thông tin và Truyền thông",)),
    ("STTTT", ("Sở Thông tin và Truyền thông",)),
    ("Sở KH&ĐT", ("Sở Kế hoạch và Đầu tư",)),
    ("Sở LĐ-TB&XH", ("Sở Lao động - Thương binh và Xã hội",)),
    ("Sở VHTT&DL", ("Sở Văn hóa, Thể thao và Du lịch",)),
    ("Ủy ban nhân dân tỉnh", ("UBND tỉnh",)),
    ("Uỷ ban nhân dân huyện Hòa An", ("UBND huyện Hòa An",)),
    ("Chủ tịch UBND cấp huyện", ("UBND cấp huyện",)),
    ("Giám đốc Sở Y tế", ("Sở Y tế",)),
    ("Thủ trưởng các sở, ban, ngành", ("Các sở, ban, ngành",)),
    ("Chánh Văn phòng UBND tỉnh", ("Văn phòng UBND tỉnh",)),
    ("UBND các huyện, thành phố", ("UBND cấp huyện",)),
    ("UBND các huyện, thị xã, thành phố", ("UBND cấp huyện",)),
    ("UBND các xã, phường, thị trấn", ("UBND cấp xã",)),
    ("UBND cấp huyện, cấp xã", ("UBND cấp huyện", "UBND cấp xã")),
    ("các sở, ban, ngành tỉnh", ("Các sở, ban, ngành",)),
    ("Các sở, ngành, địa phương", ("Các sở, ban, ngành", "Các địa phương")),
    ("các cơ quan, đơn vị có liên quan", ("Các cơ quan, đơn vị liên quan",)),
    ("Văn phòng UBND tỉnh (Trung tâm Tin học)", ("Văn phòng UBND tỉnh",)),
    ("doanh nghiệp viễn thông", ("Các doanh nghiệp viễn thông",)),
    ("- Sở Y tế;", ("Sở Y tế",)),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_units_in_prose(text: str, expected: list[str]) -> None:
    found = find_units(text, 5)
    assert [u.text for u in found] == expected
    assert all(text[u.start - 5 : u.end - 5] == u.text for u in found)


@pytest.mark.parametrize("text", NO_UNIT)
def test_common_words_are_no_units(text: str) -> None:
    assert find_units(text) == []


CHARGED = [
    ("Sở Nội vụ - phụ trách xây dựng chính sách", ["Sở Nội vụ"]),
    ("Sở Tài chính, Sở Kế hoạch và Đầu tư cùng chủ trì", ["Sở Tài chính", "Sở Kế hoạch và Đầu tư"]),
    ("Sở Y tế và Sở Nội vụ đồng chủ trì", ["Sở Y tế", "Sở Nội vụ"]),
    ("Sở Công Thương là cơ quan đầu mối", ["Sở Công Thương"]),
    ("Công an tỉnh – chịu trách nhiệm chính", ["Công an tỉnh"]),
    ("Đài Phát thanh - Truyền hình tỉnh", ["Đài Phát thanh - Truyền hình tỉnh"]),
    ("Văn phòng HĐND - UBND huyện", ["Văn phòng HĐND - UBND huyện"]),
]


@pytest.mark.parametrize(("text", "expected"), CHARGED)
def test_what_a_unit_does_is_no_part_of_its_name(text: str, expected: list[str]) -> None:
    assert [u.text for u in split_units(text)] == expected


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_lists_of_units(text: str, expected: list[str]) -> None:
    found = split_units(text, 3)
    assert [u.text for u in found] == expected
    assert all(text[u.start - 3 : u.end - 3] == u.text for u in found)


@pytest.mark.parametrize(("written", "names"), NAMES)
def test_names_in_full(written: str, names: tuple[str, ...]) -> None:
    assert unit_names(written) == names


def test_tone_placement_does_not_matter() -> None:
    assert unit_names("Sở Văn hoá và Thể thao") == unit_names("Sở Văn hóa và Thể thao")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Sở Y tê", "Sở Y tế"),
        ("Sở Nôi vụ", "Sở Nội vụ"),
        ("Sở Xây dưng", "Sở Xây dựng"),
        ("Sở Tài chinh", "Sở Tài chính"),
        ("Sở Kế hoach và Đầu tư", "Sở Kế hoạch và Đầu tư"),
        ("Sở Lao đông - Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở Đá quý", "Sở Đá quý"),
    ],
)
def test_a_wrong_mark_is_mended(written: str, name: str) -> None:
    assert unit_names(written) == (name,)
