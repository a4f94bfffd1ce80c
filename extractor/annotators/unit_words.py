"""Words of units' names: heads, kinds, fields, and what may follow or must end them."""

from __future__ import annotations

import re
from functools import cache

from extractor import gazetteers
from extractor.vietnamese.forms import fold

# what boards and groups of many are named after, in small letters
COMMON_TAIL = (
    "chuyển đổi số|cải cách hành chính|công nghệ số cộng đồng|đề án 06|chính quyền điện tử|của tỉnh|tỉnh|"
    "tỉnh đảng bộ|các cấp|cấp huyện|cấp xã|cấp tỉnh|triển khai đề án 06(?: của chính phủ)?|"
    "quốc gia về chuyển đổi số"
)


class _VerbStop:
    """Matches a verb behind a unit's name: there the name ends. The verbs are data (gazetteers/verbs.csv)."""

    @staticmethod
    @cache
    def _pattern() -> re.Pattern[str]:
        verbs = gazetteers.any_of(fold(r["verb"]) for r in gazetteers.rows("verbs"))
        return re.compile(r"\s(?:" + verbs + r")\b")

    def match(self, low: str, position: int) -> re.Match[str] | None:
        """The verb at ``position`` of a folded text, if any."""
        return self._pattern().match(low, position)


VERB_STOP = _VerbStop()
"""The verb behind a unit's name."""


@cache
def heads_pattern() -> re.Pattern[str]:
    """Words that begin proper names of units, in folded text."""
    heads = gazetteers.any_of(r["head"] for r in gazetteers.rows("organisation_heads"))
    return re.compile(r"(?<![\w&])(" + heads + r")(?![\w])")


@cache
def kinds_pattern() -> re.Pattern[str]:
    """Kinds of units behind "các", in folded text."""
    kinds = sorted((r["kind"] for r in gazetteers.rows("unit_kinds")), key=len, reverse=True)
    return re.compile(
        r"(?<!\w)(?:các |một số |những )("
        + "|".join(kinds)
        + r")(?!\w)(?!\s(?:dữ liệu|hạ tầng|vật chất|số\b|điểm))"
    )


@cache
def fields_pattern() -> re.Pattern[str]:
    """Fields that offices are named after, in folded text."""
    fields = gazetteers.any_of(fold(r["field"]) for r in gazetteers.rows("fields"))
    return re.compile(r"\s(" + fields + r")(?!\w)")


# whose or where a unit is: "… tỉnh", "… của UBND huyện"
PLACE_TAIL = re.compile(
    r"\s(?:(?:của )?(?:hđnd|ubnd|hội đồng nhân dân|ủy ban nhân dân|tỉnh ủy|huyện ủy|thành ủy|thị ủy|"
    r"đảng ủy|chính phủ)|"
    r"(?:các )?(?:huyện|quận|thị xã)(?:, (?:huyện|quận|thị xã|thành phố))+|"
    r"(?:khối )?các cơ quan(?: đảng)?(?= (?:tỉnh|thành phố|trung ương))|"
    r"(?:của |cấp )?(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường)|chi nhánh|khu vực|việt nam|trung ương|tw|"
    r"nhà nước)(?!\w)"
)
COMMON = re.compile(rf"\s(?:{COMMON_TAIL})(?!\w)")
# units that need no name behind their head
STANDING = {"chính phủ", "tỉnh ủy", "thành ủy", "huyện ủy", "tỉnh đoàn", "thành đoàn", "huyện đoàn",
             "vtv", "vov", "ttxvn", "vnpt", "viettel", "mobifone", "bộ phận một cửa", "trưởng các thôn",
             "trưởng thôn", "thành viên ban chỉ đạo", "ban giám hiệu", "thị ủy",
             "bộ phận tiếp nhận và trả kết quả"}  # fmt: skip
COMMON_HEADS = {
    "ban chỉ đạo",
    "hội đồng tư vấn",
    "tổ công tác",
    "ban điều hành",
    "tổ công nghệ số cộng đồng",
}


KEEPERS = re.compile(  # "các cơ quan vận hành hệ thống chủ trì": those who keep a thing
    r"\s(?:vận hành|sử dụng|khai thác|chủ quản|sở hữu|tiếp nhận|xử lý|có)(?:\s[^\W\d_]+){1,5}?"
    r"\s(?:đồng )?(?:chủ trì|phối hợp|chịu trách nhiệm|có trách nhiệm|thực hiện|phụ trách)(?!\w)"
)


# "các đoàn thể chính trị - xã hội"
DASHED_FIELD = re.compile(
    r"\s[-–]\s(?:xã hội|nghề nghiệp|kỹ thuật|công nghệ|văn hóa|thể thao|tin học|lâm nghiệp)(?!\w)"
)
