"""What an audit keeps of one document; its text is let go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from extractor.analysis.audit.model import Finding, Span
from extractor.analysis.audit.run import audit_document
from extractor.analysis.audit.subject import Subject
from extractor.analysis.owners import Duty, Owner, duties, owners
from extractor.catalog import Catalog
from extractor.errors import ReadError
from extractor.records import Document, Extraction
from extractor.sources import saved
from extractor.sources.model import Source


class Part(NamedTuple):
    """Findings, owners and duties of one document. ``own_catalog`` is the issue that its record names."""

    document: Document
    catalog: Catalog
    own_catalog: str | None
    findings: list[Finding]
    owners: list[Owner]
    duties: list[Duty]
    unit_counts: Mapping[str, Counter[str]]
    covered: tuple[int, int, int]
    """Sub-indicators with a target, with a lead, and all of the catalog."""
    has_text: bool
    has_codes: bool

    def packed(self) -> tuple[Any, ...]:
        """For another process: plain tuples cross six times faster than named ones, the catalog by name."""
        # findings of one indicator share their words, which then cross once
        plain = {id(f.evidence): tuple(map(tuple, f.evidence)) for f in self.findings}
        findings = [(*f[:7], plain[id(f.evidence)], f.link) for f in self.findings]
        owners = [(*o[:5], o.evidence and tuple(o.evidence)) for o in self.owners]
        duties = [(*d[:12], tuple(d.evidence)) for d in self.duties]
        return (
            self.document, self.catalog.name, self.own_catalog, findings, owners, duties,
            [(key, dict(counts)) for key, counts in self.unit_counts.items()], *self[7:],
        )  # fmt: skip

    @classmethod
    def unpacked(cls, packed: tuple[Any, ...], catalog: Catalog | None) -> Part:
        """What ``packed`` made; ``catalog`` is the one that all documents are held against, if any."""
        document, name, own, findings, owners, duties, counts, *rest = packed
        spans = {id(f[7]): tuple(map(Span._make, f[7])) for f in findings}
        return cls(
            document, catalog or Catalog.load(name), own,
            [Finding._make((*f[:7], spans[id(f[7])], f[8])) for f in findings],
            [Owner._make((*o[:5], o[5] and Span._make(o[5]))) for o in owners],
            [Duty._make((*d[:12], Span._make(d[12]))) for d in duties],
            {key: Counter(found) for key, found in counts}, *rest,
        )  # fmt: skip

    def named(self, name: str) -> Part:
        """The same under another name of the document."""
        if name == self.document.id:
            return self
        return self._replace(
            document=self.document.model_copy(update={"id": name}),
            findings=[finding._replace(document=name) for finding in self.findings],
            owners=[owner._replace(document=name) for owner in self.owners],
            duties=[duty._replace(document=name) for duty in self.duties],
        )


def subject_of(path: Path, extraction: Extraction, catalog: Catalog | None) -> Subject:
    """A record with the text that `extract` left beside it, under its own catalog where none is given."""
    source = None
    beside = path.with_suffix(saved.SUFFIX)
    if beside.is_file():
        try:
            source = saved.load(beside)
        except ReadError:
            source = None  # the record can be audited without; the report says so
    return subject_with(extraction, source, catalog)


def subject_with(extraction: Extraction, source: Source | None, catalog: Catalog | None) -> Subject:
    """A record and its text, under the catalog that the record names where none is given."""
    named = extraction.catalog
    own = Catalog.load(named) if named in Catalog.names() else Catalog.default()
    return Subject(extraction, catalog or own, source)


def part_of(subject: Subject) -> Part:
    """One document audited."""
    extraction = subject.extraction
    rows = owners(subject)
    known = {i.code for i in subject.catalog if not i.is_group}
    aimed = {c for t in extraction.targets for c in t.indicator_codes} & known
    led = {row.indicator_code for row in rows if row.role == "lead"}
    return Part(
        extraction.document, subject.catalog, extraction.catalog, audit_document(subject), rows,
        duties(subject), subject.unit_counts, (len(aimed), len(led), len(known)),
        subject.source is not None, bool(subject.codes),
    )  # fmt: skip
