"""The sample plans: gold that fits its text, files that fit their sources, figures as in the originals."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT / "corpora"
ORIGINALS = ROOT.parent / "shared" / "gold"
PLANS = ("ca-mau-2023", "dong-nai-2024", "ninh-thuan-2023")

UNITS = {
    "percent", "vnd", "points", "rank", "mbps", "count",
    "per_week", "per_month", "per_quarter", "per_year",
}  # fmt: skip
COMPARATORS = {"eq", "ge", "gt", "le", "lt"}

RENAMED = {
    # the originals' names are themselves runs of their words, too long to carry over
    ("ca-mau-2023", "t1"),
    ("ca-mau-2023", "t40"),
    ("ca-mau-2023", "t41"),
}
RETITLED = {"ca-mau-2023"}


def gold(name: str, folder: Path = CORPORA / "gold") -> dict[str, Any]:
    """One gold record."""
    record: dict[str, Any] = json.loads((folder / f"{name}.json").read_text("utf-8"))
    return record


def collapsed(text: str) -> str:
    """The text with each run of white space as one blank."""
    return re.sub(r"\s+", " ", text).strip()


def unit_names(item: dict[str, Any], role: str) -> list[str]:
    """Names of an item's units in this role, without the plural word and capitals, in any order."""
    return sorted(u["name"].casefold().removeprefix("các ") for u in item.get(role, []))


@pytest.mark.parametrize("name", PLANS)
class TestGold:
    def test_every_quote_stands_in_the_text(self, name: str) -> None:
        text = collapsed((CORPORA / f"{name}.txt").read_text("utf-8"))
        record = gold(name)
        for item in record["tasks"] + record["targets"]:
            said = [item["quote"]]
            said += [u["text"] for role in ("lead_units", "supporting_units") for u in item.get(role, [])]
            said += [item["deadline"]["text"]] if item.get("deadline") else []
            assert [s for s in said if collapsed(s) not in text] == [], item["id"]

    def test_every_title_stands_in_its_quote(self, name: str) -> None:
        assert [t["id"] for t in gold(name)["tasks"] if not t["title"] or t["title"] not in t["quote"]] == []

    def test_ids_are_unique_and_references_hold(self, name: str) -> None:
        record = gold(name)
        assert record["document"]["id"] == name and record["document"]["source"] == f"{name}.txt"
        tasks = [t["id"] for t in record["tasks"]]
        targets = [t["id"] for t in record["targets"]]
        assert len(set(tasks)) == len(tasks) and len(set(targets)) == len(targets)
        assert {t["task"] for t in record["targets"]} - {None} <= set(tasks)

    def test_values_are_of_known_kinds(self, name: str) -> None:
        for target in gold(name)["targets"]:
            value, unit, comparator = target["value"], target["unit"], target["comparator"]
            if target["kind"] == "quantitative":
                assert isinstance(value, int | float) and unit in UNITS and comparator in COMPARATORS
            else:
                assert target["kind"] == "qualitative" and value is unit is comparator is None
            assert target["level"] in (None, "province", "district", "commune")
            for baseline in target["baselines"]:
                assert baseline["unit"] in UNITS and {"year", "value"} <= set(baseline)
                assert baseline["unit"] != "points" or "max" in baseline


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the builder's check on a corpora folder."""
    command = [sys.executable, str(folder / "build.py"), "--check"]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


class TestBuild:
    def test_the_committed_files_are_what_the_sources_give(self) -> None:
        done = check(CORPORA)
        assert (done.returncode, done.stderr) == (0, "")

    def test_a_changed_file_is_named(self, tmp_path: Path) -> None:
        copy = tmp_path / "corpora"
        shutil.copytree(CORPORA, copy)
        changed = copy / "ninh-thuan-2023.txt"
        changed.write_text(changed.read_text("utf-8").replace("60,29%", "60,28%"), "utf-8")
        (copy / "dong-nai-2024.pdf").unlink()
        shutil.copy(copy / "dong-nai-2024.docx", copy / "ca-mau-2023.docx")
        done = check(copy)
        assert done.returncode == 1
        for file in ("ninh-thuan-2023.txt", "dong-nai-2024.pdf", "ca-mau-2023.docx"):
            assert f"differs from its source: {file}" in done.stderr
        assert len(done.stderr.splitlines()) == 3

    def test_marks_leave_plain_words_and_quotes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.syspath_prepend(str(CORPORA))
        from edition import read_marks  # type: ignore[import-not-found, unused-ignore]

        plain, marks = read_marks("- {t1: Nhiệm vụ: Đo {g1,g2: 100% trạm}¦, rồi báo cáo.} Hết")
        assert plain == "- Nhiệm vụ: Đo 100% trạm, rồi báo cáo. Hết"
        assert marks["t1"].quote == "Nhiệm vụ: Đo 100% trạm, rồi báo cáo."
        assert marks["t1"].title == "Nhiệm vụ: Đo 100% trạm"
        assert marks["g1"].quote == marks["g2"].quote == "100% trạm"
        assert read_marks("{t2: Nhiệm vụ: Lập sổ.}")[1]["t2"].title == "Lập sổ"
        assert read_marks("{t3: Sở X ¦mở lớp¦ tại huyện}")[1]["t3"].title == "mở lớp"
        with pytest.raises(ValueError, match="never closed"):
            read_marks("{g9: 50%")


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the originals' gold is not here")
@pytest.mark.parametrize("name", PLANS)
class TestAgainstTheOriginals:
    def test_document_facts(self, name: str) -> None:
        ours, theirs = gold(name)["document"], gold(name, ORIGINALS)["document"]
        if name in RETITLED:
            ours = {**ours, "title": theirs["title"]}
        assert ours == theirs

    def test_targets(self, name: str) -> None:
        ours, theirs = gold(name)["targets"], gold(name, ORIGINALS)["targets"]
        assert [t["id"] for t in ours] == [t["id"] for t in theirs]
        for our, their in zip(ours, theirs, strict=True):
            for field in (
                "task",
                "kind",
                "comparator",
                "value",
                "unit",
                "level",
                "indicator_codes",
                "baselines",
            ):
                assert our[field] == their[field], (our["id"], field)
            for role in ("lead_units", "supporting_units"):
                assert (role in our) == (role in their), our["id"]
                assert unit_names(our, role) == unit_names(their, role), our["id"]

    def test_tasks(self, name: str) -> None:
        ours, theirs = gold(name)["tasks"], gold(name, ORIGINALS)["tasks"]
        assert [t["id"] for t in ours] == [t["id"] for t in theirs]
        for our, their in zip(ours, theirs, strict=True):
            assert our["section"] == their["section"] and our["indicator_codes"] == their["indicator_codes"]
            due = [d and (d["due"], d["recurring"]) for d in (our["deadline"], their["deadline"])]
            assert due[0] == due[1], our["id"]
            for role in ("lead_units", "supporting_units"):
                mine, yours = unit_names(our, role), unit_names(their, role)
                assert len(mine) == len(yours), our["id"]
                assert mine == yours or (name, our["id"]) in RENAMED, our["id"]

    def test_scores(self, name: str) -> None:
        assert gold(name)["scores"] == gold(name, ORIGINALS)["scores"]


class TestForms:
    def test_the_annex_is_one_table_with_every_row(self) -> None:
        tables = docx.Document(str(CORPORA / "ca-mau-2023.docx")).tables
        annex = max(tables, key=lambda table: len(table.rows))
        codes = [row.cells[0].text for row in annex.rows]
        assert len(annex.columns) == 9 and codes[0] == "STT"
        tasks = [t["section"] for t in gold("ca-mau-2023")["tasks"] if t["section"][0].isdigit()]
        assert [c for c in codes if "." in c] == tasks and len(tasks) == 116
        assert [c for c in codes if c.isalpha() and c != "STT"] == ["a", "b", "a", "b", "c"]
        assert [c for c in codes if c.isdigit()] == [str(n) for n in range(1, 9)]

    def test_the_scores_are_a_table(self) -> None:
        tables = docx.Document(str(CORPORA / "ca-mau-2023.docx")).tables
        [table] = [t for t in tables if t.rows[0].cells[0].text == "TT"]
        assert len(table.rows) == 11

    @pytest.mark.parametrize("name", PLANS)
    def test_the_pdf_has_a_text_layer_with_its_fonts(self, name: str) -> None:
        with pypdfium2.PdfDocument(CORPORA / f"{name}.pdf") as pdf:
            pages = [page.get_textpage().get_text_range() for page in pdf]
        assert all(page.strip() for page in pages)
        assert "Sở" in "".join(pages) and "\ufffd" not in "".join(pages)

    def test_the_text_of_one_plan_repeats_its_head(self) -> None:
        text = (CORPORA / "ca-mau-2023.txt").read_text("utf-8")
        assert text.count("| Số: 213/KH-UBND |") == 2
        assert text.count("II. THỰC TRẠNG") == 1

    def test_one_text_is_wrapped_like_a_portal_copy(self) -> None:
        lines = (CORPORA / "dong-nai-2024.txt").read_text("utf-8").splitlines()
        assert max(map(len, lines)) <= 80 and lines.count("|") == 4
