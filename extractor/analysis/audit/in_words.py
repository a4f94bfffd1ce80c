"""Numbers told in figures and in words beside them: amounts of money, days, copies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.figures import MONEY, shown, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.number_words import read_number_words

_MONEY = re.compile(
    r"(?<![\w.,])(?P<figure>\d[\d.,]*\d|\d)\s*(?P<unit>tỷ|triệu|nghìn|ngàn)?\s*(?:đồng|đ|vnđ)\s*[,;.]?\s*\(?\s*"
    r"(?:viết |ghi |số tiền |đọc )*(?:bằng chữ(?: là)?\s*:?|\()\s*(?P<words>[^().;:\d]{4,160}?)\s*"
    r"(?:đồng|việt nam|chẵn)"
)
_AMOUNT = re.compile(
    r"(?<![\w.,])(?P<figure>\d[\d.,]*\d|\d)\s*(?P<unit>tỷ|triệu|nghìn|ngàn)?\s*(?:đồng|đ|vnđ)(?!\w)"
)
_COUNT = re.compile(r"(?<![\w.,/-])(?P<figure>\d{1,3})\s*\(\s*(?P<words>[^\W\d_]+(?: [^\W\d_]+){0,5})\s*\)")
_SPELT = sign(_MONEY, needs=("đồng (",)) | sign(_MONEY, needs=("bằng chữ",))
_SPELT |= sign(re.compile(r"\d\s?\(\s?[^\W\d_]"))


def figures(subject: Subject) -> Iterator[Hit]:
    """ "45 triệu đồng (Bằng chữ: Năm mươi bốn triệu đồng)"; "05 (bốn) ngày làm việc"."""
    for start, words in subject.bearing(_SPELT):
        for match in (*_MONEY.finditer(words), *_COUNT.finditer(words)):
            unit = match.groupdict().get("unit")
            figure, spelt = value(match["figure"]), read_number_words(match["words"])
            if figure is None or spelt is None or (match["words"] == "năm" and figure != 4):
                continue  # "12 (năm)" may be years
            # in a sentence of several amounts the words may be those of the first
            amounts = (
                _amount(m["figure"], m["unit"]) for m in _AMOUNT.finditer(words, 0, match.end("figure") + 8)
            )
            others = amounts if match.re is _MONEY else iter((figure,))
            if not any(abs(amount - spelt) <= 0.5 for amount in others):
                told: dict[str, Figure] = {"figure": f"{shown(figure)} {unit or ''}".strip()}
                told |= {"words": match["words"], "spelt": shown(float(spelt))}
                yield Hit("words-against-figures", told, (subject.around(start, match),))


def _amount(figure: str, unit: str | None) -> float:
    return (value(figure) or 0) * MONEY[unit]
