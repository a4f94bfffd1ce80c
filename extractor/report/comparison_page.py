"""The web page of a comparison."""

from __future__ import annotations

from typing import Any

from extractor.analysis.compare import Comparison
from extractor.report import comparison_view as views
from extractor.report.html import page
from extractor.report.vietnamese import difference
from extractor.report.wording import LEVELS

_CONTENTS = (
    ("van-ban", "Văn bản"),
    ("do-phu", "Độ phủ"),
    ("ban-do", "Bản đồ nhiệt"),
    ("chi-tiet", "Ma trận chi tiết"),
    ("khoang-cach", "Từ kỳ trước đến chỉ tiêu"),
    ("don-vi", "Đơn vị"),
    ("chi-mot", "Chỉ một, không ai có"),
    ("thay-doi", "Thay đổi qua các năm"),
    ("ngoai", "Ngoài bộ chỉ số"),
    ("bang-chung", "Bằng chứng"),
)
_NAMED = 3  # documents named in the title


def comparison_page(comparison: Comparison) -> str:
    """The whole page as text; the same comparison gives the same bytes."""
    view = views.View.of(comparison)
    labels = list(view.labels.values())
    several = f"{len(labels)} văn bản" if len(labels) > _NAMED else ", ".join(labels)
    return page(
        "compare.html.j2",
        title=f"So sánh kế hoạch: {several or 'không có văn bản'}",
        subtitle="; ".join(str(known.meta.get("title", known.name)) for known in comparison.catalogs),
        contents=[entry for entry in _CONTENTS if entry[0] != "bang-chung" or len(view.matrix)],
        messages=comparison.messages,
        view=view,
        labels=view.labels,
        distance=views.distance,
        place=views.place,
        merged_into=views.merged_into,
        step=lambda row: "" if row["difference"] is None else difference(row["difference"], row["unit"]),
        quotes=_Late(view),
        **_targets(view),
        **_coverage(view),
        **_changes(view),
    )


def _targets(view: views.View) -> dict[str, Any]:
    return {
        "heat": views.heat(view),
        "details": views.details(view) if view.few else [],
        "spans": [] if view.few else views.spans(view),
        "slopes": views.slope_charts(view),
        "owners": views.owner_groups(view),
        "years": sorted({row["year"] for row in view.matrix if row["year"] is not None}),
        "outside": views.outside(view),
        "outside_count": sum(row["indicator_code"] is None for row in view.matrix),
    }


def _coverage(view: views.View) -> dict[str, Any]:
    rows = view.comparison.rows
    return {
        "bars": views.bars(view),
        "by_group": views.shares(view, rows("by_group"), "group_code", "group_name"),
        "by_pillar": views.shares(view, rows("by_pillar"), "pillar"),
        "by_level": views.counts(view, rows("by_level"), "level", LEVELS, "không riêng cấp nào"),
        "by_year": views.counts(view, rows("by_year"), "year", {}, "không rõ năm"),
        "only_one": [
            (view.code(r), r["indicator_name"], view.labels[r["document"]]) for r in rows("only_one")
        ],
        "uncovered": [(view.code(r), r["indicator_name"], r["task_in"]) for r in rows("uncovered")],
    }


def _changes(view: views.View) -> dict[str, Any]:
    rows = view.comparison.rows("changes")
    same = sum(row["change"] == "same" for row in rows)
    merged = any(row["merged_on"] is not None for row in rows)
    shown = views.change_rows(view)
    more = len(rows) - same - len(shown)
    return {"changes": shown, "unchanged": same, "more_changes": more, "over_merger": merged}


class _Late:
    """The quotes, asked for at the end of the page, when all its links are made."""

    def __init__(self, view: views.View) -> None:
        self.view = view

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self.view.quotes.by_document())

    def __bool__(self) -> bool:
        return bool(self.view.quotes.found)
