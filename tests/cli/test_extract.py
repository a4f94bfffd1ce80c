"""`kehoach extract`: many files, one bad one costs only itself."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner, Result

from extractor.cli.app import app

GOOD = "Mục tiêu: đạt 85% hộ\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["extract", *map(str, arguments)])


def tree(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def plan(path: Path, text: str = GOOD) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.usefixtures("stub")
class TestOut:
    def test_writes_a_record_and_tables(self, tmp_path: Path) -> None:
        result = run(plan(tmp_path / "a.txt"), "--out", tmp_path / "out")
        assert result.exit_code == 0, result.output
        tables = ["actuals.csv", "documents.csv", "targets.csv", "tasks.csv"]
        assert tree(tmp_path / "out") == sorted(["a.json", "a.source", *tables])
        record = json.loads((tmp_path / "out" / "a.json").read_text("utf-8"))
        assert record["document"]["id"] == "a"
        assert record["document"]["signer"] is None
        assert record["targets"][0]["level"] is None
        assert "value_to" not in record["targets"][0]
        assert "page" not in record["targets"][0]["evidence"]

    def test_same_bytes_each_time(self, tmp_path: Path) -> None:
        file = plan(tmp_path / "a.txt")
        run(file, "--out", tmp_path / "1")
        run(file, "--out", tmp_path / "2")
        for name in tree(tmp_path / "1"):
            assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()

    def test_equal_stems_stay_apart(self, tmp_path: Path) -> None:
        for place in ("x/a.txt", "y/a.txt", "y/A.md", "y/a-2.txt"):
            plan(tmp_path / "in" / place)
        result = run(tmp_path / "in", "--out", tmp_path / "out")
        assert result.exit_code == 0
        names = {name for name in tree(tmp_path / "out") if name.endswith(".json")}
        assert names == {"a.json", "A-3.json", "a-2.json", "a-4.json"}
        for name in names:
            record = json.loads((tmp_path / "out" / name).read_text("utf-8"))
            assert record["document"]["id"] == Path(name).stem

    def test_bad_files_cost_only_themselves(self, tmp_path: Path) -> None:
        plan(tmp_path / "good.txt")
        plan(tmp_path / "broken.txt", "vỡ")
        (tmp_path / "empty.txt").write_bytes(b"")
        (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
        (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
        plan(tmp_path / "notes.xyz")
        names = ["missing.txt", "broken.txt", "empty.txt", "binary.txt", "photo.png", "notes.xyz", "good.txt"]
        result = run(*(tmp_path / name for name in names), "--out", tmp_path / "out")
        assert result.exit_code == 1
        errors = result.stderr.splitlines()
        assert len(errors) == 6
        for name, line in zip(names, errors, strict=False):
            assert line.startswith("lỗi: ")
            assert name in line
        assert "Traceback" not in result.stderr
        tables = ["actuals.csv", "documents.csv", "targets.csv", "tasks.csv"]
        assert tree(tmp_path / "out") == sorted(["good.json", "good.source", *tables])

    def test_nothing_is_left_of_a_failure(self, tmp_path: Path) -> None:
        result = run(tmp_path / "missing.txt", "--out", tmp_path / "out")
        assert result.exit_code == 1
        assert not (tmp_path / "out").exists()

    def test_a_failed_write_leaves_nothing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("extractor.report.files._usual_rights", refuse)
        result = run(plan(tmp_path / "a.txt"), "--out", tmp_path / "out")
        assert result.exit_code == 1
        assert "a.json: không ghi được" in result.stderr
        assert tree(tmp_path / "out") == []

    def test_out_that_is_a_file(self, tmp_path: Path) -> None:
        file = plan(tmp_path / "a.txt")
        result = run(file, "--out", file)
        assert result.exit_code == 1
        assert file.read_text("utf-8") == GOOD

    def test_tables_open_in_a_spreadsheet(self, tmp_path: Path) -> None:
        run(plan(tmp_path / "a.txt"), "--out", tmp_path / "out")
        data = (tmp_path / "out" / "targets.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        text = data.decode("utf-8-sig")
        assert "1234.5" in text
        assert "'- " in text  # else a spreadsheet takes the quote for a formula
        assert "Sở Thông tin và Truyền thông" in text


@pytest.mark.usefixtures("stub")
class TestChoice:
    def test_folder_is_searched_and_others_told(self, tmp_path: Path) -> None:
        plan(tmp_path / "in" / "deep" / "er" / "a.txt")
        plan(tmp_path / "in" / "b.md")
        plan(tmp_path / "in" / ".hidden.txt")
        plan(tmp_path / "in" / "~$lock.docx")
        plan(tmp_path / "in" / "figures.ods")
        result = run(tmp_path / "in", "--out", tmp_path / "out")
        assert result.exit_code == 0
        assert {"a.json", "b.json"} <= set(tree(tmp_path / "out"))
        assert len(tree(tmp_path / "out")) == 8
        assert result.stderr.count("\n") == 1
        assert "figures.ods" in result.stderr

    def test_folder_without_plans(self, tmp_path: Path) -> None:
        (tmp_path / "in").mkdir()
        result = run(tmp_path / "in")
        assert result.exit_code == 1
        assert result.stderr.count("\n") == 1

    @pytest.mark.parametrize(
        ("pattern", "found"), [("*.txt", 2), ("**/*.txt", 3), ("[ab].txt", 2), ("?.md", 0), ("a.txt", 1)]
    )
    def test_patterns(self, pattern: str, found: int, tmp_path: Path) -> None:
        for name in ("a.txt", "b.txt", "sub/c.txt"):
            plan(tmp_path / "in" / name)
        result = run(tmp_path / "in" / pattern, "--json")
        assert result.stdout.count("\n") == found
        assert result.exit_code == (0 if found else 1)

    def test_name_with_brackets_is_a_name(self, tmp_path: Path) -> None:
        assert run(plan(tmp_path / "a [1].txt"), "--json").exit_code == 0

    def test_each_file_once(self, tmp_path: Path) -> None:
        file = plan(tmp_path / "a.txt")
        assert run(file, tmp_path, tmp_path / "*.txt", "--json").stdout.count("\n") == 1

    def test_nul_in_a_name(self, tmp_path: Path) -> None:
        result = run(str(tmp_path) + "/a\0b.txt")
        assert result.exit_code == 1
        assert result.stderr.count("\n") == 1


@pytest.mark.usefixtures("stub")
class TestPrinted:
    def test_table(self, tmp_path: Path) -> None:
        result = run(plan(tmp_path / "a.txt"))
        for words in ("29/8/2023", "≥ 1.234,5%", "2022: 8,38/10 điểm", "31/12/2023", "7/KH-UBND"):
            assert words in result.stdout

    def test_json_is_one_document_a_line(self, tmp_path: Path) -> None:
        result = run(plan(tmp_path / "a.txt"), plan(tmp_path / "b.txt"), "--json")
        assert [json.loads(line)["document"]["id"] for line in result.stdout.splitlines()] == ["a", "b"]
        assert result.stderr == ""

    def test_nothing_found_is_a_record_with_a_warning(self, tmp_path: Path) -> None:
        result = run(plan(tmp_path / "a.txt", "Không có gì.\n"), "--json")
        assert result.exit_code == 0
        record = json.loads(result.stdout)
        assert record["targets"] == record["tasks"] == record["scores"] == []
        assert record["notes"][0]["code"] == "empty"
        assert result.stderr.startswith("cảnh báo: ")
        assert "a.txt" in result.stderr

    def test_defects_are_one_line_too(self, tmp_path: Path) -> None:
        file = plan(tmp_path / "a.txt", "vỡ")
        result = run(file)
        assert result.exit_code == 1
        assert result.stderr.count("\n") == 1
        assert "ZeroDivisionError: số không" in result.stderr
        assert "Traceback" in run(file, "--debug").stderr

    @pytest.mark.parametrize("arguments", [(), ("--nonsense", "a.txt"), ("a.txt", "--out")])
    def test_usage(self, arguments: tuple[str, ...]) -> None:
        assert run(*arguments).exit_code == 2


def test_pipeline_gets_the_catalog(stub: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    original = stub.extract
    monkeypatch.setattr(stub, "extract", lambda s, *, catalog=None: (seen.append(catalog), original(s))[1])
    own = tmp_path / "own.csv"
    own.write_text("code,name\nA1,Chỉ số một\n", "utf-8")
    assert run(plan(tmp_path / "a.txt"), "--json", "--catalog", own).exit_code == 0
    assert [indicator.code for indicator in seen[0]] == ["A1"]
