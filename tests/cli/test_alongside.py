"""Work beside this process: its result, its errors, and what happens when its process dies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extractor.cli.alongside import alongside
from extractor.errors import KehoachError


@pytest.mark.parametrize("apart", [True, False])
def test_work_is_done_when_the_body_has_ended(tmp_path: Path, apart: bool) -> None:
    place = tmp_path / "sổ.txt"
    with alongside(lambda: place.write_text("xong", "utf-8") and None, apart):
        pass
    assert place.read_text("utf-8") == "xong"


@pytest.mark.parametrize("apart", [True, False])
def test_errors_of_the_work_are_ours(apart: bool) -> None:
    def refuse() -> None:
        raise KehoachError("sổ.xlsx: không ghi được")

    with pytest.raises(KehoachError, match=r"^sổ\.xlsx: không ghi được$"), alongside(refuse, apart):
        pass


@pytest.mark.parametrize("apart", [True, False])
def test_errors_of_the_body_come_first(apart: bool) -> None:
    def refuse() -> None:
        raise KehoachError("của việc")

    with pytest.raises(ValueError, match="của thân"), alongside(refuse, apart):
        raise ValueError("của thân")


def test_a_killed_process_is_made_up_for(tmp_path: Path) -> None:
    here, place = os.getpid(), tmp_path / "a"

    def die_elsewhere() -> None:
        if os.getpid() != here:
            os._exit(9)
        place.touch()

    with alongside(die_elsewhere):
        pass
    assert place.exists()


def test_nothing_to_do() -> None:
    with alongside(None):
        pass
