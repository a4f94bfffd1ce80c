"""A whole audit: documents, findings, owners; what pages, workbooks and files are made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from extractor.analysis.audit.model import Finding
from extractor.analysis.audit.run import audit_document
from extractor.analysis.audit.subject import Subject
from extractor.analysis.audit.suppress import Suppression, suppressed
from extractor.analysis.owners import Duty, Load, Owner, duties, loads, owners, unit_counts
from extractor.catalog import Catalog
from extractor.errors import ReadError
from extractor.records import Document, Extraction
from extractor.sources import saved
from extractor.vietnamese.forms import fold


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


def subjects(records: Iterable[tuple[Path, Extraction]], catalog: Catalog | None) -> Iterator[Subject]:
    """Records with the text that `extract` left beside them, each under its own catalog."""
    for path, extraction in records:
        source = None
        beside = path.with_suffix(saved.SUFFIX)
        if beside.is_file():
            try:
                source = saved.load(beside)
            except ReadError:
                source = None  # the record can be audited without; the report says so
        yield Subject(extraction, catalog or _own(extraction), source)


def _own(extraction: Extraction) -> Catalog:
    named = extraction.catalog
    return Catalog.load(named) if named in Catalog.names() else Catalog.default()


def make_audit(
    found: Iterable[Subject], catalog: Catalog | None = None, accepted: Sequence[Suppression] = ()
) -> Audit:
    """Audit documents one after the other, keeping only what was found.

    Nothing to audit gives an empty report with a message.
    """
    seen = _Seen()
    for subject in found:
        seen.take(subject)
    stay, gone, unused = suppressed(seen.findings, accepted)
    names = {key: max(counts, key=lambda name: counts[name]) for key, counts in seen.names.items()}
    own = [
        row if (name := _usual(names, row.unit)) == row.unit else replace(row, unit=name)
        for row in seen.owners
    ]
    given = [d if (name := _usual(names, d.unit)) == d.unit else replace(d, unit=name) for d in seen.duties]
    return Audit(
        tuple(seen.documents), catalog or seen.catalog or Catalog.default(),
        tuple(stay), tuple(gone), tuple(unused), tuple(own), tuple(given), tuple(loads(given)),
        seen.covered, tuple(seen.messages()),
    )  # fmt: skip


def _usual(names: Mapping[str, str], unit: str) -> str:
    return names.get(fold(unit), unit)


class _Seen:
    """What is kept of each document while the others are read; its text is let go."""

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

    def take(self, subject: Subject) -> None:
        document = subject.extraction.document
        self.documents.append(document)
        self.catalog = self.catalog or subject.catalog
        self.findings += audit_document(subject)
        rows = owners(subject)
        self.owners += rows
        self.duties += duties(subject)
        for key, counts in unit_counts(subject).items():
            self.names.setdefault(key, Counter()).update(counts)
        known = {i.code for i in subject.catalog if not i.is_group}
        aimed = {c for t in subject.extraction.targets for c in t.indicator_codes} & known
        led = {row.indicator_code for row in rows if row.role == "lead"}
        self.covered[document.id] = (len(aimed), len(led), len(known))
        if subject.source is None:
            self.bare.append(document.id)
        if not subject.codes:
            self.uncoded.append(document.id)
        if subject.extraction.catalog and subject.extraction.catalog != subject.catalog.name:
            self.foreign.add(subject.extraction.catalog)

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
