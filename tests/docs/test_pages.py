"""The pages say what the program does."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
import typer.main

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]


def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_fields_are_those_of_the_schema() -> None:
    page = (ROOT / "docs" / "output.md").read_text("utf-8")
    assert build().rebuilt(page) == page, "run `make docs`"


def test_every_command_and_option_is_told() -> None:
    from extractor.cli.app import app

    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        assert f"## kehoach {name}\n" in page
        for parameter in command.params:
            for option in parameter.opts:
                assert not option.startswith("--") or option in page, (name, option)


def test_dependencies_have_their_reasons() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    for requirement in project["project"]["dependencies"]:
        name = re.match(r"[\w.-]+", requirement)
        assert name is not None
        assert f"| {name[0]} |" in page, requirement
    for requirement in project["dependency-groups"]["dev"]:
        assert re.split(r"[<>=]", requirement)[0] in page, requirement


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\((?!http|#)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / link).exists(), link


def test_readme_names_the_commands_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for name in ("README.md", "README.vi.md", "CONTRIBUTING.md"):
        for target in re.findall(r"\bmake ([a-z-]+)", (ROOT / name).read_text("utf-8")):
            if target not in ("and",):
                assert re.search(rf"^{target}:", makefile, re.M), target
