"""The command on the bundled plans, for real."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import Extraction, read

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "corpora").glob("*.txt"))

Kehoach = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def smallest() -> Path:
    if not SAMPLES:
        pytest.skip("no sample plans")
    return min(SAMPLES, key=lambda path: path.stat().st_size)


def test_record_and_its_proofs(kehoach: Kehoach, smallest: Path) -> None:
    done = kehoach("extract", smallest, "--json")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    extraction = Extraction.model_validate_json(done.stdout)
    text = read(smallest).text
    assert extraction.targets
    for item in (*extraction.targets, *extraction.tasks):
        assert item.evidence is not None
        assert " ".join(text[item.evidence.start : item.evidence.end].split()) == " ".join(item.quote.split())


def test_same_bytes_in_every_process(kehoach: Kehoach, smallest: Path) -> None:
    first, second = (kehoach("extract", smallest, "--json", PYTHONHASHSEED=seed).stdout for seed in "12")
    assert first == second


def test_all_forms_of_a_plan_side_by_side(kehoach: Kehoach, smallest: Path, tmp_path: Path) -> None:
    forms = sorted(smallest.parent.glob(f"{smallest.stem}.*"))
    done = kehoach("extract", smallest.parent / f"{smallest.stem}.*", "missing.pdf", "--out", "out")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    records = sorted((tmp_path / "out").glob("*.json"))
    assert len(records) == len(forms)
    sources = {json.loads(path.read_text("utf-8"))["document"]["source"] for path in records}
    assert sources == {path.name for path in forms}


def test_show(kehoach: Kehoach, smallest: Path) -> None:
    done = kehoach("show", smallest)
    assert done.returncode == 0
    assert "ký tự" in done.stdout


def test_nothing_to_find(kehoach: Kehoach, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Hôm nay trời đẹp.\n", "utf-8")
    done = kehoach("extract", "note.txt", "--out", "out")
    assert done.returncode == 0
    assert done.stderr.startswith("cảnh báo: ")
    record = json.loads((tmp_path / "out" / "note.json").read_text("utf-8"))
    assert record["targets"] == record["tasks"] == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n"),
        ("binary.txt", bytes(range(256)) * 9),
        ("wrong.txt", b"K\xff\xfe ho\x81ch \x8d" * 9),
        ("fake.pdf", b"%PDF-1.7 nothing"),
        ("fake.docx", b"PK\x03\x04zip"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("scan.png", b"\x89PNG\r\n\x1a\n"),
        ("list.csv", b"a,b\n1,2\n"),
        ("data.json", b"{}"),
    ],
)
def test_bad_input(kehoach: Kehoach, name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    done = kehoach("extract", name, "--out", "out")
    assert done.returncode == 1
    assert done.stderr.startswith("lỗi: ")
    assert name in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()
