"""Each found thing beside the words that prove it: the quote in its context, its page, table and cell."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from extractor.records import Actual, Baseline, Evidence, Extraction, Target, Task, Unit
from extractor.report.readable import counts, facts
from extractor.report.vietnamese import commitment, due, judgement, past, reached, span
from extractor.sources.model import Source

_LABELS = {
    "number": "Số",
    "issued_on": "Ngày",
    "issuer": "Cơ quan",
    "province": "Tỉnh, thành phố",
    "level": "Cấp",
    "title": "Tên",
    "signer": "Người ký",
    "period": "Thời kỳ",
    "kind": "Loại",
}


def place(evidence: Evidence) -> str:
    """Where the words stand; tables, rows and columns counted from 1 for people."""
    parts = [f"trang {evidence.page}"] if evidence.page is not None else []
    for label, value in (("bảng", evidence.table), ("hàng", evidence.row), ("cột", evidence.column)):
        if value is not None:
            parts.append(f"{label} {value + 1}")
    recognised = ["chữ nhận dạng từ ảnh quét"] if evidence.ocr else []
    return ", ".join([*parts, f"ký tự {evidence.start}-{evidence.end}", *recognised])


def context(source: Source, evidence: Evidence, width: int) -> Text:
    """The quote in bold between the words around it; line breaks shown as spaces."""
    start, end = max(evidence.start, 0), min(evidence.end, len(source.text))
    before = source.text[max(start - width, 0) : start]
    after = source.text[end : end + width]
    return Text.assemble(
        ("…" if start > width else "") + before.replace("\n", " "),
        (source.text[start:end].replace("\n", " "), "bold reverse"),
        after.replace("\n", " ") + ("…" if end + width < len(source.text) else ""),
    )


def _proof(source: Source, evidence: Evidence | None, width: int) -> Iterator[RenderableType]:
    if evidence is None:
        return
    yield Padding(Text(place(evidence), style="dim"), (0, 0, 0, 4))
    yield Padding(context(source, evidence, width), (0, 0, 0, 4))


def _inline(label: str, value: str, evidence: Evidence | None) -> Padding:
    where = f"  [{place(evidence)}]" if evidence is not None else ""
    return Padding(Text.assemble(f"{label}: ", value, (where, "dim")), (0, 0, 0, 4))


def _units(label: str, units: tuple[Unit, ...] | None) -> Iterator[RenderableType]:
    for unit in units or ():
        written = f" («{unit.text}»)" if unit.text != unit.name else ""
        yield _inline(label, unit.name + written, unit.evidence)


def _task(source: Source, task: Task, width: int) -> Iterator[RenderableType]:
    yield Text(f"{task.id}  [{task.section}] {task.title}", style="bold cyan")
    yield from _proof(source, task.evidence, width)
    yield from _units("Chủ trì", task.lead_units)
    yield from _units("Phối hợp", task.supporting_units)
    yield from _units("Theo dõi", task.monitoring_units)
    if task.deadline:
        yield _inline("Thời hạn", f"{due(task.deadline)} («{task.deadline.text}»)", task.deadline.evidence)
    if task.deliverable:
        yield _inline("Sản phẩm", task.deliverable, None)
    if task.indicator_codes:
        yield _inline("Mã chỉ số", ", ".join(task.indicator_codes), None)


def _baseline(baseline: Baseline) -> RenderableType:
    return _inline("Kỳ trước", past(baseline), baseline.evidence)


def _target(source: Source, target: Target, width: int) -> Iterator[RenderableType]:
    amount = commitment(target) or "định tính"
    yield Text(f"{target.id}  {target.indicator}: {amount}", style="bold green")
    yield from _proof(source, target.evidence, width)
    if target.task:
        yield _inline("Thuộc nhiệm vụ", target.task, None)
    if target.indicator_codes:
        yield _inline("Mã chỉ số", ", ".join(target.indicator_codes), None)
    for other in target.alternatives:
        yield _inline("Có thể là", f"{other.code} ({other.score:.0f}): {'; '.join(other.reasons)}", None)
    yield from map(_baseline, target.baselines)
    yield from _units("Chủ trì", target.lead_units)
    yield from _units("Phối hợp", target.supporting_units)
    if target.deadline:
        words = f"{due(target.deadline)} («{target.deadline.text}»)"
        yield _inline("Thời hạn", words, target.deadline.evidence)
    for note in target.notes:
        yield _inline("Lưu ý", note, None)


def _actual(source: Source, actual: Actual, width: int) -> Iterator[RenderableType]:
    yield Text(f"{actual.id}  {actual.indicator}: {reached(actual) or 'không rõ số'}", style="bold magenta")
    yield from _proof(source, actual.evidence, width)
    for label, words in (("Thời kỳ", span(actual.period)), ("Đánh giá", judgement(actual))):
        if words:
            yield _inline(label, words, None)
    if actual.indicator_codes:
        yield _inline("Mã chỉ số", ", ".join(actual.indicator_codes), None)


def _document(source: Source, extraction: Extraction, width: int) -> Iterator[RenderableType]:
    document = extraction.document
    yield Text(document.source, style="bold underline")
    for label, value in facts(document):
        yield Text(f"{label}: {value}")
    yield Text(f"Tìm thấy: {counts(extraction)}")
    for note in extraction.notes:
        yield Text(f"Lưu ý: {note.message}")
    for name, evidence in document.evidence.items():
        yield Text(f"{_LABELS.get(name, name)}:", style="bold")
        yield from _proof(source, evidence, width)
    for citation in document.citations:
        yield _inline("Căn cứ", citation.text, citation.evidence)


def proof_view(source: Source, extraction: Extraction, width: int = 60) -> RenderableType:
    """The whole document with its proofs; ``width`` characters of context on each side."""
    parts = [*_document(source, extraction, width), ""]
    for target in extraction.targets:
        parts += [*_target(source, target, width), ""]
    for actual in extraction.actuals:
        parts += [*_actual(source, actual, width), ""]
    for task in extraction.tasks:
        parts += [*_task(source, task, width), ""]
    for score in extraction.scores:
        code = score.indicator_code or "tổng"
        parts.append(Text(f"{code}  {score.name} ({score.year or '?'}): {score.points}", style="bold"))
        parts += _proof(source, score.evidence, width)
    return Group(*parts)
