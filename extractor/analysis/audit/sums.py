"""Wholes told in prose against the parts told beside them: numbers of things, points, money."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile
from typing import NamedTuple

from extractor.analysis.audit.figures import MONEY, rounded, shown, thousandfold, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_NUMBER = r"(?<![\w.,/])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d/]|[.,]\d)|(?<![\w.,/])\d+(?:,\d+)?(?![\d/]|[.,]\d)"
_NOUN = r"[^\W\d_]+(?:(?:,? | - )[^\W\d_]+){0,9}"
_COUNTED = re.compile(rf"({_NUMBER})\s+({_NOUN})")
# Numbers before these count no things, or belong to a date, a level, an article.
_NO_THING = re.compile(
    r"(?:ngày|tháng|năm|giờ|phút|lần|quý|tuần|tuổi|cấp|mức|bậc|điều|khoản|%|đồng|tỷ|triệu|nghìn|ngàn|và|hoặc|đến|"
    r"trở lên|hạng|thứ)(?!\w)"
)
_CUE = re.compile(
    r"(?<!\w)(bao gồm|gồm có|gồm|chia ra|chia thành|phân bổ|phân theo|theo nguồn|cơ cấu|trong đó)(?!\w)|"
    r"(?<=[^\W\d_])\s*(\()(?=[^()]*\d)"
)
_LISTED = re.compile(rf"(?:{_NUMBER})\s+{_NOUN}(?:(?:,|;| và)\s*(?:{_NUMBER})\s+{_NOUN})+\s*\)")
"""A bracket that holds nothing but numbers of things: "(11 xã và 02 thị trấn)"."""
_FULL = ("trong đó", "(")
"""Cues behind which only some of the parts may be named."""
_NEARLY = 0.9
_UNIT_SLACK = 0.0005
_SENTENCE = re.compile(r"(?:[^.]|\.(?=\d|\w\.))+")
_BEFORE_NUMBER = re.compile(
    r"(?:số|tại|(?<!chấm )điểm|khoản|điều|mục|phụ lục|năm|tháng|ngày|quý|(?<!cung )cấp|mức|mức độ|cấp độ|"
    r"hạng|lớp|nhóm|giai đoạn|phần)\s*(?:\d[\d,]*\s*(?:,|và)\s*)?$"
)


class Whole(NamedTuple):
    """A total with what is counted, and where it ends in its sentence."""

    amount: float
    noun: str
    start: int
    end: int


_SPLIT = sign(_CUE)


def counts(subject: Subject) -> Iterator[Hit]:
    """ "24 đơn vị, gồm 6 bệnh viện, 9 trung tâm y tế và 8 chi cục"; "20 điểm, gồm 8.8.1 (4 điểm) …"."""
    for start, words in subject.telling(_SPLIT):
        for sentence in _SENTENCE.finditer(words):
            for cue in _CUE.finditer(sentence.group()):
                before, behind = sentence.group()[: cue.start()], sentence.group()[cue.end() :]
                whole = _whole(before, _shared_noun(behind))
                parts = _parts(sentence.group(), cue, whole) if whole else []
                if whole and cue[1] in _ALL_OF:
                    whole, parts = _earlier(sentence.group(), cue, whole) or (whole, parts)
                sort = "gồm" if cue[2] and _LISTED.match(sentence.group(), cue.end()) else cue[1] or cue[2]
                if not whole or not _off(whole.amount, parts, sort):
                    continue
                figures: dict[str, Figure] = {"declared": whole.amount, "noun": whole.noun}
                figures |= {"sum": rounded(sum(parts)), "parts": " + ".join(map(shown, parts))}
                at = start + sentence.start()
                end = at + min(len(sentence.group()), cue.end() + 240)
                yield Hit("count-total", figures, (subject.at(at + whole.start, end),))
                break


AMONG = re.compile(
    rf"(?<!\w)(?:trong (?:tổng )?(?:số )?|tổng số |có )({_NUMBER})\s+({_NOUN})(?:,|:| có| thì)\s"
)


_PARTED = sign(AMONG)


def among(subject: Subject) -> Iterator[Hit]:
    """ "Trong 98 chỉ số, có 31 chỉ số đạt …, 49 chỉ số chưa đạt và 16 chỉ số không có điểm"."""
    for start, words in subject.telling(_PARTED):
        for sentence in _SENTENCE.finditer(words):
            match = AMONG.search(sentence.group())
            amount = value(match[1]) if match else None
            if match is None or amount is None or _NO_THING.match(match[2]) or "gồm" in sentence.group():
                continue
            head = match[2].split(",")[0].split()
            noun = " ".join(head[:2] if match.group().endswith(" có ") else head[:1])
            found = re.findall(rf"({_NUMBER})\s+{re.escape(noun)}(?!\w)", sentence.group()[match.end() - 1 :])
            parts = [n for n in map(value, found) if n is not None]
            total = rounded(sum(parts))
            few = len(parts) < 3 or max(parts) >= amount
            if not few and total != amount and _NEARLY * amount <= total <= 1.1 * amount:
                figures: dict[str, Figure] = {"declared": amount, "noun": " ".join(head[:4]), "sum": total}
                figures["parts"] = " + ".join(map(shown, parts))
                at = start + sentence.start()
                yield Hit("count-total", figures, (subject.at(at + match.start(), start + sentence.end()),))


_BEHIND = re.compile(
    rf"({_NUMBER})\s+([^\W\d_]+)(?: [^\W\d_]+){{0,8}}?(?:,| và)\s*({_NUMBER})\s+\2(?: [^\W\d_]+){{0,8}}?"
    rf"(?:(?:,| và)\s*({_NUMBER})\s+\2(?: [^\W\d_]+){{0,8}}?)?[,;]\s*"
    rf"(?:tổng (?:số|cộng)|cộng)(?: là| có|:)?\s*({_NUMBER})\s+\2(?!\w)"
)


_CLOSED = sign(_BEHIND, needs=("cộng",)) | sign(_BEHIND, needs=("tổng số",))


def behind(subject: Subject) -> Iterator[Hit]:
    """ "15 tổ cấp xã và 127 tổ cấp xóm, tổng số 152 tổ": the whole behind its parts."""
    for start, words in subject.telling(_CLOSED):
        for match in _BEHIND.finditer(words):
            parts = [n for n in (value(match[g]) for g in (1, 3, 4) if match[g]) if n is not None]
            amount = value(match[5])
            total = rounded(sum(parts))
            if amount is not None and amount != total and not _NO_THING.match(match[2]):
                figures: dict[str, Figure] = {"declared": amount, "noun": match[2], "sum": total}
                figures["parts"] = " + ".join(map(shown, parts))
                yield Hit("count-total", figures, (subject.around(start, match),))


_ALL_OF = ("gồm", "bao gồm", "gồm có", "chia ra", "chia thành")


def _earlier(sentence: str, cue: re.Match[str], last: Whole) -> tuple[Whole, list[float]] | None:
    """ "600 tổ với 4.215 thành viên, gồm 75 tổ … và 527 tổ …": the parts are those of the number before."""
    whole = _whole(sentence[: last.start].rstrip())
    if whole is None:
        return None
    noun, other = whole.noun.split()[0], last.noun.split()[0]
    tail = sentence[cue.end() :].split(";")[0]
    counted = [(value(m[1]), m[2].split()[0]) for m in _COUNTED.finditer(tail)]
    alike = noun != other and len(counted) > 1 and all(thing == noun for _, thing in counted)
    return (whole, [n for n, _ in counted if n is not None]) if alike else None


_AHEAD = re.compile(
    rf"({_NUMBER})\s+((?!và |hoặc |đến )[^\W\d_]+)((?: [^\W\d_]+){{0,8}})\s?:\s+(?=\d[\d.]* \2(?!\w))"
)
_OPENED = sign(_AHEAD, needs=(":",))


def colon(subject: Subject) -> Iterator[Hit]:
    """ "06 hội nghị tuyên truyền: 02 hội nghị cấp huyện và 05 hội nghị cụm xã": parts behind a colon."""
    for start, words in subject.telling(_OPENED):
        for match in _AHEAD.finditer(words):
            tail = re.split(r"[.:](?!\d)|(?<!\w)(?:mỗi|trong đó|bao gồm|gồm)(?!\w)|\(", words[match.end() :])[
                0
            ]
            counted = [(value(m[1]), m[2]) for m in _COUNTED.finditer(tail)]
            parts = [n for n, noun in counted if n is not None and noun.split()[0] == match[2]]
            amount, total = value(match[1]), rounded(sum(parts))
            plain = re.search(r"\d\s*%|(?<!\w)(?:khoảng|trên|từ|tối thiểu|ít nhất)(?!\w)", tail) is None
            if amount is None or not plain or _NO_THING.match(match[2]) or len(parts) != len(counted):
                continue
            if _BEFORE_NUMBER.search(words[: match.start()]) or not _off(amount, parts, "gồm"):
                continue
            figures: dict[str, Figure] = {
                "declared": amount,
                "noun": (match[2] + match[3])[:60],
                "sum": total,
            }
            figures["parts"] = " + ".join(map(shown, parts))
            yield Hit(
                "count-total", figures, (subject.at(start + match.start(), start + match.end() + len(tail)),)
            )


def _shared_noun(behind: str) -> str:
    """The noun that the first two numbers behind a cue both count; empty where these differ."""
    nouns = [m[2].split()[0] for m in _COUNTED.finditer(behind.split(";")[0])][:2]
    return nouns[0] if len(nouns) == 2 and nouns[0] == nouns[1] else ""


def _whole(before: str, noun: str = "") -> Whole | None:
    """The last number of things before a cue, where it stands close by; of ``noun`` before that of others:
    "430 tổ với 2.150 thành viên, gồm 22 tổ … và 398 tổ …"."""
    counted = [m for m in _COUNTED.finditer(before) if not _BEFORE_NUMBER.search(before[: m.start()])]
    last = next((m for m in reversed(counted[-2:]) if m[2].split()[0] == noun), None) or (
        counted[-1] if counted else None
    )
    if last is None or len(before) - last.end() > 60 or _NO_THING.match(last[2]):
        return None
    amount = value(last[1])
    year = amount is not None and amount.is_integer() and 1945 <= amount <= 2100 and "." not in last[1]
    if amount is None or amount < 2 or year:
        return None
    noun = " ".join(last[2].split(",")[0].split()[:4])
    return Whole(amount, noun, last.start(), last.end())


_GOES_ON = re.compile(r"(?:(?! và \d)[^;])*;\s*(?:và )?\d[\d.]*\s+[^\W\d_]")
"""The list is not closed before the semicolon, what follows counts on: "10 sở, ngành; 05 huyện và 04 xã"."""


def _parts(sentence: str, cue: re.Match[str], whole: Whole) -> list[float]:
    """Numbers behind the cue that count the whole's things, or else things of any kind."""
    tail = sentence[cue.end() :]
    closed = tail.count(";") == 1 and not _GOES_ON.match(tail)
    tail = tail.split(")")[0] if cue[2] else tail.split(";")[0] if closed else tail
    if "mỗi" in tail or re.search(r"\d\s*%", tail):
        return []
    same = re.compile(rf"({_NUMBER})\s+{re.escape(whole.noun.split()[0])}(?!\w)")
    own = [n for n in map(value, same.findall(tail)) if n is not None]
    if len(own) >= 2:
        return own
    found = [
        (value(m[1]), m) for m in _COUNTED.finditer(re.sub(r"\([^()]*\)", lambda m: " " * len(m[0]), tail))
    ]
    if any(_NO_THING.match(m[2]) or _BEFORE_NUMBER.search(tail[: m.start()]) for _, m in found):
        return []
    return [n for n, _ in found if n is not None]


def _whole_in_front(whole: float, parts: Sequence[float]) -> bool:
    """The first parts come to the whole: what follows tells something else."""
    return any(abs(total - whole) <= 1e-4 * whole for total in list(accumulate(parts))[1:])


def _off(whole: float, parts: list[float], cue: str) -> bool:
    """The parts, each smaller than the whole, do not come to it."""
    total = rounded(sum(parts))
    if len(parts) < 2 or max(parts) >= whole or _whole_in_front(whole, parts):
        return False
    if cue in _FULL:
        return whole < total < 1.5 * whole or (len(parts) > 2 and _NEARLY * whole <= total < whole)
    return 0.6 * whole <= total <= 1.5 * whole


_MONEY = re.compile(r"(?<![\w.,])(\d[\d.,]*)\s*(tỷ|triệu|nghìn|ngàn)(?: đồng)?(?!\w)")
_PURSE = re.compile(
    r"(?<!\w)(tổng|kinh phí|dự toán|ngân sách|vốn|nguồn|nhu cầu|mức đầu tư|bố trí|phân bổ|dành|chi|cấp)(?!\w)"
)
_SHARED = re.compile(
    r"(?<!\w)(bao gồm|gồm có|gồm|chia ra|phân bổ(?: như sau)?|phân theo|theo nguồn|cơ cấu|cụ thể|trong đó)"
    r"(?!\w)|:|\("
)
_OF = re.compile(r"(?:trong|riêng)(?: đó)?,? ([^\d:;,.]{4,80}?)\s*(?::|gồm|bao gồm|,)")


_PRICED = sign(_MONEY)


def money(subject: Subject) -> Iterator[Hit]:
    """ "Tổng kinh phí 120 tỷ đồng, gồm: 70 tỷ … và 40 tỷ …"; "Trong vốn đầu tư: …" of an amount before."""
    for start, words in subject.telling(_PRICED):
        known: list[tuple[str, float]] = []
        for sentence in _SENTENCE.finditer(words):
            yield from _money(subject, (start + sentence.start(), sentence.group()), known)
            for match in _MONEY.finditer(sentence.group()):
                amount = _amount(match)
                name = " ".join(sentence.group()[: match.start()].split()[-6:])
                if amount is not None:
                    known.append((name, amount))


_HEADED = re.compile(r"[,;:( ]\s*(?:trong đó|gồm|bao gồm|cụ thể|phân bổ)?(?: như sau)?\s*:\s*$")
_BULLET = re.compile(r"\s*(?:[-–+*•]|[a-zđ]\)|\(?\d{1,2}[.)])\s")
_MOST = 20


def listed_money(subject: Subject) -> Iterator[Hit]:
    """ "Tổng kinh phí: 1.250 triệu đồng, trong đó:" against the amounts of the items below."""
    prose = subject.prose
    priced = {start for start, _ in subject.telling(_PRICED)}
    for i, (start, words) in enumerate(prose):
        told = list(_MONEY.finditer(words)) if start in priced and _HEADED.search(words) else []
        if len(told) != 1 or not _PURSE.search(words[: told[0].start()]) or "khoảng" in words:
            continue
        items = _items(prose[i + 1 : i + 1 + _MOST])
        parts = [_amount(m) for _, text in items for m in list(_MONEY.finditer(text))[:1]]
        amount = _amount(told[0])
        if amount is None or None in parts or len(parts) < 2 or len(parts) != len(items):
            continue
        total = rounded(sum(p for p in parts if p is not None))
        if thousandfold(total, amount, _UNIT_SLACK) or (
            abs(total - amount) > 1e-4 * amount and 0.5 * amount < total < 1.5 * amount
        ):
            figures: dict[str, Figure] = {"declared": amount, "sum": total, "parts": f"{len(parts)} phần"}
            figures |= {"declared_text": shown(amount / 1e6), "sum_text": shown(total / 1e6)}
            last, text = items[-1]
            yield Hit(
                "money-total",
                figures,
                (subject.around(start, told[0], 60), subject.at(last, last + len(text))),
            )


def _items(behind: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """The items that stand right behind a line, all with one kind of marker: "a)" ends before "2."."""
    first = _kind(behind[0][1]) if behind else None
    items = list(takewhile(lambda item: first is not None and _kind(item[1]) == first, behind))
    deeper = takewhile(_BULLET.match, (words for _, words in behind[len(items) :]))
    return [] if any(_kind(words) == first for words in deeper) else items  # items with parts of their own


def _kind(words: str) -> str | None:
    match = _BULLET.match(words)
    return re.sub(r"\d+", "1", re.sub(r"[a-zđ]", "a", match.group().strip())) if match else None


def _money(subject: Subject, sentence: tuple[int, str], known: list[tuple[str, float]]) -> Iterator[Hit]:
    start, words = sentence
    found = list(_MONEY.finditer(words))
    if len(found) < 2:
        return
    named = _OF.match(words.lstrip())
    before = next((a for name, a in reversed(known) if named and name.endswith(named[1].strip())), None)
    first, cue = 0, "gồm"
    if before is None:
        match = _SHARED.search(words, found[0].end())
        if not match or match.start() > found[1].start() or not _PURSE.search(words[: found[0].start()]):
            return
        before, first, cue = _amount(found[0]), 1, match.group()
    parts = [_amount(m) for m in _own_parts(words, found[first:], cue)]
    if before is None or len(parts) < 2 or None in parts:
        return
    amounts = [p for p in parts if p is not None]
    total = sum(amounts)
    if _whole_in_front(before, amounts):
        return
    part = cue == "trong đó" and (total < _NEARLY * before or len(parts) < 3)
    thousand = thousandfold(total, before, _UNIT_SLACK)
    if total > before * 1.0001 or thousand or (total < before * 0.9999 and total > 0.5 * before and not part):
        figures: dict[str, Figure] = {
            "declared": before,
            "sum": rounded(total),
            "parts": f"{len(parts)} phần",
        }
        figures |= {"declared_text": shown(before / 1e6), "sum_text": shown(total / 1e6)}
        yield Hit("money-total", figures, (subject.at(start, start + len(words)),))


def _own_parts(words: str, found: list[re.Match[str]], cue: str) -> list[re.Match[str]]:
    """Without amounts that split up a part: those in brackets behind an amount."""
    if cue == "(":
        close = words.find(")", found[0].start()) if found else -1
        return [m for m in found if close < 0 or m.start() < close]
    depth, inside = 0, set[int]()
    for i, char in enumerate(words):
        depth += (char == "(") - (char == ")")
        if depth > 0:
            inside.add(i)
    return [m for m in found if m.start() not in inside]


def _amount(match: re.Match[str]) -> float | None:
    read = value(match[1].rstrip(".,"))
    return None if read is None else rounded(read * MONEY[match[2]])
