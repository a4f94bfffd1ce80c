"""The matrix of the three originals against the gold, cell by cell (both stand outside the repository)."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the originals and their gold are not here")
def test_cells_of_the_originals() -> None:
    spec = importlib.util.spec_from_file_location("analysis_benchmark", ROOT / "benchmarks" / "analysis.py")
    assert spec is not None
    assert spec.loader is not None
    benchmark: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    filled, whole, wrong = benchmark.agreement()
    assert filled >= benchmark.LIMITS["cells"], wrong
    assert whole >= benchmark.LIMITS["cells"]
