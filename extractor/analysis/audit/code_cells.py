"""Codes of the catalog in a column of a table, and in prose before brackets, that belong to another name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extractor.analysis.audit.cited_codes import POINTED, other_indicator
from extractor.analysis.audit.clauses import word_set
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.catalog.terms import expand
from extractor.sources.model import Cell
from extractor.structure.annex import header_role, heads_codes, of_codes
from extractor.vietnamese.forms import squeeze

_CODE = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}")
_MOSTLY, _ROWS = 0.6, 4
_FITS, _UNFIT, _CLEAR = 0.8, 0.3, 0.3
_PART, _WHOLE, _NEARLY_ALL = 0.75, 0.95, 0.8
"""Where nearly all names fit, one that fits its own code in part and another's in whole is that one's."""
_LEAST, _COLUMNS = 4, 6
_GENERAL = word_set(
    "tỷ lệ số lượng mức độ triển khai các của được có trên và về cho trong theo tại là với đã tỉnh thành phố "
    "tổng"
)


def columns(subject: Subject) -> Iterator[Hit]:
    """ "| 6.21 | Hồ sơ xử lý trực tuyến |", the code in any column, where the other rows' codes fit
    their names."""
    for _, grid in subject.grids:
        if len(grid) <= _ROWS:
            continue
        for column in range(min(len(grid[0]), 8)):
            rows = [(row, code) for row in grid[1:] if (code := _code(subject, row[column]))]
            if len(rows) >= _ROWS and len(rows) >= _MOSTLY * (len(grid) - 1):
                yield from _column(subject, rows)
                break


def _column(subject: Subject, rows: Sequence[tuple[Sequence[Cell | None], str]]) -> Iterator[Hit]:
    names = max(_names(subject, rows), key=lambda told: _fitting(subject, told), default=[])
    if not names or _fitting(subject, names) < _MOSTLY * len(names):
        return  # numbers of another set
    sure = _fitting(subject, names) >= _NEARLY_ALL * len(names)
    told = [(row, code, name) for (row, code), (_, name) in zip(rows, names, strict=True)]
    for row, code, name in told:
        first = next(cell for cell in row if cell is not None)
        other = _other(subject, code, name) or (_near(subject, code, name) if sure else None)
        if other is not None:
            yield _hit(subject, code, other, (first.start, max(c.end for c in row if c is not None)))


def _code(subject: Subject, cell: Cell | None) -> str | None:
    words = subject.low(cell).strip(" .")
    return words if _CODE.fullmatch(words) and words in subject.catalog else None


def _names(
    subject: Subject, rows: Sequence[tuple[Sequence[Cell | None], str]]
) -> Iterator[list[tuple[str, str]]]:
    """For each column that may hold the names: the codes of the rows with its words."""
    for column in range(min(len(rows[0][0]), _COLUMNS)):
        yield [(code, subject.low(row[column])) for row, code in rows]


def _fitting(subject: Subject, told: Sequence[tuple[str, str]]) -> int:
    return sum(_share(name, subject.catalog[code].name) >= _FITS for code, name in told)


def _other(subject: Subject, code: str, name: str) -> str | None:
    """The only indicator that a name fits, where it does not fit its own."""
    own = _share(name, subject.catalog[code].name)
    if own > _UNFIT or len(_content(name)) < _LEAST:
        return None
    shares = sorted(
        ((_share(name, i.name), i.code) for i in subject.catalog if not i.is_group and i.code != code),
        reverse=True,
    )
    (best, other), (second, _) = shares[0], shares[1]
    clear = (
        best >= _FITS
        and best - own >= _CLEAR
        and (best > second or _closest(subject, name, best, shares) == other)
    )
    return other if clear and not (other.startswith(f"{code}.") or code.startswith(f"{other}.")) else None


def _near(subject: Subject, code: str, name: str) -> str | None:
    """The only indicator of the group that a name fits in whole, where its own lacks some of the words.

    Two of them, or one that stands for another: "máy trạm" for "máy chủ".
    """
    words, own = _content(name), _content(subject.catalog[code].name)
    lacking, group = words - own, code.split(".")[0]
    if not lacking or len(words) < _LEAST:
        return None
    fits = [
        i.code for i in subject.catalog
        if not i.is_group and i.code.split(".")[0] == group and _share(name, i.name) >= _WHOLE
    ]  # fmt: skip
    if len(fits) != 1 or fits[0].startswith(f"{code}.") or code.startswith(f"{fits[0]}."):
        return None
    parted = own - _content(subject.catalog[fits[0]].name)
    clear = len(lacking) > 1 and len(lacking) >= (1 - _PART) * len(words)
    return fits[0] if clear or (parted and not parted & words) else None


def _closest(subject: Subject, name: str, best: float, shares: Sequence[tuple[float, str]]) -> str | None:
    """Of the indicators that a name fits equally well the one with the fewest words beyond it."""
    same = [code for share, code in shares if share == best]
    beyond = sorted((len(_content(subject.catalog[code].name) - _content(name)), code) for code in same)
    return beyond[0][1] if len(beyond) < 2 or beyond[0][0] < beyond[1][0] else None


@lru_cache(maxsize=32768)
def _share(name: str, known: str) -> float:
    """How much of a name's words an indicator's name holds."""
    words = _content(name)
    return len(words & _content(known)) / len(words) if words else 0.0


@lru_cache(maxsize=8192)
def _content(name: str) -> frozenset[str]:
    return word_set(expand(name)[0]) - _GENERAL


_FEW_WRONG = 0.2


def works(subject: Subject) -> Iterator[Hit]:
    """ "Ứng dụng AI trong chính quyền số | 7.9": a work's own words against the one code beside it."""
    for _, grid in subject.grids:
        heads = [subject.low(cell) for cell in grid[0]]
        roles = [header_role(head)[0] for head in heads]
        titled = (c for c in range(1, len(heads)) if heads_codes(heads[c]))
        coded = next((c for c in titled if of_codes(heads[c], _filled(subject, grid[1:], c))), None)
        name = next((c for c, role in enumerate(roles) if role == "name" and c != coded), None)
        if coded is None or name is None or len(grid) <= _ROWS:
            continue
        rows = [(row, code) for row in grid[1:] if (code := _code(subject, row[coded]))]
        hits = []
        for row, code in rows:
            told = squeeze(re.sub(r"\d[\d.,]*", " ", subject.words(row[name])))
            other = other_indicator(subject, code, told)
            if other is not None and not (other.startswith(f"{code}.") or code.startswith(f"{other}.")):
                first = next(cell for cell in row if cell is not None)
                hits.append(
                    _hit(subject, code, other, (first.start, max(c.end for c in row if c is not None)))
                )
        yield from hits if len(hits) <= max(1, _FEW_WRONG * len(rows)) else ()


def _filled(subject: Subject, rows: Sequence[Sequence[Cell | None]], column: int) -> list[str]:
    return [words for row in rows if (words := subject.low(row[column]))]


_IN_BRACKETS = re.compile(
    r"(?<!\w)(?:chỉ số|chỉ tiêu|mã)(?: thành phần)?(?: số)? (\d{1,2}\.\d{1,2}) ?\(([^()\d]{12,120})\)"
)
_SPOKEN = sign(_IN_BRACKETS, needs=("(",))


def brackets(subject: Subject) -> Iterator[Hit]:
    """ "chỉ số 8.2 (chữ ký số cá nhân của người dân)": that is 8.3."""
    for start, words in subject.bearing(_SPOKEN):
        for match in _IN_BRACKETS.finditer(words):
            if match[1] not in subject.catalog:
                continue
            pointed = POINTED.search(words[: match.start()])
            if not pointed and other_indicator(subject, match[1], squeeze(match[2])):
                continue  # the rule on cited codes tells it
            other = _other(subject, match[1], match[2])
            if other is not None:
                yield _hit(subject, match[1], other, (start + match.start(), start + match.end()))


def _hit(subject: Subject, code: str, other: str, where: tuple[int, int]) -> Hit:
    figures: dict[str, Figure] = {"code": code, "name": subject.catalog[code].name, "other": other}
    figures["other_name"] = subject.catalog[other].name
    return Hit("code-of-another-indicator", figures, (subject.at(*where),), code)
