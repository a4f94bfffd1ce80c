"""The notebooks are committed without output, run from top to bottom, show something, write nowhere else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

GUARD = """
def _watch():
    import os, sys, tempfile
    room = os.path.realpath(tempfile.gettempdir())
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
    relative = {"os.mkdir", "os.rmdir", "os.remove", "shutil.rmtree"}  # the last argument is an open folder
    two = {"os.rename", "os.link", "os.symlink"}
    leaving = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.startfile", "socket.connect")
    outside = []

    def places(event, arguments):
        if event == "open":
            path, mode, flags = arguments
            if (set(mode) & set("wax+")) if mode else (flags & writing):
                yield path
        elif event in two:
            yield from arguments[:2]
        elif event == "os.truncate" or (event in relative and arguments[-1] in (-1, None)):
            yield arguments[0]  # what lies in an open folder was allowed with the folder

    def inside(path):
        path = os.fsdecode(path)
        if path == os.devnull or "__pycache__" in path:  # bytecode is Python's own business
            return True
        return os.path.realpath(path).startswith(room + os.sep)

    def hook(event, arguments):
        if event in leaving:
            outside.append(event)
            raise PermissionError(f"{event} is out of sight")
        for path in places(event, arguments):
            if isinstance(path, (str, bytes, os.PathLike)) and not inside(path):
                outside.append(path)
                raise PermissionError(f"{path} is not in the temporary folder")

    sys.addaudithook(hook)
    return outside


_outside = _watch()
"""
"""Refuses to write outside the temporary folder, to start programs and to go online."""

VERDICT = "assert not _outside, _outside"
"""Also tells of what a cell tried and caught."""


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_without_output(path: Path) -> None:
    cells = json.loads(path.read_text("utf-8"))["cells"]
    assert all(not cell.get("outputs") and cell.get("execution_count") is None for cell in cells)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
    pytest.importorskip("ipykernel", reason="ipykernel is not installed")
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(tmp_path))
    notebook = nbformat.read(path, as_version=4)
    guard, verdict = (nbformat.v4.new_code_cell(text) for text in (GUARD, VERDICT))
    notebook.cells = [guard, *notebook.cells, verdict]
    client = nbclient.NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}
    )
    client.execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert any(map(_shows, outputs)), "no table and no text"
    assert [output["text"] for output in outputs if output.get("name") == "stderr"] == []


def _shows(output: dict[str, Any]) -> bool:
    """Whether a reader sees a table or text."""
    if output["output_type"] == "stream":
        return bool(output["text"].strip())
    data = output.get("data", {})
    return "<table" in data.get("text/html", "") or bool(data.get("text/plain", "").strip())


@pytest.mark.parametrize(
    ("cell", "refused"),
    [
        ("open('x.txt', 'w')", True),
        ("open('x.txt', 'ab')", True),
        ("pathlib.Path('x').mkdir()", True),
        ("pathlib.Path('x.txt').touch()", True),
        ("os.replace('here.txt', 'there.txt')", True),
        ("shutil.copy('here.txt', 'there.txt')", True),
        ("os.remove('here.txt')", True),
        ("shutil.rmtree('.')", True),
        ("subprocess.run(['ls'])", True),
        ("urllib.request.urlopen('http://127.0.0.1:9/')", True),
        ("try:\n    open('x.txt', 'w')\nexcept OSError:\n    pass", True),
        ("open('here.txt').read()", False),
        ("tempfile.TemporaryDirectory().cleanup()", False),
        ("pathlib.Path(tempfile.gettempdir(), 'x.txt').write_text('x')", False),
    ],
)
def test_the_guard(cell: str, refused: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, room = tmp_path / "here", tmp_path / "room"
    here.mkdir()
    room.mkdir()
    (here / "here.txt").write_text("x")
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(room))
    modules = "import os, pathlib, shutil, subprocess, tempfile, urllib.request\n"
    done = subprocess.run(
        [sys.executable, "-c", f"{modules}{GUARD}\n{cell}\n{VERDICT}"],
        cwd=here,
        capture_output=True,
        check=False,
    )
    assert (done.returncode != 0) is refused, done.stderr
    assert [path.name for path in here.iterdir()] == ["here.txt"]
