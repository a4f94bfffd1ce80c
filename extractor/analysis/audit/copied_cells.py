"""A row whose target speaks of its neighbour: left from copying or shifted by a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from extractor.analysis.audit.clauses import word_set
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Row, Subject
from extractor.vietnamese.forms import squeeze

_PLAIN = word_set(
    "có được đạt tỷ lệ trên số lượng của các những và từ tối thiểu phấn đấu duy trì tiếp tục hoàn thành thực "
    "hiện triển khai theo cho để trong năm đến mức độ xây dựng ban hành"
)
"""Words that say nothing of what is aimed at."""
_LEAST = 2
_LONG = 12


def targets(subject: Subject) -> Iterator[Hit]:
    """ "Sở X có bộ phận chuyên trách | Có chức năng" below "Sở X có chức năng, nhiệm vụ …"."""
    for a, b in pairwise(subject.rows):
        if a.table != b.table or a.label.startswith(f"{b.label}.") or b.label.startswith(f"{a.label}."):
            continue
        for own, other in ((a, b), (b, a)):
            words = _aim(subject, own)
            name, beside = _name(subject, own), _name(subject, other)
            if len(words) >= _LEAST and name and words <= beside and 2 * len(words - name) >= len(words):
                cells = (own.cells["target"], own.cells["name"], other.cells["name"])
                figures: dict[str, Figure] = {"row": own.label or subject.words(own.cells["name"])[:80]}
                figures |= {"target": subject.words(cells[0]), "other": subject.words(cells[2])[:120]}
                code = own.label if own.label in subject.catalog else None
                yield Hit(
                    "target-of-another-row", figures, tuple(subject.at(c.start, c.end) for c in cells), code
                )


def _aim(subject: Subject, row: Row) -> frozenset[str]:
    """What a target in words aims at; nothing where it has figures."""
    words = squeeze(subject.words(row.cells.get("target"))).split()
    if len(words) > _LONG or any(not word.isalpha() for word in words):
        return frozenset()
    return frozenset(words) - _PLAIN


def _name(subject: Subject, row: Row) -> frozenset[str]:
    return word_set(subject.words(row.cells.get("name")))
