"""Vietnamese words for the codes that records and tables use."""

from __future__ import annotations

LEVELS = {
    "central": "trung ương",
    "province": "cấp tỉnh",
    "district": "cấp huyện",
    "commune": "cấp xã",
    "agency": "cơ quan",
}
KINDS = {
    "plan": "kế hoạch",
    "report": "báo cáo",
    "decision": "quyết định",
    "news": "tin",
    "other": "khác",
}
UNITS = {
    "percent": "%",
    "vnd": "đồng",
    "points": "điểm",
    "rank": "thứ hạng",
    "mbps": "Mb/s",
    "per_week": "lần/tuần",
    "per_month": "lần/tháng",
    "per_quarter": "lần/quý",
    "per_year": "lần/năm",
    "count": "số lượng",
}
COMPARATORS = {"eq": "=", "ge": "≥", "gt": ">", "le": "≤", "lt": "<"}
STATUSES = {
    "quantitative": "có chỉ tiêu định lượng",
    "qualitative": "chỉ có chỉ tiêu định tính",
    "child": "chỉ có chỉ tiêu ở chỉ số con",
    "task": "có nhiệm vụ, không có chỉ tiêu",
    "none": "không có",
}
CHANGES = {
    "raised": "nâng",
    "lowered": "hạ",
    "same": "giữ nguyên",
    "reworded": "đổi lời văn",
    "new": "mới",
    "dropped": "bỏ",
    "task_only": "chỉ còn nhiệm vụ",
    "not_comparable": "không so được",
}
TARGET_KINDS = {"quantitative": "định lượng", "qualitative": "định tính"}
SEVERITIES = {"error": "lỗi", "warning": "cảnh báo", "info": "lưu ý"}
CATEGORIES = {
    "coverage": "độ phủ và đơn vị",
    "measurability": "khả năng đo đếm",
    "consistency": "nhất quán trong văn bản",
    "references": "viện dẫn",
    "quality": "chất lượng văn bản",
}
ROLES = {"lead": "chủ trì", "support": "phối hợp", "none": "không có"}
