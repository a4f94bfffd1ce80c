"""Aims below what the same item tells to be there already: "hiện có 310 hộ", "mục tiêu: có 250 hộ"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from extractor.analysis.audit.clauses import clause_behind, word_set
from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_UNIT = r"(?:\s?%|\s[^\W\d_]+(?: [^\W\d_]+)?)"
_THERE = re.compile(
    rf"(?<!\w)hiện(?: nay| tại)?(?: toàn tỉnh| toàn huyện| tỉnh)?,? (?:đã |mới |đang |chỉ )?(?:có|đạt|là) "
    rf"(?:khoảng |trên |gần |hơn )?(?P<a>{_NUMBER})(?P<a_unit>{_UNIT})|"
    rf"\d{{1,3}}(?:[.,]\d+)?/\d{{1,3}} ?điểm \((?:tương ứng|tương đương)(?: với)?(?: tỷ lệ)? "
    rf"(?P<b>\d{{1,2}}(?:,\d+)?)(?P<b_unit>\s?%)\)"
)
_AIM = re.compile(
    rf"(?<!\w)(?:mục tiêu|chỉ tiêu|phấn đấu|yêu cầu)(?!\w)(?P<between>[^.;\n]{{0,60}}?)(?<!\w)"
    rf"(?:có|đạt|là|lên|:)"
    rf"(?: tối thiểu| ít nhất| từ| trên)? (?P<number>{_NUMBER})(?P<unit>{_UNIT})(?P<behind>[^.;\n]{{0,90}})"
)
_PRESENT = sign(re.compile(r"(?<!\w)hiện(?: nay| tại)?[^.;]{0,40}\d"), needs=("hiện ",)) | sign(
    _THERE, needs=("(tương ",)
)
_OTHER_WAY = re.compile(
    r"(?<!\w)(?:thêm|mới|giảm|còn|dưới|tối đa|không quá|xuống|bổ sung|mỗi|trong đó|tăng|năng lực|"
    r"hằng năm)(?!\w)"
)
_ITEM = re.compile(r"[-–+*•]|[a-zđ]\)")
_NEAR, _LEAST = 4, 0.3
_SAID = word_set(
    "trở lên tham gia sử dụng thực hiện năm đến cuối hết trên địa bàn tỉnh toàn vào các tháng quý"
)


def aims(subject: Subject) -> Iterator[Hit]:
    """ "… (hiện có 310 doanh nghiệp)", below it "Mục tiêu: đến cuối năm có 250 doanh nghiệp"."""
    prose = subject.prose
    places = {start: i for i, (start, _) in enumerate(prose)}
    for start, words in subject.telling(_PRESENT):
        there = list(_THERE.finditer(words))
        if len(there) != 1:
            continue
        i = places[start]
        below = takewhile(lambda line: _ITEM.match(line[1]), prose[i + 1 : i + 1 + _NEAR])
        rest = (start + there[0].end(), words[there[0].end() :])
        for low, line in (rest, *below):
            match = _AIM.search(line)
            if match is not None:
                yield from _below(subject, (start, words, there[0]), (low, match))
                break


def _below(
    subject: Subject, past: tuple[int, str, re.Match[str]], aimed: tuple[int, re.Match[str]]
) -> Iterator[Hit]:
    """The aim is of the same thing as what is there, and less."""
    (start, words, there), (low, match) = past, aimed
    unit = (there["a_unit"] or there["b_unit"]).strip()
    was, aim = value(there["a"] or there["b"]), value(match["number"])
    if was is None or aim is None or not _LEAST * was <= aim < was or match["unit"].strip() != unit:
        return
    behind = re.split(r"[,(](?!\d)", clause_behind(match["behind"]))[0]
    if _OTHER_WAY.search(match["between"] + behind) or _OTHER_WAY.search(words[: there.start()][-30:]):
        return
    told = words[: there.end()] + clause_behind(words[there.end() :])
    if not word_set(behind) <= word_set(told) | _SAID:
        return  # some of them, of another kind
    said = subject.text[start : start + there.start()].strip(" (;,:-")
    figures: dict[str, Figure] = {"indicator": (said or match.group())[:120], "target": aim}
    figures |= {"baseline": was, "year": None, "when": "hiện nay", "printed": shown(was)}
    spans = (subject.around(low, match), subject.around(start, there))
    yield Hit("target-below-baseline", figures, spans, unsure=True)
