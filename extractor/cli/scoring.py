"""`kehoach evaluate`: the rows of a report as a table."""

from __future__ import annotations

import json
from pathlib import Path

from extractor.cli.console import out, written
from extractor.errors import EvaluationError


def run(gold: Path, pred: Path, text: Path | None, errors: bool, as_json: bool) -> int:
    """Compare and print."""
    from extractor.evaluation import Report, evaluate

    if text is not None and not text.is_dir():
        raise EvaluationError(f"{text}: không phải thư mục")
    report: Report = evaluate(gold, pred, text)
    if as_json:
        content = report.as_json()
        if errors:
            content["errors"] = report.errors
        written(json.dumps(content, ensure_ascii=False, indent=1) + "\n")
        return 0
    from rich.table import Table

    table = Table(title="F1 (với thuộc tính: tỷ lệ đúng trên các mục đã khớp)", title_justify="left")
    table.add_column("")
    for name in (*report.documents, "tất cả"):
        table.add_column(name, justify="right")
    for row, total in report.totals.items():
        values = [score.rows[row].f1 if row in score.rows else None for score in report.documents.values()]
        table.add_row(row, *("-" if v is None else f"{v:.3f}" for v in (*values, total.f1)))
    out().print(table)
    if errors:
        for name, lines in report.errors.items():
            written(f"\n== {name}\n" + "".join(f"{line}\n" for line in lines))
    return 0
