"""Suppressions: findings that a person has looked at and accepts, each with a reason, kept in a CSV file."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.analysis.audit.model import Finding
from extractor.analysis.audit.rules import rules
from extractor.errors import KehoachError

COLUMNS = ("rule", "document", "indicator_code", "text", "reason")


@dataclass(frozen=True, slots=True)
class Suppression:
    """Findings of ``rule``; ``document``, ``indicator_code`` and ``text`` (part of the message or of a
    quote) narrow it down where they are given."""

    rule: str
    reason: str
    document: str = ""
    indicator_code: str = ""
    text: str = ""
    line: int = 0

    def covers(self, finding: Finding) -> bool:
        return (
            self.rule == finding.rule
            and self.document in ("", finding.document)
            and self.indicator_code in ("", finding.indicator_code or "-")
            and (
                not self.text
                or self.text in finding.message
                or any(self.text in span.quote for span in finding.evidence)
            )
        )


def read_suppressions(path: Path) -> list[Suppression]:
    """The rows of a file with the columns rule, reason and optionally document, indicator_code, text.

    Raises KehoachError: unreadable, a column lacks, an unknown rule, or a row without a reason.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle)
            if not {"rule", "reason"} <= set(reader.fieldnames or ()):
                raise KehoachError(f"{path}: cần có các cột rule và reason")
            found = []
            for line, row in enumerate(reader, start=2):
                cells = {key: (row.get(key) or "").strip() for key in COLUMNS}
                if any(cells.values()):
                    found.append(_checked(cells, f"{path}, dòng {line}", line))
    except OSError as error:
        raise KehoachError(f"{path}: không đọc được ({error.strerror or error})") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise KehoachError(f"{path}: không phải tệp CSV mã UTF-8 ({error})") from error
    return found


def _checked(cells: dict[str, str], where: str, line: int) -> Suppression:
    if cells["rule"] not in rules():
        raise KehoachError(f"{where}: không có quy tắc {cells['rule']!r}")
    if not cells["reason"]:
        raise KehoachError(f"{where}: thiếu lý do bỏ qua (cột reason)")
    return Suppression(**cells, line=line)


def suppressed(
    findings: Iterable[Finding], accepted: Sequence[Suppression]
) -> tuple[list[Finding], list[tuple[Finding, Suppression]], list[Suppression]]:
    """Findings that stay, those that are accepted, and suppressions that met nothing."""
    stay: list[Finding] = []
    gone: list[tuple[Finding, Suppression]] = []
    by_rule: dict[str, list[Suppression]] = {}
    for suppression in accepted:
        by_rule.setdefault(suppression.rule, []).append(suppression)
    used: set[Suppression] = set()
    for finding in findings:
        cover = next((s for s in by_rule.get(finding.rule, ()) if s.covers(finding)), None)
        if cover is None:
            stay.append(finding)
        else:
            used.add(cover)
            gone.append((finding, cover))
    return stay, gone, [s for s in accepted if s not in used]
