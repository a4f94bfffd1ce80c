"""One framework, platform or plan named in two versions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.clauses import word_set
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_VERSION = re.compile(r"((?:[^\W\d_]+,? ){3,10})\(?phiên bản (?:số )?(\d{1,2}(?:\.\d{1,2})+)(?!\d|\.\d)")
_VERSIONED = sign(re.compile(r"phiên bản (?:số )?\d"))
_PLAIN = word_set(
    "của tỉnh thành phố ban hành xây dựng cập nhật nâng cấp theo việt nam các và lên từ quyết định khung về"
)
_LEAST, _ALIKE = 3, 0.6
_GOES_ON = re.compile(r"(?<!\w)(?:nâng|cập nhật|chuyển|thay|điều chỉnh|hướng tới)(?!\w)")


def versions(subject: Subject) -> Iterator[Hit]:
    """ "Kiến trúc … phiên bản 3.0" in the grounds, "… phiên bản 2.0" in a task that does not renew it."""
    seen: list[tuple[frozenset[str], str, int, re.Match[str]]] = []
    for start, words in subject.bearing(_VERSIONED):
        for match in _VERSION.finditer(words):
            name = word_set(match[1]) - _PLAIN
            if len(name) < _LEAST or _GOES_ON.search(match[1]):
                continue
            for other, version, at, first in seen:
                if version != match[2] and len(name & other) >= _ALIKE * len(name | other):
                    figures: dict[str, Figure] = {"what": match[1].strip(), "first": version}
                    figures["second"] = match[2]
                    spans = (subject.around(at, first), subject.around(start, match))
                    yield Hit("version-stated-twice", figures, spans)
                    break
            seen.append((name, match[2], start, match))
