"""Quality of the source: slips of typing and scanning, blanks, figures that are no numbers, repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.model import Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.records import Document

_HEAD = 4000  # the letterhead ends before
_HEAD_PASSAGES = 6


def letterhead(subject: Subject) -> Iterator[Hit]:
    """No number, no date of issue, no signer; or no head at all, told once."""
    document = subject.extraction.document
    if document.kind == "news":
        return
    if _is_headless(subject):
        yield Hit("head-missing", {}, (subject.at(subject.passages[0][0], subject.passages[:2][-1][1]),))
    else:
        yield from _number_and_date(subject, document)
    if document.signer is None:
        yield Hit("signer-missing", {}, _edge(subject, -1))


_ANNEX = re.compile(r"\W*(?:phụ lục|danh mục|biểu|kèm theo)(?!\w)")
_LETTERHEAD = re.compile(
    r"(?<!\w)(?:số\s*:|độc lập - tự do|cộng h[oò][aà] xã hội)|(?<!\w)ngày[\s.…_]{1,12}tháng"
)


def _is_headless(subject: Subject) -> bool:
    """A text that begins in the middle: neither number nor date, nor who issues what; no annex."""
    document = subject.extraction.document
    if document.number or document.issued_on or not subject.passages:
        return False
    end = subject.passages[:_HEAD_PASSAGES][-1][1]
    told = (document.evidence.get(name) for name in ("issuer", "title"))
    if any(place is not None and place.start < end for place in told):  # not by the signature
        return False
    head = subject.folded[:end]
    return not (_ANNEX.match(head) or _LETTERHEAD.search(head))


def _number_and_date(subject: Subject, document: Document) -> Iterator[Hit]:
    head = subject.text[:_HEAD]
    blank = re.search(r"Số\s*:\s*[.…_\s]{0,20}/\s?[A-ZĐ][\w-]+", head)
    if document.number is None:
        spans = (subject.at(*blank.span()),) if blank else _edge(subject, 0)
        yield Hit("number-missing", {"blank": blank.group() if blank else None}, spans)
    if document.issued_on is None:
        day = re.search(r"ngày\s*[.…_\s\d]{0,12}tháng\s*[.…_\s\d]{0,12}năm\s*(?:20\d\d|20[.…\s]{0,4})", head)
        spans = (subject.at(*day.span()),) if day else _edge(subject, 0)
        yield Hit("date-missing", {"blank": day.group() if day else None}, spans)


def _edge(subject: Subject, which: int) -> tuple[Span, ...]:
    """The first or last words of the text, where what is missing should stand."""
    return (subject.at(*subject.passages[which]),) if subject.passages else ()


# What may not stand before a figure is looked at behind its first digit: `re` then leaps from digit to
# digit instead of trying every letter, which takes a fifth of the time.
_MALFORMED = re.compile(
    r"\d(?:(?<![\w./,]\d) \d{1,2}/\d{1,3}\s*điểm|(?<![\w.,]\d)[\d.,]*\s*%\s*%|"
    r"(?<![\w./]\d)\d{0,2}(?:\.\d{3})+\.\d{1,2}(?![\d./])|(?<![\w.,/]\d)\d*,\d+,\d+(?![\d,])|"
    r"(?<![\w.,/]\d)\d*[oO](?=\s*%)|(?<![\w.,]\d)\d*(?:,\.|\.,)\d+)"
)
_STARRED = re.compile(r"\*\s*\d[\d.,]*\s*%")
_BLANK = re.compile(
    r"(?<![\w.…])(?:\.{2,}|…[.…]*|_{2,})\s*(?:tỷ|triệu|nghìn|%|đồng|điểm|người|doanh nghiệp|hộ|xã|lượt|"
    r"hồ sơ|văn bản|tài khoản|lớp|cuộc|trường hợp|thủ tục|dịch vụ|thôn|máy|km|trạm|buổi)(?!\w)"
)
_DOTTED = re.compile(r"\.\.|…|__")
_LOOSE = re.compile(r"\d[\d.,]*\s*%\s*\)")


_LABEL_BLANK = re.compile(
    r"(?:thời gian|thời hạn|hoàn thành|chủ trì|phối hợp|kinh phí)[^.:;]{0,24}:"
    r"\s*(?:\.{4,}|…[.…]*|_{4,})\s*(?:$|(?=[.;,]?$))"
)
TO_BE_FILLED = re.compile(
    r"\[[^\[\]\n]{0,40}(?:bổ sung|cập nhật|điền|chèn|số liệu|ghi rõ|tên đơn vị)[^\[\]\n]{0,40}\]|"
    r"\((?:đang |còn )?(?:chờ|đợi|sẽ bổ sung|bổ sung sau|cập nhật sau|chưa có số liệu)[^()\n]{0,60}\)|"
    r"(?<![\w-])x{2,4}\s*(?:%|tỷ|triệu|người|hộ)(?!\w)|[(\[]\?{1,3}[)\]]|"
    r"[\[<](?:số tiền|số|số lượng|tên|tên đơn vị|ngày|tháng|năm|đơn vị|địa phương|nội dung|họ và tên|"
    r"chức vụ|tỷ lệ|x{1,4}|bổ sung|điền)[\]>]|\?{2,}"
)
_MAY_BE_BAD = sign(_MALFORMED) | sign(_STARRED, needs=("*", "%")) | sign(_LOOSE, needs=("%", ")"))
_MAY_BE_BAD |= sign(_BLANK, _LABEL_BLANK, needs=("..",)) | sign(_BLANK, _LABEL_BLANK, needs=("…",))
_MAY_BE_BAD |= sign(_BLANK, _LABEL_BLANK, needs=("__",)) | sign(TO_BE_FILLED)


def figures(subject: Subject) -> Iterator[Hit]:
    """ "5 31/10 điểm", "trên *5%", "70%) điểm", "… tỷ đồng"."""
    for start, words in subject.bearing(_MAY_BE_BAD):
        for match in (*_MALFORMED.finditer(words), *(_STARRED.finditer(words) if "*" in words else ())):
            span = subject.around(start, match, 30, 20)
            yield Hit("malformed-number", {"printed": match.group()}, (span,))
        for match in _LOOSE.finditer(words) if "%" in words and ")" in words else ():
            before = words[: match.end() - 1]
            if before.count("(") <= before.count(")") - len(re.findall(r"(?<!\w)\w{1,2}\)", before)):
                span = subject.around(start, match, 30, 20)
                yield Hit("malformed-number", {"printed": match.group()}, (span,))
        for match in _blanks(words):
            printed = subject.text[start + match.start() : start + match.end()]
            span = subject.around(start, match, 80, 80)
            yield Hit("blank-figure", {"printed": printed}, (span,))


def _blanks(words: str) -> Iterator[re.Match[str]]:
    """Figures and answers behind a label that were never filled in."""
    yield from TO_BE_FILLED.finditer(words)
    if _DOTTED.search(words):
        for pattern in (_BLANK, _LABEL_BLANK):
            yield from pattern.finditer(words)


_CAPTION = re.compile(
    r"(?:\A|[.!?]\s)\(?(?:ảnh(?: minh họa)?|nguồn ảnh|photo|tác giả)\s*:\s*[^.;:]{2,40}\)?\.?\s*$"
)
_PORTAL = re.compile(
    r"\A(?:in bài viết|gửi email|chia sẻ facebook|lượt xem|xem thêm|tin liên quan|về trang trước|tải về)"
    r"\s*:?\s*\d{0,9}\s*$"
)
_LEFT = sign(_CAPTION, _PORTAL)


def captions(subject: Subject) -> Iterator[Hit]:
    """Captions of pictures and buttons of a web page that stand in the text of a plan."""
    for start, words in subject.telling(_LEFT):
        if len(words) <= 200:
            yield Hit(
                "not-of-the-document", {"printed": words[:120]}, (subject.at(start, start + len(words)),)
            )


_POINT = re.compile(r"\d(?<![\w.,/]\d)\d{0,2}\.\d{1,2}\s*(?:%|/\s*\d{1,3}\s*điểm|điểm)")
_COMMA = re.compile(r"\d(?<![\w.,/]\d)\d{0,2},\d{1,3}\s*(?:%|/\s*[\d.]{1,5}\s*điểm|điểm)")


_POINTS, _COMMAS = sign(_POINT), sign(_COMMA)


def marks(subject: Subject) -> Iterator[Hit]:
    """Decimal points and decimal commas in one document."""
    pointed, parted = subject.bearing(_POINTS), subject.bearing(_COMMAS)
    if pointed and parted:
        points = [(start, m) for start, words in pointed for m in _POINT.finditer(words)]
        commas = [(start, m) for start, words in parted for m in _COMMA.finditer(words)]
        found = {"points": len(points), "commas": len(commas)}
        found |= {"point": points[0][1].group(), "comma": commas[0][1].group()}  # type: ignore[dict-item]
        spans = (subject.around(*points[0]), subject.around(*commas[0]))
        yield Hit("mixed-decimal-marks", found, spans)


def repeats(subject: Subject) -> Iterator[Hit]:
    """Pages that the file holds twice."""
    if subject.source is None or not subject.repeated:
        return
    blocks = [subject.source.blocks[i] for i in sorted(subject.repeated)]
    size = sum(b.end - b.start for b in blocks)
    if size >= 400:
        figures = {"blocks": len(blocks), "characters": size}
        longest = max(blocks, key=lambda b: b.end - b.start)
        at = subject.folded.find(subject.folded[blocks[0].start : blocks[0].end])
        first = subject.at(at, at + blocks[0].end - blocks[0].start)
        again = (subject.at(block.start, block.end) for block in (blocks[0], longest))
        yield Hit("repeated-text", figures, (first, *again))
