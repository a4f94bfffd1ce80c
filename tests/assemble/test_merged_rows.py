"""A task's name merged over several rows: one task with a target for each row."""

from __future__ import annotations

from extractor.pipeline import extract
from extractor.records import Extraction
from extractor.sources.builder import CellInput, SourceBuilder


def found(second_lead: str) -> Extraction:
    """A table of two tasks; the first one's name, and its lead unless given anew, reach over two rows."""
    builder = SourceBuilder("a.docx", "docx")
    builder.block("KẾ HOẠCH")
    builder.block("Phát triển dữ liệu mở năm 2024")
    merged = 1 if second_lead else 2
    builder.table(
        [
            [CellInput(c) for c in ("STT", "Nhiệm vụ", "Chỉ tiêu", "Mục tiêu", "Chủ trì", "Thời hạn")],
            [
                CellInput("1", 0, 2), CellInput("Mở rộng hạ tầng", 1, 2), CellInput("Hộ có cáp quang", 2),
                CellInput("≥ 88%", 3), CellInput("Sở Xây dựng", 4, merged), CellInput("Quý IV/2024", 5, 2),
            ],
            [CellInput("Thôn có sóng 5G", 2), CellInput("35%", 3)]
            + ([CellInput(second_lead, 4)] if second_lead else []),
            [
                CellInput("2", 0), CellInput("Phổ cập kỹ năng", 1), CellInput("Người được học", 2),
                CellInput("45%", 3), CellInput("Sở Nội vụ", 4), CellInput("Tháng 11/2024", 5),
            ],
        ]
    )  # fmt: skip
    return extract(builder.build())


def test_rows_below_a_merged_name_are_targets_of_one_task() -> None:
    extraction = found("")
    assert [task.title for task in extraction.tasks] == ["Mở rộng hạ tầng", "Phổ cập kỹ năng"]
    assert [(t.value, t.task) for t in extraction.targets] == [(88, "t1"), (35, "t1"), (45, "t2")]


def test_a_row_with_an_owner_of_its_own_is_a_task_of_its_own() -> None:
    extraction = found("Sở Y tế")
    leads = [[unit.name for unit in task.lead_units] for task in extraction.tasks]
    assert leads == [["Sở Xây dựng"], ["Sở Y tế"], ["Sở Nội vụ"]]
