"""Acts as the text cites them: never dated, or another act in the very same words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.references import plain_number
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.records import Citation

_SYMBOL = re.compile(r"\d\s*/\s*[A-ZĐ]+(?:-[A-ZĐ]|[A-ZĐ]{3})")
_WITH_YEAR = re.compile(r"[/-](?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_CONTEXT, _CONTENT = 9, 4
"""Words before a citation that have to be the same, and how many of them different words."""
_COMMON = frozenset(
    ("theo", "quy", "định", "tại", "của", "các", "và", "căn", "cứ", "thực", "hiện", "về", "trong", "bộ",
     "trưởng", "chính", "phủ", "thủ", "tướng", "thông", "tin", "truyền", "ủy", "ban", "nhân", "dân", "tỉnh")
)  # fmt: skip
_NORMS = frozenset(("Luật", "Nghị định", "Thông tư", "Thông tư liên tịch"))
"""Kinds of which one rules a matter; letters and decisions are many on one matter."""


def undated(subject: Subject) -> Iterator[Hit]:
    """ "Quyết định số 922/QĐ-BTTTT" without a day or year anywhere in the document."""
    cited: dict[tuple[str, str], list[Citation]] = {}
    for act in subject.extraction.document.citations:
        if act.number and _SYMBOL.search(act.number) and not _WITH_YEAR.search(act.number):
            cited.setdefault((act.kind, plain_number(act.number)), []).append(act)
    for found in cited.values():
        if not any(act.issued_on or _year_behind(subject, act) for act in found):
            act = found[0]
            figures: dict[str, Figure] = {"act": act.text}
            yield Hit("act-undated", figures, (subject.span(act.evidence, act.text),))


def _year_behind(subject: Subject, act: Citation) -> bool:
    """A year or a date that could not be read stands right behind the act."""
    if act.evidence is None:
        return bool(re.search(r"\d{4}", act.text.replace(act.number or "", "")))
    behind = subject.text[act.evidence.start : act.evidence.end + 60].replace(act.number or "", "")
    return bool(re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)|ngày", behind.split("\n")[0].split(";")[0]))


_NO_NUMBER = re.compile(
    r"\(\s*(?:thực hiện )?(?:theo|căn cứ|tại)\s+(?P<named>(?:quyết định|kế hoạch|nghị quyết|chỉ thị|"
    r"thông báo|chương trình|đề án|công văn|kết luận|kh|qđ)(?!\w)[^()\d]{0,60}?của\s[^()]{3,60})\)|"
    r"(?<!\w)(?:theo|căn cứ|thực hiện|tại)\s+(?P<bare>(?:quyết định|nghị quyết|chỉ thị|công văn|thông báo|"
    r"kết luận)\s+của\s+(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|thủ tướng|chính phủ|bộ|tỉnh ủy|"
    r"thành ủy|ban chỉ đạo)[^.;,:()]{0,60})"
)
_NUMBERLESS = sign(_NO_NUMBER)
_NUMBER = re.compile(r"\d\s*[/-]\s*[^\W\d]|(?<!\w)số \d|ngày \d")
_ANY = re.compile(r"(?<!\w)(?:các|những|nếu|hướng dẫn chung)(?!\w)")


def numberless(subject: Subject) -> Iterator[Hit]:
    """ "(theo Kế hoạch hoạt động của Ban Chỉ đạo)", "theo Quyết định của UBND tỉnh": which one?"""
    for start, words in subject.bearing(_NUMBERLESS):
        for match in _NO_NUMBER.finditer(words):
            group = "named" if match["named"] else "bare"
            behind = words[match.end() : match.end() + 40]
            if _NUMBER.search(match[group]) or _NUMBER.search(behind) or _ANY.search(match[group]):
                continue
            figures: dict[str, Figure] = {
                "act": subject.text[start + match.start(group) :][: len(match[group])]
            }
            yield Hit("act-without-number", figures, (subject.around(start, match),))


_GROUND = re.compile(
    r"[-+*•\s]*(?:căn cứ|thực hiện|theo) (?P<act>(?:quyết định|kế hoạch|nghị quyết|nghị định|thông tư|"
    r"chỉ thị|công văn|thông báo|kết luận)(?! này| trên| của đơn vị| được)[^\d;:]{0,200}"
    r"(?<!\w)(?:của|về|phê duyệt)(?!\w)[^;:]*)[;.]?\s*\Z"
)
_FIRST = 40
"""Paragraphs among which the grounds of a document stand."""


def grounds(subject: Subject) -> Iterator[Hit]:
    """ "Căn cứ Kế hoạch triển khai … của Ủy ban Quốc gia;" among the grounds, without number and date."""
    for start, words in subject.prose[:_FIRST]:
        match = _GROUND.match(words) if "căn cứ" in words[:12] or "thực hiện" in words[:14] else None
        if match and not _NUMBER.search(words) and not re.search(r"\d/|/\d|ngày", words):
            act = subject.text[start + match.start("act") : start + match.end("act")].strip(" ;.")
            yield Hit("act-without-number", {"act": act[:160]}, (subject.around(start, match),))


_WITH_WORD, _FEW = 3, 2


def without_word(subject: Subject) -> Iterator[Hit]:
    """ "Quyết định 2213/QĐ-UBND" where the other acts are cited as "Quyết định số …"."""
    bare: dict[str, Citation] = {}
    usual = 0
    for act in subject.extraction.document.citations:
        lead = act.text.split(act.number)[0] if act.number and act.number in act.text else ""
        if not lead.strip() or not _SYMBOL.search(act.number or ""):
            continue
        if re.search(r"(?<!\w)số\s*:?\s*\Z", lead, re.IGNORECASE):
            usual += 1
        elif lead.split()[-1].isalpha():
            bare.setdefault(act.number or "", act)
    if bare and usual >= max(_WITH_WORD, _FEW * len(bare)):
        figures: dict[str, Figure] = {"acts": "; ".join(bare), "count": len(bare), "usual": usual}
        spans = tuple(subject.span(act.evidence, act.text) for act in list(bare.values())[:5])
        yield Hit("number-word-missing", figures, spans)


def swapped(subject: Subject) -> Iterator[Hit]:
    """One sentence that cites one act here and another there: "theo … tại Thông tư số 12 / 03"."""
    before: dict[tuple[str, ...], Citation] = {}
    for act in subject.extraction.document.citations:
        if act.evidence is None or not act.number or act.kind not in _NORMS or subject.source is None:
            continue
        words = _words_before(subject, act.evidence.start)
        if len(words) < _CONTEXT or len(set(words) - _COMMON) < _CONTENT:
            continue
        first = before.setdefault((act.kind, *words), act)
        if plain_number(first.number or "") != plain_number(act.number):
            figures: dict[str, Figure] = {"first": first.text, "second": act.text, "words": " ".join(words)}
            spans = (subject.span(first.evidence, first.text), subject.span(act.evidence, act.text))
            yield Hit("act-differs", figures, spans)


def _words_before(subject: Subject, start: int) -> tuple[str, ...]:
    """The last words of the clause before an offset."""
    clause = re.split(r"[.;:\n|](?!\d)", subject.folded[max(0, start - 160) : start])[-1]
    return tuple(_WORD.findall(clause)[-_CONTEXT:])
