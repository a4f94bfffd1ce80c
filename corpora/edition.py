"""One source per edition: its blocks, its text form and its gold.

The source (`sources/<id>.txt`) is plain text, one paragraph a line, with these marks:

    # x, ## x          headings (two ranks)          @title x    a centred title line
    @two … @end        two columns, `left || right`  @table … @end   rows `a | b | c`, header first
    @landscape         the pages after it lie across @txt x      a line of the text form only
    @mark … @again     the text form repeats what stands between, as careless web copies do
    {t1: words}        the words are the quote of task t1 (or target g1; several ids: {g1,g2: …})
    ¦                  ends a task's title (two of them: the title stands between)

`sources/<id>.facts.json` holds what the marks cannot say: values, units, owners, dates, codes.
Gold = facts + marked words, so a quote cannot drift away from its text.
"""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
EDITIONS: dict[str, str] = {"ca-mau-2023": "plain", "dong-nai-2024": "portal", "ninh-thuan-2023": "plain"}
"""Edition id → form of its text: plain lines with pipe tables, or a hard-wrapped portal copy."""

_OPEN = re.compile(r"\{((?:[tg]\d+,?)+): ")
_LABEL = re.compile(r"^Nhiệm vụ:\s*")
_WIDTH, _FIRST, _FIRST_HEADING = 80, 26, 8  # portals break the first line of a paragraph early


@dataclass(frozen=True)
class Block:
    """One paragraph or table of an edition: `kind` is its mark, `rows` its cells (a paragraph has one)."""

    kind: str
    rows: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """The text of a paragraph."""
        return self.rows[0][0]


@dataclass(frozen=True)
class Mark:
    """The words marked as quote of a task or target, and the title within them."""

    quote: str
    title: str


def read_marks(line: str) -> tuple[str, dict[str, Mark]]:
    """Take the marks off a line: its plain text and the marked words by id."""
    plain: list[str] = []
    bars: list[int] = []
    open_at: list[tuple[str, int]] = []
    marks: dict[str, Mark] = {}
    i = size = 0
    while i < len(line):
        if opened := _OPEN.match(line, i):
            open_at.append((opened[1], size))
            i = opened.end()
            continue
        if line[i] == "}":
            ids, start = open_at.pop()
            quote = "".join(plain)[start:]
            mark = Mark(quote, _title(quote, [b - start for b in bars if b >= start]))
            marks.update(dict.fromkeys(ids.split(","), mark))
        elif line[i] == "¦":
            bars.append(size)
        else:
            plain.append(line[i])
            size += 1
        i += 1
    if open_at:
        raise ValueError(f"mark never closed: {line[:80]}")
    return "".join(plain), marks


def _title(quote: str, bars: list[int]) -> str:
    if len(bars) > 1:
        return quote[bars[0] : bars[1]].strip()
    if bars:
        return quote[: bars[0]].strip()
    return _LABEL.sub("", quote).rstrip(".").strip()


@dataclass(frozen=True)
class Edition:
    """A parsed source: its blocks in order, and the marked words by id."""

    id: str
    blocks: tuple[Block, ...]
    marks: dict[str, Mark]

    @classmethod
    def load(cls, name: str) -> Edition:
        """Read and parse `sources/<name>.txt`."""
        blocks: list[Block] = []
        marks: dict[str, Mark] = {}
        within = ""
        rows: list[tuple[str, ...]] = []
        for line in (HERE / "sources" / f"{name}.txt").read_text("utf-8").splitlines():
            plain, found = read_marks(line)
            marks.update(found)
            if plain in ("@two", "@table"):
                within, rows = plain[1:], []
            elif plain == "@end":
                blocks.append(Block(within, tuple(rows)))
                within = ""
            elif within:
                cells = plain.split("||" if within == "two" else "|")
                rows.append(tuple(cell.strip() for cell in cells))
            elif plain.strip():
                blocks.append(_paragraph(plain))
        return cls(name, tuple(blocks), marks)

    def gold(self) -> dict[str, Any]:
        """The gold record: the facts with the marked words put in."""
        facts = json.loads((HERE / "sources" / f"{self.id}.facts.json").read_text("utf-8"))
        listed = {item["id"] for key in ("tasks", "targets") for item in facts[key]}
        if loose := listed ^ set(self.marks):
            raise ValueError(f"{self.id}: ids only in the facts or only in the text: {sorted(loose)}")
        tasks = [
            {"id": t["id"], "section": t["section"], "title": self.marks[t["id"]].title,
             "quote": self.marks[t["id"]].quote, **t}
            for t in facts["tasks"]
        ]  # fmt: skip
        targets = [{**t, "quote": self.marks[t["id"]].quote} for t in facts["targets"]]
        return {"document": facts["document"], "tasks": tasks, "targets": targets, "scores": facts["scores"]}

    def gold_json(self) -> str:
        """The gold record as the bytes of its file."""
        return json.dumps(self.gold(), ensure_ascii=False, indent=1) + "\n"

    def text(self) -> str:
        """The text form."""
        render = _portal if EDITIONS[self.id] == "portal" else _plain
        lines: list[str] = []
        mark = 0
        for block in self.blocks:
            if block.kind == "mark":
                mark = len(lines)
            elif block.kind == "again":
                lines += lines[mark:]
            elif block.kind != "landscape":
                lines += render(block)
        return "\n".join(lines) + "\n"

    def printed(self) -> tuple[Block, ...]:
        """The blocks of the printed forms (DOCX, PDF): without the oddities of web copies."""
        return tuple(b for b in self.blocks if b.kind not in ("txt", "mark", "again"))


def _paragraph(line: str) -> Block:
    for sign, kind in (("# ", "head"), ("## ", "subhead"), ("@title ", "title"), ("@txt ", "txt")):
        if line.startswith(sign):
            return Block(kind, ((line.removeprefix(sign).strip(),),))
    if line.startswith("@"):
        return Block(line[1:].strip(), (("",),))
    return Block("para", ((line,),))


def _plain(block: Block) -> list[str]:
    if block.kind in ("two", "table"):
        return ["| " + " | ".join(row) + " |" for row in block.rows]
    return [block.text]


def _portal(block: Block) -> list[str]:
    if block.kind == "two":
        columns = zip(*block.rows, strict=True)
        return [line for cells in columns for line in (*(c for c in cells if c), "|")]
    first = _FIRST_HEADING if block.kind == "head" else _FIRST
    if block.kind == "title" or len(block.text) <= first:
        return [block.text]
    head = textwrap.wrap(block.text, first, break_on_hyphens=False, break_long_words=False)[0]
    rest = block.text[len(head) :].strip()
    return [head, *textwrap.wrap(rest, _WIDTH, break_on_hyphens=False, break_long_words=False)]
