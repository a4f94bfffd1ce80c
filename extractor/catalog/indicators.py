"""Indicator catalogs: a list of codes and names by issue, shipped ones or a user's own CSV."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from extractor import gazetteers
from extractor.errors import CatalogError

DEFAULT = "dti-2022-province"
_COLUMNS = {"code", "name", "parent", "max_points", "pillar", "measure", "group", "aliases", "not"}
_NAME = re.compile(r"[\w.-]+\Z")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One line of a catalog. ``excludes`` are wordings not to be confused with it."""

    code: str
    name: str
    parent: str | None = None
    max_points: float | None = None
    pillar: str | None = None
    measure: str | None = None
    """What is counted: share, count, money, frequency, degree, state (there or not), score."""
    group: str | None = None
    """Short English name of its main group, for charts and code."""
    aliases: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()

    @property
    def is_group(self) -> bool:
        """A heading such as "1 Nhận thức số": only its code, printed, can mean it."""
        return self.parent is None and "." not in self.code


@dataclass(frozen=True)
class Catalog:
    """Indicators in printed order, with what is known of their issue and how to recognise them."""

    name: str
    indicators: tuple[Indicator, ...]
    meta: Mapping[str, Any] = field(default_factory=dict)
    rules: Mapping[str, Any] = field(default_factory=dict, repr=False)
    _by_code: Mapping[str, Indicator] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        by_code = {i.code: i for i in self.indicators}
        if len(by_code) != len(self.indicators):
            seen: set[str] = set()
            twice = next(i.code for i in self.indicators if i.code in seen or seen.add(i.code))  # type: ignore[func-returns-value]
            raise CatalogError(f"bộ chỉ số {self.name}: mã {twice} lặp lại")
        for i in self.indicators:
            if i.parent is not None and i.parent not in by_code:
                raise CatalogError(
                    f"bộ chỉ số {self.name}: {i.code} thuộc mã cha {i.parent} không có trong bộ"
                )
        object.__setattr__(self, "_by_code", by_code)

    def __getitem__(self, code: str) -> Indicator:
        try:
            return self._by_code[code]
        except KeyError:
            raise CatalogError(f"bộ chỉ số {self.name} không có mã {code!r}") from None

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self.indicators)

    def __len__(self) -> int:
        return len(self.indicators)

    def children(self, code: str | None) -> tuple[Indicator, ...]:
        """The indicators directly below ``code`` (None: the main groups)."""
        return tuple(i for i in self.indicators if i.parent == code)

    @classmethod
    def load(cls, name: str = DEFAULT) -> Catalog:
        """A catalog that ships with the package, by name (see ``Catalog.names``)."""
        return _load(name)

    @classmethod
    def default(cls) -> Catalog:
        """The provincial set of decision 922/QĐ-BTTTT (2022)."""
        return _load(DEFAULT)

    @classmethod
    def from_csv(cls, path: str | Path) -> Catalog:
        """A user's own list: columns code, name and optional parent, max_points, pillar, measure, group,
        aliases, not.

        Several aliases, or several wordings of ``not``, are separated by "|".
        """
        path = Path(path)
        try:
            with path.open(encoding="utf-8-sig", newline="") as handle:
                return cls(path.stem, _read(csv.DictReader(handle), path.name))
        except OSError as error:
            raise CatalogError(f"{path}: không đọc được ({error.strerror or error})") from error
        except (UnicodeDecodeError, csv.Error) as error:
            raise CatalogError(f"{path}: không phải tệp CSV mã UTF-8 ({error})") from error

    @staticmethod
    def names() -> tuple[str, ...]:
        """The catalogs that ship with the package."""
        return _names()


@cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(p.stem for p in (gazetteers.folder() / "catalogs").glob("*.csv")))


@cache
def _load(name: str) -> Catalog:
    folder = gazetteers.folder() / "catalogs"
    if not _NAME.match(name) or not (folder / f"{name}.csv").is_file():
        raise CatalogError(f"không có bộ chỉ số {name!r}; hiện có: {', '.join(Catalog.names())}")
    plain = Catalog.from_csv(folder / f"{name}.csv")
    meta = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    rules = meta.get("rules")
    known = json.loads((folder / rules).read_text(encoding="utf-8")) if rules else {}
    return Catalog(name, plain.indicators, meta, known)


def _read(reader: csv.DictReader[str], where: str) -> tuple[Indicator, ...]:
    columns = {(c or "").strip().lower(): c for c in reader.fieldnames or ()}
    if not {"code", "name"} <= set(columns):
        raise CatalogError(f"{where}: bộ chỉ số cần có cột code (mã) và name (tên)")
    found: list[Indicator] = []
    for line, row in enumerate(reader, start=2):
        cells = {key: (row.get(columns[key]) or "").strip() for key in _COLUMNS & set(columns)}
        if not any(cells.values()):
            continue
        if not cells["code"] or not cells["name"]:
            raise CatalogError(f"{where}, dòng {line}: code và name không được để trống")
        found.append(_indicator(cells, f"{where}, dòng {line}"))
    if not found:
        raise CatalogError(f"{where}: không có chỉ số nào")
    return tuple(found)


def _indicator(cells: dict[str, str], where: str) -> Indicator:
    points = cells.get("max_points", "")
    try:
        value = float(points.replace(",", ".")) if points else None
    except ValueError:
        raise CatalogError(f"{where}: max_points không phải là số: {points!r}") from None
    return Indicator(
        code=cells["code"],
        name=cells["name"],
        parent=cells.get("parent") or None,
        max_points=value,
        pillar=cells.get("pillar") or None,
        measure=cells.get("measure") or None,
        group=cells.get("group") or None,
        aliases=_several(cells.get("aliases", "")),
        excludes=_several(cells.get("not", "")),
    )


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())
