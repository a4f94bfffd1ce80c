"""Run all benchmarks and write docs/benchmarks.md.

usage: python -m benchmarks.page [--runs N] [--print]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from benchmarks import ocr, reading, speed
from benchmarks.measuring import PAGE, Section, environment


def page(sections: Sequence[Section]) -> str:
    """The page, in Markdown: all limits first."""
    libraries = list(dict.fromkeys(name for section in sections for name in section.libraries))
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`; no figure here is typed by hand.",
        "",
        "| What | Measured | Limit | |",
        "|---|---:|---:|---|",
        *(verdict.row() for section in sections for verdict in section.verdicts),
    ]
    for section in sections:
        lines += ["", f"## {section.title}", "", *section.lines]
    lines += ["", "## Machine", "", environment(libraries)]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="of the whole way; reading takes twice as many")
    parser.add_argument("--print", action="store_true", help="print only, write nothing")
    options = parser.parse_args()
    content = page([speed.section(options.runs), reading.section(2 * options.runs + 1), ocr.section()])
    print(content)
    if not options.print:
        PAGE.write_text(content, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    from extractor.cli.console import use_utf8

    use_utf8()
    sys.exit(main())
