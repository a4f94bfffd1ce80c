"""A whole audit: documents, findings, owners; what pages, workbooks and files are made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractor.analysis.audit.model import Finding
from extractor.analysis.audit.run import audit_document
from extractor.analysis.audit.subject import Subject
from extractor.analysis.audit.suppress import Suppression, suppressed
from extractor.analysis.owners import Duty, Load, Owner, duties, loads, owners, spelling
from extractor.catalog import Catalog
from extractor.errors import ReadError
from extractor.records import Document, Extraction
from extractor.sources import saved


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
    found: Sequence[Subject], catalog: Catalog | None = None, accepted: Sequence[Suppression] = ()
) -> Audit:
    """Audit documents; nothing to audit gives an empty report with a message."""
    findings = [finding for subject in found for finding in audit_document(subject)]
    stay, gone, unused = suppressed(findings, accepted)
    names = spelling(found)
    own = [row for subject in found for row in owners(subject, names)]
    given = [duty for subject in found for duty in duties(subject, names)]
    return Audit(
        tuple(s.extraction.document for s in found),
        catalog or (found[0].catalog if found else Catalog.default()),
        tuple(stay), tuple(gone), tuple(unused), tuple(own), tuple(given), tuple(loads(given)),
        {s.extraction.document.id: _covered(s, own) for s in found}, tuple(_messages(found)),
    )  # fmt: skip


def _covered(subject: Subject, rows: Sequence[Owner]) -> tuple[int, int, int]:
    name = subject.extraction.document.id
    all_codes = {i.code for i in subject.catalog if not i.is_group}
    aimed = {c for t in subject.extraction.targets for c in t.indicator_codes} & all_codes
    led = {r.indicator_code for r in rows if r.document == name and r.role == "lead"}
    return len(aimed), len(led), len(all_codes)


def _messages(found: Sequence[Subject]) -> Iterator[str]:
    if not found:
        yield "không có văn bản nào để kiểm tra"
        return
    bare = [s.extraction.document.id for s in found if s.source is None]
    if bare:
        yield (
            f"{len(bare)} văn bản không có nguyên văn kèm theo ({', '.join(bare[:3])}"
            f"{', …' if len(bare) > 3 else ''}): các quy tắc đọc lời văn không chạy; hãy chạy lại kehoach extract"
        )
    uncoded = [s.extraction.document.id for s in found if not s.codes]
    if uncoded:
        yield (
            f"{len(uncoded)} văn bản không nói tới chỉ số nào của bộ chỉ số ({', '.join(uncoded[:3])}"
            f"{', …' if len(uncoded) > 3 else ''}): không kiểm tra độ phủ"
        )
    foreign = {
        s.extraction.catalog for s in found
        if s.extraction.catalog and s.extraction.catalog != s.catalog.name
    }  # fmt: skip
    if foreign:
        yield f"mã trong kết quả thuộc bộ chỉ số khác ({', '.join(sorted(foreign))}); nên trích xuất lại với --catalog"
