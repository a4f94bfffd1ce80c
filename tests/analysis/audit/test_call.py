"""The audit as one call: folders, records, pairs; the same findings whichever way they come."""

from __future__ import annotations

from pathlib import Path

import pytest

import extractor
from extractor import Extraction, KehoachError, Source
from extractor.catalog import Catalog

from .cases import HEAD, TAIL

BODY = """II. NHIỆM VỤ

1. Nhóm hạ tầng số

- Nhiệm vụ: Phát triển cáp quang tới hộ gia đình.

- Mục tiêu: Tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang đạt 85%.

- Đơn vị chủ trì: Sở Tài chính; Sở Y tế.

- Thời gian hoàn thành: Tháng 11 năm 2024.

2. Nhóm nhân lực

- Nhiệm vụ: Tập huấn cho của của cán bộ.

"""

Pair = tuple[Extraction, Source]


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    path = tmp_path_factory.mktemp("van-ban") / "ke-hoach.md"
    path.write_text(HEAD + BODY + TAIL, encoding="utf-8")
    source = extractor.read(path)
    return extractor.extract(source), source


@pytest.fixture
def folder(pair: Pair, tmp_path: Path) -> Path:
    """What `kehoach extract --out` leaves."""
    from extractor.report.json_out import dumps
    from extractor.sources import saved

    out = tmp_path / "out"
    out.mkdir()
    (out / "ke-hoach.json").write_text(dumps(pair[0]), encoding="utf-8")
    (out / "ke-hoach.source").write_text(saved.dumps(pair[1]), encoding="utf-8")
    return out


def test_a_pair_and_a_folder_say_the_same(pair: Pair, folder: Path) -> None:
    by_pair, by_folder = extractor.audit(pair), extractor.audit(folder)
    assert by_pair.findings
    assert {"several-leads", "doubled-word"} <= {finding.rule for finding in by_pair.findings}
    assert by_pair == by_folder == extractor.audit(str(folder / "ke-hoach.json")) == extractor.audit([pair])


def test_a_record_alone_is_audited_without_its_text(pair: Pair) -> None:
    result = extractor.audit(pair[0])
    rules = {finding.rule for finding in result.findings}
    assert "several-leads" in rules
    assert "doubled-word" not in rules
    assert any("không có nguyên văn" in message for message in result.messages)


def test_documents_of_one_name_stand_apart(pair: Pair, folder: Path) -> None:
    result = extractor.audit(pair, pair[0], folder, zip([pair[0]], [pair[1]], strict=True))
    names = [document.id for document in result.documents]
    assert names == ["ke-hoach", "ke-hoach-2", "ke-hoach-3", "ke-hoach-4"]
    assert {finding.document for finding in result.findings} == set(names)


def test_a_catalog_of_ones_own(pair: Pair, tmp_path: Path) -> None:
    path = tmp_path / "bo-rieng.csv"
    path.write_text(
        "code,parent,name\nA,,Nhóm\nA.1,A,Tỷ lệ hộ gia đình có kết nối cáp quang\n", encoding="utf-8"
    )
    catalog = Catalog.from_csv(path)
    result = extractor.audit((extractor.extract(pair[1], catalog=catalog), pair[1]), catalog=catalog)
    assert result.covered == {"ke-hoach": (1, 1, 1)}
    assert not result.messages
    strange = extractor.audit(pair, catalog=catalog)
    assert any("bộ chỉ số khác" in message for message in strange.messages)


def test_suppressions_as_file_or_rows(pair: Pair, tmp_path: Path) -> None:
    from extractor.analysis.audit.suppress import read_suppressions

    path = tmp_path / "bo-qua.csv"
    path.write_text("rule,reason\nseveral-leads,đã xem\nimpossible-date,không gặp\n", encoding="utf-8")
    result = extractor.audit(pair, suppress=path)
    assert [finding.rule for finding, _ in result.accepted] == ["several-leads"]
    assert "several-leads" not in {finding.rule for finding in result.findings}
    assert [suppression.rule for suppression in result.unused] == ["impossible-date"]
    assert result == extractor.audit(pair, suppress=read_suppressions(path))
    with pytest.raises(KehoachError):
        extractor.audit(pair, suppress=tmp_path / "thieu.csv")


def test_what_cannot_be_read_is_told(pair: Pair, tmp_path: Path) -> None:
    (tmp_path / "hong.json").write_text("{", encoding="utf-8")
    result = extractor.audit(tmp_path / "khong-co", tmp_path / "hong.json", pair)
    assert [document.id for document in result.documents] == ["ke-hoach"]
    assert "khong-co" in result.messages[0]
    assert "hong.json" in result.messages[1]
    assert "không có văn bản nào để kiểm tra" in extractor.audit().messages


def test_a_text_of_another_document_is_refused(pair: Pair, tmp_path: Path) -> None:
    other = tmp_path / "khac.md"
    other.write_text("Một văn bản khác.\n", encoding="utf-8")
    with pytest.raises(KehoachError, match=r"khac\.md"):
        extractor.audit((pair[0], extractor.read(other)))


def test_a_text_without_its_record_is_refused(pair: Pair) -> None:
    with pytest.raises(KehoachError, match="Source"):
        extractor.audit(pair[1])  # type: ignore[arg-type]
