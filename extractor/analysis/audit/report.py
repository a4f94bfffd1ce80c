"""A whole audit: documents, findings, owners; what pages, workbooks and files are made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from extractor.analysis.audit.model import Finding
from extractor.analysis.audit.part import Part
from extractor.analysis.audit.suppress import Suppression, suppressed
from extractor.analysis.owners import Duty, Load, Owner, loads
from extractor.catalog import Catalog
from extractor.records import Document
from extractor.vietnamese.forms import fold

if TYPE_CHECKING:
    import pandas

    from extractor.analysis.audit.tables import Name


@dataclass(frozen=True)
class Audit:
    """What was found. ``messages`` tell what a reader must know first; ``unused`` met no finding."""

    documents: tuple[Document, ...]
    catalog: Catalog
    findings: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, Suppression], ...] = ()
    unused: tuple[Suppression, ...] = ()
    owners: tuple[Owner, ...] = ()
    duties: tuple[Duty, ...] = ()
    loads: tuple[Load, ...] = ()
    covered: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    """Document to its sub-indicators with a target, with a lead, and all of the catalog."""
    messages: tuple[str, ...] = ()

    def rows(self, name: Name) -> list[dict[str, Any]]:
        """A table as plain rows; `docs/audit.md` tells their columns. Raises KehoachError: no such table."""
        from extractor.analysis.audit.tables import table_of

        return table_of(self, name).rows

    def frame(self, name: Name) -> pandas.DataFrame:
        """The same for pandas: findings, quotes, owners, duties, loads, coverage, accepted."""
        from extractor.analysis.audit.tables import table_of

        return table_of(self, name).frame


def make_audit(
    parts: Iterable[Part], catalog: Catalog | None = None, accepted: Sequence[Suppression] = ()
) -> Audit:
    """Put audited documents together (`part_of`, `audit_records`).

    Nothing to audit gives an empty report with a message.
    """
    seen = _Seen()
    for part in parts:
        seen.take(part)
    stay, gone, unused = suppressed(seen.findings, accepted)
    names = {key: max(counts, key=lambda name: counts[name]) for key, counts in seen.names.items()}
    own = [
        row if (name := _usual(names, row.unit)) == row.unit else row._replace(unit=name)
        for row in seen.owners
    ]
    given = [d if (name := _usual(names, d.unit)) == d.unit else d._replace(unit=name) for d in seen.duties]
    return Audit(
        tuple(seen.documents), catalog or seen.catalog or Catalog.default(),
        tuple(stay), tuple(gone), tuple(unused), tuple(own), tuple(given), tuple(loads(given)),
        seen.covered, tuple(seen.messages()),
    )  # fmt: skip


def _usual(names: Mapping[str, str], unit: str) -> str:
    return names.get(fold(unit), unit)


class _Seen:
    """What the documents together come to."""

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self.findings: list[Finding] = []
        self.owners: list[Owner] = []
        self.duties: list[Duty] = []
        self.names: dict[str, Counter[str]] = {}
        self.covered: dict[str, tuple[int, int, int]] = {}
        self.catalog: Catalog | None = None
        self.bare: list[str] = []
        self.uncoded: list[str] = []
        self.foreign: set[str] = set()

    def take(self, part: Part) -> None:
        self.documents.append(part.document)
        self.catalog = self.catalog or part.catalog
        self.findings += part.findings
        self.owners += part.owners
        self.duties += part.duties
        for key, counts in part.unit_counts.items():
            self.names.setdefault(key, Counter()).update(counts)
        self.covered[part.document.id] = part.covered
        if not part.has_text:
            self.bare.append(part.document.id)
        if not part.has_codes:
            self.uncoded.append(part.document.id)
        if part.own_catalog and part.own_catalog != part.catalog.name:
            self.foreign.add(part.own_catalog)

    def messages(self) -> Iterator[str]:
        if not self.documents:
            yield "không có văn bản nào để kiểm tra"
        if self.bare:
            yield (
                f"{len(self.bare)} văn bản không có nguyên văn kèm theo ({_some(self.bare)}): "
                "các quy tắc đọc lời văn không chạy; hãy chạy lại kehoach extract --out"
            )
        if self.uncoded:
            yield (
                f"{len(self.uncoded)} văn bản không nói tới chỉ số nào của bộ chỉ số "
                f"({_some(self.uncoded)}): không kiểm tra độ phủ"
            )
        if self.foreign:
            names = ", ".join(sorted(self.foreign))
            yield f"mã trong kết quả thuộc bộ chỉ số khác ({names}); nên trích xuất lại với --catalog"


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (", …" if len(names) > 3 else "")
