"""Folders that `extract` wrote are read back; a bad file costs only itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractor.analysis.load import ForeignFile, load
from extractor.errors import KehoachError


def record(id: str, **more: Any) -> dict[str, Any]:
    target = {"id": "g1", "kind": "quantitative", "indicator": "hộ", "value": 80, "quote": "80% hộ"}
    return {"document": {"id": id, "source": f"{id}.txt"}, "targets": [{**target, **more}]}


def write(path: Path, content: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def read(*places: Path) -> tuple[list[str], list[KehoachError]]:
    errors: list[KehoachError] = []
    return [extraction.document.id for _, extraction in load(places, errors.append)], errors


def test_order_is_of_places_then_names(tmp_path: Path) -> None:
    for name in ("b", "a", "sub/c"):
        write(tmp_path / "x" / f"{name}.json", record(name))
    write(tmp_path / "w" / "z.json", record("z"))
    assert read(tmp_path / "x", tmp_path / "w") == (["a", "b", "sub/c", "z"], [])


def test_a_file_is_read_once_and_names_stay_apart(tmp_path: Path) -> None:
    file = write(tmp_path / "x" / "a.json", record("a"))
    write(tmp_path / "y" / "a.json", record("A"))
    write(tmp_path / "y" / "b.json", record("a-2"))
    assert read(tmp_path / "x", file, tmp_path / "x", tmp_path / "y") == (["a", "A-2", "a-2-2"], [])


def test_unknown_fields_are_passed_over(tmp_path: Path) -> None:
    content = record("a", baselines=[{"year": 2022, "value": 1, "unit": "percent", "new": 1}], new=[{"x": 1}])
    content["document"] |= {"new": True, "evidence": {"number": {"start": 0, "end": 2, "new": 1}}}
    errors: list[KehoachError] = []
    ((_, extraction),) = load([write(tmp_path / "a.json", content)], errors.append)
    assert not errors
    assert extraction.targets[0].baselines[0].value == 1
    assert extraction.document.evidence["number"].end == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "JSON"),
        ("{", "JSON"),
        ("[" * 100_000, "JSON"),
        ('{"document": ' * 5_000, "JSON"),
        ({"document": {"id": "a"}}, "document.source"),
        (record("a", kind="some"), "targets.0.kind"),
        (record("a", value=float("inf")), "vô hạn"),
        (record("a", value=float("nan")), "không phải là số"),
        (record("a", quote="\ud800"), "JSON"),
        (record("a", unit=["percent"]), "targets.0.unit"),
        ({"document": {"id": "a", "source": "b"}, "targets": {"a": 1}}, "targets"),
    ],
)
def test_a_bad_file_costs_only_itself(content: Any, reason: str, tmp_path: Path) -> None:
    bad = write(tmp_path / "bad.json", content)
    write(tmp_path / "good.json", record("good"))
    names, (error,) = read(tmp_path)
    assert names == ["good"]
    assert str(error).startswith(f"{bad}: ")
    assert reason in str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize("content", [[], {"a": 1}, 3, {"document": []}])
def test_other_programs_files(content: Any, tmp_path: Path) -> None:
    file = write(tmp_path / "x.json", content)
    assert isinstance(read(tmp_path)[1][0], ForeignFile)
    assert not isinstance(read(file)[1][0], ForeignFile)


def test_places_without_records(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    names, errors = read(tmp_path / "empty", tmp_path / "missing", Path("a\0b"))
    assert names == []
    assert len(errors) == 3
    assert "không có kết quả" in str(errors[0])
