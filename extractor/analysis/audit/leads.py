"""One task, or one indicator, given to two leads in two places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.analysis.audit.coverage import named_apart, vague_kind
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.records import Task, Unit
from extractor.vietnamese.forms import fold, squeeze

_LED = re.compile(
    r"chủ trì(?!:| và phối hợp:),?(?: và)?(?: phối hợp với [^,.;]{3,80},)? ?(?:tham mưu |thực hiện )?"
)
_END = re.compile(
    r"[.;](?!\d)|[,:]? (?:trình (?:ubnd|chủ tịch|hđnd|ban)|trước (?:ngày|tháng)|trong (?:tháng|quý|năm)|"
    r"hoàn thành|theo quy định|báo cáo|đến hết|chậm nhất)"
)
_CODED = re.compile(r"\s?\((?:thuộc |theo )?(?:chỉ số|chỉ tiêu|tiêu chí|mã)[^()]{0,40}\)")
_SUPPORTS = re.compile(r"phối hợp (?:với|cùng) [^;:.]{0,100}$")
"""The unit named behind these words leads, not the one that the task is given to."""
_WORDS = 7
"""Fewer words name a kind of work ("tuyên truyền về chuyển đổi số") that many units have."""
_TAIL = 3
_OWN = 2
"""Work that more units have than these two is everybody's own."""


@dataclass(frozen=True, slots=True)
class Led:
    """Something that a unit is told to lead."""

    words: str
    unit: Unit
    task: Task
    where: tuple[int, int] | None = None
    """The words of the paragraph that give it; None for the task as it was read."""


def tasks(subject: Subject) -> Iterator[Hit]:
    """ "Xây dựng Quy chế … Chủ trì: Sở A" and under another heading "Chủ trì xây dựng Quy chế …"."""
    groups: dict[tuple[str, ...], list[Led]] = {}
    for task in subject.extraction.tasks:
        for item in _of(subject, task):
            groups.setdefault(tuple(item.words.split(None, 3)[:3]), []).append(item)
    for group in groups.values():
        if len({item.unit.name for item in group}) > 1:  # most tasks stand alone: their words need no look
            plain = (item for item in group if not vague_kind(item.unit.name))
            led = [replace(item, words=core) for item in plain if (core := _core(item.words))]
            yield from _twice(subject, led)


def _twice(subject: Subject, led: list[Led]) -> Iterator[Hit]:
    told: set[str] = set()
    for i, a in enumerate(led):
        alike = [b for b in led[i + 1 : i + 200] if _same(a.words, b.words)]
        units = {fold(item.unit.name) for item in (a, *alike)}
        later = next((b for b in alike if _other(a, b)), None)
        if later and len(units) == _OWN and a.words not in told:
            told |= {a.words, *(b.words for b in alike)}
            yield _hit(subject, f"“{a.task.title}”", a, later)


def _same(a: str, b: str) -> bool:
    """The same words, or a few more at the end: one word elsewhere makes another task ("cấp xã", "y tế")."""
    short, long = sorted((a, b), key=len)
    return long == short or (long.startswith(f"{short} ") and len(long[len(short) :].split()) <= _TAIL)


def _of(subject: Subject, task: Task) -> Iterator[Led]:
    """What a task with one lead is about: its title, and what its paragraph says that the unit leads."""
    units = [u for u in task.lead_units or () if not re.search(r"\d", u.name)]
    if len(units) != 1 or task.evidence is None:
        return
    title = fold(task.title)
    named = _LED.search(title)
    if named and _SUPPORTS.search(title[: named.start()]):
        return
    core = title[named.end() :] if named and len(title) - named.end() > 20 else title
    yield Led(core, units[0], task)
    if task.evidence.table is not None:
        return
    for start, words in _paragraph(subject, task):
        for match in _LED.finditer(words):
            told = words.startswith(core, match.end()) or _SUPPORTS.search(words[: match.start()])
            if not told:
                where = (start + match.start(), min(start + len(words), start + match.end() + 100))
                yield Led(words[match.end() : match.end() + 300], units[0], task, where)


def _paragraph(subject: Subject, task: Task) -> Iterator[tuple[int, str]]:
    """The paragraph of a task that opens with its unit: what is led there is led by it."""
    assert task.evidence is not None
    i = bisect_right(subject.paragraphs, (task.evidence.start, len(subject.text))) - 1
    if i >= 0:
        start, end = subject.paragraphs[i]
        words = subject.folded[start:end]
        unit = fold((task.lead_units or (Unit(text="", name="?"),))[0].text)
        if words.find(unit) in range(8):
            yield start, words


def _core(words: str) -> str:
    words = _CODED.sub("", words)
    cut = _END.search(words)
    core = squeeze(words[: cut.start()] if cut else words).strip()
    return core if len(core.split()) >= _WORDS else ""


def _other(a: Led, b: Led) -> bool:
    """Another unit, in another place."""
    return a.task.id != b.task.id and named_apart(a.unit.name, b.unit.name)


def _hit(subject: Subject, what: str, a: Led, b: Led, code: str | None = None) -> Hit:
    figures: dict[str, Figure] = {"what": what, "first": a.unit.name, "second": b.unit.name}
    spans = (subject.at(*item.where) if item.where else subject.of(item.task) for item in (a, b))
    return Hit("lead-stated-twice", figures, tuple(spans), code)


_CODE = r"\d{1,2}\.\d{1,2}(?:\.\d{1,2})?"
GIVEN = re.compile(
    r"chủ trì(?: thực hiện| triển khai| tham mưu)?,? (?:các |những )?(?:chỉ số|chỉ tiêu|tiêu chí)"
    rf"(?: thành phần)?(?: số)?((?:[\s,;]|và|từ|đến|chỉ số|thuộc nhóm [^.,;\d]{{3,40}}|{_CODE})+)"
)
"""Codes that a unit is told to lead."""
_RANGE = re.compile(rf"({_CODE}) (?:đến|-) ({_CODE})|({_CODE})")


def indicators(subject: Subject) -> Iterator[Hit]:
    """ "chủ trì các chỉ số 6.4, 6.14" under two different units, or against the rows of an annex."""
    rows: dict[str, Led] | None = None
    led: dict[str, Led] = {}
    told: set[str] = set()
    for code, item in _led_codes(subject):
        rows = _of_rows(subject) if rows is None else rows
        first = led.setdefault(code, item)
        if code in told or code not in subject.catalog:
            continue
        first = first if _other(first, item) else rows.get(code, first)
        if not _other(first, item):
            continue
        told.add(code)
        yield _hit(subject, f"Chỉ số {code} “{subject.catalog[code].name}”", first, item, code)


def codes_led(subject: Subject) -> dict[str, Led]:
    """Codes that a unit is told to lead, in prose, by the first that is."""
    led: dict[str, Led] = {}
    for code, item in _led_codes(subject):
        led.setdefault(code, item)
    return led


def _led_codes(subject: Subject) -> Iterator[tuple[str, Led]]:
    if "chủ trì" not in subject.folded:
        return
    for task in subject.extraction.tasks:
        units, place = task.lead_units or (), task.evidence
        if len(units) != 1 or vague_kind(units[0].name) or place is None or place.table is not None:
            continue
        i = bisect_right(subject.paragraphs, (place.start, len(subject.text))) - 1
        start, end = subject.paragraphs[i] if i >= 0 else (0, 0)
        for match in GIVEN.finditer(subject.folded, start, end):
            item = Led("", units[0], task, match.span())
            yield from ((code, item) for code in _codes(match[1]))


def _of_rows(subject: Subject) -> dict[str, Led]:
    """Who leads an indicator by the one row of an annex that is numbered by it."""
    found: dict[str, list[Led]] = {}
    for task in subject.extraction.tasks:
        if task.evidence is None or task.evidence.table is None or len(task.indicator_codes) != 1:
            continue
        code = task.indicator_codes[0]
        if task.section == code:
            found.setdefault(code, []).extend(Led("", unit, task) for unit in task.lead_units)
    return {code: led[0] for code, led in found.items() if len(led) == 1 and not vague_kind(led[0].unit.name)}


def _codes(words: str) -> list[str]:
    """Codes of a list, with those between the ends of a range."""
    found: list[str] = []
    for first, last, one in _RANGE.findall(words):
        group, _, low = first.rpartition(".")
        if one:
            found.append(one)
        elif last.rpartition(".")[0] == group:
            found += [f"{group}.{n}" for n in range(int(low), int(last.rpartition(".")[2]) + 1)]
    return found
