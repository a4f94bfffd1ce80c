"""The web page of a progress."""

from __future__ import annotations

from extractor.analysis.progress import Progress
from extractor.report.html import page
from extractor.report.progress_view import shown
from extractor.report.progress_words import ANSWERS

_CONTENTS = (
    ("tong-hop", "Tổng hợp"),
    ("chi-tieu", "Từng chỉ tiêu"),
    ("ngoai", "Kết quả ngoài kế hoạch"),
    ("bang-chung", "Bằng chứng"),
)


def progress_page(progress: Progress) -> str:
    """The whole page as text; the same progress gives the same bytes."""
    view = shown(progress)
    return page(
        "progress.html.j2",
        title="Tiến độ thực hiện chỉ tiêu",
        subtitle=f"{len(progress.plans)} kế hoạch, {len(progress.reports)} báo cáo",
        contents=[entry for entry in _CONTENTS if entry[0] != "bang-chung" or view.quotes.found],
        messages=progress.messages,
        view=view,
        counts=[(ANSWERS[answer], count) for answer, count in progress.counts.items()],
        quotes=view.quotes.by_document(),
    )
