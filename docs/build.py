"""Rewrite the generated parts of README and docs: whatever a program can tell is not typed by hand.

usage: python docs/build.py [--check]

A generated part stands between ``<!-- generated: NAME -->`` and ``<!-- end -->``.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "README.vi.md", "docs/cli.md", "docs/output.md")
COMMANDS = ("extract", "show", "compare", "audit", "progress", "catalog", "match", "evaluate", "schema")
STATEMENT = "Phấn đấu 80% DN nhỏ và vừa dùng nền tảng số"
_PART = re.compile(r"(<!-- generated: ([\w-]+) -->\n).*?(<!-- end -->)", re.S)


def kehoach(*arguments: str) -> str:
    """What the command prints to stdout."""
    from extractor.cli.app import app

    printed = io.StringIO()
    os.environ["COLUMNS"] = "80"  # the same page on every terminal
    with contextlib.redirect_stdout(printed), contextlib.chdir(ROOT):
        app(list(arguments), prog_name="kehoach", standalone_mode=False)
    return "\n".join(line.rstrip() for line in printed.getvalue().splitlines()) + "\n"


def fenced(text: str, language: str = "") -> str:
    """A code block."""
    return f"```{language}\n{text.rstrip()}\n```\n"


def samples() -> list[Path]:
    """The bundled plans as text."""
    return sorted((ROOT / "corpora").glob("*.txt"))


def found() -> str:
    """The summary that `kehoach extract … --out out` prints for the bundled plans."""
    names = [path.relative_to(ROOT).as_posix() for path in samples()]
    with tempfile.TemporaryDirectory() as folder:
        printed = kehoach("extract", *names, "--out", folder)
        shown = printed.replace(folder, "out").replace("\\", "/")
    return fenced(f"$ kehoach extract corpora/*.txt --out out\n{shown}", "console")


def one_target() -> str:
    """A target with its task as in the JSON: the shortest that has a value, a baseline and a code."""
    from extractor import extract, read
    from extractor.report.json_out import plain

    shown: list[str] = []
    for path in samples():
        extraction = extract(read(path))
        tasks = {task.id: task for task in extraction.tasks}
        for target in extraction.targets:
            task = tasks.get(target.task or "")
            if not (task and task.lead_units and task.deadline and target.value is not None):
                continue
            if target.baselines and target.indicator_codes and target.evidence:
                parts: dict[str, Any] = {"target": plain(target), "task": plain(task)}
                shown.append(json.dumps(parts, ensure_ascii=False, indent=2))
    return fenced(shortened(min(shown, key=lambda text: (len(text), text))), "json") if shown else ""


def shortened(text: str) -> str:
    """Small objects and lists of values on one line: the page is for reading."""
    inner = re.compile(r"([{\[])\s*\n\s*([^{}\[\]]*?)\s*\n\s*([}\]])")

    def joined(match: re.Match[str]) -> str:
        content = re.sub(r"\s*\n\s*", " ", match[2])
        one = f"{match[1]}{content}{match[3]}"
        return one if len(one) <= 100 else match[0]

    return inner.sub(joined, text)


def matched() -> str:
    """A statement and the indicator it measures; the line of JSON laid out for reading."""
    answer = json.loads(kehoach("match", STATEMENT, "--json"))
    return fenced(shortened(json.dumps(answer, ensure_ascii=False, indent=2)), "json")


def command_help() -> str:
    """The help of each command."""
    parts = [fenced(kehoach("--help"))]
    parts += [f"## kehoach {name}\n\n{fenced(kehoach(name, '--help'))}" for name in COMMANDS]
    return "\n".join(parts)


def _type(field: dict[str, Any]) -> str:
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        return " or ".join(_type(option) for option in field["anyOf"])
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if field.get("type") == "array":
        return f"list of {_type(field.get('items', {}))}"
    if field.get("type") == "object":
        return f"map to {_type(field.get('additionalProperties') or {})}"
    return str(field.get("format") or field.get("type") or "any")


def fields() -> str:
    """A table of fields for each record, from the schema."""
    from extractor.report.schema import schema

    whole = schema()
    parts = []
    for name, part in [("Extraction", whole), *sorted(whole["$defs"].items())]:
        lines = [f"### {name}", "", part.get("description", ""), ""]
        lines += ["| Field | Type | Written | Meaning |", "|---|---|---|---|"]
        for field, spec in part["properties"].items():
            written = "always" if field in part.get("required", ()) else "where known"
            lines.append(f"| `{field}` | {_type(spec)} | {written} | {spec.get('description', '')} |")
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


PARTS: dict[str, Callable[[], str]] = {
    "found": found,
    "one-target": one_target,
    "matched": matched,
    "command-help": command_help,
    "fields": fields,
}


def rebuilt(page: str, wanted: Callable[[str], bool] = lambda _: True) -> str:
    """The page with its generated parts made anew."""

    def part(match: re.Match[str]) -> str:
        return match[1] + PARTS[match[2]]() + match[3] if wanted(match[2]) else match[0]

    return _PART.sub(part, page)


def main() -> int:
    """Rewrite the pages, or with --check tell which are stale."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where a page is stale")
    options = parser.parse_args()
    stale = []
    for name in PAGES:
        path = ROOT / name
        before = path.read_text("utf-8")
        after = rebuilt(before)
        if after != before:
            stale.append(name)
            if not options.check:
                path.write_text(after, "utf-8", newline="\n")
    print("\n".join(f"{'stale' if options.check else 'written'}: {name}" for name in stale) or "up to date")
    return 1 if stale and options.check else 0


if __name__ == "__main__":
    from extractor.cli.console import use_utf8

    use_utf8()
    sys.exit(main())
