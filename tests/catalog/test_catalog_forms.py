"""General forms behind failures of the evaluation sets, each in sentences that no set holds."""

import pytest

from extractor.catalog import Matcher

MATCHER = Matcher()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # a plan of several years, whose horizon is a single year
        ("Phê duyệt Kế hoạch chuyển đổi số giai đoạn 2026-2030, tầm nhìn đến năm 2035", "2.2"),
        # incidents by other names
        ("Số vụ xâm nhập trái phép ghi nhận ở các cơ quan nhà nước", "5.10"),
        ("Mọi vụ mất an toàn thông tin được xử lý trong ngày", "5.11"),
        # a channel made known
        ("Niêm yết, thông báo rộng rãi số tổng đài nhận phản ánh của dân", "8.8.1.4"),
        ("Địa chỉ tiếp nhận phản ánh qua Messenger", "8.8.1.3"),
        # storage is no archive
        ("Nâng dung lượng lưu trữ của trung tâm dữ liệu, dùng công nghệ điện toán đám mây", "3.5"),
        # a team set up, with its means
        ("Thành lập Tổ công nghệ số cộng đồng ở các xã và hỗ trợ kinh phí hoạt động", "4.1"),
        ("Củng cố Tổ công nghệ số cộng đồng thôn, có chế độ cho thành viên", "4.2"),
        # skills in data are digital skills
        ("Bồi dưỡng kỹ năng khai thác dữ liệu cho viên chức toàn huyện", "4.7"),
        ("Cử công chức phường dự lớp chuyển đổi số do tỉnh mở", "4.7"),
        # fees of procedures, when done online
        ("Giảm lệ phí thủ tục hành chính khi làm trực tuyến theo nghị quyết của HĐND", "2.10"),
        # a page of a newspaper is no site
        ("Tạp chí của tỉnh dành trang chuyên đề cho chuyển đổi số", "1.6"),
        ("Tổng nguồn kinh phí cho an toàn, an ninh mạng", "5.12"),
        # who graduates is counted, not who teaches
        ("Tỷ lệ học viên ra trường từ các trường cao đẳng theo chuyên ngành chuyển đổi số", "4.9"),
        # a firm by its field
        ("Thành lập mới 15 công ty ở ngành phần mềm, ngành viễn thông", "7.2"),
        ("Số HGĐ được cấp mã địa chỉ", "8.4"),
        # a whole before its parts
        ("Tổng kinh phí cho an toàn thông tin của sở, bao gồm: kiểm tra, đào tạo, diễn tập", "5.12"),
        # the duty counts, not what else is said of those who have it
        ("Xã nào chưa có cán bộ phụ trách an ninh mạng thì cử người học về chuyển đổi số", "4.6"),
        ("Tuyên truyền để doanh nghiệp biết và tham gia SMEdx", "7.4"),
        # machines with the software, and addresses without it
        ("Máy chủ được cài phần mềm phòng, chống mã độc, không để bị nhiễm mã độc", "5.3"),
        ("Xử lý 90% địa chỉ IP nhiễm mã độc", "5.5"),
        ("80% công chức xã đã qua đào tạo kỹ năng số", "4.7"),
    ],
)
def test_measures(text: str, code: str):
    assert MATCHER.match(text).code == code


@pytest.mark.parametrize(
    "text",
    [
        # machines without the software, people without the course
        "Tỷ lệ máy chủ bị nhiễm mã độc giảm còn 1%",
        "Số máy trạm nhiễm virus trong cơ quan nhà nước dưới 20 máy",
        "Không còn máy tính nhiễm phần mềm độc hại",
        "Tỷ lệ viên chức chưa được bồi dưỡng về chuyển đổi số dưới 5%",
        "Số người lao động chưa qua đào tạo kỹ năng số giảm một nửa",
        # a leader's meeting or directive about another subject
        "Chủ tịch UBND huyện chủ trì hội nghị về giải phóng mặt bằng",
        "Bí thư Thành ủy dự họp xây dựng nông thôn mới",
        "Chỉ thị của Chủ tịch tỉnh về an toàn thực phẩm",
        "Chủ tịch UBND xã là Trưởng ban chỉ đạo giảm nghèo",
        # experts and drills of other fields
        "Thuê chuyên gia về giống lúa",
        "Chi 2 tỷ đồng diễn tập cứu hộ, cứu nạn",
        "Khắc phục sự cố mất điện, sự cố cấp nước trong 4 giờ",
        "Tổ chức 01 cuộc diễn tập tràn dầu trên sông",
        # training of those in charge is no share of those in charge
        "Đào tạo an toàn thông tin cho công chức phụ trách công nghệ thông tin các sở",
        "Các trường đại học đổi mới chương trình đào tạo công nghệ thông tin theo nhu cầu xã hội",
        # identities of organisations, help with an application
        "Đăng ký tài khoản định danh cho tổ chức, hợp tác xã",
        "Tổ công nghệ số cộng đồng giúp dân dùng VNeID",
        # "học" is not read as a slip of "họp"
        "Lớp học trực tuyến cho giáo viên vùng cao",
        "Trường phổ thông dùng phần mềm quản lý nhà trường và sổ điểm",
    ],
)
def test_measures_none(text: str):
    assert MATCHER.match(text).code is None


@pytest.mark.parametrize(
    ("text", "context"),
    [
        # what the words themselves deny, the row does not affirm
        ("Mỗi phòng, ban mở một lớp an toàn thông tin", "Công chức, viên chức kiêm nhiệm an toàn thông tin"),
    ],
)
def test_row_does_not_affirm(text: str, context: str):
    assert MATCHER.match(text, context=context).code is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # all that a system's grade demands
        ("65% hệ thống áp dụng đủ biện pháp bảo vệ", "5.2"),
        ("Triển khai phương án bảo vệ đầy đủ", "5.2"),
        ("Hệ thống thông tin của huyện có đủ phương án theo cấp độ", "5.2"),
        # a grade approved, whatever it is the grade of
        ("Phê duyệt cấp độ", "5.1"),
        ("Giúp các xã lập hồ sơ đề xuất cấp độ", "5.1"),
        ("Các cơ quan hoàn thành hồ sơ cấp độ", "5.1"),
        # plans of response for systems
        ("Mọi hệ thống thông tin có kịch bản ứng cứu", "5.8"),
        ("80% hệ thống có phương án ứng cứu", "5.8"),
        # skills of those of working age
        ("Người trong độ tuổi lao động nắm được kỹ năng số", "8.5"),
        ("Trong độ tuổi lao động có 60% thành thạo công nghệ thông tin", "8.5"),
        # accounts by their name alone
        ("Tài khoản định danh điện tử", "8.1"),
        ("Kích hoạt tài khoản VNeID", "8.1"),
        # channels by what they receive
        ("Zalo tiếp nhận phản ánh hiện trường", "8.8.1.3"),
        ("Ứng dụng di động tiếp nhận góp ý", "8.8.1.2"),
        ("Ban hành kế hoạch hành động năm về chuyển đổi số", "2.3"),
    ],
)
def test_shorter_names(text: str, code: str):
    assert MATCHER.match(text).code == code


@pytest.mark.parametrize(
    "text",
    [
        "Lập đủ phương án bảo vệ rừng mùa khô",
        "Cử 03 người dự khóa học về trí tuệ nhân tạo",
        "Rà soát thủ tục hành chính đủ điều kiện trước khi đưa lên mạng",
        "Dùng tài khoản định danh điện tử để nộp hồ sơ của doanh nghiệp",
        "Lập hồ sơ đề xuất dự án cầu vượt",
        "Năng suất lao động xã hội tăng 7%",
    ],
)
def test_what_only_sounds_like_these(text: str):
    assert MATCHER.match(text).code is None
