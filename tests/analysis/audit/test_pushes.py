"""Rates to be raised within the words of a task, without any figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

PUSHES = [
    ("- Tiếp tục triển khai các giải pháp đẩy mạnh tỷ lệ hồ sơ nộp qua bưu chính công ích ở cấp xã.", True),
    ("- Sở Công Thương mở gian hàng số; tăng số lượng giao dịch của hộ kinh doanh ở chợ vùng cao.", True),
    ("- Sở Y tế tập trung nâng tỷ lệ người dân khám bệnh bằng căn cước gắn chip tại trạm y tế.", True),
    ("- Thực hiện các biện pháp nhằm cải thiện tỷ lệ học sinh được học lập trình ở trường vùng sâu.", True),
    ("- Sở Nông nghiệp chủ trì, thúc đẩy tăng tỷ lệ nông sản có mã truy xuất nguồn gốc.", True),
    ("- Bưu điện tỉnh vận hành sàn hàng hóa, nâng tỷ trọng đơn hàng nông sản bán ngoài tỉnh.", True),
    ("- Tiếp tục đẩy mạnh tỷ lệ hồ sơ nộp qua bưu chính công ích ở cấp xã, đạt 30%.", False),
    ("- Tiếp tục nâng tỷ lệ trạm y tế có bác sĩ trực; bảo đảm toàn bộ trạm y tế có máy tính.", False),
    ("- Rà soát, đơn giản hóa biểu mẫu để nâng tỷ lệ hồ sơ nộp qua bưu chính công ích.", False),
    ("- Tập huấn cho hộ kinh doanh nhằm tăng số lượng giao dịch trên sàn.", False),
    ("- Tiếp tục nâng tỷ lệ hộ gia đình có kết nối cáp quang.\n\n+ Mục tiêu: 85% hộ gia đình.", False),
    ("- Tiếp tục đẩy mạnh việc nộp hồ sơ qua bưu chính công ích.", False),
]


@pytest.mark.parametrize(("text", "bare"), PUSHES)
def test_rates_pushed_without_a_figure(text: str, bare: bool, tmp_path: Path) -> None:
    body = f"II. NHIỆM VỤ\n\n1. Chính quyền số\n\n{text}\n\n- Đăng tải thông tin trên cổng.\n\n"
    assert bool(told("target-without-figure", body, tmp_path)) == bare


def test_a_goal_tells_how_far(tmp_path: Path) -> None:
    """The same rate has its figure among the goals."""
    work = (
        "II. NHIỆM VỤ\n\n1. Y tế\n\n- Sở Y tế tập trung nâng tỷ lệ người dân có hồ sơ sức khỏe điện tử.\n\n"
    )
    goals = "I. MỤC TIÊU\n\n- Tỷ lệ người dân có hồ sơ sức khỏe điện tử đạt 80%.\n\n"
    other = "I. MỤC TIÊU\n\n- Tỷ lệ hộ gia đình có địa chỉ số đạt 80%.\n\n"
    assert not told("target-without-figure", goals + work, tmp_path)
    assert told("target-without-figure", other + work, tmp_path)
