"""Aims in numbers below what is there already: "1.850 sản phẩm được đưa lên sàn", "đạt 1.500 sản phẩm"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.analysis.audit.clauses import word_set
from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.sections_of_results import results_told
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.records import Target

# What stays: it is counted as it stands. Classes, messages and visits are counted anew each year.
_STAYS = (
    r"(?:sản phẩm|doanh nghiệp|tài khoản|trạm|điểm|tổ|hệ thống|cơ sở dữ liệu|hộ kinh doanh|hợp tác xã|"
    r"nền tảng|dịch vụ công|camera|thuê bao|chợ|cửa hàng|trang trại|chữ ký số|chứng thư số|thư viện)"
)
_THERE = re.compile(
    rf"(?<![\w.,/])(?<!tăng )(?<!thêm )(?<!giảm )(?<!mới )(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,3}})\s+"
    rf"({_STAYS}(?!\w)[^.;:,()\d%]{{0,80}})"
)
_STANDING = sign(_THERE)
_ANEW = re.compile(
    r"(?<!\w)(?:thêm|mới|tăng|giảm|mỗi|hằng|hàng|bổ sung|trong năm|phát triển được|còn|xuống|nâng cấp|"
    r"trong đó|tổ chức|cấp|so với|kế hoạch|chưa|không|lũy kế|tập huấn|thành lập)(?!\w)"
)
_SAID = word_set(
    "số lượng có được trên tại địa bàn tỉnh huyện xã của các đạt là và tổng đã đưa lên hiện toàn phát triển "
    "tham gia đang hoạt động sử dụng từ đến năm"
)
_LEAST = 0.4


class _State(NamedTuple):
    amount: float
    noun: str
    words: frozenset[str]
    span: Span


def targets(subject: Subject) -> Iterator[Hit]:
    """A number aimed at below the one that a section of results tells of the same things."""
    aims = [t for t in subject.extraction.targets if _is_stock(t)]
    states = list(_states(subject)) if aims else []
    for target in aims:
        assert target.value is not None
        name = f"{target.indicator} {target.quote}"
        words = word_set(re.sub(r"\d[\d.,]*", " ", name)) - _SAID
        for state in states:
            low = _LEAST * state.amount <= target.value < state.amount
            if low and state.noun in name.casefold() and _same(words, state):
                figures: dict[str, Figure] = {"indicator": subject.named(target), "target": target.value}
                figures |= {"baseline": state.amount, "year": None, "when": "trước đó"}
                figures["printed"] = shown(state.amount)
                code = next(iter(target.indicator_codes), None)
                spans = (subject.of(target), state.span)
                yield Hit("target-below-baseline", figures, spans, code, unsure=True)
                break


def _is_stock(target: Target) -> bool:
    counted = target.unit == "count" and target.value is not None and not target.baselines
    more = target.comparator in ("eq", "ge", "gt")
    return counted and more and not _ANEW.search(f"{target.indicator} {target.quote}".casefold())


def _states(subject: Subject) -> Iterator[_State]:
    back = results_told(subject)
    for start, words in subject.telling(_STANDING):
        for match in _THERE.finditer(words) if start in back else ():
            amount = value(match[1])
            clause = re.split(r"[;:.](?!\d)", words[: match.start()])[-1]
            if amount is None or _ANEW.search(clause[-60:] + match[2]):
                continue
            noun = re.match(_STAYS, match[2])
            told = word_set(match[2]) - _SAID
            if noun is not None:
                yield _State(amount, noun.group(), told, subject.around(start, match))


def _same(words: frozenset[str], state: _State) -> bool:
    """All that tells the state's things from others is told of the aim's, and it is more than a kind."""
    own = state.words - word_set(state.noun)
    return bool(own) and own <= words
