"""Documents audited by one call.

>>> result = audit("out-2024")                # a folder that `kehoach extract` wrote
>>> result = audit((extraction, source))      # what `extract` gave, with the text that `read` gave
>>> result.frame("findings")[["severity", "message", "quote"]]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from extractor.analysis.audit.many import audit_records
from extractor.analysis.audit.part import Part, part_of, subject_with
from extractor.analysis.audit.report import Audit, make_audit
from extractor.analysis.audit.suppress import Suppression, read_suppressions
from extractor.analysis.load import Names, OnError
from extractor.catalog import Catalog
from extractor.errors import KehoachError
from extractor.records import Actual, Extraction, Target, Task
from extractor.sources.model import Source
from extractor.vietnamese.forms import squeeze

Record = Extraction | tuple[Extraction, Source]


def audit(
    *documents: str | Path | Record | Iterable[Record],
    catalog: Catalog | None = None,
    suppress: str | Path | Sequence[Suppression] = (),
    jobs: int = 1,
) -> Audit:
    """Audit ``documents``: folders or files that `extract` wrote, Extractions, or pairs (Extraction, Source).

    An Extraction alone is audited without the rules that read the text. ``catalog`` is the list of
    indicators to hold documents against (default: the one a record names, else the provincial DTI set);
    ``suppress`` the findings that were looked at and accepted: a CSV file or its rows. ``jobs`` processes
    share a folder; more than one needs the usual ``if __name__ == "__main__"`` of scripts.
    Files that cannot be read are told in ``messages``. Raises KehoachError for a bad CSV file, or a text
    that is another document's.
    """
    problems: list[str] = []
    accepted = read_suppressions(Path(suppress)) if isinstance(suppress, str | Path) else suppress
    names = Names()
    parts = _parts(documents, catalog, lambda error: problems.append(str(error)), jobs)
    found = make_audit((part.named(names.of(part.document.id)) for part in parts), catalog, accepted)
    return replace(found, messages=(*problems, *found.messages))


def _parts(
    documents: Iterable[object], catalog: Catalog | None, on_error: OnError, jobs: int
) -> Iterator[Part]:
    for document in documents:
        match document:
            case str() | Path():
                yield from audit_records([document], catalog, on_error, jobs)
            case Extraction():
                yield part_of(subject_with(document, None, catalog))
            case (Extraction() as extraction, Source() as source):
                _must_belong(source, extraction)
                yield part_of(subject_with(extraction, source, catalog))
            case Iterable():
                yield from _parts(document, catalog, on_error, jobs)
            case _:
                raise KehoachError(
                    f"không kiểm tra được {type(document).__name__}: cần thư mục hay tệp do kehoach extract "
                    "ghi, kết quả trích xuất, hoặc cặp (kết quả trích xuất, nguyên văn)"
                )


def _must_belong(source: Source, extraction: Extraction) -> None:
    """A text that is another document's would give findings about nothing.

    Quotes that an annotator has shortened are no sign of that while most stand where the record says.
    """
    quoted: tuple[Task | Target | Actual, ...] = (
        *extraction.tasks, *extraction.targets, *extraction.actuals,
    )  # fmt: skip
    stand = [
        squeeze(source.text[record.evidence.start : record.evidence.end]) == squeeze(record.quote)
        for record in quoted
        if record.evidence
    ]
    if 2 * sum(stand) < len(stand):
        raise KehoachError(
            f"nguyên văn {source.name} không phải của kết quả trích xuất {extraction.document.id}"
        )
