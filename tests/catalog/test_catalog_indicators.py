"""Catalogs: the shipped one, and a user's own CSV with its faults."""

from pathlib import Path

import pytest

from extractor.catalog import Catalog
from extractor.errors import CatalogError


def test_provincial_set_of_2022():
    catalog = Catalog.load()
    assert catalog is Catalog.default()
    assert [i.code for i in catalog.children(None)] == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert sum(i.max_points or 0 for i in catalog.children(None)) == 1000
    assert catalog["6.12"].name == "Tỷ lệ hồ sơ xử lý trực tuyến"
    assert catalog.meta["decision"] == "922/QĐ-BTTTT" and catalog.meta["issued_on"] == "2022-05-20"


@pytest.mark.parametrize(
    ("code", "pillar"),
    [
        ("3.1", None),
        ("5.12.4", None),
        ("6.8", "chính quyền số"),
        ("7.1", "kinh tế số"),
        ("8.8.1", "xã hội số"),
    ],
)
def test_pillar_where_known(code: str, pillar: str | None):
    assert Catalog.default()[code].pillar == pillar


def test_points_of_children_add_up():
    catalog = Catalog.default()
    for parent in catalog:
        points = [i.max_points or 0 for i in catalog.children(parent.code)]
        assert not points or sum(points) == parent.max_points, parent.code


@pytest.mark.parametrize("code", ["9.9", "", "6.12 "])
def test_unknown_code(code: str):
    with pytest.raises(CatalogError, match="không có mã"):
        Catalog.default()[code]


@pytest.mark.parametrize("name", ["dti-1999", "../abbreviations", ""])
def test_unknown_catalog(name: str):
    with pytest.raises(CatalogError, match="không có bộ chỉ số"):
        Catalog.load(name)


def test_own_csv(tmp_path: Path):
    path = tmp_path / "ours.csv"
    path.write_text(
        "\ufeffCode,name,parent,max_points,aliases,not\n"
        'A,Nhóm A,,"12,5",,\nA.1,Tỷ lệ cây xanh,A,2,độ che phủ|cây bóng mát,cây cảnh\n\n',
        encoding="utf-8",
    )
    catalog = Catalog.from_csv(path)
    assert catalog.name == "ours" and len(catalog) == 2 and catalog["A"].max_points == 12.5
    assert catalog["A.1"].aliases == ("độ che phủ", "cây bóng mát")
    assert catalog["A.1"].excludes == ("cây cảnh",)
    assert "A.1" in catalog and "B" not in catalog


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("mã,tên\n1,a\n", "cần có cột code"),
        ("", "cần có cột code"),
        ("code,name\n", "không có chỉ số nào"),
        ("code,name\n1,\n", "dòng 2: code và name"),
        ("code,name\n1,a\n1,b\n", "mã 1 lặp lại"),
        ("code,name,parent\n1.1,a,1\n", "mã cha 1 không có"),
        ("code,name,max_points\n1,a,mười\n", "không phải là số"),
    ],
)
def test_faulty_csv(tmp_path: Path, text: str, message: str):
    path = tmp_path / "bad.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError, match=message):
        Catalog.from_csv(path)


def test_unreadable_csv(tmp_path: Path):
    with pytest.raises(CatalogError, match=r"absent\.csv"):
        Catalog.from_csv(tmp_path / "absent.csv")
    (tmp_path / "latin.csv").write_bytes(b"code,name\n1,t\xea\n")
    with pytest.raises(CatalogError, match="không phải tệp CSV mã UTF-8"):
        Catalog.from_csv(tmp_path / "latin.csv")
    with pytest.raises(CatalogError):
        Catalog.from_csv(tmp_path)


def test_every_indicator_says_what_is_counted_and_its_group():
    kinds = {"share", "count", "money", "frequency", "degree", "state", "score"}
    for indicator in Catalog.default():
        assert indicator.measure in kinds and indicator.group, indicator.code
