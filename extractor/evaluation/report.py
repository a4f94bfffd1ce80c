"""`evaluate`: folders of gold and prediction in, rows of agreement out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.errors import EvaluationError
from extractor.evaluation.checks import Check, all_checks, rows_always

_ORDER = (
    "document fields", "targets quantitative", "targets qualitative", "targets", "comparator",
    "government level", "indicator code", "deadline (via task)", "baselines", "target lead_units",
    "target supporting_units", "tasks", "task lead_units", "task supporting_units", "task deadline",
    "task codes", "actuals", "actual period", "actual verdict", "actual of_target", "scores",
    "evidence verbatim",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Agreement:
    """Right ones, wanted ones and given ones of a row."""

    found: int = 0
    gold: int = 0
    predicted: int = 0

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(self.found + other.found, self.gold + other.gold, self.predicted + other.predicted)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall (accuracy for attributes); None where nothing is compared."""
        both = self.gold + self.predicted
        return 2 * self.found / both if both else None


def tally(checks: Iterable[Check], rows: Iterable[str] = ()) -> dict[str, Agreement]:
    """Sum checks by row, in the order of the report."""
    sums = dict.fromkeys(rows, Agreement())
    for check in checks:
        sums[check.row] = sums.get(check.row, Agreement()) + Agreement(
            check.found, check.gold, check.predicted
        )
    known = {row: place for place, row in enumerate(_ORDER)}
    return dict(sorted(sums.items(), key=lambda entry: (known.get(entry[0], len(known)), entry[0])))


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """The comparison of one document."""

    id: str
    checks: tuple[Check, ...]
    rows: Mapping[str, Agreement]
    predicted: bool = True

    @property
    def errors(self) -> list[str]:
        """What is wrong, one line each; a missed or false target is told once."""
        lines = [] if self.predicted else ["no prediction file"]
        for check in self.checks:
            if not check.right and not check.row.startswith("targets "):
                lines.append(f"{check.row} {check.item}: {check.detail}")
        return lines


@dataclass(frozen=True, slots=True)
class Report:
    """The comparison of all documents of a folder."""

    documents: Mapping[str, DocumentScore]
    totals: Mapping[str, Agreement] = field(default_factory=dict)

    @property
    def errors(self) -> dict[str, list[str]]:
        """Wrong items of each document."""
        return {name: score.errors for name, score in self.documents.items()}

    def as_json(self) -> dict[str, Any]:
        """Plain figures: F1 by row, for all and for each document."""
        return {
            "total": {row: value.f1 for row, value in self.totals.items()},
            "documents": {
                name: {row: value.f1 for row, value in score.rows.items()}
                for name, score in self.documents.items()
            },
        }


def score_document(
    name: str, gold: Mapping[str, Any], predicted: Mapping[str, Any] | None, text: str | None = None
) -> DocumentScore:
    """Compare one document; without a prediction everything is missed."""
    checks = tuple(all_checks(dict(gold), dict(predicted or {}), text))
    return DocumentScore(name, checks, tally(checks, rows_always(text is not None)), predicted is not None)


def summary(scores: Iterable[DocumentScore]) -> Report:
    """A report over documents, totals summed."""
    documents = {score.id: score for score in scores}
    rows = {row for score in documents.values() for row in score.rows}
    return Report(documents, tally((c for s in documents.values() for c in s.checks), rows))


def load(path: Path) -> dict[str, Any]:
    """A gold or prediction file; one clear error when it is none."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise EvaluationError(f"{path}: không đọc được ({error.strerror})") from error
    except (ValueError, RecursionError) as error:
        raise EvaluationError(f"{path}: không phải JSON hợp lệ") from error
    if not isinstance(content, dict) or not isinstance(content.get("document"), dict):
        raise EvaluationError(f"{path}: thiếu phần 'document'")
    for part in ("tasks", "targets", "scores", "actuals"):
        entries = content.get(part, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise EvaluationError(f"{path}: phần '{part}' phải là danh sách các bản ghi")
    return content


def evaluate(gold_dir: Path | str, pred_dir: Path | str, text_dir: Path | str | None = None) -> Report:
    """Compare each ``*.json`` of ``gold_dir`` with the file of the same name in ``pred_dir``.

    With ``text_dir`` (``<stem>.txt``) quotes are also looked up in the source.
    """
    gold_dir, pred_dir = Path(gold_dir), Path(pred_dir)
    for folder in (gold_dir, pred_dir):
        if not folder.is_dir():
            raise EvaluationError(f"{folder}: không phải thư mục")
    files = sorted(gold_dir.glob("*.json"))
    if not files:
        raise EvaluationError(f"{gold_dir}: không có tệp *.json nào")
    return summary(_score_file(file, pred_dir / file.name, text_dir) for file in files)


def _score_file(gold: Path, prediction: Path, text_dir: Path | str | None) -> DocumentScore:
    words = Path(text_dir) / f"{gold.stem}.txt" if text_dir is not None else None
    text = None
    if words is not None and words.is_file():
        try:
            text = words.read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            raise EvaluationError(f"{words}: không đọc được như văn bản UTF-8") from error
    predicted = load(prediction) if prediction.exists() else None
    try:
        return score_document(gold.stem, load(gold), predicted, text)
    except (AttributeError, TypeError, KeyError) as error:
        raise EvaluationError(f"{prediction}: không đúng cấu trúc đã quy ước ({error})") from error
