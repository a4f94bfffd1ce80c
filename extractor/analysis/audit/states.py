"""Things sorted by how far they are, against how many there are; some of them that are more than all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_N = r"(?<![\w.,/])(\d{1,4})(?![\d/%]|[.,]\d)"
_NOUNS = (
    r"(chỉ tiêu|nhiệm vụ|đầu việc|công việc|mục tiêu|chỉ số thành phần|chỉ số|dự án|nội dung|hạng mục|"
    r"kiến nghị)"
)
_WHOLE = re.compile(
    rf"(?<!\w)(?:đề ra|đặt ra|giao|xác định|gồm|tổng số|tổng cộng|ban hành|theo dõi|có)"
    rf"(?: tổng số| tất cả)?\s+"
    rf"{_N}\s+{_NOUNS}(?!\w)(?!\s+(?:đã|được|hoàn thành|đạt|vượt|đang|chậm|chưa|không|quá|còn))"
)
_STATE = re.compile(
    rf"{_N}\s+{_NOUNS}\s+(?:đã |được |cơ bản )*"
    r"(hoàn thành|đạt|vượt|đang|chậm|chưa|quá hạn|không|trễ|còn)(?!\w)"
)
_DONE, _NOT_DONE = ("hoàn thành", "đạt", "vượt"), ("chậm", "chưa", "quá hạn", "không", "trễ", "còn")
_OVERLAP = re.compile(
    r"(?<!\w)(?:trong (?:số )?đó|bao gồm cả|riêng|kế hoạch năm trước|cùng kỳ|cấp huyện)(?!\w)"
)
_FINISHED = re.compile("hoàn thành")
_STATES = sign(_FINISHED, needs=("hoàn thành", "chậm")) | sign(_FINISHED, needs=("hoàn thành", "chưa"))
_STATES |= sign(_FINISHED, needs=("hoàn thành", "quá hạn"))
_REACH = 260


def sorted_out(subject: Subject) -> Iterator[Hit]:
    """ "đề ra 30 chỉ tiêu. Có 14 chỉ tiêu hoàn thành, 11 chỉ tiêu đang …, 07 chỉ tiêu chậm"."""
    for start, words in subject.telling(_STATES):
        whole = _WHOLE.search(words)
        if whole is None:
            continue
        states = [m for m in _STATE.finditer(words, whole.end()) if m[2] == whole[2]]
        behind = words[whole.end() : states[-1].end()] if states else ""
        if len(states) < 2 or len(behind) > _REACH or _OVERLAP.search(behind):
            continue
        told = [m[3] for m in states]
        if told[0] not in _DONE or told[-1] not in _NOT_DONE or sum(t in _DONE for t in told) > 1:
            continue
        parts, declared = [int(m[1]) for m in states], int(whole[1])
        if len(_WHOLE.findall(words)) > 1 or sum(parts) == declared or max(parts) >= declared:
            continue
        if not 0.85 * declared <= sum(parts) <= 1.15 * declared:
            continue
        figures: dict[str, Figure] = {"declared": declared, "noun": whole[2], "sum": sum(parts)}
        figures["parts"] = " + ".join(map(str, parts))
        spans = (
            subject.around(start, whole),
            subject.at(start + states[0].start(), start + states[-1].end()),
        )
        yield Hit("count-total", figures, spans)


_VERB_FIRST = re.compile(
    r"(?<!\w)(?P<state>hoàn thành|còn(?: lại)?|chậm) (?P<n>\d{1,4})"
    rf"(?![\d/%]|[.,]\d) {_NOUNS}(?!\w)(?! (?:trọng tâm|năm trước))"
)
_REMAINS = sign(_VERB_FIRST, needs=("hoàn thành", "còn"))


def remaining(subject: Subject) -> Iterator[Hit]:
    """ "giao 24 nhiệm vụ; đã hoàn thành 19 nhiệm vụ, còn 04 nhiệm vụ đang làm": done and left."""
    for start, words in subject.telling(_REMAINS):
        whole = _WHOLE.search(words)
        if whole is None or len(_WHOLE.findall(words)) > 1:
            continue
        told = [m for m in _VERB_FIRST.finditer(words, whole.end()) if m[3] == whole[2]]
        if len(told) < 2 or told[0]["state"] != "hoàn thành" or not told[-1]["state"].startswith("còn"):
            continue
        behind = words[whole.end() : told[-1].end()]
        counted = len(re.findall(rf"{_N} {whole[2]}(?!\w)", words[whole.end() : told[-1].end() + _REST]))
        if len(behind) > _REACH or _OVERLAP.search(behind) or counted != len(told):
            continue
        parts, declared = [int(m["n"]) for m in told], int(whole[1])
        near = 0.8 * declared <= sum(parts) <= 1.2 * declared
        if near and sum(parts) != declared and max(parts) < declared:
            figures: dict[str, Figure] = {"declared": declared, "noun": whole[2], "sum": sum(parts)}
            figures["parts"] = " + ".join(map(str, parts))
            span = subject.at(start + told[0].start(), start + told[-1].end())
            yield Hit("count-total", figures, (subject.around(start, whole), span))


_REST = 80
_THING = r"([^\W\d_]+(?: [^\W\d_]+)?)"
_AMONG = re.compile(rf"(?<!\w)trong số (?:đó|này|các [^,.;\d]{{2,60}})(?:,| có|, có|:)\s+{_N}\s+{_THING}")
_ALL = re.compile(rf"(?<![\w.,/])(\d{{1,5}})(?:/(\d{{1,5}}))?(?![\d/%]|[.,]\d)\s+{_THING}")
_SOME = sign(re.compile("trong số (?:đó|này|các)"), needs=("trong số",))
_NEAR = 300


def among_them(subject: Subject) -> Iterator[Hit]:
    """ "Có 42/50 hệ thống được duyệt. Trong số đó, 44 hệ thống …": more than those they are taken from."""
    for start, words in subject.telling(_SOME):
        for match in _AMONG.finditer(words):
            low = max(0, start + match.start() - _NEAR)
            before = subject.folded[low : start + match.start()]
            same = [m for m in _ALL.finditer(before) if m[3].split()[0] == match[2].split()[0]]
            last = same[-1] if same else None
            # the last count of the same thing, with no heading or empty line of another section between
            if last is None or before.count("\n", last.end()) > 2 or last[3] != match[2]:
                continue
            if int(match[1]) <= int(last[1]):
                continue
            figures: dict[str, Figure] = {"part": int(match[1]), "whole": int(last[1]), "noun": match[2]}
            spans = (subject.around(start, match), subject.at(low + last.start(), low + last.end()))
            yield Hit("part-above-whole", figures, spans)
