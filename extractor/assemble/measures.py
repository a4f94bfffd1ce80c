"""Bare numbers in target cells, whose unit another column, the header or the row's name gives."""

from __future__ import annotations

import re

from extractor import gazetteers
from extractor.annotators.clauses import sentences
from extractor.annotators.drafts import TargetDraft
from extractor.annotators.quantities import Quantity
from extractor.assemble.context import Context
from extractor.records import Level, TargetUnit
from extractor.sources.model import Cell
from extractor.structure.annex import AnnexRow, Column
from extractor.vietnamese.forms import fold
from extractor.vietnamese.numbers import NUMBER, parse_number

_MEASURES: tuple[tuple[re.Pattern[str], TargetUnit, float], ...] = (
    (re.compile(r"%|phần trăm|tỷ lệ|tỉ lệ"), "percent", 1),
    (re.compile(r"nghìn tỷ"), "vnd", 1e12),
    (re.compile(r"tỷ đồng|tỉ đồng"), "vnd", 1e9),
    (re.compile(r"triệu đồng|tr\.đ|trđ"), "vnd", 1e6),
    (re.compile(r"thứ bậc|thứ hạng|xếp hạng|^hạng|vị trí"), "rank", 1),
    (re.compile(r"^điểm|điểm số|chỉ số|hdi"), "points", 1),
    (re.compile(r"mbps|mb/s"), "mbps", 1),
    (re.compile(r"gbps|gb/s"), "mbps", 1e3),
    (re.compile(r"tbps|tb/s"), "mbps", 1e6),
    (re.compile(r"/\s?tuần"), "per_week", 1),
    (re.compile(r"/\s?tháng"), "per_month", 1),
    (re.compile(r"/\s?quý"), "per_quarter", 1),
    (re.compile(r"/\s?năm"), "per_year", 1),
)


_BARE = re.compile(
    rf"\s*(?:(?:tiếp tục )?(?:duy trì|giữ vững|giữ|phấn đấu)(?: ở mức| mức)?\s)?"
    rf"(?P<c>≥|>=|≤|<=|>|<|trên|tối thiểu|ít nhất|từ|dưới|không quá|tối đa|đạt|khoảng)?"
    rf"\s*(?P<n>{NUMBER})\s*%?"
    rf"(?:\s*(?:-|–|đến)\s*(?P<m>{NUMBER})\s*%?)?(?P<rest>[^\d;]*)"
)


def measured(context: Context, row: AnnexRow, column: Column, cell: Cell, title: str) -> list[TargetDraft]:
    """Bare numbers in a cell, whose unit another column, the header or the row's name gives."""
    text = context.text(cell.start, cell.end)
    if full := _full_points(context, row, cell, title):
        return full
    measure = row.first("measure")
    words = fold(context.text(measure.start, measure.end)) if measure else ""
    header = fold(column.header)
    stated = words or unit_in_name(title) or (header if re.search(r"%|đồng|điểm", header) else "")
    index = is_index_value(row, text)
    if not stated and not index and not re.fullmatch(r"[\s≥≤<>=\d.,%-]+", text):
        return []
    unit, factor = unit_of(stated, fold(title), text)
    scored = _IN_POINTS.search(header) is not None and not words and "%" not in text
    if (unit is None and index) or (
        scored and (row.first("points") or not _COUNTS_POINTS.match(fold(title)))
    ):
        unit, factor = "points", 1
    if unit is None:
        return []
    drafts: list[TargetDraft] = []
    if tiered := _tiered(text, cell, (unit, factor), without_unit(title)):
        return tiered
    for start, end in sentences(text, 0, len(text)):
        match = _BARE.fullmatch(fold(text[start:end]))
        if not match or (unit != "rank" and len(match["rest"].split()) > 8):
            return []
        drafts.append(
            _bare_draft(match, (unit, factor), cell.start + start, cell.start + end, without_unit(title))
        )
    return drafts


_IN_POINTS = re.compile(r"\((?:số |theo |tính theo )?điểm\)|(?:bằng|theo) điểm(?: số)?$|^(?:số )?điểm(?!\w)")
"""A header of a column that is told in points: "Mục tiêu (điểm)"."""
_FULL = re.compile(
    r"\s*(?:tiếp tục )?(?:phấn đấu |duy trì |giữ vững |giữ |bảo đảm |đảm bảo |đạt )*(?:mức |số )?"
    r"(?:điểm tối đa|tối đa(?: số)? điểm|trọn điểm)\.?\s*"
)


def _full_points(context: Context, row: AnnexRow, cell: Cell, title: str) -> list[TargetDraft]:
    """ "Đạt điểm tối đa" where the row's own column tells how many points that are (as for baselines in the
    guidelines of annotation)."""
    most = row.first("points")
    if most is None or not _FULL.fullmatch(fold(context.text(cell.start, cell.end))):
        return []
    number = parse_number(context.text(most.start, most.end).strip())
    if number is None:
        return []
    quantity = Quantity(cell.start, cell.start, cell.end, number.value, "points")
    return [TargetDraft(cell.start, cell.end, title, quantity, "eq", None, (cell.start, cell.end))]


_TIER = (
    r"cấp (?P<tier>tỉnh|huyện|xã)\s*:?\s*(?P<c>≥|>=|≤|<=|>|<|trên|tối thiểu|ít nhất|từ|dưới|đạt)?"
    rf"\s*(?P<n>{NUMBER})"
)
_OF_TIER = re.compile(_TIER)
_TIERS = re.compile(rf"\s*(?:{re.sub(r'[(][?]P<[a-z]+>', '(?:', _TIER)}\s*%?\s*[;,.\n]?\s*){{2,3}}")
_LEVELS: dict[str, Level] = {"tỉnh": "province", "huyện": "district", "xã": "commune"}


def _tiered(text: str, cell: Cell, measure: tuple[TargetUnit, float], title: str) -> list[TargetDraft]:
    """ "Cấp tỉnh: 70 Cấp huyện: 55 Cấp xã: 45": one bare number for each tier."""
    low = fold(text)
    if not _TIERS.fullmatch(low):
        return []
    unit, factor = measure
    table = {r["cue"]: r["comparator"] for r in gazetteers.rows("comparators")}
    drafts = []
    for match in _OF_TIER.finditer(low):
        number = parse_number(match["n"])
        start, end = cell.start + match.start(), cell.start + match.end()
        comparator = table.get(match["c"] or "", "eq")
        quantity = Quantity(start, start, end, (number.value if number else 0.0) * factor, unit)
        drafts.append(
            TargetDraft(start, end, title, quantity, comparator, _LEVELS[match["tier"]], (start, end))  # type: ignore[arg-type]
        )
    return drafts


_NAMED_UNIT = re.compile(
    r"\s*(?:\((?:đơn vị(?: tính)?\s*:?\s*|đvt\s*:?\s*)?(?P<a>[^()]{1,24})\)|,\s*(?P<b>%))\s*$"
)


def unit_in_name(title: str) -> str:
    """The unit that closes a row's name ("Hộ có cáp quang (%)"), folded; "" where none does."""
    match = _NAMED_UNIT.search(fold(title))
    words = (match["a"] or match["b"]).strip() if match else ""
    known = words and any(pattern.match(words) for pattern, _, _ in _MEASURES)
    return words if known and len(words.split()) <= 3 else ""


def without_unit(title: str) -> str:
    """A row's name without the unit that closes it."""
    match = _NAMED_UNIT.search(fold(title)) if unit_in_name(title) else None
    return title[: match.start()] if match and match.start() else title


_INDEX_HEADER = re.compile(r"chỉ số|giá trị|(?<!\w)(?:index|dti|điểm)(?!\w)")
_FRACTION = re.compile(r"[^\d]{0,12}(?:0[.,]\d{1,6}|1[.,]0{1,6})")


def is_index_value(row: AnnexRow, text: str) -> bool:
    """Whether a bare figure up to 1 ("0,7000") is the value of an index, as the row's headers say."""
    headers = {fold(c.header) for role in ("name", "target", "result") for c, _ in row.cells.get(role, ())}
    return bool(_FRACTION.fullmatch(text.strip())) and any(_INDEX_HEADER.search(h) for h in headers)


def unit_of(words: str, title: str, text: str) -> tuple[TargetUnit | None, float]:
    if "%" in text:
        return "percent", 1
    for pattern, unit, factor in _MEASURES:
        if pattern.search(words) and not (unit == "points" and _COUNTS_POINTS.match(title)):
            return unit, factor
    if words:
        return "count", _scale(words)
    if re.match(r"(?:tỷ lệ|tỉ lệ|tỷ trọng|mức độ hài lòng)", title):
        return "percent", 1
    if re.match(r"(?:số lượng|số |tổng số)", title):
        return "count", 1
    return None, 1


# "Số điểm truy nhập Internet" counts places
_COUNTS_POINTS = re.compile(
    r"(?:(?:tổng )?số (?:lượng )?)?điểm (?:phát|truy|chấp nhận|phục vụ|giao dịch|cầu|bưu|du lịch|bán|"
    r"cung cấp|tiếp nhận|kết nối|hỗ trợ|wifi|thu|đăng ký)|"
    r"(?:tổng )?số (?:lượng )?điểm (?!số|đánh giá|chỉ số|dti|trung bình|bình quân|đạt)"
)


def _scale(words: str) -> float:
    """ "nghìn lượt", "triệu tài khoản": what a unit of measure multiplies by."""
    scales = {r["form"]: float(r["factor"]) for r in gazetteers.rows("scales")}
    return scales.get(words.split()[0], 1) if len(words.split()) > 1 else 1


def _bare_draft(
    match: re.Match[str], measure: tuple[TargetUnit, float], start: int, end: int, title: str
) -> TargetDraft:
    unit, factor = measure
    table = {r["cue"]: r["comparator"] for r in gazetteers.rows("comparators")}
    number, upper = parse_number(match["n"]), parse_number(match["m"]) if match["m"] else None
    value = (number.value if number else 0.0) * factor
    comparator = table.get(match["c"] or "", "eq")
    if comparator == "approx" or match["c"] == "đạt":
        comparator = "eq"
    if upper is not None or match["rest"].strip().startswith("trở lên"):
        comparator = "ge"
    elif match["rest"].strip().startswith("trở xuống"):
        comparator = "le"
    if unit == "rank":
        comparator = "le"
    quantity = Quantity(start, start, end, value, unit, None, upper.value * factor if upper else None)
    return TargetDraft(start, end, title, quantity, comparator, None, (start, end))  # type: ignore[arg-type]
