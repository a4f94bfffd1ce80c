"""The command as a process: streams, exit codes, start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import __version__

Kehoach = Callable[..., "subprocess.CompletedProcess[str]"]


def test_version(kehoach: Kehoach) -> None:
    assert kehoach("--version").stdout == f"kehoach {__version__}\n"


@pytest.mark.parametrize("command", ["", "extract", "show", "catalog", "match", "evaluate", "schema"])
def test_help_everywhere(kehoach: Kehoach, command: str) -> None:
    done = kehoach(*command.split(), "--help")
    assert done.returncode == 0
    assert "Mã thoát" in done.stdout


def test_help_imports_none_of_the_heavy(kehoach: Kehoach) -> None:
    done = kehoach("--help", PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "typer" in loaded
    assert not loaded & {"spacy", "underthesea", "pandas", "pydantic", "numpy", "docx", "pdfplumber", "lxml"}


def test_vietnamese_on_a_console_that_knows_only_ascii(kehoach: Kehoach) -> None:
    done = kehoach("catalog", "1", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "Nhận thức số" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("match", "x", "--file", "y"), 2),
        (("match", "--file", "missing.txt"), 1),
        (("match",), 1),
        (("catalog", "99.99"), 1),
        (("catalog", "--catalog", "missing.csv"), 1),
        (("show", "missing.txt"), 1),
        (("show",), 2),
        (("evaluate", "missing", "missing"), 1),
        (("evaluate", "missing"), 2),
        (("extract", "missing.txt"), 1),
        (("nonsense",), 2),
        ((), 2),
    ],
)
def test_exit_codes(kehoach: Kehoach, arguments: tuple[str, ...], code: int) -> None:
    done = kehoach(*arguments)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    if code == 1:
        assert done.stderr.startswith("lỗi: ")
        assert done.stderr.count("\n") == 1


def test_catalog(kehoach: Kehoach) -> None:
    entries = json.loads(kehoach("catalog", "--json").stdout)
    assert {"code", "parent", "name", "max_points"} <= entries[0].keys()
    one = json.loads(kehoach("catalog", "3", "--json").stdout)
    assert one["code"] == "3"
    assert one["children"][0]["parent"] == "3"


def test_match_one_line_each(kehoach: Kehoach, tmp_path: Path) -> None:
    lines = ["100% hộ gia đình có điện thoại thông minh", "Trời hôm nay đẹp"]
    (tmp_path / "f.txt").write_text("\n".join(lines) + "\n\n", "utf-8-sig")
    by_file = kehoach("match", "--file", "f.txt", "--json")
    answers = [json.loads(line) for line in by_file.stdout.splitlines()]
    assert [answer["text"] for answer in answers] == lines
    assert answers[1]["code"] is None
    for answer in answers:
        assert set(answer) == {"text", "code", "score", "reasons", "alternatives"}
    by_stdin = kehoach("match", "--json", stdin="\r\n".join(lines).encode())
    assert by_stdin.stdout == by_file.stdout
    assert kehoach("match", lines[0], "--json").stdout == by_file.stdout.splitlines(keepends=True)[0]
    assert lines[0] in kehoach("match", lines[0]).stdout


def test_match_wrong_encoding(kehoach: Kehoach, tmp_path: Path) -> None:
    (tmp_path / "f.txt").write_bytes("Tỷ lệ".encode()[:2] + b"\xff\xff")
    done = kehoach("match", "--file", "f.txt", "--json")
    assert done.returncode == 1
    assert "f.txt" in done.stderr


def test_schema(kehoach: Kehoach) -> None:
    schema = json.loads(kehoach("schema").stdout)
    assert schema["required"] == ["document", "tasks", "targets", "scores"]
    assert "signer" in schema["$defs"]["Document"]["required"]
    assert "evidence" not in schema["$defs"]["Target"]["required"]


def test_evaluate(kehoach: Kehoach, tmp_path: Path) -> None:
    record = {
        "document": {"id": "a", "number": "1/KH-UBND"},
        "tasks": [],
        "targets": [
            {
                "id": "g1", "task": None, "kind": "quantitative", "indicator": "hộ có cáp quang",
                "comparator": "eq", "value": 85, "unit": "percent", "level": None,
                "quote": "85% hộ có cáp quang", "indicator_codes": [], "baselines": [],
            }
        ],
        "scores": [],
    }  # fmt: skip
    for name, number in (("gold", "1/KH-UBND"), ("pred", "2/KH-UBND")):
        (tmp_path / name).mkdir()
        record["document"]["number"] = number  # type: ignore[index]
        (tmp_path / name / "a.json").write_text(json.dumps(record), "utf-8")
    figures = json.loads(kehoach("evaluate", "gold", "pred", "--json").stdout)
    assert figures["total"]["targets"] == 1
    assert figures["total"]["document fields"] == pytest.approx(8 / 9)
    table = kehoach("evaluate", "gold", "pred", "--errors").stdout
    assert "1.000" in table
    assert "2/KH-UBND" in table


@pytest.mark.parametrize("content", ["", "[]", "{", '{"document": 1}', '{"document": {}, "targets": [1]}'])
def test_evaluate_bad_files(kehoach: Kehoach, content: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(content, "utf-8")
    done = kehoach("evaluate", ".", ".")
    assert done.returncode == 1
    assert "a.json" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="file names are Unicode on Windows")
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS refuses such names")
def test_name_that_is_no_text(kehoach: Kehoach, tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.png")).write_bytes(b"\x89PNG")
    done = kehoach("extract", "*.png")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
