"""Encodings before Unicode: told apart, converted, and never mistaken for what is Unicode already."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.gazetteers import rows
from extractor.sources.detect import decode
from extractor.sources.legacy import detect_legacy, font_encoding, legacy_note, to_unicode
from extractor.sources.legacy_fonts import legacy_font
from extractor.sources.legacy_runs import convert_runs
from extractor.sources.legacy_tables import ENCODINGS, Encoding, decode_cp1252, table

PARAGRAPHS = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; theo đề nghị của Giám đốc Sở.",
    "Phấn đấu đến hết năm 2008, 100% cơ quan nhà nước của tỉnh có trang thông tin điện tử (website).",
    "- Giao các sở, ngành, huyện, thị xã chủ trì, phối hợp xây dựng kế hoạch chi tiết trước ngày 30/6/2007.",
    "Đẩy mạnh ứng dụng công nghệ; bồi dưỡng kỹ năng cho cán bộ, ưu tiên xã nghèo, vùng khó khăn.",
    "Thủ trưởng các đơn vị chịu trách nhiệm trước Ủy ban nhân dân; vướng mắc gửi về http://example.gov.vn",
    "Quỹ hỗ trợ người nghèo được lập tại những xã thuộc chương trình; mỗi quý họp một lần.",
)
DOCUMENT = "\n".join(PARAGRAPHS)


def written(text: str, encoding: Encoding) -> str:
    """``text`` as the codes of an old encoding look in cp1252: its table read backwards."""
    if encoding == "windows-1258":
        return decode_cp1252(_stepwise(text).encode("cp1258"))
    backwards: dict[str, str] = {}
    for code, letter in table(encoding).letters.items():
        plain = code if code.islower() or code.isupper() or len(code) == 1 else ""
        if plain and (letter not in backwards or code.isupper() == letter.isupper()):
            backwards.setdefault(letter, plain)
    if encoding == "tcvn3":  # no capitals with tones: small letters stand for them
        backwards |= {k.upper(): v for k, v in backwards.items() if k.upper() not in backwards}
    return "".join(backwards.get(c, c) for c in unicodedata.normalize("NFC", text))


def _stepwise(text: str) -> str:
    """The vowel's own mark in the letter, the tone behind it."""
    tones = "[\u0300\u0301\u0303\u0309\u0323]"
    steps: list[str] = []
    for char in unicodedata.normalize("NFD", text):
        if re.match(tones, char) or not unicodedata.combining(char):
            steps.append(char)
        else:  # a breve, circumflex or horn, maybe behind the dot below
            at = -1 if not re.match(tones, steps[-1]) else -2
            steps[at] = unicodedata.normalize("NFC", steps[at] + char)
    return "".join(steps)


def letters(text: str, encoding: Encoding) -> str:
    """What can come back: TCVN3 does not know the case of letters with tones."""
    return text.lower() if encoding == "tcvn3" else text


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_document_is_told_and_converted(encoding: Encoding) -> None:
    codes = written(DOCUMENT, encoding)
    assert codes != DOCUMENT
    assert detect_legacy(codes) == encoding
    assert letters(to_unicode(codes, encoding), encoding) == letters(DOCUMENT, encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_a_paragraph_is_enough(encoding: Encoding, paragraph: str) -> None:
    codes = written(paragraph, encoding)
    assert detect_legacy(codes) == encoding
    assert letters(to_unicode(codes, encoding), encoding) == letters(paragraph, encoding)


RARE = "ẳng ẵn ẫm ỹ nghĩa giếng quyết khuỷu nguyệt thuở hoẵng ẻo quỵ"
RARE = "ẳng ẵn ẫm ỹ nghĩa giếng quyết khuỷu nguyệt thuở hoẵng ẻo quỵ"
SYLLABLES = re.findall(r"[^\W\d_]+", f"{DOCUMENT} {RARE}")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SYLLABLES), min_size=12, max_size=40), st.sampled_from(ENCODINGS))
def test_there_and_back(words: list[str], encoding: Encoding) -> None:
    text = " ".join([*words, "của nhân dân được tiếp tục"])
    assert letters(to_unicode(written(text, encoding), encoding), encoding) == letters(text, encoding)


BYTES = {"tcvn3": "cp1252", "vni": "cp1252", "viscii": "latin-1", "vps": "latin-1", "windows-1258": "cp1252"}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_file_of_bytes(encoding: Encoding) -> None:
    codes = written(DOCUMENT, encoding)
    text, note = decode(b"".join(_byte(c, BYTES[encoding]) for c in codes), "a.txt")
    assert letters(text, encoding) == letters(DOCUMENT, encoding)
    assert note == legacy_note(encoding)


def _byte(char: str, codec: str) -> bytes:
    for name in (codec, "cp1252", "latin-1"):
        try:
            return char.encode(name)
        except UnicodeEncodeError:
            continue
    raise AssertionError(char)


NOT_LEGACY = (
    DOCUMENT,
    unicodedata.normalize("NFD", DOCUMENT),
    DOCUMENT.upper(),
    DOCUMENT.replace("Đ", "Ð").replace("đ", "ð"),
    DOCUMENT.replace("a", "а").replace("o", "о"),
    DOCUMENT.replace("công nghệ", "công\u00ad nghệ").replace("kế hoạch", "kế ho\u00adạch"),
    "Kế hoạch n\u00adm 2007\nMục tiêu",
    "Ủy ban nhân dân t\u00efnh và HÐND; ßo đạc",
    DOCUMENT + "\nPhông cũ viết kÕ ho¹ch, keá hoaïch, kª hoÕch, nhiÖm vô, nhi®m vø, n-íc cho những chữ ấy.",
    "Plain words of English, with a price of 12.5% and an address: http://example.org/a-b_c",
    "Les élèves de l'école ont été reçus à la fête où l'on goûte le pâté; ça va très bien, « bravo ».",
    "El niño español comió mañana también; ¿qué pasó? Año nuevo, corazón y canción.",
    "Größe, Straße, müssen, können, für, über, Äpfel und Öl: schöne Grüße.",
    "Não são informações; é já também o coração da nação.",
    "Smørrebrød på øen, blåbær og æbler; så går vi.",
    "25°C, ±5%, 3 × 4 m², § 12, © 2008, «A», ½ ha, 10 µm, café",
    "",
    "1 2 3",
)


@pytest.mark.parametrize("text", NOT_LEGACY)
def test_other_text_is_left_alone(text: str) -> None:
    assert detect_legacy(text) is None
    assert convert_runs([(text, None)]).texts == (text,)
    assert convert_runs([(text, "Times New Roman")]).texts == (text,)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_unicode_paragraphs_of_a_mixed_document_stay(encoding: Encoding) -> None:
    mixed = "\n".join(
        [written(PARAGRAPHS[0], encoding), PARAGRAPHS[1], written(PARAGRAPHS[2], encoding), "Plain"]
    )
    assert detect_legacy(mixed) == encoding
    wanted = "\n".join([*PARAGRAPHS[:3], "Plain"])
    assert letters(to_unicode(mixed, encoding), encoding) == letters(wanted, encoding)


TCVN3 = [
    ("nhµ n\u00adíc", "nhà nước"),
    ("nhµ n-íc th-¬ng m¹i", "nhà nước thương mại"),  # U+00AD turned into a hyphen
    ("®Çu t\x02", "đầu tư"),  # pdfium's sign at the end of a line
    ("®Çu t\ufffe", "đầu tư"),
    ("nhµ n\u2212íc", "nhà nước"),
    ("V- Tæ chøc\nc- Néi dung", "V- Tổ chức\nc- Nội dung"),
    ("d©n c- vµ ®Çu t- (b-íc 2)", "dân cư và đầu tư (bước 2)"),
    ("kinh tÕ-x· héi", "kinh tế-xã hội"),
    ("Q§-TTg, N§-CP, H§ND-UBND", "QĐ-TTg, NĐ-CP, HĐND-UBND"),
    ("\u00adu tiªn -íc tÝnh", "ưu tiên ước tính"),
    ("TØNH Cµ MAU", "TỈNH CÀ MAU"),
    ("UBND TØNH Cµ Mau", "UBND TỈNH Cà Mau"),
    ("CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("GI¸O DôC Vµ §µO T¹O ë TØNH", "GIÁO DỤC VÀ ĐÀO TẠO Ở TỈNH"),
    ("UBND TØNH §ång Nai", "UBND TỈNH Đồng Nai"),
    ("Bé KH&CN vµ Së TT", "Bộ KH&CN và Sở TT"),
    ("· Môc tiªu", "· Mục tiêu"),  # a bullet
    ("Hç trî 300.000 ®", "Hỗ trợ 300.000 đ"),
    ("v\u03bc kÕ ho¹ch", "và kế hoạch"),  # a Greek mu for the micro sign
    ("Tªn miÒn example.gov.vn; e-mail: a@b.vn", "Tên miền example.gov.vn; e-mail: a@b.vn"),
]


@pytest.mark.parametrize(("codes", "text"), TCVN3)
def test_tcvn3(codes: str, text: str) -> None:
    assert to_unicode(codes, "tcvn3") == text


VNI = [
    ("Uûy ban nhaân daân tænh", "Ủy ban nhân dân tỉnh"),
    ("UÛY BAN NHAÂN DAÂN", "ỦY BAN NHÂN DÂN"),
    ("thaúng thaén", "thẳng thắn"),
    ("Ñeà aùn kyõ thuaät", "Đề án kỹ thuật"),
    ("nghóa vuï ñòa phöông", "nghĩa vụ địa phương"),
]


@pytest.mark.parametrize(("codes", "text"), VNI)
def test_vni(codes: str, text: str) -> None:
    assert to_unicode(codes, "vni") == text


def test_no_break_space_of_viscii() -> None:
    assert to_unicode("Kª hoÕch nåm\u00a02008", "viscii") == "Kế hoạch năm 2008"
    assert to_unicode("V\u00a0 TÀI", "viscii") == "VÕ TÀI"


def test_runs_with_fonts_convert_only_theirs() -> None:
    runs = [
        ("Sè 12/Q§-", ".VnTime"), ("UBND", "Arial"), ("\n", None),
        ("Uỷ ban é à", "Times New Roman"), ("\n", None),
        ("céng hoµ", ".VnTimeH"), ("·", "Symbol"), ("Keá hoaïch", "VNI-Times"),
    ]  # fmt: skip
    converted = convert_runs(runs)
    assert converted.texts == ("Số 12/QĐ-", "UBND", "\n", "Uỷ ban é à", "\n", "cộng hoà", "·", "Kế hoạch")
    assert set(converted.encodings) == {"tcvn3", "vni"}
    assert convert_runs(runs, print_capitals=True).texts[5] == "CỘNG HOÀ"


def test_a_letter_cut_between_runs() -> None:
    runs = [(c, "VNI-Times") for c in "Keá hoaïch"]
    converted = convert_runs(runs)
    assert "".join(converted.texts) == "Kế hoạch"
    assert len(converted.texts) == len(runs)
    assert converted.texts[1:3] == ("ế", "")


def test_unicode_in_a_font_of_old_is_kept() -> None:
    runs = [(paragraph, ".VnTime") for paragraph in PARAGRAPHS]
    assert convert_runs(runs).texts == PARAGRAPHS
    assert convert_runs(runs).encodings == ()


def test_text_without_font_is_read_beside_text_with_one() -> None:
    codes = [written(p, "tcvn3") for p in PARAGRAPHS]
    runs = [(codes[0], ".VnTime"), ("\n", None), (codes[3], None), ("\n", None), (codes[4], "")]
    texts = convert_runs(runs).texts
    assert [t.lower() for t in texts[::2]] == [PARAGRAPHS[i].lower() for i in (0, 3, 4)]


FONTS = [
    (".VnTime", ("tcvn3", False)), (".VnTimeH", ("tcvn3", True)), ("ABCDEF+.VnTimeH,Bold", ("tcvn3", True)),
    (".VnArial NarrowH", ("tcvn3", True)), (".VnTimeH Tur", ("tcvn3", True)), ("Vntime", ("tcvn3", False)),
    (".VnTime-Bold", ("tcvn3", False)), ("#2EVnTime", ("tcvn3", False)), ("VNI-Times", ("vni", False)),
    ("VNI-Helve-Condense", ("vni", False)), ("VPS Times", ("vps", False)), ("VI Times", ("viscii", False)),
    ("Times New Roman", None), ("Arial", None), ("Symbol", None), ("VNtimes new roman", None),
    ("SVN-Arial", None), ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("font", "encoding"), FONTS)
def test_fonts(font: str, encoding: tuple[str, bool] | None) -> None:
    assert font_encoding(font) == encoding


@pytest.mark.parametrize("row", rows("legacy_fonts"), ids=lambda row: row["example"].split("|")[0])
def test_each_font_prints_its_example(row: dict[str, str]) -> None:
    font, codes, printed = row["example"].split("|")
    assert convert_runs([(codes, font)], print_capitals=True).texts == (printed,)
    assert legacy_font(font) is not None


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_can_be_asked_about(text: str) -> None:
    found = detect_legacy(text)
    assert found is None or isinstance(to_unicode(text, found), str)
    runs = [(c, ".VnTime" if i % 3 else None) for i, c in enumerate(text)]
    assert len(convert_runs(runs).texts) == len(runs)
