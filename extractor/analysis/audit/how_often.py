"""How often one thing is to happen: two frequencies for it in two places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from extractor.analysis.audit.clauses import word_set
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.analysis.audit.unit_ahead import without_unit

_UNITS = {"ngày": 365.0, "tuần": 52.0, "tháng": 12.0, "quý": 4.0, "năm": 1.0}
_TIMES = (
    r"lần|kỳ|số|buổi|chuyên mục|chương trình|tin, bài|tin bài|tin|bài|phóng sự|phiên|cuộc|lượt|đợt|bản tin"
)
_OFTEN = re.compile(
    rf"(?<![\w.,/])(?P<n>\d{{1,2}}) (?P<what>{_TIMES})(?: họp| phát sóng)?"
    rf"(?: ?/ ?(?:0?1 )?| mỗi | một | trong 0?1 | hằng | hàng )(?P<unit>{'|'.join(_UNITS)})(?!\w)(?! 20\d\d|"
    rf"/\d)|"
    rf"(?<!\w)(?:mỗi|một|hằng|hàng|0?1) (?P<unit2>{'|'.join(_UNITS)})"
    rf"(?: (?:tối thiểu|ít nhất|từ|phát|họp|đăng|là))* (?P<n2>\d{{1,2}}) (?P<what2>{_TIMES})(?!\w)|"
    # what is to happen so often "trong năm 2024"
    rf"(?<=họp )(?P<n3>\d{{1,2}}) (?P<what3>phiên|lần|kỳ|cuộc)(?: họp)?(?: [^\W\d_]+){{0,4}} trong năm(?!\w)|"
    rf"(?<![\w.,/])(?P<n4>\d{{1,2}}) (?P<what4>phiên|cuộc|kỳ) họp[^.;,\d]{{0,30}} trong năm(?!\w)"
)
_TELLS = sign(
    re.compile(rf"\d (?:{_TIMES})[^.;]{{0,24}}(?:tuần|tháng|quý|năm|ngày)"),
    re.compile(rf"(?:mỗi|một|hằng|hàng|1) (?:tuần|tháng|quý|năm|ngày)[^.;]{{0,40}}\d (?:{_TIMES})(?!\w)"),
)
_PAST = re.compile(
    r"(?<!\w)(?:đã|năm trước|hiện nay|hiện|mới chỉ|bình quân|kết quả|tăng|nâng|từ|lên|so với|giảm|thay vì|"
    r"trước đây|điểm tối đa|dưới)(?!\w)"
)
_MEDIA = re.compile(
    r"(?<!\w)(?:truyền hình|ptth|pt-th|pt&th|truyền thanh|cổng thông tin|cổng ttđt|trang thông tin|"
    r"chuyên trang|zalo|fanpage|facebook|báo|ban chỉ đạo|tổ công nghệ|tổ giúp việc|lãnh đạo|cấp tỉnh|"
    r"cấp huyện|cấp xã|tuyến tỉnh|sở|toàn thể|chuyên đề|đột xuất|thường trực|sao lưu|diễn tập|kiểm tra|"
    r"tập huấn|giao ban|tin nhắn|loa)(?!\w)"
)
"""Words that tell one such thing from another: both tellings have them, or neither."""
_SAID_SO = {"ptth": "truyền hình", "pt-th": "truyền hình", "pt&th": "truyền hình"}
_FORMAL = word_set(
    "các của trên địa bàn tỉnh toàn có được là và theo trong năm thực hiện triển khai xây dựng tổ chức về "
    "cho tại để đến trước ngày tháng quý tuần lần tối thiểu ít nhất bảo đảm đảm duy trì phát sóng riêng hệ "
    "thống tần suất mục tiêu chỉ số đạt xã phường thị trấn huyện thành phố ubnd thường xuyên với từ mỗi hằng "
    "hàng đăng tải mở trung tâm truyền thông văn hóa hoá thể thao sở thông tin chuyên mục chuyển đổi"
)
_LEAST, _COVERED = 2, 0.75
_SLACK = 0.8
_MANY = 60
_CUT = re.compile(r"[.;](?!\d)|\n")


class _Told(NamedTuple):
    said: str
    what: str
    yearly: float
    media: frozenset[str]
    words: frozenset[str]
    span: Span


def frequencies(subject: Subject) -> Iterator[Hit]:
    """ "chuyên mục … truyền thanh cơ sở … 02 lần/tuần", elsewhere "… truyền thanh cơ sở 02 lần/tháng"."""
    told: set[str] = set()
    for a, b in combinations([*_sentences(subject), *_rows(subject)][:_MANY], 2):
        if a.what in told or not _same(a, b) or _SLACK <= a.yearly / b.yearly <= 1 / _SLACK:
            continue
        told.add(a.what)
        figures: dict[str, Figure] = {"what": a.what, "first": a.said, "second": b.said}
        yield Hit("frequency-stated-twice", figures, (a.span, b.span))


def _same(a: _Told, b: _Told) -> bool:
    if a.media != b.media or (bool(a.media) is False and not a.words):
        return False
    common, least = len(a.words & b.words), min(len(a.words), len(b.words))
    return least >= _LEAST and common >= _COVERED * least


def _sentences(subject: Subject) -> Iterator[_Told]:
    for start, words in subject.telling(_TELLS):
        for match in _OFTEN.finditer(words):
            low = max((m.end() for m in _CUT.finditer(words, 0, match.start())), default=0)
            cut = _CUT.search(words, match.end())
            said = without_unit(words[low : cut.start() if cut else len(words)].strip())
            if len(_OFTEN.findall(said)) == 1:
                yield from _told(said, match, subject.around(start, match, min(60, match.start() - low)))


def _rows(subject: Subject) -> Iterator[_Told]:
    """What a row is about, with the frequency in its column of aims."""
    for row in subject.rows:
        name, aim = subject.low(row.cells.get("name")), row.cells.get("target")
        found = list(_OFTEN.finditer(subject.low(aim))) if name and aim else []
        if aim is not None and len(found) == 1:
            yield from _told(f"{name} {found[0].group()}", found[0], subject.at(aim.start, aim.end))


def _told(said: str, match: re.Match[str], span: Span) -> Iterator[_Told]:
    told = match.groupdict()
    noun = next(told[f"what{i}"] for i in ("", "2", "3", "4") if told[f"what{i}"])
    number = int(next(told[f"n{i}"] for i in ("", "2", "3", "4") if told[f"n{i}"]))
    if _PAST.search(said) or not number:
        return
    plain = said.replace(match.group(), " ")
    media = frozenset(_SAID_SO.get(m.group(), m.group()) for m in _MEDIA.finditer(said))
    words = word_set(re.sub(r"\d+", " ", said)) - _FORMAL
    words |= frozenset(word for name in media for word in name.split())
    often = number * _UNITS[match["unit"] or match["unit2"] or "năm"]
    kind = "lần" if noun in ("kỳ", "số", "buổi", "phiên", "cuộc") else noun
    yield _Told(match.group(), " ".join(plain.split())[:120], often, media | {kind}, words, span)
