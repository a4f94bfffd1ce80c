"""Which catalog a document's codes belong to: issues stand apart, or are joined by a crosswalk."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from extractor.catalog import Catalog
from extractor.errors import CatalogError

_COLUMNS = frozenset({"from_catalog", "from_code", "to_catalog", "to_code"})
_SAME = ("", "same")


@dataclass(frozen=True)
class Crosswalk:
    """Codes of one issue that mean the same as codes of another.

    ``codes[(catalog, code)]`` is where that code is to be counted: (catalog, code).
    """

    codes: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def from_csv(cls, path: str | Path) -> Crosswalk:
        """Columns from_catalog, from_code, to_catalog, to_code, and optional relation.

        Only rows whose relation is empty or ``same`` join; ``broader``, ``narrower`` … stand apart.
        Raises CatalogError: unreadable, a column lacks, or one code is led to two.
        """
        path = Path(path)
        codes: dict[tuple[str, str], tuple[str, str]] = {}
        try:
            with path.open(encoding="utf-8-sig", newline="") as handle:
                reader = csv.DictReader(handle)
                if not _COLUMNS.issubset(reader.fieldnames or ()):
                    raise CatalogError(
                        f"{path}: bảng chuyển đổi cần có các cột {', '.join(sorted(_COLUMNS))}"
                    )
                for line, row in enumerate(reader, start=2):
                    _take(row, codes, f"{path}, dòng {line}")
        except OSError as error:
            raise CatalogError(f"{path}: không đọc được ({error.strerror or error})") from error
        except (UnicodeDecodeError, csv.Error) as error:
            raise CatalogError(f"{path}: không phải tệp CSV mã UTF-8 ({error})") from error
        return cls(codes)

    def lead(self, catalog: str, code: str) -> tuple[str, str]:
        """Where a code is counted; itself where no row leads on."""
        return self.codes.get((catalog, code), (catalog, code))

    def can_name(self, catalog: str, indicator: tuple[str, str]) -> bool:
        """Whether a document with the codes of a catalog can name an indicator (catalog, code) at all."""
        return indicator[0] == catalog or (catalog, indicator) in self._reached

    @cached_property
    def _reached(self) -> frozenset[tuple[str, tuple[str, str]]]:
        return frozenset((start[0], end) for start, end in self.codes.items())


def _take(row: Mapping[str, str], codes: dict[tuple[str, str], tuple[str, str]], where: str) -> None:
    cells = {key: (row.get(key) or "").strip() for key in (*_COLUMNS, "relation")}
    if cells["relation"].lower() not in _SAME:
        return
    start, end = (cells["from_catalog"], cells["from_code"]), (cells["to_catalog"], cells["to_code"])
    if not all((*start, *end)):
        raise CatalogError(f"{where}: thiếu tên bộ chỉ số hoặc mã")
    if codes.setdefault(start, end) != end:
        raise CatalogError(f"{where}: mã {start[1]} của {start[0]} dẫn tới hai mã khác nhau")


@dataclass(frozen=True)
class Issues:
    """The catalogs in use by name, in order of first use; None for one whose list is not at hand."""

    known: Mapping[str, Catalog | None]
    crosswalk: Crosswalk

    def name_of(self, catalog: str, code: str | None) -> str | None:
        """The printed name of an indicator, where its catalog is at hand and holds it."""
        known = self.known.get(catalog)
        return known[code].name if known is not None and code is not None and code in known else None

    def group_of(self, catalog: str, code: str | None) -> str | None:
        """The code of the main indicator above (or of itself)."""
        known = self.known.get(catalog)
        if known is None or code is None or code not in known:
            return None
        indicator = known[code]
        while indicator.parent is not None:
            indicator = known[indicator.parent]
        return indicator.code

    def pillar_of(self, catalog: str, code: str | None) -> str | None:
        """The pillar that an indicator belongs to, where its catalog tells."""
        known = self.known.get(catalog)
        return known[code].pillar if known is not None and code is not None and code in known else None


def issues_in_use(names: Iterable[str], chosen: Catalog, crosswalk: Crosswalk | None) -> Issues:
    """The catalogs that documents name, those that the crosswalk leads to, and the chosen one."""
    walk = crosswalk or Crosswalk()
    named = list(names)
    led = [to[0] for start, to in walk.codes.items() if start[0] in named]
    found: dict[str, Catalog | None] = {}
    for name in [*named, *led] or [chosen.name]:
        if name == chosen.name:
            found[name] = chosen
        else:
            found[name] = Catalog.load(name) if name in Catalog.names() else None
    return Issues(found, walk)
