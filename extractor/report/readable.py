"""An Extraction as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from extractor.records import Actual, Document, Extraction, Period, Target, Task, Unit
from extractor.report.vietnamese import amount, commitment, day, due, judgement, number, past, reached, span

_KINDS = {
    "plan": "kế hoạch",
    "report": "báo cáo",
    "decision": "quyết định",
    "news": "tin",
    "other": "khác",
}
_LEVELS = {
    "central": "trung ương",
    "province": "cấp tỉnh",
    "district": "cấp huyện",
    "commune": "cấp xã",
    "agency": "cơ quan",
}


def counts(extraction: Extraction) -> str:
    """How much was found, in one line."""
    quantitative = sum(target.kind == "quantitative" for target in extraction.targets)
    parts = [
        f"{number(len(extraction.tasks))} nhiệm vụ",
        f"{number(len(extraction.targets))} chỉ tiêu ({number(quantitative)} định lượng)",
        f"{number(sum(len(t.baselines) for t in extraction.targets))} số liệu kỳ trước",
    ]
    if extraction.actuals:
        parts.append(f"{number(len(extraction.actuals))} kết quả")
    if extraction.scores:
        parts.append(f"{number(len(extraction.scores))} điểm DTI")
    return ", ".join(parts)


def _period(period: Period | None) -> str:
    if period is None:
        return ""
    return " - ".join(day(end) if end else "…" for end in (period.start, period.end))


def facts(document: Document) -> list[tuple[str, str]]:
    """Label and value of each fact that the document states."""
    rows = [
        ("Tên", document.title or ""),
        ("Loại", _KINDS[document.kind]),
        ("Số", document.number or ""),
        ("Ngày", day(document.issued_on) if document.issued_on else ""),
        ("Cơ quan", document.issuer or ""),
        ("Cấp", _LEVELS.get(document.level or "", "")),
        ("Tỉnh, thành phố", document.province or ""),
        ("Người ký", document.signer or ""),
        ("Thời kỳ", _period(document.period)),
    ]
    return [(label, value) for label, value in rows if value]


def _names(units: Iterable[Unit] | None) -> Text:
    return Text("\n".join(unit.name for unit in units or ()))


def _fact_table(extraction: Extraction) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in facts(extraction.document):
        table.add_row(label, Text(value))
    table.add_row("Tìm thấy", counts(extraction))
    for note in extraction.notes:
        table.add_row("Lưu ý", Text(note.message))
    return table


def _task_table(tasks: Iterable[Task]) -> Table:
    table = Table(title="Nhiệm vụ", title_justify="left", show_lines=True)
    for name, ratio in (("Mục", 1), ("Nhiệm vụ", 6), ("Chủ trì", 4), ("Phối hợp", 4), ("Thời hạn", 2)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for task in tasks:
        table.add_row(
            Text(task.section),
            Text(task.title),
            _names(task.lead_units),
            _names(task.supporting_units),
            Text(due(task.deadline)),
        )
    return table


def _target_table(targets: Iterable[Target], tasks: dict[str, Task]) -> Table:
    table = Table(title="Chỉ tiêu", title_justify="left", show_lines=True)
    for name, ratio in (
        ("Chỉ tiêu", 6),
        ("Mức", 2),
        ("Cấp", 1),
        ("Mã", 1),
        ("Kỳ trước", 3),
        ("Chủ trì", 4),
        ("Thời hạn", 2),
    ):
        table.add_column(name, ratio=ratio, overflow="fold")
    for target in targets:
        task = tasks.get(target.task or "")
        deadline = target.deadline or (task.deadline if task else None)
        table.add_row(
            Text(target.indicator),
            Text(commitment(target) or "định tính"),
            Text(_LEVELS.get(target.level or "", "").removeprefix("cấp ")),
            Text(" ".join(target.indicator_codes)),
            Text("\n".join(map(past, target.baselines))),
            _names(target.lead_units or (task.lead_units if task else ())),
            Text(due(deadline)),
        )
    return table


def _score_table(extraction: Extraction) -> Table:
    table = Table(title="Điểm DTI đã công bố", title_justify="left")
    for name in ("Mã", "Chỉ số", "Năm", "Điểm", "Hạng"):
        table.add_column(name)
    for score in extraction.scores:
        top = f"/{number(score.max)}" if score.max is not None else ""
        rank = amount(score.rank, None) if score.rank is not None else ""
        table.add_row(
            score.indicator_code or "",
            Text(score.name),
            str(score.year or ""),
            number(score.points) + top,
            rank,
        )
    return table


def _actual_table(actuals: Iterable[Actual]) -> Table:
    table = Table(title="Kết quả thực hiện", title_justify="left", show_lines=True)
    for name, ratio in (
        ("Chỉ tiêu", 6),
        ("Kết quả", 3),
        ("Cấp", 1),
        ("Mã", 1),
        ("Thời kỳ", 3),
        ("Đánh giá", 2),
    ):
        table.add_column(name, ratio=ratio, overflow="fold")
    for actual in actuals:
        table.add_row(
            Text(actual.indicator),
            Text(reached(actual)),
            Text(_LEVELS.get(actual.level or "", "").removeprefix("cấp ")),
            Text(" ".join(actual.indicator_codes)),
            Text(span(actual.period)),
            Text(judgement(actual)),
        )
    return table


def document_view(extraction: Extraction) -> RenderableType:
    """Everything found in a document, readable."""
    parts: list[RenderableType] = [Text(extraction.document.source, style="bold underline")]
    parts.append(_fact_table(extraction))
    if extraction.targets:
        tasks = {task.id: task for task in extraction.tasks}
        parts += ["", _target_table(extraction.targets, tasks)]
    if extraction.actuals:
        parts += ["", _actual_table(extraction.actuals)]
    if extraction.tasks:
        parts += ["", _task_table(extraction.tasks)]
    if extraction.scores:
        parts += ["", _score_table(extraction)]
    return Group(*parts, "")
