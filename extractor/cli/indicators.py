"""`kehoach catalog` and `kehoach match`: the indicator catalog and what a statement means in it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.cli.console import out, written
from extractor.cli.extracting import load_catalog
from extractor.errors import KehoachError, ReadError

if TYPE_CHECKING:
    from extractor.catalog import Catalog
    from extractor.catalog.indicators import Indicator


def _catalog(path: str | None) -> Catalog:
    from extractor.catalog import Catalog

    return load_catalog(path) or Catalog.default()


def _entry(indicator: Indicator) -> dict[str, Any]:
    from extractor.report.json_out import plain

    fields = ("code", "parent", "name", "max_points", "pillar")
    return {name: plain(getattr(indicator, name)) for name in fields}


def run_catalog(code: str | None, path: str | None, as_json: bool) -> int:
    """Print the catalog, or one indicator with what is below it."""
    known = _catalog(path)
    chosen = list(known) if code is None else [known[code], *known.children(code)]
    if as_json:
        content: Any = [_entry(indicator) for indicator in chosen]
        if code is not None:
            content = content[0] | {"children": content[1:]}
        written(json.dumps(content, ensure_ascii=False, indent=1) + "\n")
        return 0
    from rich.table import Table
    from rich.text import Text

    from extractor.report.vietnamese import number

    table = Table(title=str(known.meta.get("title", known.name)), title_justify="left")
    table.add_column("Mã")
    table.add_column("Chỉ số", overflow="fold")
    table.add_column("Điểm tối đa", justify="right")
    for indicator in chosen:
        points = "" if indicator.max_points is None else number(indicator.max_points)
        table.add_row(
            indicator.code, Text(indicator.name), points, style="bold" if indicator.is_group else ""
        )
    out().print(table)
    return 0


def _decoded(data: bytes, name: str) -> str:
    try:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(name, f"không phải văn bản UTF-8 hợp lệ (byte thứ {error.start + 1})") from error


def _statements(text: str | None, path: Path | None) -> Iterator[str]:
    """The statements, one a line; blank lines state nothing."""
    if path is not None:
        try:
            content = _decoded(path.read_bytes(), str(path))
        except (OSError, ValueError) as error:
            raise ReadError(path, f"không đọc được ({getattr(error, 'strerror', None) or error})") from error
    elif text is None or text == "-":
        if text is None and sys.stdin.isatty():
            raise KehoachError("thiếu phát biểu: ghi TEXT, dùng --file, hoặc đưa vào stdin")
        content = _decoded(sys.stdin.buffer.read(), "stdin")
    else:
        content = text
    yield from (line.strip() for line in content.replace("\r", "\n").split("\n") if line.strip())


def run_match(text: str | None, path: Path | None, as_json: bool, catalog: str | None) -> int:
    """Match each statement; an unsure one gets no code, its alternatives are still told."""
    from extractor.catalog import Matcher

    known = _catalog(catalog)
    matcher = Matcher(known)
    statements = list(_statements(text, path))
    if not statements:
        raise KehoachError(f"{path or 'stdin'}: không có phát biểu nào")
    for statement in statements:
        found = matcher.match(statement)
        if as_json:
            written(json.dumps(_answer(statement, found), ensure_ascii=False) + "\n")
        else:
            _print(known, statement, found)
    return 0


def _ranked(found: Any) -> list[dict[str, Any]]:
    return [
        {"code": other.code, "score": round(other.score, 2), "reasons": list(other.reasons)}
        for other in found.alternatives
    ]


def _answer(statement: str, found: Any) -> dict[str, Any]:
    return {
        "text": statement,
        "code": found.code,
        "score": round(found.score, 2),
        "reasons": list(found.reasons),
        "alternatives": _ranked(found),
    }


def _print(known: Catalog, statement: str, found: Any) -> None:
    from rich.text import Text

    console = out()
    console.print(Text(statement, style="bold"))
    if found.code is None:
        console.print(Text(f"  không chắc thuộc chỉ số nào ({found.score:.0f})", style="yellow"))
    else:
        console.print(Text(f"  {found.code} {known[found.code].name} ({found.score:.0f})", style="green"))
    for reason in found.reasons:
        console.print(Text(f"    {reason}", style="dim"))
    for other in found.alternatives:
        if other.code == found.code:
            continue
        name = known[other.code].name if other.code in known else ""
        console.print(Text(f"  hoặc {other.code} {name} ({other.score:.0f})", style="dim"))
