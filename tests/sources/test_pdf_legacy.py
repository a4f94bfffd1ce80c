"""PDF text in fonts made before Unicode: by the fonts' names, or without them by the text."""

from __future__ import annotations

import pytest

from extractor.sources.pdf import read_pdf


def pdf(lines: list[tuple[str, str]]) -> bytes:
    """A page with one line below the other, each (font name, codes), in fonts that only have a name."""
    names = sorted({font for font, _ in lines})
    parts = []
    for number, (font, text) in enumerate(lines):
        raw = text.encode("cp1252")
        codes = raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        parts.append(b"BT /F%d 12 Tf 72 %d Td (%s) Tj ET" % (names.index(font), 740 - 16 * number, codes))
    content = b"\n".join(parts)
    fonts = b" ".join(b"/F%d %d 0 R" % (i, 5 + i) for i in range(len(names)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<<%s>>>>>>" % fonts,
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        *(
            b"<</Type/Font/Subtype/TrueType/BaseFont/%s/Encoding/WinAnsiEncoding>>"
            % name.replace(" ", "#20").encode()
            for name in names
        ),
    ]
    body = b"%PDF-1.4\n"
    places = []
    for number, item in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return body + end % (len(objects) + 1, table, len(objects) + 1, len(body))


TCVN3 = [
    "C¨n cø LuËt Tæ chøc chÝnh quyÒn ®Þa ph\u00ad¬ng; theo ®Ò nghÞ cña Gi¸m ®èc Së ®Çu t\u00ad",
    "vµ Chñ tÞch huyÖn, tØnh giao c¸c së, ngµnh x©y dùng ch\u00ad¬ng tr×nh hµnh ®éng.",
]
UNICODE = (
    "Căn cứ Luật Tổ chức chính quyền địa phương; theo đề nghị của Giám đốc Sở đầu tư "
    "và Chủ tịch huyện, tỉnh giao các sở, ngành xây dựng chương trình hành động."
)


@pytest.mark.parametrize("font", [".VnTime", "ABCDEF+.VnTime,Bold", "Arial", "F1"])
def test_tcvn3(font: str) -> None:
    """Also the ư at a line's end, which pdfium takes for a hyphen."""
    source = read_pdf(pdf([(font, text) for text in TCVN3]), "a.pdf")
    assert " ".join(source.text.split()) == UNICODE
    assert [note.code for note in source.notes] == ["decoded-legacy"]


def test_capital_fonts_are_marked() -> None:
    source = read_pdf(pdf([(".VnTimeH", "kÕ ho¹ch"), (".VnTime", "N¨m 2007")]), "a.pdf")
    assert source.text.splitlines() == ["kế hoạch", "Năm 2007"]
    assert source.printed().text.splitlines() == ["KẾ HOẠCH", "Năm 2007"]


def test_vni_letters_of_two_codes() -> None:
    source = read_pdf(
        pdf([("VNI-Times", "Uûy ban nhaân daân tænh"), ("Times New Roman", "caf\xe9")]), "a.pdf"
    )
    assert " ".join(source.text.split()) == "Ủy ban nhân dân tỉnh café"
