"""Pages in a real browser: no serious barrier (axe-core), and none wider than a desk or a phone.

KEHOACH_AXE is the path of axe-core's axe.min.js (`npm pack axe-core`); without it or a browser: skipped.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from extractor import audit, compare, extract, read
from extractor.analysis.progress import progress
from extractor.report.audit_page import audit_page
from extractor.report.comparison_page import comparison_page
from extractor.report.progress_page import progress_page

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
REPORTS = Path(__file__).resolve().parents[2] / "corpora" / "reports"
AXE = Path(os.environ.get("KEHOACH_AXE", "axe.min.js"))

pytestmark = pytest.mark.skipif(
    not BROWSER or not AXE.is_file(), reason="needs Chromium and axe-core (KEHOACH_AXE)"
)

RUN = """
axe.run().then(function (result) {
  var told = parent.document.createElement('pre');
  told.id = 'told';
  told.textContent = JSON.stringify({
    violations: result.violations.map(function (v) {
      return [v.impact, v.id, v.nodes.length, v.nodes[0].html.slice(0, 200)];
    }),
    passes: result.passes.length,
    width: document.documentElement.scrollWidth
  });
  parent.document.body.appendChild(told);
});
"""


def looked_at(page: str, width: int, folder: Path) -> dict[str, Any]:
    """What axe says of a page in a frame of ``width`` pixels."""
    scripts = f"<script>{AXE.read_text('utf-8')}</script><script>{RUN}</script></body>"
    inside = page.replace("</body>", scripts, 1) if "</body>" in page else page + scripts
    frame = (
        f'<iframe title="x" width="{width}" height="900" srcdoc="{html.escape(inside, quote=True)}"></iframe>'
    )
    file = folder / "frame.html"
    file.write_text(f'<!DOCTYPE html><html lang="vi"><title>x</title><body>{frame}</body></html>', "utf-8")
    done = subprocess.run(
        [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         f"--user-data-dir={folder / 'profile'}", "--window-size=1400,1000", "--virtual-time-budget=30000",
         "--dump-dom", file.as_uri()],
        capture_output=True, timeout=180, check=True,
    )  # fmt: skip
    found = re.search(r'<pre id="told">(.*?)</pre>', done.stdout.decode("utf-8"), re.S)
    assert found, "the browser told nothing"
    content: dict[str, Any] = json.loads(html.unescape(found.group(1)))
    return content


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["comparison", "crowd", "nothing"])
def test_comparison(name: str, width: int, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    made = compare() if name == "nothing" else request.getfixturevalue(name)
    told = looked_at(comparison_page(made), width, tmp_path)
    assert told["passes"] > 10
    assert [v for v in told["violations"] if v[0] in ("serious", "critical")] == []
    assert told["width"] <= width


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """Reports with something in every part, and empty ones."""
    paths = [*sorted((REPORTS / "plans").glob("*.txt")), *sorted(REPORTS.glob("*.txt"))]
    read_in = [(source := read(path), extract(source)) for path in paths]
    found = [extraction for _, extraction in read_in]
    return {
        "audit": audit_page(audit([(extraction, source) for source, extraction in read_in])),
        "no-audit": audit_page(audit()),
        "progress": progress_page(progress(found)),
        "no-progress": progress_page(progress([])),
    }


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["audit", "no-audit", "progress", "no-progress"])
def test_audit_and_progress(name: str, width: int, tmp_path: Path, made: dict[str, str]) -> None:
    told = looked_at(made[name], width, tmp_path)
    assert told["passes"] > 10
    assert [v for v in told["violations"] if v[0] in ("serious", "critical")] == []
    assert told["width"] <= width
